"""What one word of the evidence says of one word of the statement."""

from __future__ import annotations

from enum import Enum


class LexRel(Enum):
    """The lexical relation of an evidence word to a statement word. Each member's value is its code on disk.

    The names follow natural logic (MacCartney & Manning 2009): equivalence, forward and reverse entailment,
    alternation; CONVERSE, CAUSE and AGENT say how the participants' roles change.
    """

    EQUAL = 1  # one word, or two words of one meaning in two parts of speech: injure / injury
    SYNONYM = 2  # may stand for each other: buy / purchase
    NARROWER = 3  # evidence is the more specific and entails the statement: assassinate, kill
    WIDER = 4  # evidence is the more general: the statement says more
    ANTONYM = 5  # exclude each other in one slot: rise / fall
    COHYPONYM = 6  # two members of a closed class, exclusive in a slot that takes one: Monday / Friday
    CONVERSE = 7  # the same event with the participants changed about: buy / sell; unchanged they exclude
    CAUSE = 8  # evidence's verb brings it about for its object: kill, die
    AGENT = 9  # a verb and the noun for who does it: found / founder
    NONE = 0

    @property
    def code(self) -> int:
        return int(self.value)

    @property
    def entails(self) -> bool:
        """The evidence word may stand where the statement word does, with the roles as they are."""
        return self in (LexRel.EQUAL, LexRel.SYNONYM, LexRel.NARROWER)

    @property
    def excludes(self) -> bool:
        """Both words cannot fill one slot of one frame. (For converses only when the roles are the same.)"""
        return self in (LexRel.ANTONYM, LexRel.COHYPONYM)
