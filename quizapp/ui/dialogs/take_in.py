"""Import questions: see what a file holds, then take all of it in, or nothing."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from quizapp.operations import importing
from quizapp.operations.importing import Found, Imported
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.import_list import ImportList
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.switch import Switch
from quizapp.ui.parts.text import Text
from quizapp.ui.style_sheet import dress
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, figure, tr

WIDTH, HEIGHT = 720, 560

Taken = Callable[[Imported], None]


def choose(look: Look, window: QWidget, tasks: Tasks, now: datetime, taken: Taken) -> None:
    """Ask for files of questions and look into each."""
    names = " ".join(f"*{suffix}" for suffix in importing.read_suffixes())
    kinds = tr("Questions (%1)").replace("%1", names)
    dialog = QFileDialog(window, tr("Import questions"), "", kinds)
    dress(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(
        lambda path: look_into(look, window, tasks, now, Path(path), taken)
    )
    dialog.open()


def look_into(
    look: Look,
    window: QWidget,
    tasks: Tasks,
    now: datetime,
    path: Path,
    taken: Taken,
) -> None:
    """Show what a file holds; `taken` hears what was taken in."""

    def show(found: Found) -> None:
        def done(imported: Imported) -> None:
            if isValid(overlay):  # it may have been closed meanwhile
                overlay.close_it()
            taken(imported)

        content = ImportDialog(look, tasks, now, found, done)
        overlay = Overlay(
            look,
            window,
            tr("Import questions"),
            content,
            WIDTH,
            below=found.name,
            footer=content.footer,
        )
        content.cancelled.connect(overlay.close_it)
        overlay.acted.connect(content.take_in)
        content.take_focus()

    tasks.read(lambda bank: importing.look(bank, path), show)


def said_of(done: Imported) -> str:
    """Return what an import did, in one line."""
    words = counted(done.added, "1 question added", "%n questions added")
    if done.updated:
        words += tr(", %1 updated").replace("%1", figure(done.updated))
    if done.answers:
        words += counted(done.answers, ", with 1 answer", ", with %n answers")
    return words


class ImportDialog(QWidget):
    """The list of what was found; the footer says exactly what will be taken in."""

    cancelled = Signal()

    def __init__(
        self, look: Look, tasks: Tasks, now: datetime, found: Found, taken: Taken
    ) -> None:
        """Show what was found; `taken` hears what was taken in."""
        super().__init__()
        self._taken = taken
        self._tasks, self._now, self._found = tasks, now, found
        self._twins = Switch(look, tr("Also take in what you have in the same words"))
        self._cancel = Button(look, tr("Cancel"), keys=("Esc",))
        self._import = Button(look, "", "primary", icon="download", keys=("Ctrl+Return",))
        self._says = Text(look, "", "label", "text2", weight=400, wrap=True)
        self.footer = self._build_footer(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ImportList(look, found))
        self._twins.toggled.connect(self._tell)
        self._tell()

    def take_focus(self) -> None:
        """Put the keyboard on the next step."""
        (self._import if self._import.isEnabled() else self._cancel).setFocus()

    def take_in(self) -> None:
        """Take in what the footer says."""
        if self._import.isEnabled():
            self._import.setEnabled(False)
            found, now, twins = self._found, self._now, self._twins.isChecked()
            self._tasks.change(
                lambda bank: importing.take_in(bank, found, now, twins=twins),
                self._taken,
            )

    @override
    def sizeHint(self) -> QSize:
        """Return a size that most lists scroll in."""
        return QSize(WIDTH, min(HEIGHT, super().sizeHint().height()))

    def _build_footer(self, look: Look) -> QWidget:
        footer = QWidget()
        self._cancel.clicked.connect(self.cancelled)
        self._import.clicked.connect(self.take_in)
        column = QVBoxLayout(footer)
        column.setContentsMargins(25, 14, 25, 14)
        column.setSpacing(12)
        if self._found.twins:
            line = QHBoxLayout()
            words = self._twins.accessibleName()
            middle = Qt.AlignmentFlag.AlignVCenter
            line.addWidget(Text(look, words, wrap=True), 1, middle)
            line.addWidget(self._twins)
            column.addLayout(line)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Icon(look, "info", "text2", 15))
        row.addWidget(self._says, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._cancel)
        row.addWidget(self._import)
        column.addLayout(row)
        return footer

    def _tell(self) -> None:
        found = self._found
        total = len(found.understood.questions.questions)
        left = 0 if self._twins.isChecked() else len(found.twins)
        new = total - len(found.known) - left
        taken = new + len(found.known)
        said = tr("%1 new, %2 updated").replace("%1", figure(new))
        said = said.replace("%2", figure(len(found.known)))
        if left:
            said += tr(", %1 left out").replace("%1", figure(left))
        if found.understood.refused:
            refused = figure(len(found.understood.refused))
            said += tr(", %1 not understood").replace("%1", refused)
        self._says.setText(said)
        self._import.setText(counted(taken, "Import 1 question", "Import %n questions"))
        self._import.setEnabled(taken > 0)
