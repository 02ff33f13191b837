"""What the alignment may remember: a word's relation to another rests on what `Reading.plain` says of it."""

from __future__ import annotations

from itertools import combinations

from claimcheck.align import Passage
from claimcheck.parse import parse
from claimcheck.passages import read_document
from claimcheck.reading import Plain, Reading
from claimcheck.relate import Related, by_word

EVIDENCE = """\
Storm Odalys reached Port Bellmore on Monday. It flooded 40 streets, Mayor Tilda Marsh said. Floods were
feared. The mayor ordered 300 families to leave, and no family was left behind. Two schools were closed
down; a third was not closed. The flood closed the port, which Odalys had reached. She did not say who lost
their lives. Nobody had died. Families that left can return.
"""
STATEMENTS = """\
The mayor closed three schools. Odalys flooded no streets. People died in Port Bellmore. They were told to
go. Marsh said families may go back. The harbour was shut by the storm. It killed nobody.
"""


def readings(text: str) -> tuple[Reading, ...]:
    return read_document(parse(text))


def test_a_word_is_related_alike_wherever_it_stands() -> None:
    evidence = readings(EVIDENCE)
    twice = 0
    for s in readings(STATEMENTS):
        for wanted in s.nodes:
            if wanted.kind in {"quantity", "date"}:
                continue
            found: dict[Plain, Related] = {}
            for e in evidence:
                for node, plain in zip(e.nodes, e.plain, strict=True):
                    if plain is not None:
                        met = by_word(node, e, wanted, s)
                        twice += plain in found
                        assert found.setdefault(plain, met) == met
    assert twice


def test_only_words_are_plain() -> None:
    for reading in readings(EVIDENCE):
        for node, plain in zip(reading.nodes, reading.plain, strict=True):
            assert (plain is not None) == (node.kind == "word")


def test_the_distance_in_a_passage_is_symmetric() -> None:
    passage = Passage(readings(EVIDENCE), frozenset({1}))
    for a, b in combinations(passage.places(), 2):
        assert passage.distance(a, b) == passage.distance(b, a)
