"""The look: one set of tokens, two themes, every text size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from quizapp.ui.theme import Look, Theme


@pytest.fixture
def look(qapp):
    return Look("light", 100)


def test_both_themes_name_the_same_colours(look):
    light = set(look._colors)
    look.choose("dark", 100, still=False)
    assert set(look._colors) == light


def test_the_dark_theme_is_dark_everywhere(look):
    look.choose("dark", 100, still=False)
    assert look.dark
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    assert window == look.color("canvas") == QColor("#121716")


def test_the_system_theme_follows_the_system(look):
    look.choose("system", 100, still=False)
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert look.dark is dark


@pytest.mark.parametrize(("style", "family"), [("body", "Inter"), ("quote", "Charis SIL")])
def test_the_shipped_fonts_are_the_ones_used(look, style, family):
    assert QFontInfo(look.font(style)).family() == family


def test_text_and_controls_grow_but_corners_do_not(look):
    before = (look.font("body").pixelSize(), look.line("body"), look.size("button"))
    corner = look.radius("control")
    look.choose("light", 200, still=False)
    after = (look.font("body").pixelSize(), look.line("body"), look.size("button"))
    assert after == tuple(2 * size for size in before)
    assert look.radius("control") == corner


def test_icons_grow_by_half_at_most(look):
    look.choose("light", 200, still=False)
    assert look.icon_size(16) == 24


def test_no_type_is_smaller_than_eleven_pixels(look):
    look.choose("light", 85, still=False)
    assert look.font("keycap").pixelSize() == 11


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_icon_takes_the_colour_of_the_words_beside_it(look, theme: Theme):
    look.choose(theme, 100, still=False)
    picture = look.pixmap("check", "easy", 28).toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert colours == {look.color("easy").name()}


def test_reduced_motion_takes_no_time(look):
    assert look.duration("slow") == 240
    look.choose("light", 100, still=True)
    assert look.duration("slow") == look.duration("fast") == 0


def test_a_change_is_told(qtbot, look):
    with qtbot.waitSignal(look.changed):
        look.choose("light", 120, still=False)


@pytest.fixture
def high_contrast(qapp, look):
    """Return a function by which the system asks for high contrast, or no longer."""
    told = QGuiApplication.styleHints()

    def ask(preference: Qt.ContrastPreference) -> None:
        told.accessibility().contrastPreferenceChanged.emit(preference)

    yield ask
    ask(Qt.ContrastPreference.NoPreference)


def test_a_system_that_wants_high_contrast_has_its_own_colours(qtbot, look, high_contrast):
    before = look.color("text")
    with qtbot.waitSignal(look.changed):
        high_contrast(Qt.ContrastPreference.HighContrast)
    system = QApplication.style().standardPalette()
    assert look.color("canvas") == system.window().color()
    assert look.color("text3") == look.color("border") == system.windowText().color()
    assert look.color("mem4") == look.color("goodSoft") == look.color("surface")
    assert not look.tinting
    assert QApplication.palette().window().color() == look.color("canvas")
    high_contrast(Qt.ContrastPreference.NoPreference)
    assert look.tinting
    assert look.color("text") == before


def test_words_stay_readable_where_the_system_wants_high_contrast(look, high_contrast):
    high_contrast(Qt.ContrastPreference.HighContrast)
    pairs = (
        *(("text3", ground) for ground in ("canvas", "surface", "hover", "primarySoft")),
        *((ink, "surface") for ink in ("again", "hard", "good", "easy", "primary")),
        *(("onPrimary", "primary"), ("onMarker", "marker"), ("toastText", "toastBg")),
    )
    for ink, ground in pairs:
        assert contrast(look.color(ink), look.color(ground)) >= 4.5, (ink, ground)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours by WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
