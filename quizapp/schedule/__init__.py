"""When to ask again (FSRS), and what to ask next."""
