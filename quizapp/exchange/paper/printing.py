"""A page to print on: paper, margins, the program's own fonts, and text in either direction."""

import logging
from io import BytesIO
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos
from typing_extensions import override

from quizapp import paths
from quizapp.exchange import markup
from quizapp.exchange.drawing import Drawn
from quizapp.exchange.options import Options, Paper
from quizapp.exchange.print_fonts import (
    FACES,
    OTHER,
    TEXT,
    is_right_to_left,
    is_shaped,
    printable,
)

# It tells of every table of a font that it drops.
logging.getLogger("fontTools.subset").setLevel(logging.ERROR)

MARGIN = 20.0
"""Millimetres."""
_MILLIMETRES = 25.4 / 72
"""Of a point."""
_LEADING = 1.38


class Print(FPDF):
    """A document on the chosen paper, in the chosen size; `foot` stands under every page."""

    def __init__(self, options: Options, title: str) -> None:
        super().__init__(format="A4" if options.paper is Paper.A4 else "letter")
        self.size = float(options.text_size)
        self.foot = ""
        self.before = 0
        self.set_margin(MARGIN)
        self.set_auto_page_break(auto=True, margin=MARGIN)
        self.set_title(markup.printable(title))
        self.set_creator("Quizapp")
        self.set_creation_date(options.moment)
        for family, style, name in FACES:
            self.add_font(family, style, Path(paths.FONTS / name))
        self.set_fallback_fonts([OTHER], exact_match=False)
        self.face()

    @override
    def footer(self) -> None:
        """Draw the foot and the page's number."""
        if self.foot:
            self.set_y(-MARGIN * 0.7)
            self.face(0.8)
            self.write_text(f"{self.foot} {self.page_no() - self.before}", align="C")

    def begin(self, foot: str) -> None:
        """Begin a part on a page of its own, its pages counted from one after `foot`."""
        self.add_page()
        self.foot, self.before = foot, self.page_no() - 1

    def face(self, times: float = 1.0, style: str = "") -> None:
        """Write on in this size, a share of the text's, and style: "", "B" or "I"."""
        self.set_font(TEXT, style, round(self.size * times, 1))

    @property
    def leading(self) -> float:
        """Millimetres from one line to the next."""
        return self.font_size_pt * _LEADING * _MILLIMETRES

    def height(self, text: str, width: float) -> float:
        """Return how high a text stands in a width, in millimetres."""
        self.set_text_shaping(is_shaped(text))
        measured = self.multi_cell(
            width,
            self.leading,
            printable(text),
            dry_run=True,
            output=MethodReturnValue.HEIGHT,
        )
        if not isinstance(measured, float):
            raise TypeError("fpdf2 measured no height")
        return measured

    def write_text(
        self, text: str, width: float = 0, left: float | None = None, align: str = ""
    ) -> None:
        """Write a text down from here, at `left`; its direction is its own."""
        if left is not None:
            self.set_x(left)
        self.set_text_shaping(is_shaped(text))
        side = align or ("R" if is_right_to_left(text) else "L")
        self.multi_cell(
            width,
            self.leading,
            printable(text),
            align=side,
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )

    def draw(
        self, drawn: Drawn, size: tuple[float, float], left: float, described: str
    ) -> None:
        """Draw a picture down from here, at `left`, in a width and height of millimetres."""
        place = left, self.get_y(), *size
        told = markup.printable(described) or None
        self.image(BytesIO(drawn.data), *place, alt_text=told)
        self.set_y(place[1] + size[1])

    def rule(self) -> None:
        """Draw a line across the page."""
        self.line_at(self.get_y(), self.l_margin, self.w - self.r_margin)

    def line_at(self, y: float, start: float, end: float) -> None:
        """Draw a level line."""
        self.line(start, y, end, y)

    def keep(self, height: float) -> None:
        """Go on to the next page where `height` does not fit on this one but on a whole one."""
        whole = self.h - 2 * MARGIN
        if self.get_y() + height > self.page_break_trigger and height <= whole:
            self.add_page()
