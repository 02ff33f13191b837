"""Polarity: does the evidence affirm what the statement affirms?

Opposite polarities contradict only where both sides commit themselves: a plan says nothing against an event, a hedge
nothing against a hedge, and a bare denial by a party leaves the matter open.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from claimcheck.dimensions.context_kinds import Context, Modality, Strength, Tense
from claimcheck.finding import Finding, Relation

Same = Callable[[int, int], bool | None]

ENDED: Final = "what holds no longer held once"
OTHER_KIND: Final = "one speaks of an event, the other of a plan, an attempt, a duty or a possibility"
TO_COME: Final = "one speaks of the future"
_ASSERTED: Final = frozenset({Modality.NONE, Modality.HABITUAL, Modality.FAILURE, Modality.REFUSAL})
_AHEAD: Final = frozenset({Modality.PLAN, Modality.INTENTION, Modality.SCHEDULE})


def relate(e: Context, s: Context, same_speaker: Same | None = None) -> Finding:
    """Compare the polarity of evidence and statement on a matched predicate.

    `same_speaker(evidence head, statement head)` tells whether two speakers are one, None where unknown.
    What holds no longer did hold: "no longer sold" and "former" support a statement in the past tense.
    Rules: polarity.same (entails), polarity.negated (contradicts), polarity.open (undetermined).
    """
    if "not all" in s.scope or "not all" in e.scope:
        settled = s.polarity > 0 and (e.polarity < 0 or e.scope == s.scope or "not all" not in s.scope)
        if settled:
            return _finding("polarity.same", Relation.ENTAILS, e, s)
    if "never" in s.scope and e.ended and s.polarity < 0:
        return _finding("polarity.negated", Relation.CONTRADICTS, e, s, "what no longer holds once held")
    if "once" in s.scope and s.tense is Tense.PAST and e.tense is Tense.PRESENT and not e.ended:
        return _finding("polarity.open", Relation.UNDETERMINED, e, s, "that it held once is not said")
    if "nearly" in s.scope and "nearly" not in e.scope:
        return _finding("polarity.open", Relation.UNDETERMINED, e, s, "how near it came is not said")
    if _used_to(e) and s.tense is Tense.PRESENT:
        return _now_that_it_is_over(e, s)
    if e.polarity == s.polarity:
        return _finding("polarity.same", Relation.ENTAILS, e, s)
    if _past_of_ended(e, s) and not s.speakers:
        return _finding("polarity.same", Relation.ENTAILS, e, s, ENDED)
    reason = _reservation(e, s, same_speaker)
    if reason:
        return _finding("polarity.open", Relation.UNDETERMINED, e, s, reason)
    return _finding("polarity.negated", Relation.CONTRADICTS, e, s)


def _finding(rule: str, relation: Relation, e: Context, s: Context, note: str = "") -> Finding:
    return Finding(rule, relation, _text(s), _text(e), note, s.cues, e.cues)


def _text(c: Context) -> str:
    return "affirmed" if c.polarity > 0 else "no longer" if c.ended else "negated"


def _reservation(e: Context, s: Context, same_speaker: Same | None) -> str:
    """Why opposite polarities do not contradict here; empty where they do."""
    if not _comparable(e, s):
        return OTHER_KIND
    if _past_of_ended(e, s) or _past_of_ended(s, e):
        return "what held once need not hold now"
    if _forbids(e, s) or _forbids(s, e):
        return ""
    if e.modality is Modality.OBLIGATION and e.strength >= Strength.LIKELY:
        return "" if s.modality in (Modality.OBLIGATION, Modality.ABILITY) else "only a duty"
    if e.tense is not s.tense and Tense.FUTURE in (e.tense, s.tense):
        return TO_COME
    said_by_both = bool(e.speakers) and bool(s.speakers)
    if said_by_both and _other_speaker(e, s, same_speaker):
        return "said by different speakers"
    if Strength.DENIED in (e.strength, s.strength) and not said_by_both:
        return "a denial by a party"
    if _cannot(s) and e.polarity > 0 and e.strength >= Strength.POSSIBLE:
        return ""  # what may be is not ruled out
    if e.modality is s.modality is Modality.ABILITY:
        return ""
    strengths = (_firm(e, said_by_both), _firm(s, said_by_both))
    if Strength.FACT in strengths or strengths == (Strength.LIKELY, Strength.LIKELY):
        return "" if _decisive(strengths) else "only likely"
    return "hedged"


def _firm(c: Context, said_by_both: bool) -> Strength:
    """The strength to weigh: in the speaker's mouth where both are reported, attributed counting as fact."""
    strength = c.within if said_by_both else c.strength
    return Strength.FACT if strength is Strength.ATTRIBUTED else strength


def _decisive(strengths: tuple[Strength, Strength]) -> bool:
    """A fact excludes anything of the opposite polarity said of it, a likelihood only its opposite likelihood."""
    evidence, statement = strengths
    if evidence is Strength.FACT:
        return True
    if statement is Strength.FACT:
        return False
    return evidence is statement


def _comparable(e: Context, s: Context) -> bool:
    if e.modality in _ASSERTED and s.modality in _ASSERTED:
        return True
    if e.modality is s.modality:
        return True
    if e.modality in _AHEAD and s.modality in _AHEAD:
        # "will not sell" against "plans to sell"; "has no plans to sell" does not exclude a sale
        return Modality.PLAN is e.modality and e.strength >= Strength.ATTRIBUTED
    if _forbids(e, s) or _forbids(s, e):
        return True
    if {e.modality, s.modality} == {Modality.ABILITY, Modality.OBLIGATION}:
        return any(c.modality is Modality.OBLIGATION and c.polarity < 0 for c in (e, s))
    for one, other in ((e, s), (s, e)):
        if one.modality is Modality.ABILITY and one.polarity < 0 and other.modality in _ASSERTED:
            return True
    return False


def _cannot(c: Context) -> bool:
    return c.modality is Modality.ABILITY and c.polarity < 0 and c.tense is not Tense.PAST


def _forbids(one: Context, other: Context) -> bool:
    """ "Must not be used" against "may be used", "can be used"."""
    if one.modality is not Modality.OBLIGATION or one.polarity > 0 or one.strength < Strength.LIKELY:
        return False
    may = other.modality is Modality.NONE and other.strength is Strength.POSSIBLE and not other.speakers
    return other.polarity > 0 and (may or other.modality is Modality.ABILITY)


def _used_to(c: Context) -> bool:
    """ "Used to teach": it held once and does not now."""
    return c.ended and c.polarity > 0


def _now_that_it_is_over(e: Context, s: Context) -> Finding:
    """What "used to" be so is not so now, and is so no longer."""
    if _used_to(s) or s.polarity < 0:
        return _finding("polarity.same", Relation.ENTAILS, e, s)
    if _reservation(e, s, None):
        return _finding("polarity.open", Relation.UNDETERMINED, e, s, "what held once need not hold now")
    return _finding("polarity.negated", Relation.CONTRADICTS, e, s)


def _past_of_ended(ended: Context, other: Context) -> bool:
    return ended.ended and ended.polarity < 0 and other.tense is Tense.PAST and "still" not in other.scope


def _other_speaker(e: Context, s: Context, same_speaker: Same | None) -> bool:
    mine, theirs = s.speaker, e.speaker
    if same_speaker is None or mine is None or theirs is None:
        return False
    pairs = [same_speaker(a, b) for a in theirs.heads for b in mine.heads]
    return bool(pairs) and all(answer is False for answer in pairs)
