"""The network as the program calls it."""

import pytest

from quizapp.language.encoder import Encoder, shape
from quizapp.paths import ENGLISH


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(ENGLISH)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("tower", 1),
        ("Ellis", 2),
        ("A", 3),
        ("NATO", 4),
        ("McKay", 5),
        ("1872", 6),
        ("B52", 7),
        ("–", 8),
    ],
)
def test_letter_case_is_a_class_of_the_word(word: str, form: int) -> None:
    assert shape(word) == form


def test_each_sentence_gets_its_own_readings_in_order(encoder: Encoder) -> None:
    first, second = ["The", "tower", "fell", "."], ["Margaret", "Ellis", "wept", "."]
    found = encoder.read([[first, [], second], [first * 60]])
    assert [len(sentence) for sentence in found] == [4, 0, 4, 240]
    assert [one.pos for one in found[0]] == ["DET", "NOUN", "VERB", "PUNCT"]
    assert [one.named for one in found[2]] == ["B-PERSON", "I-PERSON", "", ""]


def test_heads_stay_in_their_sentence(encoder: Encoder) -> None:
    sentences = [["It", "fell", "."], ["Nobody", "was", "hurt", "there", "."]]
    for sentence in encoder.read([sentences]):
        assert all(0 <= one.head < len(sentence) for one in sentence)
        assert [one.relation for one in sentence].count("ROOT") == 1


def test_a_word_of_no_known_piece_is_still_a_word(encoder: Encoder) -> None:
    assert len(encoder.read([[["\u200b", "fell"]]])[0]) == 2
