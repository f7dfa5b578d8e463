"""Add an article: choose it, and see its questions being written, which are reviewed then."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from random import Random

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp import files
from quizapp.domain.article import Article, ArticleId
from quizapp.domain.question import QuestionKind
from quizapp.errors import QuizError
from quizapp.operations import articles, choosing, drafts, writing
from quizapp.operations.choosing import Allowed, Chosen
from quizapp.operations.writing import Drafted
from quizapp.settings import Settings
from quizapp.ui import wording
from quizapp.ui.parts.article_form import ArticleForm
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.drop_zone import files_in
from quizapp.ui.parts.margins import set_margins
from quizapp.ui.parts.page_head import PageHead
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.steps_header import StepsHeader, adding_steps
from quizapp.ui.parts.wanted import Refusal, Wanted
from quizapp.ui.parts.writing_view import WritingView
from quizapp.ui.tasks import Tasks, Work
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_NARROW = 904
_WIDE_STEPS = 1000
"""Pixels of page width from which very large text leaves room for the words of all steps."""


class AddArticlePage(QWidget):
    """One text after the other becomes a draft; the work goes on when the page is left."""

    left = Signal()
    written = Signal(object, int, str)
    """The articles' ids of the new drafts, how many questions they have, a word on the language."""
    begun = Signal(object)
    """The id of a deck that has no questions yet: they are to be written by hand."""
    busy = Signal(bool)
    refused = Signal(object)
    """`problems.Refused`: what became no draft."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        settings: Settings,
        clock: Callable[[], datetime],
        rng: Random,
        allowed: Allowed = choosing.is_public,
    ) -> None:
        super().__init__()
        self._look, self._tasks, self._clock, self._rng = look, tasks, clock, rng
        self._pipeline = settings.english_pipeline
        self._waiting: list[Wanted] = []
        self._now: Wanted | None = None
        self._work: Work | None = None
        self._total = 0
        self._made: list[ArticleId] = []
        self._share, self._kinds = 1.0, frozenset(QuestionKind)
        self._refused: list[Refusal] = []
        self._questions = 0
        self._language = ""
        self._form, self._view = ArticleForm(look, tasks, allowed), WritingView(look)
        self._form.filled.connect(self._offer)
        self._form.by_hand.connect(self._begin_by_hand)
        self._view.stop.connect(self.stop)
        self._view.cancel.connect(self.cancel)
        self._build()
        self._offer(filled=False)

    def take(self, mime: QMimeData) -> None:
        """Take what was dropped or pasted; while work goes on, files wait their turn."""
        found = files_in(mime)
        if self._now is None:
            self._form.take(found, mime)
        else:
            self._waiting += [Wanted(path, None, "", path) for path in found]
            self._total += len(found)

    def use(self, settings: Settings) -> None:
        """Heed other settings from now on."""
        self._pipeline = settings.english_pipeline

    def turn_to_paste(self) -> None:
        """Show the side for pasted text."""
        self._form.turn_to_paste()

    def forget_problems(self) -> None:
        """Say no more of what went wrong: its cause is gone."""
        self._form.forget_problems()

    def act(self) -> None:
        """Write questions from what was chosen, or read what must be read first."""
        if self._now is None and (wanted := list(self._form.wanted())):
            self._form.stop_reading()
            wishes = self._form.particulars.wishes
            self._share, self._kinds = wishes.share, wishes.kinds
            self._waiting, self._total = wanted, len(wanted)
            self._made, self._questions, self._refused = [], 0, []
            self._language = ""
            self.busy.emit(True)  # noqa: FBT003 - a signal takes no names
            self._next()
        elif self._now is None:
            self._form.act()

    def stop(self) -> None:
        """Go on with what is written so far of the text at hand, and with the texts after it."""
        if self._work is not None:
            self._work.stop()

    def cancel(self) -> None:
        """Stop the work at once; drafts already made stay."""
        if self._work is not None:
            self._work.cancel()
        self._finish()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where work begins."""
        if self._now is None:
            self._form.take_focus()
        else:
            self._view.take_focus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops the work, else leaves the page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._now is not None:
            self.cancel()
        else:
            self.left.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that suits the width."""
        side = 20 if self.width() < _NARROW else 32
        self._head.row.setContentsMargins(side, 20, side, 16)
        set_margins(self._foot, side - 15, 14, side, 14)
        self._inside.setContentsMargins(side, 20, side, 20)
        self._steps.set_short(short=self._look.large and self.width() < _WIDE_STEPS)

    # one text after the other

    def _next(self) -> None:
        if not self._waiting:
            self._finish()
            return
        self._now = self._waiting.pop(0)
        self._work = None
        number = self._total - len(self._waiting)
        self._view.begin(self._now.name, number, self._total)
        self._turn_to(self._view)
        self._begin(self._now)

    def _begin(self, wanted: Wanted) -> None:
        match wanted.content:
            case Article() as article:
                self._write(wanted, article)
            case str(text):
                self._read(wanted, choosing.read_text, (text,))
            case path:
                self._tasks.read(
                    lambda _: files.read_bytes(path),
                    lambda content: self._read(
                        wanted, choosing.read_file, (content, path.name)
                    ),
                    lambda error: self._failed(wanted, error),
                )

    def _read(
        self,
        wanted: Wanted,
        function: Callable[..., Chosen],
        arguments: tuple[object, ...],
    ) -> None:
        if self._now is wanted:
            self._work = self._tasks.apart(
                function,
                arguments,
                lambda progress: self._view.show_progress(progress, None),
                lambda chosen: self._write(wanted, chosen.article),
                lambda error: self._failed(wanted, error),
            )

    def _write(self, wanted: Wanted, article: Article) -> None:
        if self._now is not wanted:
            return
        named = replace(article, origin=wanted.origin or article.origin)
        number = writing.how_many(named, self._share)
        seed = self._rng.getrandbits(32)
        self._work = self._tasks.apart(
            writing.draft_article,
            (named, number, self._kinds, seed, self._pipeline),
            lambda progress: self._view.show_progress(progress, named),
            lambda drafted: self._drafted(wanted, drafted),
            lambda error: self._failed(wanted, error, named),
        )

    def _drafted(self, wanted: Wanted, drafted: Drafted) -> None:
        now = self._clock()
        self._work = None
        self._tasks.change(
            lambda bank: drafts.keep(bank, drafted, wanted.title, now),
            lambda draft: self._was_kept(wanted, draft, drafted),
            lambda error: self._failed(wanted, error),
        )

    def _was_kept(self, wanted: Wanted, draft: ArticleId, drafted: Drafted) -> None:
        self._form.drop(wanted)
        questions = len(drafted.drafts)
        whole = drafted.foreign == drafted.languages
        language = wording.languages(drafted.foreign, whole=whole)
        if self._now is not wanted:
            self.written.emit((draft,), questions, language)
            return
        self._made.append(draft)
        self._questions += questions
        self._language = language or self._language
        self._next()

    def _failed(
        self, failed: Wanted, error: QuizError, article: Article | None = None
    ) -> None:
        if self._now is not failed:
            return
        if failed.path is not None:
            self._form.drop(failed)
        self._refused.append(Refusal(failed, error, article))
        self._next()

    def _begin_by_hand(self, refusal: Refusal) -> None:
        """Make a deck of a text that gave no questions."""
        if refusal.article is not None:
            title, now = refusal.wanted.title, self._clock()
            bare = Drafted(refusal.article, ())
            self._form.drop(refusal.wanted)
            self._tasks.change(
                lambda bank: articles.add_deck(bank, bare, title, now), self.begun.emit
            )

    def _finish(self) -> None:
        """Go back to choosing, where what still waits lies too, and say what came of it."""
        self._now = self._work = None
        refused, self._refused = tuple(self._refused), []
        made, self._made = tuple(self._made), []
        left = [wanted.path for wanted in self._waiting if wanted.path is not None]
        self._waiting = []
        if left:
            self._form.add_files(left)
        if refused:
            self._form.show_problems(refused)
        self.busy.emit(False)  # noqa: FBT003 - a signal takes no names
        self._turn_to(self._form)
        if made:
            self.written.emit(made, self._questions, self._language)
        if refused:
            self.refused.emit([(one.wanted.name, one.error) for one in refused])

    # showing

    def _offer(self, filled: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._button.setEnabled(filled)

    def _turn_to(self, side: QWidget) -> None:
        writing_now = side is self._view
        self._stack.setCurrentIndex(int(writing_now))
        self._steps.go_to(int(writing_now))
        self._footer.setVisible(not writing_now)
        if self.isVisible():
            self.take_focus()

    def _build(self) -> None:
        look = self._look
        self._head = PageHead(look, tr("Add article"), buttons=False)
        self._steps = StepsHeader(look, adding_steps())
        self._head.row.insertSpacing(1, 27)
        self._head.row.insertWidget(2, self._steps)
        framed = QWidget()
        self._inside = QVBoxLayout(framed)
        self._inside.addWidget(self._form)
        self._stack = QStackedWidget()
        self._stack.addWidget(Scroll(framed))
        self._stack.addWidget(self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._head, Rule(look)):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self._footing())

    def _footing(self) -> QWidget:
        look = self._look
        self._footer = QWidget()
        cancel = Button(look, tr("Cancel"), "quiet", keys=("Esc",))
        cancel.clicked.connect(self.left)
        self._button = Button(look, tr("Write questions"), "primary", keys=("Ctrl+Return",))
        self._button.clicked.connect(self.act)
        self._foot = QHBoxLayout()
        self._foot.addWidget(cancel)
        self._foot.addStretch(1)
        self._foot.addWidget(self._button)
        column = QVBoxLayout(self._footer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule(look))
        column.addLayout(self._foot)
        return self._footer
