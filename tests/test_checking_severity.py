"""How what is found is reported, and names that mean nothing."""

from __future__ import annotations

import pytest

from claimcheck.checking.severity import Severities, misnamed
from claimcheck.config import FailOn, SeveritySetting

RULES = ("quantity.disjoint", "draft.arithmetic")


@pytest.mark.parametrize(
    ("fail_on", "level", "severity"),
    [
        ("contradicted", "contradicted", "error"),
        ("contradicted", "disputed", "warning"),
        ("contradicted", "absent", "note"),
        ("disputed", "disputed", "error"),
        ("absent", "absent", "error"),
        ("never", "contradicted", "error"),
        ("never", "absent", "note"),
    ],
)
def test_what_fails_is_an_error_and_the_rest_milder(fail_on: FailOn, level: FailOn, severity: str) -> None:
    assert Severities(fail_on, {}).of_level(level, "quantity.disjoint") == severity


@pytest.mark.parametrize("name", ["quantity.disjoint", "quantity", "contradicted"])
@pytest.mark.parametrize(("setting", "severity"), [("note", "note"), ("off", None)])
def test_a_rule_its_family_and_a_verdict_can_be_set(
    name: str, setting: SeveritySetting, severity: str | None
) -> None:
    assert (
        Severities("contradicted", {name: setting}).of_level("contradicted", "quantity.disjoint") == severity
    )


def test_a_problem_is_a_warning_unless_its_rule_or_family_is_set() -> None:
    assert Severities("contradicted", {}).of_rule("draft.arithmetic") == "warning"
    assert Severities("contradicted", {"draft": "error"}).of_rule("draft.arithmetic") == "error"
    assert Severities("contradicted", {"draft.arithmetic": "off"}).of_rule("draft.arithmetic") is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("quantity.disjoint", ""),
        ("draft", ""),
        ("unclaimed", ""),
        (
            "quantity.disjont",
            "severity: there is no rule 'quantity.disjont' (did you mean 'quantity.disjoint'?)",
        ),
    ],
)
def test_a_name_that_is_no_rule_is_told(name: str, said: str) -> None:
    assert misnamed({name: "off"}, RULES) == said
