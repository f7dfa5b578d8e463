"""What the program is, and whose work is in it."""

from PySide6.QtCore import Signal

from quizapp import __version__
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.setting_row import SettingRow
from quizapp.ui.preferences.section import Section
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr


class AboutSection(Section):
    """Version, promise and licences."""

    licences = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "info", tr("About"))
        words = tr(
            "Turns an article into questions and studies them with you. Nothing you add or "
            "answer leaves this computer."
        )
        self.add(SettingRow(look, f"Quizapp {__version__}", words))
        show = Button(look, tr("Licences…"), size="small", icon="scale", icon_size=14)
        words = tr(
            "Quizapp is under the MIT licence; fonts, icons and models have their own."
        )
        self.add(SettingRow(look, tr("Licences"), words, show))
        show.clicked.connect(self.licences)
