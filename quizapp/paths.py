"""Where things lie: in the checkout, in the wheel, in the bundle, and in the user's folder."""

import os
import sys
from pathlib import Path


def _shipped() -> Path:
    """Return the folder that holds assets/ and questions/.

    PyInstaller unpacks them into `sys._MEIPASS`; a wheel carries them inside the package; in
    a checkout they lie beside it.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle)
    package = Path(__file__).resolve().parent
    return package if (package / "assets").is_dir() else package.parent


ASSETS = _shipped() / "assets"
STARTER_SETS = _shipped() / "questions"
ENGLISH = ASSETS / "english"
FONTS = ASSETS / "fonts"
ICONS = ASSETS / "icons"
THEMES = ASSETS / "themes"


def data_folder() -> Path:
    """Return the folder of the user's bank, settings and log; it may not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("Quizapp", appauthor=False, roaming=False)


def bank_path(chosen: Path | None) -> Path:
    """Return the bank to open: the one named, else QUIZAPP_BANK, else the user's own."""
    named = os.environ.get("QUIZAPP_BANK")
    return chosen or (Path(named) if named else data_folder() / "quizapp.bank")


def settings_path(bank: Path) -> Path:
    """Return where the settings lie: beside the bank they belong to."""
    return bank.with_name("settings.json")


def log_path() -> Path:
    """Return the file that keeps what went wrong."""
    return data_folder() / "quizapp.log"
