"""Everything seen: Qt widgets that ask operations and show what they return."""
