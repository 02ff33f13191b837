"""Which of the evidence's dates may answer to one of the statement's: those of the same verb, all of a row alike."""

from __future__ import annotations

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions import date as dates
from claimcheck.dimensions.date import When
from claimcheck.finding import Relation

Row = tuple[int, Place, When]  # steps, where, and the date


def answering(case: Case, value: When, rows: list[Row]) -> list[Row]:
    """The rows that may answer to a date, without those that another of their own row answers for."""
    own = _of_its_verb(case, value, rows)
    return [row for row in own if not _in_a_row(row[2], value, own)]


def of_another_deed(case: Case, value: When, place: Place, other: When) -> bool:
    """Whether a date is that of a verb of which the statement tells nothing: when the monument was unveiled does not
    exclude when the battle took place."""
    k = case.reading.at.get(value.governor)
    if k is None or case.met(k) is not None or case.node(k).pos != "v":
        return False
    reading = case.passage.readings[place.reading]
    met = {
        case.passage.node(at).head for n in case.held if (at := case.met(n)) and at.reading == place.reading
    }
    doers = {
        c for role, c in reading.graph.fillers(other.governor) if role in {"agent", "subject", "patient"}
    }
    return reading.sentence[other.governor].pos == "VERB" and not met & (doers | {other.governor})


def _in_a_row(other: When, value: When, rows: list[Row]) -> bool:
    """ "In 1970 and 1971": one of several years of an event excludes none that stands beside it."""
    beside = [
        w for _, _, w in rows if w is not other and (w.governor, w.bound) == (other.governor, other.bound)
    ]
    return any(dates.relate(w, value).relation is Relation.ENTAILS for w in beside)


def _of_its_verb(case: Case, value: When, rows: list[Row]) -> list[Row]:
    """ "Left at 9:40 and arrived at 11:10": a verb with a time of its own answers to no other verb's."""
    k = case.reading.at.get(value.governor)
    met = case.met(k) if k is not None else None
    if k is None or met is None or case.node(k).pos != "v" or value.offset is not None:
        return rows
    verb = case.passage.node(met).head
    own = [row for row in rows if row[1].reading == met.reading and row[2].governor == verb]
    tokens = case.passage.readings[met.reading].sentence
    rest = [row for row in rows if row[1].reading != met.reading or tokens[row[2].governor].pos != "VERB"]
    return own + [row for row in rest if row not in own] if own else rows
