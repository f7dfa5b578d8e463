"""A deck as a card: its title, its text as a strip, what waits, and the way in."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout
from typing_extensions import override

from quizapp.operations.decks import DeckSummary
from quizapp.ui.parts.button import Button, IconButton
from quizapp.ui.parts.clamped import ClampedText
from quizapp.ui.parts.focus_ring import round_corners
from quizapp.ui.parts.margins import set_margins
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.panel import Panel
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.text_strip import TextStrip
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, figure, tr

_LEAST = 172


class DeckCard(Panel):
    """One deck; click or Enter opens it, its button studies it, the menu holds the rest."""

    open = Signal()
    study = Signal()
    rename = Signal()
    export = Signal()
    remove = Signal()
    bring_back = Signal()
    """The questions set aside are wanted in line again."""

    def __init__(self, look: Look, deck: DeckSummary) -> None:
        super().__init__(look)
        take_role(self, QAccessible.Role.Button)
        self._hovered = False
        self.setMinimumHeight(_LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        round_corners(self, look.radius("card"))
        self._title = ClampedText(look, "", "heading", lines=2)
        self._menu_button = IconButton(
            look, "ellipsis", tr("More for this deck"), size="small"
        )
        self._menu_button.clicked.connect(self.open_menu)
        self._source = Text(look, "", "caption", "text3")
        self._strip = TextStrip(look)
        self._due = Text(look, "", "label", weight=600)
        self._new = Text(look, "", "label", "text2")
        self._learned = Text(look, "", "label", "text2")
        self._foot = QHBoxLayout()
        self._button = Button(look, "", size="small")
        self._lay_out()
        self.show_deck(deck)

    def show_deck(self, deck: DeckSummary) -> None:
        """Show the deck as it stands now."""
        self.deck = deck
        counts = deck.counts
        self._title.setText(deck.title)
        self._source.setText(made_of(counts.total, deck.sentences))
        self._strip.set_segments(deck.strip)
        self._strip.setVisible(bool(deck.strip))
        words = [
            tr("%1 due").replace("%1", figure(counts.due)),
            tr("%1 new").replace("%1", figure(counts.new)),
            tr("%1 learned").replace("%1", figure(counts.learned)),
        ]
        for label, text in zip((self._due, self._new, self._learned), words, strict=True):
            label.setText(text)
        self._due.set_style(
            "label", "primary" if counts.due else "text3", weight=600 if counts.due else 500
        )
        self._replace_button()
        self.setAccessibleName(deck.title)
        self.setAccessibleDescription(", ".join(words))

    def open_menu(self) -> None:
        """Open the menu under its button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        deeds = [(tr("Rename…"), self.rename), (tr("Export…"), self.export)]
        if aside := self.deck.set_aside:
            words = counted(aside, "Bring back 1 set aside", "Bring back %n set aside")
            deeds.append((words, self.bring_back))
        deeds.append((tr("Remove deck"), self.remove))
        for words, signal in deeds:
            menu.addAction(words).triggered.connect(signal)
        corner = QPoint(0, self._menu_button.height() + 4)
        menu.popup(self._menu_button.mapToGlobal(corner))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that act on the deck."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if not held:
                self.open.emit()
            case Qt.Key.Key_F2:
                self.rename.emit()
            case Qt.Key.Key_Delete:
                self.remove.emit()
            case Qt.Key.Key_Menu:
                self.open_menu()
            case _:
                super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() is Qt.MouseButton.LeftButton:
            self.open.emit()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the card can be clicked."""
        self._hovered = True
        self.update()

    @override
    def leaveEvent(self, event: object) -> None:
        """Show the card at rest."""
        self._hovered = False
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, its outline stronger under the pointer."""
        painter = QPainter(self)
        look = self._look
        outline = look.color("borderStrong" if self._hovered else "border")
        area = QRectF(self.rect())
        box(painter, area, look.radius("card"), look.color("surface"), outline)
        painter.end()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        named = QVBoxLayout()
        named.setContentsMargins(0, 2, 0, 0)
        named.addWidget(self._title)
        head.addLayout(named, 1)
        head.addWidget(self._menu_button, 0, Qt.AlignmentFlag.AlignTop)
        self._foot.setSpacing(12)
        for label in (self._due, self._new, self._learned):
            self._foot.addWidget(label)
        self._foot.addStretch(1)
        self._foot.addWidget(self._button)
        column = QVBoxLayout(self)
        # The menu button stands 6 pixels into the padding, and 2 above the title.
        set_margins(column, 17, 15, 11, 17)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(2)
        below = QVBoxLayout()
        set_margins(below, 0, 0, 6, 0)
        below.setSpacing(0)
        below.addWidget(self._source)
        below.addStretch(1)
        below.addSpacing(12)
        below.addWidget(self._strip)
        below.addSpacing(12)
        below.addLayout(self._foot)
        column.addLayout(below, 1)

    def _replace_button(self) -> None:
        """Offer to start a deck never touched, to study any other."""
        counts = self.deck.counts
        fresh = counts.new == counts.total
        had_focus = self._button.hasFocus()
        button = Button(
            self._look,
            tr("Start") if fresh else tr("Study"),
            "secondary" if fresh else "soft",
            size="small",
        )
        button.setAccessibleName(f"{button.text()}: {self.deck.title}")
        button.clicked.connect(self.study)
        self._foot.replaceWidget(self._button, button)
        self._button.deleteLater()
        self._button = button
        if had_focus:
            button.show()
            button.setFocus()


def made_of(questions: int, sentences: int) -> str:
    """Return “24 questions from 16 sentences”."""
    words = counted(questions, "1 question", "%n questions")
    if not sentences:
        return words
    of = counted(sentences, "from 1 sentence", "from %n sentences")
    return f"{words} {of}"
