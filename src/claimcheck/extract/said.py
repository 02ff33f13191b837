"""What a claim says beside its text: who tells it, for which day it holds, and what its "he" and "Wednesday" mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from claimcheck.dimensions.context import Context, Modality, Speaker, Tense
from claimcheck.dimensions.date import Bound, When
from claimcheck.entities import Entities
from claimcheck.extract.checkable import leading, speaker
from claimcheck.extract.prose import Prose, ProseSentence
from claimcheck.tokens import Sentence

_CUT = frozenset({"relcl", "appos", "acl", "punct", "advcl", "cc", "conj"})
_AHEAD = frozenset({Modality.PLAN, Modality.INTENTION, Modality.CONDITIONAL})
_WEEKDAYS = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
_OPENING = frozenset("a an the one two three four five some several many most both all another".split())
_NOTED = re.compile(r"“([^”]+)” is ")
_SHOWN_NOTES = 6


def speaker_of(said: ProseSentence, prose: Prose) -> str | None:
    """The name, or the description, of whoever the source says tells it; None where nobody is told of or known."""
    told = speaker(said)
    return _called(said.index + told.offset, told, prose) if told is not None and told.heads else None


def _called(at: int, told: Speaker, prose: Prose) -> str | None:
    found = []
    for head in told.heads:
        called = _name(at, head, prose)
        if called is None:
            return None
        found.append(called)
    return " and ".join(dict.fromkeys(found))


def _name(at: int, head: int, prose: Prose) -> str | None:
    entity = prose.entities.at(at, head)
    if entity is not None and entity.names:
        return entity.name
    mention = prose.entities.mention(at, head)
    if prose.sentences[at].sentence[head].pos == "PRON" or (mention is not None and mention.implied):
        return _uncapitalised(entity.name) if entity is not None else None
    return _uncapitalised(_phrase(at, head, prose))


def _phrase(at: int, head: int, prose: Prose) -> str:
    """A noun phrase up to its first clause: "an official with the militia, who …"; "her office" with her name."""
    sentence = prose.sentences[at].sentence
    below = sentence.subtree(head)
    first = stop = head
    while first - 1 in below:
        first -= 1
    ends = [sentence.subtree(k)[0] for k in sentence.children[head] if k > head and sentence[k].dep in _CUT]
    limit = min(ends, default=len(sentence))
    while stop in below and stop < limit:
        stop += 1
    owner = prose.entities.at(at, first) if sentence[first].tag == "PRP$" else None
    if owner is not None and owner.names:
        return f"{owner.name}'s {sentence.words(first + 1, max(stop, head + 1))}"
    return sentence.words(first, max(stop, head + 1))


def _uncapitalised(phrase: str) -> str:
    """A phrase that may have opened its sentence, as it stands inside one."""
    first = phrase.split(maxsplit=1)[0]
    return phrase[0].lower() + phrase[1:] if first.lower() in _OPENING else phrase


def as_of(said: ProseSentence, published: date | None, part: tuple[int, int] | None = None) -> date | None:
    """The day a claim holds for: the one its main clause states, if that is past, else the day of the source.

    part: the code points of its block's prose that the claim is on, if not the whole sentence.
    """
    start, end = part or (said.sentence.start, said.sentence.end)
    return max((day for at, day in _days(said, published) if start <= at < end), default=published)


def _days(said: ProseSentence, published: date | None) -> Iterator[tuple[int, date]]:
    """The past days that the main clauses of a sentence state, each with the offset it stands at."""
    sentence, main = said.sentence, leading(said)
    if _to_come(said.contexts[main]):
        return
    clauses = {main, *_joined(sentence, main)}
    subjects = {k for c in clauses for k in sentence.children[c] if sentence[k].dep in ("nsubj", "nsubjpass")}
    for when in said.dates:
        of_subject = when.governor in subjects and when.start == when.governor + 1  # "revenue in 2024 rose"
        if not (of_subject or when.governor in clauses) or not _lasts_to(said, when):
            continue
        day = date.fromordinal(when.last or 1)
        if published is None or day <= published:
            yield sentence[when.start].start, day


def _lasts_to(said: ProseSentence, when: When) -> bool:
    """Whether a date tells on which day a thing held: not "since 2009", and no guess of a year."""
    if when.last is None or when.last < 1:
        return False
    if "year" in when.implied:
        return when.bound in (Bound.ON, Bound.SPAN) and _past(said, when)
    return when.bound in (Bound.ON, Bound.SPAN, Bound.UNTIL, Bound.BY)


def _to_come(context: Context) -> bool:
    return context.tense is Tense.FUTURE or context.modality in _AHEAD


def _joined(sentence: Sentence, i: int) -> Iterator[int]:
    for k in sentence.children[i]:
        if sentence[k].dep == "conj":
            yield k
            yield from _joined(sentence, k)


def _past(said: ProseSentence, when: When) -> bool:
    """Whether a date without a year belongs to what has happened: then its year is the one before the source's day."""
    verb = said.sentence[when.governor].pos == "VERB" and said.contexts[when.governor].tense is Tense.PAST
    return when.weekday is not None or verb


def note_of(said: ProseSentence, prose: Prose, published: date | None) -> str | None:
    """What the sentence's pronouns, descriptions and weekdays mean; for a list item, what it stands under."""
    notes = [*_mentions(said, prose.entities), *_weekdays(said, published)]
    shown = list(dict.fromkeys(notes))[:_SHOWN_NOTES]
    if said.block.kind == "list_item" and (under := under_what(said)):
        shown.append(f"under “{under}”")
    return "; ".join(shown) or None


def of_part(note: str | None, part: str) -> str | None:
    """What of a sentence's note belongs to a part of it: the notes on words that stand there."""
    kept = [one for one in (note or "").split("; ") if (found := _NOTED.match(one)) and found[1] in part]
    return "; ".join(kept) or None


def under_what(said: ProseSentence) -> str:
    """The headings a block stands under, outermost first; for a list also the sentence that leads into it."""
    trail = [*said.block.headings]
    if said.block.lead:
        trail.append(said.block.lead.text)
    return " › ".join(trail)


def _mentions(said: ProseSentence, entities: Entities) -> Iterator[str]:
    """The notes of the entities, but for those that only turn one description into another."""
    heads = sorted(token for token in range(len(said.sentence)) if (said.index, token) in entities.places)
    for token in heads:
        entity = entities.at(said.index, token)
        note = entities.describe(said.index, token)
        if note and entity and (entity.names or said.sentence[token].pos == "PRON"):
            yield note


def _weekdays(said: ProseSentence, published: date | None) -> Iterator[str]:
    """ "Wednesday" in a text of the day after is a date; one to come might be of this week or the next."""
    for when in said.dates:
        if when.weekday is None or "day" not in when.implied or when.bound is not Bound.ON:
            continue
        if (
            published is None
            or when.last is None
            or when.last != when.first
            or when.last > published.toordinal()
        ):
            continue
        named = [t.text for t in said.sentence.tokens[when.start : when.stop] if t.lower[:3] in _WEEKDAYS]
        yield f"“{named[0] if named else when.text}” is {date.fromordinal(when.last).isoformat()}"
