"""The words for values and errors; all may be translated."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from quizapp import errors
from quizapp.domain.answer import Mark
from quizapp.domain.article import Place
from quizapp.domain.question import QuestionKind
from quizapp.domain.review import Rating

THIN = "\u202f"
"""The thin no-break space that stands before a percent sign."""

_MONTH = 365.25 / 12
_DAYS_IN_WORDS = 60
"""From this many days on, a wait is told in months."""


def tr(text: str) -> str:
    """Return the text in the language of the interface."""
    return QCoreApplication.translate("wording", text)


def locale() -> QLocale:
    """Return how dates and numbers are written in the language of the interface.

    Whoever translates the words puts the name of another locale in the place of this one.
    """
    return QLocale(tr("en_GB"))


def counted(number: int, one: str, many: str) -> str:
    """Return `one` for 1, else `many` with its %n replaced."""
    if number == 1:
        return tr(one)
    words = QCoreApplication.translate("wording", many, None, number)
    return words.replace(str(number), figure(number), 1)


def figure(number: int) -> str:
    """Return a number as the language of the interface writes it: “1,234”."""
    return locale().toString(number)


def percent(share: float) -> str:
    """Return a share of 0 to 1 in whole percent."""
    return f"{figure(round(share * 100))}{THIN}%"


def kind(value: QuestionKind) -> str:
    """Return the kind's name."""
    match value:
        case QuestionKind.FLASHCARD:
            return tr("Flashcard")
        case QuestionKind.MULTIPLE_CHOICE:
            return tr("Multiple choice")
        case QuestionKind.GAP:
            return tr("Fill the gap")
        case QuestionKind.TYPED:
            return tr("Type the answer")
        case _:
            assert_never(value)


def kind_icon(value: QuestionKind) -> str:
    """Return the name of the kind's icon."""
    match value:
        case QuestionKind.FLASHCARD:
            return "layers"
        case QuestionKind.MULTIPLE_CHOICE:
            return "list-checks"
        case QuestionKind.GAP:
            return "text-cursor-input"
        case QuestionKind.TYPED:
            return "keyboard"
        case _:
            assert_never(value)


def kinds_of_file() -> str:
    """Return the kinds of file that an article may come in."""
    return tr("Text, Markdown, HTML, PDF, DOCX or EPUB")


def rating(value: Rating) -> str:
    """Return the rating's name."""
    match value:
        case Rating.AGAIN:
            return tr("Again")
        case Rating.HARD:
            return tr("Hard")
        case Rating.GOOD:
            return tr("Good")
        case Rating.EASY:
            return tr("Easy")
        case _:
            assert_never(value)


def rating_icon(value: Rating) -> str:
    """Return the name of the rating's icon."""
    match value:
        case Rating.AGAIN:
            return "rotate-ccw"
        case Rating.HARD:
            return "weight"
        case Rating.GOOD:
            return "check"
        case Rating.EASY:
            return "feather"
        case _:
            assert_never(value)


def wait(length: timedelta) -> str:
    """Return a wait as a button has it: “10 min”, “8 days”, “3 months”."""
    minutes = max(1, round(length.total_seconds() / 60))
    if minutes < 60:
        return counted(minutes, "1 min", "%n min")
    return _long_wait(length)


def wait_in_full(length: timedelta) -> str:
    """Return a wait as a sentence has it: “10 minutes”."""
    minutes = max(1, round(length.total_seconds() / 60))
    if minutes < 60:
        return counted(minutes, "1 minute", "%n minutes")
    return _long_wait(length)


def _long_wait(length: timedelta) -> str:
    hours = max(1, round(length.total_seconds() / 3600))
    if hours < 24:
        return counted(hours, "1 hour", "%n hours")
    days = max(1, round(length.total_seconds() / 86400))
    if days < _DAYS_IN_WORDS:
        return counted(days, "1 day", "%n days")
    months = round(days / _MONTH)
    if months < 24:
        return counted(months, "1 month", "%n months")
    return counted(round(months / 12), "1 year", "%n years")


def seen(days_ago: int | None, recall_chance: float | None) -> str:
    """Return “Seen 9 days ago · recall chance 84 %”, or that the question is new."""
    if days_ago is None or recall_chance is None:
        return tr("New")
    when = tr("Seen today")
    if days_ago > 0:
        when = counted(days_ago, "Seen 1 day ago", "Seen %n days ago")
    chance = tr("recall chance %1").replace("%1", percent(recall_chance))
    return f"{when} · {chance}"


def recall(recall_chance: float | None) -> str:
    """Return the same in the fewest words: “Recall 84 %”."""
    if recall_chance is None:
        return tr("New")
    return tr("Recall %1").replace("%1", percent(recall_chance))


def place(value: Place) -> str:
    """Return “Paragraph 9, sentence 1”."""
    words = tr("Paragraph %1, sentence %2")
    return words.replace("%1", figure(value.paragraph)).replace(
        "%2", figure(value.sentence)
    )


def position(number: int, total: int) -> str:
    """Return “7 of 24”."""
    return tr("%1 of %2").replace("%1", figure(number)).replace("%2", figure(total))


def mention(words: str, paragraph: int) -> str:
    """Return “‘Baghdad’ appears in paragraph 10:”, which an excerpt follows."""
    sentence = tr("“%1” appears in paragraph %2:")
    return sentence.replace("%2", figure(paragraph)).replace("%1", words)


def verdict(mark: Mark) -> tuple[str, str]:
    """Return the verdict on a typed answer, and what is to be said beside it."""
    if not mark.right:
        return tr("Not quite."), ""
    match mark.slips:
        case 0:
            return tr("Right."), ""
        case 1:
            return tr("Right."), tr("One word is spelt differently.")
        case 2:
            return tr("Right."), tr("Two words are spelt differently.")
        case 3:
            return tr("Right."), tr("Three words are spelt differently.")
        case slips:
            words = counted(slips, "", "%n words are spelt differently.")
            return tr("Right."), words


def rated_again(length: timedelta) -> str:
    """Return “Rated Again · comes back in 10 minutes”."""
    words = tr("Rated Again · comes back in %1")
    return words.replace("%1", wait_in_full(length))


def rating_spoken(value: Rating, length: timedelta | None) -> str:
    """Return what a screen reader says of a rating: “Good, next in 14 days, key 3”."""
    if length is None:
        words = tr("%1, key %2").replace("%1", rating(value))
        return words.replace("%2", str(value.value))
    words = tr("%1, next in %2, key %3").replace("%1", rating(value))
    return words.replace("%2", wait_in_full(length)).replace("%3", str(value.value))


@dataclass(frozen=True, slots=True)
class Problem:
    """An error in the reader's words: what happened, and what to do."""

    title: str
    sentence: str


def problem(error: errors.QuizError) -> Problem:
    """Return what to tell the reader."""
    match error:
        case errors.NoTextInFile(name=name, pages=pages):
            title = tr("“%1” has no text to read").replace("%1", name)
            return Problem(title, _without_text(pages))
        case errors.UnknownKindOfFile():
            return Problem(
                tr("Quizapp can't read this kind of file"),
                tr("It reads text, Markdown, HTML, PDF, DOCX and EPUB."),
            )
        case errors.UnreadableFile(name=name, reason=reason):
            return Problem(
                tr("“%1” could not be read").replace("%1", name),
                _sentence(reason),
            )
        case errors.PasswordProtected(name=name):
            return Problem(
                tr("“%1” is protected by a password").replace("%1", name),
                tr("Save a copy without one and add that."),
            )
        case errors.FileTooLarge(name=name, size=size, limit=limit):
            words = tr("It has %1 MB. Quizapp reads files up to %2 MB.")
            return Problem(
                tr("“%1” is too large").replace("%1", name),
                words.replace("%1", _megabytes(size)).replace("%2", _megabytes(limit)),
            )
        case errors.PageUnreadable():
            return Problem(
                tr("This page could not be read"),
                tr("Check the address or your connection, or paste the text instead."),
            )
        case errors.TextTooShort(sentences=sentences):
            many = (
                "It has %n sentences and no names, dates or figures that a question could "
                "hang on. About 5 sentences is enough."
            )
            one = many.replace("%n sentences", "1 sentence")
            return Problem(
                tr("This text is too short to ask about"), counted(sentences, one, many)
            )
        case _:
            return _problem_with_questions(error)


def languages(foreign: Sequence[str], *, whole: bool) -> str:
    """Return that a text, or parts of it, are in other languages; empty where none is."""
    if not foreign:
        return ""
    words = tr("Text in %1: gaps only.") if whole else tr("Parts in %1: gaps only.")
    return words.replace("%1", ", ".join(map(tr, foreign)))


Refused = Sequence[tuple[str, errors.QuizError]]
"""What did not become a deck: a file's name, empty for a text, and the reason."""


def problems(refused: Refused) -> Problem:
    """Return what to tell of one file or text, or of several, a line for each."""
    told = [_problem_in(name, error) for name, error in refused]
    if len(told) == 1:
        return told[0]
    title = counted(len(told), "1 article was not added", "%n articles were not added")
    lines = (f"{one.title.rstrip('.')}. {one.sentence}" for one in told)
    return Problem(title, "\n".join(lines))


def _problem_in(name: str, error: errors.QuizError) -> Problem:
    """Return the problem under a title that names the file."""
    plain = problem(error)
    if not name or name in plain.title:
        return plain
    match error:
        case errors.TextTooShort():
            title = tr("“%1” is too short to ask about")
        case errors.NoQuestionFound():
            title = tr("No good question found in “%1”")
        case errors.NotInEnglish(language=language):
            title = tr("“%1” is in %2").replace("%2", tr(language))
        case errors.ArticleAlreadyThere():
            title = tr("“%1” is already in the Library")
        case _:
            title = f"“%1”: {plain.title}"
    return Problem(title.replace("%1", name), plain.sentence)


def _sentence(reason: str) -> str:
    """Return a reason that was worded where the fault arose, in the interface's language."""
    words = tr(reason)
    return words[:1].upper() + words[1:]


def _problem_with_questions(error: errors.QuizError) -> Problem:
    match error:
        case errors.NoQuestionFound():
            return Problem(
                tr("No good question found in this text"),
                tr("You can write some by hand; the sentences are ready to pick from."),
            )
        case errors.NotInEnglish(language=language):
            title = tr("This text is in %1").replace("%1", tr(language))
            words = tr(
                "Quizapp asks well in English only, and found no year, number or name here "
                "that a gap could be left for."
            )
            return Problem(title, words)
        case errors.UnusablePipeline(name=name, reason=reason):
            title = tr("The language pipeline “%1” cannot be used").replace("%1", name)
            words = tr(
                "%1. Without english_pipeline in the settings, Quizapp uses its own."
            ).replace("%1", _sentence(reason))
            return Problem(title, words)
        case errors.ArticleAlreadyThere(deck=deck):
            return Problem(
                tr("This article is already in the Library"),
                tr("It is there as “%1”.").replace("%1", deck),
            )
        case errors.UnreadableSet() | errors.UnknownFormat() | errors.NothingToWrite():
            return _problem_with_a_set(error)
        case errors.WorkBroke():
            words = "Writing questions stopped unexpectedly. Nothing was added; the log says more."
            return Problem(tr("This did not work"), tr(words))
        case _:
            return _problem_with_the_bank(error)


def _problem_with_a_set(
    error: errors.UnreadableSet | errors.UnknownFormat | errors.NothingToWrite,
) -> Problem:
    match error:
        case errors.UnreadableSet(name=name, reason=reason):
            title = tr("“%1” could not be imported").replace("%1", name)
            return Problem(title, _sentence(reason))
        case errors.UnknownFormat(known=known):
            words = tr("Quizapp knows no such format. It knows: %1")
            return Problem(tr("This did not work"), words.replace("%1", ", ".join(known)))
        case errors.NothingToWrite(title=title, why=why):
            words = tr("There is no question to write for %1").replace("%1", title)
            return Problem(words, tr(why))


def _problem_with_the_bank(error: errors.QuizError) -> Problem:
    match error:
        case errors.BankInUse():
            return Problem(
                tr("Your question bank is open elsewhere"),
                tr(
                    "Another Quizapp window is using it. Close that window, then try again. "
                    "Opening it twice could lose answers."
                ),
            )
        case errors.BankDamaged():
            return Problem(
                tr("Your question bank is damaged"),
                tr(
                    "Quizapp could not read part of it, so it has not been opened. "
                    "Nothing was deleted."
                ),
            )
        case errors.BankReadOnly():
            return Problem(
                tr("Your question bank is open read-only."),
                tr(
                    "Another Quizapp window is using it. Close that window and start Quizapp "
                    "again to change anything."
                ),
            )
        case errors.BackupDamaged():
            return Problem(
                tr("This backup is damaged."),
                tr("Choose another one. Nothing was changed."),
            )
        case errors.CannotRepair():
            return Problem(
                tr("The bank could not be repaired."),
                tr("Too little of it can be read. It was left as it is."),
            )
        case errors.BankTooNew():
            return Problem(
                tr("Your question bank was made by a newer Quizapp"),
                tr("Update Quizapp to open it. Nothing was changed."),
            )
        case _:
            return _problem_with_the_disk(error)


def _problem_with_the_disk(error: errors.QuizError) -> Problem:
    match error:
        case errors.CannotWrite(disk_full=True):
            return Problem(tr("The file could not be saved."), tr("The disk is full."))
        case errors.CannotWrite(missing=True):
            return Problem(
                tr("The file could not be saved."), tr("There is no such folder.")
            )
        case errors.CannotWrite():
            return Problem(
                tr("The file could not be saved."), tr("This folder cannot be written to.")
            )
        case _:
            return Problem(tr("This did not work"), str(error))


def _without_text(pages: int) -> str:
    if not pages:
        return tr("There are no words in it.")
    return counted(
        pages,
        "Its 1 page is a picture, probably a scan. Quizapp needs text you can select.",
        "Its %n pages are pictures, probably a scan. Quizapp needs text you can select.",
    )


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.0f}"
