"""The Progress page on a real bank, driven by keys and mouse."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from quizapp.operations.report import Report, StudyDay
from quizapp.stats import WeekFigures
from quizapp.ui.charts import contents
from quizapp.ui.charts.chart import Chart
from quizapp.ui.charts.chart_card import ChartCard
from quizapp.ui.pages.progress import numbers_of
from quizapp.ui.parts.dropdown import Dropdown
from quizapp.ui.start import Program
from tests.ui.conftest import words_in

CONTROL = Qt.KeyboardModifier.ControlModifier
CHARTS = ["Study days", "Recall, week by week", "Coming up", "How long it lasts", "Time"]


@pytest.fixture
def charts(qtbot, start: Callable[..., Program], study_on) -> Program:
    study_on(40, 30, 20, 1)
    program = start()
    open_progress(qtbot, program)
    qtbot.waitUntil(lambda: "Study days" in words_in(program.progress))
    return program


def open_progress(qtbot, program: Program) -> None:
    target = QApplication.focusWidget() or program.window
    qtbot.keyClick(target, Qt.Key.Key_4, CONTROL)
    qtbot.waitUntil(lambda: "True recall" in words_in(program.progress))


def chart(program: Program, title: str) -> Chart:
    return next(
        c for c in program.progress.findChildren(Chart) if c.accessibleName() == title
    )


def card(program: Program, title: str) -> ChartCard:
    found = program.progress.findChildren(ChartCard)
    return next(c for c in found if c.chart.accessibleName() == title)


def test_charts_start_after_three_study_days(qtbot, start, study_on):
    study_on(9, 8)
    program = start()
    open_progress(qtbot, program)
    assert "Charts start after three study days." in words_in(program.progress)
    assert not [c for c in program.progress.findChildren(Chart) if c.isVisible()]


def test_control_four_shows_four_numbers_and_five_charts(charts):
    assert charts.window.shown == "progress"
    assert charts.window.rail.item("progress").isChecked()
    seen = words_in(charts.progress)
    for words in (
        "True recall",
        "of due cards; you aim for 90\u202f%",
        "Learned",
        "of 4 questions",
        "Due tomorrow",
        "Per study day",
        "2 min",
        "3 of the last 176 days",
        *CHARTS,
    ):
        assert words in seen
    shown = [c for c in charts.progress.findChildren(Chart) if c.isVisible()]
    assert sorted(c.accessibleName() for c in shown) == sorted(CHARTS)
    assert all(c.accessibleDescription().endswith(".") for c in shown)


def test_the_hand_picks_a_mark_and_lets_it_go(qtbot, charts):
    grid = chart(charts, "Study days")
    spot = grid.spots()[-2].center().toPoint()
    qtbot.mouseMove(grid, QPoint(1, 1))
    qtbot.mouseMove(grid, spot)
    qtbot.waitUntil(lambda: bool(grid.value_words()))
    assert grid.value_words() == "Sunday 22 November: 4 answers, 2 minutes"
    before = grid.grab().toImage()
    QApplication.sendEvent(grid, QEvent(QEvent.Type.Leave))
    assert grid.value_words() == ""
    assert grid.grab().toImage() != before


def test_the_arrows_walk_through_a_chart(qtbot, charts):
    bars = chart(charts, "Time")
    bars.setFocus()
    for key, words in (
        (Qt.Key.Key_Right, "Monday 23 November: 0 minutes"),
        (Qt.Key.Key_Left, "Sunday 22 November: 2 minutes"),
        (Qt.Key.Key_Home, "Tuesday 17 November: 0 minutes"),
        (Qt.Key.Key_Left, "Tuesday 17 November: 0 minutes"),
        (Qt.Key.Key_End, "Monday 23 November: 0 minutes"),
        (Qt.Key.Key_Escape, ""),
    ):
        qtbot.keyClick(bars, key)
        assert bars.value_words() == words


def test_the_arrows_go_by_weeks_and_days_through_study_days(qtbot, charts):
    grid = chart(charts, "Study days")
    for key, day in (
        (Qt.Key.Key_End, "Monday 23 November"),
        (Qt.Key.Key_Left, "Monday 16 November"),
        (Qt.Key.Key_Down, "Tuesday 17 November"),
        (Qt.Key.Key_Up, "Monday 16 November"),
        (Qt.Key.Key_Right, "Monday 23 November"),
    ):
        qtbot.keyClick(grid, key)
        assert grid.value_words().startswith(day)


def test_where_reading_runs_leftwards_time_does_too(qtbot, charts):
    bars = chart(charts, "Time")
    bars.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(bars, Qt.Key.Key_End)
    qtbot.keyClick(bars, Qt.Key.Key_Right)
    assert bars.value_words().startswith("Sunday 22 November")
    assert bars.mirrored(bars.spots()[0]).left() > bars.width() / 2


def test_the_weeks_names_stand_under_their_weeks_in_either_direction(qapp, charts):
    curve = chart(charts, "Recall, week by week")
    there = ink_at_the_foot(curve)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        back = ink_at_the_foot(curve)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    # “this week” is the longer name: it follows the last point to the other side.
    assert there[1] > there[0]
    assert back[0] > back[1]


def ink_at_the_foot(curve: Chart) -> tuple[int, int]:
    """Return how many pixels are written on, in the left and in the right half below."""
    picture = curve.grab().toImage()
    ground = picture.pixelColor(0, picture.height() - 1)
    halves = [0, 0]
    for x in range(picture.width()):
        for y in range(picture.height() - 16, picture.height()):
            if picture.pixelColor(x, y) != ground:
                halves[x >= picture.width() / 2] += 1
    return halves[0], halves[1]


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_the_menu_turns_a_chart_into_a_table_and_back(qtbot, charts):
    shown = card(charts, "Time")
    choose(qtbot, shown, "Show as table")
    table = shown.table
    assert table.isVisible()
    assert not shown.chart.isVisible()
    assert QApplication.focusWidget() is table
    cells = [
        [table.model().index(row, column).data() for column in range(2)] for row in range(7)
    ]
    assert cells[0] == ["Tuesday 17 November", "0"]
    assert cells[5:] == [["Sunday 22 November", "2"], ["Monday 23 November", "0"]]
    choose(qtbot, shown, "Show as chart")
    assert shown.chart.isVisible()
    choose(qtbot, shown, "Copy the figures")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Day\tMinutes"
    assert lines[6] == "Sunday 22 November\t2"


def choose(qtbot, shown: ChartCard, words: str) -> None:
    shown.menu_button.setFocus()
    qtbot.keyClick(shown.menu_button, Qt.Key.Key_Return)
    (menu,) = [m for m in shown.findChildren(QMenu) if m.isVisible()]
    (action,) = [one for one in menu.actions() if one.text() == words]
    menu.setActiveAction(action)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


def test_a_table_is_read_anew_with_its_chart(qtbot, charts):
    shown = card(charts, "Study days")
    shown.turn(to_table=True)
    assert shown.table.rowCount() == 176
    choose_reach(qtbot, charts, "Month")
    qtbot.waitUntil(lambda: shown.table.rowCount() == 29)


def choose_reach(qtbot, program: Program, words: str) -> None:
    buttons = program.progress.findChildren(QAbstractButton)
    (button,) = [b for b in buttons if b.text() == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_year_goes_back_a_year(qtbot, charts):
    grid = chart(charts, "Study days")
    choose_reach(qtbot, charts, "Year")
    qtbot.waitUntil(lambda: len(grid.marks) == 52 * 7 + 1)
    assert len(chart(charts, "Recall, week by week").marks) == 53


def test_a_deck_may_be_chosen_by_the_arrows(qtbot, start, study_on, add_deck):
    study_on(40, 30, 20, 1)
    add_deck("Nitrogen", "It is a gas.")
    program = start()
    open_progress(qtbot, program)
    (decks,) = [d for d in program.progress.findChildren(Dropdown) if d.isVisible()]
    assert decks.hasFocus()
    assert "of 8 questions" in words_in(program.progress)
    qtbot.keyClick(decks, Qt.Key.Key_Down)
    assert decks.accessibleName() == "Deck: Nitrogen"
    qtbot.waitUntil(lambda: "of 4 questions" in words_in(program.progress))
    assert "0 of the last 176 days" in words_in(program.progress)
    assert chart(program, "Study days").accessibleDescription().endswith("0 answers today.")


def test_the_page_is_whole_at_twice_the_size_in_the_least_window(qtbot, charts):
    charts.window.resize(760, 560)
    charts.look.choose("light", 200, still=True)
    qtbot.wait(100)
    page = charts.progress
    for shown in page.findChildren(ChartCard):
        left = shown.mapTo(page, QPoint(0, 0)).x()
        assert left >= 0
        assert left + shown.width() <= page.width()


NOON_DAY = date(2026, 11, 23)


def report(**changed: object) -> Report:
    day = StudyDay(NOON_DAY, 8, timedelta(seconds=200), 2)
    told = {
        "today": NOON_DAY,
        "aim": 0.9,
        "recall": 0.894,
        "learned": 45,
        "questions": 100,
        "due_tomorrow": 14,
        "minutes_tomorrow": 5,
        "a_study_day": timedelta(minutes=9),
        "streak": 12,
        "enough": True,
        "studied": 127,
        "days": (day,),
        "weeks": (
            WeekFigures(date(2026, 11, 16), 50, 40),
            WeekFigures(date(2026, 11, 23), 10, 9),
        ),
        "coming": ((date(2026, 11, 24), 14), (date(2026, 11, 25), 9)),
        "lasting": (9, 11, 9, 13, 18, 14),
        "lately": (day,),
    }
    return Report(**(told | changed))  # type: ignore[arg-type]


def test_the_numbers_are_told_as_drawn():
    assert numbers_of(report()) == (
        ("True recall", "89\u202f%", "of due cards; you aim for 90\u202f%"),
        ("Learned", "45", "of 100 questions"),
        ("Due tomorrow", "14", "about 5 minutes"),
        ("Per study day", "9 min", "12 study days in a row"),
    )
    none = report(recall=None, due_tomorrow=0, minutes_tomorrow=0, a_study_day=None)
    assert [number[1] for number in numbers_of(none)] == ["–", "45", "0", "–"]


def test_each_chart_is_summed_up_in_a_sentence():
    told = report()
    assert contents.study_days(told).summary == "127 of the last 1 days. 8 answers today."
    assert contents.recall_by_week(told).summary == (
        "You recalled 89\u202f% of due cards; the weakest week, from 16 Nov, had 80\u202f%, "
        "the best, from 23 Nov, had 90\u202f%. You aim for 90\u202f%."
    )
    assert contents.coming_up(told).summary == (
        "23 cards come up in the next 14 days, most of them on Tuesday 24 November: 14."
    )
    assert contents.lasting(told).summary == (
        "45 of 74 answered questions are learned: they last 3 weeks or more."
    )
    assert contents.time_spent(told).summary == (
        "3 minutes in the last 7 days, 3 of them today."
    )


def test_a_week_without_due_cards_leaves_a_hole():
    figures = contents.recall_by_week(
        report(
            weeks=(
                WeekFigures(date(2026, 11, 9), 0, 0),
                WeekFigures(date(2026, 11, 16), 2, 1),
            )
        )
    )
    assert [mark.value for mark in figures.marks] == [None, 0.5]
    assert figures.rows[1] == ("9 Nov", "–", "0")
    assert figures.marks[0].words == "Week from 9 Nov: nothing due was asked"
    nothing = contents.recall_by_week(report(weeks=(), recall=None))
    assert nothing.summary == "Nothing due was asked yet. You aim for 90\u202f%."
