"""The ledger's configuration: `claimcheck.toml`, or `[tool.claimcheck]` in `pyproject.toml`; the first one wins.

fail_on = "contradicted"        # contradicted, disputed, absent or never

[folders]
claims = "claims"
sources = "sources"
originals = "originals"         # the files that sources were made from

[policy]
band = 0.05                     # how far "about N" spreads to each side, as a share of N
band_limit = 0.10
bounds = "strict"               # strict or pragmatic

[check]
min_coverage = 0                # share of the checkable statements of drafts that must be supported
ignore = ["drafts/archive/"]    # as in .claimcheckignore

[audit]
require_reviewer = false        # whether an accepted claim must name one

[severity]                      # error, warning, note or off, by rule or by "contradicted", "disputed", "unclaimed"
"quantity.rounded" = "note"

[aliases]
"United States" = ["U.S.", "America"]
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from claimcheck.errors import LedgerError
from claimcheck.fields import Aliases, Complaint, alias_pairs, complaint
from claimcheck.policy import DEFAULT, Bounds, Policy

CONFIG_NAME = "claimcheck.toml"
PROJECT_NAME = "pyproject.toml"

FailOn = Literal["contradicted", "disputed", "absent", "never"]
SeveritySetting = Literal["error", "warning", "note", "off"]


@dataclass(frozen=True, slots=True)
class Folders:
    """Where claims, sources and the files these were made from are, relative to the ledger's root.

    ValueError for a path that leads out of it.
    """

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012

    claims: str = "claims"
    sources: str = "sources"
    originals: str = "originals"

    def __post_init__(self) -> None:
        for name in ("claims", "sources", "originals"):
            path = PurePosixPath(getattr(self, name))
            if path.is_absolute() or ".." in path.parts or not getattr(self, name).strip():
                raise ValueError(f"{name} must be a folder of the ledger, not {getattr(self, name)!r}")


@dataclass(frozen=True, slots=True)
class PolicySettings:
    """What may be set of `policy.Policy`; ValueError unless 0 <= band <= band_limit < 1."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012

    band: Decimal = DEFAULT.band
    band_limit: Decimal = DEFAULT.band_limit
    bounds: Bounds = DEFAULT.bounds

    def __post_init__(self) -> None:
        if not 0 <= self.band <= self.band_limit < 1:
            raise ValueError(
                f"band ({self.band}) and band_limit ({self.band_limit}) must be shares, the first the smaller"
            )


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What drafts are held to; ValueError unless 0 <= min_coverage <= 1."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012

    min_coverage: Decimal = Decimal(0)
    ignore: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.min_coverage <= 1:
            raise ValueError(f"min_coverage ({self.min_coverage}) must be a share between 0 and 1")


@dataclass(frozen=True, slots=True)
class AuditSettings:
    """What the ledger is held to."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012

    require_reviewer: bool = False


@dataclass(frozen=True, slots=True)
class Config:
    """Everything the file may say; the defaults are those of a ledger that has none."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012

    folders: Folders = field(default_factory=Folders)
    policy: PolicySettings = field(default_factory=PolicySettings)
    check: CheckSettings = field(default_factory=CheckSettings)
    audit: AuditSettings = field(default_factory=AuditSettings)
    severity: dict[str, SeveritySetting] = field(default_factory=dict)
    fail_on: FailOn = "contradicted"
    aliases: Aliases = ()

    def as_policy(self) -> Policy:
        """The policy that verdicts are reached by."""
        return Policy(band=self.policy.band, band_limit=self.policy.band_limit, bounds=self.policy.bounds)


_KEYS: dict[str, tuple[str, ...]] = {
    "": tuple(each.name for each in fields(Config)),
    "folders": tuple(each.name for each in fields(Folders)),
    "policy": tuple(each.name for each in fields(PolicySettings)),
    "check": tuple(each.name for each in fields(CheckSettings)),
    "audit": tuple(each.name for each in fields(AuditSettings)),
    "severity": (),
}


def config_path(root: Path) -> Path | None:
    """The file that configures a ledger in this folder; None where neither file does. Raises as `read_config`."""
    own, project = root / CONFIG_NAME, root / PROJECT_NAME
    if own.is_file():
        return own
    if project.is_file() and _table(project) is not None:
        return project
    return None


def read_config(path: Path | None) -> Config:
    """The configuration in a file, the default for None.

    Raises LedgerError, with file and key, for what cannot be read or is not TOML and for unknown keys and wrong values.
    """
    table = _table(path) if path else None
    if path is None or table is None:
        return Config()
    prefix = "in tool.claimcheck, " if path.name == PROJECT_NAME else ""
    try:
        aliases = alias_pairs(table.get("aliases", {}))
    except ValueError as error:
        raise LedgerError(f"{path}: {prefix}{error}") from error
    found = _validated({**table, "aliases": aliases})
    if isinstance(found, Complaint):
        raise LedgerError(f"{path}: {prefix}{found.message}")
    return found


def _validated(table: dict[str, Any]) -> Config | Complaint:
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(Config).validate_python(table)
    except ValidationError as error:
        found = complaint(error, lambda path: _KEYS[".".join(map(str, path[:-1]))])
        table_name = str(found.path[0]) if found.path[0] in _KEYS else ""
        named = found.message.startswith(table_name)
        return found if named else Complaint(found.path, f"{table_name}: {found.message}")


def _table(path: Path) -> dict[str, Any] | None:
    """The file's settings; None for a project file that has none."""
    try:
        whole = tomllib.loads(path.read_bytes().decode("utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise LedgerError(
            f"{path}: byte 0x{error.object[error.start]:02x} is not UTF-8: save the file as UTF-8"
        ) from error
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read ({error.strerror or error})") from error
    except tomllib.TOMLDecodeError as error:
        raise LedgerError(f"{path}: this is not TOML: {error}") from error
    if path.name != PROJECT_NAME:
        return whole
    tool = whole.get("tool")
    table = tool.get("claimcheck") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise LedgerError(f"{path}: tool.claimcheck must be a table of keys and values")
    return table
