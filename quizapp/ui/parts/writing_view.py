"""What is seen while questions are being written: a bar, five steps, the last question."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.article import Article
from quizapp.domain.excerpt import around
from quizapp.domain.question import Draft, kind_of, prompt_of
from quizapp.operations.writing import Progress, Step
from quizapp.ui import wording
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.panel import Panel
from quizapp.ui.parts.progress_line import ProgressLine
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.source_quote import SourceQuote
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.writing_steps import State, StepRow
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, figure, tr

_WIDTH, _WIDTH_LARGE = 560, 860
_STEPS = (
    (Step.READING, "Read the text", 0.8),
    (Step.FINDING, "Find names, dates and places", 0.08),
    (Step.WRITING, "Write questions", 0.06),
    (Step.CHECKING, "Check each answer against its sentence", 0.04),
    (Step.THINNING, "Remove near-duplicates", 0.02),
)
"""Each step of `Progress`, its words, and its share of the bar: reading takes the time."""
_REACH = 36
"""Characters of the sentence that are quoted before and after the answer."""


class WritingView(QWidget):
    """It only shows; `stop` asks for what is written so far, `cancel` for nothing."""

    stop = Signal()
    cancel = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._counts: dict[Step, str] = {}
        self._quote: QWidget = QWidget()
        self._inside = QVBoxLayout()
        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(20, 20, 20, 20)
        self._column = QWidget()
        across.addStretch(1)
        across.addWidget(self._column, 100, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(content))
        self._rows = [StepRow(look, tr(words)) for _, words, _ in _STEPS]
        self._build()
        self._reshape()
        look.changed.connect(self._reshape)

    def begin(self, file: str, number: int, total: int) -> None:
        """Show a new text; `file` names it where several are waiting."""
        self._file = ""
        if total > 1:
            words = tr("File %1 of %2: %3.").replace("%1", figure(number))
            self._file = words.replace("%2", figure(total)).replace("%3", file) + " "
        self._bar.set_share(0)
        self._say("")
        for step in self._rows:
            step.show_state("to come", "")
        self._rows[0].show_state("here", "")
        self._counts = {}
        self._written.hide()
        self._just.hide()
        self._offer_to_stop(0)

    def show_progress(self, progress: Progress, article: Article | None) -> None:
        """Show how far the work on an article is; None while it is still being read."""
        here = list(Step).index(progress.step)
        share = progress.done / progress.total if progress.total else 0.0
        before = sum(part for _, _, part in _STEPS[:here])
        self._bar.set_share(before + share * _STEPS[here][2])
        sentence = tr("Sentence %1 of %2.").replace("%1", figure(progress.done))
        self._say(sentence.replace("%2", figure(progress.total)))
        self._count(progress)
        for step, row in zip(list(Step)[: here + 1], self._rows, strict=False):
            state: State = "here" if step is progress.step else "done"
            row.show_state(state, self._counts.get(step, ""))
        self._offer_to_stop(progress.written if progress.step is Step.WRITING else 0)
        if progress.last is not None and article is not None:
            self._show_written(progress.last, article.text)

    def _count(self, progress: Progress) -> None:
        """Note what there is to tell of a step; it stays when the step is done."""
        if progress.step is Step.READING:
            place = wording.position(progress.done, progress.total)
            self._counts[Step.READING] = place
            return
        sentences = counted(progress.total, "1 sentence", "%n sentences")
        self._counts[Step.READING] = sentences
        self._counts[Step.FINDING] = counted(progress.found, "1 found", "%n found")
        if progress.step is not Step.FINDING:
            so_far = counted(progress.written, "1 so far", "%n so far")
            self._counts[Step.WRITING] = so_far

    def _offer_to_stop(self, written: int) -> None:
        """Let the learner go on with what there is; the button keeps its place meanwhile."""
        words = tr("Stop and review %1").replace("%1", figure(written))
        self._stop.setText(words if written else tr("Stop and review"))
        if not written and self._stop.hasFocus():
            self._cancel.setFocus()
        self._stop.setEnabled(bool(written))
        self._stop.updateGeometry()

    @property
    def shows_question(self) -> bool:
        """Whether a question that was just written is in sight."""
        return self._written.isVisible()

    def take_focus(self) -> None:
        """Put the keyboard on the way out."""
        self._cancel.setFocus()

    def _say(self, sentence: str) -> None:
        may = tr("You can leave this page; the work goes on.")
        self._line.setText(" ".join(part for part in (self._file + sentence, may) if part))

    def _show_written(self, draft: Draft, text: str) -> None:
        kind, source = kind_of(draft.question), draft.source
        self._icon.show_icon(wording.kind_icon(kind))
        self._kind.setText(wording.kind(kind))
        self._prompt.setText(prompt_of(draft.question))
        cut = around(text, source.sentence, source.answer, _REACH)
        quote = SourceQuote(self._look, cut.words, cut.about, style="source")
        self._inside.replaceWidget(self._quote, quote)
        self._quote.hide()
        self._quote.deleteLater()
        self._quote = quote
        for part in (quote, self._written, self._just):
            part.show()

    def _build(self) -> None:
        look = self._look
        self._file = ""
        self._line = Text(look, "", "body", "text2", wrap=True)
        self._bar = _RoundBar(look, height=6)
        self._just = Text(look, tr("Just written"), "label", "text2")
        self._written = self._question_panel()
        self._stop = Button(look, "")
        self._stop.clicked.connect(self.stop)
        self._cancel = Button(look, tr("Cancel"), "quiet", keys=("Esc",))
        self._cancel.clicked.connect(self.cancel)
        steps = Panel(look)
        rows = QVBoxLayout(steps)
        rows.setContentsMargins(21, 11, 21, 11)
        rows.setSpacing(0)
        for row in self._rows:
            rows.addWidget(row)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, below in (
            (Text(look, tr("Writing questions"), "title", wrap=True), 4),
            (self._line, 20),
            (self._bar, 20),
            (steps, 20),
            (self._just, 8),
            (self._written, 20),
        ):
            column.addWidget(part)
            column.addSpacing(below)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        ways.addWidget(self._stop)
        ways.addWidget(self._cancel)
        ways.addStretch(1)
        column.addLayout(ways)

    def _question_panel(self) -> Panel:
        look = self._look
        panel = Panel(look)
        self._icon = Icon(look, "layers", "text2", 14)
        self._kind = Text(look, "", "caption", "text2")
        self._prompt = Text(look, "", "body", weight=500, wrap=True)
        kind = QHBoxLayout()
        kind.setSpacing(6)
        kind.addWidget(self._icon)
        kind.addWidget(self._kind)
        kind.addStretch(1)
        panel.setLayout(self._inside)
        self._inside.setContentsMargins(19, 15, 19, 15)
        self._inside.setSpacing(0)
        self._inside.addLayout(kind)
        self._inside.addSpacing(4)
        self._inside.addWidget(self._prompt)
        self._inside.addSpacing(8)
        self._inside.addWidget(self._quote)
        return panel

    def _reshape(self) -> None:
        self._column.setMaximumWidth(_WIDTH_LARGE if self._look.large else _WIDTH)


class _RoundBar(ProgressLine):
    """A progress line with round ends."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and what is done of it."""
        painter = QPainter(self)
        radius = self.height() / 2
        box(painter, QRectF(self.rect()), radius, self._look.color("hover"))
        width = self.width() * self._share
        if width > self.height():
            left = self.width() - width if self.isRightToLeft() else 0.0
            done = QRectF(left, 0, width, self.height())
            box(painter, done, radius, self._look.color("primary"))
        painter.end()
