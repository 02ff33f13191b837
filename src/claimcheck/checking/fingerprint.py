"""What names a finding from run to run: its file, what it is and its words, not its line."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePath

LENGTH = 20  # hexadecimal digits: 80 bits


@dataclass
class Fingerprints:
    """The fingerprints of one file; the same words said again get another one each time."""

    path: str
    _seen: Counter[tuple[str, str]] = field(default_factory=Counter)

    def of(self, what: str, text: str) -> str:
        """The fingerprint of the next finding of a kind or rule on these words; case and white space do not count."""
        words = " ".join(text.casefold().split())
        self._seen[what, words] += 1
        told = "\x00".join((self.path, what, words, str(self._seen[what, words])))
        return sha256(told.encode(errors="surrogatepass")).hexdigest()[:LENGTH]


def at_home(path: str, root: Path) -> str:
    """A file as it is called from the ledger's root, so that the folder a check is run in does not matter.

    A file outside the ledger is called as it was asked for.
    """
    whole, top = PurePath(os.path.realpath(path)), os.path.realpath(root)
    return whole.relative_to(top).as_posix() if whole.is_relative_to(top) else path
