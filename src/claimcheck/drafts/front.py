"""What a draft says of itself before its text begins: YAML between lines `---`, or TOML between lines `+++`.

Other tools write into front matter, so keys nobody knows are passed over; but front matter that cannot be read, or that
never ends, is an error, for then the date that the draft counts from is not known.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from claimcheck.errors import DraftError, SourceError
from claimcheck.sources.front import front_matter, read_table
from claimcheck.yamltext import Where

_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_OPENED = re.compile(r"(?:---[ \t]*\n[a-z][\w-]*:(?:[ \t]|\n)|\+\+\+[ \t]*\n[a-z][\w-]*[ \t]*=)")
_TOML_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?", re.DOTALL)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = "|".join(f"{month}[a-z]*" for month in _MONTHS)
_SPOKEN = re.compile(
    rf"(?:[a-z]+day,? )?(?:(?P<month>{_MONTH})\.? (?P<day>\d\d?),?|(?P<d>\d\d?) (?P<m>{_MONTH})\.?,?)"
    r" (?P<year>\d{4})\b.*",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Front:
    """What is known of a draft from its front matter, or from the head of a page.

    `day` is the reference date; `sources` the ids it says to go by; `language` an IETF tag such as "en-GB".
    """

    title: str | None = None
    day: date | None = None
    sources: tuple[str, ...] = ()
    language: str | None = None

    def or_else(self, other: Front) -> Front:
        """This, and what only the other says."""
        return Front(
            self.title or other.title,
            self.day or other.day,
            self.sources or other.sources,
            self.language or other.language,
        )


def read_front(text: str, name: str) -> tuple[Front, int]:
    """What a draft's front matter says, and the offset where its text begins.

    Raises DraftError, with file and line, for front matter that cannot be read or has no end.
    """
    toml = _TOML.match(text)
    if toml:
        return front_of(_toml(toml[1], name)), toml.end()
    found, body = front_matter(text)
    if not body and _OPENED.match(text):
        raise DraftError(f"{name}:1: the front matter that begins here has no end: close it with {text[:3]}")
    try:
        return front_of(read_table(Where(found, name, SourceError, first_line=2))), body
    except SourceError as error:
        raise DraftError(str(error)) from error


def front_of(table: Mapping[str, object]) -> Front:
    """The keys that are known, in capitals or not; a date that cannot be read is none."""
    known = {key.lower(): value for key, value in table.items()}
    title, language = known.get("title"), known.get("lang") or known.get("language")
    days = (read_day(known.get(key)) for key in ("published", "date"))
    return Front(
        title=title if isinstance(title, str) else None,
        day=next((day for day in days if day), None),
        sources=_listed(known.get("source") or known.get("sources")),
        language=language if isinstance(language, str) else None,
    )


def read_day(value: object) -> date | None:
    """The day of a date as front matter writes it: 2020-03-13 with or without a time, March 13, 2020, 13 Mar 2020."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    iso, spoken = _ISO.fullmatch(value.strip()), _SPOKEN.fullmatch(value.strip())
    try:
        if iso:
            return date.fromisoformat(iso[1])
        if spoken:
            month = _MONTHS.index((spoken["month"] or spoken["m"]).lower()[:3]) + 1
            return date(int(spoken["year"]), month, int(spoken["day"] or spoken["d"]))
    except ValueError:
        pass
    return None


def _toml(text: str, name: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        said = str(error)
        at = _TOML_LINE.search(said)
        line = int(at[1]) + 1 if at else 2
        cause = (
            _TOML_LINE.sub("", said) if isinstance(error, tomllib.TOMLDecodeError) else "too deep or too long"
        )
        raise DraftError(f"{name}:{line}: the TOML cannot be read: {cause[:1].lower()}{cause[1:]}") from error


def _listed(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
