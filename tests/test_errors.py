"""What the user is told: one line each, whole facts, and the same in another process."""

import pickle

import pytest

from quizapp import errors
from quizapp.errors import QuizError

TOLD = [
    (errors.UnknownKindOfFile("a.xyz"), "a.xyz: Quizapp can't read this kind of file."),
    (errors.UnreadableFile("a.txt", "it is a folder."), "a.txt could not be read: it is"),
    (errors.NoTextInFile("a.txt"), "a.txt has no text to read."),
    (errors.NoTextInFile("a.pdf", 1), "its 1 page is a picture, probably a scan"),
    (errors.NoTextInFile("a.pdf", 14), "its 14 pages are pictures, probably a scan"),
    (errors.PasswordProtected("a.pdf"), "a.pdf is protected by a password."),
    (errors.FileTooLarge("a.txt", 25_300_000, 20_000_000), "too large: 25 MB."),
    (
        errors.PageUnreadable("http://a.b/c", "it is gone"),
        "http://a.b/c could not be read: it",
    ),
    (errors.TextTooShort(1), "it has 1 sentence and no names"),
    (errors.TextTooShort(2), "it has 2 sentences and no names"),
    (errors.NotInEnglish("German"), "This text is in German. Quizapp asks well in English"),
    (errors.NoQuestionFound(), "No good question found in this text."),
    (
        errors.UnusablePipeline("en_x", "it reads"),
        "pipeline “en_x” cannot be used: it reads.",
    ),
    (errors.ArticleAlreadyThere("Lakes"), "already in the Library, as “Lakes”"),
    (errors.NoSuchDeck("Lakes"), "There is no deck “Lakes”."),
    (errors.NoSuchDeck("Lakes", 2), "There are 2 decks “Lakes”. Rename one"),
    (errors.BankInUse("a.bank"), "open elsewhere"),
    (errors.BankTooNew("a.bank", 9, 1), "its form is 9, this program knows 1"),
    (errors.BankDamaged("a.bank"), "a.bank is damaged"),
    (errors.BankReadOnly("a.bank"), "open read-only: another Quizapp window"),
    (errors.BackupDamaged("b.bank"), "The backup b.bank is damaged."),
    (errors.CannotRepair("a.bank"), "a.bank could not be repaired: too little"),
    (errors.CannotWrite("a.json"), "This folder cannot be written to."),
    (errors.CannotWrite("a.json", disk_full=True), "The disk is full."),
    (errors.CannotWrite("b/a.json", missing=True), "There is no such folder."),
    (errors.CannotWrite("b", folder=True), "b is a folder. Name a file in it."),
    (errors.WouldOverwrite("a.txt"), "a.txt is the article itself."),
    (errors.AlreadyThere("a.md"), "a.md is there already. --replace writes over it."),
    (errors.UnreadableSet("a.quizset", "it is damaged."), "could not be imported: it is"),
    (errors.UnknownFormat("a.abc", (".quizset",)), "It knows: .quizset"),
    (errors.NothingToWrite("Kahoot", "It is long."), "to write for Kahoot. It is long."),
    (errors.WorkBroke(), "Nothing was added; the log says more."),
    (errors.Cancelled(), "Nothing was added."),
]


@pytest.mark.parametrize(("error", "words"), TOLD, ids=lambda value: type(value).__name__)
def test_an_error_says_its_facts_in_one_line(error, words):
    assert words in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize(("error", "_"), TOLD, ids=lambda value: type(value).__name__)
def test_an_error_crosses_to_another_process_whole(error, _):
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is type(error)
    assert (str(again), vars(again)) == (str(error), vars(error))


def test_every_error_is_tried_here():
    kinds = {type(error) for error, _ in TOLD}
    assert kinds == set(QuizError.__subclasses__())
