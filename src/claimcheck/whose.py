"""Whose it is: what is told of the engineer's assistant, or of half the village, is not told of engineer or village."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck import lexicon, transparent
from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import Case
from claimcheck.dimensions import scope
from claimcheck.finding import Finding, Relation
from claimcheck.links import Link
from claimcheck.placing import OWN
from claimcheck.reading import Reading
from claimcheck.relate import FORCES
from claimcheck.speakers import SPOKESMEN
from claimcheck.tokens import Sentence, Token

BELONGING: Final = frozenset({"poss", "mod", "prep_of", "prep_for", "prep_at"})
THROUGH: Final = frozenset({"prep_of", "poss"})
# What is done to these, or is true of them, is so of whom they belong to.
ALL_OF_IT: Final = frozenset(
    "all each both rest total number crew staff team personnel people troop force army member inhabitant resident "
    "island territory body person corpse remains body name age size height weight length price cost value kind".split()
)
# Words for a part: what is told of the part is not told of the whole.
PARTS: Final = frozenset(
    "part half third quarter fifth much some many most several few majority minority bulk portion section fraction "
    "percent % couple dozen handful".split()
)
NEARBY: Final = frozenset("outskirt outskirts suburb edge fringe vicinity surroundings rim periphery".split())
# Of a lower rank, or only like the thing: an assistant coach is not the coach, a toy gun is no gun.
LESSER: Final = frozenset(
    "acting interim caretaker "
    "assistant deputy vice junior associate trainee apprentice shadow honorary toy model replica mock dummy fake "
    "imitation youth reserve under-21 under-20 under-19 under-18 under-17 stunt body second-string".split()
)
SPEECH: Final = frozenset(
    "say tell comment confirm deny announce state add declare claim insist decline respond".split()
)
DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "all", "every", "whole", "entire"})
SOME_OF: Final = frozenset({scope.Kind.PART, scope.Kind.SOME, scope.Kind.MOST_OF, scope.Kind.NOT_ALL})


def compare(case: Case) -> Iterator[Finding]:
    """A finding for whatever the statement says of one thing and the evidence of what belongs to it, or of a part."""
    partly = any(found.kind in SOME_OF for found in case.account.scopes)
    for link in case.links:
        head, child = case.met(link.head), case.met(link.child)
        if head is None or child is None or head.reading != child.reading or head == child:
            continue
        retold = any(f.rule == "predicate.retold" for f in case.findings.get(link.child, ()))
        if not retold and (link.role in ROLE_GROUPS or link.role in THROUGH):
            other = _between(case, link, head, child)
            if other is None and not partly and link.role in ROLE_GROUPS:
                other = _part(case, link.child, child)
            if other is not None:
                yield _of_another(case, link.child, other)
    for k in sorted(case.held):
        place = case.met(k)
        if place is not None and (mark := _of_its(case, place)) is not None:
            yield _of_another(case, k, mark)
        lesser = _lesser(case, k, place) if place is not None else None
        if lesser is not None:
            yield _of_another(case, k, lesser)


def _of_another(case: Case, k: int, other: Token) -> Finding:
    node, rule = case.node(k), "role.of-another"
    return Finding(rule, Relation.UNDETERMINED, case.reading.text(node), other.text, "", node.words)


def _of_its(case: Case, place: Place) -> Token | None:
    """The mark of a possessor whose thing is left out: "40 homes, including the mayor's" are not the mayor."""
    sentence = case.passage.readings[place.reading].sentence
    token = sentence[case.passage.node(place).head]
    if token.dep == "poss":
        return None
    return next((sentence[c] for c in sentence.children[token.i] if sentence[c].tag == "POS"), None)


def _between(case: Case, link: Link, head: Place, child: Place) -> Token | None:
    """The noun that has the part in the evidence, where the statement gives it to what the noun belongs to."""
    reading = case.passage.readings[head.reading]
    above, own = case.passage.node(head).head, case.passage.node(child).head
    graph = reading.graph
    if any(h == above for _, h in graph.roles(own)):
        return None
    if any(
        h == own and role != "relcl" for role, h in graph.roles(above)
    ):  # "Finn, whose father came from Ghana"
        return None
    phrase = case.phrase(link.head)
    taken = {at.node for k in case.held if (at := case.met(k)) is not None and at.reading == head.reading}
    fillers = [row for w in (above, *sorted(phrase - {above})) for row in graph.fillers(w)]
    for role, noun in fillers:
        alike = role == link.role or role in ROLE_GROUPS or role == "prep_of"
        owned = next((r for r, c in graph.fillers(noun) if c == own and r in BELONGING), "")
        if not alike or not owned or noun in phrase or reading.at.get(noun, -1) in taken:
            continue
        if not _answers(case, link, reading, noun, owned):
            return reading.sentence[noun]
    return None


def _answers(case: Case, link: Link, reading: Reading, noun: int, owned: str) -> bool:
    """Whether what a noun does, or what is done to it, is so of what it belongs to."""
    token, node = reading.sentence[noun], reading.nodes[reading.at[noun]] if noun in reading.at else None
    if node is None or node.kind != "word" or token.pos != "NOUN" or not token.text.isascii():
        return True
    if token.lemma in transparent.NOUNS or (owned != "prep_of" and lexicon.is_act(token.lemma)):
        return True
    below = {reading.sentence[c].lower for c in reading.sentence.children[noun]}
    if below & {"every", "all", "each", "whole"} or case.node(link.child).kind == "quantity":
        return True
    if token.lemma in ALL_OF_IT:
        return not below & {"former", "some"}
    if link.role not in ROLE_GROUPS or ROLE_GROUPS[link.role] != "do":
        return (
            lexicon.is_place_noun(token.lemma) and token.lemma not in NEARBY and not _possessed(reading, noun)
        )
    if token.lemma in SPOKESMEN:
        return case.node(link.head).lemma in SPEECH or token.lemma in OWN
    return token.lemma in FORCES or token.lemma in OWN


def _possessed(reading: Reading, noun: int) -> bool:
    return any(role in {"poss", "mod"} for role, _ in reading.graph.fillers(noun))


def _part(case: Case, k: int, place: Place) -> Token | None:
    """The word for a part ("half of the village") that the evidence has before what the statement speaks of whole."""
    sentence = case.reading.sentence
    mine = sentence[case.node(k).head]
    whole = mine.pos == "PROPN" or any(sentence[c].lower in DEFINITE for c in sentence.children[mine.i])
    counted = any(link.head == k and case.node(link.child).kind == "quantity" for link in case.links)
    if not whole or counted or case.node(k).kind == "quantity" or _part_of(sentence, mine) is not None:
        return None
    evidence = case.passage.readings[place.reading].sentence
    token = evidence[case.passage.node(place).head]
    half = next((evidence[c] for c in evidence.children[token.i] if evidence[c].lower == "half"), None)
    return half or _part_of(evidence, token)


def _part_of(sentence: Sentence, token: Token) -> Token | None:
    above = sentence[token.head]
    if token.dep != "pobj" or above.lower != "of":
        return None
    part = sentence[above.head]
    number = any(sentence[c].dep == "nummod" for c in sentence.children[part.i])
    return part if part.lemma in PARTS or part.pos == "NUM" or (part.lemma == "member" and number) else None


def _lesser(case: Case, k: int, place: Place) -> Token | None:
    """The modifier that makes the evidence's noun another thing, where the statement has none."""
    if case.node(k).kind != "word" or case.node(k).pos != "n":
        return None
    evidence = case.passage.readings[place.reading].sentence
    mine = {case.reading.sentence[c].lemma for c in case.reading.sentence.children[case.node(k).head]}
    for c in evidence.children[case.passage.node(place).head]:
        token = evidence[c]
        if token.dep in {"amod", "compound", "nmod"} and token.lower in LESSER and token.lemma not in mine:
            return token
    return None
