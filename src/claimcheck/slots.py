"""Who fills which place: participants that have changed places, and what is nowhere a place to be in."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import HELD, Case
from claimcheck.dimensions.context import Modality
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node
from claimcheck.relate import Meet, lexical
from claimcheck.trend import trend


def out_of_place(case: Case, k: int, place: Place) -> bool:
    """ "In the country" is not met by the mountain's own name, which is nowhere a place that something is in."""
    mine = {role for role, _ in case.reading.graph.roles(case.node(k).head)}
    theirs = {role for role, _ in case.passage.roles(place)}
    loose = {"poss", "mod", "appos"}
    return all(role.startswith("prep_") for role in mine) and not any(
        role.startswith("prep_") or role in loose for role in theirs
    )


def roles(case: Case) -> None:
    """Two participants that have changed places contradict; one in another's place is not accounted for."""
    for k, node in enumerate(case.reading.nodes):
        place = case.met(k)
        if place is None or node.pos not in {"v", "n"} or k not in case.held or _passes(case, k, place):
            continue
        mine = {g: n for n, g in _participants(case, k) if n in case.held}
        theirs = {
            n: _group_in_evidence(case, k, case.pairs[n].place) for n in mine.values() if n in case.pairs
        }
        turned = case.pairs[k].related.meet is Meet.CONVERSE
        goods = mine.get("undergo")
        if turned and node.lemma in TRANSFERS and goods is not None and theirs.get(goods) != "undergo":
            case.held.discard(goods)  # what is bought is what is sold
            case.misplaced.add(goods)
            continue
        wrong = _unturned(mine, theirs) if turned else _turned(mine, theirs) or _sent_back(case, k)
        flipped = [n for g, n in mine.items() if theirs.get(n) and not _one_part(g, theirs[n])]
        if wrong and turned and _ahead_of(case, k, place):
            case.held.discard(k)  # who bought it may well mean to sell it
            case.misplaced.add(k)
        elif wrong:
            _swapped(case, k, wrong)
        elif sideways := _sideways(case, k):
            case.held.difference_update(sideways)
            case.misplaced.update(sideways)
        elif flipped and len(mine) == 1 and node.lemma.split("_")[0] in ERGATIVE:
            continue
        elif flipped and not turned and _same_voice(case, k) and not trend(node.lemma):
            case.held.difference_update(flipped)
            case.misplaced.update(flipped)


MEASURES = frozenset(
    "bill law legislation act measure resolution amendment budget motion proposal reform treaty package referendum "
    "ordinance plan".split()
)

PASSING = frozenset({"pass", "clear"})


def _passes(case: Case, k: int, place: Place) -> bool:
    """ "The bill passed the Senate" says that the Senate passed the bill."""
    both = ((case.reading, case.node(k)), (case.passage.readings[place.reading], case.passage.node(place)))
    return any(
        node.lemma in PASSING and role == "agent" and reading.sentence[child].lemma in MEASURES
        for reading, node in both
        for role, child in reading.graph.fillers(node.head)
    )


GOALS = frozenset({"prep_to", "prep_into", "prep_through", "prep_onto", "prep_for", "prep_from", "prep_in"})


def _sideways(case: Case, k: int) -> list[int]:
    """ "The Tamber flows through Aske" against "Aske flows into the Tamber": who does it in the one text is where it
    goes in the other, and the other way about."""
    place = case.pairs[k].place
    at = case.passage.node(place).head
    links = [link for link in case.links if link.head == k and link.child in case.held]
    for doer in (link for link in links if ROLE_GROUPS.get(link.role) == "do"):
        for goal in (link for link in links if link.role in GOALS):
            a, b = case.met(doer.child), case.met(goal.child)
            if a is None or b is None or {a.reading, b.reading} != {place.reading}:
                continue
            one = [r for r, h in case.passage.roles(a) if h == at]
            other = [r for r, h in case.passage.roles(b) if h == at]
            if (
                one
                and all(r.startswith("prep_") for r in one)
                and any(ROLE_GROUPS.get(r) == "do" for r in other)
            ):
                return [doer.child, goal.child]
    return []


def _one_part(mine: str, theirs: str) -> bool:
    """Who is awarded a prize undergoes the award or receives it."""
    return mine == theirs or {mine, theirs} == {"undergo", "receive"}


# Converse verbs that hand something over: the thing stays where it is, giver and taker change places.
TRANSFERS = frozenset(
    "buy sell purchase acquire lend borrow give receive get teach learn rent lease pay".split()
)

# "They will open the terminal" says that the terminal will open.
ERGATIVE = frozenset(
    "open reopen close shut start stop begin end resume continue change increase decrease double halve expand shrink "
    "move turn sink burn break crack melt freeze ring grow develop spread run sail fly crash load print display "
    "install update restart reboot launch improve worsen expire lapse sell stream ship star feature".split()
)


def _turned(mine: Mapping[str, int], theirs: Mapping[int, str]) -> list[int]:
    """Two participants each of which fills the other's part in the evidence."""
    for one, a in mine.items():
        for other, b in mine.items():
            if one < other and theirs.get(a) == other and theirs.get(b) == one:
                return [a, b]
    return []


SOURCES = frozenset({"prep_from", "prep_over", "prep_against"})

# What one is or does to another, the other is or does to the one.
MUTUAL = frozenset(
    "talk speak relate connect link compare marry match correspond join attach bind tie".split()
)


def _sent_back(case: Case, k: int) -> list[int]:
    """ "A accepted gifts from B" against "B accepted gifts from A"."""
    place = case.pairs[k].place
    at = case.passage.node(place).head
    links = [link for link in case.links if link.head == k and link.child in case.held]
    others = SOURCES if case.node(k).lemma in MUTUAL else SOURCES | {"prep_to"}
    for doer in (link for link in links if ROLE_GROUPS.get(link.role) == "do"):
        for source in (link for link in links if link.role in others):
            a, b = case.met(doer.child), case.met(source.child)
            if a is None or b is None or {a.reading, b.reading} != {place.reading}:
                continue
            one = [r for r, h in case.passage.roles(a) if h == at]
            other = [r for r, h in case.passage.roles(b) if h == at]
            if source.role in one and any(ROLE_GROUPS.get(r) == "do" for r in other):
                return [doer.child, source.child]
    return []


def _ahead_of(case: Case, k: int, place: Place) -> bool:
    """Whether the statement speaks of what is planned, and the evidence of what has been done."""
    theirs = case.passage.readings[place.reading].contexts[case.passage.node(place).head].modality
    mine = case.reading.contexts[case.node(k).head].modality
    return theirs is Modality.NONE and mine is not Modality.NONE


def _unturned(mine: Mapping[str, int], theirs: Mapping[int, str]) -> list[int]:
    """Participants that keep their parts though the verb has turned about ("A bought from B", "A sold to B")."""
    kept = [n for g, n in mine.items() if theirs.get(n) == g]
    return kept if len(kept) > 1 else []


def _same_voice(case: Case, k: int) -> bool:
    pair = case.pairs[k]
    if pair.related.by == "word.idiom":
        one, other = case.node(k), case.passage.node(pair.place)
        return _undergone(one, other) != _undergone(other, one)
    return case.node(k).pos == "v" and pair.related.by in {"word.same", "word.synonym", "word.derived"}


def _participants(case: Case, k: int) -> list[tuple[int, str]]:
    node = case.node(k)
    links = sorted((link for link in case.links if link.head == k), key=lambda link: link.role in ROLE_GROUPS)
    other = case.passage.node(case.pairs[k].place)
    found = [(link.child, _group(node, link.role, other)) for link in links]
    return [(child, group) for child, group in found if group]


def _undergone(verb: Node, other: Node) -> bool:
    return any(
        i.undergone and lexical(i.lemma, i.pos, other.lemma, other.pos).meet in HELD for i in verb.idioms
    )


UNDERGONE = {"agent": "undergo", "subject": "undergo", "prep_from": "do", "prep_by": "do"}

TOWARDS = frozenset({"prep_to", "prep_for", "prep_from", "prep_against", "prep_of"})


def _group(verb: Node, role: str, other: Node) -> str:
    """A participant's part: do, undergo, receive, as the other text's word for the event has it.

    What "belong to" or "lose to" leads to undergoes it; who "came under fire from the press" underwent what it did.
    """
    if _undergone(verb, other):
        return UNDERGONE.get(role, "")
    if role in TOWARDS and any(i.lemma == f"{verb.lemma}_{role[5:]}" for i in verb.idioms):
        return "undergo"
    return ROLE_GROUPS.get(role, "")


def _group_in_evidence(case: Case, k: int, child: Place) -> str:
    """The participant's part in the evidence's event: do, undergo, receive; "" where it has none there."""
    head = case.pairs[k].place
    if head.reading != child.reading:
        return ""
    verb = case.passage.node(head)
    at = (verb.head, *case.phrase(k))
    held = [_group(verb, r, case.node(k)) for r, h in case.passage.roles(child) if h in at]
    return next((group for group in held if group), "")


def _swapped(case: Case, k: int, wrong: list[int]) -> None:
    case.held.difference_update(wrong)
    node = case.node(k)
    pair = case.pairs[k]
    case.add(
        wrong[0],
        Finding(
            "role.swapped",
            Relation.CONTRADICTS,
            " and ".join(case.reading.text(case.node(n)) for n in wrong),
            case.evidence(pair.place),
            "the participants have changed places",
            node.words,
        ),
    )
    case.held.update(wrong[1:])
