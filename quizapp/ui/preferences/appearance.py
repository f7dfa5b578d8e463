"""How the program looks."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QFontDatabase
from typing_extensions import override

from quizapp.settings import Settings
from quizapp.ui.parts.dropdown import Dropdown
from quizapp.ui.parts.segmented import Segmented
from quizapp.ui.parts.setting_row import SettingRow
from quizapp.ui.parts.slider import Slider
from quizapp.ui.preferences.section import Section
from quizapp.ui.preferences.share import Share
from quizapp.ui.theme import Look, Theme
from quizapp.ui.wording import percent, tr

THEMES: tuple[Theme, ...] = ("system", "light", "dark")
LEAST_SIZE, MOST_SIZE, STEP = 85, 200, 5
"""Percent of text size."""
READING_FONTS = (
    "Georgia",
    "Literata",
    "Source Serif 4",
    "Noto Serif",
    "DejaVu Serif",
    "Times New Roman",
    "Atkinson Hyperlegible",
    "OpenDyslexic",
)
"""Families to read articles in that many computers have; those that are there are offered."""


class AppearanceSection(Section):
    """Theme, text size and the font of articles."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "palette", tr("Appearance"))
        named = (("monitor", tr("System")), ("sun", tr("Light")), ("moon", tr("Dark")))
        self.theme = Segmented(look, named)
        self.theme.setAccessibleName(tr("Theme"))
        self.text_size = Slider(look, tr("Text size"), LEAST_SIZE, MOST_SIZE, STEP)
        self._size_share = Share(look)
        there = set(QFontDatabase.families())
        self._families = ("", *(name for name in READING_FONTS if name in there))
        self.article_font = Dropdown(
            look, tr("Article font"), ("Charis SIL", *self._families[1:]), widest=220
        )
        self.add(SettingRow(look, tr("Theme"), "", self.theme))
        grows = tr("The whole window grows with it, up to %1.").replace("%1", percent(2.0))
        self.add(SettingRow(look, tr("Text size"), grows, self.text_size, self._size_share))
        quoted = tr("For articles and every word quoted from them.")
        self.add(SettingRow(look, tr("Article font"), quoted, self.article_font))
        self.theme.chosen.connect(lambda number: self.change(theme=THEMES[number]))
        self.text_size.valueChanged.connect(self._show_size)
        self.text_size.settled.connect(lambda size: self.change(text_size=size))
        self.article_font.chosen.connect(
            lambda number: self.change(article_font=self._families[number])
        )

    @override
    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; a font that is no longer there is kept and not shown."""
        super().show_settings(settings)
        self.theme.choose(THEMES.index(settings.theme))
        with QSignalBlocker(self.text_size):
            self.text_size.setValue(settings.text_size)
        self._size_share.setText(percent(settings.text_size / 100))
        known = settings.article_font in self._families
        self.article_font.choose(
            self._families.index(settings.article_font) if known else 0
        )

    def _show_size(self, size: int) -> None:
        self._size_share.setText(percent(size / 100))
