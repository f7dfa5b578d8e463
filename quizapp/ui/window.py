"""The window: the rail, a stack of pages, the keys that work everywhere, toasts and drops."""

from collections.abc import Callable, Set
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from quizapp.paths import ASSETS
from quizapp.ui.parts.drop_zone import DropCover, files_in
from quizapp.ui.parts.focus_ring import FocusRing
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.rail import Rail
from quizapp.ui.parts.tip import Tip
from quizapp.ui.parts.toast import Toast
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

LEAST, USUAL = (760, 560), (1180, 760)
"""Width and height of the window."""
MINI_BELOW = 960
"""Pixels of window width below which the rail has icons only."""
_IN_LIBRARY = {"add", "review"}
"""The pages that belong to the Library in the rail."""
TEXT_SIZES = (85, 100, 115, 130, 150, 175, 200)


class Page(Protocol):
    """What the window asks of a page."""

    def act(self) -> None:
        """Take the page's main action."""

    def take_focus(self) -> None:
        """Put the keyboard where work begins."""


class Window(QWidget):
    """It knows its pages by name only; what they mean is the business of `start`."""

    painted = Signal()
    """Once, after the first frame."""
    asked = Signal(str)
    """A page or a deed by its name: library, add, shortcuts, undo."""
    dropped = Signal(object)
    """QMimeData that was dropped or pasted outside a field."""
    text_size = Signal(int)
    """-1, 0 or 1: a smaller, the usual, a larger text size is wanted."""
    closing = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        take_role(self, QAccessible.Role.Window)
        self._look = look
        self._pages: dict[str, tuple[QWidget, Page | None]] = {}
        self._panes: dict[str, Callable[[], bool]] = {}
        self._framed: set[str] = set()
        self._free: set[str] = set()
        self._shown, self._alone = "", False
        self._was_painted = False
        self.rail = Rail(look)
        self._stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self._cover = DropCover(look, self)
        self.toast = Toast(look, self)
        self._ring = FocusRing(look, self)
        self._tip = Tip(look, self)
        self._fill_rail()
        self._add_keys()
        self.setWindowTitle("Quizapp")
        self.setAccessibleName("Quizapp")
        self.setWindowIcon(QIcon(str(ASSETS / "app" / "quizapp-128.png")))
        self.setMinimumSize(*LEAST)
        self.resize(*USUAL)
        self.setAcceptDrops(True)
        look.changed.connect(self._reshape)

    def put(
        self,
        name: str,
        widget: QWidget,
        page: Page | None = None,
        *,
        framed: bool = True,
        free: bool = False,
        next_pane: Callable[[], bool] | None = None,
    ) -> None:
        """Add a page, or put it in another's place; `framed` pages stand beside the rail.

        They, and those called `free`, are left by the keys for other pages. A page of several
        panes goes to the next by `next_pane`, and returns False where the rail comes next.
        """
        if next_pane is not None:
            self._panes[name] = next_pane
        old = self._pages.get(name)
        if old is not None:
            self._stack.removeWidget(old[0])
            old[0].deleteLater()
        self._pages[name] = (widget, page)
        for names, belongs in ((self._framed, framed), (self._free, framed or free)):
            names.discard(name)
            if belongs:
                names.add(name)
        self._stack.addWidget(widget)

    def show_page(self, name: str, *, alone: bool = False) -> None:
        """Turn to a page; one shown `alone` is left by its own ways only."""
        widget, page = self._pages[name]
        self._shown, self._alone = name, alone
        self.rail.setVisible(name in self._framed and not alone)
        self.rail.select("library" if name in _IN_LIBRARY else name)
        self._stack.setCurrentWidget(widget)
        if page is not None:
            page.take_focus()

    @property
    def free(self) -> Set[str]:
        """The names of the pages that are left by the keys for other pages."""
        return self._free

    @property
    def may_be_left(self) -> bool:
        """Tell whether the keys for other pages lead away from what is shown."""
        return self._shown in self._free and not self._alone

    @property
    def shown(self) -> str:
        """The name of the page that is shown."""
        return self._shown

    @override
    def event(self, event: QEvent) -> bool:
        """Tell what the pointer rests on: what lies here leaves that to the window."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._tip.tell(event.pos())
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the question mark, whichever keys it needs on this keyboard."""
        if event.text() == "?":
            self.asked.emit("shortcuts")
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that suits the size."""
        self._reshape()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground; after the first time the rest of the program may load."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("canvas"))
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Turn the whole page into a drop target."""
        if self._takes(event.mimeData()):
            event.acceptProposedAction()
            self._cover.show()
            self._cover.raise_()
            self._reshape()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show the page again."""
        self._cover.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self._cover.hide()
        if self._takes(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(event.mimeData())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the end is near."""
        self.closing.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the style changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._reshape()

    def _takes(self, dragged: QMimeData) -> bool:
        welcome = bool(files_in(dragged)) or dragged.hasText()
        return welcome and self.may_be_left and "add" in self._pages

    def _fill_rail(self) -> None:
        self.rail.add_page("library", "library", tr("Library"), "Ctrl+1")
        self.rail.add_page("reader", "book-open", tr("Reader"), "Ctrl+2")
        self.rail.add_page("questions", "list-checks", tr("Questions"), "Ctrl+3")
        self.rail.add_page("progress", "chart-column", tr("Progress"), "Ctrl+4")
        self.rail.add_at_foot("shortcuts", "keyboard", tr("Shortcuts"), "F1")
        self.rail.add_page_at_foot("settings", "settings", tr("Settings"), "Ctrl+,")
        self.rail.chosen.connect(self.asked)

    def _add_keys(self) -> None:
        deeds: dict[str, Callable[[], None]] = {
            "Ctrl+1": lambda: self._ask("library"),
            "Ctrl+2": lambda: self._ask("reader"),
            "Ctrl+3": lambda: self._ask("questions"),
            "Ctrl+K": lambda: self._ask("search"),
            "Ctrl+4": lambda: self._ask("progress"),
            "Ctrl+,": lambda: self._ask("settings"),
            "Ctrl+N": lambda: self._ask("add"),
            "Ctrl+V": self._paste,
            "Ctrl+Return": self._act,
            "Ctrl+Enter": self._act,
            "Ctrl+Z": lambda: self.asked.emit("undo"),
            "Ctrl+Shift+Z": lambda: self.asked.emit("redo"),
            "Ctrl++": lambda: self.text_size.emit(1),
            "Ctrl+=": lambda: self.text_size.emit(1),
            "Ctrl+-": lambda: self.text_size.emit(-1),
            "Ctrl+0": lambda: self.text_size.emit(0),
            "F1": lambda: self.asked.emit("shortcuts"),
            "F6": self._next_pane,
        }
        for keys, deed in deeds.items():
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._do, deed))
        # Qt's own StandardKey.Quit is empty on Windows and on plain desktops.
        QShortcut(QKeySequence("Ctrl+Q"), self).activated.connect(self.close)

    def _do(self, deed: Callable[[], None]) -> None:
        """Act on a key; of those only the main action reaches a dialog that lies over all."""
        over = [overlay for overlay in self.findChildren(Overlay) if overlay.isVisible()]
        if not over:
            deed()
        elif deed == self._act:
            over[-1].acted.emit()

    def _ask(self, name: str) -> None:
        """Ask for a page or a deed, where that may be: a session is left only by its End."""
        if self.may_be_left:
            self.asked.emit(name)

    def _act(self) -> None:
        page = self._pages[self._shown][1] if self._shown in self._pages else None
        if page is not None:
            page.act()

    def _paste(self) -> None:
        pasted = QGuiApplication.clipboard().mimeData()
        if self._takes(pasted):
            self.dropped.emit(pasted)

    def _next_pane(self) -> None:
        """Go from the rail to the page and back."""
        focused = QApplication.focusWidget()
        page = self._pages[self._shown][1] if self._shown in self._pages else None
        on_rail = focused is not None and self.rail.isAncestorOf(focused)
        next_pane = self._panes.get(self._shown)
        if not on_rail and next_pane is not None and next_pane():
            return
        if on_rail and page is not None:
            page.take_focus()
        elif self.rail.isVisible():
            self.rail.item("library").setFocus(Qt.FocusReason.TabFocusReason)

    def _reshape(self) -> None:
        self.rail.set_mini(mini=self.width() < MINI_BELOW or self._look.large)
        left = self.rail.width() if self.rail.isVisible() else 0
        room = self.rect().adjusted(left, 0, 0, 0)
        if self.isRightToLeft():
            room = self.rect().adjusted(0, 0, -left, 0)
        self._cover.setGeometry(room)
