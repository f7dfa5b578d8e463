"""Sizes that several parts share, in pixels."""

UNBOUNDED = 16_777_215
"""Qt's own word for no limit (QWIDGETSIZE_MAX), which PySide6 does not have."""
CARD = 172
"""The least height of what stands in the Library's columns."""
