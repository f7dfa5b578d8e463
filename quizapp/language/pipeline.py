"""Words from a spaCy pipeline: the one that ships, whose network fills the `Doc`, or a named one."""

from collections.abc import Iterator, Sequence
from functools import cache

import spacy
from spacy.lang.en import English, EnglishDefaults
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quizapp.domain.article import Span
from quizapp.errors import UnusablePipeline
from quizapp.language import clear_trees
from quizapp.language.encoder import Encoder, Reading
from quizapp.language.inflection import lemma
from quizapp.language.repair import mended
from quizapp.language.words import Word
from quizapp.paths import ENGLISH

FACTORY = "quizapp_encoder"
LONGEST_SENTENCE = 200
"""Words; a longer one is no sentence but a list or a table that lost its shape."""
WORDS_AT_ONCE = 400
"""Of a long paragraph: two hundred are read in a tenth of a second, and then heard of."""
_TRIED = "Anna Holm built a tower in Paris in 1901."
"""What a named pipeline must have something to say of before it is believed."""
_BROKEN = (OSError, ImportError, ValueError, KeyError, TypeError, AttributeError)
"""What spaCy raises of files that are missing, scribbled over, or another version's."""
_TAGS = frozenset({"VBD", "VBN", "NN", "NNP", "CD"})

_Tokens = list[tuple[str, int]]
"""The words of a sentence, each with where it begins in the text."""


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


class _Words(EnglishDefaults):
    """How spaCy cuts English into words, but for 1856–1943, which it leaves in one."""

    infixes = [*(EnglishDefaults.infixes or ()), r"(?<=[0-9]{3})[–—](?=[0-9]{3})"]  # noqa: RUF012 - as spaCy has it


class _English(English):  # type: ignore[no-untyped-call]  # spaCy leaves it untyped
    Defaults = _Words


@Language.factory(FACTORY)
def make(nlp: Language, name: str) -> EncoderComponent:  # noqa: ARG001 - spaCy's signature
    """Build the component on the files that ship with the program."""
    return EncoderComponent(nlp.vocab, Encoder(ENGLISH))


@cache
def english() -> Language:
    """Return the pipeline that ships with the program, loaded once in a process."""
    nlp = _English()
    nlp.add_pipe(FACTORY)
    return nlp


@cache
def named(name: str) -> Language:
    """Return an English pipeline that a person has: the name of a package, or a folder.

    Loaded once in a process. Raises `UnusablePipeline`.
    """
    try:
        nlp = spacy.load(name)
    except _BROKEN as why:
        raise UnusablePipeline(name, "spaCy finds no such package or folder") from why
    if nlp.lang != "en":
        raise UnusablePipeline(name, "it reads another language than English")
    if not _reads(nlp):
        raise UnusablePipeline(name, "it must tell Penn's tags and dependencies")
    return nlp


def _reads(nlp: Language) -> bool:
    """Tell whether a pipeline says of a sentence what is asked for here."""
    try:
        tried = _filled(nlp, [_split(nlp, _TRIED, Span(0, len(_TRIED)))])
    except _BROKEN:
        return False
    return any(token.tag_ in _TAGS for token in tried) and tried.has_annotation("DEP")


def words_of(
    text: str, sentences: Sequence[Span], pipeline: str = ""
) -> Iterator[tuple[Word, ...]]:
    """Yield the words of each sentence of one paragraph; offsets count into `text`.

    `pipeline` names another than the shipped one. A long paragraph is read part by part.
    Raises `UnusablePipeline`.
    """
    nlp = named(pipeline) if pipeline else english()
    tokens = [_split(nlp, text, sentence) for sentence in sentences]
    for part in _parts(tokens):
        read = _read_out(_filled(nlp, part), part)
        yield from map(_in_our_words if pipeline else mended, read)


def _split(nlp: Language, text: str, sentence: Span) -> _Tokens:
    """Return the words of a sentence and where each begins in `text`; white space is no word."""
    tokens = nlp.tokenizer(sentence.of(text))
    found = [(t.text, sentence.start + t.idx) for t in tokens if not t.is_space]
    return found if len(found) <= LONGEST_SENTENCE else []


def _parts(sentences: list[_Tokens]) -> Iterator[list[_Tokens]]:
    """Yield the sentences in runs of so many words as are read at once."""
    part: list[_Tokens] = []
    for sentence in sentences:
        if part and sum(map(len, part)) + len(sentence) > WORDS_AT_ONCE:
            yield part
            part = []
        part.append(sentence)
    if part:
        yield part


def _filled(nlp: Language, sentences: list[_Tokens]) -> Doc:
    """Return a doc of these sentences with all that the pipeline says of it."""
    flat = [token for sentence in sentences for token in sentence]
    ends = [start + len(text) for text, start in flat]
    starts: list[bool | int | None] = [
        number == 0 for sentence in sentences for number in range(len(sentence))
    ]
    spaces = [end < start for end, (_, start) in zip(ends, flat[1:], strict=False)]
    words = [text for text, _ in flat]
    doc = Doc(nlp.vocab, words, [*spaces, False][: len(flat)], sent_starts=starts)
    return nlp(doc) if flat else doc


def _read_out(doc: Doc, sentences: list[_Tokens]) -> Iterator[list[Word]]:
    """Yield the words of each sentence; a head outside it counts as none."""
    first = 0
    for sentence in sentences:
        words = []
        for number, (text, start) in enumerate(sentence):
            token = doc[first + number]
            head = token.head.i - first
            words.append(
                Word(
                    text,
                    start,
                    start + len(text),
                    lemma(text, token.tag_, token.pos_),
                    token.tag_,
                    token.pos_,
                    token.dep_,
                    head if 0 <= head < len(sentence) else number,
                    f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "",
                )
            )
        yield words
        first += len(sentence)


def _in_our_words(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of another pipeline with the relations and names of the shipped one."""
    told = clear_trees.with_our_names(words)
    clear = clear_trees.is_clear(told)
    return mended(clear_trees.universal(told) if clear else clear_trees.one_tree(told))
