"""How what is found is reported: by --fail-on, unless the configuration says otherwise for a rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimcheck.config import FailOn, SeveritySetting
from claimcheck.fields import nearest
from claimcheck.report.filling import SEVERITIES as LEVELS
from claimcheck.report.places import Severity

KIND: Mapping[FailOn, str] = {
    "contradicted": "contradicted",
    "disputed": "disputed",
    "absent": "unclaimed",
}
_MILDER: Mapping[FailOn, Severity] = {"contradicted": "warning", "disputed": "warning", "absent": "note"}


@dataclass(frozen=True)
class Severities:
    """`fail_on` is the mildest level that is an error; `settings` give a rule, or a kind of verdict, its own."""

    fail_on: FailOn
    settings: Mapping[str, SeveritySetting]

    def of_level(self, level: FailOn | None, rule: str) -> Severity | None:
        """For a verdict of a level by a rule; None where it is not reported."""
        if level is None:
            return None
        set_ = self._set(rule) or self.settings.get(KIND[level])
        if set_ is not None:
            return None if set_ == "off" else set_
        # `never` changes the exit code, not what the findings are.
        worst: FailOn = "contradicted" if self.fail_on == "never" else self.fail_on
        return "error" if LEVELS.index(level) <= LEVELS.index(worst) else _MILDER[level]

    def of_rule(self, rule: str, usual: Severity = "warning") -> Severity | None:
        """For a problem by its rule, `usual` unless set otherwise; None where it is not reported."""
        set_ = self._set(rule)
        if set_ is None:
            return usual
        return None if set_ == "off" else set_

    def _set(self, rule: str) -> SeveritySetting | None:
        """What is set for a rule, or for all rules of its family ("quantity")."""
        return self.settings.get(rule) or self.settings.get(rule.split(".")[0])


def misnamed(settings: Iterable[str], rules: Iterable[str]) -> str:
    """What is wrong with the names that severities are set for; empty where each is a rule, a family or a verdict."""
    known = [*(name for rule in rules for name in (rule, rule.split(".")[0])), *KIND.values()]
    wrong = next((name for name in settings if name not in known), None)
    if wrong is None:
        return ""
    near = nearest(wrong, known)
    hint = f"did you mean {near!r}?" if near else "the rules are in docs/rules.md"
    return f"severity: there is no rule {wrong!r} ({hint})"
