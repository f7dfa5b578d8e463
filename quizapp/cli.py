"""The commands of a terminal: what the window can do, one line at a time."""

import codecs
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as RichProgress
from rich.table import Table
from rich.text import Text

from quizapp import __version__, clock, files, paths, settings
from quizapp import sharing_commands as told
from quizapp.bank import Bank
from quizapp.errors import BankInUse, Cancelled, QuizError, WouldOverwrite
from quizapp.operations import (
    articles,
    backups,
    decks,
    exporting,
    importing,
    sharing,
    writing,
)

STEP_WORDS = {
    writing.Step.READING: "Reading the text",
    writing.Step.FINDING: "Finding names, dates and places",
    writing.Step.WRITING: "Writing questions",
    writing.Step.CHECKING: "Checking each answer against its sentence",
    writing.Step.THINNING: "Removing near-duplicates",
}
SEED = 0
"""Of generation, unless another is asked for: the same text gives the same questions."""
_SAID_INSTEAD = {
    "Value error, ": "",
    "Input should be a valid integer, unable to parse string as an integer": (
        "it is no whole number"
    ),
    "Input should be greater than or equal to ": "it must be at least ",
    "Input should be less than or equal to ": "it must be at most ",
    "Input should be ": "it must be ",
}
"""What Typer's checks say to programmers, and what a reader is told."""

Window = Callable[[Path], int]
SelfTest = Callable[[Path | None], int]

app = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

ArticleArgument = Annotated[
    Path, typer.Argument(metavar="ARTICLE", help="Text, Markdown, HTML, PDF, DOCX or EPUB.")
]
HowMany = Annotated[
    int | None,
    typer.Option(
        "--questions", min=1, metavar="N", help="How many at most; else what fits."
    ),
]
Seed = Annotated[
    int,
    typer.Option("--seed", metavar="N", help="Another number draws other wrong options."),
]
Pipeline = Annotated[
    str | None,
    typer.Option(
        "--pipeline",
        metavar="NAME",
        help="Read with this spaCy pipeline; else with the settings' or Quizapp's own.",
    ),
]
DeckArgument = Annotated[str, typer.Argument(metavar="DECK", help="A deck's title.")]


@dataclass(frozen=True, slots=True)
class Doors:
    """What the front door hands to the commands."""

    window: Window
    self_test: SelfTest
    bank: Path | None = None


def run(arguments: Sequence[str], window: Window, self_test: SelfTest) -> int:
    """Run one command and return its exit code: 0 done, 2 told why not, in one line.

    `window` opens the window on a bank; `self_test` walks the program through its journeys and
    may keep screenshots in a folder.
    """
    try:
        code = app(
            list(arguments),
            prog_name="quizapp",
            standalone_mode=False,
            obj=Doors(window, self_test),
        )
    except QuizError as error:
        _tell(str(error))
        return 2
    except typer.TyperException as error:
        _tell(f"{_plain(error.format_message())} See: quizapp --help")
        return 2
    except (typer.Abort, KeyboardInterrupt):
        _tell(str(Cancelled()))
        return 130
    return code if isinstance(code, int) else 0


@app.callback()
def start(
    ctx: typer.Context,
    bank: Annotated[
        Path | None,
        typer.Option(
            "--bank", metavar="FILE", help="Use this question bank, not your own."
        ),
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,  # noqa: FBT002 - an option
) -> int | None:
    """Turn an article into questions and study them. Without a command the window opens."""
    doors: Doors = ctx.obj
    if version:
        typer.echo(f"Quizapp {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        raise typer.Exit(doors.window(paths.bank_path(bank)))
    ctx.obj = replace(doors, bank=bank)
    return None


@app.command(cls=told.Plain)
def generate(
    ctx: typer.Context,
    article: ArticleArgument,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Write them to this JSON file."),
    ] = None,
    questions: HowMany = None,
    seed: Seed = SEED,
    pipeline: Pipeline = None,
) -> None:
    """Print the questions written from an article, best first, as JSON; no bank is touched."""
    if out is not None and out.resolve() == article.resolve():
        raise WouldOverwrite(str(article))
    if out is not None:
        files.check_place(out)
    started = time.perf_counter()
    drafted = _draft(article, None, questions, seed, _pipeline(ctx, pipeline))
    seconds = time.perf_counter() - started
    items = writing.as_items(drafted, f"quizapp {__version__}", seconds, seed)
    text = json.dumps(items, ensure_ascii=False, indent=1)
    if out is None:
        typer.echo(text)
    else:
        files.write_atomically(out, text.encode())
        _tell(f"{told.counted(len(drafted.drafts))} written to {out}")


@app.command(cls=told.Plain)
def add(
    ctx: typer.Context,
    article: ArticleArgument,
    title: Annotated[
        str | None,
        typer.Option(
            "--title", metavar="TITLE", help="The deck's title; else the article's own."
        ),
    ] = None,
    questions: HowMany = None,
    seed: Seed = SEED,
    pipeline: Pipeline = None,
) -> None:
    """Add an article and the questions written from it as a deck."""
    with _bank(ctx) as bank:
        drafted = _draft(article, title, questions, seed, _pipeline(ctx, pipeline))
        articles.add_deck(bank, drafted, title, clock.now())
    named = " ".join((title or "").split()) or drafted.article.title
    for line in told.hints_told(drafted):
        _tell(line)
    _tell(f"{told.counted(len(drafted.drafts))} added to “{named}”")


@app.command("decks", cls=told.Plain)
def list_decks(ctx: typer.Context) -> None:
    """List the decks with what is due."""
    table = Table("Deck", "Due", "New", "Learned", "All", box=None, pad_edge=False)
    with _bank_to_read(ctx) as bank:
        kept = settings.load(paths.settings_path(bank.path))
        now = clock.now()
        for deck in decks.listing(bank, kept, now, clock.zone()):
            counts = deck.counts
            figures = (counts.due, counts.new, counts.learned, counts.total)
            table.add_row(Text(deck.title), *map(str, figures))
    Console().print(table)


@app.command("export", cls=told.Plain)
def export_deck(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    ctx: typer.Context,
    deck: DeckArgument,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="Its suffix names the format; “-” with --format is standard output.",
        ),
    ],
    form: told.FormatOption = "",
    tags: told.Tags = None,
    kinds: told.Kinds = None,
    states: told.States = None,
    memories: told.Memories = None,
    number: told.Number = None,
    shuffle_questions: told.ShuffleQuestions = False,  # noqa: FBT002 - an option
    shuffle_answers: told.ShuffleAnswers = False,  # noqa: FBT002 - an option
    seed: Seed = SEED,
    versions: told.Versions = 1,
    key: told.Key = True,  # noqa: FBT002 - an option
    explanations: told.Explanations = True,  # noqa: FBT002 - an option
    article: told.WithArticle = False,  # noqa: FBT002 - an option
    paper: told.PaperOption = exporting.Paper.A4,
    text_size: told.TextSize = 11,
    losses: told.LossesOnly = False,  # noqa: FBT002 - an option
    replace: told.Replace = False,  # noqa: FBT002 - an option
) -> None:
    """Write a deck's questions to a file, once it is told what the format loses of them."""
    chosen_form = told.form_of(form, file)
    told.check_paper(chosen_form, versions, text_size)
    options = exporting.Options(
        seed=seed,
        # Versions in one and the same order would be no versions.
        shuffle_questions=shuffle_questions or (versions > 1 and not shuffle_answers),
        shuffle_answers=shuffle_answers,
        versions=versions,
        with_key=key,
        with_explanations=explanations,
        with_article=article,
        paper=paper,
        text_size=text_size,
    )
    choice = told.choice(tags, kinds, states, memories, number)
    with _bank_to_read(ctx) as bank:
        source = exporting.exportable(bank, decks.named(bank, deck), clock.now())
    planned = exporting.plan(source, choice, chosen_form, options)
    if not losses:
        told.check_targets(planned, file, replace=replace)
    for line in told.losses_told(source, planned):
        _tell(line)
    if losses:
        return
    if file == told.STANDARD_OUTPUT:
        # The mark at the beginning is for spreadsheets that open a file, not for a pipe.
        content = exporting.make(planned)[0].content.removeprefix(codecs.BOM_UTF8)
        typer.echo(content, nl=False)
    else:
        _tell(told.written_told(planned, exporting.write(planned, file)))


@app.command("import", cls=told.Plain)
def import_files(
    ctx: typer.Context,
    files_given: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Sets of questions.")
    ],
    form: told.FormatOption = "",
    twins: told.TwinsToo = False,  # noqa: FBT002 - an option
    look: told.LookOnly = False,  # noqa: FBT002 - an option
) -> None:
    """Take in files of questions: of each all that is understood, or nothing."""
    refused = 0
    with _bank_to_read(ctx) if look else _bank(ctx) as bank:
        for file in files_given:
            try:
                _take_in(bank, file, form, twins=twins, look=look)
            except QuizError as error:
                refused += 1
                _tell(str(error))
    if refused:
        raise typer.Exit(2)


def _take_in(bank: Bank, file: Path, form: str, *, twins: bool, look: bool) -> None:
    found = importing.look(bank, file, form)
    if look or found.understood.refused or found.understood.changed:
        for line in told.understood_told(found):
            _tell(line)
    for line in told.twins_told(found, taken=twins):
        _tell(line)
    if not look:
        done = importing.take_in(bank, found, clock.now(), twins=twins)
        _tell(told.imported_told(done))


@app.command("formats", cls=told.Plain)
def list_formats() -> None:
    """List the formats that questions are written in and read from."""
    Console().print(told.formats_table())


@app.command("self-test", cls=told.Plain)
def self_test_journeys(
    ctx: typer.Context,
    screenshots: Annotated[
        Path | None,
        typer.Option(
            "--screenshots", metavar="DIR", help="Keep pictures of each screen here."
        ),
    ] = None,
) -> None:
    """Walk through the program's journeys on a bank of its own; exit 0 only if all held."""
    doors: Doors = ctx.obj
    raise typer.Exit(doors.self_test(screenshots))


def _bank(ctx: typer.Context) -> Bank:
    doors: Doors = ctx.obj
    path = paths.bank_path(doors.bank)
    is_new = doors.bank is not None and not path.exists()
    bank = sharing.open_with_starter_sets(path, clock.now())
    if is_new:
        _tell(f"There was no bank at {path}; a new one is begun.")
    return bank


def _bank_to_read(ctx: typer.Context) -> Bank:
    """Open the bank to look at it, though a window may be using it."""
    doors: Doors = ctx.obj
    try:
        return _bank(ctx)
    except BankInUse:
        return backups.open_read_only(paths.bank_path(doors.bank))


def _pipeline(ctx: typer.Context, named: str | None) -> str:
    """Return the pipeline to read with: the one named, else the settings' own."""
    if named is not None:
        return named
    doors: Doors = ctx.obj
    return settings.load(paths.settings_path(paths.bank_path(doors.bank))).english_pipeline


def _draft(
    path: Path, title: str | None, wanted: int | None, seed: int, pipeline: str
) -> writing.Drafted:
    """Read an article and write its questions, with a bar where a person is looking."""
    content = files.read_bytes(path)
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    hidden = not console.is_terminal
    with RichProgress(*columns, console=console, transient=True, disable=hidden) as bar:
        task = bar.add_task("Reading", total=None)

        def report(progress: writing.Progress) -> None:
            bar.update(
                task,
                description=STEP_WORDS[progress.step],
                completed=progress.done,
                total=progress.total,
            )

        told = (path.name, title, wanted, seed, pipeline)
        drafted = writing.draft_file(content, *told, report)
    _tell_languages(drafted)
    return drafted


def _tell_languages(drafted: writing.Drafted) -> None:
    """Say which part of a text Quizapp does not ask well."""
    if drafted.foreign:
        whole = "This text is" if drafted.foreign == drafted.languages else "Parts are"
        told = " and ".join(drafted.foreign)
        _tell(f"{whole} in {told}. Quizapp asks well in English only: there it left gaps.")


def _plain(sentence: str) -> str:
    """Return what Typer says in a reader's words, with a stop at its end."""
    for said, instead in _SAID_INSTEAD.items():
        sentence = sentence.replace(said, instead)
    return sentence if sentence.endswith((".", "?")) else f"{sentence}."


def _tell(sentence: str) -> None:
    typer.echo(f"quizapp: {sentence}", err=True)
