"""What a text leaves to be understood from the sentence before: whose a thing is, and where "there" is.

"Dr Nwosu runs the hospital. The wards are full": the wards are the hospital's, as long as nothing else could have them.
"He visited the camp. There he met the parents": in the camp.
"""

from __future__ import annotations

from typing import Final

from claimcheck import lexicon
from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import Case
from claimcheck.dimensions.name import Kind, Name
from claimcheck.reading import Reading

OWNING: Final = frozenset({"poss", "prep_of", "mod"})
WHERE: Final = frozenset({"prep_in", "prep_at", "prep_on", "prep_inside", "prep_near"})
CORE: Final = frozenset({"agent", "subject", "patient", "recipient"})
THERE: Final = frozenset({"there", "here"})
SAID: Final = frozenset(
    "decision announcement plan move proposal ruling order vote statement offer bid".split()
)


def understood(case: Case, role: str, head: Place, child: Place) -> bool:
    """Whether what stands in the sentence before goes with a word of this one, though the text does not repeat it."""
    if head.reading != child.reading + 1:
        return False
    if role in WHERE:
        return _there(case, head, child)
    return role in OWNING and _owned(case, head, child)


def _there(case: Case, head: Place, child: Place) -> bool:
    """ "There" hangs from the verb, and the sentence before says of one place or thing where somebody was."""
    reading, before = case.passage.readings[head.reading], case.passage.readings[child.reading]
    at = case.passage.node(head).head
    below = reading.sentence.children[at]
    if not any(reading.sentence[c].lower in THERE and reading.sentence[c].dep == "advmod" for c in below):
        return False
    token = case.passage.node(child).head
    held = {role for role, _ in before.graph.roles(token)}
    places = [n.head for n in before.nodes if WHERE & {role for role, _ in before.graph.roles(n.head)}]
    return places == [token] or ("patient" in held and not places)


def _owned(case: Case, head: Place, child: Place) -> bool:
    """A definite thing that nobody has yet spoken of or owned, and the one thing that the sentence before is about."""
    reading, before = case.passage.readings[head.reading], case.passage.readings[child.reading]
    noun, owner = case.passage.node(head), case.passage.node(child)
    below = [reading.sentence[c] for c in reading.sentence.children[noun.head]]
    bare = any(t.lower == "the" for t in below) and not any(
        t.dep in {"poss", "compound", "nmod"} or t.lower in {"of", "for"} for t in below
    )
    if noun.pos != "n" or noun.kind != "word" or not bare or any(n.lemma == noun.lemma for n in before.nodes):
        return False
    if noun.lemma in SAID:
        return any(ROLE_GROUPS.get(role) == "do" for role, _ in before.graph.roles(owner.head))
    things = {
        n.head for n in before.nodes if n.pos == "n" and _core(before, n.head) and not _person(before, n.head)
    }
    return things == {owner.head}


def _core(reading: Reading, token: int) -> bool:
    return any(role in CORE for role, _ in reading.graph.roles(token))


def _person(reading: Reading, token: int) -> bool:
    node = reading.nodes[reading.at[token]]
    if isinstance(node.value, Name):
        stands = reading.stands.get(token)
        named = stands is not None and any(name.kind is Kind.PERSON for name in stands.names)
        return named or node.value.kind is Kind.PERSON
    return node.kind == "pronoun" or lexicon.is_person_noun(node.lemma)
