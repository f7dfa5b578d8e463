"""Trees in the CLEAR style come out as trees of Universal Dependencies.

A tree is written as `word/tag/relation>head`, its heads being words that stand once in it.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.language import clear_trees
from quizapp.language.inflection import lemma
from quizapp.language.words import Word

POS = {
    "DT": "DET",
    "IN": "ADP",
    "TO": "PART",
    "RP": "ADP",
    "EX": "PRON",
    "WP": "PRON",
    "PRP": "PRON",
    "PRP$": "PRON",
    "CC": "CCONJ",
    "CD": "NUM",
    "JJ": "ADJ",
    "JJR": "ADJ",
    "NNP": "PROPN",
    "NN": "NOUN",
    "NNS": "NOUN",
    "VB": "VERB",
    "VBD": "VERB",
    "VBG": "VERB",
    "VBN": "VERB",
    "AUX": "AUX",
    "RB": "ADV",
    "POS": "PART",
    ",": "PUNCT",
    ".": "PUNCT",
}


def clear(tree: str) -> tuple[Word, ...]:
    parts = [part.rsplit("/", 2) for part in tree.split()]
    texts = [text for text, _, _ in parts]
    words = []
    for place, (text, tag, link) in enumerate(parts):
        relation, _, head = link.partition(">")
        pos = POS[tag]
        penn = "VBD" if tag == "AUX" else tag
        at = texts.index(head) if head else place
        words.append(
            Word(text, place, place + 1, lemma(text, penn, pos), penn, pos, relation, at)
        )
    return tuple(words)


def links(words: tuple[Word, ...]) -> dict[str, str]:
    return {word.text: f"{word.relation}>{words[word.head].text}" for word in words}


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(
            "It/PRP/nsubj>stood stood/VBD/ROOT on/IN/prep>stood a/DT/det>hill hill/NN/pobj>on "
            "of/IN/prep>hill chalk/NN/pobj>of",
            {
                "on": "case>hill",
                "hill": "obl>stood",
                "of": "case>chalk",
                "chalk": "nmod>hill",
            },
            id="a preposition hangs on its noun",
        ),
        pytest.param(
            "He/PRP/nsubj>left left/VBD/ROOT because/IN/prep>left of/IN/pcomp>because "
            "rain/NN/pobj>because",
            {"because": "case>rain", "of": "fixed>because", "rain": "obl>left"},
            id="two small words are one preposition",
        ),
        pytest.param(
            "Wren/NNP/nsubj>worked worked/VBD/ROOT from/IN/prep>worked 1675/CD/pobj>from "
            "to/IN/prep>from 1711/CD/pobj>to",
            {"1675": "obl>worked", "to": "case>1711", "1711": "nmod>1675"},
            id="a phrase within a phrase",
        ),
        pytest.param(
            "It/PRP/nsubj>fell fell/VBD/ROOT in/IN/prep>fell 1990/CD/pobj>in and/CC/cc>in "
            "after/IN/conj>in 1995/CD/pobj>after",
            {"1995": "conj>1990", "after": "case>1995", "and": "cc>1995"},
            id="two phrases are joined by their nouns",
        ),
        pytest.param(
            "It/PRP/nsubj>sank sank/VBD/ROOT after/IN/prep>sank hitting/VBG/pcomp>after "
            "rocks/NNS/dobj>hitting",
            {"after": "mark>hitting", "hitting": "advcl>sank", "rocks": "obj>hitting"},
            id="a clause behind a preposition",
        ),
        pytest.param(
            "It/PRP/nsubjpass>built was/AUX/auxpass>built built/VBN/ROOT by/IN/agent>built "
            "Ellis/NNP/pobj>by",
            {
                "It": "nsubj:pass>built",
                "was": "aux:pass>built",
                "by": "case>Ellis",
                "Ellis": "obl>built",
            },
            id="a passive and who did it",
        ),
        pytest.param(
            "Velm/NNP/nsubj>was was/AUX/ROOT a/DT/det>city city/NN/attr>was then/RB/advmod>was "
            "./././punct>was".replace("./././", "././"),
            {
                "Velm": "nsubj>city",
                "was": "cop>city",
                "city": "ROOT>city",
                "then": "advmod>city",
            },
            id="what be says of the subject heads the clause",
        ),
        pytest.param(
            "Ada/NNP/nsubj>was was/AUX/ROOT in/IN/prep>was Velm/NNP/pobj>in",
            {
                "Velm": "ROOT>Velm",
                "was": "cop>Velm",
                "Ada": "nsubj>Velm",
                "in": "case>Velm",
            },
            id="where be says the subject is",
        ),
        pytest.param(
            "There/EX/expl>was was/AUX/ROOT a/DT/det>tower tower/NN/attr>was",
            {"There": "expl>was", "tower": "nsubj>was", "was": "ROOT>was"},
            id="there was something",
        ),
        pytest.param(
            "Mills/NNS/nsubj>closed ,/,/punct>Mills shops/NNS/conj>Mills and/CC/cc>shops "
            "inns/NNS/conj>shops closed/VBD/ROOT",
            {
                "shops": "conj>Mills",
                "inns": "conj>Mills",
                "and": "cc>inns",
                ",": "punct>shops",
            },
            id="a list hangs on its first member",
        ),
        pytest.param(
            "It/PRP/nsubj>took took/VBD/ROOT houses/NNS/dobj>took ,/,/punct>took "
            "mills/NNS/dobj>took",
            {"houses": "obj>took", "mills": "conj>houses"},
            id="a second object is the next of a list",
        ),
        pytest.param(
            "Ellis/NNP/nsubj>asked asked/VBD/ROOT Tom/NNP/dative>asked to/TO/aux>help "
            "help/VB/xcomp>asked her/PRP$/poss>men men/NNS/dobj>help",
            {
                "Tom": "iobj>asked",
                "to": "mark>help",
                "her": "nmod:poss>men",
                "men": "obj>help",
            },
            id="to marks a verb, a genitive its noun",
        ),
        pytest.param(
            "She/PRP/nsubj>gave gave/VBD/ROOT it/PRP/dobj>gave to/IN/dative>gave Tom/NNP/pobj>to",
            {"it": "obj>gave", "to": "case>Tom", "Tom": "obl>gave"},
            id="given to somebody",
        ),
        pytest.param(
            "She/PRP/nsubj>sold sold/VBD/ROOT more/JJR/amod>90 than/IN/quantmod>90 "
            "90/CD/nummod>boats boats/NNS/dobj>sold",
            {"more": "advmod>90", "than": "fixed>more", "90": "nummod>boats"},
            id="more than a number",
        ),
        pytest.param(
            "They/PRP/nsubj>put put/VBD/ROOT it/PRP/dobj>put up/RP/prt>put "
            "who/WP/nsubj>came came/VBD/relcl>it",
            {"up": "compound:prt>put", "came": "acl:relcl>it"},
            id="particles and relative clauses",
        ),
    ],
)
def test_a_clear_tree_becomes_a_universal_one(tree, expected):
    found = links(clear_trees.universal(clear(tree)))
    assert {word: found[word] for word in expected} == expected


def test_a_persons_later_names_hang_on_the_first():
    tree = (
        "Miss/NNP/compound>Ellis Ada/NNP/compound>Ellis Ellis/NNP/nsubj>drew "
        "drew/VBD/ROOT it/PRP/dobj>drew"
    )
    named = [
        Word(w.text, w.start, w.end, w.lemma, w.tag, w.pos, w.relation, w.head, label)
        for w, label in zip(clear(tree), ["", "B-PERSON", "I-PERSON", "", ""], strict=True)
    ]
    found = links(clear_trees.universal(named))
    assert found["Ada"] == "nsubj>drew"
    assert found["Ellis"] == "flat>Ada"
    assert found["Miss"] == "compound>Ada"


def labelled(*labels: str) -> tuple[str, ...]:
    tags = ["DT" if label.endswith("the") else "NNP" for label in labels]
    words = [
        Word("x", n, n + 1, "x", tag, "PROPN", "dep", 0, label.removesuffix("the"))
        for n, (tag, label) in enumerate(zip(tags, labels, strict=True))
    ]
    return tuple(word.named for word in clear_trees.with_our_names(words))


def test_names_become_the_four_kinds_and_lose_their_article():
    assert labelled("B-GPEthe", "I-GPE", "I-GPE") == ("", "B-LOC", "I-LOC")
    assert labelled("B-PERSON", "I-PERSON", "B-PERSON") == (
        "B-PERSON",
        "I-PERSON",
        "B-PERSON",
    )
    assert labelled("B-NORP", "B-FAC", "B-ORG") == ("B-MISC", "B-LOC", "B-ORG")
    assert labelled("B-DATE", "I-DATE", "", "B-CARDINAL") == ("", "", "", "")
    assert labelled("B-LOC", "I-LOC", "B-MISC") == ("B-LOC", "I-LOC", "B-MISC")


def test_a_universal_tree_is_known_as_such():
    assert clear_trees.is_clear(clear("It/PRP/nsubj>saw saw/VBD/ROOT her/PRP/dobj>saw"))
    assert not clear_trees.is_clear(clear("It/PRP/nsubj>saw saw/VBD/ROOT her/PRP/obj>saw"))


TOKENS = [("was", "VBD"), ("by", "IN"), ("and", "CC"), (",", ","), ("Ann", "NNP")]
RELATIONS = sorted(
    {*clear_trees.ONLY_CLEAR, "conj", "cc", "punct", "compound", "aux", "nsubj"}
)


@st.composite
def any_tree(draw: st.DrawFn) -> list[Word]:
    """Draw words that hang together in any way, as the worst of parsers might have it."""
    size = draw(st.integers(1, 9))
    words = []
    for place in range(size):
        text, tag = draw(st.sampled_from(TOKENS))
        relation, head = draw(st.sampled_from(RELATIONS)), draw(st.integers(0, size - 1))
        pos = draw(st.sampled_from(["ADP", "NOUN", "PROPN", "VERB", "AUX", "ADJ"]))
        named = draw(st.sampled_from(["", "B-PERSON", "I-PERSON", "B-GPE"]))
        words.append(
            Word(
                text,
                place,
                place + 1,
                lemma(text, tag, pos),
                tag,
                pos,
                relation,
                head,
                named,
            )
        )
    return words


@settings(max_examples=1000, deadline=None, derandomize=True)
@given(any_tree())
def test_whatever_the_parser_said_the_result_is_one_tree(words: list[Word]) -> None:
    told = clear_trees.universal(clear_trees.with_our_names(words))
    roots = [place for place, word in enumerate(told) if word.head == place]
    assert len(roots) == 1
    assert told[roots[0]].relation == "ROOT"
    for place in range(len(told)):
        here, steps = place, 0
        while told[here].head != here:
            here, steps = told[here].head, steps + 1
            assert steps <= len(told)


def test_no_words_are_no_tree():
    assert clear_trees.one_tree(()) == ()
