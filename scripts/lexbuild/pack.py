"""Writes the lexicon file: sorted records behind an index, read by claimcheck.lexicon.records.

Layout, little-endian: magic (8 bytes), number of records N (u32), N + 1 offsets (u32, from the start of the
file), then the records. A record is the key's length (u8), the key (UTF-8), the body. Keys are sorted by their
bytes; the first byte is the record's section. The same input gives the same bytes.
"""

from __future__ import annotations

import struct
from pathlib import Path

from claimcheck.lexicon.records import MAGIC
from claimcheck.lexicon.relation import LexRel
from lexbuild import curated
from lexbuild.gazetteer import Gazetteer
from lexbuild.relate import Relations
from lexbuild.wordnet import Word


def write(path: Path, records: dict[bytes, bytes]) -> None:
    keys = sorted(records)
    at = len(MAGIC) + 4 + 4 * (len(keys) + 1)
    offsets, parts = [], []
    for key in keys:
        part = bytes([len(key)]) + key + records[key]
        offsets.append(at)
        parts.append(part)
        at += len(part)
    offsets.append(at)
    index = struct.pack(f"<{len(offsets)}I", *offsets)
    path.write_bytes(MAGIC + struct.pack("<I", len(keys)) + index + b"".join(parts))


def key_of(word: Word) -> bytes:
    return (word[1] + word[0]).encode()


def words(relations: Relations, flags: dict[Word, int]) -> dict[bytes, bytes]:
    """A record a word: its flags, then per relation its code, the number of words (u8) and their ids (u24)."""
    everything = set(relations) | {other for others in relations.values() for other in others} | set(flags)
    kept = sorted((w for w in everything if len(key_of(w)) < 256), key=key_of)
    ids = {word: i for i, word in enumerate(kept)}
    codes = {relation.name: relation.code for relation in LexRel}
    records = {}
    for word in kept:
        groups: dict[int, list[int]] = {}
        for other, (relation, _) in relations.get(word, {}).items():
            groups.setdefault(codes[relation], []).append(ids[other])
        body = bytes([flags.get(word, 0)])
        for code, same in sorted(groups.items()):
            body += bytes([code, len(same)]) + b"".join(i.to_bytes(3, "little") for i in sorted(same))
        records[key_of(word)] = body
    return records


def tables(folder: Path, own: curated.Curated, places: Gazetteer) -> dict[bytes, bytes]:
    """The records of the other sections; their keys start with a letter above "z", so word ids count from 0."""
    records: dict[str, str] = {}
    for word, classes in own.classes.items():
        records["{" + word[1] + word[0]] = "\n".join(sorted(set(classes)))
    for name, (canonical, exact) in places.demonyms.items():
        records["|d" + name] = f"{canonical}\t{exact}"
    for name, meaning in places.metonyms.items():
        records["|m" + name] = meaning
    for country, capital in places.capitals.items():
        records["|c" + country] = capital
    for name, readings in places.places.items():
        lines = [f"{r.kind}\t{r.canonical}\t{'; '.join(r.containers)}\t{r.population}" for r in readings]
        records["|p" + name] = "\n".join(lines)
    records["}idioms"] = "\n".join("\t".join(row) for row in curated.rows(folder / "idioms.tsv"))
    records["}families"] = "\n".join(" ".join(row) for row in curated.rows(folder / "families.tsv"))
    return {key.encode(): body.encode() for key, body in records.items()}
