"""`claimcheck init`: what it writes works at once, and what was there stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.errors import LedgerError
from claimcheck.problems import problems
from claimcheck.scaffold import init
from claimcheck.store import Ledger

MADE = ["claimcheck.toml", "sources/lindholm-library.txt", "claims/lindholm-library.yaml", ".gitignore"]


def names(paths: tuple[Path, ...], root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in paths]


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_the_ledger_works_at_once(tmp_path: Path) -> None:
    root = tmp_path / "new" / "ledger"
    made = init(root)
    assert (names(made.created, root), made.kept) == (MADE, ())
    ledger = Ledger.open(root)
    assert list(problems(ledger)) == []
    assert len(ledger.claims) == 4
    assert {claim.status for claim in ledger.claims} == {"accepted"}
    assert all(
        ledger.resolve(evidence).status == "found" for claim in ledger.claims for evidence in claim.evidence
    )
    assert ledger.sources["lindholm-library"].meta.published is not None
    assert (root / ".gitignore").read_text(encoding="utf-8") == ".claimcheck/\n"


def test_the_second_time_nothing_is_written(tmp_path: Path) -> None:
    init(tmp_path)
    before = contents(tmp_path)
    again = init(tmp_path)
    assert (again.created, names(again.kept, tmp_path)) == ((), MADE)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", MADE)
def test_a_file_that_is_there_stays(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("# mine\n", encoding="utf-8")
    made = init(tmp_path)
    assert path.read_text(encoding="utf-8") == "# mine\n"
    assert names(made.kept, tmp_path) == [name]
    assert list(problems(Ledger.open(tmp_path))) == []


def test_the_sample_goes_where_the_configuration_says(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.claimcheck.folders]\nclaims = "facts"\n', encoding="utf-8"
    )
    made = init(tmp_path)
    assert names(made.kept, tmp_path) == ["pyproject.toml"]
    assert names(made.created, tmp_path) == [MADE[1], "facts/lindholm-library.yaml", ".gitignore"]
    assert len(Ledger.open(tmp_path).claims) == 4


def test_a_file_is_no_place_for_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("", encoding="utf-8")
    with pytest.raises(LedgerError, match="file: is a file, not a folder"):
        init(path)
