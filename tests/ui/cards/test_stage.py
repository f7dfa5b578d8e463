"""Sheet and footer in a small window with very large text."""

from quizapp.domain.question import Gap
from quizapp.ui.cards.footers import TypeFoot
from quizapp.ui.cards.gap import GapCard
from quizapp.ui.cards.stage import LARGE, Stage
from quizapp.ui.theme import Look

LONG = Gap(
    "In the wetlands of the north, where the river divides before it reaches the sea, "
    "geologists found the bones of an animal that they named ",
    "Arda",
    " after the lake.",
)


def test_the_sheet_scrolls_to_a_gap_far_down_its_sentence(qtbot):
    look = Look("light", 200, still=True)
    stage = Stage(look)
    qtbot.addWidget(stage)
    stage.resize(760, 480)
    stage.set_shape(LARGE)
    card = GapCard(look, LONG, None)
    with qtbot.waitActive(stage):
        stage.show()
        stage.activateWindow()
    stage.show_card(card, padding=28, least=0)
    stage.show_footer(TypeFoot(look))
    card.focus()
    field = card.text.field
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())
    stage.resize(760, 440)
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())
