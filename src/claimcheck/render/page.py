"""The page that editors work from: the drafts as annotated copy, with the evidence for each statement beside it.

One file without scripts or styles from elsewhere. A policy in its head forbids the browser everything but its own.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib import resources

from claimcheck.render.annotated import Copy, Spot, annotated
from claimcheck.render.cards import SYMBOLS, Card, cards_of
from claimcheck.render.plain import visible
from claimcheck.report.checked import CheckReport, DraftFile
from claimcheck.report.wording import counted, percent

HEADLINES = {0: "This copy passes", 1: "This copy needs work", 2: "Not everything could be checked"}


@dataclass(frozen=True, slots=True)
class Filter:
    """A kind of finding that can be hidden, and how many there are."""

    kind: str
    symbol: str
    count: int


@dataclass(frozen=True, slots=True)
class View:
    """A draft on the page; `kinds`: what was found in it."""

    id: str
    file: DraftFile
    copy: Copy
    kinds: tuple[Filter, ...]


def html(report: CheckReport) -> str:
    """The page, newline included. Everything from drafts and sources is escaped."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    cards = cards_of(report)
    style, script = _data("css"), _data("js")
    return environment.from_string(_data("html")).render(
        report=report,
        headline=HEADLINES[report.exit_code],
        coverage=None if report.totals.coverage is None else percent(report.totals.coverage),
        asked=None if report.min_coverage is None else percent(report.min_coverage),
        counted=counted,
        cards=cards,
        by_id={card.id: card for card in cards},
        views=[_view(f"f{k}", file, cards) for k, file in enumerate(report.files, start=1)],
        homeless=[card for card in cards if card.place.path not in {file.path for file in report.files}],
        filters=_filters(cards),
        suppressed=sum(bool(card.suppressed) for card in cards),
        style=style,
        script=script,
        policy=_policy(style, script),
    )


def _view(name: str, file: DraftFile, cards: Sequence[Card]) -> View:
    own = [card for card in cards if card.place.path == file.path]
    spots = [
        Spot(card.id, card.kind, card.place.start, card.place.end, bool(card.suppressed)) for card in own
    ]
    return View(name, file, annotated(file, spots), _filters(own))


def _filters(cards: Sequence[Card]) -> tuple[Filter, ...]:
    counts = Counter(card.kind for card in cards)
    return tuple(Filter(kind, symbol, counts[kind]) for kind, symbol in SYMBOLS.items() if counts[kind])


def _policy(style: str, script: str) -> str:
    """What the browser may do: run this very script and use this very style."""
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _data(kind: str) -> str:
    return resources.files("claimcheck").joinpath(f"data/page.{kind}").read_text(encoding="utf-8")
