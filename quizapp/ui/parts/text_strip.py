"""The article as a strip: one segment a sentence, as wide as it is long, as high as it is known."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.domain.strip import Band, Segment
from quizapp.ui.parts.painting import boxes, faded, smooth
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, tr

_REACH = {
    Band.FADING: (0.34, 0.38),
    Band.SHAKY: (0.56, 0.58),
    Band.SOLID: (0.78, 0.80),
    Band.STRONG: (1.0, 1.0),
}
"""Share of the height and opacity by band."""
_GAP = 2.0
_OUTLINE = 1.2
_NARROW = 3.0
_Place = tuple[float, float]
"""Where something begins at its left, and how wide it is."""
_Piece = tuple[Band, float, float]
"""What is painted as one box: from its left, so wide."""


class TextStrip(QWidget):
    """Paint the segments from the start of the line; nothing in it can be clicked."""

    def __init__(
        self,
        look: Look,
        segments: Sequence[Segment] = (),
        *,
        height: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        take_role(self, QAccessible.Role.Graphic)
        self._look, self._height = look, height
        self._places: list[_Place] = []
        self._pieces: list[_Piece] = []
        self._cut_for: tuple[int, bool] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_segments(segments)

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Show another text, or the same one after it was studied."""
        self._segments = tuple(segments)
        self._cut_for = None
        self.setAccessibleName(tr("How well the text is known"))
        self.setAccessibleDescription(summary(self._segments))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return a width that shows a short text well."""
        return QSize(252, self._height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every sentence, wide by its length."""
        painter = QPainter(self)
        smooth(painter)
        self._cut()
        alike: dict[Band, list[_Place]] = {}
        for band, left, width in self._pieces:
            alike.setdefault(band, []).append((left, width))
        for band, places in alike.items():
            self._paint(painter, band, places)
        painter.end()

    def places(self) -> list[_Place]:
        """Return where each segment begins at its left, and how wide it is."""
        self._cut()
        return self._places

    def _cut(self) -> None:
        """Make out what is painted where; a page full of strips is painted often, cut seldom."""
        wanted = (self.width(), self.isRightToLeft())
        if wanted != self._cut_for:
            self._places = self._placed()
            bands = (segment.band for segment in self._segments)
            placed = zip(bands, self._places, strict=True)
            sharing = groupby(placed, key=lambda one: int(one[1][0]))
            self._pieces = [_piece(list(shared)) for _, shared in sharing]
            self._cut_for = wanted

    def _placed(self) -> list[_Place]:
        total, across = sum(segment.length for segment in self._segments), self.width()
        gap = min(_GAP, across / (4 * max(1, len(self._segments))))
        room = across - gap * max(0, len(self._segments) - 1)
        backwards = self.isRightToLeft()
        left, found = 0.0, []
        for segment in self._segments:
            width = room * segment.length / total
            found.append((across - left - width if backwards else left, width))
            left += width + gap
        return found

    def _paint(self, painter: QPainter, band: Band, places: Sequence[_Place]) -> None:
        look, foot = self._look, float(self._height)
        if band is Band.NONE:
            high, radius, ink, low = 2.0, 1.0, look.color("border"), 0.0
        elif band is Band.NEW:
            high, radius, ink, low = 5.7, 2.0, look.color("borderStrong"), 0.15
        else:
            share, opacity = _REACH[band]
            high, radius, low = self._height * share, 2.0, 0.0
            ink = faded(look.color("memInk"), opacity)
        areas = [QRectF(left, foot - high - low, width, high) for left, width in places]
        # Neither a corner nor what an outline encloses is seen of so narrow a box.
        narrow = [area for area in areas if area.width() < _NARROW]
        wide = [area for area in areas if area.width() >= _NARROW]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRects(narrow)
        if band is Band.NEW:
            boxes(painter, wide, radius, None, ink, _OUTLINE)
        else:
            boxes(painter, wide, radius, ink)


def _piece(sharing: Sequence[tuple[Band, _Place]]) -> _Piece:
    """Return what is painted of segments that share a pixel: what most of them are."""
    bands = [band for band, _ in sharing]
    (first, wide), (last, reach) = sharing[0][1], sharing[-1][1]
    left = min(first, last)
    return max(bands, key=bands.count), left, max(first + wide, last + reach) - left


def summary(segments: Sequence[Segment]) -> str:
    """Return the strip as a sentence: “16 sentences: 2 strong, 3 new, 4 without questions”."""
    count = Counter(segment.band for segment in segments)
    named = {
        Band.STRONG: tr("strong"),
        Band.SOLID: tr("solid"),
        Band.SHAKY: tr("shaky"),
        Band.FADING: tr("fading"),
        Band.NEW: tr("new"),
        Band.NONE: tr("without questions"),
    }
    parts = [f"{count[band]} {word}" for band, word in named.items() if count[band]]
    return f"{counted(len(segments), '1 sentence', '%n sentences')}: {', '.join(parts)}"
