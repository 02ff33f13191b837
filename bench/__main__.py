"""`python -m bench COMMAND`: the commands of the benchmark."""

from __future__ import annotations

import argparse
import sys
from types import ModuleType

from bench import (
    audit,
    clean,
    documents,
    drafts,
    fuzz,
    mutations,
    pairs,
    peers,
    repeat,
    roundtrip,
    speed,
    suite,
)
from bench.ledgers import CommandError
from bench.revision import RevisionError
from bench.rows import DataError

COMMANDS: dict[str, ModuleType] = {
    "suite": suite,
    "pairs": pairs,
    "peers": peers,
    "speed": speed,
    "drafts": drafts,
    "repeat": repeat,
    "fuzz": fuzz,
    "documents": documents,
    "clean": clean,
    "roundtrip": roundtrip,
    "mutations": mutations,
    "audit": audit,
}


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 2 where the data or claimcheck itself failed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure claimcheck.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, module in COMMANDS.items():
        doc = (module.__doc__ or "").split("\n\n")[0].split(": ", 1)[1]
        module.add_arguments(commands.add_parser(name, help=doc, description=doc))
    args = parser.parse_args(arguments)
    try:
        return int(COMMANDS[args.command].run(args))
    except (DataError, CommandError, RevisionError) as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
