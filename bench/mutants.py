"""Documents with a quotation, and what editors do to them: facts of the quotation changed, or the text around it.

Everything is drawn from one seed: the same seed gives the same case. The texts are made here or the sample ledger's.
"""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from bench.changed_facts import DAYS, INSIDE, NUMBER_WORDS
from bench.synthetic import TEMPLATES, values
from claimcheck.anchor import Selectors, describe

EXTRA = tuple(
    "{firm} did not open its office in {place} on {weekday}.|"
    "Nobody was hurt when a train left the rails near {place} on {weekday}, {person} said.|"
    "The reservoir above {place} holds {n} litres and lies {pct} km from {other}.|"
    "{person} may leave {firm} before {month} {later}, two people at {firm} said.|"
    "{word} of the {n} passengers were taken to {place}, and {word2} stayed in {other}.|"
    "{person} has never sold the {n} shares of {firm} bought in {year}.|"
    "A request to {firm} takes up to {pct} minutes and may hold {n} GB.|"
    "Fares between {place} and {other} rose by {pct}% after {month} {year}.|"
    "{person} gave {other} a bell that weighs {n} kg.|"
    "{firm} reportedly paid at least ${n} million for {word} ferries.|"
    "Sales of {firm} fell in {place}, while those in {other} increased.|"
    "The bridge closed on {weekday}, {day}, and opened again {word} days later.".split("|")
)
HEADINGS = ("Background", "What happened next", "Figures", "In brief", "Notes")
FILLERS = (
    "The paper asked for comment and received none.",
    "A further statement was promised for the end of the season.",
    "Photographs of the site were shown at the town hall.",
    "This page was corrected after it went to press.",
    "Readers wrote in with memories of their own.",
    "It had rained for most of the week.",
)
REAL = 0.25  # share of documents that are sources of the sample ledger
BESIDE = 12  # code points


@dataclass(frozen=True, slots=True)
class Document:
    """Paragraphs, the quotation being part of one of them; `width` is the line length it is broken at, if any."""

    paragraphs: tuple[str, ...]
    home: int
    before: str  # what stands before the quotation in its paragraph
    quote: str
    after: str
    width: int | None = None

    def render(self) -> tuple[str, int, int]:
        """The text, and where the quotation stands in it."""
        blocks = list(self.paragraphs)
        blocks[self.home] = self.before + self.quote + self.after
        start = 0
        for k, block in enumerate(blocks):
            if self.width and not block.startswith("|"):  # breaking puts a newline for a space: offsets stay
                blocks[k] = textwrap.fill(block, self.width, break_long_words=False, break_on_hyphens=False)
            if k < self.home:
                start += len(blocks[k]) + 2
        start += len(self.before)
        return "\n\n".join(blocks) + "\n", start, start + len(self.quote)


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation as a claim has it, the text as it is now, and where the passage stands in that."""

    family: str
    inside: bool
    selectors: Selectors
    text: str
    start: int
    end: int


def case(seed: int, *, inside: bool) -> Case:
    """The case of a seed: one that changes a fact in the quotation, and often the text around it too, or only that."""
    draw = random.Random(f"{seed} {inside}")
    document = _document(draw)
    selectors = describe(*document.render())
    if not inside:
        family, edit = draw.choice(list(ELSEWHERE.items()))
        changed = edit(document, draw)
        for _ in range(draw.choice((0, 0, 1, 2))):
            changed = draw.choice(list(ELSEWHERE.values()))(changed, draw)
        return Case(family, False, selectors, *changed.render())
    family, quote = _mutated(document.quote, draw)
    while not family:  # nothing of that passage is a fact we know how to change
        document = _document(draw)
        selectors = describe(*document.render())
        family, quote = _mutated(document.quote, draw)
    changed = replace(document, quote=quote)
    for _ in range(draw.choice((0, 0, 1, 2))):
        changed = draw.choice(list(ELSEWHERE.values()))(changed, draw)
    if draw.random() < 0.15:
        repeated = _repeated(changed, draw, document.quote)
        changed = changed if _in_its_place(repeated, selectors) else repeated
    return Case(family, True, selectors, *changed.render())


def _mutated(quote: str, draw: random.Random) -> tuple[str, str]:
    """The name of a change and the quotation with it; two empty texts where none can be made."""
    families = list(INSIDE.items())
    draw.shuffle(families)
    for family, mutate in families:
        changed = mutate(quote, draw)
        if changed is not None and changed.split() != quote.split():
            return family, changed
    return "", ""


def _document(draw: random.Random) -> Document:
    if draw.random() < REAL:
        return _placed(list(draw.choice(_samples())), draw)
    sentences = [_sentence(draw) for _ in range(draw.randint(8, 40))]
    paragraphs: list[str] = []
    while sentences:
        size = draw.randint(1, 5)
        paragraphs.append(" ".join(sentences[:size]))
        sentences = sentences[size:]
    for k in range(draw.randint(0, 3)):
        paragraphs.insert(draw.randrange(len(paragraphs) + 1), f"## {HEADINGS[k]}")
    if draw.random() < 0.4:
        paragraphs.insert(draw.randrange(len(paragraphs) + 1), _table(draw))
    return _placed(paragraphs, draw)


@cache
def _samples() -> tuple[tuple[str, ...], ...]:
    """The paragraphs of the sample ledger's sources."""
    paths = sorted((Path(__file__).parents[1] / "sources").iterdir())
    texts = (path.read_text(encoding="utf-8").partition("\n---\n")[2] for path in paths)
    return tuple(tuple(filter(None, (block.strip() for block in text.split("\n\n")))) for text in texts)


def _placed(paragraphs: list[str], draw: random.Random) -> Document:
    """Paragraphs with a quotation chosen in one of them."""
    homes = [k for k, block in enumerate(paragraphs) if not block.startswith(("#", "-"))]
    home = draw.choice(homes)
    before, quote, after = _quoted(paragraphs[home], draw)
    return Document(tuple(paragraphs), home, before, quote, after, draw.choice((None, None, 72, 60)))


def _sentence(draw: random.Random) -> str:
    named = values(draw) | {
        "n": f"{draw.randint(3, 4000):,}",
        "weekday": draw.choice(DAYS),
        "word": draw.choice(NUMBER_WORDS).capitalize(),
        "word2": draw.choice(NUMBER_WORDS),
    }
    said = draw.choice((*EXTRA, *(t.sentence for t in TEMPLATES))).format_map(named)
    return re.sub(r"(?<=[a-z] )(Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Fifteen|Twenty|Thirty)\b",
                  lambda m: m[0].lower(), said)  # fmt: skip


def _table(draw: random.Random) -> str:
    rows = ["| Plan | Databases | Storage |", "| --- | --- | --- |"]
    plans = ("Free", "Team", "Enterprise")
    rows += [f"| {plan} | {draw.randint(2, 400)} | {draw.randint(2, 900)} GB |" for plan in plans]
    return "\n".join(rows)


def _quoted(block: str, draw: random.Random) -> tuple[str, str, str]:
    """A block before, in and after a quotation: a sentence or several, a part of one, or a cell."""
    if block.startswith("|"):
        cells = [m.span(1) for m in re.finditer(r"\| (\d[^|]*?) (?=\|)", block)]
        start, end = draw.choice(cells)
        return block[:start], block[start:end], block[end:]
    ends = [0, *(m.end() for m in re.finditer(r"[.!?]”? (?=[A-Z\"])", block)), len(block)]
    first = draw.randrange(len(ends) - 1)
    last = min(len(ends) - 1, first + draw.choice((1, 1, 1, 1, 2)))
    start, end = ends[first], ends[last]
    end = start + len(block[start:end].rstrip())
    if draw.random() < 0.15:
        words = [m.span() for m in re.finditer(r"\S+", block[start:end])]
        i = draw.randrange(0, max(1, len(words) - 6))
        j = min(len(words) - 1, i + draw.randint(4, 9))
        start, end = start + words[i][0], start + words[j][1]
        end = start + len(block[start:end].rstrip(".,"))
    return block[:start], block[start:end], block[end:]


def _inserted(document: Document, draw: random.Random, text: str = "") -> Document:
    new = text or draw.choice((draw.choice(FILLERS), _sentence(draw)))
    at = draw.randrange(len(document.paragraphs) + 1)
    blocks = [*document.paragraphs[:at], new, *document.paragraphs[at:]]
    return replace(document, paragraphs=tuple(blocks), home=document.home + (at <= document.home))


def _repeated(document: Document, draw: random.Random, quote: str) -> Document:
    """The old words stand somewhere else as well, as those of a summary do.

    Not right beside the passage: that would be the same text as if the passage stood and a like one had been put to it.
    """
    apart = [k for k in range(len(document.paragraphs) + 1) if not -1 <= k - document.home <= 2]
    if not apart:
        return document
    at = draw.choice(apart)
    blocks = [*document.paragraphs[:at], quote, *document.paragraphs[at:]]
    return replace(document, paragraphs=tuple(blocks), home=document.home + (at <= document.home))


def _in_its_place(document: Document, selectors: Selectors) -> bool:
    """Whether the old words stand beside what stood beside them: nobody could tell then that they were repeated."""
    text = " ".join(document.render()[0].split())
    quote, before, after = (
        " ".join(part.split()) for part in (selectors.quote, selectors.prefix, selectors.suffix)
    )
    return f"{before[-BESIDE:]} {quote}" in text or f"{quote} {after[:BESIDE]}" in text


def _beside(document: Document, draw: random.Random) -> Document:
    """A sentence put right before or right behind the quotation's own, in its paragraph."""
    if document.paragraphs[document.home].startswith("|"):
        return _inserted(document, draw)
    ends = [m.end() for m in re.finditer(r"[.!?] (?=[A-Z])", document.before)]
    at, new = ends[-1] if ends else 0, draw.choice(FILLERS) + " "
    return replace(document, before=document.before[:at] + new + document.before[at:])


def _deleted(document: Document, draw: random.Random) -> Document:
    others = [k for k in range(len(document.paragraphs)) if k != document.home]
    if not others:
        return _inserted(document, draw)
    gone = draw.choice(others)
    blocks = document.paragraphs[:gone] + document.paragraphs[gone + 1 :]
    return replace(document, paragraphs=blocks, home=document.home - (gone < document.home))


def _cut(document: Document, draw: random.Random) -> Document:
    """The rest of the quotation's paragraph goes, on one side of its sentence."""
    ends = [m.end() for m in re.finditer(r"[.!?] (?=[A-Z])", document.before)]
    if ends and draw.random() < 0.5:
        return replace(document, before=document.before[ends[-1] :])
    own = re.match(r"[^.!?]*[.!?]?", document.after)
    kept = document.after[: own.end()] if own and not document.quote.endswith(".") else ""
    return document if document.paragraphs[document.home].startswith("|") else replace(document, after=kept)


def _reflowed(document: Document, draw: random.Random) -> Document:
    return replace(document, width=draw.choice([w for w in (None, 50, 66, 80) if w != document.width]))


def _reordered(document: Document, draw: random.Random) -> Document:
    order = list(range(len(document.paragraphs)))
    draw.shuffle(order)
    return replace(
        document,
        paragraphs=tuple(document.paragraphs[k] for k in order),
        home=order.index(document.home),
    )


def _doubled(document: Document, draw: random.Random) -> Document:
    others = [k for k in range(len(document.paragraphs)) if k != document.home]
    return _inserted(document, draw, document.paragraphs[draw.choice(others)] if others else "")


def _figure_elsewhere(document: Document, draw: random.Random) -> Document:
    others = [k for k, b in enumerate(document.paragraphs) if k != document.home and re.search(r"\d", b)]
    if not others:
        return _inserted(document, draw)
    k = draw.choice(others)
    blocks = list(document.paragraphs)
    blocks[k] = INSIDE["digit"](blocks[k], draw) or blocks[k]
    return replace(document, paragraphs=tuple(blocks))


ELSEWHERE: Mapping[str, Callable[[Document, random.Random], Document]] = MappingProxyType(
    {
        "insertion": _inserted,
        "insertion beside it": _beside,
        "deletion": _deleted,
        "deletion beside it": _cut,
        "re-flow": _reflowed,
        "paragraphs reordered": _reordered,
        "paragraph doubled": _doubled,
        "figure elsewhere": _figure_elsewhere,
    }
)
