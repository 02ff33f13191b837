"""Which code made what is kept: a digest of the modules that made it, of the lexicon and of the language model."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from claimcheck.parse import MODELS

PACKAGE = Path(__file__).parents[1]
READING = ("claimcheck.cache.analyse",)
"""The modules that make the readings of documents."""

_IMPORT = re.compile(rb"claimcheck((?:\.\w+)*)[ \t]+import[ \t]+(?:\(([^)]*)\)|([^\n]*))")
_NAME = re.compile(rb"(\w+)(?:[ \t]+as[ \t]+\w+)?[ \t]*(?:,|#[^\n]*|\Z|\n)")
_SAMPLE = 65536  # bytes of a large file's head and tail


@cache
def version_of(*modules: str) -> str:
    """A digest of modules of claimcheck, of all that they import of it, of its data, the language model and spaCy."""
    digest = sha256()
    files = _with_imports(modules)
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name] + b"\0")
    for path in sorted((PACKAGE / "data").glob("*.bin")):
        digest.update(_sample(path))
    digest.update(_model().encode())
    return digest.hexdigest()


def _with_imports(modules: tuple[str, ...]) -> dict[str, bytes]:
    """The modules and all they import, by name, each with its source."""
    paths = _paths()
    found: dict[str, bytes] = {}
    todo = [name for name in modules if name in paths]
    while todo:
        name = todo.pop()
        if name not in found:
            source = found[name] = paths[name].read_bytes()
            named = {name.rpartition(".")[0], *_imported(source)}
            todo.extend(other for other in named if other in paths)
    return found


def _paths() -> dict[str, Path]:
    """The modules of claimcheck by name."""
    found = {}
    for folder, _, files in os.walk(PACKAGE):
        parts = ("claimcheck", *Path(folder).relative_to(PACKAGE).parts)
        for file in files:
            if file.endswith(".py"):
                stem = () if file == "__init__.py" else (file.removesuffix(".py"),)
                found[".".join((*parts, *stem))] = Path(folder, file)
    del found["claimcheck"]  # the public API: it only passes on
    return found


def _imported(source: bytes) -> Iterator[str]:
    """What a source imports; of `from a import b` both a and a.b, which need be no module."""
    for match in _IMPORT.finditer(source):
        below, listed, line = match.groups()
        home = "claimcheck" + below.decode()
        yield home
        for name in _NAME.findall(listed or line):
            yield f"{home}.{name.decode()}"


def _sample(path: Path) -> bytes:
    """Size, head and tail: the head of the lexicon is an index that changes with its records."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(0)
        head = file.read(_SAMPLE)
        file.seek(max(0, size - _SAMPLE))
        return b"%d\0" % size + head + file.read(_SAMPLE)


def _model() -> str:
    """The language model's and spaCy's own version files, without importing either."""
    said = []
    for name, file in (*((model, "meta.json") for model in MODELS), ("spacy", "about.py")):
        spec = find_spec(name)
        beside = Path(spec.origin).parent / file if spec and spec.origin else None
        if beside and beside.is_file():
            said.append(f"{name} {sha256(beside.read_bytes()).hexdigest()}")
    return "\n".join(said)
