import multiprocessing
import os
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from quizapp.domain.question import DeckId
from quizapp.errors import BankInUse, NoSuchDeck, QuizError, TextTooShort, WorkBroke
from quizapp.operations import decks, writing
from quizapp.ui.tasks import Tasks

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ARTICLES = sorted((Path(__file__).parent.parent / "articles").glob("*.txt"))[::2]
LONG_TEXT = "\n\n".join(path.read_text("utf-8") for path in ARTICLES)


def count_up(limit, report):
    for number in range(limit):
        report(number)
        time.sleep(0.05)
    return os.getpid()


def count_until_enough(report):
    number = 0
    while not report(number):
        number += 1
        time.sleep(0.05)
    return number


def refuse(report):
    raise TextTooShort(sentences=2)


def break_down(report):
    raise ZeroDivisionError


def vanish(report):
    os._exit(3)


def sleep_long(report):
    report("asleep")
    time.sleep(60)


@pytest.fixture
def tasks(qtbot, bank_path):
    tasks = Tasks()
    with_bank(qtbot, tasks, bank_path)
    yield tasks
    tasks.close()


def with_bank(qtbot, tasks: Tasks, path: Path) -> None:
    opened: list[bool] = []
    tasks.open(path, NOON, lambda: opened.append(True))
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)


def test_an_operation_runs_on_the_worker_and_its_result_arrives_on_the_windows_thread(
    qtbot, tasks
):
    ran: list[str] = []
    heard: list[str] = []

    def where(bank):
        ran.append(threading.current_thread().name)

    tasks.read(where, lambda _: heard.append(threading.current_thread().name))
    qtbot.waitUntil(lambda: bool(heard))
    assert ran[0].startswith("bank")
    assert heard == [threading.main_thread().name]


def test_operations_keep_their_order(qtbot, tasks):
    heard: list[int] = []
    for number in range(20):
        tasks.read(lambda _, number=number: number, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 20)
    assert heard == list(range(20))


def test_a_change_is_told_after_its_result(qtbot, tasks):
    story: list[str] = []
    tasks.changed.connect(lambda: story.append("changed"))
    tasks.change(lambda _: None, lambda _: story.append("done"))
    qtbot.waitUntil(lambda: len(story) == 2)
    assert story == ["done", "changed"]


def test_reading_changes_nothing(qtbot, tasks):
    with qtbot.assertNotEmitted(tasks.changed, wait=100):
        tasks.read(lambda _: None, lambda _: None)


def test_an_error_nobody_asked_for_is_told_to_the_window(qtbot, tasks):
    with qtbot.waitSignal(tasks.failed) as told:
        tasks.read(lambda bank: decks.named(bank, "Nowhere"), lambda _: None)
    assert isinstance(told.args[0], NoSuchDeck)


def test_an_error_that_was_asked_for_is_told_only_to_the_one_who_asked(qtbot, tasks):
    heard: list[QuizError] = []
    with qtbot.assertNotEmitted(tasks.failed, wait=100):
        tasks.read(lambda bank: decks.named(bank, "Nowhere"), lambda _: None, heard.append)
        qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], NoSuchDeck)


def test_the_programs_own_fault_is_raised_in_the_windows_thread(qtbot, tasks):
    with qtbot.captureExceptions() as raised:
        tasks.read(lambda bank: decks.rename(bank, DeckId(uuid4()), ""), lambda _: None)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ValueError


def test_a_second_window_is_told_that_the_bank_is_in_use_and_may_try_again(
    qtbot, bank_path
):
    first, second = Tasks(), Tasks()
    with_bank(qtbot, first, bank_path)
    refused: list[QuizError] = []
    second.open(bank_path, NOON, lambda: None, refused.append)
    qtbot.waitUntil(lambda: bool(refused), timeout=10_000)
    assert isinstance(refused[0], BankInUse)
    first.close()
    with_bank(qtbot, second, bank_path)
    second.close()


def test_results_that_come_after_closing_are_dropped(qtbot, bank_path):
    tasks = Tasks()
    with_bank(qtbot, tasks, bank_path)
    heard: list[None] = []
    tasks.read(lambda _: time.sleep(0.1), heard.append)
    tasks.close()
    qtbot.wait(100)
    assert heard == []


def test_work_apart_runs_in_another_process_and_reports(qtbot, tasks):
    progress: list[int] = []
    done: list[int] = []
    tasks.apart(count_up, (5,), progress.append, done.append, raise_it)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert done[0] != os.getpid()
    assert progress
    assert progress == sorted(progress)


def test_an_error_crosses_from_the_child_as_itself(qtbot, tasks):
    heard: list[QuizError] = []
    tasks.apart(refuse, (), ignore, ignore, heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert isinstance(heard[0], TextTooShort)
    assert heard[0].sentences == 2


@pytest.mark.parametrize(
    ("function", "logged"), [(break_down, "ZeroDivisionError"), (vanish, "code 3")]
)
def test_a_child_that_dies_is_told_in_a_clear_sentence_and_logged(
    qtbot, tasks, caplog, capfd, function, logged
):
    heard: list[QuizError] = []
    tasks.apart(function, (), ignore, ignore, heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert isinstance(heard[0], WorkBroke)
    assert "stopped unexpectedly" in str(heard[0])
    assert logged in caplog.text


def test_a_child_that_is_told_so_ends_with_what_it_has(qtbot, tasks):
    progress: list[int] = []
    done: list[int] = []
    work = tasks.apart(count_until_enough, (), progress.append, done.append, raise_it)
    qtbot.waitUntil(lambda: len(progress) > 1, timeout=20_000)
    work.stop()
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert done[0] >= progress[-1]


def test_cancelling_kills_the_child_at_once(qtbot, tasks):
    asleep: list[str] = []
    work = tasks.apart(sleep_long, (), asleep.append, raise_it, raise_it)
    qtbot.waitUntil(lambda: bool(asleep), timeout=20_000)
    started = time.monotonic()
    work.cancel()
    assert time.monotonic() - started < 2
    qtbot.wait(100)


@pytest.mark.parametrize("reached", ["nothing", *list(writing.Step)[:3]])
def test_a_long_text_is_let_go_at_whatever_step_it_is(qtbot, tasks, reached):
    heard: list[str] = ["nothing"]
    work = tasks.apart(
        writing.draft_text,
        (LONG_TEXT, None, "", None, 1, ""),
        lambda progress: heard.append(progress.step),
        ignore,
        raise_it,
    )
    order = ["nothing", *writing.Step]
    qtbot.waitUntil(lambda: order.index(heard[-1]) >= order.index(reached), timeout=60_000)
    started = time.monotonic()
    work.cancel()
    assert time.monotonic() - started < 2
    assert not multiprocessing.active_children()
    heard.clear()
    qtbot.wait(100)
    assert not heard


def test_closing_stops_the_children(qtbot, bank_path):
    tasks = Tasks()
    with_bank(qtbot, tasks, bank_path)
    asleep: list[str] = []
    tasks.apart(sleep_long, (), asleep.append, raise_it, raise_it)
    qtbot.waitUntil(lambda: bool(asleep), timeout=20_000)
    started = time.monotonic()
    tasks.close()
    assert time.monotonic() - started < 5


def ignore(_: object) -> None:
    pass


def raise_it(value: object) -> None:
    raise AssertionError(value)
