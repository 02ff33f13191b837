"""The command line as a whole, and `claimcheck init`."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimcheck import __version__, cli


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, list(arguments), prog_name="claimcheck")


def test_the_version() -> None:
    assert run("--version").stdout == f"claimcheck {__version__}\n"


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", ["", *cli.COMMANDS])
def test_every_command_has_help_with_examples(command: str, flag: str) -> None:
    result = run(*([command] if command else []), flag)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: claimcheck {command}".strip())
    assert f"claimcheck {command or 'init'}" in result.stdout.split("Usage:")[1].split("\n", 1)[1]


def test_no_command_shows_the_help() -> None:
    result = run()
    assert result.exit_code == 2
    assert "Usage: claimcheck" in result.stderr


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("verfy", "no command named 'verfy' (did you mean 'verify'?); see `claimcheck --help`"),
        ("zzz", "no command named 'zzz'; see `claimcheck --help`"),
        ("The library is open.", "to check a statement write `claimcheck verify 'The library is open.'`"),
        ("\x1b[31mred", "no command named '\\x1b[31mred'"),
    ],
)
def test_an_unknown_command(name: str, said: str) -> None:
    result = run(name)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "\x1b" not in result.stderr


def test_init_tells_what_it_made_and_what_to_do_next(tmp_path: Path) -> None:
    result = run("init", str(tmp_path / "my facts"))
    assert result.exit_code == 0
    created = [line.split("  ", 1)[1] for line in result.stdout.splitlines() if line.startswith("created")]
    assert [Path(path).relative_to(tmp_path / "my facts").as_posix() for path in created] == [
        "claimcheck.toml",
        "sources/lindholm-library.txt",
        "claims/lindholm-library.yaml",
        ".gitignore",
    ]
    assert all(Path(path).is_file() for path in created)
    assert f"  cd '{tmp_path}/my facts'\n" in result.stdout
    assert '  claimcheck verify "' in result.stdout


def test_init_again_touches_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first = run("init")
    assert "  cd " not in first.stdout
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    again = run("init")
    assert again.exit_code == 0
    assert "kept     claimcheck.toml" in again.stdout
    assert again.stdout.endswith("Nothing to do: this is a ledger already.\n")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_init_where_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    result = run("init", str(tmp_path / "taken"))
    assert result.exit_code == 2
    assert result.stderr == f"claimcheck: {tmp_path}/taken: is a file, not a folder\n"
