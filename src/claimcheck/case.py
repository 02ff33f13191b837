"""One comparison under way: what is known so far of every node of the statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck.account import Account
from claimcheck.align import Alignment, Pair, Passage, Place
from claimcheck.finding import Finding, Relation
from claimcheck.links import Link
from claimcheck.lore import Lore
from claimcheck.policy import Policy
from claimcheck.reading import Node, Reading
from claimcheck.relate import Meet

HELD = frozenset({Meet.SAME, Meet.NARROWER, Meet.CONVERSE})


@dataclass
class Case:
    """A statement's sentence, a passage, and the findings made between them.

    held: nodes of the statement that are accounted for; findings: by node; general: of the sentence as a whole.
    """

    account: Account
    passage: Passage
    alignment: Alignment
    lore: Lore
    policy: Policy
    held: set[int] = field(default_factory=set)
    misplaced: set[int] = field(default_factory=set)  # met, but not in the place the statement gives them
    another: set[int] = field(default_factory=set)  # verbs whose part somebody else plays in the evidence
    findings: dict[int, list[Finding]] = field(default_factory=dict)
    general: list[Finding] = field(default_factory=list)
    places: dict[int, Place] = field(default_factory=dict)  # of bound values
    apportioned: bool = False  # a share that the evidence comes to answers for "most" and "a majority"
    shared_out: bool = False  # what each has answers for "each" and "all"
    turned: set[int] = field(
        default_factory=set
    )  # denied of a part, where the evidence affirms of the other part
    settled: set[int] = field(default_factory=set)  # answered for by a comparison of two figures
    reworded: dict[int, Place] = field(default_factory=dict)  # verbs left over: what stands in their place
    limited: set[int] = field(default_factory=set)  # figures compared as limits
    ruled: bool = (
        False  # the state that the statement tells has been compared, with its modal verbs and negations
    )
    reading: Reading = field(init=False)
    pairs: Mapping[int, Pair] = field(init=False)
    links: Sequence[Link] = field(init=False)
    near: Sequence[Sequence[int]] = field(init=False)  # for every node those it has a link with

    def __post_init__(self) -> None:
        self.reading, self.pairs = self.account.reading, self.alignment.pairs
        self.links, self.near = self.account.joined, self.account.near

    def node(self, k: int) -> Node:
        return self.reading.nodes[k]

    def met(self, k: int) -> Place | None:
        """Where node `k` is met by a word that says the same or entails it."""
        pair = self.pairs.get(k)
        return pair.place if pair is not None and pair.related.meet in HELD else None

    def phrase(self, k: int) -> frozenset[int]:
        """The words of the evidence's turn of phrase that meets node `k`: "made a visit" by which one visited."""
        pair = self.pairs.get(k)
        if pair is None or pair.related.by != "word.idiom":
            return frozenset()
        return frozenset(w for idiom in self.passage.node(pair.place).idioms for w in idiom.words)

    def own(self, place: Place) -> bool:
        """Whether a place is in the claim's own sentences, not in the context around them."""
        return place.reading in self.passage.own

    def add(self, k: int, finding: Finding) -> None:
        self.findings.setdefault(k, []).append(finding)
        if finding.relation is Relation.ENTAILS:
            self.held.add(k)

    def evidence(self, place: Place) -> str:
        return self.passage.readings[place.reading].text(self.passage.node(place))

    def wrong(self, k: int) -> bool:
        return any(f.relation is Relation.CONTRADICTS for f in self.findings.get(k, ()))
