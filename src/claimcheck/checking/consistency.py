"""The same fact told with two values, within a draft or across the drafts of one run: `draft.inconsistent`.

Facts that count the same thing or date the same event, and share other words, are judged against each other, each as
the other's evidence. Only where both contradict by a value alone, and nothing says that another time, speaker or event
is meant, is it a finding.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from claimcheck.account import Account
from claimcheck.checking.samefact import Clash, clash
from claimcheck.checking.slip import INCONSISTENT, Slip
from claimcheck.checking.told import Figures, Told, may_differ
from claimcheck.lore import Lore
from claimcheck.policy import DEFAULT, Policy
from claimcheck.report.places import Related
from claimcheck.spill import Spilled

NEAREST: Final = 24  # earlier facts looked at for each word a fact is found by
SHARED: Final = 2  # words two facts must share, beside the thing counted
ALIKE: Final = 0.4  # and that share of the shorter one's words
Postings = dict[tuple[str, str], tuple[int, ...]]
"""What is counted or dated, and another word of the fact -> the nearest facts that have both."""
AT_HAND: Final = 128  # facts held as they were read last
JUDGED: Final = 4  # earlier facts that one is judged against, at most


def inconsistencies(facts: Iterable[Told], lore: Lore, policy: Policy = DEFAULT) -> Iterator[Slip]:
    """The facts that an earlier one tells otherwise, each reported once, in the order given."""
    seen = _Seen()
    account = lru_cache(AT_HAND)(lambda fact: Account(fact.reading(policy)))
    for fact in facts:
        for earlier in seen.near(fact):
            found = clash(earlier, fact, lore, policy, account)
            if found is not None:
                yield _slip(earlier, fact, found)
                break
        seen.add(fact)


class _Seen:
    """The facts so far, set aside but for their figures and those used last."""

    def __init__(self) -> None:
        self._facts: Spilled[Told] = Spilled()
        self._figures: list[Figures] = []
        self._lengths: list[int] = []  # in words
        self._at_hand: OrderedDict[int, Told] = OrderedDict()
        self._postings: Postings = defaultdict(tuple)

    def add(self, fact: Told) -> None:
        number = len(self._facts)
        self._facts.extend([fact])
        self._figures.append(fact.figures)
        self._lengths.append(len(fact.words))
        self._hold(number, fact)
        for anchor in fact.anchors:
            for word in fact.words:
                self._postings[anchor, word] = (*self._postings[anchor, word][1 - NEAREST :], number)

    def near(self, fact: Told) -> Iterator[Told]:
        """The earlier facts that share an anchor and most words with one, the nearest first, if they may differ."""
        for number in self._nearest(fact):
            if may_differ(self._figures[number], fact.figures):
                yield self._hold(number, self._at_hand.get(number) or self._facts[number])

    def _nearest(self, fact: Told) -> list[int]:
        shared: Counter[int] = Counter()
        for anchor in fact.anchors:
            here: Counter[int] = Counter()
            for word in fact.words:
                here.update(self._postings.get((anchor, word), ()))
            shared |= here
        found = [
            (count, number)
            for number, count in shared.items()
            if count >= max(SHARED, ALIKE * min(len(fact.words), self._lengths[number]))
        ]
        return [number for _, number in sorted(found, reverse=True)[:JUDGED]]

    def _hold(self, number: int, fact: Told) -> Told:
        self._at_hand[number] = fact
        self._at_hand.move_to_end(number)
        if len(self._at_hand) > AT_HAND:
            self._at_hand.popitem(last=False)
        return fact


def _slip(earlier: Told, later: Told, found: Clash) -> Slip:
    elsewhere = "" if earlier.path == later.path else f" of {earlier.path}"
    where = f"line {earlier.place.line}{elsewhere}"
    message = f"here “{found.later}”, but “{found.earlier}” in {where}"
    content = f"{later.text}\n{earlier.text}"
    return Slip(
        INCONSISTENT, later.span, later.place, message, content, (Related(earlier.place, earlier.text),)
    )
