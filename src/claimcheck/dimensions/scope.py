"""Scope words: all and some, only, first, most, never, still, no longer.

A part does not support the whole, and a word that shuts others out (only, first, most, never) needs a word in the
evidence that does so too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from claimcheck.dimensions import scope_grades as grades
from claimcheck.dimensions.scope_find import find
from claimcheck.dimensions.scope_kind import Kind, Scope
from claimcheck.finding import Finding, Relation
from claimcheck.tokens import Sentence

__all__ = ["Kind", "Scope", "find", "of", "opposed", "relate", "whole"]

_ENTAILS, _OPEN, _CONTRADICTS = Relation.ENTAILS, Relation.UNDETERMINED, Relation.CONTRADICTS
# evidence kind → statement kind, for quantifiers of the same head; a pair that is not here is undetermined
_QUANTIFIERS: Final[dict[tuple[Kind, Kind], Relation]] = {
    (Kind.ALL, Kind.MOST_OF): _ENTAILS,
    (Kind.ALL, Kind.SOME): _ENTAILS,
    (Kind.MOST_OF, Kind.SOME): _ENTAILS,
    (Kind.PART, Kind.SOME): _ENTAILS,
    (Kind.PART, Kind.NOT_ALL): _ENTAILS,
    (Kind.NONE, Kind.NOT_ALL): _ENTAILS,
    (Kind.NOT_ALL, Kind.ALL): _CONTRADICTS,
    (Kind.PART, Kind.ALL): _CONTRADICTS,
    (Kind.NONE, Kind.ALL): _CONTRADICTS,
    (Kind.ALL, Kind.NOT_ALL): _CONTRADICTS,
    (Kind.ALL, Kind.NONE): _CONTRADICTS,
    (Kind.MOST_OF, Kind.NONE): _CONTRADICTS,
    (Kind.SOME, Kind.NONE): _CONTRADICTS,
    (Kind.PART, Kind.NONE): _CONTRADICTS,
    (Kind.NONE, Kind.SOME): _CONTRADICTS,
    (Kind.NONE, Kind.MOST_OF): _CONTRADICTS,
    (Kind.ALWAYS, Kind.SOMETIMES): _ENTAILS,
    (Kind.NEVER, Kind.ALWAYS): _CONTRADICTS,
    (Kind.NEVER, Kind.SOMETIMES): _CONTRADICTS,
    (Kind.ALWAYS, Kind.NEVER): _CONTRADICTS,
    (Kind.SOMETIMES, Kind.NEVER): _CONTRADICTS,
    (Kind.ENDED, Kind.STILL): _CONTRADICTS,
    (Kind.STILL, Kind.ENDED): _CONTRADICTS,
    (Kind.NOT_ALL, Kind.ALWAYS): _CONTRADICTS,
    (Kind.ALWAYS, Kind.NOT_ALL): _CONTRADICTS,
    (Kind.NTH, Kind.FIRST): _CONTRADICTS,
    (Kind.NTH, Kind.ONLY): _CONTRADICTS,
    (Kind.LAST, Kind.FIRST): _CONTRADICTS,
    (Kind.FIRST, Kind.LAST): _CONTRADICTS,
}
# what a quantifier comes to where the predicate is met by its opposite: "none survived" says that all died
_OPPOSED: Final[dict[Kind, Kind]] = {
    Kind.ALL: Kind.NONE,
    Kind.NONE: Kind.ALL,
    Kind.SOME: Kind.NOT_ALL,
    Kind.PART: Kind.NOT_ALL,
    Kind.NOT_ALL: Kind.SOME,
    Kind.MOST_OF: Kind.NOT_ALL,
}
_RULES: Final[dict[Kind, str]] = {
    Kind.ALL: "scope.all",
    Kind.NOT_ALL: "scope.all",
    Kind.MOST_OF: "scope.most-of",
    Kind.SOME: "scope.part",
    Kind.PART: "scope.part",
    Kind.NONE: "scope.none",
    Kind.ONLY: "scope.only",
    Kind.FIRST: "scope.first",
    Kind.NTH: "scope.first",
    Kind.LAST: "scope.last",
    Kind.MOST: "scope.most",
    Kind.AMONG_MOST: "scope.most",
    Kind.NEVER: "scope.never",
    Kind.ALWAYS: "scope.always",
    Kind.SOMETIMES: "scope.sometimes",
    Kind.STILL: "scope.still",
    Kind.AGAIN: "scope.again",
    Kind.ENDED: "scope.no-longer",
    Kind.ALSO: "scope.also",
    Kind.ANOTHER: "scope.another",
}
# "the first train and the last": each is met by its own word, and only then shut out by the other
_ENDS: Final = frozenset({Kind.FIRST, Kind.LAST})
# kinds that ask nothing of the evidence beyond the frame itself
_LIGHT: Final = frozenset(
    {Kind.ALSO, Kind.ANOTHER, Kind.STILL, Kind.SOME, Kind.PART, Kind.NONE, Kind.SOMETIMES, Kind.NTH}
)
_PARTS: Final = frozenset({Kind.SOME, Kind.PART, Kind.NOT_ALL, Kind.MOST_OF})
_DEFINITE: Final = frozenset({"the", "these", "those"})
_NARROWING: Final = frozenset({Kind.SOME, Kind.PART, Kind.NOT_ALL, Kind.MOST_OF, Kind.NONE, Kind.ALL})


def relate(
    e: Iterable[Scope], s: Iterable[Scope], *, whole: bool = False, ended: bool = False
) -> tuple[Finding, ...]:
    """Compare the scope words bound to one head of the statement with those bound to its partner in the evidence.

    whole: the statement's head names a definite whole (see `whole`); ended: the evidence's context says that it holds
    no longer ("stopped selling"), which answers a "no longer".
    One finding for every scope word of the statement, named after it (scope.all, scope.only, scope.first, …), and
    scope.part (undetermined) where the statement speaks of the whole and the evidence of a part of it.
    """
    theirs = tuple(e)
    mine = tuple(s)
    findings = [_relate_one(theirs, one, ended) for one in mine]
    part = next((x for x in theirs if x.kind in _PARTS), None)
    if whole and part is not None and not any(x.kind in _NARROWING for x in mine):
        findings.append(
            Finding("scope.part", _OPEN, "", part.word, "the evidence speaks of a part", (), part.cues)
        )
    return tuple(findings)


def opposed(found: Scope) -> Scope:
    """The scope word as it reads where the predicate is turned into its opposite."""
    kind = _OPPOSED.get(found.kind)
    return found if kind is None else replace(found, kind=kind)


def whole(sentence: Sentence, head: int) -> bool:
    """Whether a nominal names a definite whole: "the crew", "its plants", but not "crew", "three of its plants"."""
    if sentence[head].pos == "PRON" or sentence[head].tag not in ("NNS", "NNPS", "NN"):
        return False
    return any(
        sentence[k].dep == "poss" or (sentence[k].dep == "det" and sentence[k].lower in _DEFINITE)
        for k in sentence.children[head]
    )


def of(scopes: Sequence[Scope], head: int) -> tuple[Scope, ...]:
    """The scope words bound to one token."""
    return tuple(x for x in scopes if x.head == head)


def _relate_one(theirs: tuple[Scope, ...], one: Scope, ended: bool) -> Finding:
    rule = _RULES[one.kind]
    if one.kind is Kind.ENDED and ended:
        return Finding(rule, _ENTAILS, one.word, "", "", one.cues)
    answers = [(_pair(x, one), x) for x in theirs]
    ordered = (_ENTAILS, _CONTRADICTS) if one.kind in _ENDS else (_CONTRADICTS, _ENTAILS)
    for wanted in ordered:
        for relation, other in answers:
            if relation is wanted:
                return Finding(rule, relation, one.word, other.word, "", one.cues, other.cues)
    part = next((x for x in theirs if x.kind in _PARTS or x.kind is Kind.SOMETIMES), None)
    if part is not None and one.kind in (Kind.ALL, Kind.ALWAYS, Kind.MOST_OF):
        return Finding(
            rule, _OPEN, one.word, part.word, "a part does not support the whole", one.cues, part.cues
        )
    if one.kind in _LIGHT:
        return Finding(rule, _ENTAILS, one.word, "", "", one.cues)
    return Finding(rule, _OPEN, one.word, "", "no such word in the evidence", one.cues)


def _pair(e: Scope, s: Scope) -> Relation:
    if {e.kind, s.kind} <= {Kind.MOST, Kind.AMONG_MOST}:
        return _superlatives(e, s)
    if e.kind is s.kind:
        return _OPEN if e.kind is Kind.PART else _ENTAILS
    return _QUANTIFIERS.get((e.kind, s.kind), _OPEN)


def _superlatives(e: Scope, s: Scope) -> Relation:
    """The same grade and rank; the largest is among the largest, and neither the second largest nor the smallest."""
    alike = grades.same(e, s)
    if alike is not True:
        return _OPEN if alike is None else _CONTRADICTS
    if s.kind is Kind.AMONG_MOST:
        return _ENTAILS
    if e.kind is Kind.AMONG_MOST:
        return _OPEN
    return _ENTAILS if e.rank == s.rank else _CONTRADICTS
