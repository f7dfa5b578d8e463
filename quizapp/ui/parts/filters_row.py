"""What is looked for, as choices: deck, kind, state, tags; beside it how many were found."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.question import DeckId, QuestionKind
from quizapp.domain.wanted import State, Wanted, folded
from quizapp.ui import question_words, wording
from quizapp.ui.parts.filter_select import Choice, FilterSelect
from quizapp.ui.parts.flow import Flow
from quizapp.ui.parts.tag_field import TagChip
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr


class FiltersRow(QWidget):
    """`wanted` carries the new wish; the words in it are the search field's."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._now = Wanted()
        self._chips: list[TagChip] = []
        self._deck = FilterSelect(look, tr("Deck"), 238)
        self._kind = FilterSelect(look, tr("Kind"), 160)
        self._state = FilterSelect(look, tr("State"), 180)
        self._tag = FilterSelect(look, tr("Tag"), 120, bare=True)
        self._tag.show_words(tr("Tag"), "plus")
        self._deck.chosen.connect(self._choose_deck)
        self._kind.chosen.connect(self._choose_kind)
        self._state.chosen.connect(self._choose_state)
        self._tag.chosen.connect(self._choose_tag)
        self._flow = Flow(8)
        for part in (self._deck, self._kind, self._state, self._tag):
            self._flow.add(part)
        self._count = Text(look, "", "label", "text2", weight=400)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._flow, 1)
        row.addWidget(self._count)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row)
        self._offer_fixed()
        self.show_wanted(Wanted())

    def know(self, decks: tuple[tuple[DeckId, str], ...], tags: tuple[str, ...]) -> None:
        """Offer these decks and tags."""
        titles = [Choice(title, title) for _, title in decks]
        self._deck.offer([Choice(tr("All decks"), ""), *titles])
        self._tag.offer([Choice(tag, tag) for tag in tags])
        self._tag.setEnabled(bool(tags))

    def show_wanted(self, wanted: Wanted) -> None:
        """Show a wish that was typed."""
        self._now = wanted
        self._deck.show_words(wanted.deck or tr("All decks"))
        self._kind.show_words(question_words.kind_filter(wanted.kind))
        states = ", ".join(map(question_words.state, wanted.states))
        self._state.show_words(states or tr("Any state"))
        if [chip.text() for chip in self._chips] != list(wanted.tags):
            self._show_tags(wanted.tags)

    def show_count(self, total: int, due: int) -> None:
        """Say how many were found."""
        self._count.setText(question_words.how_many(total, due))

    def _show_tags(self, tags: tuple[str, ...]) -> None:
        for chip in self._chips:
            self._flow.drop(chip)
        self._chips = [TagChip(self._look, tag) for tag in tags]
        for chip in self._chips:
            chip.clicked.connect(partial(self._leave_tag, chip.text()))
            self._flow.add(chip)
            chip.show()

    def _offer_fixed(self) -> None:
        kinds: tuple[QuestionKind | None, ...] = (None, *QuestionKind)
        self._kind.offer(
            [
                Choice(
                    question_words.kind_filter(kind),
                    kind,
                    "" if kind is None else wording.kind_icon(kind),
                )
                for kind in kinds
            ]
        )
        states = [Choice(question_words.state(state), state) for state in State]
        self._state.offer([Choice(tr("Any state"), None), *states])

    def _choose_deck(self, title: str) -> None:
        self.wanted.emit(replace(self._now, deck=title))

    def _choose_kind(self, kind: QuestionKind | None) -> None:
        self.wanted.emit(replace(self._now, kind=kind))

    def _choose_state(self, state: State | None) -> None:
        self.wanted.emit(replace(self._now, states=() if state is None else (state,)))

    def _choose_tag(self, tag: str) -> None:
        if folded(tag) not in map(folded, self._now.tags):
            self.wanted.emit(replace(self._now, tags=(*self._now.tags, tag)))

    def _leave_tag(self, tag: str) -> None:
        kept = tuple(other for other in self._now.tags if other != tag)
        self._tag.setFocus()
        self.wanted.emit(replace(self._now, tags=kept))
