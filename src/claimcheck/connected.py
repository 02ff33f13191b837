"""What joins two clauses: "X, and Y" does not say that Y happened because of X, after X, or although X happened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.case import Case
from claimcheck.causes import ties
from claimcheck.finding import Finding, Relation
from claimcheck.lexicon import is_act
from claimcheck.order import orders
from claimcheck.reading import Reading
from claimcheck.tokens import Sentence, Token

SENSE: Final = {
    **dict.fromkeys(("although", "though", "despite", "notwithstanding"), "concession"),
    **dict.fromkeys(("because", "due", "owing"), "cause"),
    **dict.fromkeys(("after", "before", "until", "unless", "if", "during"), ""),
}
# The evidence's words that may stand for a connective of the statement's: by its sense, else the word itself.
ANSWERS: Final = {
    "concession": frozenset(
        "although though despite notwithstanding but however yet nevertheless still while".split()
    ),
    "cause": frozenset(
        "because due owing thanks so as since therefore hence thus consequently result reason over amid for "
        "accordingly".split()
    ),
    "after": frozenset(
        "after when once following followed then later since as because so until subsequently having upon on "
        "before ago earlier previous previously".split()
    ),
    "before": frozenset(
        "before until ahead prior then later after first earlier already since preceding ago previous by "
        "previously".split()
    ),
    "until": frozenset("until till before to up by through once when".split()),
    "unless": frozenset("unless except without only".split()),
    "if": frozenset(
        "if when once whenever where should provided in unless for with only as until must".split()
    ),
    "during": frozenset("during while when in at on throughout amid over as".split()),
}
CONDITIONS: Final = frozenset({"if", "unless"})
NOT_YET: Final = frozenset({"not", "never", "n't", "only"})


def compare(case: Case) -> Iterator[Finding]:
    """A finding for every connective of the statement that nothing in the evidence answers to."""
    for token in case.reading.sentence:
        sense = SENSE.get(token.lower)
        if sense is None or _reckoned(case, token.i):
            continue
        events = _events(case.reading.sentence, token)
        if events is None or not all(_met(case, i) for i in events):
            continue
        wanted = sense or token.lower
        if not any(
            _answered(case, case.passage.readings[r], wanted) for r in sorted(_readings(case, events))
        ):
            yield _open(token, "")
        elif wanted in CONDITIONS and _turned(case, token, *events):
            yield _open(token, "the other way about")


def _reckoned(case: Case, i: int) -> bool:
    """Whether a word is part of a time that was worked out from two dates: "55 years after it was built"."""
    k = case.reading.at.get(i)
    return k is not None and any(f.rule == "quantity.derived" for f in case.findings.get(k, ()))


def _open(token: Token, note: str) -> Finding:
    return Finding("clause.connective", Relation.UNDETERMINED, token.text, "", note, (token.i,))


def _events(sentence: Sentence, word: Token) -> tuple[int, int] | None:
    """The event above a connective and the one below it."""
    if word.dep == "mark":
        below = sentence[word.head]
        return (below.head, below.i) if below.head != below.i else None
    found = next((i for i in sentence.subtree(word.i) if sentence[i].dep in {"pobj", "pcomp"}), None)
    if found is None or word.dep not in {"prep", "amod"}:
        return None
    happens = sentence[found].pos == "VERB" or is_act(sentence[found].lemma) or SENSE[word.lower]
    return (word.head, found) if happens else None


def _met(case: Case, token: int) -> bool:
    k = case.reading.at.get(token)
    if k is None or case.account.light(case.node(k)):
        return case.reading.sentence[token].pos in {"VERB", "AUX"}
    return case.node(k).kind in {"word", "name"} and case.met(k) is not None


def _readings(case: Case, events: tuple[int, int]) -> set[int]:
    places = [case.met(case.reading.at[i]) for i in events if i in case.reading.at]
    return {at.reading for at in places if at is not None} or set(case.passage.own)


def _answered(case: Case, reading: Reading, wanted: str) -> bool:
    sentence = reading.sentence
    purpose = {t.i for t in sentence if t.lower == "so" and sentence.words(t.i, t.i + 2).lower() == "so that"}
    words = {t.lower for t in sentence if t.i not in purpose and t.dep != "agent"}
    if not any(t.lower == "by" and _of_a_time(sentence, t) for t in sentence):
        words -= {"by"}  # "released by a studio"
    if wanted == "unless" and words & CONDITIONS and words & NOT_YET:
        return True
    if wanted in CONDITIONS and any(t.tag == "VBG" and t.dep == "csubj" for t in sentence):
        return True  # "restarting it can corrupt the queue"
    if words & ANSWERS[wanted]:
        return True
    if wanted == "cause" and next(ties(reading), None) is not None:
        return True
    if wanted in {"after", "before"}:
        dated = any(
            rule.rule.startswith(("offset.", "date.")) for rows in case.findings.values() for rule in rows
        )
        return dated or next(orders(reading), None) is not None or next(ties(reading), None) is not None
    return False


def _of_a_time(sentence: Sentence, preposition: Token) -> bool:
    below = [sentence[c] for c in sentence.children[preposition.i]]
    return any(t.ent in {"DATE", "TIME"} or t.dep == "pcomp" for t in below)


def _does_it(case: Case, wanted: str, below: int) -> bool:
    """ "Because of the tax": in the evidence the tax itself raises the prices."""
    k = case.reading.at.get(below)
    place = case.met(k) if k is not None else None
    return (
        wanted == "cause"
        and place is not None
        and any(role == "agent" for role, _ in case.passage.roles(place))
    )


def _turned(case: Case, word: Token, main: int, below: int) -> bool:
    """Whether the evidence has the statement's condition for what it leads to."""
    one, other = (case.met(case.reading.at[i]) if i in case.reading.at else None for i in (main, below))
    if one is None or other is None or one.reading != other.reading:
        return False
    reading = case.passage.readings[one.reading]
    above, under = reading.nodes[one.node].head, reading.nodes[other.node].head
    marks = {reading.sentence[c].lower for c in reading.sentence.children[above]}
    return under in reading.sentence.path_up(above) and word.lower in marks
