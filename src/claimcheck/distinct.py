"""What sets two things or events apart, so that other values of theirs are no contradiction.

"The inner wall collapsed" says nothing of the outer one, the annexe's rooms are not the hotel's, and what was so in
1936 need not be so now. A contradiction needs the same thing, the same time and the same part; these checks run only
where one is about to be decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.account import NONE_WORDS
from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Tense
from claimcheck.dimensions.date import When
from claimcheck.dimensions.name import Kind, Name
from claimcheck.dimensions.quantity import Quantity
from claimcheck.extents import persons
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node
from claimcheck.relate import Meet
from claimcheck.tokens import Sentence
from claimcheck.trend import trend

MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod", "nummod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "poss", "csubj"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PERSONAL = frozenset({"i", "we", "he", "she", "you"})
OBJECTS = frozenset({"dobj", "pobj"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
OWNED = frozenset({"poss", "prep_of"})
WHERE = frozenset({"prep_in", "prep_at", "prep_near"})
HAVING = frozenset("have employ own operate run count include be".split())
OTHERS = frozenset({"other", "others", "another", "remaining", "rest"})
TIMES = ("date.", "time.")
OWNING = frozenset({"own", "hold", "expect", "predict", "earn"})
OPPOSED = ("polarity.", "word.")
OUTCOMES = frozenset({"win", "lose"})  # of several games or prizes some are won and others lost
STATED = frozenset({"year", "month", "quarter", "decade", "century"})


def apart(case: Case, nodes: Sequence[int], wrong: Sequence[int], unsaid: Sequence[int]) -> bool:
    """Whether a clause with wrong values is about another thing, time or part than the evidence.

    nodes, wrong, unsaid: those of the clause, those of them that are wrong, those that are left over.
    """
    return (
        any(_other_of_its_kind(case, k) or _one_of_several(case, k) for k in nodes)
        or _unknown_person(case, nodes)
        or any(_owned_thing(case, k, wrong) or _other_place(case, k) for k in unsaid)
        or any(_undergoes(case, k, wrong) for k in unsaid)
        or any(_age_of_another(case, k) for k in wrong)
        or _other_time(case, nodes, wrong)
        or _other_group(case, wrong)
        or _other_doer(case, wrong, unsaid)
        or any(_of_a_part(case, k) for k in wrong)
        or (not wrong and _denied_of_others(case, unsaid))
    )


def denied_apart(case: Case, found: Finding) -> bool:
    """Whether what is denied is said of another thing, time or part."""
    if not found.rule.startswith("polarity."):
        return False
    if _nobody_else(case.reading.sentence):
        return True
    nodes = range(len(case.reading.nodes))
    wrong = [k for k in nodes if case.wrong(k)]
    left = [k for k in nodes if k not in case.held and case.account.weight(k) > 0]
    return apart(case, nodes, wrong, [k for k in left if k not in wrong])


def elsewise(case: Case, k: int, wrong: Sequence[int]) -> bool:
    """Whether somebody else does it in the evidence, and only when, where or whence they do it differs."""
    around = {link.child for link in case.links if link.head == k and link.role.startswith("prep_")}
    aside = all(case.node(w).kind == "date" or w in around for w in wrong)
    return case.node(k).pos == "v" and k in case.another and aside


def _nobody_else(sentence: Sentence) -> bool:
    """ "No woman had chaired it before Lind", "no player has scored more than Orr": that these did is not denied."""
    denied = any(t.lower in NONE_WORDS and t.i < sentence.root for t in sentence)
    return denied and any(t.lower in {"before", "than"} and t.dep == "prep" for t in sentence)


def _unknown_person(case: Case, nodes: Sequence[int]) -> bool:
    """ "He starts on October 1": of whom that is said the copy does not tell, and the evidence speaks of nobody."""
    sentence = case.reading.sentence
    subjects = [
        t for t in sentence if t.dep in SUBJECTS and t.lower in PERSONAL and t.i not in case.reading.stands
    ]
    if not any(t.head == case.account.clause[k] for t in subjects for k in nodes):
        return False
    return not any(_person(node) for r in case.passage.own for node in case.passage.readings[r].nodes)


def _person(node: Node) -> bool:
    if isinstance(node.value, Name):
        return node.value.kind is Kind.PERSON
    return node.kind == "pronoun" or (node.kind == "word" and node.pos == "n" and persons(node.lemma))


# things


def _other_of_its_kind(case: Case, k: int) -> bool:
    """ "The outer wall", where the evidence speaks of the inner one: a modifier that tells which is meant."""
    pair, sentence = case.pairs.get(k), case.reading.sentence
    node = case.node(k)
    opposed = pair is not None and pair.related.meet is Meet.EXCLUSIVE and node.pos in {"a", "n"}
    opposed = opposed and k in case.findings
    if not opposed and not _other_ordinal(case, k):
        return False
    at = _modified(sentence, node.head)
    if case.reading.at.get(at) not in case.held or (pair is not None and not _modifies(case, pair.place)):
        return False
    return at != node.head and sentence[at].pos in {"NOUN", "PROPN"} and _argument(sentence, at)


def _modified(sentence: Sentence, at: int) -> int:
    """The noun that a modifier, and what that one modifies, comes down to; a token that modifies none is its own."""
    while sentence[at].dep in MODIFIERS or (sentence[at].dep == "poss" and sentence[at].pos == "NOUN"):
        at = sentence[at].head
    return at


def _modifies(case: Case, place: Place) -> bool:
    token = case.passage.readings[place.reading].sentence[case.passage.node(place).head]
    return token.dep in MODIFIERS or token.dep == "poss"


def _one_of_several(case: Case, k: int) -> bool:
    """ "Lends books and films", where the evidence says that it lends books: one in a list excludes no other."""
    if case.node(k).pos != "n" or not any(_rules(case, (k,), OPPOSED)):
        return False
    sentence, at = case.reading.sentence, case.node(k).head
    listed = {at, *(t.i for t in sentence if t.dep == "conj" and t.head == at)}
    if sentence[at].dep == "conj":
        listed |= {
            sentence[at].head,
            *(t.i for t in sentence if t.dep == "conj" and t.head == sentence[at].head),
        }
    return any(case.reading.at.get(i) in case.held for i in listed - {at})


def _of_a_part(case: Case, k: int) -> bool:
    """ "Has 90 branches", where the evidence gives 40 for one country: the whole may have more."""
    mine, place = case.node(k).value, case.places.get(k)
    theirs = case.passage.node(place).value if place is not None else None
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity) or place is None:
        return False
    if theirs.governor is None or mine.interval is None or theirs.interval is None:
        return False
    reading = case.passage.readings[place.reading]
    if reading.sentence[theirs.governor].lemma not in HAVING or not theirs.interval.below(mine.interval):
        return False
    met = {case.met(n) for n in case.held}
    near = [t for t in (theirs.governor, theirs.head) if t is not None and t in reading.at]
    fillers = [row for t in near for row in _fillers(case, Place(place.reading, reading.at[t]))]
    there = [
        other
        for role, other in fillers
        if role in WHERE and case.passage.node(other).kind in {"name", "word"}
    ]
    return any(other not in met for other in there)


def _denied_of_others(case: Case, unsaid: Sequence[int]) -> bool:
    """ "Paying users do not see adverts": where one text denies a thing, what narrows it in the other is another one;
    so is another time of it, and so are "the other miners"."""
    sentence = case.reading.sentence
    if any(t.lower in OTHERS and _argument(sentence, _modified(sentence, t.i)) for t in sentence):
        return True
    for k in unsaid:
        node = case.node(k)
        noun = _modified(sentence, node.head)
        n = case.reading.at.get(noun)
        place = case.met(n) if n is not None and noun != node.head else None
        common = place is not None and case.passage.node(place).kind == "word"
        if node.kind == "word" and common and (_argument(sentence, noun) or _all_of_a_kind(sentence, noun)):
            return True
        if node.kind == "date" and k in case.places:
            return True
    return False


def _other_ordinal(case: Case, k: int) -> bool:
    """Whether the evidence has another one of several, and not this one too."""
    value = case.node(k).value
    if not isinstance(value, Quantity) or value.dimension != "ordinal" or not case.wrong(k):
        return False
    words = {t.lower for r in case.passage.own for t in case.passage.readings[r].sentence}
    others = (node.value for _, node in case.passage.values)
    same = any(
        isinstance(o, Quantity) and o.dimension == value.dimension and o.interval == value.interval
        for o in others
    )
    return not same and value.text.lower() not in words


def _argument(sentence: Sentence, noun: int) -> bool:
    """Whether a noun phrase picks out a thing: a subject, or a definite object."""
    token = sentence[noun]
    while token.dep == "conj" and token.head != token.i:
        token = sentence[token.head]
    if token.dep in SUBJECTS:
        return True
    if token.dep == "pobj" and sentence[sentence[token.head].head].dep in {"attr", "appos"}:
        return False  # "commander of the southern garrison" says who somebody is
    definite = any(sentence[c].lower in DEFINITE for c in sentence.children[noun])
    return token.dep in OBJECTS and definite


def _all_of_a_kind(sentence: Sentence, noun: int) -> bool:
    """Whether an object speaks of a kind as a whole: "deleted users"."""
    bare = not any(sentence[c].dep in {"det", "nummod", "poss"} for c in sentence.children[noun])
    return sentence[noun].dep in OBJECTS and sentence[noun].tag == "NNS" and bare


def _owned_thing(case: Case, k: int, wrong: Sequence[int]) -> bool:
    """ "The hotel's annexe has 31 rooms", where the evidence counts the hotel's own; but "its workforce is 31"."""
    node = case.node(k)
    figures = [value for w in wrong if isinstance(value := case.node(w).value, Quantity)]
    if any(value.head in {None, node.head} for value in figures):
        return False
    if node.kind != "word" or node.pos != "n" or not _argument(case.reading.sentence, node.head):
        return False
    for link in case.links:
        place = case.met(link.child) if link.head == k and link.role in OWNED else None
        if place is not None and any(role in ROLE_GROUPS for role, _ in case.passage.roles(place)):
            return True
    return False


def _other_place(case: Case, k: int) -> bool:
    """ "In the valley", where the evidence says of the same word in which town."""
    met = {case.met(n) for n in case.held}
    for link in case.links:
        place = case.met(link.head) if link.child == k and link.role in WHERE else None
        if place is None:
            continue
        for role, other in _fillers(case, place):
            if role in WHERE and other not in met and case.passage.node(other).kind in {"name", "word"}:
                return True
    return False


def _fillers(case: Case, place: Place) -> Iterator[tuple[str, Place]]:
    reading = case.passage.readings[place.reading]
    for role, token in reading.graph.fillers(case.passage.node(place).head):
        n = reading.at.get(token)
        if n is not None:
            yield role, Place(place.reading, n)


def _other_doer(case: Case, wrong: Sequence[int], unsaid: Sequence[int]) -> bool:
    """Whether somebody else does it in the evidence, with other values: two deeds, both true."""
    deeds = any(_rules(case, wrong, (*TIMES, *OPPOSED)))
    if not deeds and not any(_rules(case, wrong, ("quantity.",))):
        return False
    met = {case.met(n) for n in case.held}
    for k in unsaid:
        for link in case.links:
            if link.child != k or ROLE_GROUPS.get(link.role) != "do" or case.node(link.head).pos != "v":
                continue
            pair = case.pairs.get(link.head) if deeds or case.node(link.head).lemma in OWNING else None
            for role, other in _fillers(case, pair.place) if pair is not None else ():
                if ROLE_GROUPS.get(role) == "do" and other not in met and case.passage.node(other).pos == "n":
                    return True
    return False


# times


def _other_time(case: Case, nodes: Sequence[int], wrong: Sequence[int]) -> bool:
    """Whether figures or opposites are of a time that only one of the two texts gives, and that is over."""
    if wrong and all(case.node(k).kind == "date" for k in wrong):
        return _denied(case)
    return any(
        isinstance(case.node(k).value, When) and k not in case.held and _long_past(case, k) for k in nodes
    )


def _long_past(case: Case, k: int) -> bool:
    """ "Had 40 rooms in 1936": a stated time in the past, of which the evidence, in the present, has none."""
    value = case.node(k).value
    assert isinstance(value, When)
    return bool(value.stated & STATED) and case.reading.contexts[value.governor].tense is Tense.PAST


def _denied(case: Case) -> bool:
    """Whether one text denies what the other affirms: "did not flood it in June", "flooded it in May"."""
    return any(f.rule == "polarity.negated" and f.relation is Relation.CONTRADICTS for f in case.general)


# groups


def _other_group(case: Case, wrong: Sequence[int]) -> bool:
    """ "62% improved" and "12% got worse": opposites that each count their own."""
    if not any(_both_count(case, k) for k in wrong):
        return False
    opposed = any(
        case.node(k).pos in {"v", "a"} and (case.node(k).lemma in OUTCOMES or not trend(case.node(k).lemma))
        for k in _against(case, wrong)
    )
    return opposed or _denied(case)


def _both_count(case: Case, k: int) -> bool:
    """Whether both texts give a number or share of what there is some of."""
    mine, place = case.node(k).value, case.places.get(k)
    theirs = case.passage.node(place).value if place is not None else None
    values = [v for v in (mine, theirs) if isinstance(v, Quantity) and v.dimension in {"count", "share"}]
    return len(values) > 1 and not any(v.text.lower() in NONE_WORDS for v in values)


def _against(case: Case, wrong: Iterable[int]) -> list[int]:
    return [k for k in wrong if any(_rules(case, (k,), OPPOSED))]


def _rules(case: Case, wrong: Iterable[int], prefixes: tuple[str, ...]) -> Iterator[str]:
    for k in wrong:
        for found in case.findings.get(k, ()):
            if found.relation is Relation.CONTRADICTS and found.rule.startswith(prefixes):
                yield found.rule


def _undergoes(case: Case, k: int, wrong: Sequence[int]) -> bool:
    """Whether what is left over is what another one did something to: who opened a shop opened no inquiry."""
    verbs = {link.head for link in case.links if link.child == k and link.role == "patient"}
    doers = {link.child for link in case.links if link.head in verbs and link.role == "agent"}
    return any(n in doers and case.node(n).kind == "name" for n in wrong)


def _age_of_another(case: Case, k: int) -> bool:
    """ "The factory is 37 years old": the age of its manager, 46, is another's."""
    value, place = case.node(k).value, case.places.get(k)
    if not isinstance(value, Quantity) or value.dimension != "age" or place is None:
        return False
    other, reading = case.passage.node(place).value, case.passage.readings[place.reading]
    before = other.start - 2 if isinstance(other, Quantity) else -1  # "Henrik Solas, 46,"
    bearer = reading.nodes[reading.at[before]].value if before in reading.at else None
    if not isinstance(bearer, Name) or bearer.kind is not Kind.PERSON or value.governor is None:
        return False
    mine = [c for r, c in case.reading.graph.fillers(value.governor) if r in {"agent", "subject"}]
    lemmas = [case.reading.sentence[c] for c in mine]
    return bool(lemmas) and all(t.pos == "NOUN" and not persons(t.lemma) for t in lemmas)
