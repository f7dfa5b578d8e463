"""Turn an article into questions and study them."""

__version__ = "0.1.0"
