"""Which statements of drafts lean on a claim, and what they would come to if it were changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from claimcheck.account import Account
from claimcheck.checking.copy import Copy, Telling, read_copy
from claimcheck.checking.given import Given
from claimcheck.choose import choose
from claimcheck.claim import Claim
from claimcheck.curation.named import claim_in, homes
from claimcheck.curation.supposing import supposed
from claimcheck.drafts import Draft, read_draft
from claimcheck.errors import DraftError
from claimcheck.finding import Finding
from claimcheck.judge import judge
from claimcheck.policy import Policy
from claimcheck.report.filling import rules_of
from claimcheck.report.impacted import (
    IMPACT_SCHEMA,
    Affected,
    AskedClaim,
    ImpactReport,
    ImpactTotals,
    Leaning,
    Outlook,
)
from claimcheck.report.marking import words_at
from claimcheck.report.places import UnreadFile
from claimcheck.retrieve import Index
from claimcheck.store import Ledger
from claimcheck.text import Span
from claimcheck.verdict import Candidate, Judgement, Label, deciding

Judged = tuple[Candidate, Judgement]
_BATCH = 24_000  # bytes of copy read together


@dataclass(frozen=True, slots=True)
class Suspect:
    """A claim asked about: where its quotations stand, and the passages it is judged by.

    own: the claim by itself, where the index does not have it; changed: as it would be, None where that is not asked.
    """

    claim: Claim
    places: tuple[tuple[str, Span], ...]
    own: tuple[Candidate, ...]
    changed: tuple[Candidate, ...] | None


def impact(
    ledger: Ledger,
    index: Index,
    names: Sequence[str],
    changed: Mapping[str, str],
    drafts: Iterable[Given],
    today: date,
    policy: Policy,
) -> ImpactReport:
    """The statements of drafts that lean on claims, or that claims would speak of if they said what `changed` has.

    `index` is the ledger's, open. Raises LedgerError for an unknown claim, ModelError without a language model; drafts
    that cannot be read are listed.
    """
    claims = [claim_in(file, name) for name, file in homes(ledger, names).items()]
    suspects = [_suspect(ledger, index, claim, changed.get(claim.id), policy) for claim in claims]
    read, unread = _read(drafts)
    rows: dict[str, list[Affected]] = {claim.id: [] for claim in claims}
    statements = 0
    for copy in _copies(read, dict(ledger.aliases), today, policy):
        for telling in copy.tellings:
            if telling.reading is not None:
                statements += 1
                for row in _affected(copy, telling, suspects, ledger, index, policy):
                    rows[row.claim].append(row)
    found = tuple(row for claim in claims for row in rows[claim.id])
    return ImpactReport(
        schema=IMPACT_SCHEMA,
        policy=rules_of(policy),
        today=today,
        claims=tuple(AskedClaim(c.id, c.text, c.status, changed.get(c.id)) for c in claims),
        files=tuple(draft.name for draft in read),
        statements=found,
        unread=tuple(unread),
        totals=_totals(found, len(read), statements),
    )


def _suspect(ledger: Ledger, index: Index, claim: Claim, changed: str | None, policy: Policy) -> Suspect:
    places = []
    for part in claim.evidence:
        found = ledger.resolve(part)
        if found.usable:
            places.append((part.source, Span(found.start, found.end)))
    counts = claim.status == "accepted" and claim.id not in index.unplaced and not _outranked(ledger, claim)
    return Suspect(
        claim=claim,
        places=tuple(places),
        own=() if counts else tuple(supposed(ledger, claim, claim.text, policy)),
        changed=None if changed is None else tuple(supposed(ledger, claim, changed, policy)),
    )


def _outranked(ledger: Ledger, claim: Claim) -> bool:
    """Whether an accepted claim supersedes it, so that the index leaves it out."""
    return any(
        claim.id in other.supersedes and other.status == "accepted" and other.id != claim.id
        for other in ledger.claims
    )


def _read(drafts: Iterable[Given]) -> tuple[list[Draft], list[UnreadFile]]:
    read, unread = list[Draft](), list[UnreadFile]()
    for given in drafts:
        try:
            if given.error:
                raise DraftError(given.error)
            read.append(read_draft(given.data, given.name, given.suffix))
        except DraftError as error:
            unread.append(UnreadFile(given.name, str(error)))
    return read, unread


def _copies(
    drafts: Sequence[Draft], aliases: Mapping[str, Sequence[str]], today: date, policy: Policy
) -> Iterator[Copy]:
    """The drafts' statements, some drafts read together."""
    batch: list[tuple[Draft, date]] = []
    size = 0
    for draft in drafts:
        batch.append((draft, draft.day or today))
        size += len(draft.document.text)
        if size >= _BATCH:
            yield from read_copy(batch, aliases, policy)
            batch, size = [], 0
    if batch:
        yield from read_copy(batch, aliases, policy)


def _affected(
    copy: Copy, telling: Telling, suspects: Sequence[Suspect], ledger: Ledger, index: Index, policy: Policy
) -> Iterator[Affected]:
    """A row for each claim that the statement leans on, or that would speak of it."""
    assert telling.reading is not None
    account = Account(telling.reading)

    def judged(candidates: Iterable[Candidate]) -> list[Judged]:
        return [(each, judge(account, each.passage, index.lore, policy)) for each in candidates]

    sources = [source for source in copy.draft.sources if source in ledger.sources]
    reading = [telling.reading]
    near = judged(
        [found for source in sources for found in index.search(reading, source=source)]
        if sources
        else index.search(reading)
    )
    for suspect in suspects:
        own = judged(suspect.own) if suspect.own else [row for row in near if _stands_on(row, suspect)]
        others = [row for row in near if not _stands_on(row, suspect)]
        now = _leaning(telling.text, own, others, ranked=not suspect.own)
        then = _outlook(judged(suspect.changed)) if suspect.changed is not None else None
        if now or (then and then[0] != "absent"):
            yield _row(copy, telling, suspect, now, then, others)


def _stands_on(row: Judged, suspect: Suspect) -> bool:
    """Whether a judgement rests on the claim's words: those of the finding behind it, or of the quote if unknown.

    A sentence is judged as a whole, and several claims may quote parts of it.
    """
    candidate, judgement = row
    quoted, finding = candidate.quoted, _decisive(judgement)
    own = [place for source, place in suspect.places if source == quoted.source]
    words = words_at(finding, candidate) if finding else ()
    if words and judgement.label is not Label.ABSENT:
        return any(place.overlaps(word) for place in own for word in words)
    whole = Span(quoted.start, quoted.end)
    return quoted.claim == suspect.claim.id or any(place.overlaps(whole) for place in own)


def _leaning(
    text: str, own: Sequence[Judged], others: Sequence[Judged], *, ranked: bool
) -> tuple[Leaning, Judgement] | None:
    """What the claim says of a statement, beside what other claims say of it. ranked: the index found it near."""
    found = _best(own)
    if found is None or found.label is Label.SUPPORTED:
        return ("supported", found) if found else None
    if found.label is Label.CONTRADICTED:
        backed = any(judgement.label is Label.SUPPORTED for _, judgement in others)
        return None if backed else ("contradicted", found)
    verdict = choose(text, [*own, *others])
    nearest = (
        ranked and verdict.label is Label.ABSENT and any(row[0].quoted is verdict.passage for row in own)
    )
    return ("nearest", found) if nearest else None


def _outlook(own: Sequence[Judged]) -> tuple[Outlook, Judgement] | None:
    found = _best(own)
    return (found.label.value, found) if found else None


def _best(own: Sequence[Judged]) -> Judgement | None:
    """Of what a claim's passages say the support, else the contradiction, else what leaves least over."""
    ranks = (Label.SUPPORTED, Label.CONTRADICTED, Label.ABSENT)
    return min(
        (judgement for _, judgement in own),
        key=lambda found: (ranks.index(found.label), found.left, -found.score),
        default=None,
    )


def _row(
    copy: Copy,
    telling: Telling,
    suspect: Suspect,
    now: tuple[Leaning, Judgement] | None,
    then: tuple[Outlook, Judgement] | None,
    others: Sequence[Judged],
) -> Affected:
    told = then or now
    finding = _decisive(told[1]) if told else None
    backing = (each.quoted.claim for each, judgement in others if judgement.label is Label.SUPPORTED)
    return Affected(
        claim=suspect.claim.id,
        place=copy.draft.place(telling.span.start, telling.span.end),
        text=telling.text,
        now=now[0] if now else None,
        rule=now[1].rule if now else "",
        then=then[0] if then else ("absent" if suspect.changed is not None else None),
        then_rule=then[1].rule if then else "",
        stated=finding.statement if finding else "",
        found=finding.evidence if finding else "",
        others=tuple(sorted(set(backing))),
    )


def _decisive(judgement: Judgement) -> Finding | None:
    """The finding behind a judgement: the one of its rule, else the weightiest."""
    own = (finding for finding in judgement.findings if finding.rule == judgement.rule)
    return next(own, deciding(judgement.findings))


def _totals(rows: Sequence[Affected], files: int, statements: int) -> ImpactTotals:
    return ImpactTotals(
        files=files,
        statements=statements,
        supported=sum(row.now == "supported" for row in rows),
        contradicted=sum(row.now == "contradicted" for row in rows),
        nearest=sum(row.now == "nearest" for row in rows),
        would_be_contradicted=sum(row.then == "contradicted" for row in rows),
        would_be_supported=sum(row.then == "supported" for row in rows),
    )
