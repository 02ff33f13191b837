"""Sieves over names: one spelling, alias or acronym, short form. Lee et al., "Stanford's Multi-Pass Sieve
Coreference Resolution System" (2011), passes 2, 4 and the strict head matches, for names alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimcheck.dimensions.name_alias import Aliases
from claimcheck.dimensions.name_lists import ARTICLES, CORPORATE, FIRM_WORDS, SMALL
from claimcheck.dimensions.name_people import genders_clash
from claimcheck.dimensions.name_same import same
from claimcheck.dimensions.name_value import Kind, Name, content, initials, is_acronym, key, words
from claimcheck.tokens import Sentence

_WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "to",
        "into",
        "across",
        "around",
        "outside",
        "inside",
        "toward",
        "towards",
        "throughout",
    }
)
_DEMONYMIC = ("an", "ish", "ese", "i", "ch")


@dataclass(frozen=True, slots=True)
class Found:
    """A name and the sentence it stands in."""

    sentence: int
    name: Name


@dataclass(frozen=True, slots=True)
class Linked:
    """A group of one entity's name mentions, each with the rule that drew it in."""

    found: tuple[tuple[Found, str], ...]


class _Spellings:
    """All mentions by their letters, and union-find over the spellings."""

    def __init__(self, found: Sequence[Found]) -> None:
        self.rows: dict[str, list[Found]] = defaultdict(list)
        for row in found:
            self.rows[_spelling(row.name)].append(row)
        self.up = {k: k for k in self.rows}
        self.rule: dict[str, str] = {}

    def root(self, k: str) -> str:
        while self.up[k] != k:
            self.up[k] = self.up[self.up[k]]
            k = self.up[k]
        return k

    def union(self, a: str, b: str, rule: str) -> None:
        """Join two spellings; `a` is the one the rule explains."""
        ra, rb = self.root(a), self.root(b)
        if ra != rb:
            self.rule.setdefault(a, rule)
            self.up[ra] = rb

    def name(self, k: str) -> Name:
        """The mention that tells most of a spelling: a titled one, else the first."""
        rows = self.rows[k]
        return next((r.name for r in rows if r.name.title), rows[0].name)


def _spelling(name: Name) -> str:
    nationality = name.kind is Kind.NATIONALITY
    return ("~" if nationality else "") + name.key


def link_names(
    sentences: Sequence[Sentence], found: Sequence[Found], aliases: Aliases, subject: Name | None = None
) -> list[Linked]:
    """Group the names of a document into entities, in order of first mention. No mention is in two groups.

    subject: whom the document is about, where it is an article on a person: a surname alone means them.
    """
    spellings = _Spellings([row for row in found if row.name.key])
    _by_alias(spellings, aliases)
    _by_initials(spellings)
    chosen = _by_short_form(sentences, spellings, subject)
    groups: dict[str, list[tuple[Found, str]]] = defaultdict(list)
    for k, rows in spellings.rows.items():
        for row in rows:
            picked = chosen.get((row.sentence, row.name.head))
            rule = "entity.short-form" if picked else spellings.rule.get(k, "entity.exact")
            groups[spellings.root(picked or k)].append((row, rule))
    ordered = [sorted(g, key=lambda r: (r[0].sentence, r[0].name.first)) for g in groups.values()]
    ordered.sort(key=lambda g: (g[0][0].sentence, g[0][0].name.first))
    return [Linked(tuple(g)) for g in ordered]


def _by_alias(spellings: _Spellings, aliases: Aliases) -> None:
    first: dict[int, str] = {}
    for k in spellings.rows:
        for group in aliases.groups.get(k, frozenset()):
            if group in first:
                spellings.union(k, first[group], "entity.alias")
            else:
                first[group] = k


def _by_initials(spellings: _Spellings) -> None:
    """An acronym of three letters or more and the one name whose initials it has."""
    table: Mapping[str, set[str]] = defaultdict(set)
    for k in spellings.rows:
        name = spellings.name(k)
        if not is_acronym(name.text) and name.kind is not Kind.PERSON:
            for letters in initials(name.text):
                table[letters].add(spellings.root(k))
    for k in list(spellings.rows):
        if is_acronym(spellings.name(k).text) and len(k) > 2:
            roots = {spellings.root(r) for r in table.get(k, ())}
            if len(roots) == 1:
                spellings.union(k, roots.pop(), "entity.acronym")


def _by_short_form(
    sentences: Sequence[Sentence], spellings: _Spellings, subject: Name | None
) -> dict[tuple[int, int], str]:
    """Join spellings that shorten one other; where they may shorten several, choose mention by mention."""
    index: dict[str, list[str]] = defaultdict(list)
    for k in spellings.rows:
        folded = words(spellings.name(k).text)
        if len(folded) > 1:
            for word in {folded[0], folded[-1]}:
                index[word].append(k)
    chosen: dict[tuple[int, int], str] = {}
    for k in list(spellings.rows):
        short = _as_plain(sentences, spellings, k)
        full = [c for c in _candidates(index, k, short) if _shortens(short, spellings.name(c))]
        roots = {spellings.root(c) for c in full} - {spellings.root(k)}
        if len(roots) == 1 and len({*roots, *(spellings.root(c) for c in full)}) == 1:
            spellings.union(k, full[0], "entity.short-form")
        elif len(roots) > 1:
            own = next((c for c in full if subject is not None and _is(spellings.name(c), subject)), "")
            for row in spellings.rows[k]:
                picked = own if own and not row.name.title else _last_bearer(spellings, full, row)
                if picked:
                    chosen[row.sentence, row.name.head] = picked
    return chosen


def _is(name: Name, subject: Name) -> bool:
    """Whether a full name is that of a document's subject."""
    return bool(name.given and subject.given) and same(name, subject).yes


def _candidates(index: Mapping[str, list[str]], k: str, short: Name) -> list[str]:
    folded = words(short.text)
    found = dict.fromkeys(c for word in (folded[0], folded[-1]) for c in index.get(word, ()) if c != k)
    size = len(folded)
    return [c for c in found if len(c) > len(k) or (size > 1 and c < k)]


def _as_plain(sentences: Sequence[Sentence], spellings: _Spellings, k: str) -> Name:
    """A one-word name as something whose sort is open, unless the text puts things "in" or "at" it."""
    name, rows = spellings.name(k), spellings.rows[k]
    if name.title or name.kind is Kind.NATIONALITY or " " in name.text:
        return name
    where = sum(sentences[r.sentence][sentences[r.sentence][r.name.head].head].lower in _WHERE for r in rows)
    places = sum(r.name.kind is Kind.PLACE for r in rows)
    if where and where * 2 >= len(rows) and places:
        return replace(name, kind=Kind.PLACE)
    return replace(name, kind=Kind.OTHER)


def _shortens(short: Name, full: Name) -> bool:
    """Whether one name is a shorter way of saying the other within one text."""
    if short.title and genders_clash(short, full):
        return False
    if is_acronym(short.text) or is_acronym(full.text):
        return False
    match = same(full, short)
    if match.yes:
        return not (match.rule == "surname" and full.kind not in {Kind.PERSON, Kind.OTHER})
    if match.rule == "spelling" or short.kind in {Kind.PERSON, Kind.PLACE, Kind.NATIONALITY}:
        return False
    return full.kind in {Kind.ORG, Kind.WORK, Kind.EVENT} and _keeps_head(full, short)


def _keeps_head(full: Name, short: Name) -> bool:
    """ "Joint Chiefs" for "Joint Chiefs of Staff", "Supreme Court" for "U.S. Supreme Court": two words, head kept."""
    wf, ws = words(full.text), words(short.text)
    if len(content(short.text)) < 2 or len(ws) >= len(wf) or short.kind not in {Kind.ORG, Kind.OTHER}:
        return False
    if wf[: len(ws)] == ws:
        return wf[len(ws)] in SMALL or all(w in FIRM_WORDS or w in CORPORATE for w in wf[len(ws) :])
    dropped = wf[: len(wf) - len(ws)]
    return wf[-len(ws) :] == ws and not any(
        w.endswith(_DEMONYMIC) or w in SMALL or w in ARTICLES for w in dropped
    )


def _last_bearer(spellings: _Spellings, full: Sequence[str], row: Found) -> str:
    """The full name last heard before a mention; "" where two were heard just now, or none."""
    heard: dict[str, int] = {}
    for k in full:
        if genders_clash(row.name, spellings.name(k)):
            continue
        before = [
            r.sentence
            for r in spellings.rows[k]
            if (r.sentence, r.name.first) < (row.sentence, row.name.first)
        ]
        if before:
            root = spellings.root(k)
            heard[root] = max(heard.get(root, -1), before[-1])
    if not heard:
        return ""
    latest = max(heard.values())
    near = [root for root, at in heard.items() if at >= min(latest, row.sentence - 2)]
    return near[0] if len(near) == 1 else ""


def alias_rows(sentence: Sentence, names: Sequence[Name]) -> list[tuple[str, str]]:
    """Pairs of names that a sentence says are one: "X, also known as Y", "X, or Y for short" stays out."""
    rows = []
    for before, after in pairwise(names):
        gap = [
            sentence[i].lower
            for i in range(before.stop, after.first)
            if sentence[i].text not in {",", "(", "“", '"'}
        ]
        if (
            gap
            and gap[-1] == "as"
            and set(gap) <= {"also", "known", "as", "better", "formerly", "previously", "commonly"}
        ) or gap in (["also", "called"], ["formerly", "called"], ["aka"], ["a.k.a."], ["formerly"]):
            rows.append((before.text, after.text))
        elif gap in (["née"], ["nee"], ["born"]):  # of a surname alone: her father bears it too
            given = "" if " " in after.text else before.given.split(" ")[0]
            rows.append((before.text, f"{given} {after.text}".strip() if given else after.text))
    return [(a, b) for a, b in rows if key(a) != key(b)]
