"""A session at the keyboard: what is shown, what is kept, what can be taken back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from quizapp.domain.review import Rating
from quizapp.ui.cards.footers import ContinueFoot
from quizapp.ui.cards.option_row import OptionRow, State
from quizapp.ui.pages.study import KEY_GUARD
from quizapp.ui.parts.banner import Banner
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.source_quote import SourceQuote
from quizapp.ui.parts.text import Text
from tests.ui.pages.conftest import CARD, CHOICE, GAP, NOON, SECOND_CARD, TYPED

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
"""The offscreen platform says so of every window that has a least size."""


def test_space_shows_the_answer_with_its_sentence_and_space_again_rates_good(studying):
    session = studying(CARD)
    assert CARD.back not in session.words
    session.press(Qt.Key.Key_Space)
    session.waits_for(CARD.back)
    (quote,) = session.visible(SourceQuote)
    assert quote.accessibleName().startswith("Source: Oxygen was discovered by Carl")
    assert "Marked: Carl Wilhelm Scheele." in quote.accessibleDescription()
    session.press(Qt.Key.Key_Space)
    (review,) = session.waits_for_kept(1)
    assert review.rating is Rating.GOOD


@pytest.mark.parametrize(
    ("key", "rating"),
    [
        (Qt.Key.Key_1, Rating.AGAIN),
        (Qt.Key.Key_2, Rating.HARD),
        (Qt.Key.Key_3, Rating.GOOD),
        (Qt.Key.Key_4, Rating.EASY),
    ],
)
def test_a_digit_rates_and_the_wait_on_its_button_is_the_wait_kept(studying, key, rating):
    session = studying(CARD)
    session.press(Qt.Key.Key_Return)
    shown = session.waits_for_ratings()[rating].accessibleName()
    session.press(key)
    (review,) = session.waits_for_kept(1)
    assert review.rating is rating
    days, minutes = review.scheduled.days, round(review.scheduled.total_seconds() / 60)
    counted = f"{days} day" if days else f"{minutes} minute"
    assert f"next in {counted}" in shown


def test_a_clock_set_back_gives_no_answer_a_time_below_zero(studying):
    session = studying(CARD)
    session.now = NOON - timedelta(minutes=5)
    session.press(Qt.Key.Key_Space)
    session.press(Qt.Key.Key_3)
    (review,) = session.waits_for_kept(1)
    assert review.took == timedelta()


def test_the_mouse_does_all_that_the_keys_do(studying):
    session = studying(CARD, CHOICE)
    session.click(session.button("Show answer"))
    session.click(session.waits_for_ratings()[Rating.EASY])
    session.waits_for(CHOICE.prompt)
    session.click(session.option("Bohr"))
    session.waits_for("Why")
    session.click(session.button("Continue"))
    session.waits_for_kept(2)


def test_one_press_cannot_both_show_and_rate(studying):
    session = studying(CARD)
    session.press(Qt.Key.Key_Space)
    session.waits_for_ratings()
    session.press(Qt.Key.Key_3, rest=False)
    session.press(Qt.Key.Key_Space, rest=False)
    assert not session.kept


def test_a_key_held_down_rates_nothing(studying):
    session = studying(CARD)
    session.press(Qt.Key.Key_Space)
    session.waits_for_ratings()
    session.qtbot.wait(KEY_GUARD + 20)
    repeated = QKeyEvent(
        QEvent.Type.KeyPress,
        Qt.Key.Key_3,
        Qt.KeyboardModifier.NoModifier,
        "3",
        autorep=True,
    )
    QApplication.sendEvent(session.focus, repeated)
    assert not session.kept


def test_a_right_choice_waits_for_its_rating(studying):
    session = studying(CHOICE)
    rows = session.visible(OptionRow)
    number = [row.words for row in rows].index(CHOICE.right)
    session.press(Qt.Key(Qt.Key.Key_1 + number))
    ratings = session.waits_for_ratings()
    assert session.option(CHOICE.right).state is State.CHOSEN_RIGHT
    assert not session.kept
    assert ratings[Rating.GOOD].hasFocus()
    session.press(Qt.Key.Key_4)
    (review,) = session.waits_for_kept(1)
    assert review.rating is Rating.EASY


def test_a_wrong_choice_is_kept_as_again_by_the_time_it_says_so(studying):
    session = studying(CHOICE)
    session.click(session.option("Joseph Priestley"))
    session.waits_for("Why")
    assert [review.rating for review in session.kept] == [Rating.AGAIN]
    assert session.option("Joseph Priestley").state is State.CHOSEN_WRONG
    assert session.option(CHOICE.right).state is State.RIGHT
    assert session.option("Bohr").state is State.DIMMED
    assert any(words.startswith("Rated Again · comes back in") for words in session.words)
    assert session.button("Continue").hasFocus()
    assert any("appears in paragraph 1:" in words for words in session.words)


def test_a_wrong_choice_cannot_be_counted_as_right(studying):
    session = studying(CHOICE)
    session.click(session.option("Bohr"))
    session.waits_for("Why")
    session.press(Qt.Key.Key_R)
    assert len(session.kept) == 1
    assert session.visible(ContinueFoot)


def test_zero_says_i_dont_know(studying):
    session = studying(CHOICE)
    session.press(Qt.Key.Key_0)
    session.waits_for("Why")
    assert session.option(CHOICE.right).state is State.RIGHT
    assert {row.state for row in session.visible(OptionRow)} == {State.RIGHT, State.DIMMED}
    assert [review.rating for review in session.kept] == [Rating.AGAIN]


def test_arrows_move_and_space_chooses(studying):
    session = studying(CHOICE)
    rows = session.visible(OptionRow)
    assert rows[0].hasFocus()
    session.press(Qt.Key.Key_Down)
    session.press(Qt.Key.Key_Down)
    session.press(Qt.Key.Key_Up)
    assert rows[1].hasFocus()
    session.press(Qt.Key.Key_Space)
    session.qtbot.waitUntil(
        lambda: rows[1].state in {State.CHOSEN_RIGHT, State.CHOSEN_WRONG}
    )


def test_the_arrows_go_round_the_options_and_never_leave_them(studying):
    session = studying(CHOICE)
    rows = session.visible(OptionRow)
    session.press(Qt.Key.Key_Up)
    assert rows[-1].hasFocus()
    session.press(Qt.Key.Key_Down)
    assert rows[0].hasFocus()


def test_the_arrows_scroll_a_long_answer_in_a_small_window(studying):
    session = studying(CHOICE)
    session.page.resize(760, 480)
    session.click(session.option("Bohr"))
    session.waits_for("Why")
    prompt = next(text for text in session.visible(Text) if text.text() == CHOICE.prompt)
    top = prompt.mapTo(session.page, QPoint(0, 0)).y()
    session.press(Qt.Key.Key_Down)
    assert prompt.mapTo(session.page, QPoint(0, 0)).y() < top
    session.press(Qt.Key.Key_Up)
    assert prompt.mapTo(session.page, QPoint(0, 0)).y() == top


def test_the_page_follows_a_change_of_text_size_and_theme(studying, look):
    session = studying(CARD)
    session.press(Qt.Key.Key_Space)
    button = session.waits_for_ratings()[Rating.GOOD]
    session.waits_for(CARD.back)
    answer = next(text for text in session.visible(Text) if text.text() == CARD.back)
    look.choose("dark", 130, still=True)
    session.qtbot.waitUntil(lambda: button.height() == button.sizeHint().height() > 80)
    session.qtbot.waitUntil(lambda: answer.height() == look.line("answer") == 39)
    session.qtbot.waitUntil(
        lambda: session.page.grab().toImage().pixelColor(3, 300) == look.color("canvas")
    )


def test_nothing_moves_when_the_answer_appears(studying):
    session = studying(CHOICE)

    def places() -> list[tuple[QPoint, QSize]]:
        shown = session.visible(OptionRow)
        shown += [text for text in session.visible(Text) if text.text() == CHOICE.prompt]
        return [(w.mapTo(session.page, QPoint(0, 0)), w.size()) for w in shown]

    before = places()
    session.click(session.option("Bohr"))
    session.waits_for("Why")
    assert places() == before


@pytest.mark.parametrize("question", [GAP, TYPED])
def test_a_right_answer_is_said_to_be_right_and_waits_for_its_rating(studying, question):
    session = studying(question)
    session.write(question.answer.lower())
    session.press(Qt.Key.Key_Return)
    session.waits_for_ratings()
    assert session.waits_for_verdict() == "Right."
    assert not session.kept
    session.press(Qt.Key.Key_Return)
    (review,) = session.waits_for_kept(1)
    assert review.rating is Rating.GOOD
    assert not review.hinted


def test_words_spelt_differently_are_counted(studying):
    session = studying(TYPED)
    session.write("Karl Wilhelm Sheele")
    session.press(Qt.Key.Key_Return)
    session.waits_for("Right. Two words are spelt differently.")


def test_letters_go_into_the_field_and_nowhere_else(studying):
    session = studying(TYPED, CARD)
    session.write("bx 13")
    assert isinstance(session.focus, QLineEdit)
    assert session.focus.text() == "bx 13"
    assert TYPED.prompt in session.words


def test_an_empty_answer_is_not_judged(studying):
    session = studying(GAP)
    session.press(Qt.Key.Key_Return)
    assert isinstance(session.focus, QLineEdit)
    assert not session.kept


@pytest.mark.parametrize("question", [GAP, TYPED])
def test_a_wrong_answer_may_be_counted_as_right(studying, question):
    session = studying(question)
    session.write("nitrogen")
    session.press(Qt.Key.Key_Return)
    session.qtbot.waitUntil(lambda: bool(session.visible(ContinueFoot)))
    assert session.waits_for_verdict() == "Not quite."
    assert [review.rating for review in session.kept] == [Rating.AGAIN]
    session.press(Qt.Key.Key_R)
    session.waits_for_ratings()
    assert [review.rating for review in session.kept] == [Rating.AGAIN]
    session.press(Qt.Key.Key_Space)
    session.qtbot.waitUntil(lambda: [r.rating for r in session.kept] == [Rating.GOOD])


def test_undo_after_counting_as_right_asks_that_question_again(studying):
    session = studying(CARD, GAP)
    session.press(Qt.Key.Key_Space)
    session.waits_for_ratings()
    session.press(Qt.Key.Key_4)
    session.qtbot.waitUntil(lambda: session.page.drawn.asked.question == GAP)
    session.write("nitrogen")
    session.press(Qt.Key.Key_Return)
    session.qtbot.waitUntil(lambda: bool(session.visible(ContinueFoot)))
    session.press(Qt.Key.Key_R)
    session.waits_for_ratings()
    session.control(Qt.Key.Key_Z)
    session.qtbot.waitUntil(lambda: [r.rating for r in session.kept] == [Rating.EASY])
    session.qtbot.waitUntil(lambda: session.page.drawn.asked.question == GAP)


def test_the_end_stays_where_it_was_when_a_question_comes_back(studying):
    session = studying(CARD, GAP)
    session.waits_for("1 of 2")
    session.press(Qt.Key.Key_Space)
    session.waits_for_ratings()
    session.press(Qt.Key.Key_1)
    session.waits_for("2 of 2")


def test_who_does_not_know_sees_the_answer_and_is_not_judged(studying):
    session = studying(GAP)
    session.write("19")
    session.control(Qt.Key.Key_0)
    session.waits_for(GAP.answer)
    assert not session.visible(Banner)
    assert [review.rating for review in session.kept] == [Rating.AGAIN]
    session.press(Qt.Key.Key_R)
    assert len(session.kept) == 1


def test_a_hint_gives_the_first_letter_and_caps_the_rating_at_hard(studying):
    session = studying(TYPED)
    session.control(Qt.Key.Key_H)
    assert session.focus.text() == "C"
    session.write("arl Wilhelm Scheele")
    session.press(Qt.Key.Key_Return)
    ratings = session.waits_for_ratings()
    assert [ratings[rating].isEnabled() for rating in Rating] == [True, True, False, False]
    session.press(Qt.Key.Key_3)
    assert not session.kept
    session.press(Qt.Key.Key_Space)
    (review,) = session.waits_for_kept(1)
    assert review.rating is Rating.HARD
    assert review.hinted


def test_undo_takes_the_answer_back_and_asks_again(studying):
    session = studying(CARD, SECOND_CARD)
    session.press(Qt.Key.Key_Space)
    session.press(Qt.Key.Key_3)
    session.waits_for(SECOND_CARD.front)
    session.control(Qt.Key.Key_Z)
    session.waits_for(CARD.front)
    assert not session.kept
    assert "1 of 2" in session.words
    assert "Rating undone" in session.words


def test_undo_goes_back_as_far_as_the_session_began(studying):
    session = studying(CARD, SECOND_CARD)
    for following in (SECOND_CARD.front, CARD.front):
        session.press(Qt.Key.Key_Space)
        session.press(Qt.Key.Key_1)
        session.waits_for(following)
    session.control(Qt.Key.Key_Z)
    session.waits_for(SECOND_CARD.front)
    session.control(Qt.Key.Key_Z)
    session.waits_for(CARD.front)
    session.control(Qt.Key.Key_Z)
    assert not session.kept
    assert CARD.front in session.words
    assert not session.button("Undo").isEnabled()


def test_undo_in_a_field_undoes_typing_first(studying):
    session = studying(CARD, GAP)
    session.press(Qt.Key.Key_Space)
    session.press(Qt.Key.Key_3)
    session.qtbot.waitUntil(lambda: bool(session.visible(QLineEdit)))
    session.write("22")
    session.control(Qt.Key.Key_Z)
    assert session.focus.text() == ""
    assert len(session.kept) == 1
    session.control(Qt.Key.Key_Z)
    session.waits_for(CARD.front)
    assert not session.kept


def test_a_question_set_aside_comes_back_by_undo(studying):
    session = studying(CARD, SECOND_CARD)
    session.press(Qt.Key.Key_X)
    session.waits_for(SECOND_CARD.front)
    assert "Set aside" in session.words
    session.control(Qt.Key.Key_Z)
    session.waits_for(CARD.front)
    session.press(Qt.Key.Key_Space)
    session.press(Qt.Key.Key_3)
    session.waits_for(SECOND_CARD.front)


def test_a_question_set_aside_is_not_asked_again(studying):
    session = studying(CARD)
    session.press(Qt.Key.Key_X)
    session.qtbot.waitUntil(lambda: bool(session.ended))
    assert session.ended == [(NOON, 0)]


def test_later_today_puts_a_question_at_the_end(studying):
    session = studying(CARD, SECOND_CARD)
    session.press(Qt.Key.Key_B)
    session.waits_for(SECOND_CARD.front)
    session.press(Qt.Key.Key_Space)
    session.press(Qt.Key.Key_4)
    session.waits_for(CARD.front)


def test_escape_ends_at_once_and_says_how_many_were_answered(studying):
    session = studying(CARD, SECOND_CARD)
    session.press(Qt.Key.Key_Space)
    session.press(Qt.Key.Key_3)
    session.waits_for(SECOND_CARD.front)
    session.press(Qt.Key.Key_Escape)
    assert session.ended == [(NOON, 1)]


def test_ending_while_an_answer_is_being_kept_keeps_it(studying):
    session = studying(CARD, SECOND_CARD)
    session.press(Qt.Key.Key_Space)
    session.press(Qt.Key.Key_3)
    session.page.end()
    session.qtbot.waitUntil(lambda: bool(session.ended))
    assert len(session.kept) == 1
    assert session.ended == [(NOON, 1)]


def test_the_last_answer_ends_the_session(studying):
    session = studying(CARD)
    session.press(Qt.Key.Key_Space)
    session.press(Qt.Key.Key_4)
    session.qtbot.waitUntil(lambda: bool(session.ended))
    assert session.ended == [(NOON, 1)]


def test_undo_after_the_end_goes_back_into_the_session(studying):
    session = studying(CARD)
    session.press(Qt.Key.Key_Space)
    session.press(Qt.Key.Key_4)
    session.qtbot.waitUntil(lambda: bool(session.ended))
    session.page.undo()
    session.waits_for("1 of 1")
    session.waits_for("Rating undone")
    assert not session.kept
    session.qtbot.waitUntil(lambda: session.button("Show answer").hasFocus())
    session.press(Qt.Key.Key_Space)
    session.press(Qt.Key.Key_4)
    session.qtbot.waitUntil(lambda: len(session.ended) == 2)
    assert session.ended[-1] == (NOON, 1)


def test_control_enter_does_the_main_thing(studying):
    session = studying(TYPED)
    session.write(TYPED.answer)
    session.control(Qt.Key.Key_Return)
    session.waits_for_ratings()
    session.control(Qt.Key.Key_Return)
    (review,) = session.waits_for_kept(1)
    assert review.rating is Rating.GOOD


def test_going_over_the_hardest_asks_just_these_once(studying):
    session = studying(CARD, SECOND_CARD)
    session.press(Qt.Key.Key_Space)
    session.press(Qt.Key.Key_1)
    session.waits_for(SECOND_CARD.front)
    hardest = tuple(review.question for review in session.kept)
    session.press(Qt.Key.Key_Escape)
    session.page.go_over(hardest)
    session.waits_for(CARD.front)
    session.press(Qt.Key.Key_Space)
    session.press(Qt.Key.Key_3)
    session.qtbot.waitUntil(lambda: len(session.ended) == 2)


@pytest.mark.parametrize("text_size", [85, 200])
@pytest.mark.parametrize("question", [CARD, CHOICE, GAP, TYPED])
def test_every_button_and_option_lies_within_a_small_window(
    studying, look, question, text_size
):
    look.choose("dark", text_size, still=True)
    session = studying(question)
    session.page.resize(760, 560)
    session.qtbot.waitUntil(lambda: session.page.width() == 760)
    for widget in (*session.visible(Button), *session.visible(QLineEdit)):
        corner = widget.mapTo(session.page, QPoint(0, 0))
        assert corner.x() >= 0
        assert corner.x() + widget.width() <= 760, widget.text()
        assert corner.y() + widget.height() <= 560, widget.text()
