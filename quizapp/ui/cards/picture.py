"""A question's picture on its card: under what is asked, the same before and after the answer."""

from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.picture import Picture
from quizapp.operations.study import Drawn
from quizapp.ui.parts.picture_view import PictureView, decoded, view_of
from quizapp.ui.parts.typeset import reads_leftwards
from quizapp.ui.theme import Look

_ABOVE = 12
_SHARE = 0.28
"""Of the stage: less than two fifths of the highest card that it has room for."""


def add_picture(
    look: Look, column: QVBoxLayout, picture: Picture | None, prompt: str
) -> None:
    """Add the picture, where there is one, to a column that ends with what is asked."""
    if picture is not None:
        column.addSpacing(_ABOVE)
        column.addWidget(view_of(look, picture, leftwards=reads_leftwards(prompt)))


def give_room(card: QWidget, stage_height: int) -> None:
    """Have the pictures of a card as high as suits the stage, whatever its foot holds."""
    for view in card.findChildren(PictureView):
        view.set_highest(max(60, round(stage_height * _SHARE)))


MaybeDrawn = TypeVar("MaybeDrawn", bound=Drawn | None)


def made_ready(drawn: MaybeDrawn) -> MaybeDrawn:
    """Return what was drawn once its picture is decoded, which the worker has time for."""
    if drawn is not None and drawn.asked.picture is not None:
        decoded(drawn.asked.picture)
    return drawn
