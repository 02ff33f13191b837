"""The facts of drafts kept small, to be held against each other once all drafts are read.

A fact is a sentence with a figure, or with the date of something that happens once. It is found again by what its
figure counts together with its other words; only facts that share both are compared.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import Final

from claimcheck.cache.terms import NOT_TERMS, name_terms
from claimcheck.checking.copy import Copy, Telling
from claimcheck.checking.once import events
from claimcheck.dimensions.context import Modality
from claimcheck.dimensions.date import When
from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.name import Name
from claimcheck.dimensions.quantity import Quantity
from claimcheck.dimensions.quantity.value import COUNT
from claimcheck.extract.checkable import instructs
from claimcheck.policy import Policy
from claimcheck.reading import Reading, read
from claimcheck.report.places import Place
from claimcheck.text import Span
from claimcheck.tokens import Sentence, Token

FIGURES: Final = frozenset({"exact", "range", "approximate", "bound"})
NAMING: Final = frozenset({"version", "ordinal", "score", "rating"})
NUMBERS: Final = frozenset("a an one no none nobody nothing neither both half most".split())
# Words that tell of another time, another round, another part, and so may set two facts apart.
OTHERWISE: Final = frozenset(
    "later now since then again revise update correct raise another more further additional additionally previous "
    "previously earlier initial initially original originally until eventually finally far already still currently "
    "last next first second third fourth fifth each every per average either respectively latter former new old "
    "once twice subsequent subsequently recent recently meanwhile instead extra yet typical typically usually often "
    "sometimes rest remaining remain other others if unless would could may might should only alone".split()
)
SETTLED: Final = frozenset({Modality.NONE, Modality.ABILITY, Modality.OBLIGATION, Modality.HABITUAL})
_ROW: Final = attrgetter(*(field.name for field in fields(Token)))
WRITTEN: Final = frozenset({"paragraph", "list_item", "quote", "caption", "heading", "table_cell"})


Figures = tuple[tuple[str, Interval | None], ...]
"""What each figure counts, with its value; what happened once on a date, without."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One fact, equal to itself alone.

    `path`, `span`, `place` and `text` say where and how it is told, `day` when its draft was written.

    words: its content words and names; names: the names alone, also those that its pronouns stand for; otherwise: its
    words that set it apart from facts without them; since: the date its paragraph was last at, before it; kept: what
    its sentence is read from again.
    """

    path: str
    span: Span
    place: Place
    text: str
    day: date
    kind: str
    block: int
    figures: Figures
    words: frozenset[str]
    names: frozenset[str]
    otherwise: frozenset[str]
    since: tuple[int, int] | None
    kept: bytes

    @property
    def anchors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(anchor for anchor, _ in self.figures))

    def reading(self, policy: Policy) -> Reading:
        """Its sentence, read again."""
        rows, stands, carried = pickle.loads(self.kept)
        tokens = tuple(Token(*row) for row in rows)
        return read(
            Sentence(tokens, tokens[0].start, tokens[-1].end),
            reference=self.day,
            policy=policy,
            stands=stands,
            carried=carried,
        )


def may_differ(one: Figures, two: Figures) -> bool:
    """Whether a figure or date of one fact may be another than that of the other."""
    return any(a == b and (x is None or y is None or x.disjoint(y)) for a, x in one for b, y in two)


def _kept(reading: Reading) -> bytes:
    """What a sentence is read from: its tokens as plain tuples, since those are quick to keep."""
    rows = tuple(_ROW(token) for token in reading.sentence)
    return pickle.dumps((rows, dict(reading.stands), reading.carried), pickle.HIGHEST_PROTOCOL)


def told(copy: Copy) -> Iterator[Told]:
    """The facts of a draft, in the order of the text."""
    block, since = -1, None
    for telling in copy.tellings:
        if telling.block.start != block:
            block, since = telling.block.start, None
        reading = telling.reading
        if reading is None:
            continue
        figures = tuple(_figures(reading)) if _states(telling, reading) else ()
        if figures:
            yield _told(copy, telling, reading, figures, since)
        since = _date(reading) or since


def _states(telling: Telling, reading: Reading) -> bool:
    """Whether it tells what was, is or must be so: no plan, no order, no condition."""
    if telling.said is None or telling.block.kind not in WRITTEN or instructs(telling.said):
        return False
    context = reading.contexts[reading.sentence.root]
    return context.polarity > 0 and context.modality in SETTLED and not context.ended


def _told(
    copy: Copy,
    telling: Telling,
    reading: Reading,
    figures: Figures,
    since: tuple[int, int] | None,
) -> Told:
    names = frozenset(_names(reading))
    words = frozenset(
        node.lemma for node in reading.nodes if node.kind == "word" and node.lemma not in NOT_TERMS
    )
    return Told(
        copy.draft.name,
        telling.span,
        copy.draft.place(telling.span.start, telling.span.end),
        telling.text,
        copy.today,
        telling.block.kind,
        telling.block.start,
        figures,
        words | names,
        names,
        frozenset(w for t in reading.sentence for w in (t.lower, t.lemma) if w in OTHERWISE),
        since,
        _kept(reading),
    )


def _figures(reading: Reading) -> Iterator[tuple[str, Interval | None]]:
    for event in events(reading):
        yield f"date {event.lemma}", None
    for node in reading.nodes:
        value = node.value
        if isinstance(value, Quantity) and comparable(value) and not _bare(reading, value):
            head = reading.sentence[value.head].lemma if value.head is not None else ""
            yield (
                f"{value.dimension} {value.unit if value.dimension == 'money' else ''} {head}",
                value.interval,
            )


def _bare(reading: Reading, value: Quantity) -> bool:
    """A number of nothing behind a preposition, as in "set to 0"."""
    bare = value.dimension == COUNT and value.head is None and value.start > 0
    return bare and reading.sentence[value.start - 1].pos in {"ADP", "PART", "SCONJ"}


def comparable(value: Quantity) -> bool:
    """Whether a figure is one that another may be held against."""
    plain = value.form in FIGURES and value.interval is not None and value.dimension not in NAMING
    return plain and value.role != "ordinal" and value.text.lower() not in NUMBERS


def _names(reading: Reading) -> Iterator[str]:
    for node in reading.nodes:
        if isinstance(node.value, Name):
            yield from name_terms(node.value)
    for stands in reading.stands.values():
        for name in stands.names:
            yield from name_terms(name)


def _date(reading: Reading) -> tuple[int, int] | None:
    """The days of the last date a sentence gives."""
    found = None
    for node in reading.nodes:
        if isinstance(node.value, When) and node.value.period is not None and node.value.period.days:
            found = (node.value.period.days.lo, node.value.period.days.hi)
    return found
