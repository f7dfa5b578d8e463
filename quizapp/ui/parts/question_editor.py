"""One question in fields: what is written in them is kept when a field is left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.question import DeckId, Question, QuestionId, QuestionKind, kind_of
from quizapp.operations.questions import Details
from quizapp.ui import question_words, wording
from quizapp.ui.parts.button import IconButton
from quizapp.ui.parts.filter_select import Choice, FilterSelect
from quizapp.ui.parts.link import Link
from quizapp.ui.parts.picture_field import PictureField
from quizapp.ui.parts.question_fields import QuestionFields
from quizapp.ui.parts.source_quote import SourceQuote
from quizapp.ui.parts.tag_field import TagField
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.toggle_button import ToggleButton
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_KIND_WIDTH = 172


class QuestionEditor(QWidget):
    """It shows details and says what is to change; it changes nothing itself."""

    edited = Signal(object, object)
    """The id of a question, or None for a new one, and its words."""
    tagged = Signal(str)
    untagged = Signal(str)
    flagged = Signal(bool)
    aside = Signal(bool)
    moved = Signal(object)
    """The id of the deck that the question goes to."""
    deleted = Signal()
    pictured = Signal(object)
    """The path of a file whose picture is to be shown."""
    described = Signal(str)
    """What the picture shows."""
    unpictured = Signal()
    source_wanted = Signal()
    """Another source sentence is to be chosen."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._details: Details | None = None
        self._fields = QuestionFields(look, QuestionKind.FLASHCARD)
        self._quote: SourceQuote | None = None
        self._titles: dict[DeckId, str] = {}
        self._kind = FilterSelect(look, tr("Kind"), _KIND_WIDTH)
        self._kind.chosen.connect(self._turn_to)
        self._deck = FilterSelect(look, tr("Deck"), 296)
        self._deck.chosen.connect(self.moved)
        self._missing = Text(look, "", "caption", "again", wrap=True)
        self.picture = PictureField(look)
        self.picture.chosen.connect(self.pictured)
        self.picture.described.connect(self.described)
        self.picture.removed.connect(self.unpictured)
        self._tags = TagField(look)
        self._tags.added.connect(self.tagged)
        self._tags.taken.connect(self.untagged)
        self._lay_out()
        self._offer_kinds()

    @property
    def question(self) -> QuestionId | None:
        """The question that is shown; None for a new one."""
        return None if self._details is None else self._details.stored.id

    def know(self, decks: tuple[tuple[DeckId, str], ...], tags: tuple[str, ...]) -> None:
        """Offer these decks and tags."""
        self._titles = dict(decks)
        self._deck.offer([Choice(title, deck) for deck, title in decks])
        self._tags.know(tags)

    def show_details(self, details: Details) -> None:
        """Show a question; what is being written in it now stays."""
        same = self.question == details.stored.id
        known = None if self._details is None else self._details.quote
        self._details = details
        question = details.stored.question
        anew = not same or self._fields.kind is not kind_of(question)
        if anew:
            self._renew(kind_of(question))
        self._fields.put(question, anew=anew)
        self._say_missing("")
        self.picture.put(details.stored.picture, anew=not same)
        self._tags.put(details.stored.tags)
        self._deck.show_words(self._titles.get(details.deck, ""))
        self._show_marks(details)
        if not same or details.quote != known:
            self._show_source(details)
        self._show_figures(details)

    def begin_new(self, deck: DeckId) -> None:
        """Show empty fields for a question of the learner's own."""
        self._details = None
        self._renew(QuestionKind.FLASHCARD)
        self._fields.start_from(None)
        self._say_missing("")
        self._deck.show_words(self._titles.get(deck, ""))
        self._show_source(None)
        for part in self._of_kept:
            part.hide()
        self._fields.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard in the question."""
        self._fields.take_focus()

    # writing

    def _turn_to(self, kind: object) -> None:
        """Have the fields of another kind, with the same words where they fit."""
        if not isinstance(kind, QuestionKind) or kind is self._fields.kind:
            return
        written: Question | None
        try:
            written = self._fields.words()
        except ValueError:
            written = None if self._details is None else self._details.stored.question
        self._renew(kind)
        self._fields.start_from(written)
        self._keep()
        self._fields.take_focus()

    def _keep(self) -> None:
        try:
            words = self._fields.words()
        except ValueError:
            self._say_missing(self._fields.what_is_missing())
            return
        self._say_missing("")
        if self._details is None or words != self._details.stored.question:
            self.edited.emit(self.question, words)

    def _renew(self, kind: QuestionKind) -> None:
        """Put fields of a kind in the place of those there are."""
        old, focused = self._fields, QApplication.focusWidget()
        held = focused is not None and old.isAncestorOf(focused)
        old.left.disconnect()
        self._fields = QuestionFields(self._look, kind)
        self._fields.left.connect(self._keep)
        self._column.replaceWidget(old, self._fields)
        self._fields.show()
        if held:
            self._fields.take_focus()
        old.hide()
        old.deleteLater()
        self._kind.show_words(wording.kind(kind), wording.kind_icon(kind))

    # showing

    def _say_missing(self, words: str) -> None:
        self._missing.setText(words)
        self._missing.setVisible(bool(words))

    def _show_marks(self, details: Details) -> None:
        for part in self._of_kept:
            part.show()
        self._flag.show_on(on=details.flagged)
        self._aside.show_on(on=details.set_aside)

    def _show_source(self, details: Details | None) -> None:
        if self._quote is not None:
            self._source.removeWidget(self._quote)
            self._quote.hide()
            self._quote.deleteLater()
            self._quote = None
        quote = None if details is None else details.quote
        self._source_head.setVisible(details is not None and details.has_article)
        self._change.setText(tr("Choose") if quote is None else tr("Change"))
        if quote is not None:
            self._quote = SourceQuote(
                self._look, quote.sentence, quote.answer, quote.place, style="source"
            )
            self._source.addWidget(self._quote)

    def _show_figures(self, details: Details) -> None:
        chance, stability = details.recall_chance, details.stability
        new = tr("New")
        self._chance.setText(new if chance is None else wording.percent(chance))
        self._stability.setText(new if stability is None else wording.wait(stability))
        self._answered.setText(question_words.answered(details.answered, details.lapses))

    # building

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 16, 18, 14)
        self._column.setSpacing(13)
        self._column.addLayout(self._head())
        self._column.addWidget(self._fields)
        self._fields.left.connect(self._keep)
        self._column.addWidget(self._missing)
        self._column.addWidget(self.picture)
        self._source = QVBoxLayout()
        self._source.setSpacing(2)
        self._source_head = QWidget()
        head = QHBoxLayout(self._source_head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(Text(self._look, tr("Source sentence"), "label"))
        head.addStretch(1)
        self._change = Link(self._look, tr("Change"))
        self._change.setAccessibleName(tr("Change source sentence"))
        self._change.clicked.connect(self.source_wanted)
        head.addWidget(self._change)
        self._source.addWidget(self._source_head)
        self._column.addLayout(self._source)
        tags = self._labelled(tr("Tags"), self._tags)
        deck = QHBoxLayout()
        deck.setSpacing(12)
        deck.addWidget(Text(self._look, tr("Deck"), "label"))
        deck.addWidget(self._deck)
        deck.addStretch(1)
        self._column.addWidget(tags)
        self._column.addLayout(deck)
        self._column.addStretch(1)
        figures = self._figures()
        self._column.addWidget(figures)
        marks = self._flag, self._aside, self._delete
        self._of_kept = (self.picture, tags, figures, *marks)

    def _head(self) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._kind)
        row.addStretch(1)
        self._flag = ToggleButton(look, "flag", tr("Flag"), tr("Remove flag"))
        self._flag.turned.connect(self.flagged)
        self._aside = ToggleButton(look, "pause", tr("Set aside"), tr("Bring back"))
        self._aside.turned.connect(self.aside)
        self._delete = IconButton(look, "trash-2", tr("Delete"), size="small", icon_size=16)
        self._delete.clicked.connect(self.deleted)
        for button in (self._flag, self._aside, self._delete):
            row.addWidget(button)
        return row

    def _labelled(self, words: str, field: QWidget) -> QWidget:
        pair = QWidget()
        column = QVBoxLayout(pair)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Text(self._look, words, "label"))
        column.addWidget(field)
        return pair

    def _figures(self) -> QWidget:
        figures = QWidget()
        column = QVBoxLayout(figures)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        values = []
        for words in (tr("Recall chance today"), tr("Stability"), tr("Answered")):
            row = QHBoxLayout()
            row.addWidget(Text(self._look, words, "caption", "text2"))
            row.addStretch(1)
            value = Text(self._look, "", "caption", "text", weight=600)
            row.addWidget(value)
            values.append(value)
            column.addLayout(row)
        self._chance, self._stability, self._answered = values
        return figures

    def _offer_kinds(self) -> None:
        self._kind.offer(
            [
                Choice(wording.kind(kind), kind, wording.kind_icon(kind))
                for kind in QuestionKind
            ]
        )
