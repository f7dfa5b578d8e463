"""The bar above a session: the way out, which deck, how far, the way back, and a menu."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui import wording
from quizapp.ui.cards.upright import Upright
from quizapp.ui.parts.button import Button, IconButton
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.margins import set_margins
from quizapp.ui.parts.menu import Menu
from quizapp.ui.parts.progress_line import HEIGHT as LINE
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.tip import explain
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_TITLE, _TITLE_COMPACT, _TITLE_LARGE = 420, 220, 300


class StudyBar(QWidget):
    """It asks for everything by signal and knows nothing of the session."""

    end = Signal()
    undo = Signal()
    edit = Signal()
    flag = Signal()
    later = Signal()
    aside = Signal()
    read = Signal()
    """The question's sentence is wanted in its article."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        end = Button(
            look,
            tr("End"),
            "quiet",
            size="small",
            icon="x",
            keys=("Esc",),
            icon_size=18,
        )
        self._title = Text(look, "", "label", "text2")
        self._position = Text(look, "", "label", "text2")
        self._undo = Button(
            look, tr("Undo"), "quiet", size="small", icon="undo-2", keys=("Ctrl+Z",)
        )
        self._edit = Button(
            look, tr("Edit"), "quiet", size="small", icon="pencil", keys=("E",)
        )
        self._flagged = self._readable = False
        self._flag_icon = Icon(look, "flag", "text2", 16)
        self._flag_icon.setAccessibleName(tr("Flagged"))
        explain(self._flag_icon, tr("Flagged"))
        self._flag_icon.hide()
        self._menu_button = IconButton(
            look, "ellipsis", tr("More for this question"), size="small"
        )
        row = QHBoxLayout(self)
        set_margins(row, 18, 0, 20, 4)
        row.setSpacing(8)
        for part in (end, Upright(look), self._title):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._flag_icon)
        row.addWidget(self._position)
        row.addSpacing(8)
        for part in (self._undo, self._edit, self._menu_button):
            row.addWidget(part)
        end.clicked.connect(self.end)
        self._undo.clicked.connect(self.undo)
        self._edit.clicked.connect(self.edit)
        self._menu_button.clicked.connect(self._open_menu)
        self.set_compact(compact=False)

    def show_place(self, deck: str, number: int, total: int) -> None:
        """Name the deck and how far the session is."""
        self._title.setText(deck)
        self._position.setText(wording.position(number, total))

    def set_compact(self, *, compact: bool) -> None:
        """Save room in a small window."""
        self._undo.set_wordless(wordless=compact)
        self._edit.set_wordless(wordless=compact)
        height = self._look.size("topbar")
        self.setFixedHeight((72 if self._look.large else height) - LINE)
        wide = _TITLE_COMPACT if compact else _TITLE
        self._title.setMaximumWidth(_TITLE_LARGE if self._look.large else wide)

    def show_typing(self, *, typing: bool) -> None:
        """Show the key that edits: a letter alone is off where one types."""
        self._edit.set_keys(("Ctrl+E",) if typing else ("E",))

    def set_undo(self, *, possible: bool) -> None:
        """Tell whether there is anything to undo."""
        self._undo.setEnabled(possible)

    def show_marks(self, *, flagged: bool, readable: bool) -> None:
        """Tell whether the question is flagged, and whether it has a sentence to open."""
        self._flagged, self._readable = flagged, readable
        self._flag_icon.setVisible(flagged)

    def _open_menu(self) -> None:
        menu = Menu(self)
        flag = tr("Take the flag off") if self._flagged else tr("Flag")
        deeds = [
            (flag, "F", self.flag),
            (tr("Later today"), "B", self.later),
            (tr("Set aside"), "X", self.aside),
        ]
        if self._readable:
            deeds.append((tr("Open in article"), "O", self.read))
        for words, key, signal in deeds:
            menu.addAction(f"{words}\t{key}").triggered.connect(signal)
        corner = QPoint(0, self._menu_button.height() + 4)
        menu.popup(self._menu_button.mapToGlobal(corner))
