"""Comparators and approximators, before and after a number, and the interval each makes of it.

The operators: "eq" exactly, "gt" more than, "ge" at least, "lt" fewer than, "le" at most, "about", "near" (nearly,
just under), "over" (just over), "odd" (an unknown comparison: no interval).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.dimensions.interval import EXACT, ZERO, EmptyIntervalError, Interval
from claimcheck.dimensions.quantity.lex import Atom, Kind
from claimcheck.dimensions.quantity.number import Atoms, hyphen, times, word_at
from claimcheck.dimensions.quantity.value import Form
from claimcheck.dimensions.quantity.words import SMALL, TENS
from claimcheck.policy import Policy

HALF = Decimal("0.5")
FLIPPED = {"gt": "le", "ge": "lt", "lt": "ge", "le": "gt", "over": "odd", "near": "odd"}

_GREATER = (
    "more greater higher larger bigger longer older taller heavier faster wider deeper better stronger richer costlier "
    "later newer thicker warmer hotter steeper broader brighter louder farther further"
).split()
_SMALLER = (
    "less fewer lower smaller shorter younger lighter slower narrower cheaper shallower earlier colder cooler thinner "
    "poorer weaker closer quieter"
).split()
_JUST = ("just", "slightly", "only just", "a little", "a bit", "marginally", "a shade", "a touch", "fractionally",
         "narrowly", "barely", "a fraction", "a tad")  # fmt: skip
_OVER = ("over", "above", "past", "north of", "more than", "higher than", "greater than", "larger than", "in excess of",
         "longer than", "older than")  # fmt: skip
_UNDER = ("under", "below", "short of", "shy of", "less than", "fewer than", "lower than", "smaller than", "south of",
          "shorter than", "younger than")  # fmt: skip
_PHRASES = {
    "gt": "over;above;exceeding;in excess of;upwards of;upward of;north of;beyond;well over;far above;>;surpassing;"
    "topping;greater then;more then",
    "ge": "at least;at the very least;a minimum of;minimum of;minimum;at a minimum;as few as;as little as;as low as;"
    "as small as;as young as;not below;not under;≥;no under;starting at;starting from",
    "lt": "under;below;south of;<;short of;shy of;well under;falling short of",
    "le": "at most;at the most;up to;as many as;as much as;as high as;as long as;as large as;as big as;as old as;"
    "as far as;as tall as;a maximum of;maximum of;maximum;not over;not above;not exceeding;a limit of;within;no over;"
    "no above;≤;capped at;limited to;restricted to;anything up to;not beyond;upto;as fast as;as heavy as;as deep as",
    "about": "about;around;roughly;some;approximately;approx;approx.;circa;ca;ca.;c.;~;≈;an estimated;estimated;"
    "an approximate;in the region of;in the neighborhood of;in the neighbourhood of;on the order of;"
    "in the order of;of the order of;something like;somewhere around;somewhere near;somewhere in the region of;"
    "perhaps;maybe;probably;possibly;in the vicinity of;more or less;give or take;a rough;barely;scarcely;"
    "an average of about;around about;estimated at;estimated to be",
    "near": "nearly;almost;close to;nearing;approaching;virtually;practically;not quite;just about;very nearly;"
    "close on;closing in on;verging on",
    "eq": "exactly;precisely;a total of;only;just;fully;a mere;all;equal to;simply;merely;a full;a combined;"
    "a grand total of;a whopping;total of;all of;all the;all of the;an average of",
}


def _table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    ops: dict[tuple[str, ...], str] = {}
    for word in _GREATER:
        ops[(word, "than")] = "gt"
    for word in _SMALLER:
        ops[(word, "than")] = "lt"
    for op, phrases in _PHRASES.items():
        for phrase in phrases.split(";"):
            ops[tuple(phrase.split())] = op
    for words, op in list(ops.items()):
        if words[-1] == "than":
            for no in ("no", "not", "n't", "never"):
                ops[(no, *words)] = FLIPPED[op]
    for just in _JUST:
        for phrase in _OVER:
            ops[(*just.split(), *phrase.split())] = "over"
        for phrase in _UNDER:
            ops[(*just.split(), *phrase.split())] = "near"
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, op in ops.items():
        table.setdefault(words[-1], []).append((words[-2::-1], op))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


# Last word -> the words before it, nearest first, longest phrase first.
BEFORE = _table()
INTENSIFIERS = frozenset(
    "well far much significantly considerably substantially considerable way even still somewhat comfortably".split()
)

# Forms of the verbs that compare their subject with the number after them.
VERB_FORMS = {
    form: op
    for op, forms in {
        "gt": "exceed exceeds exceeded tops topped surpass surpasses surpassed outstrip outstrips outstripped "
        "eclipse eclipses eclipsed",
        "near": "approach approaches approached nears neared",
    }.items()
    for form in forms.split()
}
NEGATORS = frozenset("not n't never cannot no without nor n’t".split())

_MORE = frozenset("more above over older greater higher longer larger up upward upwards later newer better taller "
                  "bigger beyond heavier faster wider".split())  # fmt: skip
_LESS = frozenset("fewer less under below younger lower smaller shorter earlier cheaper slower".split())
_AFTER = {
    ("plus",): "ge",
    ("minimum",): "ge",
    ("at", "least"): "ge",
    ("at", "a", "minimum"): "ge",
    ("at", "the", "very", "least"): "ge",
    ("and", "counting"): "ge",
    ("maximum",): "le",
    ("max",): "le",
    ("tops",): "le",
    ("at", "most"): "le",
    ("at", "the", "most"): "le",
    ("or", "so"): "about",
    ("or", "thereabouts"): "about",
    ("give", "or", "take"): "about",
    ("or", "more", "or", "less"): "about",
    ("more", "or", "less"): "about",
    ("approximately",): "about",
    ("exactly",): "eq",
}


def before(atoms: Atoms, k: int) -> tuple[str, int]:
    """The operator of the words that end just before atom k, and where they start; "" and k for none."""
    if k <= 0:
        return "", k
    if (
        atoms[k - 1].low == "."
        and atoms[k - 1].glued
        and word_at(atoms, k - 2) in ("approx", "ca", "c", "est")
    ):
        return "about", k - 2
    rows = BEFORE.get(atoms[k - 1].low)
    for rest, op in rows or ():
        start = k - 1 - len(rest)
        if start < 0 or any(atoms[k - 2 - n].low != word for n, word in enumerate(rest)):
            continue
        while op != "eq" and start > 0 and atoms[start - 1].low in INTENSIFIERS:
            start -= 1
        return op, start
    if atoms[k - 1].low == "than" and k > 1 and atoms[k - 2].low.endswith("er"):
        return "odd", k - 2
    return "", k


def verb_before(atoms: Atoms, k: int) -> tuple[str, int]:
    """The operator of a comparing verb just before atom k ("exceeded 50", "did not exceed 50") and its atom."""
    at = k - 1
    while at >= 0 and atoms[at].low in ("the", "a", "an", "by", "far", "some"):
        at -= 1
    op = VERB_FORMS.get(word_at(atoms, at), "")
    if not op:
        return "", k
    if any(word_at(atoms, at - n) in NEGATORS for n in (1, 2)):
        op = FLIPPED[op]
    return op, at


def after(atoms: Atoms, k: int) -> tuple[str, int]:
    """The operator of the words that start at atom k ("or more", "or so", "+"), and the atom after them."""
    low = word_at(atoms, k)
    if low == "+" and atoms[k].glued and not _number_next(atoms, k + 1):
        return "ge", k + 1
    if hyphen(atoms, k):
        op = {"plus": "ge", "odd": "about", "ish": "about", "something": "something"}.get(
            word_at(atoms, k + 1), ""
        )
        return (op, k + 2) if op else ("", k)
    if low in ("or", "and"):
        second = word_at(atoms, k + 1)
        third = word_at(atoms, k + 2) if second in ("something", "anything", "even", "anyone", "a") else ""
        if low == "and" and _number_next(atoms, k + 2):
            return "", k  # "147,027 and over two million"
        if (third or second) in _MORE:
            return "ge", k + (3 if third else 2)
        if (third or second) in _LESS and not (second == "less" and low == "and"):
            return "le", k + (3 if third else 2)
    if low == "odd" and atoms[k].kind is Kind.WORD:
        return "about", k + 1
    for phrase, op in _AFTER.items():
        if low == phrase[0] and all(word_at(atoms, k + n) == word for n, word in enumerate(phrase)):
            if phrase == ("plus",) and (_number_next(atoms, k + 1) or word_at(atoms, k + 1) == "or"):
                continue
            return op, k + len(phrase)
    return "", k


def _number_next(atoms: Sequence[Atom], k: int) -> bool:
    if k >= len(atoms):
        return False
    return atoms[k].kind in (Kind.NUMBER, Kind.CURRENCY) or atoms[k].low in SMALL or atoms[k].low in TENS


def band(value: Decimal, unit: Decimal, policy: Policy) -> Decimal:
    """How far "about value" spreads: the policy's share, widened to half of `unit`, the last significant digit's."""
    size = abs(value)
    return min(max(times(size, policy.band), times(unit, HALF)), times(size, policy.band_limit))


def bounded(
    op: str, value: Interval, spread: Decimal, unit: Decimal, *, floor: Decimal | None = ZERO
) -> tuple[Interval | None, Form]:
    """The interval and form that an operator makes of a value; None where nothing is left or known.

    `spread` is the band of an approximation, `unit` one unit of the last significant digit, `floor` the least value
    the dimension knows (None: none).
    """
    low, high = value.low, value.high
    if low is None or high is None or op == "odd":
        return None, "vague"
    if floor is not None and low < floor:
        floor = None
    try:
        return _operate(op, low, high, spread, unit, floor)
    except EmptyIntervalError:
        return None, "vague"


def _operate(
    op: str, low: Decimal, high: Decimal, spread: Decimal, unit: Decimal, floor: Decimal | None
) -> tuple[Interval, Form]:
    match op:
        case "gt":
            return Interval(high if low == high else low, None, low_open=True), "bound"
        case "ge":
            return Interval(low, None), "bound"
        case "lt":
            return Interval(floor, high, high_open=True), "bound"
        case "le":
            return Interval(floor, high), "bound"
        case "near":
            return Interval(EXACT.subtract(low, spread), high, high_open=True), "approximate"
        case "over":
            return Interval(low, EXACT.add(high, spread), low_open=True), "approximate"
        case "something":
            return Interval(low, EXACT.add(high, unit), high_open=True), "range"
        case "about":
            return Interval(low, high).widen(spread), "approximate"
        case _:
            return Interval(low, high), "exact" if low == high else "range"


@dataclass(slots=True)
class Around:
    """What the words around a number make of it: the operator, "more than about" as `op` gt with `about`; atoms
    [begin:stop) are all consumed, and `verb` is the atom of a comparing verb (-1 for none)."""

    op: str
    begin: int
    stop: int
    about: bool = False
    verb: int = -1


def around(atoms: Atoms, start: int, stop: int, inner: str = "") -> Around:
    """The operators before atom `start` and from atom `stop` on, made one with the `inner` one ("50+ dollars")."""
    op, begin = before(atoms, start)
    if op == "le" and _moved_up(atoms, begin, start):
        op, begin = "", start
    if op in ("gt", "lt") and _denied_before(atoms, begin):
        op = FLIPPED[op]
    found = Around(op, begin, stop)
    if op in ("about", "eq"):
        outer, outer_begin = before(atoms, begin)
        if outer == op == "eq" or (outer and outer not in ("about", "odd", "eq")):
            found.op, found.begin, found.about = outer, outer_begin, op == "about"
    if found.op in ("", "eq", "about"):
        verb_op, verb = verb_before(atoms, found.begin)
        if verb_op:
            found.op, found.verb, found.about = verb_op, verb, found.op == "about"
    if inner and found.op in ("", "eq"):
        found.op = inner
    if found.op in ("", "eq", "about"):
        after_op, after_stop = after(atoms, stop)
        if after_op:
            found.about = found.op == "about" and after_op not in ("about", "eq")
            found.op, found.stop = after_op if after_op != "eq" else found.op, after_stop
    return found


def _denied_before(atoms: Atoms, begin: int) -> bool:
    """ "Cannot be larger than 5 MB": the comparison is denied, a copula away."""
    return word_at(atoms, begin - 1) == "be" and any(word_at(atoms, begin - n) in NEGATORS for n in (2, 3))


def _moved_up(atoms: Atoms, begin: int, start: int) -> bool:
    """Whether "up to" is the way something went: "rose up to 5%"."""
    return start - begin == 2 and word_at(atoms, begin) == "up" and word_at(atoms, begin - 1) in _MOTIONS


_MOTIONS = frozenset(
    "went go goes gone going rose rise rises risen rising climb climbs climbed climbing move moves moved moving jump "
    "jumps jumped came come comes crept creep creeps inch inches inched inching tick ticks ticked ticking shot bumped "
    "pushed nudged edge edges edged edging drifted picked headed up add adds added adding".split()
)
