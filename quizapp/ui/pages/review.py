"""Review what was written of an article: keep, reject, reword; then add what is kept."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from quizapp.domain.article import ArticleId
from quizapp.domain.draft_deck import Added, DraftDeck, Proposal, Verdict
from quizapp.domain.question import Question, QuestionId
from quizapp.operations import drafts
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.draft_editor import DraftEditor
from quizapp.ui.parts.draft_list import DraftList
from quizapp.ui.parts.flow import Flow
from quizapp.ui.parts.keycap import Keycap
from quizapp.ui.parts.margins import set_margins
from quizapp.ui.parts.page_head import PageHead
from quizapp.ui.parts.rule import Rule, UprightRule
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.segmented import Segmented
from quizapp.ui.parts.steps_header import StepsHeader, adding_steps
from quizapp.ui.parts.tab_order import order_tabs
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.typeset import Stretch
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, figure, tr

_LIST, _LEAST_LIST, _LEAST_EDITOR, _LEAST_BUTTON = 419, 296, 410, 124
_ONE_PANE = 900
"""Pixels of page width below which very large text leaves no room for the list."""
NARROW = 904
_SHORT_STEPS, _SHORT_STEPS_LARGE, _SHOWN_COUNTS = 800, 1400, 1000
"""Pixels of page width from which all steps have words, and large text leaves room for counts."""
_MOST_UNDONE = 500
_ALL, _OPEN, _HINTED = 0, 1, 2


class ReviewPage(QWidget):
    """Every verdict is kept at once, so that the draft outlives the program."""

    left = Signal()
    added = Signal(object)
    """`Added`: what is part of a deck now."""

    def __init__(self, look: Look, tasks: Tasks, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._look, self._tasks, self._clock = look, tasks, clock
        self._draft: DraftDeck | None = None
        self._before: list[DraftDeck] = []
        self._chosen: QuestionId | None = None
        self._filter = _ALL
        self._list, self._editor = DraftList(look), DraftEditor(look)
        self._list.moved.connect(self._choose)
        self._list.doubleClicked.connect(self._editor.take_focus)
        self._editor.reworded.connect(self._reword)
        self._build()
        look.changed.connect(self._reshape)

    def review(self, article: ArticleId) -> None:
        """Open the draft of an article; until it is there no key acts on the one before."""
        self._draft = None
        self._tasks.read(lambda bank: drafts.get(bank, article), self._open)

    def act(self) -> None:
        """Add what is kept to the deck."""
        self._editor.commit()
        draft = self._draft
        if draft is None or not draft.kept:
            return
        now = self._clock()
        self._draft = None
        self._tasks.change(
            lambda bank: drafts.add_kept(bank, draft.id, now), self._was_added
        )

    def undo(self) -> bool:
        """Take the last verdict or wording back; False where there is none."""
        if not self._before or self._draft is None:
            return False
        before = self._before.pop()
        self._draft = before
        self._editor.forget()
        self._show()
        self._tasks.change(lambda bank: drafts.restore(bank, before), _nothing)
        return True

    def take_focus(self) -> None:
        """Put the keyboard on the list, where there is one, else on the first deed."""
        (self._list if self._left.isVisibleTo(self) else self._keep).setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of reviewing; letters typed into a field never come here."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = held == Qt.KeyboardModifier.ShiftModifier
        deed = None if held else self._keys.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_A and shift:
            self._keep_clear()
        elif event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif deed is not None and not self._in_field():
            deed()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that suits the width."""
        self._reshape()

    # what was said

    def _judge(self, verdict: Verdict) -> None:
        draft, chosen = self._draft, self._chosen
        if draft is None or chosen is None:
            return
        self._editor.commit()
        following = self._list.beside(chosen, 1 if verdict is not Verdict.OPEN else 0)
        self._chosen = following
        self._say([chosen], verdict)

    def _keep_clear(self) -> None:
        """Keep all that are not reviewed and have nothing to look at."""
        self._editor.commit()
        clear = [one.id for one in self._clear()]
        if clear:
            self._say(clear, Verdict.KEPT)

    def _say(self, questions: list[QuestionId], verdict: Verdict) -> None:
        """Show a verdict, then keep it: the worker needs Python's lock as much as the list."""
        draft = self._draft
        if draft is None:
            return
        judged = draft.judged(questions, verdict)
        another = judged != draft
        if another:
            self._take(judged)
        self._show()
        self.take_focus()
        if another:
            self._tasks.change(
                lambda bank: drafts.judge(bank, draft.id, questions, verdict), _nothing
            )

    def _reword(self, question: QuestionId, words: Question) -> None:
        draft = self._draft
        if draft is None:
            return
        self._take(draft.reworded(question, words))
        self._show()
        self._tasks.change(
            lambda bank: drafts.edit(bank, draft.id, question, words), _nothing
        )

    def _take(self, draft: DraftDeck) -> None:
        if self._draft is not None:
            self._before = [*self._before[-_MOST_UNDONE:], self._draft]
        self._draft = draft

    def _clear(self) -> tuple[Proposal, ...]:
        if self._draft is None:
            return ()
        return tuple(one for one in self._draft.to_review if not one.has_hints)

    def _was_added(self, added: Added) -> None:
        self.left.emit()
        self.added.emit(added)

    # moving

    def _open(self, draft: DraftDeck | None) -> None:
        if draft is None:
            self.left.emit()
            return
        self._draft, self._before, self._filter = draft, [], _ALL
        self._segments.choose(_ALL)
        self._editor.forget()
        waiting = draft.to_review or draft.proposals
        self._chosen = waiting[0].id
        self._show()
        if self.isVisible():
            self.take_focus()

    def _choose(self, question: QuestionId) -> None:
        if question != self._chosen:
            self._editor.commit()
            self._chosen = question
            self._show_chosen()

    def _move(self, step: int) -> None:
        self._list.choose(self._list.beside(self._chosen, step))

    def _turn_to(self, chosen: int) -> None:
        self._filter = chosen
        self._show()

    def _step_back(self) -> None:
        """Leave the field, else the page."""
        if self._in_field():
            self._editor.commit()
            self.take_focus()
        else:
            self._editor.commit()
            self.left.emit()

    def _in_field(self) -> bool:
        focused = QApplication.focusWidget()
        return isinstance(focused, QLineEdit | QPlainTextEdit)

    # showing

    def _show(self) -> None:
        draft = self._draft
        if draft is None:
            return
        some = self._some(draft)
        if self._chosen not in [one.id for one in some] and some:
            self._chosen = self._nearest(draft, some)
        self._list.show_some(draft, some, self._chosen)
        self._show_chosen()
        deeds = (self._keep, self._reject, self._pen)
        order_tabs(self._left, *self._editor.in_order, *deeds, self._footer)
        hinted = sum(one.has_hints for one in draft.proposals)
        self._segments.say(_ALL, _with_count(tr("All"), len(draft.proposals)))
        self._segments.say(_OPEN, _with_count(tr("To review"), len(draft.to_review)))
        self._segments.say(_HINTED, _with_count(tr("With hints"), hinted))
        self._reshape()
        self._show_counts(draft)
        clear = counted(len(self._clear()), "Keep 1 without hints", "Keep %n without hints")
        self._keep_all.setText(clear)
        self._keep_all.setEnabled(bool(self._clear()))
        kept = len(draft.kept)
        self._add.setText(
            tr("Add %1 to deck").replace("%1", figure(kept)) if kept else tr("Add to deck")
        )
        self._add.setEnabled(bool(kept))
        for button in (self._keep_all, self._add):
            button.updateGeometry()

    def _some(self, draft: DraftDeck) -> Sequence[Proposal]:
        if self._filter == _OPEN:
            return draft.to_review
        if self._filter == _HINTED:
            return [one for one in draft.proposals if one.has_hints]
        return draft.proposals

    def _nearest(self, draft: DraftDeck, some: Sequence[Proposal]) -> QuestionId:
        """Return the first shown question after the chosen one, else the last shown."""
        places = {one.id: at for at, one in enumerate(draft.proposals)}
        chosen = self._chosen
        at = 0 if chosen is None else places.get(chosen, 0)
        after = (one.id for one in some if places[one.id] >= at)
        return next(after, some[-1].id)

    def _show_chosen(self) -> None:
        if self._draft is None:
            return
        for one in self._draft.proposals:
            if one.id == self._chosen:
                self._editor.show_proposal(self._draft, one)

    def _show_counts(self, draft: DraftDeck) -> None:
        kept, waiting = len(draft.kept), len(draft.to_review)
        rejected = len(draft.proposals) - kept - waiting
        last = tr("%1 to review").replace("%1", figure(waiting))
        parts = [
            tr("%1 kept").replace("%1", figure(kept)),
            tr("%1 rejected").replace("%1", figure(rejected)),
            last,
        ]
        words = " · ".join(parts)
        self._counts.setText(words)
        bold = Stretch(len(words) - len(last), len(words), weight=600, ink="text")
        self._counts.set_stretches([bold])

    def _reshape(self) -> None:
        width, large = self.width(), self._look.large
        # Where both would be too narrow to read, one question at a time is enough.
        self._left.setVisible(not (large and width < _ONE_PANE))
        self._line.setVisible(self._left.isVisibleTo(self))
        wanted = max(_LIST, self._segments.sizeHint().width() + 24)
        self._left.setFixedWidth(min(wanted, max(_LEAST_LIST, width - _LEAST_EDITOR)))
        narrow = width < NARROW
        side = 20 if narrow else 32
        self._head.row.setContentsMargins(side, 20, side, 16)
        self._deeds.setContentsMargins(*((16, 8, 16, 12) if narrow else (24, 8, 24, 16)))
        for button in (self._keep, self._reject):
            button.setMinimumWidth(0 if narrow else _LEAST_BUTTON)
        self._counts.setVisible(not large or width >= _SHOWN_COUNTS)
        self._steps.set_short(short=width < (_SHORT_STEPS_LARGE if large else _SHORT_STEPS))
        self._moving.setVisible(not narrow and not large)

    # building

    def _build(self) -> None:
        look = self._look
        self._keys: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_J: lambda: self._move(1),
            Qt.Key.Key_K: lambda: self._move(-1),
            Qt.Key.Key_A: lambda: self._judge(Verdict.KEPT),
            Qt.Key.Key_R: lambda: self._judge(Verdict.REJECTED),
            Qt.Key.Key_U: lambda: self._judge(Verdict.OPEN),
            Qt.Key.Key_E: self._editor.take_focus,
            Qt.Key.Key_Return: self._editor.take_focus,
            Qt.Key.Key_Enter: self._editor.take_focus,
        }
        self._head = PageHead(look, tr("Add article"), buttons=False)
        self._steps = StepsHeader(look, adding_steps())
        self._steps.go_to(2)
        self._head.row.insertSpacing(1, 27)
        self._head.row.insertWidget(2, self._steps)
        self._counts = Text(look, "", "label", "text2", weight=400)
        self._head.row.addWidget(self._counts)
        self._left, self._line = self._list_pane(), UprightRule(look)
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(self._left)
        panes.addWidget(self._line)
        panes.addWidget(self._editor_pane(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(Rule(look))
        column.addLayout(panes, 1)
        column.addWidget(Rule(look))
        column.addWidget(self._footing())

    def _list_pane(self) -> QWidget:
        look = self._look
        pane = QWidget()
        self._segments = Segmented(look, (("", tr("All")), ("", ""), ("", "")))
        self._segments.chosen.connect(self._turn_to)
        self._segments.choose(_ALL)
        above = QHBoxLayout()
        set_margins(above, 12, 10, 8, 10)
        above.addWidget(self._segments)
        above.addStretch(1)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(Rule(look))
        column.addWidget(self._list, 1)
        return pane

    def _editor_pane(self) -> QWidget:
        look = self._look
        pane = QWidget()
        self._keep = Button(look, tr("Keep"), "primary", icon="check", keys=("A",))
        self._reject = Button(look, tr("Reject"), icon="x", keys=("R",))
        self._pen = Button(look, tr("Edit"), icon="pencil", keys=("E",))
        self._keep.clicked.connect(lambda: self._judge(Verdict.KEPT))
        self._reject.clicked.connect(lambda: self._judge(Verdict.REJECTED))
        self._pen.clicked.connect(self._editor.take_focus)
        deeds = Flow(12)
        for button in (self._keep, self._reject, self._pen):
            deeds.add(button)
        self._moving = QWidget()
        hint = QHBoxLayout(self._moving)
        hint.setContentsMargins(0, 0, 0, 0)
        hint.setSpacing(6)
        for part in (
            Keycap(look, "J"),
            Keycap(look, "K"),
            Text(look, tr("Move"), "caption", "text3"),
        ):
            hint.addWidget(part)
        self._deeds = QHBoxLayout()
        self._deeds.addWidget(deeds, 1)
        self._deeds.addWidget(self._moving)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Scroll(self._editor), 1)
        column.addLayout(self._deeds)
        return pane

    def _footing(self) -> QWidget:
        look = self._look
        self._footer = footer = QWidget()
        back = Button(look, tr("Back"), "quiet")
        back.clicked.connect(self.left)
        self._keep_all = Button(look, "", keys=("Shift+A",))
        self._keep_all.clicked.connect(self._keep_clear)
        self._add = Button(look, "", "primary", keys=("Ctrl+Return",))
        self._add.clicked.connect(self.act)
        row = QHBoxLayout(footer)
        row.setContentsMargins(24, 14, 24, 14)
        row.setSpacing(12)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self._keep_all)
        row.addWidget(self._add)
        return footer


def _with_count(words: str, count: int) -> str:
    return f"{words} {count}"


def _nothing(_: None) -> None:
    """Do nothing with a result that is none."""
