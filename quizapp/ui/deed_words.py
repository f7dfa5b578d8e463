"""What is said of deeds that were taken back or done again."""

from quizapp.domain.deed import Did
from quizapp.ui.wording import tr

_DEEDS = {
    Did.ANSWERED: "Rating",
    Did.ADDED: "Adding",
    Did.IMPORTED: "Import",
    Did.RENAMED: "Renaming",
    Did.REMOVED: "Removal",
    Did.EDITED: "Edit",
    Did.TAGGED: "Tagging",
    Did.FLAGGED: "Flag",
    Did.SET_ASIDE: "Setting aside",
    Did.BROUGHT_BACK: "Bringing back",
    Did.MOVED: "Move",
    Did.DELETED: "Deletion",
    Did.DISCARDED: "Discarding",
    Did.CHANGED: "Change",
}


def undone(did: Did) -> str:
    """Return what the toast says when a deed was taken back: “Rating undone”."""
    return tr("%1 undone").replace("%1", tr(_DEEDS[did]))


def redone(did: Did) -> str:
    """Return what it says when the deed was done again: “Rating redone”."""
    return tr("%1 redone").replace("%1", tr(_DEEDS[did]))
