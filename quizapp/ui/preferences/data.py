"""Where the data lies, its backups, and the way out for all of it."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import Signal
from typing_extensions import override

from quizapp.domain.backup import Backup
from quizapp.settings import Settings
from quizapp.ui import dates
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.setting_row import SettingRow
from quizapp.ui.parts.switch import Switch
from quizapp.ui.preferences.section import Section
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr


class DataSection(Section):
    """It asks for deeds by signal; what they do is the page's business."""

    open_folder = Signal()
    back_up = Signal()
    restore = Signal()
    export = Signal()

    def __init__(self, look: Look, bank: Path) -> None:
        super().__init__(look, "hard-drive", tr("Data and backups"))
        self.automatic = Switch(look, tr("Automatic backups"))
        self.automatic.clicked.connect(lambda on: self.change(automatic_backups=on))
        self._make = Button(look, tr("Back up now"), size="small")
        self._restore = Button(look, tr("Restore…"), size="small")
        folder = Button(look, tr("Open folder"), size="small", icon="folder-open")
        export = Button(look, tr("Export…"), size="small")
        self._backups = self.add(
            SettingRow(
                look,
                tr("Automatic backups"),
                "",
                self._make,
                self._restore,
                self.automatic,
            )
        )
        self.add(SettingRow(look, tr("Folder of your data"), str(bank.parent), folder))
        words = tr(
            "Every deck as a question set, your bank and these settings, in one file."
        )
        self.add(SettingRow(look, tr("Export everything"), words, export))
        self._make.clicked.connect(self.back_up)
        self._restore.clicked.connect(self.restore)
        folder.clicked.connect(self.open_folder)
        export.clicked.connect(self.export)

    @override
    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        super().show_settings(settings)
        self.automatic.setChecked(settings.automatic_backups)

    def show_backups(
        self, backups: Sequence[Backup], now: datetime, zone: tzinfo, kept: int
    ) -> None:
        """Say how many are kept and when the newest was made."""
        words = tr("Each day and after each session. The last %1 are kept. %2")
        newest = tr("There is none yet.")
        if backups:
            when = dates.moment_inside(backups[0].made, now, zone)
            newest = tr("Newest: %1.").replace("%1", when)
        self._backups.describe(words.replace("%1", str(kept)).replace("%2", newest))
        self._restore.setEnabled(bool(backups))
