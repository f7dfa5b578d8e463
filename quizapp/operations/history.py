"""Take back what was done, whatever it was, and do it again: one history, in order."""

from quizapp.bank import Bank, Session, history, reviews
from quizapp.domain.deed import Did


def undo(bank: Bank) -> Did | None:
    """Take the last deed back and say what it was; None where there is none.

    Where none was done since the bank was opened, the last answer of an earlier day is one.
    """
    with bank.write() as session:
        return history.undo(session) or take_back_answer(session)


def redo(bank: Bank) -> Did | None:
    """Do again what was taken back last; None where nothing was, or more was done since."""
    with bank.write() as session:
        return history.redo(session)


def take_back_answer(session: Session) -> Did | None:
    """Take back the last answer from before the history began, so that it can be redone."""
    if reviews.undo_last(session) is None:
        return None
    history.keep_undone(session, Did.ANSWERED)
    return Did.ANSWERED
