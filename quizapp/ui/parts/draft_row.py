"""A row of the list of questions under review: what was said, its words, what to look at."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from quizapp.domain.draft_deck import Proposal, Verdict
from quizapp.domain.question import Gap, Question, kind_of, prompt_of
from quizapp.ui import hints, wording
from quizapp.ui.parts.painting import MIDDLE, START, box
from quizapp.ui.parts.typeset import Typeset
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

Index = QModelIndex | QPersistentModelIndex

_AROUND_GAP = 48
"""Characters of a sentence shown before its gap."""
_SIDE, _ABOVE, _GAP, _MARK, _KIND = 12, 9, 10, 18, 16
_CHIP, _CHIP_ICON, _CHIP_GAP, _CHIP_SIDE = 24, 14, 6, 8
_BAR = 3
_ICONS: dict[Verdict, tuple[str, str]] = {
    Verdict.OPEN: ("circle", "borderStrong"),
    Verdict.KEPT: ("circle-check", "success"),
    Verdict.REJECTED: ("circle-x", "again"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A question of the list with the words of its hints."""

    proposal: Proposal
    hints: tuple[hints.Told, ...]

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        said = {
            Verdict.OPEN: tr("to review"),
            Verdict.KEPT: tr("kept"),
            Verdict.REJECTED: tr("rejected"),
        }[self.proposal.verdict]
        question = self.proposal.question
        kind = wording.kind(kind_of(question))
        parts = (prompt_of(question), kind, said, *(hint.chip for hint in self.hints))
        return ", ".join(parts)


class DraftRow(QStyledItemDelegate):
    """Paints a row: state, words, chips, kind."""

    def __init__(self, look: Look, view: QListView, heights: Callable[[int], int]) -> None:
        super().__init__(view)
        self._look, self._view, self._heights = look, view, heights

    def height(self, entry: Entry, width: int) -> int:
        """Return the height of the broken words and the chips below them."""
        rows = self._chips(entry, width) if entry.hints else []
        below = 4 + rows[-1][0].bottom() + 1 if rows else 0
        return 2 * _ABOVE + 1 + self._words(entry, width).height + below

    @property
    def least(self) -> int:
        """The height of a row with one line."""
        return 2 * _ABOVE + 1 + self._look.line("body")

    def guesses(self, width: int) -> Callable[[Entry], int]:
        """Return a function that tells about the same much faster, from the width of a letter."""
        letter = QFontMetricsF(self._look.font("body", weight=500)).averageCharWidth()
        room = max(40, width - self._before() - self._after())
        line, chips = self._look.line("body"), 4 + round(_CHIP * self._look.scale)
        least = self.least

        def guess(entry: Entry) -> int:
            lines = ceil(len(short(entry.proposal.question)) * letter / room)
            below = chips if entry.hints else 0
            return least + max(0, lines - 1) * line + below

        return guess

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the list knows or guesses by now."""
        return QSize(self._view.viewport().width(), self._heights(index.row()))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        entry = index.data(Qt.ItemDataRole.UserRole)
        area = QRect(option.rect)
        state = option.state
        painter.save()
        painter.setClipRect(area)
        painter.fillRect(area, self._look.color(_ground(state)))
        line = QRect(area.left(), area.bottom(), area.width(), 1)
        painter.fillRect(line, self._look.color("border"))
        if state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            bar = QRectF(area.left(), area.top(), _BAR, area.height() - 1)
            wide, mirrored = 2 * area.left() + area.width(), self._view.isRightToLeft()
            painter.fillRect(
                _mirrored(bar, wide, leftwards=mirrored), self._look.color("primary")
            )
        painter.translate(area.topLeft())
        self._paint_inside(painter, entry, area.width())
        painter.restore()

    def _paint_inside(self, painter: QPainter, entry: Entry, width: int) -> None:
        look, leftwards = self._look, self._view.isRightToLeft()
        icon, ink = _ICONS[entry.proposal.verdict]
        mark, kind = look.icon_size(_MARK), look.icon_size(_KIND)
        spot = QRectF(_SIDE, _ABOVE + 2, mark, mark)
        look.paint_icon(painter, icon, ink, _mirrored(spot, width, leftwards=leftwards))
        end = QRectF(width - _SIDE - kind, _ABOVE + 3, kind, kind)
        picture = wording.kind_icon(kind_of(entry.proposal.question))
        look.paint_icon(
            painter, picture, "text3", _mirrored(end, width, leftwards=leftwards)
        )
        words = self._words(entry, width)
        rejected = entry.proposal.verdict is Verdict.REJECTED
        painter.setPen(look.color("text3" if rejected else "text"))
        left = self._before() if not leftwards else self._after()
        words.paint(painter, left, _ABOVE)
        painter.translate(0, _ABOVE + words.height + 4)
        for chip, told in self._chips(entry, width):
            place = QRectF(chip).translated(self._before(), 0)
            self._paint_chip(painter, _mirrored(place, width, leftwards=leftwards), told)

    def _paint_chip(self, painter: QPainter, place: QRectF, told: hints.Told) -> None:
        look = self._look
        box(painter, place, look.radius("chip"), look.color("hardSoft"))
        side = look.icon_size(_CHIP_ICON)
        shift = _CHIP_SIDE + side + _CHIP_GAP
        leftwards = self._view.isRightToLeft()
        left = place.right() - _CHIP_SIDE - side if leftwards else place.left() + _CHIP_SIDE
        top = place.top() + (place.height() - side) / 2
        look.paint_icon(painter, "triangle-alert", "hard", QRectF(left, top, side, side))
        painter.setPen(look.color("hard"))
        painter.setFont(self._chip_font())
        inside = place.adjusted(0 if leftwards else shift, 0, -shift if leftwards else 0, 0)
        words = QFontMetricsF(self._chip_font()).elidedText(
            told.chip, Qt.TextElideMode.ElideRight, inside.width() + 1
        )
        painter.drawText(inside, START | MIDDLE, words)

    def _words(self, entry: Entry, width: int) -> Typeset:
        rejected = entry.proposal.verdict is Verdict.REJECTED
        font = self._look.font("body", weight=400 if rejected else 500)
        font.setStrikeOut(rejected)
        room = max(40, width - self._before() - self._after())
        return Typeset(self._look, short(entry.proposal.question), "body", room, font=font)

    def _chips(self, entry: Entry, width: int) -> list[tuple[QRect, hints.Told]]:
        """Return each chip with its place below the words."""
        metrics = QFontMetricsF(self._chip_font())
        room = max(40, width - self._before() - _SIDE)
        height = round(_CHIP * self._look.scale)
        around = 2 * _CHIP_SIDE + self._look.icon_size(_CHIP_ICON) + _CHIP_GAP
        places: list[tuple[QRect, hints.Told]] = []
        left = top = 0
        for told in entry.hints:
            wide = min(room, round(metrics.horizontalAdvance(told.chip)) + 1 + around)
            if left and left + wide > room:
                left, top = 0, top + height + _CHIP_GAP
            places.append((QRect(left, top, wide, height), told))
            left += wide + _CHIP_GAP
        return places

    def _before(self) -> int:
        return _SIDE + self._look.icon_size(_MARK) + _GAP

    def _after(self) -> int:
        return _SIDE + self._look.icon_size(_KIND) + _GAP

    def _chip_font(self) -> QFont:
        return self._look.font("caption", weight=500)


def short(question: Question) -> str:
    """Return what is asked; of a long sentence with a gap what stands around the gap."""
    prompt = prompt_of(question)
    if not isinstance(question, Gap) or len(question.before) <= _AROUND_GAP:
        return prompt
    cut = question.before.find(" ", len(question.before) - _AROUND_GAP)
    return prompt if cut < 0 else f"…{prompt[cut + 1 :]}"


def _ground(state: QStyle.StateFlag) -> str:
    if state & QStyle.StateFlag.State_Selected:
        return "primarySoft"
    return "hover" if state & QStyle.StateFlag.State_MouseOver else "surface"


def _mirrored(area: QRectF, width: int, *, leftwards: bool) -> QRectF:
    if not leftwards:
        return area
    return QRectF(width - area.right(), area.top(), area.width(), area.height())
