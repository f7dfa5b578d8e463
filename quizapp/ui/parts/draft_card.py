"""Questions that wait to be reviewed, as a card of the Library."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from quizapp.operations.drafts import DraftSummary
from quizapp.ui.parts.button import Button, IconButton
from quizapp.ui.parts.clamped import ClampedText
from quizapp.ui.parts.margins import set_margins
from quizapp.ui.parts.menu import Menu
from quizapp.ui.parts.press_panel import PressPanel
from quizapp.ui.parts.sizes import CARD
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import figure, tr


class DraftCard(PressPanel):
    """One draft; click or Enter reviews it, the menu discards it."""

    review = Signal()
    discard = Signal()

    def __init__(self, look: Look, draft: DraftSummary) -> None:
        super().__init__(look, look.radius("card"))
        self.pressed.connect(self.review)
        self.setMinimumHeight(CARD)
        self._title = ClampedText(look, "", "heading", lines=2)
        self._menu_button = IconButton(
            look, "ellipsis", tr("More for this draft"), size="small"
        )
        self._menu_button.clicked.connect(self.open_menu)
        self._counts = Text(look, "", "caption", "text3")
        self._waiting = Text(look, "", "label", "primary", weight=600)
        self._button = Button(look, tr("Review"), "soft", size="small")
        self._button.clicked.connect(self.review)
        self._lay_out()
        self.show_draft(draft)

    def show_draft(self, draft: DraftSummary) -> None:
        """Show the draft as it stands now."""
        self.draft = draft
        self._title.setText(draft.title)
        kept = tr("%1 kept").replace("%1", figure(draft.kept))
        rejected = tr("%1 rejected").replace("%1", figure(draft.rejected))
        self._counts.setText(f"{tr('Not yet added')} · {kept} · {rejected}")
        waiting = tr("Draft, %1 to review").replace("%1", figure(draft.to_review))
        self._waiting.setText(waiting)
        self._button.setAccessibleName(f"{tr('Review')}: {draft.title}")
        self.setAccessibleName(tr("Draft: %1").replace("%1", draft.title))
        self.setAccessibleDescription(f"{waiting}, {kept}, {rejected}")

    def open_menu(self) -> None:
        """Open the menu under its button."""
        menu = Menu(self)
        menu.addAction(tr("Review")).triggered.connect(self.review)
        menu.addAction(tr("Discard draft")).triggered.connect(self.discard)
        corner = QPoint(0, self._menu_button.height() + 4)
        menu.popup(self._menu_button.mapToGlobal(corner))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that act on the draft."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if not held:
                self.review.emit()
            case Qt.Key.Key_Delete:
                self.discard.emit()
            case Qt.Key.Key_Menu:
                self.open_menu()
            case _:
                super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        named = QVBoxLayout()
        named.setContentsMargins(0, 2, 0, 0)
        named.addWidget(self._title)
        head.addLayout(named, 1)
        head.addWidget(self._menu_button, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._waiting)
        foot.addStretch(1)
        foot.addWidget(self._button)
        column = QVBoxLayout(self)
        # As on a deck's card the menu button stands 6 pixels into the padding.
        set_margins(column, 17, 15, 11, 17)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(2)
        below = QVBoxLayout()
        set_margins(below, 0, 0, 6, 0)
        below.setSpacing(0)
        below.addWidget(self._counts)
        below.addStretch(1)
        below.addLayout(foot)
        column.addLayout(below, 1)
