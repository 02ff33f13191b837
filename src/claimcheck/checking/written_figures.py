"""Figures as copy writes them, and one figure's value put in another's style.

A figure is a number in digits or in words up to ninety-nine, with what may stand around it: "more than", a currency's
sign, "million", a unit. What is written otherwise ("a third", "dozens", "between 4 and 6") is no figure here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.dimensions.quantity.words import ORDINALS, SMALL, TENS

_SCALES = {
    "thousand": Decimal(10) ** 3,
    "k": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "mn": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "bn": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}
_PERCENT = frozenset({"%", "percent", "per cent", "pct"})
_SPELLED = {word: int(value) for word, value in {**SMALL, **TENS}.items()} | {
    f"{ten}-{one}": int(tens + ones)
    for ten, tens in TENS.items()
    for one, ones in SMALL.items()
    if 0 < ones < 10
}
_NTH = re.compile(r"\d+(?:st|nd|rd|th)")
_WORDS = {value: word for word, value in _SPELLED.items()}
_HOUSE = 10  # up to here most houses spell figures out, however they write greater ones
_GROUP = "[,\u00a0\u2009\u202f'’]"
_FIGURE = re.compile(
    r"(?P<lead>(?:a further|an additional|another|a total of)\s+)?"
    r"(?P<before>(?:(?:more|less|fewer|greater) than|no (?:more|less|fewer) than|at (?:least|most)|up to|"
    r"as (?:many|much) as|just (?:over|under)|close to|over|under|above|below|about|around|roughly|approximately|"
    r"nearly|almost|some|exactly)\s+)?"
    r"(?P<sign>(?:US|A|C|NZ|HK)?[$€£¥])?"
    rf"(?P<number>\d{{1,3}}(?:(?P<group>{_GROUP})\d{{3}}(?:(?P=group)\d{{3}})*)?(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?|"
    rf"(?:{'|'.join(sorted(_SPELLED, key=len, reverse=True))})(?![a-z]))"
    rf"(?:(?P<gap>[ -]?)(?P<scale>{'|'.join(_SCALES)})(?![a-z]))?"
    r"(?P<unit>[ -]?%|(?:[ -][a-z°][a-z°/]*\.?){1,4})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its parts, which joined are the text. `lead` ties it to what was said before: "a further"."""

    lead: str
    before: str
    sign: str
    number: str
    gap: str
    scale: str
    unit: str

    @property
    def spelled(self) -> bool:
        return self.number[0].isalpha()

    @property
    def shown(self) -> Decimal:
        """The number without its scale."""
        if self.spelled:
            return Decimal(_SPELLED[self.number.lower()])
        return Decimal(re.sub(_GROUP, "", self.number))

    @property
    def value(self) -> Decimal:
        return self.shown * _SCALES.get(self.scale.lower(), Decimal(1))

    @property
    def group(self) -> str:
        """What stands between its thousands."""
        found = re.search(_GROUP, self.number)
        return found[0] if found else ""

    def same_as(self, other: Figure) -> bool:
        """Whether it says what the other says, however it is written."""
        signs = self.sign == other.sign and self.before.lower() == other.before.lower()
        return signs and self.value == other.value and _same_unit(self.unit, other.unit)

    @property
    def text(self) -> str:
        return f"{self.lead}{self.before}{self.sign}{self.number}{self.gap}{self.scale}{self.unit}"


def figure(text: str) -> Figure | None:
    """The figure that a text is; None where it is none, or more."""
    found = _FIGURE.fullmatch(text)
    if found is None:
        return None
    return Figure(
        *(found[part] or "" for part in ("lead", "before", "sign", "number", "gap", "scale", "unit"))
    )


def in_style(new: Figure, old: Figure, *, opens: bool) -> str | None:
    """The value of `new` written as `old` is, with the bound that goes with `new`; None where grammar may break.

    opens: it stands first in its sentence.
    """
    if _same_unit(new.unit, old.unit):
        unit = old.unit
    elif new.unit and old.unit and "-" not in (new.unit[0], old.unit[0]):
        unit = new.unit
    else:
        return None
    if old.lead and new.before:
        return None  # "a further at least 14"
    if bool(new.sign) != bool(old.sign) or (_single(new) != _single(old) and not _uncounted(old)):
        return None
    number, gap, scale = _scaled(new, old)
    if _spell(new, old, scale, unit, opens=opens):
        number = _WORDS[int(new.value)]
    elif number[0].isalpha():
        number = str(_SPELLED[number.lower()])
    else:
        number = _grouped(number, old, scale)
    written = Figure(old.lead, new.before.lower(), new.sign, number, gap, scale, unit).text
    if not (opens and old.text[0].isalpha()):
        return written
    # No sentence is made to begin with digits.
    return written[0].upper() + written[1:] if written[0].isalpha() else None


def is_ordinal(text: str, like: str) -> bool:
    """Whether a text is a place in an order, and in words or digits as another one is: "third", "3rd"."""
    if like[:1].isdigit():
        return _NTH.fullmatch(text) is not None and _NTH.fullmatch(like) is not None
    return text.lower() in ORDINALS and like.lower() in ORDINALS


def takes_an(text: str) -> bool:
    """Whether "an" stands before a figure: "an 8%", "an 18-month", "an eleven"; not "a 100", "a 1,800"."""
    bare = text.lower().lstrip("$€£¥")
    if bare[:1].isdigit():
        whole = re.match(rf"(?:\d|{_GROUP}(?=\d{{3}}))+", bare)
        digits = re.sub(_GROUP, "", whole[0]) if whole else ""
        return digits[0] == "8" or (digits[:2] in ("11", "18") and len(digits) % 3 == 2)
    return bare[:1] in "aeiou" and not bare.startswith(("one", "once", "uni", "use", "eu"))


def _scaled(new: Figure, old: Figure) -> tuple[str, str, str]:
    """Number, gap and scale of the new value: in the old one's scale where few digits are enough for it."""
    if not old.scale:
        return new.number, new.gap, new.scale
    if new.scale and _SCALES[new.scale.lower()] == _SCALES[old.scale.lower()]:
        return new.number, old.gap, old.scale
    shown = new.value / _SCALES[old.scale.lower()]
    if new.scale or shown < 1 or shown != round(shown, 2):
        return new.number, new.gap, new.scale
    return f"{shown.normalize():f}", old.gap, old.scale


def _spell(new: Figure, old: Figure, scale: str, unit: str, *, opens: bool) -> bool:
    """Whether the new number is put in words, as far as there are words for it."""
    if scale or new.sign or unit.strip() == "%" or new.value not in _WORDS:
        return False
    if old.spelled and opens and not (old.lead or new.before):
        return True
    small, was_small = new.value <= _HOUSE, old.value <= _HOUSE
    if small == was_small:
        return old.spelled
    return (old.spelled or new.spelled) if small else (old.spelled and new.spelled)


def _grouped(number: str, old: Figure, scale: str) -> str:
    """A number in digits, its thousands set apart as the old one's are, where the old one shows how."""
    whole, dot, rest = re.sub(_GROUP, "", number).partition(".")
    if scale or len(whole) < 4 or (not old.group and old.value < 1000) or old.scale or old.spelled:
        return number
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", old.group, whole) + dot + rest


def _same_unit(new: str, old: str) -> bool:
    one, two = (unit.strip(" ").lower().rstrip(".") for unit in (new, old))
    return one == two or one.rstrip("s") == two.rstrip("s") != "" or {one, two} <= _PERCENT


def _single(figure: Figure) -> bool:
    """Whether what is counted stands in the singular."""
    return figure.value == 1 and not figure.unit.startswith("-")


def _uncounted(figure: Figure) -> bool:
    """Whether the number of what follows is the same for one and for many."""
    return bool(figure.sign) or figure.unit.strip().lower() in _PERCENT
