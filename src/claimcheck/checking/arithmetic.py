"""Arithmetic that does not add up in the copy itself, whatever the ledger says: `draft.arithmetic`.

Only what a sentence says outright to be a sum, a share, a change, a length or an age is reckoned again; figures that
merely stand near one another are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.checking.slip import ARITHMETIC, Slip
from claimcheck.checking.sums.ages import ages
from claimcheck.checking.sums.changes import amounts, changes
from claimcheck.checking.sums.lasting import lasting
from claimcheck.checking.sums.margins import margins, prices
from claimcheck.checking.sums.shares import shares
from claimcheck.checking.sums.tables import Unsummed, tables
from claimcheck.checking.sums.totals import totals
from claimcheck.checking.sums.wrong import Wrong
from claimcheck.drafts import Draft
from claimcheck.extract.prose import Prose, ProseSentence
from claimcheck.report.places import Related
from claimcheck.text import Span

SUMS: tuple[Callable[[ProseSentence], Iterator[Wrong]], ...] = (
    changes,
    amounts,
    totals,
    shares,
    margins,
    prices,
    lasting,
    ages,
)
FEWEST = 2  # figures and dates of a sentence that there is something to reckon with


def arithmetic(prose: Prose, draft: Draft) -> Iterator[Slip]:
    """The figures of a draft that do not follow from those they are stated with, in the order of the text."""
    found = [_of_sentence(said, wrong, draft) for said in prose.sentences for wrong in reckoned(said)]
    found += [_of_table(wrong, draft) for wrong in tables(draft.document.blocks)]
    yield from sorted(found, key=lambda each: each.span)


def reckoned(said: ProseSentence) -> Iterator[Wrong]:
    """The figures of one sentence that do not follow; each figure at most once."""
    if len(said.quantities) + len(said.dates) < FEWEST or said.text.rstrip().endswith("?"):
        return
    seen: set[tuple[int, ...]] = set()
    for sums in SUMS:
        for wrong in sums(said):
            if wrong.words not in seen:
                seen.add(wrong.words)
                yield wrong


def _of_sentence(said: ProseSentence, wrong: Wrong, draft: Draft) -> Slip:
    related = tuple(
        Related(draft.place(span.start, span.end), _words(said, words))
        for words in wrong.operands
        for span in (_span(said, words),)
    )
    span = _span(said, wrong.words)
    return Slip(ARITHMETIC, span, draft.place(span.start, span.end), wrong.message, wrong.message, related)


def _span(said: ProseSentence, words: tuple[int, ...]) -> Span:
    return said.block.span(said.sentence[words[0]].start, said.sentence[words[-1]].end)


def _words(said: ProseSentence, words: tuple[int, ...]) -> str:
    return said.sentence.words(words[0], words[-1] + 1)


def _of_table(wrong: Unsummed, draft: Draft) -> Slip:
    span = wrong.total.span
    related = tuple(Related(draft.place(c.span.start, c.span.end), c.text) for c in wrong.parts)
    return Slip(ARITHMETIC, span, draft.place(span.start, span.end), wrong.message, wrong.message, related)
