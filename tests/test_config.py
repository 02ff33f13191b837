"""The configuration: two places for it, and a sentence with file and key for every mistake."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck.config import Config, Folders, config_path, read_config
from claimcheck.errors import LedgerError
from claimcheck.policy import DEFAULT, Policy

FULL = """\
fail_on = "disputed"

[folders]
claims = "facts/claims"
sources = "."

[policy]
band = 0.04
band_limit = 0.2
bounds = "pragmatic"

[aliases]
"United States" = ["U.S.", "America"]
Ardby = "the port"
"""


def write(folder: Path, text: str, name: str = "claimcheck.toml") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_without_a_file_the_defaults_hold() -> None:
    assert read_config(None) == Config()
    assert Config().as_policy() == DEFAULT
    assert (Config().folders, Config().fail_on) == (Folders("claims", "sources"), "contradicted")


def test_everything_can_be_set(tmp_path: Path) -> None:
    found = read_config(write(tmp_path, "\ufeff" + FULL.replace("\n", "\r\n")))
    assert found.folders == Folders("facts/claims", ".")
    assert found.as_policy() == Policy(Decimal("0.04"), Decimal("0.2"), "pragmatic")
    assert found.fail_on == "disputed"
    assert found.aliases == (("United States", ("U.S.", "America")), ("Ardby", ("the port",)))


def test_a_project_file_may_hold_it_and_the_own_file_wins(tmp_path: Path) -> None:
    assert config_path(tmp_path) is None
    project = write(tmp_path, '[project]\nname = "x"\n', "pyproject.toml")
    assert config_path(tmp_path) is None
    write(tmp_path, '[tool.claimcheck]\nfail_on = "never"\n', "pyproject.toml")
    assert config_path(tmp_path) == project
    assert read_config(project).fail_on == "never"
    own = write(tmp_path, "")
    assert config_path(tmp_path) == own
    assert read_config(own) == Config()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 1", "unknown key 'x' (known: folders, policy, check, audit, severity, fail_on, aliases)"),
        ('failon = "never"', "unknown key 'failon' (did you mean 'fail_on'?)"),
        ("[policy]\nbnad = 0.1", "policy: unknown key 'bnad' (did you mean 'band'?)"),
        ("[folders]\nsource = 'x'", "folders: unknown key 'source' (did you mean 'sources'?)"),
        ("fail_on = 'abset'", "fail_on must be contradicted, disputed, absent or never, not 'abset'"),
        ("[policy]\nbounds = 'lax'", "policy.bounds must be strict or pragmatic, not 'lax'"),
        ("[policy]\nband = 'x'", "policy.band must be a number, not 'x'"),
        (
            "[policy]\nband = 0.5",
            "policy: band (0.5) and band_limit (0.10) must be shares, the first the smaller",
        ),
        (
            "[policy]\nband = -1",
            "policy: band (-1) and band_limit (0.10) must be shares, the first the smaller",
        ),
        ("policy = 3", "policy must be a table of keys and values"),
        ("[folders]\nclaims = '/x'", "folders: claims must be a folder of the ledger, not '/x'"),
        ("[folders]\nsources = '../x'", "folders: sources must be a folder of the ledger, not '../x'"),
        ("[folders]\nclaims = 3", "folders.claims must be text"),
        ("aliases = 3", "aliases must be a table: a name, then the list of its other names"),
        ("[aliases]\nUS = [1]", "the aliases of 'US' must be a list of names"),
        ("a = = b", "this is not TOML: Invalid value (at line 1, column 5)"),
    ],
)
def test_a_mistake_is_one_sentence_with_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(LedgerError) as caught:
        read_config(path)
    assert str(caught.value) == f"{path}: {said}"


def test_a_mistake_in_a_project_file_says_where(tmp_path: Path) -> None:
    path = write(tmp_path, "[tool.claimcheck.policy]\nbans = 1", "pyproject.toml")
    with pytest.raises(LedgerError) as caught:
        read_config(path)
    assert (
        str(caught.value) == f"{path}: in tool.claimcheck, policy: unknown key 'bans' (did you mean 'band'?)"
    )
    with pytest.raises(LedgerError, match=r"tool\.claimcheck must be a table"):
        read_config(write(tmp_path, "tool.claimcheck = 3", "pyproject.toml"))


def test_a_file_that_is_not_utf8_or_no_file(tmp_path: Path) -> None:
    path = tmp_path / "claimcheck.toml"
    path.write_bytes(b"a = '\xe9'")
    with pytest.raises(LedgerError, match="byte 0xe9 is not UTF-8: save the file as UTF-8"):
        read_config(path)
    with pytest.raises(LedgerError, match="cannot be read"):
        read_config(tmp_path / "gone.toml")
