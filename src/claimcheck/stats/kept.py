"""What was found in texts, kept in the ledger's cache by their content, as parsing them takes long."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from claimcheck.disk import CACHE_FOLDER, make_cache_folder, write_atomically
from claimcheck.errors import LedgerError

FILE = "stats.json"
Found = list[Any]


class Kept:
    """A table of JSON lists. What cannot be read, or was made by other code, is forgotten; so is what is not used.

    version: a digest of the code that makes them.
    """

    def __init__(self, root: Path, version: str) -> None:
        self._root, self._version = root, version
        self._old = self._read()
        self._new: dict[str, Found] = {}

    def get(self, *content: object) -> Found | None:
        """What was found in a text, or whatever the content is; None where that is not known."""
        key = _key(content)
        found = self._old.get(key)
        if found is not None:
            self._new[key] = found
        return found

    def put(self, found: Found, *content: object) -> None:
        """Keep what was found."""
        self._new[_key(content)] = found

    def save(self) -> None:
        """Write what was used and found, if it is other than what was read; not where it cannot be written."""
        if self._new != self._old:
            with suppress(LedgerError):
                whole = {"version": self._version, "found": self._new}
                text = json.dumps(whole, ensure_ascii=True, separators=(",", ":"))
                write_atomically(make_cache_folder(self._root) / FILE, text)

    def _read(self) -> dict[str, Found]:
        with suppress(OSError, ValueError, LookupError, TypeError, AttributeError):
            whole = json.loads((self._root / CACHE_FOLDER / FILE).read_bytes())
            if whole["version"] == self._version:
                return {str(key): list(value) for key, value in whole["found"].items()}
        return {}


def _key(content: tuple[object, ...]) -> str:
    return sha256(repr(content).encode(errors="surrogatepass")).hexdigest()[:32]
