"""Errors in the reader's words."""

import pytest

from quizapp import errors
from quizapp.ui import problems


@pytest.mark.parametrize(
    ("error", "title", "sentence"),
    [
        (
            errors.NoTextInFile("lecture-notes.pdf", pages=14),
            "“lecture-notes.pdf” has no text to read",
            "Its 14 pages are pictures, probably a scan. Quizapp needs text you can select.",
        ),
        (
            errors.UnknownKindOfFile("photo.png"),
            "Quizapp can't read this kind of file",
            "It reads text, Markdown, HTML, PDF, DOCX and EPUB.",
        ),
        (
            errors.TextTooShort(sentences=2),
            "This text is too short to ask about",
            (
                "It has 2 sentences and no names, dates or figures that a question could hang "
                "on. About 5 sentences is enough."
            ),
        ),
        (
            errors.BankInUse("a.bank"),
            "Your question bank is open elsewhere",
            (
                "Another Quizapp window is using it. Close that window, then try again. "
                "Opening it twice could lose answers."
            ),
        ),
        (
            errors.CannotWrite("a.bank", disk_full=True),
            "The file could not be saved.",
            "The disk is full.",
        ),
        (
            errors.UnknownFormat("deck.v2", (".quizset",)),
            "This did not work",
            "Quizapp knows no such format. It knows: .quizset",
        ),
        (
            errors.NotInEnglish("German"),
            "This text is in German",
            (
                "Quizapp asks well in English only, and found no year, number or name here "
                "that a gap could be left for."
            ),
        ),
        (
            errors.UnusablePipeline("en_x", "it reads another language than English"),
            "The language pipeline “en_x” cannot be used",
            (
                "It reads another language than English. Without english_pipeline in the "
                "settings, Quizapp uses its own."
            ),
        ),
        (
            errors.NothingToWrite("Aiken", "Aiken takes multiple choice only."),
            "There is no question to write for Aiken",
            "Aiken takes multiple choice only.",
        ),
        (
            errors.WorkBroke(),
            "This did not work",
            "Writing questions stopped unexpectedly. Nothing was added; the log says more.",
        ),
        (
            errors.CannotWrite("a.quizset", missing=True),
            "The file could not be saved.",
            "There is no such folder.",
        ),
        (
            errors.CannotWrite("decks", folder=True),
            "The file could not be saved.",
            "A folder has this name. Choose another.",
        ),
        (
            errors.NoTextInFile("empty.txt"),
            "“empty.txt” has no text to read",
            "There are no words in it.",
        ),
        (
            errors.UnreadableFile("a.pdf", "it is a folder."),
            "“a.pdf” could not be read",
            "It is a folder.",
        ),
    ],
)
def test_an_error_says_what_happened_then_what_to_do(error, title, sentence):
    assert problems.of(error) == problems.Problem(title, sentence)


def test_a_file_in_another_language_is_told_by_its_name():
    told = problems.of_several([("stadt.txt", errors.NotInEnglish("German"))])
    assert told.title == "“stadt.txt” is in German"
