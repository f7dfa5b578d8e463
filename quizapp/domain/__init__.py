"""The words of the trade: frozen values that cannot be wrong."""
