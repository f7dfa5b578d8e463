"""Picture every page and dialog as people with other needs see them.

    python -m tests.benchmarks.picture_looks FOLDER [rtl|large|contrast|plain] ...

Right to left with a Persian deck, text at 200 %, high contrast in both themes, and as it comes;
each at the usual and at the least size of the window. Motion is reduced in all.
"""

import os
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from quizapp.settings import Settings
from quizapp.ui.window import LEAST, USUAL
from tests.ui import tour


@dataclass(frozen=True)
class Variant:
    """One way of seeing the program."""

    settings: Settings
    told: tour.Told = tour.ENGLISH
    leftwards: bool = False


VARIANTS = {
    "plain": Variant(tour.STILL),
    "rtl": Variant(tour.STILL, tour.PERSIAN, leftwards=True),
    "large": Variant(replace(tour.STILL, text_size=200)),
    "contrast": Variant(replace(tour.STILL, high_contrast=True)),
    "contrast-dark": Variant(replace(tour.STILL, high_contrast=True, theme="dark")),
}


class Leftwards(QTranslator):
    """Has the interface's own words run leftwards, as they would in Persian."""

    @override
    def translate(
        self, _context: str, source: str, _: str | None = None, _n: int = -1
    ) -> str:
        """Return the text behind a mark that says which way it runs."""
        return "fa_IR" if source == "en_GB" else f"\u200f{source}"

    @override
    def isEmpty(self) -> bool:
        """Say that there is something to be asked for."""
        return False


def picture(variant: Variant, folder: Path) -> None:
    """Go on the tour and keep a picture of each place at both sizes."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    directions = Qt.LayoutDirection
    if isinstance(application, QApplication):
        leftwards = variant.leftwards
        application.setLayoutDirection(
            directions.RightToLeft if leftwards else directions.LeftToRight
        )
    words = Leftwards()
    if variant.leftwards:
        QCoreApplication.installTranslator(words)
    with tempfile.TemporaryDirectory() as bank:
        for name, walk in tour.places(Path(bank), variant.told, variant.settings):
            window = walk.program.window
            for width, height in (USUAL, LEAST):
                window.resize(width, height)
                QTest.qWait(120)
                shot = window.grab()
                shot.save(str(folder / f"{name.replace(' ', '-')}-{width}.png"))
            window.resize(*USUAL)
    QCoreApplication.removeTranslator(words)


def main(arguments: list[str]) -> None:
    """Picture the variants that are named, or all of them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder, *names = arguments
    for name in names or VARIANTS:
        picture(VARIANTS[name], Path(folder) / name)


if __name__ == "__main__":
    main(sys.argv[1:])
