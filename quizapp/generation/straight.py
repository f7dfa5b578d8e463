"""Questions in the order of a statement.

The fleet consisted of how many ships? So is asked what stands too deep in a clause to be led to
its front.
"""

from collections.abc import Iterator, Sequence

from quizapp.generation import clipped, gaps, stems, whwords
from quizapp.generation.asked import Asked, Form, Wanted
from quizapp.generation.phrases import Unclear, Voice
from quizapp.language.clauses import Clause
from quizapp.language.lexicon import listed
from quizapp.language.words import NAMES, Analysis, Kind, Mention, Sentence

MOST_BEHIND = 6
"""Words that may follow what is asked for."""
FEWEST = 6
"""Words of a clause that is worth asking so."""
_PLAIN = {
    Kind.YEAR: (
        "what year",
        {"in", "since", "until", "by", "before", "after", "from", "around", "of"},
    ),
    Kind.DATE: ("what date", {"on", "until", "by", "since", "before", "after"}),
    Kind.AGE: ("what age", {"of", "at"}),
    Kind.PERCENT: ("what percentage", set[str]()),
    Kind.MONEY: ("how much", set[str]()),
}
"""What stands for an answer of a kind, and the words it must follow; none: any."""


def questions(analysis: Analysis, clause: Clause) -> Iterator[Asked]:
    """Yield the questions on names, times and amounts behind a clause's verb."""
    if clause.unsaid_tense or clause.shared_verbs:
        return
    said = clipped.said(clause)
    if len(said) < FEWEST:
        return
    for mention in clause.sentence.mentions:
        inside = set(range(mention.first, mention.last)) <= set(said)
        if not inside or mention.first < clause.verbs[0]:
            continue
        if sum(place >= mention.last for place in said) > MOST_BEHIND:
            continue
        if gaps.fits(analysis, clause.sentence, mention):
            asked = _asked(analysis, clause, said, mention)
            if asked is not None:
                yield asked


def _asked(
    analysis: Analysis, clause: Clause, said: Sequence[int], mention: Mention
) -> Asked | None:
    sentence = clause.sentence
    before = [place for place in said if place < mention.first]
    wh = _words(analysis, sentence, mention, before)
    if not wh or not before:
        return None
    if sentence.words[before[-1]].lower in {"the", "a", "an"}:
        before.pop()
    elif sentence.words[before[-1]].tag in {"DT", "PRP$", "POS"} or _tells_of_it(
        sentence, before[-1], mention
    ):
        return None
    voice = Voice(analysis, sentence, clause.subject.head)
    try:
        opening = voice.say(before)
        after = voice.say([place for place in said if place >= mention.last])
        if clause.sentence.words[clause.verbs[0]].lower in opening.split()[-1:]:
            return None
        prompt = stems.question(opening, wh, after)
        if not stems.is_short(prompt):
            return None
        wanted = Wanted(Form.STRAIGHT, wh, mention.first, mention.last, mention.kind)
        return stems.worded(analysis, clause, prompt, wanted)
    except Unclear:
        return None


def _tells_of_it(sentence: Sentence, place: int, mention: Mention) -> bool:
    """Tell whether the word before a name belongs to it: nearby Malta, the painter Ann Lee."""
    word = sentence.words[place]
    hangs = any(sentence.words[p].head == place for p in range(mention.first, mention.last))
    return (mention.covers(word.head) or hangs) and word.relation not in {"case", "det"}


def _words(
    analysis: Analysis, sentence: Sentence, mention: Mention, before: Sequence[int]
) -> str:
    """Return what stands for the answer; empty where nothing natural does."""
    last = sentence.words[before[-1]].lower if before else ""
    if mention.kind in _PLAIN:
        words, behind = _PLAIN[mention.kind]
        return words if not behind or last in behind else ""
    if mention.kind is Kind.PERIOD:
        return _period(mention)
    if mention.kind is Kind.NUMBER:
        return "how many" if _is_counted(sentence, mention) else ""
    if mention.kind is Kind.MEASURE:
        return _measure(sentence, mention)
    return _name(analysis, sentence, mention, last)


def _period(mention: Mention) -> str:
    if mention.text.endswith("century"):
        return "which century"
    return "which decade" if mention.text.endswith("0s") else ""


def _is_counted(sentence: Sentence, mention: Mention) -> bool:
    head = sentence.words[mention.last - 1].head
    return head == mention.last and sentence.words[head].tag == "NNS"


def _measure(sentence: Sentence, mention: Mention) -> str:
    inside = range(mention.first, mention.last)
    opens = next((p for p in inside if sentence.words[p].text == "("), mention.last)
    unit = sentence.words[opens - 1].text
    if unit.lower() in listed("units_of_temperature"):
        return "what temperature"
    return f"how many {unit}" if unit.isalpha() and len(unit) > 1 else ""


def _name(analysis: Analysis, sentence: Sentence, mention: Mention, before: str) -> str:
    if mention.kind not in NAMES - {Kind.NATIONALITY}:
        return ""
    heads = [
        p
        for p in range(mention.first, mention.last)
        if not mention.covers(sentence.words[p].head)
    ]
    if any(
        sentence.words[p].head >= mention.last
        and sentence.words[p].relation in {"compound", "amod", "nmod:poss"}
        for p in heads
    ):
        return ""  # it tells what follows: the New York attorney
    wh = whwords.of(analysis, sentence, heads[0] if heads else mention.first)
    if wh == "who":
        led = before in listed("function_words") or before in {"about", "under", "against"}
        return "whom" if led else "who"
    return wh
