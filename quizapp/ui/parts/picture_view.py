"""A question's picture on the screen: as large as there is room for, and never larger than it is."""

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from quizapp.domain.picture import Picture
from quizapp.ui.parts.painting import box, smooth
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.tip import explain
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

FINEST = 2048
"""Pixels of the longer side: the widest card has no more on a screen of double density."""
_PAPER = "#FFFFFF"
"""Behind a picture that lets it through: drawings are dark lines on nothing, in both themes."""


@lru_cache(maxsize=4)
def decoded(picture: Picture) -> QImage:
    """Return a picture as Qt draws it, a null image where it is broken.

    It may take a while: the worker asks first, so that the window's thread finds it done.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(picture.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    form = "jpeg" if picture.kind == "jpg" else str(picture.kind)
    reader = QImageReader(buffer, form.encode())
    reader.setAutoTransform(True)
    size = QSize(*picture.size)
    if max(picture.size) > FINEST:
        reader.setScaledSize(
            size.scaled(FINEST, FINEST, Qt.AspectRatioMode.KeepAspectRatio)
        )
    return reader.read()


def view_of(look: Look, picture: Picture, *, leftwards: bool = False) -> QWidget:
    """Return what shows a picture, or what says that it cannot be shown.

    It stands at the right where the words above it run `leftwards`.
    """
    if not decoded(picture).isNull():
        return PictureView(look, picture, leftwards=leftwards)
    words = tr("This picture cannot be shown")
    told = f"{words}: {picture.described}" if picture.described else words
    return Text(look, told, "caption", "text3", wrap=True)


class PictureView(QLabel):
    """The picture within a width and `highest` pixels; its name is its description."""

    def __init__(
        self, look: Look, picture: Picture, highest: int = 200, *, leftwards: bool = False
    ) -> None:
        super().__init__()
        self._look, self._highest, self._leftwards = look, highest, leftwards
        self._image = decoded(picture)
        self._fitted = QPixmap()
        self.setPixmap(QPixmap(1, 1))  # Qt takes a label for a picture by this alone
        self.setAccessibleName(picture.described or tr("Picture"))
        explain(self, picture.described)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_highest(self, highest: int) -> None:
        """Have it no higher than so many pixels."""
        if highest != self._highest:
            self._highest = highest
            self.updateGeometry()

    @property
    def shown(self) -> QRectF:
        """Where the picture itself stands."""
        size = self._fit(self.width(), self.height())
        left = self.width() - size.width() if self._leftwards else 0
        return QRectF(left, 0, size.width(), size.height())

    @override
    def sizeHint(self) -> QSize:
        """Return the size that it takes where there is width enough."""
        return self._fit(FINEST)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size of a thumb."""
        return self._fit(60)

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height in a width."""
        return self._fit(width).height()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture with round corners and a fine edge."""
        painter, area, look = QPainter(self), self.shown, self._look
        smooth(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        corners, radius = QPainterPath(), look.radius("control")
        corners.addRoundedRect(area, radius, radius)
        painter.save()
        painter.setClipPath(corners)
        painter.fillRect(area, _PAPER)
        painter.drawPixmap(area, self._scaled(area), QRectF())
        painter.restore()
        box(painter, area, radius, None, look.color("border"))
        painter.end()

    def _fit(self, width: int, height: int = FINEST) -> QSize:
        whole = self._image.size()
        room = QSize(width, min(height, self._highest)).expandedTo(QSize(1, 1))
        if whole.width() <= room.width() and whole.height() <= room.height():
            return whole
        fitted = whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return fitted.expandedTo(QSize(1, 1))

    def _scaled(self, area: QRectF) -> QPixmap:
        """Return the picture in the screen's own pixels, made anew where these are others."""
        ratio = self.devicePixelRatioF()
        wanted = (area.size() * ratio).toSize().boundedTo(self._image.size())
        if self._fitted.size() != wanted:
            self._fitted = QPixmap.fromImage(
                self._image.scaled(
                    wanted,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
        return self._fitted
