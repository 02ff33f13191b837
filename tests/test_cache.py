"""What is kept: read back as it was, refused where it is not ours, made again where it is damaged."""

from __future__ import annotations

import io
import os
import pickle
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from claimcheck.cache import (
    READING,
    Analyses,
    DamagedError,
    Part,
    Task,
    UnwritableError,
    analyse_all,
    open_home,
    parts_of_document,
    version_of,
)
from claimcheck.cache.analyse import analyse, source_span
from claimcheck.cache.damage import sqlite_errors
from claimcheck.cache.sealed import checked, seal, stamp, unseal
from claimcheck.cache.store import LAYOUT
from claimcheck.dimensions.name import Kind, Name
from claimcheck.parse import parse
from claimcheck.passages import read_document
from claimcheck.policy import DEFAULT
from claimcheck.reading import Reading
from claimcheck.sources import read
from claimcheck.sources.document import Block, Label
from claimcheck.sources.table_prose import as_sentence
from claimcheck.text import Span
from claimcheck.tokens import Token

REPORT = """\
The ferry Aurelia ran aground off Cape Morrow on Tuesday, 3 June 2014, with 214 people aboard.
"No one was seriously hurt," said Captain Ines Valdo, who has sailed the route since 1998. She blamed a chart.

About $1.2 million of freight was lost, nearly 7% of the year's total. It was at least 40 km from port at 5 p.m.
Two of the 12 crew, not passengers, may have left before 11:30, the company's lawyers denied on Friday.
"""
MARKED = """\
# Limits

## Version 4.2

The **default**
  limit &amp; its *maximum* are set here. Keep `max_open` low.

| Setting | 4.1 | 4.2 |
| --- | --- | --- |
| Maximum connections | 1,024 | 4,096 |
"""


def document_task(folder: Path, text: str, name: str = "report.txt") -> Task:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return parts_of_document(read(path), (), DEFAULT)


def task_of(text: str, key: str = "k", kind: str = "flow") -> Task:
    part = Part(
        "heading" if kind == "heading" else "flow",
        text,
        0,
        ((0, 0, len(text)),),
        0,
        len(text),
        (0, len(text)),
    )
    return Task(key, (part,), date(2014, 6, 4), "", (), DEFAULT)


# sealed values


def test_readings_come_back_equal() -> None:
    for reading in read_document(parse(REPORT), reference=date(2014, 6, 4), title="The Aurelia"):
        back = unseal(seal(reading))
        assert back == reading
        assert isinstance(back, Reading)
        assert dict(back.contexts) == dict(reading.contexts)


def test_values_of_every_kept_kind_come_back_equal() -> None:
    values = [
        Decimal("1.20"), date(2014, 6, 3), Kind.PLACE, Name("Cape Morrow", Kind.PLACE, 5, 7), frozenset({1, 2}),
        (1, "a", None, 2.5, True), {"a": [b"c"]}, MappingProxyType({1: "one"}), "",
    ]  # fmt: skip
    for value in values:
        assert unseal(seal(value)) == value


def test_what_was_worked_out_is_not_kept() -> None:
    reading = read_document(parse("Ann saw Bo."))[0]
    fresh = len(seal(reading))
    assert reading.graph.distance(0, 2) >= 1
    assert reading.at
    assert len(seal(reading)) == fresh


@dataclass(frozen=True)
class Foreign:
    value: int = 0


def test_an_object_of_another_module_is_not_kept() -> None:
    for value in (Foreign(1), Path("/"), (1, Foreign(2)), Foreign, os.fsdecode):
        with pytest.raises(TypeError, match="cannot be kept"):
            seal(value)


class Evil:
    def __init__(self, call: object, *arguments: object) -> None:
        self.call, self.arguments = call, arguments

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return self.call, self.arguments


@pytest.mark.parametrize(
    "payload",
    [
        pickle.dumps(Evil(os.system, "touch evil")),
        pickle.dumps(Evil(eval, "1")),
        pickle.dumps(Evil(getattr, Token, "__init__")),
        pickle.dumps(os.system),
        pickle.dumps(Foreign()),
        b"cclaimcheck.disk\nwrite_atomically\n(Vevil\nVtext\ntR.",
        b"cclaimcheck.reading\nlexicon\n.",
        b"cclaimcheck.reading\nread\n.",
        b"\x80\x04\x8c\x12claimcheck.reading\x8c\x11Reading.__class__\x93.",
        b"cclaimcheck.cli\nmain\n.",
        b"cclaimcheck.__main__\nmain\n.",
        b"cclaimcheck.dimensions.nothing\nNothing\n.",
        b"cclaimcheck.tokens\nToken\n(I1\ntR.",
        b"garbage",
        b".",
        b"(lp0\nI1",
    ],
)
def test_a_crafted_pickle_runs_nothing(
    payload: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DamagedError):
        unseal(stamp(payload))
    assert list(tmp_path.iterdir()) == []


def test_every_bit_counts() -> None:
    sealed = seal(("Ardby", 4))
    assert unseal(sealed) == ("Ardby", 4)
    for at in range(len(sealed)):
        with pytest.raises(DamagedError):
            unseal(sealed[:at] + bytes([sealed[at] ^ 8]) + sealed[at + 1 :])
    for cut in range(len(sealed)):
        with pytest.raises(DamagedError):
            unseal(sealed[:cut])


def test_a_stamp_is_undone() -> None:
    assert checked(stamp(b"abc")) == b"abc"


# reading


def test_offsets_are_those_of_a_plain_source(tmp_path: Path) -> None:
    task = document_task(tmp_path, REPORT)
    (done,) = analyse([task])
    for row, sealed in zip(done.sentences, done.sealed, strict=True):
        value = unseal(sealed)
        assert isinstance(value, tuple)
        reading, pieces = value
        assert row.text == REPORT[row.start : row.end].replace("\n", " ")
        for token in reading.sentence:
            assert REPORT[token.start : token.end] == token.text
            assert source_span(pieces, token.start, token.end) == (token.start, token.end)


def test_words_lead_back_through_markup(tmp_path: Path) -> None:
    (done,) = analyse([document_task(tmp_path, MARKED, "limits.md")])
    found: dict[str, str | None] = {}
    last = 0
    for sealed in done.sealed:
        value = unseal(sealed)
        assert isinstance(value, tuple)
        reading, pieces = value
        assert last <= reading.sentence.start < reading.sentence.end
        last = reading.sentence.end
        for token in reading.sentence:
            span = source_span(pieces, token.start, token.end)
            found[token.text] = MARKED[slice(*span)] if span else None
    assert found["default"] == "default"
    assert found["&"] == "&amp;"
    assert found["maximum"] == "maximum"
    assert found["1,024"] == "1,024"
    assert found["Maximum"] == "Maximum"
    assert found["4.2"] == "4.2"
    assert found["is"] is None


def test_a_cell_knows_its_row_and_its_headings(tmp_path: Path) -> None:
    (done,) = analyse([document_task(tmp_path, MARKED, "limits.md")])
    cell = next(row for row in done.sentences if "1,024" in row.text)
    assert cell.text == "Maximum connections in 4.1 is 1,024."
    assert MARKED[cell.start : cell.end] == "1,024"
    assert MARKED[slice(*cell.around)] == "Maximum connections | 1,024 | 4,096"
    parts = {row.part: row for row in done.sentences}
    assert [parts[heading].text for heading in cell.headings] == ["Limits", "Version 4.2"]
    assert [parts[heading].level for heading in cell.headings] == [1, 2]


def test_a_pronoun_is_found_by_the_name_it_stands_for(tmp_path: Path) -> None:
    (done,) = analyse([document_task(tmp_path, REPORT)])
    blamed = next(row for row in done.sentences if "chart" in row.text)
    assert "valdo" in blamed.terms.implied
    assert "valdo" not in blamed.terms.names


def test_numbers_and_dates_are_no_terms(tmp_path: Path) -> None:
    (done,) = analyse([document_task(tmp_path, REPORT)])
    terms = {
        w for row in done.sentences for w in (*(lemma for lemma, _ in row.terms.words), *row.terms.names)
    }
    assert {"ferry", "aurelia", "freight", "morrow"} <= terms
    assert not {t for t in terms if any(c.isdigit() for c in t)}
    assert not terms & {"tuesday", "june", "two", "million"}


def test_a_text_without_words_has_no_sentences() -> None:
    assert [done.sentences for done in analyse([replace(task_of(""), parts=())])] == [()]


def test_workers_read_as_one_process_does() -> None:
    tasks = [
        task_of(f"Ann Bell sold {k} boats to Ardby in 2014. She was paid." + " " * 6_500, f"k{k}")
        for k in range(6)
    ]
    told: list[tuple[int, int]] = []
    alone = {done.key: done for batch in analyse_all(tasks, workers=1) for done in batch}
    together = {
        done.key: done
        for batch in analyse_all(tasks, lambda done, total: told.append((done, total)), workers=2)
        for done in batch
    }
    assert together == alone
    assert told[-1] == (6, 6)


# tables


CELL = Block(
    "table_cell", 50, 55, "1,024", ((0, 50, 55),),
    column=Label("4.1", 12, 15), row=Label("Maximum connections", 28, 47), around=Span(28, 63),
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "prose"),
    [
        ({}, "Maximum connections in 4.1 is 1,024."),
        ({"column": None}, "Maximum connections is 1,024."),
        ({"row": None}, "4.1: 1,024."),
        ({"column": Label("Value", 12, 17)}, "Maximum connections is 1,024."),
        ({"row": Label("Port:", 28, 33)}, "Port in 4.1 is 1,024."),
        ({"prose": "It may be raised."}, "Maximum connections: It may be raised."),
        ({"prose": "n/a"}, "n/a"),
        ({"prose": "–"}, "–"),
        ({"column": None, "row": None}, "1,024"),
        ({"kind": "paragraph"}, "1,024"),
    ],
)
def test_a_cell_reads_as_a_sentence(changes: dict[str, object], prose: str) -> None:
    cell = replace(CELL, **changes)  # type: ignore[arg-type]
    said = as_sentence(replace(cell, pieces=((0, 50, 50 + len(cell.prose)),)))
    assert said.prose == prose
    assert (said.start, said.end) == (50, 55)


def test_each_word_of_a_cell_stands_in_its_own_place() -> None:
    said = as_sentence(CELL)
    assert [said.span(*place) for place in ((0, 7), (8, 19), (23, 26), (30, 35))] == [
        Span(28, 35), Span(36, 47), Span(12, 15), Span(50, 55),
    ]  # fmt: skip
    assert len(said.span(20, 22)) == 0


# the file


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    task = document_task(tmp_path, REPORT)
    (done,) = analyse([task])
    path = tmp_path / "readings.db"
    kept = Analyses(path)
    assert kept.missing([task.key, "other"]) == {task.key, "other"}
    kept.put([done], "v")
    kept.close()
    kept = Analyses(path)
    assert kept.missing([task.key, "other"]) == {"other"}
    assert kept.outline(task.key) == done.sentences
    assert [k.reading for k in kept.read(task.key, [2, 0])] == [
        unseal(done.sealed[n])[0]  # type: ignore[index]
        for n in (2, 0)
    ]
    assert kept.about(task.key) == unseal(done.about)
    for numbers in ([99], [-1]):
        with pytest.raises(DamagedError):
            kept.read(task.key, numbers)
    with pytest.raises(DamagedError):
        kept.outline("other")
    kept.close()


def test_a_row_that_was_tampered_with_is_damage(tmp_path: Path) -> None:
    task = task_of("Ann Bell sold a boat.")
    kept = Analyses(tmp_path / "readings.db")
    kept.put(list(analyse([task])), "v")
    kept.close()
    with sqlite3.connect(tmp_path / "readings.db") as db:
        db.execute("UPDATE sentences SET said = ?, facts = ?", (stamp(pickle.dumps(Foreign())), stamp(b"[]")))
    db.close()
    kept = Analyses(tmp_path / "readings.db")
    with pytest.raises(DamagedError):
        kept.read(task.key, [0])
    with pytest.raises(DamagedError):
        kept.outline(task.key)
    kept.close()


def test_what_other_code_made_is_let_go(tmp_path: Path) -> None:
    kept = Analyses(tmp_path / "readings.db")
    tasks = [task_of("Ann Bell sold a boat.", key) for key in ("a", "b", "c")]
    kept.put(list(analyse(tasks)), "old")
    with sqlite3.connect(tmp_path / "readings.db") as db:
        db.execute("UPDATE documents SET used = used - 4000 WHERE key != 'c'")
    db.close()
    kept.used(["a"], "new")
    assert kept.missing(["a", "b", "c"]) == {"b"}
    assert kept.outline("a")
    kept.close()


def test_a_file_of_another_layout_is_damage(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "readings.db") as db:
        db.execute(f"PRAGMA user_version = {LAYOUT + 1}")
    db.close()
    with pytest.raises(DamagedError):
        Analyses(tmp_path / "readings.db")


def test_a_full_disk_is_no_damage() -> None:
    db = sqlite3.connect(":memory:")
    db.execute("PRAGMA max_page_count = 2")
    db.execute("CREATE TABLE t (x)")
    with pytest.raises(UnwritableError), sqlite_errors():
        db.execute("INSERT INTO t VALUES (zeroblob(100000))")
    db.close()


# the folder


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 500, b"SQLite format 3\0" + b"\1" * 4000])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    folder = tmp_path / ".claimcheck"
    folder.mkdir()
    (folder / "readings.db").write_bytes(damage)
    home = open_home(tmp_path)
    assert home.analyses.missing(["a"]) == {"a"}
    home.analyses.put(list(analyse([task_of("Ann Bell sold a boat.", "a")])), "v")
    assert home.analyses.missing(["a"]) == set()
    home.close()


def test_the_folder_keeps_itself_out_of_version_control(tmp_path: Path) -> None:
    open_home(tmp_path).close()
    assert (tmp_path / ".claimcheck" / ".gitignore").read_text() == "*\n"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / ".claimcheck").write_text("a file is in the way")
    with pytest.raises(UnwritableError):
        open_home(tmp_path)
    assert (tmp_path / ".claimcheck").read_text() == "a file is in the way"


def test_a_link_to_somewhere_else_is_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (tmp_path / ".claimcheck").symlink_to(other)
    with pytest.raises(UnwritableError):
        open_home(tmp_path)
    assert list(other.iterdir()) == []


# the version


def test_the_version_covers_all_that_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import sys, claimcheck.cache.analyse\nprint(*[m for m in sys.modules if m.startswith('claimcheck.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    from claimcheck.cache import version

    package = tmp_path / "claimcheck"
    shutil.copytree(version.PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(version, "PACKAGE", package)
    before = version_of.__wrapped__(*READING)
    for module in done.stdout.split():
        path = package.joinpath(*module.split(".")[1:])
        file = path.with_suffix(".py") if path.with_suffix(".py").is_file() else path / "__init__.py"
        source = file.read_bytes()
        file.write_bytes(source + b"\n")
        assert version_of.__wrapped__(*READING) != before, module
        file.write_bytes(source)
    (package / "cli" / "__init__.py").write_text("# nothing to do with reading\n")
    assert version_of.__wrapped__(*READING) == before


def test_pickles_name_only_what_may_be_kept() -> None:
    import pickletools

    named = set()
    for reading in read_document(parse(REPORT), reference=date(2014, 6, 4)):
        strings: list[str] = []
        for opcode, argument, _ in pickletools.genops(io.BytesIO(checked(seal(reading)))):
            if isinstance(argument, str):
                strings.append(argument)
            assert opcode.name not in {"BUILD", "INST", "OBJ", "NEWOBJ_EX", "EXT1", "EXT2", "EXT4"}
        named |= {text for text in strings if text.startswith("claimcheck.")}
    assert named
    assert named <= {name for name in sys.modules if name.startswith("claimcheck.")}
