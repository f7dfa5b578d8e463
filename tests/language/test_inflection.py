"""Forms of English words."""

import pytest

from quizapp.language import inflection


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("found", "VBD", "find"),
        ("founded", "VBD", "found"),
        ("left", "VBD", "leave"),
        ("wrote", "VBD", "write"),
        ("studies", "VBZ", "study"),
        ("rose", "VBD", "rise"),
    ],
)
def test_a_verb_loses_its_ending_behind_did(word: str, tag: str, base: str) -> None:
    assert inflection.base_form(word, tag) == base


@pytest.mark.parametrize(
    ("base", "form"), [("go", "goes"), ("study", "studies"), ("keep", "keeps")]
)
def test_he_takes_an_s(base: str, form: str) -> None:
    assert inflection.third_person(base) == form


def test_forms_of_be_have_one_lemma() -> None:
    assert {inflection.lemma(w, "VBD", "AUX") for w in ("was", "were", "is", "been")} == {
        "be"
    }


@pytest.mark.parametrize(
    ("word", "tag", "pos", "base"),
    [
        ("other", "JJ", "ADJ", "other"),
        ("involved", "JJ", "ADJ", "involved"),
        ("Israeli", "JJ", "ADJ", "israeli"),
        ("more", "JJR", "ADJ", "more"),
        ("larger", "JJR", "ADJ", "large"),
        ("cities", "NNS", "NOUN", "city"),
        ("troops", "NNS", "NOUN", "troops"),
        ("need", "VBP", "VERB", "need"),
        ("hoping", "VBG", "VERB", "hope"),
        ("could", "MD", "AUX", "could"),
        ("wo", "MD", "AUX", "will"),
    ],
)
def test_only_an_inflected_form_is_shortened(
    word: str, tag: str, pos: str, base: str
) -> None:
    assert inflection.lemma(word, tag, pos) == base
