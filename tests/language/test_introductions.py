"""The nouns by which a text introduces its names, and the name that such a noun points to."""

from tests.language.read import read


def test_what_a_name_is_said_to_be_is_its_noun() -> None:
    found = read("Kilimanjaro is a dormant volcano in Tanzania.").introduced
    assert "volcano" in found["Kilimanjaro"]


def test_what_a_comma_says_of_a_name_is_its_noun() -> None:
    found = read("They met in Aldmouth, a harbour town in Wales.").introduced
    assert "town" in found["Aldmouth"]


def test_a_noun_before_a_name_is_its_noun() -> None:
    assert (
        "steamer"
        in read("In 1850 the steamer Caledonia left Bergen.").introduced["Caledonia"]
    )


def test_the_treaty_is_the_one_named_lately() -> None:
    found = read("The Treaty of Ghent was signed in 1814. The treaty ended a war.")
    assert found.named_lately(1, "treaty") == "Treaty of Ghent"


def test_of_two_treaties_none_is_meant() -> None:
    text = "The Treaty of Ghent followed the Treaty of Paris. The treaty ended a war."
    assert read(text).named_lately(1, "treaty") == ""


def test_a_word_is_short_for_the_only_longer_name() -> None:
    found = read("The Grand Canal was dug by hand. The Canal opened in 1804.")
    assert found.full_form(1, "Canal") == "Grand Canal"
