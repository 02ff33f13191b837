"""Ages against the years of birth and death: "born in 1950, she died in 1999 aged 52"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from claimcheck.checking.sums.wrong import Wrong, asserted
from claimcheck.dimensions.date import When
from claimcheck.dimensions.date.value import Bound, Period
from claimcheck.dimensions.quantity import Quantity
from claimcheck.dimensions.quantity.value import AGE, COUNT
from claimcheck.extract.prose import ProseSentence
from claimcheck.tokens import Sentence

MONTHS: Final = Decimal(12)
OLDEST: Final = 125
BRACKET: Final = 2  # tokens from a name to the years in brackets behind it
DIED: Final = "die"
AT: Final = frozenset({"at", "aged"})


def ages(said: ProseSentence) -> Iterator[Wrong]:
    """The age at death of the one person whose birth and death a sentence dates."""
    sentence = said.sentence
    life = _life(said)
    if life is None:
        return
    born, died, words = life
    found = [(q, years) for q in said.quantities if (years := _at_death(sentence, q)) is not None]
    if len(found) != 1 or not _of_the_named(sentence, found[0][0], words):
        return
    stated, years = found[0]
    possible = _between(born, died)
    if not possible or years in possible or not asserted(said, sentence.root):
        return
    told = " or ".join(map(str, possible))
    yield Wrong(stated.words, f"from {_said(born)} to {_said(died)} is {told} years, not {years}", words)


def _life(said: ProseSentence) -> tuple[Period, Period, tuple[tuple[int, ...], ...]] | None:
    """Birth and death of the one person the sentence is about, with their tokens."""
    vital = [when for when in said.dates if when.vital]
    spans = [when for when in vital if when.vital == "life" and when.period and when.end]
    if len(vital) == len(spans) == 1 and spans[0].period and spans[0].end:
        return spans[0].period, spans[0].end, (_words(spans[0]),)
    births = [when for when in vital if when.vital == "born" and _on(when)]
    deaths = [when for when in vital if when.vital == "died" and _on(when)]
    if len(vital) != 2 or len(births) != 1 or len(deaths) != 1 or _several(said.sentence):
        return None
    born, died = births[0], deaths[0]
    if born.period is None or died.period is None:
        return None
    return born.period, died.period, (_words(born), _words(died))


def _of_the_named(sentence: Sentence, age: Quantity, life: tuple[tuple[int, ...], ...]) -> bool:
    """Whether who died is the one whose years stand in brackets behind the name."""
    if len(life) > 1 or age.governor is None:
        return True
    verb = sentence[age.governor]
    subjects = [c for c in sentence.children[verb.i] if sentence[c].dep in {"nsubj", "nsubjpass"}]
    who = verb.head if verb.dep in {"relcl", "acl"} else next(iter(subjects), verb.i)
    joined = any(sentence[c].dep == "conj" for c in sentence.children[who])
    return not joined and 0 < life[0][0] - who <= BRACKET


def _on(when: When) -> bool:
    return when.bound is Bound.ON and when.end is None and when.offset is None


def _words(when: When) -> tuple[int, ...]:
    return tuple(range(when.start, when.stop))


def _several(sentence: Sentence) -> bool:
    """Whether somebody else may be meant: a person besides the subject is named, or spoken of."""
    subjects = {t.lower for t in sentence if t.dep in {"nsubj", "nsubjpass"}}
    named = {t.i for t in sentence if t.dep in {"nsubj", "nsubjpass"} and t.pos in {"PROPN", "NOUN"}}
    people = {t.i for t in sentence if t.ent == "PERSON" and t.ent_first}
    whose = any(t.dep == "poss" and t.tag == "PRP$" for t in sentence)
    return len(people) > 1 or len(named) > 1 or (whose and "who" not in subjects)


def _at_death(sentence: Sentence, quantity: Quantity) -> int | None:
    """The age in years at which somebody is said to have died."""
    if quantity.interval is None or not quantity.interval.is_point or quantity.form != "exact":
        return None
    governor = sentence[quantity.governor].lemma if quantity.governor is not None else ""
    low = quantity.interval.low
    if governor != DIED or low is None:
        return None
    if quantity.dimension == AGE and quantity.unit == "year":
        return int(low / MONTHS) if low % MONTHS == 0 else None
    bare = quantity.dimension == COUNT and quantity.head is None and quantity.start > 0
    return int(low) if bare and sentence[quantity.start - 1].lower in AT else None


def _between(born: Period, died: Period) -> tuple[int, ...]:
    """The ages that somebody born then may have reached by then, in years."""
    if born.days is None or died.days is None or born.implied or died.implied:
        return ()
    if not (born.days.exact and died.days.exact) or born.days.lo < 1 or died.days.lo < born.days.hi:
        return ()
    least = _years(born.days.hi, died.days.lo)
    most = _years(born.days.lo, died.days.hi)
    return tuple(range(least, most + 1)) if 0 <= most <= OLDEST and most - least < 2 else ()


def _years(first: int, last: int) -> int:
    one, two = date.fromordinal(first), date.fromordinal(last)
    return two.year - one.year - ((two.month, two.day) < (one.month, one.day))


def _said(period: Period) -> str:
    assert period.days is not None
    day = date.fromordinal(period.days.lo)
    return f"{day.day} {day:%B} {day.year}" if period.days.single else str(day.year)
