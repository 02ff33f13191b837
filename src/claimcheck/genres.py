"""Genres: a film that a text calls a horror film is no comedy, and a jazz album no heavy metal.

Many genres go together ("crime thriller", "romantic drama"), so only those exclude each other that share no family.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from claimcheck.reading import Reading

FAMILIES: Final = tuple(
    frozenset(words.split())
    for words in (
        "thriller crime mystery noir spy espionage suspense horror action slasher psychological disaster heist",
        "action adventure superhero fantasy sci-fi science_fiction war western thriller crime swashbuckler epic",
        "drama melodrama tragedy romance romantic biographical biopic historical period war crime legal medical "
        "political sports teen family mystery thriller psychological costume western epic",
        "comedy sitcom satire satirical parody slapstick farce romance romantic family musical comedic sketch teen",
        "musical romance romantic family fantasy biographical",
        "documentary biographical",
        "horror slasher zombie supernatural vampire ghost gothic monster",
        "rock metal punk grunge alternative indie progressive psychedelic hard hardcore blues gothic glam",
        "jazz blues swing bebop soul funk fusion",
        "country folk bluegrass americana roots",
        "rap hip_hop hip-hop trap grime",
        "classical baroque choral orchestral chamber",
        "reggae ska dub dancehall",
        "electronic techno house trance dance ambient disco electro",
    )
)
KNOWN: Final = frozenset().union(*FAMILIES)
# Those that a text would name; the others may be left out.
NAMED: Final = frozenset(
    "comedy horror western musical documentary drama thriller sitcom rock metal punk jazz country classical rap reggae "
    "techno".split()
)
BEARERS: Final = frozenset(
    "film movie series show novel book play game album song single band group miniseries music record track sitcom "
    "drama comedy thriller horror western musical documentary singer rapper musician".split()
)


def apart(said: Iterable[str], wanted: str) -> bool:
    """Whether the genres that a text gives a work leave no room for another."""
    have = KNOWN.intersection(said)
    if wanted not in NAMED or not have:
        return False
    return not any({wanted, genre} <= family for genre in have for family in FAMILIES) and wanted not in have


def told(reading: Reading, noun: int) -> Iterator[str]:
    """The words by which a noun for a work, and what stands before it, may tell a genre."""
    if reading.sentence[noun].lemma not in BEARERS:
        return
    ring = [noun]
    while ring:
        at = ring.pop()
        yield reading.sentence[at].lemma
        if at in reading.at:
            yield from (idiom.lemma for idiom in reading.nodes[reading.at[at]].idioms)
        ring += [c for r, c in reading.graph.fillers(at) if r == "mod" and c < at]
