"""Another spaCy pipeline than the shipped one: real ones, built here and kept on disk."""

import random
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quizapp.errors import UnusablePipeline
from quizapp.generation import generate
from quizapp.language import analyse, pipeline
from quizapp.language.words import Kind, Sentence
from quizapp.reading import read_article

TEXT = (
    "Ada Corvin was born in Wales. The tower in Cardiff was designed by Ada Corvin in 1872."
)
CLEAR = """
Ada NNP PROPN compound 1 B-PERSON | Corvin NNP PROPN nsubjpass 3 I-PERSON | was VBD AUX auxpass 3 O
| born VBN VERB ROOT 3 O | in IN ADP prep 3 O | Wales NNP PROPN pobj 4 B-GPE | . . PUNCT punct 3 O

The DT DET det 1 O | tower NN NOUN nsubjpass 5 O | in IN ADP prep 1 O | Cardiff NNP PROPN pobj 2 B-GPE
| was VBD AUX auxpass 5 O | designed VBN VERB ROOT 5 O | by IN ADP agent 5 O
| Ada NNP PROPN compound 8 B-PERSON | Corvin NNP PROPN pobj 6 I-PERSON
| in IN ADP prep 5 O | 1872 CD NUM pobj 9 B-DATE | . . PUNCT punct 5 O
"""
UNIVERSAL = """
Ada NNP PROPN nsubj:pass 3 B-PERSON | Corvin NNP PROPN flat 0 I-PERSON | was VBD AUX aux:pass 3 O
| born VBN VERB root 3 O | in IN ADP case 5 O | Wales NNP PROPN obl 3 B-LOC | . . PUNCT punct 3 O

The DT DET det 1 O | tower NN NOUN nsubj:pass 5 O | in IN ADP case 3 O | Cardiff NNP PROPN nmod 1 B-LOC
| was VBD AUX aux:pass 5 O | designed VBN VERB root 5 O | by IN ADP case 7 O
| Ada NNP PROPN obl 5 B-PERSON | Corvin NNP PROPN flat 7 I-PERSON
| in IN ADP case 10 O | 1872 CD NUM obl 5 O | . . PUNCT punct 5 O
"""
TRIED = """
Anna NNP PROPN nsubj 2 O | Holm NNP PROPN flat 0 O | built VBD VERB ROOT 2 O | a DT DET det 4 O
| tower NN NOUN dobj 2 O | in IN ADP prep 2 O | Paris NNP PROPN pobj 5 O
| in IN ADP prep 2 O | 1901 CD NUM pobj 7 O | . . PUNCT punct 2 O
"""


class ByHeart:
    """A component that knows some sentences, and takes all other words for nouns in a row."""

    def __init__(self, vocab: Vocab, known: str) -> None:
        sentences = known.strip().split("\n\n")
        rows = [[word.split() for word in sentence.split("|")] for sentence in sentences]
        self._known = {tuple(word[0] for word in sentence): sentence for sentence in rows}
        self._vocab = vocab

    def __call__(self, doc: Doc) -> Doc:
        read: list[tuple[str, str, str, int, str]] = []
        for sentence in doc.sents:
            words = tuple(token.text for token in sentence)
            rows = self._known.get(words) or [
                [word, "NN", "NOUN", "dep", "0", "O"] for word in words
            ]
            read += [(r[1], r[2], r[3], int(r[4]) + sentence.start, r[5]) for r in rows]
        tags, pos, deps, heads, ents = (list(column) for column in zip(*read, strict=True))
        return Doc(
            self._vocab,
            words=[token.text for token in doc],
            tags=tags,
            pos=pos,
            deps=deps,
            heads=heads,
            ents=ents,
        )


@Language.factory("quizapp_test_by_heart", default_config={"known": ""})
def by_heart(nlp: Language, name: str, known: str) -> ByHeart:
    return ByHeart(nlp.vocab, known)


def kept(folder: Path, known: str, language: str = "en") -> str:
    nlp = spacy.blank(language)
    nlp.add_pipe("quizapp_test_by_heart", config={"known": f"{TRIED}{known}"})
    nlp.to_disk(folder)
    return str(folder)


def read(name: str) -> tuple[Sentence, ...]:
    source = read_article(TEXT.encode(), "tower.txt")
    return analyse(source, None, name).sentences


@pytest.mark.parametrize("known", [CLEAR, UNIVERSAL], ids=["clear", "universal"])
def test_a_named_pipeline_reads_in_the_shipped_ones_terms(tmp_path, known):
    born, designed = read(kept(tmp_path / "mine", known))
    relations = {word.text: word.relation for word in designed.words}
    assert relations["tower"] == "nsubj:pass"
    assert relations["Ada"] == relations["1872"] == "obl"
    assert relations["Cardiff"] == "nmod"
    assert designed.words[5].relation == "ROOT"
    found = {m.text: m.kind for s in (born, designed) for m in s.mentions}
    assert found == {
        "Ada Corvin": Kind.PERSON,
        "Wales": Kind.PLACE,
        "Cardiff": Kind.PLACE,
        "1872": Kind.YEAR,
    }


def test_a_named_pipeline_is_asked_with(tmp_path):
    source = read_article(TEXT.encode(), "tower.txt")
    name = kept(tmp_path / "mine", CLEAR)
    asked = {d.question for d in generate(source, 100, random.Random(3), None, name)}
    prompts = {getattr(question, "prompt", "") for question in asked}
    assert "In which year was the tower in Cardiff designed by Ada Corvin?" in prompts


def test_the_sentences_stay_the_articles_own(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("quizapp_test_by_heart", config={"known": f"{TRIED}{CLEAR}"})
    nlp.add_pipe("sentencizer", config={"punct_chars": ["in"]}, last=True)
    nlp.to_disk(tmp_path / "mine")
    source = read_article(TEXT.encode(), "tower.txt")
    told = analyse(source, None, str(tmp_path / "mine")).sentences
    assert tuple(sentence.span for sentence in told) == source.sentences
    assert all(sentence.says(0, len(sentence.words)) == sentence.text for sentence in told)


def refusal(name: str) -> str:
    with pytest.raises(UnusablePipeline) as told:
        read(name)
    assert told.value.name == name
    return str(told.value)


def test_a_pipeline_that_is_not_there_is_told():
    assert "spaCy finds no such package or folder" in refusal("no_such_pipeline_here")


@pytest.mark.parametrize("name", ["config.cfg", "meta.json"])
def test_a_pipeline_that_is_not_whole_is_told(tmp_path, name):
    folder = kept(tmp_path / "mine", CLEAR)
    (tmp_path / "mine" / name).write_text("scribbled over")
    assert "cannot be used" in refusal(folder)


def test_a_pipeline_of_another_language_is_told(tmp_path):
    assert "another language" in refusal(kept(tmp_path / "mine", CLEAR, "de"))


def test_a_pipeline_that_parses_nothing_is_told(tmp_path):
    spacy.blank("en").to_disk(tmp_path / "mine")
    assert "Penn's tags and dependencies" in refusal(str(tmp_path / "mine"))


def test_a_pipeline_that_breaks_down_while_it_reads_is_told(tmp_path):
    folder = kept(tmp_path / "mine", CLEAR)
    config = tmp_path / "mine" / "config.cfg"
    config.write_text(config.read_text().replace("VERB ROOT 2", "VERB ROOT two"))
    assert "Penn's tags and dependencies" in refusal(folder)


def test_a_long_paragraph_is_heard_of_part_by_part():
    sentence = "The tower in Cardiff was designed by Ada Corvin in 1872. "
    source = read_article((sentence * 120).encode(), "long.txt")
    whole = next(source.paragraphs).sentences
    words = pipeline.words_of(source.text, whole)
    assert len(next(words)) == 12
    assert sum(1 for _ in words) == len(whole) - 1
