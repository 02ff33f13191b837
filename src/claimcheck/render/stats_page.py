"""A ledger in numbers as one HTML page that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise

from claimcheck.render.bars import Plot, Row, plot
from claimcheck.render.plain import one_line
from claimcheck.render.stats import KIND_WORDS, percent, ratio
from claimcheck.report.counted import SourceCount, Stats

MOST_SENTENCES = 100  # shown of what is not claimed in a source
SOLID, HATCHED, DOTTED, EMPTY = "solid", "hatched", "dotted", "empty"


@dataclass(frozen=True, slots=True)
class Table:
    """A plot's numbers: titles, and rows whose first cell says what they are about."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A plot with the table beside it, and a sentence on how to read them."""

    plot: Plot
    table: Table
    note: str


def page(stats: Stats) -> str:
    """The page, in the same bytes for the same numbers."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["line"] = lambda value: one_line(str(value))
    style = _data("css")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    template = environment.from_string(_data("html"))
    return template.render(
        stats=stats,
        style=style,
        digest=digest,
        figures=_figures(stats),
        coverage=ratio(stats.accepted, stats.checkable) or "–",
        waiting=[source for source in _by_coverage(stats.sources) if source.unclaimed],
        most=MOST_SENTENCES,
    )


def _data(kind: str) -> str:
    return files("claimcheck").joinpath(f"data/stats.{kind}").read_text(encoding="utf-8")


def _figures(stats: Stats) -> tuple[Figure, ...]:
    return (_statuses(stats), _coverage(stats), _sources(stats), _kinds(stats), _ages(stats))


def _statuses(stats: Stats) -> Figure:
    counts = (
        ("accepted", stats.claims.accepted),
        ("proposed", stats.claims.proposed),
        ("retired", stats.claims.retired),
    )
    ways = (SOLID, HATCHED, DOTTED)
    rows = [
        Row(name, tuple(n if k == i else 0 for i in range(3)), f"{n:,}") for k, (name, n) in enumerate(counts)
    ]
    table = Table(
        ("status", "claims", "share"),
        tuple((name, f"{n:,}", ratio(n, stats.claims.all) or "–") for name, n in counts),
    )
    return Figure(
        plot("status", "Claims by status", rows, [], ways), table, "Only accepted claims decide verdicts."
    )


def _coverage(stats: Stats) -> Figure:
    sources = [source for source in _by_coverage(stats.sources) if source.checkable]
    rows = [
        Row(
            source.id,
            _shares(source.accepted, source.proposed, source.checkable - source.accepted - source.proposed),
            f"{percent(source.coverage)} of {source.checkable:,}",
        )
        for source in sources
    ]
    table = Table(
        ("source", "checkable", "accepted", "proposed", "none", "share"),
        tuple(
            (
                source.id,
                f"{source.checkable:,}",
                f"{source.accepted:,}",
                f"{source.proposed:,}",
                f"{source.checkable - source.accepted - source.proposed:,}",
                percent(source.coverage),
            )
            for source in sources
        ),
    )
    series = ("an accepted claim", "only a proposed claim", "no claim")
    drawn = plot(
        "coverage", "What of each source has a claim", rows, series, (SOLID, HATCHED, EMPTY), whole=10_000
    )
    note = (
        "Of the sentences, table cells and list items that could be a claim; the least covered source first."
    )
    return Figure(drawn, table, note)


def _shares(*parts: int) -> tuple[int, ...]:
    """Parts of a whole in ten-thousandths that add up to it."""
    whole = sum(parts)
    edges = [10_000 * sum(parts[:k]) // whole for k in range(len(parts) + 1)]
    return tuple(b - a for a, b in pairwise(edges))


def _sources(stats: Stats) -> Figure:
    sources = sorted(stats.sources, key=lambda source: (-source.claims.all, source.id))
    counts = [(s.id, s.claims.accepted, s.claims.proposed, s.claims.retired) for s in sources]
    rows = [Row(name, tuple(parts), f"{sum(parts):,}") for name, *parts in counts]
    table = Table(
        ("source", "accepted", "proposed", "retired"),
        tuple((name, *(f"{n:,}" for n in parts)) for name, *parts in counts),
    )
    series, ways = ("accepted", "proposed", "retired"), (SOLID, HATCHED, DOTTED)
    note = "A claim that quotes several sources is counted under each; the source with most claims first."
    return Figure(plot("sources", "Claims by source", rows, series, ways), table, note)


def _kinds(stats: Stats) -> Figure:
    live = stats.claims.accepted + stats.claims.proposed
    rows = [Row(KIND_WORDS[kind.kind], (kind.claims,), f"{kind.claims:,}") for kind in stats.kinds]
    table = Table(
        ("what they hold", "claims", "share"),
        tuple(
            (KIND_WORDS[kind.kind], f"{kind.claims:,}", ratio(kind.claims, live) or "–")
            for kind in stats.kinds
        ),
    )
    note = "A claim may hold several of these, so the shares add up to more than all. Retired claims are left out."
    return Figure(plot("kinds", "What claims hold", rows, [], (SOLID,)), table, note)


def _ages(stats: Stats) -> Figure:
    series = ("since the day it holds for", "since the last review")
    rows = []
    for row in stats.ages:
        rows.append(Row(row.age, (row.held, 0), f"{row.held:,}", f"{row.age}, {series[0]}"))
        rows.append(Row("", (0, row.reviewed), f"{row.reviewed:,}", f"{row.age}, {series[1]}"))
    table = Table(
        ("age", "by as_of", "by last review"),
        tuple((row.age, f"{row.held:,}", f"{row.reviewed:,}") for row in stats.ages),
    )
    note = f"Counted to {stats.today.isoformat()}. Retired claims are left out."
    return Figure(plot("ages", "Age of claims", rows, series, (SOLID, HATCHED)), table, note)


def _by_coverage(sources: Sequence[SourceCount]) -> list[SourceCount]:
    return sorted(
        sources,
        key=lambda source: (source.coverage is None, source.coverage or 0, -source.checkable, source.id),
    )
