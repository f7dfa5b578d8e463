"""One question under review: its words in fields, the sentence it came from, what to look at."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.article import Article, Span
from quizapp.domain.draft_deck import DraftDeck, Proposal
from quizapp.domain.question import Question, QuestionId, QuestionKind, kind_of
from quizapp.domain.source import Source
from quizapp.ui import hints, wording
from quizapp.ui.parts.banner import Banner
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.draft_fields import DraftFields, fields_for
from quizapp.ui.parts.menu import Menu
from quizapp.ui.parts.source_quote import SourceQuote
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_FREE = (QuestionKind.MULTIPLE_CHOICE, QuestionKind.FLASHCARD, QuestionKind.TYPED)
"""The kinds that a question can be turned into one another."""


class DraftEditor(QWidget):
    """`reworded` carries the question whenever other words stand in its fields."""

    reworded = Signal(object, object)
    """The question's id and its words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._id: QuestionId | None = None
        self._known: Question | None = None
        self._kind = QuestionKind.FLASHCARD
        self._fields: DraftFields | None = None
        self._place = Text(look, "", "label", "text2")
        self._kinds = Button(look, "", size="small", icon="layers", icon_size=15)
        self._kinds.clicked.connect(self._open_kinds)
        self._wrong = Text(look, "", "label", "again", weight=400, wrap=True)
        self._wrong.hide()
        self._head = QHBoxLayout()
        self._head.addWidget(self._place)
        self._head.addStretch(1)
        self._head.addWidget(self._kinds)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._column.addSpacing(14)
        self._column.addWidget(self._wrong)
        self._below = QWidget()
        self._column.addWidget(self._below)
        self._column.addStretch(1)

    @property
    def in_order(self) -> tuple[QWidget, ...]:
        """Its parts that take the keyboard, in the order of reading."""
        return (self._kinds,) if self._fields is None else (self._kinds, self._fields)

    def show_proposal(self, draft: DraftDeck, proposal: Proposal) -> None:
        """Show a question; one that is shown already keeps what is being typed."""
        number = draft.proposals.index(proposal) + 1
        place = tr("Question %1").replace(
            "%1", wording.position(number, len(draft.proposals))
        )
        self._place.setText(place)
        if self._id == proposal.id and self._known == proposal.question:
            return
        self._id = proposal.id
        self._put_fields(proposal.question, kind_of(proposal.question))
        self._show_below(draft, proposal)

    def forget(self) -> None:
        """Show whatever comes next anew."""
        self._id = None

    def commit(self) -> None:
        """Take what stands in the fields, unless it is no question."""
        if self._fields is None:
            return
        try:
            words = self._fields.question()
        except ValueError:
            self._say_wrong()
            return
        self._wrong.hide()
        if words != self._known and self._id is not None:
            self._known = words
            self.reworded.emit(self._id, words)

    def take_focus(self) -> None:
        """Put the keyboard into the question's words."""
        if self._fields is not None:
            self._fields.prompt.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._fields.prompt.selectAll()

    def _put_fields(self, question: Question, kind: QuestionKind) -> None:
        old, self._fields = self._fields, fields_for(self._look, question, kind)
        self._kind = kind
        if old is not None:
            old.left.disconnect(self.commit)
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._column.insertWidget(2, self._fields)
        # What is not shown yet takes no focus.
        self._fields.show()
        # What the fields make of a question counts as known: they fold its white space.
        self._known = question if kind is kind_of(question) else None
        self._fields.left.connect(self.commit)
        self._wrong.hide()
        self._show_kind()

    def _show_kind(self) -> None:
        words = wording.kind(self._kind)
        button = Button(
            self._look,
            words,
            size="small",
            icon=wording.kind_icon(self._kind),
            icon_size=15,
        )
        button.setAccessibleName(tr("Kind of question: %1").replace("%1", words))
        button.clicked.connect(self._open_kinds)
        self._head.replaceWidget(self._kinds, button)
        self._kinds.hide()
        self._kinds.deleteLater()
        self._kinds = button
        button.show()

    def _open_kinds(self) -> None:
        menu = Menu(self)
        kinds = (self._kind,) if self._kind is QuestionKind.GAP else _FREE
        for kind in kinds:
            picture = self._look.icon(wording.kind_icon(kind), "text2", 16)
            action = menu.addAction(picture, wording.kind(kind))
            action.triggered.connect(lambda _=False, chosen=kind: self._turn_into(chosen))
        menu.popup(self._kinds.mapToGlobal(QPoint(0, self._kinds.height() + 4)))

    def _turn_into(self, kind: QuestionKind) -> None:
        if self._fields is None or kind is self._kind:
            return
        try:
            question = self._fields.question()
        except ValueError:
            self._say_wrong()
            return
        self._put_fields(question, kind)
        self.commit()
        self.take_focus()

    def _say_wrong(self) -> None:
        words = {
            QuestionKind.GAP: tr(
                "The sentence needs one gap, drawn as ____, and its words."
            ),
            QuestionKind.MULTIPLE_CHOICE: tr(
                "The question needs words, a right answer, and a wrong one that differs from it."
            ),
        }
        usual = tr("The question and its answer need words.")
        self._wrong.setText(words.get(self._kind, usual))
        self._wrong.show()

    def _show_below(self, draft: DraftDeck, proposal: Proposal) -> None:
        """Show the sentence, and why to look twice."""
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(6)
        column.addWidget(Text(self._look, tr("In the article"), "label", "text2"))
        column.addWidget(_quote(self._look, draft.article, proposal.source))
        column.addSpacing(2)
        for told in hints.told(draft, proposal):
            column.addSpacing(6)
            banner = Banner(self._look, "warn", f"{told.chip}.", told.advice, inline=True)
            column.addWidget(banner)
        self._column.replaceWidget(self._below, below)
        self._below.hide()
        self._below.deleteLater()
        self._below = below
        below.show()


def _quote(look: Look, article: Article, source: Source) -> SourceQuote:
    """Return the sentence with its answer marked, and the one after it in the same paragraph."""
    sentence, answer = source.sentence, source.answer
    marked = Span(answer.start - sentence.start, answer.end - sentence.start)
    after = _following(article, sentence)
    quote = SourceQuote(look, sentence.of(article.text), marked, article.place(sentence))
    if after is not None:
        quote.add_after(" ".join(after.of(article.text).split()))
    return quote


def _following(article: Article, sentence: Span) -> Span | None:
    for paragraph in article.paragraphs:
        if sentence in paragraph.sentences:
            at = paragraph.sentences.index(sentence) + 1
            return paragraph.sentences[at] if at < len(paragraph.sentences) else None
    return None
