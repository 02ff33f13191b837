"""Every rule has its paragraph in docs/rules.yaml, and every example there is judged as it says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import rules_page
from claimcheck import Label, Verdict
from claimcheck.finding import Relation

PACKAGE = Path(__file__).parents[1] / "src" / "claimcheck"
RULES = rules_page.read()
NAMES = [rule.name for rule in RULES.rules] + [check.name for check in RULES.checks]
EXAMPLES = [(rule, example) for rule in RULES.rules for example in rule.examples]
DECIDED = {row.row: row.label for row in RULES.decision}
WEIGHS = {
    "supported": {Relation.ENTAILS},
    "contradicted": {Relation.CONTRADICTS},
    "absent": {Relation.UNDETERMINED, Relation.UNSTATED},
}
# A rule's name as it stands in the code. Names of files look alike, and the sieves of the entities are no rules.
NAME = re.compile(
    r"(?!claimcheck\.|entity\.)[a-z]{3,}\.[a-z]+(-[a-z]+)*(?<!\.json)(?<!\.toml)(?<!\.lock)(?<!\.bin)(?<!\.db)(?<!\.css)"
)
# Parts of the package that judge nothing.
ELSEWHERE = frozenset({"cache", "cli", "retrieve", "drafts", "intake", "exchange", "curation"})


def trees() -> Iterator[ast.Module]:
    """The code that may name rules."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] not in ELSEWHERE:
            yield ast.parse(path.read_text(encoding="utf-8"))


def constants(node: ast.AST) -> Iterator[str]:
    for child in ast.walk(node):
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value


@cache
def named_in_code() -> set[str]:
    """Names that stand in the code whole, and those put together from a dimension and the rest of the name."""
    found: set[str] = set()
    for tree in trees():
        found.update(text for text in constants(tree) if NAME.fullmatch(text))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                for dimension, parameter in _put_together(function):
                    rests = {
                        text for rest in _given(tree, function, parameter) for text in _names(tree, rest)
                    }
                    found.update(f"{dimension}.{rest}" for rest in rests)
    return found


def _put_together(function: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    """f"quantity.{rule}" as "quantity" and the parameter "rule"."""
    parameters = {argument.arg for argument in function.args.args}
    for node in ast.walk(function):
        match node:
            case ast.JoinedStr(
                values=[ast.Constant(value=str() as start), ast.FormattedValue(value=ast.Name(id=name))]
            ) if name in parameters and re.fullmatch(r"[a-z]+\.", start):
                yield start[:-1], name


def _given(tree: ast.Module, function: ast.FunctionDef, parameter: str) -> Iterator[ast.expr]:
    """What the module's calls of a function or method give as one of its arguments."""
    names = [argument.arg for argument in function.args.args if argument.arg != "self"]
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and _called(call) == function.name:
            yield from call.args[names.index(parameter) :][:1]
            yield from (word.value for word in call.keywords if word.arg == parameter)


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _names(tree: ast.Module, given: ast.expr) -> Iterator[str]:
    """The texts an expression may come to: its own, and those that the functions called in it return."""
    values = [given.body, given.orelse] if isinstance(given, ast.IfExp) else [given]
    for value in values:
        if isinstance(value, ast.Call):
            for function in ast.walk(tree):
                if isinstance(function, ast.FunctionDef) and function.name == _called(value):
                    returned = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
                    for one in returned:
                        yield from _names(tree, one) if one is not None else ()
            for argument in value.args:
                yield from _names(tree, argument)
        elif isinstance(value, ast.IfExp):
            yield from _names(tree, value)
        elif isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


def test_every_rule_of_the_code_has_its_paragraph() -> None:
    lacking = sorted(named_in_code() - set(NAMES))
    assert not lacking, f"Say in docs/rules.yaml what these rules mean, with examples: {', '.join(lacking)}."


def test_every_paragraph_is_of_a_rule_in_the_code() -> None:
    gone = sorted(set(NAMES) - named_in_code())
    assert not gone, f"Take out of docs/rules.yaml, since the code names them no more: {', '.join(gone)}."
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.name)
def test_a_rule_is_explained_with_an_example_of_each_label(rule: rules_page.Rule) -> None:
    assert len(rule.means.split()) >= 10
    assert sorted(example.label for example in rule.examples) == sorted(label.value for label in Label)
    assert any(example.own for example in rule.examples), "no example is decided by the rule itself"


@pytest.fixture(scope="module")
def judged() -> Mapping[rules_page.Example, Verdict]:
    return rules_page.judge(RULES)


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: f"{row[0].name}: {row[1].statement}")
def test_an_example_is_judged_as_it_says(
    row: tuple[rules_page.Rule, rules_page.Example], judged: Mapping[rules_page.Example, Verdict]
) -> None:
    rule, example = row
    verdict = judged[example]
    assert verdict.label == example.label, f"by {verdict.rule}"
    found = {f.relation for f in verdict.findings if f.rule == rule.name}
    assert not example.own or verdict.rule == rule.name or found & WEIGHS[example.label], (
        f"decided by {verdict.rule}, and nothing of this rule weighs so"
    )


def test_what_the_examples_bring_out_is_in_the_page(judged: Mapping[rules_page.Example, Verdict]) -> None:
    found = {verdict.rule for verdict in judged.values()}
    found |= {finding.rule for verdict in judged.values() for finding in verdict.findings}
    assert found <= set(NAMES)
    rows = {(verdict.row, verdict.label.value) for verdict in judged.values()}
    assert rows <= set(DECIDED.items())


def test_the_page_is_as_made(judged: Mapping[rules_page.Example, Verdict]) -> None:
    written = rules_page.DATA.with_suffix(".md").read_text(encoding="utf-8")
    assert written == rules_page.page(RULES, judged), "docs/rules.md is behind: run scripts/build_docs.py"


def test_the_decision_table_has_the_rows_of_the_code() -> None:
    """Rows stand in the code as the last of a triple with a label, or as `row` of what is returned."""
    found: set[str] = set()
    for name in ("judge", "choose"):
        tree = ast.parse((PACKAGE / f"{name}.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            match node:
                case ast.Tuple(elts=[ast.Attribute(value=ast.Name(id="Label")), _, row]):
                    found.update(constants(row))
                case ast.keyword(arg="row", value=row):
                    found.update(constants(row))
                case ast.Assign(targets=[ast.Name(id="REWORDED" | "UNJOINED")], value=row):
                    found.update(constants(row))
    assert found == set(DECIDED)
