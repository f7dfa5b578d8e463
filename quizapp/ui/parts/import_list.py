"""What a file of questions holds: each question understood, and what was not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.question import StoredQuestion, kind_of, prompt_of, solution
from quizapp.operations.importing import Found, Refused
from quizapp.ui import wording
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

MOST = 200
"""Rows of a kind that are shown; more are counted."""


class ImportList(QWidget):
    """What was not understood first, then the questions in their order."""

    def __init__(self, look: Look, found: Found) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(25, 16, 25, 16)
        self._column.setSpacing(8)
        understood = found.understood
        self._group(tr("Not understood"), len(understood.refused))
        for refused in understood.refused[:MOST]:
            self._add_note(refused, "ban", "again")
        self._group(tr("Left behind"), len(understood.changed))
        for changed in understood.changed[:MOST]:
            self._add_note(changed, "info", "text3")
        self._group(tr("Understood"), len(understood.questions.questions))
        for stored in understood.questions.questions[:MOST]:
            self._add_question(stored, found)
        if len(understood.questions.questions) > MOST:
            more = str(len(understood.questions.questions) - MOST)
            words = tr("and %1 more").replace("%1", more)
            self._column.addWidget(Text(look, words, "caption", "text3"))
        self._column.addStretch(1)

    def _group(self, title: str, count: int) -> None:
        if not count:
            return
        if self._column.count():
            self._column.addSpacing(4)
            self._column.addWidget(Rule(self._look))
            self._column.addSpacing(4)
        self._column.addWidget(Text(self._look, f"{title}: {count}", "label", "text2"))

    def _add_note(self, note: Refused, icon: str, ink: str) -> None:
        where, why = (text[:1].upper() + text[1:] for text in (note.where, tr(note.why)))
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
