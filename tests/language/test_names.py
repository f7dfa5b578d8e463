"""Where names stand in a text, what they are, and which are one thing."""

import pytest

from quizapp.language import Analysis, analyse, heads, names
from quizapp.language.words import Kind
from quizapp.reading import read_article


def read(text: str) -> Analysis:
    return analyse(read_article(text.encode("utf-8"), "text.txt"))


def kinds(text: str) -> dict[str, Kind]:
    return {m.text: m.kind for s in read(text).sentences for m in s.mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They fled to Camp Ashraf in Iraq.", "Camp Ashraf"),
        ("She moved to New York in 1937.", "New York"),
        (
            "They met near the Palace of the Four Winds in Warsaw.",
            "Palace of the Four Winds",
        ),
        (
            "He visited the Museum of the Polish Army in Warsaw.",
            "Museum of the Polish Army",
        ),
        (
            "It stands by the Palace of Culture and Science.",
            "Palace of Culture and Science",
        ),
        ("W. E. B. Du Bois taught at Atlanta University.", "W. E. B. Du Bois"),
        ("In 1808 Ludwig van Beethoven lived in Vienna.", "Ludwig van Beethoven"),
        ("Osama bin Laden was born in Riyadh.", "Osama bin Laden"),
        ("They were led by Hafez al-Assad until 2000.", "Hafez al-Assad"),
        ("The group was founded by Massoud Rajavi himself.", "Massoud Rajavi"),
        ("In 1840 Queen Victoria married Albert.", "Queen Victoria"),
        ("He fought in World War II and wrote about it.", "World War II"),
        ("Egypt lost the Six-Day War in 1967.", "Six-Day War"),
        ("He fought in the Seven Years' War.", "Seven Years' War"),
        ("Three Mile Island is in Pennsylvania.", "Three Mile Island"),
        ("The mayor was Councilman Roy Pettibone.", "Roy Pettibone"),
        ("Thomas Edison's wife lived in Florida.", "Thomas Edison"),
    ],
)
def test_a_name_is_whole(text: str, name: str) -> None:
    assert name in kinds(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Soldiers saw it. The soldiers fled to Paris.", "Soldiers"),
        ("The Council met in Leeds.", "Council"),
        ("The Presiding Officer lives in Edinburgh.", "Officer"),
        ("Scientists found helium on the Sun.", "Scientists"),
    ],
)
def test_a_common_word_with_a_capital_is_no_name(text: str, word: str) -> None:
    assert word not in kinds(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The physicist Marie Kowalczyk lived there.", "Marie Kowalczyk", Kind.PERSON),
        ("Rhea Tolland, who died in 1901, wrote it.", "Rhea Tolland", Kind.PERSON),
        ("They went to Harrowgate, a town in Wales.", "Harrowgate", Kind.PLACE),
        ("NASA built it in 1970. NASA sold it.", "NASA", Kind.ORGANISATION),
        (
            "It was sold to Harrow & Sons Ltd in 1901.",
            "Harrow & Sons Ltd",
            Kind.ORGANISATION,
        ),
        ("He spoke in the House of Commons.", "House of Commons", Kind.ORGANISATION),
        (
            "In 1905 the Treaty of Portsmouth was signed.",
            "Treaty of Portsmouth",
            Kind.EVENT,
        ),
        ("The city was hit by Hurricane Katrina.", "Hurricane Katrina", Kind.EVENT),
        ("He fell in the Battle of Warsaw in 1920.", "Battle of Warsaw", Kind.EVENT),
        ("It was settled at the Congress of Vienna.", "Congress of Vienna", Kind.EVENT),
        ("She starred in the film Northern Light in 1939.", "Northern Light", Kind.WORK),
        ("The Jews and the Poles lived side by side.", "Jews", Kind.NATIONALITY),
        ("Ohio borders Lake Erie.", "Ohio", Kind.PLACE),
    ],
)
def test_a_name_is_what_its_signs_say(text: str, name: str, kind: Kind) -> None:
    assert kinds(text)[name] is kind


def test_letters_are_nobody() -> None:
    assert kinds("MEK moved to Paris. MEK fled.")["MEK"] is not Kind.PERSON


def test_an_office_is_nobody() -> None:
    assert kinds("The Lord Advocate spoke.").get("Lord Advocate") is not Kind.PERSON


def test_a_short_form_lends_its_kind_to_the_name() -> None:
    found = kinds("The Khalq Mujad (KMJ) met. KMJ is an organisation. KMJ moved to Paris.")
    assert found["KMJ"] is Kind.ORGANISATION


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Battle of Warsaw", "battle"),
        ("World War II", "war"),
        ("Warsaw University of Technology", "university"),
        ("Warsaw", ""),
    ],
)
def test_the_head_of_a_name_says_what_it_is(name: str, head: str) -> None:
    assert heads.head(name) == head


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The Open Map Guild (OMG) met.", "OMG", "Open Map Guild"),
        (
            "The Bureau of Fine Maps met in Rome. In 1990 BFM moved to Paris.",
            "BFM",
            "Bureau of Fine Maps",
        ),
        (
            "John Pierpont Morgan met Tesla. J. P. Morgan paid him.",
            "J. P. Morgan",
            "John Pierpont Morgan",
        ),
        ("Jimmy Carter won. President Carter spoke to Congress.", "Carter", "Jimmy Carter"),
        ("He left the United States. The US won.", "US", "United States"),
        ("It lies on the Vistula River. The Vistula froze.", "Vistula", "Vistula River"),
        ("Margaret Ellis met Tom Price. Margaret moved.", "Margaret", "Margaret Ellis"),
    ],
)
def test_names_of_one_thing_are_known_as_such(text: str, one: str, other: str) -> None:
    assert read(text).same_thing(one, other)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Milutin Tesla met Nikola Tesla in Graz.", "Milutin Tesla", "Nikola Tesla"),
        ("Marie Curie and Pierre Curie met. Curie spoke.", "Curie", "Pierre Curie"),
        ("The Colorado River flows through Colorado.", "Colorado", "Colorado River"),
        ("The Royal Castle (1619) burned in Warsaw.", "Royal Castle", "1619"),
        ("He studied in Cambridge (Massachusetts).", "Cambridge", "Massachusetts"),
    ],
)
def test_two_things_are_never_one(text: str, one: str, other: str) -> None:
    assert not read(text).same_thing(one, other)


def test_half_a_name_has_no_short_form() -> None:
    sentence = read("He led the Ranking by Academic Performance (URAP) in 2009.").sentences[
        0
    ]
    assert [b.text for _, b in names.short_forms(sentence)] in ([], ["URAP"])
