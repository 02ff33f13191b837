"""Quotations: where they stand, what kind they are, and whether the evidence has them word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from claimcheck.finding import Finding, Relation
from claimcheck.tokens import Sentence

DOUBLE: Final = '"“”„‟«»＂'
SINGLE: Final = "'‘’‚‛‹›"
_MARK: Final = re.compile(rf"``|''|[{DOUBLE}{SINGLE}]")
_WORD: Final = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*|[$€£%]")
_CUT: Final = re.compile(r"\s*(?:\.\s?\.\s?\.\s?\.?|…\.?|\[[^\]]*\])\s*")
_FOLDS: Final = str.maketrans(
    {**dict.fromkeys("“”„‟«»＂", '"'), **dict.fromkeys("‘’‚‛‹›`´", "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
)
_SPACE: Final = re.compile(r"\s+")
_DASH: Final = re.compile(r"\s*-{1,3}\s*")
# text tokenised in the Penn Treebank way: "do n't", "we 're", "done ."
_LOOSE: Final = re.compile(r"\s+(?=n't\b|'(?:s|re|ve|ll|d|m)\b|[,.;:!?](?:\s|$))")
_ANY_MARK: Final = re.compile("['\"]")
_SPEECH_WORDS: Final = 5
_FLOOR: Final = 0.6
_FUNCTION: Final = frozenset(
    "a an the and or but of in on at to for with by from as is are was were be been being am it its this that these "
    "those he she they we you i him her them us me his their our your my not no do does did have has had will would "
    "can could may might shall should must if so than then there here what which who whom when where why how".split()
)
_SUBJECT_OR_FINITE: Final = frozenset(
    "i we he she they you it there is are was were am be been have has had do does did will would can could may might "
    "shall should must don't won't can't isn't aren't".split()
)


class Kind(StrEnum):
    SPEECH = "speech"
    TERM = "term"  # a title, a name or a word in scare quotes


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `start` and `end` are code points of the text inside the marks; depth 1 is the outermost."""

    start: int
    end: int
    text: str
    kind: Kind
    depth: int = 1


def find(text: str) -> tuple[Quote, ...]:
    """The quotations of a text in order of their start: straight, curly, mismatched and single marks, nested ones.

    A mark that is never closed runs to the end of its paragraph, and is dropped when no speech follows it.
    """
    found: list[Quote] = []
    stack: list[tuple[str, int]] = []
    for mark in _MARK.finditer(text):
        _step(text, mark, stack, found)
    if stack and stack[0][0] == "double":
        _unclosed(text, stack[0][1], found)
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def quotes(sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    """As `find`, over consecutive sentences of one text; offsets are that text's."""
    if not sentences:
        return ()
    base = sentences[0].start
    chars = [" "] * (sentences[-1].end - base)
    for sentence in sentences:
        for token in sentence:
            chars[token.start - base : token.end - base] = token.text
    return tuple(Quote(q.start + base, q.end + base, q.text, q.kind, q.depth) for q in find("".join(chars)))


def _step(text: str, mark: re.Match[str], stack: list[tuple[str, int]], found: list[Quote]) -> None:
    shape = "double" if mark[0] in DOUBLE or mark[0] in ("``", "''") else "single"
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    if shape == "single" and before.isalnum() and after.isalnum():
        return  # an apostrophe
    open_here = any(kind == shape for kind, _ in stack)
    opens = _opens(mark[0], before, after, open_here)
    if opens and not open_here:
        if shape == "double" or _closes_later(text, mark.end()):
            stack.append((shape, mark.end()))
        return
    if not open_here or (shape == "single" and not _single_close(text, mark)):
        return
    while stack:
        kind, start = stack.pop()
        if kind == shape:
            if text[start : mark.start()].strip():
                found.append(_quote(text, start, mark.start(), len(stack) + 1))
            return


def _opens(mark: str, before: str, after: str, open_here: bool) -> bool:
    if mark in "“„«‘‚‹``" and mark != "`":
        return True
    if open_here:
        return False
    if mark in "’'" and (before.isalnum() or after.isspace()):
        return False
    # a mismatched closing mark that opens: ”We …” after a space
    return not after.isspace() and (before.isspace() or before in "([-–—{/\"'“‘" or not before.isalnum())


def _single_close(text: str, mark: re.Match[str]) -> bool:
    """A single mark after a plural's s is a possessive when a better closing mark follows: 'the boys' bikes'."""
    if mark.start() and text[mark.start() - 1].isspace():
        return False
    if text[max(0, mark.start() - 1)] != "s":
        return True
    rest = text[mark.end() : mark.end() + 200]
    return not re.search(r"[^\W_,.!?][,.!?]?['’](?!\w)", rest) or rest[:1] in ",.!?;:"


def _closes_later(text: str, i: int) -> bool:
    """Whether a single quotation that opens here is closed within its paragraph."""
    stop = text.find("\n\n", i)
    window = text[i : stop if stop >= 0 else len(text)][:600]
    return re.search(r"\S['’](?!\w)", window) is not None


def _unclosed(text: str, start: int, found: list[Quote]) -> None:
    stop = text.find("\n\n", start)
    stop = len(text) if stop < 0 else stop
    if kind_of(text[start:stop]) is Kind.SPEECH and not any(q.start >= start for q in found):
        found.append(_quote(text, start, stop, 1))


def _quote(text: str, start: int, end: int, depth: int) -> Quote:
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    inside = inside.strip()
    return Quote(start, start + len(inside), inside, kind_of(inside), depth)


def kind_of(inside: str) -> Kind:
    """Whether quoted text is speech, or a title or term.

    Speech is long, has a subject or a finite verb, or ends in its own punctuation; a title writes its words large.
    """
    words = _WORD.findall(inside)
    lower = [w.lower() for w in words]
    if not words:
        return Kind.TERM
    content = [w for w, low in zip(words, lower, strict=True) if low not in _FUNCTION]
    large = sum(w[0].isupper() or w[0].isdigit() for w in content)
    if content and large == len(content) and not inside.rstrip().endswith(("!", "?", ".")):
        return Kind.TERM
    if len(words) >= _SPEECH_WORDS:
        return Kind.SPEECH
    has_clause = any(w.replace("’", "'") in _SUBJECT_OR_FINITE for w in lower) or "n't" in inside
    return Kind.SPEECH if has_clause or (inside[-1] in ".!?," and len(words) > 1) else Kind.TERM


def in_passing(inside: str) -> bool:
    """Whether a short quotation is of somebody's words ("a cathedral for sound") rather than a title or a term."""
    content = [w for w in _WORD.findall(inside) if w.lower() not in _FUNCTION]
    return len(_WORD.findall(inside)) > 1 and any(w[0].islower() for w in content)


def fold(text: str) -> str:
    """A quotation as it is compared: marks, dashes and spaces made one kind, first letter small, a comma or full
    stop at its end left to the quoting sentence."""
    folded = _plain(text).strip().strip('"').strip()
    folded = re.sub(r"(?<!\.)[.,]$", "", folded)
    return folded[:1].lower() + folded[1:]


def _plain(text: str) -> str:
    marked = text.replace("``", '"').replace("''", '"').translate(_FOLDS)
    return _DASH.sub("-", _LOOSE.sub("", _SPACE.sub(" ", marked)))


def relate(statement_quote: str, evidence_text: str, *, evidence_quotes: Sequence[str]) -> Finding:
    """Does the evidence have the statement's quotation word for word?

    evidence_text: the passage; evidence_quotes: the texts quoted in it.
    Rules: quote.verbatim (entails), quote.altered (contradicts: near to one quoted passage but not the same words),
    quote.unstated (undetermined).
    """
    found = verbatim(statement_quote, evidence_text) or _across(statement_quote, evidence_quotes)
    if found is not None:
        return Finding("quote.verbatim", Relation.ENTAILS, statement_quote, found)
    near = nearest(statement_quote, evidence_quotes)
    if near is not None:
        return Finding("quote.altered", Relation.CONTRADICTS, statement_quote, near)
    return Finding("quote.unstated", Relation.UNDETERMINED, statement_quote)


def _across(quote: str, quotations: Sequence[str]) -> str | None:
    """As `verbatim`, in quotations that the evidence interrupts: “We are,” she said, “going on.”"""
    if len(quotations) < 2:
        return None
    parts = [re.sub(r"[.,]$", "", q.strip()) for q in quotations]
    return next((found for seam in (" ", ". ", ", ") if (found := verbatim(quote, seam.join(parts)))), None)


def verbatim(quote: str, text: str) -> str | None:
    """The passage of a (folded) text that holds a quotation word for word, cuts left open; None where none does."""
    pieces = [fold(piece) for piece in _CUT.split(quote)]
    pieces = [piece for piece in pieces if _WORD.search(piece)]
    if not pieces:
        return None
    parts = [_piece(piece) for piece in pieces]
    plain = _plain(text)
    match = re.search(r"(?<![\w])" + r"(?![\w]).{0,400}?(?<![\w])".join(parts) + r"(?![\w])", plain)
    return match[0] if match else None


def _piece(piece: str) -> str:
    """A pattern for a folded piece: its first letter in either case, marks inside it of either kind."""
    first = re.escape(piece[0])
    if piece[0].isalpha():
        first = f"[{re.escape(piece[0].lower() + piece[0].upper())}]"
    rest = re.escape(piece[1:])
    return first + (_ANY_MARK.sub("['\"]", rest) if _nested(piece) else rest)


def _nested(piece: str) -> bool:
    return '"' in piece or re.search(r"(?<!\w)'|'(?!\w)", piece) is not None


def nearest(quote: str, quotations: Sequence[str]) -> str | None:
    """The quotation of the evidence that another one is an altered copy of, or None.

    Near means: at least four words, six in ten of them standing in the same order within a stretch of the other
    about as long, and half its content words, two at the least, among them. Word alignment is difflib's.
    """
    mine = _words(quote)
    if len(mine) < 4:
        return _but_one(mine, quotations)
    best, near = 0.0, None
    for other in quotations:
        theirs = _words(other)
        score = 0.0 if _within(mine, theirs) else _alike(mine, theirs)  # the same words, pointed otherwise
        if score > best:
            best, near = score, other
    return near or _but_one(mine, quotations)


def _but_one(mine: list[str], quotations: Sequence[str]) -> str | None:
    """The quotation of three or more words that differs from mine in one of them."""
    for other in quotations:
        theirs = _words(other)
        if len(theirs) == len(mine) > 2 and sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1:
            return other
    return None


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text.translate(_FOLDS))]


def _within(mine: list[str], theirs: list[str]) -> bool:
    return f" {' '.join(mine)} " in f" {' '.join(theirs)} "


def _alike(mine: list[str], theirs: list[str]) -> float:
    """Share of my words found in order in one stretch of theirs; 0 below the floor."""
    blocks = [b for b in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks() if b.size]
    if not blocks:
        return 0.0
    shared = [w for b in blocks for w in mine[b.a : b.a + b.size]]
    stretch = max(b.b + b.size for b in blocks) - min(b.b for b in blocks)
    content = {w for w in mine if w not in _FUNCTION}
    common = {w for w in shared if w not in _FUNCTION}
    share = len(shared) / len(mine)
    if share < _FLOOR or len(shared) < _FLOOR * stretch or len(common) < 2 or len(common) * 2 < len(content):
        return 0.0
    return share
