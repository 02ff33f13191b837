"""From a statement to the claims near it, whatever happens to the files and the folder of what is kept."""

from __future__ import annotations

import json
import os
import pickle
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from claimcheck.cache import DamagedError, Task, analyse_all
from claimcheck.cache.sealed import stamp
from claimcheck.claim import Claim
from claimcheck.errors import LedgerError, SourceError
from claimcheck.parse import parse
from claimcheck.passages import read_document
from claimcheck.policy import DEFAULT, Policy
from claimcheck.retrieve import Found, Index, open_index, opening
from claimcheck.retrieve.generation import Generation
from claimcheck.retrieve.query import FAINT
from claimcheck.retrieve.related import related
from claimcheck.store import Ledger
from claimcheck.text import Span
from claimcheck.verdict import Candidate

STORM = """\
Storm Odalys reached Port Bellmore on Monday. It flooded 40 streets, Mayor Tilda Marsh said.
She ordered 300 families to leave. The mayor also closed two schools.

The ferry Aurelia was held at Cape Morrow. Its captain, Ines Valdo, had radioed for help.
"""
PRICES = """\
# Gullwing Cloud

## Plans

| Plan | Basic | Team |
| --- | --- | --- |
| Storage | 10 GB | 2 TB |
| Seats | 3 | 50 |

Every plan allows:

- signing in with a passkey
- exporting data as CSV

## Support

Answers come within two days. Team customers can also phone.
"""


def quoted(text: str, quote: str) -> str:
    start = text.index(quote)
    return f"{{start: {start}, end: {start + len(quote)}, quote: {json.dumps(quote, ensure_ascii=False)}}}"


def claim(name: str, text: str, quote: str, more: str = "", said: str | None = None) -> str:
    return (
        f"- id: {name}\n  text: {json.dumps(said or quote)}\n  status: accepted\n{more}"
        f"  evidence: {quoted(text, quote)}\n"
    )


def put(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


STORM_CLAIMS = (
    ("reached", "Storm Odalys reached Port Bellmore on Monday."),
    ("flooded", "It flooded 40 streets, Mayor Tilda Marsh said."),
    ("left", "She ordered 300 families to leave."),
    ("schools", "The mayor also closed two schools."),
    ("held", "The ferry Aurelia was held at Cape Morrow."),
    ("radioed", "Its captain, Ines Valdo, had radioed for help."),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path / "claimcheck.toml", '[aliases]\n"Port Bellmore" = ["the Harbour Town"]\n')
    put(tmp_path / "sources" / "storm.txt", STORM)
    put(tmp_path / "sources" / "prices.md", PRICES)
    rows = "".join(claim(name, STORM, quote) for name, quote in STORM_CLAIMS)
    put(tmp_path / "claims" / "storm.yaml", "source: storm\nclaims:\n" + rows)
    quotes = {
        "storage": "2 TB",
        "passkey": "signing in with a passkey",
        "phone": "Team customers can also phone.",
    }
    rows = "".join(claim(name, PRICES, quote) for name, quote in quotes.items())
    put(tmp_path / "claims" / "prices.yaml", "source: prices\nclaims:\n" + rows)
    return tmp_path


def search(index: Index, statement: str, limit: int = 8) -> list[Found]:
    found = index.search(read_document(parse(statement)), limit)
    assert all(isinstance(candidate, Found) for candidate in found)
    return [candidate for candidate in found if isinstance(candidate, Found)]


def ids(index: Index, statement: str, limit: int = 8) -> list[str]:
    return [candidate.quoted.claim for candidate in search(index, statement, limit)]


def asked(root: Path, statement: str = "Mayor Tilda Marsh closed three schools.") -> list[str]:
    with open_index(Ledger.open(root)) as index:
        return ids(index, statement)


def unit(found: Found) -> list[str]:
    """The passage's sentences, its own in capitals."""
    texts = [" ".join(t.text for t in reading.sentence) for reading in found.passage.readings]
    return [text.upper() if i in found.passage.own else text for i, text in enumerate(texts)]


@pytest.fixture
def no_parsing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of what was read of documents from here on."""
    read: list[str] = []

    def counted(tasks: Sequence[Task], *rest: object) -> Iterator[object]:
        read.extend(task.title or task.parts[0].text[:12] for task in tasks)
        yield from analyse_all(tasks, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(opening, "analyse_all", counted)
    return read


# ranking


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ("Storm Odalys struck Port Bellmore.", "reached"),
        ("The Harbour Town was reached by a storm.", "reached"),
        ("The storm inundated 90 streets.", "flooded"),
        ("Tilda Marsh told 300 families to go.", "left"),
        ("Valdo called for assistance by radio.", "radioed"),
        ("The Team plan has 10 TB of storage.", "storage"),
        ("Passkeys can be used to sign in.", "passkey"),
        ("Tilda Mersh shut two schools.", "schools"),
        ("The ship Aurela was held at Cape Morow.", "held"),
    ],
)
def test_the_nearest_claim_comes_first(root: Path, statement: str, first: str) -> None:
    with open_index(Ledger.open(root)) as index:
        assert ids(index, statement)[0] == first


def test_a_wrong_number_does_not_steer(root: Path) -> None:
    with open_index(Ledger.open(root)) as index:
        assert ids(index, "She ordered 40 families to leave.") == ids(
            index, "She ordered 300 families to leave."
        )


def test_what_shares_no_word_is_not_found(root: Path) -> None:
    with open_index(Ledger.open(root)) as index:
        assert search(index, "Quartz glitters.") == []
        assert index.search([]) == []
        assert search(index, "Storm Odalys reached Port Bellmore.", 0) == []


def test_what_shares_only_a_common_word_with_what_is_near_is_left_out(root: Path) -> None:
    with open_index(Ledger.open(root)) as index:
        near = search(index, "The captain of the ferry Aurelia, Ines Valdo, radioed Mayor Marsh.")
        assert near[0].quoted.claim == "radioed"
        assert all(found.rank >= FAINT * near[0].rank for found in near)
        assert "schools" not in [found.quoted.claim for found in near]
        assert "schools" in ids(index, "The mayor spoke.")


def test_limit_and_source(root: Path) -> None:
    with open_index(Ledger.open(root)) as index:
        readings = read_document(
            parse("The mayor said that Team customers have storage and the storm closed schools.")
        )
        assert len(index.search(readings, 2)) == 2
        within = index.search(readings, source="prices")
        assert {c.quoted.source for c in within} == {"prices"}
        assert {c.quoted.source for c in index.search(readings)} == {"prices", "storm"}
        assert index.search(readings, source="nothing") == []
        assert [c.rank for c in within] == sorted((c.rank for c in within), reverse=True)


def test_every_sentence_of_a_long_statement_is_looked_for(root: Path) -> None:
    with open_index(Ledger.open(root)) as index:
        found = index.search(read_document(parse(STORM)), 1)
        assert len(found) == 4
        assert {c.quoted.claim for c in found} <= {name for name, _ in STORM_CLAIMS}
        assert {c.quoted.claim for c in index.search(read_document(parse(STORM)))} >= dict(
            STORM_CLAIMS
        ).keys()


def test_related_words_come_strongest_first() -> None:
    vocabulary = {("murder", "v"): 3, ("slay", "v"): 1, ("kill", "v"): 9}
    rows = dict(related(vocabulary))
    assert ("kill", "v") in rows
    assert {lemma for lemma, _ in rows["kill", "v"]} >= {"murder"}
    assert all(w1 >= w2 for row in rows.values() for (_, w1), (_, w2) in pairwise(row))


# passages


def test_a_passage_is_read_with_what_stands_around_it(root: Path) -> None:
    with open_index(Ledger.open(root)) as index:
        found = search(index, "The mayor closed two schools.")[0]
    assert unit(found) == [
        "It flooded 40 streets , Mayor Tilda Marsh said .",
        "She ordered 300 families to leave .",
        "THE MAYOR ALSO CLOSED TWO SCHOOLS .",
        "The ferry Aurelia was held at Cape Morrow .",
    ]
    quote = found.quoted
    assert (quote.text, quote.source, quote.claim) == (
        "The mayor also closed two schools.",
        "storm",
        "schools",
    )
    assert STORM[quote.start : quote.end] == quote.text
    assert quote.line == 2
    token = found.passage.readings[2].sentence[5]
    assert token.text == "schools"
    assert found.span(2, token.start, token.end) == Span(quote.end - 8, quote.end - 1)


def test_a_cell_is_read_with_its_row_and_headings(root: Path) -> None:
    with open_index(Ledger.open(root)) as index:
        found = search(index, "Team storage is 2 TB.")[0]
    assert unit(found) == [
        "Gullwing Cloud",
        "Plans",
        "Storage in Basic is 10 GB .",
        "STORAGE IN TEAM IS 2 TB .",
    ]
    assert (found.quoted.text, found.quoted.line) == ("2 TB", 7)
    own = found.passage.readings[3].sentence
    assert found.span(3, own[0].start, own[0].end) == Span(
        PRICES.index("Storage"), PRICES.index("Storage") + 7
    )


def test_an_item_is_read_with_what_leads_into_its_list(root: Path) -> None:
    with open_index(Ledger.open(root)) as index:
        found = search(index, "Signing in with a passkey is allowed.")[0]
    assert unit(found)[2:] == ["Every plan allows :", "SIGNING IN WITH A PASSKEY"]


def test_a_section_is_no_context_of_another(root: Path) -> None:
    with open_index(Ledger.open(root)) as index:
        found = search(index, "Team customers can phone.")[0]
    assert unit(found) == ["Support", "Answers come within two days .", "TEAM CUSTOMERS CAN ALSO PHONE ."]


def test_what_a_document_is_about_goes_with_its_passages(root: Path) -> None:
    put(root / "sources" / "storm.txt", f"---\ntitle: Storm Odalys\npublished: 2021-03-02\n---\n{STORM}")
    with open_index(Ledger.open(root)) as index:
        found = search(index, "The mayor closed two schools.")[0]
    assert {"Odalys" in name.text for name in found.passage.topics} == {True}


def test_claims_on_one_sentence_share_a_passage(root: Path) -> None:
    more = claim("mayor", STORM, "Mayor Tilda Marsh said") + claim("streets", STORM, "It flooded 40 streets")
    with (root / "claims" / "storm.yaml").open("a", encoding="utf-8") as file:
        file.write(more)
    with open_index(Ledger.open(root)) as index:
        for statement, first in (("Tilda Marsh said so.", "mayor"), ("It flooded many streets.", "streets")):
            found = ids(index, statement, 20)
            assert found[0] == first
            assert sum(name in {"mayor", "flooded", "streets"} for name in found) == 1


def test_a_reworded_claim_is_found_by_its_own_words(root: Path) -> None:
    more = claim(
        "evacuated",
        STORM,
        "She ordered 300 families to leave.",
        said="The town hall evacuated 300 households.",
    )
    with (root / "claims" / "storm.yaml").open("a", encoding="utf-8") as file:
        file.write(more)
    with open_index(Ledger.open(root)) as index:
        found = search(index, "The town hall evacuated households.")[0]
        assert found.quoted.claim == "evacuated"
        assert unit(found)[-1] == "THE TOWN HALL EVACUATED 300 HOUSEHOLDS ."
        assert "SHE ORDERED 300 FAMILIES TO LEAVE ." in unit(found)
        own = len(found.passage.readings) - 1
        assert found.span(own, 0, 3) is None


def test_a_claim_on_code_speaks_by_its_text(root: Path) -> None:
    text = "# Set up\n\n```\nport = 8080\n```\n"
    put(root / "sources" / "setup.md", text)
    row = claim("port", text, "port = 8080", said="The server listens on port 8080.")
    row += claim("code", text, "port =", said="The port is 808.")
    put(root / "claims" / "setup.yaml", "source: setup\nclaims:\n" + row)
    with open_index(Ledger.open(root)) as index:
        found = search(index, "The server listens on port 80.")[0]
        assert unit(found) == ["THE SERVER LISTENS ON PORT 8080 ."]
        assert found.quoted.text == "port = 8080"
        assert "code" in ids(index, "The port is 808.")


def test_evidence_in_several_places_is_one_passage(root: Path) -> None:
    storage = f"{quoted(PRICES, '2 TB')}\n  - {quoted(PRICES, 'Storage')}\n  - {quoted(PRICES, 'Team')}"
    row = f"- id: cell\n  text: Storage in Team is 2 TB.\n  status: accepted\n  evidence:\n  - {storage}\n"
    put(root / "claims" / "prices.yaml", "source: prices\nclaims:\n" + row)
    one = quoted(STORM, STORM_CLAIMS[0][1]).removeprefix("{")
    other = quoted(PRICES, "Answers come within two days.").removeprefix("{")
    both = f"{{source: storm, {one}\n  - {{source: prices, {other}"
    row = f"- id: both\n  text: Two things.\n  status: accepted\n  evidence:\n  - {both}\n"
    put(root / "claims" / "both.yaml", "claims:\n" + row)
    with open_index(Ledger.open(root)) as index:
        assert unit(search(index, "Team storage is 2 TB.")[0])[-1:] == ["STORAGE IN TEAM IS 2 TB ."]
        found = next(c for c in search(index, "Answers come in two days.") if c.quoted.claim == "both")
        assert {text for text in unit(found) if text.isupper()} == {
            "STORM ODALYS REACHED PORT BELLMORE ON MONDAY .",
            "ANSWERS COME WITHIN TWO DAYS .",
            "TWO THINGS .",
        }


# which claims count


@pytest.mark.parametrize("status", ["retired", "proposed"])
def test_only_accepted_claims_count(root: Path, status: str) -> None:
    path = root / "claims" / "storm.yaml"
    before = asked(root)
    assert "schools" in before
    text = path.read_text(encoding="utf-8")
    row = text.index("- id: schools")
    path.write_text(text[:row] + text[row:].replace("accepted", status, 1), encoding="utf-8")
    with open_index(Ledger.open(root)) as index:
        assert "schools" not in ids(index, "Mayor Tilda Marsh closed three schools.")
        assert index.count == 8
        assert index.claim("schools").status == status


@pytest.mark.parametrize(("status", "left"), [("accepted", False), ("proposed", True), ("retired", True)])
def test_a_superseded_claim_gives_way_to_an_accepted_one(root: Path, status: str, left: bool) -> None:
    more = claim("three", STORM, "The mayor also closed two schools", "  supersedes: schools\n")
    with (root / "claims" / "storm.yaml").open("a", encoding="utf-8") as file:
        file.write(more.replace("accepted", status))
    found = asked(root)
    assert ("schools" in found) is left
    assert ("three" in found) is not left


@pytest.mark.parametrize("status", ["accepted", "proposed"])
def test_a_ledger_with_a_quotation_that_is_gone_is_refused_each_time(root: Path, status: str) -> None:
    path = root / "claims" / "storm.yaml"
    text = path.read_text(encoding="utf-8")
    row = text.index("- id: schools")
    put(path, text[:row] + text[row:].replace("accepted", status, 1))
    assert ("schools" in asked(root)) is (status == "accepted")
    put(root / "sources" / "storm.txt", STORM.replace("closed two schools", "closed some schools"))
    for _ in range(2):
        with pytest.raises(
            LedgerError, match=r"^claims/storm.yaml:15: claim 'schools': its quote 'The mayor "
        ):
            open_index(Ledger.open(root))
    put(path, text[:row] + text[row:].replace("accepted", "retired", 1))
    with open_index(Ledger.open(root)) as index:
        assert "schools" not in ids(index, "Mayor Tilda Marsh closed three schools.")
        assert index.count == 8


def test_a_ledger_found_in_order_is_not_looked_through_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = []
    monkeypatch.setattr(opening, "check", lambda ledger: looked.append(ledger.root))
    for _ in range(3):
        asked(root)
    assert looked == [root]
    put(root / "sources" / "storm.txt", STORM + "It rained.\n")
    asked(root)
    assert looked == [root, root]


def test_a_quotation_that_moved_is_quoted_where_it_is(root: Path) -> None:
    put(root / "sources" / "storm.txt", "A new first line.\n\n" + STORM)
    with open_index(Ledger.open(root)) as index:
        quote = search(index, "Mayor Tilda Marsh closed three schools.")[0].quoted
    assert (quote.claim, quote.line) == ("schools", 4)
    assert quote.start == STORM.index("The mayor also") + 19


def test_a_quotation_in_two_places_does_not_count_and_is_told(root: Path) -> None:
    twice = "The mayor also closed two schools. " * 2
    put(root / "sources" / "storm.txt", STORM.replace("The mayor also closed two schools.", twice + "\n"))
    put(
        root / "sources" / "storm.txt",
        "Wholly new.\n\n" + (root / "sources" / "storm.txt").read_text("utf-8"),
    )
    for _ in range(2):  # built, and as it was kept
        with open_index(Ledger.open(root)) as index:
            assert index.unplaced == ("schools",)
            assert index.count == 8
            assert "schools" not in ids(index, "Mayor Tilda Marsh closed three schools.")


def test_a_claim_by_its_id(root: Path) -> None:
    with open_index(Ledger.open(root)) as index:
        found = index.claim("schools")
        assert isinstance(found, Claim)
        assert found == next(c for c in Ledger.open(root).claims if c.id == "schools")
        with pytest.raises(KeyError):
            index.claim("nothing")


def test_an_empty_ledger_finds_nothing(tmp_path: Path) -> None:
    put(tmp_path / "claimcheck.toml", "")
    with open_index(Ledger.open(tmp_path)) as index:
        assert index.count == 0
        assert search(index, "Storm Odalys reached Port Bellmore.") == []


def test_a_wrong_file_is_told(root: Path) -> None:
    put(root / "claims" / "wrong.yaml", "claims: 3\n")
    with pytest.raises(LedgerError, match=r"wrong\.yaml"):
        open_index(Ledger.open(root))
    (root / "claims" / "wrong.yaml").unlink()
    (root / "sources" / "storm.txt").write_bytes(b"\xff\xfe\xfd")
    with pytest.raises(SourceError, match="storm"):
        open_index(Ledger.open(root))


# the same answers, whatever the files' order


def shown(found: Candidate) -> str:
    """All of a candidate that has one order, as text."""
    assert isinstance(found, Found)
    readings = [(r.sentence, r.nodes, r.graph, sorted(r.stands)) for r in found.passage.readings]
    return repr(
        (found.quoted, found.rank, sorted(found.passage.own), found.passage.topics, readings, found.maps)
    )


def everything(root: Path) -> str:
    """All that an index says, as text."""
    statements = [
        "Mayor Tilda Marsh closed schools.",
        "Team storage.",
        "The storm reached the captain and Port Bellmore.",
    ]
    with open_index(Ledger.open(root)) as index:
        found = [shown(c) for s in statements for c in index.search(read_document(parse(s)), 20)]
        return "\n".join([index.digest, str(index.count), *found])


def test_the_order_of_files_and_claims_changes_nothing(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    expected = everything(root)
    rows = [r for f in ("storm", "prices") for r in rows_of(root / "claims" / f"{f}.yaml", f)]
    for seed in range(3):
        other = tmp_path_factory.mktemp("shuffled")
        shutil.copytree(root / "sources", other / "sources")
        shutil.copy(root / "claimcheck.toml", other)
        draw = random.Random(seed)
        draw.shuffle(rows)
        for k, row in enumerate(rows):
            name = other / "claims" / f"{draw.choice('abc')}{seed}" / f"{k}.yaml"
            put(name, "claims:\n" + row)
        assert everything(other) == expected


def rows_of(path: Path, source: str) -> list[str]:
    _, *rows = path.read_text(encoding="utf-8").split("- id: ")
    return ["- id: " + row.replace("{start", "{source: " + source + ", start") for row in rows]


def test_deleting_what_is_kept_changes_nothing(root: Path) -> None:
    expected = everything(root)
    assert everything(root) == expected
    shutil.rmtree(root / ".claimcheck")
    assert everything(root) == expected


def test_equal_passages_come_in_the_order_of_their_sources(tmp_path: Path) -> None:
    put(tmp_path / "claimcheck.toml", "")
    text = "The pump failed in Ardby."
    for k in random.Random(1).sample(range(40), 40):
        put(tmp_path / "sources" / f"s{k:02}.txt", text + "\n")
        put(
            tmp_path / "claims" / f"s{k:02}.yaml",
            f"source: s{k:02}\nclaims:\n" + claim(f"c{k:02}", text, text),
        )
    with open_index(Ledger.open(tmp_path)) as index:
        assert ids(index, text) == [f"c{k:02}" for k in range(8)]


# only what has changed is read


def test_nothing_is_read_twice(root: Path, no_parsing: list[str]) -> None:
    asked(root)
    assert len(no_parsing) == 2
    no_parsing.clear()
    asked(root)
    os.utime(root / "sources" / "storm.txt", (1, 1))
    asked(root)
    with (root / "claims" / "storm.yaml").open("a", encoding="utf-8") as file:
        file.write(claim("part", STORM, "closed two schools"))
    assert "part" in asked(root) or "schools" in asked(root)
    assert no_parsing == []


def test_a_changed_source_is_read_again_and_no_other(root: Path, no_parsing: list[str]) -> None:
    asked(root)
    no_parsing.clear()
    put(root / "sources" / "storm.txt", STORM + "\nNew words.\n")
    asked(root)
    assert no_parsing == ["Storm Odalys"]


def test_other_settings_are_read_apart(root: Path, no_parsing: list[str]) -> None:
    for policy, read in ((DEFAULT, 2), (Policy(bounds="pragmatic"), 2), (DEFAULT, 0)):
        no_parsing.clear()
        open_index(Ledger.open(root), policy).close()
        assert len(no_parsing) == read


def test_an_unchanged_ledger_is_not_read_at_all(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in root.rglob("*.*"):
        os.utime(path, (time.time() - 100, time.time() - 100))
    asked(root)

    def refuse(*_: object) -> str:
        raise AssertionError("a file of the ledger was read")

    monkeypatch.setattr(opening, "content_sha256", refuse)
    with open_index(Ledger.open(root, load=refuse)) as index:  # type: ignore[arg-type]
        assert index.count == 9
        assert ids(index, "Mayor Tilda Marsh closed three schools.")[0] == "schools"


def test_a_file_rewritten_within_the_clocks_tick_is_noticed(root: Path) -> None:
    path = root / "sources" / "storm.txt"
    assert asked(root)[0] == "schools"
    facts = path.stat()
    path.write_text(STORM.replace("two schools", "ten schools"), encoding="utf-8")
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    with pytest.raises(LedgerError, match="claim 'schools': its quote"):
        asked(root)


def test_a_ledger_that_changes_after_it_was_opened_is_not_taken_for_the_new_one(root: Path) -> None:
    old = Ledger.open(root)
    assert old.claims
    path = root / "claims" / "storm.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("id: schools", "id: renamed"), encoding="utf-8")
    with open_index(old) as index:
        assert ids(index, "The mayor closed two schools.")[0] == "schools"
    assert asked(root)[0] == "renamed"


# damage


def generation(root: Path) -> Path:
    (found,) = (path for path in (root / ".claimcheck" / "indexes").iterdir() if len(path.name) == 32)
    return found


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def garble(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(len(data) // 3, len(data), 97):
        data[at] ^= 0x55
    path.write_bytes(bytes(data))


def words_of(root: Path, suffix: str) -> Path:
    return next(path for path in (generation(root) / "words").iterdir() if path.suffix == suffix)


@pytest.mark.parametrize("harm", [truncate, garble, Path.unlink, lambda path: path.write_bytes(b"")])
@pytest.mark.parametrize(
    "which",
    [
        lambda root: root / ".claimcheck" / "readings.db",
        lambda root: generation(root) / "manifest.json",
        lambda root: generation(root) / "units.db",
        lambda root: generation(root) / "words" / "meta.json",
        lambda root: words_of(root, ".term"),
        lambda root: words_of(root, ".idx"),
    ],
)
def test_damage_is_mended_in_silence(
    root: Path, which: Callable[[Path], Path], harm: Callable[[Path], object]
) -> None:
    expected = everything(root)
    harm(which(root))
    assert everything(root) == expected
    assert everything(root) == expected


def test_a_crafted_cache_runs_nothing(root: Path, tmp_path: Path) -> None:
    expected = everything(root)

    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.system, (f"touch {tmp_path / 'evil'}",)

    evil = stamp(pickle.dumps(Evil()))
    with sqlite3.connect(root / ".claimcheck" / "readings.db") as db:
        db.execute("UPDATE sentences SET said = ?, facts = ?", (evil, evil))
        db.execute("UPDATE documents SET about = ?", (evil,))
    db.close()
    with sqlite3.connect(generation(root) / "units.db") as db:
        db.execute("UPDATE claims SET row = ?", (evil,))
        db.execute("UPDATE related SET row = ?", (evil,))
    db.close()
    assert everything(root) == expected
    assert not (tmp_path / "evil").exists()


def test_damage_while_open_is_mended(root: Path) -> None:
    with open_index(Ledger.open(root)) as index:
        with sqlite3.connect(root / ".claimcheck" / "readings.db") as db:
            db.execute("UPDATE sentences SET said = x'00'")
        db.close()
        assert ids(index, "Mayor Tilda Marsh closed three schools.")[0] == "schools"


def test_a_generation_that_is_not_there_is_damage(tmp_path: Path) -> None:
    with pytest.raises(DamagedError):
        Generation(tmp_path / "nowhere")


# a folder that cannot be written to


def test_without_a_folder_to_keep_things_in_it_works_elsewhere(root: Path) -> None:
    expected = everything(root)
    shutil.rmtree(root / ".claimcheck")
    put(root / ".claimcheck", "a file is in the way")
    assert everything(root) == expected
    assert (root / ".claimcheck").read_text(encoding="utf-8") == "a file is in the way"


NOBODY = 65534
AS_NOBODY = """
import os, sys, tempfile
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_retrieve import everything
everything(Path({other!r}))  # loads all there is to load, while it may be read
tempfile.tempdir = {temp!r}
os.setgroups([]); os.setgid({n}); os.setuid({n})
print(everything(Path({root!r})))
left = list(Path({temp!r}).iterdir())
assert left == [], left
"""


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another user"
)
@pytest.mark.parametrize("kept", [True, False])
def test_a_folder_of_another_user_is_left_alone(kept: bool) -> None:
    with_all = (
        Path(tempfile.gettempdir()) / f"claimcheck-{os.getpid()}-{kept}"
    )  # pytest's own is for us alone
    temp = with_all / "temp"
    root = with_all / "ledger"
    try:
        put(root / "sources" / "storm.txt", STORM)
        put(
            root / "claims" / "storm.yaml",
            "source: storm\nclaims:\n" + claim("reached", STORM, STORM_CLAIMS[0][1]),
        )
        temp.mkdir()
        temp.chmod(0o777)
        expected = everything(root)
        if not kept:
            shutil.rmtree(root / ".claimcheck")
        before = sorted(path for path in root.rglob("*"))
        shutil.copytree(root, with_all / "other", ignore=shutil.ignore_patterns(".claimcheck"))
        places = {"tests": Path(__file__).parent, "temp": temp, "root": root, "other": with_all / "other"}
        code = AS_NOBODY.format(n=NOBODY, **{name: str(path) for name, path in places.items()})
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert done.stdout.strip() == expected.strip(), done.stderr
        assert sorted(path for path in root.rglob("*")) == before
    finally:
        shutil.rmtree(with_all, ignore_errors=True)


# several processes, and a sudden end

ASK = """
import os, signal, sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from test_retrieve import everything
from claimcheck.retrieve import opening
from claimcheck.cache import store
def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
def after(owner, name):
    whole = getattr(owner, name)
    def then_die(*given, **more):
        whole(*given, **more)
        die()
    setattr(owner, name, then_die)
{harm}
print(everything(Path({root!r})))
"""
READING = {"while reading": "opening.analyse_all = die", "while keeping": "after(store.Analyses, '_insert')"}
WRITING = {
    "before the generation": "opening.write = die",
    "after the generation is written": "opening._put_in_place = die",
    "after the generation is in place": "after(opening, '_put_in_place')",
    "before it is noted": "store.Analyses.note = die",
    "after it is noted": "after(store.Analyses, 'note')",
}


def started(root: Path, harm: str = "") -> subprocess.Popen[str]:
    code = ASK.format(tests=str(Path(__file__).parent), root=str(root), harm=textwrap.dedent(harm))
    return subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_processes_at_once_agree(root: Path) -> None:
    both = [started(root) for _ in range(2)]
    said = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert said[0] == said[1] == everything(root) + "\n"


@pytest.mark.parametrize("moment", [*READING, *WRITING])
def test_a_process_killed_half_way_leaves_a_ledger_that_works(root: Path, moment: str) -> None:
    if moment in WRITING:  # what was read is kept, and the index is out of date
        asked(root)
        more = claim("more", STORM, "closed two schools")
        put(root / "claims" / "more.yaml", "source: storm\nclaims:\n" + more)
    process = started(root, (READING | WRITING)[moment])
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    killed = everything(root)
    shutil.rmtree(root / ".claimcheck")
    assert killed == everything(root)


def test_old_generations_and_left_overs_are_removed(root: Path) -> None:
    asked(root)
    indexes = root / ".claimcheck" / "indexes"
    for k in range(8):
        shutil.copytree(generation(root), indexes / f"{k:032}") if not (
            indexes / f"{k:032}"
        ).exists() else None
        shutil.move(str(indexes / f"{k:032}"), str(root / f"g{k}"))
    for k in range(8):
        shutil.move(str(root / f"g{k}"), str(indexes / f"{k:032}"))
    (indexes / "new-0011").mkdir()
    for path in indexes.iterdir():
        os.utime(path, (time.time() - 10_000, time.time() - 10_000))
    (indexes / "new-young").mkdir()
    put(
        root / "claims" / "more.yaml", "source: storm\nclaims:\n" + claim("more", STORM, "closed two schools")
    )
    asked(root)
    left = {path.name for path in indexes.iterdir()}
    assert len(left) == opening.GENERATIONS + 1
    assert "new-young" in left
    assert "new-0011" not in left


def test_progress_is_told(root: Path) -> None:
    told: list[tuple[int, int]] = []
    open_index(Ledger.open(root), progress=lambda done, total: told.append((done, total))).close()
    assert told
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)
