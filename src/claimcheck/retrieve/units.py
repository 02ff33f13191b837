"""Claims to retrieval units: the run of sentences a claim's quotation covers, with the sentences it is read by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.cache.analyse import Facts
from claimcheck.cache.parts import PartKind
from claimcheck.cache.terms import Terms, text_terms
from claimcheck.retrieve.evidence import Cited, Reads, says_the_same
from claimcheck.text import Span

BEFORE, AFTER = 2, 1  # sentences read along with those a quotation covers
HEADINGS = 3  # of the headings above a list item or a table's cell, the nearest
ROW = 8  # cells of its row read along with one
OWN_WEIGHT = 2  # how often a unit's own terms count against those it only implies or stands under
DOCUMENTS_AT_HAND = 64

Place = tuple[str, int]  # key of the readings of a document, number of a sentence in it


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim's (first) quotation where it stands now; `line` counts from 1."""

    claim: str
    source: str
    start: int
    end: int
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Unit:
    """The sentences of a passage, which of them (by index) are the claims' own, and the claims, by id.

    terms: what the unit is found by, with weights; words: the lexicon's words among them; names: the terms that come
    from names, to mend misspelt ones by.
    """

    places: tuple[Place, ...]
    own: tuple[int, ...]
    claims: tuple[Quote, ...]
    terms: tuple[tuple[str, int], ...]
    words: frozenset[tuple[str, str]]
    names: tuple[str, ...]


Outlines = Callable[[str], tuple[Facts, ...]]  # the sentences of a document by the key of its readings


def units(reads: Reads, outline: Outlines) -> Iterator[Unit]:
    """The units of a ledger, by source, place and claim id; claims that stand on the same sentences share one."""
    near = Documents(lru_cache(DOCUMENTS_AT_HAND)(outline), reads)
    by_source: dict[str, list[Cited]] = defaultdict(list)
    for each in reads.claims:
        by_source[each.places[0][0]].append(each)
    for source in sorted(by_source):
        shared: dict[tuple[Place, ...], list[Cited]] = defaultdict(list)
        for each in by_source[source]:
            own = near.own(each)
            if own:
                shared[own].append(each)
        ordered = sorted(shared.items(), key=lambda row: min((c.places[0][1], c.claim.id) for c in row[1]))
        for own, claims in ordered:
            yield near.unit(own, claims)


class Documents:
    """Reading units off the outlines of documents."""

    def __init__(self, outline: Outlines, reads: Reads) -> None:
        self.outline, self.reads = outline, reads
        self.shape = lru_cache(DOCUMENTS_AT_HAND)(self._shape)

    def _shape(self, key: str) -> _Shape:
        return _Shape(self.outline(key))

    def own(self, each: Cited) -> tuple[Place, ...]:
        """The sentences a claim stands on: those its quotations cover, and its own text where that says it otherwise.

        Those of the first quotation come first. Quotations that no sentence covers (code, a link) leave the text alone
        to speak; one of a table's headers stands for the cells of its row where no quotation is of a cell.
        """
        spans = [(self.reads.document(source)[1], span) for source, span in each.places]
        found = [(key, n) for key, span in spans for n in self.shape(key).covered(span)]
        found = found or [(key, n) for key, span in spans for n in self.shape(key).surrounding(span)]
        prose = " ".join(self.outline(key)[n].text for key, n in found)
        if self.reads.by_itself(each) and not says_the_same(each.claim.text, prose):
            key = self.reads.own_key(each)
            found += [(key, n) for n in range(len(self.outline(key)))]
        return tuple(dict.fromkeys(found))

    def unit(self, own: tuple[Place, ...], claims: Sequence[Cited]) -> Unit:
        by_key: dict[str, list[int]] = defaultdict(list)
        for key, number in own:
            by_key[key].append(number)
        places = [(key, n) for key, numbers in by_key.items() for n in self.shape(key).passage(numbers)]
        mine = set(own)
        titles = [self.reads.document(source)[0].meta.title for each in claims for source, _ in each.places]
        said = [self.outline(key)[n].terms for key, n in own]
        topic = [self.outline(key)[n].terms for key, n in self._topic(by_key)]
        return Unit(
            tuple(places),
            tuple(i for i, place in enumerate(places) if place in mine),
            tuple(self._quote(each) for each in sorted(claims, key=lambda c: c.claim.id)),
            _weighed(said, topic, text_terms(filter(None, dict.fromkeys(titles)))),
            frozenset(word for t in (*said, *topic) for word in t.words),
            tuple(dict.fromkeys(name for t in said for name in (*t.names, *t.implied))),
        )

    def _topic(self, by_key: dict[str, list[int]]) -> list[Place]:
        """The sentences that say what these are about: their headings, and what leads into their list."""
        return [(key, n) for key, numbers in by_key.items() for n in self.shape(key).topic(numbers)]

    def _quote(self, each: Cited) -> Quote:
        source, span = each.places[0]
        text = self.reads.document(source)[0].text
        line, _ = text.line_column(span.start)
        return Quote(each.claim.id, source, span.start, span.end, line, text[span])


def _weighed(
    said: Sequence[Terms], topic: Sequence[Terms], title: Iterable[str]
) -> tuple[tuple[str, int], ...]:
    """Every term and how often it counts, in alphabetical order."""
    count: Counter[str] = Counter()
    for t in said:
        for term in (*(lemma for lemma, _ in t.words), *t.names):
            count[term] += OWN_WEIGHT
    around = {term for t in said for term in t.implied} | set(title)
    around.update(term for t in topic for term in (*(lemma for lemma, _ in t.words), *t.names))
    count.update(around)
    return tuple(sorted(count.items()))


class _Shape:
    """A document's sentences by the parts they stand in."""

    def __init__(self, rows: Sequence[Facts]) -> None:
        self.rows = rows
        self.starts = [row.start for row in rows]  # both grow: sentences stand in order and do not overlap
        self.ends = [row.end for row in rows]
        self.parts: dict[int, list[int]] = defaultdict(list)
        for n, row in enumerate(rows):
            self.parts[row.part].append(n)

    def covered(self, span: Span) -> list[int]:
        """The sentences a place shares a code point with."""
        return list(range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)))

    def surrounding(self, span: Span) -> list[int]:
        """The cells whose row a place shares a code point with."""
        return [n for n, r in enumerate(self.rows) if r.around[0] < span.end and span.start < r.around[1]]

    def topic(self, own: Sequence[int]) -> list[int]:
        """The headings above the first sentence, outermost first, and the end of what leads into its list."""
        first = self.rows[own[0]]
        found = [n for heading in first.headings for n in self.parts.get(heading, ())]
        lead = self.parts.get(first.lead, []) if first.lead is not None else []
        return found + lead[-1:]

    def passage(self, own: Sequence[int]) -> list[int]:
        """The sentences to read together with `own`, in order of the text; those around its first run of sentences."""
        every, own = own, _run(own)
        first = self.rows[own[0]]
        topic = self.topic(own)
        if first.kind == "flow":
            topic = [n for n in topic if self.rows[n].level > 1][-1:]
        near: dict[PartKind, Callable[[Sequence[int]], list[int]]] = {
            "flow": self._beside,
            "item": self._in_item,
            "cell": self._in_row,
        }
        beside = near[first.kind](own) if first.kind in near else []
        return sorted({*topic[-HEADINGS - 1 :], *beside, *every})

    def _beside(self, own: Sequence[int]) -> list[int]:
        """Sentences of running text before and after, within the section."""
        return [
            *self._walk(range(own[0] - 1, -1, -1), BEFORE),
            *self._walk(range(own[-1] + 1, len(self.rows)), AFTER),
        ]

    def _walk(self, numbers: Iterable[int], most: int) -> list[int]:
        found: list[int] = []
        for n in numbers:
            if len(found) == most or self.rows[n].kind == "heading":
                break
            if self.rows[n].kind == "flow":
                found.append(n)
        return found

    def _in_item(self, own: Sequence[int]) -> list[int]:
        """Sentences of the same items: another item says nothing of this one."""
        same = [n for part in {self.rows[n].part for n in own} for n in self.parts[part]]
        return [n for n in same if own[0] - BEFORE <= n <= own[-1] + AFTER]

    def _in_row(self, own: Sequence[int]) -> list[int]:
        """The other cells of the row."""
        around = self.rows[own[0]].around
        near = range(max(0, own[0] - ROW), min(len(self.rows), own[-1] + ROW + 1))
        return [n for n in near if self.rows[n].around == around]


def _run(numbers: Sequence[int]) -> Sequence[int]:
    """The numbers up to the first that is not the next one."""
    stop = next((k for k in range(1, len(numbers)) if numbers[k] != numbers[k - 1] + 1), len(numbers))
    return numbers[:stop]
