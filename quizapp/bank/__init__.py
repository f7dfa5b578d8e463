"""The question bank: one SQLite file that loses nothing."""

from quizapp.bank.connection import Bank, Session, open_bank

__all__ = ["Bank", "Session", "open_bank"]
