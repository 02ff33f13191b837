"""From what decided a verdict to exact characters of the draft and what to put in their place.

Only where one value of the statement is wrong and the draft writes that value out in so many characters: a figure, a
date, a person's or a place's name. The replacement is written as the draft writes (digits or words, thousands, order of
day and month); where the sentence around it might not fit it any more there is none. Words in quotation marks are
somebody's own and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from claimcheck.checking import written_dates, written_figures, written_names
from claimcheck.checking.copy import Telling
from claimcheck.checking.written_figures import takes_an
from claimcheck.dimensions import quote
from claimcheck.drafts import Draft
from claimcheck.extract.prose import ProseSentence
from claimcheck.finding import Finding, Relation
from claimcheck.policy import Policy
from claimcheck.reading import Reading, read
from claimcheck.report.places import Suggestion
from claimcheck.text import Span
from claimcheck.tokens import Sentence
from claimcheck.verdict import Judgement, Label, Verdict

_RIVAL = 0.5  # of the deciding passage's score: a passage that fits less well tells of something else
_VALUES = ("quantity.", "date.", "time.")
_PIECE = re.compile(r"\s+|[^\W_]+(?:[.,'’-](?=[^\W_])[^\W_]+)*|.", re.DOTALL)
# What means the same in Markdown, HTML and reStructuredText as it does in plain text.
_LITERAL = re.compile(r"[$€£¥]?[^\W_]+(?:[ .,:'’%$€£¥°/-]+[^\W_]+)*[.%°]?")
_DETERMINERS = frozenset({"DET", "ADJ", "PRON"})


@dataclass(frozen=True, slots=True)
class Repair:
    """A suggestion, and what it makes of the sentence: tokens [first, stop) say `old` now and would say `new`.

    `start` is where `old` begins in the block's prose.
    """

    suggestion: Suggestion
    first: int
    stop: int
    start: int
    old: str
    new: str


def suggest(
    verdict: Verdict, said: ProseSentence, draft: Draft, judged: Iterable[Judgement] = ()
) -> Repair | None:
    """The repair of a contradicted statement; None where none is sure.

    said: the sentence of the draft that was judged; judged: the same statement against each passage that was near:
    where they give it several values none is the right one.
    """
    found = _wrong(verdict)
    if found is None or not draft.editable or not verdict.suggestion or not _agreed(verdict, found, judged):
        return None
    tokens = _stretch(found, said)
    if tokens is None:
        return None
    first, stop = tokens
    start, end = said.sentence[first].start, said.sentence[stop - 1].end
    old = said.block.prose[start:end]
    new = _in_style(found, old, said, first, stop)
    if new is None or new == old or _quoted(said.block.prose, start, end):
        return None
    widened = _with_article(new, said, first)
    if widened is None:
        return None
    article, new = widened
    if article:
        first, start = first - 1, said.sentence[first - 1].start
        old = said.block.prose[start:end]
    suggestion = _cut(old, new, start, said, draft, verdict.suggestion)
    return Repair(suggestion, first, stop, start, old, new) if suggestion else None


def rewritten(repair: Repair, telling: Telling) -> str | None:
    """The text of the mended statement; None where it cannot be told how it would read."""
    said, was = telling.said, telling.reading
    if said is None or was is None:
        return None
    if was.sentence is said.sentence:
        prose, behind = said.block.prose, repair.start + len(repair.old)
        return prose[was.sentence.start : repair.start] + repair.new + prose[behind : was.sentence.end]
    if telling.text.count(repair.old) == 1:  # an item of a list, judged with the words above it
        return telling.text.replace(repair.old, repair.new)
    return None


def reread(
    repair: Repair, was: Reading, parsed: Sequence[Sentence], today: date, policy: Policy
) -> Reading | None:
    """The mended statement, its text `parsed`, read as the one in the draft was; None where it is not one sentence."""
    if len(parsed) != 1:
        return None
    longer = len(parsed[0]) - len(was.sentence)
    stands = {
        k if k < repair.first else k + longer: meant
        for k, meant in was.stands.items()
        if not repair.first <= k < repair.stop
    }
    return read(parsed[0], reference=today, policy=policy, stands=stands, carried=was.carried)


def _wrong(verdict: Verdict) -> Finding | None:
    """The one wrong value that decided."""
    if verdict.label is not Label.CONTRADICTED or verdict.disputed or verdict.passage is None:
        return None
    wrong = [f for f in verdict.findings if f.relation is Relation.CONTRADICTS]
    if len(wrong) != 1 or not wrong[0].statement or not wrong[0].evidence or wrong[0].rule != verdict.rule:
        return None
    if any(_answered(found, wrong[0]) for found in verdict.findings):
        return None
    return wrong[0] if wrong[0].rule.startswith(_VALUES) or wrong[0].rule == "name.different" else None


def _answered(found: Finding, wrong: Finding) -> bool:
    """Whether the evidence's value answers to another of the statement's: "eleven for and four against"."""
    return (
        found.relation is Relation.ENTAILS
        and found.rule.startswith(_VALUES)
        and found.evidence == wrong.evidence
    )


def _agreed(verdict: Verdict, found: Finding, judged: Iterable[Judgement]) -> bool:
    """Whether no passage that fits about as well gives the same words another value."""
    against = [judgement for judgement in judged if judgement.label is Label.CONTRADICTED]
    fit = next((each.score for each in against if each.findings == verdict.findings), 0.0)
    return all(
        _one_value(other.evidence, found.evidence)
        for judgement in against
        if judgement.score >= fit * _RIVAL
        for other in judgement.findings
        if other.relation is Relation.CONTRADICTS and other.words == found.words
    )


def _one_value(a: str, b: str) -> bool:
    """Whether two values are one: the same words, or the same figure written otherwise."""
    if a.casefold() == b.casefold():
        return True
    one, two = written_figures.figure(a), written_figures.figure(b)
    return one is not None and two is not None and one.same_as(two)


def _stretch(found: Finding, said: ProseSentence) -> tuple[int, int] | None:
    """The tokens [first, stop) of the wrong value: those the finding names, or the only ones that read like it."""
    sentence = said.sentence
    length = len(found.words)
    if length and found.words == tuple(range(found.words[0], found.words[0] + length)):
        first, stop = found.words[0], found.words[0] + length
        if stop <= len(sentence) and sentence.words(first, stop) == found.statement:
            return first, stop
    alike = [
        (first, first + length)
        for first in range(len(sentence) - length + 1)
        if length and sentence.words(first, first + length) == found.statement
    ]
    return alike[0] if len(alike) == 1 else None


def _in_style(found: Finding, old: str, said: ProseSentence, first: int, stop: int) -> str | None:
    """The evidence's value as the draft would write it."""
    opens = first == 0
    if found.rule == "name.different":
        name = next((n for n in said.names if (n.first, n.stop) == (first, stop)), None)
        new = found.evidence[0].upper() + found.evidence[1:] if opens else found.evidence
        return (
            new if name and written_names.fits(found.evidence, name) and not _possessive(said, stop) else None
        )
    if found.rule.startswith("date."):
        was, then = written_dates.written_date(old), written_dates.written_date(found.evidence)
        if was and then:
            return written_dates.in_style(then, was, opens=opens, year=_year(said, first))
    if found.rule.startswith("quantity."):
        before, after = written_figures.figure(old), written_figures.figure(found.evidence)
        if before and after:
            narrowed = bool(after.before) and first > 0 and said.sentence[first - 1].pos in _DETERMINERS
            return None if narrowed else written_figures.in_style(after, before, opens=opens)
        if written_figures.is_ordinal(found.evidence, old):
            return found.evidence.capitalize() if opens else found.evidence.lower()
    return found.evidence if _mask(found.evidence) == _mask(old) else None


def _year(said: ProseSentence, first: int) -> int | None:
    """The year that a date without one is read in."""
    when = next((w for w in said.dates if w.start <= first < w.stop), None)
    day = when.first if when is not None else None
    return date.fromordinal(day).year if day is not None and 0 < day <= date.max.toordinal() else None


def _mask(value: str) -> str:
    """A value with its figures left out: alike for two that differ in nothing else."""
    return re.sub(r"\d+", "0", value) if any(c.isdigit() for c in value) else f"= {value}"


def _possessive(said: ProseSentence, stop: int) -> bool:
    """Whether a bare apostrophe follows, which the next name may not take."""
    return stop < len(said.sentence) and said.sentence[stop].text in ("'", "’")


def _quoted(prose: str, start: int, end: int) -> bool:
    return any(found.start <= start and end <= found.end for found in quote.find(prose))


def _with_article(new: str, said: ProseSentence, first: int) -> tuple[str, str] | None:
    """The article to be replaced along with the value, if any, and what to write; None where that is not sure."""
    before = said.sentence[first - 1] if first else None
    if before is not None and before.lower == new.split()[0].lower():
        return None
    if before is None or before.lower not in ("a", "an"):
        return "", new
    if not (new[0].isdigit() or written_figures.figure(new) or written_figures.is_ordinal(new, new)):
        return None
    right = "an" if takes_an(new) else "a"
    if before.lower == right:
        return "", new
    right = right.capitalize() if before.text[0].isupper() else right
    return before.text, f"{right} {new}"


def _cut(old: str, new: str, start: int, said: ProseSentence, draft: Draft, text: str) -> Suggestion | None:
    """The suggestion, for the words alone that differ; None where the raw file has them otherwise."""
    olds, news = _PIECE.findall(old), _PIECE.findall(new)
    ahead = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(olds, news, strict=False)))
    rest = zip(reversed(olds[ahead:]), reversed(news[ahead:]), strict=False)
    behind = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], rest))
    if ahead + behind >= min(len(olds), len(news)):
        ahead = behind = 0  # something is only put in, or only taken out
    cut, put = "".join(olds[ahead : len(olds) - behind]), "".join(news[ahead : len(news) - behind])
    if not _LITERAL.fullmatch(put):
        return None
    first = start + len("".join(olds[:ahead]))
    span = said.block.span(first, first + len(cut))
    if span not in Span(said.block.start, said.block.end) or len(span) != len(cut):
        return None
    if draft.document.text[span] != cut:
        return None
    place = draft.place(span.start, span.end)
    same = draft.raw.text[place.start : place.end] == cut
    return Suggestion(place, put, text) if same else None
