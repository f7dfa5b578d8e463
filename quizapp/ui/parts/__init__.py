"""What several pages are made of: painted from the tokens, each with a name for screen readers."""
