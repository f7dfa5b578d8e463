"""Wrong options of the answer's own kind."""
