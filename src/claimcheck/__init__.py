"""claimcheck: check statements against a ledger of sourced claims."""
