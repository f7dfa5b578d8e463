"""What something is, and what else it is called, where a sentence says so in passing."""

import re
from collections.abc import Iterator

from quizapp.generation import answers, attribution, phrases, stems
from quizapp.generation.asked import Asked, Form
from quizapp.language import clauses, names, nouns
from quizapp.language.lexicon import listed
from quizapp.language.words import NAMES, Analysis, Kind, Mention, Sentence, Word

_ONLY_ONE = re.compile(r"\b(?:only|first|second|third|last|sole|[a-z]+est)\b")


def questions(analysis: Analysis, sentence: Sentence) -> Iterator[Asked]:
    """Yield the questions on names and what is said of them behind a comma."""
    for name, short in names.short_forms(sentence):
        yield from _on_short_form(sentence, name, short)
    for name, other in names.other_names(sentence):
        prompt = f"By what other name is {called(analysis, name.text)} known?"
        yield Asked(Form.ALIAS, sentence, prompt, other.first, other.last, Kind.TERM)
    for place, word in enumerate(sentence.words):
        if word.relation == "appos":
            asked = _on_aside(analysis, sentence, place)
            if asked is not None:
                yield asked
            asked = _on_office(analysis, sentence, place)
            if asked is not None:
                yield asked


def called(analysis: Analysis, name: str) -> str:
    """Return the name with "the" where the text says it so."""
    return f"the {name}" if analysis.takes_article(name) else name


def _on_short_form(sentence: Sentence, name: Mention, short: Mention) -> Iterator[Asked]:
    """Yield what initials stand for; the other way round the name gives the answer."""
    if not _are_initials(short.text, name.text):
        return
    prompt = f"What does the abbreviation {short.text} stand for?"
    yield Asked(Form.ALIAS, sentence, prompt, name.first, name.last, Kind.TERM)


def _are_initials(short: str, name: str) -> bool:
    """Tell whether the letters are first letters of the name's words, in order."""
    initials = "".join(part[0].upper() for part in re.split(r"[\s-]+", name) if part)
    letters = iter(initials)
    return short.isupper() and len(short) > 1 and all(letter in letters for letter in short)


def _on_aside(analysis: Analysis, sentence: Sentence, place: int) -> Asked | None:
    """Ask who or what a name is, of which a comma says it."""
    name = clauses.explained(sentence, place)
    if name is None or name.covers(place):
        return None
    reach = answers.noun_phrase(sentence, place, sentence.subtree(place))
    if reach is None or reach[0] < name.last:
        return None
    if sentence.words[reach[0]].lower not in {"a", "an"}:
        return None
    if sentence.words[reach[0] - 1].text != "," or reach[1] - reach[0] < 3:
        return None
    if not answers.may_answer(sentence, place, reach):
        return None
    prompt = _asks_what(analysis, sentence, name)
    asked = Asked(Form.ASIDE, sentence, prompt, *reach, Kind.TERM)
    charged = attribution.is_charged(sentence, range(reach[0], reach[1]))
    return stems.attributed(asked) if charged else asked


def _on_office(analysis: Analysis, sentence: Sentence, place: int) -> Asked | None:
    """Ask who holds an office, where a name and the office stand side by side."""
    name, office = clauses.explained(sentence, place), place
    if name is None:
        name, office = sentence.mention_at(place), sentence.words[place].head
    if name is None or name.kind is not Kind.PERSON or name.covers(office):
        return None
    word = sentence.words[office]
    if word.tag != "NN" or not nouns.is_person(word.lemma):
        return None
    own = {*range(name.first, name.last)} | {*clauses.preposition(sentence, office)}
    places = [p for p in phrases.core(sentence, sentence.subtree(office)) if p not in own]
    named = NAMES - {Kind.NATIONALITY}
    owners = [m for m in sentence.mentions if m.kind in named and m.first in places]
    if not owners or sentence.children(office, "conj"):
        return None
    try:
        title = phrases.Voice(analysis, sentence).say(places)
    except phrases.Unclear:
        return None
    owner = owners[0].text
    if not title.startswith(("the ", f"{owner}'", f"{owner}’")) or " and the " in title:
        return None
    if word.lemma in listed("held_by_many") and not _ONLY_ONE.search(title):
        return None
    prompt = f"Who {_be(sentence)} {title}?"
    return Asked(Form.OFFICE, sentence, prompt, name.first, name.last, Kind.PERSON)


def _be(sentence: Sentence) -> str:
    """Return was where the sentence tells of the past, else is."""
    root = next(p for p, word in enumerate(sentence.words) if word.head == p)
    verbs = [sentence.words[p] for p in (root, *sentence.children(root, "aux", "cop"))]
    return "was" if any(_is_past(verb) for verb in verbs) else "is"


def _asks_what(analysis: Analysis, sentence: Sentence, name: Mention) -> str:
    person = name.kind is Kind.PERSON
    be = _be(sentence) if person else "is"
    subject = name.text if person else called(analysis, name.text)
    return phrases.capitalised(f"{'who' if person else 'what'} {be} {subject}?")


def _is_past(verb: Word) -> bool:
    return verb.tag == "VBD" or verb.lower in {"was", "were", "had"}
