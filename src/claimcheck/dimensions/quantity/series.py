"""Numbers of other kinds than amounts: ordinals, versions, scores, odds, ratings, "three in five", decades of age."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.dimensions.interval import Interval, ratio
from claimcheck.dimensions.quantity.ages import decade_age
from claimcheck.dimensions.quantity.bounds import around, bounded
from claimcheck.dimensions.quantity.draft import Draft
from claimcheck.dimensions.quantity.labels import names_version
from claimcheck.dimensions.quantity.lex import Atom, Kind
from claimcheck.dimensions.quantity.measure import Amount, read_amount
from claimcheck.dimensions.quantity.number import Atoms, Number, fraction_of, hyphen, plural_word, word_at
from claimcheck.dimensions.quantity.numeral import read_number
from claimcheck.dimensions.quantity.unit_words import unit_at
from claimcheck.dimensions.quantity.value import RATING, SCORE, SHARE, VERSION
from claimcheck.dimensions.quantity.words import MONTHS, SCORE_NEAR, TIME_UNITS
from claimcheck.tokens import Sentence

HUNDRED = Decimal(100)
FIELD = Decimal(10**6)  # a version's components in one number, each below this
FIELDS = 4
SCALE_ENDS = frozenset({5, 10, 20, 100})
IN_ENDS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 25, 30, 40, 50, 100, 200, 250, 300, 500, 1000, 10**4,
                     10**5, 10**6})  # fmt: skip
_RATED = frozenset("rating rated score scored scores average rates rate mark marks grade stars scale points gave "
                   "ratings averages weighted".split())  # fmt: skip
_VOTES = frozenset(
    "vote voted votes ruling decision odds majority margin ratio outnumber outnumbered chance".split()
)
Found = tuple[list[Draft], int]


def special_at(atoms: Atoms, k: int, sentence: Sentence) -> Found | None:
    """What is no amount at atom k: an ordinal, a version, a fraction or rating with a slash, a decade, a ratio."""
    atom = atoms[k]
    match atom.kind:
        case Kind.ORDINAL:
            return _ordinal(atoms, k, sentence)
        case Kind.VERSION if atom.glued and word_at(atoms, k - 1) == "/":
            return [], k + 1  # a path
        case Kind.VERSION:
            return _version(atoms, k, atom.low.lstrip("v"))
        case Kind.FRACTION:
            return _slashed(atoms, k)
        case Kind.DECADE:
            decade = decade_age(atoms, k)
            return ([decade] if decade else []), k + 1
        case Kind.RATIO:
            sides = [Decimal(side) for side in atom.text.split(":") if len(side) <= 6]
            return ([_sides(atoms, k, k + 1, sides, "to")] if len(sides) == 2 else []), k + 1
        case Kind.NUMBER if names_version(atoms, k, sentence):
            return _version(atoms, k, atom.text)
    return None


def _plain(atoms: Atoms, start: int, stop: int, interval: Interval | None, dimension: str) -> Draft:
    first, last = atoms[start].i, atoms[stop - 1].i + 1
    return Draft(start=first, stop=last, first=first, last=last, interval=interval, dimension=dimension)


def _ordinal(atoms: Atoms, k: int, sentence: Sentence) -> Found:
    digits = "".join(c for c in atoms[k].text if c.isdigit())
    after, before = word_at(atoms, k + 1), word_at(atoms, k - 1)
    of_month = after == "of" and word_at(atoms, k + 2) in MONTHS
    if after in MONTHS or before in MONTHS or of_month or after in ("century", "centuries", "-century"):
        return [], k + 1
    if hyphen(atoms, k + 1) and word_at(atoms, k + 2) == "century":
        return [], k + 3
    if sentence[atoms[k].i].ent == "DATE" and after in ("quarter", "half"):
        return [], k + 1
    draft = _plain(atoms, k, k + 1, Interval.point(Decimal(digits)), "ordinal")
    draft.role = "ordinal"
    return [draft], k + 1


def _version(atoms: Atoms, k: int, text: str) -> Found:
    """A version as one number that orders like it: components of six digits each, four of them."""
    parts = tuple(Decimal(part) for part in text.replace(",", "").split(".") if part)[:FIELDS]
    if not parts or any(part >= FIELD for part in parts):
        return [], k + 1
    value = Decimal(0)
    for part in (*parts, *[Decimal(0)] * (FIELDS - len(parts))):
        value = value * FIELD + part
    bound = around(atoms, k, k + 1)
    op = bound.op if bound.op in ("gt", "ge", "lt", "le") else ""
    interval, form = bounded(op, Interval.point(value), Decimal(0), Decimal(1))
    draft = _plain(atoms, bound.begin if op else k, bound.stop if op else k + 1, interval, VERSION)
    draft.first, draft.last = atoms[k].i, atoms[k].i + 1
    draft.form, draft.values, draft.placed = form, parts, True
    previous = word_at(atoms, k - 1)
    if previous in ("version", "versions", "release", "kernel", "v"):
        draft.start = min(draft.start, atoms[k - 1].i) if previous != "kernel" else draft.start
    return [draft], bound.stop if op else k + 1


def _slashed(atoms: Atoms, k: int) -> Found:
    """ "8.9/10" is a rating, "3/4 of" a share, "1/2 mile" a length; "24/7" and "9/11" are neither."""
    top, bottom = fraction_of(atoms[k])
    if not bottom or atoms[k].text in ("24/7", "9/11", "7/7", "50/50") or top > bottom:
        return [], k + 1
    value = ratio(top, bottom)
    if bottom in SCALE_ENDS and (
        bottom > 5 or top != top.to_integral_value() or _near(atoms, k, k + 1, _RATED)
    ):
        return [_rating(atoms, k, k + 1, top, bottom, _step(atoms[k]))], k + 1
    if bottom > 16 or top != top.to_integral_value() or top == bottom:
        return [], k + 1
    number = Number(k, k + 1, value, value, Decimal("0.1"), Decimal("0.1"), digits=True)
    unit, stop = unit_at(atoms, k + 1, number)
    draft = _plain(atoms, k, stop if unit else k + 1, Interval.point(value), SHARE)
    if unit is not None and draft.interval is not None:
        draft.dimension, draft.unit = unit.dimension, unit.name
        draft.interval = draft.interval.scale(unit.factor).shift(unit.offset)
        draft.resolution = draft.significant = Decimal("0.01") * unit.factor
        return [draft], stop
    draft.interval, draft.unit, draft.form = Interval.point(value * HUNDRED), "%", "fraction"
    return [draft], k + 1


def _step(atom: Atom) -> Decimal:
    places = len(atom.text.partition("/")[0].partition(".")[2])
    return Decimal(1).scaleb(-places)


def _rating(atoms: Atoms, k: int, stop: int, top: Decimal, bottom: Decimal, step: Decimal) -> Draft:
    draft = _plain(atoms, k, stop, Interval.point(ratio(top * HUNDRED, bottom)), RATING)
    bound = around(atoms, k, stop)
    if bound.op in ("gt", "ge", "lt", "le") and draft.interval is not None:
        draft.interval, draft.form = bounded(bound.op, draft.interval, Decimal(0), Decimal(1))
        draft.start, draft.stop = atoms[bound.begin].i, atoms[bound.stop - 1].i + 1
    draft.resolution = draft.significant = ratio(step * HUNDRED, bottom)
    draft.unit, draft.placed = f"/{bottom:f}", True
    return draft


def _near(atoms: Atoms, k: int, stop: int, words: frozenset[str]) -> bool:
    return any(
        atoms[n].low in words for n in (*range(max(0, k - 5), k), *range(stop, min(len(atoms), stop + 3)))
    )


def _sides(atoms: Atoms, k: int, stop: int, sides: list[Decimal], unit: str = "") -> Draft:
    draft = _plain(atoms, k, stop, None, SCORE)
    draft.values, draft.unit, draft.placed = tuple(sides), unit, True
    return draft


def score_of(atoms: Atoms, first: Amount, second: Amount) -> Found | None:
    """ "Won 3–1", "a 5-4 vote", "odds of 10 to 1", a record of "10-2-1"; None where the pair is a range."""
    if first.unit or second.unit or first.number.scaled or second.number.scaled:
        return None
    a, b = first.number.value, second.number.value
    if a != a.to_integral_value() or b != b.to_integral_value() or "," in atoms[first.start].text:
        return None
    dashed = atoms[first.stop].kind is Kind.DASH
    sides, stop = [a, b], second.stop
    if dashed and hyphen(atoms, stop) and atoms[stop + 1].kind is Kind.NUMBER:
        sides.append(atoms[stop + 1].value)
        stop += 2
    worded = word_at(atoms, first.stop) == "to" or (dashed and word_at(atoms, first.stop + 1) == "to")
    noun = word_at(atoms, stop)
    counted = plural_word(noun) and noun not in SCORE_NEAR and noun != "goals"
    if counted or word_at(atoms, first.start - 1) in ("from", "between", "about", "ages", "aged"):
        return None
    near = SCORE_NEAR - {"down", "final"} if a < b else SCORE_NEAR
    if len(sides) == 3 or _near(atoms, first.start, stop, near | _VOTES):
        return [_sides(atoms, first.start, stop, sides, _unit_of_sides(atoms, first, stop, worded))], stop
    if a > b or (a == b and dashed):
        return [_sides(atoms, first.start, stop, sides, "to" if worded else "")], stop
    return None


def _unit_of_sides(atoms: Atoms, first: Amount, stop: int, worded: bool) -> str:
    return "to" if worded and _near(atoms, first.start, stop, frozenset({"odds", "ratio", "chance"})) else ""


def share_of(atoms: Atoms, amount: Amount) -> Found | None:
    """ "Three out of five voters", "1 in 10", "60 out of 100": a share, or a rating where it rates."""
    number = amount.number
    if amount.unit or number.scaled or number.interval or number.part or number.vague or number.value < 0:
        return None
    k = amount.stop
    if word_at(atoms, k) == "out" and word_at(atoms, k + 1) == "of":
        at, chance = k + 2, False
    elif word_at(atoms, k) == "in":
        at, chance = k + 1, True
    elif hyphen(atoms, k) and word_at(atoms, k + 1) in ("in", "out") and hyphen(atoms, k + 2):
        at, chance = k + 3, True
    else:
        return None
    whole = read_number(atoms, at) if at < len(atoms) else None
    if whole is None or whole.interval or whole.value <= 0 or number.value > whole.value:
        return None
    noun = word_at(atoms, whole.stop)
    if chance and not _in_share(atoms, number, whole, noun):
        return None
    value = ratio(number.value * HUNDRED, whole.value)
    if (
        not chance
        and whole.value in SCALE_ENDS
        and not plural_word(noun)
        and (whole.value == 100 or _near(atoms, amount.start, whole.stop, _RATED) or number.shown < 1)
    ):
        return [_rating(atoms, amount.start, whole.stop, number.value, whole.value, number.shown)], whole.stop
    draft = _plain(atoms, amount.start, whole.stop, Interval.point(value), SHARE)
    bound = around(atoms, amount.start, whole.stop)
    if draft.interval is not None and bound.op:
        draft.interval, draft.form = bounded(bound.op, draft.interval, value / 20, Decimal(1))
        draft.start = atoms[bound.begin].i
    if draft.form == "exact":
        draft.form = "fraction"
    draft.unit, draft.role = "%", "share"
    return [draft], whole.stop


def _in_share(atoms: Atoms, part: Number, whole: Number, noun: str) -> bool:
    """Whether "N in M" is a share: small N, round M, nothing measured or dated after it."""
    if part.value > 9 or part.value >= whole.value or part.shown < 1 or int(whole.value) not in IN_ENDS:
        return False
    if whole.value != whole.value.to_integral_value():
        return False
    single = noun.rstrip("s")
    if (
        noun in MONTHS
        or single in TIME_UNITS
        or noun in ("%", "percent", "games", "matches", "starts", "seasons")
    ):
        return False
    amount = read_amount(atoms, whole.start)
    return amount is None or amount.unit is None
