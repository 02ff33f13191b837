"""One event of its kind: who did a thing on a day did it with one party, for one party, at one post.

"In May 2014 she signed with Alder" leaves open whom else she ever signed with, but not whom she signed with then; and a
first goal was scored against one side. So another name in such a place is another filler of one slot.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck.align import Place
from claimcheck.another_name import shared_role
from claimcheck.case import Case
from claimcheck.dimensions.date import When
from claimcheck.dimensions.name import Name
from claimcheck.finding import Finding, Relation
from claimcheck.occupants import ONE_FILLER

SLOTS: Final = (
    frozenset({"prep_with", "prep_for", "prep_against", "prep_over", "prep_of", "prep_to"}) - ONE_FILLER
)
UNIQUE: Final = frozenset({"first", "second", "third", "last", "final", "debut"})
# What one does once a day, whomever one meets, calls or votes for besides.
ONCE: Final = frozenset(
    "sign re-sign move transfer switch appoint name elect become debut make score win lose beat draw play marry merge "
    "premiere retire graduate enlist defeat thrash face edge overcome eliminate".split()
)
BEATING: Final = frozenset({"defeat", "beat", "thrash", "face", "edge", "overcome", "eliminate"})
PRECISE: Final = frozenset({"day", "month", "weekday"})


def account(case: Case) -> None:
    """Let another name exclude the statement's where both texts tell of one dated event."""
    for k, rows in list(case.findings.items()):
        pair = case.pairs.get(k)
        open_ = [f for f in rows if f.rule == "name.different" and f.relation is Relation.UNDETERMINED]
        if not open_ or pair is None or not isinstance(case.node(k).value, Name) or not case.own(pair.place):
            continue
        role = shared_role(case, k, pair.place)
        if (
            (role in SLOTS or (role == "patient" and _beaten(case, k)))
            and alone(case, pair.place)
            and _one_event(case, k)
        ):
            case.findings[k] = [_excluded(f) if f in open_ else f for f in rows]


def _beaten(case: Case, k: int) -> bool:
    """Whether a name is that of whom one side met in a match, which has two sides."""
    return any(
        link.child == k and link.role == "patient" and case.node(link.head).lemma in BEATING
        for link in case.links
    )


def _excluded(found: Finding) -> Finding:
    return replace(found, relation=Relation.CONTRADICTS)


def alone(case: Case, place: Place) -> bool:
    """Whether no other name shares the place in the evidence."""
    reading = case.passage.readings[place.reading]
    held = set(reading.graph.roles(case.passage.node(place).head))
    return not any(
        isinstance(node.value, Name) and n != place.node and held & set(reading.graph.roles(node.head))
        for n, node in enumerate(reading.nodes)
    )


def _one_event(case: Case, k: int) -> bool:
    """Whether the clause's verb and who does it are held, and a day, a month or "first" tells which event it is."""
    head = case.account.clause[k]
    verb = case.reading.at.get(head)
    if verb is None or verb not in case.held or case.node(verb).lemma not in ONCE:
        return False
    inside = [n for n, h in enumerate(case.account.clause) if h == head and n in case.held]
    doers = any(case.node(n).kind in {"name", "pronoun"} for n in case.near[verb] if n in inside)
    return doers and any(_tells(case, n) for n in inside)


def _tells(case: Case, n: int) -> bool:
    value = case.node(n).value
    if isinstance(value, When):
        place = case.places.get(n)
        other = case.passage.node(place).value if place is not None else None
        return isinstance(other, When) and bool(value.stated & PRECISE) and bool(other.stated & PRECISE)
    return case.node(n).lemma in UNIQUE
