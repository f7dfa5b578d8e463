"""Words of questions: found by their beginnings, and never out of date."""

import pytest

from quizapp.bank import Session, decks, questions, search
from quizapp.bank.browsing import best, lines
from quizapp.domain.question import Flashcard, Gap, Question, StoredQuestion, TypedAnswer
from tests.conftest import NOON, number

ASKED: tuple[Question, ...] = (
    Flashcard("Où est le café de Flore ?", "À Paris"),
    TypedAnswer("Who wrote Les Misérables?", "Victor Hugo", ("Hugo",)),
    Gap("The dam was built in ", "1911", " by Corvin."),
    Flashcard("نام دریاچه چیست؟", "ارومیه"),
)


@pytest.fixture
def session(bank, deck):
    with bank.write() as session:
        stored = [StoredQuestion(number(at), asked) for at, asked in enumerate(ASKED, 1)]
        questions.add(session, deck, stored)
    with bank.read() as session:
        yield session


def found(session: Session, *words: str) -> list[int]:
    return [line.id.int for line in lines(session, NOON, words=words) if line.id.int < 99]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("cafe",), [1]),
        (("CAFÉ",), [1]),
        (("caf",), [1]),
        (("miserables", "hugo"), [2]),
        (("hugo victor",), []),  # a phrase stands in its order
        (("victor hugo",), [2]),
        (("1911",), [3]),
        (("corvin", "1911"), [3]),
        (("ارومیه",), [4]),
        (("nowhere",), []),
        (("dam", "nowhere"), []),
    ],
)
def test_words_are_found_by_their_beginnings(session, words, expected):
    assert found(session, *words) == expected


@pytest.mark.parametrize("words", [('"',), ("*",), ("AND", "NOT"), ('a" OR "b',), ("(",)])
def test_no_sign_has_a_meaning_of_its_own(session, words):
    assert isinstance(found(session, *words), list)


def test_signs_alone_find_everything(session):
    assert found(session, "?") == [1, 2, 3, 4]


def test_the_closest_comes_first(session):
    assert best(session, ("dam",), 1)[0].prompt in {
        "Who drew the dam?",
        "Who called the dam too thin?",
    }
    assert len(best(session, ("dam",), 3)) == 3


def test_an_edited_question_is_found_by_its_new_words_only(bank, deck, session):
    with bank.write() as writing:
        questions.replace(writing, StoredQuestion(number(1), Flashcard("Where?", "Vienna")))
    with bank.read() as after:
        assert found(after, "paris") == []
        assert found(after, "vienna") == [1]


def test_a_question_that_is_gone_for_good_leaves_the_index(bank, deck, session):
    with bank.write() as writing:
        decks.erase(writing, deck)
    with bank.read() as after:
        assert search.best(after, ("cafe",), 5) == []
        numbered = after.connection().exec_driver_sql("SELECT count(*) FROM searchable")
        assert numbered.scalar_one() == 0


def test_removed_decks_are_not_searched(bank, deck, session):
    with bank.write() as writing:
        decks.mark_removed(writing, deck, NOON)
    with bank.read() as after:
        assert best(after, ("cafe",), 5) == []
