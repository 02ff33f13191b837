"""Standard output as it is: how wide, in which encoding, with colour or without."""

from __future__ import annotations

import os
import shutil
import sys
from typing import BinaryIO

from claimcheck.errors import ClaimcheckError
from claimcheck.render.plain import Style

NARROW, WIDE = 40, 100  # columns within which text for a terminal is kept


def stdout() -> BinaryIO:
    """Standard output for bytes. Raises ClaimcheckError where there is none."""
    if sys.stdout is None:
        raise ClaimcheckError("standard output is closed")
    return sys.stdout.buffer


def encoding() -> str:
    """In which text is printed; what it lacks is written by number."""
    return sys.stdout.encoding or "utf-8"


def style() -> Style:
    """Colour and width for a terminal, unless NO_COLOR is set; marks in characters that can be written."""
    try:
        "«»".encode(encoding())
        marks = ("«", "»")
    except (UnicodeEncodeError, LookupError):
        marks = (">>", "<<")
    if not sys.stdout.isatty():
        return Style(False, 0, *marks)
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = min(max(shutil.get_terminal_size().columns, NARROW), WIDE)
    return Style(colour, width, *marks)
