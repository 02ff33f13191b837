"""Casualty figures as a text tells them: "claimed five lives", "left five dead", "the death toll stood at five"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from claimcheck import lexicon
from claimcheck.dimensions.context import Modality, Strength
from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.quantity import Quantity
from claimcheck.extents import persons
from claimcheck.reading import Reading
from claimcheck.siblings import counted_out
from claimcheck.tokens import Token

DEAD, HURT, MISSING = "dead", "hurt", "missing"
NOUNS: Final = {
    **dict.fromkeys("dead death fatality".split(), DEAD),
    **dict.fromkeys("injured wounded hurt".split(), HURT),
    "missing": MISSING,
}
# Verbs that are done to those counted, and verbs and adjectives that are said of them.
DONE_TO: Final = {"kill": DEAD, "injure": HURT, "wound": HURT, "hurt": HURT}
SAID_OF: Final = {
    **dict.fromkeys("die perish drown dead killed".split(), DEAD),
    **dict.fromkeys("injured wounded hurt".split(), HURT),
    **dict.fromkeys("missing unaccounted".split(), MISSING),
}
LIVES: Final = {"claim": DEAD, "take": DEAD, "cost": DEAD, "lose": DEAD}
# Who is so listed or reported is so; who has not been found is missing.
LISTING: Final = frozenset({"list", "report", "declare", "register", "leave"})
FINDING: Final = frozenset({"find", "locate"})
STANDS: Final = frozenset(
    "be stand rise climb reach hit pass exceed grow jump increase go come number total remain".split()
)
ANYBODY: Final = frozenset("people person life soul casualty victim one other human".split())
SUBJECT: Final = frozenset({"agent", "subject"})


@dataclass(frozen=True)
class Toll:
    """A figure of casualties: of which kind, of whom, the word it hangs from, and the words that tell the kind."""

    kind: str
    value: Quantity
    node: int
    whom: int | None
    anchor: int
    role: str
    words: frozenset[int]


def tolls(reading: Reading) -> Iterator[Toll]:
    """The casualty figures that a sentence states outright."""
    for n, node in enumerate(reading.nodes):
        value = node.value
        if not isinstance(value, Quantity) or value.dimension != "count" or value.interval is None:
            continue
        level = value.role in {"value", "end"} and not value.partitive and not value.per
        if level and not counted_out(reading.sentence, value):
            yield from _read(reading, n, value)


def stated_in(reading: Reading) -> list[Toll]:
    """The tolls of a sentence of the evidence, "killed a policeman" among them."""
    found = list(tolls(reading))
    for n, node in enumerate(reading.nodes):
        if node.pos != "v" or any(toll.anchor == node.head for toll in found):
            continue
        for role, token in reading.graph.fillers(node.head):
            kind, words = _kind(reading, role, node.head, token)
            if kind and persons(reading.sentence[token].lemma):
                one = single(reading, token, node.head)
                if one is not None and token in reading.at:
                    found.append(Toll(kind, one, n, token, node.head, role, words))
    return found


def _read(reading: Reading, n: int, value: Quantity) -> Iterator[Toll]:
    sentence, graph = reading.sentence, reading.graph
    inherited = value.head is not None and value.head < value.start  # "312 people … and about 1,500"
    head = None if inherited else value.head
    named = (
        NOUNS.get(sentence[head].lemma) or _participle(sentence[head], value) if head is not None else None
    )
    if head is not None and named:
        above = [h for _, h in graph.roles(head)]
        yield Toll(named, value, n, None, head, "", frozenset({head, *above[:1]}))
        return
    for token in (head,) if head is not None else value.words:
        for role, at in graph.roles(token):
            kind, words = _kind(reading, role, at, token)
            if kind:
                yield Toll(kind, value, n, head, at, role, words)
    verb = value.governor
    if head is None and verb is not None and sentence[verb].lemma in STANDS:
        for role, c in graph.fillers(verb):
            if role in SUBJECT and _is_toll(reading, c):
                below = (i for i in sentence.children[c] if sentence[i].dep in {"compound", "amod"})
                yield Toll(DEAD, value, n, None, verb, "toll", frozenset({verb, c, *below}))


def _participle(token: Token, value: Quantity) -> str | None:
    """ "Left 312 dead and 1,500 injured": the participle right behind a figure counts as a noun."""
    return DONE_TO.get(token.lemma) if token.tag == "VBN" and token.i == value.stop else None


def _is_toll(reading: Reading, token: int) -> bool:
    sentence = reading.sentence
    if sentence[token].lemma != "toll":
        return False
    below = {sentence[c].lower for c in sentence.children[token]}
    return bool(below & {"death"}) or not any(
        sentence[c].dep in {"compound", "amod"} for c in sentence.children[token]
    )


def _kind(reading: Reading, role: str, at: int, token: int) -> tuple[str, frozenset[int]]:
    """The kind that a word gives to those it is said of, and the words that say so."""
    sentence = reading.sentence
    lemma = sentence[at].lemma
    node = reading.nodes[reading.at[at]] if at in reading.at else None
    if sentence[token].lemma == "life" and lemma in LIVES and role in {"patient", "recipient"}:
        return DEAD, frozenset({at, token})
    if role == "patient" and lemma in DONE_TO:
        return DONE_TO[lemma], frozenset({at})
    said = SAID_OF.get(lemma) or SAID_OF.get(sentence[at].lower)
    if role in SUBJECT and said and not _does(reading, at):
        return said, frozenset({at})
    if role == "patient" and lemma in LISTING:
        beside = (c for c in sentence.children[at] if sentence[c].dep in {"oprd", "prep", "acomp", "advcl"})
        words = [c for i in beside for c in (i, *sentence.children[i])]
        kind = next((SAID_OF[sentence[c].lower] for c in words if sentence[c].lower in SAID_OF), "")
        return kind, frozenset({at, *(c for c in words if sentence[c].lower in SAID_OF)})
    if role == "patient" and lemma in FINDING and reading.contexts[at].polarity < 0:
        return MISSING, frozenset({at})
    for idiom in node.idioms if node is not None else ():
        undergone = role in SUBJECT and (idiom.undergone or idiom.lemma == "die")
        if len(idiom.words) > 1 and (undergone or role == "patient"):
            kind = DONE_TO.get(idiom.lemma) or SAID_OF.get(idiom.lemma, "")
            if kind:
                return kind, frozenset(idiom.words)
    return "", frozenset()


def _does(reading: Reading, verb: int) -> bool:
    """ "Hurt" as a verb that does it to somebody."""
    return any(role == "patient" for role, _ in reading.graph.fillers(verb))


def single(reading: Reading, token: int, at: int) -> Quantity | None:
    """ "A policeman", "the driver": one person."""
    sentence = reading.sentence
    below = [c for c in sentence.children[token] if sentence[c].dep in {"det", "poss"}]
    if sentence[token].tag != "NN" or not below or sentence[below[0]].lower in {"no", "every", "each", "any"}:
        return None
    if not persons(sentence[token].lemma) or lexicon.is_group_noun(sentence[token].lemma):
        return None
    first, text = below[0], sentence.words(below[0], token + 1)
    return Quantity(first, first + 1, text, Interval.point(Decimal(1)), "count", head=token, governor=at)


def stated(reading: Reading, toll: Toll) -> bool:
    context = reading.contexts[toll.anchor]
    firm = context.strength in {Strength.FACT, Strength.ATTRIBUTED}
    affirmed = context.polarity > 0 or toll.kind == MISSING
    return affirmed and firm and context.modality is Modality.NONE
