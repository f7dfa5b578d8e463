"""What common nouns are."""

import pytest

from quizapp.language import nouns
from quizapp.language.nouns import NounClass


@pytest.mark.parametrize(
    ("noun", "first"),
    [
        ("physicist", NounClass.PERSON),
        ("chair", NounClass.ARTIFACT),
        ("bear", NounClass.ANIMAL),
        ("hour", NounClass.TIME),
        ("oxygen", NounClass.SUBSTANCE),
        ("measles", NounClass.STATE),
        ("Reservoirs", NounClass.QUANTITY),
    ],
)
def test_a_noun_is_what_its_commonest_sense_is(noun: str, first: NounClass) -> None:
    assert nouns.main_class(noun) is first


def test_finer_classes_stand_beside_the_wide_one() -> None:
    assert {NounClass.ACT, NounClass.CONFLICT} == nouns.classes("war")
    assert NounClass.WORK in nouns.classes("novel")
    assert NounClass.DISEASE in nouns.classes("cholera")


def test_an_unlisted_noun_of_several_words_is_what_its_last_word_is() -> None:
    assert nouns.is_person("village blacksmith")
    assert nouns.is_place("mountain village")


def test_an_unknown_noun_is_nothing() -> None:
    assert nouns.classes("blorf") == frozenset()
    assert nouns.main_class("blorf") is None
    assert nouns.kin("blorf") == ()


@pytest.mark.parametrize("noun", ["physicist", "queen", "people", "crew", "prime minister"])
def test_who(noun: str) -> None:
    assert nouns.is_person(noun)


@pytest.mark.parametrize("noun", ["chair", "star", "company", "dog", "head"])
def test_not_who(noun: str) -> None:
    assert not nouns.is_person(noun)


@pytest.mark.parametrize("noun", ["village", "river", "kitchen", "university", "coast"])
def test_where(noun: str) -> None:
    assert nouns.is_place(noun)


def test_other_questions_a_noun_answers() -> None:
    assert nouns.is_time("century")
    assert not nouns.is_time("clock")


def test_kin_are_of_one_sort_and_the_nearest_come_first() -> None:
    assert set(nouns.kin("helium")[:2]) <= {"neon", "argon", "hydrogen"}
    assert "helium" not in nouns.kin("Helium")


def test_a_plural_has_plural_kin() -> None:
    assert "seals" in nouns.kin("whales")


def test_the_text_tells_which_meaning_has_its_kin() -> None:
    assert "prince" in nouns.kin("king")
    assert "rook" not in nouns.kin("king")
    assert "rook" in nouns.kin("king", {"bishop", "pawn"})


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("theory", NounClass.COGNITION),
        ("letter", NounClass.COMMUNICATION),
        ("anger", NounClass.FEELING),
        ("urge", NounClass.MOTIVE),
        ("storm", NounClass.PHENOMENON),
        ("debt", NounClass.POSSESSION),
        ("evaporation", NounClass.PROCESS),
        ("ratio", NounClass.RELATION),
        ("triangle", NounClass.SHAPE),
        ("entity", NounClass.THING),
        ("faith", NounClass.BELIEF),
        ("faith", NounClass.RELIGION),
        ("planet", NounClass.CELESTIAL),
        ("coat", NounClass.CLOTHING),
        ("red", NounClass.COLOUR),
        ("ammonia", NounClass.COMPOUND),
        ("thermometer", NounClass.DEVICE),
        ("contract", NounClass.DOCUMENT),
        ("oxygen", NounClass.ELEMENT),
        ("violin", NounClass.INSTRUMENT),
        ("mother tongue", NounClass.LANGUAGE),
        ("money", NounClass.MONEY),
        ("carpentry", NounClass.OCCUPATION),
        ("physics", NounClass.SCIENCE),
        ("football", NounClass.SPORT),
        ("truck", NounClass.VEHICLE),
        ("sword", NounClass.WEAPON),
        ("rain", NounClass.WEATHER),
        ("height", NounClass.ATTRIBUTE),
    ],
)
def test_every_class_has_its_nouns(noun: str, one: NounClass) -> None:
    assert one in nouns.classes(noun)


@pytest.mark.parametrize("noun", ["hour", "owl", "X-ray", "heir", "umbrella"])
def test_an(noun: str) -> None:
    assert nouns.sounds_open(noun)


@pytest.mark.parametrize("noun", ["university", "rook", "one", "European", "unit"])
def test_a(noun: str) -> None:
    assert not nouns.sounds_open(noun)
