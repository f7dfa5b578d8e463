"""Take back what was done, whatever it was, and do it again: one history, in order."""

from quizapp.bank import Bank, Session, history, reviews
from quizapp.domain.deed import Did


def undo(bank: Bank, steps: int = 1) -> Did | None:
    """Take the last deeds back and say what the last of them was; None where there is none.

    Where none was done since the bank was opened, the last answer of an earlier day is one.
    """
    with bank.write() as session:
        taken = [history.undo(session) or take_back_answer(session) for _ in range(steps)]
    return taken[0]


def redo(bank: Bank, steps: int = 1) -> Did | None:
    """Do again what was taken back last; None where nothing was, or more was done since."""
    with bank.write() as session:
        done = [history.redo(session) for _ in range(steps)]
    return done[0]


def take_back_answer(session: Session) -> Did | None:
    """Take back the last answer from before the history began, so that it can be redone."""
    if reviews.undo_last(session) is None:
        return None
    history.keep_undone(session, Did.ANSWERED)
    return Did.ANSWERED
