"""What is found in drafts besides verdicts: a rule, a place, what is wrong there and what it is to be read with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from claimcheck.checking.fingerprint import Fingerprints
from claimcheck.checking.severity import Severities
from claimcheck.report.places import Place, Problem, Related
from claimcheck.text import Span

ARITHMETIC = "draft.arithmetic"
INCONSISTENT = "draft.inconsistent"


@dataclass(frozen=True, slots=True)
class Slip:
    """Something wrong with the copy itself. `span` is its place in the draft's normalised text, `place` in the file.

    `message` is one sentence that names both values; `related` are the other places it is about; `content` is what
    names the finding from run to run, free of lines.
    """

    rule: str
    span: Span
    place: Place
    message: str
    content: str
    related: tuple[Related, ...] = ()


def problems(slips: Iterable[Slip], severities: Severities, home: Callable[[str], str]) -> Iterator[Problem]:
    """The slips as reports have them, those of one draft in the order of its text.

    home: the name of a file as fingerprints know it.
    """
    names: dict[str, Fingerprints] = {}
    for slip in sorted(slips, key=lambda each: (each.place.path, each.span, each.rule)):
        named = names.setdefault(slip.place.path, Fingerprints(home(slip.place.path)))
        yield Problem(
            rule=slip.rule,
            severity=severities.of_rule(slip.rule),
            place=slip.place,
            message=slip.message,
            related=slip.related,
            fingerprint=named.of(slip.rule, slip.content),
            suppressed=None,
        )
