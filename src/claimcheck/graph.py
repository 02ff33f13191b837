"""A sentence's dependency tree turned into who-did-what: governors, roles and distances.

Function words are skipped (prepositions, auxiliaries, copulas), active and passive become one, conjuncts share their
governor, relative clauses and participles give their noun the role it fills in them. The reading follows the ideas of
PredPatt (White et al. 2016) and of collapsed dependencies (de Marneffe & Manning 2008).
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from claimcheck.gapping import Edge
from claimcheck.sharing import DITRANSITIVE, passive, shared
from claimcheck.tokens import Sentence, Token

FUNCTION_DEPS = frozenset(
    {
        "aux",
        "auxpass",
        "det",
        "punct",
        "mark",
        "cc",
        "case",
        "expl",
        "predet",
        "preconj",
        "prt",
        "intj",
        "dep",
    }
)
FAR = 99


@dataclass(frozen=True)
class Graph:
    """Collapsed governor and role of every token (governor -1 at the root), and the further edges."""

    governor: tuple[int, ...]
    role: tuple[str, ...]
    extra: tuple[Edge, ...]
    _reach: dict[int, list[int]] = field(default_factory=dict, compare=False, repr=False)
    _near: list[list[int]] = field(default_factory=list, compare=False, repr=False)

    def edges(self) -> list[Edge]:
        """Every edge, the tree's first."""
        tree = [
            Edge(g, i, r) for i, (g, r) in enumerate(zip(self.governor, self.role, strict=True)) if g >= 0
        ]
        return tree + list(self.extra)

    def fillers(self, head: int) -> list[tuple[str, int]]:
        """(role, token) of all that hangs from `head`."""
        own = [(self.role[i], i) for i, g in enumerate(self.governor) if g == head]
        return own + [(e.role, e.child) for e in self.extra if e.head == head]

    def roles(self, child: int) -> list[tuple[str, int]]:
        """(role, head) of all the places `child` fills."""
        own = [(self.role[child], self.governor[child])] if self.governor[child] >= 0 else []
        return own + [(e.role, e.head) for e in self.extra if e.child == child]

    def distance(self, a: int, b: int) -> int:
        """Steps between two tokens in the collapsed graph; FAR where they do not meet."""
        if a not in self._reach:
            self._reach[a] = self._walk(a)
        return self._reach[a][b]

    def _walk(self, start: int) -> list[int]:
        if not self._near:
            self._near.extend([] for _ in self.governor)
            for edge in self.edges():
                self._near[edge.head].append(edge.child)
                self._near[edge.child].append(edge.head)
        steps = [FAR] * len(self.governor)
        steps[start] = 0
        queue = deque([start])
        while queue:
            at = queue.popleft()
            for to in self._near[at]:
                if steps[to] == FAR:
                    steps[to] = steps[at] + 1
                    queue.append(to)
        return steps


def build(sentence: Sentence) -> Graph:
    """The collapsed graph of a parsed sentence."""
    return _Builder(sentence).graph()


class _Builder:
    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence
        self.memo: dict[int, tuple[int, str]] = {}

    def graph(self) -> Graph:
        placed = [self.place(i) for i in range(len(self.s))]
        extra = shared(self.s, self.place)
        return Graph(tuple(g for g, _ in placed), tuple(r for _, r in placed), tuple(extra))

    def place(self, i: int) -> tuple[int, str]:
        """Collapsed governor and role of one token."""
        if i not in self.memo:
            self.memo[i] = (self.s[i].head, "mod")  # guards against a cycle
            self.memo[i] = self._place(self.s[i])
        return self.memo[i]

    def _place(self, t: Token) -> tuple[int, str]:
        if t.head == t.i:
            return -1, "root"
        head = self.s[t.head]
        if t.dep in {"pobj", "pcomp"} and head.dep in {"prep", "agent", "dative", "pcomp", "advmod", "conj"}:
            return self._through_preposition(head)
        if t.dep == "conj":
            return self._conjunct(t)
        return t.head, self._role(t, head)

    def _through_preposition(self, prep: Token) -> tuple[int, str]:
        above = self.s[prep.head]
        if prep.dep == "agent":
            return prep.head, "agent"
        if prep.dep == "dative" or (
            prep.lower == "to" and prep.dep == "prep" and above.lemma in DITRANSITIVE
        ):
            return prep.head, "recipient"
        if prep.dep == "conj" and above.dep in {"prep", "agent"}:
            return above.head, "prep_" + prep.lemma
        if above.dep == "prep" and above.i != prep.i:  # "from behind the bus"
            return self.place(above.i)[0], "prep_" + prep.lemma
        return prep.head, "prep_" + prep.lemma

    def _conjunct(self, t: Token) -> tuple[int, str]:
        if t.pos in {"VERB", "AUX"}:
            return t.head, "conj"
        governor, role = self.place(t.head)
        if role == "appos" and governor >= 0 and self.s[governor].tag in {"NN", "NNP"}:
            return self.place(
                governor
            )  # "the mayor, Anna Lund, and Theo Brask": two persons, one of them mayor
        return (t.head, "conj") if governor < 0 else (governor, role)

    def _role(self, t: Token, head: Token) -> str:
        match t.dep:
            case "nsubj" | "csubj":
                return "patient" if passive(self.s, head.i) else "agent"
            case "nsubjpass" | "csubjpass":
                return "recipient" if head.lemma in DITRANSITIVE and self._has(head, "dobj") else "patient"
            case "dobj":
                return "patient"
            case "dative":
                return "prep" if t.pos == "ADP" else "recipient"
            case "agent":
                return "prep"
            case "attr":
                return "subject" if self._has(head, "expl") else "attr"
            case "acomp" | "oprd":
                return "attr"
            case "poss":
                return "poss"
            case "appos":
                return "contrast" if self._denied(t) else "appos"
            case "compound" | "amod" | "nmod" | "nummod" | "quantmod":
                return "mod"
            case "npadvmod" | "advmod":
                return "adverb"
        return t.dep

    def _has(self, t: Token, dep: str) -> bool:
        return any(self.s[c].dep == dep for c in self.s.children[t.i])

    def _denied(self, t: Token) -> bool:
        """ "the council, not the state": named only to be ruled out."""
        first = self.s.subtree(t.i)[0]
        return first > 0 and "not" in (self.s[first - 1].lower, self.s[first].lower)
