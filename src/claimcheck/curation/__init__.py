"""Keeping the ledger: looking at claims, accepting, retiring, editing and making them, and what they have been."""
