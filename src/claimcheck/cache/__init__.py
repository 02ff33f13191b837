"""`.claimcheck/`: what was read of sources and claims, kept by its content. Safe to delete, to kill and to share.

See docs/decisions/cache.md for the layout and why it is so.
"""

from claimcheck.cache.analyse import Analysed, Facts
from claimcheck.cache.damage import DamagedError, UnwritableError
from claimcheck.cache.home import Home, open_home
from claimcheck.cache.parts import Part, Task, parts_of_claim, parts_of_document
from claimcheck.cache.store import Analyses, Kept
from claimcheck.cache.terms import Terms, terms
from claimcheck.cache.version import READING, version_of
from claimcheck.cache.workers import Progress, analyse_all

__all__ = [
    "READING",
    "Analysed",
    "Analyses",
    "DamagedError",
    "Facts",
    "Home",
    "Kept",
    "Part",
    "Progress",
    "Task",
    "Terms",
    "UnwritableError",
    "analyse_all",
    "open_home",
    "parts_of_claim",
    "parts_of_document",
    "terms",
    "version_of",
]
