"""A question's picture while it is studied: under the stem, within its share, where it stays."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage

from quizapp.domain.picture import Picture
from quizapp.ui.cards.rating_bar import RatingBar
from quizapp.ui.cards.stage import WIDE
from quizapp.ui.parts.picture_view import FINEST, PictureView, decoded, view_of
from quizapp.ui.parts.text import Text
from tests import pictures
from tests.ui.pages.conftest import CARD, CHOICE, GAP, TYPED, Session

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing")

LARGE = Picture(pictures.drawn("png", 1200, 700), "A dam between two hills")
RED = QColor("#A01840")


def view_in(session: Session) -> PictureView:
    (view,) = session.visible(PictureView)
    return view


@pytest.mark.parametrize(
    "question", [CARD, CHOICE, GAP, TYPED], ids=lambda q: type(q).__name__
)
def test_every_kind_of_card_shows_its_picture(studying, question):
    session = studying(question, picture=LARGE)
    view = view_in(session)
    assert view.accessibleName() == "A dam between two hills"
    role = QAccessible.queryAccessibleInterface(view).role()
    assert role == QAccessible.Role.Graphic
    stage = session.page._desk._stage
    highest_card = stage.height() - stage.footer_height - WIDE.above
    assert 60 < view.shown.height() <= 0.4 * highest_card
    assert view.shown.width() / view.shown.height() == pytest.approx(12 / 7, abs=0.02)
    middle = view.mapTo(session.page, view.shown.center().toPoint())
    assert session.page.grab().toImage().pixelColor(middle) == RED
    assert session.page._desk.face.asked.count("Picture: A dam between two hills.") == 1


def test_the_picture_stays_in_its_place_when_the_answer_appears(studying):
    session = studying(CARD, picture=LARGE)
    view = view_in(session)
    before = view.mapTo(session.page, view.pos()), view.shown
    session.press(Qt.Key.Key_Space)
    session.qtbot.waitUntil(lambda: bool(session.visible(RatingBar)))
    assert (view.mapTo(session.page, view.pos()), view.shown) == before


def test_a_small_picture_is_not_blown_up(studying):
    session = studying(CARD, picture=Picture(pictures.drawn("gif", 60, 40)))
    assert view_in(session).shown.size().toSize().toTuple() == (60, 40)
    assert view_in(session).accessibleName() == "Picture"


@pytest.mark.parametrize("kind", ["png", "jpg", "gif", "webp"])
def test_every_kind_is_decoded(qapp, kind):
    image = decoded(Picture(pictures.drawn(kind, 60, 40)))
    assert image.size().toTuple() == (60, 40)
    shown = image.pixelColor(30, 20)
    assert abs(shown.red() - RED.red()) + abs(shown.blue() - RED.blue()) < 12


def test_a_fine_picture_is_decoded_no_finer_than_a_screen_shows(qapp):
    image = decoded(Picture(pictures.drawn("jpg", 4096, 100)))
    assert image.size().toTuple() == (FINEST, 50)


def test_a_picture_that_is_broken_is_told(qtbot, look):
    broken = Picture(pictures.red().data[:40].ljust(60, b"\1"), "a dam")
    view = view_of(look, broken)
    qtbot.addWidget(view)
    assert isinstance(view, Text)
    assert view.text() == "This picture cannot be shown: a dam"


def test_a_drawing_on_nothing_stands_on_paper(qtbot, look):
    clear = Picture(pictures.clear(40, 40))
    view = PictureView(look, clear)
    qtbot.addWidget(view)
    view.resize(40, 40)
    drawn = QImage(40, 40, QImage.Format.Format_RGB32)
    drawn.fill(QColor("#000000"))
    view.render(drawn)
    assert drawn.pixelColor(20, 20) == QColor("#FFFFFF")


def test_it_is_painted_in_the_screen_s_own_pixels(qtbot, look, monkeypatch):
    view = PictureView(look, LARGE, 100)
    qtbot.addWidget(view)
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: 2.0)
    view.resize(400, 100)
    view.grab()
    assert view._fitted.size().toTuple() == (342, 200)


def test_one_beside_words_that_run_leftwards_stands_at_the_right(qtbot, look):
    view = PictureView(look, replace(LARGE, described=""), 100, leftwards=True)
    qtbot.addWidget(view)
    view.resize(400, 100)
    assert view.shown.right() == 400
