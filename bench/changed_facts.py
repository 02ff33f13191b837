"""Changes to a sentence that change what it says, one fact at a time: what an anchor must never take for the same.

Each is given the sentence and what to draw from, and gives the new one, or None where there is nothing of its kind.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from types import MappingProxyType

from bench.synthetic import FIRST, MONTHS

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty".split()
UNITS = (
    ("km", "miles"),
    ("metres", "feet"),
    ("kg", "tonnes"),
    ("minutes", "hours"),
    ("GB", "MB"),
    ("litres", "gallons"),
)
SIGNS = (("$", "€"), ("%", " percentage points"), (" million", " billion"))
# Words put before the first verb, the first figure or the whole sentence.
HEDGES = ("allegedly", "supposedly", "probably", "possibly")
COMPARATORS = ("more than", "fewer than", "at least", "nearly", "up to", "about")
NEGATED = {"rose": "fell", "fell": "rose", "opened": "closed", "closed": "opened", "increased": "decreased"}
NEGATED |= {"left": "reached", "before": "after", "after": "before", "above": "below", "more": "fewer"}
NEGATED |= {
    "won": "lost",
    "bought": "sold",
    "sold": "bought",
    "gave": "denied",
    "joined": "left",
    "owns": "sold",
}
VERB = re.compile(
    r"\b(said|killed|was|is|were|has|employs|arrested|opens|holds|takes|paid|fell|rose|tore|left|gave)\b"
)
_NAME = re.compile(r"(?<![.] )(?<!^)\b[A-Z][a-z]{3,}\b")
AFFIXES = ("un", "non-", "ex-", "anti-", "mis", "dis", "half-", "pre-")
LIMITS = "not no never almost half only nearly over under some most all twice former second once other minus".split()
DENIALS = ("Officials denied that", "It is not true that", "Nobody said that", "It is doubted that")
IDLE = frozenset("a an the that which who whom also however".split())  # may come and go

Change = Callable[[str, random.Random], str | None]
"""A text changed, or None where there is nothing to change."""


def _picked(pattern: str, quote: str, draw: random.Random) -> re.Match[str] | None:
    found = list(re.finditer(pattern, quote))
    return draw.choice(found) if found else None


def _put(quote: str, found: re.Match[str] | None, new: str) -> str | None:
    return None if found is None else quote[: found.start()] + new + quote[found.end() :]


def _digit(quote: str, draw: random.Random) -> str | None:
    found = _picked(r"\d", quote, draw)
    if found is None:
        return None
    how = draw.randrange(4)
    if how == 0:
        return _put(quote, found, found[0] + str(draw.randint(0, 9)))
    if how == 1 and re.search(r"\d\d", quote) and (found := _picked(r"(?<=\d)\d", quote, draw)):
        return _put(quote, found, "")
    return _put(quote, found, draw.choice([d for d in "123456789" if d != found[0]]))


def _number_word(quote: str, draw: random.Random) -> str | None:
    found = _picked(rf"\b({'|'.join(NUMBER_WORDS)})\b(?i:)", quote, draw)
    return _put(quote, found, draw.choice([w for w in NUMBER_WORDS if found is None or w != found[0]]))


def _negation(quote: str, draw: random.Random) -> str | None:
    if found := _picked(r"\b(did not|never|Nobody|No)\b", quote, draw):
        return _put(
            quote, found, {"did not": "did", "never": "always", "Nobody": "Somebody", "No": "Some"}[found[0]]
        )
    found = _picked(VERB.pattern, quote, draw)
    return _put(
        quote,
        found,
        f"{found[0]} not" if found and draw.random() < 0.5 else f"never {found[0] if found else ''}",
    )


def _unit(quote: str, draw: random.Random) -> str | None:
    swaps = [(a, b) for pair in (*UNITS, *SIGNS) for a, b in (pair, pair[::-1]) if a in quote]
    if not swaps:
        return None
    old, new = draw.choice(swaps)
    return _put(
        quote,
        _picked(rf"(?<![^\W\d]){re.escape(old)}(?!\w)" if old[-1].isalpha() else re.escape(old), quote, draw),
        new,
    )


def _date(quote: str, draw: random.Random) -> str | None:
    found = _picked(rf"\b({'|'.join(MONTHS)}|{'|'.join(DAYS)}|(?:19|20)\d\d)\b", quote, draw)
    if found is None:
        return None
    pool = (
        MONTHS
        if found[0] in MONTHS
        else DAYS
        if found[0] in DAYS
        else [str(int(found[0]) + draw.choice((-1, 1, 10)))]
    )
    return _put(quote, found, draw.choice([word for word in pool if word != found[0]]))


def _name(quote: str, draw: random.Random) -> str | None:
    found = _picked(_NAME.pattern, quote, draw)
    if found is None or found[0] in (*MONTHS, *DAYS):
        return None
    how = draw.randrange(3)
    if how == 0:
        return _put(quote, found, draw.choice([name for name in FIRST if name != found[0]]))
    if how == 1:  # a letter of it
        k = draw.randrange(1, len(found[0]))
        letter = draw.choice([c for c in "abcdefghiklmnoprstuvwz" if c != found[0][k]])
        return _put(quote, found, found[0][:k] + letter + found[0][k + 1 :])
    return _put(quote, found, f"{draw.choice(FIRST)} {found[0]}")


def _hedge(quote: str, draw: random.Random) -> str | None:
    if found := _picked(r"\b(may|reportedly|did) ", quote, draw):
        return _put(quote, found, {"may": "will ", "reportedly": "", "did": "could "}[found[1]])
    found = _picked(VERB.pattern, quote, draw)
    hedge = draw.choice([word for word in HEDGES if word not in quote])
    return _put(quote, found, f"{hedge} {found[0] if found else ''}")


def _comparator(quote: str, draw: random.Random) -> str | None:
    if found := _picked(r"\b(up to|at least|No fewer than|About|between) ", quote, draw):
        return _put(quote, found, "More than " if found[1][0].isupper() else "more than ")
    found = _picked(r"(?<= )(?<!than )(?<!to )[$]?\d[\d,]*\b(?! (?:and|\d))", quote, draw)
    return _put(quote, found, f"{draw.choice(COMPARATORS)} {found[0] if found else ''}")


def _opposite(quote: str, draw: random.Random) -> str | None:
    found = _picked(rf"\b({'|'.join(NEGATED)})\b", quote, draw)
    return _put(quote, found, NEGATED[found[0]] if found else "")


def _roles(quote: str, draw: random.Random) -> str | None:
    """Two names take each other's place."""
    names = [m for m in re.finditer(_NAME.pattern, quote) if m[0] not in (*MONTHS, *DAYS)]
    if len(names) < 2:
        return None
    one, other = sorted(draw.sample(names, 2), key=lambda m: m.start())
    middle = quote[one.end() : other.start()]
    return quote[: one.start()] + other[0] + middle + one[0] + quote[other.end() :]


def _sign(quote: str, draw: random.Random) -> str | None:
    """A figure gets a sign, a fraction or another mark within it."""
    found = _picked(r"\d[\d,.]*\d|\d", quote, draw)
    if found is None:
        return None
    behind = [mark + found[0] for mark in ("-", "−", "±", ">", "<", "~", "+", "0.", "£", "#")]
    before = [found[0] + mark for mark in (".5", ",000", "½", "²", "/2", "–2", "th", "%")]
    within = [found[0].replace(",", "."), found[0].replace(".", ",")]
    return _put(quote, found, draw.choice([new for new in behind + before + within if new != found[0]]))


def _letter(quote: str, draw: random.Random) -> str | None:
    """A letter of any word is another one."""
    found = _picked(r"[a-z]", quote, draw)
    return _put(
        quote, found, draw.choice([c for c in "abcdefgiklmnoprstu" if found is None or c != found[0]])
    )


def _affix(quote: str, draw: random.Random) -> str | None:
    """A word gets a beginning that turns it round."""
    found = _picked(r"\b[a-z]{5,}\b", quote, draw)
    return _put(quote, found, f"{draw.choice(AFFIXES)}{found[0] if found else ''}")


def _dropped(quote: str, draw: random.Random) -> str | None:
    """A word goes."""
    words = [m for m in re.finditer(r"\w+(?:['’.,-]\w+)*", quote) if m[0].casefold() not in IDLE]
    return None if len(words) < 3 else _put(quote, draw.choice(words), "")


def _added(quote: str, draw: random.Random) -> str | None:
    """A word comes in that limits what is said."""
    found = _picked(r"\b\w+", quote, draw)
    return _put(quote, found, f"{draw.choice(LIMITS)} {found[0] if found else ''}")


def _swapped(quote: str, draw: random.Random) -> str | None:
    """Two words side by side take each other's place."""
    words = [m for m in re.finditer(r"\w+(?:['’.,-]\w+)*", quote) if m[0].casefold() not in IDLE]
    pairs = [(a, b) for a, b in pairwise(words) if a[0].casefold() != b[0].casefold()]
    if not pairs:
        return None
    one, other = draw.choice(pairs)
    return f"{quote[: one.start()]}{other[0]}{quote[one.end() : other.start()]}{one[0]}{quote[other.end() :]}"


def _case(quote: str, draw: random.Random) -> str | None:
    """A name becomes a word, as "May" and "Polish" do."""
    found = _picked(r"(?<=[a-z] )[A-Z][a-z]{3,}\b", quote, draw)
    return _put(quote, found, found[0].lower() if found else "")


def _denied(quote: str, draw: random.Random) -> str | None:
    """A whole sentence is told of as what is not so."""
    if not (quote[0].isupper() and quote[-1] == "."):
        return None
    return f"{draw.choice(DENIALS)} {quote[0].lower()}{quote[1:]}"


INSIDE: Mapping[str, Change] = MappingProxyType(
    {
        "digit": _digit,
        "number word": _number_word,
        "negation": _negation,
        "unit": _unit,
        "date": _date,
        "name": _name,
        "hedge": _hedge,
        "comparator": _comparator,
        "opposite": _opposite,
        "roles": _roles,
        "sign": _sign,
        "letter": _letter,
        "affix": _affix,
        "word dropped": _dropped,
        "word added": _added,
        "words swapped": _swapped,
        "case of a name": _case,
        "denied": _denied,
    }
)
