"""The part a quantity plays: a level, a change and its ends, a difference."""

from __future__ import annotations

from claimcheck.dimensions.quantity.draft import Draft, low
from claimcheck.dimensions.quantity.value import AGE, COUNT, POINTS, RATIO, SHARE, Role
from claimcheck.dimensions.quantity.words import CHANGE_NOUNS, DELTA_AFTER, DOWN, MOVES, TRANSFERS, UP
from claimcheck.tokens import Sentence

_UNCHANGING = frozenset({"version", "score", AGE, "rating"})


def way(lemma: str) -> int:
    """The direction a word gives a change: 1 up, -1 down, 0 neither."""
    return 1 if lemma in UP else -1 if lemma in DOWN else 0


def role_of(
    sentence: Sentence, draft: Draft, governor: int | None, partitive: bool, other: bool
) -> tuple[Role, int]:
    """The part the quantity plays, and the direction of the change it belongs to."""
    lemma = sentence.tokens[governor].lemma if governor is not None else ""
    before, second = low(sentence, draft.start - 1), low(sentence, draft.start - 2)
    head = sentence.tokens[draft.head].lemma if draft.head is not None else ""
    if draft.role in ("ordinal", "multiplier"):
        return draft.role, way(lemma)
    moved = lemma in TRANSFERS or lemma in CHANGE_NOUNS or second in ("up", "down")
    direction = way(second) or way(lemma)
    if before in ("to", "from") and not moved and draft.dimension != COUNT:
        mover = _mover_before(sentence, draft.start - 1)
        moved, direction = mover is not None, way(mover or "")
    if (before in ("with", "to") and second == "compared") or (before == "against" and second == ","):
        another = low(sentence, draft.stop) in ("for", "on", "by", "at", "among", "of")
        return ("value", 0) if another else ("start", 0)
    if before == "to" and (moved or draft.partner):
        return "end", direction
    if before == "from" and (moved or draft.partner):
        return "start", direction
    if draft.dimension not in _UNCHANGING and _is_change(sentence, draft, governor, head):
        return "change", way(before) or way(head) or way(lemma) or way(second)
    if _is_delta(sentence, draft, other):
        return "delta", way(low(sentence, draft.stop)) or way(lemma)
    if draft.role == "share" or (draft.dimension == SHARE and partitive):
        return "share", 0
    return ("rate" if draft.per else "value"), 0


def _mover_before(sentence: Sentence, start: int) -> str | None:
    """The lemma of the nearest word of change in the ten tokens before `start`: "widened by 2.5 points, to …"."""
    for token in reversed(sentence.tokens[max(0, start - 10) : start]):
        if (
            token.lemma in TRANSFERS
            and token.pos in ("VERB", "ADV", "ADP")
            and token.lemma not in ("go", "come", "take")
        ):
            return token.lemma
        if token.pos == "NOUN" and token.lemma in CHANGE_NOUNS:
            return token.lemma
        if token.text == ";":
            return None
    return None


def _is_change(sentence: Sentence, draft: Draft, governor: int | None, head: str) -> bool:
    before, second = low(sentence, draft.start - 1), low(sentence, draft.start - 2)
    verb = sentence.tokens[governor] if governor is not None else None
    lemma = verb.lemma if verb else ""
    if before in ("up", "down") and _of_its_verb(sentence, draft.start - 1):
        return False  # "shot down two drones", "makes up 40%"
    if before in ("up", "down") or low(sentence, draft.stop) in ("up", "down"):
        return draft.dimension != COUNT or before in ("up", "down")
    if before == "by" and draft.dimension == SHARE and low(sentence, draft.stop) == "of":
        return False  # "backed by a majority of the members"
    if before == "by":
        return draft.dimension in (SHARE, POINTS, RATIO) or lemma in TRANSFERS or lemma in CHANGE_NOUNS
    if before == "of":
        return draft.start > 1 and (
            second in CHANGE_NOUNS or sentence.tokens[draft.start - 2].lemma in CHANGE_NOUNS
        )
    if (
        draft.dimension != COUNT
        and draft.head is not None
        and head in CHANGE_NOUNS
        and draft.head >= draft.stop
    ):
        return True
    if (
        verb is None
        or draft.start <= verb.i
        or before in ("at", "in", "with", "for", "on", "to", "from", "than")
    ):
        return False
    near = draft.start - verb.i <= 3
    if lemma in MOVES and near:
        return draft.head is None or draft.dimension != COUNT
    gains = lemma in ("gain", "lose", "shed", "add") and draft.dimension in (SHARE, POINTS)
    return gains and near and draft.head is None


def _of_its_verb(sentence: Sentence, particle: int) -> bool:
    """Whether "up" or "down" makes another verb of one that moves nothing: "shot down", "set up"."""
    token = sentence.tokens[particle]
    verb = sentence.tokens[token.head]
    return token.dep == "prt" and verb.pos == "VERB" and verb.lemma not in TRANSFERS


def _is_delta(sentence: Sentence, draft: Draft, other: bool) -> bool:
    after = low(sentence, draft.stop)
    if draft.dimension == COUNT:
        if not other and after not in ("fewer", "more", "less", "ahead", "behind", "clear"):
            return after in DELTA_AFTER and draft.head is None
        ahead = [low(sentence, i) for i in range(draft.stop, draft.stop + 6)]
        return "than" in ahead or after in ("fewer", "less", "ahead", "behind")
    placed = after in ("above", "below", "early", "late")
    return after in DELTA_AFTER and (not placed or draft.dimension in (POINTS, SHARE, "temperature"))
