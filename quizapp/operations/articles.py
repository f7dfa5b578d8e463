"""Add an article and the questions written from it."""

from datetime import datetime

from quizapp.bank import Bank, decks, questions
from quizapp.domain.deed import Did
from quizapp.domain.question import DeckId, StoredQuestion, generated_deck_id
from quizapp.errors import ArticleAlreadyThere
from quizapp.operations.writing import Drafted
from quizapp.reading import title_of


def add_deck(bank: Bank, drafted: Drafted, title: str | None, now: datetime) -> DeckId:
    """Add an article with its questions as a deck, under its own title when `title` is blank.

    Raises `ArticleAlreadyThere` where the Library has the same text; a deck of it that was
    removed makes room for the new one.
    """
    article = drafted.article
    named = title_of(title) or article.title.strip()
    deck = decks.Deck(generated_deck_id(article.id), named, article.id, now)
    with bank.write(Did.ADDED) as session:
        known = decks.of_article(session, article.id)
        if known is not None and known.removed is None:
            raise ArticleAlreadyThere(known.title)
        if known is not None:
            decks.erase(session, known.id)
        decks.add(session, deck, article)
        questions.add(
            session,
            deck.id,
            [
                StoredQuestion(draft.id, draft.question, draft.source)
                for draft in drafted.drafts
            ],
        )
    return deck.id
