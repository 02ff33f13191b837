"""A statement's scope words (all, most, only, first) against those of the words they meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.align import Pair, Passage
from claimcheck.case import Case
from claimcheck.dimensions import scope
from claimcheck.finding import Finding, Relation
from claimcheck.tokens import Sentence

MOSTLY = frozenset("mostly largely mainly chiefly primarily predominantly most majority".split())


REST = 0.3  # share of a statement that may be left over beside the word "all"


def compare(case: Case) -> Iterator[Finding]:
    """One finding for every scope word of the statement."""
    account, passage, pairs = case.account, case.passage, case.pairs
    if not account.scopes:
        return
    known = {r: scope.find(reading.sentence) for r, reading in enumerate(passage.readings)}
    asked = [s for s in account.scopes if not _idle(account.reading.sentence, s)]
    for head in dict.fromkeys(s.head for s in asked):
        k = account.reading.at.get(head)
        if k is None or k not in pairs:  # "all of the dead": what is spoken of hangs below
            below = [
                account.reading.at.get(c) for r, c in account.reading.graph.fillers(head) if r == "prep_of"
            ]
            k = next((n for n in below if n is not None and n in pairs), k)
        pair = pairs.get(k) if k is not None else None
        place = pair.place if pair is not None else case.places.get(k) if k is not None else None
        theirs: tuple[scope.Scope, ...] = ()
        if place is not None:
            theirs = scope.of(known[place.reading], passage.node(place).head)
        for found in scope.relate(theirs, scope.of(asked, head)):
            yield _settled(found, passage, pair)


def part_of_all(case: Case, share: float) -> Finding | None:
    """ "All 41 were newcomers" against "41 took part, 17 of them for the first time": a part, or not all."""
    asked = [f for f in case.general if f.rule == "scope.all" and f.relation is Relation.UNDETERMINED]
    if not asked or share - _said_of_all(case) > REST:
        return None
    for r in sorted(case.passage.own):
        words = scope.find(case.passage.readings[r].sentence)
        if any(found.kind is scope.Kind.MOST_OF for found in words):
            continue
        for found in words:
            if found.kind in {scope.Kind.NOT_ALL, scope.Kind.PART}:
                made = replace(asked[0], relation=Relation.CONTRADICTS, evidence=found.word)
                case.general.append(made)
                return made
    return None


def _said_of_all(case: Case) -> float:
    """The share of the statement that is the word "all" and its figure ("all 41"), which the part answers."""
    nodes = range(len(case.reading.nodes))
    total = sum(case.account.weight(k) for k in nodes)
    cues = {cue for s in case.account.scopes if s.kind is scope.Kind.ALL for cue in s.cues}
    own = [k for k in nodes if k not in case.held and cues & set(case.node(k).words)]
    return sum(case.account.weight(k) for k in own) / total if total else 0.0


def _idle(sentence: Sentence, found: scope.Scope) -> bool:
    """ "All told", "above all", "at all": no word of scope."""
    if found.word != "all":
        return False
    at = found.cues[0]
    after = sentence[at + 1].lower if at + 1 < len(sentence) else ""
    before = sentence[at - 1].lower if at else ""
    return after in {"told", "in"} or before in {"in", "at", "above", "after"}


def _settled(found: Finding, passage: Passage, pair: Pair | None) -> Finding:
    """ "All the rockets" is met by "the rockets"; "for the most part" by "largely"."""
    if found.relation is not Relation.UNDETERMINED or found.evidence:
        return found
    own = [scope.find(passage.readings[r].sentence) for r in sorted(passage.own)]
    if (
        found.rule == "scope.all"
        and pair is None
        and any(s.kind is scope.Kind.ALL for row in own for s in row)
    ):
        return replace(found, relation=Relation.ENTAILS)  # "everyone who survived" and "all of the survivors"
    if found.rule == "scope.all" and pair is not None:
        sentence = passage.readings[pair.place.reading].sentence
        head = passage.node(pair.place).head
        if scope.whole(sentence, head) or any(sentence[c].lower == "the" for c in sentence.children[head]):
            return replace(found, relation=Relation.ENTAILS)
    if found.rule == "scope.most-of":
        words = {t.lower for r in passage.own for t in passage.readings[r].sentence}
        if words & MOSTLY:
            return replace(found, relation=Relation.ENTAILS)
    return found
