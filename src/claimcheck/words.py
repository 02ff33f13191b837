"""The account of a statement's words and names: which are met, which are wrong, which are left over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck import (
    another_name,
    bridging,
    directions,
    excluded,
    opposites,
    placing,
    scenes,
    slots,
    turned_about,
    unpartnered,
    voices,
)
from claimcheck.align import ROLE_GROUPS, Pair, Place
from claimcheck.case import HELD, Case
from claimcheck.dimensions.name import Name
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node
from claimcheck.relate import Meet, idiom_covers

NEAR = 4  # steps within which two aligned words still hang together
CLOSE = 2  # steps within which a word may exclude another
MOST_STEPS = 9


def account(case: Case) -> None:
    """Findings for every word and name that the alignment met."""
    for k, node in enumerate(case.reading.nodes):
        pair = case.pairs.get(k)
        if pair is not None and (case.account.weight(k) or pair.related.meet in HELD):
            _met(case, k, node, pair)
    for k, node in enumerate(case.reading.nodes):
        if isinstance(node.value, Name) and k in case.held and k in case.pairs:
            case.findings.setdefault(k, []).extend(
                another_name.titles(case.passage, case.pairs[k], node.value)
            )
    slots.roles(case)
    scenes.settings(case)
    scenes.exceptions(case)
    excluded.account(case)
    placing.detached(case)
    directions.account(case)
    turned_about.account(case)
    voices.heard(case)
    unpartnered.account(case)


def _met(case: Case, k: int, node: Node, pair: Pair) -> None:
    finding = Finding(
        pair.related.by,
        Relation.UNDETERMINED,
        case.reading.text(node),
        case.evidence(pair.place),
        "",
        node.words,
    )
    steps = _steps(case, k)
    if pair.related.by == "name.kind" and slots.out_of_place(case, k, pair.place):
        return
    if pair.related.by == "word.trend" and not _measured(case):
        return
    if node.pos == "v" and _of_argument(case, k, pair):
        return
    if pair.related.meet in HELD:
        if steps <= NEAR or _elsewhere(case, k, pair):
            case.add(k, replace(finding, relation=Relation.ENTAILS))
            covers = pair.related.covers or idiom_covers(case.passage.node(pair.place), node)
            bare = node.pos == "v" and not case.passage.node(pair.place).idioms
            if covers and pair.related.by == "word.same" and bare:
                covers = ()  # "wrote" by itself is not that somebody "wrote the music"
            for n in (case.reading.at[w] for w in covers if w in case.reading.at):
                case.held.add(n)
                if n != k and n not in case.pairs:
                    case.places.setdefault(n, pair.place)
    elif pair.related.meet is Meet.EXCLUSIVE:
        for n in (case.reading.at[w] for w in pair.related.covers if w in case.reading.at):
            if n != k:
                case.held.add(n)  # "went ahead": both words are the opposite of "called off"
        if opposites.negated_once(case, node, pair):
            case.add(
                k,
                replace(
                    finding, rule="polarity.same", relation=Relation.ENTAILS, note="an opposite, negated"
                ),
            )
        elif (
            steps <= CLOSE
            and case.own(pair.place)
            and _same_slot(case, k, pair)
            and _same_doer(case, k, pair)
            and not opposites.speaks(case, pair.place)
            and not opposites.other_thing(case, k)
        ):
            case.add(k, replace(finding, relation=opposites.compare(case, node, pair)))
        elif _other_side(case, k, pair):
            case.add(k, replace(finding, rule="word.converse", relation=Relation.ENTAILS))
    elif pair.related.meet is Meet.OTHER:
        if steps <= CLOSE and case.own(pair.place):
            case.add(k, another_name.other_name(case, k, pair))
    elif pair.related.meet is Meet.WIDER:
        case.add(k, finding)


def _measured(case: Case) -> bool:
    """Whether the statement has figures, so that "lost" and "dropped" may both say which way they moved."""
    return any(node.kind == "quantity" for node in case.reading.nodes)


def _of_argument(case: Case, k: int, pair: Pair) -> bool:
    """ "Showed its portrait": the noun that the verb's object is met by says nothing of the verb."""
    if case.passage.node(pair.place).pos != "n" or pair.related.by not in {"word.synonym", "word.narrower"}:
        return False
    return any(
        link.head == k
        and (other := case.pairs.get(link.child)) is not None
        and other.place == pair.place
        and other.related.strength > pair.related.strength
        for link in case.links
    )


def _steps(case: Case, k: int) -> int:
    """How far the word's partner lies from the partners of its neighbours: the nearest counts."""
    place = case.pairs[k].place
    beside = [
        n
        for n in case.near[k]
        if n in case.pairs and case.pairs[n].place != place and case.pairs[n].related.meet is not Meet.WIDER
    ]
    if not beside:
        beside = [n for n in case.pairs if n != k and case.pairs[n].place != place]
    steps = min((case.passage.distance(place, case.pairs[n].place) for n in beside), default=0)
    if steps <= NEAR:
        return steps
    others = [n for n in beside if case.pairs[n].related.meet in HELD]
    found = (
        d
        for n in others
        for d in _through_mentions(case, place, case.pairs[n].place, case.node(n).pos == "n")
    )
    return min((steps, *found))


def _through_mentions(case: Case, place: Place, other: Place, noun: bool) -> Iterator[int]:
    """Steps to the mentions that stand for what another sentence names: "The bridge is old. It will be closed"."""
    if other.reading == place.reading:
        return
    reading, named = case.passage.readings[place.reading], case.passage.node(other)
    there = case.passage.readings[other.reading]
    tokens = [named.head]
    if noun and named.pos == "v":  # "commanded the garrison. He surrendered": who did the one did the other
        tokens += [c for role, c in there.graph.fillers(named.head) if ROLE_GROUPS.get(role) == "do"]
    doers = {c for r, c in reading.graph.fillers(case.passage.node(place).head) if ROLE_GROUPS.get(r) == "do"}
    known = [there.stands[t] for t in tokens if t in there.stands]
    for token, stands in reading.stands.items():
        n = reading.at.get(token)
        if n is None:
            continue
        if token in doers and any(stands == one for one in known):
            yield case.passage.distance(place, Place(place.reading, n))
        if reading.nodes[n].kind != "pronoun" or other.reading > place.reading:
            continue
        same = isinstance(named.value, Name) and any(
            case.lore.same(name, named.value).yes for name in stands.names
        )
        if same or named.lemma in stands.heads:
            yield case.passage.distance(place, Place(place.reading, n))


def _elsewhere(case: Case, k: int, pair: Pair) -> bool:
    """A modifier may be licensed by another sentence about the same thing; a name that sets the scene by any."""
    for link in case.links:
        if link.child != k or link.head not in case.pairs:
            continue
        head = case.pairs[link.head].place
        if head.reading == pair.place.reading:
            continue
        if bridging.understood(case, link.role, head, pair.place):
            return True
        if link.role in {"mod", "poss", "appos"} and (
            placing.resolved(case, head) or placing.told_before(case, head, pair.place)
        ):
            return True
    return False


AGAINST = frozenset({"prep_to", "prep_against", "prep_over"})


def _other_side(case: Case, k: int, pair: Pair) -> bool:
    """ "Vance lost the vote to Brandt" says that Brandt won it."""
    if case.node(k).lemma not in {"lose", "win"}:
        return False
    reading = case.passage.readings[pair.place.reading]
    fillers = reading.graph.fillers(case.passage.node(pair.place).head)
    doers = {c for r, c in fillers if ROLE_GROUPS.get(r) == "do"}
    against = [case.met(link.child) for link in case.links if link.head == k and link.role in AGAINST]
    met = [case.passage.node(p).head for p in against if p is not None and p.reading == pair.place.reading]
    return bool(met) and all(m in doers for m in met)


def _same_doer(case: Case, k: int, pair: Pair) -> bool:
    """Whether an opposite verb is said of the same: that the one lost agrees with that the other won."""
    if case.node(k).pos != "v":
        return True
    reading = case.passage.readings[pair.place.reading]
    doers = [
        c for r, c in reading.graph.fillers(case.passage.node(pair.place).head) if ROLE_GROUPS.get(r) == "do"
    ]
    for link in case.links:
        if link.head == k and ROLE_GROUPS.get(link.role) == "do" and case.node(link.child).kind == "name":
            other = case.pairs.get(link.child)
            if other is None or other.place.reading != pair.place.reading:
                continue
            met = case.passage.node(other.place).head
            if (
                doers
                and met not in doers
                and any(reading.nodes[reading.at[d]].kind == "name" for d in doers if d in reading.at)
            ):
                return False
    return True


def _same_slot(case: Case, k: int, pair: Pair) -> bool:
    """Whether an exclusive word says what the statement's word says, of the same thing: predicate of the same subject,
    or modifier of the same noun."""
    for link in case.links:
        other = link.head if link.child == k else link.child if link.head == k else None
        place = case.met(other) if other is not None else None
        if place is None or place.reading != pair.place.reading:
            continue
        steps = case.passage.distance(place, pair.place)
        if steps == 1 and _roles_meet(case, link.role, pair.place, place):
            return True
        if steps == CLOSE and link.role == "subject":  # said through a copula on both sides
            return True
    return False


def _roles_meet(case: Case, role: str, one: Place, other: Place) -> bool:
    graph = case.passage.readings[one.reading].graph
    a, b = case.passage.node(one).head, case.passage.node(other).head
    held = [r for r, h in graph.roles(a) if h == b] + [r for r, h in graph.roles(b) if h == a]
    groups = {ROLE_GROUPS.get(r, r) for r in held}
    return ROLE_GROUPS.get(role, role) in groups or {ROLE_GROUPS.get(role), *groups} >= {"do", "undergo"}
