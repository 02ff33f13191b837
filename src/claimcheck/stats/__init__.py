"""Counting a ledger: its claims by status, source, kind and age, and how much of each source they cover."""

from claimcheck.stats.counting import count

__all__ = ["count"]
