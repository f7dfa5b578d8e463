"""The words for values and errors."""

from datetime import timedelta

import pytest

from quizapp import errors
from quizapp.domain.answer import Mark
from quizapp.domain.article import Place
from quizapp.domain.review import Rating
from quizapp.ui import wording


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=20), "1 min"),
        (timedelta(minutes=10), "10 min"),
        (timedelta(hours=5), "5 hours"),
        (timedelta(hours=24), "1 day"),
        (timedelta(days=8), "8 days"),
        (timedelta(days=43), "43 days"),
        (timedelta(days=61), "2 months"),
        (timedelta(days=92), "3 months"),
        (timedelta(days=800), "2 years"),
    ],
)
def test_a_wait_is_told_in_the_unit_one_thinks_in(length, words):
    assert wording.wait(length) == words


def test_a_verdict_says_when_the_question_comes_back():
    words = wording.rated_again(timedelta(minutes=10))
    assert words == "Rated Again · comes back in 10 minutes"


def test_a_percentage_has_a_thin_no_break_space():
    assert wording.percent(0.842) == "84\u202f%"


def test_a_rating_is_spoken_with_its_wait_and_key():
    words = wording.rating_spoken(Rating.GOOD, timedelta(days=14))
    assert words == "Good, next in 14 days, key 3"


def test_how_a_question_stands_in_memory():
    assert wording.seen(9, 0.84) == "Seen 9 days ago · recall chance 84\u202f%"
    assert wording.seen(1, 0.84).startswith("Seen 1 day ago · ")
    assert wording.seen(0, 0.84).startswith("Seen today · ")
    assert wording.seen(None, None) == "New"


def test_a_place_counts_paragraphs_and_sentences():
    assert wording.place(Place(9, 1)) == "Paragraph 9, sentence 1"


@pytest.mark.parametrize(
    ("slips", "words"),
    [
        (0, ""),
        (1, "One word is spelt differently."),
        (2, "Two words are spelt differently."),
        (3, "Three words are spelt differently."),
        (4, "4 words are spelt differently."),
    ],
)
def test_a_right_answer_with_slips_says_how_many(slips, words):
    mark = Mark(right=True, nearest="x", slips=slips)
    assert wording.verdict(mark) == ("Right.", words)


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
    assert wording.problem(error) == wording.Problem(title, sentence)


def test_another_language_is_told_in_the_fewest_words():
    assert wording.languages(("German",), whole=True) == "Text in German: gaps only."
    told = wording.languages(("German", "French"), whole=False)
    assert told == "Parts in German, French: gaps only."
    assert wording.languages((), whole=False) == ""


def test_a_file_in_another_language_is_told_by_its_name():
    told = wording.problems([("stadt.txt", errors.NotInEnglish("German"))])
    assert told.title == "“stadt.txt” is in German"
