"""Words that may take so many lines and no more."""

from PySide6.QtGui import QFont
from typing_extensions import override

from quizapp.ui.parts.text import Text
from quizapp.ui.parts.tip import explain
from quizapp.ui.parts.typeset import Typeset
from quizapp.ui.theme import Look


class ClampedText(Text):
    """A label of at most `lines` lines; what does not fit ends in dots and is the tip."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        style: str = "body",
        ink: str = "text",
        *,
        lines: int,
    ) -> None:
        super().__init__(look, text, style, ink, wrap=True)
        self._lines = lines

    @override
    def _set(self, text: str, font: QFont, stretches: object, width: float) -> Typeset:
        whole = self._broken(text, font, width)
        if self._fits(whole):
            explain(self, "")
            return whole
        explain(self, text)
        shown, hidden = 0, len(text)
        while hidden - shown > 1:
            middle = (shown + hidden) // 2
            if self._fits(self._broken(_cut(text, middle), font, width)):
                shown = middle
            else:
                hidden = middle
        return self._broken(_cut(text, shown), font, width)

    def _fits(self, typeset: Typeset) -> bool:
        return typeset.height <= self._lines * typeset.line

    def _broken(self, text: str, font: QFont, width: float) -> Typeset:
        return Typeset(self._look, text, self._style, width, font=font)


def _cut(text: str, length: int) -> str:
    return f"{text[:length].rstrip(' ,;:–-')}…"
