"""Values told side by side: of "opened in 1901, the library in 1936" the second says when the library opened.

A value of the statement that differs from the one it was compared with is no contradiction where another clause of the
evidence has the statement's own value, together with all by which the statement's clauses can be told apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.name import Name
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Relation
from claimcheck.reading import Node, Reading
from claimcheck.stamps import alike
from claimcheck.tokens import Sentence

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
VERBAL: Final = frozenset({"VERB", "AUX"})
BREAKS: Final = frozenset({";", ",", "and", "but", "while", "whereas", "or", ":"})
RULES: Final = frozenset({"quantity.disjoint", "date.outside", "time.outside", "name.different"})
VALUES: Final = frozenset({"quantity", "date"})
PREPOSED: Final = frozenset({"include"})  # no verb of its own: "hired 40, including six from Lisk"


def told(case: Case, wrong: Sequence[int]) -> bool:
    """Whether some stretch of the evidence has all that is wrong in the statement just as the statement has it."""
    rows = [(r, part) for r in sorted(case.passage.own) for part in _parts(case.passage.readings[r].sentence)]
    rules = {f.rule for k in wrong for f in case.findings[k] if f.relation is Relation.CONTRADICTS}
    if len(rows) < 2 or not rules or not rules <= RULES:
        return False
    found = {
        k: {n for n, (r, part) in enumerate(rows) if _stands_in(case, k, case.passage.readings[r], part)}
        for k in range(len(case.reading.nodes))
        if case.account.weight(k)
    }
    if not all(found.get(k) for k in wrong):
        return False
    shared = set.intersection(*(found[k] for k in wrong))
    against = {n for n in range(len(rows)) if any(_compared_in(case, k, *rows[n]) for k in wrong)}
    return any(
        all(n in found[k] or not found[k] or _understood(case, k, wrong, rows[n]) for k in found)
        and any(n in found[k] and against.isdisjoint(found[k]) for k in found if k not in wrong)
        for n in sorted(shared - against)
        if _by_its_verb(case, *rows[n])
    )


def _compared_in(case: Case, k: int, r: int, part: tuple[int, int]) -> bool:
    """Whether what a wrong value was compared with stands in a stretch."""
    reading = case.passage.readings[r]
    texts = {f.evidence for f in case.findings[k] if f.relation is Relation.CONTRADICTS}
    inside = (node for node in reading.nodes if part[0] <= node.head < part[1])
    return any(reading.text(node) in texts for node in inside)


def _by_its_verb(case: Case, r: int, part: tuple[int, int]) -> bool:
    """Whether a stretch has the statement's own verb, or none: "was built for 300 but has 420"."""
    sentence = case.reading.sentence
    root, k = sentence[sentence.root], case.reading.at.get(sentence.root)
    place = case.met(k) if k is not None else None
    evidence = case.passage.readings[r]
    met = evidence.sentence[case.passage.node(place).head].lemma if place and place.reading == r else ""
    verbs = {t.lemma for t in evidence.sentence.tokens[part[0] : part[1]] if t.pos in VERBAL}
    verbs -= PREPOSED
    return not verbs or bool(verbs & {root.lemma, met})


def _parts(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Stretches of a sentence between commas, semicolons and conjunctions."""
    start = 0
    for token in sentence:
        full = any(t.pos in {"NOUN", "PROPN", "VERB", "NUM"} for t in sentence.tokens[start : token.i])
        if full and token.lower in BREAKS:
            yield start, token.i
            start = token.i + 1
    if start < len(sentence):
        yield start, len(sentence)


def _stands_in(case: Case, k: int, reading: Reading, part: tuple[int, int]) -> bool:
    node = case.node(k)
    return any(part[0] <= other.head < part[1] and _same(case, other, node) for other in reading.nodes)


def _same(case: Case, other: Node, node: Node) -> bool:
    if node.kind in VALUES:
        return other.kind == node.kind and alike(other, node)
    if isinstance(node.value, Name):
        return isinstance(other.value, Name) and case.lore.one(other.value, node.value)
    return other.lemma == node.lemma


def _understood(case: Case, k: int, wrong: Sequence[int], row: tuple[int, tuple[int, int]]) -> bool:
    """Whether what stands only in another stretch goes for this one too: its verb, its subject, or what its figure
    counts is left out here."""
    r, (start, stop) = row
    sentence = case.passage.readings[r].sentence
    place: Place | None = case.places.get(k) or case.met(k)
    if place is None:
        return True
    theirs = case.passage.readings[place.reading]
    token = theirs.sentence[case.passage.node(place).head]
    inside = sentence.tokens[start:stop]
    verbs = [
        t for t in inside if t.pos in VERBAL and t.dep not in {"amod", "acl"} and t.lemma not in PREPOSED
    ]
    subjects = [t for t in inside if t.dep in SUBJECTS and t.pos != "PRON" and t.tag != "DT"]
    if token.pos in VERBAL:
        return not verbs
    role = {role for role, _ in theirs.graph.roles(token.i)}
    if role & {"agent", "subject", "patient"} and token.dep in SUBJECTS:
        return not subjects
    return any(_counts(case.node(w), case.node(k).head) for w in wrong) and any(
        _counts(node, None) for node in case.passage.readings[r].nodes if start <= node.head < stop
    )


def _counts(node: Node, noun: int | None) -> bool:
    """Whether a figure counts a noun; with None, whether it leaves out what it counts: "including six from Lisk"."""
    return isinstance(node.value, Quantity) and node.value.dimension == "count" and node.value.head == noun
