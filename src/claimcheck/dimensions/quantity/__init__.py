"""Quantities: `find` them in a sentence, `relate` one of the evidence to one of the statement."""

from claimcheck.dimensions.quantity.find import find
from claimcheck.dimensions.quantity.relate import Rounding, never_rounded, relate, same_rate
from claimcheck.dimensions.quantity.value import Form, Quantity, Role

__all__ = ["Form", "Quantity", "Role", "Rounding", "find", "never_rounded", "relate", "same_rate"]
