"""What the sections of the Settings page share."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.settings import Settings
from quizapp.ui.parts.setting_row import SettingRow
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look


class Section(QWidget):
    """A heading and its rows; each change is told at once."""

    chosen = Signal(object)
    """The whole `Settings`, one of them changed."""

    def __init__(self, look: Look, icon: str, title: str) -> None:
        super().__init__()
        self._look, self.icon, self.title = look, icon, title
        self.settings = Settings()
        self.rows: list[SettingRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 16)
        self._column.setSpacing(0)
        self._column.addWidget(Text(look, title, "heading"))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen, without saying so."""
        self.settings = settings

    def change(self, **chosen: Any) -> None:  # noqa: ANN401 - a setting by its name
        """Choose anew, where that is a change."""
        settings = replace(self.settings, **chosen)
        if settings != self.settings:
            self.settings = settings
            self.chosen.emit(settings)

    def add(self, row: SettingRow) -> SettingRow:
        """Add a row."""
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def show_only(self, wanted: str) -> bool:
        """Show the rows that have these words, and say whether there are any."""
        whole = wanted.strip().casefold() in self.title.casefold()
        for row in self.rows:
            row.setVisible(whole or row.matches(wanted))
        found = any(not row.isHidden() for row in self.rows)
        self.setVisible(found)
        return found

    def set_stacked(self, *, stacked: bool) -> None:
        """Put controls below their words, or beside them."""
        for row in self.rows:
            row.set_stacked(stacked=stacked)
