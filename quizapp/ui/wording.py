"""The words for values; all may be translated."""

from collections.abc import Sequence
from datetime import timedelta
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

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


def languages(foreign: Sequence[str], *, whole: bool) -> str:
    """Return that a text, or parts of it, are in other languages; empty where none is."""
    if not foreign:
        return ""
    words = tr("Text in %1: gaps only.") if whole else tr("Parts in %1: gaps only.")
    return words.replace("%1", ", ".join(map(tr, foreign)))
