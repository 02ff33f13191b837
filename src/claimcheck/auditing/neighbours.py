"""Which claims may be about the same: an index of the words and names that few claims have.

Worked out anew for every audit from all terms at once: what is near hangs on how rare a word is, and so on every claim.
"""

from __future__ import annotations

import heapq
import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

FEW = 100  # claims that may have a word that still tells them apart, however small the ledger
RARE = 0.002  # share of a large ledger's claims that may
LEAST, COMMON = 2, 2_000  # words that are looked for in any case, unless more claims than that have them
MOST_TERMS = 12  # of a claim's words, the rarest
LOOKED_AT = 32  # claims whose words are compared one by one
NEAREST = 8  # claims before it that one is compared with
SHARED = 0.5  # share of the weight of the lighter one's words that two claims have in common


def pairs(terms: Sequence[Collection[str]], only: Collection[int] | None = None) -> Iterator[tuple[int, int]]:
    """Pairs (i, j), j < i, of claims that share enough of their words, in order.

    only: one of the two is among these.
    """
    words = [frozenset(own) for own in terms]
    frequency = Counter(term for own in words for term in own)
    weight = {term: math.log(1 + len(words) / n) for term, n in frequency.items()}
    most = max(FEW, int(len(words) * RARE))
    holding: dict[str, array[int]] = defaultdict(lambda: array("L"))
    totals: list[float] = []
    for i, own in enumerate(words):
        totals.append(sum(weight[term] for term in own))
        kept = _telling(own, frequency, most)
        found: dict[int, float] = defaultdict(float)
        for term in kept:
            for j in holding[term]:
                found[j] += weight[term]
        likely = heapq.nsmallest(LOOKED_AT, ((-score, j) for j, score in found.items()))
        near = []
        for _, j in likely:
            score = sum(weight[term] for term in own & words[j])
            if score >= SHARED * min(totals[i], totals[j]):
                near.append((-score / max(totals[i], totals[j]), j))
        for _, j in sorted(near)[:NEAREST]:
            if only is None or i in only or j in only:
                yield i, j
        for term in kept:
            holding[term].append(i)


def _telling(own: Collection[str], frequency: Mapping[str, int], most: int) -> list[str]:
    """The words that a claim is looked for by: those that few others have, and its rarest in any case."""
    shared = sorted((term for term in own if 1 < frequency[term] <= COMMON), key=lambda t: (frequency[t], t))
    return [term for k, term in enumerate(shared[:MOST_TERMS]) if k < LEAST or frequency[term] <= most]
