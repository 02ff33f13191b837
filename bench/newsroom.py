"""Drafts of newsroom prose, in any number: paragraphs of `bench/data/clean` about other people and other places.

Each draft draws its paragraphs and gives every name in them another one, so that no two drafts tell the same story; a
few sentences of each are about claims of a synthetic ledger. The same numbers and seed give the same bytes.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.clean import CLEAN
from bench.synthetic import coined, statements

WORDS = 800
TOUCHING = 6  # sentences of a draft that are about a claim
BESIDE = 3  # of them in one paragraph
# Capitalised words that are no names to be changed, or names that everybody knows.
KEPT = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Sundays Mondays Thursdays Easter Christmas Oct Celsius American British Iraqi "
    "Afghan Islamic Atlantic Canada Korea Nigeria Iraq Iran Mali Chad Guinea Syria Britain Cyprus Germany Europe Asia "
    "London Leeds Norwich Swansea Beirut Baghdad Kabul Karachi Lyon Ghent Ohio Maine Kentucky United Nations World "
    "Pentagon Senate Supreme Court Armed Green Zone Justice Fort Foods Estates Inns Ridge Bay Star Dr Le Du Sun".split()
)
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+\b")
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+\b")
_LOWER = re.compile(r"\b[a-z]+\b")


def drafts(count: int, claims: int, texts: Path = CLEAN, seed: int = 1) -> Iterator[tuple[str, str]]:
    """(file name, Markdown) of `count` drafts of about WORDS words; some sentences are about a ledger of `claims`."""
    pieces = [p.strip() for path in sorted(texts.glob("*.md")) for p in path.read_text("utf-8").split("\n\n")]
    pieces = [piece for piece in pieces if piece]
    names = _names(pieces)
    told = [statement for _, statement in statements(min(count * TOUCHING, claims), claims)]
    draw = random.Random(seed)
    for k in range(count):
        about = told[k * TOUCHING : (k + 1) * TOUCHING]
        yield f"draft-{k:03d}.md", _draft(k, pieces, names, about, draw)


def _draft(
    number: int, pieces: Sequence[str], names: frozenset[str], about: Sequence[str], draw: random.Random
) -> str:
    called: dict[str, str] = {}
    paragraphs = [" ".join(about[k : k + BESIDE]) for k in range(0, len(about), BESIDE)]
    size = sum(len(paragraph.split()) for paragraph in paragraphs)
    for piece in draw.sample(pieces, len(pieces)):
        if size >= WORDS:
            break
        paragraphs.append(_renamed(piece, names, called, draw))
        size += len(piece.split())
    draw.shuffle(paragraphs)
    return "\n\n".join([f"# Notes of the day, number {number}", *paragraphs]) + "\n"


def _renamed(piece: str, names: frozenset[str], called: dict[str, str], draw: random.Random) -> str:
    """The paragraph with other names; a name is the same wherever it stands in the draft."""

    def other(found: re.Match[str]) -> str:
        word = found.group()
        return called.setdefault(word, coined(draw)) if word in names else word

    return _CAPITALISED.sub(other, piece)


def _names(pieces: Sequence[str]) -> frozenset[str]:
    """The words that are capitalised inside a sentence and nowhere written small."""
    text = "\n".join(pieces)
    small = set(_LOWER.findall(text))
    return frozenset(w for w in _INSIDE.findall(text) if w.lower() not in small and w not in KEPT)
