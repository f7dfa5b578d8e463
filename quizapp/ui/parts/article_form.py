"""Choose what to make a deck from: files, pasted text, or the address of a page."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from quizapp.errors import QuizError
from quizapp.operations import choosing
from quizapp.operations.choosing import Allowed, Chosen
from quizapp.ui.parts import left_out
from quizapp.ui.parts.address_side import AddressSide
from quizapp.ui.parts.article_field import ArticleField
from quizapp.ui.parts.file_side import FileSide
from quizapp.ui.parts.found_line import FoundLine
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.reading_ahead import ReadingAhead
from quizapp.ui.parts.refusal_banner import RefusalBanner, Way
from quizapp.ui.parts.segmented import Segmented
from quizapp.ui.parts.sizes import UNBOUNDED
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.text_particulars import Particulars
from quizapp.ui.parts.wanted import ReadAlready, Refusal, Wanted
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_SIDE = 288
_NARROW, _NARROW_LARGE = 860, 900
"""Pixels of width below which two things beside each other stand one above the other."""
_ALONE = 760
"""Pixels of width that the text takes where nothing stands beside it."""
_LEAST_TEXT = 200
"""Pixels of height that show some lines of the text."""
_BESIDE_PROBLEM, _LOW, _LOW_BELOW = 220, 120, 640
"""Pixels of height of the text where a problem stands below it, less in a low window."""
_FILE, _PASTE, _WEB = 0, 1, 2


class ArticleForm(QWidget):
    """A text, a name, a source, wishes; `filled` tells whether there is something to work on."""

    filled = Signal(bool)
    by_hand = Signal(object)
    """`Refusal`: its article is wanted as a deck without questions."""

    def __init__(self, look: Look, tasks: Tasks, allowed: Allowed) -> None:
        super().__init__()
        self._look = look
        self._known = ""
        self._banner: RefusalBanner | None = None
        self._side = _FILE
        self._read = ReadAlready()
        self._ahead = ReadingAhead(tasks, allowed, self)
        self._ahead.found.connect(self._found)
        self._ahead.failed.connect(self._not_found)
        self._make_parts()
        self._lay_out()
        look.changed.connect(self._reshape)
        self._turn_to(_FILE)

    def take(self, given: Sequence[Path], mime: QMimeData) -> None:
        """Take files, else the text that came instead."""
        if given:
            self.add_files(given)
        elif mime.hasText() and mime.text().strip():
            self._text.setPlainText(mime.text())
            self._text.moveCursor(QTextCursor.MoveOperation.Start)
            self.turn_to_paste()

    def add_files(self, given: Sequence[Path]) -> None:
        """Have these files, and those already chosen, made into decks."""
        self.forget_problems()
        self._files.add(given)
        self._turn_to(_FILE)

    def turn_to_paste(self) -> None:
        """Show the side for pasted text."""
        self._turn_to(_PASTE)

    def wanted(self) -> tuple[Wanted, ...]:
        """Return what is to be made into decks, in order."""
        title, origin = self.particulars.title, self.particulars.origin
        only = self._files.only if self._side == _FILE else None
        whole = self._read.whole
        if not self.particulars.wishes.kinds:
            return ()
        if whole is not None:
            return (Wanted(whole.article, title, origin, only),)
        if self._side == _PASTE:
            text = self._text.toPlainText()
            return (Wanted(text, title, origin),) if text.strip() else ()
        if self._side == _WEB:
            return ()
        if only is not None:
            return (Wanted(only, title, origin, only),)
        return tuple(Wanted(path, None, "", path) for path in self._files.files)

    def act(self) -> None:
        """Read the page of an address that was not read yet."""
        if self._side == _WEB and self._read.chosen is None:
            self._address.ask()

    def stop_reading(self) -> None:
        """Read no further ahead: the work begins."""
        self._ahead.stop()

    def drop(self, done: Wanted) -> None:
        """Forget what has become a draft, or could not."""
        if done.path is not None:
            self._files.drop(done.path)
        elif self._side == _WEB:
            self._address.address.clear()
        else:
            self._text.clear()
        self.particulars.clear()
        self._begin_anew()
        self._heed_files()

    def show_problems(self, refused: Sequence[Refusal]) -> None:
        """Say what went wrong where it went wrong, with the ways on."""
        self.forget_problems()
        of_file = self._side == _FILE
        self._banner = RefusalBanner(self._look, refused, of_file=of_file)
        self._banner.offer(self._ways_on())
        self._banner.by_hand.connect(self.by_hand)
        self._above.insertWidget(1 if of_file else 3, self._banner)
        self._files.ask_for_another()
        self._leave_room()
        QTimer.singleShot(0, self._banner.take_focus)

    def forget_problems(self) -> None:
        """Say no more of what went wrong."""
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
            self._files.name_files()
            self._leave_room()

    def _leave_room(self) -> None:
        """Show what went wrong and the way on alone, else all there is."""
        alone = self._banner is not None
        for part in (self.particulars, self._line, self._where, self._stays):
            part.setHidden(alone)
        self._files.set_choosing(choosing=not alone)
        self._reshape()
        self._tell()

    def take_focus(self) -> None:
        """Put the keyboard where the article comes from, or on the way on from a problem."""
        if self._banner is not None:
            self._banner.take_focus()
        elif self._side == _PASTE:
            self._text.setFocus()
        elif self._side == _WEB:
            self._address.address.setFocus()
        else:
            self._files.take_focus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that suits the width."""
        self._reshape()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Say what went wrong once, and read nothing that nobody waits for."""
        if not event.spontaneous():
            self.forget_problems()
            self._ahead.stop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Read what was not read when the page was left."""
        if not event.spontaneous() and self._read.chosen is None:
            self._begin_anew()

    # reading ahead

    def _begin_anew(self) -> None:
        """Forget what was read, and read what lies on this side now."""
        self._ahead.stop()
        self._read = ReadAlready()
        self._line.say_nothing()
        self._address.show_article(None)
        self.particulars.know(None)
        if self._side == _FILE and self._files.only is not None:
            self._line.say_reading()
            self._ahead.read_file(self._files.only)
        elif self._side == _PASTE and self._text.toPlainText().strip():
            self._ahead.read_text(self._text.toPlainText())
        self._tell()

    def _fetch(self, address: str) -> None:
        self.forget_problems()
        self._begin_anew()
        self._line.say_reading()
        self._ahead.read_address(address)

    def _found(self, chosen: Chosen) -> None:
        self._read = ReadAlready(chosen)
        self._show_found()

    def _show_found(self) -> None:
        whole = self._read.whole
        if whole is not None:
            passages = whole.article.passages
            kinds = [passages[at].kind for at in choosing.left_out(whole.article)]
            self._line.say_found(whole, kinds, len(self._read.back))
            self.particulars.know(whole)
            if self._side == _WEB:
                self._address.show_article(whole.article)
        self._tell()

    def _not_found(self, error: QuizError) -> None:
        self._line.say_nothing()
        if self._side == _PASTE:
            return
        path = self._files.only if self._side == _FILE else None
        if path is not None:
            self._files.drop(path)
            self._heed_files()
        self.show_problems((Refusal(Wanted(path or "", None, path=path), error),))

    def _show_left_out(self) -> None:
        if self._read.chosen is not None:
            article, back = self._read.chosen.article, self._read.back
            left_out.show(self._look, self.window(), article, back, self._put_back)

    def _put_back(self, number: int, is_back: bool) -> None:  # noqa: FBT001 - `left_out.Put`
        (self._read.back.add if is_back else self._read.back.discard)(number)
        self._show_found()

    # showing

    def _turn_to(self, side: int) -> None:
        if side != self._side:
            self.forget_problems()
        self._side = side
        self._choice.choose(side)
        self._stack.setCurrentIndex(side)
        online = side == _WEB
        self._where.show_icon("globe" if online else "hard-drive")
        self._stays.setText(
            tr("Reading this address needs the internet.")
            if online
            else tr("Stays on this computer")
        )
        self._heed_files()
        self._begin_anew()

    def _turned_by_hand(self, side: int) -> None:
        self._turn_to(side)
        if side != _FILE:
            self.take_focus()

    def _paste_instead(self) -> None:
        self._turn_to(_PASTE)
        self._text.setFocus()

    def _ways_on(self) -> Sequence[Way]:
        if self._side == _PASTE:
            return ((tr("Add more text"), "plus", self._text.setFocus),)
        paste = (tr("Paste the text instead"), "", self._paste_instead)
        if self._side == _WEB:
            again = (tr("Change the address"), "", self._address.address.setFocus)
            return (again, paste)
        return ((tr("Choose another file…"), "", self._files.ask), paste)

    def _heed_files(self) -> None:
        """Ask for a name where there is one text: each of several files has its own."""
        several = self._side == _FILE and len(self._files.files) > 1
        self.particulars.set_of_one(of_one=not several)

    def _text_changed(self) -> None:
        text = self._text.toPlainText()
        # A change of the letters' look alone comes here too.
        if text != self._known:
            self._known = text
            self.forget_problems()
            self._begin_anew()

    def _address_changed(self) -> None:
        self.forget_problems()
        self._begin_anew()

    def _tell(self) -> None:
        hopeless = self._banner is not None and self._banner.mild
        self.filled.emit(bool(self.wanted()) and not hopeless)

    # building

    def _make_parts(self) -> None:
        look = self._look
        self._choice = Segmented(
            look,
            (
                ("folder-open", tr("File")),
                ("clipboard-paste", tr("Paste")),
                ("globe", tr("Web address")),
            ),
        )
        self._choice.chosen.connect(self._turned_by_hand)
        self._files = FileSide(look)
        self._files.chosen.connect(self.add_files)
        self._text = ArticleField(look, tr("Paste the article here"))
        self._text.textChanged.connect(self._text_changed)
        self._text.setAccessibleName(tr("The article's text"))
        self._address = AddressSide(look)
        self._address.asked.connect(self._fetch)
        self._address.edited.connect(self._address_changed)
        self._line = FoundLine(look)
        self._line.asked.connect(self._show_left_out)
        self._where = Icon(look, "hard-drive", "text3", 14)
        self._stays = Text(look, "", "caption", "text3")
        self.particulars = Particulars(look)
        self.particulars.wishes.changed.connect(self._tell)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for side in (self._files, self._text, self._address):
            self._stack.addWidget(side)
        where = QHBoxLayout()
        where.setSpacing(6)
        where.addWidget(self._where)
        where.addWidget(self._stays)
        where.addStretch(1)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addWidget(self._choice)
        self._top.addStretch(1)
        self._top.addLayout(where)
        self._above = QVBoxLayout()
        self._above.setSpacing(12)
        self._above.addLayout(self._top)
        self._above.addWidget(self._stack, 1)
        self._above.addWidget(self._line)
        self._above.addStretch(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        self._row.addLayout(self._above, 1)
        self._row.addWidget(self.particulars)

    def _after(self, spare: int) -> tuple[int, int, int, int]:
        """Return margins that leave room where lines of text end."""
        return (spare, 0, 0, 0) if self.isRightToLeft() else (0, 0, spare, 0)

    def _reshape(self) -> None:
        """Put the fields below where text is very large."""
        large = self._look.large
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if large else directions.LeftToRight)
        spare = 0 if self._banner is None or large else self.width() - _ALONE
        self._row.setContentsMargins(*self._after(max(0, spare)))
        self.particulars.setMaximumWidth(UNBOUNDED if large else _SIDE)
        self.particulars.setMinimumWidth(0 if large else min(_SIDE, self.width() // 3))
        narrow = self.width() < (_NARROW if not large else _NARROW_LARGE)
        across = directions.TopToBottom if narrow else directions.LeftToRight
        self._top.setDirection(across)
        self._line.set_narrow(narrow=narrow)
        self._above.setSpacing(12 if self._banner is None else 16)
        least, most = _LEAST_TEXT, UNBOUNDED
        if self._banner is not None and self._side != _FILE:
            least = most = _LOW if self.window().height() < _LOW_BELOW else _BESIDE_PROBLEM
        self._stack.setMinimumHeight(round(least * self._look.scale))
        self._stack.setMaximumHeight(min(UNBOUNDED, round(most * self._look.scale)))
        self._text.dress()
        self._address.text.dress()
