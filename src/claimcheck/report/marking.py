"""The words of a passage that decided, found where the finding says they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol, runtime_checkable

from claimcheck.finding import Finding
from claimcheck.report.filling import deciding
from claimcheck.text import Span
from claimcheck.tokens import Token
from claimcheck.verdict import Candidate, Quoted, Verdict


@runtime_checkable
class Mapped(Protocol):
    """A candidate from a ledger, `retrieve.Found`, which is not loaded to check a text that is given."""

    def span(self, reading: int, start: int, end: int) -> Span | None: ...


def marked(verdict: Verdict, candidates: Sequence[Candidate]) -> Verdict:
    """The verdict with its passage's `marks` on the words of the deciding finding, where their places are known.

    The finding does not say which of the passage's own sentences its words are of. They are known where one of them
    alone has such words there; the verdict stays as it is where they are not.
    """
    finding, quoted = deciding(verdict), verdict.passage
    chosen = next((candidate for candidate in candidates if candidate.quoted is quoted), None)
    if finding is None or quoted is None or chosen is None or quoted.marks:
        return verdict
    marks = _marks(finding, chosen, quoted)
    return replace(verdict, passage=replace(quoted, marks=marks)) if marks else verdict


def _marks(finding: Finding, chosen: Candidate, quoted: Quoted) -> tuple[tuple[int, int], ...]:
    """[start, end) within the quote of each run of words; none where one of them stands outside it."""
    spans = words_at(finding, chosen)
    if not all(quoted.start <= span.start < span.end <= quoted.end for span in spans):
        return ()
    return tuple((span.start - quoted.start, span.end - quoted.start) for span in spans)


def words_at(finding: Finding, chosen: Candidate) -> tuple[Span, ...]:
    """Where each run of the finding's words stands in the source quoted; none where that is not known of all."""
    readings = chosen.passage.readings
    saying = [k for k in sorted(chosen.passage.own) if _are_said(finding, readings[k].sentence.tokens)]
    if len(saying) != 1:
        return ()
    own, tokens = saying[0], readings[saying[0]].sentence.tokens
    spans = []
    for first, last in _runs(finding.evidence_words):
        span = _span(chosen, own, tokens[first].start, tokens[last].end)
        if span is None:
            return ()
        spans.append(span)
    return tuple(spans)


def _are_said(finding: Finding, tokens: Sequence[Token]) -> bool:
    """Whether the words of a sentence at the finding's places are those of its value."""
    return all(k < len(tokens) and tokens[k].text in finding.evidence for k in finding.evidence_words)


def _runs(words: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of indexes that follow one another."""
    ordered = sorted(set(words))
    starts = [k for i, k in enumerate(ordered) if i == 0 or ordered[i - 1] != k - 1]
    ends = [k for i, k in enumerate(ordered) if i + 1 == len(ordered) or ordered[i + 1] != k + 1]
    return zip(starts, ends, strict=True)


def _span(chosen: Candidate, reading: int, start: int, end: int) -> Span | None:
    """Where the words of a reading stand in the source quoted; those of a text given stand where they say."""
    return chosen.span(reading, start, end) if isinstance(chosen, Mapped) else Span(start, end)
