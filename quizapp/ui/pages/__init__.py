"""The pages of the window; strangers to one another."""
