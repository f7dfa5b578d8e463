"""The question bank: one SQLite file that loses nothing."""

from quizapp.bank.connection import Bank, open_bank

__all__ = ["Bank", "open_bank"]
