"""Ledgers as people write them: every layout of YAML that holds claims, with comments wherever one may stand."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from claimcheck.claim import Claim, Evidence, Status
from claimcheck.text import normalise

WORDS = (
    "storm roof harbour 4,150 18 half a third café Zürich Østerbro naïve 東京 🚀 -3 2.5% “so” don't No null true "
    'yes 0x1f 1e3 12:30 [sic] {x} #1 a:b \'tis "so" back\\slash tab\there & * ! ? | > % @ ~ - -- : ,'
).split(" ")
PLAIN = "storm roof harbour café Zürich reached Ardby on the second day of May".split()
NAMES = "storm wire harbour-news annual_report report.2024 bulletin/3 Ü-1".split()
STATUSES: tuple[Status, ...] = ("proposed", "accepted", "retired")
DAYS = ("as_of", "reviewed", "recheck_by", "valid_until")
PROSE = ("speaker", "note", "reviewer", "reason")
SHARES = {"block": 0.85, "crlf": 0.12, "mark": 0.08, "source": 0.4, "unended": 0.1}


@dataclass(frozen=True, slots=True)
class Written:
    """A file of claims, the claims it says, the comments in it in order, and whether every claim is in block style."""

    data: bytes
    claims: tuple[Claim, ...]
    comments: tuple[str, ...]
    block: bool


def files(count: int, seed: int = 1) -> Iterator[Written]:
    """`count` files of one to six claims each."""
    draw = random.Random(seed)
    for _ in range(count):
        yield _Writer(draw).file()


class _Writer:
    """Writes one file."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.lines: list[str] = []
        self.comments: list[str] = []
        self.source = draw.choice(NAMES) if self._may("source") else ""
        self.indent = draw.choice(("", "", "  ", "    "))
        self.block = True

    def file(self) -> Written:
        claims = tuple(self._claim(k) for k in range(self.draw.randint(1, 6)))
        self._own_line("")
        if self.draw.random() < 0.1:
            self.lines.append("---")
        head = [f"claims:{self._behind()}"]
        if self.source:
            head.insert(self.draw.randint(0, 0), f"source: {self.source}{self._behind()}")
        for line in head:
            self.lines.append(line)
            self._own_line("")
        for claim in claims:
            self._own_line(self.indent)
            self._item(claim)
        self._own_line(self.draw.choice(("", self.indent + "  ")))
        text = "\n".join(self.lines) + ("" if self._may("unended") else "\n")
        if self._may("crlf"):
            text = text.replace("\n", "\r\n")
        data = (b"\xef\xbb\xbf" if self._may("mark") else b"") + text.encode()
        order = [line[line.index("# c") :].rstrip("\r") for line in text.split("\n") if "# c" in line]
        return Written(data, claims, tuple(order), self.block)

    def _may(self, what: str) -> bool:
        return self.draw.random() < SHARES[what]

    def _claim(self, k: int) -> Claim:
        draw = self.draw
        made: dict[str, Any] = {}
        for name in PROSE:
            if draw.random() < 0.25:
                made[name] = self._prose()
        for name in DAYS:
            if draw.random() < 0.25:
                made[name] = date(2020, 1, 1) + timedelta(days=draw.randint(0, 2000))
        words = tuple(
            dict.fromkeys(
                draw.choices(["no", "damage", "two words", "2020", "α", "a-b"], k=draw.randint(0, 3))
            )
        )
        evidence = tuple(self._evidence() for _ in range(draw.choice((1, 1, 1, 2, 3))))
        supersedes = tuple(f"old/{n}" for n in range(draw.choice((0, 0, 0, 1, 2))))
        aliases = (("U.S.", ("America", "US")), ("Ö", ("o",)))[: draw.choice((0, 0, 0, 1, 2))]
        return Claim(
            f"{draw.choice(NAMES)}.{k}-{draw.randint(0, 9999)}",
            self._prose().strip(),
            evidence,
            draw.choice(STATUSES),
            supersedes=supersedes,
            tags=words,
            aliases=aliases,
            **made,
        )

    def _evidence(self) -> Evidence:
        draw = self.draw
        quote, start = self._prose(), draw.randint(0, 5000)
        around = (normalise(self._prose()) if draw.random() < 0.5 else "" for _ in range(2))
        source = self.source if self.source and draw.random() < 0.7 else draw.choice(NAMES)
        return Evidence(source, start, start + draw.randint(1, 400), quote, *around)

    def _prose(self) -> str:
        words = WORDS if self.draw.random() < 0.6 else PLAIN
        said = self.draw.choice((" ", " ", "  ", "\n")).join(
            self.draw.choices(words, k=self.draw.randint(1, 12))
        )
        return normalise(said).strip() or "so"

    def _comment(self) -> str:
        text = f"# c{len(self.comments)} {self.draw.choice(('was 17: check', 'Ann', '“old”', '- id: x', 'a: [b'))}"
        self.comments.append(text)
        return text

    def _behind(self) -> str:
        """A comment at the end of a line, perhaps."""
        return self.draw.choice(("  ", " ", "\t")) + self._comment() if self.draw.random() < 0.2 else ""

    def _own_line(self, indent: str) -> None:
        """A comment or an empty line, perhaps."""
        if self.draw.random() < 0.2:
            self.lines.append(f"{indent}{self._comment()}")
        if self.draw.random() < 0.15:
            self.lines.append("")

    def _item(self, claim: Claim) -> None:
        if not self._may("block"):
            self.block = False
            self.lines.append(f"{self.indent}- {self._flow(claim)}{self._behind()}")
            return
        keys = [name for name in (field.name for field in fields(claim)) if _says(claim, name, self.draw)]
        self.draw.shuffle(keys)
        inner = self.indent + "  "
        for k, name in enumerate(keys):
            if k:
                self._own_line(inner)
            start = self.indent + "- " if not k else inner
            self._field(start, inner, name, getattr(claim, name))

    def _field(self, start: str, inner: str, name: str, value: object) -> None:
        """A field in a layout of its kind; what begins `start` goes before the key."""
        key = f'{start}"{name}"' if self.draw.random() < 0.1 else f"{start}{name}"
        if name == "evidence":
            self._passages(key, inner, value)  # type: ignore[arg-type]
        elif name in ("tags", "supersedes"):
            self._words(key, inner, value)  # type: ignore[arg-type]
        elif name == "aliases":
            self._table(key, inner, value)  # type: ignore[arg-type]
        elif isinstance(value, str) and name not in ("id", "status"):
            self._text(key, inner, value)
        else:
            self.lines.append(f"{key}: {value}{self._behind()}")

    def _text(self, key: str, inner: str, value: str) -> None:
        style = self.draw.choice(("double", "double", "single", "plain", "literal", "folded"))
        if style == "plain" and set(value.split()) <= set(PLAIN) and "  " not in value and "\n" not in value:
            self.lines.append(f"{key}: {value}{self._behind()}")
        elif style == "single" and "\n" not in value:
            self.lines.append(f"{key}: '{value.replace(chr(39), chr(39) * 2)}'{self._behind()}")
        elif style == "literal" and "\t" not in value:
            self.lines.append(f"{key}: |-{self._behind()}")
            self.lines += (f"{inner}  {line}" for line in value.split("\n"))
        elif style == "folded" and "\n" not in value and "  " not in value and "\t" not in value:
            self.lines.append(f"{key}: >-{self._behind()}")
            words = value.split(" ")
            cut = self.draw.randint(1, len(words))
            self.lines += (f"{inner}  {' '.join(part)}" for part in (words[:cut], words[cut:]) if part)
        else:
            self.lines.append(f"{key}: {_quoted(value)}{self._behind()}")

    def _words(self, key: str, inner: str, words: Sequence[str]) -> None:
        if len(words) == 1 and self.draw.random() < 0.3:
            self.lines.append(f"{key}: {_quoted(words[0])}{self._behind()}")
        elif self.draw.random() < 0.5:
            self.lines.append(f"{key}: [{', '.join(map(_quoted, words))}]{self._behind()}")
        else:
            self.lines.append(f"{key}:{self._behind()}")
            deeper = inner + self.draw.choice(("", "  "))
            for word in words:
                self._own_line(deeper)
                self.lines.append(f"{deeper}- {_quoted(word)}{self._behind()}")

    def _table(self, key: str, inner: str, rows: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        if self.draw.random() < 0.5:
            said = ", ".join(f"{_quoted(name)}: [{', '.join(map(_quoted, others))}]" for name, others in rows)
            self.lines.append(f"{key}: {{{said}}}{self._behind()}")
            return
        self.lines.append(f"{key}:{self._behind()}")
        for name, others in rows:
            self._own_line(inner + "  ")
            self.lines.append(
                f"{inner}  {_quoted(name)}: [{', '.join(map(_quoted, others))}]{self._behind()}"
            )

    def _passages(self, key: str, inner: str, parts: Sequence[Evidence]) -> None:
        if len(parts) == 1 and self.draw.random() < 0.4:
            self.lines.append(f"{key}: {self._flow(parts[0])}{self._behind()}")
            return
        self.lines.append(f"{key}:{self._behind()}")
        for part in parts:
            self._own_line(inner)
            if self.draw.random() < 0.4:
                self.lines.append(f"{inner}- {self._flow(part)}{self._behind()}")
                continue
            names = [field.name for field in fields(part) if self._tells(part, field.name)]
            self.draw.shuffle(names)
            for k, name in enumerate(names):
                start = f"{inner}- " if not k else f"{inner}  "
                value = getattr(part, name)
                if isinstance(value, str) and name != "source":
                    self._text(f"{start}{name}", inner + "  ", value)
                else:
                    self.lines.append(f"{start}{name}: {value}{self._behind()}")

    def _tells(self, part: Evidence, name: str) -> bool:
        value = getattr(part, name)
        return value != "" and not (name == "source" and value == self.source)

    def _flow(self, thing: Claim | Evidence) -> str:
        """A claim or passage in brackets on one line."""
        rows = []
        for field in fields(thing):
            value = getattr(thing, field.name)
            if field.name == "evidence":
                rows.append(f"evidence: [{', '.join(map(self._flow, value))}]")
            elif isinstance(thing, Evidence):
                if self._tells(thing, field.name):
                    rows.append(f"{field.name}: {_quoted(value) if isinstance(value, str) else value}")
            elif field.name == "aliases" and value:
                said = ", ".join(
                    f"{_quoted(name)}: [{', '.join(map(_quoted, others))}]" for name, others in value
                )
                rows.append(f"aliases: {{{said}}}")
            elif isinstance(value, tuple) and value:
                rows.append(f"{field.name}: [{', '.join(map(_quoted, value))}]")
            elif value not in (None, ()):
                rows.append(f"{field.name}: {_quoted(value) if isinstance(value, str) else value}")
        return f"{{{', '.join(rows)}}}"


def _says(claim: Claim, name: str, draw: random.Random) -> bool:
    """Whether a field is written: not an empty one, and not always what is so by default."""
    value = getattr(claim, name)
    return value not in (None, ()) and not (name == "status" and value == "proposed" and draw.random() < 0.5)


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
