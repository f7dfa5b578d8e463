"""Annotated sentences, read from spaCy's DocBins."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span

TALK_BEGINS, TALK_ENDS = "Cool. Alright folks.", "Dr. Guruswamy. My Lords, thank you."
"""Where transcripts of the Santa Barbara Corpus begin in GUM's training part, and what follows.

Their own terms forbid derivatives; GUM's other free genres come before and after.
"""
ROOT = "ROOT"


@dataclass(frozen=True, slots=True)
class Labels:
    """The names of tags, universal parts of speech, relations and name labels."""

    tags: list[str]
    kinds: list[str]
    relations: list[str]
    names: list[str]


@dataclass(frozen=True, slots=True)
class Annotated:
    """One sentence; `heads` count from 1, 0 is the root; what is not annotated is empty."""

    words: tuple[str, ...]
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    relations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def training(folder: Path) -> list[list[Annotated]]:
    """Return what is trained on, source by source, sentences in the order of their texts."""
    web, web_names = _joined(
        _parsed(folder / "ud_train" / "ewt_train.spacy"),
        _named(folder / "ner_train" / "ewt.spacy"),
    )
    gum = _side_by_side(
        _docs(folder / "ud_train" / "gumfree_train.spacy"),
        _docs(folder / "ner_train" / "gum.spacy"),
    )
    return [web, gum, _named(folder / "ner_train" / "wikigold.spacy"), web_names]


def development(folder: Path) -> list[list[Annotated]]:
    """Return what the training is watched on: EWT and GUM."""
    web, _ = _joined(
        _parsed(folder / "ud_dev" / "ewt_dev.spacy"),
        _named(folder / "ner_dev" / "ewt.spacy"),
    )
    gum, _ = _joined(
        _parsed(folder / "ud_dev" / "gumfree_dev.spacy"),
        _named(folder / "ner_dev" / "gum.spacy"),
    )
    return [web, gum]


def labels_of(sources: Iterable[Sequence[Annotated]]) -> Labels:
    """Collect the labels that the sentences bear."""
    sentences = [sentence for source in sources for sentence in source]
    return Labels(
        sorted({tag for s in sentences for tag in s.tags} - {""}),
        sorted({kind for s in sentences for kind in s.kinds} - {""}),
        sorted({relation for s in sentences for relation in s.relations} - {""}),
        ["O", *sorted({name for s in sentences for name in s.names} - {"O"})],
    )


def labels_at(run: Path) -> Labels:
    """Read the labels of a run."""
    return Labels(**json.loads((run / "labels.json").read_text("utf-8")))


def _docs(path: Path) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))


def _parsed(path: Path) -> list[Annotated]:
    return [_parse(sentence) for doc in _docs(path) for sentence in doc.sents]


def _named(path: Path) -> list[Annotated]:
    return [
        Annotated(words=_words(sentence), names=_names(sentence))
        for doc in _docs(path)
        for sentence in doc.sents
    ]


def _words(sentence: Span) -> tuple[str, ...]:
    return tuple(token.text for token in sentence)


def _names(sentence: Span) -> tuple[str, ...]:
    return tuple(
        f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"
        for token in sentence
    )


def _parse(sentence: Span) -> Annotated:
    return Annotated(
        _words(sentence),
        tuple(token.tag_ for token in sentence),
        tuple(token.pos_ for token in sentence),
        tuple(
            0 if token.dep_ == ROOT else token.head.i - sentence.start + 1
            for token in sentence
        ),
        tuple(token.dep_ for token in sentence),
    )


def _joined(
    parsed: list[Annotated], named: list[Annotated]
) -> tuple[list[Annotated], list[Annotated]]:
    """Give parsed sentences the names of the same words; return them and the names left over."""
    names = {sentence.words: sentence.names for sentence in named}
    both = [replace(s, names=names.get(s.words, ())) for s in parsed]
    known = {sentence.words for sentence in parsed}
    return both, [sentence for sentence in named if sentence.words not in known]


def _side_by_side(parsed: list[Doc], named: list[Doc]) -> list[Annotated]:
    """Join two files of the same sentences, without the talk that may not be used."""
    starts = [doc.text.startswith(TALK_BEGINS) for doc in parsed].index(True)
    ends = [doc.text.startswith(TALK_ENDS) for doc in parsed].index(True)
    names = [_names(sentence) for doc in named for sentence in doc.sents]
    found = []
    for number, doc in enumerate(parsed):
        own, names = names[: len(list(doc.sents))], names[len(list(doc.sents)) :]
        if not starts <= number < ends:
            sentences = zip(doc.sents, own, strict=True)
            found += [replace(_parse(s), names=of_it) for s, of_it in sentences]
    return found
