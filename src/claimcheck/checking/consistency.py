"""The same fact told with two values, within a draft or across the drafts of one run: `draft.inconsistent`.

Facts that count the same thing or date the same event, and share other words, are judged against each other, each as
the other's evidence. Only where both contradict by a value alone, and nothing says that another time, speaker or event
is meant, is it a finding.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from claimcheck.account import Account
from claimcheck.checking.samefact import Clash, clash
from claimcheck.checking.slip import INCONSISTENT, Slip
from claimcheck.checking.told import Told
from claimcheck.lore import Lore
from claimcheck.policy import DEFAULT, Policy
from claimcheck.report.places import Related

NEAREST: Final = 24  # earlier facts looked at for each word a fact is found by
SHARED: Final = 2  # words two facts must share, beside the thing counted
Postings = dict[tuple[str, str], list[int]]
"""What is counted or dated, and another word of the fact -> the nearest facts that have both."""
AT_HAND: Final = 128  # facts held as they were read last
JUDGED: Final = 4  # earlier facts that one is judged against, at most


def inconsistencies(facts: Iterable[Told], lore: Lore, policy: Policy = DEFAULT) -> Iterator[Slip]:
    """The facts that an earlier one tells otherwise, each reported once, in the order given."""
    seen: list[Told] = []
    account = lru_cache(AT_HAND)(lambda fact: Account(fact.reading(policy)))
    postings: Postings = defaultdict(list)
    for fact in facts:
        for earlier in _near(fact, seen, postings):
            found = clash(earlier, fact, lore, policy, account)
            if found is not None:
                yield _slip(earlier, fact, found)
                break
        for anchor in fact.anchors:
            for word in fact.words:
                postings[anchor, word] = [*postings[anchor, word][1 - NEAREST :], len(seen)]
        seen.append(fact)


def _near(fact: Told, seen: list[Told], postings: Postings) -> list[Told]:
    """The earlier facts that share an anchor and most words with one, the nearest first."""
    shared: Counter[int] = Counter()
    for anchor in fact.anchors:
        here: Counter[int] = Counter()
        for word in fact.words:
            here.update(postings.get((anchor, word), ()))
        shared |= here
    found = [(count, number) for number, count in shared.items() if count >= SHARED]
    found.sort(reverse=True)
    return [seen[number] for _, number in found[:JUDGED]]


def _slip(earlier: Told, later: Told, found: Clash) -> Slip:
    elsewhere = "" if earlier.path == later.path else f" of {earlier.path}"
    where = f"line {earlier.place.line}{elsewhere}"
    message = f"here “{found.later}”, but “{found.earlier}” in {where}"
    content = f"{later.text}\n{earlier.text}"
    return Slip(
        INCONSISTENT, later.span, later.place, message, content, (Related(earlier.place, earlier.text),)
    )
