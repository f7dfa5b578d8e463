"""An article: its text, and what each stretch of it is."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

ArticleId = NewType("ArticleId", str)
"""SHA-256 of the text in hex: the same text is the same article."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: code point offsets, half-open, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty or reversed stretch."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"no stretch of text: {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """Return the words it covers."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end


class PassageKind(StrEnum):
    """What a stretch of the text is; only paragraphs are asked about."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    LIST = "list"
    TABLE = "table"
    CODE = "code"
    FURNITURE = "furniture"
    """Menus, breadcrumbs, comment forms: the page around the article."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the text, and its sentences in order when it is a paragraph."""

    kind: PassageKind
    span: Span
    sentences: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        """Hold each sentence to its place."""
        reach = self.span.start
        for sentence in self.sentences:
            if sentence.start < reach or not self.span.holds(sentence):
                raise ValueError("a sentence leaves its passage or its order")
            reach = sentence.end
        if bool(self.sentences) != (self.kind is PassageKind.PARAGRAPH):
            raise ValueError("paragraphs have sentences, other passages have none")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader finds a sentence; both numbers count from one."""

    paragraph: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Article:
    """A text worth asking about: it has a title and at least one sentence.

    All offsets in the program count code points of `text`.
    """

    title: str
    text: str
    passages: tuple[Passage, ...]
    origin: str = ""
    """Where it came from, as a reader would cite it: a file's name, an author, an address."""

    def __post_init__(self) -> None:
        """Refuse an article without a title or without a sentence."""
        if not self.title.strip():
            raise ValueError("an article has a title")
        reach = 0
        for passage in self.passages:
            if passage.span.start < reach or passage.span.end > len(self.text):
                raise ValueError("a passage leaves the text or its order")
            reach = passage.span.end
        if not any(passage.sentences for passage in self.passages):
            raise ValueError("an article has at least one sentence")

    @property
    def id(self) -> ArticleId:
        """The same for the same text, whatever its title."""
        return ArticleId(
            hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        )

    @property
    def paragraphs(self) -> Iterator[Passage]:
        """The passages that are asked about, in order."""
        return (p for p in self.passages if p.kind is PassageKind.PARAGRAPH)

    @property
    def sentences(self) -> tuple[Span, ...]:
        """Every sentence that may be asked about, in order."""
        return tuple(sentence for p in self.paragraphs for sentence in p.sentences)

    def place(self, sentence: Span) -> Place:
        """Return where `sentence` stands; raises ValueError where it is none of the article's."""
        for number, paragraph in enumerate(self.paragraphs, start=1):
            if sentence in paragraph.sentences:
                return Place(number, paragraph.sentences.index(sentence) + 1)
        raise ValueError(f"no sentence of this article: {sentence}")

    def paragraph_of(self, span: Span) -> int | None:
        """Return the number of the paragraph that holds `span`, from one; None outside them."""
        for number, paragraph in enumerate(self.paragraphs, start=1):
            if paragraph.span.holds(span):
                return number
        return None
