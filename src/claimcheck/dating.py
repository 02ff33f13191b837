"""The account of a statement's dates and times: each bound to its counterpart in the frame, then compared.

What a date says depends on what it is the date of. A state that lasts from one day to another holds in between; what
has gone on since March cannot have gone on since May; "since 2009, when the dam burst" dates the dam in 2009; and two
days after one event is two days before the other.
"""

from __future__ import annotations

from dataclasses import replace

from claimcheck import bind, earlier, order, own_dates, stamps
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions import date as dates
from claimcheck.dimensions.date import When
from claimcheck.dimensions.date.value import Bound
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.relate import Meet
from claimcheck.trend import trend

REACH = 4  # steps from what a date hangs from to a date that may say when it was
EXCLUDES = 2  # steps within which another date is the date of the same thing
# Verbs of beginning and of ending: dated, they say when a state began or ended.
BEGINS = frozenset(
    "begin start open become enter introduce launch establish impose take_over take_effect come_into commence".split()
)
ENDS = frozenset(
    "end expire cease stop close conclude finish terminate lapse discontinue run_out drop retire shut".split()
)
CLOSES = frozenset({"close", "shut"})
OPENS = frozenset({"open", "reopen", "resume", "restart"})
VITAL = {"born": frozenset({"born", "bear", "birth"}), "died": frozenset({"die", "death"})}
_ON_THE_SPOT = frozenset({Bound.ON, Bound.BY, Bound.BEFORE, Bound.AFTER, Bound.EARLIEST})


def account(case: Case, k: int, value: When) -> None:
    """The finding for a date or time of the statement, if the evidence has one to compare."""
    best: Finding | None = None
    rows = _of_the_figure(case, bind.dates(k, case.reading, case.passage, case.pairs))
    for steps, place, other in own_dates.answering(case, value, rows):
        if steps <= REACH and (over := _over(case, value, place, other)) is not None:
            best = over
            case.places[k] = place
            break
        finding = replace(compared(case, other, value, place), words=tuple(range(value.start, value.stop)))
        if finding.relation is Relation.ENTAILS and steps <= REACH:
            best = finding
            case.places[k] = place
            break
        if best is None or best.relation is Relation.UNDETERMINED:
            sure = steps <= EXCLUDES and case.own(place) and not _of_a_start(case, place, other)
            sure = sure and not _of_another_clause(case, value, place, other)
            sure = sure and not bind.of_a_comparison(case.reading)
            sure = sure and not own_dates.of_another_deed(case, value, place, other)
            excludes = finding.relation is Relation.CONTRADICTS and sure
            candidate = finding if excludes else replace(finding, relation=Relation.UNDETERMINED)
            best = candidate if best is None or excludes else best
        if steps <= EXCLUDES and best.relation is Relation.CONTRADICTS:
            case.places.setdefault(k, place)
            break
        if steps <= REACH and k not in case.places and not finding.rule.endswith("undetermined"):
            case.places[k] = place
    if best is None or best.relation is Relation.UNDETERMINED:
        told = earlier.dated(case, value)
        best = told or best
    if best is not None:
        case.add(k, best)
        if value.vital in VITAL and best.rule.startswith("date.") and best.rule != "date.undetermined":
            _vital(case, k, value)


def _over(case: Case, value: When, place: Place, other: When) -> Finding | None:
    """ "Reopens at 5" of what is closed until 5: a state ends where its opposite begins.

    None where the statement is not about that. The finding of the opposite word is settled with the date: it holds
    from the end on, and clashes before.
    """
    turned = _turned(case, value, place, other) if _spans(other) or other.bound is Bound.UNTIL else None
    if turned is None:
        return None
    end, bound = replace(dates.finish(other), bound=Bound.ON), _bound(value)
    found = dates.relate(end, replace(value, bound=Bound.ON) if bound is Bound.SINCE else value)
    changes = bound is Bound.ON and _verb(case.reading, value) & (CLOSES | OPENS)
    if (found.relation is Relation.ENTAILS and bound is not Bound.AFTER) or (
        changes and found.relation is Relation.CONTRADICTS
    ):
        case.findings[turned] = []
        text = case.reading.text(case.node(turned))
        case.add(turned, Finding("polarity.same", Relation.ENTAILS, text, other.text, "when the other ended"))
        return found
    early = bound in {Bound.BY, Bound.BEFORE} and found.relation is Relation.CONTRADICTS
    if early or (bound is Bound.ON and dates.covers(other, value)):
        return _found("date.inside", Relation.ENTAILS, other, value, "the opposite held then")
    case.findings[turned] = [
        replace(f, relation=Relation.UNDETERMINED) for f in case.findings.get(turned, [])
    ]
    return replace(found, relation=Relation.UNDETERMINED)


def _turned(case: Case, value: When, place: Place, other: When) -> int | None:
    """The node whose opposite the evidence says of that time: the date's own verb, or what a copula brings."""
    below = [
        c for r, c in case.reading.graph.fillers(value.governor) if r in {"attr", "acomp", "adverb", "oprd"}
    ]
    graph = case.passage.readings[place.reading].graph
    for token in (value.governor, *below):
        k = case.reading.at.get(token)
        pair = case.pairs.get(k) if k is not None else None
        if pair is None or pair.related.meet is not Meet.EXCLUSIVE or pair.place.reading != place.reading:
            continue
        if graph.distance(case.passage.node(pair.place).head, other.governor) <= 1 and not case.held & {k}:
            return k
    return _closing(case, value, place, other)


def _closing(case: Case, value: When, place: Place, other: When) -> int | None:
    """ "Closes at 6" of what is open until 6: the verb needs no word of its own where its subject is met."""
    reading = case.passage.readings[place.reading]
    k = case.reading.at.get(value.governor)
    if k is None or k in case.pairs or case.node(k).lemma not in CLOSES:
        return None
    if reading.sentence[other.governor].lemma != "open" and not _opened(reading, other):
        return None
    below = [n for n in case.near[k] if n in case.held and case.node(n).pos == "n"]
    met = [at for n in below if (at := case.met(n)) is not None and at.reading == place.reading]
    near = any(reading.graph.distance(case.passage.node(at).head, other.governor) <= 1 for at in met)
    return k if near else None


def _opened(reading: Reading, other: When) -> bool:
    """Whether "open" is what is said of the time, by a copula."""
    return any(reading.sentence[c].lower == "open" for _, c in reading.graph.fillers(other.governor))


def _of_the_figure(case: Case, rows: list[tuple[int, Place, When]]) -> list[tuple[int, Place, When]]:
    """Dates in order of nearness, where the date of a figure bound already is nearer than that of one beside it."""
    mine: set[tuple[int, int]] = set()
    rivals: set[tuple[int, int]] = set()
    for k, place in case.places.items():
        region = case.passage.readings[place.reading].regions.get(place.node)
        if region is not None and case.node(k).kind == "quantity":
            mine |= {(place.reading, token) for token in region.words}
            rivals |= {(place.reading, token) for token in region.near}
    found = []
    for steps, place, other in rows:
        token = place.reading, case.passage.node(place).head
        steps = 0 if token in mine else REACH + 1 if token in rivals else steps
        found.append((steps, place, other))
    return sorted(found, key=lambda row: row[0])


def _of_another_clause(case: Case, value: When, place: Place, other: When) -> bool:
    """ "Expires in 2030, ten years after it was signed": the date of one clause's verb is not the other's."""
    k = case.reading.at.get(value.governor)
    met = case.pairs[k].place if k is not None and k in case.pairs else None
    sentence = case.passage.readings[place.reading].sentence
    if met is None or met.reading != place.reading or other.offset is not None:
        return False
    mine, theirs = case.passage.node(met).head, other.governor
    if sentence[mine].pos != "VERB" or sentence[theirs].pos != "VERB":
        return False
    for low, high in ((mine, theirs), (theirs, mine)):
        path = (low, *sentence.path_up(low))
        if high in path[1:] and sentence[path[path.index(high) - 1]].dep in SUBORDINATE:
            return True
    return False


SUBORDINATE = frozenset({"advcl", "relcl", "acl", "ccomp", "pcomp"})


def _of_a_start(case: Case, place: Place, other: When) -> bool:
    """ "Down from 265 at the end of December": the date of the figure it started from, not of the event."""
    reading = case.passage.readings[place.reading]
    return any(
        isinstance(node.value, Quantity)
        and node.value.role == "start"
        and node.value.governor == other.governor
        for node in reading.nodes
    )


def _vital(case: Case, k: int, value: When) -> None:
    """ "(1901-1986)" says that she was born and that she died."""
    place = case.places.get(k)
    event = case.reading.at.get(value.governor)
    if (
        place is None
        or event is None
        or event in case.held
        or case.node(event).lemma not in VITAL[value.vital]
    ):
        return
    other = case.passage.node(place).value
    if isinstance(other, When) and other.vital in {"life", value.vital}:
        case.add(
            event, Finding("word.vital", Relation.ENTAILS, case.reading.text(case.node(event)), other.text)
        )


def compared(case: Case, other: When, value: When, place: Place) -> Finding:
    """The two dates compared; the same words in another order ("by Tuesday noon") are the same date."""
    if other.offset is not None and value.offset is not None:
        return _distance(case, other, value, place)
    finding = dates.relate(other, value)
    evidence = case.passage.readings[place.reading]
    measured = finding.relation is Relation.ENTAILS and _has_level(case, value)
    if (measured or finding.relation is Relation.CONTRADICTS) and stamps.yardstick(evidence, place.node):
        return replace(finding, relation=Relation.UNDETERMINED, note="only compared with")
    if finding.relation is Relation.UNDETERMINED and _bare(other.text) == _bare(value.text):
        return replace(finding, rule="date.equal", relation=Relation.ENTAILS)
    lasting = _lasting(case.reading, value, evidence, other)
    last = lasting is not None and finding.relation is Relation.UNDETERMINED
    return replace(lasting, words=finding.words) if lasting is not None and last else finding


def _has_level(case: Case, value: When) -> bool:
    """Whether the statement gives a figure of its own at a time, and compares with no other: of "half as much as in
    2022" the time is not that of the figure."""
    k = case.reading.at.get(value.start)
    figures = any(
        isinstance(node.value, Quantity) and node.value.role in {"value", "share", "rate"}
        for node in case.reading.nodes
    )
    return figures and k is not None and not stamps.yardstick(case.reading, k)


def _bare(text: str) -> frozenset[str]:
    plain = text.lower().replace(",", " ").replace("12 months", "year").replace("last year", "past year")
    return frozenset(plain.split()) - {"on", "in", "of", "the", "at"}


# states and their ends


def _lasting(mine: Reading, value: When, evidence: Reading, other: When) -> Finding | None:
    """What the span of a state says of a moment, and what the moment of its end says of the span; None if nothing."""
    if other.vital or value.vital:
        return None
    began, ended = _verb(mine, value) & BEGINS, _verb(mine, value) & ENDS
    if _spans(other) and _bound(value) is Bound.ON:
        if began or ended:
            return _like(dates.relate(dates.begin(other) if began else dates.finish(other), value))
        if _state(evidence, other) and not _counts(mine, value) and dates.covers(other, value):
            rule = "date.inside" if value.clock is None else "time.inside"
            return _found(rule, Relation.ENTAILS, other, value, "the state lasts through it")
        return None
    if other.bound is value.bound is Bound.SINCE:
        apart = _on(other, value)
        counted = _counts(evidence, other) or _counts(mine, value)
        return apart if apart.relation is Relation.CONTRADICTS and not counted else None
    if other.bound is Bound.SINCE and began and value.bound in _ON_THE_SPOT:
        return _like(dates.relate(replace(other, bound=Bound.ON), value))
    if other.bound is Bound.UNTIL and ended and value.bound in _ON_THE_SPOT:
        return _like(dates.relate(replace(other, bound=Bound.ON), value))
    if value.bound is Bound.UNTIL and _verb(evidence, other) & ENDS and other.bound is Bound.ON:
        return _like(_on(other, value))
    return None


def _spans(when: When) -> bool:
    """Whether a state is said to last from one time to another."""
    return when.bound is Bound.SPAN or (when.clock is not None and when.clock.bound is Bound.SPAN)


def _bound(when: When) -> Bound:
    """The bound of a date, or of the time of day where that has one of its own."""
    return when.clock.bound if when.clock is not None and when.clock.bound is not Bound.ON else when.bound


def _on(other: When, value: When) -> Finding:
    return dates.relate(replace(other, bound=Bound.ON), replace(value, bound=Bound.ON))


def _like(finding: Finding) -> Finding | None:
    return None if finding.relation is Relation.UNDETERMINED else finding


def _found(rule: str, relation: Relation, other: When, value: When, note: str) -> Finding:
    return Finding(
        rule,
        relation,
        value.text,
        other.text,
        note,
        tuple(range(value.start, value.stop)),
        tuple(range(other.start, other.stop)),
    )


def _verb(reading: Reading, value: When) -> set[str]:
    """The verb a date hangs from, alone and with its particle; none where it is a state ("is closed")."""
    if (
        reading.sentence[value.governor].tag == "VBN"
        and reading.sentence[value.governor].lemma in CLOSES | OPENS
    ):
        return set()
    k = reading.at.get(value.governor)
    lemma = reading.sentence[value.governor].lemma
    return (
        {lemma} if k is None else {lemma, reading.nodes[k].lemma, *(i.lemma for i in reading.nodes[k].idioms)}
    )


def _state(reading: Reading, value: When) -> bool:
    """Whether what lasts "from … to" is a state, and no change or count that only the whole span has."""
    if _counts(reading, value):
        return False
    return trend(reading.sentence[value.governor].lemma) == 0


def _counts(reading: Reading, value: When) -> bool:
    """Whether a figure hangs from the same word as a date: so many in that time, no more and no less."""
    return any(
        isinstance(node.value, Quantity)
        and node.value.dimension not in {"ordinal", "version"}
        and reading.graph.distance(node.head, value.governor) <= EXCLUDES
        for node in reading.nodes
    )


# distances from another event


def _distance(case: Case, other: When, value: When, place: Place) -> Finding:
    """Two distances in time compared, seen from the same one of the two events."""
    assert value.offset is not None
    assert other.offset is not None
    mine, theirs = value.offset.anchor, other.offset.anchor
    if mine is None:
        return dates.relate(other, value)
    if theirs is None:
        return _unsure(dates.relate(other, value))
    turned = order.turned(case, (value.governor, mine), place.reading, (other.governor, theirs))
    if turned is None:
        return _unsure(dates.relate(other, value))
    if turned:
        return dates.relate(replace(other, offset=order.flipped(other.offset)), value)
    return dates.relate(other, value)


def _unsure(finding: Finding) -> Finding:
    if finding.relation is not Relation.CONTRADICTS:
        return finding
    return replace(finding, relation=Relation.UNDETERMINED, note="counted from another event")
