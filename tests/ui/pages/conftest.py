"""A session of study on a real bank, for the tests of its page."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from quizapp import reading
from quizapp.bank import open_bank, reviews
from quizapp.domain.article import Span
from quizapp.domain.picture import Picture
from quizapp.domain.question import (
    Draft,
    Flashcard,
    Gap,
    MultipleChoice,
    Question,
    StoredQuestion,
    TypedAnswer,
    prompt_of,
    solution,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.domain.review import Rating, Review
from quizapp.domain.source import Source
from quizapp.exchange import quizset
from quizapp.operations import sharing
from quizapp.settings import Settings
from quizapp.ui.cards.option_row import OptionRow
from quizapp.ui.cards.rating_bar import RateButton, RatingBar
from quizapp.ui.pages.study import KEY_GUARD, StudyPage
from quizapp.ui.parts.banner import Banner
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.text import Text
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TEXT = (
    "Oxygen was discovered by Carl Wilhelm Scheele in Uppsala in 1771. "
    "Joseph Priestley published his findings first. "
    "Antoine Lavoisier gave the gas its name in 1777. "
    "It makes up about 21 percent of the air."
)
CARD = Flashcard("Who discovered oxygen?", "Carl Wilhelm Scheele")
SECOND_CARD = Flashcard("Where was it discovered?", "Uppsala")
CHOICE = MultipleChoice("Who named it?", "Antoine Lavoisier", ("Joseph Priestley", "Bohr"))
GAP = Gap("Oxygen makes up about ", "21 percent", " of the air.")
TYPED = TypedAnswer("Who discovered oxygen?", "Carl Wilhelm Scheele")


W = TypeVar("W", bound=QWidget)


class Session:
    """A page on a real bank, driven as a learner drives it."""

    def __init__(self, qtbot, path, look, *questions: Question, picture=None) -> None:
        self.qtbot, self.path = qtbot, path
        self.deck = add(path, *questions, picture=picture)
        self.tasks = Tasks()
        opened: list[bool] = []
        self.tasks.open(path, NOON, lambda: opened.append(True))
        qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
        self.now = NOON
        self.page = StudyPage(
            look, self.tasks, Settings(), lambda: self.now, UTC, Random(1)
        )
        self.ended: list[tuple[datetime, int]] = []
        self.page.ended.connect(lambda *facts: self.ended.append(facts))
        qtbot.addWidget(self.page)
        self.page.resize(1180, 760)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.begin(self.deck)
        gap = "Fill the gap"
        first = questions[0]
        self.waits_for(gap if isinstance(first, Gap) else prompt_of(first))

    def press(self, key: Qt.Key, held=Qt.KeyboardModifier.NoModifier, *, rest=True) -> None:
        """Press a key where the focus is, by default after the learner has had a look."""
        if rest:
            self.qtbot.wait(KEY_GUARD + 20)
        self.qtbot.keyClick(self.focus, key, held)

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def write(self, words: str) -> None:
        self.qtbot.keyClicks(self.focus, words)

    def click(self, widget) -> None:
        self.qtbot.wait(KEY_GUARD + 20)
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    @property
    def focus(self):
        focused = QApplication.focusWidget()
        assert focused is not None, "the focus is nowhere"
        assert self.page.isAncestorOf(focused)
        return focused

    def visible(self, kind: type[W]) -> list[W]:
        return [widget for widget in self.page.findChildren(kind) if widget.isVisible()]

    @property
    def words(self) -> list[str]:
        return [text.text() for text in self.visible(Text)]

    def waits_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.words)

    def waits_for_ratings(self) -> dict[Rating, RateButton]:
        self.qtbot.waitUntil(lambda: bool(self.visible(RatingBar)))
        return {button.rating: button for button in self.visible(RateButton)}

    def waits_for_verdict(self) -> str:
        self.qtbot.waitUntil(lambda: bool(self.visible(Banner)))
        (banner,) = self.visible(Banner)
        return banner.accessibleName()

    def button(self, words: str) -> Button:
        (found,) = [button for button in self.visible(Button) if button.text() == words]
        return found

    def option(self, words: str) -> OptionRow:
        (found,) = [row for row in self.visible(OptionRow) if row.words == words]
        return found

    @property
    def kept(self) -> list[Review]:
        """The answers on disk, as the worker sees them."""
        found: list[list[Review]] = []

        def ask(bank):
            with bank.read() as session:
                return list(reviews.since(session, NOON - timedelta(days=1)))

        self.tasks.read(ask, found.append)
        self.qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def waits_for_kept(self, count: int) -> list[Review]:
        self.qtbot.waitUntil(lambda: len(self.kept) == count)
        return self.kept


def add(path, *questions: Question, picture: Picture | None = None):
    """Add a deck of these questions, their answers found in the text, to a bank.

    A picture stands under each.
    """
    article = reading.read_text(TEXT, "Oxygen", "a test")
    stored = []
    for question in questions:
        words = solution(question)
        at = article.text.index(words)
        span = Span(at, at + len(words))
        sentence = next(s for s in article.sentences if s.holds(span))
        draft = Draft(question, Source(article.id, sentence, span))
        stored.append(StoredQuestion(draft.id, question, draft.source, picture=picture))
    carried = path.with_name("deck.quizset")
    carried.write_bytes(quizset.dump(QuestionSet("Oxygen", tuple(stored), article)))
    with open_bank(path) as bank:
        return sharing.import_set(bank, carried, NOON).deck


@pytest.fixture
def look(qapp):
    return Look("light", 100, still=True)


@pytest.fixture
def studying(qtbot, tmp_path, look):
    """Return a function that starts a session on the questions given."""
    sessions: list[Session] = []

    def start(*questions: Question, picture: Picture | None = None) -> Session:
        path = tmp_path / "quizapp.bank"
        sessions.append(Session(qtbot, path, look, *questions, picture=picture))
        return sessions[-1]

    yield start
    for session in sessions:
        session.tasks.close()
