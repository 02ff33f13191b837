"""From what an audit found to its report: places, severities, totals, exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimcheck.auditing.flaw import Flaw, Stands
from claimcheck.auditing.places import Places
from claimcheck.auditing.rules import USUAL
from claimcheck.auditing.run import Audit
from claimcheck.checking.fingerprint import Fingerprints
from claimcheck.checking.severity import Severities
from claimcheck.claim import Claim
from claimcheck.report import Tool, rules_of
from claimcheck.report.audited import (
    AUDIT_SCHEMA,
    AuditProblem,
    AuditReport,
    AuditTotals,
    Compared,
    FailLevel,
    Mended,
    Sighting,
    SpanState,
    SpanTotals,
    WordChange,
)
from claimcheck.report.places import SEVERITIES, Place, Related, UnreadFile
from claimcheck.report.wording import one_line
from claimcheck.store import Ledger


@dataclass(frozen=True, slots=True)
class Asked:
    """What an audit was asked for; `before` stands before the path of every file, such as "facts/"."""

    tool: Tool
    today: date
    fail_on: FailLevel = "error"
    only: tuple[str, ...] = ()
    before: str = ""


def report_of(ledger: Ledger, found: Audit, asked: Asked, mended: Sequence[Mended] = ()) -> AuditReport:
    """The report; `mended` is what was put right, and is left out of the problems."""
    places = Places(ledger, asked.before)
    claims = {claim.id: claim for claim in found.claims}
    done = {(each.claim, each.evidence) for each in mended}
    kept = [flaw for flaw in found.flaws if not _is_done(flaw, done)]
    problems = _problems(kept, ledger, places, claims, found)
    unread = tuple(UnreadFile(places.path(path), error) for path, error in found.unread)
    count = Counter(problem.severity for problem in problems)
    spans = found.spans.copy()
    spans["moved"] -= len(mended)
    spans["found"] += len(mended)
    return AuditReport(
        schema=AUDIT_SCHEMA,
        tool=asked.tool,
        policy=rules_of(ledger.config.as_policy()),
        today=asked.today,
        fail_on=asked.fail_on,
        only=asked.only,
        problems=problems,
        mended=tuple(mended),
        unread=unread,
        totals=AuditTotals(
            len(found.claims),
            found.sources,
            SpanTotals(
                spans["found"],
                spans["moved"],
                spans["reworded"],
                spans["value-changed"],
                spans["ambiguous"],
                spans["lost"],
            ),
            count["error"],
            count["warning"],
            count["note"],
            len(unread),
        ),
        exit_code=_exit_code(problems, unread, asked.fail_on),
    )


def _is_done(flaw: Flaw, done: set[tuple[str, int]]) -> bool:
    stands = flaw.stands
    return flaw.rule == "audit.moved" and stands is not None and (stands.claim, stands.part) in done


def _problems(
    flaws: Sequence[Flaw], ledger: Ledger, places: Places, claims: Mapping[str, Claim], found: Audit
) -> tuple[AuditProblem, ...]:
    """In the order of files and places."""
    severities = Severities("contradicted", ledger.config.severity)
    known = {claim.id: claim for claim in ledger.claims}
    prints: dict[str, Fingerprints] = {}
    problems = []
    for flaw in flaws:
        home = places.file(flaw.claim) if flaw.claim else found.paths[flaw.source]
        stands = flaw.stands
        seen = (flaw.claim or flaw.source, *flaw.others, stands and (stands.part, stands.source))
        problems.append(
            AuditProblem(
                rule=flaw.rule,
                severity=severities.of_rule(flaw.rule, USUAL[flaw.rule]),
                place=_place(flaw, places, found),
                message=_message(flaw),
                claim=flaw.claim or None,
                source=flaw.source or (stands.source if stands else None),
                others=flaw.others,
                span=_span(stands, claims[flaw.claim], places, found) if stands else None,
                compared=_compared(flaw, known),
                related=tuple(_related(known[name], places) for name in flaw.others[:_TOLD]),
                fingerprint=prints.setdefault(home, Fingerprints(home)).of(flaw.rule, repr(seen)),
            )
        )
    return tuple(sorted(problems, key=lambda one: (_rank(one.place), one.rule, one.message)))


_TOLD = 20  # other claims whose places are given
_SHOWN = 160  # characters of what they say


def _rank(place: Place) -> tuple[str, int, int]:
    return place.path, place.line, place.column


def _place(flaw: Flaw, places: Places, found: Audit) -> Place:
    if flaw.claim:
        return places.claim(flaw.claim, flaw.stands.part if flaw.stands else None)
    return places.source(found.paths[flaw.source])


def _message(flaw: Flaw) -> str:
    about = f"claim {flaw.claim!r}" if flaw.claim else f"source {flaw.source!r}"
    return f"{about}: {flaw.message}"


def _span(stands: Stands, claim: Claim, places: Places, found: Audit) -> SpanState:
    at = stands.located
    path = found.paths.get(stands.source)
    return SpanState(
        source=stands.source,
        path=places.path(path) if path else None,
        evidence=stands.part,
        status=at.status,
        quote=claim.evidence[stands.part].quote,
        text=at.text,
        start=at.start,
        end=at.end,
        line=stands.line or None,
        changes=tuple(WordChange(one.kind, one.old, one.new) for one in at.differences),
        seen=tuple(Sighting(one.start, one.end, one.line, one.text) for one in stands.seen),
    )


def _related(claim: Claim, places: Places) -> Related:
    said = one_line(claim.text)
    short = said if len(said) <= _SHOWN else said[: _SHOWN - 1] + "…"
    return Related(places.claim(claim.id), f'claim {claim.id}: "{short}"')


def _compared(flaw: Flaw, known: Mapping[str, Claim]) -> Compared | None:
    values, claim = flaw.values, known.get(flaw.claim)
    if values is None or claim is None:
        return None
    other = known[flaw.others[0]].text if flaw.others else " … ".join(part.quote for part in claim.evidence)
    return Compared(claim.text, other, values.rule, values.ours, values.theirs, values.left)


def _exit_code(
    problems: Sequence[AuditProblem], unread: Sequence[UnreadFile], fail_on: FailLevel
) -> Literal[0, 1, 2]:
    if unread:
        return 2
    if fail_on == "never":
        return 0
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return 1 if any(problem.severity in failing for problem in problems) else 0
