"""The account of a statement's quantities and dates: each bound to its counterpart, then compared."""

from __future__ import annotations

from dataclasses import replace

from claimcheck import (
    bind,
    compared,
    counted_out,
    dating,
    extents,
    firmness,
    groups,
    limits,
    periods,
    rounded,
    stamps,
    wholes,
)
from claimcheck.align import VALUES, Place
from claimcheck.case import Case
from claimcheck.dimensions import derive
from claimcheck.dimensions import quantity as quantities
from claimcheck.dimensions.date import When
from claimcheck.dimensions.derive import Derived
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation

REACH = 4  # steps within which what else a clause says stands beside a figure
MOST_OPERANDS = 6


def account(case: Case) -> None:
    """Findings for every quantity and date that has a counterpart; figures first, then the times they hold at."""
    weighed = [k for k in range(len(case.reading.nodes)) if case.account.weight(k)]
    for k in sorted(weighed, key=lambda k: stamps.is_period(case.node(k))):
        value = case.node(k).value
        if stamps.is_period(case.node(k)) and _period(case, k):
            continue
        if isinstance(value, Quantity):
            _quantity(case, k, value)
        elif isinstance(value, When) and k not in case.settled:
            dating.account(case, k, value)
    told = {k: case.findings.pop(k) for k in weighed if k in case.findings and case.node(k).kind in VALUES}
    case.findings.update(told)  # in the order of the text


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
        finding = _quoting(_version(mine, theirs), mine, theirs)
    else:
        return False
    if isinstance(mine, When) and finding.relation is not Relation.ENTAILS:
        return False  # another date may be nearer to what is dated
    if finding.relation is Relation.CONTRADICTS and not case.own(place):
        finding = replace(finding, relation=Relation.UNDETERMINED)
    case.places[k] = place
    case.add(k, finding)
    return True


def _quantity(case: Case, k: int, value: Quantity) -> None:
    if _compared(case, k, value) or _of_a_whole(case, k, value):
        return
    found = periods.at_one_time(case, k, bind.quantity(k, case.reading, case.passage, case.pairs))
    if not found and value.dimension == "version":
        _named_version(case, k, value)
        return
    if not found:
        _derived(case, k, value)
        return
    found = sorted(found, key=lambda row: _other_end(value, row[1]))
    bound, other = found[0]
    if {value.dimension, other.dimension} == {"version", "count"}:
        finding = _version(value, other)
    else:
        role = other.role if value.role == "value" and other.role in {"change", "start"} else value.role
        have, want = limits.named(other, limits.side(case.reading, k)), replace(value, role=role)
        finding = quantities.relate(have, want, case.policy, countable_kind=rounded.allowed(case, value))
    finding = _quoting(finding, value, other)
    if finding.relation is not Relation.ENTAILS and _derived(case, k, value):
        return
    case.places[k] = bound.place
    told = bound.level and (bound.favour > 0 or _same_place(case, bound, other))
    if (
        finding.relation is Relation.CONTRADICTS
        and not told
        and _another_sort(case, k, value, other, bound.place)
    ):
        finding = replace(finding, relation=Relation.UNDETERMINED, note="a figure of another sort")
    thing = bound.thing or periods.same_bearer(case, k, bound.place)
    sure = thing and case.own(bound.place) and (bound.clause or _beside(case, k, bound.place))
    if value.dimension == "version" and periods.bears(case, k):
        sure = False
    if finding.relation is Relation.CONTRADICTS and (not sure or bound.favour < 0):
        finding = replace(finding, relation=Relation.UNDETERMINED, note="not surely the same thing")
    if counted_out.none(case, bound.place) and counted_out.both(case, k):
        case.held.add(k)  # "the two" and "neither" speak of the same two
        return
    if finding.rule == "quantity.vague" and counted_out.none(case, bound.place):
        case.held.add(k)  # "several" against "no": polarity answers for both
        return
    case.add(k, finding)
    if finding.relation is Relation.ENTAILS:
        case.findings[k].extend(firmness.hedged(case, k, bound.place))


def _other_end(value: Quantity, other: Quantity) -> bool:
    """Whether a figure is where a change started and the other where it ended, or another of several versions."""
    if value.dimension == "version":
        return other.values != value.values  # of several versions its own
    return value.role in {"start", "end"} and other.role != value.role


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


def _compared(case: Case, k: int, value: Quantity) -> bool:
    """Compare with the difference or ratio of two figures side by side; False where the statement compares none."""
    met = compared.compare(case, k, value)
    if met is None:
        return False
    made, place, sides = met
    finding = derive.relate_derived(made, value, case.policy, countable_kind=rounded.allowed(case, value))
    if finding.relation is Relation.UNDETERMINED:
        return False
    compared.settle(case, sides, value)
    case.add(k, _quoting(finding, value, made.quantity))
    case.places[k] = place
    return True


def _of_a_whole(case: Case, k: int, value: Quantity) -> bool:
    """Compare with a sum of parts, a share of a whole or what is left of one; False where the evidence has none."""
    made = None
    if value.dimension == "share":
        made = wholes.share(case, k, value)
    elif value.dimension == "count":
        made = wholes.rest(case, k, value) or wholes.summed(case, k, value)
    if made is None:
        return _alone(case, k, value)
    whole, place = made
    finding = derive.relate_derived(whole, value, case.policy, countable_kind=rounded.allowed(case, value))
    case.add(k, _quoting(finding, value, whole.quantity))
    case.places[k] = place
    return True


def _alone(case: Case, k: int, value: Quantity) -> bool:
    """Compare with the one of several parts that the statement's words are said of."""
    part = wholes.alone(case, k, value) if value.dimension == "count" else None
    if part is None:
        return False
    finding = quantities.relate(
        part.value, replace(value, role="value"), case.policy, countable_kind=rounded.allowed(case, value)
    )
    case.add(k, _quoting(finding, value, part.value))
    case.places[k] = part.place
    return True


def _named_version(case: Case, k: int, value: Quantity) -> None:
    """A version names a thing: it is met wherever the claim's own sentences speak of the same version."""
    for r in sorted(case.passage.own):
        for n, node in enumerate(case.passage.readings[r].nodes):
            other = node.value
            if isinstance(other, Quantity) and other.dimension == "version" and other.values == value.values:
                case.places[k] = Place(r, n)
                case.add(k, _quoting(Finding("quantity.equal", Relation.ENTAILS), value, other))
                return


def _version(value: Quantity, other: Quantity) -> Finding:
    """A bare "4.0" beside a version is a version."""
    same = other.text.lower().split()[-1].lstrip("v") == value.text.lower().split()[-1].lstrip("v")
    return (
        Finding("quantity.equal", Relation.ENTAILS)
        if same
        else Finding("quantity.disjoint", Relation.CONTRADICTS)
    )


def _derived(case: Case, k: int, value: Quantity) -> bool:
    """A sum, share, ratio, difference or change that the figures of the claim's own sentence come to.

    It only entails, but for a change between the two ends stated. Counts that are parts of something: see `wholes`.
    """
    if (value.form in {"vague", "bound"} and value.dimension not in RELATIVE) or value.role == "ordinal":
        return False
    stated = _operands(case, value)
    for made in derive.derived(stated[:MOST_OPERANDS]):
        if not bind.comparable(made.quantity, value) or made.operation == "complement":
            continue
        counts = any(operand.dimension == "count" for operand in made.operands)
        if counts and not _of_counts(made, value):
            continue
        if made.operation == "sum" and periods.starts(made.operands):
            continue
        if value.role == "value" and value.dimension not in RELATIVE and _at_times(case, made):
            continue  # two levels of two times come to a change, not to a level
        turned = _verbal_ratio(case, k, value)
        if turned and not (made.operation == "ratio" and made.operands[1].role == "start"):
            continue  # "doubled": what it is now over what it was
        alike = (
            replace(value, role=made.quantity.role) if value.role in {"change", "delta", "value"} else value
        )
        finding = derive.relate_derived(made, alike, case.policy, countable_kind=rounded.allowed(case, value))
        ends = turned or (
            {operand.role for operand in made.operands} == {"start", "end"}
            and value.role in {"change", "delta"}
        )
        if finding.relation is Relation.ENTAILS or (ends and finding.relation is Relation.CONTRADICTS):
            case.add(k, _quoting(finding, value, made.quantity))
            case.places[k] = _place_of(case, made.operands[0])
            return True
    return False


def _at_times(case: Case, made: derive.Derived) -> bool:
    return periods.apart(case.passage, [_place_of(case, operand) for operand in made.operands])


def _verbal_ratio(case: Case, k: int, value: Quantity) -> bool:
    """ "Doubled", "was halved"."""
    return value.dimension == "ratio" and case.node(k).pos == "v"


def _of_counts(made: Derived, value: Quantity) -> bool:
    """Whether what counts come to may answer: not their sums and shares, and a difference only for a difference."""
    if made.operation in {"sum", "share"}:
        return False
    return made.operation != "difference" or value.role in {"delta", "change"}


def _place_of(case: Case, quantity: Quantity) -> Place:
    """Where a figure of the evidence stands."""
    own = sorted(case.passage.own)
    return next(
        (
            Place(r, n)
            for r in own
            for n, node in enumerate(case.passage.readings[r].nodes)
            if node.value is quantity
        ),
        Place(own[0], 0),
    )


def _another_sort(case: Case, k: int, value: Quantity, other: Quantity, place: Place) -> bool:
    """A part beside a whole, an expectation beside a result, or the second half of "an hour and 11 minutes"."""
    if (
        value.partitive != other.partitive
        or firmness.weaker(case, k, place)
        or groups.one_of_several(case, k, other, place)
    ):
        return True
    adjectives = [
        extents.axis_of(case.reading, value),
        extents.axis_of(case.passage.readings[place.reading], other),
    ]
    if None not in adjectives and adjectives[0] != adjectives[1]:
        return True
    before = [case.reading.sentence[i].lower for i in range(max(0, value.start - 2), value.start)]
    return len(before) == 2 and before[1] == "and" and before[0] in COMPOUND


COMPOUND = frozenset(
    "hour hours minute minutes day days week weeks month months year years foot feet pound pounds".split()
)
RELATIVE = frozenset({"share", "ratio", "points"})
COMPUTED = frozenset(
    {"count", "share", "money", "length", "duration", "calendar", "mass", "data", "area", "volume"}
)


def _operands(case: Case, value: Quantity) -> list[Quantity]:
    """Figures of the claim's own sentences to compute with; for a count, those that count a kind of the same thing."""
    found = []
    wanted = case.reading.at.get(value.head) if value.head is not None else None
    turned = any(node.value is value and node.pos == "v" for node in case.reading.nodes)
    for r in sorted(case.passage.own):
        reading = case.passage.readings[r]
        if turned and not any(
            isinstance(n.value, Quantity) and n.value.role == "start" for n in reading.nodes
        ):
            continue  # "doubled" compares the two figures of one sentence
        for node in reading.nodes:
            other = node.value
            if not isinstance(other, Quantity) or other.dimension not in COMPUTED:
                continue
            if value.dimension == "count":
                at = reading.at.get(other.head) if other.head is not None else None
                if wanted is None or at is None or not groups.kind_of(reading.nodes[at], case.node(wanted)):
                    continue
            found.append(other)
    return found


def _quoting(finding: Finding, value: Quantity, other: Quantity) -> Finding:
    return replace(
        finding, statement=value.text, evidence=other.text, words=value.words, evidence_words=other.words
    )
