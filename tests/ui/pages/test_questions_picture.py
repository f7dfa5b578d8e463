"""A question's picture on the Questions page: added, described, replaced, removed, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from quizapp.domain.picture import Picture
from quizapp.ui.parts.link import Link
from quizapp.ui.parts.picture_view import PictureView
from tests import pictures
from tests.ui.pages.test_questions import CONTROL, Hand, hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
BLUE = pictures.drawn("jpg", colour="#0A57A8")

__all__ = ["hand"]


@pytest.fixture
def files(tmp_path):
    """Return a folder with two pictures, named as they are not, and a drawing."""
    (tmp_path / "red.jpg").write_bytes(pictures.red().data)
    (tmp_path / "blue.png").write_bytes(BLUE)
    (tmp_path / "lines.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "huge.png").write_bytes(pictures.red().data.ljust(4_000_001, b"\0"))
    return tmp_path


def press(hand: Hand, words: str) -> None:
    (link,) = [one for one in hand.fields(Link) if one.text() == words]
    link.setFocus()
    hand.press(Qt.Key.Key_Return)


def choose(hand, words: str, path) -> None:
    """Press a link and choose a file in the dialog that it opens."""
    press(hand, words)
    (dialog,) = hand.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    hand.until(lambda: not hand.window.findChildren(QFileDialog))
    hand.window.activateWindow()
    hand.until(hand.window.isActiveWindow)


def shown(hand: Hand) -> Picture | None:
    return hand.stored(0).stored.picture


def names_of_pictures(hand: Hand) -> list[str]:
    return [view.accessibleName() for view in hand.fields(PictureView)]


def test_a_picture_is_added_described_and_taken_back_step_by_step(hand, files):
    assert hand.fields(PictureView) == []
    choose(hand, "Add picture…", files / "red.jpg")
    hand.until(lambda: hand.fields(PictureView))
    hand.sees("What it shows, for those who cannot see it")
    field = hand.editor.picture._words
    field.setFocus()
    hand.write("A red field")
    hand.press(Qt.Key.Key_Return)
    red = pictures.red().data
    hand.until(lambda: shown(hand) == Picture(red, "A red field"))
    hand.until(lambda: names_of_pictures(hand) == ["A red field"])
    hand.table.setFocus()
    for expected in (Picture(red), None):
        hand.press(Qt.Key.Key_Z, CONTROL)
        hand.until(lambda expected=expected: shown(hand) == expected)
    hand.until(lambda: hand.fields(PictureView) == [])


def test_a_picture_is_replaced_and_removed_and_the_keyboard_stays(hand, files):
    choose(hand, "Add picture…", files / "red.jpg")
    hand.until(lambda: hand.fields(PictureView))
    hand.until(lambda: QApplication.focusWidget() is hand.editor.picture._replace)
    choose(hand, "Replace picture…", files / "blue.png")
    hand.until(lambda: shown(hand) == Picture(BLUE))
    press(hand, "Remove picture")
    hand.until(lambda: shown(hand) is None)
    hand.sees("Picture removed")
    hand.until(lambda: hand.fields(PictureView) == [])
    hand.until(lambda: QApplication.focusWidget() is hand.editor.picture._add)


def test_a_file_that_cannot_be_taken_is_refused_in_a_sentence(hand, files):
    for name, why in (
        ("lines.svg", "It is no PNG, JPEG, GIF or WebP."),
        ("huge.png", "It is larger than 4 MB."),
        ("none.png", "There is no such file."),
    ):
        choose(hand, "Add picture…", files / name)
        hand.sees(f"“{name}” could not be read. {why}")
    assert shown(hand) is None


def test_other_words_leave_the_picture_where_it_is(hand, files):
    choose(hand, "Add picture…", files / "red.jpg")
    hand.until(lambda: hand.fields(PictureView))
    hand.editor.take_focus()
    hand.write(" Tell")
    hand.table.setFocus()
    hand.until(lambda: hand.stored(0).stored.question.front.endswith("Tell"))
    assert shown(hand) == Picture(pictures.red().data)
