"""What can be done to the question in hand: flag it, edit it, open it in its article."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit

from quizapp.domain.article import Span
from quizapp.domain.question import DeckId, Flashcard, StoredQuestion, TypedAnswer, solution
from quizapp.domain.review import Rating
from quizapp.operations import by_hand, sharing
from quizapp.ui.cards.footers import ContinueFoot
from quizapp.ui.cards.rating_bar import RatingBar
from quizapp.ui.pages.study import State
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.source_quote import SourceQuote
from tests.ui.pages.conftest import CARD, CHOICE, GAP, SECOND_CARD, TEXT, TYPED, Session

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing")
CONTROL = Qt.KeyboardModifier.ControlModifier


def flagged(session: Session) -> bool:
    return any(icon.accessibleName() == "Flagged" for icon in session.visible(Icon))


def edit(
    session: Session,
    words: str,
    *,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Open the editor by its key, add words to what is asked, and save."""
    session.press(Qt.Key.Key_E, held)
    (prompt,) = session.visible(QPlainTextEdit)
    assert prompt.hasFocus()
    session.write(words)
    session.press(Qt.Key.Key_Return, CONTROL, rest=False)
    assert not session.visible(Overlay)


def stored(session: Session) -> tuple[StoredQuestion, ...]:
    found: list[tuple[StoredQuestion, ...]] = []
    session.tasks.read(lambda bank: sharing.questions_of(bank, session.deck), found.append)
    session.qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_f_flags_the_question_and_f_again_takes_the_flag_off(studying):
    session = studying(CARD)
    session.press(Qt.Key.Key_F)
    session.waits_for("Flagged")
    assert flagged(session)
    assert session.page.drawn.flagged
    session.press(Qt.Key.Key_F)
    session.waits_for("Flag taken off")
    assert not flagged(session)


def test_undo_takes_a_flag_off_and_leaves_the_answer_shown(studying):
    session = studying(CARD)
    session.press(Qt.Key.Key_Space)
    session.waits_for_ratings()
    session.press(Qt.Key.Key_F)
    session.waits_for("Flagged")
    session.control(Qt.Key.Key_Z)
    session.qtbot.waitUntil(lambda: not flagged(session))
    assert session.page.state is State.JUDGED
    session.press(Qt.Key.Key_3)
    (review,) = session.waits_for_kept(1)
    assert review.rating is Rating.GOOD


def test_the_menu_offers_what_the_keys_do(studying):
    session = studying(CARD)
    opened: list[tuple[DeckId, Span]] = []
    session.page.read.connect(lambda *where: opened.append(where))
    session.press(Qt.Key.Key_F)
    session.waits_for("Flagged")
    session.click(session.button("More for this question"))
    (menu,) = session.page.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Take the flag off\tF",
        "Later today\tB",
        "Set aside\tX",
        "Open in article\tO",
    ]
    menu.actions()[3].trigger()
    menu.close()
    assert opened[0][1].of(TEXT).startswith("Oxygen was discovered")


def test_an_edited_question_is_asked_in_its_new_words_and_put_back_by_undo(studying):
    session = studying(CARD)
    edit(session, " In which city?")
    session.waits_for("Who discovered oxygen? In which city?")
    assert "Question changed" in session.words
    assert session.page.state is State.ASKED
    session.control(Qt.Key.Key_Z)
    session.waits_for(CARD.front)
    assert [one.question for one in stored(session)] == [CARD]


def test_an_answer_that_was_shown_stays_shown_in_its_new_words(studying):
    session = studying(CARD)
    session.press(Qt.Key.Key_Space)
    session.waits_for_ratings()
    session.press(Qt.Key.Key_E)
    (answer,) = session.visible(QLineEdit)
    answer.setText("Scheele")
    session.press(Qt.Key.Key_Return, CONTROL, rest=False)
    session.waits_for("Scheele")
    (quote,) = session.visible(SourceQuote)
    assert "Marked: Scheele." in quote.accessibleDescription()
    assert session.visible(RatingBar)
    session.press(Qt.Key.Key_3)
    session.waits_for_kept(1)


@pytest.mark.parametrize("question", [CHOICE, TYPED, GAP])
def test_a_missed_question_may_be_edited_and_is_kept_once(studying, question):
    session = studying(question, SECOND_CARD)
    alone = Qt.KeyboardModifier.NoModifier
    session.press(Qt.Key.Key_0, alone if question is CHOICE else CONTROL)
    session.qtbot.waitUntil(lambda: bool(session.visible(ContinueFoot)))
    edit(session, " Well.")
    session.qtbot.waitUntil(
        lambda: (
            session.page.drawn.asked.question != question
            and session.page.state is State.MISSED
        )
    )
    session.waits_for("Why" if question is CHOICE else solution(question))
    session.press(Qt.Key.Key_Space)
    session.waits_for(SECOND_CARD.front)
    assert len(session.kept) == 1


def test_control_e_edits_while_typing(studying):
    session = studying(TYPED)
    session.write("e")
    assert session.focus.text() == "e"
    edit(session, " Say it.", held=CONTROL)
    session.waits_for("Who discovered oxygen? Say it.")
    assert isinstance(session.focus, QLineEdit)
    (only,) = stored(session)
    assert only.question == TypedAnswer("Who discovered oxygen? Say it.", TYPED.answer)


def test_escape_leaves_the_editor_and_the_question_as_they_were(studying):
    session = studying(CARD)
    session.press(Qt.Key.Key_E)
    session.write(" Never.")
    session.press(Qt.Key.Key_Escape)
    assert not session.visible(Overlay)
    assert session.focus is session.button("Show answer")
    assert [one.question for one in stored(session)] == [CARD]
    assert not session.ended


def test_time_in_the_editor_and_in_the_article_is_not_the_answers(studying):
    session = studying(CARD)
    session.press(Qt.Key.Key_E)
    session.now += timedelta(minutes=3)
    session.press(Qt.Key.Key_Escape)
    session.press(Qt.Key.Key_O)
    session.now += timedelta(minutes=5)
    session.page.come_back()
    session.now += timedelta(seconds=8)
    session.press(Qt.Key.Key_Space)
    session.waits_for_ratings()
    session.press(Qt.Key.Key_3)
    (review,) = session.waits_for_kept(1)
    assert review.took == timedelta(seconds=8)


def test_a_question_changed_in_the_article_comes_back_in_its_new_words(studying):
    session = studying(CARD)
    session.press(Qt.Key.Key_O)
    (only,) = stored(session)
    new = Flashcard("Who found oxygen first?", CARD.back)
    session.tasks.change(lambda bank: by_hand.change(bank, only.id, new), lambda _: None)
    session.page.come_back()
    session.waits_for("Who found oxygen first?")


def test_letters_of_deeds_are_letters_in_a_field(studying):
    session = studying(TYPED)
    session.write("efoxb")
    assert session.focus.text() == "efoxb"
    assert not session.visible(Overlay)
    assert not flagged(session)
