"""An article in the view: every sentence at its place, whatever its letters."""

from itertools import pairwise
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor, QTextDocument, QTextFrameFormat

from quizapp.domain.article import Article, Passage, PassageKind, Span
from quizapp.domain.question import Flashcard, StoredQuestion
from quizapp.domain.strip import Band, Segment
from quizapp.operations.reader import Asked, Sentence
from quizapp.ui.parts.article_text import ArticleText
from quizapp.ui.parts.article_view import ArticleView
from quizapp.ui.parts.gutter import gutter_width, mark_size
from quizapp.ui.parts.keycap import Keycap
from quizapp.ui.parts.reader_foot import ReaderFoot
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.text_map import TextMap
from quizapp.ui.theme import Look
from tests.conftest import article_of, number

PERSIAN = "دریاچه آردا میان دو رشته تپه است."


@pytest.fixture
def look(qapp):
    return Look("light", 100, still=True)


def sentences(article: Article, band: Band = Band.SOLID, questions: int = 1):
    card = Asked(StoredQuestion(number(1), Flashcard("a", "b")), band, 0, False, False)
    return tuple(
        Sentence(span, article.place(span), band, (card,) * questions)
        for span in article.sentences
    )


def shown(qtbot, look, article: Article, size=(600, 400), **asked) -> ArticleView:
    view = ArticleView(look)
    qtbot.addWidget(view)
    view.resize(*size)
    view.show_article(article, sentences(article, **asked))
    view.show()
    return view


def pieces(*kinds_and_words: tuple[PassageKind, str]) -> Article:
    """Return an article of these passages; a paragraph is one sentence."""
    text, passages = "", []
    for kind, words in kinds_and_words:
        span = Span(len(text), len(text) + len(words))
        inside = (span,) if kind is PassageKind.PARAGRAPH else ()
        passages.append(Passage(kind, span, inside))
        text += f"{words}\n"
    return Article("Title", text, tuple(passages))


def test_every_sentence_is_found_where_it_stands_in_the_document(look):
    article = article_of(
        "Signs",
        ("A 😀 stands here.", "Then “quotes” and 𝔊othic."),
        (PERSIAN, "x"),
        ("One line\nand the next.", "It\u2029breaks."),
    )
    document = QTextDocument()
    text = ArticleText(article, document, look, QTextFrameFormat())
    for span in article.sentences:
        start, end = text.places(span)
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        words = span.of(article.text).replace("\n", " ").replace("\u2029", " ")
        assert cursor.selectedText() == words
        assert (text.offset(start), text.offset(end)) == (span.start, span.end)


def test_headings_and_captions_are_read_and_the_page_around_them_is_not(look):
    article = pieces(
        (PassageKind.FURNITURE, "Menu"),
        (PassageKind.TITLE, "Title"),
        (PassageKind.PARAGRAPH, "A sentence."),
        (PassageKind.HEADING, "A heading"),
        (PassageKind.TABLE, "one\ntwo"),
        (PassageKind.PARAGRAPH, "Another."),
    )
    document = QTextDocument()
    text = ArticleText(article, document, look, QTextFrameFormat())
    assert document.toPlainText() == "A sentence.\nA heading\none\ntwo\nAnother."
    assert [text.offset(text.places(s)[0]) for s in article.sentences] == [
        s.start for s in article.sentences
    ]


def test_lines_are_as_high_as_the_type_says_and_boxes_cover_the_words(qtbot, look):
    article = article_of("Long", ("word " * 80 + "end.", "Next one."), ("Last.",))
    view = shown(qtbot, look, article)
    boxes = view.boxes(0)
    assert len(boxes) > 4
    assert {area.height() for area in boxes} == {32.0}
    tops = [area.top() for area in boxes]
    assert all(b - a == 32.0 for a, b in pairwise(tops))
    assert view.boxes(1)[0].left() > boxes[-1].left()
    assert all(area.right() <= view.viewport().width() - 28 for area in boxes)


def test_no_line_is_longer_than_the_measure_however_wide_the_window(qtbot, look):
    article = article_of("Long", ("word " * 200 + "end.",))
    view = shown(qtbot, look, article, (1600, 500))
    boxes = view.boxes(0)
    assert max(area.width() for area in boxes) <= 640
    middle = (boxes[0].left() + boxes[0].left() + 640) / 2
    assert abs(middle - view.viewport().width() / 2) < 40


def test_marks_of_sentences_on_one_line_stand_one_below_the_other(qtbot, look):
    view = shown(qtbot, look, article_of("Short", ("One.", "Two.", "Three.")))
    chosen: list[int] = []
    view.chosen.connect(chosen.append)
    view.grab()
    first = view.boxes(0)[0].center().y()
    for down in range(3):
        place = view.viewport().rect().topLeft()
        place.setX(gutter_width(look) - 30)
        place.setY(int(first) + 26 * down)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [0, 1, 2]


def test_a_click_beside_all_sentences_chooses_none(qtbot, look):
    view = shown(qtbot, look, article_of("Short", ("One.",)))
    view.chosen.connect(lambda _: pytest.fail("nothing was clicked"))
    view.grab()
    foot = view.viewport().rect().bottomRight()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=foot)


def test_a_text_that_runs_leftwards_has_its_gutter_at_the_right(qtbot, look):
    view = shown(qtbot, look, article_of("Lake", (PERSIAN, PERSIAN)))
    first, second = view.boxes(0)[0], view.boxes(1)[0]
    assert first.right() == view.viewport().width() - gutter_width(look)
    assert second.right() < first.left()
    assert view.document().firstBlock().textDirection() is Qt.LayoutDirection.RightToLeft


def test_words_marked_over_two_sentences_end_with_the_first(qtbot, look):
    article = article_of("Two", ("The first 😀 one.", "The second."))
    view = shown(qtbot, look, article)
    cursor = view.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(25, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    marked = view.marked_words()
    assert marked is not None
    assert marked.of(article.text) == "first 😀 one."
    view.forget_marked_words()
    assert view.marked_words() is None


def test_another_look_at_the_same_article_moves_nothing(qtbot, look):
    article = article_of("Long", *[("word " * 60 + "end.",)] * 12)
    view = shown(qtbot, look, article)
    view.select(8)
    before = view.verticalScrollBar().value()
    assert before > 0
    view.show_article(article, sentences(article, Band.STRONG, 3))
    assert view.verticalScrollBar().value() == before


def test_the_gutter_has_room_for_marks_at_every_text_size(look):
    for size in (85, 100, 200):
        look.choose("light", size, still=True)
        assert mark_size(look, 24).width() + 14 <= gutter_width(look)
    look.choose("light", 100, still=True)
    assert gutter_width(look) == 64


def test_a_map_of_many_sentences_leads_to_each_of_them(qtbot, look):
    strip = TextMap(look)
    qtbot.addWidget(strip)
    lengths = [Random(4).randint(20, 200) for _ in range(30)]
    strip.set_segments([Segment(length, Band.NEW) for length in lengths])
    strip.resize(560, strip.sizeHint().height())
    chosen: list[int] = []
    strip.chosen.connect(chosen.append)
    for left, width in strip.places():
        place = QPoint(int(left + width / 2), 4)
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)
    assert chosen == list(range(30))
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(2, 4))
    assert chosen[-1] == 29


def test_the_foot_leaves_out_the_keys_that_would_be_cut(qtbot, look):
    foot = ReaderFoot(look)
    qtbot.addWidget(foot)
    foot.show()

    def whole() -> bool:
        texts = [text for text in foot.findChildren(Text) if text.isVisible()]
        return all(text.width() >= text.sizeHint().width() for text in texts)

    shown = []
    for width in (976, 780, 560):
        foot.resize(width, foot.sizeHint().height())
        qtbot.waitUntil(whole)
        shown.append(len([cap for cap in foot.findChildren(Keycap) if cap.isVisible()]))
    assert shown == [4, 2, 0]
