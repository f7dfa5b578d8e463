"""The command line: what it prints, and one line where it cannot."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp import __version__, cli
from quizapp.bank import open_bank
from quizapp.domain.review import Rating
from quizapp.operations import articles, decks, study
from quizapp.paths import settings_path
from quizapp.settings import Settings, save
from quizapp.sharing_commands import hints_told
from tests.conftest import NOON, PARAGRAPHS, lake_drafted
from tests.language.other_languages import PARAGRAPHS as PARAGRAPHS_ELSEWHERE

Command = Callable[..., tuple[int, str, str]]
TEXT = "\r\n\r\n".join(" ".join(sentences) for sentences in PARAGRAPHS)


@pytest.fixture
def bank_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of a closed bank with the lake's deck, which QUIZAPP_BANK names."""
    path = tmp_path / "cli.bank"
    with open_bank(path) as bank:
        articles.add_deck(bank, lake_drafted(), None, NOON)
    monkeypatch.setenv("QUIZAPP_BANK", str(path))
    return path


def no_window(bank: Path) -> int:
    raise AssertionError(f"no command here opens a window, yet one opened on {bank}")


def no_self_test(folder: Path | None) -> int:
    return 71


@pytest.fixture
def quizapp(bank_file: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Return a function that runs a command and returns its code, output and errors."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.run(arguments, window=no_window, self_test=no_self_test)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def refused(result: tuple[int, str, str]) -> str:
    """Return the one line with which a command was refused."""
    code, out, err = result
    assert (code, out) == (2, "")
    assert err.startswith("quizapp: ")
    assert err.endswith("\n")
    assert err.count("\n") == 1
    return err


def process(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a person would, with a home of its own and no display."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QUIZAPP_BANK"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment |= {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), **more}
    return subprocess.run(
        [sys.executable, "-m", "quizapp", *arguments],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_the_version_is_printed(quizapp):
    assert quizapp("--version") == (0, f"Quizapp {__version__}\n", "")


def test_help_names_every_command(quizapp):
    code, out, _ = quizapp("--help")
    assert code == 0
    for command in ("generate", "add", "decks", "export", "import", "formats", "self-test"):
        assert command in out


@pytest.mark.parametrize("command", ["export", "import", "add", "generate"])
def test_help_of_a_command_has_no_types_of_python(quizapp, command):
    code, out, _ = quizapp(command, "--help")
    assert code == 0
    assert not re.search(r"<\w|list\[|int range", out)


def test_the_decks_are_listed_with_what_waits(quizapp, bank_file):
    with open_bank(bank_file) as bank:
        first = lake_drafted().drafts[0].id
        study.answer(bank, Settings(), first, Rating.EASY, NOON, timedelta(seconds=1))
    code, out, err = quizapp("decks")
    assert (code, err) == (0, "")
    header, row = out.splitlines()
    assert header.split() == ["Deck", "Due", "New", "Learned", "All"]
    assert row.split()[-5:] == ["Velm", "1", "4", "0", "5"]


@pytest.mark.parametrize("title", ["[bold]Lakes", "Lakes [/b] and dams", "[red]x[/red]"])
def test_a_title_is_no_markup(quizapp, bank_file, title):
    with open_bank(bank_file) as bank:
        decks.rename(bank, decks.named(bank, "The lake above Velm"), title)
    code, out, _ = quizapp("decks")
    assert code == 0
    assert title in out


def test_a_deck_goes_out_and_comes_in(quizapp, tmp_path):
    file = tmp_path / "lake.quizset"
    assert quizapp("export", "the lake above velm", str(file)) == (
        0,
        "",
        f"quizapp: 5 questions written to {file}\n",
    )
    other = str(tmp_path / "other.bank")
    with open_bank(Path(other)) as bank:
        articles.add_deck(bank, lake_drafted(), "Mine", NOON)
    code, _, err = quizapp("--bank", other, "import", str(file))
    assert (code, err.startswith("quizapp: 0 questions added and 5 updated")) == (0, True)


def test_the_named_bank_goes_before_the_environments(quizapp, tmp_path):
    other = tmp_path / "other.bank"
    with open_bank(other) as bank:
        articles.add_deck(bank, lake_drafted(), "Another name", NOON)
    assert "The lake above Velm" in quizapp("decks")[1]
    assert "Another name" in quizapp("--bank", str(other), "decks")[1]


def test_a_named_bank_that_is_not_there_is_begun_and_told(quizapp, tmp_path):
    named = "--bank", str(tmp_path / "new.bank"), "decks"
    assert "a new one is begun" in quizapp(*named)[2]
    assert quizapp(*named)[2] == ""


def test_a_bank_without_decks_is_given_the_starter_deck(quizapp, tmp_path):
    new = str(tmp_path / "new.bank")
    code, out, _ = quizapp("--bank", new, "decks")
    assert code == 0
    assert len(out.splitlines()) >= 2
    assert quizapp("--bank", new, "decks")[1] == out


def test_without_a_command_the_window_opens_on_the_bank(bank_file, tmp_path):
    opened: list[Path] = []

    def window(path: Path) -> int:
        opened.append(path)
        return 5

    other = tmp_path / "other.bank"
    assert cli.run([], window, no_self_test) == 5
    assert cli.run(["--bank", str(other)], window, no_self_test) == 5
    assert opened == [bank_file, other]


def test_the_self_tests_code_is_the_commands(quizapp):
    assert quizapp("self-test")[0] == 71


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["sing"], "sing"),
        (["--loud"], "--loud"),
        (["decks", "--loud"], "--loud"),
        (["export"], "DECK"),
        (["export", "No such deck", "a.quizset"], "There is no deck “No such deck”"),
        (["export", "The lake above Velm", "a.doc"], "a.doc: Quizapp knows no such format"),
        (["import", "missing.quizset"], "missing.quizset could not be read: there is no"),
        (["import", "missing.doc"], "It knows: .apkg"),
        (["generate"], "ARTICLE"),
        (["export", "D", "a.md", "--kind", "y"], "Invalid value for '--kind': 'y' is"),
        (["generate", "missing.txt"], "missing.txt could not be read: there is no such"),
        (["generate", "a.txt", "--questions", "0"], "it must be at least 1. See: "),
        (["generate", "a.txt", "--questions", "x"], "it is no whole number. See: "),
        (["add", "missing.txt"], "missing.txt could not be read: there is no such file"),
    ],
)
def test_a_mistake_is_one_line_and_code_2(quizapp, arguments, words):
    assert words in refused(quizapp(*arguments))


def test_a_bank_in_use_is_read_but_not_changed(quizapp, bank_file, article, tmp_path):
    target = tmp_path / "lake.gift"
    with open_bank(bank_file):
        assert "Velm" in quizapp("decks")[1]
        assert quizapp("export", "The lake above Velm", str(target))[0] == 0
        assert "open elsewhere" in refused(quizapp("add", str(article)))
        assert quizapp("import", str(target), "--look")[0] == 0
        assert "open elsewhere" in refused(quizapp("import", str(target)))


def test_a_damaged_bank_is_told(quizapp, bank_file):
    bank_file.write_bytes(b"scribbled over")
    assert "is damaged or no question bank" in refused(quizapp("decks"))
    assert bank_file.read_bytes() == b"scribbled over"


def test_a_folder_that_cannot_be_written_is_told(quizapp, tmp_path):
    nowhere = str(tmp_path / "nowhere" / "lake.quizset")
    said = refused(quizapp("export", "The lake above Velm", nowhere))
    assert "could not be saved" in said
    to_folder = quizapp("export", "The lake above Velm", str(tmp_path), "--format", "gift")
    assert f"{tmp_path} is a folder. Name a file in it." in refused(to_folder)


def test_what_would_be_lost_is_not_told_of_an_export_that_cannot_be(quizapp, tmp_path):
    nowhere = str(tmp_path / "nowhere" / "lake.txt")
    told = refused(quizapp("export", "The lake above Velm", nowhere, "--format", "aiken"))
    assert "There is no such folder." in told


def test_an_export_goes_to_standard_output(quizapp, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, _ = quizapp("export", "The lake above Velm", "-", "--format", "gift")
    assert code == 0
    assert out.startswith("$CATEGORY: $course$/top/The lake above Velm\n")
    table = quizapp("export", "The lake above Velm", "-", "--format", "csv")[1]
    assert table.startswith("Kind,")
    assert "--format NAME" in refused(quizapp("export", "The lake above Velm", "-"))
    papers = quizapp("export", "The lake above Velm", "-", "--format", "print")
    assert "several files" in refused(papers)
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xyz", b"text", "can't read this kind of file"),
        ("a.txt", b"", "has no text to read"),
        ("a.pdf", b"no pdf at all", "could not be read"),
        ("a.txt", b"\x00\x01\x02\xff" * 100, "a.txt"),
        ("a.txt", b"It rained. We left.", "too short to ask about: it has 2 sentences"),
    ],
)
@pytest.mark.parametrize("command", ["generate", "add"])
def test_an_article_that_cannot_be_asked_about_is_told(
    quizapp, tmp_path, command, name, content, words
):
    path = tmp_path / name
    path.write_bytes(content)
    assert words in refused(quizapp(command, str(path)))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_bytes(TEXT.replace("Velm", "Norrin").encode())
    return path


def test_generate_prints_json_whose_offsets_are_the_files(quizapp, article):
    code, out, err = quizapp("generate", str(article))
    assert (code, err) == (0, "")
    printed = json.loads(out)
    text = article.read_bytes().decode().replace("\r\n", "\n")
    assert printed["text"] == text
    assert printed["generator"] == f"quizapp {__version__}"
    assert printed["items"]
    for item in printed["items"]:
        assert text[item["start"] : item["end"]] == item["source_sentence"]
        assert item["source_sentence"] in text
        assert text[item["answer_start"] : item["answer_end"]] in item["source_sentence"]


def test_generate_touches_no_bank(quizapp, article, bank_file):
    before = bank_file.read_bytes()
    quizapp("generate", str(article))
    assert bank_file.read_bytes() == before


def test_generate_gives_the_same_again_and_as_many_as_asked(quizapp, article):
    def items(*more: str) -> Sequence[object]:
        found: Sequence[object] = json.loads(quizapp("generate", str(article), *more)[1])[
            "items"
        ]
        return found

    assert items() == items()
    assert len(items("--questions", "2")) == 2


def test_generate_writes_a_file(quizapp, article, tmp_path):
    out = tmp_path / "out.json"
    code, printed, err = quizapp("generate", str(article), "--out", str(out))
    assert (code, printed) == (0, "")
    assert err.endswith(f"questions written to {out}\n")
    assert json.loads(out.read_text(encoding="utf-8"))["items"]


def test_generate_never_writes_over_its_own_article(quizapp, article):
    before = article.read_bytes()
    assert "is the article itself" in refused(
        quizapp("generate", str(article), "--out", str(article))
    )
    assert article.read_bytes() == before


def test_another_language_is_told_beside_its_gaps(quizapp, tmp_path):
    path = tmp_path / "stadt.txt"
    path.write_text(PARAGRAPHS_ELSEWHERE["German"], encoding="utf-8")
    code, out, err = quizapp("generate", str(path))
    assert (code, {item["kind"] for item in json.loads(out)["items"]}) == (0, {"cloze"})
    assert err == (
        "quizapp: This text is in German. Quizapp asks well in English only: there it left "
        "gaps.\n"
    )
    path.write_text(f"{TEXT}\n\n{PARAGRAPHS_ELSEWHERE['German']}", encoding="utf-8")
    assert "Parts are in German." in quizapp("add", str(path))[2]


def test_another_language_without_a_clear_gap_is_refused(quizapp, tmp_path):
    path = tmp_path / "soir.txt"
    path.write_text("Les gens du village aiment se promener le soir au bord de la rivière.")
    assert "This text is in French." in refused(quizapp("generate", str(path)))


@pytest.mark.parametrize("command", ["generate", "add"])
def test_the_settings_name_the_pipeline_and_an_option_goes_before_them(
    quizapp, article, bank_file, command
):
    save(Settings(english_pipeline="no_such_pipeline"), settings_path(bank_file))
    told = refused(quizapp(command, str(article)))
    assert "The language pipeline “no_such_pipeline” cannot be used" in told
    assert len(quizapp("decks")[1].splitlines()) == 2
    told = refused(quizapp(command, str(article), "--pipeline", "nor_this_one"))
    assert "“nor_this_one”" in told
    assert quizapp(command, str(article), "--pipeline", "")[0] == 0


def test_an_article_is_added_once_under_its_title(quizapp, article):
    code, out, err = quizapp("add", str(article), "--title", " The  harbour ")
    assert (code, out) == (0, "")
    assert err.endswith("questions added to “The harbour”\n")
    assert "The harbour" in quizapp("decks")[1]
    assert "already in the Library, as “The harbour”" in refused(
        quizapp("add", str(article))
    )


def test_a_blank_title_gives_way_to_the_articles_own(quizapp, article):
    _, _, err = quizapp("add", str(article), "--title", "   ", "--questions", "1")
    assert err.endswith("1 question added to “Harbour”\n")


def test_doubtful_questions_are_counted():
    drafted = lake_drafted()
    assert list(hints_told(drafted)) == []
    first, *others = drafted.drafts
    marked = replace(drafted, drafts=(replace(first, hints=("loaded",)), *others))
    (line,) = hints_told(marked)
    assert line.startswith("5 questions written, 1 of them bears a hint")


def test_the_program_prints_its_version(tmp_path):
    done = process(tmp_path, "--version")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        f"Quizapp {__version__}\n",
        "",
    )


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there is always a display")
@pytest.mark.parametrize("arguments", [(), ("--bank", "here.bank")])
def test_without_a_display_the_window_explains_itself(tmp_path, arguments):
    done = process(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "quizapp: there is no display to open a window on. See: quizapp --help\n"
    )


def test_the_program_ends_with_one_line_and_code_2(tmp_path, bank_file):
    bank_file.write_bytes(b"scribbled over")
    done = process(tmp_path, "decks", QUIZAPP_BANK=str(bank_file))
    assert refused((done.returncode, done.stdout, done.stderr))


def test_output_is_unicode_wherever_it_goes(tmp_path, bank_file):
    with open_bank(bank_file) as bank:
        decks.rename(bank, decks.named(bank, "The lake above Velm"), "Größe → дом")
    more = {"QUIZAPP_BANK": str(bank_file), "PYTHONIOENCODING": "cp1252"}
    done = process(tmp_path, "decks", **more)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Größe → дом" in done.stdout


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names are letters there")
def test_a_name_of_bytes_that_are_no_letters_is_told(tmp_path, bank_file):
    done = process(tmp_path, "generate", "caf\udce9.txt", QUIZAPP_BANK=str(bank_file))
    told = refused((done.returncode, done.stdout, done.stderr))
    assert "there is no such file" in told


def test_the_formats_are_listed(quizapp):
    code, out, _ = quizapp("formats")
    assert code == 0
    rows = {line.split()[0]: line.split()[-2:] for line in out.splitlines()[1:]}
    assert rows["moodle-xml"] == ["yes", ".xml"]
    assert rows["google-forms"] == ["yes", "–"]


def test_an_export_tells_what_it_loses_first(quizapp, tmp_path):
    file = tmp_path / "lake.txt"
    asked = ("export", "The lake above Velm", str(file), "--format", "aiken")
    code, _, err = quizapp(*asked, "--losses")
    assert (code, file.exists()) == (0, False)
    assert "4 questions dropped: Aiken takes multiple choice only." in err
    assert "  Who drew the dam?" in err
    code, _, again = quizapp(*asked)
    assert (code, again) == (0, f"{err}quizapp: 1 question written to {file}\n")
    assert "ANSWER:" in file.read_text()


def test_an_export_takes_a_choice(quizapp, tmp_path):
    file = tmp_path / "lake.json"
    more = ("--kind", "flashcard", "--state", "new", "--memory", "new", "--number", "1")
    code, _, err = quizapp("export", "The lake above Velm", str(file), *more)
    assert (code, err) == (0, f"quizapp: 1 question written to {file}\n")
    bad = quizapp("export", "The lake above Velm", str(file), "--memory", "perfect")
    assert "“perfect” is none of new, fading" in refused(bad)
    bad = quizapp("export", "The lake above Velm", str(file), "--text-size", "7")
    assert "--text-size 7 is none of 9, 10" in refused(bad)
    bad = quizapp("export", "The lake above Velm", str(file), "--versions", "2")
    assert "--versions is for exams on paper, print and print-word" in refused(bad)
    bad = quizapp(
        "export", "The lake above Velm", str(file), "--tag", "nothing", "--replace"
    )
    assert "No question of the deck fits the choice." in refused(bad)


def test_an_export_tells_of_questions_set_aside(quizapp, bank_file, tmp_path):
    with open_bank(bank_file) as bank:
        study.set_aside(bank, lake_drafted().drafts[0].id)
    file = tmp_path / "lake.json"
    states = "--state learned --state learning --state new"
    told = (
        f"quizapp: 1 question set aside: written with the others, unless you say {states}\n"
    )
    written = "quizapp: {} questions written to {}\n"
    asked = ("export", "The lake above Velm", str(file))
    assert quizapp(*asked)[2] == told + written.format(5, file)
    without = quizapp(*asked, "--replace", *states.split())
    assert without[2] == written.format(4, file)


def test_an_export_writes_over_nothing_unasked(quizapp, tmp_path):
    file = tmp_path / "lake.md"
    file.write_text("my article")
    asked = ("export", "The lake above Velm", str(file))
    assert "lake.md is there already." in refused(quizapp(*asked))
    assert file.read_text() == "my article"
    assert quizapp(*asked, "--replace")[0] == 0
    assert "# " in file.read_text()


def test_of_several_files_the_good_ones_are_taken_in(quizapp, tmp_path):
    bad, good = tmp_path / "bad.apkg", tmp_path / "good.gift"
    bad.write_text("no package")
    good.write_text("Good?{=yes}\n")
    code, _, err = quizapp("import", str(bad), str(good))
    assert code == 2
    assert "bad.apkg could not be imported" in err
    assert "1 question added and 0 updated in “good”" in err


def test_a_set_with_its_article_follows_the_same_questions_without(quizapp, tmp_path):
    plain, whole = tmp_path / "lake.json", tmp_path / "lake.quizset"
    for file in (plain, whole):
        assert quizapp("export", "The lake above Velm", str(file))[0] == 0
    other = ("--bank", str(tmp_path / "other.bank"))
    assert quizapp(*other, "import", str(plain))[0] == 0
    code, _, err = quizapp(*other, "import", str(whole))
    assert code == 0
    assert "0 questions added and 5 updated in “The lake above Velm”" in err
    code, _, _ = quizapp(
        *other, "export", "The lake above Velm", str(tmp_path / "b.quizset")
    )
    assert code == 0
    assert "Velm" in (tmp_path / "b.quizset").read_text()


def test_an_import_tells_what_it_did_not_understand(quizapp, tmp_path):
    gift, cards = tmp_path / "mixed.gift", tmp_path / "cards.tsv"
    gift.write_text("Good?{=yes}\n\nEssay {}\n")
    cards.write_text("Who drew the dam?\tAda Corvin\nWho else?\tNobody\n")
    code, _, err = quizapp("import", str(gift), str(cards))
    assert code == 0
    lines = err.splitlines()
    assert lines[0] == "quizapp: mixed.gift: 1 understood, 1 not"
    assert lines[1] == "quizapp:   not line 3: it is an essay without an answer"
    assert lines[2] == "quizapp: 1 question added and 0 updated in “mixed”"
    assert lines[3].startswith("quizapp: 1 that you have in the same words left out;")
    assert lines[-1] == "quizapp: 1 question added and 0 updated in “cards”"
    code, _, err = quizapp("import", "--look", str(gift))
    assert "added" not in err
