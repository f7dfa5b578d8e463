"""What to tell of an error: what happened, then what to do; all may be translated."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp import errors
from quizapp.ui.wording import counted, tr

Refused = Sequence[tuple[str, errors.QuizError]]
"""What did not become a deck: a file's name, empty for a text, and the reason."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An error in the reader's words: what happened, and what to do."""

    title: str
    sentence: str


def of(error: errors.QuizError) -> Problem:
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


def of_several(refused: Refused) -> Problem:
    """Return what to tell of one file or text, or of several, a line for each."""
    told = [_problem_in(name, error) for name, error in refused]
    if len(told) == 1:
        return told[0]
    title = counted(len(told), "1 article was not added", "%n articles were not added")
    lines = (f"{one.title.rstrip('.')}. {one.sentence}" for one in told)
    return Problem(title, "\n".join(lines))


def _problem_in(name: str, error: errors.QuizError) -> Problem:
    """Return the problem under a title that names the file."""
    plain = of(error)
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
                    "again to study or change anything."
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
        case errors.CannotWrite(folder=True):
            return Problem(
                tr("The file could not be saved."),
                tr("A folder has this name. Choose another."),
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
