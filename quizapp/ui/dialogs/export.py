"""Export questions: choose a format and which questions, see what is written and what is lost."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from quizapp.domain.question import DeckId
from quizapp.errors import QuizError
from quizapp.operations import exporting, papers, previewing
from quizapp.operations.exporting import Exportable, Format, Plan
from quizapp.operations.papers import Page, Printed
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.export_options import ExportOptions
from quizapp.ui.parts.export_preview import ExportPreview
from quizapp.ui.parts.format_list import FormatList
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.sizes import UNBOUNDED
from quizapp.ui.parts.text import Text
from quizapp.ui.style_sheet import dress
from quizapp.ui.tasks import Tasks, Work
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, tr

WIDTH, HEIGHT = 1000, 648
_FORMATS, _PREVIEW = 208, 374
_NARROW = 900
"""Pixels of width below which the preview stands under the options."""
_HEAD_AND_FOOT = 146
_NARROW_PREVIEW = 340
_SETTLED_AFTER = 200
"""Milliseconds without another choice before pages are made: that takes seconds."""


def ask(
    look: Look,
    window: QWidget,
    tasks: Tasks,
    now: datetime,
    deck: DeckId,
    exported: Callable[[Path], None],
) -> None:
    """Open the dialog on a deck as soon as it is read; `exported` hears the file."""

    def make(source: Exportable) -> None:
        content = ExportDialog(look, tasks, source, exported)
        # To make it takes about as long as to lay it out: each in an event of its own.
        QTimer.singleShot(
            0, window, lambda: _open(look, window, content, source.questions.title)
        )

    tasks.read(lambda bank: exporting.exportable(bank, deck, now), make)


def _open(look: Look, window: QWidget, content: "ExportDialog", deck: str) -> None:
    title, footer = tr("Export questions"), content.footer
    overlay = Overlay(look, window, title, content, WIDTH, below=deck, footer=footer)
    content.take_focus()
    content.done.connect(overlay.close_it)
    overlay.acted.connect(content.export)
    overlay.closed.connect(content.leave)


class ExportDialog(QWidget):
    """Formats, options and preview side by side; the footer says exactly what will be written."""

    done = Signal()
    """There is nothing to see any more: it was written, or is not to be."""

    def __init__(
        self, look: Look, tasks: Tasks, source: Exportable, exported: Callable[[Path], None]
    ) -> None:
        """Show a deck; `exported` hears the file that was written, or the first of several."""
        super().__init__()
        self._exported = exported
        self._look, self._tasks, self._source = look, tasks, source
        self._forms = exporting.formats()
        self._form = self._forms[0]
        self._plan: Plan | None = None
        self._asked = 0
        self._wanted = False
        self._sheet = 0
        self._work: Work | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_AFTER)
        self._settled.timeout.connect(self._print)
        self._options = ExportOptions(look, source)
        self._preview = ExportPreview(look)
        self._list = FormatList(look, self._forms)
        self.footer = self._build_footer()
        self._lay_out()
        self._list.chosen.connect(self._take_format)
        self._options.changed.connect(self._refresh)
        self._preview.turned.connect(self._turn)
        self._preview.page_wanted.connect(self._draw)
        self._list.choose(0)

    @property
    def ready(self) -> bool:
        """Whether what is chosen has been made out and is shown, its pages too."""
        return self._plan is not None and not self._preview.waits

    def take_focus(self) -> None:
        """Put the keyboard where the export begins, on the formats while it is being made out."""
        if self._export.isEnabled():
            self._export.setFocus()
        else:
            self._list.take_focus()

    def leave(self) -> None:
        """Let go of what is being prepared: nobody will see it."""
        self._asked += 1
        self._stop_printing()

    def export(self) -> None:
        """Ask where to, then write what is shown; what is being prepared is waited for."""
        self._wanted = self._plan is None
        if self._plan is None or not self._plan.written:
            return
        suffix = self._form.suffix
        name = f"{as_file_name(self._source.questions.title)}{suffix}"
        kinds = f"{tr(self._form.title)} (*{suffix})"
        dialog = QFileDialog(self, tr("Export…"), name, kinds)
        dress(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Only with this does the dialog ask before it replaces "name.xml" for "name".
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        planned = self._plan
        dialog.fileSelected.connect(lambda path: self._write(planned, Path(path)))
        dialog.open()

    @override
    def sizeHint(self) -> QSize:
        """Return the size that is drawn, less head and footer."""
        return QSize(WIDTH, HEIGHT - _HEAD_AND_FOOT)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return little: each part scrolls by itself."""
        return QSize(0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that suits the width."""
        self._reshape()

    # building

    def _lay_out(self) -> None:
        self._left, self._middle = Scroll(self._list), Scroll(self._options)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._left)
        self._row.addWidget(_Line(self._look))
        self._row.addWidget(self._middle, 1)
        self._row.addWidget(self._preview)
        self._look.changed.connect(self._reshape)
        self._reshape()

    def _build_footer(self) -> QWidget:
        look, footer = self._look, QWidget()
        self._says = Text(look, "", "label", "text2", weight=400, wrap=True)
        cancel = Button(look, tr("Cancel"), keys=("Esc",))
        self._export = Button(
            look, tr("Export…"), "primary", icon="download", keys=("Ctrl+Return",)
        )
        self._export.setEnabled(False)
        cancel.clicked.connect(self.done)
        self._export.clicked.connect(self.export)
        row = QHBoxLayout(footer)
        row.setContentsMargins(25, 14, 25, 14)
        row.setSpacing(12)
        row.addWidget(Icon(look, "info", "text2", 15))
        row.addWidget(self._says, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(cancel)
        row.addWidget(self._export)
        return footer

    def _reshape(self) -> None:
        self._left.setFixedWidth(max(_FORMATS, self._list.sizeHint().width()))
        narrow = self.width() < _NARROW or self._look.large
        under = self._options.isAncestorOf(self._preview)
        layout = self._options.layout()
        if narrow and not under and layout is not None:
            self._preview.setMinimumWidth(0)
            self._preview.setMaximumWidth(UNBOUNDED)
            self._preview.setFixedHeight(_NARROW_PREVIEW)
            layout.addWidget(self._preview)
        elif not narrow:
            self._preview.setMinimumHeight(0)
            self._preview.setMaximumHeight(UNBOUNDED)
            self._preview.setFixedWidth(_PREVIEW)
            if under:
                self._row.addWidget(self._preview)

    # planning

    def _take_format(self, form: Format) -> None:
        self._form, self._sheet = form, 0
        self._options.show_format(form, carries_source=exporting.carries_source(form))
        self._refresh()

    def _turn(self, sheet: int) -> None:
        self._sheet = sheet
        self._refresh()

    def _refresh(self) -> None:
        """Have what would be written made anew; only the last thing asked for is shown."""
        self._asked += 1
        self._stop_printing()
        self._plan = None
        asked, form, source = self._asked, self._form, self._source
        choice, options = self._options.choice, self._options.options
        wanted = self._sheet

        def planned() -> tuple[Plan, str]:
            plan = exporting.plan(source, choice, form, options)
            if previewing.has_pages(plan):
                return plan, ""
            return plan, previewing.preview(plan, min(wanted, len(plan.labels) - 1))

        def show(made: tuple[Plan, str]) -> None:
            if asked == self._asked:
                self._show(*made)

        self._tasks.read(lambda _: planned(), show)

    def _show(self, planned: Plan, text: str) -> None:
        self._plan = planned
        if previewing.has_pages(planned):
            self._preview.wait_for_pages(planned)
            self._settled.start()
        else:
            self._preview.show_text(planned, text)
        self._options.report.show_plan(planned)
        self._says.setText(_said(planned))
        self._export.setEnabled(planned.written > 0)
        focused = QApplication.focusWidget()
        untouched = self._asked == 1  # nobody has chosen anything yet
        if untouched and focused is not None and self._list.isAncestorOf(focused):
            self._export.setFocus()
        if self._wanted:
            self.export()

    # the pages of what is printed

    def _print(self) -> None:
        """Have the pages made in a process of its own; without them there are still the words."""
        planned = self._plan
        if planned is None:
            return
        at = min(self._sheet, len(planned.labels) - 1)

        def failed(_: QuizError) -> None:
            self._work = None
            self._preview.show_text(planned, previewing.preview(planned, at))

        self._work = self._tasks.apart(
            papers.printed,
            (planned.form.name, planned.questions, planned.options, planned.labels[at]),
            lambda _: None,
            self._show_printed,
            failed,
        )

    def _show_printed(self, printed: Printed) -> None:
        self._work = None
        self._preview.show_printed(printed)

    def _draw(self, printed: Printed, number: int, width: int) -> None:
        asked = self._asked

        def show(page: Page) -> None:
            if asked == self._asked:
                self._preview.show_page(page)

        self._tasks.read(lambda _: papers.page(printed, number, width), show)

    def _stop_printing(self) -> None:
        self._settled.stop()
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def _write(self, planned: Plan, path: Path) -> None:
        self._tasks.read(
            lambda _: exporting.write(planned, path),
            lambda written: self._wrote(written[0]),
        )

    def _wrote(self, path: Path) -> None:
        if isValid(self):  # the dialog may have been closed meanwhile
            self.done.emit()
        self._exported(path)


class _Line(QWidget):
    """A hairline between two panes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedWidth(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("border"))
        painter.end()


def as_file_name(title: str) -> str:
    """Return a title without what file systems forbid."""
    kept = "".join(
        " " if char in '<>:"/\\|?*' or ord(char) < 32 else char for char in title
    )
    return " ".join(kept.split())[:80].rstrip(" .") or tr("Deck")


def _said(planned: Plan) -> str:
    """Return what will be written, exactly."""
    if not planned.written:
        return tr("Nothing to write: no question fits")
    kind = tr(planned.form.kind) or planned.form.suffix
    count = counted(planned.written, "1 question", "%n questions")
    if planned.dropped:
        words = tr("%1 of %2").replace("%1", str(planned.written))
        count = words.replace("%2", counted(planned.chosen, "1 question", "%n questions"))
    if len(planned.labels) == 1:
        return tr("%1 in one %2 file").replace("%1", count).replace("%2", kind)
    return _said_of_sheets(planned, kind)


def _said_of_sheets(planned: Plan, kind: str) -> str:
    """Return the files by name: “4 PDF files: versions A, B, C and the key”."""
    files = tr("%1 %2 files:").replace("%1", str(len(planned.labels))).replace("%2", kind)
    versions = [label for label in planned.labels if label in exporting.VERSION_NAMES]
    named = [tr("versions %1").replace("%1", ", ".join(versions))] if versions else []
    others = {exporting.EXAM: tr("the exam"), exporting.KEY: tr("the key")}
    named += [words for label, words in others.items() if label in planned.labels]
    return f"{files} {tr(' and ').join(named)}"
