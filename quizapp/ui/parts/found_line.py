"""What was found in a text: its language, how long it is, and what was left out of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from quizapp.domain.article import PassageKind
from quizapp.operations.choosing import Chosen
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, tr


class FoundLine(QWidget):
    """`asked` wants to see what was left out."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._icon = Icon(look, "circle-check", "success", 14)
        self._found = Text(look, "", "caption", "text2")
        self._without = Text(look, "", "caption", "text3")
        self._show = Button(look, tr("Show"), "link", size="small")
        self._show.setAccessibleName(tr("Show what was left out"))
        self._show.clicked.connect(self.asked)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        found, without = QHBoxLayout(), QHBoxLayout()
        for half, parts in (
            (found, (self._icon, self._found)),
            (without, (self._without, self._show)),
        ):
            half.setSpacing(6)
            for part in parts:
                half.addWidget(part)
        found.addStretch(1)
        without.addStretch(1)
        self._row.addLayout(found, 1)
        self._row.addLayout(without)
        self.setMinimumHeight(look.size("buttonSm"))
        self.say_nothing()

    def set_narrow(self, *, narrow: bool) -> None:
        """Take two lines where there is no room for one."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def say_nothing(self) -> None:
        """Show an empty line."""
        for part in (self._icon, self._found, self._without, self._show):
            part.hide()

    def say_reading(self) -> None:
        """Say that the text is being read."""
        self.say_nothing()
        self._say("loader-circle", "text3", tr("Reading…"))

    def say_found(self, chosen: Chosen, without: Sequence[PassageKind], back: int) -> None:
        """Say what was found, what is left out still, and how much was put back."""
        sentences = len(chosen.article.sentences)
        parts = (
            ", ".join(map(tr, chosen.languages)),
            counted(sentences, "1 sentence", "%n sentences"),
            counted(chosen.words, "1 word", "%n words"),
        )
        self._say("circle-check", "success", " · ".join(parts))
        told = []
        if without:
            told.append(_left_out(without))
        if back:
            told.append(counted(back, "1 passage put back", "%n passages put back"))
        self._without.setText(" · ".join([*told, ""]).rstrip(" ") if told else "")
        self._without.setVisible(bool(told))
        self._show.setVisible(bool(told))

    def _say(self, icon: str, ink: str, words: str) -> None:
        self._icon.show_icon(icon, ink)
        self._found.setText(words)
        self._icon.show()
        self._found.show()


def kind_of_passage(kind: PassageKind) -> str:
    """Return what passages of a kind are called inside a sentence."""
    return {
        PassageKind.CAPTION: tr("captions"),
        PassageKind.FURNITURE: tr("site menu"),
        PassageKind.LIST: tr("lists"),
        PassageKind.TABLE: tr("tables"),
        PassageKind.CODE: tr("code"),
    }.get(kind, tr("other passages"))


def _left_out(kinds: Sequence[PassageKind]) -> str:
    """Return “Captions and site menu left out”."""
    names = [kind_of_passage(kind) for kind in sorted(set(kinds))]
    listed = names[0]
    if len(names) > 1:
        both = tr("%1 and %2").replace("%2", names[-1])
        listed = both.replace("%1", ", ".join(names[:-1]))
    words = tr("%1 left out").replace("%1", listed)
    return words[:1].upper() + words[1:]
