"""Who fills which place: names in one-filler slots, participants that have changed places, ranks and offices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from claimcheck.align import ROLE_GROUPS, Pair, Passage, Place
from claimcheck.case import HELD, Case
from claimcheck.dimensions import name
from claimcheck.dimensions.name import Name
from claimcheck.finding import Finding, Relation
from claimcheck.relate import Meet

# Roles whose filler excludes another in the same event or state.
ONE_FILLER = frozenset(
    {"agent", "subject", "attr", "poss", "prep_in", "prep_at", "prep_on", "prep_by", "prep_near", "prep_from"}
)


def other_name(case: Case, k: int, pair: Pair) -> Finding:
    """A name of the statement whose place in the evidence another name holds."""
    mine, theirs = case.node(k).value, case.passage.node(pair.place).value
    assert isinstance(mine, Name)
    assert isinstance(theirs, Name)
    role = _shared_role(case, k, pair.place)
    taken = any(p.place == pair.place for n, p in case.pairs.items() if n != k)
    found = name.relate(
        theirs,
        mine,
        one_filler=role in ONE_FILLER and not taken,
        aliases=case.lore.aliases,
        places=case.lore.places,
        locative=role.startswith("prep"),
    )
    return (
        found
        if role or found.relation is not Relation.CONTRADICTS
        else replace(found, relation=Relation.UNDETERMINED)
    )


def _shared_role(case: Case, k: int, place: Place) -> str:
    """The role both names play of one aligned word, or, as modifiers, that of what they modify; "" for none."""
    reading, evidence = case.reading, case.passage.readings[place.reading]
    theirs = evidence.graph.roles(case.passage.node(place).head)
    for own_role, own_head in reading.graph.roles(case.node(k).head):
        n = reading.at.get(own_head)
        partner = case.pairs.get(n) if n is not None else None
        if (
            n is None
            or partner is None
            or partner.related.meet not in HELD
            or partner.place.reading != place.reading
        ):
            continue
        for role, head in theirs:
            at = evidence.at.get(head)
            if at is None or Place(place.reading, at) != partner.place:
                continue
            if role == own_role or {role, own_role} <= {"agent", "subject"}:
                return _through_noun(case, n) if role == "mod" else role
    return ""


def out_of_place(case: Case, k: int, place: Place) -> bool:
    """ "In the country" is not met by the mountain's own name, which is nowhere a place that something is in."""
    mine = {role for role, _ in case.reading.graph.roles(case.node(k).head)}
    theirs = {role for role, _ in case.passage.roles(place)}
    loose = {"poss", "mod", "appos"}
    return all(role.startswith("prep_") for role in mine) and not any(
        role.startswith("prep_") or role in loose for role in theirs
    )


def _through_noun(case: Case, n: int) -> str:
    """The role of a noun whose modifier is in question, where the noun is not counted."""
    counted = any(link.head == n and case.node(link.child).kind == "quantity" for link in case.links)
    roles = [role for role, _ in case.reading.graph.roles(case.node(n).head)]
    return "" if counted or not roles else roles[0]


def roles(case: Case) -> None:
    """Two participants that have changed places contradict; one in another's place is not accounted for."""
    for k, node in enumerate(case.reading.nodes):
        place = case.met(k)
        if place is None or node.pos not in {"v", "n"} or k not in case.held:
            continue
        mine = {g: n for n, g in _participants(case, k) if n in case.held}
        theirs = {
            n: _group_in_evidence(case, place, case.pairs[n].place) for n in mine.values() if n in case.pairs
        }
        turned = case.pairs[k].related.meet is Meet.CONVERSE
        goods = mine.get("undergo")
        if turned and node.lemma in TRANSFERS and goods is not None and theirs.get(goods) != "undergo":
            case.held.discard(goods)  # what is bought is what is sold
            case.misplaced.add(goods)
            continue
        wrong = _unturned(mine, theirs) if turned else _turned(mine, theirs)
        flipped = [n for g, n in mine.items() if theirs.get(n) and theirs[n] != g]
        if wrong:
            _swapped(case, k, wrong)
        elif flipped and len(mine) == 1 and node.lemma in ERGATIVE:
            continue
        elif flipped and not turned and _same_voice(case, k):
            case.held.difference_update(flipped)
            case.misplaced.update(flipped)


# Converse verbs that hand something over: the thing stays where it is, giver and taker change places.
TRANSFERS = frozenset(
    "buy sell purchase acquire lend borrow give receive get teach learn rent lease pay".split()
)


# "They will open the terminal" says that the terminal will open.
ERGATIVE = frozenset(
    "open reopen close shut start stop begin end resume continue change increase decrease double halve expand shrink "
    "move turn sink burn break crack melt freeze ring grow develop spread run sail fly crash load print display "
    "install update restart reboot launch improve worsen expire lapse sell stream ship".split()
)


def _turned(mine: Mapping[str, int], theirs: Mapping[int, str]) -> list[int]:
    """Two participants each of which fills the other's part in the evidence."""
    for one, a in mine.items():
        for other, b in mine.items():
            if one < other and theirs.get(a) == other and theirs.get(b) == one:
                return [a, b]
    return []


def _unturned(mine: Mapping[str, int], theirs: Mapping[int, str]) -> list[int]:
    """Participants that keep their parts though the verb has turned about ("A bought from B", "A sold to B")."""
    kept = [n for g, n in mine.items() if theirs.get(n) == g]
    return kept if len(kept) > 1 else []


def _same_voice(case: Case, k: int) -> bool:
    return case.node(k).pos == "v" and case.pairs[k].related.by in {"word.same", "word.synonym"}


def _participants(case: Case, k: int) -> list[tuple[int, str]]:
    return [
        (link.child, ROLE_GROUPS[link.role])
        for link in case.links
        if link.head == k and link.role in ROLE_GROUPS
    ]


def _group_in_evidence(case: Case, head: Place, child: Place) -> str:
    """The participant's part in the evidence's event: do, undergo, receive; "" where it has none there."""
    if head.reading != child.reading:
        return ""
    at = case.passage.node(head).head
    held = [r for r, h in case.passage.roles(child) if h == at and r in ROLE_GROUPS]
    return ROLE_GROUPS[held[0]] if held else ""


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


def titles(passage: Passage, pair: Pair, wanted: Name) -> Iterator[Finding]:
    """The rank or office a statement gives a person, against the evidence's."""
    have = passage.node(pair.place).value
    stands = passage.readings[pair.place.reading].stands.get(passage.node(pair.place).head)
    if not wanted.title:
        return
    if not isinstance(have, Name):
        have = (
            next((n for n in stands.names if n.key == wanted.key), stands.names[0])
            if stands and stands.names
            else None
        )
    if have is not None:
        found = name.relate(have, wanted, one_filler=False, titles=stands.titles if stands else ())
        if found.rule == "name.title":
            yield found
