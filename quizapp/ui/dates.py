"""Days and dates in words."""

from datetime import date, datetime, tzinfo

from PySide6.QtCore import QDate

from quizapp.ui.wording import counted, locale, tr


def in_full(day: date) -> str:
    """Return “Monday 23 November”."""
    return written(day, "dddd d MMMM")


def weekday(day: date) -> str:
    """Return the first two letters of the day's name."""
    return written(day, "ddd")[:2]


def weekday_in_full(day: date) -> str:
    """Return the day's name."""
    return written(day, "dddd")


def short(day: date) -> str:
    """Return “7 Sep”."""
    return f"{day.day} {month(day)}"


def month(day: date) -> str:
    """Return the first three letters of the month's name."""
    return written(day, "MMM")[:3]


def moment(at: datetime, now: datetime, zone: tzinfo) -> str:
    """Return “Today, 08:12”, “Yesterday, 21:40” or “Saturday 21 November”."""
    words = moment_inside(at, now, zone)
    return f"{words[:1].upper()}{words[1:]}"


def moment_inside(at: datetime, now: datetime, zone: tzinfo) -> str:
    """Return the same inside a sentence."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    match (today - local.date()).days:
        case 0:
            return tr("today, %1").replace("%1", f"{local:%H:%M}")
        case 1:
            return tr("yesterday, %1").replace("%1", f"{local:%H:%M}")
        case _ if local.year == today.year:
            return in_full(local.date())
        case _:
            return written(local.date(), "dddd d MMMM yyyy")


def since(at: datetime, now: datetime, zone: tzinfo) -> str:
    """Return the same after “since”: of today, the time alone."""
    local = at.astimezone(zone)
    if local.date() == now.astimezone(zone).date():
        return f"{local:%H:%M}"
    return moment_inside(at, now, zone)


def ahead(day: date, today: date) -> str:
    """Return how a reader would name a day to come: “tomorrow”, “in 3 days”, “on 4 Mar”."""
    days = (day - today).days
    if days <= 0:
        return tr("today")
    if days == 1:
        return tr("tomorrow")
    if days <= 21:
        return counted(days, "in 1 day", "in %n days")
    if day.year == today.year:
        return tr("on %1").replace("%1", written(day, "d MMM"))
    return tr("on %1").replace("%1", written(day, "d MMM yyyy"))


def written(day: date, form: str) -> str:
    """Return a day as the language of the interface writes it; `form` is that of Qt's QLocale."""
    return locale().toString(QDate(day.year, day.month, day.day), form)
