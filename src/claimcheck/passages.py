"""From text to passages: a document's sentences read together, with what its mentions stand for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from claimcheck import lexicon
from claimcheck.counting_on import counted
from claimcheck.dimensions import attribution
from claimcheck.dimensions import name as names
from claimcheck.dimensions.name import Kind, Name
from claimcheck.entities import Entities, Entity, Form, resolve
from claimcheck.policy import DEFAULT, Policy
from claimcheck.reading import Reading, Stands, read
from claimcheck.tokens import Sentence, Token

LONGEST_NAME = 3  # words of a title that may all be one name
_NAMES = re.compile(r"\b[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*)*(?: v?\d[\d.]*\d|(?: \d))?")
OFTEN = 3  # mentions that make a name what its document is about


def read_document(
    sentences: Sequence[Sentence],
    *,
    reference: date | None = None,
    policy: Policy = DEFAULT,
    title: str = "",
    aliases: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Reading, ...]:
    """The readings of a document's sentences, its mentions resolved."""
    named = [names.find(sentence) for sentence in sentences]
    entities = resolve(sentences, title=title, aliases=aliases or {}, names=named)
    stands = mentions(entities, sentences)
    spoken = attribution.carried(sentences)
    return counted(
        [
            read(
                sentence,
                reference=reference,
                policy=policy,
                stands=stands[k],
                carried=spoken[k],
                named=named[k],
            )
            for k, sentence in enumerate(sentences)
        ]
    )


def topics(readings: Sequence[Reading], title: str = "") -> tuple[Name, ...]:
    """What a document is about: the names in its title, and the name its sentences speak of most."""
    counted: Counter[str] = Counter()
    first: dict[str, Name] = {}
    for reading in readings:
        for node in reading.nodes:
            if isinstance(node.value, Name):
                counted[node.value.key] += 1
                first.setdefault(node.value.key, node.value)
    titled = [name for key, name in first.items() if key and key in names.key(title)]
    titled += _named(title)
    top = [first[key] for key, times in counted.most_common(1) if times >= OFTEN]
    return tuple(dict.fromkeys(titled + top))


def _named(title: str) -> list[Name]:
    """The names that a title alone has: runs of capitalised words, with the number behind and without it."""
    words = title.split()
    if sum(word[:1].isupper() for word in words) == len(words) > LONGEST_NAME:
        return []  # every word of it is capitalised
    found = []
    for run in _NAMES.findall(title):
        bare = re.sub(r" v?[\d.]+$", "", run)
        if " " in bare or not lexicon.known(bare.lower(), "n"):
            found += [names.name_of(text) for text in dict.fromkeys((run, bare)) if text]
    return found


def mentions(entities: Entities, sentences: Sequence[Sentence]) -> list[dict[int, Stands]]:
    """For every sentence what the mentions in it stand for, by the token of their head."""
    known = [_stands(entity, sentences) for entity in entities.entities]
    found: list[dict[int, Stands]] = [{} for _ in sentences]
    for (sentence, token), (entity, _) in entities.places.items():
        found[sentence][token] = known[entity]
    return found


def _phrase(tokens: Sequence[Token]) -> Sequence[Token]:
    """A description up to its first preposition: the son of an architect is none."""
    stop = next((k for k, t in enumerate(tokens) if k and t.pos in {"ADP", "SCONJ", "VERB"}), len(tokens))
    return tokens[:stop]


def _stands(entity: Entity, sentences: Sequence[Sentence]) -> Stands:
    lemmas: set[str] = set()
    for said in entity.descriptions:
        tokens = _phrase(sentences[said.sentence].tokens[said.first : said.stop])
        lemmas.update(t.lemma for t in tokens if t.pos in {"NOUN", "ADJ", "PROPN"})
    titles = {word for title in entity.titles for word in title.lower().split()}
    kind = Kind.PERSON if entity.is_surely_person else None
    return Stands(
        names=tuple(names.name_of(name, kind=kind) for name in entity.names),
        titles=entity.titles,
        heads=frozenset(said.head for said in entity.descriptions) | _nouns(entity, sentences),
        lemmas=frozenset(lemmas | titles),
    )


def _nouns(entity: Entity, sentences: Sequence[Sentence]) -> frozenset[str]:
    """The common nouns an entity is spoken of by ("the fire", where "it" comes after)."""
    return frozenset(sentences[m.sentence][m.head].lemma for m in entity.mentions if m.form is Form.NOUN)
