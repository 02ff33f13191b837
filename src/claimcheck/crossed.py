"""Parts exchanged or taken over: what was stolen from the library is not the library, nor a club's coach the club.

`slots` sees two participants of a verb that have changed places. Here the last look is at any two phrases that hang
from one word, and at whoever plays a part in the statement that the evidence gives to another, this one standing by it
behind a preposition.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck import lexicon, transparent
from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import Case
from claimcheck.elsewhere import ORDERED, reckoned
from claimcheck.finding import Finding, Relation
from claimcheck.links import Link
from claimcheck.reading import Reading
from claimcheck.relate import Meet
from claimcheck.sharing import PARTITIVE
from claimcheck.slots import ERGATIVE, PASSING
from claimcheck.tokens import Sentence

SAME: Final = frozenset({"word.same", "word.synonym"})
PLAIN: Final = frozenset({Meet.SAME, Meet.NARROWER})
# Behind these stands who takes part as well: "trained with", "a deal between", "injured by".
TOGETHER: Final = frozenset(
    f"prep_{word}"
    for word in "by with and alongside beside including like between among of as through via except".split()
)
# Those that part a thing from another or set it beside it: whatever is told of the one is not told of the other.
BESIDE: Final = frozenset(
    f"prep_{word}"
    for word in "from off beyond behind near outside across around past before under above below over against "
    "toward towards along alongside opposite via without after despite".split()
)
# What one is to the other, the other is to the one.
MUTUAL: Final = frozenset(
    "meet marry border join match equal face fight play rival partner collide merge intersect cross adjoin touch "
    "correspond agree talk speak compare relate connect link differ resemble adjacent next similar equivalent "
    "identical comparable parallel close compatible tie draw divorce date wed combine differ different".split()
)
OWNED: Final = frozenset({"prep_of", "poss"})
COMPARATIVES: Final = frozenset({"JJR", "RBR"})
MORE: Final = frozenset({"more", "less", "as"})


def compare(case: Case) -> Iterator[Finding]:
    """A finding for every part that the evidence gives to something else the statement speaks of, or to another."""
    for k in _in_each_others_place(case):
        node, there = case.node(k), case.evidence(case.pairs[k].place)
        yield Finding(
            "role.of-another", Relation.UNDETERMINED, case.reading.text(node), there, "", node.words
        )
    for link in () if _stated(case) else case.links:
        if not {link.head, link.child} <= case.held or reckoned(case, link.child):
            continue
        head, child = case.met(link.head), _place(case, link.child)
        if head is None or child is None or head.reading != child.reading or head == child:
            continue
        reading = case.passage.readings[head.reading]
        if _on_the_same_side(case, link, reading, head, child):
            node = case.node(link.child)
            here, there = case.reading.text(node), case.evidence(head)
            yield Finding("role.of-another", Relation.UNDETERMINED, here, there, "", node.words)
        if case.pairs[link.head].related.meet not in PLAIN or case.node(link.head).lemma in MUTUAL:
            continue
        looks = (_exchanged, _taken_over, _same_noun, _said_of_kin, _of_the_other)
        found = (look(case, link, reading, head, child) for look in looks)
        other = next((token for token in found if token is not None), None)
        if other is None and _is_compared(case, link) and not _compared(reading, head, child):
            other = reading.nodes[head.node].head
        if other is not None:
            node = case.node(link.child)
            here, there = case.reading.text(node), reading.sentence[other].text
            yield Finding("role.of-another", Relation.UNDETERMINED, here, there, "", node.words)


def _stated(case: Case) -> bool:
    """Whether a state was read off other words: what is required to run is what nothing runs without."""
    return any(f.rule.startswith("state.") for rows in case.findings.values() for f in rows)


def _same_noun(case: Case, link: Link, reading: Reading, noun: Place, modifier: Place) -> int | None:
    """The noun's other mention that has the modifier, where the one it was met by has another modifier of its own."""
    if link.role not in {"mod", "poss"} or case.node(link.child).kind == "quantity":
        return None
    at, own = reading.nodes[noun.node].head, reading.nodes[modifier.node].head
    others = [h for role, h in reading.graph.roles(own) if role in {"mod", "poss"}]
    if at in others or not others or reading.sentence[others[0]].lemma != reading.sentence[at].lemma:
        return None
    met = {place.node for k in case.held if (place := case.met(k)) and place.reading == noun.reading}
    rivals = [c for role, c in reading.graph.fillers(at) if role in {"mod", "poss"}]
    return others[0] if any(reading.at.get(c, -1) not in met and c in reading.at for c in rivals) else None


def _said_of_kin(case: Case, link: Link, reading: Reading, head: Place, child: Place) -> int | None:
    """ "She was a judge" of who "was the daughter of a judge": the noun is what another noun is of."""
    if link.role != "subject" or case.node(link.head).pos != "n":
        return None
    at, own = reading.nodes[head.node].head, reading.nodes[child.node].head
    roles = reading.graph.roles(at)
    if not roles or any(role not in OWNED for role, _ in roles):
        return None
    return next((h for _, h in roles if _of_kin(reading, h) and _said_of(reading, h, own)), None)


def _said_of(reading: Reading, noun: int, whom: int) -> bool:
    return any(role in {"subject", "appos"} and c == whom for role, c in reading.graph.fillers(noun))


def _of_kin(reading: Reading, noun: int) -> bool:
    return _full(reading, noun) and lexicon.is_person_noun(reading.sentence[noun].lemma)


def _full(reading: Reading, noun: int) -> bool:
    """Whether a noun is of something, and not only a kind, a part or a number of it."""
    token = reading.sentence[noun]
    return token.pos == "NOUN" and token.lemma not in transparent.NOUNS | PARTITIVE | {"member"}


def _of_the_other(case: Case, link: Link, reading: Reading, head: Place, child: Place) -> int | None:
    """ "The son of the mayor" where another is the mayor's, and the son is somebody else's."""
    if link.role not in OWNED or case.node(link.head).pos != "n":
        return None
    at, own = reading.nodes[head.node].head, reading.nodes[child.node].head
    of = [h for role, h in reading.graph.roles(own) if role in OWNED]
    others = [c for role, c in reading.graph.fillers(at) if role in OWNED and c != own]
    if not of or not others or at in of or not all(_full(reading, h) for h in (at, *of)):
        return None
    return None if any(reading.sentence[c].pos == "PRON" for c in others) else of[0]


def _place(case: Case, k: int) -> Place | None:
    return case.places.get(k) or case.met(k)


def _in_each_others_place(case: Case) -> Iterator[int]:
    """ "The gallery lent it to the museum": two words near in meaning, each met by the other."""
    met = {
        k: case.passage.node(pair.place).lemma
        for k, pair in case.pairs.items()
        if k in case.held and case.node(k).kind == "word" and case.node(k).pos == "n"
    }
    for k, lemma in met.items():
        if lemma != case.node(k).lemma and any(
            case.node(n).lemma == lemma != other == case.node(k).lemma for n, other in met.items() if n != k
        ):
            yield k


def _on_the_same_side(case: Case, link: Link, reading: Reading, head: Place, child: Place) -> bool:
    """ "Learned" of who "taught": what one does to another, the other does the other way about."""
    pair = case.pairs.get(link.head)
    if pair is None or pair.related.meet is not Meet.CONVERSE or ROLE_GROUPS.get(link.role) != "do":
        return False
    at, own = reading.nodes[head.node], reading.nodes[child.node].head
    both = at.pos == "v" == case.node(link.head).pos
    return both and any(role == "agent" and c == own for role, c in reading.graph.fillers(at.head))


def _exchanged(case: Case, link: Link, reading: Reading, head: Place, child: Place) -> int | None:
    """What plays the part in the evidence, where the statement has that too, in another part."""
    if not (link.role in ROLE_GROUPS or link.role == "poss" or link.role.startswith("prep_")):
        return None
    mine, theirs = case.node(link.head), reading.nodes[head.node]
    alike = (mine.lemma, mine.pos) == (theirs.lemma, theirs.pos)
    if not alike or mine.lemma in PASSING or _stranded(case.reading.sentence, mine.head):
        return None
    at, own = theirs.head, set(reading.nodes[child.node].words)
    beside = {
        place.node: n.child
        for n in case.links
        if n.head == link.head
        and n.child != link.child
        and not _alike(n.role, link.role)
        and n.role not in ORDERED
        if not (mine.lemma in ERGATIVE and {n.role, link.role} <= ROLE_GROUPS.keys())
        if n.child in case.held and (place := _place(case, n.child)) and place.reading == head.reading
    }
    fillers = [c for role, c in reading.graph.fillers(at) if _alike(role, link.role)]
    if not fillers or any(c in own for c in fillers):
        return None
    crossed = [c for c in fillers if reading.at.get(c, -1) in beside]
    return crossed[0] if crossed and len(crossed) == len(fillers) else None


def _stranded(sentence: Sentence, verb: int) -> bool:
    """ "The bridge was paid for": its subject is what stands behind the preposition elsewhere."""
    below = (c for c in sentence.children[verb] if sentence[c].dep == "prep")
    return any(not sentence.children[c] for c in below)


def _alike(one: str, other: str) -> bool:
    return one == other or (one in ROLE_GROUPS and ROLE_GROUPS[one] == ROLE_GROUPS.get(other))


def _taken_over(case: Case, link: Link, reading: Reading, head: Place, child: Place) -> int | None:
    """Who plays the part in the evidence, where the statement's stands beside it: "stolen from the library"."""
    if link.role not in ROLE_GROUPS or case.node(link.head).pos != "v":
        return None
    at, own = reading.nodes[head.node].head, reading.nodes[child.node].head
    if reading.nodes[head.node].pos != "v" or case.pairs[link.head].related.by not in SAME:
        return None
    fillers = [c for role, c in reading.graph.fillers(at) if _alike(role, link.role)]
    roles = [role for role, h in reading.graph.roles(own) if h == at]
    if not fillers or own in fillers or not roles or not all(role in BESIDE for role in roles):
        return None
    if any(reading.sentence[c].pos == "PRON" for c in fillers):
        return None
    return fillers[0]


def _is_compared(case: Case, link: Link) -> bool:
    return link.role == "prep_than" and case.node(link.child).pos == "n" and link.child not in case.places


def _compared(reading: Reading, head: Place, child: Place) -> bool:
    """Whether the evidence has, if any, this word's "than" before what the statement compares with."""
    sentence, at = reading.sentence, reading.nodes[head.node].head
    if sentence[at].tag not in COMPARATIVES and sentence[at].lower not in MORE:
        return True
    thans = [t.i for t in sentence if t.lower == "than"]
    before = [i for i in thans if i < min(reading.nodes[child.node].words)]
    if not thans:
        return True
    if not before:
        return False
    graded = [t.i for t in sentence if t.i < before[-1] and (t.tag in COMPARATIVES or t.lower in MORE)]
    return not graded or graded[-1] == at or sentence[graded[-1]].head == at
