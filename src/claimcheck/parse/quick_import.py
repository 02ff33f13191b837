"""spaCy imported without its command line, which is a third of the time that takes and no part of what is used here."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

_SPACY = "spacy"
_PACKAGE = f"{_SPACY}.cli"
_MODULE = f"{_PACKAGE}.info"


@contextmanager
def without_commands() -> Iterator[None]:
    """Let `import spacy` find empty modules for its command line; who imports that afterwards gets the real ones."""
    if _SPACY in sys.modules or _PACKAGE in sys.modules:
        yield
        return
    package, module = ModuleType(_PACKAGE), ModuleType(_MODULE)
    package.__path__ = []  # a package, so that its module is found below it
    module.info = _info  # type: ignore[attr-defined]
    empty = {_PACKAGE: package, _MODULE: module}
    sys.modules.update(empty)
    try:
        yield
    finally:
        for name, stand_in in empty.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


def _info(*given: object, **named: object) -> object:
    """`spacy.info`, which is the command's."""
    return import_module(_MODULE).info(*given, **named)
