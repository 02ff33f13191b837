"""Which claims may be about the same: an index of the words and names that few claims have.

Worked out anew for every audit from all terms at once: what is near hangs on how rare a word is, and so on every claim.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

FEW = 100  # claims that may have a word that still tells them apart, however small the ledger
RARE = 0.002  # share of a large ledger's claims that may
NEAREST = 8  # claims before it that one is compared with
SHARED = 0.4  # share of the weight of the lighter one's words that two claims have in common
MOST_TERMS = 12  # of a claim's words, the rarest


def pairs(terms: Sequence[Collection[str]], only: Collection[int] | None = None) -> Iterator[tuple[int, int]]:
    """Pairs (i, j), j < i, of claims that share enough rare words, in order; only: one of the two is among these."""
    frequency = Counter(term for own in terms for term in own)
    most = max(FEW, int(len(terms) * RARE))
    count = len(terms)
    weight = {term: math.log(1 + count / n) for term, n in frequency.items()}
    holding: dict[str, array[int]] = defaultdict(lambda: array("L"))
    totals: list[float] = []
    for i, own in enumerate(terms):
        kept = sorted((t for t in own if 1 < frequency[t] <= most), key=lambda t: (frequency[t], t))[
            :MOST_TERMS
        ]
        totals.append(sum(weight[term] for term in own))
        shared: dict[int, float] = defaultdict(float)
        for term in kept:
            for j in holding[term]:
                shared[j] += weight[term]
        near = [
            (-score / max(totals[i], totals[j]), j)
            for j, score in shared.items()
            if score >= SHARED * min(totals[i], totals[j])
        ]
        for _, j in sorted(near)[:NEAREST]:
            if only is None or i in only or j in only:
                yield i, j
        for term in kept:
            holding[term].append(i)
