"""Lines of one height, and boxes around the very words meant."""

import pytest

from quizapp.ui.parts.text import Text
from quizapp.ui.parts.typeset import UNBOUNDED, Stretch, Typeset, reads_leftwards
from quizapp.ui.theme import Look


@pytest.fixture
def look(qapp):
    return Look("light", 100, still=True)


def test_every_line_is_as_high_as_its_style_says(look):
    typeset = Typeset(look, "word " * 60, "quote", 300)
    assert typeset.height % 28 == 0
    assert typeset.height > 28


def test_a_label_asks_for_the_height_of_its_lines(look):
    text = Text(look, "word " * 60, "body", wrap=True)
    assert text.heightForWidth(200) == Typeset(look, "word " * 60, "body", 200).height


def test_words_that_break_have_a_box_on_each_line(look):
    text = "one two three four five six seven eight nine ten"
    typeset = Typeset(look, text, "quote", 200)
    boxes = typeset.boxes(0, len(text))
    assert len(boxes) == typeset.height // typeset.line
    assert [box.top() for box in boxes] == [28.0 * n for n in range(len(boxes))]
    assert all(box.right() <= 200 for box in boxes)


def test_letters_beyond_the_basic_plane_count_as_one(look):
    plain = Typeset(look, "in Paris", "quote", UNBOUNDED)
    astral = Typeset(look, "𝐢𝐧 Paris", "quote", UNBOUNDED)
    (one,), (two,) = plain.boxes(3, 8), astral.boxes(3, 8)
    assert two.width() == pytest.approx(one.width())


def test_a_stretched_space_keeps_room_for_a_widget(look):
    text = "a \u00a0 b"
    typeset = Typeset(look, text, "cloze", 600, stretches=[Stretch(2, 3, room=180)])
    (box,) = typeset.boxes(2, 3)
    assert box.width() == pytest.approx(180, abs=0.5)


def test_a_text_runs_the_way_of_its_first_letter(look):
    persian = "در سال ۱۹۶۵ بنیان‌گذاری شد"
    assert reads_leftwards(persian)
    assert not reads_leftwards("1965: the year in which شد")
    typeset = Typeset(look, persian, "quote", 600)
    (first,), (last,) = typeset.boxes(0, 2), typeset.boxes(len(persian) - 2, len(persian))
    assert first.left() > last.left()
    assert typeset.line == 31


def test_a_box_in_a_text_that_runs_leftwards_covers_its_words(look):
    persian = "اکسیژن را کارل ویلهلم شیله در سال ۱۷۷۱ کشف کرد."
    name = "کارل ویلهلم شیله"
    at = persian.index(name)
    typeset = Typeset(look, persian, "quote", 600)
    (box,) = typeset.boxes(at, at + len(name))
    alone = Typeset(look, name, "quote", UNBOUNDED)
    assert box.width() == pytest.approx(alone.width, abs=4)
    assert box.right() <= 600
