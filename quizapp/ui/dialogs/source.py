"""Ask for the sentence that a question came from."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from quizapp.domain.article import Span
from quizapp.domain.wanted import folded
from quizapp.operations.sourcing import Sentence
from quizapp.ui import wording
from quizapp.ui.parts.finder import Finder
from quizapp.ui.parts.found_list import Entry
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_WIDTH = 760


class Sentences(Finder):
    """The sentences in their order, those left that hold what is typed."""

    def __init__(
        self, look: Look, sentences: Sequence[Sentence], take: Callable[[Span], None]
    ) -> None:
        super().__init__(look, tr("Find a sentence"), _WIDTH, "source")
        self._entries = [
            Entry(
                " ".join(one.words.split()),
                wording.place(one.place),
                "quote",
                partial(take, one.span),
            )
            for one in sentences
        ]
        self.field.textChanged.connect(self._find)
        self.put(self._entries)

    def _find(self, text: str) -> None:
        sought = folded(text)
        self.put([one for one in self._entries if sought in folded(one.words)])


def ask(
    look: Look, window: QWidget, sentences: Sequence[Sentence], take: Callable[[Span], None]
) -> Overlay:
    """Show the sentences; `take` hears the one that is chosen."""
    return Sentences(look, sentences, take).open_over(window, tr("Source sentence"))
