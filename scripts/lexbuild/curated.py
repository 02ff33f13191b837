"""Reads the hand-written tables of src/claimcheck/data/curated: tab-separated fields, words by spaces, "#" comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product
from pathlib import Path

from lexbuild.wordnet import Word

# The order is the order of precedence: of two relations of one pair the earlier wins.
CONVERSE, ANTONYM, COHYPONYM, EQUAL, SYNONYM, NARROWER, CAUSE, AGENT = (
    "CONVERSE", "ANTONYM", "COHYPONYM", "EQUAL", "SYNONYM", "NARROWER", "CAUSE", "AGENT",
)  # fmt: skip
SYNONYM_FILES = ("synonyms_verbs.tsv", "synonyms_nouns.tsv", "synonyms_modifiers.tsv")


@dataclass(slots=True)
class Curated:
    relations: dict[tuple[Word, Word], str] = field(default_factory=dict)
    equal: set[frozenset[Word]] = field(default_factory=set)
    unrelated: set[frozenset[Word]] = field(default_factory=set)
    classes: dict[Word, list[str]] = field(default_factory=dict)
    conflicts: list[str] = field(default_factory=list)


def rows(path: Path) -> Iterator[list[str]]:
    """The fields of every line that is neither empty nor a comment."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _words(text: str, pos: str) -> list[Word]:
    """The words of a field, of the part of speech the row gives; "*": each word has its own ("alive/a die/v")."""
    return _tagged(text) if pos == "*" else [(lemma, pos) for lemma in text.split()]


def _tagged(text: str) -> list[Word]:
    return [(lemma, pos) for lemma, pos in (item.rsplit("/", 1) for item in text.split())]


def read(folder: Path) -> Curated:
    """All relations of the tables. Contradictory entries are listed in `conflicts`."""
    found = Curated()
    for pos, left, right in rows(folder / "converses.tsv"):
        _both(found, product(_words(left, pos), _words(right, pos)), CONVERSE)
    for pos, left, right in rows(folder / "antonyms.tsv"):
        _both(found, product(_words(left, pos), _words(right, pos)), ANTONYM)
    for name, pos, members in rows(folder / "classes.tsv"):
        _class(found, name, [_members(item, pos) for item in members.split()])
    for (group,) in rows(folder / "derivations.tsv"):
        for a, b in combinations(_tagged(group), 2):
            found.equal.add(frozenset((a, b)))
    for file in SYNONYM_FILES:
        for pos, first, *second in rows(folder / file):
            alike = _words(first, pos)
            _both(
                found, product(alike, _words(second[0], pos)) if second else combinations(alike, 2), SYNONYM
            )
    for pos, left, right in rows(folder / "narrower.tsv"):
        _one(found, product(_words(left, pos), _words(right, pos)), NARROWER)
    for pos, left, right in rows(folder / "causes.tsv"):
        _one(found, product(_words(left, pos), _words(right, pos)), CAUSE)
    for verb, nouns in rows(folder / "agents.tsv"):
        _both(found, product(_tagged(verb), _tagged(nouns)), AGENT)
    for word, others in rows(folder / "unrelated.tsv"):
        found.unrelated.update(frozenset(pair) for pair in product(_tagged(word), _tagged(others)))
    denied = {pair for pair in found.relations if frozenset(pair) in found.unrelated and pair[0] < pair[1]}
    found.conflicts += [f"{a[0]}/{a[1]} {b[0]}: {found.relations[a, b]} and unrelated" for a, b in denied]
    return found


def _members(item: str, pos: str) -> tuple[list[Word], list[Word]]:
    """(forms of one member, kinds of it): "song=track~single"."""
    forms, *kinds = item.split("~")
    return _words(forms.replace("=", " "), pos), [(kind, pos) for kind in kinds]


def _class(found: Curated, name: str, members: list[tuple[list[Word], list[Word]]]) -> None:
    for (first, first_kinds), (second, second_kinds) in combinations(members, 2):
        _both(found, product(first + first_kinds, second + second_kinds), COHYPONYM)
    for forms, kinds in members:
        _both(found, combinations(forms, 2), SYNONYM)
        for word in forms + kinds:
            found.classes.setdefault(word, []).append(f"{name}={forms[0][0]}")


def _both(found: Curated, pairs: Iterable[tuple[Word, Word]], relation: str) -> None:
    for a, b in pairs:
        _set(found, a, b, relation)
        _set(found, b, a, relation)


def _one(found: Curated, pairs: Iterable[tuple[Word, Word]], relation: str) -> None:
    for a, b in pairs:
        _set(found, a, b, relation)


def _set(found: Curated, a: Word, b: Word, relation: str) -> None:
    if a == b:
        return
    known = found.relations.setdefault((a, b), relation)
    exclusive = {CONVERSE, ANTONYM, COHYPONYM}
    if (known in exclusive) != (relation in exclusive):
        found.conflicts.append(f"{a[0]}/{a[1]} {b[0]}: {known} and {relation}")
