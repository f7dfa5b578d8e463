"""A deck as a card, and the deeds it is asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout
from typing_extensions import override

from quizapp.operations.decks import DeckSummary
from quizapp.ui.parts.deck_inside import DeckInside, counted_in
from quizapp.ui.parts.menu import Menu
from quizapp.ui.parts.press_panel import PressPanel
from quizapp.ui.parts.sizes import CARD
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, tr


class DeckCard(PressPanel):
    """One deck; click or Enter opens it, its button studies it, the menu holds the rest."""

    open = Signal()
    study = Signal()
    rename = Signal()
    export = Signal()
    remove = Signal()
    bring_back = Signal()
    """The questions set aside are wanted in line again."""

    def __init__(self, look: Look, deck: DeckSummary) -> None:
        super().__init__(look, look.radius("card"))
        self.pressed.connect(self.open)
        self.setMinimumHeight(CARD)
        self._inside: DeckInside | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.deck = deck
        self._show()

    def set_near(self, *, near: bool) -> None:
        """Show what stands on the card, or leave that until it comes near: it is no small work.

        What has the keyboard stays.
        """
        inside, focused = self._inside, QApplication.focusWidget()
        if near and inside is None:
            self._inside = self._make_inside()
        if near:
            self.setMinimumHeight(CARD)
        elif inside is None or (focused is not None and inside.isAncestorOf(focused)):
            self.setMinimumHeight(round(CARD * max(1.0, self._look.scale)))
        elif inside.isVisibleTo(self):
            # Nothing that is in sight moves when something above it goes to rest.
            self.setMinimumHeight(self.height())
        if self._inside is not None and self._inside.isHidden() is near:
            self._inside.setVisible(near)

    def show_deck(self, deck: DeckSummary) -> None:
        """Show the deck as it stands now."""
        if deck != self.deck:
            self.deck = deck
            self._show()

    def open_menu(self) -> None:
        """Open the menu under its button."""
        menu = Menu(self)
        deeds = [(tr("Rename…"), self.rename), (tr("Export…"), self.export)]
        if aside := self.deck.set_aside:
            words = counted(aside, "Bring back 1 set aside", "Bring back %n set aside")
            deeds.append((words, self.bring_back))
        deeds.append((tr("Remove deck"), self.remove))
        for words, signal in deeds:
            menu.addAction(words).triggered.connect(signal)
        self.set_near(near=True)
        if self._inside is not None:
            menu.popup(self._inside.below_menu_button)

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

    def _show(self) -> None:
        if self._inside is not None:
            self._inside.show_deck(self.deck)
        self.setAccessibleName(self.deck.title)
        self.setAccessibleDescription(", ".join(counted_in(self.deck)))

    def _make_inside(self) -> DeckInside:
        inside = DeckInside(self._look, self.deck)
        inside.study.connect(self.study)
        inside.open.connect(self.open)
        inside.menu.connect(self.open_menu)
        self._column.addWidget(inside)
        inside.come_after(self)
        return inside
