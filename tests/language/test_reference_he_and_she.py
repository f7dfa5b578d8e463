"""He and she: whom the text is about, unless somebody else may be meant."""

from tests.language.read import read


def meant(text: str, title: str = "") -> list[str]:
    return [
        name for sentence in read(text, title).sentences for name in sentence.meant.values()
    ]


def test_she_is_whom_the_text_is_about_though_her_name_is_unknown() -> None:
    text = (
        "Vigdis Orlen was a bridge builder. She was born in 1901. She studied in Bergen, and "
        "her first bridge opened in 1930."
    )
    assert set(meant(text, "Vigdis Orlen")) == {"Vigdis Orlen"}


def test_a_man_named_beside_her_is_not_she() -> None:
    text = (
        "Vigdis Orlen was a bridge builder. She was born in 1901. In 1920 she met Peter Holt. "
        "She left Bergen with him in 1930."
    )
    found = read(text, "Vigdis Orlen").sentences[-1].meant
    assert next(iter(found.values())) == "Vigdis Orlen"


def test_a_short_title_is_the_longer_name_of_the_text() -> None:
    found = read("Clara Josephine Holt was a composer. She died in 1896.", "Clara Holt")
    assert found.topic == "Clara Josephine Holt"


def test_it_is_the_topic_where_nothing_else_was_named() -> None:
    text = "The Harrow Stone is a slab of granite. It was cut in 196 BC. Soldiers found it in 1799."
    found = read(text, "The Harrow Stone").sentences[-1]
    assert list(found.meant.values()) == ["the Harrow Stone"]
