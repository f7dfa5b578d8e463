"""Settings: kept as chosen, and never a reason not to start."""

import json
from dataclasses import asdict

import pytest

from quizapp.errors import CannotWrite
from quizapp.settings import Settings, load, save

CHOSEN = Settings(
    desired_retention=0.85,
    new_a_day=0,
    daily_goal=50,
    day_starts_at=0,
    theme="dark",
    text_size=200,
    reduce_motion=True,
    english_pipeline="en_core_web_lg",
    show_intervals=False,
    article_font="Georgia",
    high_contrast=True,
    single_keys=False,
    tint_as_pattern=True,
    automatic_backups=False,
)


def test_what_was_saved_is_loaded(tmp_path):
    save(CHOSEN, tmp_path / "settings.json")
    assert load(tmp_path / "settings.json") == CHOSEN


@pytest.mark.parametrize("motion", [True, False, None])
def test_motion_is_reduced_or_not_or_as_the_system_wishes(tmp_path, motion):
    save(Settings(reduce_motion=motion), tmp_path / "settings.json")
    assert load(tmp_path / "settings.json").reduce_motion is motion


def test_without_a_file_the_defaults_hold(tmp_path):
    assert load(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[1, 2]",
        b"null",
        b'{"desired_retention": 2}',
        b'{"desired_retention": NaN}',
        b'{"day_starts_at": 4.5}',
        b'{"new_a_day": "20"}',
        b'{"reduce_motion": "no"}',
        b'{"reduce_motion": 0}',
        b'{"high_contrast": null}',
        b'{"theme": ["dark"]}',
        b'{"english_pipeline": null}',
    ],
)
def test_an_unusable_file_gives_the_defaults(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert load(path) == Settings()


def test_an_older_or_newer_file_gives_what_it_has(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"daily_goal": 7, "colour_of_the_sea": "blue"}))
    assert load(path) == Settings(daily_goal=7)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("desired_retention", 0.69),
        ("desired_retention", 0.98),
        ("new_a_day", -1),
        ("daily_goal", 0),
        ("day_starts_at", 24),
        ("day_starts_at", -1),
        ("theme", "blue"),
        ("text_size", 84),
        ("text_size", 201),
    ],
)
def test_a_value_out_of_range_is_refused(name, value):
    with pytest.raises(ValueError, match=r"\w"):
        Settings(**(asdict(Settings()) | {name: value}))


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite):
        save(CHOSEN, tmp_path / "file" / "settings.json")
