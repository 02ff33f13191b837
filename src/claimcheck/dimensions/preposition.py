"""Prepositions: whether what happened in one place, direction or relation is said of another.

What the evidence puts with one preposition a statement may put with another that says the same or less: who ran into
the shop ran to it, and what lies inside the park lies in it. Any other preposition leaves it open: "near the runway" is
not "on the runway". After a noun ("attack on", "attack against the base") usage is looser, and only prepositions that
are opposites leave it open. The sets follow the senses that Quirk et al., "A Comprehensive Grammar of the English
Language" (1985), chapter 9, gives for each preposition.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_CAUSES: Final = "because|because of|due to|owing to|thanks to|over|by|from|for|after|amid|of"
_SAYS_TOO: Final[Mapping[str, str]] = {
    "in": "at|within|inside|on|during|of|amid|among|throughout|across|around",
    "at": "in|on|near|by|during|of",
    "on": "in|at|upon|onto|about|over|aboard|during|of|against|along|via",
    "upon": "on|at|in|after",
    "inside": "in|within|at",
    "within": "in|inside|at|during",
    "into": "in|to|inside|onto|at|towards|toward",
    "onto": "on|to|into|at",
    "to": "into|onto|towards|toward|at|in|until|through|till|up to|with",
    "towards": "toward|for",
    "toward": "towards|for",
    "for": "to|during|over|in|towards|toward|on|of|because|because of|at|about",
    "from": "off|out of|by|of|since|in|at|away from|through",
    "off": "from|near|out of",
    "out of": "from|off|of|because of",
    "away from": "from|off",
    "by": "via|through|near|next to|beside|at|along|on|using|with",
    "with": "by|using|alongside|to|against|between|among",
    "without": "",
    "over": "above|across|on|about|during|through|because|because of|regarding|in|for",
    "above": "over",
    "across": "over|in|through|throughout|around|along",
    "through": "by|via|across|in|during|throughout|until|to|over",
    "throughout": "in|across|during|through|around",
    "under": "below|beneath|underneath|in|with",
    "below": "under|beneath|underneath",
    "beneath": "under|below|underneath",
    "underneath": "under|below|beneath",
    "behind": "",
    "in front of": "outside|before|ahead of|near|at|by|of",
    "near": "by|close to|next to|around|beside|outside|off",
    "close to": "near|by|next to|around|beside",
    "next to": "beside|near|by|alongside|close to|at",
    "beside": "next to|near|by|alongside|close to",
    "alongside": "with|beside|next to|by|near",
    "outside": "near|in front of|at|beyond|around",
    "around": "near|about|in|across|round|throughout",
    "round": "around",
    "about": "on|over|of|regarding|concerning|around",
    "regarding": "about|on|over|concerning",
    "concerning": "about|on|over|regarding",
    "of": "in|from|at|for|on|by|about|out of|because|because of|among|within",
    "against": "with|on|at|over|versus|to",
    "versus": "against|with",
    "after": "following|since|upon|on|from|over",
    "following": "after|since|upon|on|over",
    "before": "prior to|ahead of|in front of",
    "prior to": "before|ahead of",
    "ahead of": "before|prior to",
    "during": "in|at|on|amid|over|throughout|within|through",
    "amid": "during|in|because|because of|over|among|after",
    "since": "from|after",
    "until": "till|to|through|up to",
    "till": "until|to|through|up to",
    "between": "among|of|with|from|to",
    "among": "amongst|between|of|in|with|including",
    "amongst": "among|between|of|in|with|including",
    "because": _CAUSES,
    "because of": _CAUSES,
    "due to": _CAUSES,
    "owing to": _CAUSES,
    "thanks to": _CAUSES + "|with",
    "despite": "in spite of|notwithstanding",
    "in spite of": "despite|notwithstanding",
    "notwithstanding": "despite|in spite of",
    "on behalf of": "for",
    "in favour of": "for",
    "in favor of": "for",
    "past": "by|near",
    "beyond": "past|outside",
    "along": "by|on|beside|at",
    "aboard": "on|in|at",
    "via": "through|by|using|on|over|with|in",
    "using": "with|by|via|through",
    "opposite": "across from|near|by",
    "per": "a|an|in|for",
    "as": "for|in|by|to",
    "including": "among|with|such as",
}
_MEANS: Final = {prep: frozenset(others.split("|")) | {prep} for prep, others in _SAYS_TOO.items()}
_OPPOSED: Final = frozenset(
    frozenset(pair.split("|"))
    for pair in (
        "with|without",
        "by|without",
        "for|against",
        "before|after",
        "before|during",
        "after|during",
        "about|during",
        "about|before",
        "about|after",
        "from|to",
        "from|into",
        "from|for",
        "from|towards",
        "over|under",
        "above|below",
        "above|under",
        "inside|outside",
        "in|outside",
        "into|out of",
        "to|away from",
        "since|until",
        "from|until",
        "because|despite",
        "because of|despite",
        "on|under",
        "on|off",
        "on|behind",
        "in|behind",
        "under|into",
    )
)


def known(preposition: str) -> bool:
    """Whether anything is known of what a preposition says."""
    return preposition in _MEANS


def says(evidence: str, statement: str, *, of_noun: bool) -> bool:
    """Whether what stands with the evidence's preposition stands, or may stand, with the statement's.

    of_noun: whether the evidence's hangs from a noun. What is not known is taken to say the same.
    """
    if evidence == statement or not (known(evidence) and known(statement)):
        return True
    if of_noun:
        return frozenset({evidence, statement}) not in _OPPOSED
    return statement in _MEANS[evidence]
