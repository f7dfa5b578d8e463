"""Ask for one thing, over the window."""
