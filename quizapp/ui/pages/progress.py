"""Progress: four numbers, five charts, each for a deck or for all, near or far back."""

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.operations import report as reports
from quizapp.operations.report import DeckName, Reach, Report
from quizapp.settings import Settings
from quizapp.ui.charts import contents
from quizapp.ui.charts.bars import Bars
from quizapp.ui.charts.chart_card import ChartCard
from quizapp.ui.charts.curve import Curve
from quizapp.ui.charts.day_grid import DayGrid
from quizapp.ui.parts.dropdown import Dropdown
from quizapp.ui.parts.flow import Flow
from quizapp.ui.parts.margins import set_margins
from quizapp.ui.parts.number_row import Number, NumberRow
from quizapp.ui.parts.page_head import PageHead
from quizapp.ui.parts.panel import Panel
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.segmented import Segmented
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.today_card import streak_in_words
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, percent, tr

NARROW = 820
"""Pixels of page width below which every chart has a row of its own."""
_REACHES = (Reach.MONTH, Reach.HALF_YEAR, Reach.YEAR)

Found = tuple[tuple[DeckName, ...], Report]


class ProgressPage(QWidget):
    """It reads the bank anew whenever it is shown."""

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
        self._names: tuple[DeckName, ...] = ()
        self._deck: DeckName | None = None
        self._asked = 0
        self._build()
        tasks.changed.connect(self._changed)
        look.changed.connect(self._reshape)

    def use(self, settings: Settings) -> None:
        """Heed other settings from now on."""
        self._settings = settings
        self._changed()

    def reload(self) -> None:
        """Show the figures as they stand now."""
        settings, now, zone = self._settings, self._clock(), self._zone
        deck = None if self._deck is None else self._deck.id
        reach = _REACHES[self._reach]
        self._asked += 1
        asked = self._asked
        self._tasks.read(
            lambda bank: (
                reports.deck_names(bank),
                reports.report(bank, settings, now, zone, deck, reach),
            ),
            lambda found: self._show(found, asked),
        )

    def act(self) -> None:
        """Do nothing: there is no next step here."""

    def take_focus(self) -> None:
        """Put the keyboard on the choice of a deck."""
        self._choice.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Come back to what changed meanwhile."""
        self.reload()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that suits the width."""
        self._reshape()

    # building

    def _build(self) -> None:
        look = self._look
        self._head = PageHead(look, tr("Progress"), low=True)
        self._controls = self._make_controls()
        self._head.row.addWidget(self._controls)
        self._numbers = NumberRow(look)
        self._cards = _cards(look)
        self._few = self._make_few()
        content = QWidget()
        self._content = QVBoxLayout(content)
        self._content.setSpacing(16)
        self._content.addWidget(self._numbers)
        self._content.addWidget(self._few)
        self._rows = [QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in range(3)]
        for row in self._rows:
            row.setSpacing(16)
        above, below, beside = self._rows
        for number, stretch in ((0, 456), (1, 440)):
            above.addWidget(self._cards[number], stretch)
        below.addWidget(self._cards[2], 420)
        for number, stretch in ((3, 280), (4, 180)):
            beside.addWidget(self._cards[number], stretch)
        below.addLayout(beside, 476)
        self._content.addLayout(above)
        self._content.addLayout(below)
        self._content.addStretch(1)
        self._scroll = Scroll(content)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._reshape)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)
        self._numbers.hide()
        self._show_charts(enough=False)
        self._few.hide()

    def _make_controls(self) -> Flow:
        look = self._look
        self._choice = Dropdown(look, tr("Deck"), (tr("All decks"),), widest=150)
        self._choice.chosen.connect(self._choose_deck)
        self._reach = _REACHES.index(Reach.HALF_YEAR)
        reaches = (("", tr("Month")), ("", tr("6 months")), ("", tr("Year")))
        self._reaches = Segmented(look, reaches)
        self._reaches.setAccessibleName(tr("How far back"))
        self._reaches.choose(self._reach)
        self._reaches.chosen.connect(self._choose_reach)
        controls = Flow(gap=12)
        controls.add(self._choice)
        controls.add(self._reaches)
        return controls

    def _make_few(self) -> Panel:
        panel = Panel(self._look)
        column = QVBoxLayout(panel)
        column.setContentsMargins(25, 48, 25, 48)
        words = tr("Charts start after three study days.")
        column.addWidget(Text(self._look, words, "body", "text2", wrap=True, centred=True))
        return panel

    def _reshape(self) -> None:
        narrow, large = self.width() < NARROW, self._look.large
        side = 20 if narrow else 32
        gutter = self._scroll.gutter()
        # Under the controls' own focus ring there must be room at the top.
        set_margins(self._content, side, 4 if large else 0, max(0, side - gutter), 24)
        self._head.set_narrow(narrow=narrow)
        self._numbers.set_columns(2 if large else 4)
        directions = QBoxLayout.Direction
        for row in self._rows:
            stacked = large or (narrow and row is not self._rows[2])
            row.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        self._place_controls(below=large)
        self._controls.updateGeometry()

    def _place_controls(self, *, below: bool) -> None:
        """Put the controls under the title where they have no room beside it."""
        is_below = self._content.indexOf(self._controls) >= 0
        if below and not is_below:
            self._head.row.removeWidget(self._controls)
            self._content.insertWidget(0, self._controls)
        elif is_below and not below:
            self._content.removeWidget(self._controls)
            self._head.row.addWidget(self._controls)

    # showing

    def _changed(self) -> None:
        if self.isVisible():
            self.reload()

    def _show(self, found: Found, asked: int) -> None:
        """Show what was found, unless something else was asked for meanwhile."""
        if asked != self._asked:
            return
        names, report = found
        self._offer(names)
        self._numbers.show_numbers(numbers_of(report))
        self._numbers.show()
        curve = self._cards[1].chart
        if isinstance(curve, Curve):
            curve.set_aim(report.aim)
        for card, content in zip(self._cards, _CONTENTS, strict=True):
            card.show_figures(content(report))
        self._cards[0].set_caption(contents.studied(report))
        self._show_charts(enough=report.enough)
        self._reshape()

    def _show_charts(self, *, enough: bool) -> None:
        self._few.setVisible(not enough)
        self._reaches.setVisible(enough)
        for card in self._cards:
            card.setVisible(enough)

    def _offer(self, names: tuple[DeckName, ...]) -> None:
        """Offer the decks there are; one that is gone is no longer the choice."""
        if names == self._names:
            return
        self._names = names
        self._choice.set_choices((tr("All decks"), *(deck.title for deck in names)))
        if self._deck is not None:
            kept = [n for n, deck in enumerate(names, 1) if deck.id == self._deck.id]
            if kept:
                self._choice.choose(kept[0])
            else:
                self._deck = None
                self.reload()

    def _choose_deck(self, number: int) -> None:
        self._deck = self._names[number - 1] if number else None
        self.reload()

    def _choose_reach(self, number: int) -> None:
        self._reach = number
        self.reload()


_CONTENTS = (
    contents.study_days,
    contents.recall_by_week,
    contents.coming_up,
    contents.lasting,
    contents.time_spent,
)
"""What each card shows, in the order of the cards."""


def _cards(look: Look) -> tuple[ChartCard, ...]:
    named = (
        (DayGrid, tr("Study days"), ""),
        (Curve, tr("Recall, week by week"), tr("dashed line: your aim")),
        (Bars, tr("Coming up"), tr("cards due, next 14 days")),
        (Bars, tr("How long it lasts"), tr("darker: learned")),
        (Bars, tr("Time"), tr("minutes")),
    )
    return tuple(
        ChartCard(look, title, kind(look, title), caption) for kind, title, caption in named
    )


def numbers_of(report: Report) -> tuple[Number, ...]:
    """Return the four numbers in words."""
    aim = tr("of due cards; you aim for %1").replace("%1", percent(report.aim))
    recall = "–" if report.recall is None else percent(report.recall)
    tomorrow = counted(report.minutes_tomorrow, "about 1 minute", "about %n minutes")
    a_day = "–"
    if report.a_study_day is not None:
        a_day = counted(contents.minutes(report.a_study_day), "1 min", "%n min")
    return (
        (tr("True recall"), recall, aim),
        (
            tr("Learned"),
            str(report.learned),
            counted(report.questions, "of 1 question", "of %n questions"),
        ),
        (
            tr("Due tomorrow"),
            str(report.due_tomorrow),
            tomorrow if report.due_tomorrow else tr("nothing to review"),
        ),
        (tr("Per study day"), a_day, streak_in_words(report.streak)),
    )
