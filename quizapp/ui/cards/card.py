"""A drawn question as a card: its head, its own face, and how it asks, answers and judges."""

from typing import assert_never

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.question import Flashcard, Gap, MultipleChoice, TypedAnswer, kind_of
from quizapp.operations.study import Drawn
from quizapp.ui import wording
from quizapp.ui.cards.choices import Choices
from quizapp.ui.cards.flashcard import FlashcardFace
from quizapp.ui.cards.gap import GapCard
from quizapp.ui.cards.head import CardHead
from quizapp.ui.cards.typed import TypedCard
from quizapp.ui.theme import Look

Face = FlashcardFace | Choices | GapCard | TypedCard


def face_of(look: Look, drawn: Drawn) -> Face:
    """Return the face that asks this kind of question."""
    question, quote, picture = drawn.asked.question, drawn.quote, drawn.asked.picture
    match question:
        case Flashcard():
            return FlashcardFace(look, question, quote, picture)
        case MultipleChoice():
            return Choices(look, question, drawn.options, quote, picture)
        case Gap():
            return GapCard(look, question, quote, picture)
        case TypedAnswer():
            return TypedCard(look, question, quote, picture)
        case _:
            assert_never(question)


def card(look: Look, drawn: Drawn, face: Face, days_ago: int | None) -> QWidget:
    """Return the face under its head; `days_ago` it was last asked, None: never."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setSpacing(0)
    if look.large:
        seen = wording.recall(drawn.recall_chance)
    else:
        seen = wording.seen(days_ago, drawn.recall_chance)
    column.addWidget(CardHead(look, kind_of(drawn.asked.question), seen))
    column.addWidget(face, 1)
    return whole
