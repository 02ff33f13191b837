"""Reads a WordNet 3.0 `dict` folder (Debian: /usr/share/wordnet) and weighs every word's senses.

File formats: wndb(5WN) and cntlist(5WN). Parts of speech are "n", "v", "a" (satellites included) and "r".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSE_TYPES = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
# Pseudo-counts spread over the senses by rank: words that the tagged corpus never met keep a first sense that leads.
PRIOR_STRENGTH = 2.0

SynsetId = tuple[str, int]
Word = tuple[str, str]  # (lemma, pos)


@dataclass(frozen=True, slots=True)
class Pointer:
    symbol: str
    target: SynsetId
    source_word: int  # 0: the whole synset, else 1-based word number
    target_word: int


@dataclass(frozen=True, slots=True)
class Synset:
    id: SynsetId
    lexfile: int
    satellite: bool
    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]


@dataclass(slots=True)
class WordNet:
    synsets: dict[SynsetId, Synset] = field(default_factory=dict)
    senses: dict[Word, tuple[SynsetId, ...]] = field(default_factory=dict)
    shares: dict[Word, tuple[float, ...]] = field(default_factory=dict)
    tagged: dict[Word, int] = field(default_factory=dict)
    irregular: dict[str, str] = field(default_factory=dict)  # verb form -> verb

    def share(self, word: Word, synset: SynsetId) -> float:
        """How much of the word's use is this sense: 0 to 1."""
        found = self.senses.get(word, ())
        return self.shares[word][found.index(synset)] if synset in found else 0.0

    def weighed(self, word: Word) -> Iterator[tuple[Synset, float]]:
        for synset, share in zip(self.senses.get(word, ()), self.shares.get(word, ()), strict=True):
            yield self.synsets[synset], share

    def targets(self, synset: Synset, *symbols: str) -> Iterator[Synset]:
        for pointer in synset.pointers:
            if pointer.symbol in symbols:
                yield self.synsets[pointer.target]


def read(folder: Path) -> WordNet:
    """The whole of WordNet. Raises FileNotFoundError when the folder does not hold it."""
    net = WordNet()
    for pos, name in FILES.items():
        for line in _lines(folder / f"data.{name}"):
            synset = _synset(pos, line)
            net.synsets[synset.id] = synset
        for line in _lines(folder / f"index.{name}"):
            fields = line.split()
            count = int(fields[2])
            net.senses[fields[0], pos] = tuple((pos, int(offset)) for offset in fields[-count:])
    _weigh(net, folder / "cntlist.rev")
    for line in (folder / "verb.exc").read_text("ascii").splitlines():
        form, verb = line.split()[:2]
        net.irregular[form] = verb
    return net


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text("ascii").splitlines():
        if line and not line.startswith(" "):
            yield line


def _synset(pos: str, line: str) -> Synset:
    fields = line.split(" | ")[0].split()
    count = int(fields[3], 16)
    words = tuple(_plain(fields[4 + 2 * i]) for i in range(count))
    at = 4 + 2 * count
    pointers = []
    for i in range(int(fields[at])):
        symbol, offset, target_pos, ends = fields[at + 1 + 4 * i : at + 5 + 4 * i]
        target = ("a" if target_pos == "s" else target_pos, int(offset))
        pointers.append(Pointer(symbol, target, int(ends[:2], 16), int(ends[2:], 16)))
    return Synset((pos, int(fields[0])), int(fields[1]), fields[2] == "s", words, tuple(pointers))


def _plain(word: str) -> str:
    """A word without its syntactic marker ("galore(ip)"), lower case."""
    return word.split("(")[0].lower()


def _weigh(net: WordNet, counts_file: Path) -> None:
    counts: dict[Word, dict[int, int]] = defaultdict(dict)
    for line in counts_file.read_text("ascii").splitlines():
        key, number, count = line.split()
        lemma, rest = key.split("%", 1)
        counts[lemma, SENSE_TYPES[rest[0]]][int(number)] = int(count)
    for word, senses in tuple(net.senses.items()):
        # Names of single people and places are not the lexicon's: the rest of the senses share the whole.
        kept = [i for i, sense in enumerate(senses) if not _is_name(net.synsets[sense])]
        seen = {i: counts.get(word, {}).get(i + 1, 0) for i in kept}
        total = sum(seen.values())
        weights = {i: 1.0 / rank for rank, i in enumerate(kept, 1)}
        norm = sum(weights.values())
        net.tagged[word] = total
        net.senses[word] = tuple(senses[i] for i in kept)
        net.shares[word] = tuple(
            (seen[i] + PRIOR_STRENGTH * weights[i] / norm) / (total + PRIOR_STRENGTH) for i in kept
        )


def _is_name(synset: Synset) -> bool:
    return any(pointer.symbol == "@i" for pointer in synset.pointers)
