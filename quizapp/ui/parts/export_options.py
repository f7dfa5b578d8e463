"""Which questions are exported, and how they are written."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quizapp.domain.question import QuestionKind
from quizapp.domain.strip import Band
from quizapp.operations import exporting
from quizapp.operations.exporting import (
    IN_LINE,
    TEXT_SIZES,
    VERSION_NAMES,
    Choice,
    Exportable,
    Format,
    Options,
    Paper,
    State,
)
from quizapp.ui import wording
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.dropdown import Dropdown
from quizapp.ui.parts.loss_report import LossReport
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.segmented import Segmented
from quizapp.ui.parts.switch import Switch
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_NUMBERS = (5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 200, 500)
_STANDINGS: tuple[tuple[str, frozenset[State] | Band], ...] = (
    ("All", frozenset()),
    ("New", frozenset({State.NEW})),
    ("Learning", frozenset({State.LEARNING})),
    ("Learned", frozenset({State.LEARNED})),
    ("Set aside", frozenset({State.SET_ASIDE})),
    ("Not set aside", IN_LINE),
    ("Fading", Band.FADING),
    ("Shaky", Band.SHAKY),
    ("Solid", Band.SOLID),
    ("Strong", Band.STRONG),
)
_KINDS = (None, *QuestionKind)


@dataclass(frozen=True, slots=True)
class _Row:
    """A switch, the option that it turns on, and whether it is for paper only."""

    option: str
    words: str
    printed: bool = False


_ROWS = (
    _Row("shuffle_questions", "Shuffle questions"),
    _Row("shuffle_answers", "Shuffle answers"),
    _Row("with_key", "Answer key on its own page", printed=True),
    _Row("with_explanations", "Explain with the source sentence"),
    _Row("with_article", "Print the article first", printed=True),
)


class ExportOptions(QWidget):
    """The middle of the export dialog; `changed` says that something else was chosen."""

    changed = Signal()

    def __init__(self, look: Look, source: Exportable) -> None:
        super().__init__()
        self._look, self._source = look, source
        self._seed = 1
        self._numbers: tuple[int | None, ...] = (None,)
        self.report = LossReport(look)
        self._build()
        self._offer_numbers()
        look.changed.connect(self._reshape)
        self._reshape()

    @property
    def choice(self) -> Choice:
        """Which questions are wanted."""
        tags, kind = self._source.tags, _KINDS[self._kind.number]
        standing = _STANDINGS[self._standing.number][1]
        return Choice(
            tags=frozenset(tags[self._tag.number - 1 : self._tag.number]),
            kinds=frozenset({kind} if kind else ()),
            states=frozenset() if isinstance(standing, Band) else standing,
            bands=frozenset({standing} if isinstance(standing, Band) else ()),
            most=self._numbers[self._number.number],
        )

    @property
    def options(self) -> Options:
        """How they are to be written."""
        on = {row.option: self._switches[row.option].isChecked() for row in _ROWS}
        return Options(
            seed=self._seed,
            shuffle_questions=on["shuffle_questions"],
            shuffle_answers=on["shuffle_answers"],
            versions=self._versions,
            with_key=on["with_key"],
            with_explanations=on["with_explanations"],
            with_article=on["with_article"],
            paper=tuple(Paper)[self._paper.number],
            text_size=TEXT_SIZES[self._text_size.number],
        )

    def show_format(self, form: Format, *, carries_source: bool) -> None:
        """Offer what this format heeds."""
        printed = form.sheets is not None
        for row in _ROWS:
            offered = not form.fixed and (printed or not row.printed)
            if row.option == "with_explanations":
                offered = offered and carries_source
            self._lines[row.option].setVisible(offered)
        self._versions_box.setVisible(printed)
        self._paper_box.setVisible(form.on_paper)
        self._switch_box.setVisible(not form.fixed)
        self._tell_order()

    # building

    def _build(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(14)
        self._number = Dropdown(look, tr("Questions"), (tr("All"),))
        self._tag = Dropdown(look, tr("Tags"), (tr("All tags"), *self._source.tags))
        kinds = (tr("All kinds"), *(wording.kind(kind) for kind in QuestionKind))
        self._kind = Dropdown(look, tr("Kind"), kinds)
        words = [tr(name) for name, _ in _STANDINGS]
        self._standing = Dropdown(look, tr("State or memory"), words)
        self._pairs: list[QBoxLayout] = []
        column.addLayout(
            self._pair((tr("Questions"), self._number), (tr("Tags"), self._tag))
        )
        column.addLayout(
            self._pair((tr("Kind"), self._kind), (tr("State or memory"), self._standing))
        )
        self._versions_box = self._build_versions()
        column.addWidget(self._versions_box)
        column.addWidget(self._build_switches())
        self._paper_box = self._build_paper()
        column.addWidget(self._paper_box)
        column.addWidget(self.report)
        column.addStretch(1)
        for dropdown in (self._number, self._tag, self._kind, self._standing):
            dropdown.chosen.connect(self._choice_changed)

    def _pair(self, *fields: tuple[str, Dropdown]) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(12)
        for words, dropdown in fields:
            dropdown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(Text(self._look, words, "label"))
            column.addWidget(dropdown)
            row.addLayout(column, 1)
        self._pairs.append(row)
        return row

    def _build_versions(self) -> QWidget:
        look, whole = self._look, QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._versions = 1
        names = (
            f"{count}: {', '.join(VERSION_NAMES[:count])}" if count > 1 else "1"
            for count in range(1, len(VERSION_NAMES) + 1)
        )
        segments = Segmented(look, tuple(("", name) for name in names))
        segments.choose(0)
        segments.chosen.connect(self._take_versions)
        words = tr("Same questions in a different order, so neighbours can’t copy.")
        column.addWidget(Text(look, tr("Versions"), "label"))
        column.addWidget(segments)
        column.addWidget(Text(look, words, "caption", "text3", wrap=True))
        return whole

    def _build_switches(self) -> QWidget:
        self._switch_box = QWidget()
        column = QVBoxLayout(self._switch_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule(self._look))
        column.addSpacing(14)
        self._switches: dict[str, Switch] = {}
        self._lines: dict[str, QWidget] = {}
        for row in _ROWS:
            switch = Switch(self._look, tr(row.words))
            switch.setChecked(bool(getattr(Options(), row.option)))
            switch.toggled.connect(self._tell_order)
            switch.toggled.connect(lambda _: self.changed.emit())
            self._switches[row.option] = switch
            line = self._lines[row.option] = QWidget()
            inside = QHBoxLayout(line)
            inside.setContentsMargins(0, 3, 0, 3)
            words = Text(self._look, tr(row.words), wrap=True)
            inside.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
            inside.addWidget(switch)
            column.addWidget(line)
        column.addWidget(self._build_order())
        return self._switch_box

    def _build_order(self) -> QWidget:
        self._order = QWidget()
        inside = QHBoxLayout(self._order)
        inside.setContentsMargins(0, 3, 0, 3)
        self._order_words = Text(self._look, "", "caption", "text3", wrap=True)
        another = Button(
            self._look, tr("Draw another"), "quiet", size="small", icon="refresh-cw"
        )
        another.clicked.connect(self._draw_another)
        inside.addWidget(self._order_words, 1, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(another)
        return self._order

    def _build_paper(self) -> QWidget:
        look, whole = self._look, QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._paper = Dropdown(look, tr("Paper"), tuple(map(str, Paper)))
        sizes = tuple(f"{size} pt" for size in TEXT_SIZES)
        self._text_size = Dropdown(look, tr("Text size"), sizes)
        self._text_size.choose(TEXT_SIZES.index(Options().text_size))
        for dropdown in (self._paper, self._text_size):
            dropdown.chosen.connect(lambda _: self.changed.emit())
        column.addWidget(Rule(look))
        column.addLayout(
            self._pair((tr("Paper"), self._paper), (tr("Text size"), self._text_size))
        )
        return whole

    # choosing

    def _choice_changed(self) -> None:
        self._offer_numbers()
        self.changed.emit()

    def _offer_numbers(self) -> None:
        """Offer all that fit the other choices, and fewer of them."""
        before = self._numbers[self._number.number]
        fitting = replace(self.choice, most=None)
        total = exporting.how_many(self._source, fitting)
        self._numbers = (None, *(number for number in _NUMBERS if number < total))
        whole = tr("All %1").replace("%1", str(total))
        fewer = (tr("%1 of %2").replace("%1", str(n)) for n in self._numbers[1:])
        self._number.set_choices((whole, *(one.replace("%2", str(total)) for one in fewer)))
        if before in self._numbers:
            self._number.choose(self._numbers.index(before))

    def _take_versions(self, number: int) -> None:
        self._versions = number + 1
        orders = [self._switches[row.option] for row in _ROWS[:2]]
        if number and not any(switch.isChecked() for switch in orders):
            # Versions in one and the same order would be no versions.
            for switch in orders:
                switch.setChecked(True)
        self.changed.emit()

    def _draw_another(self) -> None:
        self._seed += 1
        self._tell_order()
        self.changed.emit()

    def _tell_order(self) -> None:
        drawn = self._switches["shuffle_questions"].isChecked()
        drawn = drawn or self._switches["shuffle_answers"].isChecked()
        self._order.setVisible(drawn)
        words = tr("Order number %1 gives the same file again.")
        self._order_words.setText(words.replace("%1", str(self._seed)))

    def _reshape(self) -> None:
        """Put pairs of fields below each other where text is very large."""
        directions = QBoxLayout.Direction
        for pair in self._pairs:
            pair.setDirection(
                directions.TopToBottom if self._look.large else directions.LeftToRight
            )
