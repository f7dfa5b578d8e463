"""What a person may choose: frozen, with sensible defaults, kept as JSON beside the bank."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Literal

from quizapp.files import write_atomically


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices; a value out of range raises ValueError."""

    desired_retention: float = 0.90
    """The recall to aim for, 0.70 to 0.97."""
    new_a_day: int = 20
    daily_goal: int = 20
    """Answers a day."""
    day_starts_at: int = 4
    """Hour of the local clock at which a new study day begins."""
    theme: Literal["system", "light", "dark"] = "system"
    text_size: int = 100
    """Percent, 85 to 200."""
    reduce_motion: bool | None = None
    """None: as the system wishes."""
    english_pipeline: str = ""
    """An installed spaCy pipeline, by its package's name or its folder; empty: the shipped one."""
    show_intervals: bool = True
    """On the rating buttons."""
    article_font: str = ""
    """The family that quotes and articles are set in; empty: the shipped one."""
    high_contrast: bool = False
    """Lines and outlines are drawn darker."""
    single_keys: bool = True
    """Letters alone act, where no text field has the keyboard."""
    tint_as_pattern: bool = False
    """What is told by shades of one hue is told by patterns."""
    memory_tint: bool = True
    """The sentences of an article are tinted by how well they are known."""
    automatic_backups: bool = True

    def __post_init__(self) -> None:
        """Refuse what no screen would let a person choose."""
        if any(not _fits(getattr(self, one.name), one.default) for one in fields(self)):
            raise ValueError("a setting is of another kind")
        if not 0.70 <= self.desired_retention <= 0.97:
            raise ValueError("desired retention lies between 0.70 and 0.97")
        if self.new_a_day < 0 or self.daily_goal < 1:
            raise ValueError("new a day is 0 or more, the daily goal 1 or more")
        if not 0 <= self.day_starts_at <= 23:
            raise ValueError("a day starts at an hour from 0 to 23")
        if self.theme not in {"system", "light", "dark"}:
            raise ValueError("the theme is system, light or dark")
        if not 85 <= self.text_size <= 200:
            raise ValueError("text size lies between 85 and 200 percent")


def _fits(value: object, default: object) -> bool:
    """Tell whether a value is of its setting's kind: None stands beside yes and no alone."""
    if default is None:
        return value is None or type(value) is bool
    return type(value) is type(default)


def load(path: Path) -> Settings:
    """Return the settings kept in `path`, the defaults where there are none or they are unusable."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        known = {field.name for field in fields(Settings)}
        return Settings(**{name: value for name, value in kept.items() if name in known})
    except (OSError, ValueError, TypeError, AttributeError):
        return Settings()


def save(settings: Settings, path: Path) -> None:
    """Keep the settings; raises `CannotWrite`."""
    write_atomically(path, json.dumps(asdict(settings), indent=1).encode())
