"""What only few want to know of an error: where the file lies, why an address did not answer."""

from collections.abc import Sequence
from pathlib import Path

from quizapp import errors, paths
from quizapp.ui.wording import tr


def details(refused: Sequence[tuple[Path | None, errors.QuizError]]) -> str:
    """Return a line for each file or address; empty where there is nothing to add."""
    lines = (_line(path, error) for path, error in refused)
    return "\n".join(line for line in lines if line)


def _line(path: Path | None, error: errors.QuizError) -> str:
    match error:
        case errors.PageUnreadable(address=address, reason=reason):
            return f"{address}: {reason}"
        case errors.WorkBroke():
            return tr("Log: %1").replace("%1", str(paths.log_path()))
        case _:
            return "" if path is None else tr("File: %1").replace("%1", str(path))
