"""How one wording of a passage differs from another, and whether what is said may differ with it.

Every difference counts unless it is known to change nothing: marks that join or set off, the case of a first letter,
articles and relative words, words that only lead on, agreement, contractions, another way to write the same figure or
abbreviation, and, where the lexicon has them as synonyms, two words in the same form. What is not known to be harmless
is not: the passage waits for a person either way, and is called reworded only where no fact can hide in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from claimcheck.auditing.fact_words import Kind, kind_of

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., p.m.
    r"|\d+(?:[.,:/]\d+)*[^\W\d_]*"  # 4,000  7:35  2.5km
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*\d*"
    r"|\S"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_OPENING: Final = frozenset("\"'“‘«([{*_`|#>")
_CLOSING: Final = frozenset(".,;:!)\"'”’»]}*_`|")
_BEFORE_FIGURES: Final = _OPENING - frozenset("|#>")  # which may be signs there
_MARKS: Final = _OPENING | _CLOSING | frozenset("…—–-•·")
_ARTICLES: Final = frozenset({"a", "an", "the"})
_RELATIVE: Final = frozenset({"that", "which", "who", "whom"})
_LEADING: Final = frozenset(
    "also however meanwhile moreover furthermore additionally indeed likewise".split()
)
_AGREEING: Final = tuple(
    map(frozenset, (("was", "were"), ("is", "are"), ("has", "have"), ("does", "do"), ("a", "an")))
)
_CONTRACTED: Final = {"won't": "will", "can't": "can", "shan't": "shall", "cannot": "can"}
# Words that are no names, so that their case tells no more than where they stand.
_PLAIN: Final = _ARTICLES | frozenset(
    "he she they this these those there its their his her in on at by for from with of when while after before".split()
)
_MEANT_BY_CASE: Final = frozenset(
    "us it who may march august will mark bill polish turkey china aids".split()
)


@dataclass(frozen=True, slots=True)
class Difference:
    """What stood and what stands now, either empty where the other was put in or left out, and what it bears on."""

    kind: Kind
    old: str
    new: str

    def __str__(self) -> str:
        old, new = (f"“{said}”" if said else "nothing" for said in (self.old, self.new))
        return f"{self.kind}: {old} → {new}"


@dataclass(frozen=True, slots=True)
class _Word:
    """A word or mark: folded, and as it stands; `touches`: whether a figure is right before and right behind it."""

    folded: str
    text: str
    start: int
    end: int
    touches: tuple[bool, bool]
    first: bool  # of its sentence

    @property
    def is_mark(self) -> bool:
        return not any(c.isalnum() for c in self.folded)


def differences(old: str, new: str) -> tuple[Difference, ...]:
    """What may change the facts between two wordings, in order; nothing where the one surely says what the other does.

    Raises ModelError without a language model, if a word was put for another that may be its synonym.
    """
    ours, theirs = _words(old), _words(new)
    found: list[Difference] = []
    out, put = Counter[str](), Counter[str]()
    matcher = SequenceMatcher(None, [w.folded for w in ours], [w.folded for w in theirs], autojunk=False)
    for kind, i, k, j, m in matcher.get_opcodes():
        if kind == "equal":
            found += [
                Difference("name", a.text, b.text)
                for a, b in zip(ours[i:k], theirs[j:m], strict=True)
                if _case_counts(a, b)
            ]
        else:
            left, right = _telling(ours, i, k, theirs[j:m]), _telling(theirs, j, m, ours[i:k])
            if [w.folded for w in left] != [w.folded for w in right] and not _agree(left, right):
                found.append(_difference(left, right, old, new))
                out.update(w.folded for w in left)
                put.update(w.folded for w in right)
    if len(found) > 1 and out == put:
        return tuple(Difference("order", one.old, one.new) for one in found)
    return tuple(one for one in found if not _synonyms(one, old, new))


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    first = True
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        touches = text[start - 1 : start].isdigit(), text[end : end + 1].isdigit()
        found += [_Word(folded, match[0], start, end, touches, first) for folded in _folded(match[0])]
        if any(c.isalnum() for c in match[0]):
            first = False
        elif match[0] in ".!?":
            first = True
    return found


def _folded(word: str) -> tuple[str, ...]:
    plain = word.casefold().replace("’", "'")
    if plain in _CONTRACTED:
        return _CONTRACTED[plain], "not"
    if plain.endswith("n't"):
        return plain.removesuffix("n't"), "not"
    if len(plain) > 3 and plain[1] == plain[3] == ".":
        return (plain.replace(".", ""),)
    return (plain.replace(",", "") if _THOUSANDS.fullmatch(plain) else plain,)


def _case_counts(a: _Word, b: _Word) -> bool:
    """Whether two words that differ in case alone may be two: "us" and "US"."""
    if a.text == b.text or a.text.replace("’", "'") == b.text.replace("’", "'"):
        return False
    if a.text.casefold().replace(".", "") != b.text.casefold().replace(".", ""):
        return False  # "didn't" and "did not" have been taken apart
    shouted = sum(c.isupper() for c in a.text) > 1 or sum(c.isupper() for c in b.text) > 1
    if shouted and a.text.replace(".", "") == b.text.replace(".", ""):
        return False
    if a.folded in _PLAIN and (a.first or b.first):
        return shouted
    return shouted or a.folded in _MEANT_BY_CASE or not (a.first and b.first)


def _telling(words: Sequence[_Word], start: int, stop: int, others: Sequence[_Word]) -> list[_Word]:
    """Of the words that differ those that say something."""
    return [words[k] for k in range(start, stop) if not _harmless(words, k, others)]


def _harmless(words: Sequence[_Word], k: int, others: Sequence[_Word]) -> bool:
    word = words[k]
    if word.is_mark:
        return _is_quiet(word)
    if word.folded in _ARTICLES:
        behind = next((w for w in words[k + 1 :] if not w.is_mark), None)
        return behind is None or kind_of(behind.folded) is None
    if word.folded == "and":
        return any(w.is_mark or w.folded in _RELATIVE for w in others)
    return word.folded in _RELATIVE or word.folded in _LEADING


def _is_quiet(mark: _Word) -> bool:
    """Whether a mark sets words off or joins them; beside a figure it may be a sign of it."""
    behind, before = mark.touches
    if behind or before:
        return (not behind or mark.folded in _CLOSING) and (not before or mark.folded in _BEFORE_FIGURES)
    return mark.folded in _MARKS


def _agree(left: Sequence[_Word], right: Sequence[_Word]) -> bool:
    """ "was" for "were": the form that goes with the subject."""
    return len(left) == len(right) > 0 and all(
        {a.folded, b.folded} <= pair
        for a, b in zip(left, right, strict=True)
        for pair in [next((p for p in _AGREEING if a.folded in p), frozenset[str]())]
    )


def _difference(left: Sequence[_Word], right: Sequence[_Word], old: str, new: str) -> Difference:
    both = [*left, *right]
    kinds = [kind for word in both if (kind := kind_of(word.folded))]
    if any(word.is_mark and any(word.touches) for word in both):
        kinds.append("number")  # a sign
    if not kinds and any(word.text[:1].isupper() and not word.first for word in both):
        kinds = ["name"]
    for kind in ("number", "negation", "unit", "date", "name"):
        if kind in kinds:
            return Difference(kind, _said(left, old), _said(right, new))
    return Difference(kinds[0] if kinds else "words", _said(left, old), _said(right, new))


def _said(words: Sequence[_Word], text: str) -> str:
    """The words as they stand, from the first to the last."""
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""


def _synonyms(one: Difference, old: str, new: str) -> bool:
    """Whether one word was put for another that says the same in the same form: "bought", "purchased"."""
    if one.kind != "words" or not (one.old.isalpha() and one.new.isalpha()):
        return False
    from claimcheck import lexicon
    from claimcheck.lexicon import LexRel
    from claimcheck.reading import LEXICON_POS

    same = {LexRel.EQUAL, LexRel.SYNONYM}
    pairs = [(a, b) for a in _parsed(old, one.old) for b in _parsed(new, one.new)]
    return bool(pairs) and all(
        tag == other
        and pos == its
        and lexicon.relation(lemma, LEXICON_POS.get(pos, ""), its_lemma, LEXICON_POS.get(its, "")) in same
        and lexicon.relation(its_lemma, LEXICON_POS.get(its, ""), lemma, LEXICON_POS.get(pos, "")) in same
        for (lemma, pos, tag), (its_lemma, its, other) in pairs
    )


def _parsed(text: str, word: str) -> list[tuple[str, str, str]]:
    """Lemma, part of speech and form of a word wherever it stands in a text."""
    from claimcheck.parse import parse

    forms = {"VBN": "VBD"}  # which of the two the parser takes hangs on more than the word
    return [
        (token.lemma, token.pos, forms.get(token.tag, token.tag))
        for sentence in parse(text)
        for token in sentence
        if token.lower == word.casefold() and token.pos != "PROPN"
    ]
