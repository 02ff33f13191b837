"""How a work was received: "received mostly negative reviews", "was poorly received", "critics panned it".

The sentences share few words, and what they say is one of three things: it was liked, it was not, or opinions differed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.tokens import Token

_GOOD: Final = "positive favorable favourable good great rave glowing strong excellent warm enthusiastic"
_BAD: Final = "negative poor bad unfavorable unfavourable scathing harsh hostile"
_VALUES: Final = {"good": _GOOD, "bad": _BAD, "mixed": "mixed lukewarm middling"}
ADJECTIVES: Final = {word: value for value, words in _VALUES.items() for word in words.split()}
ADVERBS: Final = {
    "well": "good", "favorably": "good", "favourably": "good", "positively": "good", "warmly": "good",
    "poorly": "bad", "badly": "bad", "negatively": "bad", "unfavorably": "bad", "coolly": "bad",
}  # fmt: skip
VERBS: Final = {
    "praise": "good", "laud": "good", "acclaim": "good", "applaud": "good", "like": "good", "love": "good",
    "pan": "bad", "slate": "bad", "lambast": "bad", "dislike": "bad",
}  # fmt: skip
NOUNS: Final = frozenset({"review", "reception", "response", "notice", "feedback"})
PRAISE: Final = frozenset({"acclaim", "praise"})
GETTING: Final = frozenset("receive get earn garner draw win have gain attract meet open".split())
CRITICS: Final = frozenset({"critic", "reviewer", "press", "reviews"})
MOSTLY: Final = frozenset(
    "generally mostly mainly largely overwhelmingly overall primarily predominantly".split()
)
BY_CRITICS: Final = frozenset({"critic", "critical", "reviewer", "press"})


@dataclass(frozen=True, slots=True)
class Received:
    """How, the token of what was received (None where it is not said), and the tokens that say so."""

    value: str
    what: int | None
    words: frozenset[int]


def account(case: Case) -> None:
    """Compare how the statement says a work was received with how the evidence does."""
    mine = list(find(case.reading))
    if len(mine) != 1 or mine[0].what is None:
        return
    theirs = [(r, found) for r in sorted(case.passage.own) for found in find(case.passage.readings[r])]
    if not theirs or len({found.value for _, found in theirs}) > 1:
        return
    k = case.reading.at.get(mine[0].what)
    pair = case.pairs.get(k) if k is not None else None
    for r, found in theirs:
        n = case.passage.readings[r].at.get(found.what) if found.what is not None else None
        if k is not None and pair is not None and n is not None and pair.place == Place(r, n):
            _settle(case, k, mine[0], found, case.passage.readings[r])
            return


def _settle(case: Case, k: int, mine: Received, theirs: Received, reading: Reading) -> None:
    said = " ".join(reading.sentence[i].text for i in sorted(theirs.words))
    nodes = {case.reading.at[i] for i in mine.words if i in case.reading.at}
    told = any(t.lemma in BY_CRITICS | NOUNS for t in reading.sentence)
    idle = MOSTLY | BY_CRITICS if told else MOSTLY
    light = {n for n, node in enumerate(case.reading.nodes) if node.lemma in idle and node.kind == "word"}
    nodes = {n for n in nodes if told or case.node(n).lemma not in BY_CRITICS}
    same = mine.value == theirs.value
    case.misplaced.discard(k)
    case.held.add(k)
    for n in sorted(nodes | (light if same else set())):
        case.findings[n] = []
        case.misplaced.discard(n)
        text = case.reading.text(case.node(n))
        case.add(
            n, Finding("word.same", Relation.ENTAILS, text, said, "how it was received", case.node(n).words)
        )
    if not same:
        first = min(nodes)
        node = case.node(first)
        found = Finding(
            "polarity.antonym", Relation.CONTRADICTS, case.reading.text(node), said, "", node.words
        )
        case.findings[first] = [found]
        case.held.update(light)


def find(reading: Reading) -> Iterator[Received]:
    """Whatever a sentence says of how a thing was received, as far as it denies nothing."""
    for token in reading.sentence:
        if reading.contexts[token.i].polarity < 0:
            continue
        if token.lemma in NOUNS:
            yield from _reviews(reading, token)
        elif token.lemma in PRAISE and token.pos == "NOUN":
            yield from _got(reading, token, "good", {token.i})
        elif token.pos == "VERB" and token.lemma in VERBS:
            yield from _judged(reading, token)
        elif token.lemma in {"receive", "review"} and token.pos == "VERB":
            for c in reading.sentence.children[token.i]:
                if reading.sentence[c].lower in ADVERBS:
                    value = ADVERBS[reading.sentence[c].lower]
                    yield Received(value, _filler(reading, token.i, {"patient"}), frozenset({token.i, c}))


def _reviews(reading: Reading, noun: Token) -> Iterator[Received]:
    for c in reading.sentence.children[noun.i]:
        if (value := ADJECTIVES.get(reading.sentence[c].lower)) is not None:
            yield from _got(reading, noun, value, {noun.i, c})
    for role, head in reading.graph.roles(noun.i):
        if role == "agent" and reading.sentence[head].lemma == "be":
            for r, c in reading.graph.fillers(head):
                if r == "attr" and (value := ADJECTIVES.get(reading.sentence[c].lower)) is not None:
                    yield Received(
                        value, _filler(reading, noun.i, {"prep_of", "prep_for"}), frozenset({noun.i, c})
                    )


def _got(reading: Reading, noun: Token, value: str, words: set[int]) -> Iterator[Received]:
    """Who received the reviews, met with them or opened to them."""
    for role, head in reading.graph.roles(noun.i):
        if reading.sentence[head].lemma in GETTING and role in {"patient", "prep_with", "prep_to"}:
            what = _filler(
                reading, head, {"agent", "subject"} if role == "patient" else {"agent", "subject", "patient"}
            )
            yield Received(value, what, frozenset({*words, head}))
            return


def _judged(reading: Reading, verb: Token) -> Iterator[Received]:
    """ "Critics panned it", "it was praised by critics"."""
    doers = [c for r, c in reading.graph.fillers(verb.i) if r == "agent"]
    critics = [c for c in doers if reading.sentence[c].lemma in CRITICS]
    if critics:
        what = _filler(reading, verb.i, {"patient"})
        yield Received(VERBS[verb.lemma], what, frozenset({verb.i, *critics}))


def _filler(reading: Reading, head: int, roles: set[str]) -> int | None:
    return next((c for r, c in reading.graph.fillers(head) if r in roles), None)
