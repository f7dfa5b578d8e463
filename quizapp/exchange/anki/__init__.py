"""Anki's packages: written with our own note type, read whatever their note types are."""

from quizapp.exchange.anki.reading import is_package, parse
from quizapp.exchange.anki.writing import dump

__all__ = ["dump", "is_package", "parse"]
