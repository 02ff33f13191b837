"""Dates of birth and death, and the life spans in brackets that give both."""

from __future__ import annotations

from claimcheck.dimensions.date.scan import Piece
from claimcheck.tokens import Sentence

_BORN = frozenset({"bear", "born", "birth", "b.", "birthday"})
_DIED = frozenset({"die", "died", "death", "d.", "decease", "deceased"})
_DASHES = frozenset("-–—")
_LONGEST = 125
_SHORTEST = 15  # years in brackets after a name: a life, not a term of office
_REACH = 25  # tokens a bracket is followed back


def vital(sentence: Sentence, piece: Piece, governor: int) -> str:
    """ "born", "died", "life", or "" for any other date."""
    if piece.draft is None:
        return ""
    opened = _bracket(sentence, piece.start)
    if piece.last is not None and opened is not None and _life(sentence, piece, opened):
        return "life"
    before = sentence[piece.start - 1].lower if piece.start else ""
    lemma = sentence[governor].lemma
    inside = {sentence[i].lower for i in range(opened + 1, piece.start)} if opened is not None else set[str]()
    if before in _BORN or lemma in _BORN or (inside & {"born", "b."} and not inside & _DIED):
        return "born"
    closed = piece.stop < len(sentence) and sentence[piece.stop].text == ")"
    if before in _DIED or lemma in _DIED or (opened is not None and before in _DASHES and closed):
        return "died"
    return ""


def _bracket(sentence: Sentence, start: int) -> int | None:
    """The index of the bracket that is open at a token."""
    depth = 0
    for i in range(start - 1, max(-1, start - _REACH), -1):
        if sentence[i].text == ")":
            depth += 1
        elif sentence[i].text == "(":
            if not depth:
                return i
            depth -= 1
    return None


def _life(sentence: Sentence, piece: Piece, opened: int) -> bool:
    """A range in brackets after a person's name, long enough for a life."""
    first, last = piece.draft, piece.last
    if first is None or last is None or first.years is None or last.years is None:
        return False
    if not _SHORTEST <= last.years.lo - first.years.lo <= _LONGEST:
        return False
    at = opened - 1
    while at > 0 and sentence[at].pos == "PUNCT":
        at -= 1
    if at < 0:
        return False
    if sentence[at].ent == "PERSON":
        return True
    return sentence[at].pos == "PROPN" and "day" in first.stated and "day" in last.stated
