"""Dates as copy writes them, and one in another's style: "3 March 2021" and "April 4, 2021" give "4 April 2021"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = "January February March April May June July August September October November December".split()
_SHORT = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_PLAIN = frozenset({"on", "in"})  # where the event lies within; "by" and "since" are bounds of their own
_MONTH = r"(?P<month>Sept|[A-Z][a-z]{2,8})(?P<stop>\.?)"
_DAY = r"(?P<day>\d{1,2})(?P<nth>st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_HEAD = r"(?:(?P<bound>on|in|by|since|until|before|after)\s+)?"
_WEEKDAY = r"(?:(?P<weekday>[A-Z][a-z]+day),?\s+)?"
_SHAPES = [
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_HEAD}{_WEEKDAY}{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?",
        rf"{_HEAD}{_WEEKDAY}(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?",
        rf"{_HEAD}{_MONTH}(?:,?\s+{_YEAR})?",
        rf"{_HEAD}{_YEAR}",
        rf"{_HEAD}(?P<weekday>[A-Z][a-z]+day)",
    )
]
_PARTS = ("weekday", "month", "day", "year")


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written: its text, and where in it each part stands that it has, as [start, end)."""

    text: str
    bound: str
    parts: dict[str, tuple[int, int]]

    def part(self, name: str) -> str:
        start, end = self.parts[name]
        return self.text[start:end]


def written_date(text: str) -> Written | None:
    """The date that a text is; None where it is none, or is told from another day ("last Monday", "that year")."""
    for shape in _SHAPES:
        found = shape.fullmatch(text)
        if found is None:
            continue
        groups = found.groupdict()
        parts = {name: found.span(name) for name in _PARTS if groups.get(name)}
        if groups.get("nth"):
            parts["nth"] = found.span("nth")
        if groups.get("stop"):
            parts["month"] = (parts["month"][0], found.end("stop"))
        written = Written(text, (groups["bound"] or "").lower(), parts)
        if _known(written):
            return written
    return None


def in_style(new: Written, old: Written, *, opens: bool, year: int | None = None) -> str | None:
    """The date of `new` with the parts of `old`, written as those are; None where that cannot be done.

    Where it takes more or other parts to say it, `new` stands as it is, with its own "on" or "in". opens: it stands
    first in its sentence; year: the one in which the copy is read where it names none.
    """
    if not (new.bound == old.bound or {new.bound, old.bound} <= _PLAIN | {""}):
        return None
    if "year" in old.parts and "year" not in new.parts:
        return None  # which year the source means is not for its reader to know
    year_said = "year" in old.parts or "year" not in new.parts or new.part("year") == str(year)
    if not year_said or not old.parts.keys() - {"nth"} <= new.parts.keys():
        if not (new.bound and old.bound):
            return None
        return new.text[0].upper() + new.text[1:] if opens else new.text[0].lower() + new.text[1:]
    out, at = "", 0
    for name, (start, end) in sorted(old.parts.items(), key=lambda part: part[1]):
        out += old.text[at:start] + _part(name, new, old)
        at = end
    return out + old.text[at:]


def _part(name: str, new: Written, old: Written) -> str:
    if name == "month":
        return _month_like(_month(new.part("month")), old.part("month"))
    if name == "day":
        return f"{int(new.part('day')):0{len(old.part('day')) if old.part('day')[0] == '0' else 1}d}"
    if name == "nth":
        return _nth(int(new.part("day")))
    return new.part(name)


def _month_like(month: int, old: str) -> str:
    """A month's name, abbreviated where the old one is."""
    if old.endswith("."):
        return _SHORT[month]
    short = old != _MONTHS[_month(old)]
    return _MONTHS[month][:3] if short else _MONTHS[month]


def _nth(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _known(written: Written) -> bool:
    """Whether what looks like a month and a weekday is one."""
    if "month" in written.parts and _month(written.part("month")) < 0:
        return False
    return "weekday" not in written.parts or written.part("weekday").capitalize() in _DAYS


def _month(name: str) -> int:
    """The index of a month by its name or an abbreviation; -1 for any other word."""
    bare = name.rstrip(".").lower()
    if bare == "sept":
        return 8
    return next((n for n, m in enumerate(_MONTHS) if bare == m.lower() or bare == m[:3].lower()), -1)
