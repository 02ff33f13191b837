"""Hedges: is the statement put more strongly than its evidence?

The ladder is fact > attributed > likely > possible > denied. Plans, intentions, attempts, conditions, duties and
abilities are not events, and each supports only its own kind or something weaker.
"""

from __future__ import annotations

from typing import Final

from claimcheck.dimensions.context_degree import ONLY_WHEN
from claimcheck.dimensions.context_kinds import Context, Modality, Stance, Strength, Tense
from claimcheck.finding import Finding, Relation

_M = Modality
_EVENT: Final = frozenset({_M.NONE, _M.HABITUAL})
# for a statement of each kind, the kinds of evidence that can support it at all
_SUPPORTS: Final[dict[Modality, frozenset[Modality]]] = {
    _M.NONE: _EVENT,
    _M.HABITUAL: _EVENT,
    _M.PLAN: frozenset({_M.PLAN, _M.SCHEDULE}),
    _M.SCHEDULE: frozenset({_M.PLAN, _M.SCHEDULE, _M.INTENTION}),
    _M.INTENTION: frozenset({_M.INTENTION}),
    _M.ATTEMPT: frozenset({_M.ATTEMPT, *_EVENT}),
    _M.CONDITIONAL: frozenset({_M.CONDITIONAL}),
    _M.QUESTION: frozenset({_M.QUESTION}),
    _M.COMMAND: frozenset({_M.COMMAND}),
    _M.ABILITY: frozenset({_M.ABILITY, *_EVENT}),
    _M.OBLIGATION: frozenset({_M.OBLIGATION}),
    _M.FAILURE: frozenset({_M.FAILURE, _M.REFUSAL, _M.ABILITY, *_EVENT}),
    _M.REFUSAL: frozenset({_M.REFUSAL}),
}
# the same for denials: what could not or would not be was not
_DENIED: Final[dict[Modality, frozenset[Modality]]] = {
    **dict.fromkeys(_EVENT, frozenset({_M.ABILITY, _M.FAILURE, _M.REFUSAL})),
    _M.ABILITY: frozenset({_M.FAILURE, _M.OBLIGATION}),
    _M.REFUSAL: frozenset({_M.PLAN, _M.INTENTION}),
}
_MAY: Final = frozenset({_M.PLAN, _M.SCHEDULE, _M.INTENTION, _M.CONDITIONAL, _M.ABILITY})
_NAMES: Final = {
    Strength.FACT: "as a fact",
    Strength.ATTRIBUTED: "as said",
    Strength.LIKELY: "as likely",
    Strength.POSSIBLE: "as possible",
    Strength.DENIED: "as denied",
}


def relate(e: Context, s: Context) -> Finding:
    """Compare how firmly a matched predicate is put; polarity is not compared here.

    Rules: hedge.kept (entails), hedge.dropped (undetermined: the statement is stronger), hedge.plan (undetermined:
    the evidence is a plan, an expectation, a condition or the like, and the statement another kind of thing).
    """
    if not _same_kind(e, s):
        rule = "hedge.plan" if e.modality not in _EVENT or s.modality not in _EVENT else "hedge.dropped"
        return _finding(rule, Relation.UNDETERMINED, e, s)
    if stated(s, e) > stated(e, s) and not _decided(e, s):
        return _finding("hedge.dropped", Relation.UNDETERMINED, e, s)
    return _finding("hedge.kept", Relation.ENTAILS, e, s)


def _finding(rule: str, relation: Relation, e: Context, s: Context) -> Finding:
    return Finding(rule, relation, name(s), name(e), "", s.cues, e.cues)


def name(c: Context) -> str:
    """How a context puts its predicate, for a reader."""
    strength = _NAMES[c.within if c.speakers else c.strength]
    return strength if c.modality is _M.NONE else f"{c.modality.value}, {strength}"


def stated(c: Context, other: Context) -> Strength:
    """The strength to compare: inside the speaker's mouth where the statement keeps a speaker."""
    if c.speakers and other.speakers:
        return c.within
    if c.strength is Strength.ATTRIBUTED:
        return Strength.FACT  # that a speaker was dropped or added is attribution's to say
    return c.strength


def _same_kind(e: Context, s: Context) -> bool:
    if s.modality is _M.ABILITY and s.polarity < 0 and e.modality in _EVENT:
        return False  # what did not happen might have
    if e.polarity < 0 and s.polarity < 0 and e.modality in _DENIED.get(s.modality, ()):
        return True
    if e.modality in _SUPPORTS[s.modality] or (s.modality is _M.CONDITIONAL and ONLY_WHEN in e.scope):
        return True
    if e.modality is _M.OBLIGATION and e.polarity < 0 and s.polarity < 0 and _may(s):
        return True  # what must not be may not be
    if s.modality is _M.OBLIGATION and e.modality is _M.ABILITY and _barred(e) and _barred(s):
        return True  # what "cannot edit" is "not allowed to edit"
    if s.modality is _M.CONDITIONAL and e.modality is _M.ABILITY and s.strength <= Strength.POSSIBLE:
        return True
    if (
        s.modality is _M.NONE
        and s.strength is Strength.POSSIBLE
        and (e.modality in _MAY or (e.modality is _M.OBLIGATION and e.polarity < 0))
    ):
        return True
    if _foreseen(e, s) or _foreseen(s, e):
        return True
    if s.modality is _M.PLAN and s.strength is Strength.POSSIBLE and _may(e) and e.polarity == s.polarity:
        return True  # "will possibly be" is "may be"
    return _ahead(e, s)


def _may(c: Context) -> bool:
    return c.modality is _M.ABILITY or (c.modality is _M.NONE and c.strength is Strength.POSSIBLE)


def _barred(c: Context) -> bool:
    """What cannot or must not be done, now as ever; not what need not be."""
    return c.polarity < 0 and c.tense is Tense.PRESENT and c.strength >= Strength.LIKELY


def _foreseen(plan: Context, likely: Context) -> bool:
    """ "Will probably be sold", "doubts that it will be" and "is likely to be": one expectation, or its denial."""
    if (
        plan.modality is not _M.PLAN
        or likely.modality is not _M.NONE
        or likely.strength is not Strength.LIKELY
    ):
        return False
    return plan.strength <= Strength.LIKELY and (likely.tense is not Tense.PAST or bool(likely.speakers))


def _ahead(e: Context, s: Context) -> bool:
    """Between plans and intentions: who will do it means to; who vows it says that it will be done."""
    if s.modality is _M.INTENTION and e.modality in {_M.PLAN, _M.SCHEDULE}:
        vowed = e.speaker is not None and e.speaker.stance is Stance.VOWS
        return vowed or e.modality is _M.SCHEDULE or stated(e, s) is Strength.FACT
    if s.modality is _M.PLAN and e.modality is _M.INTENTION:
        return stated(e, s) >= Strength.LIKELY or s.strength <= Strength.POSSIBLE
    return s.modality is _M.CONDITIONAL and e.modality is _M.PLAN and stated(e, s) is Strength.FACT


def _decided(e: Context, s: Context) -> bool:
    """What is planned or scheduled will be, as far as a text can say so of what is to come; what is expected may be."""
    return (
        s.modality is _M.PLAN
        and e.modality in {_M.SCHEDULE, _M.INTENTION}
        and stated(e, s) >= Strength.LIKELY
    )
