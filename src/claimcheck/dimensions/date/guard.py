"""What looks like a date and is none: May who speaks, the Sun that reports, 2015 people, a march."""

from __future__ import annotations

import re

from claimcheck.dimensions.date.surface import Surface
from claimcheck.dimensions.date.words import DOUBTFUL_MONTHS
from claimcheck.tokens import Token

_SPAN = re.compile(r"\s(?:to|until|through)\s(?:1[5-9]|2[01])\d\d\b")
TIME_ENTITIES = frozenset({"DATE", "TIME"})
PREPOSITIONS = frozenset(
    "in on by since until till from before after during of for to through throughout between around about circa ca. ca "
    "c. as at into past over within between".split()
)
_MODIFIERS = frozenset(
    "early mid late mid- last next this past previous coming every each and or to through - until till , earlier later "
    "following the a an that since's".split()
)
_COUNTED = frozenset(
    "population total capacity length height elevation altitude crowd attendance number average maximum minimum "
    "area distance age series score cost price fine sum group team fleet force garrison weight depth range speed staff "
    "workforce audience total quantity amount set batch collection".split()
)
_MORE = frozenset(
    "than least most over under only nearly almost exactly some approximately roughly $ £ € # no. no us$".split()
)
_NUMBERED = frozenset(
    "room flight chapter page verse route highway number section article figure table bus line version model gate "
    "suite apartment unit channel block lot act bill resolution psalm item lane street building platform code".split()
)
_CHANGE = frozenset(
    "rise fall increase decrease grow drop decline climb jump raise lower reduce cut swell shrink".split()
)
_UNITS = frozenset(
    "m km kg g ft feet foot mi miles mile meters metres meter metre lb lbs pounds tons tonnes mm cm % percent hp mhz "
    "ghz mb gb kw mw rpm cc people men women soldiers troops dollars euros yen degrees points hours years months weeks "
    "days minutes seconds lines words pages seats votes".split()
)


def month_ok(surface: Surface, pos: int, end: int, *, numbers: bool) -> bool:
    """Whether the month's name at [pos:end) is the month; `numbers`: a day or a year stands with it."""
    word = surface.low[pos:end].rstrip(".")
    capital = surface.raw[pos].isupper()
    if numbers:
        return capital or word not in DOUBTFUL_MONTHS
    if not capital:
        return False
    token = surface.at(pos)
    if token.tag == "MD" or token.pos in ("VERB", "AUX"):
        return False
    if len(word) <= 3 and word != "may" and not surface.low[pos:end].endswith("."):
        return token.ent == "DATE" and word not in DOUBTFUL_MONTHS
    return _month_in_place(surface, pos, end, word)


def _month_in_place(surface: Surface, pos: int, end: int, word: str) -> bool:
    token = surface.at(pos)
    before, follows = surface.before(pos), surface.after(end)
    named = token.ent and token.ent not in TIME_ENTITIES
    if (
        token.i
        and surface.sentence[token.i - 1].pos == "PROPN"
        and surface.sentence[token.i - 1].ent != "DATE"
    ):
        return False
    if follows is not None and follows.pos == "PROPN" and follows.text[:1].isupper() and token.ent != "DATE":
        return False
    if named and (token.ent == "PERSON" or word in DOUBTFUL_MONTHS):
        return False
    if word not in DOUBTFUL_MONTHS:
        return True
    if before in PREPOSITIONS:
        return True
    return before in _MODIFIERS and token.ent == "DATE"


def weekday_ok(surface: Surface, pos: int, end: int) -> bool:
    """Whether the weekday's name at [pos:end) is one, not part of a title ("Sunday Times") or a habit ("Mondays")."""
    if not surface.raw[pos].isupper():
        return False
    token, follows = surface.at(pos), surface.after(end)
    before = surface.sentence[token.i - 1] if token.i else None
    if before is not None and before.lower in ("every", "each", "any", "most", "alternate"):
        return False
    if token.ent in TIME_ENTITIES:
        return True
    if token.ent:
        return False
    if before is not None and before.pos == "PROPN" and before.text[:1].isupper():
        return False
    return follows is None or follows.pos != "PROPN" or not follows.text[:1].isupper()


def year_ok(surface: Surface, pos: int, end: int) -> bool:
    """Whether the bare four digits at [pos:end) are a year: "in 2015", "a 2015 film", "(2015)", not "2015 people"."""
    token, value = surface.at(pos), int(surface.low[pos : pos + 4])
    before, follows = surface.before(pos), surface.after(end)
    led = surface.low[max(0, pos - 4) : pos] == "mid-"
    if (pos and surface.low[pos - 1] in "$£€#-/.+:" and not led) or surface.low[end : end + 1] == "/":
        return False
    if before in _MORE:
        return _since_least(surface, token.i)
    if follows is not None and (follows.lower in _UNITS or _counts(surface, token.i, follows.i)):
        return False
    if before == "of" and _counted(surface, token.i - 2):
        return False
    if before == "from" and token.i == 1 and _SPAN.match(surface.low, end):
        return True  # "From 2015 to 2019 output rose"
    if before in ("to", "from", "by", "at") and (verb := _change(surface, token.i)):
        planned = before == "by" and verb.tag == "VB"  # "will rise by 2050", not "rose by 2050"
        return 1900 <= value < 2200 and (planned or token.ent == "DATE")
    if before in PREPOSITIONS:
        return before not in ("about", "around", "over", "to", "for", "at", "by", "past") or value >= 1500
    if before in ("(", "-lrb-", "year", "years", "ad", "circa", "c.", "both"):
        return True
    return _bare(surface, token.i, value)


def _since_least(surface: Surface, i: int) -> bool:
    """ "since at least 1995"."""
    words = [surface.sentence[k].lower for k in range(max(0, i - 3), i)]
    return words[1:] == ["at", "least"] and words[0] in ("since", "until", "from", "to", "in")


def _bare(surface: Surface, i: int, value: int) -> bool:
    """A year with no preposition: before a noun ("the 2015 film"), or where the parser sees a date."""
    token = surface.sentence[i]
    if not 1500 <= value < 2200:
        return False
    before = surface.sentence[i - 1] if i else None
    if before is not None and (token.head <= i or before.head == i) and _numbered(before):
        return False
    above = surface.sentence[token.head].text
    if token.dep in ("conj", "appos") and len(above) == 4 and above.isdigit():  # "in 2008 and 2011"
        return True
    if token.head > i and token.dep in ("nummod", "compound", "amod", "nmod"):
        return before is not None and (before.pos in ("DET", "PRON", "ADJ", "PART") or before.tag == "POS")
    return token.ent == "DATE"


def _numbered(before: Token) -> bool:
    """ "room 1984", "Windows 2000": the digits number or name the word before them."""
    if before.pos == "PROPN":
        return True
    return before.pos == "NOUN" and (before.text[:1].isupper() or before.lemma in _NUMBERED)


def _counts(surface: Surface, i: int, follows: int) -> bool:
    """The digits count the plural noun right after them."""
    token, noun = surface.sentence[i], surface.sentence[follows]
    if noun.tag not in ("NNS", "NNPS") or token.head != follows or token.dep != "nummod":
        return False
    before = surface.sentence[i - 1].lower if i else ""
    return before not in ("the", "its", "his", "her", "their", "these", "those", "our", "'s")


def _counted(surface: Surface, i: int) -> bool:
    return i >= 0 and surface.sentence[i].lemma in _COUNTED


def _change(surface: Surface, i: int) -> Token | None:
    """The verb of change above a token or its preposition."""
    head = surface.sentence[surface.sentence[i].head]
    above = surface.sentence[head.head]
    return head if head.lemma in _CHANGE else above if above.lemma in _CHANGE else None
