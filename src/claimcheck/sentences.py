"""Where a sentence may and may not start: what spelling knows better than the parser, told to it beforehand.

Abbreviations, initials, quotation marks, list items, paragraphs and datelines. Everything else is left to the parser.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_TITLES = frozenset(
    "mr mrs ms messrs mme dr gen lt col adm sgt capt maj cmdr cpl brig sen rep gov rev prof hon supt insp det mt ft "
    "approx esp viz cf".split()
)
_NEVER_LAST = frozenset("vs v e.g i.e".split())
_BEFORE_NUMBER = frozenset(
    "nos fig figs vol pp p art sec ch eq ca c approx jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_MAY_BE_LAST = frozenset(
    "a.m p.m u.s u.k u.n e.u u.s.a d.c inc corp co ltd plc jr sr ph.d st ave blvd rd al etc "
    "bros dept est assn univ".split()
)
_OF_A_CLOCK = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday local gmt utc bst cet cest est edt et cst cdt ct mst mdt "
    "mt pst pdt pt ist jst eastern central pacific mountain eet msk aest".split()
)
# Words that open sentences and, capitalised, hardly anything else.
_STARTERS = frozenset(
    "The A An He She It They We I You His Her Its Their Our My This That These Those There All Some Most Both But When "
    "While After Before However Meanwhile".split()
)
_SAID = frozenset(
    "said says say asked asks added adds wrote writes told tells replied answered cried shouted "
    "called continued".split()
)
_ENDLESS = 300  # more tokens than this without a mark that ends sentences are no sentence
_QUOTES = frozenset('"“”«»„')
_CLOSERS = frozenset("\"”’'»)]")
_BULLETS = re.compile(r"[-*+•·▪‣◦–|]|#{1,6}|\(?\d{1,3}[.)]|[a-z]\)")
_HYPHENS = r"(?: ?[—–] ?| -- )"
_CAPITALS = r"[A-Z][A-Z.'’-]{2,}(?:,? [A-Z][\w.'’-]*){0,4}"
_DAY = r", (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
_AGENCY = r" ?\([A-Z][\w./ ]{1,24}\)"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}{_HYPHENS}|{_CAPITALS}(?:{_DAY})?(?:{_AGENCY})?(?<=[\d)])(?:{_HYPHENS}| - )"
    rf"|[A-Z][\w.'’-]+(?:,? [A-Z][\w.'’-]*){{0,4}}(?:{_DAY})?{_AGENCY}(?:{_HYPHENS}| - ))(?=[\"“‘'A-Z0-9])"
)


def starts(text: str, words: Sequence[str], at: Sequence[int]) -> list[bool | int | None]:
    """For every token whether a sentence starts there: True, False, or None where the parser should say.

    words: the tokens of `text`, white space between lines being tokens too; at: their offsets.
    """
    found: list[bool | int | None] = [None] * len(words)
    dateline = _dateline(text, 0)
    last = -1  # the last token that is no white space
    line = 0  # the token that opens the line
    first = 0  # the token behind the last mark that may end a sentence
    for i, word in enumerate(words):
        if word.isspace():
            found[i] = False if i else None
            continue
        gap = text[at[last] + len(words[last]) : at[i]] if last >= 0 else "\n\n"
        if gap.count("\n") > 1:
            dateline, line = _dateline(text, at[i]), i
            found[i] = True
        elif at[i] <= dateline:
            found[i] = at[i] == dateline
        elif "\n" in gap:
            heading = text[at[line]] == "#" and _BULLETS.fullmatch(words[line])
            line = i
            found[i] = (
                True if heading or _bullet(text, words, at, i) else _after(text, words, at, last, i) or None
            )
        elif last == line and _bullet(text, words, at, line):
            found[i] = True  # the item is parsed by itself; `parse` puts its mark back before it
        else:
            found[i] = None if len(gap) > 1 else _after(text, words, at, last, i)
        if i - first >= _ENDLESS:
            found[i] = True
        if found[i] or word[-1] in ".?!…":
            first = i
        last = i
    return found


def opens_line(word: str) -> bool:
    """Whether a word, alone at the start of a line, is the mark of a list item, a heading or a table's row."""
    return bool(_BULLETS.fullmatch(word))


def _dateline(text: str, at: int) -> int:
    """Where the dateline that opens a paragraph ends ("PORT X — "); -1 for none."""
    found = _DATELINE.match(text, at)
    return found.end() if found else -1


def _bullet(text: str, words: Sequence[str], at: Sequence[int], i: int) -> bool:
    """Whether a token that opens a line is the mark of a list item, a heading or a table's row."""
    end = at[i] + len(words[i])
    return opens_line(words[i]) and text[end : end + 1].isspace()


def _after(text: str, words: Sequence[str], at: Sequence[int], last: int, i: int) -> bool | None:
    """Whether a sentence starts at token `i`, by what stands before it on its line."""
    word = words[i]
    if word in _QUOTES or words[last] in _QUOTES:
        beside = _quoted(text, words, at, last, i)
        if beside is not None:
            return beside
    mark = last
    while mark > 0 and words[mark] in _CLOSERS:
        mark -= 1
    if words[mark][-1] not in ".?!…":
        return False
    if mark != last and (word[0].islower() or (words[mark] in "?!" and _speaks(words, i))):
        return False
    if words[mark] in ("...", "…") and word[0].islower():
        return False
    return _abbreviated(words, at, mark, i)


def _quoted(text: str, words: Sequence[str], at: Sequence[int], last: int, i: int) -> bool | None:
    """A closing mark opens nothing, nor does the word behind an opening one; spacing tells which is which."""
    if (
        words[i] in _QUOTES
        and at[i] == at[last] + len(words[last])
        and not text[at[i] + 1 : at[i] + 2].isalnum()
    ):
        return False
    opening = words[last] in _QUOTES and at[i] == at[last] + 1 and (last == 0 or text[at[last] - 1].isspace())
    return False if opening else None


def _speaks(words: Sequence[str], i: int) -> bool:
    """Whether the words that follow a quotation say who spoke it: "Smith asked"."""
    for word in words[i : i + 5]:
        if word in _SAID:
            return True
        if not word[0].isalpha():
            return False
    return False


def _abbreviated(words: Sequence[str], at: Sequence[int], mark: int, i: int) -> bool | None:
    """What an abbreviation's full stop says of the token behind it; None where it is no abbreviation or may be both."""
    word, base, before = words[i], words[mark][:-1], mark - 1
    if words[mark] == "." and mark and at[mark] == at[mark - 1] + len(words[mark - 1]):
        base, before = words[mark - 1], mark - 2
    key = base.lower()
    if key in _NEVER_LAST:
        return False
    if key in _BEFORE_NUMBER or base == "No":
        return False if word[0].isdigit() or (word[0].islower() and words[mark] != ".") else None
    if len(base) == 1 and base.isupper():
        named = before < 0 or words[before][0].isupper()
        return False if word[0].islower() or (named and word not in _STARTERS) else None
    if key in _TITLES:
        return None if word in _STARTERS else False
    if key not in _MAY_BE_LAST:
        return True if words[mark] != "." and words[mark][-1] == "." and word in _STARTERS else None
    if not word[0].isupper():
        return False if word[0] not in _QUOTES else None
    if key in ("a.m", "p.m") and (word.lower() in _OF_A_CLOCK or "time" in words[i + 1 : i + 3]):
        return False
    return True if word in _STARTERS else None
