"""Words that say which way a figure moved: up or down, whatever else they say.

The table is the project's own, gathered from business and news reporting.
"""

from __future__ import annotations

from typing import Final

UP: Final = frozenset(
    "rise increase climb grow gain widen improve jump surge expand advance soar swell go_up pick_up edge_up tick_up "
    "leap spike rocket skyrocket mount strengthen firm rally rebound recover accelerate double triple quadruple add "
    "boost lift raise up hike growth gain uptick upturn expansion improvement uplift increment escalate escalation "
    "intensify heighten enlarge extend lengthen broaden multiply inflate".split()
)
DOWN: Final = frozenset(
    "fall drop decline decrease slide shrink contract dip slip sink tumble plunge plummet lose narrow worsen ease "
    "go_down come_down edge_down tick_down slump crash weaken soften retreat recede diminish dwindle lower reduce cut "
    "halve down trim slash reduction downturn downtick contraction loss shave easing deteriorate deflate shorten "
    "lessen abate subside slow".split()
)


def trend(lemma: str) -> int:
    """1 for a word of increase, -1 for one of decrease, 0 for neither."""
    return (lemma in UP) - (lemma in DOWN)
