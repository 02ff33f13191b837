"""From a statement to the claims that may be about it, best first. May only rank: no label is decided here."""

from claimcheck.retrieve.index import Found, Index
from claimcheck.retrieve.opening import open_index

__all__ = ["Found", "Index", "open_index"]
