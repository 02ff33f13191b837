"""Dates and times: what a sentence says of when, and how two such statements relate."""

from claimcheck.dimensions.date.elapsed import elapsed, repeated
from claimcheck.dimensions.date.find import find
from claimcheck.dimensions.date.relate import begin, covers, finish, relate
from claimcheck.dimensions.date.value import Bound, Clock, Offset, Period, When

__all__ = ["Bound", "Clock", "Offset", "Period", "When", "begin", "covers", "elapsed", "find", "finish",
           "relate", "repeated"]  # fmt: skip
