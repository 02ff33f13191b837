"""Whom a description is of: the founder of the firm is not whoever else the sentence names."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck import occupants
from claimcheck.align import Place
from claimcheck.case import HELD, Case
from claimcheck.dimensions.name import Name
from claimcheck.reading import Reading
from claimcheck.relate import relate


def bearer(case: Case, description: int, name: int) -> None:
    """A description that the evidence gives to somebody else is not this one's."""
    mine, place, at = case.node(name).value, case.met(description), case.met(name)
    if not isinstance(mine, Name) or place is None or case.node(description).kind != "word":
        return
    reading = case.passage.readings[place.reading]
    noun = case.passage.node(place).head
    bearers = [c for r, c in reading.graph.fillers(noun) if r in {"appos", "subject"}]
    whole = case.passage.node(place).value
    if isinstance(whole, Name):
        if case.node(description).lemma not in whole.title.lower().split():
            _kind_of_another(case, description, place, at)
            return
        bearers = [noun]  # "the drummer Amy Toll": the title is part of the name
    bearers += [h for r, h in reading.graph.roles(noun) if r == "appos"]
    bearers += [h for r, h in reading.graph.roles(noun) if r == "mod" and reading.sentence[h].pos == "PROPN"]
    if (
        at is not None
        and at.reading == place.reading
        and (case.passage.node(at).head in bearers or _known_as(reading, case.passage.node(at).head, bearers))
    ):
        return
    named = [n for b in bearers if b in reading.at for n in occupants.called(reading, b)]
    if not named or len(named) < len(bearers) or reading.sentence[noun].tag == "NNS":
        return
    if not all(case.lore.same(other, mine).no for other in named):
        return
    if _unique(case, description) and case.own(place):
        occupants.another(case, name, named[0], "role.swapped", "the description is another's")
    else:
        case.held.discard(description)
        case.misplaced.add(description)


def _known_as(reading: Reading, name: int, bearers: Sequence[int]) -> bool:
    """ "Ida Brandt, known as Idabel": another name of one of the bearers."""
    calling = [h for r, h in reading.graph.roles(name) if r in {"prep_as", "attr"}]
    called = {c for h in calling if reading.sentence[h].lemma in CALLED for _, c in reading.graph.fillers(h)}
    return bool(called.intersection(bearers))


CALLED = frozenset("know call bill style nickname dub credit bear".split())


def _kind_of_another(case: Case, description: int, place: Place, at: Place | None) -> None:
    """ "Prescott is a city" is not met by "Kansas City", of which the evidence speaks as well."""
    if at is None or at == place:
        return
    reading = case.passage.readings[at.reading]
    token = case.passage.node(at).head
    said = [h for r, h in reading.graph.roles(token) if r in {"subject", "appos"}]
    said += [c for r, c in reading.graph.fillers(token) if r == "appos"]
    nodes = [case.passage.node(at), *(reading.nodes[reading.at[i]] for i in said if i in reading.at)]
    wanted = case.node(description)
    if not any(relate(n, reading, wanted, case.reading, case.lore).meet in HELD for n in nodes):
        case.held.discard(description)
        case.misplaced.add(description)


def _unique(case: Case, k: int) -> bool:
    """Whether a description fits one bearer only: a possessor's, a superlative, or with "the"."""
    sentence = case.reading.sentence
    below = [sentence[c] for c in sentence.children[case.node(k).head]]
    return any(t.dep == "poss" or t.tag in {"JJS", "RBS"} or t.lower == "the" for t in below)
