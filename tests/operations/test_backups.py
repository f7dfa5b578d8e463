"""What a person does with backups."""

import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.bank import Bank
from quizapp.domain.backup import Backup
from quizapp.domain.review import Rating
from quizapp.errors import CannotWrite
from quizapp.exchange import quizset
from quizapp.operations import articles, backups, study
from quizapp.settings import Settings
from tests.conftest import BERLIN, NOON, article_of, lake_drafted

SETTINGS = Settings()
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def once_a_day(bank: Bank, now: datetime, settings: Settings = SETTINGS) -> Backup | None:
    return backups.back_up_once_a_day(bank, settings, now, BERLIN)


def made(*moments: datetime) -> tuple[Backup, ...]:
    newest_first = sorted(moments, reverse=True)
    return tuple(Backup(Path(f"{at:%d%H%M}"), at, 1, 1) for at in newest_first)


def kept(all_: tuple[Backup, ...], now: datetime = NOON) -> list[datetime]:
    gone = backups.too_many(all_, SETTINGS, now, BERLIN)
    return [backup.made for backup in all_ if backup not in gone]


def test_one_backup_is_made_a_day(bank, deck):
    first = once_a_day(bank, NOON)
    assert first is not None
    assert once_a_day(bank, NOON + MINUTE) is None
    # 02:30 in Berlin belongs to the day before
    assert once_a_day(bank, datetime(2026, 3, 5, 1, 30, tzinfo=UTC)) is None
    second = once_a_day(bank, datetime(2026, 3, 5, 3, 30, tzinfo=UTC))
    assert backups.listing(bank.path) == (second, first)


def test_no_backup_is_made_where_none_is_wanted(bank, deck):
    assert once_a_day(bank, NOON, replace(SETTINGS, automatic_backups=False)) is None
    assert backups.listing(bank.path) == ()


def test_of_a_day_that_is_over_the_last_backup_is_kept():
    yesterday = [NOON - DAY + number * MINUTE for number in range(3)]
    today = [NOON - number * MINUTE for number in range(4)]
    assert kept(made(*yesterday, *today)) == [*today, yesterday[-1]]


def test_many_backups_on_one_day_do_not_push_out_the_days_before():
    days = [NOON - number * DAY for number in range(1, 40)]
    today = [NOON - number * MINUTE for number in range(30)]
    assert kept(made(*days, *today)) == [*today[:5], *days[:15]]


def test_what_is_too_many_is_removed_when_one_is_made(bank, deck):
    for number in range(25):
        backups.back_up(bank, SETTINGS, NOON + number * DAY, UTC)
    found = backups.listing(bank.path)
    assert len(found) == backups.KEPT
    assert found[0].made == NOON + 24 * DAY


def test_each_choice_says_what_it_loses(bank, asked):
    backups.back_up(bank, SETTINGS, NOON, UTC)
    study.answer(bank, SETTINGS, asked[0], Rating.GOOD, NOON, MINUTE)
    backups.back_up(bank, SETTINGS, NOON + MINUTE, UTC)
    study.answer(bank, SETTINGS, asked[1], Rating.GOOD, NOON + MINUTE, MINUTE)
    assert [choice.lost_answers for choice in backups.choices(bank.path)] == [1, 2]


def test_everything_is_exported_as_sets_and_bank_and_settings(bank, deck, tmp_path):
    other = article_of("A / B", ("Nothing happened in the town of Velm in 1950.",))
    articles.add_deck(bank, replace(lake_drafted(), article=other, drafts=()), None, NOON)
    chosen = tmp_path / "settings.json"
    chosen.write_text("{}")
    path = tmp_path / "all.zip"
    assert backups.export_everything(bank, chosen, path) == 2
    with zipfile.ZipFile(path) as archive:
        names = {"A B.quizset", "The lake above Velm.quizset"}
        assert set(archive.namelist()) == names | {"quizapp.bank", "settings.json"}
        content = archive.read("The lake above Velm.quizset")
        (tmp_path / "copy.bank").write_bytes(archive.read("quizapp.bank"))
    found = quizset.parse(content)
    assert len(found.questions) == 5
    (choice,) = [backups.back_up(bank, SETTINGS, NOON, UTC)]
    assert choice.questions == 5


def test_an_export_that_cannot_be_written_is_told(bank, deck, tmp_path):
    with pytest.raises(CannotWrite):
        backups.export_everything(bank, tmp_path / "none", tmp_path / "no" / "all.zip")
