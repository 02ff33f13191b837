"""The ledger on disk: the same whatever the order of its files, and never half-written."""

from __future__ import annotations

import os
import random
import stat
import threading
from pathlib import Path

import pytest

from claimcheck.anchor import Resolution
from claimcheck.claim import Claim, Evidence
from claimcheck.claimedit import Change, append, change
from claimcheck.claimfile import ClaimFile
from claimcheck.config import Config
from claimcheck.disk import locked, make_cache_folder, write_atomically, write_together
from claimcheck.errors import LedgerError, SourceError
from claimcheck.problems import check, problems
from claimcheck.store import Ledger, content_sha256, load_claims, scan

STORM = "The storm hit Ardby on Monday. It killed 4 people.\n"


def claim_text(
    name: str, start: int = 31, quote: str = "It killed 4 people.", source: str = "storm", more: str = ""
) -> str:
    return (
        f"- id: {name}\n  text: Four died.\n{more}"
        f"  evidence: {{source: {source}, start: {start}, end: {start + len(quote)}, quote: {quote}}}\n"
    )


def write(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path / "sources" / "storm.txt", STORM)
    write(tmp_path / "claims" / "storm.yaml", "claims:\n" + claim_text("dead"))
    return tmp_path


def test_a_ledger_is_found_from_any_path_inside_it(root: Path) -> None:
    deep = root / "sources" / "2024"
    deep.mkdir()
    for path in (root, deep, root / "claims", root / "claims" / "storm.yaml", str(root)):
        assert Ledger.open(path).root == Path(os.path.realpath(root))


def test_a_file_of_configuration_makes_a_ledger_too(tmp_path: Path) -> None:
    write(tmp_path / "claimcheck.toml", '[folders]\nclaims = "facts"\n[aliases]\nArdby = ["the port"]\n')
    write(tmp_path / "facts" / "a.yaml", "claims:\n" + claim_text("dead"))
    ledger = Ledger.open(tmp_path)
    assert [claim.id for claim in ledger.claims] == ["dead"]
    assert ledger.aliases == (("Ardby", ("the port",)),)
    assert len(ledger.sources) == 0


@pytest.mark.parametrize("inside", ["", "sources"])
def test_no_ledger_is_one_sentence(tmp_path: Path, inside: str) -> None:
    (tmp_path / inside).mkdir(exist_ok=True)
    with pytest.raises(LedgerError, match=r"no ledger here or above .*: make one with `claimcheck init`"):
        Ledger.open(tmp_path / inside)
    with pytest.raises(LedgerError, match=r"gone: there is no such folder"):
        Ledger.open(tmp_path / "gone")


def test_an_empty_ledger_is_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    ledger = Ledger.open(tmp_path)
    assert (ledger.claims, dict(ledger.sources), ledger.files, list(problems(ledger))) == ((), {}, (), [])


def test_files_are_stamped_in_the_order_of_their_paths(root: Path) -> None:
    write(root / "claimcheck.toml", "")
    write(root / "sources" / "b" / "c.md", "# C\n")
    write(root / "sources" / "storm.meta.yaml", "title: Storm\n")
    for skipped in (
        "claims/.storm.yaml",
        "claims/notes.txt",
        "claims/storm.yaml~",
        "sources/a.png",
        "sources/.x/y.md",
    ):
        write(root / skipped, "")
    stamps = Ledger.open(root).files
    assert [(stamp.path, stamp.kind) for stamp in stamps] == [
        ("claimcheck.toml", "config"),
        ("claims/storm.yaml", "claims"),
        ("sources/b/c.md", "source"),
        ("sources/storm.meta.yaml", "meta"),
        ("sources/storm.txt", "source"),
    ]
    assert stamps[4].size == len(STORM)
    assert stamps == scan(root, Config())
    write(root / "sources" / "storm.txt", STORM + "!")
    assert stamps != scan(root, Config())


def test_one_folder_may_hold_everything(tmp_path: Path) -> None:
    write(tmp_path / "claimcheck.toml", '[folders]\nclaims = "."\nsources = "."\n')
    write(tmp_path / "a.yaml", "claims:\n" + claim_text("dead"))
    write(tmp_path / "storm.txt", STORM)
    write(tmp_path / "storm.meta.yaml", "title: Storm\n")
    ledger = Ledger.open(tmp_path)
    assert [claim.id for claim in ledger.claims] == ["dead"]
    assert ledger.sources["storm"].meta.title == "Storm"


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    found = []
    for seed in (1, 2):
        root = tmp_path / str(seed)
        names = [f"c{i}" for i in range(20)]
        random.Random(seed).shuffle(names)
        for name in names:
            write(
                root / "claims" / f"{name}.yaml",
                "claims:\n" + claim_text(f"{name}-b") + claim_text(f"{name}-a"),
            )
        found.append(Ledger.open(root))
    first, second = found
    assert first.claims == second.claims
    assert [claim.id for claim in first.claims] == sorted(claim.id for claim in first.claims)
    assert [stamp.path for stamp in first.files] == [stamp.path for stamp in second.files]


def test_an_id_used_in_two_files(root: Path) -> None:
    write(
        root / "claims" / "a" / "x.yaml",
        "# first by path\nclaims:\n" + claim_text("other") + claim_text("dead"),
    )
    with pytest.raises(LedgerError) as caught:
        _ = Ledger.open(root).claims
    assert (
        str(caught.value) == "claims/storm.yaml:2: the claim id 'dead' is already used in claims/a/x.yaml:6"
    )


def test_two_sources_of_one_id(root: Path) -> None:
    write(root / "sources" / "old.md", "---\nid: storm\n---\n")
    with pytest.raises(
        LedgerError, match=r"^sources/storm.txt: the source id 'storm' is already that of sources/old.md"
    ):
        _ = Ledger.open(root).sources


def test_opening_reads_no_claims_and_no_sources(root: Path) -> None:
    write(root / "claims" / "bad.yaml", "claims: [")
    write(root / "sources" / "bad.txt", "---\npublished: soon\n---\n")
    ledger = Ledger.open(root)
    assert set(ledger.sources) == {"storm", "bad"}
    with pytest.raises(LedgerError, match=r"^claims/bad.yaml:1: "):
        _ = ledger.claims
    with pytest.raises(SourceError, match=r"^sources/bad.txt:2: published must be a date"):
        ledger.sources["bad"]


def test_a_cache_may_read_the_claims_instead(root: Path) -> None:
    asked: list[str] = []

    def load(path: Path, name: str) -> ClaimFile:
        asked.append(name)
        return load_claims(path, name)

    ledger = Ledger.open(root, load=load)
    assert asked == []
    assert (ledger.claims, ledger.claims[0].id, asked) == (ledger.claims, "dead", ["claims/storm.yaml"])


def test_sources_are_read_once_and_by_id(root: Path) -> None:
    sources = Ledger.open(root).sources
    assert list(sources) == ["storm"]
    assert sources["storm"] is sources["storm"]
    assert sources["storm"].text.text == STORM
    assert "gone" not in sources
    assert sources.get("gone") is None


def test_where_a_claim_is(root: Path) -> None:
    write(root / "claims" / "z.yml", "claims:\n" + claim_text("one") + claim_text("two"))
    ledger = Ledger.open(root)
    assert [ledger.where(name) for name in ("dead", "two")] == ["claims/storm.yaml:2", "claims/z.yml:5"]
    with pytest.raises(KeyError):
        ledger.where("none")


def test_a_link_to_a_folder_is_not_followed_and_one_to_a_file_is(root: Path) -> None:
    (root / "claims" / "round").symlink_to(root / "claims")
    (root / "sources" / "linked.txt").symlink_to(root / "sources" / "storm.txt")
    ledger = Ledger.open(root)
    assert [claim.id for claim in ledger.claims] == ["dead"]
    assert ledger.sources["linked"].text.text == STORM


@pytest.mark.parametrize("target", ["gone.yaml", "loop.yaml"])
def test_a_link_that_leads_nowhere(root: Path, target: str) -> None:
    (root / "claims" / "loop.yaml").symlink_to(root / "claims" / target)
    with pytest.raises(LedgerError, match=r"^claims/loop.yaml: cannot be read \("):
        Ledger.open(root)


def test_what_is_no_file_and_no_folder(root: Path) -> None:
    os.mkfifo(root / "claims" / "pipe.yaml")
    with pytest.raises(LedgerError, match=r"^claims/pipe.yaml: cannot be read \(it is no regular file\)"):
        Ledger.open(root)
    (root / "claims" / "pipe.yaml").unlink()
    write(root / "claimcheck.toml", '[folders]\nsources = "claimcheck.toml"\n')
    with pytest.raises(LedgerError, match=r"^claimcheck.toml: cannot be read \(Not a directory\)"):
        Ledger.open(root)


def test_a_file_that_goes_away(root: Path) -> None:
    ledger = Ledger.open(root)
    (root / "claims" / "storm.yaml").unlink()
    with pytest.raises(LedgerError, match=r"^claims/storm.yaml: cannot be read \(No such file"):
        _ = ledger.claims
    with pytest.raises(LedgerError, match="cannot be read"):
        content_sha256(root / "claims" / "storm.yaml")


def test_a_hash_of_the_content(root: Path) -> None:
    path = root / "sources" / "storm.txt"
    before = content_sha256(path)
    write(path, STORM + "!")
    assert len(before) == 64
    assert content_sha256(path) != before


@pytest.mark.parametrize(
    ("claim", "kind", "fatal", "said"),
    [
        (claim_text("c", 0, "The storm"), None, False, ""),
        (claim_text("c", 0, "Ardby"), "moved", False,
         "its quote 'Ardby' stands at another place in source 'storm' now"),
        (claim_text("c", 4, "it", "twice"), "ambiguous", False,
         "its quote 'it' stands at several places in source 'twice', none of them [4, 6)"),
        (claim_text("c", 31, "It killed 5 people."), "lost", True,
         "its quote 'It killed 5 people.' is not what source 'storm' says at [31, 50), or anywhere: "
         "correct it, or retire the claim (`claimcheck audit` shows what stands there now)"),
        (claim_text("c", 99, "Ardby"), "outside", True,
         "its span [99, 104) is outside its source 'storm', which has 51 characters: "
         "correct it, or retire the claim (`claimcheck audit` shows what stands there now)"),
        (claim_text("c", 99, "Ardby", more="  status: retired\n"), None, False, ""),
        (claim_text("c", source="strom"), "source", True, "there is no source 'strom' (did you mean 'storm'?)"),
        (claim_text("c", source="bad"), "source", True,
         "sources/bad.txt:1: byte 0xff is not UTF-8: save the file as UTF-8"),
        (claim_text("c", more="  supersedes: [dea]\n"), "supersedes", True, "it supersedes 'dea', which is no claim"),
        (claim_text("c", more="  supersedes: c\n"), "supersedes", True, "it supersedes 'c', which is itself"),
        (claim_text("c", more="  supersedes: dead\n"), None, False, ""),
    ],
)  # fmt: skip
def test_problems_between_claims_and_sources(
    root: Path, claim: str, kind: str | None, fatal: bool, said: str
) -> None:
    write(root / "sources" / "twice.txt", "it was it")
    (root / "sources" / "bad.txt").write_bytes(b"\xff\x41")
    write(root / "claims" / "z.yaml", "claims:\n" + claim)
    ledger = Ledger.open(root)
    found = list(problems(ledger))
    assert [(one.kind, one.fatal, str(one)) for one in found] == (
        [(kind, fatal, f"claims/z.yaml:2: claim 'c': {said}")] if kind else []
    )
    if fatal:
        with pytest.raises(LedgerError) as caught:
            check(ledger)
        assert str(caught.value) == str(found[0])
    else:
        check(ledger)


def test_several_problems_are_counted(root: Path) -> None:
    write(root / "claims" / "z.yaml", "claims:\n" + claim_text("a", 900) + claim_text("b", 900))
    with pytest.raises(LedgerError, match=r"^claims/z.yaml:2: claim 'a': .* \(and 1 more like it\)$"):
        check(Ledger.open(root))


def test_only_the_claims_asked_for_are_looked_at(root: Path) -> None:
    write(root / "claims" / "z.yaml", "claims:\n" + claim_text("a", 900) + claim_text("b", 901))
    ledger = Ledger.open(root)
    assert [problem.claim for problem in problems(ledger, {"b", "dead"})] == ["b"]
    check(ledger, {"dead"})
    with pytest.raises(LedgerError, match=r"^claims/z.yaml:5: claim 'b': "):
        check(ledger, {"b"})


def test_where_evidence_stands_now(root: Path) -> None:
    write(root / "sources" / "storm.txt", "Corrected. " + STORM)
    ledger = Ledger.open(root)
    assert ledger.resolve(ledger.claims[0].evidence[0]) == Resolution("moved", 42, 61)
    assert ledger.resolve(Evidence("gone", 0, 1, "x")) == Resolution("lost")


def test_changes_are_made_on_disk(root: Path) -> None:
    ledger = Ledger.open(root)
    new = Claim("n", "New.", (Evidence("storm", 0, 3, "The"),))
    ledger.update("claims/storm.yaml", lambda file: append(file, [new]))
    ledger.update("claims/new/made.yaml", lambda file: append(file, [Claim("m", "M.", new.evidence)]))
    ledger.update("claims/storm.yaml", lambda file: change(file, [Change("dead", "status", "accepted")]))
    assert [(claim.id, claim.status) for claim in Ledger.open(root).claims] == [
        ("dead", "accepted"),
        ("m", "proposed"),
        ("n", "proposed"),
    ]
    assert [claim.id for claim in ledger.claims] == [
        "dead",
        "n",
    ]  # read when first asked for, from the files it knew


def test_what_does_not_change_is_not_written(root: Path) -> None:
    path = root / "claims" / "storm.yaml"
    os.utime(path, ns=(1, 1))
    Ledger.open(root).update("claims/storm.yaml", lambda file: file)
    assert path.stat().st_mtime_ns == 1


def test_writers_wait_for_each_other(root: Path) -> None:
    def add(i: int) -> None:
        new = Claim(f"n{i}", "New.", (Evidence("storm", 0, 3, "The"),))
        Ledger.open(root).update("claims/storm.yaml", lambda file: append(file, [new]))

    threads = [threading.Thread(target=add, args=(i,)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(Ledger.open(root).claims) == 9


def test_a_lock_that_is_held_is_one_sentence(root: Path) -> None:
    with (
        locked(root),
        pytest.raises(LedgerError, match="another process is writing to this ledger"),
        locked(root, wait=0),
    ):
        pytest.fail("the lock was given twice")


@pytest.mark.parametrize("content", ["", "é\r\n", b"\xff\x00"])
def test_a_file_is_written_as_it_is(tmp_path: Path, content: str | bytes) -> None:
    path = tmp_path / "new" / "file"
    write_atomically(path, content)
    assert path.read_bytes() == (content.encode() if isinstance(content, str) else content)
    assert [entry.name for entry in path.parent.iterdir()] == ["file"]


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    path = write(tmp_path / "file", "old")
    path.chmod(0o640)
    (tmp_path / "link").symlink_to(path)
    write_atomically(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert path.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(pipe, "new")
        assert os.read(reader, 100) == b"new"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    with pytest.raises(LedgerError, match="pipe: cannot be written"):
        write_together({pipe: b"new", tmp_path / "file": b"new"})
    assert [entry.name for entry in tmp_path.iterdir()] == ["pipe"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "file", "old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LedgerError, match=r"file: cannot be written \(No space left on device\)"):
        write_atomically(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    write(tmp_path / "file", "")
    with pytest.raises(LedgerError, match="cannot be written"):
        write_atomically(tmp_path / "file" / "below", "x")
    with pytest.raises(LedgerError, match="cannot be made"):
        make_cache_folder(tmp_path / "file")


def test_the_cache_folder_keeps_itself_out_of_version_control(tmp_path: Path) -> None:
    folder = make_cache_folder(tmp_path)
    assert make_cache_folder(tmp_path) == folder == tmp_path / ".claimcheck"
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "*\n"
