"""Which words of a sentence fill the slots of a relation that one of its words tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from claimcheck.case import Case
from claimcheck.dimensions.name import Kind, Name
from claimcheck.lexicon import Family, Form
from claimcheck.reading import Node, Reading

NOUNS: Final = frozenset({"NOUN", "PROPN"})
# "Served as mayor": whoever does it is the mayor; "was named as mayor": whoever undergoes it.
DONE_AS: Final = frozenset("serve work act play continue sit begin start remain retire resign".split())
MADE: Final = frozenset(
    "appoint elect name choose hire install confirm nominate swear know recognize".split()
)
STEPS: Final = 3
# Nouns before the noun for a part played that do not make it another: "film director", "team captain".
PLAIN: Final = frozenset(
    "film movie television tv radio stage video company club team band party family group state world league "
    "founder league football rock pop jazz opera feature documentary".split()
)
# Words that make of the part another, or none: "assistant director", "former owner".
OTHER: Final = frozenset(
    "assistant deputy vice associate acting interim aspiring would-be failed alleged honorary "
    "executive junior fake supposed future potential prospective candidate unofficial incoming outgoing reserve "
    "half great grand foster adoptive step only first last next second third second-largest".split()
)

Slots = Mapping[str, tuple[int, ...]]


def words(node: Node, reading: Reading) -> Iterator[tuple[str, str, int]]:
    """Every word (lemma, part of speech, token) by which a node may tell a relation."""
    if node.kind == "word":
        yield node.lemma, node.pos, node.head
        for idiom in node.idioms:
            yield idiom.lemma, idiom.pos, node.head
    elif node.kind == "name":  # "director Moira Sefton" is one name
        for i in node.words:
            token = reading.sentence[i]
            if token.pos == "NOUN" or token.text.islower():
                yield token.lemma, "n", i


def same_thing(reading: Reading, token: int) -> tuple[int, ...]:
    """A mention and the others of its sentence that are the same: "X is a poet", "X, a poet", "the poet X"."""
    found, ring = {token: None}, [token]
    for _ in range(STEPS):
        ring = [t for i in ring for t in _beside(reading, i) if t not in found]
        found.update(dict.fromkeys(ring))
    return tuple(found)


def _beside(reading: Reading, token: int) -> Iterator[int]:
    sentence, graph = reading.sentence, reading.graph
    for role, head in graph.roles(token):
        above = sentence[head]
        if (role == "appos" or (role == "subject" and above.pos in NOUNS)) or (
            role == "mod" and sentence[token].pos == "NOUN" and above.pos == "PROPN"
        ):
            yield head
        elif role == "prep_as" and above.pos == "VERB":
            part = {"agent"} if above.lemma in DONE_AS else {"patient"} if above.lemma in MADE else set()
            yield from (c for r, c in graph.fillers(head) if r in part)
        elif role == "patient" and above.lemma == "know" and above.tag == "VBN":  # "known as Idabel"
            yield from (c for r, c in graph.fillers(head) if r == "prep_as" and sentence[c].pos == "PROPN")
        elif role == "attr" and above.lemma in {"become", "remain"}:
            yield from (c for r, c in graph.fillers(head) if r == "agent")
    for role, child in graph.fillers(token):
        below = sentence[child]
        if (role == "appos" or (role == "subject" and sentence[token].pos in NOUNS)) or (
            role == "mod" and below.pos == "NOUN" and sentence[token].pos == "PROPN"
        ):
            yield child


def cast(reading: Reading, token: int, form: Form) -> Slots | None:
    """What fills the slots of a form whose word is `token`; None where a role that it needs is not filled so."""
    found: dict[str, tuple[int, ...]] = {}
    reach = [token]
    for role, among in form.needs:
        called = [i for i in _fill(reading, token, role, reach) if _called(reading, i, among)]
        if not called:
            return None
        reach.extend(called)
    for slot, roles in form.slots:
        for role in roles:
            fillers = tuple(_fill(reading, token, role, reach))
            if fillers:
                found[slot] = fillers
                reach.extend(fillers)
                break
    return found if found and not _of_another(reading, token, form) else None


def needed(reading: Reading, token: int, form: Form) -> list[int]:
    """The tokens that fill the roles a form needs filled."""
    return [
        i
        for role, among in form.needs
        for i in _fill(reading, token, role, [token])
        if _called(reading, i, among)
    ]


def turned(slots: Slots, family: Family) -> Slots:
    """The slots of a relation that holds both ways, the other way round."""
    one, other = sorted(family.mutual)
    turned = {one: other, other: one}
    return {turned.get(slot, slot): fillers for slot, fillers in slots.items()}


def _called(reading: Reading, token: int, among: frozenset[str]) -> bool:
    """Whether a mention is one of these words, or a name that has one."""
    n = reading.at.get(token)
    if reading.sentence[token].lemma in among or reading.sentence[token].lower in among:
        return True
    node = reading.nodes[n] if n is not None else None
    if node is None:
        return False
    if node.lemma in among or any(i.lemma in among for i in node.idioms):
        return True
    return node.kind == "name" and any(reading.sentence[w].lower in among for w in node.words)


def _fill(reading: Reading, token: int, role: str, reach: list[int]) -> Iterator[int]:
    first, _, rest = role.partition(".")
    if rest:
        for i in list(_fill(reading, token, first, reach)):
            yield from _fill(reading, i, rest, [i])
        return
    if role == "self":
        yield token
        return
    if role == "mod_of":
        yield from (h for r, h in reading.graph.roles(token) if r == "mod")
        return
    plain = "mod" if role == "kind" else role  # "film roles": a noun before it, whatever it names
    direct = [c for r, c in reading.graph.fillers(token) if r == plain and thing(reading, c)]
    if role == "mod":
        direct = [c for c in direct if _named(reading, c)]
    yield from direct or (_attached(reading, token, role[5:], reach) if role.startswith("prep_") else ())


def _named(reading: Reading, token: int) -> bool:
    """Whether a word before a noun names whose it is: "Rovers striker", not "Ghanaian striker"."""
    value = reading.nodes[reading.at[token]].value if token in reading.at else None
    return isinstance(value, Name) and value.kind is not Kind.NATIONALITY


def thing(reading: Reading, token: int) -> bool:
    """Whether a word is no date and no figure: "in 1986" is no place."""
    n = reading.at.get(token)
    return n is None or reading.nodes[n].kind not in {"date", "quantity"}


def _attached(reading: Reading, token: int, preposition: str, reach: list[int]) -> Iterator[int]:
    """The object of a preposition that follows the word and what hangs from it, whatever the parser hangs it from."""
    sentence = reading.sentence
    end = token
    inside = {i for t in reach for i in sentence.subtree(t) if i > token}
    while end + 1 < len(sentence) and (end + 1 in inside) and sentence[end + 1].lower != preposition:
        end += 1
    if end + 1 >= len(sentence) or sentence[end + 1].lower != preposition or sentence[end + 1].dep != "prep":
        return
    above = sentence[end + 1].head
    direct = {c for _, c in reading.graph.fillers(token)}
    if above in direct.union(reach) or above not in sentence.subtree(token):  # not of a clause within
        yield from (c for c in sentence.children[end + 1] if sentence[c].dep == "pobj" and thing(reading, c))


TAUGHT: Final = frozenset({"teacher", "tutor", "student", "pupil"})
OVER: Final = frozenset({"former", "ex", "ex-", "retired", "one-time", "onetime"})


def over(reading: Reading, token: int) -> bool:
    """Whether somebody is said to have been so once: "a former tennis player"."""
    return any(r == "mod" and reading.sentence[c].lemma in OVER for r, c in reading.graph.fillers(token))


def _of_another(reading: Reading, token: int, form: Form) -> bool:
    """Whether a word before the noun of a form makes it another's part."""
    if form.pos != "n" or not any("self" in roles for _, roles in form.slots):
        return False
    made = any("prep_by" in roles for _, roles in form.slots)
    whole = len(form.slots) == 1 or form.word == "*" or "_" in form.word or made
    return another_part(reading, token, compounds=not whole)


def another_part(reading: Reading, token: int, *, compounds: bool = True) -> bool:
    """Whether a word before it makes of a noun another: "assistant director", "former owner", "art director"."""
    for role, child in reading.graph.fillers(token):
        below = reading.sentence[child]
        taught = reading.sentence[token].lemma in TAUGHT  # "her piano teacher"
        joined = (
            compounds
            and not taught
            and below.dep == "compound"
            and below.pos == "NOUN"
            and below.lemma not in PLAIN
        )
        if role == "mod" and (below.lemma in OTHER or joined):
            return True
    return False


def unmet_beside(case: Case, token: int, wrong: int) -> bool:
    """Whether a noun below a predicate, but for a wrong filler, is unmet: "the contract for the school"."""
    at = case.reading.at
    below = {at[i] for i in case.reading.sentence.subtree(token) if i in at} - {wrong, at.get(token)}
    nouns = [n for n in below if case.node(n).kind == "word" and case.node(n).pos == "n"]
    return any(case.account.weight(n) and n not in case.held and n not in case.pairs for n in nouns)
