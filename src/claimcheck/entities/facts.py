"""What the text says an entity is: titles, appositions, "X is a Y", "the freighter Korsholm", "the city of Kirkuk"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimcheck.dimensions.name_titles import HONORIFICS, OFFICES, RANKS
from claimcheck.dimensions.name_value import Kind, Name
from claimcheck.entities.model import Description
from claimcheck.entities.nominal import Nominal
from claimcheck.entities.words import EMPTY_NOUNS, EVENT_NOUNS, PERSON_NOUNS, SUBJECTS
from claimcheck.tokens import Sentence, Token

_SORTS = frozenset(
    "city town village port island state province county district region country nation republic river borough".split()
)
_HEDGES = frozenset(
    "likely alleged possible potential suspected apparent probable supposed reported presumed would-be prospective "
    "former ex-".split()
)
_TITLE_NOUNS = {"dr": "doctor", "prof": "professor", "rev": "reverend"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A description of the name with its head at `token`; `noun` is the head of the describing noun phrase, or -1.

    `joins` tells a phrase that is itself a mention of the entity (an apposition), not only said of it.
    """

    token: int
    description: Description
    modifiers: frozenset[str]
    noun: int
    joins: bool


def facts(
    sentence: Sentence, at: int, names: Mapping[int, Name], nouns: Mapping[int, Nominal]
) -> Iterator[Fact]:
    """The facts a sentence states of its names; both mappings go by head token."""
    for head, name in names.items():
        if name.title:
            yield from _title(at, name)
        yield from _noun_before(sentence, at, name, nouns)
        yield from _beside(sentence, at, head, names, nouns)
        yield from _copula(sentence, at, name, nouns)


def _title(at: int, name: Name) -> Iterator[Fact]:
    words = [w.strip(".") for w in name.title.lower().split()]
    last = words[-1]
    if last in HONORIFICS and last not in _TITLE_NOUNS:
        return
    lemma = (
        _TITLE_NOUNS.get(last) or RANKS.get(last) or (last if last in OFFICES or last in PERSON_NOUNS else "")
    )
    if lemma:
        said = Description(at, name.first, name.core, lemma, name.title, "title")
        yield Fact(name.head, said, frozenset(words[:-1]), -1, joins=False)


def _noun_before(sentence: Sentence, at: int, name: Name, nouns: Mapping[int, Nominal]) -> Iterator[Fact]:
    """ "the commuter ferry Maren Dawn", "the city of Kirkuk": a common noun right before a name."""
    if name.first == 0 or name.title:
        return
    noun = sentence[name.first - 1]
    if noun.tag == "NN" and noun.text.islower() and _one_phrase(sentence, noun, name, nouns):
        first = noun.i
        while first and sentence[first - 1].pos in {"NOUN", "ADJ"} and sentence[first - 1].text.islower():
            first -= 1
        modifiers = frozenset(sentence[i].lemma for i in range(first, noun.i))
        said = Description(at, first, noun.i + 1, noun.lemma, sentence.words(first, noun.i + 1), "title")
        if noun.lemma not in EMPTY_NOUNS and noun.lemma not in EVENT_NOUNS:
            joins = noun.i in nouns and nouns[noun.i].head == noun.i
            yield Fact(name.head, said, modifiers, noun.i if joins else -1, joins=joins)
    elif noun.lower == "of" and name.first > 1 and sentence[name.first - 2].lemma in _SORTS:
        sort = sentence[name.first - 2]
        if sort.tag == "NN" and noun.head == sort.i:
            said = Description(at, sort.i, sort.i + 1, sort.lemma, sort.text, "title")
            yield Fact(name.head, said, frozenset(), sort.i, joins=True)


def _one_phrase(sentence: Sentence, noun: Token, name: Name, nouns: Mapping[int, Nominal]) -> bool:
    head = sentence[name.head]
    if noun.dep in {"compound", "nmod"} and name.first <= noun.head < name.stop:
        after = name.stop < len(sentence) and sentence[name.stop]
        return not (after and after.pos == "NOUN" and head.head == after.i)
    if head.dep == "appos" and head.head == noun.i:
        return noun.i not in nouns  # else an apposition like any other
    return head.head == noun.head and head.dep == noun.dep and noun.dep in SUBJECTS


def _beside(
    sentence: Sentence, at: int, head: int, names: Mapping[int, Name], nouns: Mapping[int, Nominal]
) -> Iterator[Fact]:
    """Apposition, either way round; a plural noun before a list describes each of its names."""
    for i in sentence.children[head]:
        if sentence[i].dep != "appos" or i not in nouns or nouns[i].plural:
            continue
        if _fits(sentence, names[head], nouns[i]):
            yield _fact(sentence, at, names[head], nouns[i], "apposition")
    token = sentence[head]
    if token.dep != "appos" or token.head not in nouns:
        return
    noun = nouns[token.head]
    members = [head, *_conjuncts(sentence, head, names)]
    if not noun.plural:
        if len(members) == 1 and head > noun.head and _fits(sentence, names[head], noun):
            yield _fact(sentence, at, names[head], noun, "apposition")
    elif head > noun.head and len(members) > 1 and noun.count in {"", *_COUNTS.get(len(members), ())}:
        for member in members:
            fact = _fact(sentence, at, names[member], noun, "apposition")
            yield Fact(fact.token, fact.description, fact.modifiers, -1, joins=False)


_COUNTS = {2: ("two", "2"), 3: ("three", "3"), 4: ("four", "4"), 5: ("five", "5")}


def _conjuncts(sentence: Sentence, head: int, names: Mapping[int, Name]) -> Iterator[int]:
    for i in sentence.children[head]:
        if sentence[i].dep == "conj" and i in names:
            yield i
            yield from _conjuncts(sentence, i, names)


_NO_SORTS = frozenset("pronunciation title name translation spelling word term abbreviation".split())


def _fits(sentence: Sentence, name: Name, noun: Nominal) -> bool:
    """A person's name is no event's, a place is nobody's office; of "Chessy, France, a town" either may be the town."""
    if noun.lemma in _NO_SORTS:
        return False
    if name.kind is Kind.PERSON and (name.title or name.given):
        return noun.lemma in PERSON_NOUNS or noun.lemma not in EVENT_NOUNS
    if name.kind is not Kind.PLACE:
        return True
    dep = sentence[name.head].dep
    if noun.lemma in EVENT_NOUNS or (dep in {"appos", "conj"} and noun.head > name.head):
        return False
    return noun.lemma not in PERSON_NOUNS or (" " not in name.text and dep != "pobj")


def _fact(sentence: Sentence, at: int, name: Name, noun: Nominal, source: str) -> Fact:
    """The noun phrase and what follows in it, up to a break or the name it stands by."""
    below = frozenset(sentence.subtree(noun.head))
    stop = noun.head + 1
    while stop in below and sentence[stop].text not in _ENDS and stop != name.first:
        stop += 1
    said = Description(at, noun.first, stop, noun.lemma, sentence.words(noun.first, stop), source)
    return Fact(name.head, said, noun.modifiers, noun.head, joins=source == "apposition")


_ENDS = frozenset({",", ";", ":", "(", "—"})


def _copula(sentence: Sentence, at: int, name: Name, nouns: Mapping[int, Nominal]) -> Iterator[Fact]:
    """ "X is a Y" and "X was a Y": plainly said, not denied, asked, hedged or wished."""
    token = sentence[name.head]
    verb = sentence[token.head]
    if token.dep not in SUBJECTS or verb.lemma != "be" or verb.dep not in {"ROOT", "conj", "relcl"}:
        return
    below = [sentence[i] for i in sentence.children[verb.i]]
    if (
        any(t.dep in {"neg", "aux", "mark"} and t.lemma not in {"have", "be"} for t in below)
        or sentence[-1].text == "?"
    ):
        return
    if any(t.dep == "cc" and t.i < verb.i for t in (sentence[i] for i in sentence.children[name.head])):
        return
    for t in below:
        noun = nouns.get(t.i)
        if t.dep == "attr" and noun and not noun.plural and not noun.modifiers & _HEDGES:
            fact = _fact(sentence, at, name, noun, "copula")
            yield Fact(
                fact.token, fact.description, fact.modifiers, noun.head, joins=noun.lemma not in EVENT_NOUNS
            )
