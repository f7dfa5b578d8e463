"""Where sentences end, and where a stop is only a stop."""

import pytest

from quizapp.domain.article import Span
from quizapp.reading.sentences import sentences_of, stops

CASES = [
    "Mr. Smith met Dr. Jones at 5 p.m. on Monday. | They talked.",
    "The U.S. Army arrived. | It stayed in the U.S. | It liked the place.",
    "J. R. R. Tolkien wrote it. | George W. Bush did not.",
    "It cost $3.5 million (about £2.1 million). | It rose 4.2 percent.",
    "“Why?” he asked. | “Because.” | She left.",
    "He said: “I came. I saw. I conquered.” | Then he left.",
    '"Stop! Go back!" she cried. | "Never."',
    "See Fig. 2 and No. 5 for more. | He said no. | Then he left.",
    "Apple Inc. announced it. | It was Apple Inc. | The firm grew.",
    "It ended in 1979. | 2,000 people came.",
    "It was ... strange. | He stayed…  | Nobody knew why.",
    "What?! | You too?",
    "He wrote it (see p. 12. It is long.) in May. | (It rained.) | It stopped.",
    "John Smith Jr. was born on Jan. 5, 1920. | He died on Dec. 3.",
    "They used e.g. iron, i.e. Fe, etc. in it. | Next came Prof. X.",
    "Vitamin C. is odd. | He chose plan B. | It failed.",
    "He got a Ph.D. in 1900. | She got a B.A. | In 1905 she left.",
    "Washington, D.C. is big. | St. Petersburg too.",
    "The river is 5 km long.[12] | It is old.[a][3] | Is it?[citation needed] | Yes.",
    "He graduated in 1873.:33 | He left.:4–5:24 | Then he came back.",
    "iPhone sales rose. | iPads fell.",
    "1. Introduction is first. | It is short.",
    "Smith et al. (2010) found it. | Gen. Lee and Mt. Everest vs. K2.",
    "They are called “presidents in exile”. | Nobody has seen them.",
    "«Bonjour.» | Il part.",
    "这是一句。|那是二句。",
    "این جمله است. | آیا این سؤال است؟ | بله.",
    "It is at www.example.com. | Go there, Gov. Moon.",
    "Is it 5'10\" tall? | It is. | He is 6'2\" tall. | Fine.",
    "Its first line\nends here. | A second follows.",
    "It never stops | ",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_a_reader_would_say(case):
    expected = [part.strip() for part in case.split("|") if part.strip()]
    text = "  " + case.replace(" | ", " ").replace("|", "")
    found = sentences_of(text, Span(0, len(text)))
    assert [sentence.of(text) for sentence in found] == expected


def test_offsets_count_into_the_whole_text():
    text = "Before. One is here. Two is there. After."
    assert sentences_of(text, Span(8, 34)) == (Span(8, 20), Span(21, 34))


def test_stray_stops_belong_to_the_sentence_before():
    text = "One is here. ... ?"
    assert sentences_of(text, Span(0, len(text))) == (Span(0, len(text)),)


def test_a_long_open_quotation_is_parted_all_the_same():
    text = "“It rained. " + "It rained again. " * 30 + "Then it stopped.”"
    assert len(sentences_of(text, Span(0, len(text)))) > 5


@pytest.mark.parametrize("words", ["It ends.", "Does it?”", "Yes!) ", "Old.[12]", "终。"])
def test_a_stop_ends_the_words(words):
    assert stops(words)


@pytest.mark.parametrize("words", ["A heading", "“in exile", "Causes:", "No. 5", ""])
def test_no_stop_ends_the_words(words):
    assert not stops(words)
