"""The look: colours, type, sizes, icons and motion, read from the tokens in assets/themes."""

import tomllib
from functools import cache
from typing import Any, Literal

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyle

from quizapp.paths import FONTS, ICONS, THEMES
from quizapp.settings import Settings
from quizapp.ui import system_contrast
from quizapp.ui.slices import Slices
from quizapp.ui.style_sheet import ROLES, dress_anew

Theme = Literal["system", "light", "dark"]

LARGE_TEXT = 1.5
"""Above this text size rails become icons and only ratings keep their keycaps."""
_LARGEST_ICON = 1.5
_GROWING = {"buttonSm", "button", "buttonLg", "field", "iconButton", "option", "row"}

_DRAWN = {
    "option": {"size": 16, "line": 24, "weight": 400},
    "source": {"size": 15, "line": 24, "weight": 400, "family": "article"},
    "row": {"size": 13, "line": 18, "weight": 400},
    "excerpt": {"size": 15, "line": 20, "weight": 400, "family": "article"},
}
"""Type that the screens have and the tokens do not name."""

_DARKER = {"border": "borderStrong", "borderStrong": "text2"}
"""What lines are drawn in where a person wants high contrast."""


class Look(QObject):
    """How everything is drawn; made once and handed to every widget that paints.

    All lengths are logical pixels. Type, control heights and icons grow with the text size;
    gaps and radii do not. A change reaches painted widgets as Qt's own StyleChange, which has
    them measured and painted anew; `changed` is for what was built from a token and kept.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme = "system", text_size: int = 100, *, still: bool | None = False
    ) -> None:
        super().__init__()
        for path in sorted(FONTS.glob("*.[ot]tf")):
            QFontDatabase.addApplicationFont(str(path))
        QApplication.setStyle("Fusion")
        self._scale_tokens = _tokens("scale")
        self._scale_tokens["type"] |= _DRAWN
        self._colors: dict[str, QColor] = {}
        self._drawn: dict[tuple[str, str], QSvgRenderer] = {}
        self._fonts: dict[tuple[str, int | None], QFont] = {}
        self.dressed = 0
        """How often: what was measured before has to be measured again."""
        self.dark = False
        self.patterned = False
        """What is told by shades of one hue is told by patterns."""
        self._contrast = False
        # Both are kept: the second dies with the first.
        self._hints = QGuiApplication.styleHints()
        self._access = self._hints.accessibility()
        high = self._access.contrastPreference()
        self._system_contrast = high == Qt.ContrastPreference.HighContrast
        self._article_font = ""
        self._hidden = Slices(self)
        self.choose(theme, text_size, still=still)
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._access.contrastPreferenceChanged.connect(self._follow_contrast)

    def choose(self, theme: Theme, text_size: int, *, still: bool | None) -> None:
        """Dress the application anew; `text_size` is a percentage.

        `still` reduces motion; with None the system decides.
        """
        self.theme = theme
        self.scale = text_size / 100
        self.still = _system_is_still() if still is None else still
        self._dress()

    def follow(self, chosen: Settings) -> None:
        """Dress the application as a person chose."""
        self.patterned = chosen.tint_as_pattern
        self._contrast = chosen.high_contrast
        self._article_font = chosen.article_font
        self.choose(chosen.theme, chosen.text_size, still=chosen.reduce_motion)

    @property
    def large(self) -> bool:
        """Tell whether the text is so large that pages change their shape."""
        return self.scale > LARGE_TEXT

    @property
    def tinting(self) -> bool:
        """Tell whether there may be tints: a system that wants high contrast has none."""
        return not self._system_contrast

    def color(self, role: str) -> QColor:
        """Return a colour of the theme."""
        return self._colors[role]

    def font(self, style: str, *, weight: int | None = None) -> QFont:
        """Return the font of a type style; `weight` overrides the style's own."""
        known = self._fonts.get((style, weight))
        if known is None:
            known = self._fonts[style, weight] = self._make_font(style, weight)
        # Whoever asked may change it.
        return QFont(known)

    def line(self, style: str, *, arabic: bool = False) -> int:
        """Return the line height of a type style; Arabic script stands on higher lines."""
        line: float = self._scale_tokens["type"][style]["line"]
        higher: float = self._scale_tokens["font"]["arabicLine"] if arabic else 1.0
        return round(line * self.scale * higher)

    def size(self, name: str) -> int:
        """Return a control's size; heights that hold text grow with it."""
        size = int(self._scale_tokens["size"][name])
        return round(size * self.scale) if name in _GROWING else size

    def radius(self, name: str) -> int:
        """Return the radius of a corner."""
        return int(self._scale_tokens["radius"][name])

    def elevation(self, step: int) -> tuple[int, int]:
        """Return how far the shadow of an elevation reaches around, and how much lower it lies."""
        shadow = self._scale_tokens["elevation"][str(step)]
        return int(shadow["blur"]), int(shadow["dy"])

    def icon_size(self, size: int) -> int:
        """Return an icon's size at this text size: it grows to one and a half at most."""
        return round(size * min(self.scale, _LARGEST_ICON))

    def duration(self, pace: str) -> int:
        """Return how long a motion takes, in milliseconds; 0 where motion is reduced."""
        motion = self._scale_tokens["motion"][pace]
        return 0 if self.still else int(motion["ms"])

    def paint_icon(self, painter: QPainter, name: str, role: str, box: QRectF) -> None:
        """Paint an icon in a colour of the theme, as vectors."""
        self._drawing(name, role).render(painter, box)

    def pixmap(self, name: str, role: str, size: int) -> QPixmap:
        """Return an icon as a picture, sharp on every screen; `size` is before scaling."""
        ratio = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
        side = self.icon_size(size)
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint_icon(painter, name, role, QRectF(0, 0, side, side))
        painter.end()
        return picture

    def icon(self, name: str, role: str, size: int) -> QIcon:
        """Return an icon for Qt's own widgets; it does not follow a later change of theme."""
        return QIcon(self.pixmap(name, role, size))

    def _families(self, voice: str) -> list[str]:
        fonts = self._scale_tokens["font"]
        chosen = [self._article_font] if voice == "article" and self._article_font else []
        return [*chosen, *fonts[voice], *fonts["arabicScript"]]

    def _make_font(self, style: str, weight: int | None) -> QFont:
        token = self._scale_tokens["type"][style]
        font = QFont()
        voice = "article" if token.get("family") == "article" else "ui"
        font.setFamilies(self._families(voice))
        font.setPixelSize(max(11, round(token["size"] * self.scale)))
        font.setWeight(QFont.Weight(weight or token["weight"]))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _drawing(self, name: str, role: str) -> QSvgRenderer:
        known = self._drawn.get((name, role))
        if known is None:
            drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
            inked = drawing.replace("currentColor", self.color(role).name())
            known = QSvgRenderer(inked.encode())
            self._drawn[name, role] = known
        return known

    def _follow_system(self) -> None:
        if self.theme == "system" or self._system_contrast:
            self._dress()

    def _follow_contrast(self, preference: Qt.ContrastPreference) -> None:
        self._system_contrast = preference == Qt.ContrastPreference.HighContrast
        self._dress()

    def _dress(self) -> None:
        self.dressed += 1
        night = self._hints.colorScheme() == Qt.ColorScheme.Dark
        self.dark = night if self.theme == "system" else self.theme == "dark"
        if self._system_contrast:
            # An empty palette brings back the system's own.
            QApplication.setPalette(QPalette())
            self.dark = system_contrast.is_dark(QApplication.palette())
        self._colors = dict(_colors("dark" if self.dark else "light"))
        if self._contrast:
            self._colors |= {line: self._colors[ink] for line, ink in _DARKER.items()}
        if self._system_contrast:
            self._colors |= system_contrast.colors(QApplication.palette())
        self._drawn.clear()
        self._fonts.clear()
        QApplication.setPalette(self._palette())
        QApplication.setFont(self.font("body"))
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        dressing = dress_anew(application)
        next(dressing)
        self._hidden.begin(dressing)
        self.changed.emit()

    def _palette(self) -> QPalette:
        roles = QPalette.ColorRole
        palette = QPalette()
        for role, token in (
            (roles.Window, "canvas"),
            (roles.WindowText, "text"),
            (roles.Button, "surface"),
            (roles.ButtonText, "text"),
            (roles.BrightText, "text"),
            (roles.Link, "primary"),
            (roles.LinkVisited, "primary"),
            # Qt's own tips are left in the dialogs that choose a file.
            (roles.ToolTipBase, "toastBg"),
            (roles.ToolTipText, "toastText"),
            *((role, token) for token, (role, _) in ROLES.items()),
        ):
            palette.setColor(role, self.color(token))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("disabled"))
        return palette


def _system_is_still() -> bool:
    """Tell whether the system wants no animations."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return QApplication.style().styleHint(hint) == 0


def _tokens(name: str) -> dict[str, Any]:
    return tomllib.loads((THEMES / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _colors(theme: str) -> dict[str, QColor]:
    return {role: QColor(value) for role, value in _tokens(theme)["color"].items()}
