"""One module per kind of meaning: its value type, `find` and `relate`."""
