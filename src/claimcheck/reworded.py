"""Verbs of the statement that no word of the evidence meets, and the predicate that stands in their place.

"The company shelved the plan" and "the plan was put off by the company" share no verb, but who and what hang from the
two alike. The counterpart says nothing of the meaning; its polarity, strength and speaker are compared, and how much
else of the statement is held decides whether the two may be one event.
"""

from __future__ import annotations

from collections import Counter

from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import Case

EVENTS = frozenset({"VERB", "AUX", "NOUN", "ADJ"})


def account(case: Case) -> None:
    """Note in `case.reworded` the counterpart of every verb that is left over."""
    taken = {pair.place for k, pair in case.pairs.items() if k in case.held}
    for k, node in enumerate(case.reading.nodes):
        if node.kind != "word" or node.pos != "v" or k in case.pairs:
            continue
        if k in case.held and not any(f.rule == "word.support-verb" for f in case.findings.get(k, ())):
            continue
        if case.account.weight(k) and not case.wrong(k):
            place = _counterpart(case, k, taken)
            if place is not None:
                case.reworded[k] = place


def _counterpart(case: Case, k: int, taken: set[Place]) -> Place | None:
    """The predicate of the claim's own sentences from which most of what hangs from `k` hangs."""
    heads: Counter[Place] = Counter()
    for n in case.near[k]:
        place = case.met(n) or case.places.get(n)
        if place is None or n not in case.held or not case.own(place):
            continue
        reading = case.passage.readings[place.reading]
        for role, head in case.passage.roles(place):
            at = reading.at.get(head)
            if at is None or reading.sentence[head].pos not in EVENTS:
                continue
            if Place(place.reading, at) not in taken and reading.nodes[at].kind == "word":
                heads[Place(place.reading, at)] += 2 if role in ROLE_GROUPS else 1
    return min(heads, key=lambda place: (-heads[place], place.reading, place.node), default=None)
