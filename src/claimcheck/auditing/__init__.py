"""Whether a ledger is still true: where its quotations stand now, and what is wrong with its claims and sources."""
