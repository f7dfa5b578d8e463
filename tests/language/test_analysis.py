"""What the language room says of short texts."""

import pytest

from quizapp.domain.article import Article
from quizapp.language import Analysis, analyse, clauses, reference
from quizapp.language.words import Kind, Sentence
from quizapp.reading import read_article


def read(text: str) -> Analysis:
    return analyse(article(text))


def article(text: str) -> Article:
    return read_article(text.encode("utf-8"), "text.txt")


def kinds(analysis: Analysis) -> dict[str, Kind]:
    return {m.text: m.kind for s in analysis.sentences for m in s.mentions}


def test_the_sentences_are_the_articles_own() -> None:
    text = "Dr. Ellis built it in 1872. It fell in 1900! Nobody was hurt."
    source = article(text)
    assert tuple(s.span for s in analyse(source).sentences) == source.sentences


def test_words_know_where_they_stand_in_the_article() -> None:
    source = article("A title\n\n  The tower’s lamp – “Old Bess” – burned oil until 1905.")
    for sentence in analyse(source).sentences:
        assert sentence.words
        assert all(source.text[w.start : w.end] == w.text for w in sentence.words)
        assert sentence.says(0, len(sentence.words)) == sentence.text


def test_every_sentence_is_one_tree() -> None:
    for sentence in read(
        "The tower fell. When it fell, the keeper, who slept, woke up."
    ).sentences:
        roots = [place for place, word in enumerate(sentence.words) if word.head == place]
        assert len(roots) == 1
        assert sentence.subtree(roots[0]) == tuple(range(len(sentence.words)))


def test_names_get_a_kind_when_a_second_sign_agrees() -> None:
    found = kinds(
        read(
            "Margaret Ellis studied at the University of Leeds. She moved to Warsaw in Poland. "
            "The Polish engineer worked for the Harrow Company near Lake Arda."
        )
    )
    assert found["Margaret Ellis"] is Kind.PERSON
    assert found["University of Leeds"] is Kind.ORGANISATION
    assert found["Warsaw"] is found["Poland"] is Kind.PLACE
    assert found["Polish"] is Kind.NATIONALITY
    assert found["Harrow Company"] is Kind.ORGANISATION
    assert found["Lake Arda"] is Kind.PLACE


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("1872", Kind.YEAR),
        ("3 March 1986", Kind.DATE),
        ("March 1986", Kind.DATE),
        ("the 1980s", Kind.PERIOD),
        ("the 19th century", Kind.PERIOD),
        ("31 percent", Kind.PERCENT),
        ("$6.5 million", Kind.MONEY),
        ("41 metres", Kind.MEASURE),
        ("over 2,000", Kind.NUMBER),
    ],
)
def test_times_and_amounts_are_found_by_their_form(phrase: str, kind: Kind) -> None:
    assert (
        kinds(read(f"The tower of Harrow was told of with {phrase}, said Ellis."))[phrase]
        is kind
    )


def test_a_short_form_in_brackets_is_an_alias() -> None:
    found = read("The Open Map Guild (OMG) moved to Geneva. The OMG hired Lena Holm.")
    assert found.same_thing("OMG", "Open Map Guild")
    assert found.names_of("OMG") == {"Open Map Guild"}


def test_a_surname_stands_for_the_person_named_before() -> None:
    found = read(
        "Massoud Rajavi was born in 1948. Rajavi fled to Paris. He married Maryam Rajavi."
    )
    assert found.same_thing("Rajavi", "Massoud Rajavi")
    assert not found.same_thing("Massoud Rajavi", "Maryam Rajavi")


def test_she_is_the_only_woman_named() -> None:
    sentence = read("Margaret Ellis met Tom Price. She moved to Cardiff.").sentences[1]
    assert sentence.meant == {0: "Margaret Ellis"}


def test_he_is_nobody_where_two_men_were_named() -> None:
    assert read("Tom Hall met John Price. He moved to Cardiff.").sentences[1].meant == {}


def test_it_goes_on_about_the_topic() -> None:
    text = "Warsaw\n\nWarsaw is a city in Poland. It lies on the Vistula River near Praga."
    assert read(text).sentences[0].text.startswith("Warsaw is")
    assert read(text).sentences[1].meant == {0: "Warsaw"}


def test_it_is_nothing_where_two_things_were_named() -> None:
    text = "Guilds\n\nThe Red Cross joined the Harrow Company. It moved to Geneva in 2016."
    assert read(text).sentences[-1].meant == {}


def clause_of(text: str) -> list[tuple[str, str]]:
    sentence = read(text).sentences[-1]
    return [
        (_subject(sentence, c), sentence.words[c.predicate].lemma)
        for c in clauses.of(sentence)
    ]


def _subject(sentence: Sentence, clause: clauses.Clause) -> str:
    return sentence.words[clause.subject.head].text


def test_joined_verbs_share_their_subject() -> None:
    assert clause_of("The guild drew maps in 2006 and trained pupils in Kenya.") == [
        ("guild", "draw"),
        ("guild", "train"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The guild did not draw maps.",
        "The guild drew no maps.",
        "If the guild drew maps, we would know.",
        "Ellis wrote it. Did the guild draw maps?",
    ],
)
def test_what_is_not_stated_is_no_clause(text: str) -> None:
    assert ("guild", "draw") not in clause_of(text)


def test_the_main_subject_is_found_behind_a_fronted_phrase() -> None:
    sentence = read("In 1866 the steamer Caledonia struck the reef.").sentences[0]
    place = reference.main_subject(sentence)
    assert place is not None
    assert sentence.words[place].text == "steamer"


def test_the_listener_hears_how_many_sentences_were_read() -> None:
    heard: list[int] = []
    analyse(
        article("One tower fell. Two stood.\n\nThree were built in Wales."), heard.append
    )
    assert heard[-1] == 3
    assert heard == sorted(heard)


def test_endless_words_and_endless_sentences_are_read() -> None:
    long_words = " ".join(["pneumonoultramicroscopicsilicovolcanoconiosis"] * 150)
    endless = " ".join(["the tower and"] * 100)
    found = read(f"It was {long_words} in 1872.\n\nHe saw {endless} the sea in 1873.")
    assert len(found.sentences[0].words) == 155
    assert found.sentences[1].words == ()
