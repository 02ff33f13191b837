"""Documents and claims read: parsed, their mentions resolved, and every sentence made ready to be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.cache.parts import Part, PartKind, Task
from claimcheck.cache.sealed import seal
from claimcheck.cache.terms import Terms, terms
from claimcheck.parse import parse_many
from claimcheck.passages import read_document, topics
from claimcheck.reading import Reading
from claimcheck.sources.document import Piece
from claimcheck.tokens import Sentence

PlaceMap = tuple[Piece, ...]
"""Pieces whose offsets count in a document's prose as a whole, closed by an empty one; none for a claim's own text."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One sentence of a document, without its reading: what finding it and showing it take.

    `start` and `end` are its place in the source (that of the cell for one of a table), `around` that of its row or
    block; `part` counts the parts of the document; `headings` and `lead` are parts.
    """

    kind: PartKind
    part: int
    start: int
    end: int
    around: tuple[int, int]
    text: str
    terms: Terms
    headings: tuple[int, ...] = ()
    lead: int | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Analysed:
    """A task done: every sentence in order of the text, with its sealed reading and place map.

    about: the names that the whole is about, sealed.
    """

    key: str
    sentences: tuple[Facts, ...]
    sealed: tuple[bytes, ...]
    about: bytes


@dataclass(frozen=True, slots=True)
class _Parsed:
    part: int
    sentence: Sentence


def analyse(tasks: Iterable[Task], step: Callable[[int], None] | None = None) -> Iterator[Analysed]:
    """Read the tasks in their order; `step` is told of every part that is parsed.

    Raises ModelError without a language model.
    """
    listed = list(tasks)
    parsed = parse_many(part.text for task in listed for part in task.parts)
    for task in listed:
        yield _analysed(task, list(_parsed(task, parsed, step)))


def _parsed(
    task: Task, parsed: Iterator[tuple[Sentence, ...]], step: Callable[[int], None] | None
) -> Iterator[_Parsed]:
    for number, part in enumerate(task.parts):
        for sentence in next(parsed):
            yield _Parsed(number, _moved(sentence, part.at))
        if step:
            step(1)


def _moved(sentence: Sentence, by: int) -> Sentence:
    if not by:
        return sentence
    tokens = tuple(replace(t, start=t.start + by, end=t.end + by) for t in sentence)
    return Sentence(tokens, sentence.start + by, sentence.end + by)


def _analysed(task: Task, parsed: Sequence[_Parsed]) -> Analysed:
    """Headings are read each by itself: they are no part of what the text narrates."""
    aliases = dict(task.aliases)

    def read(sentences: Sequence[Sentence]) -> tuple[Reading, ...]:
        return read_document(
            sentences, reference=task.reference, policy=task.policy, title=task.title, aliases=aliases
        )

    flow = [p for p in parsed if task.parts[p.part].kind != "heading"]
    told = read([p.sentence for p in flow])
    readings = dict(zip(map(id, flow), told, strict=True))
    rows, sealed = [], []
    for p in parsed:
        part = task.parts[p.part]
        reading = readings[id(p)] if id(p) in readings else read([p.sentence])[0]
        rows.append(_row(p, part, reading))
        sealed.append(seal((reading, _pieces(part, p.sentence))))
    return Analysed(task.key, tuple(rows), tuple(sealed), seal(topics(told, task.title)))


def _row(parsed: _Parsed, part: Part, reading: Reading) -> Facts:
    first, stop = parsed.sentence.start - part.at, parsed.sentence.end - part.at
    if part.kind == "cell" or not part.pieces:
        start, end = part.start, part.end
    else:
        start, end = place(part.pieces, first, stop, len(part.text))
    return Facts(
        part.kind,
        parsed.part,
        start,
        end,
        part.around if part.kind == "cell" else (start, end),
        part.text[first:stop],
        terms(reading),
        part.headings,
        part.lead,
        part.level,
    )


def _pieces(part: Part, sentence: Sentence) -> PlaceMap:
    """The pieces that a sentence's words stand on, in offsets of the document's prose, closed by an empty one."""
    first, stop = sentence.start - part.at, sentence.end - part.at
    found = []
    for k, (begin, start, end) in enumerate(part.pieces):
        until = part.pieces[k + 1][0] if k + 1 < len(part.pieces) else len(part.text)
        if begin < stop and until > first:
            found.append((begin + part.at, start, end))
    return (*found, (part.at + _end(part, stop), 0, 0)) if found else ()


def _end(part: Part, stop: int) -> int:
    """Where the last piece that reaches up to `stop` ends."""
    return next((begin for begin, _, _ in part.pieces if begin >= stop), len(part.text))


def place(pieces: PlaceMap, start: int, end: int, length: int) -> tuple[int, int]:
    """The source span of prose[start:end] of a prose of that length; as `Block.span`, for pieces alone."""
    closed = (*pieces, (length, 0, 0))
    spans = [_source(closed, offset) for offset in (start, end - 1)]
    return spans[0][0], spans[1][1]


def _source(closed: PlaceMap, offset: int) -> tuple[int, int]:
    k = next(k for k in range(len(closed) - 1) if closed[k + 1][0] > offset)
    (begin, start, end), until = closed[k], closed[k + 1][0]
    if until - begin != end - start:
        return start, end
    return start + offset - begin, start + offset - begin + 1


def source_span(pieces: PlaceMap, start: int, end: int) -> tuple[int, int] | None:
    """Where prose [start, end), in offsets of the document's prose, stands in the source; None where nowhere."""
    if not pieces or not pieces[0][0] <= start < end <= pieces[-1][0]:
        return None
    first, last = place(pieces[:-1], start, end, pieces[-1][0])
    return (first, last) if first < last else None
