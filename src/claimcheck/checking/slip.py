"""What is found in drafts besides verdicts: a rule, a place, what is wrong there and what it is to be read with."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.report.places import Place, Related
from claimcheck.text import Span

ARITHMETIC = "draft.arithmetic"
INCONSISTENT = "draft.inconsistent"


@dataclass(frozen=True, slots=True)
class Slip:
    """Something wrong with the copy itself. `span` is its place in the draft's normalised text, `place` in the file.

    `message` is one sentence that names both values; `related` are the other places it is about.
    """

    rule: str
    span: Span
    place: Place
    message: str
    related: tuple[Related, ...] = ()
