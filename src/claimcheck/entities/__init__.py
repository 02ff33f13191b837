"""Who and what a document speaks of: its names, descriptions and pronouns gathered into entities.

Deterministic sieves, surest first (Lee et al. 2011): one spelling; alias, acronym, short form; apposition, title and
"X is a Y"; definite description; pronoun. A wrong link would make a false verdict, so whatever could mean two things
is left alone. What the text states (names, appositions) and what is only implied (the rest) are told apart.
"""

from __future__ import annotations

from claimcheck.entities.introduced import introduced
from claimcheck.entities.model import Description, Entities, Entity, Form, Mention
from claimcheck.entities.resolve import resolve

__all__ = ["Description", "Entities", "Entity", "Form", "Mention", "introduced", "resolve"]
