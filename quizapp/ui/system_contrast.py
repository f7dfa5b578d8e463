"""The colours of a system that wants high contrast, in the place of the theme's own."""

from PySide6.QtGui import QColor, QPalette

_GROUND = ("canvas", "sunken", "rail")
_SURFACE = (
    *("surface", "mem1", "mem2", "mem3", "mem4"),
    *("againSoft", "hardSoft", "goodSoft", "easySoft"),
    *("dangerSoft", "warnSoft", "successSoft", "infoSoft"),
)
"""What lies under words, tints among them: they are dropped."""
_INK = (
    *("text", "text2", "text3", "border", "borderStrong", "memInk", "onPrimarySoft"),
    *("primary", "primaryHover", "primaryPressed", "toastBg"),
)
_ON_INK = ("onPrimary", "toastText", "toastAction")
_CHOSEN, _HOVERED = 0.18, 0.10
"""How much of the ink is in the ground of what is chosen, or under the pointer."""


def is_dark(system: QPalette) -> bool:
    """Tell whether the system writes light letters on a dark ground."""
    return system.windowText().color().lightness() > system.window().color().lightness()


def colors(system: QPalette) -> dict[str, QColor]:
    """Return the colours by role; what has its own meaning keeps the theme's colour."""
    ink, ground = system.windowText().color(), system.window().color()
    found = dict.fromkeys(_GROUND, ground)
    found |= dict.fromkeys(_SURFACE, system.base().color())
    found |= dict.fromkeys(_INK, ink)
    found |= dict.fromkeys(_ON_INK, ground)
    found["primarySoft"] = _between(ground, ink, _CHOSEN)
    found["hover"] = _between(ground, ink, _HOVERED)
    return found


def _between(one: QColor, other: QColor, share: float) -> QColor:
    def part(a: int, b: int) -> int:
        return round(a + (b - a) * share)

    return QColor(
        part(one.red(), other.red()),
        part(one.green(), other.green()),
        part(one.blue(), other.blue()),
    )
