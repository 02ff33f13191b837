"""What a sentence says, ready to be compared: its units, its values, and how they hang together.

One reader serves statements and evidence. Every content word of a sentence belongs to exactly one node: a name, a
quantity, a date or clock time, or a word; function words belong to none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from claimcheck import lexicon
from claimcheck.dimensions import context as contexts
from claimcheck.dimensions import date as dates
from claimcheck.dimensions import exception
from claimcheck.dimensions import name as names
from claimcheck.dimensions import quantity as quantities
from claimcheck.dimensions import scope as scopes
from claimcheck.dimensions.context import Context, Speaker
from claimcheck.dimensions.date import When
from claimcheck.dimensions.exception import Apart
from claimcheck.dimensions.name import Kind as NameKind
from claimcheck.dimensions.name import Name
from claimcheck.dimensions.name_join import gapped
from claimcheck.dimensions.quantity import Quantity
from claimcheck.dimensions.scope import Scope
from claimcheck.graph import Graph, build
from claimcheck.phrases import Idiom, compounds, phrases
from claimcheck.policy import DEFAULT, Policy
from claimcheck.siblings import Region, regions
from claimcheck.tokens import CONTENT_POS, TITLE, Sentence, Token

Kind = Literal["word", "name", "quantity", "date", "pronoun"]
LEXICON_POS = {"NOUN": "n", "PROPN": "n", "VERB": "v", "AUX": "v", "ADJ": "a", "ADV": "r", "NUM": "n"}
PRONOUN_TAGS = frozenset({"PRP", "PRP$"})


@dataclass(frozen=True, slots=True)
class Stands:
    """What a mention stands for, found elsewhere in its document: implied, not stated here.

    names: the names of the entity; titles: ranks and offices it is given; lemmas: the words its descriptions are made
    of ("commuter", "ferry"); heads: those that say what it is ("ferry").
    """

    names: tuple[Name, ...] = ()
    titles: tuple[str, ...] = ()
    heads: frozenset[str] = frozenset()
    lemmas: frozenset[str] = frozenset()

    def in_full(self, short: Name) -> tuple[Name, ...]:
        """The full names of a person whom the text calls by a surname alone; () for any other mention."""
        if short.given or " " in short.text:
            return ()
        return tuple(n for n in self.names if n.given and n.surname == short.text)


PEOPLE_AND_PLACES = frozenset({NameKind.PERSON, NameKind.PLACE, NameKind.NATIONALITY})
NOTHING: Mapping[int, Stands] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Node:
    """One thing a sentence says: `head` and `words` are token indexes; `value` is set for names and values."""

    kind: Kind
    head: int
    words: tuple[int, ...]
    lemma: str
    pos: str  # lexicon part of speech: n, v, a, r
    value: Quantity | When | Name | None = None
    idioms: tuple[Idiom, ...] = ()


Plain = tuple[str, str, str, tuple[tuple[str, str], ...]]  # lemma, part of speech, form, idioms


@dataclass(frozen=True)
class Reading:
    """A sentence read: its graph, its nodes in order of the text, what its mentions stand for, and who speaks it."""

    sentence: Sentence
    graph: Graph
    nodes: tuple[Node, ...]
    stands: Mapping[int, Stands] = field(default_factory=lambda: NOTHING)
    carried: Speaker | None = None

    @cached_property
    def at(self) -> dict[int, int]:
        """Token index → index of the node it belongs to."""
        return {w: k for k, node in enumerate(self.nodes) for w in node.words}

    @cached_property
    def contexts(self) -> Mapping[int, Context]:
        """Polarity, strength and speakers of every predicate, by token index."""
        return contexts.contexts(self.sentence, self.carried)

    @cached_property
    def scopes(self) -> tuple[Scope, ...]:
        """Its scope words."""
        return scopes.find(self.sentence)

    @cached_property
    def apart(self) -> tuple[Apart, ...]:
        """What it sets apart."""
        return exception.find(self.sentence)

    @cached_property
    def plain(self) -> tuple[Plain | None, ...]:
        """For every node that is a word what it says by itself, whatever it stands for."""
        return tuple(
            (
                node.lemma,
                node.pos,
                self.sentence[node.head].lower,
                tuple((i.lemma, i.pos) for i in node.idioms),
            )
            if node.kind == "word"
            else None
            for node in self.nodes
        )

    @cached_property
    def tops(self) -> tuple[int, ...]:
        """For every node the token it hangs together by: of a noun before another ("federal police personnel") that."""
        tokens = (self.sentence[node.head] for node in self.nodes)
        return tuple(token.head if token.dep == "compound" else token.i for token in tokens)

    @cached_property
    def regions(self) -> Mapping[int, Region]:
        """For a figure among others of its dimension (by node index) the words said of it alone."""
        return regions(
            self.sentence, [(k, n.value) for k, n in enumerate(self.nodes) if isinstance(n.value, Quantity)]
        )

    def text(self, node: Node) -> str:
        """The words of a node as a reader would quote them."""
        return self.sentence.words(node.words[0], node.words[-1] + 1)


def read(
    sentence: Sentence,
    *,
    reference: date | None = None,
    policy: Policy = DEFAULT,
    stands: Mapping[int, Stands] = NOTHING,
    carried: Speaker | None = None,
    named: Sequence[Name] | None = None,
    valued: tuple[Sequence[When], Sequence[Quantity]] | None = None,
) -> Reading:
    """Read one sentence.

    reference: the day its relative dates count from; stands: what its mentions stand for, by head token; carried: who
    speaks it, where it only continues a quotation; named and valued: its names, and its times and quantities, where the
    caller has found them already.
    """
    nodes = _Nodes(sentence)
    found = [_numbered(sentence, name) for name in (names.find(sentence) if named is None else named)]
    times, counts = valued or (dates.find(sentence, reference), quantities.find(sentence, policy))
    for name in found:
        within = any(when.start < name.first and name.stop <= when.stop for when in times)
        titled = sentence[name.first].ent == TITLE
        if titled or (name.text[-1].isdigit() and not within):  # "(UTC+1)" is of the time before it
            nodes.add("name", range(name.first, name.stop), name)
    for when in times:
        nodes.add("date", range(when.start, when.stop), when)
    for quantity in counts:
        nodes.add("quantity", quantity.words, quantity)
    for name in found:
        nodes.add("name", range(name.first, name.stop), name)
    nodes.add_words()
    return Reading(sentence, build(sentence), nodes.in_order(), stands, carried)


def _numbered(sentence: Sentence, name: Name) -> Name:
    """A name with the bare number that follows and belongs to it: "Windows Server 2016", "FreeBSD 14"."""
    if name.stop >= len(sentence) or name.kind in PEOPLE_AND_PLACES or name.possessive:
        return name
    number = sentence[name.stop]
    joined = name.first <= number.head < name.stop or sentence[name.head].head == number.i
    if not number.text[0].isdigit() or number.pos not in {"NUM", "PROPN"} or not joined:
        return name
    score = number.i + 1 < len(sentence) and sentence[number.i + 1].text in {"-", "–"}
    if score or any(dash in number.text for dash in "-–"):
        return name  # "beat Linz 3–1"
    if gapped(sentence, sentence[name.head]):
        return name
    text = f"{name.text} {number.text}"
    return replace(name, text=text, stop=name.stop + 1, end=number.end)


class _Nodes:
    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence
        self.taken: set[int] = set()
        self.found: list[Node] = []

    def add(self, kind: Kind, covered: Iterable[int], value: Quantity | When | Name) -> None:
        words = tuple(i for i in covered if i not in self.taken)
        if not words:
            return
        self.taken.update(words)
        head = self._head(words)
        token = self.s[head]
        self.found.append(Node(kind, head, words, token.lemma, LEXICON_POS.get(token.pos, "n"), value))

    def add_words(self) -> None:
        for token in self.s:
            if token.i in self.taken:
                continue
            if token.tag in PRONOUN_TAGS:
                self.found.append(Node("pronoun", token.i, (token.i,), token.lemma, "n"))
            elif is_content(token, self.s):
                self._add_word(token)

    def _add_word(self, token: Token) -> None:
        particles = [c for c in self.s.children[token.i] if self.s[c].dep == "prt"]
        words = (token.i, *particles)
        lemma = "_".join([token.lemma, *(self.s[p].lower for p in particles)])
        if particles and not lexicon.known(lemma, "v"):
            lemma = token.lemma  # "sank off Vik": no phrasal verb, but a preposition that the parser misread
        pos = "a" if is_state(token, self.s) else LEXICON_POS[token.pos]
        said = phrases(self.s, token) if token.pos == "VERB" else compounds(self.s, token)
        if "_" in lemma:  # "went up after it": the particle makes the verb, and "go after" is none of it
            said = tuple(i for i in said if not set(particles).isdisjoint(i.words))
        if token.tag in {"VBN", "VBG"} and lexicon.known(token.lower, "a"):
            said += (Idiom(token.lower, "a", (token.i,)),)  # "were closed" may be a state as well as an event
        self.found.append(Node("word", token.i, words, lemma, pos, None, said))

    def _head(self, words: tuple[int, ...]) -> int:
        """The token whose own head lies outside the words."""
        inside = set(words)
        return next((i for i in words if self.s[i].head not in inside or self.s[i].head == i), words[-1])

    def in_order(self) -> tuple[Node, ...]:
        return tuple(sorted(self.found, key=lambda node: node.words))


STATES = frozenset({"on", "off", "up", "down", "in", "out"})
STATIVE = frozenset({"be", "stay", "remain", "keep", "leave"})


def is_state(token: Token, sentence: Sentence) -> bool:
    """ "Telemetry is off", "the site was down": a particle that is all the predicate there is."""
    if token.lower not in STATES or sentence[token.head].lemma not in STATIVE:
        return False
    return not any(sentence[c].dep in {"pobj", "pcomp"} for c in sentence.children[token.i])


def is_content(token: Token, sentence: Sentence) -> bool:
    """Whether a token says something of its own (auxiliaries, determiners, particles and marks do not)."""
    if is_state(token, sentence):
        return True
    if token.dep in {"aux", "auxpass", "punct", "case", "prt", "expl", "mark", "cc", "det", "neg"}:
        return False
    return token.pos in CONTENT_POS and token.tag not in {"WRB", "WP", "WDT", "POS"}
