"""The head of the Reader: the title, how well the text is known, its map, and the deeds."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.operations.reader import Reading
from quizapp.ui import wording
from quizapp.ui.parts.button import Button, IconButton
from quizapp.ui.parts.clamped import ClampedText
from quizapp.ui.parts.menu import Menu
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.text_map import TextMap
from quizapp.ui.parts.tint_switch import TintSwitch
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, tr


class ReaderHead(QWidget):
    """It asks for everything by signal; `back` only while a session waits behind the page."""

    study = Signal()
    questions = Signal()
    export = Signal()
    add = Signal()
    back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._narrow, self._waiting = look, False, False
        self._reading: Reading | None = None
        self._title = ClampedText(look, "", "title", lines=2)
        self._known = Text(look, "", "label", "text2", weight=400, wrap=True)
        self.map = TextMap(look)
        self.tint = TintSwitch(look)
        self._more = IconButton(look, "ellipsis", tr("More for this article"))
        self._export = Button(look, tr("Export…"), icon="share")
        self._study = Button(look, tr("Study"), "primary", icon="play")
        self._add = Button(look, tr("Add question"), "primary", icon="plus")
        self._questions = Button(look, tr("Questions"), icon="list-checks")
        self._back = Button(
            look, tr("Back to the question"), "primary", icon="arrow-left", keys=("Esc",)
        )
        self._more.clicked.connect(self._open_menu)
        self._export.clicked.connect(self.export)
        self._study.clicked.connect(self.study)
        self._add.clicked.connect(self.add)
        self._questions.clicked.connect(self.questions)
        self._back.clicked.connect(self.back)
        self._lay_out()
        self._reshape()

    def show_reading(self, reading: Reading) -> None:
        """Name the article and say how well it is known."""
        self._reading = reading
        segments = reading.strip
        self.map.set_segments(segments)
        self.map.setVisible(bool(segments))
        self._title.setText(reading.title)
        self._tell()
        self._show_ways()

    def set_waiting(self, *, waiting: bool) -> None:
        """Offer the way back to a session, in the place of all else."""
        self._waiting = waiting
        self._reshape()

    def set_narrow(self, *, narrow: bool) -> None:
        """Save room in a small window."""
        self._narrow = narrow
        self._reshape()

    def _lay_out(self) -> None:
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(self._title)
        named.addWidget(self._known)
        self._top = QHBoxLayout()
        self._top.setSpacing(12)
        self._top.addLayout(named, 1)
        ways = (
            self._more,
            self._questions,
            self._export,
            self._study,
            self._add,
            self._back,
        )
        for part in ways:
            self._top.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(16)
        self._foot.addWidget(self.map, 1)
        self._foot.addStretch(0)
        self._foot.addWidget(self.tint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addLayout(self._foot)
        column.addWidget(Rule(self._look))

    def _reshape(self) -> None:
        narrow = self._narrow
        self._top.setContentsMargins(*((20, 11, 20, 3) if narrow else (24, 20, 24, 10)))
        self._foot.setContentsMargins(*((20, 0, 20, 6) if narrow else (24, 0, 24, 10)))
        self._title.set_style("heading" if narrow else "title")
        self.tint.set_keyless(keyless=narrow)
        self._tell()
        self._show_ways()

    def _tell(self) -> None:
        """Say how well the text is known and what is due, in few words where room is short."""
        reading = self._reading
        if reading is None:
            return
        total = counted(reading.counts.total, "1 question", "%n questions")
        known = tr("You know about %1 of this text")
        known = known.replace("%1", wording.percent(reading.known))
        self._known.setText(known if self._narrow else f"{known} · {total}")
        due, short = reading.counts.due, self._look.large
        words = counted(due, "Study (1 due)", "Study (%n due)")
        self._study.setText(words if due and not short else tr("Study"))
        self._study.updateGeometry()

    @property
    def _bare(self) -> bool:
        """Whether there is an article, and no question on it."""
        return self._reading is not None and not self._reading.counts.total

    def _show_ways(self) -> None:
        """Offer what can be done now: without questions the next thing is to write one."""
        narrow, waiting, bare = self._narrow, self._waiting, self._bare
        for way, offered in (
            (self._more, narrow),
            (self._questions, not narrow and not bare),
            (self._export, not narrow and not bare),
            (self._study, not bare),
            (self._add, bare),
        ):
            way.setVisible(offered and not waiting)
        self._back.setVisible(waiting)

    def _open_menu(self) -> None:
        menu = Menu(self)
        menu.addAction(tr("Add question…") + "\tA").triggered.connect(self.add)
        if not self._bare:
            menu.addAction(tr("Questions")).triggered.connect(self.questions)
            menu.addAction(tr("Export…")).triggered.connect(self.export)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))
