"""How the evidence tells of a deed: as done, or only in part, seldom, in another world, debated or prevented."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck import lexicon, phases
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions import context_deed, degree
from claimcheck.dimensions.context import Context
from claimcheck.finding import Finding

COMPLEMENTS = frozenset({"attr", "acomp", "oprd"})  # what a copula says


def as_deeds(case: Case, k: int, place: Place, mine: Context, theirs: Context) -> tuple[Context, Context]:
    """The contexts, those of nouns of action read as the deeds they name."""
    evidence, token = case.passage.readings[place.reading], case.passage.node(place)
    if token.pos != "n" or not _deed(case, k):
        return mine, theirs
    verb = case.node(k).pos == "v"
    theirs = context_deed.context(evidence.sentence, evidence.contexts, token.head, verb=verb)
    if not verb:
        reading = case.reading
        mine = context_deed.context(reading.sentence, reading.contexts, case.node(k).head, verb=verb)
    return mine, theirs


def _deed(case: Case, k: int) -> bool:
    """Whether a statement's word tells of a deed: a verb, or a noun of action whose own verb has no partner."""
    node = case.node(k)
    pair = case.pairs.get(k)
    if node.kind != "word" or pair is None or pair.related.by == "word.agent":
        return False
    if node.pos == "v":
        return True
    verb = case.reading.at.get(case.reading.sentence[node.head].head)
    return node.pos == "n" and lexicon.is_act(node.lemma) and verb not in case.pairs


def weaker(case: Case, k: int, place: Place, mine: Context, theirs: Context) -> Iterator[Finding]:
    """What the evidence says in part, seldom, of another world or of another phase of the same activity."""
    state = case.reading.sentence[case.node(k).head].dep in COMPLEMENTS
    found = (degree.relate(theirs, mine, state), phases.compare(case, k, place))
    yield from (f for f in found if f is not None)
