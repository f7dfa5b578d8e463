"""The one place where the clock is read; only the front doors come here."""

from datetime import UTC, datetime, tzinfo


def now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the one place


def zone() -> tzinfo:
    """Return this computer's time zone, with its changes of the clock; UTC where none is set."""
    from tzlocal import get_localzone

    return get_localzone()
