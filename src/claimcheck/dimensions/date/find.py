"""The dates and times of a sentence: prepositions, joining of date and clock, resolution, governors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from claimcheck.dimensions.date.clock import bounded, part_clock
from claimcheck.dimensions.date.prepositions import Lead, lead
from claimcheck.dimensions.date.resolve import Tense, counted_from, resolve
from claimcheck.dimensions.date.scan import Piece, scan
from claimcheck.dimensions.date.value import Bound, Clock, Period, When
from claimcheck.dimensions.date.vital import vital
from claimcheck.tokens import Sentence

_PLANS = frozenset(
    "plan schedule expect set due intend aim hope propose vow promise pledge agree prepare forecast".split()
)
_WILL = frozenset({"will", "shall", "'ll", "wo", "’ll"})
_TO = frozenset({"to", "until", "till", "through"})
_GAPS = frozenset({",", "(", ")", "of", "on", "the", "-", "–", "—", "and"})


@dataclass(frozen=True, slots=True)
class _Phrase:
    piece: Piece
    lead: Lead
    clock: Clock | None  # with its bound


def find(sentence: Sentence, reference: date | None = None) -> tuple[When, ...]:
    """The dates, times of day and offsets of a sentence, left to right.

    `reference` is the date the text was written: weekdays, "last month" and dates without a year are resolved from
    it, as implied. With None they keep only what they state.
    """
    phrases = _joined(sentence, _phrases(sentence, scan(sentence)))
    if not phrases:
        return ()
    taken = {i for phrase in phrases for i in range(phrase.lead.start, phrase.piece.stop)}
    return tuple(_when(sentence, phrase, taken, reference) for phrase in phrases)


def _phrases(sentence: Sentence, pieces: list[Piece]) -> list[_Phrase]:
    phrases: list[_Phrase] = []
    stop = 0
    for piece in pieces:
        ahead = lead(sentence, piece, stop)
        value = piece.clock
        if value is not None and piece.draft is None and ahead.bound is not None and piece.bound is None:
            value = bounded(value, ahead.bound)
        phrases.append(_Phrase(piece, ahead, value))
        stop = piece.stop
    return phrases


def _joined(sentence: Sentence, phrases: list[_Phrase]) -> list[_Phrase]:
    """Date and clock that stand together made one; parts of the day that stand alone without a preposition left out."""
    joined: list[_Phrase] = []
    for phrase in phrases:
        if joined and (both := _join(sentence, joined[-1], phrase)):
            joined[-1] = both
        else:
            joined.append(phrase)
    ranged: list[_Phrase] = []
    for phrase in joined:
        if ranged and (both := _span(sentence, ranged[-1], phrase)):
            ranged[-1] = both
        else:
            ranged.append(phrase)
    return [phrase for phrase in ranged if _stands(sentence, phrase)]


def _span(sentence: Sentence, one: _Phrase, two: _Phrase) -> _Phrase | None:
    """ "From 10 p.m. on Friday to 5 a.m. on Monday": one span of days with the hours of its ends."""
    a, b = one.piece, two.piece
    if a.draft is None or b.draft is None or a.last or b.last or a.offset or b.offset or a.clock is None:
        return None
    if a.draft.unit != "day" or b.draft.unit != "day" or (a.clock.end or (b.clock and b.clock.end)):
        return None
    words = [token.lower for token in sentence.tokens[a.stop : b.start]]
    while words and words[-1] in {"at", "on", "the", ","}:
        words.pop()
    opens = sentence[one.lead.start].lower
    between = opens == "between"
    if words != (["and"] if between else words[:1]) or not words or words[0] not in {"and", *_TO}:
        return None
    if not between and opens != "from":
        return None
    ends = b.clock.readings if b.clock is not None else ()
    clock = replace(a.clock, end=ends, bound=Bound.SPAN)
    bound = Bound.BETWEEN if between else Bound.SPAN
    return _Phrase(replace(a, stop=b.stop, last=b.draft, clock=clock, bound=bound), one.lead, clock)


def _stands(sentence: Sentence, phrase: _Phrase) -> bool:
    """A part of the day needs its preposition, and "between" both its ends."""
    piece = phrase.piece
    if phrase.lead.bound is Bound.BETWEEN and piece.last is None and not (piece.clock and piece.clock.end):
        return False
    return not piece.tentative or _adverbial(sentence, phrase)


def _join(sentence: Sentence, one: _Phrase, two: _Phrase) -> _Phrase | None:
    between = [token.lower for token in sentence.tokens[one.piece.stop : two.lead.start]]
    if len(between) > 2 or not _GAPS.issuperset(between) or "and" in between:
        return None
    a, b = one.piece, two.piece
    if b.tentative and ("," in between or (b.stop < len(sentence) and sentence[b.stop].lower == "of")):
        return None  # "…, the night of May 4"
    if a.offset and a.draft is None and b.draft is not None and b.last is None and a.stop == b.start:
        counted = replace(a.offset, anchor=b.start)
        return replace(
            one, piece=replace(a, stop=b.stop, draft=b.draft, clock=b.clock, offset=counted), clock=two.clock
        )
    if (a.offset or b.offset) and not (a.offset and b.clock and b.draft is None):
        return None
    if a.draft is not None and b.draft is not None:
        return None
    if a.clock is not None and b.clock is not None:
        return _clocks(one, two)
    if a.draft is None and b.draft is None and not a.offset:
        return None
    dated, timed = (one, two) if a.draft is not None or a.offset is not None else (two, one)
    piece = Piece(
        a.start, b.stop, dated.piece.draft, dated.piece.last, timed.piece.clock, a.offset, dated.piece.bound
    )
    lead, value = replace(dated.lead, start=one.lead.start, at=one.lead.at), timed.clock
    if timed is one and value is not None and value.bound is Bound.BY and lead.bound in {None, Bound.ON}:
        lead, value = replace(lead, bound=value.bound), replace(value, bound=Bound.ON)  # "by noon on Tuesday"
    return _Phrase(piece, lead, value)


def _clocks(one: _Phrase, two: _Phrase) -> _Phrase | None:
    """ "9:30 that morning", "7 a.m. Thursday morning": the part of the day settles the half of an open time."""
    timed, part = (one, two) if two.piece.clock and two.piece.clock.unit == "daypart" else (two, one)
    value, named = timed.clock, part.piece.clock
    if value is None or named is None or named.unit != "daypart" or value.unit == "daypart":
        return None
    if (timed.piece.draft or timed.piece.offset) and (part.piece.draft or part.piece.offset):
        return None
    wide = named.readings[0]
    kept = tuple(r for r in value.readings if not r.disjoint(wide) or not r.shifted(1440).disjoint(wide))
    dated = part if part.piece.draft or part.piece.offset else timed
    piece = replace(dated.piece, start=one.piece.start, stop=two.piece.stop, clock=timed.piece.clock,
                    bound=dated.piece.bound or timed.piece.bound, tentative=False)  # fmt: skip
    return _Phrase(
        piece, replace(dated.lead, start=one.lead.start), replace(value, readings=kept or value.readings)
    )


def _adverbial(sentence: Sentence, phrase: _Phrase) -> bool:
    """ "in the evening", "at night", "by dawn", "that afternoon"; not "a good morning"."""
    lead_words = [token.lower for token in sentence.tokens[phrase.lead.start : phrase.piece.start]]
    if phrase.lead.bound is None or not lead_words:
        return bool(lead_words) and lead_words[-1] == "that"
    if lead_words[-1] in ("a", "an", "one"):
        return False
    follows = phrase.piece.stop
    if (
        follows < len(sentence)
        and sentence[follows].pos in ("NOUN", "PROPN")
        and sentence[follows - 1].head == follows
    ):
        return False
    return len(lead_words) > 1 or sentence[phrase.piece.start].lower not in (
        "morning",
        "evening",
        "afternoon",
    )


def _when(sentence: Sentence, phrase: _Phrase, taken: set[int], reference: date | None) -> When:
    piece, start = phrase.piece, phrase.lead.start
    anchor = {piece.offset.anchor} if piece.offset and piece.offset.anchor is not None else set[int]()
    governor = _governor(sentence, phrase.lead.at, piece.stop, taken | anchor)
    tense = _tense(sentence, governor) if piece.draft is not None and reference is not None else "past"
    period = resolve(piece.draft, reference, tense=tense) if piece.draft else None
    end = resolve(piece.last, reference, tense=tense) if piece.last else None
    offset = piece.offset
    if offset is not None and period is not None:  # "two days after Christmas" is a day of its own
        period = counted_from(period, offset)
        offset = None if period is not None else offset
    if period and end:
        period = _in_order(period, end)
    value = phrase.clock
    if value is None and phrase.lead.soft and period is not None and period.unit == "day":
        value = part_clock(phrase.lead.soft)
    return When(
        start=start,
        stop=piece.stop,
        text=sentence.words(start, piece.stop),
        governor=governor,
        bound=_bound(sentence, phrase, governor),
        period=period,
        end=end,
        clock=value,
        offset=offset,
        vital=vital(sentence, piece, governor),
    )


def _in_order(period: Period, end: Period) -> Period:
    """ "from Friday to Monday": both were resolved to the last one; the first belongs before the second."""
    days, last = period.days, end.days
    if days is None or last is None or not period.implied or last.lo >= days.lo:
        return period
    step = 7 if period.weekday is not None and period.part is None else 365
    return replace(period, days=days.shifted((last.lo - days.lo) // step * step))


def _bound(sentence: Sentence, phrase: _Phrase, governor: int) -> Bound:
    if phrase.piece.bound is not None and phrase.piece.draft is not None:
        return phrase.piece.bound if phrase.piece.last is not None else phrase.lead.bound or Bound.ON
    if phrase.piece.draft is None:
        return Bound.ON
    if phrase.lead.word == "from" and sentence[governor].pos in ("NOUN", "PROPN", "PRON"):
        return Bound.ON  # "a report from 2015"
    return _closing(phrase) or phrase.lead.bound or Bound.ON


def _closing(phrase: _Phrase) -> Bound | None:
    """ "Before the end of March" takes its last day in, as "by the end of March" does."""
    ends = phrase.piece.draft is not None and any(
        part.startswith("end-") for part in phrase.piece.draft.stated
    )
    return Bound.BY if ends and phrase.lead.bound is Bound.BEFORE else None


def _governor(sentence: Sentence, first: int, stop: int, taken: set[int]) -> int:
    """The nearest word above the phrase that is outside every phrase and no preposition."""
    inside = range(first, stop)
    top = next((i for i in inside if sentence[i].head not in inside), first)
    at, seen = top, set[int]()
    while at not in seen:
        seen.add(at)
        above = sentence[at].head
        if above == at:
            break
        at = above
        if at not in taken and sentence[at].pos not in ("ADP", "SCONJ", "PART", "PUNCT", "CCONJ"):
            return at
    if at in inside:  # "the following year he left", read as a noun with a clause
        return next((k for k in sentence.children[at] if k not in inside and sentence[k].pos == "VERB"), at)
    return at


def _tense(sentence: Sentence, governor: int) -> Tense:
    """Future where the governing clause looks ahead (will, is to, plans to, is expected), else by its verb."""
    at, steps = governor, 0
    while sentence[at].pos not in ("VERB", "AUX") and sentence[at].head != at and steps < 4:
        at, steps = sentence[at].head, steps + 1
    token = sentence[at]
    below = [sentence[k] for k in sentence.children[at]]
    if any(child.lower in _WILL and child.pos == "AUX" for child in below):
        return "future"
    if token.tag == "VBD":
        return "past"
    above = sentence[token.head]
    if any(child.tag == "TO" for child in below) and (
        above.lemma in _PLANS or (above.lemma == "be" and above.tag in ("VBZ", "VBP"))
    ):
        return "future"
    if token.lemma in _PLANS and token.tag in ("VBN", "VBZ", "VBP", "VBG"):
        return "future"
    return "present" if token.tag in ("VBZ", "VBP") else "past"
