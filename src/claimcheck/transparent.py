"""Nouns that say little of their own: "a volley of rockets" speaks of rockets, "signs of rust" of rust at most.

Transparent nouns after Fillmore, Johnson & Petruck, "Background to FrameNet" (2003): the noun after "of" is what the
sentence is about. Those that count or measure ("number", "percentage", "half") are not among them: see quantities.
"""

from __future__ import annotations

from typing import Final

from claimcheck.case import Case
from claimcheck.finding import Finding, Relation

NOUNS: Final = frozenset(
    "act area array assortment band barrage batch bit body bout bunch burst bundle case chain cluster collection "
    "column combination episode flow flurry form group hail hint incident instance kind level list mixture pack "
    "pattern period piece pile raft range rash row run salvo sense sequence series set sign sort spate spell stream "
    "string style swarm symptom torrent trace type variety volley volume wave "
    "genre field city town village state country month year game sport title name process practice idea topic".split()
)
THROUGH: Final = frozenset({"prep_of", "prep_for"})


def account(case: Case) -> None:
    """Account for transparent nouns whose complement is held."""
    for link in case.links:
        k, node = link.head, case.node(link.head)
        if k in case.held or case.wrong(k) or node.kind != "word" or node.pos != "n":
            continue
        if node.lemma in NOUNS and link.role in THROUGH and link.child in case.held:
            here = case.reading.text(node)
            case.findings[k] = []
            case.add(k, Finding("word.transparent", Relation.ENTAILS, here, "", "", node.words))
