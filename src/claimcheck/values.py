"""The account of a statement's quantities and dates: each bound to its counterpart, then compared."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck import (
    allowed,
    bind,
    counted_out,
    dating,
    either,
    extents,
    firmness,
    groups,
    limits,
    periods,
    reckoned,
    rounded,
    stamps,
    versions,
)
from claimcheck.account import FIGURE_VERBS
from claimcheck.align import ROLE_GROUPS, VALUES, Place
from claimcheck.case import Case
from claimcheck.dating import BEGINS, CLOSES, ENDS, OPENS
from claimcheck.dimensions import quantity as quantities
from claimcheck.dimensions.date import When
from claimcheck.dimensions.quantity import Quantity
from claimcheck.favour import NAMING, one_name
from claimcheck.figures import other_rate, quoting
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.trend import trend

YEAR = Decimal(12)  # months, which ages are counted in
REACH = 4  # steps within which what else a clause says stands beside a figure


def account(case: Case) -> None:
    """Findings for every quantity and date that has a counterpart; figures first, then the times they hold at."""
    weighed = [k for k in range(len(case.reading.nodes)) if case.account.weight(k)]
    for k in sorted(weighed, key=lambda k: _turn(case, k)):
        value = case.node(k).value
        if k in case.settled or (stamps.is_period(case.node(k)) and _period(case, k)):
            continue
        if isinstance(value, Quantity):
            if value.dimension not in NAMING or not _beside_figure(case, k, value):
                _quantity(case, k, value)
        elif isinstance(value, When):
            dating.account(case, k, value)
    for k, node in enumerate(case.reading.nodes):
        if isinstance(node.value, Quantity) and node.value.dimension == "share" and k not in weighed:
            reckoned.most(case, k, node.value)
    told = {k: case.findings.pop(k) for k in weighed if k in case.findings and case.node(k).kind in VALUES}
    case.findings.update(told)  # in the order of the text


def _turn(case: Case, k: int) -> int:
    """When a value's turn comes: figures, what names the figure meant, times."""
    value = case.node(k).value
    if isinstance(value, When):
        return 2
    return int(isinstance(value, Quantity) and value.dimension in NAMING)


def _period(case: Case, k: int) -> bool:
    """Compare a date or version with that of the figure it goes with; False where there is none."""
    place = periods.counterpart(case, k)
    if place is None:
        return False
    mine, theirs = case.node(k).value, case.passage.node(place).value
    if isinstance(mine, When) and isinstance(theirs, When):
        finding = replace(
            dating.compared(case, theirs, mine, place), words=tuple(range(mine.start, mine.stop))
        )
    elif isinstance(mine, Quantity) and isinstance(theirs, Quantity):
        finding = quoting(versions.compare(mine, theirs), mine, theirs)
    else:
        return False
    if isinstance(mine, When) and finding.relation is not Relation.ENTAILS:
        return False  # another date may be nearer to what is dated
    if finding.relation is Relation.CONTRADICTS and (not case.own(place) or periods.holds_in(case, k, place)):
        finding = replace(finding, relation=Relation.UNDETERMINED)
    case.places[k] = place
    case.add(k, finding)
    return True


def _quantity(case: Case, k: int, value: Quantity) -> None:
    if reckoned.of_parts(case, k, value):
        return
    found = periods.at_one_time(case, k, bind.quantity(k, case.reading, case.passage, case.pairs))
    if not found and value.dimension == "version":
        versions.named(case, k, value)
        return
    if not found:
        _ = reckoned.enumerated(case, k, value) or reckoned.derived(case, k, value)
        return
    found = sorted(found, key=lambda row: (_another_rank(value, row[1]), _other_end(value, row[1])))
    bound, other = _overstepped(case, value, found) or found[0]
    limit: Finding | None = None
    if other.dimension == "age" and value.dimension == "count":
        value = _as_age(value)
    if {value.unit, other.unit} == {"times", ""} and value.dimension == other.dimension == "count":
        value, other = (replace(q, unit="") for q in (value, other))
    if "rating" in {value.dimension, other.dimension} and value.dimension != other.dimension:
        value, other = (replace(q, dimension="rating", unit="/100") for q in (value, other))
    if {value.dimension, other.dimension} == {"version", "count"}:
        finding = versions.compare(value, other)
    elif either.one_of(case, value, bound.place):
        finding = Finding("quantity.inside", Relation.ENTAILS, note="of any of them")
    else:
        role = other.role if value.role == "value" and other.role in {"change", "start"} else value.role
        have = limits.named(other, limits.side(case.reading, k))
        want = limits.meant(case, replace(value, role=role), bound.place)
        limit = allowed.compare(case, k, other, bound.place)
        finding = limit or quantities.relate(
            have, want, case.policy, countable_kind=rounded.allowed(case, value)
        )
    finding = quoting(finding, value, other)
    if finding.relation is not Relation.ENTAILS and reckoned.derived(case, k, value):
        return
    case.places[k] = bound.place
    told = bound.level and (bound.favour > 0 or _same_place(case, bound, other))
    if _before_the_change(case, value, other, bound.place):
        finding = replace(finding, relation=Relation.UNDETERMINED, note="a figure of another time")
    apart = limit is None or not allowed.sure(case, k, bound.place)
    if (
        finding.relation is Relation.CONTRADICTS
        and apart
        and _another_sort(case, k, value, other, bound.place, told)
    ):
        finding = replace(finding, relation=Relation.UNDETERMINED, note="a figure of another sort")
    thing = bound.thing or periods.same_bearer(case, k, bound.place)
    sure = thing and case.own(bound.place) and (bound.clause or _beside(case, k, bound.place))
    if value.dimension == "version" and (periods.bears(case, k) or periods.holds_in(case, k, bound.place)):
        sure = False
    headless = value.dimension == "count" and _of_another_noun(case, value, other, bound.place)
    headless = headless or counted_out.part(case, value, bound.place)
    if finding.relation is Relation.CONTRADICTS and (headless or not bound.level):
        sure = False
    if finding.relation is Relation.ENTAILS and (bound.own == 0 and (bound.favour < 0 or bound.behind > 1)):
        finding = replace(finding, relation=Relation.UNDETERMINED, note="said of the figure beside it")
    sure = sure or not apart
    if finding.relation is Relation.CONTRADICTS and (not sure or bound.favour < 0):
        finding = replace(finding, relation=Relation.UNDETERMINED, note="not surely the same thing")
    if counted_out.none(case, bound.place) and counted_out.both(case, k):
        case.held.add(k)  # "the two" and "neither" speak of the same two
        return
    if finding.rule == "quantity.vague" and counted_out.none(case, bound.place):
        case.held.add(k)  # "several" against "no": polarity answers for both
        return
    if limit is not None and finding.relation is not Relation.UNDETERMINED:
        allowed.settle(case, k, value)
    case.add(k, finding)
    _counted(case, value, other, bound.place)
    if finding.relation is Relation.ENTAILS:
        case.findings[k].extend(firmness.hedged(case, k, bound.place))


def _overstepped(
    case: Case, value: Quantity, found: list[tuple[bind.Bound, Quantity]]
) -> tuple[bind.Bound, Quantity] | None:
    """Of two limits of one thing ("at most nine, at least three") the one that a figure oversteps: both hold."""
    limits_ = [(b, other) for b, other in found if other.form == "bound" and b.thing and case.own(b.place)]
    if len(limits_) < 2 or found[0][1].form != "bound" or value.form != "exact":
        return None
    broken = (
        row for row in limits_
        if quantities.relate(row[1], value, case.policy).relation is Relation.CONTRADICTS
    )  # fmt: skip
    return next(broken, None)


def _other_end(value: Quantity, other: Quantity) -> bool:
    """Whether a figure is where a change started and the other where it ended, or of another version or rate."""
    if value.dimension == "version":
        return other.values != value.values  # of several versions its own
    return other_rate(value, other) or (value.role in {"start", "end"} and other.role != value.role)


def _of_another_noun(case: Case, value: Quantity, other: Quantity, place: Place) -> bool:
    """Whether a bare figure hangs from a verb that the thing the statement counts has another part in."""
    if other.head is not None or value.head is None or other.governor is None:
        return False
    verb = case.passage.readings[place.reading].sentence[other.governor]
    return verb.lemma not in FIGURE_VERBS


def _counted(case: Case, value: Quantity, other: Quantity, place: Place) -> None:
    """The thing a figure counts is accounted for where its counterpart counts it, whatever stands around it."""
    k = case.reading.at.get(value.head) if value.head is not None else None
    met = case.met(k) if k is not None else None
    if k is None or met is None or met.reading != place.reading or k in case.held:
        return
    if case.passage.node(met).head == other.head and not _of_another_event(case, k, met):
        node, by = case.node(k), case.pairs[k].related.by
        finding = Finding(by, Relation.ENTAILS, case.reading.text(node), case.evidence(met), "", node.words)
        case.add(k, finding)


def _of_another_event(case: Case, k: int, place: Place) -> bool:
    """Whether the verb that the statement has for the thing stands in another sentence, with another in its place."""
    for link in case.links:
        verb = case.met(link.head) if link.child == k and link.role in ROLE_GROUPS else None
        if verb is None or verb.reading == place.reading or case.node(link.head).pos != "v":
            continue
        reading = case.passage.readings[verb.reading]
        group = ROLE_GROUPS[link.role]
        fillers = reading.graph.fillers(case.passage.node(verb).head)
        if any(ROLE_GROUPS.get(r) == group and reading.sentence[c].pos == "NOUN" for r, c in fillers):
            return True
    return False


def _as_age(value: Quantity) -> Quantity:
    """A bare number read as an age: "Mara Linde is 34"."""
    interval = value.interval.scale(YEAR) if value.interval is not None else None
    return replace(value, dimension="age", unit="year", interval=interval, resolution=YEAR, significant=YEAR)


def _beside(case: Case, k: int, place: Place) -> bool:
    """Whether something else that the clause says, beyond the thing measured, stands near the evidence's value."""
    clause = case.account.clause[k]
    near = [link.head for link in case.links if link.child == k] + [
        link.child for link in case.links if link.head == k
    ]
    thing = {
        n for m in near for n in (m, *case.near[m]) if case.node(n).head in case.account.things.get(k, ())
    }
    modifiers = {link.child for link in case.links if link.head in thing and link.role in {"mod", "poss"}}
    others = [
        n
        for n in case.held
        if n != k
        and n not in thing | modifiers
        and case.account.clause[n] == clause
        and case.account.weight(n)
    ]
    return any(
        met is not None and case.passage.distance(met, place) <= REACH
        for met in (case.met(n) for n in others)
    )


def _same_place(case: Case, bound: bind.Bound, other: Quantity) -> bool:
    """Whether a figure counted out of a named whole hangs from the statement's own predicate, and is alone there."""
    regions = case.passage.readings[bound.place.reading].regions
    return other.partitive and bound.governed and bound.place.node not in regions


def _beside_figure(case: Case, k: int, value: Quantity) -> bool:
    """Whether the same version or place in an order is named in what is said of a figure bound already."""
    for q in [q for q in case.places if case.node(q).kind == "quantity"]:
        place = case.places[q]
        reading = case.passage.readings[place.reading]
        region = reading.regions.get(place.node)
        for n, node in enumerate(reading.nodes):
            other = node.value
            if region is None or not isinstance(other, Quantity) or not one_name(other, value):
                continue
            if node.head in region.words:
                case.places[k] = Place(place.reading, n)
                case.add(k, quoting(Finding("quantity.equal", Relation.ENTAILS), value, other))
                return True
    return False


def _another_sort(case: Case, k: int, value: Quantity, other: Quantity, place: Place, told: bool) -> bool:
    """A part beside a whole, an expectation beside a result, or the second half of "an hour and 11 minutes".

    told: the statement's own words tell which of several figures it means.
    """
    estimate = "estimated" in other.text.lower()  # its band says how far off it may be
    if not estimate and firmness.weaker(case, k, place):
        return True
    if _hour(case.reading, value):
        return True
    evidence = case.passage.readings[place.reading]
    parts = (
        _of_a_whole(case.reading, value),
        _of_a_whole(evidence, other) and not _said(case, value, other, place),
    )
    if not told and (parts[0] != parts[1] or groups.one_of_several(case, k, other, place)):
        return True
    adjectives = [extents.axis_of(case.reading, value), extents.axis_of(evidence, other)]
    if None not in adjectives and adjectives[0] != adjectives[1]:
        return True
    before = [case.reading.sentence[i].lower for i in range(max(0, value.start - 2), value.start)]
    if value.head is None and before == ["of", "the"]:
        return True  # "the most of the three"
    return len(before) == 2 and before[1] == "and" and before[0] in COMPOUND


def _before_the_change(case: Case, value: Quantity, other: Quantity, place: Place) -> bool:
    """ "Profit had been 40 million" speaks of the time before it "halved to 20 million"."""
    if value.governor is None or other.governor is None:
        return False
    mine, theirs = case.reading.sentence, case.passage.readings[place.reading].sentence
    had = any(mine[c].dep == "aux" and mine[c].lower == "had" for c in mine.children[value.governor])
    return had and mine[value.governor].lemma in LEVELS and trend(theirs[other.governor].lemma) != 0


def _said(case: Case, value: Quantity, other: Quantity, place: Place) -> bool:
    """Whether what the statement counts is what the part is said to be: "nine puppies", "nine of them puppies"."""
    at = case.reading.at.get(value.head) if value.head is not None else None
    met = case.met(at) if at is not None else None
    return met is not None and met.reading == place.reading and case.passage.node(met).head == other.governor


def _another_rank(value: Quantity, other: Quantity) -> bool:
    """ "In the 12th and 57th minutes": a rank answers to its equal first, where there are several."""
    return value.dimension == other.dimension == "ordinal" and value.interval != other.interval


def _hour(reading: Reading, value: Quantity) -> bool:
    """ "Opens at 9": a bare number that is a time of day, which "from 9 to 5" gives as well as its end."""
    if (
        value.dimension != "count"
        or value.unit
        or value.head is not None
        or value.governor is None
        or not value.start
    ):
        return False
    timed = BEGINS | ENDS | OPENS | CLOSES
    return reading.sentence[value.start - 1].lower == "at" and reading.sentence[value.governor].lemma in timed


LEVELS = frozenset({"be", "stand", "amount", "total", "run", "come"})


def _of_a_whole(reading: Reading, value: Quantity) -> bool:
    """Whether a figure is of a part: "12 of the boats", "40 tonnes of its cargo", but not "40 tonnes of rice"."""
    if value.dimension == "share":
        return False  # every share is one: "a third of employees", "one in three employees"
    if not value.partitive or value.head is None or value.dimension == "count":
        return value.partitive
    return any(reading.sentence[c].dep in {"det", "poss"} for c in reading.sentence.children[value.head])


COMPOUND = frozenset(
    "hour hours minute minutes day days week weeks month months year years foot feet pound pounds".split()
)
