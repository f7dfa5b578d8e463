"""The Settings page: every change at once, kept, and found."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)

from quizapp import paths, settings
from quizapp.bank import backups, open_bank
from quizapp.domain.question import MultipleChoice
from quizapp.operations import decks
from quizapp.settings import Settings
from quizapp.ui.cards.rating_bar import RateButton
from quizapp.ui.charts.day_grid import DayGrid
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.dropdown import Dropdown
from quizapp.ui.parts.number_field import NumberField
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.slider import Slider
from quizapp.ui.parts.switch import Switch
from quizapp.ui.start import Program
from tests.ui.conftest import NOON, STILL, words_in

CONTROL = Qt.KeyboardModifier.ControlModifier
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def program(qtbot, start: Callable[..., Program]) -> Program:
    program = start()
    press(qtbot, program, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: program.window.shown == "settings")
    return program


def press(qtbot, program: Program, key: Qt.Key, held=CONTROL) -> None:
    qtbot.keyClick(QApplication.focusWidget() or program.window, key, held)


def named(program: Program, kind: type[W], name: str) -> W:
    found = program.preferences.findChildren(kind)
    return next(w for w in found if w.accessibleName().split(":")[0] == name)


def kept(bank_path: Path) -> Settings:
    return settings.load(paths.settings_path(bank_path))


def button(program: Program, words: str) -> QAbstractButton:
    found = program.window.findChildren(QAbstractButton)
    return next(b for b in found if b.isVisible() and b.text() == words)


def test_control_comma_opens_all_sections(program):
    assert program.window.rail.item("settings").isChecked()
    assert not program.window.rail.item("library").isChecked()
    seen = words_in(program.preferences)
    for words in (
        "Recall to aim for",
        "Met for the first time, across all decks.",
        "Cards to answer before a day counts as a study day.",
        "Late-night study still counts for the evening before.",
        "For example “Good, 14 days”.",
        "Theme",
        "The whole window grows with it, up to 200\u202f%.",
        "Article font",
        "Reduce motion",
        "High contrast borders",
        "Single-key shortcuts",
        "Memory tint as pattern",
        "Automatic backups",
        "Export everything",
        "Licences",
    ):
        assert words in seen


def test_every_control_has_a_name(program):
    for kind in (Slider, NumberField, Switch, Dropdown, QLineEdit, QPushButton):
        for control in program.preferences.findChildren(kind):
            if control.isVisible() and not isinstance(control.parent(), NumberField):
                assert control.accessibleName() or control.text(), control


def test_switches_act_at_once_and_are_kept(qtbot, program, bank_path):
    for name, field in (
        ("Show the next interval on rating buttons", "show_intervals"),
        ("High contrast borders", "high_contrast"),
        ("Single-key shortcuts", "single_keys"),
        ("Memory tint as pattern", "tint_as_pattern"),
        ("Automatic backups", "automatic_backups"),
    ):
        before = getattr(kept(bank_path), field)
        switch = named(program, Switch, name)
        switch.setFocus()
        qtbot.keyClick(switch, Qt.Key.Key_Return)
        assert getattr(kept(bank_path), field) is not before
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
        assert getattr(kept(bank_path), field) is before


def test_high_contrast_darkens_lines(qtbot, program):
    look = program.look
    border, strong = look.color("border").name(), look.color("borderStrong").name()
    qtbot.mouseClick(
        named(program, Switch, "High contrast borders"), Qt.MouseButton.LeftButton
    )
    assert look.color("border").name() == strong != border
    assert look.color("borderStrong").name() == look.color("text2").name()


def test_the_theme_is_chosen_by_a_click(qtbot, program, bank_path):
    for words, theme, dark in (("Dark", "dark", True), ("Light", "light", False)):
        qtbot.mouseClick(button(program, words), Qt.MouseButton.LeftButton)
        assert (program.look.dark, kept(bank_path).theme) == (dark, theme)


def test_motion_follows_the_system_or_the_person(qtbot, program, bank_path):
    off, on = [
        b
        for words in ("Off", "On")
        for b in program.preferences.findChildren(QAbstractButton)
        if b.text() == words
    ]
    qtbot.mouseClick(off, Qt.MouseButton.LeftButton)
    assert kept(bank_path).reduce_motion is False
    assert program.look.duration("base") > 0
    qtbot.mouseClick(on, Qt.MouseButton.LeftButton)
    assert program.look.duration("base") == 0


def test_text_size_grows_by_the_arrows_and_by_control_plus(qtbot, program, bank_path):
    slider = named(program, Slider, "Text size")
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert kept(bank_path).text_size == 105
    assert program.look.scale == pytest.approx(1.05)
    press(qtbot, program, Qt.Key.Key_Plus)
    assert slider.value() == 115
    press(qtbot, program, Qt.Key.Key_0)
    assert slider.value() == 100


def test_a_slider_follows_the_hand_and_settles_when_it_lets_go(qtbot, program, bank_path):
    slider = named(program, Slider, "Recall to aim for")
    end = QPoint(slider.width() - 1, slider.height() // 2)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(1, end.y()))
    assert slider.value() == 70
    assert kept(bank_path).desired_retention == 0.90
    qtbot.mouseMove(slider, end)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=end)
    assert kept(bank_path).desired_retention == pytest.approx(slider.value() / 100)
    assert slider.value() > 70


def test_an_aim_says_what_it_costs(qtbot, start, study_on):
    study_on(30, 20, 10)
    program = start()
    program.window.asked.emit("settings")
    words = "At 90\u202f%, expect about 1 minute a day with your decks."
    qtbot.waitUntil(lambda: words in words_in(program.preferences))


def test_numbers_are_typed_or_stepped(qtbot, program, bank_path):
    goal = named(program, NumberField, "Daily goal")
    goal.setFocus()
    goal.selectAll()
    qtbot.keyClicks(goal, "35")
    assert kept(bank_path).daily_goal == 20
    qtbot.keyClick(goal, Qt.Key.Key_Return)
    assert kept(bank_path).daily_goal == 35
    qtbot.keyClick(goal, Qt.Key.Key_Up)
    assert kept(bank_path).daily_goal == 36
    arrows = QPoint(goal.width() - 8, goal.height() - 6)
    qtbot.mouseClick(goal, Qt.MouseButton.LeftButton, pos=arrows)
    assert kept(bank_path).daily_goal == 35
    new = named(program, NumberField, "New questions a day")
    new.setFocus()
    qtbot.keyClick(new, Qt.Key.Key_Down)
    assert kept(bank_path).new_a_day == 19


def test_another_goal_and_day_are_heeded_by_the_library_at_once(qtbot, program):
    goal = named(program, NumberField, "Daily goal")
    goal.setFocus()
    goal.stepBy(5)
    press(qtbot, program, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "0 of 25 today" in words_in(program.library))


def test_the_day_starts_when_the_person_says(qtbot, program, bank_path):
    starts = named(program, Dropdown, "Day starts at")
    starts.setFocus()
    qtbot.keyClick(starts, Qt.Key.Key_Down)
    assert starts.accessibleName() == "Day starts at: 05:00"
    assert kept(bank_path).day_starts_at == 5


def test_a_pipeline_is_named_when_the_field_is_left(qtbot, program, bank_path):
    field = named(program, QLineEdit, "Language pipeline")
    field.setFocus()
    qtbot.keyClicks(field, " en_core_web_lg ")
    assert kept(bank_path).english_pipeline == ""
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert kept(bank_path).english_pipeline == "en_core_web_lg"


def test_a_setting_is_found_by_its_words(qtbot, program):
    search = program.preferences.search
    assert search.hasFocus()
    qtbot.keyClicks(search, "evening")
    seen = words_in(program.preferences)
    assert "Day starts at" in seen
    assert "Daily goal" not in seen
    assert "Theme" not in seen
    qtbot.keyClicks(search, " tehran")
    assert "Nothing found for ‘evening tehran’" in words_in(program.preferences)
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert "Theme" in words_in(program.preferences)


def test_the_list_goes_to_a_section_and_follows_the_scroll(qtbot, program):
    page = program.preferences
    marked = [item.text() for item in page._items if item.isChecked()]
    assert marked == ["Study"]
    data = next(item for item in page._items if item.text() == "Data and backups")
    qtbot.mouseClick(data, Qt.MouseButton.LeftButton)
    assert data.isChecked()
    bar = page._scroll.verticalScrollBar()
    assert bar.value() > 0
    bar.setValue(0)
    assert [item.text() for item in page._items if item.isChecked()] == ["Study"]
    bar.setValue(bar.maximum())
    assert [item.text() for item in page._items if item.isChecked()] == ["About"]


def test_the_days_backup_is_made_behind_the_window(qtbot, program, bank_path):
    folder = bank_path.parent / "backups"
    qtbot.waitUntil(lambda: len(list(folder.glob("*.backup"))) == 1)
    program.preferences.reload()
    words = "The last 20 are kept. Newest: today, 12:00."
    qtbot.waitUntil(lambda: words in words_in(program.preferences))


def test_a_backup_follows_a_session(qtbot, start, bank_path):
    program = start()
    folder = bank_path.parent / "backups"
    qtbot.waitUntil(lambda: len(list(folder.glob("*.backup"))) == 1)
    program.study.begin(None)
    program.window.show_page("study")
    qtbot.waitUntil(lambda: program.study.drawn is not None)
    qtbot.wait(300)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(program.study.findChildren(RateButton)))
    qtbot.wait(300)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    (made,) = backups.listing(bank_path)
    qtbot.waitUntil(lambda: backups.answers_since(bank_path, made.path) == 1)
    qtbot.wait(300)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: program.window.shown == "summary")
    qtbot.waitUntil(lambda: backups.answers_since(bank_path, made.path) == 0)


def test_an_article_is_set_in_the_font_that_was_chosen(qtbot, start):
    program = start(replace(STILL, article_font="DejaVu Serif"))
    assert program.look.font("quote").families()[0] == "DejaVu Serif"
    assert program.look.font("body").families()[0] == "Inter"
    program.look.follow(STILL)
    assert program.look.font("quote").families()[0] == "Charis SIL"


def test_patterns_stand_in_for_shades(qtbot, start, study_on):
    study_on(40, 30, 20, 1)
    program = start()
    program.window.asked.emit("progress")
    (grid,) = program.progress.findChildren(DayGrid)
    qtbot.waitUntil(grid.isVisible)
    plain = grid.grab().toImage()
    program.look.follow(replace(STILL, tint_as_pattern=True))
    assert grid.grab().toImage() != plain


def test_back_up_now_and_restore_ask_first(qtbot, program, bank_path):
    qtbot.mouseClick(button(program, "Back up now"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Backed up" in words_in(program.window))
    qtbot.waitUntil(lambda: button(program, "Restore…").isEnabled())
    (deck,) = program.library._cards
    program.tasks.change(lambda bank: decks.rename(bank, deck, "Changed"), lambda _: None)
    qtbot.mouseClick(button(program, "Restore…"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Restore a backup" in words_in(program.window))
    assert (
        "Choose a backup to go back to; the present bank is kept next to it."
        in words_in(program.window)
    )
    assert QApplication.focusWidget() is button(program, "Cancel")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not [o for o in program.window.findChildren(Overlay) if o.isVisible()]
    qtbot.mouseClick(button(program, "Restore…"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Restore a backup" in words_in(program.window))
    qtbot.mouseClick(button(program, "Restore this backup"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window.shown == "library")
    qtbot.waitUntil(lambda: "Oxygen" in words_in(program.library))
    (before,) = bank_path.parent.glob("quizapp-kept-*.bank")
    with open_bank(before) as bank:
        assert [d.title for d in decks.listing(bank, STILL, NOON, UTC)] == ["Changed"]


def test_everything_is_exported(qtbot, program, tmp_path):
    qtbot.mouseClick(button(program, "Export…"), Qt.MouseButton.LeftButton)
    (dialog,) = program.preferences.findChildren(QFileDialog)
    path = tmp_path / "all.zip"
    dialog.selectFile(str(path))
    dialog.accept()
    qtbot.waitUntil(lambda: "Exported to" in words_in(program.window))
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
    assert names == {"Oxygen.quizset", "quizapp.bank", "settings.json"}


def test_licences_are_told_with_their_texts(qtbot, program):
    from quizapp.ui.dialogs.licences import PARTS

    qtbot.mouseClick(button(program, "Licences…"), Qt.MouseButton.LeftButton)
    seen = words_in(program.window)
    for name, licence, file in PARTS:
        assert name in seen
        assert licence in seen
        assert file is None or file.is_file()


@pytest.mark.parametrize("shown", [True, False])
def test_intervals_stand_on_the_rating_buttons_or_not(qtbot, start, shown):
    program = start(replace(STILL, show_intervals=shown))
    program.study.begin(None)
    program.window.show_page("study")
    qtbot.waitUntil(lambda: program.study.drawn is not None)
    qtbot.wait(300)
    drawn = program.study.drawn
    assert not isinstance(drawn.asked.question, MultipleChoice)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(program.study.findChildren(RateButton)))
    names = [b.accessibleName() for b in program.study.findChildren(RateButton)]
    assert ("Good, next in 10 minutes, key 3" in names) is shown
    assert ("Good, key 3" in names) is not shown


def test_without_single_keys_letters_reach_text_fields_alone(qtbot, start):
    program = start(replace(STILL, single_keys=False))
    program.study.begin(None)
    program.window.show_page("study")
    qtbot.waitUntil(lambda: program.study.drawn is not None)
    qtbot.wait(300)
    asked = program.study.drawn
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_B)
    qtbot.wait(400)
    assert program.study.drawn is asked
    program.window.asked.emit("settings")
    search = program.preferences.search
    qtbot.keyClicks(search, "bx")
    assert search.text() == "bx"
    qtbot.mouseClick(
        named(program, Switch, "Single-key shortcuts"), Qt.MouseButton.LeftButton
    )
    program.window.show_page("study")
    qtbot.keyClick(program.study._desk, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: program.study.drawn is not asked)


def test_the_page_is_whole_at_twice_the_size_in_the_least_window(qtbot, program):
    program.window.resize(760, 560)
    program.look.choose("light", 200, still=True)
    qtbot.wait(100)
    page = program.preferences
    for control in page.findChildren(QWidget):
        if isinstance(control, Slider | NumberField | Switch | Dropdown | Button):
            left = control.mapTo(page, QPoint(0, 0)).x()
            assert left >= 0
            assert left + control.width() <= page.width(), control.accessibleName()
