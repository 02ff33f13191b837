"""Families of words that tell one relation from its several sides: "directed", "the director of", "a film by".

Each form of a family says which grammatical role fills which slot of the relation, so that texts which share neither
words nor structure may be compared slot by slot (as FrameNet's frames have it: Baker, Fillmore & Lowe 1998).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from claimcheck.lexicon.records import records

Word = tuple[str, str]  # (lemma, part of speech)


@dataclass(frozen=True, slots=True)
class Form:
    """One word of a family.

    slots: which roles fill which slot, tried in order; needs: roles that must be filled by one of these words.
    entails: what is told in this form has the family's relation; entailed: whatever has the relation may be so told;
    excludes: what is told in this form has it not.
    """

    word: str
    pos: str
    slots: tuple[tuple[str, tuple[str, ...]], ...]
    needs: tuple[tuple[str, frozenset[str]], ...] = ()
    entails: bool = True
    entailed: bool = True
    excludes: bool = False


@dataclass(frozen=True)
class Family:
    """The forms of one relation.

    single: slots of which another filler excludes the first; mutual: two slots whose fillers may change places;
    one_way: they never may, so that whoever has them changed about contradicts.
    """

    name: str
    single: frozenset[str]
    mutual: frozenset[str]
    one_way: bool = False
    forms: list[Form] = field(default_factory=list)


@cache
def families() -> Mapping[Word, tuple[tuple[Family, Form], ...]]:
    """Every form that a statement may use, or that excludes what it says, by its word."""
    found: dict[Word, list[tuple[Family, Form]]] = {}
    for family in _read():
        for form in family.forms:
            if form.entailed or form.excludes:
                found.setdefault((form.word, form.pos), []).append((family, form))
    return {word: tuple(rows) for word, rows in found.items()}


def _read() -> Iterator[Family]:
    family: Family | None = None
    kinds: dict[str, str] = {}
    for line in (records().text("}families") or "").splitlines():
        cells = line.split()
        if cells[0] == "*":
            kinds["*" + cells[1]] = ",".join(cells[2:])
        elif cells[0] == "=":
            if family is not None:
                yield family
            family = Family(
                cells[1],
                frozenset(cell[1:] for cell in cells[2:] if cell[0] == "!"),
                frozenset(cell[1:] for cell in cells[2:] if cell[0] == "~"),
                "^" in cells,
            )
        elif family is not None:
            family.forms.extend(_forms(cells, kinds))
    if family is not None:
        yield family


def _forms(cells: list[str], kinds: Mapping[str, str]) -> Iterator[Form]:
    """The forms of a line: several words, joined by commas, may share their roles."""
    side = cells[0] if cells[0] in {"<", ">", "x"} else ""
    words, *rest = cells[1:] if side else cells
    lemmas, pos = words.split("/")
    slots = tuple(
        (slot, tuple(roles.split("|"))) for roles, slot in (cell.split("=") for cell in rest if "=" in cell)
    )
    filled = (cell.split(":") for cell in rest if ":" in cell)
    needs = tuple((role, frozenset(kinds.get(among, among).split(","))) for role, among in filled)
    for lemma in lemmas.split(","):
        yield Form(lemma, pos, slots, needs, side in {"", "<"}, side in {"", ">"}, side == "x")
