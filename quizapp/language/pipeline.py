"""The network as a spaCy component: spaCy splits the words, the network fills the `Doc`."""

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quizapp.domain.article import Span
from quizapp.language.encoder import Encoder, Reading
from quizapp.language.inflection import lemma
from quizapp.language.repair import mended
from quizapp.language.words import Word
from quizapp.paths import ENGLISH

FACTORY = "quizapp_encoder"
LONGEST_SENTENCE = 200
"""Words; a longer one is no sentence but a list or a table that lost its shape."""


class EncoderComponent:
    """Fill tags, dependencies and names of docs whose sentence starts are set."""

    def __init__(self, vocab: Vocab, encoder: Encoder) -> None:
        """Read with `encoder` into docs of `vocab`."""
        self._vocab = vocab
        self._encoder = encoder

    def __call__(self, doc: Doc) -> Doc:
        """Return the doc, filled."""
        sentences = [[token.text for token in sentence] for sentence in doc.sents]
        return self._filled(doc, self._encoder.read([sentences]))

    def _filled(self, doc: Doc, sentences: list[list[Reading]]) -> Doc:
        starts = [sent.start for sent in doc.sents]
        readings = [reading for sentence in sentences for reading in sentence]
        heads = [
            start + reading.head
            for start, sentence in zip(starts, sentences, strict=True)
            for reading in sentence
        ]
        return Doc(
            self._vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            tags=[reading.tag for reading in readings],
            pos=[reading.pos for reading in readings],
            heads=heads,
            deps=[reading.relation for reading in readings],
            ents=[reading.named or "O" for reading in readings],
        )


@Language.factory(FACTORY)
def make(nlp: Language, name: str) -> EncoderComponent:  # noqa: ARG001 - spaCy's signature
    """Build the component on the files that ship with the program."""
    return EncoderComponent(nlp.vocab, Encoder(ENGLISH))


@cache
def english() -> Language:
    """Return the English pipeline, loaded once in a process."""
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY)
    return nlp


def words_of(text: str, sentences: tuple[Span, ...]) -> list[tuple[Word, ...]]:
    """Return the words of each sentence of one paragraph; offsets count into `text`."""
    nlp = english()
    tokens = [_split(nlp, text, sentence) for sentence in sentences]
    starts: list[bool | int | None] = [
        number == 0 for sentence in tokens for number in range(len(sentence))
    ]
    flat = [word for sentence in tokens for word, _ in sentence]
    if not flat:
        return [() for _ in sentences]
    doc = Doc(nlp.vocab, words=flat, sent_starts=starts)
    filled = nlp.get_pipe(FACTORY)(doc)
    return _read_out(filled, tokens)


def _split(nlp: Language, text: str, sentence: Span) -> list[tuple[str, int]]:
    """Return the words of a sentence and where each begins in `text`; white space is no word."""
    tokens = nlp.tokenizer(sentence.of(text))
    found = [(t.text, sentence.start + t.idx) for t in tokens if not t.is_space]
    return found if len(found) <= LONGEST_SENTENCE else []


def _read_out(doc: Doc, sentences: list[list[tuple[str, int]]]) -> list[tuple[Word, ...]]:
    result, first = [], 0
    for sentence in sentences:
        words = []
        for number, (text, start) in enumerate(sentence):
            token = doc[first + number]
            named = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else ""
            words.append(
                Word(
                    text,
                    start,
                    start + len(text),
                    lemma(text, token.tag_, token.pos_),
                    token.tag_,
                    token.pos_,
                    token.dep_,
                    token.head.i - first,
                    named,
                )
            )
        result.append(mended(words))
        first += len(sentence)
    return result
