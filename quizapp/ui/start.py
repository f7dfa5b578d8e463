"""Open the window, paint it, then bring the bank and the pages in behind it."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from quizapp import clock, paths, settings
from quizapp.domain.article import ArticleId, Span
from quizapp.domain.draft_deck import Added
from quizapp.domain.question import DeckId, QuestionId
from quizapp.errors import BankDamaged, BankReadOnly, QuizError
from quizapp.settings import Settings
from quizapp.ui import placing, problems, wording
from quizapp.ui.bank_care import BankCare
from quizapp.ui.deeds import Deeds
from quizapp.ui.parts.banner import Banner
from quizapp.ui.parts.page_head import head_alone
from quizapp.ui.single_keys import SingleKeys
from quizapp.ui.slices import Slices
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.window import TEXT_SIZES, Window
from quizapp.ui.wording import tr

# The bank takes 430 ms to import: the worker does it, behind the first painted window.
if TYPE_CHECKING:
    from quizapp.operations.importing import Imported


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


Kit = tuple[Look, Tasks, Settings, Callable[[], datetime], tzinfo]
"""What most pages are made of: the last two are the present moment and the learner's zone."""


class Heedful(Protocol):
    """A page that heeds the settings."""

    def use(self, settings: Settings) -> None:
        """Heed other settings from now on."""


class Program(QObject):
    """The window and all behind it; made before the first frame, filled after it."""

    def __init__(self, bank: Path, now: Callable[[], datetime], rng: Random) -> None:
        super().__init__()
        self._bank, self._now, self._rng = bank, now, rng
        self._kept = paths.settings_path(bank)
        self._place = bank.with_name("window.json")
        self.settings = settings.load(self._kept)
        self.look = Look()
        self.look.follow(self.settings)
        self._single_keys = SingleKeys()
        self._single_keys.want(wanted=self.settings.single_keys)
        self.tasks = Tasks()
        self.window = Window(self.look)
        self._deeds = Deeds(self.window, self.tasks)
        self._care = BankCare(self.look, self.tasks, self.window, bank, now)
        self._care.changed.connect(self._open)
        self._care.failed.connect(self._failed)
        self._care.done.connect(self._deeds.say)
        self._read_only = False
        self._filled, self._filling = False, Slices(self)
        self._showing = Slices(self)
        self._heedful: list[Heedful] = []
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
        self._filling.stop()
        self._showing.stop()
        self._single_keys.want(wanted=True)
        self.tasks.close()

    # opening

    def _open(self) -> None:
        def filled() -> None:
            self.window.setWindowTitle("Quizapp")
            self._read_only = False
            self.library.hold_back(None)
            self._care.back_up_once_a_day(self.settings)

        opened = partial(self._fill, filled)
        self.tasks.open(self._bank, self._now(), opened, self._cannot_open)

    def _look_only(self) -> None:
        """Open the bank that another window is using, to look at it alone."""

        def filled() -> None:
            self.window.setWindowTitle(tr("Quizapp (read-only)"))
            self._read_only = True
            told = problems.of(BankReadOnly(str(self._bank)))
            reason = Banner(self.look, "info", told.title, told.sentence)
            self.library.hold_back(reason)

        opened = partial(self._fill, filled)
        self.tasks.open(self._bank, self._now(), opened, self._cannot_open, read_only=True)

    def _cannot_open(self, error: QuizError) -> None:
        from quizapp.ui.pages.bank_error import BankErrorPage

        page = BankErrorPage(self.look, self._now(), clock.zone())
        page.show_error(error, self._bank)
        page.again.connect(self._open)
        page.read_only.connect(self._look_only)
        page.restore.connect(lambda backup: self._care.go_back(backup, page))
        page.repair.connect(lambda: self._care.mend(page))
        page.begin_anew.connect(lambda: self._care.begin_anew(page))
        page.leave.connect(self.window.close)
        self.window.put("bank error", page, page, framed=False)
        self.window.show_page("bank error")
        if isinstance(error, BankDamaged):
            self._care.offer_backups(page)

    def _fill(self, done: Callable[[], None]) -> None:
        """Show the Library; the pages are made once, however often the bank is opened."""

        def filled() -> None:
            application = QApplication.instance()
            if not self._filled and isinstance(application, QApplication):
                application.applicationStateChanged.connect(self._came_back)
            self._filled = True
            self.window.rail.setEnabled(True)
            self.window.show_page("library")
            done()

        def fill(_: None) -> None:
            if self._filled:
                filled()
            else:
                self._filling.begin(self._make_pages(filled))

        self.tasks.read(lambda _: _bring_in_operations(), fill)

    def _make_pages(self, done: Callable[[], None]) -> Iterator[None]:
        """Make the pages, one at a time: what they need was imported by the worker meanwhile."""
        yield from self._make_library()
        yield from self._make_adding()
        yield from self._make_studying()
        yield from self._make_reader()
        yield from self._make_questions()
        self._heedful = [
            *(self.library, self.add_article, self.reader, self.questions),
            *(self.study, self.summary),
        ]
        for heedful in self._heedful:
            heedful.use(self.settings)
        self.window.asked.connect(self._heed)
        self.window.dropped.connect(self._take)
        done()
        yield
        yield from self._make_progress()
        yield from self._make_settings()
        self.tasks.spare()

    def _make_library(self) -> Iterator[None]:
        from quizapp.ui.pages.library import LibraryPage

        yield
        self.library = page = LibraryPage(*self._kit)
        yield
        self.window.put("library", page, page)
        self._join_library()
        yield

    def _make_adding(self) -> Iterator[None]:
        from quizapp.ui.pages.add_article import AddArticlePage

        yield
        self.add_article = page = AddArticlePage(
            self.look, self.tasks, self.settings, self._now, self._rng
        )
        yield
        self.window.put("add", page, page)
        yield
        from quizapp.ui.pages.review import ReviewPage

        yield
        self.review = ReviewPage(self.look, self.tasks, self._now)
        self.window.put("review", self.review, self.review)
        self._join_adding()
        yield

    def _make_studying(self) -> Iterator[None]:
        from quizapp.ui.pages.study import StudyPage

        yield
        self.study = StudyPage(*self._kit, self._rng)
        yield
        self.window.put("study", self.study, framed=False)
        yield
        from quizapp.ui.pages.summary import SummaryPage

        yield
        self.summary = SummaryPage(*self._kit)
        yield
        self.window.put("summary", self.summary, self.summary, framed=False, free=True)
        self._join_studying()
        yield

    def _make_reader(self) -> Iterator[None]:
        from quizapp.ui.pages.reader import ReaderPage

        yield
        self.reader = page = ReaderPage(*self._kit, self._rng)
        yield
        self.window.put("reader", page, page)
        self._join_reader()
        yield

    def _make_questions(self) -> Iterator[None]:
        from quizapp.ui.pages.questions import QuestionsPage

        yield
        self.questions = page = QuestionsPage(*self._kit)
        yield
        self.window.put("questions", page, page, next_pane=page.next_pane)
        self._join_questions()
        yield

    @property
    def _kit(self) -> Kit:
        """What most pages are made of."""
        return self.look, self.tasks, self.settings, self._now, clock.zone()

    def _join_library(self) -> None:
        page, window = self.library, self.window
        page.study.connect(self._begin)
        page.add.connect(lambda: self._heed("add"))
        page.paste.connect(self._paste)
        page.due.connect(self._show_badge)
        page.search.connect(self._search)
        page.rename.connect(self._rename)
        page.removed.connect(self._removed)
        page.brought_back.connect(self._brought_back)
        page.exported.connect(self._exported)
        page.bring_in.connect(self._choose_set)
        page.review.connect(self._review)
        page.discarded.connect(self._discarded)
        window.rail.select("library")

    def _join_adding(self) -> None:
        page, window = self.add_article, self.window
        page.left.connect(lambda: window.show_page("library"))
        self._deeds.undone.connect(page.forget_problems)
        page.written.connect(self._written)
        page.busy.connect(lambda busy: window.rail.item("library").set_busy(busy=busy))
        page.refused.connect(self._refused_behind)
        page.begun.connect(self._write_by_hand)
        self.review.left.connect(lambda: window.show_page("library"))
        self.review.added.connect(self._added)

    def _join_questions(self) -> None:
        page = self.questions
        page.said.connect(lambda words, icon: self._deeds.say(words, icon, undo=1))
        page.add.connect(lambda: self._heed("add"))
        page.export.connect(self.library.export)

    def _join_studying(self) -> None:
        window = self.window
        self.study.ended.connect(self._session_ended)
        self.summary.left.connect(lambda: window.show_page("library"))
        self.summary.undo.connect(self._undo_last_answer)
        self.summary.go_over.connect(self._go_over)
        self.summary.learn_more.connect(self._learn_more)

    def _join_reader(self) -> None:
        page = self.reader
        self.library.read.connect(self._read)
        page.study.connect(self._begin)
        page.go_over.connect(self._go_over)
        page.export.connect(self.library.export_deck)
        page.add_article.connect(lambda: self._heed("add"))
        page.did.connect(lambda words: self._deeds.say(words, undo=1))
        page.back.connect(self._return_to_card)
        page.questions.connect(self._list_questions)
        page.tinted.connect(lambda on: self._keep(replace(self.settings, memory_tint=on)))
        self.study.read.connect(self._read_in_session)

    # the pages that nobody asks for first

    def _make_progress(self) -> Iterator[None]:
        from quizapp.ui.pages.progress import ProgressPage

        yield
        self.progress = page = ProgressPage(*self._kit)
        yield
        self._heedful.append(page)
        self.window.put("progress", page, page)
        yield

    def _make_settings(self) -> Iterator[None]:
        from quizapp.ui.pages.settings import SettingsPage

        yield
        self.preferences = page = SettingsPage(*self._kit, self._bank, self._kept)
        yield
        self._heedful.append(page)
        self.window.put("settings", page, page)
        page.chosen.connect(self._use)
        page.restore.connect(self._care.ask_which)
        page.licences.connect(self._show_licences)
        page.open_folder.connect(self._open_folder)
        page.backed_up.connect(lambda: self._deeds.say(tr("Backed up")))
        page.exported.connect(self._exported)

    # what the window asks for

    def _heed(self, name: str) -> None:
        match name:
            case "shortcuts":
                from quizapp.ui.dialogs import shortcuts

                self._showing.begin(shortcuts.show(self.look, self.window))
            case "undo" | "redo":
                self._go_back_or_on(name)
            case "reader":
                self.reader.open_last()
                self.window.show_page("reader")
            case "search":
                self._search()
            case _:
                self._filling.finish()
                self.window.show_page(name)

    def _go_back_or_on(self, name: str) -> None:
        """Undo or redo a deed; a session and a review take back their own steps."""
        window = self.window
        if name == "undo" and window.shown == "summary":
            self._undo_last_answer()
        elif name == "undo" and window.shown == "review" and self.review.undo():
            pass
        elif window.may_be_left or (window.shown in window.free and self._deeds.offered):
            (self._deeds.undo if name == "undo" else self._deeds.redo)()

    def _search(self) -> None:
        from quizapp.ui import everything

        deeds = (
            (tr("Add article…"), "plus", lambda: self._heed("add")),
            (tr("Paste text"), "clipboard-paste", self._paste),
            (tr("Study now"), "graduation-cap", lambda: self._begin(None)),
            (tr("Undo"), "undo-2", self._deeds.undo),
            (tr("Redo"), "redo-2", self._deeds.redo),
            (tr("Larger text"), "type", lambda: self._resize_text(1)),
            (tr("Smaller text"), "type", lambda: self._resize_text(-1)),
        )
        everything.search(
            self.look, self.window, self.tasks, self._heed, self.questions, deeds
        )

    def _take(self, dropped: QMimeData) -> None:
        given = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
        if len(given) == 1 and self._is_set(given[0]):
            self._look_into(given[0])
            return
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
        self._single_keys.want(wanted=chosen.single_keys)
        self.look.follow(chosen)
        self._keep(chosen)

    def _keep(self, chosen: Settings) -> None:
        """Have the pages heed the settings, and keep them."""
        self.settings = chosen
        for page in self._heedful:
            page.use(chosen)
        try:
            settings.save(chosen, self._kept)
        except QuizError as error:
            self._failed(error)

    def _show_licences(self) -> None:
        from quizapp.ui.dialogs import licences

        licences.show(self.look, self.window)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._bank.parent)))

    # reading

    def _read(self, deck: DeckId) -> None:
        self.reader.open(deck)
        self.window.show_page("reader")

    @property
    def _in_session(self) -> bool:
        """Tell whether a session is on, or waits behind the Reader."""
        return not self.window.may_be_left

    def _write_by_hand(self, deck: DeckId) -> None:
        """Open an article that has no questions yet, where they can be written."""
        self._deeds.say(tr("Added without questions"), undo=1)
        self._read(deck)

    def _list_questions(self, title: str, question: QuestionId | None) -> None:
        self._heed("questions")
        self.questions.look_for_deck(title, question)

    def _read_in_session(self, deck: DeckId, sentence: Span) -> None:
        """Show a question's sentence; Esc comes back to the card."""
        self.reader.open(deck, sentence)
        self.reader.wait_for_return()
        self.window.show_page("reader", alone=True)

    def _return_to_card(self) -> None:
        self.window.toast.hide()
        self.window.show_page("study")
        self.study.come_back()

    # studying

    def _begin(self, deck: DeckId | None) -> None:
        if self._read_only:
            # No answer could be kept.
            self._failed(BankReadOnly(str(self._bank)))
            return
        self.window.toast.hide()
        self.window.show_page("study")
        self.study.begin(deck)

    def _session_ended(self, started: datetime, answers: int) -> None:
        if answers:
            self._care.back_up(self.settings)
            self.summary.show_session(started)
            self.window.show_page("summary")
            return
        self.window.show_page("library")
        if self.study.drawn is None:
            self._deeds.say(tr("Nothing to study here today"), "info")

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

    def _removed(self, deck: DeckId, title: str) -> None:
        self.library.look_for(deck)
        self._deeds.say(tr("“%1” removed").replace("%1", title), undo=1)

    def _brought_back(self, questions: int) -> None:
        words = "1 question brought back", "%n questions brought back"
        self._deeds.say(wording.counted(questions, *words), undo=1)

    def _rename(self, deck: DeckId, before: str) -> None:
        from quizapp.operations import decks
        from quizapp.ui.dialogs import rename

        def take(title: str) -> None:
            self.tasks.change(
                lambda bank: decks.rename(bank, deck, title),
                lambda _: self._deeds.say(tr("Deck renamed"), undo=1),
            )

        rename.ask(self.look, self.window, before, take)

    def _exported(self, path: Path) -> None:
        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

        words = tr("Exported to %1").replace("%1", path.parent.name)
        self._deeds.tell(words, tr("Show"), show)

    def _is_set(self, path: Path) -> bool:
        """Tell whether a file can hold only questions, by its name."""
        from quizapp.operations import importing, writing

        suffix = path.suffix.lower()
        return suffix in importing.read_suffixes() and suffix not in writing.SUFFIXES

    def _choose_set(self) -> None:
        from quizapp.ui.dialogs import take_in

        kit = (self.look, self.window, self.tasks, self._now())
        take_in.choose(*kit, self._imported)

    def _look_into(self, path: Path) -> None:
        from quizapp.ui.dialogs import take_in

        kit = (self.look, self.window, self.tasks, self._now())
        take_in.look_into(*kit, path, self._imported)

    def _imported(self, done: "Imported") -> None:
        from quizapp.ui.dialogs import take_in

        self._deeds.say(take_in.said_of(done), undo=1)
        self.window.show_page("library")
        self.library.look_for(done.deck)

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
        if not here and only is not None and not self._in_session:
            self._deeds.tell(told, tr("Review"), lambda: self._review(only))
        elif language or only is None or not here:
            self._deeds.say(told)

    def _added(self, added: Added) -> None:
        count = len(added.questions)
        self._deeds.say(
            wording.counted(count, "1 question added", "%n questions added"), undo=1
        )
        self.library.look_for(added.deck)

    def _discarded(self, title: str) -> None:
        self._deeds.say(tr("Draft of “%1” discarded").replace("%1", title), undo=1)

    def _refused_behind(self, refused: problems.Refused) -> None:
        """Say what went wrong on the page that was left."""
        if self.window.shown != "add":
            self._deeds.tell(
                problems.of_several(refused).title,
                "" if self._in_session else tr("Show"),
                lambda: self.window.show_page("add"),
                "triangle-alert",
            )

    def _failed(self, error: QuizError) -> None:
        if isinstance(error, BankDamaged):
            self._cannot_open(error)
            return
        problem = problems.of(error)
        self._deeds.say(f"{problem.title} {problem.sentence}", "triangle-alert")

    def _show_badge(self, due: int) -> None:
        spoken = wording.counted(due, "1 card is due", "%n cards are due")
        item = self.window.rail.item("library")
        item.set_badge(str(due) if due else "", spoken if due else "")

    def _came_back(self, state: Qt.ApplicationState) -> None:
        """Look again at what is due: another day may have begun meanwhile."""
        if state is Qt.ApplicationState.ApplicationActive and self.library.isVisible():
            self.library.reload()


def _bring_in_operations() -> None:
    """Import, in the worker's time, what the pages ask the bank for: their looks are work enough."""
    from quizapp.operations import (  # noqa: F401
        articles,
        by_hand,
        choosing,
        decks,
        progress,
        questions,
        reader,
        report,
        study,
    )


def _next_size(size: int, step: int) -> int:
    """Return the next larger or smaller text size, the same at the end of the line."""
    larger = [other for other in TEXT_SIZES if other > size]
    smaller = [other for other in TEXT_SIZES if other < size]
    return ([*larger, size] if step > 0 else [*smaller[::-1], size])[0]
