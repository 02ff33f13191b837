"""What an audit finds out of what claims say: more than they quote, the same twice, or against each other."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from claimcheck.anchor import describe
from claimcheck.auditing.flaw import Flaw
from claimcheck.auditing.neighbours import pairs
from claimcheck.auditing.run import audit
from claimcheck.store import Ledger

TODAY = date(2024, 7, 1)
BRIDGE = """\
The bridge over the Arn opened in 1998. It cost $4 million to build, and 300 workers took part. The engineer was Rosa
Lund, who later taught in Oslo. Every day about 9,000 cars cross it. The toll is two crowns for cars. The council may
widen the bridge in 2027, the mayor said. The town did not close it after the storm.

| Year | Cars |
| --- | --- |
| 2021 | 8,100 |
| 2022 | 8,900 |
"""
# What a claim says, its quotation, and words of the complaint; None where there is nothing to complain of.
SAYS: Mapping[str, tuple[str, str, str | None]] = {
    "same": ("The bridge over the Arn opened in 1998.", "The bridge over the Arn opened in 1998.", None),
    "pronoun": ("The bridge over the Arn cost $4 million to build.", "It cost $4 million to build", None),
    "part": ("The bridge cost $4 million.", "It cost $4 million to build, and 300 workers took part.", None),
    "order": ("Rosa Lund was the engineer of the bridge.", "The engineer was Rosa\nLund", None),
    "bound": ("Every day about 9,000 cars cross the bridge.", "Every day about 9,000 cars cross it.", None),
    "negated": ("The town did not close the bridge.", "The town did not close it after the storm.", None),
    "figure": (
        "The bridge over the Arn opened in 1998 and cost $4 million.",
        "The bridge over the Arn opened in 1998.",
        "its quote has no “cost”",
    ),
    "year": (
        "The bridge over the Arn opened in 1997.",
        "The bridge over the Arn opened in 1998.",
        "its text says something else than its quote: “in 1997”, the quote “in 1998”",
    ),
    "name": ("Rosa Lund, a Dane, was the engineer.", "The engineer was Rosa\nLund", "“Dane”"),
    "epithet": ("The famous engineer was Rosa Lund.", "The engineer was Rosa\nLund", "“famous”"),
    "sharp": (
        "Every day 9,000 cars cross the bridge.",
        "Every day about 9,000 cars cross it.",
        "its text leaves out “about”",
    ),
    "certain": (
        "The council will widen the bridge in 2027.",
        "The council may\nwiden the bridge in 2027",
        "“may”",
    ),
    "all": ("All 300 workers took part.", "300 workers took part", "its quote has no “All”"),
    "more": (
        "More than 300 workers took part.",
        "300 workers took part",
        "“More than 300”, the quote “300”",
    ),
    "cell": ("In 2021 there were 8,100 cars.", "8,100", None),
}
# Pairs of claims by what they are to each other.
PAIRS: Mapping[str, tuple[str, str, str]] = {
    "depth": (
        "against",
        "The harbour at Stenby is 12 metres deep.",
        "The harbour at Stenby is 14 metres deep.",
    ),
    "votes": (
        "against",
        "Ada Kelm was elected mayor of Ostvik with 1,413 votes.",
        "1,938 votes made Ada Kelm the mayor of Ostvik.",
    ),
    "day": (
        "against",
        "The Holm mill burned down on 3 May 2021.",
        "The Holm mill burned down on 4 May 2021.",
    ),
    "denial": (
        "against",
        "Brask Motors closed its yard in Lund.",
        "Brask Motors did not close its yard in Lund.",
    ),
    "passive": (
        "same",
        "Police in Grund arrested 40 people on 2 June 2019.",
        "40 people were arrested by police in Grund on 2 June 2019.",
    ),
    "copula": ("same", "The mayor of Tarn is Lena Holt.", "Lena Holt is the mayor of Tarn."),
    "weaker": (
        "",
        "Firma Rood employs 212 people at Vang.",
        "Firma Rood employs more than 200 people at Vang.",
    ),
    "later": ("", "In 2019 the Elm ferry carried 900 cars.", "In 2020 the Elm ferry carried 800 cars."),
    "other": ("", "Nils Voss won 1,204 votes in Haldern.", "Tora Voss won 1,302 votes in Haldern."),
}


def written(root: Path, sources: Mapping[str, str], claims: Mapping[str, tuple[str, str, str]]) -> Ledger:
    """A ledger; claims are (source, text, quotation) by id."""
    (root / "sources").mkdir(parents=True)
    (root / "claims").mkdir()
    (root / "claimcheck.toml").touch()
    for name, text in sources.items():
        (root / "sources" / f"{name}.md").write_text(text, encoding="utf-8")
    rows = []
    for name, (source, said, quote) in claims.items():
        at = sources[source].index(quote)
        place = describe(sources[source], at, at + len(quote))
        evidence = {"source": source, "start": place.start, "end": place.end, "quote": quote}
        rows.append(
            {
                "id": name,
                "text": said,
                "evidence": [evidence | {"prefix": place.prefix, "suffix": place.suffix}],
                "status": "accepted",
            }
        )
    (root / "claims" / "all.yaml").write_text(json.dumps({"claims": rows}), encoding="utf-8")
    return Ledger.open(root)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Flaw]:
    claims = {name: ("bridge", text, quote) for name, (text, quote, _) in SAYS.items()}
    ledger = written(tmp_path_factory.mktemp("said") / "ledger", {"bridge": BRIDGE}, claims)
    return {flaw.claim: flaw for flaw in audit(ledger, TODAY).flaws if flaw.rule == "audit.says-more"}


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> dict[frozenset[str], str]:
    """What is reported of each two claims."""
    texts = {f"{name}.{k}": pair[1 + k] for name, pair in PAIRS.items() for k in (0, 1)}
    sources = {"a": "", "b": ""}
    for name, text in texts.items():
        sources["ab"[name.endswith("1")]] += f"{text}\n\n"
    claims = {name: ("ab"[name.endswith("1")], text, text) for name, text in texts.items()}
    ledger = written(tmp_path_factory.mktemp("compared") / "ledger", sources, claims)
    bearing = {"audit.contradiction": "against", "audit.duplicate": "same"}
    flaws = audit(ledger, TODAY).flaws
    return {frozenset((f.claim, *f.others)): bearing[f.rule] for f in flaws if f.rule in bearing}


@pytest.mark.parametrize("name", SAYS)
def test_a_claim_says_no_more_than_its_quotation(name: str, said: dict[str, Flaw]) -> None:
    expected = SAYS[name][2]
    if expected is None:
        assert name not in said, said[name].message
    else:
        assert expected in said[name].message


@pytest.mark.parametrize("name", PAIRS)
def test_what_two_claims_are_to_each_other(name: str, compared: dict[frozenset[str], str]) -> None:
    assert compared.get(frozenset((f"{name}.0", f"{name}.1")), "") == PAIRS[name][0]


def test_no_claims_of_different_things_are_reported(compared: dict[frozenset[str], str]) -> None:
    assert {name.partition(".")[0] for pair in compared for name in pair} == {
        name for name, pair in PAIRS.items() if pair[0]
    }
    assert all(len({name.partition(".")[0] for name in pair}) == 1 for pair in compared)


def test_claims_that_share_rare_words_are_compared_and_no_others() -> None:
    terms = [["harbour", "ostvik"], ["mill", "holm"], ["deep", "ostvik"], ["holm", "harbour"], ["sea"]]
    assert set(pairs(terms)) == {(2, 0), (3, 0), (3, 1)}
    assert set(pairs(terms, {0})) == {(2, 0), (3, 0)}
    assert list(pairs([])) == []


def test_no_claim_is_compared_with_more_than_a_few() -> None:
    terms = [["harbour", "ostvik"]] * 60
    assert max(sum(1 for i, _ in pairs(terms) if i == k) for k in range(60)) == 8
