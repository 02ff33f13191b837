"""Whether a claim's text says more than its quotation, read in its passage.

The matcher decides: what it finds supported says no more, what it finds contradicted says something else. What it
leaves open may only stand in other words than it knows, such as a pronoun's name; then the words tell. The text says
more where it has a word that neither the quotation nor what it is read by has, or has lost one that limits it. What a
quotation refers back to is looked for around it; a figure or a deed is no such thing, unless it is pointed at ("this").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimcheck import lexicon
from claimcheck.account import Account
from claimcheck.align import Passage
from claimcheck.auditing.fact_words import kind_of
from claimcheck.auditing.said import Sayings
from claimcheck.dimensions.date import When
from claimcheck.finding import Relation
from claimcheck.judge import judge
from claimcheck.lexicon import LexRel
from claimcheck.lore import Lore
from claimcheck.reading import LEXICON_POS, Reading, is_content
from claimcheck.retrieve.evidence import Cited
from claimcheck.retrieve.units import Place
from claimcheck.sources import Document
from claimcheck.tokens import Token
from claimcheck.verdict import Judgement, Label

LEAD = 3  # sentences at the head of a document that say what it is about
_WORD = re.compile(r"\w+")
_LIMITS = frozenset({"negation", "certainty", "comparison"})
_ALL = frozenset(
    "all every only sole solely exclusively entire entirely whole wholly always everyone everybody everything most "
    "mostly majority first nationwide worldwide".split()
)
_SAYING = frozenset("say says said saying".split())  # a statement may leave out who said so, or give it
_POINTING = frozenset(
    "this that these those so such same former latter both instead too also likewise otherwise".split()
)
_REFERRING = _POINTING | frozenset(
    "the he she it they him her them his hers its their theirs i we us our my me you your here there then one ones "
    "who which whose another other others each".split()
)
_SLIGHT = frozenset(
    "a an the of in at to by for from with be been being is was are were have has had do did does".split()
)
_SAME = frozenset({LexRel.EQUAL, LexRel.SYNONYM, LexRel.AGENT, LexRel.CAUSE})


@dataclass(frozen=True, slots=True)
class More:
    """What a text says beyond its quotation: words it has added, limits it has lost; or the values that disagree."""

    added: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    rule: str = ""
    ours: str = ""
    theirs: str = ""


def says_more(each: Cited, text: Sequence[Place], sayings: Sayings, lore: Lore) -> More | None:
    """What the sentences of a claim's own text say beyond its quotations; None for nothing.

    A quotation that no sentence covers (code, a link) bears out whatever is said of it.
    """
    covered = sayings.covered(each)
    if not covered:
        return None
    passage, bare = sayings.passage(covered), sayings.stated(covered)
    readings = [reading for reading in sayings.readings(text) if reading.nodes]
    judged = [judge(Account(reading), passage, lore, sayings.policy) for reading in readings]
    against = next((one for one in judged if one.label is Label.CONTRADICTED), None)
    if against is not None:
        return _against(against)
    unsure = [
        reading
        for reading, one in zip(readings, judged, strict=True)
        if one.label is not Label.SUPPORTED or not _supported(reading, bare, sayings, lore)
    ]
    if not unsure:
        return None
    quotes = [sayings.reads.document(source)[0].text[span] for source, span in each.places]
    near = _Near(each, covered, quotes, passage.readings, sayings)
    added = tuple(dict.fromkeys(word for reading in unsure for word in near.added(reading)))
    lost = tuple(dict.fromkeys(_lost(quotes, readings))) if len(unsure) == len(judged) else ()
    return More(added, lost) if added or lost else None


def _supported(reading: Reading, quoted: Passage, sayings: Sayings, lore: Lore) -> bool:
    """Whether the quoted sentences alone support one: what stands around them may say more than they do."""
    return judge(Account(reading), quoted, lore, sayings.policy).label is Label.SUPPORTED


def _against(judged: Judgement) -> More:
    wrong = [found for found in judged.findings if found.relation is Relation.CONTRADICTS]
    found = next((one for one in wrong if one.rule == judged.rule), wrong[0] if wrong else None)
    return More(
        rule=judged.rule, ours=found.statement if found else "", theirs=found.evidence if found else ""
    )


def _lost(quotes: Iterable[str], readings: Iterable[Reading]) -> Iterable[str]:
    """The words that limit in quotations what a text says as well, and that it has not itself."""
    said = {word for reading in readings for token in reading.sentence for word in (token.lower, token.lemma)}
    for quote in quotes:
        runs = re.findall(r"\w+(?:[.,'’]\w+)*|\S", quote.casefold())
        for k, word in enumerate(runs):
            if kind_of(word) in _LIMITS and word not in _SAYING and not said & {word, *_lemmas(word)}:
                limited = _limited(runs[k + 1 :])
                if said & {limited, *_lemmas(limited)}:
                    yield word


def _limited(behind: Iterable[str]) -> str:
    """The word that a limiting one bears on, of those behind it; empty where its clause ends before."""
    for word in behind:
        if not word[0].isalnum() and word not in "$€£¥":
            return ""
        if word[0].isalnum() and word not in _SLIGHT and kind_of(word) not in _LIMITS:
            return word
    return ""


def _lemmas(word: str) -> tuple[str, ...]:
    """What an inflected word may be a form of."""
    return tuple(word.removesuffix(end) for end in ("s", "ed", "d", "es", "ing") if word.endswith(end))


class _Near:
    """The words that a quotation, and what it is read by, have."""

    def __init__(
        self,
        each: Cited,
        covered: Sequence[Place],
        quotes: Sequence[str],
        around: Sequence[Reading],
        sayings: Sayings,
    ) -> None:
        document, key = sayings.reads.document(each.places[0][0])
        outline = sayings.documents.outline(key)
        own = [n for k, n in covered if k == key]
        topic = [outline[n].text for n in sayings.documents.shape(key).topic(own)] if own else []
        flow = [row.text for row in outline if row.kind == "flow"][:LEAD]
        self.document = document
        self.in_table = bool(own) and outline[own[0]].kind == "cell"
        if self.in_table:  # other cells of its row say nothing of it
            around = ()
        quoted = set(_words(" ".join(quotes)))
        self.own = quoted | set(_words(" ".join((*topic, document.meta.title or ""))))
        self.own.update(
            token.lemma
            for one in sayings.readings(covered)
            for token in one.sentence
            if not quoted.isdisjoint(_words(token.lower))
        )
        self.words = self.own | _vocabulary(around) | set(_words(" ".join(flow)))
        self.words.update(_words(" ".join(_stood_for(around, sayings, covered))))
        self.pointing = self.in_table or not quoted.isdisjoint(_POINTING)
        self.referring = self.in_table or not quoted.isdisjoint(_REFERRING)

    def added(self, reading: Reading) -> Iterable[str]:
        """The words of a sentence that are none of them, as they stand."""
        dated = {i for node in reading.nodes if isinstance(node.value, When) for i in node.words}
        for token in reading.sentence:
            limits = kind_of(token.lower) in _LIMITS
            if not (is_content(token, reading.sentence) or limits or token.lower in _ALL):
                continue
            if self.in_table and (limits or token.pos == "VERB"):
                continue  # what a row or a column says is put into a sentence: "rose from 3 to 5"
            there = self.words | _everywhere(self.document) if token.i in dated else self._there(token)
            if not _has(there, token):
                yield token.text

    def _there(self, token: Token) -> set[str]:
        """The words among which one must be."""
        told = token.pos == "VERB" and token.lower not in _SAYING
        if told or kind_of(token.lower) == "number":
            return self.words if self.pointing else self.own
        return self.words if self.referring else self.own


def _has(there: set[str] | frozenset[str], token: Token) -> bool:
    if token.lemma in there or token.lower in there:
        return True
    parts = _words(token.lower)
    if parts and all(part in there for part in parts):
        return True
    related = lexicon.expand(token.lemma, LEXICON_POS.get(token.pos, ""))
    return any(relation in _SAME and word in there for (word, _), relation in related.items())


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _vocabulary(readings: Iterable[Reading]) -> set[str]:
    return {
        word
        for r in readings
        for token in r.sentence
        for word in (token.lemma, token.lower, *_words(token.lower))
    }


def _stood_for(around: Sequence[Reading], sayings: Sayings, covered: Sequence[Place]) -> Iterable[str]:
    """The names and descriptions of what mentions stand for, and what the document is about."""
    passage = sayings.stated(covered)
    yield from (name.text for name in passage.topics)
    for reading in (*around, *passage.readings):
        for stands in reading.stands.values():
            yield " ".join((*(name.text for name in stands.names), *stands.lemmas, *stands.titles))


@lru_cache(maxsize=8)
def _everywhere(document: Document) -> frozenset[str]:
    """All words of a document and of the day it was published: a date may be worked out from any of them."""
    day = document.meta.published
    said = f" {day:%d %B %Y %A} {day.day} {document.meta.retrieved_at or ''}" if day else ""
    return frozenset(_words(document.text.text + said))
