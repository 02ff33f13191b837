"""A ledger in numbers, as text: tables, and what is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.render.claims import counted
from claimcheck.render.plain import Style, one_line, paragraph
from claimcheck.report.counted import DueClaim, KindName, Stats

KIND_WORDS: dict[KindName, str] = {
    "quantity": "a number",
    "date": "a date",
    "name": "a name",
    "quote": "a quotation",
    "attribution": "a speaker",
    "other": "none of these",
}


def text(stats: Stats, style: Style) -> str:
    """All there is to say."""
    parts = [_claims(stats), *_tables(stats, style)]
    for heading, rows in (
        ("due for a recheck", stats.due),
        (f"due within {stats.ahead} days", stats.soon),
    ):
        if rows:
            parts.append("\n".join([style.paint(f"{heading}: {len(rows)}", "mark"), *_due(rows, style)]))
    if stats.unread:
        told = [f"  {one_line(source.error)}" for source in stats.unread]
        parts.append("\n".join([style.paint("not read", "error"), *told]))
    return "\n\n".join(parts) + "\n"


def _claims(stats: Stats) -> str:
    kinds = (("accepted", stats.claims.accepted), ("proposed", stats.claims.proposed))
    told = [f"{n:,} {name}" for name, n in (*kinds, ("retired", stats.claims.retired)) if n]
    said = f"{counted(stats.claims.all)}{': ' if told else ''}{', '.join(told)}"
    share = ratio(stats.accepted, stats.checkable)
    return (
        f"{said} (as of {stats.today.isoformat()})\n"
        f"{stats.accepted:,} of {stats.checkable:,} checkable sentences have an accepted claim{share and f' ({share})'}"
    )


def _tables(stats: Stats, style: Style) -> Iterator[str]:
    if stats.sources:
        yield _table(
            ("source", "accepted", "proposed", "retired", "checkable", "claimed", "coverage"),
            [
                (
                    source.id,
                    *(
                        f"{n:,}"
                        for n in (source.claims.accepted, source.claims.proposed, source.claims.retired)
                    ),
                    f"{source.checkable:,}",
                    f"{source.accepted:,}",
                    percent(source.coverage),
                )
                for source in stats.sources
            ],
            style,
        )
    held = [(KIND_WORDS[kind.kind], f"{kind.claims:,}") for kind in stats.kinds if kind.claims]
    if held:
        yield _table(("what they hold", "claims"), held, style)
        ages = [
            (row.age, f"{row.held:,}", f"{row.reviewed:,}") for row in stats.ages if row.held or row.reviewed
        ]
        yield _table(("age", "by as_of", "by review"), ages, style)


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]], style: Style) -> str:
    """Rows beneath their titles, numbers to the right."""
    cells = [[one_line(cell) for cell in row] for row in (titles, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        "  ".join(
            cell.rjust(width) if k else cell.ljust(width)
            for k, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in cells
    ]
    return "\n".join([style.paint(lines[0], "dim"), *lines[1:]])


def _due(rows: Sequence[DueClaim], style: Style) -> Iterator[str]:
    for row in rows:
        why = row.why or f"by {row.day.isoformat()}"
        yield f"  {one_line(row.claim)}  {style.paint(why, 'dim')}"
        yield f"    {paragraph(row.text, style, 4)}"


def percent(share: Decimal | None) -> str:
    """A share in whole percent, with what only looks like all or nothing told apart; "–" for none."""
    if share is None:
        return "–"
    if 0 < share < Decimal("0.01"):
        return "<1%"
    if Decimal("0.99") < share < 1:
        return ">99%"
    return f"{share * 100:.0f}%"


def ratio(part: int, whole: int) -> str:
    """`percent` of one number in another; "" of none."""
    return percent(Decimal(part) / whole) if whole else ""
