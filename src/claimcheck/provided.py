"""What a thing has, it offers; what it has at most, it allows: "Storage in Pro is 10 GB", "Pro comes with 10 GB".

The verbs that say so differ with the thing that is had, and a table has no verb at all. One of them is accounted for
where the evidence joins what it joins by "be" or "have" alone, or by another verb of the kind. People, firms and places
are left out: what a bank has it need not offer.
"""

from __future__ import annotations

from typing import Final

from claimcheck import lexicon, limits
from claimcheck.case import Case
from claimcheck.dimensions.name import Kind, Name
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.stamps import CLASSES, only_classes

PROVIDES: Final = frozenset(
    "allow permit support offer provide include contain feature enable accept grant come_with ship_with".split()
)
AVAILABLE: Final = frozenset({"available"})
OFFERS: Final = frozenset(
    "offer provide include contain feature support".split()
)  # what is available on a plan
BOTH: Final = 2  # what has, and what is had
JOINS: Final = frozenset({"be", "have"})
OWNERS: Final = frozenset({Kind.PERSON, Kind.PLACE, Kind.NATIONALITY})
_PARTICLES: Final = frozenset({"up", "for"})  # "allows up to 500", which the parser takes for a verb's


def account(case: Case) -> None:
    """Account for verbs of providing that nothing meets, where the evidence joins their participants."""
    for k, node in enumerate(case.reading.nodes):
        if k in case.held or node.kind != "word" or not case.account.weight(k):
            continue
        provides = node.pos == "v" and _verb(node.lemma) in PROVIDES
        if (provides or node.lemma in AVAILABLE) and (head := _joined(case, k)) is not None:
            _hold(case, k, *head)


def _hold(case: Case, k: int, reading: Reading, head: int) -> None:
    """What the evidence's verb that joins a verb's participants says of it: the same, or the opposite."""
    here, there = case.reading.contexts[case.node(k).head], reading.contexts[head]
    words = (case.reading.text(case.node(k)), reading.sentence[head].text)
    case.findings[k] = []
    case.add(k, Finding("word.provides", Relation.ENTAILS, *words, "", case.node(k).words))
    if here.polarity != there.polarity:
        sides = ("affirmed", "negated") if here.polarity > 0 else ("negated", "affirmed")
        case.general.append(Finding("polarity.negated", Relation.CONTRADICTS, *sides, "", case.node(k).words))


def _verb(lemma: str) -> str:
    verb, _, particle = lemma.partition("_")
    return verb if particle in _PARTICLES else lemma


def _joined(case: Case, k: int) -> tuple[Reading, int] | None:
    """The verb of the evidence that joins all participants of a verb; None where none does, or as something else."""
    beside = [m for n in case.near[k] if case.account.weight(n) for m in _named(case, n)]
    places = [case.places.get(n) or case.met(n) for n in beside]
    if len(beside) < BOTH or not all(n in case.held for n in beside) or None in places:
        return None
    met = [place for place in places if place is not None]
    reading = case.passage.readings[met[0].reading]
    if any(place.reading != met[0].reading or not case.own(place) for place in met):
        return None
    heads = {_above(reading, reading.nodes[place.node].head) for place in met}
    if len(heads) != 1:
        return None
    head = heads.pop()
    firm = reading.contexts[head].strength >= case.reading.contexts[case.node(k).head].strength
    return (reading, head) if firm and _gives(case, k, reading, head) else None


def _named(case: Case, k: int) -> list[int]:
    """A participant, or the name of one that is met by its name alone: "the Pro plan"."""
    if case.met(k) is not None or not only_classes(case.reading, case.node(k)):
        return [k]
    return [link.child for link in case.links if link.head == k and link.role in {"mod", "appos"}]


def _above(reading: Reading, token: int) -> int:
    """The verb that a token hangs from, or the head of all."""
    path = (token, *reading.sentence.path_up(token))
    return next((i for i in path if reading.sentence[i].pos in {"VERB", "AUX"}), path[-1])


def _gives(case: Case, k: int, reading: Reading, head: int) -> bool:
    """Whether a verb of the evidence joins a thing with what it has, or says the most that there may be of it."""
    verb = reading.sentence[head]
    if any(limits.stated(case, n) for n in case.places if n in case.near[k] or _under(case, n, k)):
        return _verb(case.node(k).lemma) in limits.ALLOWS and verb.lemma in JOINS
    below = reading.graph.fillers(head)
    if verb.lemma == "have":
        return any(r in {"agent", "subject"} and _product(reading, c) for r, c in below)
    if verb.lemma == "be":
        said = [c for r, c in below if r == "attr" and reading.sentence[c].lemma in AVAILABLE]
        if said:  # "on the Pro plan", but not "on request"
            near = [*below, *reading.graph.fillers(said[0])]
            at = [c for r, c in near if r in {"prep_on", "prep_in", "prep_with", "prep_for"}]
            return _verb(case.node(k).lemma) in OFFERS and any(_product(reading, c) for c in at)
        return any(r in {"agent", "subject"} and _of_a_thing(reading, c) for r, c in below)
    return verb.lemma in PROVIDES


def _under(case: Case, n: int, k: int) -> bool:
    """Whether a figure counts what stands beside a verb."""
    return any(link.child == n and link.head in case.near[k] for link in case.links)


def _product(reading: Reading, token: int) -> bool:
    """ "The Pro plan", "version 4", "Pro": what has a thing that its users get."""
    n = reading.at.get(token)
    value = reading.nodes[n].value if n is not None else None
    if isinstance(value, Name):
        return value.kind not in OWNERS
    return reading.sentence[token].lemma in CLASSES


def _of_a_thing(reading: Reading, token: int) -> bool:
    """ "Storage in Pro": what is said to be so much is in something that is no place."""
    found = [
        reading.at.get(c) for r, c in reading.graph.fillers(token) if r in {"prep_in", "prep_on", "prep_for"}
    ]
    return any(n is not None and not _owner(reading, reading.nodes[n].head) for n in found)


def _owner(reading: Reading, token: int) -> bool:
    """Whether a token is a person, a people or a place, which have much that they do not offer."""
    n = reading.at.get(token)
    value = reading.nodes[n].value if n is not None else None
    if isinstance(value, Name):
        return value.kind in OWNERS
    lemma = reading.sentence[token].lemma
    return lexicon.is_person_noun(lemma) or lexicon.is_group_noun(lemma) or lexicon.is_place_noun(lemma)
