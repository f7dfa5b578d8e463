"""The files to make decks from: dropped here, or chosen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from quizapp.operations import writing
from quizapp.ui import wording
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.drop_zone import DropZone
from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, tr


class FileSide(DropZone):
    """It names the files that were taken; `chosen` carries paths that a person picked."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, large=True)
        self.files: list[Path] = []
        self._choose = Button(look, tr("Choose files…"), icon="folder-open")
        for part in (self, self._choose):
            part.clicked.connect(self.ask)
        self.below.setContentsMargins(0, 8, 0, 0)
        self.below.addStretch(1)
        self.below.addWidget(self._choose)
        self.below.addStretch(1)
        self.name_files()

    @property
    def only(self) -> Path | None:
        """The file, where it is one alone."""
        return self.files[0] if len(self.files) == 1 else None

    def add(self, given: Sequence[Path]) -> None:
        """Take files, each of them once."""
        self.files += [path for path in given if path not in self.files]
        self.name_files()

    def drop(self, path: Path) -> None:
        """Forget a file."""
        self.files = [other for other in self.files if other != path]
        self.name_files()

    def ask(self) -> None:
        """Ask for files."""
        names = " ".join(f"*{suffix}" for suffix in writing.SUFFIXES)
        kinds = tr("Articles (%1)").replace("%1", names)
        dialog = QFileDialog(self, tr("Add article"), "", kinds)
        dress(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(
            lambda picked: self.chosen.emit([Path(name) for name in picked])
        )
        dialog.open()

    def name_files(self) -> None:
        """Say which files there are, or what may be dropped."""
        match self.files:
            case []:
                self.say(tr("Drop an article here"), wording.kinds_of_file())
            case [path]:
                self.say(path.name, str(path.parent))
            case several:
                words = counted(len(several), "1 file", "%n files")
                self.say(words, " · ".join(path.name for path in several))

    def ask_for_another(self) -> None:
        """Say that another file may be dropped, where there is none left."""
        if not self.files:
            self.say(tr("Drop another article here"), wording.kinds_of_file())

    def set_choosing(self, *, choosing: bool) -> None:
        """Offer the button, or leave that to what stands above."""
        self._choose.setVisible(choosing)

    def take_focus(self) -> None:
        """Put the keyboard on the button."""
        self._choose.setFocus()
