"""A ledger in numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal

from claimcheck.cache import Progress, version_of
from claimcheck.claim import Claim
from claimcheck.curation.due import due, next_day
from claimcheck.errors import SourceError
from claimcheck.parse import parse_many
from claimcheck.report.counted import (
    STATS_SCHEMA,
    AgeCount,
    DueClaim,
    KindCount,
    KindName,
    SourceCount,
    Stats,
    StatusCounts,
    Unclaimed,
    UnreadSource,
)
from claimcheck.sources import Document
from claimcheck.stats.ages import AGES, age
from claimcheck.stats.coverage import Unit, checkable, covered
from claimcheck.stats.kept import Kept
from claimcheck.stats.kinds import KINDS, kinds_of, kinds_with_speaker
from claimcheck.store import Ledger
from claimcheck.text import Span

AHEAD = 30  # days
_FOUR_DIGITS = Decimal("0.0001")


def count(ledger: Ledger, today: date, ahead: int = AHEAD, progress: Progress | None = None) -> Stats:
    """A ledger in numbers, as of a day; what falls due within `ahead` days is told too.

    `progress` is told (texts read, all texts). Raises LedgerError for files of claims that cannot be used, ModelError
    without a language model; sources that cannot be read are listed.
    """
    kept = Kept(ledger.root, version_of("claimcheck.stats.coverage", "claimcheck.stats.kinds"))
    live = [claim for claim in ledger.claims if claim.status != "retired"]
    tell = _teller(progress, len(ledger.sources) + len(live))
    sources, unread = _sources(ledger, kept, tell)
    kinds = _kinds(live, kept, tell)
    kept.save()
    held = Counter(age(claim.as_of, today) for claim in live)
    reviewed = Counter(age(claim.reviewed, today) for claim in live)
    now, soon = _due(live, today, ahead)
    return Stats(
        schema=STATS_SCHEMA,
        today=today,
        claims=_statuses(ledger.claims),
        kinds=tuple(KindCount(kind, kinds[kind]) for kind in KINDS),
        ages=tuple(AgeCount(name, held[name], reviewed[name]) for name in AGES),
        sources=sources,
        checkable=sum(source.checkable for source in sources),
        accepted=sum(source.accepted for source in sources),
        due=now,
        ahead=ahead,
        soon=soon,
        unread=unread,
    )


def _teller(progress: Progress | None, total: int) -> Callable[[], None]:
    done = 0

    def tell() -> None:
        nonlocal done
        done += 1
        if progress:
            progress(done, total)

    return tell


def _statuses(claims: Iterable[Claim]) -> StatusCounts:
    found = Counter(claim.status for claim in claims)
    return StatusCounts(found["accepted"], found["proposed"], found["retired"])


def _kinds(claims: Sequence[Claim], kept: Kept, tell: Callable[[], None]) -> Counter[str]:
    """How many claims hold each kind; texts not known yet are parsed."""
    texts = list(dict.fromkeys(claim.text for claim in claims))
    known: dict[str, list[KindName]] = {}
    for text in texts:
        found = kept.get("kinds", text)
        if found is not None and all(kind in KINDS for kind in found):
            known[text] = found
    missing = [text for text in texts if text not in known]
    for text, sentences in zip(missing, parse_many(missing) if missing else (), strict=True):
        known[text] = list(kinds_of(text, sentences))
        kept.put(known[text], "kinds", text)
        tell()
    return Counter(kind for claim in claims for kind in kinds_with_speaker(claim, known[claim.text]))


def _sources(
    ledger: Ledger, kept: Kept, tell: Callable[[], None]
) -> tuple[tuple[SourceCount, ...], tuple[UnreadSource, ...]]:
    """Every source of the ledger, and every one that a claim quotes though it is not there, by id."""
    citing: dict[str, list[Claim]] = defaultdict(list)
    for claim in ledger.claims:
        for source in dict.fromkeys(part.source for part in claim.evidence):
            citing[source].append(claim)
    found, unread = [], []
    for source in sorted({*ledger.sources, *citing}):
        claims = citing[source]
        try:
            document = ledger.sources.get(source)
        except SourceError as error:
            unread.append(UnreadSource(source, str(error)))
            document = None
        units = _units(ledger, document, kept) if document else ()
        found.append(_source(ledger, source, document, units, claims))
        tell()
    return tuple(found), tuple(unread)


def _units(ledger: Ledger, document: Document, kept: Kept) -> tuple[Unit, ...]:
    """The checkable units of a document, from what is kept where it is known."""
    content = (
        "units",
        document.id,
        document.text.sha256,
        document.path.suffix,
        document.meta,
        ledger.aliases,
    )
    with suppress(ValueError, TypeError):  # where somebody has meddled with what is kept
        if (known := kept.get(*content)) is not None:
            return tuple(Unit(Span(int(start), int(end)), str(text)) for start, end, text in known)
    units = checkable(document, dict(ledger.aliases))
    kept.put([[unit.span.start, unit.span.end, unit.text] for unit in units], *content)
    return units


def _source(
    ledger: Ledger, source: str, document: Document | None, units: Sequence[Unit], claims: Sequence[Claim]
) -> SourceCount:
    accepted, proposed = (
        covered(units, _places(ledger, source, [claim for claim in claims if claim.status == status]))
        if units
        else set[int]()
        for status in ("accepted", "proposed")
    )
    unclaimed = [unit for k, unit in enumerate(units) if k not in accepted | proposed]
    share = (Decimal(len(accepted)) / len(units)).quantize(_FOUR_DIGITS) if units else None
    return SourceCount(
        id=source,
        title=document.meta.title if document else None,
        path=ledger.sources.names.get(source),
        claims=_statuses(claims),
        checkable=len(units),
        accepted=len(accepted),
        proposed=len(proposed - accepted),
        coverage=share,
        unclaimed=tuple(
            Unclaimed(document.text.line_column(unit.span.start)[0], unit.text)
            for unit in unclaimed
            if document
        ),
    )


def _places(ledger: Ledger, source: str, claims: Iterable[Claim]) -> list[Span]:
    """Where the quotations of claims stand in a source, those that have a place."""
    parts = (part for claim in claims for part in claim.evidence if part.source == source)
    found = (ledger.resolve(part) for part in parts)
    return [Span(place.start, place.end) for place in found if place.usable]


def _due(
    claims: Iterable[Claim], today: date, ahead: int
) -> tuple[tuple[DueClaim, ...], tuple[DueClaim, ...]]:
    """What is due today, and what falls due within so many days, each by its day."""
    rows = [
        DueClaim(claim.id, claim.text, day, due(claim, today)) for claim in claims if (day := next_day(claim))
    ]
    rows.sort(key=lambda row: (row.day, row.claim))
    last = today + timedelta(days=min(ahead, (date.max - today).days))
    return (
        tuple(row for row in rows if row.why is not None),
        tuple(row for row in rows if row.why is None and row.day <= last),
    )
