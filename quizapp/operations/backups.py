"""Keep backups of the bank, go back to one, repair a damaged bank, take everything out."""

import io
import zipfile
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp import files
from quizapp.bank import Bank, decks, open_to_read, repair
from quizapp.bank import backups as copies
from quizapp.domain.backup import Backup, Choice, Saved
from quizapp.domain.day import day_of
from quizapp.exchange import quizset
from quizapp.operations.sharing import set_of
from quizapp.settings import Settings

KEPT = 20
"""Backups that are kept; of a day that is over, its last one alone."""
KEPT_TODAY = 5


def back_up(bank: Bank, settings: Settings, now: datetime, zone: tzinfo) -> Backup:
    """Make a backup of the open bank, and let the oldest go."""
    made = copies.make(bank.path, now)
    for old in too_many(copies.listing(bank.path), settings, now, zone):
        copies.remove(old)
    return made


def back_up_once_a_day(
    bank: Bank, settings: Settings, now: datetime, zone: tzinfo
) -> Backup | None:
    """Make the day's first backup, where a person wants them; None where there is one."""
    if not settings.automatic_backups:
        return None
    today = day_of(now, zone, settings.day_starts_at)
    if any(backup.made >= today.start for backup in copies.listing(bank.path)):
        return None
    return back_up(bank, settings, now, zone)


def listing(bank: Path) -> tuple[Backup, ...]:
    """Return the backups of a bank, the newest first."""
    return copies.listing(bank)


def choices(bank: Path) -> tuple[Choice, ...]:
    """Return the backups of a bank, open or not, with what going back would lose."""
    return tuple(
        Choice(backup, copies.answers_since(bank, backup.path))
        for backup in copies.listing(bank)
    )


def go_back(bank: Path, backup: Path, now: datetime) -> Path:
    """Put a backup in the place of the closed bank; return where the bank before it is kept.

    Raises what `bank.backups.go_back` raises.
    """
    return copies.go_back(bank, backup, now)


def begin_anew(bank: Path, now: datetime) -> Path:
    """Move a bank that cannot be opened aside; return where it is kept."""
    return copies.set_apart(bank, now)


def mend(bank: Path, now: datetime) -> Saved:
    """Save what can be read of a closed, damaged bank; raises `CannotRepair`."""
    return repair.repair(bank, now)


def open_read_only(bank: Path) -> Bank:
    """Open a bank that another window is using, to look at it alone."""
    return open_to_read(bank)


def export_everything(bank: Bank, settings: Path, path: Path) -> int:
    """Write every deck as a question set, the bank and the settings into one zip.

    Return how many decks there are; raises `CannotWrite`.
    """
    with bank.read() as session:
        sets = [set_of(session, deck.id) for deck in decks.listing(session)]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in zip(_names([one.title for one in sets]), sets, strict=True):
            archive.writestr(f"{name}.quizset", quizset.dump(content))
        archive.writestr(bank.path.name, _copied(bank))
        if settings.is_file():
            archive.writestr(settings.name, settings.read_bytes())
    files.write_atomically(path, packed.getvalue())
    return len(sets)


def too_many(
    backups: Sequence[Backup], settings: Settings, now: datetime, zone: tzinfo
) -> tuple[Backup, ...]:
    """Return which backups may go; `backups` have the newest first."""
    today = day_of(now, zone, settings.day_starts_at).date
    of_day: defaultdict[date, list[Backup]] = defaultdict(list)
    for backup in backups:
        of_day[day_of(backup.made, zone, settings.day_starts_at).date].append(backup)
    kept = [
        backup
        for day, made in of_day.items()
        for backup in made[: KEPT_TODAY if day == today else 1]
    ][:KEPT]
    return tuple(backup for backup in backups if backup not in kept)


def _copied(bank: Bank) -> bytes:
    with TemporaryDirectory(prefix="quizapp-") as folder:
        path = Path(folder) / bank.path.name
        copies.write_copy(bank.path, path)
        return path.read_bytes()


def _names(titles: Sequence[str]) -> list[str]:
    """Return a file's name for each title, all of them different."""
    names: list[str] = []
    for title in titles:
        plain = "".join(
            " " if char in '<>:"/\\|?*' or ord(char) < 32 else char for char in title
        )
        short = " ".join(plain.split())[:80].rstrip(" .") or "Deck"
        taken = sum(name.casefold().startswith(short.casefold()) for name in names)
        names.append(f"{short} ({taken + 1})" if taken else short)
    return names
