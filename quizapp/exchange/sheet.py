"""One of several files that an export writes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """One of several files that an export writes; `label` ends its name: "A", "key"."""

    label: str
    content: bytes
