"""Ledgers of any size for measuring speed: sentences from templates, each with its own names and figures.

The same size and seed give the same bytes.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from bench.ledgers import lay_out

PER_SOURCE = 200
PER_PARAGRAPH = 5
AROUND = 32  # code points of prefix and suffix kept with a quote

FIRST = "Ada Boris Celia Dmitri Elsa Farid Greta Hugo Imani Jonas Katya Liam Mona Nils Olga Pavel Rosa Tara".split()
ONSETS = "b br d dr f g gr h k kr l m n p r s st t tr v w z".split()
NUCLEI = "a e i o u ai au ea ia oe".split()
CODAS = "l n r s ck ld lt m nd rg rn st th x".split()
PLACE_ENDS = "berg bridge bury field ford gate haven holm mouth port stad stow ton vale wick".split()
FIRM_ENDS = (
    "Energy Foods Holdings Instruments Laboratories Logistics Motors Pharma Shipping Systems Textiles".split()
)
MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence as a source has it and as a statement may put it; `{n}` is the figure that can be got wrong."""

    sentence: str
    statement: str


TEMPLATES = tuple(
    Template(sentence, statement)
    for sentence, statement in (
        (
            "{firm} said on {day} that its revenue rose {pct}% to ${n} million.",
            "The revenue of {firm} came to ${n} million.",
        ),
        (
            "A flood near {place} killed {n} people in {month} {year}.",
            "In {month} {year}, {n} people died in a flood near {place}.",
        ),
        (
            "{person} was elected mayor of {place} with {n} votes.",
            "{n} votes made {person} the mayor of {place}.",
        ),
        (
            "The bridge at {place}, built in {year}, is {n} metres long.",
            "The {place} bridge is {n} metres long.",
        ),
        ("{firm} employs {n} people at its plant in {place}.", "At {place}, {firm} has {n} employees."),
        (
            "{person} published {n} papers between {year} and {later}.",
            "{n} papers by {person} came out between {year} and {later}.",
        ),
        (
            "Police in {place} arrested {n} people on {day}, {person} said.",
            "{n} people were arrested in {place} on {day}.",
        ),
        (
            "Version {major}.{minor} of the {firm} client opens up to {n} connections.",
            "The {firm} client, version {major}.{minor}, opens at most {n} connections.",
        ),
        (
            "{person} denied that {firm} had closed {n} branches.",
            "{person} said {firm} had not closed {n} branches.",
        ),
        (
            "The museum in {place} bought {n} paintings from {person} in {year}.",
            "{person} sold {n} paintings to the museum in {place}.",
        ),
        (
            "{firm} plans to hire {n} engineers in {place} by {month} {later}.",
            "{firm} intends to take on {n} engineers in {place}.",
        ),
        (
            "About {n} residents of {place} were told to leave their homes, {person} said.",
            "Some {n} people in {place} had to leave their homes.",
        ),
        (
            "{person}, who joined {firm} in {year}, owns {n} of its shares.",
            "{person} holds {n} shares of {firm}.",
        ),
        (
            "The crossing from {place} to {other} takes {n} minutes.",
            "It takes {n} minutes to cross from {place} to {other}.",
        ),
        (
            "No fewer than {n} fishing boats left {place} on {day}.",
            "At least {n} fishing boats sailed from {place} on {day}.",
        ),
        (
            '"We counted {n} seals at {place}," {person} told reporters.',
            "{person} said {n} seals had been counted at {place}.",
        ),
        (
            "Profit at {firm} fell to ${n} million, hurt by a strike in {place}.",
            "A strike in {place} cut the profit of {firm} to ${n} million.",
        ),
        (
            "The trial followed {n} patients of {person} in {place} for {pct} weeks.",
            "{n} patients in {place} took part in the trial.",
        ),
        (
            "In {year} a storm tore the roofs off {n} houses in {place}.",
            "{n} houses in {place} lost their roofs in the storm of {year}.",
        ),
        (
            "{firm} will pay {person} ${n} million if the sale of {other} fails.",
            "{person} is to get ${n} million from {firm} should the sale of {other} fail.",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of a source, and a statement about it that is right and one whose figure is wrong."""

    sentence: str
    right: str
    wrong: str


def facts(count: int, seed: int = 1) -> Iterator[Fact]:
    """`count` facts; the templates take turns, names and figures are drawn."""
    draw = random.Random(seed)
    for k in range(count):
        template = TEMPLATES[k % len(TEMPLATES)]
        filled = values(draw)
        amount = draw.randint(3, 4_000)
        false = amount + draw.randint(1, 1 + amount // 2)
        yield Fact(
            template.sentence.format_map(filled | {"n": f"{amount:,}"}),
            template.statement.format_map(filled | {"n": f"{amount:,}"}),
            template.statement.format_map(filled | {"n": f"{false:,}"}),
        )


def statements(count: int, out_of: int, seed: int = 1) -> list[tuple[str, str]]:
    """(id, statement) for `count` facts spread evenly over a ledger of `out_of`, right and wrong ones in turn."""
    step = max(1, out_of // count)
    chosen = [fact for k, fact in enumerate(facts(out_of, seed)) if k % step == 0][:count]
    return [(f"q{k}", fact.wrong if k % 2 else fact.right) for k, fact in enumerate(chosen)]


def write_ledger(
    ledger: Path, count: int, seed: int = 1, *, each: int = PER_SOURCE, restated: int = 0
) -> None:
    """A ledger of `count` accepted claims: a document and a file of claims for every `each` of them.

    restated: every so manyth claim says its sentence in other words; 0 for none.
    """
    lay_out(ledger)
    made = list(facts(count, seed))
    for first in range(0, count, each):
        name = f"synthetic-{first // each:05d}"
        own = made[first : first + each]
        text, spans = document([fact.sentence for fact in own])
        said = {k: fact.right for k, fact in enumerate(own) if restated and k % restated == 0}
        (ledger / "sources" / f"{name}.txt").write_text(text, encoding="utf-8")
        (ledger / "claims" / f"{name}.yaml").write_text(
            claims_yaml(name, text, spans, said), encoding="utf-8"
        )


def document(sentences: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Text of paragraphs, and where each sentence stands in it: [start, end) in code points."""
    text, spans = "", []
    for k, sentence in enumerate(sentences):
        if k:
            text += " " if k % PER_PARAGRAPH else "\n\n"
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence
    return text + "\n", spans


def claims_yaml(
    source: str, text: str, spans: Sequence[tuple[int, int]], said: Mapping[int, str] = MappingProxyType({})
) -> str:
    """A file of accepted claims, one for each span of the source's text; `said`: their texts, where others."""
    lines = [f"source: {source}", "claims:"]
    for k, (start, end) in enumerate(spans):
        quote = text[start:end]
        lines += [
            f"- id: {source}-{k:03d}",
            f"  text: {_scalar(said.get(k, quote))}",
            "  evidence:",
            f"  - start: {start}",
            f"    end: {end}",
            f"    quote: {_scalar(quote)}",
            f"    prefix: {_scalar(text[max(0, start - AROUND) : start])}",
            f"    suffix: {_scalar(text[end : end + AROUND])}",
            "  status: accepted",
        ]
    return "\n".join(lines) + "\n"


def _scalar(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def values(draw: random.Random) -> dict[str, object]:
    """Names, days and figures to fill a template with, but for `n`."""
    year = draw.randint(1900, 2015)
    return {
        "person": f"{draw.choice(FIRST)} {coined(draw)}",
        "place": coined(draw, PLACE_ENDS),
        "other": coined(draw, PLACE_ENDS),
        "firm": f"{coined(draw)} {draw.choice(FIRM_ENDS)}",
        "day": f"{draw.choice(MONTHS)} {draw.randint(1, 28)}, {draw.randint(2000, 2024)}",
        "month": draw.choice(MONTHS),
        "year": year,
        "later": year + draw.randint(2, 9),
        "pct": draw.randint(2, 60),
        "major": draw.randint(1, 9),
        "minor": draw.randint(0, 20),
    }


def coined(draw: random.Random, ends: Sequence[str] = CODAS) -> str:
    """A capitalised name that nobody bears."""
    syllables = "".join(draw.choice(ONSETS) + draw.choice(NUCLEI) for _ in range(2))
    return (syllables + draw.choice(ends)).capitalize()
