"""`python -m bench clean`: the paragraphs are many and varied, and every alarm counts."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from bench import __main__ as bench
from bench import clean
from bench.ledgers import lay_out

from claimcheck.checking.arithmetic import arithmetic
from claimcheck.checking.consistency import inconsistencies
from claimcheck.checking.copy import read_copy
from claimcheck.checking.told import told
from claimcheck.drafts import read_draft
from claimcheck.lore import Lore
from claimcheck.policy import DEFAULT

TRUE = "The bridge at Orme is 340 metres long."
CLAIM = f"""\
claims:
  - id: bridge-length
    text: {TRUE}
    evidence:
      - source: bridge
        start: 0
        end: {len(TRUE)}
        quote: {TRUE}
    status: accepted
"""
TEXTS = clean.paragraphs(clean.CLEAN)


def test_there_are_200_paragraphs_a_third_of_them_near_a_ledger() -> None:
    assert len(TEXTS) >= 200
    assert sum(name.startswith("near-") for name, _ in TEXTS) >= 60
    assert len({text for _, text in TEXTS}) == len(TEXTS)
    lengths = [len(text.split()) for _, text in TEXTS]
    assert min(lengths) >= 55
    assert max(lengths) <= 120
    assert sum(len(re.findall(r"\d", text)) > 5 for _, text in TEXTS) > 0.9 * len(TEXTS)


def test_the_paragraphs_are_true_to_themselves() -> None:
    drafts = [(read_draft(text.encode(), name), date.fromisoformat(clean.WRITTEN)) for name, text in TEXTS]
    copies = read_copy(drafts, {}, DEFAULT)
    facts = [fact for copy in copies for fact in told(copy)]
    slips = [slip for copy in copies for slip in arithmetic(copy.prose, copy.draft)]
    slips += inconsistencies(facts, Lore())
    assert [(slip.place.path, slip.message) for slip in slips] == []


def test_an_alarm_is_counted_listed_and_fails_the_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger, texts = tmp_path / "ledger", tmp_path / "texts"
    lay_out(ledger)
    (ledger / "sources" / "bridge.txt").write_text(TRUE + "\n")
    (ledger / "claims" / "bridge.yaml").write_text(CLAIM)
    texts.mkdir()
    (texts / "good.md").write_text(TRUE + "\n\nIt snowed in Leeds on Monday.\n")
    arguments = ["clean", "--ledger", str(ledger), "--texts", str(texts)]
    assert bench.main(arguments) == 0
    (texts / "wrong.md").write_text("The bridge at Orme is 430 metres long.\n")
    assert bench.main(arguments) == 1
    printed = capsys.readouterr().out
    assert "wrong-1.md contradicted: The bridge at Orme is 430 metres long." in printed
    assert f"against: {TRUE}" in printed


def test_a_folder_without_paragraphs_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["clean", "--texts", str(tmp_path)]) == 2
    assert "no paragraph in" in capsys.readouterr().err
