"""What the user may be told: each error carries the facts, the front doors make the sentence.

`str(error)` is the one-line English sentence of the command line; the window words the same
facts through `ui/problems.py`, so that they can be translated.
"""

from dataclasses import dataclass, fields

from typing_extensions import override


@dataclass(eq=False)
class QuizError(Exception):
    """The world failed, not the program: show it, lose nothing."""

    @override
    def __reduce__(self) -> tuple[type["QuizError"], tuple[object, ...]]:
        """Carry the facts across to another process, however they were given."""
        return type(self), tuple(getattr(self, field.name) for field in fields(self))


@dataclass(eq=False)
class UnknownKindOfFile(QuizError):
    """The name's suffix belongs to no reader."""

    name: str

    @override
    def __str__(self) -> str:
        return (
            f"{self.name}: Quizapp can't read this kind of file. "
            "It reads text, Markdown, HTML, PDF, DOCX and EPUB."
        )


@dataclass(eq=False)
class UnreadableFile(QuizError):
    """The file is missing, may not be read, or is not what its name says."""

    name: str
    reason: str

    @override
    def __str__(self) -> str:
        return f"{self.name} could not be read: {self.reason}"


@dataclass(eq=False)
class NoTextInFile(QuizError):
    """The file opened, yet holds no text; `pages` counts a scan's pictures, 0 when not known."""

    name: str
    pages: int = 0

    @override
    def __str__(self) -> str:
        if self.pages:
            count = (
                "1 page is a picture"
                if self.pages == 1
                else f"{self.pages} pages are pictures"
            )
            return (
                f"{self.name} has no text to read: its {count}, probably a scan. "
                "Quizapp needs text you can select."
            )
        return f"{self.name} has no text to read."


@dataclass(eq=False)
class PasswordProtected(QuizError):
    """The file opens only with a password."""

    name: str

    @override
    def __str__(self) -> str:
        return (
            f"{self.name} is protected by a password. Save a copy without one and add that."
        )


@dataclass(eq=False)
class FileTooLarge(QuizError):
    """The file is larger than `limit` bytes."""

    name: str
    size: int
    limit: int

    @override
    def __str__(self) -> str:
        size, limit = self.size / 1_000_000, self.limit / 1_000_000
        return f"{self.name} is too large: {size:.0f} MB. Quizapp reads files up to {limit:.0f} MB."


@dataclass(eq=False)
class PageUnreadable(QuizError):
    """Nothing could be read at an address of the web."""

    address: str
    reason: str

    @override
    def __str__(self) -> str:
        return (
            f"{self.address} could not be read: {self.reason}. "
            "Check the address or your connection, or paste the text instead."
        )


@dataclass(eq=False)
class TextTooShort(QuizError):
    """The text has too little in it to ask about."""

    sentences: int

    @override
    def __str__(self) -> str:
        count = "1 sentence" if self.sentences == 1 else f"{self.sentences} sentences"
        return (
            f"This text is too short to ask about: it has {count} and no names, dates or "
            "figures that a question could hang on. About 5 sentences is enough."
        )


@dataclass(eq=False)
class NoQuestionFound(QuizError):
    """The text was read, yet every draft was refused."""

    @override
    def __str__(self) -> str:
        return "No good question found in this text."


@dataclass(eq=False)
class NotInEnglish(QuizError):
    """The text is in another language, and nothing in it was clear enough for a gap."""

    language: str
    """Its English name."""

    @override
    def __str__(self) -> str:
        return (
            f"This text is in {self.language}. Quizapp asks well in English only, and found "
            "no year, number or name here that a gap could be left for."
        )


@dataclass(eq=False)
class UnusablePipeline(QuizError):
    """The spaCy pipeline that the settings name cannot read English here."""

    name: str
    reason: str

    @override
    def __str__(self) -> str:
        return (
            f"The language pipeline “{self.name}” cannot be used: {self.reason}. "
            "Nothing was added. Without english_pipeline in the settings, Quizapp uses its own."
        )


@dataclass(eq=False)
class ArticleAlreadyThere(QuizError):
    """The same text is in the bank under `deck`."""

    deck: str

    @override
    def __str__(self) -> str:
        return f"This article is already in the Library, as “{self.deck}”."


@dataclass(eq=False)
class NoSuchDeck(QuizError):
    """No deck, or more than one, goes by this name."""

    title: str
    found: int = 0

    @override
    def __str__(self) -> str:
        if self.found:
            return f"There are {self.found} decks “{self.title}”. Rename one in the Library first."
        return f"There is no deck “{self.title}”. See the decks with: quizapp decks"


@dataclass(eq=False)
class BankInUse(QuizError):
    """Another window or command holds the bank."""

    path: str

    @override
    def __str__(self) -> str:
        return (
            "Your question bank is open elsewhere: another Quizapp window is using it. "
            "Close that window, then try again. Opening it twice could lose answers."
        )


@dataclass(eq=False)
class BankReadOnly(QuizError):
    """The bank was opened to be read alone, since another window holds it."""

    path: str

    @override
    def __str__(self) -> str:
        return (
            "Your question bank is open read-only: another Quizapp window is using it. "
            "Close that window and start Quizapp again to study or change anything."
        )


@dataclass(eq=False)
class BackupDamaged(QuizError):
    """The backup to go back to cannot be read through."""

    path: str

    @override
    def __str__(self) -> str:
        return (
            f"The backup {self.path} is damaged. Choose another one. Nothing was changed."
        )


@dataclass(eq=False)
class CannotRepair(QuizError):
    """Too little could be read of a damaged bank to make a new one of it."""

    path: str

    @override
    def __str__(self) -> str:
        return (
            f"The question bank {self.path} could not be repaired: too little of it can be "
            "read. It was left as it is."
        )


@dataclass(eq=False)
class BankTooNew(QuizError):
    """The bank was written by a later version of the program."""

    path: str
    found: int
    known: int

    @override
    def __str__(self) -> str:
        return (
            f"The question bank {self.path} was made by a newer Quizapp "
            f"(its form is {self.found}, this program knows {self.known}). "
            "Update Quizapp to open it. Nothing was changed."
        )


@dataclass(eq=False)
class BankDamaged(QuizError):
    """The file is no readable bank."""

    path: str

    @override
    def __str__(self) -> str:
        return (
            f"The question bank {self.path} is damaged or no question bank: Quizapp could "
            "not read it, so it has not been opened. Nothing was changed."
        )


@dataclass(eq=False)
class CannotWrite(QuizError):
    """A file or the bank could not be written.

    A full disk, a closed or a missing folder, or a folder in its place.
    """

    path: str
    disk_full: bool = False
    missing: bool = False
    """The folder it should stand in does not exist."""
    folder: bool = False
    """A folder stands in its place."""

    @override
    def __str__(self) -> str:
        if self.disk_full:
            return f"{self.path} could not be saved. The disk is full."
        if self.missing:
            return f"{self.path} could not be saved. There is no such folder."
        if self.folder:
            return f"{self.path} is a folder. Name a file in it."
        return f"{self.path} could not be saved. This folder cannot be written to."


@dataclass(eq=False)
class WouldOverwrite(QuizError):
    """What is to be written would take the place of what it is written from."""

    path: str

    @override
    def __str__(self) -> str:
        return f"{self.path} is the article itself. Name another file to write to."


@dataclass(eq=False)
class AlreadyThere(QuizError):
    """A file that is to be written exists already."""

    path: str

    @override
    def __str__(self) -> str:
        return f"{self.path} is there already. --replace writes over it."


@dataclass(eq=False)
class UnreadableSet(QuizError):
    """A file of questions does not hold what its format promises."""

    name: str
    reason: str

    @override
    def __str__(self) -> str:
        return f"{self.name} could not be imported: {self.reason}"


@dataclass(eq=False)
class UnknownFormat(QuizError):
    """The name's suffix belongs to no format of question sets."""

    name: str
    known: tuple[str, ...]

    @override
    def __str__(self) -> str:
        return (
            f"{self.name}: Quizapp knows no such format. It knows: {', '.join(self.known)}"
        )


@dataclass(eq=False)
class NothingToWrite(QuizError):
    """Of the questions chosen the format can hold none; `why` tells of the first one."""

    title: str
    """The format's."""
    why: str

    @override
    def __str__(self) -> str:
        return f"There is no question to write for {self.title}. {self.why}".strip()


@dataclass(eq=False)
class WorkBroke(QuizError):
    """The process that reads a text and writes its questions ended without a result."""

    @override
    def __str__(self) -> str:
        return (
            "Writing questions stopped unexpectedly. Nothing was added; the log says more."
        )


@dataclass(eq=False)
class Cancelled(QuizError):
    """The person stopped the work; nothing was changed."""

    @override
    def __str__(self) -> str:
        return "Stopped. Nothing was added."
