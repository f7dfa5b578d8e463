"""The short tables of names that ship with the program: signs of what a name is."""

from functools import cache

from quizapp.language.inflection import without_article
from quizapp.paths import ENGLISH

SAME_PLACE = (
    frozenset(
        {"United States", "US", "U.S.", "USA", "America", "United States of America"}
    ),
    frozenset({"United Kingdom", "UK", "U.K.", "Britain", "Great Britain"}),
    frozenset({"Soviet Union", "USSR", "Soviets"}),
    frozenset({"European Union", "EU"}),
    frozenset({"United Nations", "UN"}),
    frozenset({"Netherlands", "Holland"}),
    frozenset({"New York", "New York City"}),
)


def _rows(name: str) -> list[list[str]]:
    lines = (ENGLISH / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def countries() -> dict[str, str]:
    """Return the part of the world each country lies in."""
    return {row[0]: row[2] for row in _rows("countries.tsv")}


@cache
def country_of() -> dict[str, str]:
    """Return the country each city lies in."""
    return {row[0]: row[1] for row in _rows("cities.tsv")}


@cache
def nationalities() -> dict[str, str]:
    """Return the country each adjective of origin belongs to."""
    return {row[1]: row[0] for row in _rows("countries.tsv")}


@cache
def pronoun_of() -> dict[str, str]:
    """Return the pronoun a given name goes with: he or she."""
    return {name: row[0] for row in _rows("given_names.tsv") for name in row[1].split()}


@cache
def people() -> tuple[tuple[str, str, str], ...]:
    """Return well-known people: pronoun, field, name."""
    return tuple((row[0], row[1], row[2]) for row in _rows("people.tsv"))


def is_country(name: str) -> bool:
    """Tell whether a country goes by this name."""
    plain = without_article(name)
    return plain in countries() or any(
        plain in names and names & countries().keys() for names in SAME_PLACE
    )


def is_city(name: str) -> bool:
    """Tell whether a well-known city goes by this name."""
    return name in country_of()
