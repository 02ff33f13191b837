"""How old claims are, in steps a person would use."""

from __future__ import annotations

from datetime import date

STEPS = (
    (0, "still to come"),
    (31, "under a month"),
    (92, "1 to 3 months"),
    (366, "3 to 12 months"),
    (731, "1 to 2 years"),
    (1827, "2 to 5 years"),
)
OLDEST, NONE = "5 years or more", "no date"
AGES = (*(name for _, name in STEPS), OLDEST, NONE)


def age(day: date | None, today: date) -> str:
    """The step that a day falls into, seen from another."""
    if day is None:
        return NONE
    days = (today - day).days
    return next((name for below, name in STEPS if days < below), OLDEST)
