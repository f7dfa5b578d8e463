"""What a person did to the bank, by name: the history takes it back and does it again."""

from enum import StrEnum


class Did(StrEnum):
    """The deeds that change what is kept."""

    ANSWERED = "answered"
    ADDED = "added"
    IMPORTED = "imported"
    RENAMED = "renamed"
    REMOVED = "removed"
    EDITED = "edited"
    TAGGED = "tagged"
    FLAGGED = "flagged"
    SET_ASIDE = "set aside"
    BROUGHT_BACK = "brought back"
    MOVED = "moved"
    DELETED = "deleted"
    DISCARDED = "discarded"
    CHANGED = "changed"
    """A deed without a name of its own."""
