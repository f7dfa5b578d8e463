"""One of several files that an export writes."""

from dataclasses import dataclass

EXAM, KEY = "exam", "key"
"""What the files of an exam in one version, and its answers, are called."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One of several files that an export writes; `label` ends its name: "A", "key"."""

    label: str
    content: bytes
