"""Ask which backup to go back to: the one thing that is asked first, since it loses answers."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.backup import Choice
from quizapp.ui.parts.backup_list import BackupList
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.flow import Flow
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_WIDTH, _WIDTH_LARGE = 680, 900


def ask(
    look: Look,
    window: QWidget,
    choices: Sequence[Choice],
    now: datetime,
    zone: tzinfo,
    take: Callable[[Choice], None],
) -> Overlay:
    """Show the backups over the window; `take` hears the one to go back to."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(25, 18, 25, 24)
    column.setSpacing(18)
    words = tr("Choose a backup to go back to; the present bank is kept next to it.")
    column.addWidget(Text(look, words, "body", "text2", wrap=True))
    listed = BackupList(look, now, zone)
    listed.show_choices(choices)
    column.addWidget(listed)
    restore = Button(
        look, tr("Restore this backup"), "primary", size="large", icon="archive-restore"
    )
    cancel = Button(look, tr("Cancel"), "quiet", size="large", keys=("Esc",))
    ways = Flow(gap=12)
    ways.add(restore)
    ways.add(cancel)
    column.addWidget(ways)
    width = _WIDTH_LARGE if look.large else _WIDTH
    overlay = Overlay(look, window, tr("Restore a backup"), content, width)

    def accept() -> None:
        choice = listed.choice()
        if choice is not None:
            overlay.close_it()
            take(choice)

    restore.clicked.connect(accept)
    cancel.clicked.connect(overlay.close_it)
    cancel.setFocus()
    return overlay
