"""Values of ours as bytes, and back: for files that anyone may have written.

A sealed value is a CRC-32 of what follows, then a pickle that may name nothing but this package's own dataclasses and
enumerations, of modules that are loaded already, and a few value types of the standard library; each is made by calling
its class with its fields. So a crafted file can hold wrong readings but cannot run code, and a damaged one is found out
before it is read.
"""

from __future__ import annotations

import io
import pickle
import sys
import zlib
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from types import FunctionType, MappingProxyType
from typing import Any

from claimcheck.cache.damage import DamagedError


def read_only(given: dict[object, object]) -> MappingProxyType[object, object]:
    """A read-only mapping, whose own class cannot be named in a pickle."""
    return MappingProxyType(given)


_VALUES: dict[tuple[str, str], Callable[..., object]] = {
    (kind.__module__, kind.__qualname__): kind
    for kind in (Decimal, date, datetime, time, timedelta, read_only)
}
_CRC = 4
_UNREADABLE = (
    pickle.UnpicklingError,
    ArithmeticError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)


def seal(value: object) -> bytes:
    """`value` as bytes. TypeError where it holds an object that may not be kept."""
    out = io.BytesIO()
    _Pickler(out, pickle.HIGHEST_PROTOCOL).dump(value)
    return stamp(out.getvalue())


def unseal(data: bytes) -> object:
    """The value of sealed bytes; DamagedError where they are not what `seal` gave, or name what may not be kept."""
    payload = checked(data)
    try:
        value: object = _Unpickler(io.BytesIO(payload)).load()
    except _UNREADABLE as error:
        raise DamagedError(f"a kept value cannot be read: {error}") from error
    return value


def stamp(payload: bytes) -> bytes:
    """Bytes with their checksum before them."""
    return zlib.crc32(payload).to_bytes(_CRC, "little") + payload


def checked(data: bytes) -> bytes:
    """What `stamp` was given; DamagedError where the checksum does not fit."""
    payload = data[_CRC:] if isinstance(data, bytes) else b""
    if not payload or zlib.crc32(payload) != int.from_bytes(data[:_CRC], "little"):
        raise DamagedError("a kept value does not fit its checksum")
    return payload


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: object) -> tuple[Callable[..., object], tuple[object, ...]]:
        kind = type(value)
        if isinstance(value, Enum):
            _allowed(kind)
            return kind, (value.value,)
        if is_dataclass(kind):
            return kind, _arguments(value, _kept_fields(kind))
        if isinstance(value, MappingProxyType):
            return read_only, (dict(value),)
        named = value if isinstance(value, type | FunctionType) else kind
        if (named.__module__, named.__qualname__) in _VALUES or (
            named is value and _is_ours(named.__module__)
        ):
            return NotImplemented  # type: ignore[no-any-return]  # the ordinary way: by name, and with the arguments of its own
        raise TypeError(f"{kind.__module__}.{kind.__qualname__} cannot be kept in the cache")


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Callable[..., object]:
        return _named(module, name)


@cache
def _named(module: str, name: str) -> Callable[..., object]:
    """The class of that name, if it is one that may be kept; never any other object. Imports nothing."""
    if (module, name) in _VALUES:
        return _VALUES[module, name]
    if _is_ours(module) and name.isidentifier():
        kind = getattr(sys.modules.get(module), name, None)
        if (
            isinstance(kind, type)
            and kind.__module__ == module
            and (is_dataclass(kind) or issubclass(kind, Enum))
        ):
            return kind
    raise pickle.UnpicklingError(f"{module}.{name} may not be kept")


def _is_ours(module: str) -> bool:
    return module.startswith("claimcheck.")


def _allowed(kind: type) -> None:
    if not _is_ours(kind.__module__) or "." in kind.__qualname__:
        raise TypeError(f"{kind.__module__}.{kind.__qualname__} cannot be kept in the cache")


@cache
def _kept_fields(kind: type) -> tuple[Field[Any], ...]:
    _allowed(kind)
    found = fields(kind)
    for field in found:
        if not field.init or field.kw_only:
            raise TypeError(f"{kind.__qualname__}.{field.name} cannot be kept: not an argument by position")
    return found


def _arguments(value: object, kept: tuple[Field[Any], ...]) -> tuple[object, ...]:
    """The field values to make an equal object with; trailing ones that are the default are left away.

    A field that is not compared holds what was worked out from the others, and starts afresh.
    """
    given = [getattr(value, f.name) if f.compare else _default(f) for f in kept]
    stop = len(given)
    while stop and _is_default(kept[stop - 1], given[stop - 1]):
        stop -= 1
    return tuple(sys.intern(v) if type(v) is str else v for v in given[:stop])


def _default(field: Field[Any]) -> object:
    found: object = field.default_factory() if field.default_factory is not MISSING else field.default
    return found


def _is_default(field: Field[Any], value: object) -> bool:
    if field.default is MISSING and field.default_factory is MISSING:
        return False
    default = _default(field)
    return type(value) is type(default) and bool(value == default)
