"""The words for what a reviewer should look at: a chip's, and the sentence that explains it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizapp.domain.draft_deck import DraftDeck, Proposal
from quizapp.domain.question import Gap, QuestionId
from quizapp.operations.drafts import Hint
from quizapp.ui.wording import tr


@dataclass(frozen=True, slots=True)
class Told:
    """A hint in the reviewer's words."""

    chip: str
    advice: str


def told(
    draft: DraftDeck,
    proposal: Proposal,
    numbers: Mapping[QuestionId, int] | None = None,
) -> tuple[Told, ...]:
    """Return the hints of a question of a draft.

    `numbers` counts the draft's questions from 1; whoever asks for many has it at hand.
    """
    if not proposal.has_hints:
        return ()
    return tuple(_told(draft, proposal, numbered(draft) if numbers is None else numbers))


def numbered(draft: DraftDeck) -> dict[QuestionId, int]:
    """Return the number of each question of a draft, counted from 1."""
    return {one.id: number for number, one in enumerate(draft.proposals, start=1)}


def _told(
    draft: DraftDeck, proposal: Proposal, numbers: Mapping[QuestionId, int]
) -> Iterator[Told]:
    known = {str(hint) for hint in Hint}
    for name in proposal.hints:
        if name in known:
            yield _one(Hint(name), draft, proposal)
    number = None if proposal.close_to is None else numbers.get(proposal.close_to)
    if number is not None:
        yield Told(
            tr("Close to question %1").replace("%1", str(number)),
            tr("Both ask for much the same. One of them may be enough."),
        )


def _one(hint: Hint, draft: DraftDeck, proposal: Proposal) -> Told:
    match hint:
        case Hint.UNCLEAR_PRONOUN:
            return _unclear(draft, proposal)
        case Hint.LOADED_WORD:
            return Told(
                tr("Loaded word in source"),
                tr("The sentence takes sides. Check that the question reads neutrally."),
            )
        case Hint.ANSWER_IN_QUESTION:
            return Told(
                tr("Answer is in the question"),
                tr(
                    "The question holds words of its answer. Reword it if they give it away."
                ),
            )
        case Hint.SEVERAL_ANSWERS:
            return Told(
                tr("More than one answer fits"),
                tr("Check that the question leaves one answer only."),
            )
        case Hint.LONG_ANSWER:
            return Told(
                tr("Long answer"),
                tr("A short answer is easier to rate. Cut it, or ask for a part of it."),
            )
        case _:
            return Told(tr("Close to another question"), tr("One of them may be enough."))


def _unclear(draft: DraftDeck, proposal: Proposal) -> Told:
    """Return which words were taken to mean what the gap's sentence has in brackets."""
    sentence = proposal.source.sentence.of(draft.article.text)
    said, meant = _replaced(proposal, sentence)
    if not said:
        return Told(tr("A pronoun is unclear"), tr("Check whom or what it means."))
    chip = tr("“%1” is unclear").replace("%1", said)
    advice = tr("It is taken to mean “%1”. Check that it does.").replace("%1", meant)
    return Told(chip, advice)


def _replaced(proposal: Proposal, sentence: str) -> tuple[str, str]:
    """Return the sentence's words and what stands in brackets for them; empty where not known."""
    question = proposal.question
    if not isinstance(question, Gap):
        return "", ""
    whole = question.before + question.answer + question.after
    begin, end = whole.find("["), whole.find("]")
    if not 0 <= begin < end:
        return "", ""
    head, tail = whole[:begin], whole[end + 1 :]
    if not (sentence.startswith(head) and sentence.endswith(tail)):
        return "", ""
    said = sentence[len(head) : len(sentence) - len(tail)].strip()
    return said, whole[begin + 1 : end]
