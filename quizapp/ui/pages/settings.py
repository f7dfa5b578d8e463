"""Settings: one page that scrolls, its sections at the side, every change at once."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.backup import Backup
from quizapp.operations import backups, report
from quizapp.settings import Settings
from quizapp.ui.parts.find_field import FindField
from quizapp.ui.parts.margins import set_margins
from quizapp.ui.parts.page_head import PageHead
from quizapp.ui.parts.rail import RailItem
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.text import Text
from quizapp.ui.preferences.about import AboutSection
from quizapp.ui.preferences.accessibility import AccessibilitySection
from quizapp.ui.preferences.appearance import AppearanceSection
from quizapp.ui.preferences.data import DataSection
from quizapp.ui.preferences.section import Section
from quizapp.ui.preferences.study import StudySection
from quizapp.ui.style_sheet import dress
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_LIST, _BESIDE, _CONTENT, _SEARCH = 176, 24, 700, 240
_NARROW = 820
"""Pixels of page width below which margins shrink."""
_STACKED = 640
"""Pixels of a row's width below which its control stands under its words."""


class SettingsPage(QWidget):
    """It tells what was chosen; `start` heeds and keeps it."""

    chosen = Signal(object)
    """The new `Settings`."""
    restore = Signal()
    open_folder = Signal()
    licences = Signal()
    backed_up = Signal()
    exported = Signal(object)
    """The path of a written file."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        settings: Settings,
        clock: Callable[[], datetime],
        zone: tzinfo,
        bank: Path,
        kept: Path,
    ) -> None:
        super().__init__()
        self._look, self._tasks, self._settings = look, tasks, settings
        self._clock, self._zone, self._kept = clock, zone, kept
        self._moving = False
        self.study, self.data = StudySection(look), DataSection(look, bank)
        about = AboutSection(look)
        self.sections: tuple[Section, ...] = (
            self.study,
            AppearanceSection(look),
            AccessibilitySection(look),
            self.data,
            about,
        )
        self._build()
        self._listen()
        about.licences.connect(self.licences)
        self.use(settings)
        look.changed.connect(self._reshape)

    def use(self, settings: Settings) -> None:
        """Show other settings, wherever they were chosen."""
        self._settings = settings
        for section in self.sections:
            section.show_settings(settings)

    def reload(self) -> None:
        """Look again at the backups and at what an aim costs."""
        now, zone = self._clock(), self._zone
        self._tasks.read(
            lambda bank: backups.listing(bank.path),
            lambda found: self.data.show_backups(found, now, zone, backups.KEPT),
        )
        self._tasks.read(report.load, self.study.show_load)

    def act(self) -> None:
        """Do nothing: every change is made at once."""

    def take_focus(self) -> None:
        """Put the keyboard on the search."""
        self.search.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Come back to what changed meanwhile."""
        self.reload()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that suits the width."""
        self._reshape()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find all settings again by Esc."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    # building

    def _build(self) -> None:
        look = self._look
        self._head = PageHead(look, tr("Settings"), low=True)
        self.search = FindField(look, tr("Find a setting"))
        self._head.row.addWidget(self.search)
        self._nothing = Text(look, "", "body", "text2", wrap=True)
        self._nothing.hide()
        inside = QWidget()
        column = QVBoxLayout(inside)
        set_margins(column, 0, 0, 12, 24)
        column.setSpacing(0)
        column.addWidget(self._nothing)
        for section in self.sections:
            column.addWidget(section)
        column.addStretch(1)
        self._scroll = Scroll(inside)
        self._scroll.setMaximumWidth(_CONTENT + 24)
        self._list = QWidget()
        self._items = self._make_list()
        self._row = QHBoxLayout()
        self._row.setSpacing(_BESIDE)
        self._row.addWidget(self._list, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._scroll, 1)
        self._row.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addLayout(self._row, 1)

    def _make_list(self) -> list[RailItem]:
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        items = []
        for section in self.sections:
            item = RailItem(self._look, section.icon, section.title)
            item.clicked.connect(lambda _=False, to=section: self._go_to(to))
            column.addWidget(item)
            items.append(item)
        items[0].setChecked(True)
        return items

    def _listen(self) -> None:
        for section in self.sections:
            section.chosen.connect(self._choose)
        self.search.textChanged.connect(self._find)
        self._scroll.verticalScrollBar().valueChanged.connect(self._follow)
        self.data.open_folder.connect(self.open_folder)
        self.data.restore.connect(self.restore)
        self.data.back_up.connect(self._back_up)
        self.data.export.connect(self._export)

    def _reshape(self) -> None:
        narrow, large = self.width() < _NARROW, self._look.large
        side = 20 if narrow else 32
        self._head.set_narrow(narrow=narrow)
        set_margins(self._row, side, 0, 0, 0)
        self._list.setVisible(not large)
        self._list.setFixedWidth(round(_LIST * max(1.0, self._look.scale)))
        self._scroll.setMaximumWidth(round((_CONTENT + 24) * max(1.0, self._look.scale)))
        self.search.setFixedWidth(round(_SEARCH * min(1.5, self._look.scale)))
        taken = 0 if large else self._list.width() + _BESIDE
        room = self.width() - side - taken - 24
        for section in self.sections:
            section.set_stacked(stacked=room < _STACKED * self._look.scale * 0.8)

    # moving about

    def _go_to(self, section: Section) -> None:
        """Bring a section to the top, and leave it marked though the page may end before."""
        self._moving = True
        top = section.y()
        self._scroll.verticalScrollBar().setValue(top)
        self._moving = False
        self._mark(section)

    def _follow(self) -> None:
        """Mark the section that the top of the view is in, at the very end the last one."""
        if self._moving:
            return
        bar = self._scroll.verticalScrollBar()
        shown = [section for section in self.sections if not section.isHidden()]
        if not shown:
            return
        begun = [s for s in shown if s.y() <= bar.value() + s.contentsMargins().top() + 40]
        at_end = bar.maximum() > 0 and bar.value() == bar.maximum()
        self._mark(shown[-1] if at_end else (begun or shown)[-1 if begun else 0])

    def _mark(self, section: Section) -> None:
        for item, one in zip(self._items, self.sections, strict=True):
            item.setChecked(one is section)

    def _find(self, wanted: str) -> None:
        found = [section.show_only(wanted) for section in self.sections]
        for item, there in zip(self._items, found, strict=True):
            item.setEnabled(there)
        words = tr("Nothing found for ‘%1’").replace("%1", wanted.strip())
        self._nothing.setText(words)
        self._nothing.setVisible(not any(found))
        self._scroll.verticalScrollBar().setValue(0)
        self._follow()

    # deeds

    def _choose(self, settings: Settings) -> None:
        self.use(settings)
        self.chosen.emit(settings)

    def _back_up(self) -> None:
        settings, now, zone = self._settings, self._clock(), self._zone

        def made(_: Backup) -> None:
            self.reload()
            self.backed_up.emit()

        self._tasks.read(lambda bank: backups.back_up(bank, settings, now, zone), made)

    def _export(self) -> None:
        day = self._clock().astimezone(self._zone)
        name = f"Quizapp {day:%Y-%m-%d}.zip"
        dialog = QFileDialog(self, tr("Export everything"), name, tr("Archive (*.zip)"))
        dress(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(lambda path: self._export_to(Path(path)))
        dialog.open()

    def _export_to(self, path: Path) -> None:
        kept = self._kept
        self._tasks.read(
            lambda bank: backups.export_everything(bank, kept, path),
            lambda _: self.exported.emit(path),
        )
