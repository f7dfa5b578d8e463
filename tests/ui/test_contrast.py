"""Every pair of colours that the screens put on each other can be told apart (WCAG 2, AA)."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor

from quizapp.settings import Settings
from quizapp.ui.theme import Look

TEXT, LARGE = 4.5, 3.0
"""The least contrast of words, and of large words, outlines and pictures."""
GROUNDS = ("canvas", "surface", "sunken", "rail", "hover")
RATINGS = ("again", "hard", "good", "easy")
MEMORY = ("mem1", "mem2", "mem3", "mem4")

WORDS: dict[str, tuple[str, ...]] = {
    "text": (*GROUNDS, "primarySoft", *(f"{one}Soft" for one in RATINGS), *MEMORY),
    "text2": (*GROUNDS, "primarySoft", *(f"{one}Soft" for one in RATINGS)),
    "text3": GROUNDS,
    "primary": ("canvas", "surface", "sunken", "hover", "primarySoft"),
    "onPrimary": ("primary", "primaryHover", "primaryPressed"),
    "onPrimarySoft": ("primarySoft",),
    "onMarker": ("marker",),
    "toastText": ("toastBg",),
    "toastAction": ("toastBg",),
    **{one: ("canvas", "surface", f"{one}Soft") for one in RATINGS},
    "success": ("canvas", "surface", "successSoft"),
    "danger": ("canvas", "surface", "dangerSoft"),
    "warn": ("canvas", "surface", "warnSoft"),
}
"""Each ink that words are written in, and what lies under them."""
SHAPES: dict[str, tuple[str, ...]] = {
    "borderStrong": ("canvas", "surface", "rail", "sunken"),
    "primary": ("canvas", "surface", "rail", "sunken", "primarySoft", "hover"),
    "onPrimary": ("primary",),
    "focus": (*GROUNDS, "primarySoft"),
    "markerLine": ("surface", "marker"),
    "memInk": ("canvas", "surface", *MEMORY[:3]),
    "text2": ("surface", "canvas", "primarySoft"),
    **{one: ("canvas", "surface", f"{one}Soft") for one in RATINGS},
}
"""Each ink of outlines, icons and pictures, and what lies around them."""
LOOKS = (
    Settings(theme="light"),
    Settings(theme="dark"),
    Settings(theme="light", high_contrast=True),
    Settings(theme="dark", high_contrast=True),
)


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of WCAG 2, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_is_judged(qapp):
    pairs = [*WORDS.items(), *SHAPES.items()]
    judged = {role for ink, grounds in pairs for role in (ink, *grounds)}
    assert set(Look()._colors) - judged == _NO_PAIR


_NO_PAIR = {"border", "disabled", "scrim", "shadow", "info", "infoSoft"}
"""Decoration, what is off, shades over all, and other names of what `good` is."""


def test_black_on_white_is_the_most_there_is():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    "chosen", LOOKS, ids=lambda one: f"{one.theme}-{one.high_contrast}"
)
def test_words_and_shapes_stand_out_from_what_they_lie_on(qapp, chosen):
    look = Look()
    look.follow(chosen)
    assert dict(weak(look, WORDS, TEXT)) == {}
    assert dict(weak(look, SHAPES, LARGE)) == {}


@pytest.mark.parametrize("chosen", LOOKS[2:], ids=lambda one: one.theme)
def test_high_contrast_draws_every_line_at_three_to_one_or_more(qapp, chosen):
    look = Look()
    look.follow(chosen)
    lines = {"border": ("canvas", "surface", "rail"), "borderStrong": ("canvas", "surface")}
    assert dict(weak(look, lines, LARGE)) == {}
    assert dict(weak(look, {"borderStrong": ("canvas", "surface")}, 7.0)) == {}


def weak(
    look: Look, pairs: dict[str, tuple[str, ...]], least: float
) -> Iterator[tuple[str, float]]:
    """Yield the pairs that come too near each other, with their contrast."""
    for ink, grounds in pairs.items():
        for ground in grounds:
            found = contrast(look.color(ink), look.color(ground))
            if found < least:
                yield f"{ink} on {ground}", round(found, 2)
