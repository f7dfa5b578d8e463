"""What sort of place a name is, and what the tables know of it."""

import pytest

from quizapp.language import gazetteer, places
from quizapp.language.places import Level


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Africa", Level.CONTINENT),
        ("the United States", Level.COUNTRY),
        ("Holland", Level.COUNTRY),
        ("Ohio", Level.STATE),
        ("Bavaria", Level.STATE),
        ("Kraków", Level.CITY),
        ("Thames", Level.RIVER),
        ("River Ald", Level.RIVER),
        ("Lake Arda", Level.LAKE),
        ("Mount Fuji", Level.MOUNTAIN),
        ("Camp Ashraf", Level.CAMP),
        ("Quay Street", Level.STREET),
        ("Palace of the Four Winds", Level.PALACE),
        ("Mars", Level.PLANET),
    ],
)
def test_a_place_has_a_level(name: str, level: Level) -> None:
    assert places.level(name) is level


def test_an_unknown_place_has_none() -> None:
    assert places.level("Blorf") is None


def test_a_place_lies_in_its_country_and_its_part_of_the_world() -> None:
    assert places.lies_in("Warsaw", "Poland")
    assert places.lies_in("Warsaw", "Europe")
    assert not places.lies_in("Poland", "Warsaw")
    assert not places.lies_in("Poland", "Poland")


def test_cities_like_one_are_of_its_country_and_size() -> None:
    assert {"Denver", "Seattle"} <= set(gazetteer.cities_like("Boston")[:24])
    assert "Boston" not in gazetteer.cities_like("Boston")
    assert gazetteer.cities_like("Blorf") == ()


def test_a_city_is_found_without_its_marks() -> None:
    assert gazetteer.cities()["Krakow"].name == "Kraków"
    assert gazetteer.cities()["Kraków"].country == "Poland"


def test_every_country_has_a_part_of_the_world_and_most_a_capital() -> None:
    assert all(gazetteer.countries().values())
    assert gazetteer.capitals()["Norway"] == "Oslo"
    assert len(gazetteer.countries()) > 200


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Polish", "Poland"),
        ("Poles", "Poland"),
        ("Jewish", ""),
        ("Serbo-Croatian", "Croatia"),
    ],
)
def test_an_adjective_or_a_people_tells_the_country(name: str, country: str) -> None:
    assert gazetteer.is_origin(name)
    assert gazetteer.origin_country(name) == country


def test_the_name_of_a_country_is_no_people() -> None:
    assert not gazetteer.is_origin("Philippines")


def test_well_known_names_say_what_they_stand_for() -> None:
    einstein = gazetteer.known_as("Albert Einstein")[0]
    assert (einstein.kind, einstein.what, einstein.year) == ("person", "physicist", 1879)
    assert gazetteer.known_as("Blorf") == ()


def test_given_names_go_with_a_pronoun_unless_they_are_anybodys() -> None:
    assert gazetteer.pronoun_of()["Patricia"] == "she"
    assert gazetteer.pronoun_of()["Robert"] == "he"
    assert "Casey" in gazetteer.given_names() - gazetteer.pronoun_of().keys()
    assert "smith" in gazetteer.surnames()


def test_people_like_one_are_of_its_calling_and_time() -> None:
    assert "Ernest Rutherford" in gazetteer.people_like("Albert Einstein")
    assert "Isaac Newton" not in gazetteer.people_like("Albert Einstein")
    assert "Albert Einstein" not in gazetteer.people_like("Albert Einstein")
    assert gazetteer.people_like("Rhea Tolland") == ()


def test_countries_and_capitals_of_one_part_of_the_world() -> None:
    assert set(gazetteer.countries_like("Peru")) <= {
        c for c, region in gazetteer.countries().items() if region == "South America"
    }
    assert "Austria-Hungary" not in gazetteer.countries_like("Germany")
    like = gazetteer.countries_like("United States")
    assert set(like) == {"Canada", "Mexico"}
    assert "Oslo" in gazetteer.capitals_like("Helsinki")
    assert gazetteer.capitals_like("Hamburg") == ()


def test_countries_have_an_age() -> None:
    assert gazetteer.is_younger("Ukraine", 1877)
    assert not gazetteer.is_younger("Ukraine", 2004)
    assert not gazetteer.is_younger("Portugal", 1493)


def test_peoples_keep_their_form() -> None:
    assert "Poles" in gazetteer.origins_like("Hungarians")
    assert "Polish" in gazetteer.origins_like("Hungarian")
    assert gazetteer.origin_form("Danes") == "several"
    assert gazetteer.origin_form("British") == "together"
    assert gazetteer.is_part_of_country("Wales", "UK")
