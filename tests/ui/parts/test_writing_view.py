"""What is seen while questions are written, on the real work."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from quizapp import reading
from quizapp.domain.question import QuestionKind
from quizapp.operations import writing
from quizapp.operations.writing import Progress, Step
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.source_quote import MarkedText
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.writing_view import WritingView
from quizapp.ui.theme import Look

YEAST = Path(__file__).parents[2] / "articles" / "yeast.txt"


@pytest.fixture
def view(qtbot):
    view = WritingView(Look("light", 100, still=True))
    qtbot.addWidget(view)
    view.resize(976, 700)
    view.show()
    view.begin("", 1, 1)
    return view


def words(view: WritingView) -> list[str]:
    return [text.text() for text in view.findChildren(Text) if text.isVisible()]


def test_the_work_can_be_followed_and_be_enough(qtbot, view):
    article = reading.read_article(YEAST.read_bytes(), "yeast.txt")
    seen: dict[Step, list[str]] = {}
    enough: list[str] = []
    (stop, *_) = view.findChildren(Button)
    view.stop.connect(lambda: enough.append(stop.text()))
    counts: list[int] = []

    def report(progress: Progress) -> None:
        view.show_progress(progress, article)
        seen[progress.step] = words(view)
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
        if progress.step is Step.WRITING:
            counts.append(progress.written)

    kinds = frozenset(QuestionKind)
    drafted = writing.draft_article(article, None, kinds, 1, "", report)
    total = len(article.sentences)
    assert f"{total} of {total}" in seen[Step.READING]
    assert "Just written" not in seen[Step.FINDING]
    assert f"{total} sentences" in seen[Step.FINDING]
    assert any(text.endswith(" found") for text in seen[Step.FINDING])
    assert f"{len(drafted.drafts)} so far" in seen[Step.WRITING]
    assert "Just written" in seen[Step.WRITING]
    assert enough == [f"Stop and review {count}" for count in counts if count]
    (quote,) = [text for text in view.findChildren(MarkedText) if text.isVisible()]
    assert quote.text().strip("…") in " ".join(article.text.split())
