"""Relations between common words: look-ups in a table compiled from WordNet and the curated tables.

Words are lower-case lemmas, the words of a multiword lemma joined by "_"; parts of speech are "n", "v", "a", "r".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from claimcheck.lexicon.places import related_places
from claimcheck.lexicon.records import records
from claimcheck.lexicon.relation import LexRel

Word = tuple[str, str]  # (lemma, part of speech)

PERSON, GROUP, PLACE, TIME = 1, 2, 4, 8
_PEOPLE: tuple[Word, ...] = (
    ("person", "n"),
    ("individual", "n"),
    ("human", "n"),
    ("human_being", "n"),
    ("people", "n"),
)
_BY_CODE = {relation.code: relation for relation in LexRel}
_SYMMETRIC = frozenset(
    {LexRel.EQUAL, LexRel.SYNONYM, LexRel.ANTONYM, LexRel.COHYPONYM, LexRel.CONVERSE, LexRel.AGENT}
)
_ABOUT_PERSONS = frozenset(lemma for lemma, _ in _PEOPLE)
_NEGATING = ("un", "non-", "non")
_NOT_NEGATED = frozenset({"iform", "ique", "iversal", "animous", "canny"})
_POS = frozenset("nvar")
_words: dict[int, Word] = {}  # id -> word, shared by all expansions


def _word(i: int) -> Word:
    found = _words.get(i)
    if found is None:
        key = records()[i].decode()
        found = _words[i] = (key[1:], key[0])
    return found


def _body(lemma: str, pos: str) -> bytes:
    return (records().find((pos + lemma).encode()) if pos in _POS else None) or b"\0"


@lru_cache(maxsize=4096)
def _listed(word: str, pos: str) -> bool:
    return records().find((pos + word).encode()) is not None


@lru_cache(maxsize=4096)
def entry(word: str, pos: str) -> str:
    """The lexicon's own form of a lemma, or the lemma itself where it has none.

    Lemmatisers cut the s of "diabetes" and "politics"; a compound may be written open, closed or with a hyphen.
    """
    if pos not in _POS or _listed(word, pos):
        return word
    forms = (form for spelling in (word, *_spellings(word, pos)) for form in _singular(spelling, pos))
    return next((form for form in forms if _listed(form, pos)), word)


def _singular(word: str, pos: str) -> tuple[str, ...]:
    return (word, word + "s") if pos == "n" else (word,)


def _spellings(word: str, pos: str) -> Iterator[str]:
    """Other ways to write a compound: "air_strike", "airstrike", "air-strike"."""
    if "-" in word:
        yield word.replace("-", "_")
        yield _joined(word, pos)
    elif "_" in word and pos != "v":
        yield word.replace("_", "-")
        yield _joined(word, pos)


def _joined(word: str, pos: str) -> str:
    """A compound as one word. But to "re-sign" is not to resign, and a "black bird" is no blackbird."""
    if word.startswith("re-") or ("_" in word and (pos != "n" or _listed(word.split("_")[0], "a"))):
        return word
    return word.replace("_", "").replace("-", "")


@lru_cache(maxsize=4096)
def expand(word: str, pos: str) -> Mapping[Word, LexRel]:
    """All words that `word`, as evidence, bears on: (lemma, part of speech) -> relation.

    More specific words are not listed: `relation` gives them as WIDER. Empty for an unknown word.
    """
    body = _body(entry(word, pos), pos)
    found: dict[Word, LexRel] = {}
    if body[0] & PERSON:
        found.update((person, LexRel.NARROWER) for person in _PEOPLE if person[0] != word)
    at, end = 1, len(body)
    while at < end:
        relation, stop = _BY_CODE[body[at]], at + 2 + 3 * body[at + 1]
        for k in range(at + 2, stop, 3):
            found[_word(body[k] | body[k + 1] << 8 | body[k + 2] << 16)] = relation
        at = stop
    return MappingProxyType(found)


def relation(evidence: str, evidence_pos: str, statement: str, statement_pos: str) -> LexRel:
    """How a word of the evidence bears on a word of the statement."""
    e, s = (entry(evidence, evidence_pos), evidence_pos), (entry(statement, statement_pos), statement_pos)
    if e == s or (evidence_pos == statement_pos and _one_compound(e, s)):
        return LexRel.EQUAL
    found = expand(*e).get(s)
    if found is None:
        back = expand(*s).get(e)
        if back is LexRel.NARROWER:
            found = LexRel.WIDER
        elif back in _SYMMETRIC:
            found = back
    if found is None and evidence_pos in "na" and statement_pos in "na":
        found = related_places(evidence, statement, evidence_pos == statement_pos)
    return found or _negated(e, s)


def _one_compound(e: Word, s: Word) -> bool:
    """Whether two words are one but for how it is joined; most are joined of nothing."""
    joined = any(mark in word for word, _ in (e, s) for mark in "_-")
    return joined and _joined(*e) == _joined(*s)


def _negated(e: Word, s: Word) -> LexRel:
    """ "compressed" and "uncompressed", where no table has the pair."""
    if e[1] == s[1] and e[1] in "ar":
        short, long = sorted((e[0], s[0]), key=len)
        if (
            len(short) > 3
            and any(long == prefix + short for prefix in _NEGATING)
            and short not in _NOT_NEGATED
        ):
            return LexRel.ANTONYM
    return LexRel.NONE


def known(word: str, pos: str) -> bool:
    """The lexicon has an entry for this word in this part of speech, in one spelling or another."""
    return pos in _POS and _listed(entry(word, pos), pos)


@lru_cache(maxsize=4096)
def exclusive_classes(word: str, pos: str) -> Mapping[str, str]:
    """The closed classes a word belongs to, by name, each with the member it stands for ("tuesday")."""
    text = records().text("{" + pos + word) or ""
    return dict(line.split("=", 1) for line in text.splitlines())


@lru_cache(maxsize=4096)
def is_act(noun: str) -> bool:
    """The noun says what a verb says: reply, attack, decision."""
    return any(found is LexRel.EQUAL and pos == "v" for (_, pos), found in expand(noun, "n").items())


@lru_cache(maxsize=4096)
def is_person_noun(lemma: str) -> bool:
    """Most uses of the noun name a human being: actor, mother, person."""
    return bool(_body(entry(lemma, "n"), "n")[0] & PERSON) or lemma in _ABOUT_PERSONS


@lru_cache(maxsize=4096)
def is_group_noun(lemma: str) -> bool:
    """Most uses of the noun name a group of people or an organisation: company, team, army."""
    return bool(_body(entry(lemma, "n"), "n")[0] & GROUP)


@lru_cache(maxsize=4096)
def is_place_noun(lemma: str) -> bool:
    """Most uses of the noun name a location, building, or piece of land or water: city, airport, river."""
    return bool(_body(entry(lemma, "n"), "n")[0] & PLACE)


@lru_cache(maxsize=4096)
def is_time_noun(lemma: str) -> bool:
    """Most uses of the noun name a time or a length of time: year, morning, Tuesday."""
    return bool(_body(entry(lemma, "n"), "n")[0] & TIME)
