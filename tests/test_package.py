"""What the package promises before its code runs: metadata, lock files, two commands, the sample sources."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from importlib import metadata, resources
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, GROUPS = PYPROJECT["project"], PYPROJECT["dependency-groups"]
LOCKS = ("requirements.lock", "requirements-dev.lock")
SOURCES = sorted((ROOT / "sources").iterdir())


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def normal(name: str) -> str:
    """A distribution's name as package indexes compare it, without version or marker."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\s<>=!~;\[]", name)[0]).lower()


def pins(lock: str) -> dict[str, str]:
    """Name → version of every requirement of a lock file."""
    rows = re.findall(r"^(\S+)==(\S+)", read(lock), flags=re.MULTILINE)
    return {normal(name): version for name, version in rows}


def test_installed_metadata_is_this_project() -> None:
    assert metadata.version("claimcheck") == PROJECT["version"]
    scripts = {script.name: script.value for script in metadata.entry_points(group="console_scripts")}
    assert scripts["claimcheck"] == PROJECT["scripts"]["claimcheck"]


def test_the_console_script_can_be_loaded() -> None:
    [script] = metadata.entry_points(group="console_scripts", name="claimcheck")
    assert callable(script.load())


def test_the_package_is_typed() -> None:
    assert resources.files("claimcheck").joinpath("py.typed").is_file()


def test_changelog_tells_of_this_version() -> None:
    headings = re.findall(r"^## (\S+)", read("CHANGELOG.md"), flags=re.MULTILINE)
    assert PROJECT["version"] in headings


def test_requirements_lock_holds_what_running_and_installing_need() -> None:
    wanted = {normal(name) for name in [*PROJECT["dependencies"], *GROUPS["build"]]}
    assert wanted <= pins("requirements.lock").keys()


def test_development_lock_adds_to_the_other_and_changes_nothing_in_it() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()
    assert {normal(name) for name in GROUPS["dev"]} <= pins("requirements-dev.lock").keys()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_by_hash(lock: str) -> None:
    text = read(lock).replace("\\\n", " ")
    for row in filter(None, (line.strip() for line in text.splitlines() if not line.startswith("#"))):
        assert re.fullmatch(r"[\w.-]+==[\w.]+( ; [^#]+?)?\s+(--hash=sha256:[0-9a-f]{64}\s*)+", row), row


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_no_index_and_no_path(lock: str) -> None:
    text = read(lock)
    assert not re.findall(
        r"://|--[a-z-]*index|--find-links|--trusted|file:|@|\./|^/", text, flags=re.MULTILINE
    )


def test_continuous_integration_runs_make_test() -> None:
    script = read(".ci/run")
    assert script.startswith("#!/usr/bin/env bash\n")
    assert "set -euo pipefail\n" in script
    assert "make test </dev/null" in script


def test_readme_opens_with_the_two_commands() -> None:
    first_block = read("README.md").split("```")[1]
    commands = [line.split("#")[0].strip() for line in first_block.splitlines()[1:]]
    assert commands == ["make demo", "make test"]


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_a_page_tells_of_exists(page: str) -> None:
    targets = re.findall(r"^([a-z]+):", read("Makefile"), flags=re.MULTILINE)
    told = re.findall(r"^(?:.*`)?make ([a-z]+)", read(page), flags=re.MULTILINE)
    assert told
    assert set(told) <= set(targets)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_sample_source_says_where_and_when_it_comes_from(path: Path) -> None:
    opening, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = yaml.safe_load(front)
    assert opening == ""
    assert fields.keys() == {"title", "publisher", "url", "published", "retrieved_at"}
    assert fields["url"].startswith("https://example.org/")
    assert isinstance(fields["published"], date)
    assert fields["retrieved_at"].date() >= fields["published"]
    assert len(text.split()) >= 200
