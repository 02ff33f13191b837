"""Two clauses mixed together: that A did X and B did Y does not say that A did Y."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck import pairing
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.finding import Finding, Relation
from claimcheck.pairing import Paired
from claimcheck.reading import Reading
from claimcheck.tokens import Sentence

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
WHILE: Final = frozenset({"while", "whereas"})


def compare(case: Case) -> Iterator[Finding]:
    """A finding for every clause of the statement that takes one part from one pair and the rest from another."""
    places = {k: at for k in sorted(case.held) if (at := case.places.get(k) or case.met(k)) is not None}
    for r in sorted({at.reading for at in places.values()}):
        reading = case.passage.readings[r]
        pairs = [*pairing.find(reading), *_clauses(reading)]
        for head in dict.fromkeys(case.account.clause) if pairs else ():
            mine = {
                k: at
                for k, at in places.items()
                if at.reading == r
                and case.account.clause[k] == head
                and case.account.weight(k)
                and not _reckoned(case, k)
            }
            verb = case.reading.at.get(head)
            told = case.met(verb) if verb is not None else None
            for found in pairs:
                if _told_of(reading, told, found) and _crossed(case, mine, found):
                    yield _mixed(case, mine, found)


def _reckoned(case: Case, k: int) -> bool:
    """Whether a figure, or what it counts, is what those of several clauses come to: "12 killed or hurt" in all."""
    figures = (k, *(n for n, q in case.account.things.items() if case.node(k).head in q[:1]))
    return any(f.rule == "quantity.derived" for n in figures for f in case.findings.get(n, ()))


def _told_of(reading: Reading, verb: Place | None, found: Paired) -> bool:
    """Whether a pair of lists may be told of the verb that the statement's own is met by, if it is met."""
    if verb is None or not found.verbs:
        return True
    at = reading.nodes[verb.node].head
    return at in found.verbs or reading.sentence[at].pos != "VERB"


def _crossed(case: Case, mine: dict[int, Place], found: Paired) -> bool:
    one, other = _sides(case, mine, found.one), _sides(case, mine, found.other)
    if not one or not other:
        return False
    return not one & other or (found.whole and one != other)


def _sides(case: Case, mine: dict[int, Place], row: tuple[frozenset[int], ...]) -> set[int]:
    """The phrases of a list that words of the statement are met in; a word that stands in several tells nothing."""
    found: set[int] = set()
    for at in mine.values():
        reading, node = case.passage.readings[at.reading], case.passage.node(at)
        token = reading.sentence[max(node.words)]
        lemmas = [{reading.sentence[i].lemma for i in phrase} for phrase in row]
        if sum(token.lemma in words for words in lemmas) == 1:
            found.update(n for n, phrase in enumerate(row) if token.i in phrase)
    return found


def _mixed(case: Case, mine: dict[int, Place], found: Paired) -> Finding:
    reading = case.passage.readings[next(iter(mine.values())).reading]
    here = ", ".join(case.reading.text(case.node(k)) for k in mine)
    rows = [
        " ".join(reading.sentence[i].text for i in sorted(a | b))
        for a, b in zip(found.one, found.other, strict=True)
    ]
    return Finding("clause.mixed", Relation.UNDETERMINED, here, "; ".join(rows), "told of another")


def _clauses(reading: Reading) -> Iterator[Paired]:
    """Clauses side by side, each with its own subject: subjects against all the rest."""
    sentence = reading.sentence
    below = {h: frozenset(sentence.subtree(h)) for h in dict(_subjects(sentence))}
    if len(below) < 2:
        return
    one, other = [], []
    for head, subject in _subjects(sentence):
        if not _beside(sentence, head):
            continue
        stands = reading.stands.get(subject)
        if sentence[subject].pos == "PRON" or (stands is not None and stands.names):
            continue
        named = frozenset(sentence.subtree(subject))
        inside = (own for h, own in below.items() if h != head and own < below[head])
        one.append(named)
        other.append(below[head].difference(named, *inside))
    yield Paired(tuple(one), tuple(other))


def _subjects(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Every verb that has a subject of its own, with it."""
    for token in sentence:
        if token.dep in SUBJECTS and sentence[token.head].pos in {"VERB", "AUX"}:
            yield token.head, token.i


def _beside(sentence: Sentence, verb: int) -> bool:
    """Whether a clause stands beside others: the main one, one joined to it, one set against it by "while"."""
    token = sentence[verb]
    if token.head == verb or token.dep in {"conj", "parataxis"}:
        return True
    marks = {sentence[c].lower for c in sentence.children[verb] if sentence[c].dep == "mark"}
    low, high = sorted((token.head, verb))
    parted = any(sentence[i].text == ";" for i in range(low, high))
    return parted if token.dep == "ccomp" else token.dep == "advcl" and bool(marks & WHILE)
