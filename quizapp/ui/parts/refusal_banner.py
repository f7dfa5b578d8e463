"""What did not become a deck, and the ways on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from quizapp.ui import error_details, problems
from quizapp.ui.parts.banner import Banner, Tone
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.wanted import Refusal
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

Way = tuple[str, str, Callable[[], None]]
"""The words of a way on, its icon, and what it does."""


class RefusalBanner(Banner):
    """`by_hand` carries the one `Refusal` whose sentences are there to be asked about."""

    by_hand = Signal(object)

    def __init__(self, look: Look, refused: Sequence[Refusal], *, of_file: bool) -> None:
        self.mild = all(one.mild for one in refused)
        self._refused = refused
        problem = problems.of_several([(one.wanted.name, one.error) for one in refused])
        tone: Tone = "warn" if self.mild else "bad"
        icon = "file-warning" if of_file and not self.mild else ""
        super().__init__(look, tone, problem.title, problem.sentence, icon=icon)
        self._buttons: list[Button] = []

    def offer(self, ways: Sequence[Way]) -> None:
        """Offer these ways on, then to write by hand, then to see more of what happened."""
        for words, icon, deed in (*ways, *self._writing_by_hand()):
            button = Button(self._look, words, icon=icon)
            button.clicked.connect(deed)
            self.add_action(button)
            self._buttons.append(button)
        details = error_details.details(
            [(one.wanted.path, one.error) for one in self._refused]
        )
        if details and not self.mild:
            self.add_details(details)

    def take_focus(self) -> None:
        """Put the keyboard on the first way on."""
        self._buttons[0].setFocus()

    def _writing_by_hand(self) -> Sequence[Way]:
        match self._refused:
            case [Refusal(article=article) as only] if only.mild and article is not None:
                words = tr("Write questions by hand")
                return ((words, "", lambda: self.by_hand.emit(only)),)
            case _:
                return ()
