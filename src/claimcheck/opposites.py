"""Opposites: where two words exclude each other, and where a denial of the one says the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck import lexicon, undone
from claimcheck.account import EMPTY_VERBS
from claimcheck.align import ROLE_GROUPS, Pair, Place
from claimcheck.case import Case
from claimcheck.dimensions import polarity
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node, Reading
from claimcheck.trend import trend


def negated_once(case: Case, node: Node, pair: Pair) -> bool:
    """ "Did not survive" says "died": an opposite with one negation between the two.

    What rose did not fall, but what did not fall need not have risen: a denial entails the opposite only where there
    is nothing between the two.
    """
    other = case.passage.node(pair.place)
    evidence = case.passage.readings[pair.place.reading]
    theirs, mine = evidence.contexts[other.head], case.reading.contexts[node.head]
    if _lessened(evidence, other.head) != _lessened(case.reading, node.head):
        return theirs.polarity == mine.polarity  # "the least expensive" is the cheapest
    if node.pos not in {"v", "a"} or theirs.polarity == mine.polarity:
        return False
    return theirs.polarity > 0 or complementary(other, node)


def _not_yet(reading: Reading, token: int) -> bool:
    """Whether a word stands in a clause that tells until when something else holds."""
    for i in (token, *reading.sentence.path_up(token)):
        if reading.sentence[i].dep == "advcl":
            return any(
                reading.sentence[c].lower in {"before", "until", "unless"}
                for c in reading.sentence.children[i]
            )
    return False


def _lessened(reading: Reading, token: int) -> bool:
    return any(reading.sentence[c].lower in {"less", "least"} for c in reading.sentence.children[token])


def changed_places(case: Case) -> bool:
    """ "Women more than men" and "men less than women": opposites in each other's place, and a third one turned."""
    met = {
        (case.node(k).lemma, case.passage.node(case.pairs[k].place).lemma)
        for k in case.pairs
        if case.wrong(k)
    }
    return len(met) > 2 and any((theirs, mine) in met for mine, theirs in met if mine != theirs)


def compare(case: Case, node: Node, pair: Pair) -> Relation:
    """Opposites contradict where both texts affirm them, and as firmly as a denial would have to be."""
    if node.pos not in {"v", "a"}:
        return Relation.CONTRADICTS
    if _not_yet(case.reading, node.head):
        return Relation.UNDETERMINED  # "before it is enabled" says that it is not, so far
    other = case.passage.node(pair.place)
    theirs = case.passage.readings[pair.place.reading].contexts[other.head]
    mine = case.reading.contexts[node.head]
    if theirs.polarity < 0 and not complementary(other, node):
        return Relation.UNDETERMINED
    mine, theirs = undone.as_settled(case, node.head, pair.place, mine, theirs)
    found = polarity.relate(theirs, replace(mine, polarity=-mine.polarity))
    return found.relation if found.relation is Relation.CONTRADICTS else Relation.UNDETERMINED


def other_thing(case: Case, k: int) -> bool:
    """Whether a noun tells which thing the clause is about: nine boats say nothing of helicopters, nor a server of
    clients. What a thing is said to be, and which way a figure went, exclude each other all the same."""
    node = case.node(k)
    if node.pos != "n" or trend(node.lemma):
        return False
    counted = {t for things in case.account.things.values() for t in things[:1]}
    about = any(link.child == k and link.role in ABOUT for link in case.links)
    return node.head in counted or (about and not lexicon.exclusive_classes(node.lemma, "n"))


def another_thing(case: Case, k: int) -> bool:
    """Whether the evidence has another word where a noun left over tells which thing is meant."""
    node, met = case.node(k), {case.met(n) for n in case.held}
    if node.kind != "word" or node.pos != "n":
        return False
    for link in case.links:
        place = case.met(link.head) if link.child == k and link.role in ABOUT else None
        if place is None or (link.role in ROLE_GROUPS and case.node(link.head).lemma not in EMPTY_VERBS):
            continue  # who "destroyed 40 houses" may be told in other words; what "came" or "is" is what it is about
        reading = case.passage.readings[place.reading]
        for role, token in reading.graph.fillers(case.passage.node(place).head):
            n = reading.at.get(token)
            if n is None or Place(place.reading, n) in met or reading.nodes[n].kind != "word":
                continue
            if (
                ROLE_GROUPS.get(role, role) == ROLE_GROUPS.get(link.role, link.role)
                and reading.nodes[n].pos == "n"
            ):
                return True
    return False


ABOUT = frozenset({"mod", "poss", "prep_of", "agent", "subject"})


def speaks(case: Case, place: Place) -> bool:
    """Whether the evidence's word only says who speaks: the lawyer of whom a statement on a client says nothing."""
    reading = case.passage.readings[place.reading]
    at = case.passage.node(place).head
    return any(
        at in s.heads for n in reading.nodes for s in reading.contexts[n.head].speakers if not s.offset
    )


# pairs that leave nothing between them: what is not the one is the other
_COMPLEMENTS = tuple(
    (frozenset(a.split()), frozenset(b.split()))
    for a, b in (
        ("survive live alive", "die perish dead"),
        ("open reopen", "close shut closed"),
        ("pass", "fail"),
        ("succeed", "fail"),
        ("occupied occupy", "empty vacant unoccupied"),
        ("present attend", "absent miss"),
        ("find found locate recover trace", "missing unaccounted unaccounted_for"),
        ("injure injured injury hurt wound wounded", "unhurt unharmed uninjured unscathed"),
        ("remember", "forget"),
        ("include", "exclude omit"),
        ("true", "false"),
        ("legal lawful", "illegal unlawful"),
        ("valid", "invalid void"),
        ("guilty", "innocent"),
        ("same", "different"),
        ("stay remain", "leave"),
        ("keep retain", "drop lose"),
        ("obey comply heed", "disobey ignore"),
        ("safe", "unsafe dangerous"),
        ("complete completed", "incomplete"),
        ("possible", "impossible"),
        ("free", "captive"),
        ("enable enabled on", "disable disabled off"),
        ("allow permit", "forbid ban prohibit bar outlaw"),
        ("legal allowed permitted", "ban forbid prohibit outlaw"),
        ("play play_in participate take_part compete", "miss skip boycott sit_out"),
        ("arrest capture catch", "at_large on_the_run"),
        ("process apply follow", "ignore disregard"),
        ("damage damaged", "intact undamaged unscathed"),
        ("comply_with obey observe", "breach violate flout defy"),
        ("resign step_down quit stand_down", "stay_on"),
        ("keep retain", "sell divest"),
        ("pay repay settle", "unpaid outstanding"),
        ("fix patch repair resolve", "unfixed unpatched unresolved"),
        ("automatic automatically", "manual manually by_hand"),
        ("grant award", "deny refuse"),
        ("retain", "dismiss sack fire oust remove"),
        ("save rescue", "die dead"),
        ("hold", "break_down collapse"),
        ("accept agree_with endorse", "dispute contest challenge"),
    )
)


def complementary(e: Node, s: Node) -> bool:
    """Whether two opposites leave nothing between them: "signed" and "unsigned", "alive" and "dead"."""
    mine = {e.lemma, *(i.lemma for i in e.idioms)}
    theirs = {s.lemma, *(i.lemma for i in s.idioms)}
    if any((mine & a and theirs & b) or (mine & b and theirs & a) for a, b in _COMPLEMENTS):
        return True
    return any(
        short != long and long.endswith(short) and long.removesuffix(short) in _NEGATING
        for short, long in (sorted((a, b), key=len) for a in mine for b in theirs)
    )


_NEGATING = frozenset({"un", "in", "im", "il", "ir", "non", "non-", "dis", "ab"})


# Parts that several may play in one kind of event, and verbs whose parts are played once for all.
RECURRING = frozenset({"patient", "recipient"})
ACTING = frozenset({"agent", "subject"})
ONCE = frozenset(
    "bear die bury found write compose direct paint kill execute baptise baptize create invent".split()
)


def filled_by_another(case: Case) -> bool:
    """Whether what is denied of one thing follows from its being so of another: who was born in Lund was not born in
    Oslo, but a bridge that carries trams may carry cars too."""
    wrong = [k for k in range(len(case.reading.nodes)) if case.wrong(k)]
    if len(wrong) != 1 or any(link.child in wrong and link.role in ACTING for link in case.links):
        return False
    sure = any(f.note == "number" for f in case.findings.get(wrong[0], ()))
    if sure or case.node(wrong[0]).kind in {"quantity", "date"}:
        return True
    for link in case.links:
        if link.child != wrong[0] or case.node(link.head).pos != "v" or case.node(link.head).lemma in ONCE:
            continue
        if link.role in RECURRING or (link.role.startswith("prep_") and link.role != "prep_by"):
            return False
    return True


def same_word(case: Case, turned: Finding, contradicting: Sequence[Finding]) -> bool:
    """Whether the word that denies is the one that contradicts: "drops support" against "adds support"."""
    own = {w for f in contradicting if f.rule == "polarity.antonym" for w in f.words}
    over = {g for node in case.reading.nodes for g in case.reading.contexts[node.head].governors}
    return bool(own & over) and set(turned.words) <= own
