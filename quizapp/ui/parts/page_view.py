"""Pages that will be printed, one at a time, white in both themes."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from quizapp.operations.papers import Page
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.flow import Flow
from quizapp.ui.parts.focus_ring import round_corners
from quizapp.ui.parts.text import Text
from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

PAPER, EDGE = "#FFFFFF", "#D5DBD6"
"""The same in both themes, as what comes out of a printer."""
_LARGER = 2
"""How many times wider a page is when it is looked at closely."""


class PageBar(Flow):
    """Which page of how many; `turned` carries a number from 0, `enlarged` whether to come close."""

    turned = Signal(int)
    enlarged = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(4)
        self._number, self._count = 0, 1
        self._words = Text(look, "", "label", "text2", weight=400)
        self._nearer = _icon_button(look, "zoom-in", tr("Enlarge the page"))
        self._farther = _icon_button(look, "zoom-out", tr("Show the whole page"))
        self._back = _icon_button(look, "chevron-left", tr("Previous page"))
        self._on = _icon_button(look, "chevron-right", tr("Next page"))
        for part in (self._words, self._nearer, self._farther, self._back, self._on):
            self.add(part)
        self._nearer.clicked.connect(lambda: self._come(close=True))
        self._farther.clicked.connect(lambda: self._come(close=False))
        self._back.clicked.connect(lambda: self.turn(-1))
        self._on.clicked.connect(lambda: self.turn(1))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_pages(1)
        self._farther.hide()

    @property
    def number(self) -> int:
        """The page that is shown, from 0."""
        return self._number

    @property
    def said(self) -> str:
        """“Page 1 of 3”."""
        words = tr("Page %1 of %2").replace("%1", str(self._number + 1))
        return words.replace("%2", str(self._count))

    def show_pages(self, count: int) -> None:
        """Take a document of so many pages; the page stays where there still is one."""
        self._count = count
        self._number = min(self._number, count - 1)
        self._tell()

    def turn(self, pages: int) -> None:
        """Go so many pages on, or back; at the ends nothing happens."""
        number = min(max(self._number + pages, 0), self._count - 1)
        if number != self._number:
            self._number = number
            self._tell()
            self.turned.emit(number)

    def _tell(self) -> None:
        self._words.setText(self.said)
        # The focus goes on to the other way before this one is off.
        for button, other, on in (
            (self._back, self._on, self._number > 0),
            (self._on, self._back, self._number < self._count - 1),
        ):
            if not on and button.hasFocus():
                other.setEnabled(True)
                other.setFocus()
            button.setEnabled(on)
        self.updateGeometry()

    def _come(self, *, close: bool) -> None:
        shown, gone = (
            (self._farther, self._nearer) if close else (self._nearer, self._farther)
        )
        held = gone.hasFocus()
        shown.show()
        if held:
            shown.setFocus()
        gone.hide()
        self.enlarged.emit(close)


class PageView(QScrollArea):
    """A page as wide as there is room; `turning` asks for pages on or back, `wanted` for a width."""

    turning = Signal(int)
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheet = _Sheet()
        self._times = 1
        # Qt keeps the size that is first asked for: the preview is as high before its page comes.
        self._sheet.resize(self.size())
        self.setWidget(self._sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        dress(self.verticalScrollBar())
        dress(self.horizontalScrollBar())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerWidget(QWidget())
        round_corners(self, 2)
        self.setAccessibleName(tr("Preview"))

    @property
    def pixels(self) -> int:
        """How many pixels of the screen a page is wide."""
        return max(1, round(self._wide * self.devicePixelRatioF()))

    def show_page(self, page: Page, said: str) -> None:
        """Show a page; screen readers are told its number and its words."""
        picture = QImage(
            page.pixels, page.width, page.height, 4 * page.width, QImage.Format.Format_RGB32
        ).copy()
        self._sheet.show_picture(picture, self._wide)
        self.setAccessibleName(f"{tr('Preview')}, {said}")
        self.setAccessibleDescription(page.words)

    def come(self, *, close: bool) -> None:
        """Show a page twice as wide, or whole."""
        self._times = _LARGER if close else 1
        policies = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policies.ScrollBarAsNeeded if close else policies.ScrollBarAlwaysOff
        )
        self._sheet.widen(self._wide)
        self.wanted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the page in the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._sheet.widen(self._wide)
            self.wanted.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page by its keys where it ends; the arrows scroll."""
        bar, key = self.verticalScrollBar(), event.key()
        if key == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.turning.emit(1)
            bar.setValue(0)
        elif key == Qt.Key.Key_PageUp and bar.value() == 0:
            self.turning.emit(-1)
        else:
            super().keyPressEvent(event)

    @property
    def _wide(self) -> int:
        return self.viewport().width() * self._times


class _Sheet(QWidget):
    """The paper."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()

    def show_picture(self, picture: QImage, width: int) -> None:
        self._picture = picture
        self.widen(width)
        self.update()

    def widen(self, width: int) -> None:
        """Take this width, in which the picture is painted until a sharper one comes."""
        size = self._picture.size()
        tall = round(width * size.height() / size.width()) if size.width() else width
        self.resize(QSize(width, tall))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), PAPER)
        if not self._picture.isNull():
            painter.drawImage(QRectF(self.rect()), self._picture)
        painter.setPen(EDGE)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


def _icon_button(look: Look, icon: str, words: str) -> Button:
    button = Button(look, words, "quiet", size="small", icon=icon)
    button.set_wordless(wordless=True)
    button.setAccessibleName(words)
    return button
