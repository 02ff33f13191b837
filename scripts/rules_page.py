"""docs/rules.md, and what formats show of a rule: what each means, with an example of each label, from docs/rules.yaml.

The examples are judged on the way, so that the page tells which rule decides each.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from claimcheck import Verdict
from claimcheck.check import compare_parsed
from claimcheck.finding import Relation
from claimcheck.parse import parse_many

DATA = Path(__file__).parents[1] / "docs" / "rules.yaml"
OPENING = """\
# Rules

<!-- Made by scripts/build_docs.py from docs/rules.yaml. -->

Every finding bears the name of the rule that made it: it stands behind `why` and in the tables of `--explain`, and is
`rule` in JSON. Names stay the same from one version to the next. The words used here are those of the
[glossary](glossary.md).

A rule says how one dimension of the evidence bears on the statement: it `entails` it, `contradicts` it, leaves it
`undetermined`, or is silent (`unstated`). Findings alone give no label; the decision table does.

Each rule is shown with a statement of each label. The last column names the rule that decided. Where that is another,
the rule explained is one of the findings, or the label is what the same evidence comes to without it.

## The decision table

`verify --explain` prints, as `decision`, the row that fired; in JSON it is `reason`.

| row | label | when |
| --- | --- | --- |
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the decision table, as reports print it."""

    row: str
    label: str
    when: str


@dataclass(frozen=True, slots=True)
class Example:
    """What a piece of evidence says of one statement; `own`: by the rule that is explained, not by another."""

    evidence: str
    label: str
    statement: str
    own: bool
    published: date | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with its paragraph and its examples."""

    name: str
    dimension: str
    means: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """What `check` or `audit` finds besides verdicts, with its paragraph; `about` heads it with its like."""

    name: str
    about: str
    means: str


@dataclass(frozen=True, slots=True)
class Rules:
    """All of docs/rules.yaml; `dimensions` says in a sentence what each is about."""

    decision: tuple[Row, ...]
    dimensions: dict[str, str]
    rules: tuple[Rule, ...]
    checks: tuple[Check, ...]


def read() -> Rules:
    """The rules as docs/rules.yaml has them."""
    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return Rules(
        tuple(Row(**row) for row in data["decision"]),
        {group["dimension"]: group["about"] for group in data["dimensions"]},
        tuple(
            Rule(rule["rule"], group["dimension"], rule["means"], _examples(rule["examples"]))
            for group in data["dimensions"]
            for rule in group["rules"]
        ),
        tuple(
            Check(rule["rule"], group["about"], rule["means"])
            for group in data["checks"]
            for rule in group["rules"]
        ),
    )


def _examples(groups: list[dict[str, Any]]) -> tuple[Example, ...]:
    found = []
    for group in groups:
        for label, statement, *otherwise in group["statements"]:
            own = otherwise != ["otherwise"]
            found.append(Example(group["evidence"], label, statement, own, group.get("published")))
    return tuple(found)


def judge(rules: Rules) -> dict[Example, Verdict]:
    """The verdict on every example, all texts parsed at once."""
    examples = [example for rule in rules.rules for example in rule.examples]
    texts = list(dict.fromkeys(text for one in examples for text in (one.statement, one.evidence)))
    parsed = dict(zip(texts, parse_many(texts), strict=True))
    return {
        one: compare_parsed(
            one.statement,
            parsed[one.statement],
            one.evidence,
            parsed[one.evidence],
            published=one.published,
        )
        for one in examples
    }


def page(rules: Rules, judged: Mapping[Example, Verdict]) -> str:
    """The page itself."""
    parts = [OPENING + "".join(f"| {row.row} | `{row.label}` | {row.when} |\n" for row in rules.decision)]
    for dimension, about in rules.dimensions.items():
        parts.append(f"## {dimension}\n\n{about}\n")
        parts += [_section(rule, judged) for rule in rules.rules if rule.dimension == dimension]
    for about in dict.fromkeys(check.about for check in rules.checks):
        parts.append(f"## {about}\n")
        parts += [f"### `{check.name}`\n\n{check.means}\n" for check in rules.checks if check.about == about]
    return "\n".join(parts)


def help_texts(rules: Rules) -> str:
    """The paragraphs by rule, as the package carries them for formats that explain rules."""
    found = {rule.name: " ".join(rule.means.split()) for rule in rules.rules}
    found |= {check.name: " ".join(check.means.split()) for check in rules.checks}
    return json.dumps(dict(sorted(found.items())), indent=0, ensure_ascii=False) + "\n"


def _section(rule: Rule, judged: Mapping[Example, Verdict]) -> str:
    text = f"### `{rule.name}`\n\n{rule.means}\n"
    relations = _relations(rule, judged)
    if relations:
        text += f"\nRelation: {', '.join(f'`{relation}`' for relation in relations)}.\n"
    for evidence in dict.fromkeys(example.evidence for example in rule.examples):
        text += _table([one for one in rule.examples if one.evidence == evidence], judged)
    return text


def _relations(rule: Rule, judged: Mapping[Example, Verdict]) -> list[Relation]:
    """The relations it is shown to have; none for a rule of the verdict alone, which is no finding's."""
    found = [f for one in rule.examples if one.own for f in judged[one].findings if f.rule == rule.name]
    return [relation for relation in Relation if any(f.relation is relation for f in found)]


def _table(examples: list[Example], judged: Mapping[Example, Verdict]) -> str:
    day = examples[0].published
    note = f" (published on {day:%A}, {day.day} {day:%B %Y})" if day else ""
    lines = [
        f"\n> {examples[0].evidence}{note}\n",
        "| label | statement | decided by |",
        "| --- | --- | --- |",
    ]
    lines += [f"| `{one.label}` | {one.statement} | `{judged[one].rule}` |" for one in examples]
    return "\n".join(lines) + "\n"
