"""What makes the program easier to see and to handle."""

from typing_extensions import override

from quizapp.settings import Settings
from quizapp.ui.parts.segmented import Segmented
from quizapp.ui.parts.setting_row import SettingRow
from quizapp.ui.parts.switch import Switch
from quizapp.ui.preferences.section import Section
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

MOTION: tuple[bool | None, ...] = (None, True, False)


class AccessibilitySection(Section):
    """Motion, contrast, single keys, and patterns in place of shades."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "accessibility", tr("Accessibility"))
        named = (("", tr("System")), ("", tr("On")), ("", tr("Off")))
        self.motion = Segmented(look, named)
        self.motion.setAccessibleName(tr("Reduce motion"))
        self.contrast = Switch(look, tr("High contrast borders"))
        self.keys = Switch(look, tr("Single-key shortcuts"))
        self.pattern = Switch(look, tr("Memory tint as pattern"))
        for title, words, control in (
            (tr("Reduce motion"), tr("Nothing slides or fades."), self.motion),
            (
                tr("High contrast borders"),
                tr("Lines and outlines are drawn darker."),
                self.contrast,
            ),
            (
                tr("Single-key shortcuts"),
                tr("Letters act outside text fields: E edits, F flags. Digits always do."),
                self.keys,
            ),
            (
                tr("Memory tint as pattern"),
                tr("Dots in place of shades of one colour."),
                self.pattern,
            ),
        ):
            self.add(SettingRow(look, title, words, control))
        self.motion.chosen.connect(lambda number: self.change(reduce_motion=MOTION[number]))
        self.contrast.clicked.connect(lambda on: self.change(high_contrast=on))
        self.keys.clicked.connect(lambda on: self.change(single_keys=on))
        self.pattern.clicked.connect(lambda on: self.change(tint_as_pattern=on))

    @override
    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        super().show_settings(settings)
        self.motion.choose(MOTION.index(settings.reduce_motion))
        self.contrast.setChecked(settings.high_contrast)
        self.keys.setChecked(settings.single_keys)
        self.pattern.setChecked(settings.tint_as_pattern)
