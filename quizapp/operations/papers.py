"""What will be printed, as pictures of its pages.

Making a document takes seconds, so it is made in a process of its own: what that needs and
returns can be pickled, and nothing of the bank is loaded for it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import FORMATS
from quizapp.exchange.options import Options
from quizapp.exchange.paper import pages
from quizapp.exchange.paper.pages import Page


@dataclass(frozen=True, slots=True)
class Printed:
    """One of the files of an export, as a PDF."""

    document: bytes
    pages: int


def printed(
    name: str,
    question_set: QuestionSet,
    options: Options,
    label: str,
    _report: Callable[[object], None],
) -> Printed:
    """Return what the format called `name` prints, of several files the one of this label."""
    show = FORMATS[name].show
    if show is None:
        raise ValueError(f"{name} has no pages to show")
    document = show(question_set, options, label)
    return Printed(document, pages.count(document))


def page(file: Printed, number: int, width: int) -> Page:
    """Return page `number` of a file, from 0, `width` pixels wide."""
    return pages.draw(file.document, number, width)


__all__ = ["Page", "Printed", "page", "printed"]
