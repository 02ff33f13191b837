"""Synthetic ledgers: any size, the same every time, and files that claimcheck itself can read."""

from __future__ import annotations

from pathlib import Path

from bench.synthetic import PER_SOURCE, TEMPLATES, document, facts, statements, write_ledger

from claimcheck.claimfile import read_claims


def test_claims_are_read_back_with_the_quotes_that_stand_in_their_sources(tmp_path: Path) -> None:
    write_ledger(tmp_path, PER_SOURCE + 50)
    files = sorted((tmp_path / "claims").iterdir())
    counts = []
    for file in files:
        read = read_claims(file.read_bytes(), file.name)
        text = (tmp_path / "sources" / f"{file.stem}.txt").read_text(encoding="utf-8")
        counts.append(len(read.claims))
        for claim in read.claims:
            (evidence,) = claim.evidence
            assert claim.status == "accepted"
            assert evidence.source == file.stem
            assert text[evidence.start : evidence.end] == evidence.quote == claim.text
            assert text[: evidence.start].endswith(evidence.prefix)
            assert text[evidence.end :].startswith(evidence.suffix)
    assert counts == [PER_SOURCE, 50]


def test_the_same_bytes_every_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_ledger(tmp_path / name, 45)
    one, two = ([p.read_bytes() for p in sorted((tmp_path / n).rglob("*.*"))] for n in ("one", "two"))
    assert one == two
    assert len(one) == 3  # the configuration, a document, its claims


def test_facts_differ_and_their_wrong_statements_differ_from_the_right_ones() -> None:
    made = list(facts(500))
    assert len({fact.sentence for fact in made}) == 500
    assert all(fact.right != fact.wrong for fact in made)
    assert len({fact.sentence.split()[0] for fact in made}) > len(TEMPLATES)


def test_a_different_seed_gives_different_facts() -> None:
    assert [fact.sentence for fact in facts(5, seed=1)] != [fact.sentence for fact in facts(5, seed=2)]


def test_statements_are_spread_over_the_ledger_right_and_wrong_in_turn() -> None:
    made = list(facts(1000))
    asked = statements(10, out_of=1000)
    assert [key for key, _ in asked] == [f"q{k}" for k in range(10)]
    expected = [made[100 * k].wrong if k % 2 else made[100 * k].right for k in range(10)]
    assert [statement for _, statement in asked] == expected


def test_spans_of_a_document() -> None:
    text, spans = document([f"Sentence {k}." for k in range(7)])
    assert [text[start:end] for start, end in spans] == [f"Sentence {k}." for k in range(7)]
    assert text.count("\n\n") == 1
