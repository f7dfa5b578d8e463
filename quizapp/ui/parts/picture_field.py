"""The picture of a question in the editor: add one, describe it, put another in its place."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget

from quizapp.domain.picture import LONGEST_DESCRIPTION, Picture
from quizapp.operations import picturing
from quizapp.ui.parts.field import Field
from quizapp.ui.parts.flow import Flow
from quizapp.ui.parts.link import Link
from quizapp.ui.parts.picture_view import PictureView, view_of
from quizapp.ui.parts.text import Text
from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_HIGHEST = 140


class PictureField(QWidget):
    """It says what is wanted of the picture; it changes nothing itself."""

    chosen = Signal(object)
    """The path of a file."""
    described = Signal(str)
    removed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._picture: Picture | None = None
        self._view: QWidget | None = None
        self._add = Link(look, tr("Add picture…"))
        self._replace = Link(look, tr("Replace picture…"))
        self._remove = Link(look, tr("Remove picture"))
        self._words = Field(look, tr("Description of the picture"))
        self._words.setMaxLength(LONGEST_DESCRIPTION)
        # In the field's narrow line the hint would be cut.
        hint = tr("What it shows, for those who cannot see it")
        self._hint = Text(look, hint, "caption", "text3", wrap=True)
        self._refused = Text(look, "", "caption", "again", wrap=True)
        self._lay_out()
        for link in (self._add, self._replace, self._remove):
            link.setAccessibleName(link.text())
        for link in (self._add, self._replace):
            link.clicked.connect(self._ask)
        self._remove.clicked.connect(self.removed)
        self._words.left.connect(self._describe)
        self._show_parts()

    def put(self, picture: Picture | None, *, anew: bool) -> None:
        """Show a picture, or offer to add one; a description being written stays."""
        self.refuse("")
        self._words.put("" if picture is None else picture.described, anew=anew)
        if picture == self._picture:
            return
        self._picture = picture
        if self._view is not None:
            self._column.removeWidget(self._view)
            self._view.hide()
            self._view.deleteLater()
            self._view = None
        if picture is not None:
            self._view = view_of(self._look, picture)
            if isinstance(self._view, PictureView):
                self._view.set_highest(_HIGHEST)
            self._column.insertWidget(1, self._view)
        self._show_parts()

    def refuse(self, why: str) -> None:
        """Say why a file was not taken; "" where there is nothing to say."""
        self._refused.setText(why)
        self._refused.setVisible(bool(why))

    def take(self, path: str) -> None:
        """Want the picture of a file."""
        self.refuse("")
        self.chosen.emit(Path(path))

    def _ask(self) -> None:
        names = " ".join(f"*{suffix}" for suffix in picturing.SUFFIXES)
        kinds = tr("Pictures (%1)").replace("%1", names)
        dialog = QFileDialog(self.window(), tr("Choose a picture"), "", kinds)
        dress(dialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _describe(self) -> None:
        words = " ".join(self._words.text().split())
        if self._picture is not None and words != self._picture.described:
            self.described.emit(words)

    def _show_parts(self) -> None:
        """Show what can be done now; the keyboard stays here if it was here."""
        there, focused = self._picture is not None, QApplication.focusWidget()
        held = focused is not None and self.isAncestorOf(focused)
        for part in (self._title, self._hint, self._words, self._replace, self._remove):
            part.setVisible(there)
        self._add.setVisible(not there)
        if held and focused is not None and not focused.isVisibleTo(self):
            (self._replace if there else self._add).setFocus()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._title = Text(self._look, tr("Picture"), "label")
        self._column.addWidget(self._title)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._words)
        deeds = Flow(16)
        for link in (self._add, self._replace, self._remove):
            deeds.add(link)
        self._column.addWidget(deeds)
        self._column.addWidget(self._refused)
