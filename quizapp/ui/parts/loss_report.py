"""What an export loses, told before it is written: how many, why, and which ones."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.question import prompt_of
from quizapp.operations import exporting
from quizapp.operations.exporting import Fate, Plan
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.margins import set_margins
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.typeset import Stretch
from quizapp.ui.theme import Look
from quizapp.ui.wording import figure, tr

_WORDS = {
    Fate.DROPPED: "%1 of %2 left out:",
    Fate.CHANGED: "%1 of %2 changed:",
    Fate.SHORTENED: "%1 of %2 shortened:",
}
_MOST_NAMED = 50


class LossReport(QWidget):
    """One entry for each thing that is lost; empty where nothing is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._shown: list[QWidget] = []

    def show_plan(self, planned: Plan) -> None:
        """Tell what this export loses."""
        for old in self._shown:
            old.hide()
            old.deleteLater()
        asked = {one.id: prompt_of(one.question) for one in planned.questions.questions}
        self._shown = []
        for fate, why, count in exporting.summed(planned.losses):
            named = [
                asked[loss.question]
                for loss in planned.losses
                if (loss.fate, loss.why) == (fate, why)
            ]
            head = tr(_WORDS[fate]).replace("%1", figure(count))
            head = head.replace("%2", str(planned.chosen))
            self._tell(_Entry(self._look, fate, head, tr(why), named))
        if planned.set_aside:
            head = tr("%1 of %2 set aside:").replace("%1", figure(len(planned.set_aside)))
            head = head.replace("%2", str(planned.chosen))
            why = tr("Written with the others, unless you choose “Not set aside”.")
            named = [asked[question] for question in planned.set_aside]
            self._tell(_Entry(self._look, Fate.SHORTENED, head, why, named))
        self.setVisible(bool(self._shown))

    def _tell(self, entry: "_Entry") -> None:
        self._column.addWidget(entry)
        self._shown.append(entry)


class _Entry(QWidget):
    """A sentence, and behind a button the questions it is about."""

    def __init__(
        self, look: Look, fate: Fate, head: str, why: str, named: Sequence[str]
    ) -> None:
        super().__init__()
        self._look, self._named = look, named
        dropped = fate is Fate.DROPPED
        icon = Icon(look, "triangle-alert" if dropped else "info", _ink(fate), 16)
        sentence = Text(look, f"{head} {why}", "label", "text2", weight=400, wrap=True)
        sentence.set_stretches([Stretch(0, len(head), weight=600, ink="text")])
        self._button = Button(look, tr("Show"), "quiet", size="small")
        self._button.setAccessibleName(f"{tr('Show')}: {head} {why}")
        self._button.setCheckable(True)
        self._button.toggled.connect(self._toggle)
        row = QHBoxLayout()
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(icon, 0, top)
        row.addWidget(sentence, 1)
        row.addWidget(self._button, 0, top)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(row)
        self._list: QWidget | None = None

    def _toggle(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._button.setText(tr("Hide") if on else tr("Show"))
        if self._list is None:
            self._list = self._questions()
            self._column.addWidget(self._list)
        self._list.setVisible(on)

    def _questions(self) -> QWidget:
        shown = QWidget()
        column = QVBoxLayout(shown)
        set_margins(column, 24, 0, 0, 4)
        column.setSpacing(2)
        for words in self._named[:_MOST_NAMED]:
            flat = " ".join(words.split())
            column.addWidget(Text(self._look, flat, "caption", "text2", wrap=True))
        if len(self._named) > _MOST_NAMED:
            more = tr("and %1 more").replace("%1", figure(len(self._named) - _MOST_NAMED))
            column.addWidget(Text(self._look, more, "caption", "text3"))
        return shown


def _ink(fate: Fate) -> str:
    return "hard" if fate is Fate.DROPPED else "text3"
