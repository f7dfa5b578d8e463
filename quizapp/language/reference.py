"""Who a pronoun stands for; a pronoun that is not sure stands for nobody."""

from dataclasses import dataclass, replace

from quizapp.language import gazetteer, nouns
from quizapp.language.words import TIMES, Analysis, Kind, Mention, Sentence

REACH = 2
"""Sentences back to which he or she may point."""
_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_MASCULINE_TITLES = frozenset(
    {"mr", "sir", "king", "prince", "lord", "emperor", "pope", "shah"}
)
_FEMININE_TITLES = frozenset({"mrs", "ms", "miss", "queen", "princess", "lady", "empress"})


@dataclass(frozen=True, slots=True)
class _Said:
    """A person or thing named so far, by its fullest name."""

    name: str
    sentence: int
    place: int
    gender: str


def resolve(analysis: Analysis) -> tuple[Sentence, ...]:
    """Return the sentences, each knowing whom its pronouns mean where that is sure."""
    people: list[_Said] = []
    done: list[Sentence] = []
    for sentence in analysis.sentences:
        fresh = replace(sentence, meant=_meant(analysis, sentence, people, done))
        done.append(fresh)
    return tuple(done)


def _meant(
    analysis: Analysis, sentence: Sentence, people: list[_Said], before: list[Sentence]
) -> dict[int, str]:
    meant: dict[int, str] = {}
    for place, word in enumerate(sentence.words):
        mention = next((m for m in sentence.mentions if m.first == place), None)
        if mention is not None and mention.kind is Kind.PERSON:
            people.append(_said(analysis, sentence, mention))
        if word.lower in _HE | _SHE:
            name = _person(analysis, sentence, place, people)
            if name:
                meant[place] = name
                people.append(_Said(name, sentence.number, place, _pronoun(word.lower)))
        elif word.lower in _IT and word.relation != "expl":
            name = _thing(analysis, sentence, place, meant, before)
            if name:
                meant[place] = name
    return meant


def _pronoun(lower: str) -> str:
    return "he" if lower in _HE else "she"


def _said(analysis: Analysis, sentence: Sentence, mention: Mention) -> _Said:
    return _Said(
        full_name(analysis, mention.text),
        sentence.number,
        mention.first,
        _gender(sentence, mention),
    )


def full_name(analysis: Analysis, name: str) -> str:
    """Return the longest name the text gives to the same person."""
    known = [
        other for other in analysis.names_of(name) if set(name.split()) < set(other.split())
    ]
    return max([name, *known], key=lambda n: (len(n.split()), len(n), n))


def _gender(sentence: Sentence, mention: Mention) -> str:
    first = sentence.words[mention.first]
    before = sentence.words[mention.first - 1].lower.rstrip(".") if mention.first else ""
    for word in (before, first.lower.rstrip(".")):
        if word in _MASCULINE_TITLES:
            return "he"
        if word in _FEMININE_TITLES:
            return "she"
    return gazetteer.pronoun_of().get(first.text, "")


def _person(analysis: Analysis, sentence: Sentence, place: int, people: list[_Said]) -> str:
    """Return the one person in reach whom he or she can mean.

    Whom the text is about is meant where nobody else of that sex was named lately.
    """
    wanted = _pronoun(sentence.words[place].lower)
    known = {said.name: said.gender for said in people if said.gender}
    topic = full_name(analysis, analysis.topic)
    if topic in {said.name for said in people}:
        known[topic] = known.get(topic) or analysis.usual_pronoun
    near = [
        said
        for said in people
        if sentence.number - said.sentence <= REACH
        and known.get(said.name, wanted) == wanted
        and not _is_named_behind(sentence, said, place)
    ]
    names = {said.name for said in near}
    if known.get(topic) == wanted:
        lately = {said.name for said in near if sentence.number - said.sentence <= 1}
        rivals = {name for name in lately - {topic} if name in known}
        unknown = {s.name for s in near if _leads(analysis, s, sentence)} - {topic} - rivals
        return "" if rivals or unknown else topic
    return names.pop() if len(names) == 1 else ""


def _leads(analysis: Analysis, said: _Said, sentence: Sentence) -> bool:
    """Tell whether somebody is the subject of this sentence or of the one before it."""
    if not 0 <= sentence.number - said.sentence <= 1:
        return False
    told = analysis.sentences[said.sentence]
    subject = main_subject(told)
    mention = None if subject is None else told.mention_at(subject)
    return mention is not None and mention.first == said.place


def _is_named_behind(sentence: Sentence, said: _Said, place: int) -> bool:
    """Tell whether a person is named behind the pronoun, in its own sentence."""
    return said.sentence == sentence.number and said.place > place


def _thing(
    analysis: Analysis,
    sentence: Sentence,
    place: int,
    meant: dict[int, str],
    before: list[Sentence],
) -> str:
    """Return what "it" means where the sentence goes on about the last one's subject."""
    subject = main_subject(sentence)
    if subject is None:
        return ""
    if place != subject:
        within = _thing_within(analysis, sentence, place, subject, meant)
        return within or _topic_meant(analysis, sentence, place, before)
    if not before:
        return ""
    last = before[-1]
    previous = main_subject(last)
    if previous is None:
        return ""
    name = _named_thing(analysis, last, previous)
    if previous in last.meant:
        name = "" if last.words[previous].lower in _HE | _SHE else last.meant[previous]
    same = last.paragraph == sentence.paragraph or _is_topic(analysis, name)
    return name if same else ""


def _topic_meant(
    analysis: Analysis, sentence: Sentence, place: int, before: list[Sentence]
) -> str:
    """Return the topic where "it" is acted on and nothing else was named that it could mean."""
    word = sentence.words[place]
    if (
        word.relation not in {"obj", "obl", "nsubj:pass"}
        or word.lower != "it"
        or not before
    ):
        return ""
    last = before[-1]
    subject = main_subject(last)
    goes_on = subject is not None and (
        _is_topic(analysis, last.meant.get(subject, ""))
        or _is_topic(analysis, _named_thing(analysis, last, subject))
    )
    things = [
        w
        for number, w in enumerate(sentence.words[:place])
        if w.tag in {"NN", "NNP"} and not _is_somebody(sentence, number)
    ]
    return analysis.topic if goes_on and not things else ""


def _is_somebody(sentence: Sentence, place: int) -> bool:
    """Tell whether a noun means a person, or says when."""
    mention = sentence.mention_at(place)
    if mention is not None:
        return mention.kind in {Kind.PERSON} | TIMES
    lemma = sentence.words[place].lemma
    return nouns.is_person(lemma) or nouns.is_time(lemma)


def _thing_within(
    analysis: Analysis, sentence: Sentence, place: int, subject: int, meant: dict[int, str]
) -> str:
    """Return what "it" means behind the subject of its own sentence."""
    if place < subject:
        return ""
    owning = sentence.words[place].relation == "nmod:poss"
    if subject in meant:
        return meant[subject] if owning else ""
    name = _named_thing(analysis, sentence, subject)
    acts = sentence.words[place].relation.startswith("nsubj")
    return name if acts and _is_topic(analysis, name) else ""


def _is_topic(analysis: Analysis, name: str) -> bool:
    plain = name.removeprefix("the ")
    topic = analysis.topic.removeprefix("the ")
    return bool(plain) and (plain == topic or analysis.same_thing(plain, topic))


def _named_thing(analysis: Analysis, sentence: Sentence, subject: int) -> str:
    """Return the subject's name with its article where it names one single thing."""
    mention = sentence.mention_at(subject)
    word = sentence.words[subject]
    if mention is None or word.tag in {"NNS", "NNPS"} or sentence.children(subject, "conj"):
        return ""
    if mention.kind not in {Kind.ORGANISATION, Kind.PLACE, Kind.OTHER_NAME}:
        return ""
    is_topic = mention.text in analysis.topic or analysis.same_thing(
        mention.text, analysis.topic.removeprefix("the ")
    )
    others = [
        m
        for m in sentence.mentions
        if m.text != mention.text and m.kind in {Kind.ORGANISATION, Kind.OTHER_NAME}
    ]
    if mention.kind is Kind.OTHER_NAME and not is_topic:
        return ""
    if others and not is_topic:
        return ""
    opens = mention.first and sentence.words[mention.first - 1].lower == "the"
    return f"the {mention.text}" if opens else mention.text


def main_subject(sentence: Sentence) -> int | None:
    """Return the place of the subject of a sentence's main clause."""
    root = next((p for p, w in enumerate(sentence.words) if w.head == p), None)
    if root is None:
        return None
    subjects = sentence.children(root, "nsubj")
    return subjects[0] if subjects else None
