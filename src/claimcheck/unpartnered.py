"""Words of a statement that need no partner of their own: support verbs, powers, happenings spoken of in passing."""

from __future__ import annotations

from claimcheck import (
    happenings,
)
from claimcheck.account import EMPTY_VERBS, LIGHT_VERBS, SUPPORT_VERBS
from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import Case
from claimcheck.finding import Finding, Relation
from claimcheck.links import Link
from claimcheck.reading import Node
from claimcheck.trend import trend


def account(case: Case) -> None:
    """Support verbs whose noun is met, and definite nouns that the passage's context speaks of."""
    compared = any(
        t.lower in {"most", "least"} for t in case.reading.sentence
    )  # figures of several doers answer
    for k, node in enumerate(case.reading.nodes):
        if k in case.held or node.kind != "word" or case.wrong(k):
            continue
        if not compared and (_anothers(case, k) or _done_by_another(case, k)):
            continue
        moves = trend(node.lemma) != 0  # "went up" says more than "was"
        if node.pos == "v" and stem(node) in SUPPORT_VERBS and not moves and _carries_event(case, k):
            case.add(k, _licensed(case, k, "word.support-verb"))
            idle = [w for i in node.idioms if i.lemma in LIGHT_VERBS for w in i.words if w in case.reading.at]
            case.held.update(case.reading.at[w] for w in idle)  # "took place" says no more than "was"
        elif node.lemma in POWERS and _power(case, k):
            case.add(k, _licensed(case, k, "word.government"))
        elif node.pos == "n" and _anaphoric(case, k):
            case.add(k, _licensed(case, k, "word.event"))


def _anothers(case: Case, k: int) -> bool:
    """ "Conducted by Metra for the paper" is no poll that the paper conducted."""
    doers = [
        case.met(link.child) for link in case.links if link.head == k and ROLE_GROUPS.get(link.role) == "do"
    ]
    return k in case.another and any(
        place is not None and not any(ROLE_GROUPS.get(r) == "do" for r, _ in case.passage.roles(place))
        for place in doers
    )


def stem(node: Node) -> str:
    """A verb without its particle: "come" for "came in"."""
    return node.lemma.split("_")[0]


def _done_by_another(case: Case, k: int) -> bool:
    """ "Was a success, though its sequel received bad reviews": the same verb has a doer that meets nothing here."""
    if k not in case.misplaced or case.pairs[k].related.by != "word.same":
        return False
    place = case.pairs[k].place
    reading = case.passage.readings[place.reading]
    fillers = reading.graph.fillers(case.passage.node(place).head)
    doers = {
        c for r, c in fillers if ROLE_GROUPS.get(r) == "do" and reading.sentence[c].pos in {"NOUN", "PROPN"}
    }
    met = {case.passage.node(p.place).head for p in case.pairs.values() if p.place.reading == place.reading}
    return bool(doers) and not doers & met


POWERS = frozenset({"government", "administration", "authority", "regime"})
WHOSE = frozenset({"mod", "poss", "prep_of"})


def _power(case: Case, k: int) -> bool:
    """ "The Iranian government" does what "Iran" or "Tehran" does."""
    whose = [link.child for link in case.links if link.head == k and link.role in WHOSE]
    if len(whose) != 1 or whose[0] not in case.held or case.node(whose[0]).kind != "name":
        return False
    place = case.met(whose[0])
    if place is None or any(c == "poss" or c in WHOSE for c, _ in case.passage.roles(place)):
        return False
    group = [ROLE_GROUPS[r] for r, _ in case.reading.graph.roles(case.node(k).head) if r in ROLE_GROUPS]
    theirs = [ROLE_GROUPS[r] for r, _ in case.passage.roles(place) if r in ROLE_GROUPS]
    return bool(set(group) & set(theirs))


def _licensed(case: Case, k: int, rule: str) -> Finding:
    node = case.node(k)
    return Finding(rule, Relation.ENTAILS, case.reading.text(node), "", "", node.words)


# Support verbs of their objects alone: "the lift works" says something of the lift.
OF_OBJECTS = frozenset({"work", "serve", "play", "use", "find", "run", "set", "give"})


def _carries_event(case: Case, k: int) -> bool:
    """Whether an argument of the verb is an event noun that the passage has."""
    for link in case.links:
        if link.head == k and link.role != "adverb" and link.child in case.held:
            if stem(case.node(k)) in OF_OBJECTS and ROLE_GROUPS.get(link.role) == "do":
                continue
            node = case.node(link.child)
            if node.kind == "word" and node.pos == "n" and happenings.event_noun(node.lemma):
                return not _verb_of_its_own(case, link)
    return False


def _verb_of_its_own(case: Case, link: Link) -> bool:
    """Whether the evidence says by a verb of its own what becomes of the noun: "rejected the offer"."""
    place = case.met(link.child)
    if place is None or ROLE_GROUPS.get(link.role) != "undergo":
        return False
    reading = case.passage.readings[place.reading]
    met = {case.met(n) for n in case.held}
    for role, head in case.passage.roles(place):
        token, n = reading.sentence[head], reading.at.get(head)
        if n is None or ROLE_GROUPS.get(role) != "undergo" or token.pos != "VERB":
            continue
        if token.lemma not in EMPTY_VERBS and Place(place.reading, n) not in met:
            return True
    return False


def _anaphoric(case: Case, k: int) -> bool:
    """ "in the accident", "during the raid": a definite happening in passing, where the passage tells of one."""
    node = case.node(k)
    sentence = case.reading.sentence
    if node.lemma not in happenings.HAPPENINGS:
        return False
    token = sentence[node.head]
    definite = any(
        sentence[c].lower in {"the", "this", "that", "these", "those"} for c in sentence.children[node.head]
    )
    modified = any(
        link.head == k and link.role == "mod" and link.child not in case.held for link in case.links
    )
    return definite and not modified and token.dep == "pobj" and _verbal(case) and happenings.told(case, node)


def _verbal(case: Case) -> bool:
    """Whether some verb of the statement is met, so that the event itself is the passage's."""
    return any(k in case.held and case.node(k).pos == "v" for k in range(len(case.reading.nodes)))


def one_of(case: Case) -> None:
    """ "Was one of the founders" says of somebody that they were a founder."""
    for k, node in enumerate(case.reading.nodes):
        if node.kind != "quantity" or k in case.held or case.reading.sentence[node.head].lower != "one":
            continue
        token = case.reading.sentence[node.head]
        whole = [
            n
            for r, c in case.reading.graph.fillers(token.i)
            if r == "prep_of"
            for n in [case.reading.at.get(c)]
        ]
        if token.dep == "attr" and whole and all(n in case.held for n in whole):
            case.findings[k] = []
            case.add(k, _licensed(case, k, "word.one-of"))
