"""Every question there is: found, sorted, edited, marked, moved and deleted."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, tzinfo
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.day import day_of
from quizapp.domain.question import DeckId, Question, QuestionId
from quizapp.domain.wanted import State, Wanted, parse, write
from quizapp.operations import questions, sourcing
from quizapp.operations.questions import Column, Details, Found
from quizapp.operations.sourcing import Sentence
from quizapp.settings import Settings
from quizapp.ui.dialogs import source
from quizapp.ui.parts.button import Button, IconButton
from quizapp.ui.parts.filters_row import FiltersRow
from quizapp.ui.parts.menu import Menu
from quizapp.ui.parts.picture_view import decoded
from quizapp.ui.parts.question_deeds import QuestionDeeds
from quizapp.ui.parts.question_list import QuestionList
from quizapp.ui.parts.question_model import COLUMNS, column_name
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.search_field import SearchField
from quizapp.ui.parts.text import Text
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

DRAWER_BELOW = 900
"""Pixels of window width below which the editor lies over the table."""
_TYPING, _MOVING = 150, 40
"""Milliseconds after the last letter, or step in the table, before the bank is asked."""


class QuestionsPage(QWidget):
    """What is typed in the search field and what is chosen in the row below it are one wish."""

    said = Signal(str, str)
    """Words about what was done and can be undone, and their icon."""
    add = Signal()
    """An article is to be added."""
    export = Signal(object)
    """The id of a deck that is to be exported."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        settings: Settings,
        clock: Callable[[], datetime],
        zone: tzinfo,
    ) -> None:
        super().__init__()
        self._look, self._tasks, self._settings = look, tasks, settings
        self._clock, self._zone = clock, zone
        self._wanted = Wanted()
        self._by: Column | None = None
        self._descending = False
        self._found: Found | None = None
        self._new_in: DeckId | None = None
        self._awaited: QuestionId | None = None
        self._opening = False
        """The question that is being read is to have the keyboard."""
        self._search = SearchField(look, tr("Search questions and answers"), "/", 280)
        self._filters = FiltersRow(look)
        self._list = QuestionList(look, self._study_day)
        self._table, self._panel = self._list.table, self._list.panel
        self._typing, self._moving = self._timer(_TYPING), self._timer(_MOVING)
        self._deeds = QuestionDeeds(tasks, clock)
        self._lay_out()
        self._listen()
        look.changed.connect(self._reshape)

    def reload(self) -> None:
        """Show the questions as they stand now."""
        wanted, by, descending = self._wanted, self._by, self._descending
        settings, now, zone = self._settings, self._clock(), self._zone
        self._tasks.read(
            lambda bank: questions.browse(
                bank, settings, wanted, now, zone, by, descending=descending
            ),
            lambda found: self._show(found, wanted),
        )

    def use(self, settings: Settings) -> None:
        """Heed other settings from now on."""
        self._settings = settings
        self._changed()

    def look_for(self, text: str, question: QuestionId | None = None) -> None:
        """Show what a search line finds, one question of it chosen."""
        self._awaited = question
        self._search.setText(text)
        self._typing.stop()
        self._want(parse(text))

    def look_for_deck(self, title: str, question: QuestionId | None = None) -> None:
        """Show the questions of a deck, one of them chosen."""
        self.look_for(write(Wanted(deck=title)), question)

    @property
    def rows(self) -> int:
        """How many questions are listed."""
        return 0 if self._found is None else len(self._found.shown)

    def act(self) -> None:
        """Begin a new question."""
        self._begin_new()

    def take_focus(self) -> None:
        """Put the keyboard on the rows."""
        self._list.take_focus()

    def next_pane(self) -> bool:
        """Go from the table to the editor; False where the rail comes next."""
        focused = QApplication.focusWidget()
        if focused is None or not self._panel.isVisible():
            return False
        if self._panel.isAncestorOf(focused):
            return False
        self._open()
        return True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Come back to what changed meanwhile."""
        self._reshape()
        self.reload()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Ask the bank no more; what was just typed counts on coming back."""
        self._moving.stop()
        if self._typing.isActive():
            self._typing.stop()
            self._wanted = parse(self._search.text())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that suits the window."""
        self._reshape()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead to the search field with the slash, wherever it is on the keyboard."""
        if event.text() == "/":
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.selectAll()
        else:
            super().keyPressEvent(event)

    # looking

    def _type(self) -> None:
        self._want(parse(self._search.text()))

    def _choose(self, wanted: Wanted) -> None:
        """Take a wish from the row, and write it in the field."""
        self._typing.stop()
        self._search.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._search.setText(write(wanted))
        self._search.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._want(wanted)

    def _want(self, wanted: Wanted) -> None:
        self._filters.show_wanted(wanted)
        self._wanted = wanted
        self.reload()

    def _sort(self, by: Column | None, descending: bool) -> None:  # noqa: FBT001 - a slot
        self._by, self._descending = by, descending
        self._table.show_order(by, descending=descending)
        self.reload()

    def _changed(self) -> None:
        if self.isVisible():
            self.reload()

    def _show(self, found: Found, wanted: Wanted) -> None:
        if wanted != self._wanted:
            return  # another wish is on its way
        self._found = found
        self._filters.know(found.decks, found.tags)
        self._filters.show_count(len(found.shown), found.due)
        self._panel.know(found.decks, found.tags)
        self._new.setEnabled(bool(found.decks))
        self._table.show_them(found.shown, self._study_day(self._clock()))
        if found.shown or self._new_in is not None:
            self._list.show_rows()
        elif found.any_at_all:
            self._list.show_nothing(self._search.text().strip(), wanted)
        else:
            self._list.show_none()
        if self._awaited is not None and self._table.show_question(self._awaited):
            self._awaited = None

    # the question chosen

    def _chosen(self) -> None:
        chosen = self._table.chosen_count
        self._opening = False
        self._edit.setEnabled(bool(chosen))
        if chosen:
            self._new_in = None
        if chosen > 1:
            self._moving.stop()
            self._panel.show_several(chosen)
        elif chosen:
            self._moving.start()
        elif self._new_in is None:
            self._panel.show_hint()

    def _load(self) -> None:
        if self._table.chosen_count == 1:
            now, (question,) = self._clock(), self._table.chosen_ids()
            self._tasks.read(
                lambda bank: _made_ready(questions.details(bank, question, now)),
                self._show_details,
            )

    def _show_details(self, details: Details | None) -> None:
        if details is None or self._table.chosen_count != 1:
            return  # another is chosen by now, or this one is gone
        if self._table.chosen_ids() == [details.stored.id]:
            self._panel.editor.show_details(details)
            self._panel.show_editor()
            if self._opening:
                self._opening = False
                self._panel.editor.take_focus()

    def _open(self) -> None:
        """Put the keyboard in the side, opening it where it is a drawer."""
        if not self._table.chosen_count:
            return
        self._list.open_panel()
        chosen = self._table.chosen_ids()
        if len(chosen) > 1:
            self._panel.several.setFocus()
            self._panel.several.focusNextChild()
        elif self._panel.editing and self._panel.editor.question == chosen[0]:
            self._panel.editor.take_focus()
        else:
            self._opening = True
            self._moving.stop()
            self._load()

    def _begin_new(self) -> None:
        if self._found is None or not self._found.decks:
            return
        shown = {one.id: one.deck for one in self._found.shown}
        chosen = self._table.chosen_ids()
        self._new_in = shown.get(chosen[0]) if chosen else None
        self._new_in = self._new_in or self._found.decks[0][0]
        self._moving.stop()
        self._table.clearSelection()
        self._list.show_rows()
        self._list.open_panel()
        self._panel.show_editor()
        self._panel.editor.begin_new(self._new_in)

    # deeds

    def _keep(self, question: QuestionId | None, words: Question) -> None:
        if question is not None:
            self._deeds.edit(question, words)
        elif self._new_in is not None:
            deck, self._new_in = self._new_in, None
            self._deeds.write(deck, words)

    def _await(self, question: QuestionId) -> None:
        """Choose a question as soon as it is listed."""
        self._awaited = question

    def _delete(self) -> None:
        chosen = self._table.chosen_ids()
        if chosen:
            self._list.close_panel()
            self._deeds.delete(chosen)

    def _show_picture(self, path: Path) -> None:
        editor = self._panel.editor
        if editor.question is not None:
            self._deeds.show_picture(editor.question, path, editor.picture.refuse)

    def _describe_picture(self, words: str) -> None:
        if self._panel.editor.question is not None:
            self._deeds.describe_picture(self._panel.editor.question, words)

    def _remove_picture(self) -> None:
        if self._panel.editor.question is not None:
            self._deeds.remove_picture(self._panel.editor.question)

    def _choose_source(self) -> None:
        question = self._panel.editor.question
        if question is not None:
            self._tasks.read(
                lambda bank: sourcing.sentences(bank, question),
                lambda found: self._offer_sources(question, found),
            )

    def _offer_sources(self, question: QuestionId, found: Sequence[Sentence]) -> None:
        take = partial(self._deeds.change_source, question)
        source.ask(self._look, self.window(), found, take)

    def _move(self, deck: DeckId) -> None:
        if self._new_in is not None:
            self._new_in = deck
        else:
            self._deeds.move(self._table.chosen_ids(), deck)

    def _export(self) -> None:
        """Have the deck of the question with the keyboard exported."""
        chosen = set(self._table.chosen_ids())
        shown = () if self._found is None else self._found.shown
        deck = next((one.deck for one in shown if one.id in chosen), None)
        if deck is not None:
            self.export.emit(deck)

    # building

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def _lay_out(self) -> None:
        look = self._look
        self._new = Button(look, tr("New"), icon="plus")
        self._edit = IconButton(look, "pencil", tr("Edit"))
        self._more = IconButton(look, "ellipsis", tr("More"))
        self._title = QHBoxLayout()
        self._title.setSpacing(12)
        self._title.addWidget(Text(look, tr("Questions"), "title"))
        self._title.addStretch(1)
        for part in (self._search, self._new, self._edit, self._more):
            self._title.addWidget(part)
        self._top = QWidget()
        head = QVBoxLayout(self._top)
        head.setSpacing(12)
        head.addLayout(self._title)
        head.addWidget(self._filters)
        self._head = head
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(Rule(look))
        column.addWidget(self._list, 1)

    def _listen(self) -> None:
        self._typing.timeout.connect(self._type)
        self._moving.timeout.connect(self._load)
        self._search.textChanged.connect(self._typing.start)
        self._search.down.connect(self._list.take_focus)
        self._search.escaped.connect(self._list.take_focus)
        self._filters.wanted.connect(self._choose)
        self._new.clicked.connect(self._begin_new)
        self._edit.clicked.connect(self._open)
        self._more.clicked.connect(self._open_more)
        self._list.cleared.connect(self._clear)
        self._list.add.connect(self.add)
        self._list.covered.connect(self._top.setHidden)
        self._table.chosen.connect(self._chosen)
        self._table.opened.connect(self._open)
        self._table.deleted.connect(self._delete)
        self._table.sorted_by.connect(self._sort)
        self._table.left.connect(self._list.close_panel)
        self._listen_to_panel()
        self._deeds.said.connect(self.said)
        self._deeds.written.connect(self._await)
        self._tasks.changed.connect(self._changed)
        export = QShortcut(QKeySequence("Ctrl+Shift+E"), self)
        export.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        export.activated.connect(self._export)

    def _listen_to_panel(self) -> None:
        deeds, ids = self._deeds, self._table.chosen_ids
        editor, several = self._panel.editor, self._panel.several
        editor.edited.connect(self._keep)
        editor.source_wanted.connect(self._choose_source)
        editor.pictured.connect(self._show_picture)
        editor.described.connect(self._describe_picture)
        editor.unpictured.connect(self._remove_picture)
        editor.flagged.connect(lambda flagged: deeds.flag(ids(), flagged=flagged))
        for side in (editor, several):
            side.tagged.connect(lambda name: deeds.tag(ids(), name))
            side.untagged.connect(lambda name: deeds.untag(ids(), name))
            side.aside.connect(lambda aside: deeds.set_aside(ids(), aside=aside))
            side.moved.connect(self._move)
            side.deleted.connect(self._delete)

    def _clear(self) -> None:
        self._choose(Wanted())
        self._table.setFocus()

    def _open_more(self) -> None:
        menu = Menu(self)
        orders = menu.addMenu(tr("Sort by"))
        for column in (None, *COLUMNS):
            words = tr("The article's order") if column is None else column_name(column)
            _add(orders, words, partial(self._sort, column, descending=False))
        twins = Wanted(states=(State.NEAR_DUPLICATE,))
        _add(menu, tr("Find near-duplicates"), lambda: self._choose(twins))
        _add(menu, tr("Export deck…"), self._export)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))

    def _reshape(self) -> None:
        drawer = self.window().width() < DRAWER_BELOW or self._look.large
        side = 20 if drawer else 24
        self._head.setContentsMargins(side, 20, side, 12)
        if self._look.large is (self._title.indexOf(self._search) >= 0):
            self._move_search(below=self._look.large)
        self._edit.setVisible(drawer)
        self._list.set_drawer(drawer=drawer)

    def _move_search(self, *, below: bool) -> None:
        """Give the field a line of its own where text is very large, or take it back."""
        self._title.removeWidget(self._search)
        self._head.removeWidget(self._search)
        if below:
            self._head.insertWidget(1, self._search)
        else:
            self._title.insertWidget(2, self._search)

    def _study_day(self, moment: datetime) -> date:
        return day_of(moment, self._zone, self._settings.day_starts_at).date


def _made_ready(details: Details | None) -> Details | None:
    """Return the details once the picture is decoded, which the worker has time for."""
    if details is not None and details.stored.picture is not None:
        decoded(details.stored.picture)
    return details


def _add(menu: QMenu, words: str, deed: Callable[[], None]) -> None:
    action = QAction(words, menu)
    action.triggered.connect(lambda _=False: deed())
    menu.addAction(action)
