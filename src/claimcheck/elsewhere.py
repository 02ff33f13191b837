"""Which event a phrase is told with: "studied in Bergen before teaching in Oslo" tells of no studies in Oslo.

A time, a place or whatever else stands behind a preposition belongs to the verb it is told with. Another verb of the
same sentence has it too only where the two tell of one event, or share it (see `sharing`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck import lexicon
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.finding import Finding, Relation
from claimcheck.links import Link
from claimcheck.reading import Reading
from claimcheck.tokens import Sentence

VERBAL: Final = frozenset({"VERB", "AUX"})
TAKING_PART: Final = frozenset({"agent", "subject", "patient"})
# Words that part one event from another. "When", "as" and "while" may join the two sides of one.
PARTING: Final = frozenset(
    "before after although though unless if until since because whereas despite so".split()
)
THROUGH: Final = frozenset({"pcomp", "advcl"})
ADJUNCT: Final = frozenset({"prep", "adverb", "npadvmod"})
# What comes before or after what is for `order` to say.
ORDERED: Final = frozenset("prep_before prep_after prep_until prep_since prep_following".split())
RECKONED: Final = ("offset.", "quantity.derived", "order.")


def compare(case: Case) -> Iterator[Finding]:
    """A finding for every phrase that the evidence tells with another verb than the statement does."""
    for link in case.links:
        if not {link.head, link.child} <= case.held:
            continue
        head, child = case.met(link.head), case.places.get(link.child) or case.met(link.child)
        if head is None or child is None or head.reading != child.reading or head == child:
            continue
        reading = case.passage.readings[head.reading]
        if _told_apart(case, link, reading, head, child):
            node = case.node(link.child)
            here, there = case.reading.text(node), case.evidence(head)
            yield Finding(
                "clause.elsewhere", Relation.UNDETERMINED, here, there, "told with another", node.words
            )


def _told_apart(case: Case, link: Link, reading: Reading, head: Place, child: Place) -> bool:
    at, token = reading.nodes[head.node].head, _hung(reading, child)
    roles = reading.graph.roles(token)
    if link.role == "prep_as" and _as_another(case, link, reading, at, token):
        return True
    if any(h == at or role in TAKING_PART for role, h in roles) or reckoned(case, link.child):
        return False
    if link.role in ORDERED and all(role != link.role for role, _ in roles):
        return False
    if not (link.role.startswith("prep_") or link.role in ADJUNCT):
        return False
    event = _event(reading.sentence, at, token)
    verb = _verb_of(reading.sentence, token)
    return (
        event is not None
        and verb is not None
        and verb != event
        and _parted(reading.sentence, event, verb, at)
    )


def _as_another(case: Case, link: Link, reading: Reading, at: int, token: int) -> bool:
    """ "Joined as head" of who "joined as an analyst" and is head now."""
    others = [c for role, c in reading.graph.fillers(at) if role == "prep_as"]
    met = {p.node for k in case.held if (p := case.met(k)) and case.passage.readings[p.reading] is reading}
    told = any(reading.at.get(c, -1) in met for c in others)
    return bool(others) and not told and token not in others and case.node(link.child).kind == "word"


def _event(sentence: Sentence, head: int, token: int) -> int | None:
    """The verb that a phrase is told with, or the verb of the noun that it is told of: "opened a shop in Oslo"."""
    if sentence[head].pos in VERBAL:
        return head
    path = sentence.path_up(token)
    told_of = head in path or any(sentence[i].lemma == sentence[head].lemma for i in path)
    return None if told_of or sentence[head].pos != "NOUN" else _verb_of(sentence, head)


def reckoned(case: Case, k: int) -> bool:
    """Whether a value is told by what several clauses come to, or a length of time between them."""
    rules = [f.rule for n in (k, *case.near[k]) for f in case.findings.get(n, ())]
    return any(rule.startswith(RECKONED) for rule in rules)


def _hung(reading: Reading, child: Place) -> int:
    """The first of a node's words, counted from above: what hangs from the rest of the sentence."""
    words = reading.nodes[child.node].words
    return next((w for w in words if reading.sentence[w].head not in words), reading.nodes[child.node].head)


def _verb_of(sentence: Sentence, token: int) -> int | None:
    if sentence[token].pos in VERBAL:
        return None
    return next((i for i in sentence.path_up(token) if sentence[i].pos in VERBAL), None)


def _parted(sentence: Sentence, verb: int, other: int, head: int) -> bool:
    """Whether two verbs tell of two events, so that what is told with the other is not told with this one."""
    above, below = (verb, *sentence.path_up(verb)), (other, *sentence.path_up(other))
    if verb in below:
        path = below[: below.index(verb)]
    elif other in above:
        path = above[: above.index(other)]
    else:
        return False
    return any(
        _aside(sentence, i, i in above)
        or (verb == head and sentence[i].dep == "conj" and _joined_apart(sentence, i, verb < other))
        for i in path
    )


def _aside(sentence: Sentence, i: int, told_above: bool) -> bool:
    """Whether a clause tells of another event than the one it hangs from; `told_above`: the phrase stands there."""
    t = sentence[i]
    marks = {sentence[c].lower for c in sentence.children[i] if sentence[c].dep in {"mark", "advmod", "prep"}}
    if t.dep == "relcl":
        return (
            _of_somebody(sentence, t.head) if told_above else sentence[sentence.subtree(i)[0] - 1].text == ","
        )
    if t.dep == "advcl":
        return bool(marks & PARTING)
    return t.dep == "pcomp" and sentence[t.head].lower in PARTING | {"without"}


def _of_somebody(sentence: Sentence, noun: int) -> bool:
    """Whether a relative clause is told of a person: what an attack did that killed three it did then and there."""
    token = sentence[noun]
    return token.ent == "PERSON" or token.pos == "PRON" or lexicon.is_person_noun(token.lemma)


def _joined_apart(sentence: Sentence, i: int, forward: bool) -> bool:
    """Whether a joined verb tells of another event: what is told first sets the scene for what follows, unless the two
    are set against each other; what is told with the second goes with the first only where that one has nothing else.
    """
    t, above = sentence[i], sentence[sentence[i].head]
    if not "VERB" == t.pos == above.pos:
        return False
    first, second = sorted((i, t.head))
    if any(sentence[k].lower in {";", "but"} for k in range(first, second)):
        return True
    own = {"dobj", "prep", "agent", "attr", "acomp", "dative", "oprd"}
    return forward and any(first < c < second and sentence[c].dep in own for c in sentence.children[first])
