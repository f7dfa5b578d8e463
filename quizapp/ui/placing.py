"""Where the window stood last time, kept beside the bank."""

import json
from base64 import b64decode, b64encode
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from quizapp import files
from quizapp.errors import CannotWrite


def restore(window: QWidget, path: Path) -> None:
    """Put the window where it stood; one never placed keeps the size it has."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))["geometry"]
        window.restoreGeometry(QByteArray(b64decode(kept)))
    except (OSError, ValueError, KeyError, TypeError):
        return


def keep(window: QWidget, path: Path) -> None:
    """Remember where the window stands; a folder that forbids it forgets."""
    geometry = b64encode(window.saveGeometry().data()).decode()
    try:
        files.write_atomically(path, json.dumps({"geometry": geometry}).encode())
    except CannotWrite:
        return
