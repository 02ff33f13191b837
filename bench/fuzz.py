"""`python -m bench fuzz`: broken drafts, read one by one: no traceback, no hang, no place that is not there.

Each input is made from its number and the seed alone, so that one that fails can be made again with --index.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from multiprocessing.connection import Connection
from time import perf_counter

from bench import fuzz_seeds as seeds
from bench.fuzz_places import complaints
from bench.rows import DataError
from bench.table import table

SUFFIXES = {"md": ".md", "html": ".html", "rst": ".rst", "txt": ".txt", "docx": ".docx"}
TEXTS: dict[str, Sequence[str]] = {
    "md": seeds.MARKDOWN, "html": seeds.HTML, "rst": seeds.RST, "txt": [*seeds.MARKDOWN, *seeds.RST],
    "front": seeds.FRONT, "docx": seeds.WORD,
}  # fmt: skip
SCRAPS: dict[str, Sequence[str]] = {**seeds.SCRAPS, "txt": seeds.SCRAPS["md"], "docx": seeds.WORD_SCRAPS}
_ELEMENT = re.compile(r"<(w:p|w:r|w:t|w:tr|w:tc|w:tbl)>(?:(?!<\1>).)*?</\1>", re.DOTALL)
_SAFE = [each for each in seeds.ODD if not re.search("[\x00-\x08\x0b-\x1f\ufffe]", each)]


@dataclass
class Tally:
    """What came of the inputs of one format."""

    read: int = 0
    refused: int = 0
    failed: list[tuple[int, str]] = field(default_factory=list)
    slowest: float = 0.0
    slowest_index: int = -1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--count", type=int, default=10_000, metavar="N", help="inputs of all formats together"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--formats", default=",".join(SUFFIXES), help="some of %(default)s")
    parser.add_argument("--limit", type=float, default=10.0, metavar="SECONDS", help="for one input")
    parser.add_argument(
        "--judge", type=int, default=0, metavar="N", help="parse the sentences of N inputs too"
    )
    parser.add_argument(
        "--index", type=int, metavar="N", help="only this input; what it is goes to standard output"
    )


def run(args: argparse.Namespace) -> int:
    formats = args.formats.split(",")
    unknown = [name for name in formats if name not in SUFFIXES]
    if unknown:
        raise DataError(f"no such format: {', '.join(unknown)} (there are {', '.join(SUFFIXES)})")
    if args.index is not None:
        return show(args.seed, formats, args.index)
    tallies = {name: Tally() for name in formats}
    for index, seconds, outcome in outcomes(args.seed, formats, args.count, args.judge, args.limit):
        add(tallies[formats[index % len(formats)]], index, seconds, outcome)
    report(tallies)
    return 1 if any(tally.failed for tally in tallies.values()) else 0


def made(seed: int, kind: str, index: int) -> bytes:
    """The input of a number."""
    chance = random.Random(f"{seed}:{index}")
    fronted = kind != "docx" and chance.random() < 0.05
    text = chance.choice(TEXTS["front" if fronted else kind])
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8, 20))):
        text = word_mutated(text, chance) if kind == "docx" else mutated(text, kind, chance)
    if kind == "docx":
        return broken(seeds.word_file(text), chance, 0.1)
    if chance.random() < 0.2:
        text = text.replace("\n", chance.choice(("\r\n", "\r")))
    encoding = "utf-16" if chance.random() < 0.02 else "utf-8"
    return broken(("\ufeff" * (chance.random() < 0.05) + text).encode(encoding), chance, 0.03)


def mutated(text: str, kind: str, chance: random.Random) -> str:
    """A text with one thing broken."""
    start, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    end = min(end, start + chance.choice((1, 3, 10, 40, 200)))
    part = text[start:end]
    scrap = chance.choice(SCRAPS[kind] if chance.random() < 0.7 else seeds.ODD)
    what = chance.randrange(7)
    if what == 0:
        part = ""
    elif what == 1:
        part = scrap
    elif what == 2:
        part += scrap * chance.choice((1, 1, 2, 10, 300))
    elif what == 3:
        part *= chance.choice((2, 3, 30, 100))
    elif what == 4:
        part = f"{scrap}{part}{chance.choice(SCRAPS[kind])}"
    elif what == 5:
        other = chance.choice(TEXTS[kind])
        at = chance.randrange(len(other))
        part = other[at : at + chance.choice((5, 50, 400))]
    else:
        return text[:start] if chance.random() < 0.2 else text[:start] + text[end:] + part
    return (text[:start] + part + text[end:])[:200_000]


def word_mutated(xml: str, chance: random.Random) -> str:
    """A Word document's body with one element broken; mostly it stays well formed, for else it is refused at once."""
    if chance.random() < 0.1:
        return mutated(xml, "docx", chance)
    element = chance.choice([*_ELEMENT.finditer(xml)] or [re.match("", xml)])
    assert element is not None
    whole, scrap = element[0], chance.choice(seeds.WORD_SCRAPS)
    name = chance.choice(
        ("w:ins", "w:sdt", "w:sdtContent", "w:hyperlink", "w:tc", "w:tr", "w:tbl", "w:p", "w:txbxContent")
    )
    deep = chance.choice((2, 20, 20, 300))
    new = chance.choice(
        (
            "", scrap, whole + scrap, scrap + whole, whole * chance.choice((2, 50)), f"<{name}>{whole}</{name}>",
            f"<{name}>" * deep + whole + f"</{name}>" * deep, re.sub(">[^<]+<", f">{chance.choice(_SAFE)}<", whole),
        )
    )  # fmt: skip
    return (xml[: element.start()] + new + xml[element.end() :])[:200_000]


def broken(data: bytes, chance: random.Random, share: float) -> bytes:
    """Bytes of which, now and then, a few are others."""
    if not data or chance.random() >= share:
        return data
    whole = bytearray(data)
    for _ in range(chance.choice((1, 2, 10))):
        whole[chance.randrange(len(whole))] = chance.randrange(256)
    return bytes(whole[: chance.randrange(len(whole)) + 1] if chance.random() < 0.2 else whole)


def outcomes(
    seed: int, formats: Sequence[str], count: int, judged: int, limit: float
) -> Iterator[tuple[int, float, str]]:
    """(number, seconds, what came of it) of each input, read in another process that may hang or die."""
    step = max(1, count // judged) if judged else 0
    index = 0
    while index < count:
        ours, theirs = multiprocessing.Pipe()
        process = multiprocessing.Process(target=_work, args=(theirs, seed, formats, index, count, step))
        process.start()
        theirs.close()
        while index < count:
            wait = limit + 60 * bool(step and index % step == 0)  # the language model has to be loaded
            hangs = (index, wait, f"hangs: more than {wait:g} seconds")
            try:
                answer = ours.recv() if ours.poll(wait) else hangs
            except EOFError:
                answer = (index, 0.0, "ends the process")
            yield answer
            index += 1
            if answer[2].startswith(("hangs", "ends")):
                break
        process.kill()
        process.join()


def _work(out: Connection, seed: int, formats: Sequence[str], first: int, count: int, step: int) -> None:
    for index in range(first, count):
        kind = formats[index % len(formats)]
        data = made(seed, kind, index)
        begun = perf_counter()
        outcome = read(data, kind, judge=bool(step) and index % step == 0)
        out.send((index, perf_counter() - begun, outcome))


def read(data: bytes, kind: str, judge: bool = False) -> str:
    """What comes of reading a draft: "read", "refused" or what is wrong."""
    from claimcheck.drafts import file_of, read_draft
    from claimcheck.errors import DraftError
    from claimcheck.extract.prose import read_prose

    try:
        draft = read_draft(data, f"draft{SUFFIXES[kind]}")
        file_of(draft, date(2024, 5, 3))
        if judge:
            read_prose(draft.document, {})
    except DraftError as error:
        return "refused" if len(str(error).splitlines()) == 1 else f"says more than a sentence: {error}"
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        return f"{type(error).__name__}: {error}"
    return next(complaints(draft), "read")


def add(tally: Tally, index: int, seconds: float, outcome: str) -> None:
    if outcome == "read":
        tally.read += 1
    elif outcome == "refused":
        tally.refused += 1
    else:
        tally.failed.append((index, outcome))
    if seconds > tally.slowest:
        tally.slowest, tally.slowest_index = seconds, index


def report(tallies: dict[str, Tally]) -> None:
    rows = [
        (name, t.read, t.refused, len(t.failed), f"{1000 * t.slowest:.0f} (#{t.slowest_index})")
        for name, t in tallies.items()
    ]
    print(table(["format", "read", "refused", "failed", "slowest, ms"], rows))
    for name, tally in tallies.items():
        for index, outcome in tally.failed[:10]:
            print(f"{name} #{index}: {outcome[:300]}")


def show(seed: int, formats: Sequence[str], index: int) -> int:
    kind = formats[index % len(formats)]
    data = made(seed, kind, index)
    sys.stdout.buffer.write(data)
    outcome = read(data, kind)
    print(f"\n#{index}, {kind}: {outcome}", file=sys.stderr)
    return 0 if outcome in ("read", "refused") else 1
