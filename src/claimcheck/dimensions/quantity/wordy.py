"""Quantities without a numeral: none, both, the only, once, doubled, first, most, several."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.dimensions.interval import ZERO, Interval
from claimcheck.dimensions.quantity.bounds import around, band, bounded
from claimcheck.dimensions.quantity.draft import Draft
from claimcheck.dimensions.quantity.heads import noun_after
from claimcheck.dimensions.quantity.multiples import make_ratio, multiplies
from claimcheck.dimensions.quantity.number import Atoms, after_hyphen, hyphen, word_at
from claimcheck.dimensions.quantity.parts import part_at
from claimcheck.dimensions.quantity.value import SHARE, Form
from claimcheck.dimensions.quantity.words import (
    HUNDRED,
    MONTHS,
    ORDINALS,
    PARTS,
    SCALES,
    TENS_ORDINALS,
    VAGUE,
)
from claimcheck.policy import Policy
from claimcheck.tokens import Sentence

NONE = frozenset({"no", "none", "nobody", "neither", "zero"})
DOUBLERS = {
    "twice": 2, "thrice": 3, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3, "tripled": 3,
    "triples": 3, "tripling": 3, "treble": 3, "trebled": 3, "quadruple": 4, "quadrupled": 4, "quadrupling": 4,
    "quintupled": 5, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7,
    "eightfold": 8, "tenfold": 10, "hundredfold": 100,
}  # fmt: skip
HALVED = frozenset({"halved", "halves", "halving", "halve"})
SHARES = frozenset({"most", "majority", "minority"})
_HANDFUL = frozenset({"handful", "number", "lot", "lots", "plenty"})
WORDY = (
    NONE | frozenset(DOUBLERS) | HALVED | SHARES | _HANDFUL | VAGUE | frozenset(ORDINALS) | frozenset(PARTS)
    | frozenset(TENS_ORDINALS) | {"once", "both", "only", "sole", "single"}
)  # fmt: skip
_NOT_VAGUE_AFTER = frozenset("as how so too that the last past next first".split())
_ONCE_AFTER = frozenset({"", ".", ",", ";", "and", "or", "a", "per", "every", "each", "in", "during", "since", "this",
                         "last", "before", "more", "on"})  # fmt: skip
_NO_MORE = frozenset("more fewer less longer other later earlier sooner better worse doubt matter idea wonder longer "
                     "way sign comment".split())  # fmt: skip
_RANKS = frozenset("finish place rank come be stand run start remain qualify".split())
Found = tuple[list[Draft], int]
ONE = Decimal(1)


def wordy_at(atoms: Atoms, k: int, sentence: Sentence, policy: Policy) -> Found:
    """The drafts of a word such as "none" at atom k and the atom to go on from; no drafts and k where it is none."""
    low = atoms[k].low
    if low in NONE:
        return _none(atoms, k, sentence)
    if low in DOUBLERS or low in HALVED:
        return _doubled(atoms, k, sentence, policy)
    if low == "once":
        return _once(atoms, k, sentence)
    if low in ("both", "only", "sole", "single"):
        return _one_or_two(atoms, k, sentence)
    if low in SHARES:
        return _most(atoms, k, sentence)
    if low in VAGUE or low in _HANDFUL:
        return _vague(atoms, k, sentence)
    ordinal = _ordinal(atoms, k, sentence)
    if ordinal[1] > k:
        return ordinal
    return part_at(atoms, k, sentence, policy) if low in PARTS else ([], k)


def _word(atoms: Atoms, start: int, stop: int, value: Decimal | None, form: Form = "exact") -> Draft:
    first, last = atoms[start].i, atoms[stop - 1].i + 1
    interval = None if value is None else Interval.point(value)
    return Draft(start=first, stop=last, first=first, last=last, interval=interval, form=form)


def _none(atoms: Atoms, k: int, sentence: Sentence) -> Found:
    """No X, none of X, nobody, no one, neither: zero."""
    low, after = atoms[k].low, word_at(atoms, k + 1)
    if low == "zero":
        return [], k
    stop = k + 1
    if low == "no":
        if after == "one" and sentence[atoms[k + 1].i].tag != "CD":
            stop = k + 2
        elif after in _NO_MORE or after in (".", "#", "") or not _determines(sentence, atoms[k].i):
            return [], k
    draft = _word(atoms, k, stop, ZERO)
    if low == "nobody" or stop == k + 2:
        draft.placed = True
    if low == "neither" and noun_after(sentence, draft.stop) is None and after != "of":
        return [], k
    return [draft], stop


def _determines(sentence: Sentence, i: int) -> bool:
    """Whether the "no" at token i stands before a noun phrase."""
    return sentence[i].dep in ("det", "neg", "") and noun_after(sentence, i + 1) is not None


def _doubled(atoms: Atoms, k: int, sentence: Sentence, policy: Policy) -> Found:
    """ "Twice as many", "doubled", "tenfold", "halved": a multiplier; "twice a week": occurrences."""
    low, token = atoms[k].low, sentence[atoms[k].i]
    if hyphen(atoms, k + 1) and low in ("double", "triple"):
        return [], k
    verb = low.endswith(("d", "ing", "fold")) or low in HALVED
    if low in ("double", "doubles", "triple", "triples", "treble", "quadruple", "halves", "halve"):
        if token.pos != "VERB" and not multiplies(atoms, k + 1):
            return [], k
        verb = verb or token.pos == "VERB"
    value = Decimal("0.5") if low in HALVED else Decimal(DOUBLERS[low])
    bound = around(atoms, k, k + 1)
    begin = bound.begin if bound.op else k
    draft = _word(atoms, begin, k + 1, value)
    draft.first = atoms[k].i
    spread = band(value, ONE, policy)
    draft.interval, draft.form = bounded(bound.op, Interval.point(value), spread, ONE)
    draft.resolution = draft.significant = ONE if value >= 1 else Decimal("0.1")
    if not verb and low in ("twice", "thrice") and not multiplies(atoms, k + 1):
        draft.unit, draft.head, draft.placed = "times", token.i, True
        return [draft], k + 1
    make_ratio(draft)
    if word_at(atoms, k + 1) == "as" and word_at(atoms, k + 2) in ("many", "much"):
        draft.stop = atoms[k + 2].i + 1
        return [draft], k + 3
    draft.placed = verb
    return [draft], k + 1


def _once(atoms: Atoms, k: int, sentence: Sentence) -> Found:
    """ "Struck once", "only once", "once a week": one time; not "once" for formerly or as soon as."""
    bound = around(atoms, k, k + 1)
    bounded_by = bound.begin < k and bound.op != ""
    if not bounded_by and (
        k == 0 or word_at(atoms, k + 1) not in _ONCE_AFTER or word_at(atoms, k - 1) in ("at", ",")
    ):
        return [], k
    if not bounded_by and sentence[atoms[k].i].dep in ("mark", "advcl"):
        return [], k
    draft = _word(atoms, bound.begin if bounded_by else k, k + 1, ONE)
    if bounded_by:
        draft.interval, draft.form = bounded(bound.op, Interval.point(ONE), ZERO, ONE)
    draft.unit, draft.head, draft.placed = "times", atoms[k].i, True
    return [draft], k + 1


def _one_or_two(atoms: Atoms, k: int, sentence: Sentence) -> Found:
    """ "Both X": two; "the only X", "the sole X", "a single X": one; "not a single X", "without a single X": none."""
    low = atoms[k].low
    i = atoms[k].i
    if low == "both":
        paired = any(t.lower == "and" for t in sentence.tokens[i + 1 : i + 8])
        noun = noun_after(sentence, i + 1)
        if word_at(atoms, k + 1) != "of" and (noun is None or paired or not _plural(sentence, noun)):
            return [], k
        return [_word(atoms, k, k + 1, Decimal(2))], k + 1
    before = word_at(atoms, k - 1)
    noun = noun_after(sentence, i + 1)
    if noun is None or _plural(sentence, noun) or sentence[i].pos == "PROPN":
        return [], k
    if low == "single":
        if before not in ("a", "the", "one", "every", "no") or before == "every":
            return [], k
        start = k - 1
        empty = before == "no" or word_at(atoms, k - 2) in ("not", "without", "n't", "n’t", "never", "nor")
        start -= empty and before != "no"
        return [_word(atoms, start, k + 1, ZERO if empty else ONE)], k + 1
    if before not in ("the", "its", "his", "her", "their", "our", "my") or word_at(atoms, k + 1) in PARTS:
        return [], k
    return [_word(atoms, k - 1, k + 1, ONE)], k + 1


def _plural(sentence: Sentence, i: int) -> bool:
    return sentence[i].tag in ("NNS", "NNPS")


def _most(atoms: Atoms, k: int, sentence: Sentence) -> Found:
    """ "Most of X", "most X", "a majority": (50, 100]; "a minority": (0, 50). Superlatives count nothing."""
    low, token = atoms[k].low, sentence[atoms[k].i]
    before, start = word_at(atoms, k - 1), k
    if low == "most":
        after_of = word_at(atoms, k + 1) == "of"
        if before in ("the", "at", "a", "second", "its", "his", "her", "their") or token.tag == "RBS":
            return [], k
        if not after_of and (token.dep != "amod" or noun_after(sentence, token.i + 1) is None):
            return [], k
    else:
        start -= before in ("vast", "large", "overwhelming", "clear", "great", "small", "tiny")
        if word_at(atoms, start - 1) not in ("a", "the") or word_at(atoms, k + 1) != "of":
            return [], k
        start -= 1
    draft = _word(atoms, start, k + 1, None, "bound")
    half, whole = Decimal(50), Decimal(100)
    small = low == "minority"
    draft.interval = Interval(ZERO, half, True, True) if small else Interval(half, whole, True, False)
    draft.dimension, draft.unit, draft.role = SHARE, "%", "share"
    return [draft], k + 1


def _vague(atoms: Atoms, k: int, sentence: Sentence) -> Found:
    """ "Several", "a few", "many", "numerous", "a handful of": words for a number that name none."""
    low, before, after = atoms[k].low, word_at(atoms, k - 1), word_at(atoms, k + 1)
    if (low in _HANDFUL or low == "many") and before in _NOT_VAGUE_AFTER:
        return [], k
    if low in _HANDFUL:
        if after != "of" or (low in ("handful", "number", "lot") and before != "a"):
            return [], k
        start, stop = (k - 1 if before == "a" else k), k + 1
    else:
        if after in SCALES or after in (HUNDRED, "dozen", "hundreds", "thousands"):
            return [], k
        start, stop = k - (low == "few" and before == "a"), k + 1
        if after != "of" and noun_after(sentence, atoms[k].i + 1) is None:
            return [], k
    return [_word(atoms, start, stop, None, "vague")], stop


def _ordinal(atoms: Atoms, k: int, sentence: Sentence) -> Found:
    """ "The third rocket", "twenty-first", "finished second"; not of dates, nor "second" as a unit or "a third"."""
    value, stop = _ordinal_value(atoms, k)
    if not value:
        return [], k
    after, before = word_at(atoms, stop), word_at(atoms, k - 1)
    token = sentence[atoms[stop - 1].i]
    if after in ("quarter", "half", "century", "centuries") or after in MONTHS or before in MONTHS:
        return [], stop
    if hyphen(atoms, stop) and word_at(atoms, stop + 1) in ("century", "quarter", "half"):
        return [], stop
    if after == "of" and word_at(atoms, stop + 1) in MONTHS:
        return [], stop
    if atoms[k].low in PARTS and (before in ("a", "one") or after == "of" or hyphen(atoms, k - 1)):
        return [], k
    noun = noun_after(sentence, token.i + 1)
    ranked = (
        sentence[token.head].lemma in _RANKS
        and token.head < token.i
        and after in ("", ".", ",", "in", "of", "to")
    )
    if noun is None and not ranked and after != "to":
        return [], k
    if token.tag.startswith("RB") and not ranked and token.dep == "advmod":
        return [], k
    draft = _word(atoms, k, stop, Decimal(value))
    draft.dimension, draft.role = "ordinal", "ordinal"
    draft.head, draft.placed = noun, True
    return [draft], stop


def _ordinal_value(atoms: Atoms, k: int) -> tuple[int, int]:
    low = atoms[k].low
    if low in TENS_ORDINALS:
        at = after_hyphen(atoms, k + 1)
        unit = ORDINALS.get(word_at(atoms, at), 0)
        return (TENS_ORDINALS[low] + unit, at + 1) if 1 <= unit <= 9 else (0, k)
    return (ORDINALS[low], k + 1) if low in ORDINALS else (0, k)
