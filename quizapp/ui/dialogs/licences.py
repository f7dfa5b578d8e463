"""What Quizapp is made of, and under which licences."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.paths import ENGLISH, FONTS, ICONS
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.setting_row import SettingRow
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_WIDTH, _WIDTH_LARGE = 640, 900

Part = tuple[str, str, Path | None]
"""What it is, its licence, and the file with the text; None: it is on the web alone."""
PARTS: tuple[Part, ...] = (
    ("Quizapp", "MIT licence", None),
    ("Inter", "SIL Open Font Licence 1.1", FONTS / "LICENSE-OFL-Inter.txt"),
    ("Charis SIL", "SIL Open Font Licence 1.1", FONTS / "LICENSE-OFL-CharisSIL.txt"),
    ("Vazirmatn", "SIL Open Font Licence 1.1", FONTS / "LICENSE-OFL-Vazirmatn.txt"),
    ("Icons by Lucide", "ISC licence", ICONS / "LICENSE-ISC.txt"),
    (
        "The English model: weights",
        "Creative Commons BY-SA 4.0",
        ENGLISH / "LICENSE-CC-BY-SA-4.0.txt",
    ),
    (
        "The English model: encoder",
        "Apache licence 2.0",
        ENGLISH / "LICENSE-Apache-2.0.txt",
    ),
    ("WordNet", "WordNet licence", ENGLISH / "LICENSE-WordNet.txt"),
    ("Qt and PySide6", "LGPL 3", None),
    ("PDFium and pypdfium2", "BSD and Apache licences", None),
    (
        "FSRS, SQLModel, spaCy, ONNX Runtime and others",
        "MIT, BSD and Apache licences",
        None,
    ),
)


def show(look: Look, window: QWidget) -> Overlay:
    """Show the parts over the window, each with its licence."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(25, 6, 25, 20)
    column.setSpacing(0)
    for name, licence, file in PARTS:
        buttons = [] if file is None else [_opener(look, name, file)]
        column.addWidget(SettingRow(look, tr(name), tr(licence), *buttons))
    width = _WIDTH_LARGE if look.large else _WIDTH
    overlay = Overlay(look, window, tr("Licences"), content, width)
    overlay.cross.setFocus()
    return overlay


def _opener(look: Look, name: str, file: Path) -> Button:
    button = Button(look, tr("Open the text"), size="small")
    button.setAccessibleName(tr("Open the text: %1").replace("%1", tr(name)))
    url = QUrl.fromLocalFile(str(file))
    button.clicked.connect(lambda: QDesktopServices.openUrl(url))
    return button
