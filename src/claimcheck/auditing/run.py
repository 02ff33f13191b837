"""An audit from beginning to end: what is wrong with a ledger, found and not yet reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from claimcheck.auditing.bookkeeping import claim_flaws, source_flaws, unread
from claimcheck.auditing.flaw import Flaw, Stands
from claimcheck.auditing.kept import Kept
from claimcheck.auditing.matched import Matched, counted
from claimcheck.auditing.shelf import Shelf
from claimcheck.auditing.spans import SpanStatus
from claimcheck.auditing.standing import snapshot_flaws, span_flaws, standing
from claimcheck.cache import Analyses, DamagedError, Progress, UnwritableError, open_home
from claimcheck.cache.home import temporary_home
from claimcheck.claim import Claim
from claimcheck.errors import LedgerError
from claimcheck.fields import nearest
from claimcheck.store import Ledger


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found; `claims` are those looked at, which are not retired, and `spans` counts their quotations."""

    claims: tuple[Claim, ...]
    sources: int
    spans: Counter[SpanStatus]
    flaws: tuple[Flaw, ...]
    stands: tuple[Stands, ...]
    unread: tuple[tuple[str, str], ...]
    paths: dict[str, str]  # of every source, by id


def audit(ledger: Ledger, today: date, only: Sequence[str] = (), progress: Progress | None = None) -> Audit:
    """Look through a ledger as of a day.

    only: ids of claims and of sources; the claims looked at are these and those of these sources. Raises LedgerError
    for an id that is neither and for files of claims that cannot be used, ModelError without a language model where
    something must be read.
    """
    with Kept(ledger.root) as kept:
        shelf = Shelf(ledger, kept)
        known = {claim.id: claim for claim in ledger.claims}
        live = [claim for claim in ledger.claims if claim.status != "retired"]
        wanted = _wanted(only, known, shelf)
        mine = [claim for claim in live if wanted is None or claim.id in wanted]
        stands = standing(live, shelf, kept)
        cited = counted(live, stands, shelf)
        matched = Matched(ledger, cited, shelf, kept, wanted)
        own = {key: at for key, at in stands.items() if wanted is None or key[0] in wanted}
        sources = [name for name in shelf.states if not only or name in only]
        flaws = [
            *span_flaws(mine, stands, shelf),
            *claim_flaws(mine, known, today, ledger.config.audit.require_reviewer),
            *(f for f in source_flaws(shelf, live) if f.source in sources),
            *(f for f in snapshot_flaws(mine, stands, shelf, kept) if f.claim or f.source in sources),
            *matched.flaws(lambda: _analyses(ledger), progress),
        ]
        return Audit(
            tuple(mine),
            len(sources),
            Counter(each.located.status for each in own.values()),
            tuple(flaws),
            tuple(own.values()),
            tuple(unread(shelf)),
            {name: state.path for name, state in shelf.states.items()},
        )


def _wanted(only: Sequence[str], known: dict[str, Claim], shelf: Shelf) -> Collection[str] | None:
    """The ids of the claims asked about; None for all."""
    if not only:
        return None
    for name in only:
        if name not in known and name not in shelf.states:
            near = nearest(name, [*known, *shelf.states])
            hint = f" (did you mean {near!r}?)" if near else ""
            raise LedgerError(f"there is no claim and no source {name!r}{hint}")
    wanted = set(only)
    return {
        claim.id
        for claim in known.values()
        if claim.id in wanted or any(part.source in wanted for part in claim.evidence)
    }


@contextmanager
def _analyses(ledger: Ledger) -> Iterator[Analyses]:
    """The readings kept with the ledger, or for this run only where its folder cannot be written to.

    Whatever turns out to be damaged on the way is thrown away and a sentence says so: the next run reads anew.
    """
    try:
        home = open_home(ledger.root)
        if not home.writable:
            home.close()
            home = temporary_home()
    except UnwritableError:
        home = temporary_home()
    try:
        yield home.analyses
    except DamagedError as error:
        home.forget()
        raise LedgerError(
            f"{home.folder}: what was kept here was damaged and is gone: run it again"
        ) from error
    except UnwritableError as error:
        raise LedgerError(f"{home.folder}: cannot be written to ({error})") from error
    finally:
        home.close()
