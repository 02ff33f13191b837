"""`claimcheck init`: a small ledger that works at once. Nothing that is there already is touched."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from claimcheck.anchor import describe
from claimcheck.claim import Claim, Evidence
from claimcheck.claimtext import claim_lines
from claimcheck.config import CONFIG_NAME, config_path, read_config
from claimcheck.disk import CACHE_FOLDER, write_atomically
from claimcheck.errors import LedgerError
from claimcheck.text import SourceText

_CONFIG = """\
# What `claimcheck verify` fails on: contradicted, disputed (claims against each other), absent, or never.
fail_on = "contradicted"

[folders]
claims = "claims"
sources = "sources"

[policy]
band = 0.05        # how far "about 200" spreads to each side: 5%, so 190 to 210
band_limit = 0.10  # and how far it may when rounding to half a unit asks for more
bounds = "strict"  # "more than 100" says nothing of 103; "pragmatic" lets it mean a little more than 100

# Names that are one, whatever the source calls them.
[aliases]
"Lindholm Public Library" = ["the Lindholm library", "LPL"]
"""

_SOURCE = """\
---
title: Lindholm library opens its second branch
publisher: The Lindholm Post
published: 2024-05-06
---
The Lindholm Public Library opened its second branch on Saturday in a former tram depot on Quay Street.

The branch holds 42,000 books and lends them from 9 a.m. to 8 p.m. on weekdays. Renovating the depot cost 3.6 million \
euros, about 200,000 euros less than planned, library director Ines Varga said.

More than 1,500 people came on the first day, Varga said. The library expects at least 90,000 visits in its first year.
"""

_CLAIMS = (  # the quotes stand in the source above
    (
        "lindholm-opening",
        "The Lindholm Public Library opened its second branch on Saturday, 4 May 2024.",
        "The Lindholm Public Library opened its second branch on Saturday in a former tram depot on Quay Street.",
        None,
    ),
    ("lindholm-books", "The Quay Street branch holds 42,000 books.", "The branch holds 42,000 books", None),
    (
        "lindholm-cost",
        "Renovating the tram depot cost 3.6 million euros.",
        "Renovating the depot cost 3.6 million euros, about 200,000 euros less than planned, library director Ines "
        "Varga said.",
        "Ines Varga",
    ),
    (
        "lindholm-first-day",
        "More than 1,500 people came on the first day.",
        "More than 1,500 people came on the first day, Varga said.",
        "Ines Varga",
    ),
)
_SOURCE_ID = "lindholm-library"


@dataclass(frozen=True, slots=True)
class Scaffold:
    """What `init` wrote, and what it would have written had it not been there; in the order of writing."""

    created: tuple[Path, ...]
    kept: tuple[Path, ...]


def init(directory: Path) -> Scaffold:
    """Make a ledger in a folder, which is made too if need be. The sample comes whole or not at all.

    Raises LedgerError where the folder is a file or cannot be written to, and for a configuration there that is wrong.
    """
    if directory.exists() and not directory.is_dir():
        raise LedgerError(f"{directory}: is a file, not a folder")
    settings = config_path(directory) if directory.is_dir() else None
    folders = read_config(settings).folders
    source = directory / folders.sources / f"{_SOURCE_ID}.txt"
    claims = directory / folders.claims / f"{_SOURCE_ID}.yaml"
    wanted = {directory / ".gitignore": f"{CACHE_FOLDER}/\n"}
    if settings is None:
        wanted[directory / CONFIG_NAME] = _CONFIG
    if not source.exists() and not claims.exists():
        wanted |= {source: _SOURCE, claims: _claims_text()}
    places = [settings or directory / CONFIG_NAME, source, claims, directory / ".gitignore"]
    created = [path for path in places if path in wanted and not path.exists()]
    for path in created:
        write_atomically(path, wanted[path])
    return Scaffold(tuple(created), tuple(path for path in places if path not in created and path.exists()))


def _claims_text() -> str:
    text = SourceText.from_text(_SOURCE).text
    lines: list[str] = []
    for name, said, quote, speaker in _CLAIMS:
        start = text.index(quote)
        at = describe(text, start, start + len(quote))
        evidence = Evidence(_SOURCE_ID, at.start, at.end, at.quote, at.prefix, at.suffix)
        lines += claim_lines(Claim(name, said, (evidence,), "accepted", speaker))
    return "# What we hold to be true, and where it says so.\nclaims:\n" + "".join(
        f"  {line}\n" for line in lines
    )
