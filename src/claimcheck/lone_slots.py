"""Slots with room for one, where the statement has another name: where a thing was taken, to whom it was sold, whom a
street is named after, off whose coast a ship went down, who the spokesman is.

What `another_name` decides by the role alone is left out; here the verb, or the noun in between, tells that a second
filler would be another event. All else that hangs from the verb must be met.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck import lexicon
from claimcheck.align import Place
from claimcheck.another_name import shared_role
from claimcheck.case import Case
from claimcheck.dated_events import alone
from claimcheck.dimensions import name
from claimcheck.dimensions.context import Tense
from claimcheck.dimensions.name import Kind, Name
from claimcheck.finding import Finding, Relation
from claimcheck.occupants import ONE_FILLER
from claimcheck.reading import Reading
from claimcheck.relate import NONE, lexical
from claimcheck.tokens import Sentence

# Who is moved, or moves house, ends up in one place.
MOVING: Final = frozenset(
    "move relocate flee transfer deport extradite take rush airlift evacuate bring divert escape defect emigrate "
    "withdraw retreat crash fall tow repatriate".split()
)
FLOWING: Final = frozenset({"flow", "empty", "drain", "discharge"})
# What is sold or given away is had by one.
GIVING: Final = frozenset(
    "sell hand award give donate grant present bequeath cede surrender lease transfer assign attribute".split()
)
TO: Final = frozenset({"prep_to", "prep_into", "prep_onto"})
IDENTIFYING: Final = frozenset({"identify", "name", "unmask"})
CALLING: Final = frozenset({"name", "call", "rename", "christen"})
OTHER: Final = frozenset({"name.different", "name.unclear"})
_PLACES: Final = frozenset({Kind.PLACE, Kind.NATIONALITY})
_NARROWING: Final = frozenset({"mod", "poss", "prep_of", "prep_for"})
MOST_STEPS: Final = 3  # from a name up to the verb, through "the outskirts of the town of"


def account(case: Case) -> None:
    """Let another name exclude the statement's in a slot with room for one."""
    for k, rows in list(case.findings.items()):
        pair, mine = case.pairs.get(k), case.node(k).value
        open_ = [f for f in rows if f.rule in OTHER and f.relation is Relation.UNDETERMINED]
        if not open_ or pair is None or not isinstance(mine, Name) or not case.own(pair.place):
            continue
        theirs = case.passage.node(pair.place).value
        if not isinstance(theirs, Name) or not alone(case, pair.place) or _told_too(case, mine, theirs):
            continue
        if case.reading.sentence[min(mine.stop, len(case.reading.sentence) - 1)].text == "-":  # "ap-south"
            continue
        slot = _slot(case, k, pair.place)
        if not slot:
            continue
        found = _related(case, theirs, mine, locative=slot == "where")
        if found.relation is Relation.CONTRADICTS or (slot != "where" and _of_any_kind(found, theirs, mine)):
            sure = replace(found, relation=Relation.CONTRADICTS)
            case.findings[k] = [replace(sure, words=f.words) if f in open_ else f for f in rows]
    _values(case)


def _related(case: Case, theirs: Name, mine: Name, *, locative: bool) -> Finding:
    return name.relate(
        theirs, mine, one_filler=True, aliases=case.lore.aliases, places=case.lore.places, locative=locative
    )


def _of_any_kind(found: Finding, theirs: Name, mine: Name) -> bool:
    """Whether two names surely differ, whatever the parser takes them for: firms and persons both buy and are given."""
    if _PLACES & {theirs.kind, mine.kind}:
        return False
    lone = " " not in mine.text and " " not in theirs.text and found.note == "acronym-unknown"
    return found.rule == "name.different" or lone


def _told_too(case: Case, mine: Name, theirs: Name) -> bool:
    """Whether the passage has the statement's name elsewhere, or one that may be it."""
    return any(
        isinstance(node.value, Name) and node.value is not theirs and not case.lore.same(node.value, mine).no
        for _, node in case.passage.every
    )


def _slot(case: Case, k: int, place: Place) -> str:
    """Which slot with room for one both names fill: "where", "who" or "" for none."""
    if _apposed(case, k, place) or _equated(case, k, place):
        return "who"
    n, at, steps = _climbed(case, k, place)
    role = shared_role(case, n, at)
    heads = [link.head for link in case.links if link.child == n and link.role == role]
    if not role or not heads:
        return ""
    head = heads[0]
    if case.node(head).kind == "name":
        return "who" if role in {"prep_of", "prep_from"} and _person(case, head) and not steps else ""
    if case.node(head).pos != "v" or not _one_event(case, head, n):
        return ""
    verb = case.node(head).lemma
    if steps and role in ONE_FILLER and role.startswith("prep_"):
        return "where"
    if role in TO and (verb in MOVING or verb in FLOWING):
        return "where" if verb in FLOWING or _past(case, head) else ""
    if role in TO | {"recipient"} and verb in GIVING and _past(case, head):
        return "who" if _definite_object(case, head) else ""
    as_ = role == "prep_as" and verb in IDENTIFYING
    return "who" if as_ or (role == "prep_after" and verb in CALLING) else ""


def _climbed(case: Case, k: int, place: Place) -> tuple[int, Place, int]:
    """The noun at the top of "the outskirts of the town of …" in both texts, and how many steps up it is."""
    reading = case.passage.readings[place.reading]
    for steps in range(MOST_STEPS):
        up = next((link.head for link in case.links if link.child == k and link.role == "prep_of"), None)
        met = case.met(up) if up is not None else None
        above = {h for r, h in case.passage.roles(place) if r == "prep_of"}
        same = met is not None and met.reading == place.reading and case.passage.node(met).head in above
        if up is None or met is None or not same or case.node(up).lemma != case.passage.node(met).lemma:
            return k, place, steps
        if case.node(up).kind != "word" or not _singular(case.reading.sentence, case.node(up).head):
            return k, place, steps
        if not _singular(reading.sentence, case.passage.node(met).head):
            return k, place, steps
        k, place = up, met
    return k, place, MOST_STEPS


def _singular(sentence: Sentence, i: int) -> bool:
    """Whether a noun is of one thing that a text may take for known: "the coast", "north", but not "a suburb"."""
    below = {sentence[c].lower for c in sentence.children[i]}
    return sentence[i].tag in {"NN", "RB", "JJ", "NNP"} and not below & {"a", "an", "another", "one"}


def _one_event(case: Case, verb: int, n: int) -> bool:
    """Whether a verb and all that hangs from it, but the name in question, are met, and who or what it is said of is a
    certain one."""
    if verb not in case.held or case.reading.contexts[case.node(verb).head].polarity < 0:
        return False
    beside = [link for link in case.links if link.head == verb and link.child != n]
    if any(case.account.weight(link.child) and link.child not in case.held for link in beside):
        return False
    certain = [link.child for link in beside if link.role in {"agent", "subject", "patient"}]
    return any(_certain(case.reading, case.node(c).head) for c in certain)


def _certain(reading: Reading, i: int) -> bool:
    """Whether a mention is of one certain thing: a name, a pronoun, or what "the" or an owner stands before."""
    token = reading.sentence[i]
    if token.pos in {"PROPN", "PRON"}:
        return token.tag != "NNPS"
    below = [reading.sentence[c] for c in reading.sentence.children[i]]
    known = any(t.lower in {"the", "this", "that"} or t.dep == "poss" for t in below)
    return known and token.tag == "NN"


def _definite_object(case: Case, verb: int) -> bool:
    things = [link.child for link in case.links if link.head == verb and link.role == "patient"]
    return any(_certain(case.reading, case.node(n).head) for n in things)


def _past(case: Case, verb: int) -> bool:
    return case.reading.contexts[case.node(verb).head].tense is Tense.PAST


def _person(case: Case, n: int) -> bool:
    value = case.node(n).value
    return isinstance(value, Name) and value.kind is Kind.PERSON and n in case.held


def _apposed(case: Case, k: int, place: Place) -> bool:
    """ "The group's spokesman is Aziz" of what has "the group's spokesman, Omar Said"."""
    reading = case.passage.readings[place.reading]
    token = case.passage.node(place).head
    beside = {h for r, h in reading.graph.roles(token) if r == "appos"}
    beside |= {c for r, c in reading.graph.fillers(token) if r == "appos"}
    for link in case.links:
        noun = link.head if link.child == k else link.child if link.head == k else None
        if noun is None or link.role not in {"subject", "appos"} or noun not in case.held:
            continue
        met, sentence = case.met(noun), case.reading.sentence
        if met is None or met.reading != place.reading or case.passage.node(met).head not in beside:
            continue
        if case.node(noun).kind == "word" and _known_post(case, noun, sentence):
            return _no_narrower(case, noun, met)
    return False


def _equated(case: Case, k: int, place: Place) -> bool:
    """ "The default format is YAML" of what has "the default format is JSON"."""
    reading = case.passage.readings[place.reading]
    for link in case.links:
        n = link.head if link.child == k else link.child if link.head == k else None
        if n is None or link.role != "subject" or n not in case.held:
            continue
        noun, met = case.node(n), case.met(n)
        if met is None or met.reading != place.reading or noun.kind != "word" or noun.pos != "n":
            continue
        theirs = case.passage.node(met).head
        graph, own = reading.graph, case.passage.node(place).head
        said = ("subject", own) in graph.roles(theirs) or ("subject", theirs) in graph.roles(own)
        if said and all(_certain(r, i) for r, i in ((case.reading, noun.head), (reading, theirs))):
            return _no_narrower(case, n, met)
    return False


def _no_narrower(case: Case, noun: int, met: Place) -> bool:
    """Whether neither text narrows a noun in a way that the other does not: "deputy chairman", "a bank's"."""
    reading = case.passage.readings[met.reading]
    mine = [link.child for link in case.links if link.head == noun and link.role in _NARROWING]
    held = {case.met(n) for n in mine if n in case.held}
    theirs = [c for r, c in reading.graph.fillers(case.passage.node(met).head) if r in _NARROWING]
    places = {Place(met.reading, reading.at[c]) for c in theirs if c in reading.at}
    vague = any(
        reading.sentence[g].lower in {"a", "an"} for c in theirs for g in reading.sentence.children[c]
    )
    return all(n in case.held for n in mine) and places <= held and not vague


def _known_post(case: Case, noun: int, sentence: Sentence) -> bool:
    """Whether a noun tells of one: a post that somebody has, with all that says whose, and no "a"."""
    i = case.node(noun).head
    below = [sentence[c] for c in sentence.children[i]]
    whose = [link.child for link in case.links if link.head == noun and link.role in {"poss", "prep_of"}]
    if sentence[i].tag != "NN" or not whose or any(n not in case.held for n in whose):
        return False
    return not any(t.lower in {"a", "an", "one", "another"} for t in below) and (
        lexicon.is_person_noun(case.node(noun).lemma)
    )


def _values(case: Case) -> None:
    """Let another word exclude the statement's in "the default theme is called dusk", "the default level is debug"."""
    for link in case.links:
        k, noun = link.head, link.child
        node, met = case.node(k), case.met(noun)
        if link.role != "subject" or k in case.held or noun not in case.held or met is None:
            continue
        if node.kind != "word" or not case.own(met) or not _bare(case.reading, node.head):
            continue
        if not _of_a_default(case, noun, node.head) or not _certain(case.reading, case.node(noun).head):
            continue
        place = _value_of(case, met)
        if place is None or not _no_narrower(case, noun, met):
            continue
        theirs = case.passage.node(place)
        if lexical(theirs.lemma, theirs.pos, node.lemma, node.pos) is NONE:
            here, there = case.reading.text(node), case.evidence(place)
            case.findings[k] = [Finding("name.different", Relation.CONTRADICTS, here, there, "", node.words)]


def _value_of(case: Case, noun: Place) -> Place | None:
    """The one bare word that a noun of the evidence is said to be."""
    reading, at = case.passage.readings[noun.reading], case.passage.node(noun).head
    said = [h for r, h in reading.graph.roles(at) if r == "subject" and h in reading.at and _bare(reading, h)]
    if (
        len(said) != 1
        or reading.contexts[said[0]].polarity < 0
        or reading.nodes[reading.at[said[0]]].kind != "word"
    ):
        return None
    return Place(noun.reading, reading.at[said[0]])


def _bare(reading: Reading, i: int) -> bool:
    """Whether a word is all that its phrase is made of, and is what something is said to be."""
    below = [c for c in reading.sentence.children[i] if reading.sentence[c].pos != "PUNCT"]
    joined = any(t.text == "-" for t in reading.sentence.tokens[max(0, i - 1) : i + 2])  # "ap-south"
    said = reading.sentence[i].dep in {"attr", "oprd"} and reading.sentence[i].pos in {"NOUN", "PROPN"}
    return said and not below and not joined


def _of_a_default(case: Case, noun: int, value: int) -> bool:
    """Whether a noun has one value: what something is called, or a default."""
    sentence = case.reading.sentence
    if sentence[sentence[value].head].lemma in CALLING:
        return True
    return any(sentence[c].lower == "default" for c in sentence.children[case.node(noun).head])
