"""The questions on the chosen sentence: all in a panel, or one at a time in a drawer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.question import QuestionId
from quizapp.operations.reader import Asked, Sentence
from quizapp.ui import wording
from quizapp.ui.parts.button import Button, IconButton
from quizapp.ui.parts.flow import Flow
from quizapp.ui.parts.margins import set_margins
from quizapp.ui.parts.question_tile import QuestionTile
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, tr

_SHARE = 0.5
"""What of the room below the head a drawer may cover."""
_RING = 4
"""Pixels around a tile that the ring takes where it has the focus."""


class _Questions(QWidget):
    """What panel and drawer have in common: a sentence, its tiles, and which was chosen."""

    edit = Signal(object)
    """The question (StoredQuestion) that is to be changed."""
    add = Signal()
    study = Signal(object)
    """The ids of the questions to go over."""

    def __init__(self, look: Look, *, wrapping: bool) -> None:
        super().__init__()
        self._look = look
        self._sentence: Sentence | None = None
        self._chosen: QuestionId | None = None
        self._tiles: list[QuestionTile] = []
        self._place = Text(look, "", "heading", wrap=wrapping)
        self._count = Text(look, "", "caption", "text3")
        self._add = Button(look, tr("Add question"), "quiet", size="small", icon="plus")
        self._add.clicked.connect(self.add)

    def show_sentence(self, sentence: Sentence) -> None:
        """Show the questions on a sentence; the one chosen before stays chosen."""
        held = self.holds_focus()
        self._sentence = sentence
        self._place.setText(wording.place(sentence.place))
        self._count.setText(_counted(len(sentence.asked)))
        ids = [one.stored.id for one in sentence.asked]
        if self._chosen not in ids:
            self._chosen = ids[0] if ids else None
        self._fill(sentence)
        if held:
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the chosen question, or where one can be added."""
        for tile in self._tiles:
            if tile.asked.stored.id == self._chosen:
                tile.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self._add.setFocus(Qt.FocusReason.TabFocusReason)

    def holds_focus(self) -> bool:
        """Tell whether the keyboard is here."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _fill(self, sentence: Sentence) -> None:
        raise NotImplementedError

    def _tile(self, asked: Asked) -> QuestionTile:
        tile = QuestionTile(self._look, asked)
        tile.set_chosen(chosen=asked.stored.id == self._chosen)
        tile.edit.connect(lambda: self.edit.emit(asked.stored))
        tile.focused.connect(lambda: self._choose(asked.stored.id))
        self._tiles.append(tile)
        return tile

    def _choose(self, question: QuestionId) -> None:
        self._chosen = question
        for tile in self._tiles:
            tile.set_chosen(chosen=tile.asked.stored.id == question)

    def _forget_tiles(self) -> None:
        for tile in self._tiles:
            tile.hide()
            tile.deleteLater()
        self._tiles = []


class SentencePanel(_Questions):
    """All questions of the sentence one below the other, and the way to more."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, wrapping=True)
        self.setFixedWidth(look.size("readerPanel"))
        self._none = Text(
            look, tr("No question asks about this sentence yet."), ink="text3", wrap=True
        )
        self._study = Button(look, "", "soft", size="small", icon="play")
        self._study.clicked.connect(self._study_these)
        self._studies = True
        head = QHBoxLayout()
        head.setContentsMargins(16, 16, 16, 8)
        head.addWidget(self._place, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 2, 16, 16)
        self._column.setSpacing(10)
        self._column.addWidget(self._none)
        foot = Flow()
        foot.add(self._study)
        foot.add(self._add)
        self._column.addWidget(foot)
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        set_margins(column, 1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Scroll(content), 1)

    def set_studies(self, *, studies: bool) -> None:
        """Offer to study the questions, or not: a session may be waiting."""
        self._studies = studies
        if self._sentence is not None:
            self._offer_to_study(self._sentence)

    def step(self, steps: int) -> None:
        """Move the keyboard to another tile."""
        at = [tile.hasFocus() for tile in self._tiles]
        if True in at:
            there = max(0, min(len(at) - 1, at.index(True) + steps))
            self._tiles[there].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line between the text and the panel."""
        painter = QPainter(self)
        edge = self.width() - 1 if self.isRightToLeft() else 0
        painter.fillRect(edge, 0, 1, self.height(), self._look.color("border"))
        painter.end()

    @override
    def _fill(self, sentence: Sentence) -> None:
        self._forget_tiles()
        self._none.setVisible(not sentence.asked)
        for number, asked in enumerate(sentence.asked):
            tile = self._tile(asked)
            self._column.insertWidget(number, tile)
            tile.show()
        self._offer_to_study(sentence)

    def _offer_to_study(self, sentence: Sentence) -> None:
        count = len(_studied(sentence))
        self._study.setVisible(count > 0 and self._studies)
        self._study.setText(counted(count, "Study this one", "Study these %n"))
        self._study.updateGeometry()

    def _study_these(self) -> None:
        if self._sentence is not None:
            self.study.emit(_studied(self._sentence))


class SentenceDrawer(_Questions):
    """One question at a time at the foot of a narrow page; Esc or the cross closes it."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, wrapping=False)
        self._back = IconButton(look, "chevron-left", tr("Previous question"), size="small")
        self._on = IconButton(look, "chevron-right", tr("Next question"), size="small")
        self._position = Text(look, "", "caption", "text2")
        cross = IconButton(look, "x", tr("Close"), size="small")
        self._back.clicked.connect(lambda: self.step(-1))
        self._on.clicked.connect(lambda: self.step(1))
        cross.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(_RING, 0, _RING, 0)
        head.setSpacing(8)
        head.addWidget(self._place)
        head.addWidget(self._count)
        head.addStretch(1)
        for part in (self._add, self._back, self._position, self._on):
            head.addWidget(part)
        head.addSpacing(8)
        head.addWidget(cross)
        content = QWidget()
        self._room = QVBoxLayout(content)
        self._room.setContentsMargins(_RING, _RING, _RING, _RING)
        self._scroll = Scroll(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(20 - _RING, 13, 20 - _RING, 14 - _RING)
        column.setSpacing(10 - _RING)
        column.addLayout(head)
        column.addWidget(self._scroll)

    def fit(self, room: int) -> None:
        """Be as high as the question needs, and leave half of the room to the text."""
        inside = self.width() - 40
        wanted = sum(tile.heightForWidth(inside) for tile in self._tiles)
        most = round(room * _SHARE) - self._place.sizeHint().height() - 40
        self._count.setVisible(not self._look.large)
        self._add.set_wordless(wordless=self._look.large)
        self._scroll.setVisible(bool(self._tiles))
        self._scroll.setFixedHeight(max(48, min(wanted, most)) + 2 * _RING)

    def step(self, steps: int) -> None:
        """Show the next question, or the one before."""
        if self._sentence is None:
            return
        ids = [one.stored.id for one in self._sentence.asked]
        if self._chosen in ids:
            self._chosen = ids[max(0, min(len(ids) - 1, ids.index(self._chosen) + steps))]
            self.show_sentence(self._sentence)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line between the text and the drawer."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._look.color("borderStrong"))
        painter.end()

    @override
    def _fill(self, sentence: Sentence) -> None:
        self._forget_tiles()
        ids = [one.stored.id for one in sentence.asked]
        several = len(ids) > 1
        for part in (self._back, self._on, self._position):
            part.setVisible(several)
        if self._chosen not in ids:
            return
        at = ids.index(self._chosen)
        tile = self._tile(sentence.asked[at])
        self._room.addWidget(tile)
        tile.show()
        self._position.setText(wording.position(at + 1, len(ids)))
        self._back.setEnabled(at > 0)
        self._on.setEnabled(at < len(ids) - 1)


def _studied(sentence: Sentence) -> tuple[QuestionId, ...]:
    """Return the questions of a sentence that are not set aside."""
    return tuple(one.stored.id for one in sentence.asked if not one.set_aside)


def _counted(questions: int) -> str:
    return counted(questions, "1 question", "%n questions") if questions else ""
