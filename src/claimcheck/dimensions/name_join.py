"""What holds the words of one name together: particles, "of", "&", hyphens, numbers, suffixes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.dimensions.name_kind import LABELS
from claimcheck.dimensions.name_lists import (
    CORPORATE,
    CREDENTIALS,
    GENERATIONS,
    OF_HEADS,
    ORG_HEADS,
    PARTICLES,
    PLACE_HEADS,
    POSSESSIVE_HEADS,
)
from claimcheck.tokens import Sentence, Token

_LONG = frozenset({"ORG", "WORK_OF_ART", "LAW", "EVENT", "FAC", "PRODUCT"})
_TITLED = frozenset({"WORK_OF_ART", "EVENT", "LAW"})
_INNER_TITLED = frozenset({"in", "on", "at", "with", "from", "by", "to", "or", "my", "your", "a", "an"})
_INNER = frozenset({"of", "the", "for", "without"})
_PLACES = frozenset({"GPE", "LOC", "NORP"})
_NUMBER = re.compile(r"\d{1,4}(?:\.\d+){0,3}[a-z]?$|[IVX]{1,5}$")
_WARS = frozenset({"world", "civil", "cold", "gulf", "crimean", "boer", "vietnam", "korean", "great"})
_OF_WARS = frozenset("memorial museum cabinet office veterans cemetery".split())
_DASHES = frozenset({"-", "–", "‐", "‑"})


def joins(sentence: Sentence, flags: Sequence[bool], first: int, stop: int) -> int:
    """How far the name [first:stop) reaches next: its new end, or 0 where it ends."""
    tokens = sentence.tokens
    last, after = tokens[stop - 1], tokens[stop]
    touching = after.start == last.end
    if flags[stop]:
        return 0 if _parts(tokens, first, last, after) else stop + 1
    text = after.text
    following = stop + 1 < len(tokens) and flags[stop + 1]
    if text in _DASHES:
        tight = touching and stop + 1 < len(tokens) and tokens[stop + 1].start == after.end
        flag = last.text.startswith("--") and tight
        if tight and last.ent == "PERSON" == tokens[stop + 1].ent and not tokens[stop + 1].ent_first:
            return stop + 2  # "Kim Ji-woo"
        return stop + 2 if flag or (tight and following and not _two_sides(tokens, last, stop)) else 0
    if text == ":":
        work = last.ent == after.ent == "WORK_OF_ART" and not after.ent_first
        return stop + 2 if work and stop + 1 < len(tokens) and tokens[stop + 1].ent == after.ent else 0
    if text == "&":
        return stop + 2 if following else 0
    if text == "." and touching and following and len(last.text) <= 5:
        return stop + 2
    if text == "," and stop + 1 < len(tokens):
        return _suffix(tokens, stop)
    if after.tag == "POS":
        return _possessive(tokens, flags, first, stop)
    if text[0].isdigit():
        return stop + 1 if _numbers(sentence, last, after) else 0
    return _small_words(tokens, flags, first, stop)


def _parts(tokens: Sequence[Token], first: int, last: Token, after: Token) -> bool:
    """Whether two name words side by side belong to two names."""
    if after.start > last.end + 2:
        return True
    if last.lower == "war" and tokens[last.i - 1].lower in _WARS and last.i > first:
        return not _NUMBER.match(after.text) and after.lower not in {"one", "two", *_OF_WARS}
    fresh = after.ent_first and after.ent in LABELS
    head = after.lower in ORG_HEADS or after.lower in PLACE_HEADS
    if last.ent == "NORP" and after.ent != "NORP":
        return not (head and after.ent == "") and (_demonymic(last.lower) or not _ends_as_body(tokens, after))
    if last.ent in {"GPE", "LOC"} and fresh and after.ent in {"GPE", "PERSON", "LOC", "NORP"}:
        return not head
    if last.ent == "PERSON" and fresh:
        return after.ent in {"GPE", "NORP", "PERSON"} and len(last.text) > 2 and tokens[first].ent == "PERSON"
    return (
        last.ent == "ORG"
        and fresh
        and after.ent == "PERSON"
        and tokens[first].ent == "ORG"
        and last.i > first
    )


def _demonymic(word: str) -> bool:
    return word.endswith(("an", "ish", "ese", "i", "ch", "k", "arab", "swiss")) or word in {
        "shia",
        "sunni",
        "muslim",
        "jewish",
    }


def _ends_as_body(tokens: Sequence[Token], at: Token) -> bool:
    """Whether the capitalised words from a token on end in an organisation's head word."""
    end = at.i
    while end + 1 < len(tokens) and tokens[end + 1].pos == "PROPN" and tokens[end + 1].text[0].isupper():
        end += 1
    return tokens[end].lower in ORG_HEADS


def _two_sides(tokens: Sequence[Token], left: Token, dash: int) -> bool:
    """ "Iran-Iraq war", "U.S.–China talks": two places side by side, not one hyphenated name."""
    right = tokens[dash + 1]
    noun = dash + 2 < len(tokens) and tokens[dash + 2].pos == "NOUN"
    if left.ent not in _PLACES or right.ent not in _PLACES:
        return left.ent in _PLACES and right.ent == "" and noun
    return right.ent_first or tokens[dash].text == "–" or noun


def _suffix(tokens: Sequence[Token], comma: int) -> int:
    """ ", Inc.", ", Jr." carry the name on; a second comma is not part of it."""
    word = tokens[comma + 1].lower.strip(".")
    return comma + 2 if word in CORPORATE or word in GENERATIONS or word in CREDENTIALS else 0


def _possessive(tokens: Sequence[Token], flags: Sequence[bool], first: int, mark: int) -> int:
    """ "St. Mary's Hospital", "King's College", "Seafarers' Guild" against "Iraq's Parliament"."""
    end = mark + 1
    while end < len(tokens) and flags[end] and end < mark + 5:
        end += 1
    if end == mark + 1:
        return 0
    last = tokens[end - 1].lower
    owner = tokens[mark - 1]
    owned = (
        last in ORG_HEADS
        or last in PLACE_HEADS
        or any(tokens[i].lower in ORG_HEADS for i in range(mark + 1, end))
    )
    saint = tokens[first].lower.strip(".") in {"st", "saint"}
    class_of = owner.lower in POSSESSIVE_HEADS or (
        tokens[mark].text in {"'", "’"} and owner.ent not in {"GPE", "PERSON", "NORP"}
    )
    if (
        owned
        and (saint or class_of)
        and owner.start == tokens[first].start + (0 if not saint else owner.start - tokens[first].start)
    ):
        return mark + 2
    whole = tokens[mark].ent in {"WORK_OF_ART", "FAC", "EVENT"} and tokens[mark].ent == tokens[mark + 1].ent
    return mark + 2 if whole and not tokens[mark + 1].ent_first and owner.ent == tokens[mark].ent else 0


def _numbers(sentence: Sentence, last: Token, number: Token) -> bool:
    """ "Apollo 11", "Kestrel 4.2": the number belongs to the name and counts nothing."""
    if not _NUMBER.match(number.text) or number.ent in {"PERCENT", "MONEY", "TIME"}:
        return False
    tokens = sentence.tokens
    if gapped(sentence, last):
        return False
    after = tokens[number.i + 1] if number.i + 1 < len(tokens) else None
    same = number.ent in _LONG and number.ent == last.ent and not number.ent_first
    dashed = after is not None and after.text in {"-", "–"} and after.start == number.end
    if dashed and last.ent != "PRODUCT":
        return False  # "beat Linz 3-1"
    if after is not None and not same:
        if after.text in {"%", "°", "-", "–", "/", ":"} and after.start == number.end:
            return False
        if number.head > number.i or after.lower in {
            "percent",
            "million",
            "billion",
            "trillion",
            "thousand",
            "hundred",
        }:
            return False
    if number.ent == "DATE" and not same and len(number.text) in {2, 4} and number.text.isdigit():
        return False
    return same or number.head == last.i or tokens[number.head].i == last.head


def gapped(sentence: Sentence, last: Token) -> bool:
    """ "The Reds won 41 seats and the Blues 38": a number of seats, whose noun and verb are said once."""
    counted = sentence[last.head]
    if last.dep != "conj" or counted.pos != "NOUN":
        return False
    verb = sentence[counted.head]
    return any(sentence[c].dep == "nummod" for c in sentence.children[counted.i]) and any(
        sentence[c].dep == "nsubj" and sentence[c].pos == "PROPN" for c in sentence.children[verb.i]
    )


def _small_words(tokens: Sequence[Token], flags: Sequence[bool], first: int, stop: int) -> int:
    """ "of", "and", "de la" and other words inside a name; 0 where they stand between two names."""
    end = stop
    while (
        end < len(tokens)
        and end < stop + 3
        and not flags[end]
        and tokens[end].text.isalpha()
        and tokens[end].text.islower()
    ):
        end += 1
    if end == stop or end >= len(tokens) or not flags[end]:
        return 0
    inner = [tokens[i].lower for i in range(stop, end)]
    left, right = tokens[stop - 1], tokens[end]
    if all(w in PARTICLES and w != "as" for w in inner):  # "served with Tate as Minister"
        return end + 1
    one = left.ent in _LONG and all(
        tokens[i].ent == left.ent and not tokens[i].ent_first for i in range(stop, end + 1)
    )
    if inner == ["for"] and tokens[first].lower == "best":
        return 0  # "Best Actress for Malone"
    if one and all(w in _INNER or (w in _INNER_TITLED and left.ent in _TITLED) for w in inner):
        return end + 1
    if inner[0] == "of" and inner[1:] in ([], ["the"]):
        heads = left.lower in OF_HEADS
        return end + 1 if heads and left.ent != "PERSON" else 0
    if inner == ["and"]:
        return end + 1 if _and_inside(tokens, flags, first, stop, end, one) else 0
    return (
        end + 1
        if inner == ["for"] and left.lower in {"centers", "center", "centre", "institute", "agency"} and right
        else 0
    )


def _and_inside(
    tokens: Sequence[Token], flags: Sequence[bool], first: int, stop: int, end: int, one: bool
) -> bool:
    """ "Food and Drug Administration", "Institute of Standards and Technology" against "Esper and Milley"."""
    if not one:
        return False
    far = end
    while far + 1 < len(tokens) and flags[far + 1]:
        far += 1
    if tokens[stop - 1].ent != "ORG":
        return True
    closed = any(tokens[i].lower in {"of", "for"} for i in range(first, stop)) or stop - first == 1
    last = tokens[far].lower.strip(".")
    left_whole = tokens[stop - 1].lower in ORG_HEADS
    return (closed or last in ORG_HEADS) and not left_whole and (last in ORG_HEADS or stop - first > 1)
