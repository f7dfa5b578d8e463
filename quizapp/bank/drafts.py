"""Drafts: questions that are written and wait to be reviewed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from quizapp.bank.tables import DraftRow
from quizapp.domain.article import Article, ArticleId
from quizapp.domain.draft_deck import DraftDeck, Proposal, Verdict
from quizapp.domain.question import QuestionId
from quizapp.domain.source import Source
from quizapp.domain.wire import (
    Wire,
    from_wire,
    passages_from_wire,
    passages_to_wire,
    span_from_wire,
    to_wire,
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft as the Library lists it, without its text."""

    id: ArticleId
    title: str
    written: datetime
    verdicts: tuple[Verdict, ...]


def put(session: Session, draft: DraftDeck) -> None:
    """Keep a draft in the place of what was there of the same article."""
    article = draft.article
    session.merge(
        DraftRow(
            article_id=draft.id,
            title=draft.title,
            written=draft.written,
            article_title=article.title,
            text=article.text,
            origin=article.origin,
            passages=passages_to_wire(article),
            proposals=[_to_wire(one) for one in draft.proposals],
        )
    )


def get(session: Session, article: ArticleId) -> DraftDeck | None:
    """Return the draft of an article."""
    row = session.get(DraftRow, article)
    return None if row is None else _draft(row)


def remove(session: Session, article: ArticleId) -> None:
    """Forget the draft of an article."""
    session.delete(session.get_one(DraftRow, article))


def listing(session: Session) -> Sequence[Waiting]:
    """Return what waits to be reviewed, the newest first."""
    query = select(
        col(DraftRow.article_id),
        col(DraftRow.title),
        col(DraftRow.written),
        col(DraftRow.proposals),
    ).order_by(col(DraftRow.written).desc())
    return [
        Waiting(
            ArticleId(article),
            title,
            written,
            tuple(Verdict(one["verdict"]) for one in proposals),
        )
        for article, title, written, proposals in session.execute(query)
    ]


def _draft(row: DraftRow) -> DraftDeck:
    passages = passages_from_wire(row.passages)
    article = Article(row.article_title, row.text, passages, row.origin)
    proposals = tuple(_from_wire(one, article.id) for one in row.proposals)
    return DraftDeck(row.title, article, proposals, row.written)


def _to_wire(proposal: Proposal) -> Wire:
    sentence, answer = proposal.source.sentence, proposal.source.answer
    return {
        "id": str(proposal.id),
        "question": to_wire(proposal.question),
        "sentence": [sentence.start, sentence.end],
        "answer": [answer.start, answer.end],
        "hints": list(proposal.hints),
        "close_to": None if proposal.close_to is None else str(proposal.close_to),
        "verdict": str(proposal.verdict),
        "edited": proposal.edited,
    }


def _from_wire(wire: dict[str, Any], article: ArticleId) -> Proposal:
    close_to = wire["close_to"]
    sentence, answer = span_from_wire(wire["sentence"]), span_from_wire(wire["answer"])
    return Proposal(
        id=QuestionId(UUID(wire["id"])),
        question=from_wire(wire["question"]),
        source=Source(article, sentence, answer),
        hints=tuple(wire["hints"]),
        close_to=None if close_to is None else QuestionId(UUID(close_to)),
        verdict=Verdict(wire["verdict"]),
        edited=wire["edited"],
    )
