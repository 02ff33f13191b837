""" "The newspaper", "the structure", "the Brazilian striker": a new noun for what the sentence before is about.

A text that goes on with a definite noun nobody has used yet means, by that noun, the one thing or person it has just
spoken of, if that can be so called, or a thing that belongs to it ("the board met"). So only nouns that name a thing
by itself are read so, only as the subject a sentence opens with, and only where nothing else could be meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck import lexicon
from claimcheck.dimensions.name_lists import FIRM_WORDS
from claimcheck.dimensions.name_titles import CALLINGS
from claimcheck.dimensions.name_value import Kind
from claimcheck.entities.clause import Seen, leads, main_subject
from claimcheck.entities.cluster import HEADS, Cluster
from claimcheck.entities.nominal import Nominal
from claimcheck.entities.words import OBJECTS, SUBJECTS
from claimcheck.lexicon import LexRel
from claimcheck.tokens import Sentence

# What a named body or work may be called though its name does not say so.
BODIES: Final = frozenset(
    "company firm group business club team side band newspaper paper magazine daily weekly airline charity retailer "
    "carmaker automaker brewer brewery drugmaker chipmaker insurer lender broadcaster startup organisation "
    "organization agency institution foundation".split()
)
WORKS: Final = frozenset(
    "film movie novel album song series show play opera musical sitcom documentary".split()
)
BUILT: Final = frozenset("structure building landmark facility site monument".split())
# What one plans, builds or makes, by a noun that says no more than that.
MADE: Final = frozenset("project scheme development venture facility site programme program".split())
# Callings that are also posts: "the driver" and "the captain" may be somebody not yet spoken of.
POSTS: Final = frozenset(
    "driver pilot captain skipper teacher doctor nurse student passenger official agent lieutenant adviser advisor "
    "aide candidate contractor detective investigator regulator referee umpire winner runner-up wife husband son "
    "daughter father mother brother sister reporter journalist correspondent witness resident coroner principal dean "
    "rector director producer chef curator librarian farmer".split()
)


def renamed(
    sentences: Sequence[Sentence], nominal: Nominal, seen: Sequence[Sequence[Seen]]
) -> Cluster | None:
    """What a definite noun phrase with a noun of its own calls anew; None where that is not sure."""
    sentence, at = sentences[nominal.sentence], nominal.sentence
    token = sentence[nominal.head]
    if not at or nominal.plural or nominal.narrowed or nominal.owner or not leads(sentence, token):
        return None
    before, row = sentences[at - 1], seen[at - 1]
    main = main_subject(before)
    subject = next((s.cluster for s in row if s.token == main), None)
    if nominal.lemma in MADE and (made := _made(before, row)) is not None:
        return None if nominal.modifiers else made
    here = [s.cluster for s in seen[at] if s.token < token.i and s.cluster.kind is not Kind.NATIONALITY]
    if subject is None or any(cluster is not subject for cluster in here):
        return None
    if subject.is_person and subject.is_surely_person:
        others = {id(s.cluster) for s in row if s.cluster.is_person and s.cluster is not subject}
        return subject if not others and _epithet(nominal, subject) else None
    if nominal.modifiers or not _may_be(nominal.lemma, subject):
        return None
    rivals = [
        s for s in row if s.cluster is not subject and _core(before, s) and _may_be(nominal.lemma, s.cluster)
    ]
    return None if rivals else subject


def _made(before: Sentence, row: Sequence[Seen]) -> Cluster | None:
    """The one thing that the sentence before brings in as made or planned: "to build a wind farm"."""
    found = [
        s.cluster
        for s in row
        if before[s.token].dep in {"dobj", "nsubjpass"}
        and not s.cluster.is_person
        and any(before[c].lower in {"a", "an"} for c in before.children[s.token])
    ]
    return found[0] if len(found) == 1 else None


def _epithet(nominal: Nominal, person: Cluster) -> bool:
    """ "The Brazilian striker", "the singer": a calling that is no post, and nothing against what was said."""
    calling = nominal.lemma in CALLINGS - POSTS
    nations = {m for m in nominal.modifiers if lexicon.demonym(m.capitalize())}
    told = {w for w in person.said if lexicon.demonym(w.capitalize())}
    if nations and told and not nations & told:
        return False
    known = bool(person.types & CALLINGS)
    return calling and (bool(nations) or not known) and nominal.modifiers <= nations | person.said | _AGED


_AGED: Final = frozenset("young old veteran former retired then".split())


def _may_be(noun: str, cluster: Cluster) -> bool:
    """Whether a thing may be called by a noun that the text has not used of it."""
    if cluster.plural or (cluster.is_person and not cluster.is_thing and cluster.is_surely_person):
        return False
    sorts = cluster.types & HEADS if cluster.names else cluster.types
    if any(lexicon.relation(sort, "n", noun, "n") in {LexRel.SYNONYM, LexRel.NARROWER} for sort in sorts):
        return True
    if noun in BUILT and sorts & _BUILDINGS:
        return True
    if cluster.names and sorts and sorts <= _CALLED.get(noun, frozenset()):
        return True
    if not cluster.names or sorts - _LOOSE:
        return False
    if noun in BODIES:
        return cluster.kind not in {Kind.PLACE, Kind.NATIONALITY, Kind.EVENT}
    return noun in WORKS and cluster.kind in {Kind.WORK, Kind.OTHER, Kind.PRODUCT}


_BUILDINGS: Final = frozenset(
    "clinic museum library theatre theater hotel factory station hall mosque temple prison cinema cathedral abbey "
    "castle house palace tower bridge dam school hospital church chapel mill plant stadium airport terminal tunnel "
    "gallery monument memorial".split()
)
_AGENCIES: Final = frozenset(
    "programme program office fund administration authority bureau service commission council organization "
    "organisation board institute".split()
)
_SOCIETIES: Final = frozenset(
    "alliance association coalition federation foundation fund trust union society league movement front".split()
)
_CLUBS: Final = frozenset("fc afc cf united city rovers rangers wanderers athletics".split())
_CALLED: Final = {
    **dict.fromkeys(("company", "firm", "business", "group"), frozenset(FIRM_WORDS)),
    **dict.fromkeys(("agency", "body", "institution"), _AGENCIES),
    **dict.fromkeys(
        ("group", "organisation", "organization", "charity"), _SOCIETIES | {"programme", "program"}
    ),
    **dict.fromkeys(("club", "team", "side"), _CLUBS),
    **dict.fromkeys(
        ("newspaper", "paper", "daily"),
        frozenset("times news post journal gazette herald tribune telegraph guardian".split()),
    ),
}
# Heads of names that say little of what the body does: "Orr Group" may be a club's or a paper's.
_LOOSE: Final = frozenset(
    "fc afc cf club group holding holdings united city rovers media press news times".split()
)


def _core(sentence: Sentence, seen: Seen) -> bool:
    return sentence[seen.token].dep in SUBJECTS | OBJECTS
