"""Figures that the evidence does not state but comes to: sums, shares, rests, differences, ratios and changes."""

from __future__ import annotations

from dataclasses import replace

from claimcheck import bind, compared, extents, firmness, groups, periods, rounded, wholes
from claimcheck import enumerated as counting
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions import derive
from claimcheck.dimensions import quantity as quantities
from claimcheck.dimensions.derive import Derived
from claimcheck.dimensions.quantity import Quantity
from claimcheck.figures import place_of, quoting
from claimcheck.finding import Finding, Relation
from claimcheck.siblings import clause_of
from claimcheck.things import thing_met, things
from claimcheck.trend import trend

RELATIVE = frozenset({"share", "ratio", "points"})
COMPUTED = frozenset(
    {"count", "share", "money", "length", "duration", "calendar", "mass", "data", "area", "volume"}
)
HAVING = frozenset({"need", "take", "require", "have", "cost", "weigh", "measure", "last", "use"})
MOST_OPERANDS = 6
PAIR = 2


def of_parts(case: Case, k: int, value: Quantity) -> bool:
    """Compare with what the parts that the evidence states come to; False where they come to nothing of the kind."""
    ranked = value.head is None and enumerated(case, k, value)
    return ranked or _compared(case, k, value) or _of_a_whole(case, k, value)


def _compared(case: Case, k: int, value: Quantity) -> bool:
    """Compare with the difference or ratio of two figures side by side; False where the statement compares none."""
    met = compared.compare(case, k, value)
    if met is None:
        return False
    made, pair, sides, right = met
    finding = derive.relate_derived(made, value, case.policy, countable_kind=rounded.allowed(case, value))
    if not right and finding.relation is Relation.ENTAILS:
        finding = replace(finding, relation=Relation.CONTRADICTS, note="the other way round")
    if finding.relation is Relation.UNDETERMINED:
        return False
    compared.settle(case, sides, value)
    compared.across(case, pair)
    own = next(figure for figure in pair if case.own(figure.place)).place
    _settle(case, k, quoting(finding, value, made.quantity), own)
    return True


def _of_a_whole(case: Case, k: int, value: Quantity) -> bool:
    """Compare with a sum of parts, a share of a whole or what is left of one; False where the evidence has none."""
    made = None
    if value.dimension == "share":
        made = wholes.share(case, k, value)
        if made is None:
            return _of_a_group(case, k, value)
    elif value.dimension == "count":
        made = wholes.rest(case, k, value) or wholes.summed(case, k, value)
    if made is None:
        return _alone(case, k, value)
    whole, place = made
    finding = derive.relate_derived(whole, value, case.policy, countable_kind=rounded.allowed(case, value))
    _settle(case, k, quoting(finding, value, whole.quantity), place)
    if value.dimension == "share" and finding.relation is not Relation.UNDETERMINED:
        case.apportioned = True
    return True


def _of_a_group(case: Case, k: int, value: Quantity) -> bool:
    """A share of what several figures side by side come to; that they are the whole is not said, so it only entails."""
    made = wholes.group_share(case, k)
    if made is None:
        return False
    finding = derive.relate_derived(made[0], value, case.policy)
    if finding.relation is Relation.ENTAILS:
        _settle(case, k, quoting(finding, value, made[0].quantity), made[1])
    return finding.relation is Relation.ENTAILS


def most(case: Case, k: int, value: Quantity) -> None:
    """Compare "most of the judges" with the share that the evidence states or comes to; it may also leave it open."""
    if value.head is None or _of_a_whole(case, k, value):
        return
    for bound, other in bind.quantity(k, case.reading, case.passage, case.pairs)[:1]:
        finding = quantities.relate(other, value, case.policy)
        sure = bound.thing and bound.clause and case.own(bound.place)
        if sure and other.dimension == "share" and finding.relation is not Relation.UNDETERMINED:
            _settle(case, k, quoting(finding, value, other), bound.place)
            case.apportioned = True


def _settle(case: Case, k: int, finding: Finding, place: Place) -> None:
    """Take a finding: it stands as firmly as the clause of the evidence's figure."""
    weaker = firmness.hedged(case, k, place)
    if weaker and finding.relation is Relation.CONTRADICTS:
        finding = replace(finding, relation=Relation.UNDETERMINED, note="said less firmly")
    case.places[k] = place
    case.add(k, finding)
    if finding.relation is Relation.ENTAILS:
        case.findings[k].extend(weaker)


def _alone(case: Case, k: int, value: Quantity) -> bool:
    """Compare with the one of several parts that the statement's words are said of."""
    part = wholes.alone(case, k, value) if value.dimension == "count" else None
    if part is None:
        return False
    finding = quantities.relate(
        part.value, replace(value, role="value"), case.policy, countable_kind=rounded.allowed(case, value)
    )
    _settle(case, k, quoting(finding, value, part.value), part.place)
    return True


def enumerated(case: Case, k: int, value: Quantity) -> bool:
    """Compare with what the evidence names without a figure: "an account" is one, "Lisk, Orla and Weld" are three."""
    place = counting.listed(case, value) or counting.side_by_side(case, value)
    if place is None:
        return False
    finding = Finding("quantity.equal", Relation.ENTAILS, value.text, case.evidence(place), "", value.words)
    _settle(case, k, finding, place)
    return True


def derived(case: Case, k: int, value: Quantity) -> bool:
    """A sum, share, ratio, difference or change that the figures of the claim's own sentence come to.

    It only entails, but for a change between the two ends stated. Counts that are parts of something: see `wholes`.
    """
    if (value.form in {"vague", "bound"} and value.dimension not in RELATIVE) or value.role == "ordinal":
        return False
    stated = _operands(case, value)
    if len(stated) > PAIR and compared.sides_of(case.reading, k, value) is not None:
        return False  # which two of the figures are compared, the sides would have told
    for made in derive.derived(stated[:MOST_OPERANDS]):
        if not bind.comparable(made.quantity, value) or made.operation == "complement":
            continue
        if _unlike(case, value, made):
            continue
        if _slower(case, value, made):
            continue
        counts = any(operand.dimension == "count" for operand in made.operands)
        if counts and not _of_counts(made, value):
            continue
        if made.operation == "sum" and periods.starts(made.operands):
            continue
        if value.role == "value" and value.dimension not in RELATIVE and _at_times(case, made):
            continue  # two levels of two times come to a change, not to a level
        turned = value.dimension == "ratio" and case.node(k).pos == "v"
        if turned and not (made.operation == "ratio" and made.operands[1].role == "start"):
            continue  # "doubled": what it is now over what it was
        alike = (
            replace(value, role=made.quantity.role) if value.role in {"change", "delta", "value"} else value
        )
        finding = derive.relate_derived(made, alike, case.policy, countable_kind=rounded.allowed(case, value))
        if _ends(made) and not _said_of(case, value, made):
            continue
        ends = _ends(made) and value.role in {"change", "delta", "multiplier"}
        if finding.relation is Relation.ENTAILS or (ends and finding.relation is Relation.CONTRADICTS):
            case.add(k, quoting(finding, value, made.quantity))
            case.places[k] = place_of(case, made.operands[0])
            _moved(case, value, made.quantity.direction)
            _measured(case, value, made)
            return True
    return False


def _slower(case: Case, value: Quantity, made: Derived) -> bool:
    """Whether two times were divided the wrong way: "three times as fast" takes a third of the time."""
    if made.operation != "ratio" or made.operands[0].dimension != "duration":
        return False
    words = {t.lower for t in case.reading.sentence.tokens[value.start : value.stop + 2]}
    return bool(words & compared.FASTER) == (made.operands[1].role == "start")


def _at_times(case: Case, made: Derived) -> bool:
    return periods.apart(case.passage, [place_of(case, operand) for operand in made.operands])


def _moved(case: Case, value: Quantity, direction: int) -> None:
    """ "Fell by a fifth" where the evidence has only the two ends: the verb says no more than the figures show."""
    k = case.reading.at.get(value.governor) if value.governor is not None else None
    if k is not None and k not in case.pairs and direction and trend(case.node(k).lemma) == direction:
        here = case.reading.text(case.node(k))
        case.add(k, Finding("word.trend", Relation.ENTAILS, here, "", "", case.node(k).words))


def _measured(case: Case, value: Quantity, made: Derived) -> None:
    """ "Half the time that 4.1 needed": the words for the extent and for having it say no more than the figures."""
    if value.dimension != "ratio":
        return
    sentence = case.reading.sentence
    for k, node in enumerate(case.reading.nodes):
        axis = extents.AXES.get(node.lemma)
        if k in case.held or k in case.pairs or axis is None or value.stop > node.head:
            continue
        if made.operands[0].dimension not in extents.MEASURED_IN[axis] or node.head > value.stop + 2:
            continue
        relative = [c for c in sentence.children[node.head] if sentence[c].dep == "relcl"]
        beside = [
            case.reading.at[c] for c in relative if sentence[c].lemma in HAVING and c in case.reading.at
        ]
        for n in (k, *beside):
            here = case.reading.text(case.node(n))
            case.add(n, Finding("word.extent", Relation.ENTAILS, here, "", "", case.node(n).words))


def _ends(made: Derived) -> bool:
    """Whether a change or ratio is that of an end to the start stated with it."""
    first, second = (*made.operands, *made.operands)[:2]
    if second.role != "start":
        return False
    return first.role == "end" or (first.role == "value" and first.stop <= second.start)


def _said_of(case: Case, value: Quantity, made: Derived) -> bool:
    """Whether one clause of the evidence states both ends, of what the statement says its figure of."""
    places = [place_of(case, operand) for operand in made.operands]
    reading = case.passage.readings[places[0].reading]
    if {place.reading for place in places} != {places[0].reading}:
        return False
    if len({clause_of(reading.sentence, operand) for operand in made.operands}) > 1:
        return False
    if any(thing_met(case.reading, value, case.passage, place, case.pairs) for place in places):
        return True
    about = [case.met(case.reading.at[t]) for t in things(case.reading, value) if t in case.reading.at]
    nouns = [m for m in about if m is not None and case.own(m) and case.passage.node(m).pos == "n"]
    return not nouns  # what it is said of stands elsewhere: "costs" beside "revenue fell from … to …"


def _unlike(case: Case, value: Quantity, made: Derived) -> bool:
    """Whether operands measure different extents, or one of them is the statement's own figure."""
    axes = {
        extents.axis_of(case.passage.readings[place_of(case, operand).reading], operand)
        for operand in made.operands
    }
    if len(axes - {None}) > 1:
        return True
    return any(
        bind.comparable(operand, value)
        and quantities.relate(operand, replace(value, role=operand.role), case.policy).relation
        is Relation.ENTAILS
        for operand in made.operands
    )


def _of_counts(made: Derived, value: Quantity) -> bool:
    """Whether what counts come to may answer: not their sums and shares, and a difference only for a difference."""
    if made.operation in {"sum", "share"}:
        return False
    return made.operation != "difference" or value.role in {"delta", "change"}


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
