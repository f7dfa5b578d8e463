"""Days and dates in words."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from quizapp.ui.wording import counted, tr

_LOCALE = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
"""The interface is written in British English, so its dates are too."""


def in_full(day: date) -> str:
    """Return “Monday 23 November”."""
    return _LOCALE.toString(_qt(day), "dddd d MMMM")


def weekday(day: date) -> str:
    """Return the first two letters of the day's name."""
    return _LOCALE.toString(_qt(day), "ddd")[:2]


def weekday_in_full(day: date) -> str:
    """Return the day's name."""
    return _LOCALE.toString(_qt(day), "dddd")


def short(day: date) -> str:
    """Return “7 Sep”."""
    return f"{day.day} {month(day)}"


def month(day: date) -> str:
    """Return the first three letters of the month's name."""
    return _LOCALE.toString(_qt(day), "MMM")[:3]


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
        return tr("on %1").replace("%1", _LOCALE.toString(_qt(day), "d MMM"))
    return tr("on %1").replace("%1", _LOCALE.toString(_qt(day), "d MMM yyyy"))


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
