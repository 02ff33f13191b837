"""What bare evidence speaks of without a name: "She was born …", "The film was released …".

Bare text that was given for a statement is taken to mean what the statement is about, where it opens with a pronoun
or a plain "the film" and no name stands before that could be meant instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck import lexicon
from claimcheck.dimensions.name import Kind, Name
from claimcheck.lore import Lore
from claimcheck.reading import Node, Reading

PERSONAL = frozenset("he she him her his hers".split())
THING = frozenset("it its".split())
PARTS = frozenset({"agent", "subject", "patient", "poss"})
# Nouns that, with "the" and no name, may stand for what a text is about.
SORTS = frozenset(
    "film movie series show sitcom song single album novel book poem play game band group team club company firm "
    "city town village country island river mountain lake state county university school college museum bridge "
    "building airport station hospital organization organisation agency party newspaper magazine website festival "
    "award disease virus drug plant species animal breed ship vessel aircraft software program programme language "
    "religion war battle election treaty law tournament league competition franchise network channel episode "
    "storm hurricane earthquake cyclone typhoon event track record musical opera comic manga".split()
)
NOT_PERSONS = frozenset({Kind.PLACE, Kind.NATIONALITY, Kind.EVENT})
SETTING = frozenset(
    {"prep_in", "prep_at", "prep_on", "prep_during", "prep_after", "prep_before", "prep_since"}
)


def mentions(readings: Sequence[Reading]) -> Iterator[tuple[int, int, bool]]:
    """(reading, node, whether it is a person) of every mention that speaks of the unnamed topic.

    A name that could be meant ends the search.
    """
    opened: bool | None = None
    for r, reading in enumerate(readings):
        for n, node in enumerate(reading.nodes):
            if isinstance(node.value, Name):
                if opened is None and not _setting(reading, node):
                    return
                continue
            person = _sort(reading, node)
            if person is None or opened not in {None, person}:
                continue
            if opened is None and not _takes_part(reading, node):
                continue
            opened = person
            yield r, n, person


def _setting(reading: Reading, node: Node) -> bool:
    """A name that only says where or when, which no pronoun after it means."""
    roles = [role for role, _ in reading.graph.roles(node.head)]
    return bool(roles) and all(role in SETTING for role in roles)


def _takes_part(reading: Reading, node: Node) -> bool:
    return any(role in PARTS for role, _ in reading.graph.roles(node.head))


def _sort(reading: Reading, node: Node) -> bool | None:
    """Whether an unnamed mention is of a person; None where it is no such mention."""
    stands = reading.stands.get(node.head)
    if stands is not None and stands.names:
        return None
    word = reading.sentence[node.head].lower
    if node.kind == "pronoun":
        return True if word in PERSONAL else False if word in THING else None
    if node.kind != "word" or node.pos != "n" or not _plain(reading, node):
        return None
    if lexicon.is_person_noun(node.lemma):
        return True
    return False if node.lemma in SORTS else None


def _plain(reading: Reading, node: Node) -> bool:
    """ "The film", "the multi-camera series": definite, of one thing, and narrowed by no name, "of" or clause."""
    sentence = reading.sentence
    below = [sentence[c] for c in sentence.children[node.head]]
    if sentence[node.head].tag != "NN" or not any(t.lower == "the" for t in below):
        return False
    if any(t.dep in {"relcl", "acl", "poss", "appos", "conj"} or t.lower == "of" for t in below):
        return False
    return all(reading.nodes[reading.at[t.i]].kind == "word" for t in below if t.i in reading.at)


def topic(statement: Reading, readings: Sequence[Reading], lore: Lore, person: bool) -> frozenset[int]:
    """The statement's nodes that an unnamed mention would stand for: the first name that the evidence does not have."""
    known = [n.value for r in readings for n in r.nodes if isinstance(n.value, Name)]
    open_ = [
        k
        for k, node in enumerate(statement.nodes)
        if isinstance(node.value, Name)
        and _may_be(node.value, person)
        and not any(lore.same(name, node.value).yes for name in known)
    ]
    leading = [k for k in open_ if _takes_part(statement, statement.nodes[k])]
    found = next(iter(leading or open_), None)
    if found is not None and (person or found in leading):
        return frozenset({found})
    titled = frozenset() if person else _titled(statement)
    return titled or (frozenset() if found is None else frozenset({found}))


def _titled(statement: Reading) -> frozenset[int]:
    """ "Reign Over Me was released …": a title of common words that opens the sentence as its subject."""
    sentence = statement.sentence
    root = sentence[sentence.root]
    subject = next(
        (c for c in sentence.children[root.i] if sentence[c].dep in {"nsubj", "nsubjpass", "csubj"}), None
    )
    if subject is None:
        return frozenset()
    words = [sentence[i] for i in sentence.subtree(subject) if sentence[i].pos != "PUNCT"]
    capitals = all(t.text[0].isupper() or t.text[0].isdigit() or len(t.text) < SHORT for t in words)
    if words[0].i or not capitals or words[0].pos in {"DET", "PRON"} or words[-1].i > root.i:
        return frozenset()
    return frozenset(statement.at[t.i] for t in words if t.i in statement.at)


SHORT = 4  # letters below which a word of a title may be written small


def _may_be(name: Name, person: bool) -> bool:
    if person:
        return name.kind not in NOT_PERSONS
    return not (name.title or name.kind is Kind.NATIONALITY)
