"""Attribution: whose words is it? Compares speaker chains, and carries a speaker across sentences of a quotation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from claimcheck.dimensions.context import Contexts, contexts
from claimcheck.dimensions.context_kinds import Context, Speaker, Stance, Strength
from claimcheck.dimensions.context_speaker import heads, hearer
from claimcheck.dimensions.context_words import SIGNATURES, VERBS
from claimcheck.dimensions.quote import Kind, Quote, quotes
from claimcheck.finding import Finding, Relation
from claimcheck.tokens import Sentence

Same = Callable[[int, int], bool | None]

_REACH: Final = 2  # sentences between a bare quoted sentence and the speaker it belongs to


def relate(e: Context, s: Context, same_speaker: Same) -> Finding:
    """Compare who says a matched predicate.

    `same_speaker(evidence head, statement head)` is True, False or None where it cannot be told; it is asked about
    token indexes in the sentences the speakers stand in (see `Speaker.offset`).
    Rules: attribution.same and attribution.dropped (entail), attribution.added, attribution.unclear and
    attribution.outer (undetermined), attribution.misattributed and attribution.unsaid (contradict).
    A statement that names a speaker for what the evidence says in its own voice is undetermined: that a thing is so
    does not tell that anybody said it.
    """
    mine, theirs = s.speaker, e.speaker
    if mine is None:
        return _bare(e, s)
    if theirs is None:
        if mine.heads or mine.polarity < 0:
            return _finding("attribution.added", Relation.UNDETERMINED, e, s)
        return _finding("attribution.same", Relation.ENTAILS, e, s)
    answer = _same(theirs, mine, same_speaker)
    if answer is False:
        return _other(e, s, same_speaker)
    if answer is None:
        return _finding("attribution.unclear", Relation.UNDETERMINED, e, s)
    if mine.polarity != theirs.polarity:
        return _finding("attribution.unsaid", Relation.CONTRADICTS, e, s)
    if len(s.speakers) > len(e.speakers):
        return _finding("attribution.added", Relation.UNDETERMINED, e, s)
    outer = [_same(a, b, same_speaker) for a, b in zip(e.speakers[-2::-1], s.speakers[-2::-1], strict=False)]
    if any(found is not True for found in outer):
        return _finding("attribution.outer", Relation.UNDETERMINED, e, s)
    return _finding("attribution.same", Relation.ENTAILS, e, s)


def _finding(rule: str, relation: Relation, e: Context, s: Context, note: str = "") -> Finding:
    return Finding(rule, relation, _name(s), _name(e), note, _words(s), _words(e))


def _words(c: Context) -> tuple[int, ...]:
    return tuple(sorted({k for x in c.speakers if not x.offset for k in (*x.heads, x.verb)}))


def _name(c: Context) -> str:
    return " > ".join(("not " if x.polarity < 0 else "") + x.stance.value for x in c.speakers)


def _bare(e: Context, s: Context) -> Finding:
    theirs = e.speaker
    if theirs is None:
        return _finding("attribution.same", Relation.ENTAILS, e, s)
    if theirs.polarity < 0 or e.strength is Strength.DENIED:
        return _finding(
            "attribution.dropped", Relation.UNDETERMINED, e, s, "not said, or said only to deny it"
        )
    return _finding("attribution.dropped", Relation.ENTAILS, e, s, "the evidence gives it to a speaker")


def _same(theirs: Speaker, mine: Speaker, same_speaker: Same) -> bool | None:
    """Whether the statement's speakers are among the evidence's; nobody named is nobody in particular."""
    if not mine.heads:
        return True
    if not theirs.heads:
        return None
    each = [_any([same_speaker(a, b) for a in theirs.heads]) for b in mine.heads]
    if all(found is True for found in each):
        return True
    return False if any(found is False for found in each) else None


def _any(answers: list[bool | None]) -> bool | None:
    if True in answers:
        return True
    return None if None in answers else False


def _other(e: Context, s: Context, same_speaker: Same) -> Finding:
    """The innermost speakers differ: misattributed, unless the statement leaves room for it."""
    mine, theirs = s.speaker, e.speaker
    assert mine is not None
    assert theirs is not None
    if any(_same(x, mine, same_speaker) is not False for x in e.speakers[:-1]):
        return _finding(
            "attribution.outer", Relation.UNDETERMINED, e, s, "the evidence passes on another's words"
        )
    opposed = e.polarity != s.polarity or mine.polarity < 0 or theirs.polarity < 0
    if opposed or {mine.stance, theirs.stance} & {Stance.ASKED, Stance.DOUBTS}:
        return _finding(
            "attribution.other", Relation.UNDETERMINED, e, s, "another speaker on the same matter"
        )
    return _finding("attribution.misattributed", Relation.CONTRADICTS, e, s)


# quotations that run over several sentences


def read(sentences: Sequence[Sentence]) -> tuple[Contexts, ...]:
    """The contexts of consecutive sentences, bare quoted ones given to the speaker who was or is about to be named."""
    marks = quotes(sentences)
    return tuple(
        contexts(sentence, speaker, None if speaker is None else _part(sentence, marks))
        for sentence, speaker in zip(sentences, carried(sentences), strict=True)
    )


def _part(sentence: Sentence, marks: Sequence[Quote]) -> tuple[int, int] | None:
    """The quoted part of a sentence that opens inside a quotation and leaves it; None where it is quoted whole."""
    if _all_quoted(sentence, marks):
        return None
    first = _opens_quoted(sentence, marks)
    return None if first is None else (first.start, first.end)


def _opens_quoted(sentence: Sentence, marks: Sequence[Quote]) -> Quote | None:
    """The quoted speech that a sentence's first word stands in, or None."""
    word = next((t for t in sentence if t.pos not in ("PUNCT", "SPACE")), None)
    if word is None:
        return None
    return next(
        (q for q in marks if q.kind is Kind.SPEECH and q.start <= word.start and word.end <= q.end), None
    )


def carried(sentences: Sequence[Sentence]) -> tuple[Speaker | None, ...]:
    """For each sentence the speaker it inherits, if it is quoted speech that names none itself.

    `Speaker.offset` tells how many sentences away the speaker's heads stand. A quotation near which nobody is named
    has a speaker without heads: it is somebody's words, not the source's own.
    """
    marks = quotes(sentences)
    named = [_reporter(sentence, marks) for sentence in sentences]
    return tuple(_inherits(k, sentences, named, marks) for k in range(len(sentences)))


def _inherits(
    k: int, sentences: Sequence[Sentence], named: Sequence[Speaker | None], marks: Sequence[Quote]
) -> Speaker | None:
    span = _opens_quoted(sentences[k], marks)
    if named[k] is not None or span is None:
        return None
    for step in (1, 2):  # the same quotation goes on and its speaker follows: “A. B,” X said
        after = k + step
        if after < len(sentences) and sentences[after].start < span.end and named[after] is not None:
            return _moved(named[after], step)
    for step in range(1, _REACH + 1):
        before = k - step
        if before < 0:
            break
        if named[before] is not None:
            return _moved(named[before], -step)
        if not _all_quoted(sentences[before], marks):
            break
    return Speaker((), Stance.SAID, -1)


def _moved(speaker: Speaker | None, offset: int) -> Speaker | None:
    return None if speaker is None else replace(speaker, offset=offset)


def _all_quoted(sentence: Sentence, marks: Sequence[Quote]) -> bool:
    """Whether every word of a sentence stands inside quotation marks."""
    words = [t for t in sentence if t.pos not in ("PUNCT", "SPACE")]
    return bool(words) and all(any(q.start <= t.start and t.end <= q.end for q in marks) for t in words)


def _reporter(sentence: Sentence, marks: Sequence[Quote]) -> Speaker | None:
    """The speaker of a sentence's own reporting verb, outside its quotation marks; the last one where several."""
    for token in reversed(sentence.tokens):
        if token.pos != "VERB":
            continue
        entry = VERBS.get(token.lemma)
        stance = SIGNATURES[entry["that"]].affirmed.stance if entry and "that" in entry else None
        if stance is None or any(q.start <= token.start and token.end <= q.end for q in marks):
            continue
        who = heads(sentence, token.i)
        if who:
            return Speaker(who, stance, token.i, hearer(sentence, token.i))
    return None
