"""Whether a predicate in other words says the same: all but the predicate's own word is accounted for and entailed."""

from __future__ import annotations

from claimcheck import lexicon
from claimcheck.account import EMPTY_VERBS, LIGHT_VERBS
from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import Case
from claimcheck.dimensions.quantity import Quantity
from claimcheck.fillers import VITAL
from claimcheck.finding import Finding, Relation
from claimcheck.lexicon import LexRel
from claimcheck.links import Link
from claimcheck.trend import trend
from claimcheck.verdict import Clause, Label
from claimcheck.words import event_noun

PREDICATE_SHARE = 0.34  # share of the statement's weight that a predicate in other words may have
LEAST_HELD = 2.0  # weight that must be accounted for around such a predicate
LONE_SHARE = 0.2  # the same where the evidence has another verb in its place, or no figure is entailed
LONE_HELD = 4.0
# Verbs that say little more than that their subject has to do with the rest, and may have a larger share (among the
# "general verbs" of Halliday & Hasan, "Cohesion in English", 1976). None that moves, gives, takes or judges is one.
GENERAL = frozenset(
    "act appear belong concern consist contain cover involve know lie occur perform represent rest serve sit stand "
    "work".split()
)
LONE_SHARED = 2  # participants that a verb must share with the evidence's verb in its place


def accepted(case: Case, clauses: list[Clause], open_: list[Finding], share: float, total: float) -> bool:
    """Whether all that is left over is a predicate in other words, and nothing in the passage is against it."""
    left = [k for k in range(len(case.reading.nodes)) if k not in case.held and case.account.weight(k)]
    if any(case.node(k).kind != "word" or case.wrong(k) for k in left):
        return False
    if any(f.rule != "word.wider" for f in open_) or any(_moves(case, k) for k in left):
        return False
    held = (1 - share) * total
    general = len(left) == 1 and stem(case.node(left[0]).lemma) in GENERAL
    lone = len(left) == 1 and share <= LONE_SHARE and held >= LONE_HELD
    lone = lone or (general and share <= PREDICATE_SHARE and held >= LEAST_HELD)
    figured = share <= PREDICATE_SHARE and held >= LEAST_HELD and _figured(case)
    return (lone and _lone_verb(case, left[0], clauses)) or (figured and _beside_figure(case, left, clauses))


def note(case: Case) -> None:
    """Add the finding that lets each word left over pass: what the evidence has in its place."""
    for k, node in enumerate(case.reading.nodes):
        if k not in case.held and case.account.weight(k):
            place = case.reworded.get(k)
            there = case.evidence(place) if place is not None else ""
            here = case.reading.text(node)
            case.add(k, Finding("predicate.reworded", Relation.ENTAILS, here, there, "", node.words))


def _lone_verb(case: Case, k: int, clauses: list[Clause]) -> bool:
    """A verb in other words where all its participants, and much besides, are those of the evidence."""
    if case.node(k).pos != "v" or k in case.another or (k in case.pairs and k not in case.misplaced):
        return False
    shared = sum(1 for n in set(case.near[k]) if n in case.held and case.account.weight(n))
    alone = all(h != case.account.clause[k] or n == k for n, h in enumerate(case.account.clause))
    mostly = all(c.label is Label.SUPPORTED or _mostly_held(case, c) for c in clauses)
    enough = shared >= (1 if k in case.misplaced else LONE_SHARED)
    return enough and (alone or mostly) and _near_in_meaning(case, k) and not _another_event(case, k)


def _near_in_meaning(case: Case, k: int) -> bool:
    """Whether the statement's verb is a general one, or shares the evidence's stem; else they may be two events."""
    place = case.reworded.get(k)
    if place is None:
        return True
    other, mine = case.passage.node(place), stem(case.node(k).lemma)
    full = case.passage.readings[place.reading].sentence[other.head].pos == "VERB"
    return not full or mine in GENERAL or mine == stem(other.lemma)


def stem(lemma: str) -> str:
    """A verb without its particle."""
    return lemma.split("_")[0]


def _another_event(case: Case, k: int) -> bool:
    """Whether the predicate in the verb's place has a participant of its own that the statement does not speak of.

    "Cut 320 jobs at its plant" is no other word for "closed its plant".
    """
    place = case.reworded.get(k)
    if place is None:
        return False
    reading = case.passage.readings[place.reading]
    beside = {case.met(n) for n in case.near[k]}
    known: dict[str, bool] = {}
    for role, token in reading.graph.fillers(case.passage.node(place).head):
        n, group = reading.at.get(token), ROLE_GROUPS.get(role)
        if group and n is not None and reading.nodes[n].kind in {"word", "name"}:
            known[group] = known.get(group, False) or Place(place.reading, n) in beside
    return not all(known.values())


def _beside_figure(case: Case, left: list[int], clauses: list[Clause]) -> bool:
    """A predicate in other words beside a figure, a date or a quotation that is entailed."""
    if any(k in case.pairs for k in left):
        return False
    if any(c.label is not Label.SUPPORTED and not _mostly_held(case, c) for c in clauses):
        return False
    others = [k for k in left if case.node(k).pos not in {"v", "r"}]
    if any(_modified_otherwise(case, k) or _says_more(case, k) for k in others):
        return False
    if len(others) > 1 or any(case.node(k).pos == "v" and _another_verb(case, k) for k in left):
        return False
    if any(
        link.child in others and (link.role in ROLE_GROUPS or _narrows(case, link)) for link in case.links
    ):
        return False
    if any(_said_of_figure(case, k) for k in others):
        return False  # "is forest": the noun is the predicate
    counted = {t for things in case.account.things.values() for t in things[:1]}
    return not any(case.node(k).head in counted for k in others)


def _says_more(case: Case, k: int) -> bool:
    """Whether a word beside the predicate is a predicate of its own ("left homeless"), or stands for what the evidence
    has another word for ("in the harbour", where that says "in the hull")."""
    token = case.reading.sentence[case.node(k).head]
    if token.dep in {"acomp", "oprd", "attr", "xcomp"}:
        return True
    met = {case.met(n) for n in case.held}
    for link in case.links:
        place = case.met(link.head) or case.reworded.get(link.head) if link.child == k else None
        if place is None or not link.role.startswith("prep_"):
            continue
        reading = case.passage.readings[place.reading]
        for role, child in reading.graph.fillers(case.passage.node(place).head):
            n = reading.at.get(child)
            if n is None or not (role in ROLE_GROUPS or role.startswith("prep_")):
                continue
            if reading.nodes[n].kind in {"word", "name"} and Place(place.reading, n) not in met:
                return True
    return False


def _narrows(case: Case, link: Link) -> bool:
    """Whether a modifier says which of several takes part: the health minister is not the finance minister."""
    if link.role != "mod" or case.node(link.head).pos != "n":
        return False
    doers = {"agent", "subject"}
    return any(role in doers for role, _ in case.reading.graph.roles(case.node(link.head).head))


def _moves(case: Case, k: int) -> bool:
    """Whether a word compares or says which way a figure went: no evidence leaves that to be understood."""
    node = case.node(k)
    tag = case.reading.sentence[node.head].tag
    return tag in {"JJR", "RBR", "JJS", "RBS"} or trend(node.lemma.split("_")[0]) != 0


def _modified_otherwise(case: Case, k: int) -> bool:
    """Whether a modifier left over stands where the evidence has another ("page size", "file size")."""
    taken = {pair.place for n, pair in case.pairs.items() if n in case.held}
    for link in case.links:
        place = case.met(link.head) if link.child == k and link.role in {"mod", "poss"} else None
        if place is None:
            continue
        reading = case.passage.readings[place.reading]
        for role, token in reading.graph.fillers(case.passage.node(place).head):
            n = reading.at.get(token)
            if n is None or role not in {"mod", "poss"} or Place(place.reading, n) in taken:
                continue
            if reading.nodes[n].kind in {"word", "name"}:
                return True
    return False


def _happens(case: Case, reading: int, n: int) -> bool:
    """Whether a noun of the evidence tells of an event that the statement does not speak of ("the assassination")."""
    node = case.passage.readings[reading].nodes[n]
    met = {case.met(k) for k in case.held}
    verbal = any(
        pos == "v" and rel is LexRel.EQUAL for (_, pos), rel in lexicon.expand(node.lemma, "n").items()
    )
    return verbal and Place(reading, n) not in met


def _said_of_figure(case: Case, k: int) -> bool:
    """Whether a word is the predicate of a figure that stands as the subject."""
    token = case.reading.sentence[case.node(k).head]
    if token.dep not in {"attr", "acomp"}:
        return False
    figures = [n.value for n in case.reading.nodes if isinstance(n.value, Quantity)]
    return any(value.governor == token.head and value.start < token.head for value in figures)


def _mostly_held(case: Case, clause: Clause) -> bool:
    """Whether a clause keeps at least half of its weight."""
    left = sum(
        case.account.weight(k)
        for k in range(len(case.reading.nodes))
        if k not in case.held and case.reading.text(case.node(k)) in clause.left
    )
    return left <= clause.weight / 2


def _another_verb(case: Case, k: int) -> bool:
    """Whether what hangs from a verb left over hangs, in the evidence, from a verb that says something else.

    No other verb can stand for being born or dying: who died then was not born then.
    """
    if case.node(k).lemma in VITAL:
        return True
    for n in case.near[k]:
        place = case.met(n) or case.places.get(n)
        if place is None or n not in case.held:
            continue
        sentence = case.passage.readings[place.reading].sentence
        at = case.passage.readings[place.reading].at
        heads = [sentence[h] for _, h in case.passage.roles(place)]
        if any(_happens(case, place.reading, at[t.i]) for t in heads if t.i in at and t.pos == "NOUN"):
            return True
        if place in case.places.values() and any(t.pos == "PROPN" for t in heads):
            return True  # a date or figure of a name, as of a birth
        if any(
            t.pos == "VERB" and (t.lemma not in EMPTY_VERBS or _full(case, place.reading, t.i)) for t in heads
        ):
            return True
    return False


def _full(case: Case, reading: int, verb: int) -> bool:
    """Whether a verb that often is empty has a thing for its object: "took the town", not "took 20 minutes"."""
    there = case.passage.readings[reading]
    if there.sentence[verb].lemma in LIGHT_VERBS:
        return False
    counted = {n.value.head for n in there.nodes if isinstance(n.value, Quantity)}
    for role, child in there.graph.fillers(verb):
        n = there.at.get(child)
        if n is not None and ROLE_GROUPS.get(role) == "undergo" and child not in counted:
            node = there.nodes[n]
            if node.kind == "name" or (node.kind == "word" and not event_noun(node.lemma)):
                return True
    return False


def _figured(case: Case) -> bool:
    """Whether a figure, a date or a quotation of the statement is entailed, which two events seldom share."""
    if any(f.rule == "quote.verbatim" and f.relation is Relation.ENTAILS for f in case.general):
        return True
    return any(case.node(k).kind in {"quantity", "date"} and case.account.weight(k) for k in case.held)
