"""Charts: painted pictures of a few figures, each with words and a table of the same."""
