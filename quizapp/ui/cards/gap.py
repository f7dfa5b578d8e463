"""Fill the gap: a sentence of the article with some of its words to be typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.answer import Mark
from quizapp.domain.picture import Picture
from quizapp.domain.question import Gap
from quizapp.operations.study import Quote
from quizapp.ui.cards import aloud
from quizapp.ui.cards.gap_text import GapText
from quizapp.ui.cards.picture import add_picture
from quizapp.ui.cards.typed import lenience, start_with
from quizapp.ui.cards.verdict import TypedVerdict
from quizapp.ui.parts.fade import fade_in
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr


class GapCard(QWidget):
    """`given` carries what was typed."""

    given = Signal(str)

    read = Signal()
    """The sentence is wanted in its article."""

    def __init__(
        self, look: Look, gap: Gap, quote: Quote | None, picture: Picture | None = None
    ) -> None:
        super().__init__()
        self._look, self._gap, self._quote = look, gap, quote
        self._mark: Mark | None = None
        self._picture = picture
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8 if look.large else 32, 0, 0)
        self._column.setSpacing(0)
        if not look.large:
            title = tr("Fill the gap in this sentence from the article")
            self._column.addWidget(Text(look, title, "label", "text2", wrap=True))
            self._column.addSpacing(10)
        self.text = GapText(look, gap)
        self.text.given.connect(self.given)
        self._column.addWidget(self.text)
        add_picture(look, self._column, picture, gap.prompt)
        self._hint = lenience(look)
        self._column.addSpacing(24)
        self._column.addWidget(self._hint)
        self._column.addStretch(1)

    @property
    def asked(self) -> str:
        """What is read out when the question appears."""
        return aloud.asked(self._gap.prompt, self._picture)

    @property
    def spoken(self) -> str:
        """What is read out when the answer appears."""
        return aloud.answered(self._mark, self._gap.answer, self._quote)

    def focus(self) -> None:
        """Put the cursor in the gap."""
        self.text.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Give what stands in the gap."""
        self.given.emit(self.text.field.text())

    def show_hint(self) -> None:
        """Write the first letter into the gap."""
        start_with(self.text.field, self._gap.answer)

    def show_verdict(self, mark: Mark | None) -> None:
        """Colour the gap and add both answers below; None: the learner did not know."""
        self._mark = mark
        typed = self.text.field.text().strip()
        self.text.show_verdict(right=mark is not None and mark.right)
        self._hint.hide()
        self._column.removeWidget(self._hint)
        answer = self._gap.answer
        verdict = TypedVerdict(self._look, typed, answer, mark, self._quote)
        verdict.read.connect(self.read)
        self._column.insertWidget(self._column.count() - 1, verdict)
        fade_in(self._look, verdict)
