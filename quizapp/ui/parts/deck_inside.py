"""What stands on a deck's card: its title, its text as a strip, what waits, and the way in."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.operations.decks import DeckSummary
from quizapp.ui.parts.button import Button, IconButton
from quizapp.ui.parts.clamped import ClampedText
from quizapp.ui.parts.margins import set_margins
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.text_strip import TextStrip
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, figure, tr

_START, _END, _INDENT = 17, 17, 6
_BESIDE = _START + _END
_BETWEEN = 12


class DeckInside(QWidget):
    """`study`, `open` and `menu` tell which button was pressed."""

    study = Signal()
    open = Signal()
    menu = Signal()

    def __init__(self, look: Look, deck: DeckSummary) -> None:
        super().__init__()
        self._look = look
        self._title = ClampedText(look, "", "heading", lines=2)
        self._menu_button = IconButton(
            look, "ellipsis", tr("More for this deck"), size="small"
        )
        self._menu_button.clicked.connect(self.menu)
        self._source = Text(look, "", "caption", "text3")
        self._strip = TextStrip(look)
        self._due = Text(look, "", "label", weight=600)
        self._new = Text(look, "", "label", "text2")
        self._learned = Text(look, "", "label", "text2")
        self._foot = QHBoxLayout()
        self._button = Button(look, "", size="small")
        self._lay_out()
        self.show_deck(deck)

    @property
    def below_menu_button(self) -> QPoint:
        """Where a menu opens, on the screen."""
        corner = QPoint(0, self._menu_button.height() + 4)
        return self._menu_button.mapToGlobal(corner)

    def come_after(self, card: QWidget) -> None:
        """Have Tab lead here from the card, and through all buttons."""
        QWidget.setTabOrder(card, self._menu_button)
        QWidget.setTabOrder(self._menu_button, self._button)

    def show_deck(self, deck: DeckSummary) -> None:
        """Show the deck as it stands now."""
        counts = deck.counts
        self._title.setText(deck.title)
        self._source.setText(made_of(counts.total, deck.sentences))
        self._strip.set_segments(deck.strip)
        self._strip.setVisible(bool(deck.strip))
        labels = (self._due, self._new, self._learned)
        for label, words in zip(labels, counted_in(deck), strict=True):
            label.setText(words)
        self._due.set_style(
            "label", "primary" if counts.due else "text3", weight=600 if counts.due else 500
        )
        self._replace_button(deck)
        self._fit_counts()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell as many of the counts as there is room for."""
        self._fit_counts()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Measure them anew in other letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit_counts()

    def _fit_counts(self) -> None:
        """Leave out what is learned, then what is new, rather than to cut any of them."""
        room = self.width() - _BESIDE - self._button.sizeHint().width()
        for label in (self._due, self._new, self._learned):
            room -= label.sizeHint().width() + _BETWEEN
            label.setVisible(label is self._due or room >= 0)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        named = QVBoxLayout()
        named.setContentsMargins(0, 2, 0, 0)
        named.addWidget(self._title)
        head.addLayout(named, 1)
        head.addWidget(self._menu_button, 0, Qt.AlignmentFlag.AlignTop)
        self._foot.setSpacing(_BETWEEN)
        for label in (self._due, self._new, self._learned):
            self._foot.addWidget(label)
        self._foot.addStretch(1)
        self._foot.addWidget(self._button)
        column = QVBoxLayout(self)
        # The menu button stands 6 pixels into the padding, and 2 above the title.
        set_margins(column, _START, 15, _END - _INDENT, 17)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(2)
        below = QVBoxLayout()
        set_margins(below, 0, 0, _INDENT, 0)
        below.setSpacing(0)
        below.addWidget(self._source)
        below.addStretch(1)
        below.addSpacing(12)
        below.addWidget(self._strip)
        below.addSpacing(12)
        below.addLayout(self._foot)
        column.addLayout(below, 1)

    def _replace_button(self, deck: DeckSummary) -> None:
        """Offer to start a deck never touched, to study any other; one without questions to read."""
        counts = deck.counts
        fresh = counts.new == counts.total
        had_focus = self._button.hasFocus()
        words = tr("Start") if fresh else tr("Study")
        button = Button(
            self._look,
            words if counts.total else tr("Read"),
            "secondary" if fresh else "soft",
            size="small",
        )
        button.setAccessibleName(f"{button.text()}: {deck.title}")
        button.clicked.connect(self.study if counts.total else self.open)
        self._foot.replaceWidget(self._button, button)
        QWidget.setTabOrder(self._menu_button, button)
        self._button.deleteLater()
        self._button = button
        if had_focus:
            button.show()
            button.setFocus()


def counted_in(deck: DeckSummary) -> list[str]:
    """Return how many questions are due, new and learned, in words."""
    counts = deck.counts
    return [
        tr("%1 due").replace("%1", figure(counts.due)),
        tr("%1 new").replace("%1", figure(counts.new)),
        tr("%1 learned").replace("%1", figure(counts.learned)),
    ]


def made_of(questions: int, sentences: int) -> str:
    """Return “24 questions from 16 sentences”."""
    words = counted(questions, "1 question", "%n questions")
    if not sentences:
        return words
    of = counted(sentences, "from 1 sentence", "from %n sentences")
    return f"{words} {of}"
