"""Bringing documents in: files and addresses of any kind to sources, with their original bytes kept.

`bring` reads a path or gets an address and converts it; `add` puts what was brought into a ledger.
"""

from claimcheck.intake.adding import Added, add
from claimcheck.intake.asking import Brought, Wishes, bring

__all__ = ["Added", "Brought", "Wishes", "add", "bring"]
