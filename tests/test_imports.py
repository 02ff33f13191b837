"""The code reads in one direction: a module imports only what stands before it in the reading order."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from importlib import metadata
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "claimcheck"

# The reading order, top to bottom and left to right. A folder counts as one name; within it the only rule is
# that no two modules import each other. `__init__` is the public API: only the command line imports it.
ORDER = """
    errors  memory  processes  spill  text  tokens  finding  policy
    yamltext  fields  sources  surroundings  near  anchor
    claim  claimtext  claimfile  claimfields  claimsplice  claimedit
    config  disk  store  rewriting  problems  scaffold
    dimensions  lexicon
    entities
    lemmas  sentences  tails  bearings  openings  misread  misrooted  misjoined  mistagged  unmarked  works  parse
    gapping  compounding  controlling  companions  enacted  sharing  graph  lore  siblings  phrases  reading
    links  trend  stamps  counting_on  relate  unnamed  align  passages
    account  case  extents  things  favour  two_ways  bind  order  causes  earlier  own_dates  dating  groups  figures
    parts  limits  allowed  forecasts  either  wholes  abreast  enumerated  compared  counted_out  periods  firmness
    rounded  reckoned  versions  values  tolls  casualties  lifetimes  spans
    apiece  life_events  spells  later_on  margins  worked_back  each_and_all  frequencies  remainders  worked_out
    unsaid  ratings  ranks  reception
    movement  over_time  outdone  scenes  excluded  occupants  another_name  slots  speakers  voices
    directions  bridging  bearers  placing  undone  opposites  turned_about
    distinct  happenings  dated_events  lone_slots  unpartnered  words
    states  norms  expected  casting  sorts  callings  genres  fillers  retold  doers  transparent
    nobody  provided  reworded  ended
    predicated  set_figures  phases  deeds  refuted
    scoping  anybody  duties  quoting  generic  dated_plans  asserted  affirming  complements  frame
    weakened  narrowed  topic  titled
    pairing  mixed  whose  restricted  connected  likened  attached  meant  doing  vacuous  vocations
    elsewhere  crossed  ruled_out  sequence  side_by_side  another_event
    verdict  steps  unjoined  paraphrase  judge  choose
    cache  retrieve  check
    extract
    report  drafts  checking
    intake  exchange  curation  stats  auditing
    render
    __init__
    cli  __main__
"""
PLACE = {name: place for place, name in enumerate(ORDER.split())}

# Packages that have one home; whatever is not named here may be imported anywhere.
ONLY_IN = {"spacy": "parse", "thinc": "parse"}
# Elsewhere these are imported in the function that needs them.
LOADED_ONLY_IN = {"click": "cli", "rich": "cli"}
SLOW = {"spacy", "thinc", "click", "rich"}

VAGUE_NAMES = {"utils", "util", "helpers", "helper", "core", "manager", "engine", "common", "misc", "base"}
LONGEST_FILE = 350
LONGEST_FUNCTION = 70


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module, as written in `path`. `loaded`: importing the module runs this import."""

    path: Path
    line: int
    module: str
    loaded: bool

    @property
    def where(self) -> str:
        return f"src/claimcheck/{self.path.relative_to(PACKAGE)}:{self.line}"


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def layer(path: Path) -> str:
    """The name under which a file stands in ORDER: its own or its folder's."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def dotted(path: Path) -> str:
    """The name a file is imported by."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {dotted(path): path for path in modules()}


def imports(path: Path) -> Iterator[Import]:
    """Every import of a file, the ones in functions and for the type checker included."""
    yield from _imports(path, ast.parse(path.read_text(encoding="utf-8")), loaded=True)


def _imports(path: Path, node: ast.AST, loaded: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(path, child.lineno, alias.name, loaded) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            for alias in child.names:
                whole = f"{child.module}.{alias.name}"
                yield Import(path, child.lineno, whole if whole in NAMES else str(child.module), loaded)
        else:
            deferred = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or (
                isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
            )
            yield from _imports(path, child, loaded and not deferred)


def own(path: Path) -> Iterator[Import]:
    return (found for found in imports(path) if found.module.split(".")[0] == "claimcheck")


def test_every_module_has_a_place_in_the_reading_order() -> None:
    there = {layer(path) for path in modules()}
    lost, gone = sorted(there - PLACE.keys()), sorted(PLACE.keys() - there)
    assert not lost, (
        f"Say in ORDER (tests/test_imports.py) where these come in the reading order: {', '.join(lost)}."
    )
    assert not gone, f"Take out of ORDER (tests/test_imports.py) what is no more: {', '.join(gone)}."


def test_imports_point_one_way() -> None:
    wrong = []
    for path in modules():
        here = layer(path)
        for found in own(path):
            there = found.module.split(".")[1] if "." in found.module else "__init__"
            if here != there and PLACE.get(there, len(PLACE)) >= PLACE.get(here, -1):
                wrong.append(
                    f"{found.where}: {here} comes before {there} in the reading order, so cannot import it."
                )
    assert not wrong, "\n".join(wrong)


def test_no_two_modules_import_each_other() -> None:
    graph = {dotted(path): {found.module for found in own(path)} - {dotted(path)} for path in modules()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"These import each other in a ring: {' <- '.join(error.args[1])}.")


def test_packages_with_one_home_are_imported_only_there() -> None:
    wrong = []
    for found in (found for path in modules() for found in imports(path)):
        here, package = layer(found.path), found.module.split(".")[0]
        if here != ONLY_IN.get(package, here):
            wrong.append(f"{found.where}: only {ONLY_IN[package]} may import {package}.")
        if found.loaded and here != LOADED_ONLY_IN.get(package, here):
            wrong.append(f"{found.where}: import {package} in the function that needs it.")
    assert not wrong, "\n".join(wrong)


def test_what_is_imported_is_declared() -> None:
    project = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=!~;\[ ]", need)[0].lower() for need in project["dependencies"]}
    homes = metadata.packages_distributions()
    wrong = []
    for found in (found for path in modules() for found in imports(path)):
        package = found.module.split(".")[0]
        if package in sys.stdlib_module_names or package == "claimcheck":
            continue
        if not declared & {home.lower() for home in homes.get(package, ())}:
            wrong.append(f"{found.where}: {package} is not among the dependencies in pyproject.toml.")
    assert not wrong, "\n".join(wrong)


def test_importing_claimcheck_loads_nothing_slow() -> None:
    code = "import sys, claimcheck; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "claimcheck" in loaded
    assert not loaded & SLOW


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_a_module_has_a_telling_name_and_a_readable_length(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert path.stem not in VAGUE_NAMES, f"{path.stem} says nothing of what is inside."
    lines = len(text.splitlines())
    assert lines <= LONGEST_FILE, f"{dotted(path)} has {lines} lines: split it where it grew."
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{dotted(path)}.{node.name} has {length} lines: split it."
