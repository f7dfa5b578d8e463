"""A gap in one clause of a long sentence: the rest is left out, so that it reads at once."""

from collections.abc import Iterator, Sequence

from quizapp.domain.question import GAP_MARK
from quizapp.generation import gaps, phrases
from quizapp.generation.asked import Asked, Form
from quizapp.generation.phrases import Unclear, Voice
from quizapp.language.clauses import Clause
from quizapp.language.words import Analysis, Mention

LONG = 20
"""Words from which a sentence is worth shortening."""
SHORTER = 0.75
"""Part of the sentence's words that is left at most."""
SHORTEST = 6


def questions(analysis: Analysis, clause: Clause) -> Iterator[Asked]:
    """Yield the gaps of a clause that can stand by itself."""
    sentence = clause.sentence
    words = len(sentence.words)
    if words < LONG or clause.shared_verbs or clause.speaker or clause.unsaid_tense:
        return
    said = _said(clause)
    if not SHORTEST <= len(said) <= SHORTER * words:
        return
    for mention in sentence.mentions:
        inside = set(range(mention.first, mention.last)) <= set(said)
        if inside and gaps.fits(analysis, sentence, mention):
            asked = _asked(analysis, clause, said, mention)
            if asked is not None:
                yield asked


def _said(clause: Clause) -> list[int]:
    """Return the places of the clause's own words: no asides, no clauses that hang on it."""
    sentence = clause.sentence
    kept = {*clause.verbs, *phrases.core(sentence, clause.subject.words)}
    for part in clause.outer:
        if not sentence.words[part.head].relation.startswith("advcl"):
            kept.update(phrases.core(sentence, part.words))
    return sorted(kept)


def _asked(
    analysis: Analysis, clause: Clause, said: Sequence[int], mention: Mention
) -> Asked | None:
    voice = Voice(analysis, clause.sentence, clause.subject.head, bracketed=True)
    try:
        before = voice.say([p for p in said if p < mention.first])
        after = voice.say([p for p in said if p >= mention.last])
    except Unclear:
        return None
    first = f"{phrases.capitalised(before)} " if before else ""
    tight = after[:1] in ",;:)%" or after.startswith(("'s", "’s"))
    last = f"{'' if tight or not after else ' '}{after}."
    prompt = f"{first}{GAP_MARK}{last}"
    reach = mention.first, mention.last
    return Asked(
        Form.GAP_CLIPPED, clause.sentence, prompt, *reach, mention.kind, gap=(first, last)
    )
