"""Long work bit by bit: all of it is done, in order, and it can be finished or left."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from quizapp.ui.slices import Slices


@pytest.fixture
def slices(qapp) -> Iterator[Slices]:
    owner = QObject()
    yield Slices(owner)
    owner.deleteLater()


def counting(done: list[int], end: int) -> Iterator[None]:
    for number in range(end):
        done.append(number)
        yield


def test_all_is_done_in_order_while_the_window_goes_on(qtbot, slices):
    done: list[int] = []
    slices.begin(counting(done, 1000))
    assert not done
    qtbot.waitUntil(lambda: not slices.busy)
    assert done == list(range(1000))


def test_other_work_takes_its_place(qtbot, slices):
    left: list[int] = []
    done: list[int] = []
    slices.begin(counting(left, 1000))
    slices.begin(counting(done, 3))
    qtbot.waitUntil(lambda: not slices.busy)
    assert (left, done) == ([], [0, 1, 2])


def test_it_is_finished_at_once_or_left(slices):
    done: list[int] = []
    slices.begin(counting(done, 50))
    slices.finish()
    assert len(done) == 50
    assert not slices.busy
    slices.begin(counting(done, 50))
    slices.stop()
    slices.finish()
    assert len(done) == 50
