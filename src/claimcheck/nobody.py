"""Who is meant where the evidence says that nobody was: "no one was hurt" speaks of every person.

Whoever the statement has in the place of "nobody" is then accounted for, however described, and the polarity of the
predicate decides: three people were not hurt, and no woman was. "There were no injuries" is told of everybody, too.
"""

from __future__ import annotations

from typing import Final

from claimcheck import lexicon
from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import Case
from claimcheck.dimensions.name import Kind, Name
from claimcheck.extents import persons
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node, Reading

NOBODY: Final = frozenset({("no", "one"), ("nobody",), ("no", "-", "one")})
ANYBODY: Final = frozenset({"anyone", "anybody"})  # in what is denied
NOT_ALL: Final = frozenset({"but", "except", "else", "other", "besides", "apart"})
NARROWING: Final = frozenset({"amod", "compound", "advmod", "prep", "npadvmod", "relcl", "acl", "advcl"})
DESCRIBING: Final = frozenset({"mod", "appos", "poss", "prep_of", "prep_from"})


def account(case: Case) -> None:
    """Account for persons that stand where the evidence has nobody, with what describes them."""
    for link in case.links:
        verb, person = case.met(link.head), link.child
        if verb is None or person in case.held or link.role not in ROLE_GROUPS or not case.own(verb):
            continue
        thing = not _person(case.node(person))
        if (thing and not _thing(case.node(person))) or _own(case, link.head, ROLE_GROUPS[link.role]):
            continue
        there = (_nothing if thing else _nobody)(case, verb, ROLE_GROUPS[link.role])
        if there:
            _hold(case, person, there)


def _own(case: Case, verb: int, group: str) -> bool:
    """ "No one but the driver": the statement has its own nobody there."""
    fillers = case.reading.graph.fillers(case.node(verb).head)
    nodes = (case.reading.at.get(token) for role, token in fillers if ROLE_GROUPS.get(role) == group)
    return any(n is not None and _words(case.reading, case.node(n)) in NOBODY for n in nodes)


def _nobody(case: Case, verb: Place, group: str) -> str:
    """The words by which a predicate of the evidence is denied of everybody; empty where it is not."""
    reading = case.passage.readings[verb.reading]
    node = reading.nodes[verb.node]
    if node.pos == "n":
        return _none_at_all(case, reading, node)
    denied = reading.contexts[node.head].polarity < 0
    for role, token in reading.graph.fillers(node.head):
        n, word = reading.at.get(token), reading.sentence[token].lower
        if denied and word in ANYBODY and ROLE_GROUPS.get(role) == group:
            alone = not reading.sentence.children[token] and not _narrowed(case, reading, node.head, (token,))
            return word if alone else ""
        if n is None or ROLE_GROUPS.get(role) != group or _words(reading, reading.nodes[n]) not in NOBODY:
            continue
        if not _told_of_some(reading, reading.nodes[n]) and not _narrowed(case, reading, node.head, (token,)):
            return reading.text(reading.nodes[n])
    return ""


def _nothing(case: Case, verb: Place, group: str) -> str:
    """ "Nothing was stolen": whatever is said to have been stolen was not."""
    reading = case.passage.readings[verb.reading]
    node = reading.nodes[verb.node]
    for role, token in reading.graph.fillers(node.head):
        word = reading.sentence[token].lower
        none = word == "nothing" or (word == "anything" and reading.contexts[node.head].polarity < 0)
        if none and ROLE_GROUPS.get(role) == group and not reading.sentence.children[token]:
            return "" if _narrowed(case, reading, node.head, (token,)) else reading.sentence[token].text
    return ""


def _told_of_some(reading: Reading, node: Node) -> bool:
    """Whether something says which persons are meant: "no one on board", "no one else", "no one but the driver"."""
    sentence, stop = reading.sentence, max(node.words) + 1
    below = [sentence[c] for w in node.words for c in sentence.children[w] if c not in node.words]
    following = sentence[stop].lower if stop < len(sentence) else ""
    return following in NOT_ALL or any(t.dep not in {"neg", "det"} for t in below)


def _narrowed(case: Case, reading: Reading, head: int, apart: tuple[int, ...]) -> bool:
    """Whether what is denied is more than the statement says: "seriously hurt", "injuries on the bus", "on Monday".

    A date alone narrows nothing where both texts speak of one event.
    """
    sentence = reading.sentence
    places = [case.places.get(k) or case.met(k) for k in case.held]
    nodes = (
        reading.nodes[at.node]
        for at in places
        if at is not None and case.passage.readings[at.reading] is reading
    )
    met = {w for node in nodes for w in node.words}
    below = [c for c in sentence.children[head] if sentence[c].dep in NARROWING and c not in apart]
    phrases = [set(sentence.subtree(c)) for c in below]
    dates = {w for node in reading.nodes if node.kind == "date" for w in node.words}
    said = [phrase for phrase in phrases if phrase & met]
    return any(not phrase & met and not (said and phrase <= dates) for phrase in phrases)


def unfilled(case: Case, k: int, place: Place) -> bool:
    """Whether a predicate is denied of everybody in a part that nothing fills in the evidence.

    "The climb had hurt" says nothing of who was hurt.
    """
    reading = case.passage.readings[place.reading]
    if reading.nodes[place.node].pos != "v":
        return False
    there = {ROLE_GROUPS.get(role) for role, _ in reading.graph.fillers(reading.nodes[place.node].head)}
    for role, token in case.reading.graph.fillers(case.node(k).head):
        n = case.reading.at.get(token)
        if n is not None and _words(case.reading, case.node(n)) in NOBODY and role in ROLE_GROUPS:
            return ROLE_GROUPS[role] not in there
    return False


def _none_at_all(case: Case, reading: Reading, node: Node) -> str:
    """ "There were no injuries": the noun with its "no"."""
    sentence = reading.sentence
    above = sentence[sentence[node.head].head]
    there = above.lemma == "be" and any(sentence[c].dep == "expl" for c in sentence.children[above.i])
    no = next((c for c in sentence.children[node.head] if sentence[c].lower == "no"), None)
    if not there or no is None or _narrowed(case, reading, node.head, (no,)):
        return ""
    return "" if _narrowed(case, reading, above.i, (node.head,)) else sentence.words(no, node.head + 1)


def _words(reading: Reading, node: Node) -> tuple[str, ...]:
    return tuple(reading.sentence[w].lower for w in node.words)


def _person(node: Node) -> bool:
    if isinstance(node.value, Name):
        return node.value.kind is Kind.PERSON
    return node.kind == "word" and node.pos == "n" and persons(node.lemma)


def _thing(node: Node) -> bool:
    common = node.kind == "word" and node.pos == "n"
    return node.kind == "name" or (common and not lexicon.is_time_noun(node.lemma))


def _hold(case: Case, person: int, there: str) -> None:
    """Account for a person and all that describes them."""
    todo = [person]
    while todo:
        k = todo.pop()
        case.findings[k] = []
        case.add(k, Finding("word.nobody", Relation.ENTAILS, case.reading.text(case.node(k)), there))
        todo += [
            link.child
            for link in case.links
            if link.head == k and link.role in DESCRIBING and link.child not in case.held
        ]
    for k, node in enumerate(case.reading.nodes):
        if (
            node.kind == "quantity"
            and k not in case.held
            and case.node(person).head in case.account.things.get(k, ())
        ):
            case.findings[k] = []
            case.add(k, Finding("word.nobody", Relation.ENTAILS, case.reading.text(node), there))


def is_zero(case: Case, at: int, evidence: Reading, token: int) -> bool:
    """ "No deaths" and "0 deaths" say the same."""
    sentence, here = evidence.sentence, case.reading.sentence
    theirs = [c for i in (token, sentence[token].head) for c in sentence.children[i]]
    mine = [c for i in (at, here[at].head) for c in here.children[i]]
    zero = any(sentence[c].lower in {"0", "zero"} for c in theirs)
    return zero and any(here[c].lower == "no" for c in mine)


EMPTY: Final = frozenset("empty deserted vacant unoccupied uninhabited".split())
INSIDE: Final = frozenset({"prep_in", "prep_inside", "prep_at", "prep_within", "prep_aboard", "prep_on"})


def in_it(case: Case, k: int, place: Place) -> bool | None:
    """ "No one was in the school", where the evidence has it empty; None where that is not what the two speak of."""
    reading, here = case.passage.readings[place.reading], case.reading
    said = [h for role, h in reading.graph.roles(reading.nodes[place.node].head) if role == "subject"]
    if not any(reading.sentence[h].lemma in EMPTY and reading.contexts[h].polarity > 0 for h in said):
        return None
    for role, head in here.graph.roles(case.node(k).head):
        fillers = here.graph.fillers(head) if here.sentence[head].lemma == "be" else ()
        who = (here.at.get(c) for r, c in fillers if r in {"agent", "subject"})
        if any(n is not None and _words(here, case.node(n)) in NOBODY for n in who):
            return role in INSIDE
    return None


def before(case: Case, place: Place) -> bool:
    """ "Nobody before Marsh had climbed it" does not deny that Marsh did."""
    sentence = case.passage.readings[place.reading].sentence
    verb = case.passage.node(place).head
    nobody = next(
        (c for c in sentence.children[verb] if sentence[c].lower in {"nobody", "none", "one"}), None
    )
    return nobody is not None and any(
        sentence[c].lower in {"before", "until", "since", *NOT_ALL} for c in sentence.children[nobody]
    )
