"""Names in a text: where each stands, what it is (`kinds`), and which are one thing (`aliases`)."""

from collections.abc import Iterable
from dataclasses import replace

from quizapp.language import aliases as same
from quizapp.language import kinds, quantities, spans
from quizapp.language.words import Kind, Mention, Sentence

aliases = same.found
short_forms = same.short_forms
other_names = same.other_names


def mark(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences with their names, times and amounts."""
    told = list(sentences)
    small = frozenset(
        w.text for sentence in told for w in sentence.words if w.text.islower()
    )
    marked = [_marked(sentence, small) for sentence in told]
    found = kinds.of_names(marked)
    return tuple(
        replace(
            sentence,
            mentions=tuple(
                replace(m, kind=found[m.text]) if m.text in found else m
                for m in sentence.mentions
            ),
        )
        for sentence in marked
    )


def _marked(sentence: Sentence, small: frozenset[str]) -> Sentence:
    """Mark times and amounts first; a name never takes their words."""
    mentions = list(_quantities(sentence))
    taken = {place for m in mentions for place in range(m.first, m.last)}
    for first, last in spans.of_names(sentence, taken, small):
        mentions.append(Mention(Kind.OTHER_NAME, first, last, sentence.says(first, last)))
    return replace(sentence, mentions=tuple(sorted(mentions, key=lambda m: m.first)))


def _quantities(sentence: Sentence) -> Iterable[Mention]:
    starts = {
        w.start - sentence.span.start: place for place, w in enumerate(sentence.words)
    }
    ends = {
        w.end - sentence.span.start: place + 1 for place, w in enumerate(sentence.words)
    }
    for kind, start, end in quantities.found(sentence.text):
        if start not in starts or end not in ends:
            continue
        first, last = starts[start], ends[end]
        if kind is Kind.NUMBER and _is_in_a_name(sentence, first, last):
            continue
        real = kind
        if kind is Kind.YEAR and _counts_something(sentence, first, last):
            real = Kind.NUMBER
        yield Mention(real, first, last, sentence.says(first, last))


def _is_in_a_name(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a number is a part of a name: Apollo 11, the Palace of the Four Winds."""
    words = sentence.words
    if all(word.named for word in words[first:last]):
        return True
    hyphens = words[last].text == "-" if last < len(words) else False
    following = words[last + hyphens : last + hyphens + 1]
    capital = first > 0 and words[first].text[0].isupper() and words[first - 1].text != "."
    return (
        capital
        and bool(following)
        and (following[0].pos == "PROPN" and following[0].text[0].isupper())
    )


def _counts_something(sentence: Sentence, first: int, last: int) -> bool:
    word = sentence.words[last - 1]
    head = sentence.words[word.head]
    return last - first == 1 and word.relation == "nummod" and head.tag == "NNS"
