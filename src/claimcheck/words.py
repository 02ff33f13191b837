"""The account of a statement's words and names: which are met, which are wrong, which are left over."""

from __future__ import annotations

from dataclasses import replace

from claimcheck import lexicon, opposites, slots
from claimcheck.account import LIGHT_VERBS, SUPPORT_VERBS
from claimcheck.align import ROLE_GROUPS, Pair, Place
from claimcheck.case import HELD, Case
from claimcheck.dimensions.name import Name
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node
from claimcheck.relate import Meet, idiom_covers

NEAR = 4  # steps within which two aligned words still hang together
CLOSE = 2  # steps within which a word may exclude another
MOST_STEPS = 9


def account(case: Case) -> None:
    """Findings for every word and name that the alignment met."""
    for k, node in enumerate(case.reading.nodes):
        pair = case.pairs.get(k)
        if pair is not None and (case.account.weight(k) or pair.related.meet in HELD):
            _met(case, k, node, pair)
    for k, node in enumerate(case.reading.nodes):
        if isinstance(node.value, Name) and k in case.held and k in case.pairs:
            case.findings[k].extend(slots.titles(case.passage, case.pairs[k], node.value))
    slots.roles(case)
    _detached(case)
    _license(case)


def _met(case: Case, k: int, node: Node, pair: Pair) -> None:
    finding = Finding(
        pair.related.by,
        Relation.UNDETERMINED,
        case.reading.text(node),
        case.evidence(pair.place),
        "",
        node.words,
    )
    steps = _steps(case, k)
    if pair.related.by == "name.kind" and slots.out_of_place(case, k, pair.place):
        return
    if pair.related.by == "word.trend" and not _measured(case):
        return
    if pair.related.meet in HELD:
        if steps <= NEAR or _elsewhere(case, k, pair):
            case.add(k, replace(finding, relation=Relation.ENTAILS))
            covers = pair.related.covers or idiom_covers(case.passage.node(pair.place), node)
            case.held.update(case.reading.at[w] for w in covers if w in case.reading.at)
    elif pair.related.meet is Meet.EXCLUSIVE:
        if opposites.negated_once(case, node, pair):
            case.add(
                k,
                replace(
                    finding, rule="polarity.same", relation=Relation.ENTAILS, note="an opposite, negated"
                ),
            )
        elif (
            steps <= CLOSE
            and case.own(pair.place)
            and _same_slot(case, k, pair)
            and not opposites.speaks(case, pair.place)
        ):
            case.add(k, replace(finding, relation=opposites.compare(case, node, pair)))
    elif pair.related.meet is Meet.OTHER:
        if steps <= CLOSE and case.own(pair.place):
            case.add(k, slots.other_name(case, k, pair))
    elif pair.related.meet is Meet.WIDER:
        case.add(k, finding)


def _measured(case: Case) -> bool:
    """Whether the statement has figures, so that "lost" and "dropped" may both say which way they moved."""
    return any(node.kind == "quantity" for node in case.reading.nodes)


def _steps(case: Case, k: int) -> int:
    """How far the word's partner lies from the partners of its neighbours: the nearest counts."""
    place = case.pairs[k].place
    beside = [n for n in case.near[k] if n in case.pairs and case.pairs[n].place != place]
    if not beside:
        beside = [n for n in case.pairs if n != k and case.pairs[n].place != place]
    return min((case.passage.distance(place, case.pairs[n].place) for n in beside), default=0)


def _elsewhere(case: Case, k: int, pair: Pair) -> bool:
    """A modifier may be licensed by another sentence about the same thing; a name that sets the scene by any."""
    for link in case.links:
        if link.child != k or link.head not in case.pairs:
            continue
        head = case.pairs[link.head].place
        if head.reading == pair.place.reading:
            continue
        if link.role in {"mod", "poss", "appos"} and (
            _resolved(case, head) or _told_before(case, head, pair.place)
        ):
            return True
    return False


def _resolved(case: Case, place: Place) -> bool:
    """Whether a mention is known to be a named entity that other sentences of its document speak of."""
    stands = case.passage.readings[place.reading].stands.get(case.passage.node(place).head)
    return stands is not None and bool(stands.names)


def _told_before(case: Case, head: Place, modifier: Place) -> bool:
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


MENTION = 4  # steps from an earlier mention within which a word belongs to it


def _detached(case: Case) -> None:
    """A modifier met far from what it modifies is not accounted for, nor a verb met away from its participants."""
    for link in case.links:
        head, child = case.met(link.head), case.met(link.child)
        if (
            head is None
            or child is None
            or head == child
            or link.child not in case.held
            or link.head not in case.held
        ):
            continue
        if link.role in {"mod", "poss", "appos"}:
            if _comma_between(case, link.head, link.child) or _breakdown(case, link.head, link.child):
                continue
            strict = _rival(case, head, link.child) or (
                link.role == "mod" and case.node(link.child).kind == "name"
            )
            reach = CLOSE if strict else NEAR
            if link.role == "appos":
                reach = 1
            far = case.passage.distance(head, child) > reach
            elsewhere = head.reading != child.reading and (
                _resolved(case, head) or _told_before(case, head, child)
            )
            if far and not elsewhere:
                case.held.discard(link.child)
                case.misplaced.add(link.child)
                if link.role == "appos":
                    _another_bearer(case, link.head, link.child)
        elif link.role in ROLE_GROUPS and case.node(link.head).pos == "v" and _taken(case, head, child):
            if _shared(case, link.head, link.child, child):
                continue
            case.held.discard(link.head)
            case.misplaced.add(link.head)


def _breakdown(case: Case, whole: int, part: int) -> bool:
    """ "Three people, two of them Danish": an apposition that counts a part is not said of the whole."""
    counted = {t for tokens in case.account.things.values() for t in tokens}
    return case.node(whole).head in counted and case.node(part).head in counted and part != whole


def _another_bearer(case: Case, name: int, description: int) -> bool:
    """A unique description ("Iran's most powerful officer") that the evidence gives to somebody else."""
    mine, place = case.node(name).value, case.met(description)
    if not isinstance(mine, Name) or place is None or not _unique(case, description):
        return False
    reading = case.passage.readings[place.reading]
    at = case.passage.node(place).head
    beside = [c for r, c in reading.graph.fillers(at) if r in {"appos", "subject"}]
    beside += [h for r, h in reading.graph.roles(at) if r == "appos"]
    others = [reading.nodes[reading.at[i]].value for i in beside if i in reading.at]
    named = [other for other in others if isinstance(other, Name)]
    if not named or not all(case.lore.same(other, mine).no for other in named):
        return False
    case.add(
        name,
        Finding(
            "role.swapped", Relation.CONTRADICTS, mine.full, named[0].full, "the description is another's"
        ),
    )
    return True


def _unique(case: Case, k: int) -> bool:
    """Whether a description fits one bearer only: a possessor's, a superlative, or with "the"."""
    sentence = case.reading.sentence
    below = [sentence[c] for c in sentence.children[case.node(k).head]]
    return any(t.dep == "poss" or t.tag in {"JJS", "RBS"} or t.lower == "the" for t in below)


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
    return (
        bool(verbs)
        and at not in events
        and reading.graph.distance(at, case.passage.node(participant).head) > 1
    )


def _same_slot(case: Case, k: int, pair: Pair) -> bool:
    """Whether an exclusive word says what the statement's word says, of the same thing: predicate of the same subject,
    or modifier of the same noun."""
    for link in case.links:
        other = link.head if link.child == k else link.child if link.head == k else None
        place = case.met(other) if other is not None else None
        if place is None or place.reading != pair.place.reading:
            continue
        steps = case.passage.distance(place, pair.place)
        if steps == 1 and _roles_meet(case, link.role, pair.place, place):
            return True
        if steps == CLOSE and link.role == "subject":  # said through a copula on both sides
            return True
    return False


def _roles_meet(case: Case, role: str, one: Place, other: Place) -> bool:
    graph = case.passage.readings[one.reading].graph
    a, b = case.passage.node(one).head, case.passage.node(other).head
    held = [r for r, h in graph.roles(a) if h == b] + [r for r, h in graph.roles(b) if h == a]
    groups = {ROLE_GROUPS.get(r, r) for r in held}
    return ROLE_GROUPS.get(role, role) in groups or {ROLE_GROUPS.get(role), *groups} >= {"do", "undergo"}


# words that need no partner of their own


def _license(case: Case) -> None:
    """Support verbs whose noun is met, and definite nouns that the passage's context speaks of."""
    for k, node in enumerate(case.reading.nodes):
        if k in case.held or node.kind != "word" or case.wrong(k):
            continue
        if node.pos == "v" and stem(node) in SUPPORT_VERBS and _carries_event(case, k):
            case.add(k, _licensed(case, k, "word.support-verb"))
            idle = [w for i in node.idioms if i.lemma in LIGHT_VERBS for w in i.words if w in case.reading.at]
            case.held.update(case.reading.at[w] for w in idle)  # "took place" says no more than "was"
        elif node.pos == "n" and _anaphoric(case, k):
            case.add(k, _licensed(case, k, "word.event"))


def stem(node: Node) -> str:
    """A verb without its particle: "come" for "came in"."""
    return node.lemma.split("_")[0]


def _licensed(case: Case, k: int, rule: str) -> Finding:
    node = case.node(k)
    return Finding(rule, Relation.ENTAILS, case.reading.text(node), "", "", node.words)


def _carries_event(case: Case, k: int) -> bool:
    """Whether an argument of the verb is an event noun that the passage has."""
    for link in case.links:
        if link.head == k and link.role != "adverb" and link.child in case.held:
            node = case.node(link.child)
            if node.kind == "word" and node.pos == "n" and _event_noun(node.lemma):
                return True
    return False


def _event_noun(lemma: str) -> bool:
    return lemma in HAPPENINGS or any(
        relation is lexicon.LexRel.EQUAL and pos == "v"
        for (_, pos), relation in lexicon.expand(lemma, "n").items()
    )


HAPPENINGS = frozenset(
    "accident attack incident event disaster crash collision blast explosion raid strike operation "
    "assault barrage battle clash shooting storm fire flood quake earthquake outbreak pandemic epidemic "
    "crisis war conflict fighting meeting ceremony vote talks hearing trial violence tragedy emergency "
    "game match race film movie book novel album song show series episode season report release version "
    "study survey deal agreement vote election".split()
)


def _anaphoric(case: Case, k: int) -> bool:
    """ "in the accident", "during the raid": a definite happening in passing, where the passage tells of one."""
    node = case.node(k)
    sentence = case.reading.sentence
    if node.lemma not in HAPPENINGS:
        return False
    token = sentence[node.head]
    definite = any(
        sentence[c].lower in {"the", "this", "that", "these", "those"} for c in sentence.children[node.head]
    )
    modified = any(
        link.head == k and link.role == "mod" and link.child not in case.held for link in case.links
    )
    return definite and not modified and token.dep == "pobj" and _verbal(case)


def _verbal(case: Case) -> bool:
    """Whether some verb of the statement is met, so that the event itself is the passage's."""
    return any(k in case.held and case.node(k).pos == "v" for k in range(len(case.reading.nodes)))
