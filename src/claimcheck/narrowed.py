"""What is denied of a part is not denied of the whole: that no American was hurt leaves open whether anybody was.

A narrower word entails a wider one where both texts affirm: salmon is fish. Where both deny it is the other way round
(van Benthem, "Essays in Logical Semantics", 1986, on downward monotonicity).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import Case
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.relate import Meet
from claimcheck.tokens import Token

WITHIN = frozenset({"date.inside", "time.inside"})
NOBODY = frozenset({"nobody", "none"})
ANYBODY = frozenset({"person", "people", "one", "body", "individual"})


def compare(case: Case) -> Iterator[Finding]:
    """A finding for every noun, name or date of the statement that both texts deny and the evidence has narrower."""
    for k in sorted(case.held):
        node, pair = case.node(k), case.pairs.get(k)
        place = case.places.get(k) or (pair.place if pair else None)
        if place is None or not _denied(case.reading, node.head) or not _denied_there(case, place):
            continue
        part = pair is not None and pair.related.meet is Meet.NARROWER and node.pos == "n"
        if part or any(f.rule in WITHIN for f in case.findings.get(k, ())):
            yield _open(case.reading.text(node), case.evidence(place), node.words)
    for token in case.reading.sentence:
        if _is_nobody(case.reading, token):
            yield from _of_nobody(case, token)


def _of_nobody(case: Case, token: Token) -> Iterator[Finding]:
    """ "Nobody was hurt" where no American was."""
    verb = case.reading.at.get(token.head)
    place = case.met(verb) if verb is not None else None
    role = next((r for r, h in case.reading.graph.roles(token.i) if h == token.head), "")
    if place is None or role not in ROLE_GROUPS:
        return
    there = case.passage.readings[place.reading]
    for other, child in there.graph.fillers(case.passage.node(place).head):
        noun = there.sentence[child]
        below = [there.sentence[c].lower for c in there.sentence.children[child]]
        alike = ROLE_GROUPS.get(other) == ROLE_GROUPS[role]
        if alike and "no" in below and noun.lemma not in ANYBODY:
            yield _open(token.text, f"no {noun.text}", (token.i,))


def _is_nobody(reading: Reading, token: Token) -> bool:
    """ "Nobody", "no one", "none" of nothing in particular."""
    no_one = token.lower == "one" and token.i > 0 and reading.sentence[token.i - 1].lower == "no"
    if token.lower not in NOBODY and not no_one:
        return False
    return not any(reading.sentence[c].dep == "prep" for c in reading.sentence.children[token.i])


def _open(here: str, there: str, words: tuple[int, ...]) -> Finding:
    return Finding("polarity.open", Relation.UNDETERMINED, here, there, "denied of a part", words)


def _denied(reading: Reading, token: int) -> bool:
    """Whether a word stands under a predicate that is denied."""
    path = (token, *reading.sentence.path_up(token))
    verb = next((i for i in path if reading.sentence[i].pos in {"VERB", "AUX"}), token)
    return reading.contexts[verb].polarity < 0


def _denied_there(case: Case, place: Place) -> bool:
    return _denied(case.passage.readings[place.reading], case.passage.node(place).head)
