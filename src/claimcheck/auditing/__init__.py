"""The health of a ledger: where its quotations stand now, and what its claims say of each other."""
