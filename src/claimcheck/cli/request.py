"""What was asked for on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimcheck.config import FailOn
from claimcheck.policy import Policy

Format = Literal["text", "json", "jsonl"]


@dataclass(frozen=True, slots=True)
class Request:
    """How to judge and print; `unit` is what an item's number counts: a line, or a statement among the arguments."""

    today: date
    format: Format
    fail_on: FailOn
    policy: Policy
    explain: bool
    unit: Literal["line", "statement"]
