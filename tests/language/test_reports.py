"""Whose words a clause is."""

from tests.language.read import stated


def test_what_somebody_claims_has_its_speaker() -> None:
    clause = stated("Anna Holt claimed that the mill closed in 1901.")["closed"]
    assert clause.speaker is not None
    words = clause.speaker.words
    assert clause.sentence.says(words[0], words[-1] + 1) == "Anna Holt"


def test_what_somebody_found_out_is_so() -> None:
    assert (
        stated("Anna Holt discovered that the mill closed in 1901.")["closed"].speaker
        is None
    )


def test_what_somebody_denies_states_nothing() -> None:
    assert "closed" not in stated("Anna Holt did not say that the mill closed in 1901.")


def test_parts_within_an_aim_are_parts_too() -> None:
    clause = stated("The council began building a bridge in Wales.")["began"]
    inner = [
        clause.sentence.words[p.head].text for p in clause.parts if p.within is not None
    ]
    assert "bridge" in inner


def test_what_a_noun_is_of_is_a_part_within_its_part() -> None:
    clause = stated("The map showed the mouth of the Wye.")["showed"]
    assert [clause.sentence.words[p.head].text for p in clause.parts if p.within] == ["Wye"]
