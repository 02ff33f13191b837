"""Writing that outlives everything: many processes at once, and a process killed at any moment of a write."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bench import roundtrip

from claimcheck.claimfile import ClaimFile, read_claims
from claimcheck.disk import sweep, write_together
from claimcheck.errors import LedgerError
from claimcheck.rewriting import rewrite
from claimcheck.store import Ledger
from kept_ledgers import BY, DAY, OTHER, done, make, tree

WRITERS = 20
# Forks once for every line of disk.py that is run while two files are replaced, and has the child killed at that line.
KILLED = '''
import json, os, signal, sys
from datetime import date
from pathlib import Path

from claimcheck import disk
from claimcheck.curation.reviewing import accept
from claimcheck.store import Ledger

root, names = Path(sys.argv[1]), ["storm/roofs", "wire.harbour"]
files = [root / "claims" / "storm.yaml", root / "claims" / "wire.yaml"]
old = [path.read_bytes() for path in files]


def write(last):
    """Accept both claims; be killed at line number `last` of the write."""
    left = last

    def trace(frame, event, arg):
        nonlocal left
        if frame.f_code.co_filename != disk.__file__:
            return None
        if event == "line":
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1
        return trace

    ledger = Ledger.open(root)
    sys.settrace(trace)
    accept(ledger, names, "Ann Example", date(2024, 6, 10))
    sys.settrace(None)


def forked(last):
    """Whether the child was killed."""
    child = os.fork()
    if child == 0:
        write(last)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


write(-1)
new = [path.read_bytes() for path in files]
states, at = {}, 0
while True:
    for path, data in zip(files, old):
        path.write_bytes(data)
    killed = forked(at)
    found = tuple("old" if path.read_bytes() == a else "new" if path.read_bytes() == b else "torn"
                  for path, a, b in zip(files, old, new))
    assert Ledger.open(root).claims
    states.setdefault("/".join(found), 0)
    states["/".join(found)] += 1
    if not killed:
        break
    at += 1
write(-1)
left = sorted(path.name for path in (root / "claims").iterdir())
print(json.dumps({"states": states, "lines": at, "left": left, "whole": [p.read_bytes() for p in files] == new}))
'''


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make(tmp_path / "ledger")


def test_a_writer_killed_at_any_line_leaves_each_file_old_or_new(root: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(root)], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    found = json.loads(ended.stdout)
    assert set(found["states"]) == {"old/old", "new/old", "new/new"}
    assert found["lines"] > 50
    assert found["whole"], "the next writer was held up, or wrote something else"
    assert found["left"] == ["storm.yaml", "wire.yaml"], "temporary files stay"


def test_twenty_writers_at_once_lose_no_update(tmp_path: Path) -> None:
    ids = roundtrip.proposed(tmp_path, 210)  # in two files
    chosen = [*ids[: WRITERS // 2], *ids[-WRITERS // 2 :]]
    processes = [roundtrip.accepting(tmp_path, [claim]) for claim in chosen]
    said = [process.communicate()[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * WRITERS, said
    states = {claim.id: claim.status for claim in Ledger.open(tmp_path).claims}
    assert {claim for claim, status in states.items() if status == "accepted"} == set(chosen)


def test_generated_ledgers_keep_their_bytes_and_comments() -> None:
    assert roundtrip.round_trips(60, seed=7) == {f"{name} (60 ledgers)": [] for name in roundtrip.CHECKS}


def test_several_files_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")
    (tmp_path / "blocked").write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(LedgerError, match=r"blocked/b: cannot be written"):
        write_together({tmp_path / "a": b"new", tmp_path / "blocked" / "b": b"new"})
    assert (tmp_path / "a").read_text(encoding="utf-8") == "old"
    write_together({tmp_path / "a": b"new", tmp_path / "c" / "d": b"new"})
    assert (tmp_path / "c" / "d").read_bytes() == (tmp_path / "a").read_bytes() == b"new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "blocked", "c"]


def test_only_what_a_killed_writer_left_is_swept_away(tmp_path: Path) -> None:
    kept = [".a.yaml.tmp", ".a.yaml.short.tmp", "a.yaml", ".b.yaml.0123456789abcdef.tmp"]
    for name in [*kept, ".a.yaml.0123456789abcdef.tmp"]:
        (tmp_path / name).touch()
    sweep(tmp_path / "a.yaml")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(kept)
    sweep(tmp_path / "gone" / "a.yaml")


def test_an_id_that_would_be_there_twice_is_refused(root: Path) -> None:
    before = tree(root)
    with pytest.raises(LedgerError, match=r"the claim id 'wire.harbour' is already used in claims/"):
        rewrite(Ledger.open(root), lambda _: [read_claims(OTHER.encode(), "claims/other.yaml")])
    assert tree(root) == before


def test_what_is_not_changed_is_not_written(root: Path) -> None:
    times = {path: path.stat().st_mtime_ns for path in (root / "claims").iterdir()}
    after = rewrite(Ledger.open(root), lambda now: now.claim_files)
    assert {path: path.stat().st_mtime_ns for path in (root / "claims").iterdir()} == times
    assert after.claims == Ledger.open(root).claims


def test_a_rewritten_ledger_is_seen_as_it_is_then(root: Path) -> None:
    def without(_: Ledger) -> list[ClaimFile]:
        return [ClaimFile("claims/wire.yaml", b"", (), ()), read_claims(OTHER.encode(), "claims/new.yaml")]

    after = rewrite(Ledger.open(root), without)
    assert after.claims == Ledger.open(root).claims
    assert after.where("wire.harbour") == "claims/new.yaml:2"


def test_only_files_with_the_ids_named_are_read(root: Path) -> None:
    (root / "claims" / "bad.yaml").write_text("claims: [", encoding="utf-8")
    ledger = Ledger.open(root)
    assert {name: file.name for name, file in ledger.holding(["wire.harbour"]).items()} == {
        "wire.harbour": "claims/wire.yaml"
    }
    assert done(root, "claims", "accept", "wire.harbour", *BY, *DAY).startswith("accepted")
    with pytest.raises(LedgerError, match=r"^claims/bad.yaml:1: "):
        ledger.holding(["nope"])


def test_an_id_written_with_escapes_is_found(root: Path) -> None:
    path = root / "claims" / "wire.yaml"
    path.write_text(path.read_text("utf-8").replace("wire.harbour", '"wire\\x2eharbour"'), encoding="utf-8")
    assert set(Ledger.open(root).holding(["wire.harbour"])) == {"wire.harbour"}


def test_an_id_used_in_two_files_is_refused_when_named(root: Path) -> None:
    (root / "claims" / "twin.yaml").write_text(OTHER, encoding="utf-8")
    with pytest.raises(LedgerError, match=r"the claim id 'wire.harbour' is already used in"):
        Ledger.open(root).holding(["wire.harbour"])
