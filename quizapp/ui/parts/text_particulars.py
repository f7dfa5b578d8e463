"""What belongs to a text beside its words: a name, a source, and what is wanted of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from quizapp.operations.choosing import Chosen
from quizapp.ui.parts.line import Line
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.wishes import Wishes
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr


class Particulars(QWidget):
    """The column beside the text."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._name, self._source = Line(), Line()
        self.wishes = Wishes(look)
        self._source.setPlaceholderText(tr("Author, site or link"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(_labelled(look, tr("Deck name"), self._name))
        column.addWidget(_labelled(look, tr("Source"), self._source, tr("(optional)")))
        column.addWidget(self.wishes)
        column.addStretch(1)
        self.know(None)

    @property
    def title(self) -> str | None:
        """The name that was typed, None where there is none."""
        return self._name.text().strip() or None

    @property
    def origin(self) -> str:
        """The source that was typed."""
        return self._source.text().strip()

    def clear(self) -> None:
        """Empty the fields; the wishes stay for the next text."""
        self._name.clear()
        self._source.clear()

    def know(self, chosen: Chosen | None) -> None:
        """Show what a text that was read says of itself."""
        own = tr("The article's own title")
        self._name.setPlaceholderText(own if chosen is None else chosen.article.title)
        usual = tr("Author, site or link")
        origin = "" if chosen is None else chosen.article.origin
        self._source.setPlaceholderText(origin or usual)
        self.wishes.know(chosen)

    def set_of_one(self, *, of_one: bool) -> None:
        """Ask for name and source where there is one text; each of several has its own."""
        self._name.setEnabled(of_one)
        self._source.setEnabled(of_one)


def _labelled(look: Look, words: str, field: QLineEdit, aside: str = "") -> QWidget:
    """Return a field below its label."""
    pair = QWidget()
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    label = Text(look, words, "label")
    label.setBuddy(field)
    line = QHBoxLayout()
    line.setSpacing(4)
    line.addWidget(label)
    if aside:
        line.addWidget(Text(look, aside, "label", "text3", weight=400))
    line.addStretch(1)
    column.addLayout(line)
    column.addWidget(field)
    field.setAccessibleName(f"{words} {aside}".strip())
    field.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, on=False)
    return pair
