"""The five charts of the Progress page in words and figures, from its report."""

from collections.abc import Sequence
from datetime import date, timedelta

from quizapp.operations.report import Report, StudyDay
from quizapp.stats import WeekFigures, monday_of, true_recall
from quizapp.ui import dates
from quizapp.ui.charts.figures import Figures, Mark
from quizapp.ui.wording import counted, figure, percent, tr

LEARNED_BAR = 3
"""From this bar of “How long it lasts” on, questions are learned."""


def study_days(report: Report) -> Figures:
    """Return a square a day, and whose month begins in which week."""
    return Figures(
        marks=tuple(_square(day, report.today) for day in report.days),
        summary=f"{studied(report)}. {_today(report)}",
        head=(tr("Day"), tr("Answers"), tr("Minutes")),
        rows=tuple(
            (dates.in_full(day.date), str(day.answers), str(minutes(day.took)))
            for day in reversed(report.days)
        ),
    )


def studied(report: Report) -> str:
    """Return “127 of the last 176 days”."""
    words = tr("%1 of the last %2 days").replace("%1", figure(report.studied))
    return words.replace("%2", figure(len(report.days)))


def recall_by_week(report: Report) -> Figures:
    """Return a point a week; weeks in which nothing was due have none."""
    this = monday_of(report.today)
    return Figures(
        marks=tuple(_point(week, this) for week in report.weeks),
        summary=_recall_in_words(report),
        head=(tr("Week from"), tr("True recall"), tr("Due cards asked")),
        rows=tuple(
            (dates.short(week.monday), _share(true_recall([week])), str(week.due))
            for week in reversed(report.weeks)
        ),
    )


def coming_up(report: Report) -> Figures:
    """Return a bar a day from tomorrow on; tomorrow's is dark."""
    total = sum(count for _, count in report.coming)
    fullest, most = max(report.coming, key=lambda one: one[1])
    words = counted(
        total,
        "1 card comes up in the next 14 days",
        "%n cards come up in the next 14 days",
    )
    if total:
        words = tr("%1, most of them on %2: %3").replace("%1", words)
        words = words.replace("%2", dates.in_full(fullest)).replace("%3", figure(most))
    return Figures(
        marks=tuple(
            Mark(
                words=f"{dates.in_full(day)}: {_cards(count)}",
                value=count,
                label=dates.weekday(day),
                figure=str(count),
                strong=number == 0,
            )
            for number, (day, count) in enumerate(report.coming)
        ),
        summary=f"{words}.",
        head=(tr("Day"), tr("Cards due")),
        rows=tuple((dates.in_full(day), str(count)) for day, count in report.coming),
    )


def lasting(report: Report) -> Figures:
    """Return a bar a stretch of stability; those of learned questions are dark."""
    asked = sum(report.lasting)
    words = tr("%1 of %2 answered questions are learned: they last 3 weeks or more.")
    return Figures(
        marks=tuple(
            Mark(
                words=f"{_stretches()[number][1]}: {_questions(count)}",
                value=count,
                label=_stretches()[number][0],
                figure=str(count),
                strong=number >= LEARNED_BAR,
            )
            for number, count in enumerate(report.lasting)
        ),
        summary=words.replace("%1", figure(report.learned)).replace("%2", figure(asked)),
        head=(tr("Lasts"), tr("Questions")),
        rows=tuple(
            (long, str(count))
            for (_, long), count in zip(_stretches(), report.lasting, strict=True)
        ),
    )


def time_spent(report: Report) -> Figures:
    """Return a bar for each of the last seven days, in minutes; today's is dark."""
    total = minutes(sum((day.took for day in report.lately), timedelta()))
    words = tr("%1 in the last 7 days, %2 of them today.")
    words = words.replace("%1", _minutes(total))
    return Figures(
        marks=tuple(
            Mark(
                words=f"{dates.in_full(day.date)}: {_minutes(minutes(day.took))}",
                value=day.took.total_seconds() / 60,
                label=dates.weekday(day.date),
                figure=str(minutes(day.took)),
                strong=day.date == report.today,
            )
            for day in report.lately
        ),
        summary=words.replace("%2", figure(minutes(report.lately[-1].took))),
        head=(tr("Day"), tr("Minutes")),
        rows=tuple(
            (dates.in_full(day.date), str(minutes(day.took))) for day in report.lately
        ),
    )


def minutes(took: timedelta) -> int:
    """Return whole minutes; what took any time at all took one."""
    seconds = took.total_seconds()
    return max(1, round(seconds / 60)) if seconds else 0


def _square(day: StudyDay, today: date) -> Mark:
    answers = counted(day.answers, "1 answer", "%n answers")
    spent = f", {_minutes(minutes(day.took))}" if day.answers else ""
    return Mark(
        words=f"{dates.in_full(day.date)}: {answers}{spent}",
        value=day.step,
        label=_month_beginning(day.date),
        strong=day.date == today,
    )


def _month_beginning(day: date) -> str:
    """Return the month's name on a Monday in whose week the month begins."""
    sunday = day + timedelta(days=6)
    begins = day.day == 1 or sunday.month != day.month
    return dates.month(sunday) if day.weekday() == 0 and begins else ""


def _today(report: Report) -> str:
    return counted(report.days[-1].answers, "1 answer today.", "%n answers today.")


def _point(week: WeekFigures, this: date) -> Mark:
    share = true_recall([week])
    when = dates.short(week.monday)
    asked = counted(week.due, "1 due card", "%n due cards")
    words = tr("Week from %1: %2 of %3").replace("%1", when)
    if share is None:
        words = tr("Week from %1: nothing due was asked").replace("%1", when)
    return Mark(
        words=words.replace("%2", _share(share)).replace("%3", asked),
        value=share,
        label=tr("this week") if week.monday == this else when,
    )


def _recall_in_words(report: Report) -> str:
    aim = tr("You aim for %1.").replace("%1", percent(report.aim))
    if report.recall is None:
        return f"{tr('Nothing due was asked yet.')} {aim}"
    shares = [
        (share, week.monday)
        for week in report.weeks
        if (share := true_recall([week])) is not None
    ]
    low, high = min(shares), max(shares)
    words = tr("You recalled %1 of due cards; the weakest week, from %2, had %3")
    words = words.replace("%1", percent(report.recall))
    words = words.replace("%2", dates.short(low[1])).replace("%3", percent(low[0]))
    best = tr(", the best, from %1, had %2.").replace("%1", dates.short(high[1]))
    return f"{words}{best.replace('%2', percent(high[0]))} {aim}"


def _stretches() -> Sequence[tuple[str, str]]:
    """Return each bar's name, and the same in full."""
    return (
        (tr("1 d"), tr("Under 3 days")),
        (tr("3 d"), tr("3 days to a week")),
        (tr("1 wk"), tr("1 to 3 weeks")),
        (tr("3 wk"), tr("3 weeks to 3 months")),
        (tr("3 mo"), tr("3 months to a year")),
        (tr("more"), tr("A year or more")),
    )


def _share(share: float | None) -> str:
    return "–" if share is None else percent(share)


def _cards(count: int) -> str:
    return counted(count, "1 card", "%n cards")


def _questions(count: int) -> str:
    return counted(count, "1 question", "%n questions")


def _minutes(count: int) -> str:
    return counted(count, "1 minute", "%n minutes")
