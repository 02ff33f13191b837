"""Definite descriptions: "the board", "the 42-metre vessel", "the rockets" to the one thing they can mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.dimensions.name_lists import CORPORATE, FIRM_WORDS, ORG_HEADS
from claimcheck.dimensions.name_value import Kind, words
from claimcheck.entities.cluster import Cluster
from claimcheck.entities.nominal import Nominal
from claimcheck.entities.words import COMPANY_NOUNS, PERSON_NOUNS, WIDER

NAMED_REACH = 12  # sentences a named thing stays in mind for a description
NOUN_REACH = 5
PERSON_REACH = 3
FIRM_REACH = 3
_BODIES = ORG_HEADS - FIRM_WORDS


def antecedent(
    nominal: Nominal, by_type: dict[str, list[Cluster]], organisations: Sequence[Cluster]
) -> Cluster | None:
    """The one thing already spoken of that a definite noun phrase can mean; None where there is none or more than one.

    by_type: clusters by every lemma they are called by; organisations: all clusters of that kind.
    """
    if nominal.narrowed or nominal.owner:
        return None
    same = [c for c in by_type.get(nominal.lemma, ()) if _in_reach(c, nominal) and _agrees(c, nominal)]
    if same:
        return _of_several(nominal, same, by_type[nominal.lemma])
    if nominal.plural:
        return None
    wider = _unique(c for n in sorted(WIDER.get(nominal.lemma, ())) for c in by_type.get(n, ()))
    wider = [c for c in wider if _in_reach(c, nominal) and _agrees(c, nominal)]
    if wider:
        return wider[0] if len(wider) == 1 and (_compatible(wider[0], nominal) or nominal.measured) else None
    return _company(nominal, organisations) if nominal.lemma in {"company", "firm"} else None


def _of_several(nominal: Nominal, same: Sequence[Cluster], ever: Sequence[Cluster]) -> Cluster | None:
    """The one in reach that fits. Where the text has spoken of several of the sort, it must be fresh."""
    fitting = [c for c in same if _compatible(c, nominal)]
    if len(fitting) != 1 or (len(same) > 1 and not nominal.modifiers):
        return None
    alone = len([c for c in ever if c.plural == nominal.plural]) == 1
    return fitting[0] if alone or nominal.sentence - fitting[0].last <= 1 else None


def _unique(clusters: Iterable[Cluster]) -> list[Cluster]:
    return list({id(c): c for c in clusters}.values())


def _in_reach(cluster: Cluster, nominal: Nominal) -> bool:
    reach = NAMED_REACH if cluster.names else NOUN_REACH
    if not cluster.names and nominal.lemma in PERSON_NOUNS:
        reach = PERSON_REACH
    return nominal.sentence - cluster.last <= reach


def _agrees(cluster: Cluster, nominal: Nominal) -> bool:
    """In number, and in the count where both give one."""
    if cluster.plural != nominal.plural:
        return False
    return not nominal.count or nominal.count == cluster.count


def _compatible(cluster: Cluster, nominal: Nominal) -> bool:
    """The description says nothing of the thing that was not said before."""
    return nominal.modifiers <= cluster.said


def _company(nominal: Nominal, organisations: Sequence[Cluster]) -> Cluster | None:
    """ "the company": the one firm spoken of lately, by its name, its description, or for want of any other body."""
    if nominal.modifiers:
        return None
    heard = [c for c in organisations if c.kind is Kind.ORG and nominal.sentence - c.last <= NAMED_REACH]
    near = [c for c in heard if nominal.sentence - c.last <= FIRM_REACH]
    firms = [c for c in heard if _is_firm(c)]
    if firms:
        others = [c for c in near if c is not firms[0] and not _is_body(c)]
        return firms[0] if len(firms) == 1 and not others else None
    return near[0] if len(near) == 1 and not _is_body(near[0]) else None


def _is_firm(cluster: Cluster) -> bool:
    if cluster.types & COMPANY_NOUNS:
        return True
    return any(
        name.text.lower().split()[-1].strip(".") in CORPORATE or words(name.text)[-1] in FIRM_WORDS
        for name in cluster.names
        if " " in name.text
    )


def _is_body(cluster: Cluster) -> bool:
    """An office of state, a club, a paper: no company."""
    return any(w in _BODIES for name in cluster.names for w in words(name.text))
