"""What a document's title lets go unsaid: the version it is about, and the noun for the kind of thing it is about.

In notes on "Tarn 4.2" the bugs fixed are those of 4.2, and "the release fixes 23 bugs" is told by "23 bugs are fixed".
Only where the evidence has nothing else in that place: no other version, and nobody else who does it.
"""

from __future__ import annotations

from typing import Final

from claimcheck.align import ROLE_GROUPS
from claimcheck.case import Case
from claimcheck.dimensions.name import Name
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.reading import PEOPLE_AND_PLACES
from claimcheck.stamps import CLASSES, is_period

# What titled things are called, whatever their names.
KINDS: Final = frozenset(
    "release version update product software application app program programme system tool library service device "
    "company firm group organisation organization maker manufacturer developer project team publisher vendor "
    "edition model".split()
)
PLACES: Final = frozenset({"agent", "subject", "poss", "prep_of", "prep_in", "prep_with", "mod"})
WE: Final = frozenset({"we", "us", "our", "it"})


def account(case: Case) -> None:
    """Account for what the statement adds of the document's title."""
    if case.passage.topics:
        for k, node in enumerate(case.reading.nodes):
            if k in case.held or case.wrong(k) or not case.account.weight(k):
                continue
            if isinstance(node.value, Quantity) and node.value.dimension == "version":
                _version(case, k, node.value)
            elif node.kind == "word" and node.pos == "n" and node.lemma in KINDS:
                _kind(case, k)
    for k, node in enumerate(case.reading.nodes):
        if k not in case.held and node.kind == "word" and node.pos == "n" and node.lemma in CLASSES:
            _class(case, k)


def _version(case: Case, k: int, value: Quantity) -> None:
    """The version in the title, where the claim's own sentences name no version."""
    number = value.text.lower().split()[-1].lstrip("v")
    titled = any(name.text.lower().split()[-1].lstrip("v") == number for name in case.passage.topics)
    own = (case.passage.readings[r] for r in case.passage.own)
    told = any(
        is_period(node) and isinstance(node.value, Quantity) for reading in own for node in reading.nodes
    )
    if titled and not told:
        _hold(case, k, "the document is about it")


def _kind(case: Case, k: int) -> None:
    """ "The release", "this version": definite, unmodified but for what is held, and nobody else in its place."""
    node, sentence = case.node(k), case.reading.sentence
    below = [sentence[c] for c in sentence.children[node.head]]
    if not any(t.lower in {"the", "this", "its", "their"} for t in below):
        return
    links = [link for link in case.links if k in (link.head, link.child)]
    if any(
        link.head == k and link.child not in case.held and case.account.weight(link.child) for link in links
    ):
        return
    above = [link for link in links if link.child == k and link.head in case.held]
    if any(link.role in PLACES for link in above) and not any(
        _filled(case, link.head, link.role) for link in above
    ):
        _hold(case, k, "the kind of thing the document is about")


def _filled(case: Case, head: int, role: str) -> bool:
    """Whether the evidence has something of its own in that place."""
    place = case.met(head)
    if place is None:
        return True
    reading = case.passage.readings[place.reading]
    group = ROLE_GROUPS.get(role, role)
    return any(
        ROLE_GROUPS.get(other, other) == group and reading.sentence[token].lower not in WE
        for other, token in reading.graph.fillers(case.passage.node(place).head)
        if token in reading.at
    )


def _class(case: Case, k: int) -> None:
    """A noun of kind beside the held name or number that it is the kind of."""
    for link in case.links:
        if link.head == k and link.role in {"mod", "appos"} and link.child in case.held:
            other = case.node(link.child)
            value = _name(case, link.child)
            named = value is not None and value.kind not in PEOPLE_AND_PLACES
            if named or is_period(other) or _numeric(case, link.child):
                _hold(case, k, "the kind of what it names")
                return


def _name(case: Case, k: int) -> Name | None:
    """The name that a node is, or that a word with a capital is met by: the "Team" in "Team users"."""
    value, place = case.node(k).value, case.met(k)
    if not isinstance(value, Name) and place is not None:
        value = case.passage.node(place).value
    return value if isinstance(value, Name) else None


def _numeric(case: Case, k: int) -> bool:
    return case.reading.sentence[case.node(k).head].pos == "NUM"


def _hold(case: Case, k: int, note: str) -> None:
    node = case.node(k)
    case.findings[k] = []
    case.add(k, Finding("name.topic", Relation.ENTAILS, case.reading.text(node), "", note, node.words))
