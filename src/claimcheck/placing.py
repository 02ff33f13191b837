"""Whether what a statement joins is joined in the evidence: modifiers to their nouns, participants to their verbs."""

from __future__ import annotations

from claimcheck import bridging, lexicon, occupants
from claimcheck.account import LIGHT_VERBS
from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.bearers import bearer
from claimcheck.case import HELD, Case
from claimcheck.dimensions.name import Kind, Name
from claimcheck.links import Link
from claimcheck.reading import Reading
from claimcheck.relate import FORCES, relate
from claimcheck.speakers import SPOKESMEN

NEAR = 4  # steps within which two aligned words still hang together
NAMING = frozenset({"bear", "born"})  # "Anna Rehn (born Anna Lund)"
MENTION = 4  # steps from an earlier mention within which a word belongs to it
CLOSE = 2  # the same, where another word competes for the place


def detached(case: Case) -> None:
    """A modifier met far from what it modifies is not accounted for, nor a verb met away from its participants."""
    for link in case.links:
        head, child = case.met(link.head), case.met(link.child)
        if (
            head is None
            or child is None
            or head == child
            or link.child not in case.held
            or link.head not in case.held
            or bridging.understood(case, link.role, head, child)
        ):
            continue
        if link.role in {"prep_in", "prep_on"} and _does_it_all(case, link, child):
            case.held.discard(link.child)
            case.misplaced.add(link.child)
        elif link.role in {"mod", "poss", "appos"}:
            _modifier(case, link, head, child)
        elif link.role in ROLE_GROUPS and case.node(link.head).pos == "v":
            _participant(case, link, head, child)
        elif link.role in ROLE_GROUPS:
            bearer(case, link.head, link.child)
        elif link.role in occupants.ONE_FILLER:
            occupants.occupied(case, link)


def _does_it_all(case: Case, link: Link, child: Place) -> bool:
    """Whether a place that something is said to be in is nothing but a participant in the evidence: "bordered by
    Egypt" is not "in Egypt"."""
    value = case.node(link.child).value
    if not isinstance(value, Name) or value.kind is not Kind.PLACE or case.node(link.head).kind != "name":
        return False
    roles = case.passage.roles(child)
    reading = case.passage.readings[child.reading]
    near = {r for role, h in roles if role == "prep_of" for r, _ in reading.graph.roles(h)}
    if near and near <= {"prep_near", "prep_outside", "prep_off", "prep_beyond", "prep_from", "prep_to"}:
        return True  # "near the town of Kemi"
    return bool(roles) and all(role in {"agent", "subject", "patient"} for role, _ in roles)


def _modifier(case: Case, link: Link, head: Place, child: Place) -> None:
    if _comma_between(case, link.head, link.child) or _breakdown(case, link.head, link.child):
        return
    strict = _rival(case, head, link.child) or (link.role == "mod" and case.node(link.child).kind == "name")
    reach = 1 if link.role == "appos" else CLOSE if strict else NEAR
    far = case.passage.distance(head, child) > reach
    if far and link.role == "appos" and head.reading == child.reading:
        far = not _one_thing(case, head, child)
    elsewhere = head.reading != child.reading and (resolved(case, head) or told_before(case, head, child))
    if far and not elsewhere:
        case.held.discard(link.child)
        case.misplaced.add(link.child)
        if link.role == "appos":
            bearer(case, link.child, link.head)


def _one_thing(case: Case, head: Place, child: Place) -> bool:
    """ "The orchestra's founder, the cellist Dana Whitlock": a chain of appositions speaks of one person."""
    graph = case.passage.readings[head.reading].graph
    start, end = case.passage.node(head).head, case.passage.node(child).head
    beside = {c for r, c in graph.fillers(start) if r in BESIDE} | {
        h for r, h in graph.roles(start) if r in BESIDE
    }
    return any(end in {c for r, c in graph.fillers(b) if r == "appos"} for b in beside) or any(
        end in {h for r, h in graph.roles(b) if r == "appos"} for b in beside
    )


BESIDE = frozenset({"appos", "mod"})


def _participant(case: Case, link: Link, head: Place, child: Place) -> None:
    if (
        occupants.occupied(case, link)
        or _shared(case, link.head, link.child, child)
        or _by_pronoun(case, head, child)
    ):
        return
    filled = _filled(case, link, head, child)
    if filled and occupants.passed_over(case, link, PASSED_OVER):
        return
    if filled:
        case.another.add(link.head)
    if filled or _taken(case, head, child):
        case.held.discard(link.head)
        case.misplaced.add(link.head)


def _filled(case: Case, link: Link, head: Place, child: Place) -> bool:
    """Whether something else has the part in the evidence's event that the statement gives this participant."""
    reading = case.passage.readings[head.reading]
    group = ROLE_GROUPS[link.role]
    verb = reading.sentence[case.passage.node(head).head]
    if verb.dep == "advcl" and verb.tag == "VBG" and group == "do":
        return False  # "…, ending the strike": what the clause above says may have done it
    fillers = reading.graph.fillers(verb.i)
    token = case.passage.node(child).head if child.reading == head.reading else -1
    if any(c == token and not _aside(group, r) for r, c in fillers) or case.node(link.head).lemma in NAMING:
        return False
    phrase = case.phrase(link.head)
    if any(c == token for w in phrase for _, c in reading.graph.fillers(w)):
        return False  # "made a visit to the town"
    own = [c for r, c in fillers if ROLE_GROUPS.get(r) == group and c in reading.at and c not in phrase]
    own = [reading.at[c] for c in own]
    if not own or any(reading.nodes[n].kind == "pronoun" for n in own):
        return False
    if occupants.among(reading, token, own):
        return False
    if any(_speaks_for(case, link.child, reading, n, token) for n in own):
        return False
    if group == "do" and any(_done_by(reading, n, token) for n in own):
        return False
    node = case.node(link.child)
    return not any(
        relate(reading.nodes[n], reading, node, case.reading, case.lore).meet in HELD
        and not _of_another(case, link.child, reading, n)
        for n in own
    )


def _aside(group: str, role: str) -> bool:
    """Whether who stands there has no such part in the event: shops in the arcade were not closed by the arcade."""
    return role in PASSED_OVER if group == "undergo" else role in PLACES and group == "do"


PLACES = frozenset({"prep_in", "prep_on", "prep_at", "prep_near"})


def _done_by(reading: Reading, act: int, token: int) -> bool:
    """ "Raids by the officers closed three shops": whose act does a thing does it."""
    node = reading.nodes[act]
    own = any(r == "prep_by" and c == token for r, c in reading.graph.fillers(node.head))
    return own and node.pos == "n" and lexicon.is_act(node.lemma)


# Where those stand who did not get what another got: "chose Helix over Orbitall".
PASSED_OVER = frozenset({"prep_over", "prep_against", "prep_instead", "prep_than"})


def _of_another(case: Case, participant: int, reading: Reading, filler: int) -> bool:
    """Whether the two are told apart by whose they are: Ukrainian troops are no Russian forces."""
    mine = [
        case.node(link.child).value for link in case.links if link.head == participant and link.role in OWNED
    ]
    below = reading.graph.fillers(reading.nodes[filler].head)
    theirs = [reading.nodes[reading.at[c]].value for r, c in below if r in OWNED and c in reading.at]
    ours = [n for n in mine if isinstance(n, Name)]
    others = [n for n in theirs if isinstance(n, Name)]
    return bool(ours and others) and all(case.lore.same(a, b).no for a in others for b in ours)


OWNED = frozenset({"mod", "poss"})


# What these do is done by whom they belong to.
OWN = frozenset(
    "government administration authority regime ministry parliament leadership management board member all each "
    "both rest most majority number total crew staff team personnel official leader company firm group".split()
)
STANDS_FOR = FORCES | SPOKESMEN | OWN


def _speaks_for(case: Case, participant: int, reading: Reading, filler: int, token: int) -> bool:
    """ "American planes struck" says that America struck; "the rest of the crew" that the crew did."""
    value = case.node(participant).value
    head = reading.nodes[filler].head
    near = [c for r, c in reading.graph.fillers(head) if r in {"mod", "poss", "prep_of", "appos", "subject"}]
    near += [h for r, h in reading.graph.roles(head) if r in {"appos", "subject"}]
    if reading.sentence[head].lemma in SPOKESMEN:
        near += [c for r, c in reading.graph.fillers(head) if r in {"prep_for", "prep_at", "prep_from"}]
    if token in near and (not isinstance(value, Name) or value.kind is not Kind.PERSON):
        return _answers_for(reading, filler, value)
    return reading.sentence[head].tag in {"WDT", "WP", "DT", "CD"}


def _answers_for(reading: Reading, filler: int, whole: object) -> bool:
    """Whether what a noun does is done by what it belongs to: an army's by its country, not a wife's by her husband."""
    token = reading.sentence[reading.nodes[filler].head]
    below = {reading.sentence[c].lower for c in reading.sentence.children[token.i]}
    named = isinstance(reading.nodes[filler].value, Name)
    if named or token.lemma in STANDS_FOR or lexicon.is_act(token.lemma) or token.pos in {"ADJ", "NUM"}:
        return True
    placed = isinstance(whole, Name) and lexicon.is_place_noun(token.lemma)  # "the islands of Sael and Mora"
    return placed or bool(below & {"every", "all", "each", "whole"})


def _rival(case: Case, head: Place, child: int) -> bool:
    """Whether another word of the same sort modifies the evidence's noun, in the place of the statement's."""
    reading = case.passage.readings[head.reading]
    mine = case.pairs[child].place
    for role, token in reading.graph.fillers(case.passage.node(head).head):
        n = reading.at.get(token)
        if role in {"mod", "poss"} and n is not None and Place(head.reading, n) != mine:
            other = reading.nodes[n]
            if other.kind == case.node(child).kind and other.pos == case.node(child).pos:
                return True
    return False


def _breakdown(case: Case, whole: int, part: int) -> bool:
    """ "Three people, two of them Danish": an apposition that counts a part is not said of the whole."""
    counted = {t for tokens in case.account.things.values() for t in tokens}
    return case.node(whole).head in counted and case.node(part).head in counted and part != whole


def _comma_between(case: Case, head: int, child: int) -> bool:
    """ "At al-Asad, brain injuries …": what a comma parts is no modifier, whatever the parser says."""
    low, high = sorted((case.node(head).head, case.node(child).head))
    apposed = any(link.role == "appos" and {link.head, link.child} == {head, child} for link in case.links)
    return not apposed and any(case.reading.sentence[i].text == "," for i in range(low + 1, high))


def _shared(case: Case, verb: int, participant: int, place: Place) -> bool:
    """ "Killed or wounded 17 people": the participant may take part in the other verb's event."""
    others = [link.head for link in case.links if link.child == participant and link.head != verb]
    events = {h for r, h in case.passage.roles(place) if r in ROLE_GROUPS}
    met = [case.met(n) for n in others]
    return any(
        m is not None and m.reading == place.reading and case.passage.node(m).head in events for m in met
    )


def _by_pronoun(case: Case, verb: Place, participant: Place) -> bool:
    """ "Dorsey denied that she had met him", "the agency said it could not": who speaks takes part in it too."""
    reading = case.passage.readings[verb.reading]
    node = case.passage.node(participant)
    at = case.passage.node(verb).head
    above = set(reading.sentence.path_up(at))
    speaks = any(role in ROLE_GROUPS and h in above for role, h in case.passage.roles(participant))
    for role, c in reading.graph.fillers(at):
        if role not in ROLE_GROUPS or reading.sentence[c].tag not in PERSONAL:
            continue
        stands = reading.stands.get(c)
        if stands is None and speaks:
            return True
        if stands is not None and isinstance(node.value, Name):
            return any(case.lore.same(name, node.value).yes for name in stands.names)
        if stands is not None and node.lemma in stands.heads | stands.lemmas:
            return True
    return False


PERSONAL = frozenset({"PRP", "PRP$"})


def _taken(case: Case, verb: Place, participant: Place) -> bool:
    """Whether the participant takes part in other events of its sentence, and not in this one."""
    if verb.reading != participant.reading:
        return False
    reading = case.passage.readings[verb.reading]
    at = case.passage.node(verb).head
    events = [h for r, h in case.passage.roles(participant) if r in ROLE_GROUPS]
    verbs = [
        h
        for h in events
        if reading.sentence[h].pos == "VERB" and reading.sentence[h].lemma not in LIGHT_VERBS
    ]
    if any(h in events and role in {"patient", "prep_without"} for role, h in reading.graph.roles(at)):
        return False  # "landed without damage", "escaped damage": it was not damaged
    return (
        bool(verbs)
        and at not in events
        and reading.graph.distance(at, case.passage.node(participant).head) > 1
    )


def resolved(case: Case, place: Place) -> bool:
    """Whether a mention is known to be a named entity that other sentences of its document speak of."""
    stands = case.passage.readings[place.reading].stands.get(case.passage.node(place).head)
    return stands is not None and bool(stands.names)


def told_before(case: Case, head: Place, modifier: Place) -> bool:
    """ "The branch holds …" after "… its second branch on Quay Street": the modifier stands by an earlier mention."""
    reading, node = case.passage.readings[head.reading], case.passage.node(head)
    definite = any(
        reading.sentence[c].lower in {"the", "this", "that"} for c in reading.sentence.children[node.head]
    )
    if not definite or modifier.reading > head.reading:
        return False
    before = case.passage.readings[modifier.reading]
    mentions = [n.head for n in before.nodes if n.lemma == node.lemma]
    at = case.passage.node(modifier).head
    return any(before.graph.distance(mention, at) <= MENTION for mention in mentions)
