"""What the terminal says of written, exported and imported questions, and the options for them."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text
from typer.core import TyperCommand
from typing_extensions import override

from quizapp import files
from quizapp.domain.question import QuestionKind, prompt_of
from quizapp.domain.strip import Band
from quizapp.errors import AlreadyThere
from quizapp.operations import exporting, importing, writing
from quizapp.operations.exporting import Choice, Paper, State

MOST_SHOWN = 20
"""Questions of a kind named one by one; more are counted."""
_TYPE = re.compile(r"(?<=\w|…) <[^<>\n]+>(?= )")
"""What Typer puts behind an option's own words: <path>, <str>."""
STANDARD_OUTPUT = Path("-")
"""As a file's name."""
MEMORIES = {band.name.lower(): band for band in Band if band >= Band.NEW}

FormatOption = Annotated[
    str,
    typer.Option(
        "--format", metavar="NAME", help="One of quizapp formats; else the suffix tells."
    ),
]
Tags = Annotated[
    list[str] | None,
    typer.Option("--tag", metavar="TAG", help="Only with this tag; may be repeated."),
]
Kinds = Annotated[
    list[QuestionKind] | None,
    typer.Option(
        "--kind", metavar="|".join(QuestionKind), help="Only of this kind; may be repeated."
    ),
]
States = Annotated[
    list[State] | None,
    typer.Option(
        "--state", metavar="|".join(State), help="Only in this state; may be repeated."
    ),
]
Memories = Annotated[
    list[str] | None,
    typer.Option(
        "--memory",
        metavar="|".join(MEMORIES),
        help="Only remembered like this; may be repeated.",
    ),
]
Number = Annotated[
    int | None, typer.Option("--number", min=1, metavar="N", help="At most so many.")
]
ShuffleQuestions = Annotated[
    bool, typer.Option("--shuffle-questions", help="In an order drawn from the seed.")
]
ShuffleAnswers = Annotated[
    bool, typer.Option("--shuffle-answers", help="Options in an order drawn from the seed.")
]
Versions = Annotated[
    int,
    typer.Option(
        "--versions", min=1, max=4, metavar="N", help="Versions of an exam, A to D."
    ),
]
Key = Annotated[bool, typer.Option("--key/--no-key", help="With the answers to an exam.")]
Explanations = Annotated[
    bool,
    typer.Option(
        "--explanations/--no-explanations", help="With the sentence behind each answer."
    ),
]
WithArticle = Annotated[bool, typer.Option("--article", help="Print the article first.")]
PaperOption = Annotated[
    Paper,
    typer.Option("--paper", metavar="|".join(Paper), help="The sheet to print on."),
]
TextSize = Annotated[
    int, typer.Option("--text-size", metavar="PT", help="Size of printed letters.")
]
LossesOnly = Annotated[
    bool, typer.Option("--losses", help="Only tell what would be lost; write nothing.")
]
Replace = Annotated[
    bool, typer.Option("--replace", help="Write over the file that is there.")
]
TwinsToo = Annotated[
    bool,
    typer.Option("--twins", help="Also take in questions you have in the same words."),
]
LookOnly = Annotated[
    bool, typer.Option("--look", help="Only tell what is understood; take nothing in.")
]


class Plain(TyperCommand):
    """A command whose help leaves Python's types of arguments out."""

    @override
    def get_help(self, ctx: Any) -> str:
        """Return the help, what stands behind a type left in its column."""
        told = str(super().get_help(ctx))
        return _TYPE.sub(lambda found: " " * len(found[0]), told)


def choice(
    tags: Sequence[str] | None,
    kinds: Sequence[QuestionKind] | None,
    states: Sequence[State] | None,
    memories: Sequence[str] | None,
    number: int | None,
) -> Choice:
    """Return which questions were asked for; raises `typer.BadParameter` for no memory."""
    unknown = [name for name in memories or () if name.lower() not in MEMORIES]
    if unknown:
        known = ", ".join(MEMORIES)
        raise typer.BadParameter(f"--memory “{unknown[0]}” is none of {known}.")
    return Choice(
        tags=frozenset(tags or ()),
        kinds=frozenset(kinds or ()),
        states=frozenset(states or ()),
        bands=frozenset(MEMORIES[name.lower()] for name in memories or ()),
        most=number,
    )


def form_of(name: str, file: Path) -> exporting.Format:
    """Return the format to write; raises `typer.BadParameter` for standard output without a name."""
    if file == STANDARD_OUTPUT and not name:
        raise typer.BadParameter("“-” is standard output: it needs --format NAME.")
    return exporting.named(name, file.name)


def check_targets(planned: exporting.Plan, file: Path, *, replace: bool) -> None:
    """Refuse what plainly cannot be written, and to write over what is there unasked."""
    written = exporting.targets(planned, file)
    if file == STANDARD_OUTPUT:
        if len(written) > 1:
            raise typer.BadParameter("This makes several files: “-” takes only one.")
        return
    for target in written:
        files.check_place(target)
        if target.exists() and not replace:
            raise AlreadyThere(str(target))


def check_paper(form: exporting.Format, versions: int, text_size: int) -> None:
    """Refuse a size that no one prints, and versions of what is no exam on paper."""
    if text_size not in exporting.TEXT_SIZES:
        sizes = ", ".join(map(str, exporting.TEXT_SIZES))
        raise typer.BadParameter(f"--text-size {text_size} is none of {sizes}.")
    if versions > 1 and form.sheets is None:
        exams = [one.name for one in exporting.formats() if one.sheets is not None]
        known = " and ".join(exams)
        raise typer.BadParameter(
            f"--versions is for exams on paper, {known}, not for {form.name}."
        )


def formats_table() -> Table:
    """Return the formats, one a row."""
    table = Table("Name", "For", "File", "Export", "Import", box=None, pad_edge=False)
    for form in exporting.formats():
        read = " ".join(form.suffixes) if form.parse is not None else "–"
        cells = form.name, f"{form.title} {form.kind}".strip(), form.suffix
        table.add_row(*map(Text, (*cells, "yes", read)))
    return table


def losses_told(source: exporting.Exportable, planned: exporting.Plan) -> Iterator[str]:
    """Yield the loss report: what, how many, and the questions by name where they are few."""
    asked = {one.id: prompt_of(one.question) for one in source.questions.questions}
    for fate, why, count in exporting.summed(planned.losses):
        yield f"{counted(count)} {fate}: {why}"
        named = [loss for loss in planned.losses if (loss.fate, loss.why) == (fate, why)]
        if fate is exporting.Fate.DROPPED or count <= MOST_SHOWN:
            yield from (f"  {_short(asked[loss.question])}" for loss in named)
    if planned.set_aside:
        others = " ".join(f"--state {state}" for state in sorted(exporting.IN_LINE))
        aside = counted(len(planned.set_aside))
        yield f"{aside} set aside: written with the others, unless you say {others}"


def written_told(planned: exporting.Plan, written: Sequence[Path]) -> str:
    """Return the sentence that ends an export."""
    return f"{counted(planned.written)} written to {', '.join(map(str, written))}"


def hints_told(drafted: writing.Drafted) -> Iterator[str]:
    """Yield how many of the questions written a person should look at, if any."""
    doubtful = sum(bool(draft.hints) for draft in drafted.drafts)
    if doubtful:
        bear = "1 of them bears" if doubtful == 1 else f"{doubtful} of them bear"
        yield (
            f"{counted(len(drafted.drafts))} written, {bear} a hint that something may be "
            "wrong; the window shows the hints before questions are added"
        )


def understood_told(found: importing.Found) -> Iterator[str]:
    """Yield what of a file was understood and what was not."""
    understood = found.understood
    count = len(understood.questions.questions)
    yield f"{found.name}: {count} understood, {len(understood.refused)} not"
    yield from (f"  not {one.where}: {one.why}" for one in understood.refused)
    yield from (f"  {one.where}: {one.why}" for one in understood.changed[:MOST_SHOWN])
    if len(understood.changed) > MOST_SHOWN:
        yield f"  and {len(understood.changed) - MOST_SHOWN} more such"


def twins_told(found: importing.Found, *, taken: bool) -> Iterator[str]:
    """Yield the questions that the bank has in the same words."""
    done = "taken in too" if taken else "left out; --twins takes them in"
    if found.twins:
        yield f"{len(found.twins)} that you have in the same words {done}:"
    for one in found.understood.questions.questions:
        if one.id in found.twins:
            yield f"  {_short(prompt_of(one.question))} (in “{found.twins[one.id]}”)"


def imported_told(done: importing.Imported) -> str:
    """Return the sentence that ends an import."""
    answers = "1 answer" if done.answers == 1 else f"{done.answers} answers"
    kept = f", with {answers} given before" if done.answers else ""
    return f"{counted(done.added)} added and {done.updated} updated in “{done.title}”{kept}"


def counted(questions: int) -> str:
    """Return “1 question” or “5 questions”."""
    return "1 question" if questions == 1 else f"{questions} questions"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 70 else f"{flat[:69]}…"
