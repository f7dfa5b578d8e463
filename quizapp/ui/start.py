"""Open the window, paint it, then bring the bank and the pages in behind it."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from quizapp import clock, paths, settings
from quizapp.domain.article import ArticleId
from quizapp.domain.draft_deck import Added, DraftDeck
from quizapp.domain.question import DeckId, QuestionId
from quizapp.errors import BankDamaged, QuizError
from quizapp.settings import Settings
from quizapp.ui import placing, wording
from quizapp.ui.parts.page_head import head_alone
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.window import TEXT_SIZES, Window
from quizapp.ui.wording import tr


def run(bank: Path) -> int:
    """Show the window on a bank until it is closed; return the exit code."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Quizapp")
    application.setDesktopFileName("quizapp")
    program = Program(bank, clock.now, Random())  # noqa: S311 - the order of options, no secret
    program.window.show()
    code = application.exec()
    program.close()
    return code


class Program(QObject):
    """The window and all behind it; made before the first frame, filled after it."""

    def __init__(self, bank: Path, now: Callable[[], datetime], rng: Random) -> None:
        super().__init__()
        self._bank, self._now, self._rng = bank, now, rng
        self._kept = paths.settings_path(bank)
        self._place = bank.with_name("window.json")
        self.settings = settings.load(self._kept)
        chosen = self.settings
        self.look = Look(chosen.theme, chosen.text_size, still=chosen.reduce_motion)
        self.tasks = Tasks()
        self.window = Window(self.look)
        self._undo: Callable[[], None] | None = None
        self._filled = False
        placing.restore(self.window, self._place)
        self.window.put("opening", head_alone(self.look, tr("Library")))
        self.window.show_page("opening")
        self.window.rail.select("library")
        self.window.rail.setEnabled(False)
        self.window.painted.connect(self._open)
        self.window.text_size.connect(self._resize_text)
        self.window.closing.connect(lambda: placing.keep(self.window, self._place))
        self.tasks.failed.connect(self._failed)

    def close(self) -> None:
        """Keep nothing running and let the bank go."""
        application = QApplication.instance()
        if self._filled and isinstance(application, QApplication):
            application.applicationStateChanged.disconnect(self._came_back)
        self.tasks.close()

    # opening

    def _open(self) -> None:
        self.tasks.open(self._bank, self._now(), self._fill, self._cannot_open)

    def _cannot_open(self, error: QuizError) -> None:
        from quizapp.ui.pages.bank_error import BankErrorPage

        page = BankErrorPage(self.look)
        page.show_error(error, self._bank)
        page.again.connect(self._open)
        page.leave.connect(self.window.close)
        self.window.put("bank error", page, page, framed=False)
        self.window.show_page("bank error")

    def _fill(self) -> None:
        """Show the Library; the pages are made once, however often the bank is opened."""
        if not self._filled:
            self._make_pages()
            self._filled = True
        self.window.rail.setEnabled(True)
        self.window.show_page("library")

    def _make_pages(self) -> None:
        """Make the pages: what they need was imported by the worker meanwhile."""
        from quizapp.ui.pages.add_article import AddArticlePage
        from quizapp.ui.pages.library import LibraryPage
        from quizapp.ui.pages.review import ReviewPage
        from quizapp.ui.pages.study import StudyPage
        from quizapp.ui.pages.summary import SummaryPage

        zone = clock.zone()
        kit = (self.look, self.tasks, self.settings, self._now, zone)
        window = self.window
        self.library = LibraryPage(*kit)
        self.add_article = AddArticlePage(
            self.look, self.tasks, self.settings, self._now, self._rng
        )
        self.review = ReviewPage(self.look, self.tasks, self._now)
        self.study = StudyPage(*kit, self._rng)
        self.summary = SummaryPage(*kit)
        window.put("library", self.library, self.library)
        window.put("add", self.add_article, self.add_article)
        window.put("review", self.review, self.review)
        window.put("study", self.study, framed=False)
        window.put("summary", self.summary, self.summary, framed=False, free=True)
        self._join_library()
        self._join_adding()
        self._join_studying()
        window.asked.connect(self._heed)
        window.dropped.connect(self._take)

    def _join_library(self) -> None:
        page, window = self.library, self.window
        page.study.connect(self._begin)
        page.add.connect(lambda: self._heed("add"))
        page.paste.connect(self._paste)
        page.due.connect(self._show_badge)
        page.rename.connect(self._rename)
        page.removed.connect(self._removed)
        page.brought_back.connect(self._brought_back)
        page.exported.connect(self._exported)
        page.review.connect(self._review)
        page.discarded.connect(self._discarded)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._came_back)
        window.rail.select("library")

    def _join_adding(self) -> None:
        page, window = self.add_article, self.window
        page.left.connect(lambda: window.show_page("library"))
        page.written.connect(self._written)
        page.busy.connect(lambda busy: window.rail.item("library").set_busy(busy=busy))
        page.refused.connect(self._refused_behind)
        self.review.left.connect(lambda: window.show_page("library"))
        self.review.added.connect(self._added)

    def _join_studying(self) -> None:
        window = self.window
        self.study.ended.connect(self._session_ended)
        self.summary.left.connect(lambda: window.show_page("library"))
        self.summary.undo.connect(self._undo_last_answer)
        self.summary.go_over.connect(self._go_over)
        self.summary.learn_more.connect(self._learn_more)

    # what the window asks for

    def _heed(self, name: str) -> None:
        match name:
            case "shortcuts":
                from quizapp.ui.dialogs import shortcuts

                shortcuts.show(self.look, self.window)
            case "undo" if self.window.shown == "summary":
                self._undo_last_answer()
            case "undo" if self.window.shown == "review" and self.review.undo():
                pass
            case "undo":
                self._undo_deed()
            case _:
                self.window.show_page(name)

    def _take(self, dropped: QMimeData) -> None:
        self.add_article.take(dropped)
        self.window.show_page("add")

    def _paste(self) -> None:
        """Open the paste side, with the clipboard's text where it has any."""
        self.add_article.take(QApplication.clipboard().mimeData())
        self.add_article.turn_to_paste()
        self.window.show_page("add")

    def _resize_text(self, step: int) -> None:
        size = 100 if step == 0 else _next_size(self.settings.text_size, step)
        self._use(replace(self.settings, text_size=size))

    def _use(self, chosen: Settings) -> None:
        self.settings = chosen
        self.look.choose(chosen.theme, chosen.text_size, still=chosen.reduce_motion)
        try:
            settings.save(chosen, self._kept)
        except QuizError as error:
            self._failed(error)

    # studying

    def _begin(self, deck: DeckId | None) -> None:
        self._undo = None
        self.window.toast.hide()
        self.window.show_page("study")
        self.study.begin(deck)

    def _session_ended(self, started: datetime, answers: int) -> None:
        if answers:
            self.summary.show_session(started)
            self.window.show_page("summary")
            return
        self.window.show_page("library")
        if self.study.drawn is None:
            self._say(tr("Nothing to study here today"), None, "info")

    def _undo_last_answer(self) -> None:
        self.window.show_page("study")
        self.study.undo()

    def _go_over(self, questions: tuple[QuestionId, ...]) -> None:
        self.window.show_page("study")
        self.study.go_over(questions)

    def _learn_more(self, count: int) -> None:
        self.window.show_page("study")
        self.study.begin(None, count)

    # what was done, and how to take it back

    def _say(
        self, words: str, undo: Callable[[], None] | None, icon: str = "check"
    ) -> None:
        self._undo = undo
        self.window.toast.say(
            words,
            action=tr("Undo") if undo else "",
            keys="Ctrl+Z" if undo else "",
            do=self._undo_deed,
            icon=icon,
        )

    def _undo_deed(self) -> None:
        deed, self._undo = self._undo, None
        if deed is not None:
            self.window.toast.hide()
            deed()

    def _removed(self, deck: DeckId, title: str) -> None:
        from quizapp.operations import decks

        def bring_back() -> None:
            self.tasks.change(
                lambda bank: decks.bring_back(bank, deck),
                lambda _: self.library.look_for(deck),
            )

        self._say(tr("“%1” removed").replace("%1", title), bring_back)

    def _brought_back(self, questions: int) -> None:
        words = "1 question brought back", "%n questions brought back"
        self._say(wording.counted(questions, *words), None)

    def _rename(self, deck: DeckId, before: str) -> None:
        from quizapp.operations import decks
        from quizapp.ui.dialogs import rename

        def call_it(title: str) -> None:
            self.tasks.change(lambda bank: decks.rename(bank, deck, title), _nothing)

        def take(title: str) -> None:
            call_it(title)
            self._say(tr("Deck renamed"), lambda: call_it(before))

        rename.ask(self.look, self.window, before, take)

    def _exported(self, path: Path) -> None:
        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

        words = tr("Exported to %1").replace("%1", path.parent.name)
        self.window.toast.say(words, action=tr("Show"), do=show)

    def _review(self, draft: ArticleId) -> None:
        self.window.show_page("review")
        self.review.review(draft)

    def _written(
        self, drafts: tuple[ArticleId, ...], questions: int, language: str
    ) -> None:
        """Go on to the review, or say that it waits where the page was left."""
        here = self.window.shown == "add"
        only = drafts[0] if len(drafts) == 1 else None
        words = wording.counted(questions, "1 question to review", "%n questions to review")
        told = f"{words}. {language}" if language else words
        if here and only is not None:
            self._review(only)
        elif here:
            self.window.show_page("library")
        if not here and only is not None:
            self.window.toast.say(told, action=tr("Review"), do=lambda: self._review(only))
        elif language or only is None:
            self._say(told, None)

    def _added(self, added: Added) -> None:
        from quizapp.operations import drafts

        def take_back() -> None:
            now = self._now()
            self.tasks.change(
                lambda bank: drafts.take_back(bank, added, now),
                lambda _: self.add_article.forget_problems(),
            )

        count = len(added.questions)
        words = wording.counted(count, "1 question added", "%n questions added")
        self._say(words, take_back)
        self.library.look_for(added.deck)

    def _discarded(self, draft: DraftDeck) -> None:
        from quizapp.operations import drafts

        def bring_back() -> None:
            self.tasks.change(lambda bank: drafts.restore(bank, draft), _nothing)

        words = tr("Draft of “%1” discarded").replace("%1", draft.title)
        self._say(words, bring_back)

    def _refused_behind(self, refused: wording.Refused) -> None:
        """Say what went wrong on the page that was left."""
        if self.window.shown != "add":
            self.window.toast.say(
                wording.problems(refused).title,
                action=tr("Show"),
                do=lambda: self.window.show_page("add"),
                icon="triangle-alert",
            )

    def _failed(self, error: QuizError) -> None:
        if isinstance(error, BankDamaged):
            self._cannot_open(error)
            return
        problem = wording.problem(error)
        self._say(f"{problem.title} {problem.sentence}", None, "triangle-alert")

    def _show_badge(self, due: int) -> None:
        spoken = wording.counted(due, "1 card is due", "%n cards are due")
        item = self.window.rail.item("library")
        item.set_badge(str(due) if due else "", spoken if due else "")

    def _came_back(self, state: Qt.ApplicationState) -> None:
        """Look again at what is due: another day may have begun meanwhile."""
        if state is Qt.ApplicationState.ApplicationActive and self.library.isVisible():
            self.library.reload()


def _nothing(_: None) -> None:
    """Do nothing with a result that is none."""


def _next_size(size: int, step: int) -> int:
    """Return the next larger or smaller text size, the same at the end of the line."""
    larger = [other for other in TEXT_SIZES if other > size]
    smaller = [other for other in TEXT_SIZES if other < size]
    return ([*larger, size] if step > 0 else [*smaller[::-1], size])[0]
