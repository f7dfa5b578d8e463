"""Measure the English model on official test sets; run by hand on a quiet machine.

    python -m tests.benchmarks.bench_english DATA [--model FOLDER] [--told] [--relations]

DATA holds the tests as spaCy DocBins: ewt_test, gumfree_test and pud_test with trees,
ner_ewt_test, ner_gum_test, ner_pud_test and ner_wikigold_test with names. The model gets raw
text, cut into words by spaCy and into sentences by the reading room; with --told it gets the
words and sentences of the annotation.

UAS and LAS leave punctuation out and tell :pass, :poss, :prt and :relcl apart, as the model does.
LAS* follows the CoNLL 2018 shared task, whose figures others publish: punctuation counts,
subtypes do not. Scores are F in percent, UPOS is accuracy.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin, Token
from spacy.training import Example

from quizapp.domain.article import Span
from quizapp.language.encoder import Encoder, Reading
from quizapp.paths import ENGLISH
from quizapp.reading.sentences import sentences_of

TREES = {"EWT": "ewt_test", "GUM free": "gumfree_test", "PUD": "pud_test"}
NAMES = {
    "EWT": ("ner_ewt_test", {"PERSON", "ORG", "LOC"}),
    "GUM free": ("ner_gum_test", {"PERSON", "ORG", "LOC", "MISC"}),
    "PUD": ("ner_pud_test", {"PERSON", "ORG", "LOC"}),
    "Wikigold": ("ner_wikigold_test", {"PERSON", "ORG", "LOC", "MISC"}),
}
RELATIONS = (
    *("nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "conj", "compound", "flat"),
    *("appos", "acl", "acl:relcl", "advcl", "ccomp", "xcomp", "csubj", "aux:pass", "root"),
)
Name = tuple[int, int, str]
"""First character, the character behind it, kind."""


def main() -> None:
    """Print the tables."""
    asked = _arguments()
    began = time.perf_counter()
    encoder = Encoder(asked.model)
    print(f"loaded in {time.perf_counter() - began:.2f} s")
    reader = Reader(spacy.blank("en"), encoder, told=asked.told)
    for title, name in TREES.items():
        gold = reader.docs(asked.data / f"{name}.spacy")
        began = time.perf_counter()
        found = reader.read(gold)
        speed = sum(map(len, found)) / (time.perf_counter() - began)
        _print_trees(title, found, gold, relations=asked.relations)
        print(f"{'':10}{speed:.0f} words/s")
    for title, (name, kinds) in NAMES.items():
        gold = reader.docs(asked.data / f"{name}.spacy")
        _print_names(title, reader.read(gold), gold, kinds)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, default=ENGLISH)
    parser.add_argument("--told", action="store_true")
    parser.add_argument("--relations", action="store_true")
    return parser.parse_args()


class Reader:
    """The model between annotated docs and docs as it reads them."""

    def __init__(self, nlp: Language, encoder: Encoder, *, told: bool) -> None:
        """Read with `encoder`; `told` gives it the annotation's words and sentences."""
        self._nlp = nlp
        self._encoder = encoder
        self._told = told

    def docs(self, path: Path) -> list[Doc]:
        """Return the annotated docs of a file."""
        return list(DocBin().from_disk(path).get_docs(self._nlp.vocab))

    def read(self, gold: Sequence[Doc]) -> list[Doc]:
        """Return the docs as the model reads them."""
        cut = [self._bare(doc) for doc in gold]
        passages = [[[t.text for t in s] for s in doc.sents] for doc in cut]
        readings = iter(self._encoder.read(passages))
        return [self._filled(doc, readings) for doc in cut]

    def _bare(self, doc: Doc) -> Doc:
        """Return the words and sentences of a doc, and nothing else of it."""
        if self._told:
            starts = [bool(token.is_sent_start) for token in doc]
        else:
            text, doc = doc.text, self._nlp.make_doc(doc.text)
            begins = [span.start for span in sentences_of(text, Span(0, len(text)))]
            starts = [_holds(token, begins) for token in doc]
        return Doc(
            self._nlp.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            sent_starts=list[bool | int | None](starts),
        )

    def _filled(self, doc: Doc, readings: Iterator[list[Reading]]) -> Doc:
        found = [(s.start, one) for s in doc.sents for one in next(readings)]
        return Doc(
            self._nlp.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            tags=[one.tag for _, one in found],
            pos=[one.pos for _, one in found],
            heads=[start + one.head for start, one in found],
            deps=[one.relation for _, one in found],
            ents=[one.named or "O" for _, one in found],
        )


def _holds(token: Token, begins: list[int]) -> bool:
    """Tell whether a sentence begins in this word, or the text does."""
    return token.i == 0 or any(
        token.idx <= place < token.idx + len(token) for place in begins
    )


def _print_trees(
    title: str, found: Sequence[Doc], gold: Sequence[Doc], *, relations: bool
) -> None:
    pairs = [Example(one, other) for one, other in zip(found, gold, strict=True)]
    kinds = Scorer.score_token_attr(pairs, "pos")["pos_acc"]
    tags = Scorer.score_token_attr(pairs, "tag")["tag_acc"]
    sentences = Scorer.score_spans(
        pairs, "sents", getter=lambda doc, _: doc.sents, has_annotation=lambda _: True
    )["sents_f"]
    ours = Scorer.score_deps(
        pairs, "dep", getter=_relation, ignore_labels=("punct",), head_attr="head"
    )
    theirs = Scorer.score_deps(
        pairs, "dep", getter=_universal, ignore_labels=(), head_attr="head"
    )
    print(
        f"{title:10}UPOS {kinds:.2%} tags {tags:.2%} sentences {sentences:.2%} "
        f"UAS {ours['dep_uas']:.2%} LAS {ours['dep_las']:.2%} "
        f"UAS* {theirs['dep_uas']:.2%} LAS* {theirs['dep_las']:.2%}"
    )
    if relations:
        by_kind = ours["dep_las_per_type"]
        told = [f"{r} {by_kind[r]['f']:.1%}" for r in RELATIONS if r in by_kind]
        print(f"{'':10}{', '.join(told)}")


def _relation(token: Token, _: str) -> str:
    return token.dep_.lower()


def _universal(token: Token, _: str) -> str:
    return token.dep_.lower().split(":")[0]


def _print_names(
    title: str, found: Sequence[Doc], gold: Sequence[Doc], kinds: set[str]
) -> None:
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    spans = Counter[str]()
    for one, other in zip(found, gold, strict=True):
        ours, theirs = _names(one, kinds), _names(other, kinds)
        right.update(name[2] for name in ours & theirs)
        wrong.update(name[2] for name in ours - theirs)
        missed.update(name[2] for name in theirs - ours)
        bare, meant = {name[:2] for name in ours}, {name[:2] for name in theirs}
        spans.update(
            right=len(bare & meant), wrong=len(bare - meant), missed=len(meant - bare)
        )
    print(
        f"{title:10}names {_f(right.total(), wrong.total(), missed.total()):.1%} "
        f"untyped {_f(spans['right'], spans['wrong'], spans['missed']):.1%} | "
        + ", ".join(f"{k} {_f(right[k], wrong[k], missed[k]):.1%}" for k in sorted(kinds))
    )


def _names(doc: Doc, kinds: set[str]) -> set[Name]:
    return {(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in kinds}


def _f(right: int, wrong: int, missed: int) -> float:
    return 2 * right / max(1, 2 * right + wrong + missed)


if __name__ == "__main__":
    main()
