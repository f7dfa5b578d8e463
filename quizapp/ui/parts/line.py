"""A line to write in, of our look."""

from PySide6.QtWidgets import QLineEdit

from quizapp.ui.style_sheet import dress


class Line(QLineEdit):
    """One that is as high as its letters want."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        dress(self)
