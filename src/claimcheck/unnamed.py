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
    "planet moon star asteroid comet painting sculpture restaurant hotel theatre theater stadium tower castle church "
    "cathedral palace park highway road railway car model helicopter rocket satellite spacecraft app platform service "
    "site blog podcast trilogy story opera ballet orchestra duo trio charity foundation bank airline brand "
    "chain product device phone console drink dish sport tribe dialect dynasty empire kingdom regiment bill program "
    "theory element compound protein gene bacterium crop fruit tree breed miniseries documentary publisher "
    "storm hurricane earthquake cyclone typhoon event track record musical opera comic manga".split()
)
# Places that a text may be about, wherever in its first sentence it speaks of them: "41 deaths in the country".
PLACES = frozenset(
    "country state province region territory nation district municipality city town county island village "
    "prefecture area".split()
)
# Who only rates, counts or ranks things, and is not what a text is about that goes on with "the film".
RATERS = frozenset(
    "rottentomatoes metacritic cinemascore posttrak imdb boxofficemojo thenumbers nielsen billboard billboard200 "
    "billboardhot100 riaa bpi youtube spotify itunes steam opencritic gamerankings commonsensemedia rogerebert "
    "ukalbumschart uksingleschart usbillboard200 usbillboardhot100 johnshopkinsuniversity".split()
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
                if opened is None and not _setting(reading, node) and node.value.key not in RATERS:
                    return
                continue
            person = _sort(reading, node)
            if person is None or opened not in {None, person}:
                continue
            if opened is None and not _takes_part(reading, node) and node.lemma not in PLACES:
                continue
            opened = person
            yield r, n, person


def _setting(reading: Reading, node: Node) -> bool:
    """A name that only says where or when, or by whom, which no pronoun after it means."""
    token = reading.sentence[node.head]
    if token.dep == "pobj" and reading.sentence[token.head].lower == "by":
        return True
    roles = [role for role, _ in reading.graph.roles(node.head)]
    return bool(roles) and all(role in SETTING for role in roles)


def _within(reading: Reading, node: Node) -> bool:
    roles = [role for role, _ in reading.graph.roles(node.head)]
    return bool(roles) and all(role in {"prep_in", "prep_at"} for role in roles)


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
    return False if node.lemma in SORTS | PLACES else None


def _plain(reading: Reading, node: Node) -> bool:
    """ "The film", "the multi-camera series": definite, of one thing, and narrowed by no name, "of" or clause."""
    sentence = reading.sentence
    below = [sentence[c] for c in sentence.children[node.head]]
    if sentence[node.head].tag != "NN" or not any(t.lower == "the" for t in below):
        return False
    if any(t.dep in {"relcl", "acl", "poss", "appos", "conj"} or t.lower == "of" for t in below):
        return False
    return all(reading.nodes[reading.at[t.i]].kind == "word" for t in below if t.i in reading.at)


def topic(
    statement: Reading, readings: Sequence[Reading], lore: Lore, person: bool, called: str
) -> frozenset[int]:
    """The statement's nodes that an unnamed mention would stand for: the first name that the evidence does not have.

    called: the mention's word; a country is met by a place only, if the statement has one.
    """
    if any(_itself(statement, node, person, called) for node in statement.nodes):
        return frozenset()
    known = [n.value for r in readings for n in r.nodes if isinstance(n.value, Name)]
    open_ = [
        k
        for k, node in enumerate(statement.nodes)
        if isinstance(node.value, Name)
        and _may_be(node.value, person)
        and not any(lore.same(name, node.value).yes for name in known)
    ]
    if called in PLACES:
        places = [k for k in open_ if _is_place(statement, statement.nodes[k])]
        if places or called not in SORTS:
            return frozenset(places[:1])
    leading = [k for k in open_ if _takes_part(statement, statement.nodes[k])]
    found = next(iter(leading or open_), None)
    if found is not None and (person or found in leading):
        return frozenset({found})
    if found is not None and not person and _within(statement, statement.nodes[found]):
        found = None  # "it" is not the town in which it closes a plant
    titled = frozenset() if person else _titled(statement)
    return titled or (frozenset() if found is None else frozenset({found}))


def _itself(statement: Reading, node: Node, person: bool, called: str) -> bool:
    """Whether the statement leaves the same unnamed: in "took him to York" nobody is called York."""
    if called in PERSONAL | THING:
        return node.kind == "pronoun" and _sort(statement, node) is person
    return node.lemma == called and _sort(statement, node) is not None


def _is_place(statement: Reading, node: Node) -> bool:
    """Whether a name is a place by its kind, or stands where one does."""
    if not isinstance(node.value, Name) or node.value.title:
        return False
    roles = {role for role, _ in statement.graph.roles(node.head)}
    return node.value.kind is Kind.PLACE or bool(
        roles & {"prep_in", "prep_within", "agent", "subject", "poss"}
    )


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
