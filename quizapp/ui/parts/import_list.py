"""What a file of questions holds: each question understood, and what was not."""

from collections.abc import Generator
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.question import StoredQuestion, kind_of, prompt_of, solution
from quizapp.operations.importing import Found, Refused
from quizapp.ui import wording
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.text import Text
from quizapp.ui.soon import soon
from quizapp.ui.theme import Look
from quizapp.ui.wording import figure, tr

MOST = 1000
"""Rows of a kind that are shown; more are counted."""
_APART = 8
_AT_ONCE = 25
"""Rows made in one go, as soon as somebody looks so far."""


class ImportList(QWidget):
    """What was not understood first, then the questions in their order."""

    def __init__(self, look: Look, found: Found) -> None:
        super().__init__()
        self._look, self._found = look, found
        self._begun = False
        self._batches = QVBoxLayout()
        self._batches.setSpacing(_APART)
        self._rows = self._fill()
        self._more = _More(look)
        self._more.seen.connect(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(25, 16, 25, 16)
        column.setSpacing(_APART)
        column.addLayout(self._batches)
        column.addWidget(self._more)
        column.addStretch(1)
        self._go_on()

    def _go_on(self) -> None:
        """Make some more rows, which are laid out by themselves: those before stay as they are."""
        batch = QWidget()
        self._column = QVBoxLayout(batch)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_APART)
        made = sum(1 for _ in islice(self._rows, _AT_ONCE))
        if self._column.count():
            self._batches.addWidget(batch)
        self._more.setVisible(made == _AT_ONCE)
        # A screen reader reads on without scrolling.
        if made == _AT_ONCE and QAccessible.isActive():
            QTimer.singleShot(0, self, self._go_on)

    def _fill(self) -> Generator[None]:
        """Add everything, a row a step."""
        understood = self._found.understood
        notes = (
            (tr("Not understood"), understood.refused, "ban", "again"),
            (tr("Left behind"), understood.changed, "info", "text3"),
        )
        for title, group, icon, ink in notes:
            self._group(title, len(group))
            for note in group[:MOST]:
                self._add_note(note, icon, ink)
                yield
            self._count_rest(len(group))
        questions = understood.questions.questions
        self._group(tr("Understood"), len(questions))
        for stored in questions[:MOST]:
            self._add_question(stored, self._found)
            yield
        self._count_rest(len(questions))

    def _count_rest(self, count: int) -> None:
        if count > MOST:
            words = tr("and %1 more").replace("%1", figure(count - MOST))
            self._column.addWidget(Text(self._look, words, "caption", "text3"))

    def _group(self, title: str, count: int) -> None:
        if not count:
            return
        if self._begun:
            self._column.addSpacing(4)
            self._column.addWidget(Rule(self._look))
            self._column.addSpacing(4)
        self._begun = True
        self._column.addWidget(Text(self._look, f"{title}: {count}", "label", "text2"))

    def _add_note(self, note: Refused, icon: str, ink: str) -> None:
        told = (_place_in_file(note.where), tr(note.why))
        where, why = (text[:1].upper() + text[1:] for text in told)
        self._row(Icon(self._look, icon, ink, 16), where, why, "")

    def _add_question(self, stored: StoredQuestion, found: Found) -> None:
        told = ""
        if stored.id in found.known:
            told = tr("Updates a question you have")
        elif stored.id in found.twins:
            words = tr("You have this in the same words, in “%1”")
            told = words.replace("%1", found.twins[stored.id])
        kind = kind_of(stored.question)
        icon = Icon(self._look, wording.kind_icon(kind), "text2", 16)
        icon.setAccessibleName(wording.kind(kind))
        asked = " ".join(prompt_of(stored.question).split())
        answer = " ".join(solution(stored.question).split())
        self._row(icon, asked, answer, told)

    def _row(self, icon: Icon, first: str, second: str, third: str) -> None:
        look = self._look
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(look, first, "label", wrap=True))
        words.addWidget(Text(look, second, "caption", "text2", wrap=True))
        if third:
            words.addWidget(Text(look, third, "caption", "hard", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._column.addLayout(row)


class _More(Text):
    """The end of what was made so far; `seen` asks for more."""

    seen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("…"), "caption", "text3")
        self._told = soon(self, self.seen.emit)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Ask for more once somebody looks so far."""
        super().paintEvent(event)
        self._told.start()


def _place_in_file(where: str) -> str:
    """Return “line 3” in the language of the interface."""
    words, _, number = where.rpartition(" ")
    return tr(f"{words} %1").replace("%1", number) if number.isdigit() else tr(where)
