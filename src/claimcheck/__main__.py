"""The `claimcheck` command, and `python -m claimcheck`: the command line in a process of its own."""

from __future__ import annotations

import atexit
import os
import sys
from contextlib import suppress

from claimcheck.cli import main
from claimcheck.memory import collect_seldom


def run() -> None:
    """Run the command line and end the process at once: taking the language model apart takes a quarter of a second."""
    collect_seldom()
    try:
        main(prog_name="claimcheck")
    except SystemExit as end:
        if not isinstance(end.code, int):
            raise
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError, OSError, ValueError):  # none, one whose reader has gone, or closed
                stream.flush()
        os._exit(end.code)


if __name__ == "__main__":
    run()
