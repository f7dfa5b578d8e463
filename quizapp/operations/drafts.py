"""Review what was written of an article, and add what is kept to its deck."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.bank import Bank, Session, decks, drafts, history, questions
from quizapp.domain.article import ArticleId
from quizapp.domain.deed import Did
from quizapp.domain.draft_deck import Added, DraftDeck, Proposal, Verdict
from quizapp.domain.question import (
    Draft,
    Question,
    QuestionId,
    generated_deck_id,
)
from quizapp.errors import ArticleAlreadyThere
from quizapp.generation.hints import Hint
from quizapp.operations.writing import Drafted
from quizapp.reading import title_of

__all__ = [
    "DraftSummary",
    "Hint",
    "add_kept",
    "discard",
    "edit",
    "get",
    "judge",
    "keep",
    "listing",
    "restore",
]


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """A draft as the Library shows it."""

    id: ArticleId
    title: str
    to_review: int
    kept: int
    rejected: int


def keep(bank: Bank, drafted: Drafted, title: str | None, now: datetime) -> ArticleId:
    """Keep what was written until it is reviewed, under the article's title when `title` is blank.

    Where the same article was written before and not added yet, what was said of its questions
    stands. Raises `ArticleAlreadyThere` where the Library has the same text.
    """
    article = drafted.article
    named = title_of(title) or article.title.strip()
    draft = DraftDeck(named, article, _proposals(drafted.drafts), now)
    with bank.write() as session:
        deck = decks.of_article(session, article.id)
        if deck is not None and deck.removed is None:
            raise ArticleAlreadyThere(deck.title)
        drafts.put(session, _as_reviewed(draft, drafts.get(session, article.id)))
        history.pass_over(session)
    return draft.id


def listing(bank: Bank) -> tuple[DraftSummary, ...]:
    """Return what waits to be reviewed, the newest first."""
    with bank.read() as session:
        return tuple(
            DraftSummary(
                waiting.id,
                waiting.title,
                waiting.verdicts.count(Verdict.OPEN),
                waiting.verdicts.count(Verdict.KEPT),
                waiting.verdicts.count(Verdict.REJECTED),
            )
            for waiting in drafts.listing(session)
        )


def get(bank: Bank, article: ArticleId) -> DraftDeck | None:
    """Return the draft of an article, None where it is gone."""
    with bank.read() as session:
        return drafts.get(session, article)


def judge(
    bank: Bank, article: ArticleId, judged: Collection[QuestionId], verdict: Verdict
) -> None:
    """Say of some questions whether they are to be kept."""
    with bank.write() as session:
        drafts.put(session, _known(session, article).judged(judged, verdict))
        history.pass_over(session)


def edit(bank: Bank, article: ArticleId, question: QuestionId, words: Question) -> None:
    """Give a question under review other words."""
    with bank.write() as session:
        drafts.put(session, _known(session, article).reworded(question, words))
        history.pass_over(session)


def add_kept(bank: Bank, article: ArticleId, now: datetime) -> Added:
    """Add the kept questions to the article's deck; those not reviewed yet stay a draft."""
    with bank.write(Did.ADDED) as session:
        draft = _known(session, article)
        deck = decks.of_article(session, article)
        if deck is not None and deck.removed is not None:
            decks.erase(session, deck.id)
            deck = None
        own = generated_deck_id(article) if deck is None else deck.id
        if deck is None:
            decks.add(session, decks.Deck(own, draft.title, article, now), draft.article)
        there = questions.known(session, [one.id for one in draft.kept])
        added = [one.stored for one in draft.kept if one.id not in there]
        questions.add(session, own, added)
        _leave_rest(session, draft)
    return Added(own, tuple(one.id for one in added))


def discard(bank: Bank, article: ArticleId) -> str:
    """Forget a draft and return its title."""
    with bank.write(Did.DISCARDED) as session:
        title = _known(session, article).title
        drafts.remove(session, article)
    return title


def restore(bank: Bank, draft: DraftDeck) -> None:
    """Put a draft back as it was under review."""
    with bank.write() as session:
        drafts.put(session, draft)
        history.pass_over(session)


def _known(session: Session, article: ArticleId) -> DraftDeck:
    draft = drafts.get(session, article)
    if draft is None:
        raise LookupError(f"no draft of {article}")
    return draft


def _leave_rest(session: Session, draft: DraftDeck) -> None:
    """Keep what was not added as long as something of it waits."""
    if not draft.to_review:
        drafts.remove(session, draft.id)
        return
    rest = tuple(one for one in draft.proposals if one.verdict is not Verdict.KEPT)
    drafts.put(session, replace(draft, proposals=rest))


def _proposals(written: tuple[Draft, ...]) -> tuple[Proposal, ...]:
    return tuple(
        Proposal(
            id=draft.id,
            question=draft.question,
            source=draft.source,
            hints=tuple(h for h in draft.hints if not h.startswith(f"{Hint.CLOSE} ")),
            close_to=_close_to(draft, written),
        )
        for draft in written
    )


def _close_to(draft: Draft, written: tuple[Draft, ...]) -> QuestionId | None:
    """Return the question that a hint names by its number, from 1."""
    for hint in draft.hints:
        name, _, number = hint.rpartition(" ")
        if name == Hint.CLOSE:
            return written[int(number) - 1].id
    return None


def _as_reviewed(draft: DraftDeck, before: DraftDeck | None) -> DraftDeck:
    """Return the draft with what was said and reworded of its questions before."""
    known = {} if before is None else {one.id: one for one in before.proposals}
    proposals = tuple(
        replace(
            one,
            question=known[one.id].question,
            verdict=known[one.id].verdict,
            edited=known[one.id].edited,
        )
        if one.id in known
        else one
        for one in draft.proposals
    )
    return replace(draft, proposals=proposals)
