"""What can be done with several questions at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.question import DeckId
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.filter_select import Choice, FilterSelect
from quizapp.ui.parts.tag_field import TagField
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, tr


class ChosenPanel(QWidget):
    """It says what is to be done; it does nothing itself."""

    tagged = Signal(str)
    untagged = Signal(object)
    aside = Signal(bool)
    moved = Signal(object)
    deleted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._count = Text(look, "", "heading", wrap=True)
        self._add = TagField(look)
        self._add.added.connect(self.tagged)
        self._deck = FilterSelect(look, tr("Move to deck"), 296)
        self._deck.show_words(tr("Choose a deck"))
        self._deck.chosen.connect(self.moved)
        self._tags = FilterSelect(look, tr("Remove tag"), 296)
        self._tags.show_words(tr("Choose a tag"))
        self._tags.chosen.connect(self.untagged)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(14)
        column.addWidget(self._count)
        column.addLayout(self._labelled(tr("Add tag"), self._add))
        column.addLayout(self._labelled(tr("Remove tag"), self._tags))
        column.addLayout(self._labelled(tr("Move to deck"), self._deck))
        for words, icon, deed in (
            (tr("Set aside"), "pause", lambda: self.aside.emit(True)),  # noqa: FBT003
            (tr("Bring back"), "play", lambda: self.aside.emit(False)),  # noqa: FBT003
        ):
            button = Button(look, words, icon=icon)
            button.clicked.connect(deed)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        delete = Button(look, tr("Delete"), "danger", icon="trash-2", keys=("Del",))
        delete.clicked.connect(self.deleted)
        column.addWidget(delete, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def know(self, decks: tuple[tuple[DeckId, str], ...], tags: tuple[str, ...]) -> None:
        """Offer these decks and tags."""
        self._deck.offer([Choice(title, deck) for deck, title in decks])
        self._tags.offer([Choice(tag, tag) for tag in tags])
        self._tags.setEnabled(bool(tags))
        self._add.know(tags)

    def show_count(self, count: int) -> None:
        """Say how many are chosen."""
        words = "1 question chosen", "%n questions chosen"
        self._count.setText(counted(count, *words))

    def _labelled(self, words: str, field: QWidget) -> QVBoxLayout:
        pair = QVBoxLayout()
        pair.setSpacing(6)
        pair.addWidget(Text(self._look, words, "label"))
        pair.addWidget(field)
        return pair
