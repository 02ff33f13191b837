"""`claimcheck export`: the claims of a ledger in another format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from claimcheck.errors import LedgerError
from claimcheck.exchange.annotations import to_annotations
from claimcheck.exchange.claimreview import to_claimreview
from claimcheck.exchange.jsonlines import to_jsonl
from claimcheck.exchange.rows import placed
from claimcheck.exchange.sheet import to_csv
from claimcheck.fields import nearest
from claimcheck.store import Ledger

ExportFormat = Literal["csv", "jsonl", "claimreview", "webannotation"]
EXPORTS: tuple[ExportFormat, ...] = get_args(ExportFormat)


@dataclass(frozen=True, slots=True)
class Export:
    """The bytes of the file, and how many claims are in it and were left out."""

    data: bytes
    claims: int
    left_out: int = 0


def export(ledger: Ledger, form: ExportFormat, ids: Iterable[str] = ()) -> Export:
    """The claims of a ledger by id, or those asked for, in their order.

    Raises LedgerError for an id that no claim has, SourceError where a source that is to be cited cannot be read.
    """
    try:
        claims = list(placed(ledger, ids))
    except KeyError as error:
        name = str(error.args[0])
        near = nearest(name, [claim.id for claim in ledger.claims])
        said = f" (did you mean {near!r}?)" if near else ""
        raise LedgerError(f"there is no claim {name!r}{said}") from error
    if form == "claimreview":
        data, left_out = to_claimreview(claims, ledger)
        return Export(data, len(claims) - left_out, left_out)
    if form == "webannotation":
        return Export(to_annotations(claims, ledger), len(claims))
    return Export(to_csv(claims) if form == "csv" else to_jsonl(claims), len(claims))
