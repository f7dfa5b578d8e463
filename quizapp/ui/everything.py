"""What Ctrl+K finds, and where each of it leads."""

from collections.abc import Callable, Sequence
from functools import partial

from quizapp.domain.question import DeckId
from quizapp.operations.searching import FoundQuestion
from quizapp.ui.dialogs import search as dialog
from quizapp.ui.pages.questions import QuestionsPage
from quizapp.ui.parts.found_list import Entry
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.window import Window
from quizapp.ui.wording import tr

Deed = tuple[str, str, Callable[[], None]]
"""The words of a deed, its icon, and how it is done."""


def search(
    look: Look,
    window: Window,
    tasks: Tasks,
    turn_to: Callable[[str], None],
    questions: QuestionsPage,
    deeds: Sequence[Deed],
) -> Overlay:
    """Search decks, questions, every page of the rail, and deeds."""

    def open_deck(_: DeckId, title: str) -> None:
        turn_to("questions")
        questions.look_for_deck(title)

    def open_question(found: FoundQuestion) -> None:
        turn_to("questions")
        questions.look_for_deck(found.deck_title, found.id)

    def look_for(text: str) -> None:
        turn_to("questions")
        questions.look_for(text)

    pages = [
        Entry(words, tr("Page"), icon, partial(turn_to, name))
        for name, icon, words in window.rail.listing()
    ]
    known = [Entry(words, tr("Action"), icon, do) for words, icon, do in deeds]
    found = dialog.SearchEverything(
        look, tasks, [*pages, *known], open_deck, open_question, look_for
    )
    return found.open_over(window, tr("Search everything"))
