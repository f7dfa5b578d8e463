"""What must hold on every page and in every dialog: names, roles, the keyboard's place, words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QTranslator
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from quizapp import clock
from quizapp.ui.parts.focus_ring import FocusRing
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.text import Text
from quizapp.ui.start import Program
from tests.ui import tour
from tests.ui.test_contrast import WORDS

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support"
)  # offscreen, of menus
Role = QAccessible.Role
_ACTED_ON = {
    Role.Button,
    Role.CheckBox,
    Role.RadioButton,
    Role.ComboBox,
    Role.EditableText,
    Role.Slider,
    Role.SpinBox,
    Role.List,
    Role.ListItem,
    Role.Table,
    Role.PageTab,
    Role.MenuItem,
    Role.StaticText,
    Role.Heading,
    Role.Chart,
    Role.Graphic,
    Role.Dialog,
    Role.Notification,
    Role.ProgressBar,
    Role.BlockQuote,
}
GROUNDS_OF_WORDS = {ground for grounds in WORDS.values() for ground in grounds}
_DRAWN_BY_QT = (
    *(QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QScrollBar, QMenu),
    *(QListView, QTableView, QComboBox, QToolButton, QDialog),
)
_SHAPELESS = {Role.Client, Role.NoRole, Role.Border, Role.LayeredPane, Role.Grouping}


@dataclass(frozen=True)
class Node:
    """One thing as a screen reader finds it."""

    place: str
    kind: str
    role: QAccessible.Role
    name: str
    description: str
    takes_keyboard: bool
    chosen: bool
    checkable: bool

    @override
    def __str__(self) -> str:
        return f"{self.place}: {self.role.name} {self.kind} “{self.name}”"


@dataclass(frozen=True)
class Stop:
    """A place of the tour as it was found."""

    name: str
    nodes: tuple[Node, ...]
    focused: str
    """The widget with the keyboard; empty: none has it."""
    ring: bool
    """The keyboard's place can be seen."""
    inks: frozenset[tuple[str, str]]
    """Each ink that words are written in, and the colour under them, by their roles."""
    undressed: frozenset[str]
    """What Qt draws, and as it would in any program."""


class Marks(QTranslator):
    """Puts every translated text between brackets, and dates into Persian."""

    @override
    def translate(
        self, _context: str, source: str, _: str | None = None, _n: int = -1
    ) -> str:
        """Return the text with its brackets."""
        return "fa_IR" if source == "en_GB" else f"⟦{source}⟧"

    @override
    def isEmpty(self) -> bool:
        """Say that there is something to be asked for."""
        return False


def _look(place: str, spoken: QAccessibleInterface | None, found: list[Node]) -> None:
    if spoken is None or not spoken.isValid() or spoken.state().invisible:
        return
    state, part = spoken.state(), spoken.object()
    found.append(
        Node(
            place,
            type(part).__name__,
            spoken.role(),
            spoken.text(QAccessible.Text.Name),
            spoken.text(QAccessible.Text.Description),
            bool(state.focusable),
            bool(state.checked or state.selected),
            bool(state.checkable or state.selectable),
        )
    )
    for number in range(min(spoken.childCount(), 40)):
        _look(place, spoken.child(number), found)


def _inks(program: Program) -> Iterator[tuple[str, str]]:
    """Yield the ink of every visible text with what lies under it, as it was painted."""
    window, look = program.window, program.look
    named = sorted(GROUNDS_OF_WORDS, reverse=True)  # the first name of a colour counts
    roles = {look.color(role).name(): role for role in named}
    picture = window.grab().toImage()
    dialogs = [one for one in window.findChildren(Overlay) if one.isVisible()]
    for text in (dialogs[-1].panel if dialogs else window).findChildren(Text):
        area = text.visibleRegion().boundingRect()
        if not text.isVisible() or not text.isEnabled() or area.height() < text.height():
            continue
        corner = text.mapTo(window, QPoint(0, 0))
        steps = [
            picture.pixelColor(corner.x() + x, corner.y() + y).name()
            for x in range(0, area.width(), 3)
            for y in range(0, area.height(), 3)
        ]
        found = Counter(steps).most_common(1)
        if text.text() and found:
            yield text._ink, roles.get(found[0][0], found[0][0])


def _undressed(roots: Iterable[QWidget]) -> Iterator[str]:
    for root in roots:
        for part in (root, *root.findChildren(QWidget)):
            if isinstance(part, _DRAWN_BY_QT) and part.isVisible() and not _dressed(part):
                yield f"{type(part).__name__} in a {type(part.parent()).__name__}"


def _dressed(part: QWidget | None) -> bool:
    return part is not None and (bool(part.styleSheet()) or _dressed(part.parentWidget()))


def _stop(name: str, program: Program) -> Stop:
    nodes: list[Node] = []
    window = program.window
    roots = [window, *filter(None, [QApplication.activePopupWidget()])]
    for root in roots:
        _look(name, QAccessible.queryAccessibleInterface(root), nodes)
    focused = QApplication.focusWidget()
    (ring,) = window.findChildren(FocusRing)
    shows_itself = focused is not None and bool(focused.property("ringless"))
    return Stop(
        name,
        tuple(nodes),
        "" if focused is None else type(focused).__name__,
        ring.isVisible() or shows_itself,
        frozenset(_inks(program)),
        frozenset(_undressed(roots)),
    )


@pytest.fixture(scope="module")
def stops(qapp, tmp_path_factory) -> Iterator[tuple[Stop, ...]]:
    """Go on the tour once, with a screen reader listening and every translated text marked."""
    marks = Marks()
    zone, clock.zone = clock.zone, lambda: UTC
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    QCoreApplication.installTranslator(marks)
    try:
        walked = tour.places(tmp_path_factory.mktemp("tour"), tour.PERSIAN)
        yield tuple(_stop(name, walk.program) for name, walk in walked)
    finally:
        QCoreApplication.removeTranslator(marks)
        QAccessible.setActive(before)
        clock.zone = zone


def _nodes(stops: tuple[Stop, ...]) -> Iterator[Node]:
    for stop in stops:
        yield from stop.nodes


def test_the_tour_sees_every_page_and_dialog(stops):
    assert len(stops) > 45
    kinds = Counter(node.kind for node in _nodes(stops))
    for kind in ("Overlay", "ExportDialog", "Menu", "Toast", "Banner", "BankErrorPage"):
        assert kinds[kind], kind


def test_everything_that_is_acted_on_or_read_has_a_name(stops):
    nameless = [
        str(node)
        for node in _nodes(stops)
        if (node.role in _ACTED_ON or node.takes_keyboard)
        and not node.name.strip()
        and node.kind not in _MAY_BE_EMPTY
    ]
    assert nameless == []


_MAY_BE_EMPTY = {"Icon", "Text"}
"""A picture beside words that say the same; words that are not there yet."""


def test_whatever_takes_the_keyboard_says_what_it_is(stops):
    odd = {str(n) for n in _nodes(stops) if n.takes_keyboard and n.role in _SHAPELESS}
    assert odd == set()


def test_one_of_several_is_told_from_yes_or_no(stops):
    roles: dict[str, set[QAccessible.Role]] = {}
    for node in _nodes(stops):
        if node.checkable:
            roles.setdefault(node.kind, set()).add(node.role)
    assert roles["Switch"] == {Role.CheckBox}
    assert roles["RailItem"] == {Role.PageTab}
    for kind in ("_Segment", "_Kind", "FormatRow", "_Row", "_Dot"):
        assert roles[kind] == {Role.RadioButton}, kind


def test_dialogs_and_headings_are_called_so(stops):
    for stop in stops:
        dialogs = [node for node in stop.nodes if node.kind == "Overlay"]
        assert all(node.role is Role.Dialog and node.name for node in dialogs)
        headings = [node for node in stop.nodes if node.role is Role.Heading]
        assert headings or stop.name.startswith(("02", "03")), stop.name


def test_the_page_that_is_open_is_marked_in_the_rail(stops):
    for stop in stops:
        pages = [n for n in stop.nodes if n.kind == "RailItem" and n.role is Role.PageTab]
        assert not pages or any(page.chosen for page in pages), stop.name


def test_nothing_looks_as_qt_alone_would_draw_it(stops):
    undressed = {stop.name: stop.undressed for stop in stops if stop.undressed}
    assert undressed == {}


def test_the_keyboard_is_always_somewhere_and_is_seen_there(stops):
    lost = [stop.name for stop in stops if not stop.focused]
    unseen = [(stop.name, stop.focused) for stop in stops if not stop.ring]
    assert (lost, unseen) == ([], [])


def test_words_are_written_on_no_colour_but_those_that_are_tested(stops):
    # In the system's high contrast several names stand for one colour; its pairs are tested.
    own = [stop for stop in stops if not stop.name.endswith("in high contrast")]
    used = set().union(*(stop.inks for stop in own))
    judged = {(ink, ground) for ink, grounds in WORDS.items() for ground in grounds}
    assert len(used) > 8
    assert used - judged == set()


_LATIN = re.compile(r"[A-Za-z]{2,}")
_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")


def test_every_word_that_is_shown_can_be_translated(stops):
    unmarked: dict[str, str] = {}
    for node in _nodes(stops):
        for words in (node.name, node.description):
            left = words
            while left != (left := _MARKED.sub("", left)):
                pass
            if _LATIN.search(_NAMES.sub("", left)):
                unmarked.setdefault(left, str(node))
    assert unmarked == {}


_NAMES = re.compile(
    r"Quizapp|Who are the Iranian dissident group MEK|Charis SIL|Home > News > Gases|others\.gift|\S*[/\\]\S*|\.(txt|zip|xlsx|apkg)"
    r"|Ctrl|Shift|Esc|Home|End|Del|Space|F\d"
)
"""Names, paths and keys, the same in every language, and what the tour itself wrote."""
