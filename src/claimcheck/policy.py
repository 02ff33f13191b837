"""What an editor may set: how wide "about" is, how bounds are read. Every report prints it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

POLICY_VERSION = "1"

Bounds = Literal["strict", "pragmatic"]


@dataclass(frozen=True, slots=True)
class Policy:
    """The settings a verdict depends on.

    band: share of N that "about N" spreads to each side (0.05 is 5%);
    band_limit: the widest that share may grow when widened to half a unit of the last significant digit;
    bounds: "strict" reads "more than V" as (V, ∞); "pragmatic" as (V, V + one unit of V's last significant digit).
    """

    band: Decimal = Decimal("0.05")
    band_limit: Decimal = Decimal("0.10")
    bounds: Bounds = "strict"
    version: str = POLICY_VERSION


DEFAULT = Policy()
