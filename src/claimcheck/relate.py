"""How one node of the evidence relates to one node of the statement, both taken by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claimcheck import lexicon
from claimcheck.dimensions.name import Kind, Name, firm_kind
from claimcheck.lexicon import LexRel
from claimcheck.lore import Lore
from claimcheck.reading import Node, Reading, Stands
from claimcheck.trend import trend


class Meet(StrEnum):
    """The relation of an evidence node to a statement node: natural logic's, and two that structure must decide."""

    SAME = "same"
    NARROWER = "narrower"  # the evidence is more specific: it entails
    WIDER = "wider"  # the evidence is more general
    EXCLUSIVE = "exclusive"
    CONVERSE = "converse"
    OTHER = "other"  # two names that differ: exclusive only in a slot that takes one filler
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Related:
    """A relation, how strongly it draws the two together (0 to 1), and the name of what found it."""

    meet: Meet
    strength: float
    by: str
    covers: tuple[int, ...] = ()  # tokens of the statement that an idiom took in


NONE = Related(Meet.NONE, 0.0, "")  # the only one of its kind
SAME = Related(Meet.SAME, 1.0, "word.same")
LEXICAL: Mapping[LexRel, Related] = {
    LexRel.NONE: NONE,
    LexRel.EQUAL: Related(Meet.SAME, 0.95, "word.derived"),
    LexRel.SYNONYM: Related(Meet.SAME, 0.85, "word.synonym"),
    LexRel.NARROWER: Related(Meet.NARROWER, 0.75, "word.narrower"),
    LexRel.CAUSE: Related(Meet.NARROWER, 0.75, "word.cause"),
    LexRel.CONVERSE: Related(Meet.CONVERSE, 0.7, "word.converse"),
    LexRel.WIDER: Related(Meet.WIDER, 0.45, "word.wider"),
    LexRel.ANTONYM: Related(Meet.EXCLUSIVE, 0.5, "polarity.antonym"),
    LexRel.COHYPONYM: Related(Meet.EXCLUSIVE, 0.5, "word.exclusive"),
    LexRel.AGENT: Related(Meet.SAME, 0.7, "word.agent"),
}
TRENDS: Mapping[int, Related] = {
    1: Related(Meet.SAME, 0.7, "word.trend"),
    -1: Related(Meet.EXCLUSIVE, 0.5, "polarity.antonym"),
}
OPPOSED = Related(Meet.EXCLUSIVE, 0.5, "polarity.antonym")
ANY = frozenset("people person man woman individual member thing one".split())
ANYBODY = Related(Meet.SAME, 0.75, "word.same")  # the same word for anybody: structure says who is meant
NAME_SAME = Related(Meet.SAME, 1.0, "name.same")
NAME_ALIAS = Related(Meet.SAME, 0.9, "name.alias")
NAME_IMPLIED = Related(Meet.SAME, 0.8, "name.implied")
NAME_OTHER = Related(Meet.OTHER, 0.2, "name.different")
PLACE_PART = Related(Meet.NARROWER, 0.6, "name.part")
DESCRIBED = Related(Meet.NARROWER, 0.6, "name.described")
SAYS_IT = frozenset({Meet.SAME, Meet.NARROWER})
LOOSE = frozenset({Meet.NONE, Meet.WIDER})
KIND_OF = Related(Meet.NARROWER, 0.6, "name.kind")
GENERIC: Mapping[Kind, frozenset[str]] = {
    Kind.PERSON: frozenset({"man", "woman", "person", "people", "individual", "guy", "figure"}),
    Kind.ORG: frozenset({"company", "organization", "organisation", "group", "firm", "body", "agency"}),
    Kind.PLACE: frozenset({"place", "location", "area"}),
}


def relate(evidence: Node, e: Reading, statement: Node, s: Reading, lore: Lore) -> Related:
    """The relation of two words or names, each in its own reading (values are bound, not aligned: see `bind`)."""
    stands = e.stands.get(evidence.head)
    if isinstance(evidence.value, Name):
        if isinstance(statement.value, Name):
            met = _names(evidence.value, stands, statement.value, lore)
            if (met is NONE or met is NAME_OTHER) and _one_power(evidence, e, statement, s, lore):
                return NAME_ALIAS
            return met if met is not NAME_OTHER else _with_number(evidence, e, statement, s) or met
        if statement.kind == "pronoun":
            meant = _meant(statement, s)
            return _implied(_names(evidence.value, stands, meant, lore)) if meant is not None else NONE
        return _name_to_word(evidence, evidence.value, e, statement, s)
    return by_mention(by_word(evidence, e, statement, s), stands, statement, s, lore)


def by_word(evidence: Node, e: Reading, statement: Node, s: Reading) -> Related:
    """The relation of a word to one of the statement's nodes, whatever it stands for; it rests on `Reading.plain`."""
    if evidence.kind != "word":
        return NONE
    if isinstance(statement.value, Name):
        plain = statement.words == (0,) and _plain(statement.value.text, evidence, e)
        if evidence.lemma == statement.lemma or plain:
            return SAME
        alone = len(statement.words) == 1
        return lexical(evidence.lemma, evidence.pos, statement.lemma, statement.pos) if alone else NONE
    if statement.kind != "pronoun":
        return _words(evidence, e, statement, s)
    if _meant(statement, s) is None:
        return NONE
    return _implied(lexical(evidence.lemma, evidence.pos, statement.lemma, statement.pos))


def by_mention(found: Related, stands: Stands | None, statement: Node, s: Reading, lore: Lore) -> Related:
    """The relation `by_word`, or what it becomes by what the mention stands for."""
    if stands is None:
        return found
    wanted = statement.value if isinstance(statement.value, Name) else _meant(statement, s)
    if wanted is not None:
        return NAME_IMPLIED if _called(stands, wanted, lore) else found
    if found.meet not in LOOSE:
        return found
    described = _described(stands, statement)
    return described if described.strength > found.strength else found


def _meant(statement: Node, s: Reading) -> Name | None:
    """The name a pronoun of the statement stands for."""
    stands = s.stands.get(statement.head) if statement.kind == "pronoun" else None
    return stands.names[0] if stands is not None and stands.names else None


def _implied(met: Related) -> Related:
    """No mention is surer than another: structure decides."""
    return NAME_IMPLIED if met.meet is Meet.SAME else NONE


def _called(stands: Stands, wanted: Name, lore: Lore) -> bool:
    """Whether what a mention stands for goes by a name."""
    if not wanted.given:
        return any(lore.one(name, wanted) for name in stands.names)
    surnames = {name.surname for name in stands.names if name.given}
    return any(lore.one(name, wanted) for name in stands.names if name.text not in surnames)


OF_IDIOMS = frozenset({Meet.SAME, Meet.NARROWER, Meet.EXCLUSIVE, Meet.CONVERSE})


def _words(evidence: Node, e: Reading, statement: Node, s: Reading) -> Related:
    best = lexical(evidence.lemma, evidence.pos, statement.lemma, statement.pos)
    if best is NONE and opposed(e.sentence[evidence.head].lower, s.sentence[statement.head].lower):
        return OPPOSED
    if not evidence.idioms and not statement.idioms:
        return best
    for mine in (None, *statement.idioms):
        for theirs in (None, *evidence.idioms):
            if mine is None and theirs is None:
                continue
            wanted, have = mine or statement, theirs or evidence
            found = lexical(have.lemma, have.pos, wanted.lemma, wanted.pos)
            if found.strength > best.strength and found.meet in OF_IDIOMS:
                best = Related(found.meet, found.strength, "word.idiom", mine.words if mine else ())
    return best


def idiom_covers(evidence: Node, statement: Node) -> tuple[int, ...]:
    """Tokens of the statement's idiom that means what the evidence says, where it has one."""
    theirs = [(evidence.lemma, evidence.pos), *((i.lemma, i.pos) for i in evidence.idioms)]
    for idiom in statement.idioms:
        if any(lexical(*e, idiom.lemma, idiom.pos).meet in {Meet.SAME, Meet.NARROWER} for e in theirs):
            return idiom.words
    return ()


PREFIXES = frozenset({"un", "non", "non-", "de", "dis", "in"})
COUNTERPARTS = frozenset({frozenset({"on", "off"}), frozenset({"up", "down"}), frozenset({"in", "out"})})


@lru_cache(maxsize=1 << 13)
def opposed(e: str, s: str) -> bool:
    """ "compressed" and "uncompressed", whatever parts of speech the parser takes them for."""
    if frozenset((e, s)) in COUNTERPARTS:
        return True
    short, long = sorted((e, s), key=len)
    if short.startswith("on") and long == "off" + short[2:] and len(short) > 4:  # online, onshore
        return True
    return len(short) > 4 and long.endswith(short) and long[: -len(short)] in PREFIXES


@lru_cache(maxsize=1 << 13)
def lexical(e: str, e_pos: str, s: str, s_pos: str) -> Related:
    """The relation of two words."""
    if e == s:
        return ANYBODY if s in ANY else SAME
    found = LEXICAL[lexicon.relation(e, e_pos, s, s_pos)]
    if found.meet is Meet.CONVERSE and "v" not in (e_pos, s_pos):
        return OPPOSED  # nurse and patient: the same tie, another end of it
    if found.meet in {Meet.NONE, Meet.WIDER} and e_pos in "vn" and s_pos in "vn":
        return _moved(e, s) or found
    return found


def _moved(e: str, s: str) -> Related | None:
    """Two words for a figure's movement: the same way, or opposite ways."""
    way = trend(e) * trend(s)
    return TRENDS.get(way)


def _names(have: Name, stands: Stands | None, wanted: Name, lore: Lore) -> Related:
    full = stands.in_full(have) if stands is not None and wanted.given else ()
    if full and all(lore.same(name, wanted).no for name in full):
        return NAME_OTHER  # "Marsh", where the text so calls Ann Marsh, is not Leo Marsh
    if lore.one(have, wanted):
        return NAME_SAME if lore.same(have, wanted).rule == "exact" else NAME_ALIAS
    if stands is not None and _called(stands, wanted, lore):
        return NAME_IMPLIED
    if Kind.PERSON not in (have.kind, wanted.kind) and _plural(have.text, wanted.text):
        return NAME_ALIAS
    if lore.places is not None and lore.places.contains(wanted.text, have.text):
        return PLACE_PART
    if wanted.kind is Kind.PLACE and _held_in(have, wanted):
        return PLACE_PART
    return NAME_OTHER if alike(have.kind, wanted.kind) or alike(firm_kind(have), firm_kind(wanted)) else NONE


# What bears the name of the town it is in.
IN_TOWN = frozenset("festival conservatory conservatoire marathon olympics zoo biennale biennial".split())


def _held_in(event: Name, town: Name) -> bool:
    """ "At the Toronto International Film Festival" is in Toronto."""
    words, place = event.text.removeprefix("The ").split(), town.text.split()
    return words[: len(place)] == place and bool(words) and words[-1].lower() in IN_TOWN


ACTING = frozenset({"agent", "subject", "recipient", "prep_from", "prep_by", "prep_with", "prep_between"})


FORCES = frozenset(
    "troop troops force forces army military government navy warplane jet soldier diplomat envoy ambassador official "
    "leader foreign_minister missile rocket drone".split()
)


def _one_power(evidence: Node, e: Reading, statement: Node, s: Reading, lore: Lore) -> bool:
    """ "Washington" that acts, and "American" or "the U.S.": a seat of government for its country."""
    have, wanted = evidence.value, statement.value
    if not isinstance(have, Name) or not isinstance(wanted, Name) or not lore.seat(have, wanted):
        return False
    return _acts(evidence, have, e) and _acts(statement, wanted, s)


def _acts(node: Node, name: Name, reading: Reading) -> bool:
    """Whether a name stands for a power, not for a place: it acts, or an act is said to be its."""
    if name.kind is Kind.NATIONALITY:
        return True
    for role, head in reading.graph.roles(node.head):
        if role in ACTING:
            return True
        lemma = reading.sentence[head].lemma
        if role in {"poss", "mod"} and (lemma in FORCES or lexicon.is_act(lemma)):
            return True
    return False


def _plural(a: str, b: str) -> bool:
    """ "Katyusha rockets" are Katyushas."""
    return a + "s" == b or b + "s" == a


def _with_number(evidence: Node, e: Reading, statement: Node, s: Reading) -> Related | None:
    """ "Windows Server" followed by "2016" where the other text has the name whole."""
    have, wanted = evidence.value, statement.value
    if not isinstance(have, Name) or not isinstance(wanted, Name):
        return None
    after = s.sentence[wanted.stop].text if wanted.stop < len(s.sentence) else ""
    if after[:1].isdigit() and have.text == f"{wanted.text} {after}":
        return Related(Meet.SAME, 1.0, "name.same", (wanted.stop,))
    behind = e.sentence[have.stop].text if have.stop < len(e.sentence) else ""
    if behind[:1].isdigit() and wanted.text == f"{have.text} {behind}":
        return NAME_SAME
    return None


def alike(a: Kind, b: Kind) -> bool:
    """Whether names of these kinds could fill one slot."""
    return (
        a is b
        or Kind.OTHER in (a, b)
        or {a, b} <= {Kind.ORG, Kind.PLACE, Kind.PRODUCT, Kind.WORK, Kind.NATIONALITY}
    )


def _name_to_word(evidence: Node, have: Name, e: Reading, statement: Node, s: Reading) -> Related:
    """A common noun of the statement met by a name whose kind or description it gives."""
    if statement.pos != "n":
        return (
            lexical(have.text.lower(), "n", statement.lemma, statement.pos) if " " not in have.text else NONE
        )
    described = _described(e.stands.get(evidence.head), statement)
    if described is not NONE:
        return described
    if statement.lemma in GENERIC.get(have.kind, ()) or _kind_of_place(have, statement.lemma):
        return KIND_OF
    opening = evidence.lemma == statement.lemma != have.text.lower() or _plain(have.text, statement, s)
    if evidence.words == (0,) and opening:
        return SAME  # a plain noun in the plural that opens its sentence
    below = s.sentence.children[statement.head]
    if " " not in have.text and any(s.sentence[c].lower in {"a", "an"} for c in below):
        return NONE  # "an apple" is not what "Apple" names
    last = e.sentence[evidence.head].lemma  # "Halvern Ferries" is met by "ferries", "Lower Quay" by "quay"
    if last == statement.lemma or statement.lemma in have.title.lower().split():
        return KIND_OF
    return NONE


PLACE_KINDS: Mapping[str, frozenset[str]] = {
    "city": frozenset({"city", "town"}),
    "country": frozenset({"country", "nation"}),
    "state": frozenset({"state", "region", "province"}),
    "region": frozenset({"region"}),
    "continent": frozenset({"continent"}),
}


def _kind_of_place(have: Name, wanted: str) -> bool:
    """Whether a name is of a known place of the kind that the statement calls it."""
    known = lexicon.place(have.text) if have.kind in {Kind.PLACE, Kind.OTHER, Kind.ORG} else None
    return known is not None and wanted in PLACE_KINDS.get(known.kind, ())


def _plain(text: str, other: Node, o: Reading) -> bool:
    """Whether a name, by the capital that opens its sentence, is a noun in the plural that the other text has too."""
    word = o.sentence[other.head]
    return text.lower() == word.lower and word.tag == "NNS" and len(other.words) == 1


def _described(stands: Stands | None, statement: Node) -> Related:
    """A word of the statement met by a mention whose entity is so described elsewhere in the document."""
    if stands is None or statement.kind != "word":
        return NONE
    if statement.lemma in stands.lemmas:
        return DESCRIBED
    for head in stands.heads:
        if lexical(head, "n", statement.lemma, statement.pos).meet in SAYS_IT:
            return DESCRIBED
    return NONE
