"""The question bank: one SQLite file that loses nothing."""

from sqlmodel import Session

from quizapp.bank.connection import Bank, open_bank, open_to_read

__all__ = ["Bank", "Session", "open_bank", "open_to_read"]
