"""How much and how often to study."""

from PySide6.QtCore import QSignalBlocker
from typing_extensions import override

from quizapp.operations.report import Load
from quizapp.settings import Settings
from quizapp.ui.parts.dropdown import Dropdown
from quizapp.ui.parts.line import Line
from quizapp.ui.parts.number_field import NumberField
from quizapp.ui.parts.setting_row import SettingRow
from quizapp.ui.parts.slider import Slider
from quizapp.ui.parts.switch import Switch
from quizapp.ui.parts.text import Text
from quizapp.ui.preferences.section import Section
from quizapp.ui.preferences.share import Share
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, percent, tr

LEAST_AIM, MOST_AIM = 70, 97
"""Percent of recall that may be aimed for."""
_MOST = 999


class StudySection(Section):
    """Recall to aim for, new a day, daily goal, when the day starts, and what reads English."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "brain", tr("Study"))
        self._load: Load | None = None
        self.aim = Slider(look, tr("Recall to aim for"), LEAST_AIM, MOST_AIM)
        self._aim_share = Share(look)
        self._aim_row = self.add(
            SettingRow(look, tr("Recall to aim for"), "", self.aim, self._aim_share)
        )
        self.new = NumberField(look, tr("New questions a day"), 0, _MOST)
        self.goal = NumberField(look, tr("Daily goal"), 1, _MOST)
        self.starts = Dropdown(
            look, tr("Day starts at"), [f"{hour:02}:00" for hour in range(24)]
        )
        self.intervals = Switch(look, tr("Show the next interval on rating buttons"))
        self.pipeline = Line()
        self.pipeline.setAccessibleName(tr("Language pipeline"))
        self.pipeline.setPlaceholderText(tr("Quizapp's own"))
        self.pipeline.setFixedWidth(200)
        self._add_rows()
        self._listen()
        look.changed.connect(self._show_aim)

    def show_load(self, load: Load) -> None:
        """Say what an aim would cost a day."""
        self._load = load
        self._show_aim()

    @override
    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        super().show_settings(settings)
        with QSignalBlocker(self.aim):
            self.aim.setValue(round(settings.desired_retention * 100))
        self.new.put(settings.new_a_day)
        self.goal.put(settings.daily_goal)
        self.starts.choose(settings.day_starts_at)
        self.intervals.setChecked(settings.show_intervals)
        self.pipeline.setText(settings.english_pipeline)
        self._show_aim()

    def _add_rows(self) -> None:
        look = self._look
        self.add(
            SettingRow(
                look,
                tr("New questions a day"),
                tr("Met for the first time, across all decks."),
                self.new,
                Text(look, tr("a day"), "body", "text2"),
            )
        )
        self.add(
            SettingRow(
                look,
                tr("Daily goal"),
                tr("Cards to answer before a day counts as a study day."),
                self.goal,
                Text(look, tr("cards"), "body", "text2"),
            )
        )
        late = tr("Late-night study still counts for the evening before.")
        self.add(SettingRow(look, tr("Day starts at"), late, self.starts))
        example = tr("For example “Good, 14 days”.")
        title = tr("Show the next interval on rating buttons")
        self.add(SettingRow(look, title, example, self.intervals))
        words = tr(
            "A larger spaCy pipeline for English, by its package's name or its folder. Empty: "
            "the one that comes with Quizapp."
        )
        self.add(SettingRow(look, tr("Language pipeline"), words, self.pipeline))

    def _listen(self) -> None:
        self.aim.valueChanged.connect(self._show_aim)
        self.aim.settled.connect(lambda aim: self.change(desired_retention=aim / 100))
        self.new.settled.connect(lambda count: self.change(new_a_day=count))
        self.goal.settled.connect(lambda count: self.change(daily_goal=count))
        self.starts.chosen.connect(lambda hour: self.change(day_starts_at=hour))
        self.intervals.clicked.connect(lambda on: self.change(show_intervals=on))
        self.pipeline.editingFinished.connect(
            lambda: self.change(english_pipeline=self.pipeline.text().strip())
        )

    def _show_aim(self) -> None:
        aim = self.aim.value() / 100
        self._aim_share.setText(percent(aim))
        words = tr("Higher means more reviews.")
        if self._load is not None and self._load.stabilities:
            minutes = counted(
                self._load.minutes_a_day(aim),
                "At %1, expect about 1 minute a day with your decks.",
                "At %1, expect about %n minutes a day with your decks.",
            )
            words = f"{words} {minutes.replace('%1', percent(aim))}"
        self._aim_row.describe(words)
