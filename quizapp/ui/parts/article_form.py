"""Choose what to make a deck from: files, or pasted text."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from quizapp.errors import NoQuestionFound, NotInEnglish, TextTooShort
from quizapp.operations import writing
from quizapp.ui import wording
from quizapp.ui.parts.banner import Banner
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.drop_zone import DropZone
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.segmented import Segmented
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, tr

_SIDE, _TEXT, _LINE = 288, 16, 26
_FILE, _PASTE = 0, 1


@dataclass(frozen=True, slots=True)
class FromFile:
    """A file to make a deck from; `title` None: the document's own."""

    path: Path
    title: str | None


@dataclass(frozen=True, slots=True)
class FromText:
    """A pasted text to make a deck from; `title` None: guessed from its beginning."""

    text: str
    title: str | None
    origin: str


Wanted = FromFile | FromText


class ArticleForm(QWidget):
    """Files or text, a name, a source; `filled` tells whether there is something to work on."""

    filled = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._files: list[Path] = []
        self._known = ""
        self._banner: Banner | None = None
        self._side = _FILE
        self._choice = Segmented(
            look, (("folder-open", tr("File")), ("clipboard-paste", tr("Paste")))
        )
        self._choice.chosen.connect(self._turn_to)
        self._zone = DropZone(look, large=True)
        self._zone.clicked.connect(self.choose_files)
        self._choose = Button(look, tr("Choose files…"), icon="folder-open")
        self._choose.clicked.connect(self.choose_files)
        self._text = _ArticleText(look)
        self._text.textChanged.connect(self._text_changed)
        self._words = Text(look, "", "caption", "text2")
        self._name = QLineEdit()
        self._source = QLineEdit()
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
        self._files += [path for path in given if path not in self._files]
        self._turn_to(_FILE)

    def turn_to_paste(self) -> None:
        """Show the side for pasted text."""
        self._turn_to(_PASTE)

    def wanted(self) -> tuple[Wanted, ...]:
        """Return what is to be made into decks, in order."""
        title = self._name.text().strip() or None
        if self._side == _PASTE:
            text = self._text.toPlainText()
            found = FromText(text, title, self._source.text().strip())
            return (found,) if text.strip() else ()
        only = title if len(self._files) == 1 else None
        return tuple(FromFile(path, only) for path in self._files)

    def drop(self, done: Wanted) -> None:
        """Forget what has become a deck, or could not."""
        if isinstance(done, FromFile):
            self._files = [path for path in self._files if path != done.path]
        else:
            self._text.clear()
        self._name.clear()
        self._source.clear()
        self._show_files()
        self._tell()

    def show_problems(self, refused: wording.Refused) -> None:
        """Say what went wrong where it went wrong, with the ways on."""
        self.forget_problems()
        problem = wording.problems(refused)
        mild = all(
            isinstance(error, TextTooShort | NoQuestionFound | NotInEnglish)
            for _, error in refused
        )
        banner = Banner(
            self._look, "warn" if mild else "bad", problem.title, problem.sentence
        )
        ways = [(tr("Choose another file…"), "", self.choose_files)]
        ways.append((tr("Paste the text instead"), "", self._paste_instead))
        if self._side == _PASTE:
            ways = [(tr("Add more text"), "plus", self._text.setFocus)]
        buttons = []
        for words, icon, deed in ways:
            button = Button(self._look, words, icon=icon)
            button.clicked.connect(deed)
            banner.add_action(button)
            buttons.append(button)
        self._banner = banner
        self._above.insertWidget(1 if self._side == _FILE else 3, banner)
        if not self._files:
            self._zone.say(tr("Drop another article here"), wording.kinds_of_file())
        QTimer.singleShot(0, buttons[0].setFocus)

    def forget_problems(self) -> None:
        """Say no more of what went wrong."""
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None

    def choose_files(self) -> None:
        """Ask for files."""
        names = " ".join(f"*{suffix}" for suffix in writing.SUFFIXES)
        kinds = tr("Articles (%1)").replace("%1", names)
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Add article"), "", kinds)
        if chosen:
            self.add_files([Path(name) for name in chosen])

    def take_focus(self) -> None:
        """Put the keyboard where the article comes from."""
        if self._side == _PASTE:
            self._text.setFocus()
        else:
            self._choose.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that suits the width."""
        self._reshape()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Say what went wrong once: whoever comes back begins anew."""
        if not event.spontaneous():
            self.forget_problems()

    # showing

    def _turn_to(self, side: int) -> None:
        if side != self._side:
            self.forget_problems()
        self._side = side
        self._choice.choose(side)
        self._stack.setCurrentIndex(side)
        self._words.setVisible(side == _PASTE)
        self._source_box.setVisible(side == _PASTE)
        self._show_files()
        self._tell()

    def _paste_instead(self) -> None:
        self._turn_to(_PASTE)
        self._text.setFocus()

    def _show_files(self) -> None:
        match self._files:
            case []:
                self._zone.say(tr("Drop an article here"), wording.kinds_of_file())
            case [path]:
                self._zone.say(path.name, str(path.parent))
            case several:
                words = counted(len(several), "1 file", "%n files")
                self._zone.say(words, " · ".join(path.name for path in several))
        self._name.setEnabled(self._side == _PASTE or len(self._files) < 2)

    def _text_changed(self) -> None:
        text = self._text.toPlainText()
        count = len(text.split())
        self._words.setText(counted(count, "1 word", "%n words") if count else "")
        # A change of the letters' look alone comes here too.
        if text != self._known:
            self._known = text
            self.forget_problems()
        self._tell()

    def _tell(self) -> None:
        self.filled.emit(bool(self.wanted()))

    # building

    def _lay_out(self) -> None:
        look = self._look
        self._stack = QStackedWidget()
        self._stack.addWidget(self._zone)
        self._stack.addWidget(self._text)
        self._zone.below.setContentsMargins(0, 8, 0, 0)
        self._zone.below.addStretch(1)
        self._zone.below.addWidget(self._choose)
        self._zone.below.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self._choice)
        top.addStretch(1)
        top.addWidget(Icon(look, "hard-drive", "text3", 14))
        top.addWidget(Text(look, tr("Stays on this computer"), "caption", "text3"))
        self._above = QVBoxLayout()
        self._above.setSpacing(12)
        self._above.addLayout(top)
        self._above.addWidget(self._stack, 1)
        self._above.addWidget(self._words)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        self._row.addLayout(self._above, 1)
        self._row.addWidget(self._fields())
        self._text.setAccessibleName(tr("The article's text"))

    def _fields(self) -> QWidget:
        look = self._look
        self._fields_box = QWidget()
        column = QVBoxLayout(self._fields_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._name.setPlaceholderText(tr("The article's own title"))
        self._source.setPlaceholderText(tr("Author, site or link"))
        column.addWidget(_labelled(look, tr("Deck name"), self._name))
        self._source_box = _labelled(look, tr("Source (optional)"), self._source)
        column.addWidget(self._source_box)
        column.addStretch(1)
        return self._fields_box

    def _reshape(self) -> None:
        """Put the fields below where text is very large."""
        large = self._look.large
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if large else directions.LeftToRight)
        self._fields_box.setMaximumWidth(16_777_215 if large else _SIDE)
        self._fields_box.setMinimumWidth(0 if large else min(_SIDE, self.width() // 3))
        self._text.dress()


class _ArticleText(QTextEdit):
    """The article's voice: serif letters on lines of their own height, plain text only."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setPlaceholderText(tr("Paste the article here"))
        self.document().setDocumentMargin(7)
        self.dress()

    def dress(self) -> None:
        """Set the letters anew."""
        font = self._look.font("quote")
        font.setPixelSize(round(_TEXT * self._look.scale))
        self.setFont(font)
        self._set_lines()

    @override
    def setPlainText(self, text: str) -> None:
        """Replace the text."""
        super().setPlainText(text)
        self._set_lines()

    def _set_lines(self) -> None:
        lines = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        lines.setLineHeight(round(_LINE * self._look.scale), fixed)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines)


def _labelled(look: Look, words: str, field: QLineEdit) -> QWidget:
    """Return a field below its label."""
    pair = QWidget()
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    label = Text(look, words, "label")
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    field.setAccessibleName(words)
    field.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, on=False)
    return pair
