"""Which words of a statement carry what its clauses say: their heads, or what light heads bring with them."""

from __future__ import annotations

from claimcheck.align import Place
from claimcheck.case import HELD, Case
from claimcheck.dimensions.context import Strength
from claimcheck.dimensions.name import Kind, Name
from claimcheck.reading import Node
from claimcheck.relate import Meet

NOMINAL = frozenset({"attr", "patient", "xcomp", "acomp"})
SUBJECT = frozenset({"agent"})


def presupposed(case: Case, k: int, place: Place) -> bool:
    """ "Arvenia is a Swiss group" after "would sell it to the Swiss group Arvenia": no plan makes it less so."""
    if (
        case.reading.sentence[case.node(k).head].dep != "attr"
        or case.reading.contexts[case.node(k).head].polarity < 0
    ):
        return False
    reading = case.passage.readings[place.reading]
    noun = case.passage.node(place).head
    about = [case.met(link.child) for link in case.links if link.head == k and link.role == "subject"]
    held = {case.passage.node(p).head for p in about if p is not None and p.reading == place.reading}
    beside = {c for r, c in reading.graph.fillers(noun) if r == "appos"} | {noun}
    beside |= {h for r, h in reading.graph.roles(noun) if r in {"appos", "mod"}}
    return reading.sentence[noun].dep != "attr" and bool(held & beside)


def predicates(case: Case) -> tuple[int, ...]:
    """Aligned nodes that carry what a clause says: its head, or where that is light the words it brings."""
    reading, account = case.reading, case.account
    found: dict[int, None] = {}
    for head in dict.fromkeys(account.clause):
        k = reading.at.get(head)
        if k is not None and k not in account.spoken and not account.light(reading.nodes[k]):
            found.setdefault(k)
            if k in case.pairs and (case.pairs[k].related.meet in HELD or k in case.held):
                continue
        below = [reading.at.get(c) for r, c in reading.graph.fillers(head) if r == "attr"]
        if any(n in case.held and _opposed(case, n) for n in below):
            continue  # "no branch was open": its opposite answers for the clause
        found.update(dict.fromkeys(n for n in brought(case, head) if not _carried_alike(case, k, n)))
    found.update(dict.fromkeys(_participles(case)))
    meets = {Meet.SAME, Meet.NARROWER, Meet.CONVERSE, Meet.EXCLUSIVE}
    return tuple(k for k in found if k in case.pairs and case.pairs[k].related.meet in meets)


def _participles(case: Case) -> list[int]:
    """ "Had broken rules", where the evidence has a verb for the participle, which may be denied."""
    found = []
    for k, node in enumerate(case.reading.nodes):
        place = case.met(k) if case.reading.sentence[node.head].dep == "amod" and node.pos == "v" else None
        if place is not None:
            reading, at = case.passage.readings[place.reading], case.passage.node(place).head
            if reading.sentence[at].pos == "VERB" and reading.contexts[at].polarity < 0:
                found.append(k)
    return found


def _carried_alike(case: Case, k: int | None, n: int) -> bool:
    """Whether both texts have the same verb, and it carries the same word: "acquitted of fraud"."""
    verb, place = (case.met(k) if k is not None else None), case.met(n)
    if k is None or verb is None or place is None or case.node(k).head not in case.account.cues:
        return False
    if case.node(k).head in case.account.reporting:
        return False
    evidence = case.passage.readings[verb.reading]
    mine = case.reading.contexts[case.node(k).head]
    theirs = evidence.contexts[case.passage.node(verb).head]
    alike = (mine.polarity, mine.modality, mine.strength) == (
        theirs.polarity,
        theirs.modality,
        theirs.strength,
    )
    return alike and not mine.speakers and not theirs.speakers and case.passage.distance(verb, place) <= 2


def _opposed(case: Case, n: int | None) -> bool:
    return n is not None and n in case.pairs and case.pairs[n].related.meet is Meet.EXCLUSIVE


def _of_a_nation(node: Node) -> bool:
    """ "Was Polish": a name that says what somebody is."""
    return isinstance(node.value, Name) and node.value.kind is Kind.NATIONALITY


def _hedged(case: Case, n: int) -> bool:
    """ "Is a Vermeer" of what is believed to be one."""
    place = case.met(n)
    if place is None:
        return False
    reading = case.passage.readings[place.reading]
    at = case.passage.node(place).head
    return reading.sentence[at].dep in {"attr", "oprd"} and reading.contexts[at].within < Strength.ATTRIBUTED


def brought(case: Case, head: int) -> list[int]:
    """Nodes that say what a light head only carries: the verb below it, else what is said of its subject, else the
    subject itself ("a sale is likely")."""
    reading, nodes = case.reading, case.reading.nodes
    fillers = [(r, c) for r, c in reading.graph.fillers(head) if c in reading.at]
    below = [c for r, c in fillers if r == "xcomp"]
    for role, c in fillers:
        if role in {"attr", "acomp"} and case.account.light(nodes[reading.at[c]]):
            below += [d for r, d in reading.graph.fillers(c) if r == "xcomp" and d in reading.at]
    there = any(reading.sentence[c].dep == "expl" for c in reading.sentence.children[head])
    things = [reading.at[c] for r, c in fillers if there and (r in SUBJECT or r in {"subject", "attr"})]
    if any(n in case.pairs for n in things):
        return things
    verbs = [reading.at[c] for c in below if nodes[reading.at[c]].kind == "word"]
    if any(n in case.pairs for n in verbs):
        return verbs
    denied = reading.contexts[head].polarity < 0
    words = [
        (r, n)
        for r, c in fillers
        if nodes[n := reading.at[c]].kind == "word"
        or (r == "attr" and ((denied and _of_a_nation(nodes[n])) or _hedged(case, n)))
    ]
    said = [n for r, n in words if r in NOMINAL or r.startswith("prep_")]
    if not said and reading.sentence[head].pos == "AUX":  # "was not in Paris"
        said = [
            reading.at[c] for r, c in fillers if r.startswith("prep_") and nodes[reading.at[c]].kind == "name"
        ]
    if not said and head in case.account.cues:  # "Arson was ruled out"
        said = [
            reading.at[c]
            for r, c in fillers
            if (r == "patient" or r == "prep_for") and nodes[reading.at[c]].kind == "name"
        ]
    if head in case.account.reporting or any(
        n in case.pairs and not case.account.light(nodes[n]) for n in said
    ):
        return verbs + said
    if any(r == "ccomp" for n in said for r, _ in reading.graph.fillers(nodes[n].head)):
        return verbs + said  # "is sure that": nothing is said of the subject but what it thinks
    found = verbs + said + [n for r, n in words if r in SUBJECT]
    return found or [
        reading.at[c] for r, c in fillers if r == "patient" and nodes[reading.at[c]].kind == "name"
    ]
