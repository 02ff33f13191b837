"""Roles that a dependency tree leaves unsaid: what verbs share, what clauses take from the words they hang from.

Control and raising, conjoined verbs, relative clauses and participles, clefts, gapping, copulas, apposition, partitives
and nominalisations. The rules follow PredPatt (White et al. 2016) and the enhanced dependencies of Schuster & Manning
(2016).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck import companions, enacted
from claimcheck.compounding import hyphened
from claimcheck.controlling import ANYONES, BLAMED, CALLING, CONTENT_NOUNS, SUBJECT_CONTROL
from claimcheck.gapping import VERBAL, Edge, Place, counted, gapped
from claimcheck.tokens import Sentence, Token

NOMINAL = frozenset({"NOUN", "PROPN"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
PARTICIPANTS = frozenset({"agent", "patient", "recipient", "subject"})
# Verbs whose second object is who receives, and whose "to" leads to the same.
DITRANSITIVE = frozenset(
    "give lend pay offer send hand award grant owe fine charge save deny show sell bring teach assign allocate provide "
    "present cede donate transfer supply deliver loan mail promise".split()
)
PARTITIVE = frozenset(
    "one some most all none many few several each both number majority minority dozen score hundred thousand million "
    "half third quarter pair couple group handful total part rest remainder".split()
)


def passive(s: Sentence, i: int) -> bool:
    """Whether a verb's subject undergoes it: passives, reduced ones ("the base hit by rockets") and conjoined ones."""
    t = s[i]
    if t.tag not in ("VBN", "VBD"):
        return False
    if t.lower == "born":
        return True  # nobody borns: "Anna Rehn (born 3 May 1920)"
    deps = {s[c].dep for c in s.children[i]}
    if "auxpass" in deps:
        return True
    if "aux" in deps or "dobj" in deps:
        return False
    if t.dep == "conj" and (t.tag == "VBN" or "agent" in deps):
        return s[t.head].pos in VERBAL and passive(s, t.head)
    if t.dep == "ROOT":
        return t.tag == "VBN" and not deps.isdisjoint({"nsubjpass", "agent"})
    if t.dep == "acl" and t.tag == "VBD" and not deps & {"dobj", "nsubj"}:
        return True  # "files saved in version 5": a participle, whatever its tag
    return t.dep in ("acl", "advcl") and (t.tag == "VBN" or "agent" in deps)


def shared(s: Sentence, place: Place) -> list[Edge]:
    """The edges beyond the tree's; `place` gives the tree's own (governor, role) of a token."""
    sharing = _Sharing(s, place)
    for token in s:
        sharing.look(token)
    sharing.spread()
    return [edge for edge in dict.fromkeys(sharing.found) if edge.head != edge.child]


class _Sharing:
    def __init__(self, s: Sentence, place: Place) -> None:
        self.s = s
        self.place = place
        self.found: list[Edge] = []

    def look(self, t: Token) -> None:
        if t.pos in VERBAL:
            self._predicates(t)
            if t.dep == "relcl" or (t.dep == "acl" and self._has(t.i, SUBJECTS) and self._related(t)):
                self._relative(t)
            elif t.dep == "acl":
                self._modifying(t)
            elif t.dep in ("conj", "xcomp", "advcl", "pcomp") and not self._has(t.i, SUBJECTS | {"expl"}):
                self._inherit(t)
            self._objects(t)
            if t.lemma in DITRANSITIVE:
                self._received(t)
            for o in companions.objects(self.s, t):
                self._add(t.i, o, "patient")
            self.found.extend(hyphened(self.s, t))
        elif t.dep == "conj":
            self.found.extend(gapped(self.s, self.place, t))
        if t.pos == "NOUN":
            self.found.extend(enacted.edges(self.s, t))

    def _add(self, head: int, child: int, role: str) -> None:
        self.found.append(Edge(head, child, role))

    def _children(self, i: int, deps: frozenset[str] | set[str]) -> Iterator[int]:
        return (c for c in self.s.children[i] if self.s[c].dep in deps)

    def _child(self, i: int, *deps: str) -> int | None:
        return next(self._children(i, set(deps)), None)

    def _has(self, i: int, deps: frozenset[str] | set[str]) -> bool:
        return next(self._children(i, deps), None) is not None

    def _with_conjuncts(self, i: int) -> list[int]:
        return enacted.joined(self.s, i)

    def _objects_of(self, prep: int) -> list[tuple[int, str]]:
        """The nouns a preposition leads to, with the role they play above it."""
        return [(o, "prep_" + self.s[prep].lemma) for o in enacted.objects(self.s, prep)]

    # predicates

    def _predicates(self, t: Token) -> None:
        """ "X is a Y", "X became Y", "elected Y": what is predicated takes X for its subject."""
        about = self._child(t.i, "nsubj", "nsubjpass", "csubj")
        expletive = self._child(t.i, "expl")
        named = self._child(t.i, "attr", "acomp", "oprd")
        if expletive is not None:
            self._existing(t, named)
        elif named is not None and about is not None:
            if self.s[named].dep == "oprd" and not passive(self.s, t.i):
                about = self._child(t.i, "dobj") or about
            cleft = self.s[about].lower == "it" and self._has(named, {"relcl"})
            pairs = [(y, x) for y in self._with_conjuncts(named) for x in self._with_conjuncts(about)]
            for y, x in pairs if not cleft else ():
                self._add(y, x, "subject")
                if self.s[y].pos == "PROPN" and self.s[x].pos == "NOUN":
                    self._add(x, y, "subject")  # "the capital is Varmont"
        elif t.lemma == "be" and about is not None and named is None:
            self._located(t, about)
        if t.lemma == "be" and (about is None) != (named is None):
            self._counted_among(t, (about if named is None else named) or 0)

    def _existing(self, t: Token, what: int | None) -> None:
        """ "There are 40 windows in the hall": the windows are in the hall."""
        for prep in self._children(t.i, {"prep"}) if what is not None else ():
            for o, role in self._objects_of(prep):
                self._add(what or 0, o, role)

    def _counted_among(self, t: Token, about: int) -> None:
        """ "Among her pupils were Orr and Lind": they are pupils of hers."""
        for prep in self._children(t.i, {"prep"}):
            for group in self._children(prep, {"pobj"}) if self.s[prep].lower == "among" else ():
                for x in self._with_conjuncts(about):
                    self._add(group, x, "subject")

    def _located(self, t: Token, about: int) -> None:
        """ "The hotel is in Geneva"; and "It was in Lisbon that the treaty was signed"."""
        clause = self._child(t.i, "ccomp", "advcl")
        target = clause if self.s[about].lower == "it" and clause is not None else about
        for prep in self._children(t.i, {"prep"}):
            for o, role in self._objects_of(prep):
                self._add(target, o, role)

    # clauses that hang from a noun

    def _related(self, t: Token) -> bool:
        """ "A scheme that the government began": a clause with a relative word for its object."""
        below = (self.s[c] for c in self.s.children[t.i])
        return any(c.dep == "dobj" and c.lower in {"that", "which", "whom"} and c.i < t.i for c in below)

    def _relative(self, t: Token) -> None:
        noun = t.head
        for i in self.s.subtree(t.i):
            token = self.s[i]
            if token.tag == "WP$":
                self._add(token.head, noun, "poss")
                return
            if token.tag in ("WDT", "WP") or (token.lower == "that" and token.dep in SUBJECTS | {"dobj"}):
                head, role = self.place(i)
                nearer = self.s[head].pos == "ADP"
                self._add(t.i if nearer else head, noun, "prep_" + self.s[head].lemma if nearer else role)
                return
            if token.tag == "WRB" and token.head == t.i:
                self._add(t.i, noun, "prep_in")
                return
        if not self._has(t.i, SUBJECTS):
            self._add(t.i, noun, "patient" if passive(self.s, t.i) else "agent")
        else:
            self._add(t.i, noun, "adverb" if self._has(t.i, {"dobj"}) else "patient")

    def _modifying(self, t: Token) -> None:
        """ "the base hit by rockets", "the bus carrying 30 tourists", "the army's plan to close the mine"."""
        if t.tag == "VB" or any(self.s[c].tag == "TO" for c in self.s.children[t.i]):
            if self.s[t.head].lemma in CONTENT_NOUNS:
                owner = self._child(t.head, "poss")
                if owner is not None:
                    self._add(t.i, owner, "agent")
                return
            undergoes = passive(self.s, t.i) or not self._has(t.i, {"dobj"})
        else:
            undergoes = passive(self.s, t.i)
        self._add(t.i, t.head, "patient" if undergoes else "agent")

    # subjects and objects shared between verbs

    def _inherit(self, t: Token) -> None:
        """The subject of a verb without its own: its governor's, or (object control) the governor's object."""
        infinitive = any(self.s[c].tag == "TO" for c in self.s.children[t.i])
        if t.dep == "advcl" and t.tag not in ("VBG", "VBN") and not infinitive:
            return
        above = self.s[t.head]
        if t.dep == "pcomp":
            above = self.s[above.head]
            if t.tag != "VBG" or above.pos not in VERBAL:
                return
            blamed = self._child(above.i, "dobj") if self.s[t.head].lower in BLAMED else None
            if blamed is not None:
                self._add(t.i, blamed, "patient" if passive(self.s, t.i) else "agent")
                return
        if (
            t.tag == "VBG"
            and t.dep == "xcomp"
            and above.lemma in ANYONES
            and not self._has(above.i, {"dobj"})
        ):
            self._add(above.i, t.i, "patient")
            return
        source = None
        if t.dep == "xcomp" and above.lemma not in SUBJECT_CONTROL:
            source = self._child(above.i, "dobj")
            called = self._child(above.i, "prep") if above.lemma in CALLING and infinitive else None
            if source is None and called is not None and self.s[called].lower in {"on", "upon", "to", "for"}:
                source = self._child(called, "pobj")
        if source is None:
            source = self._child(above.i, "nsubj", "nsubjpass")
        if source is None and above.dep in ("acomp", "attr"):  # "it had been unable to verify"
            source = self._child(above.head, "nsubj", "nsubjpass")
        if source is None:
            source = next(
                (e.child for e in self.found if e.head == above.i and e.role in ("agent", "patient")), None
            )
        if source is not None:
            role = "patient" if passive(self.s, t.i) else "agent"
            for i in self._with_conjuncts(source):
                self._add(t.i, i, role)

    def _objects(self, t: Token) -> None:
        """ "killed or wounded 17 people", "was designed and built by Orr": the first verb shares what follows."""
        verb = next((c for c in self.s.children[t.i] if c > t.i and self.s[c].dep == "conj"), t.i)
        after = [c for c in self.s.children[t.i] if t.i < c <= verb]
        if not after or any(self.s[c].dep not in ("cc", "conj", "punct") for c in after):
            return
        undergone = passive(self.s, t.i)
        at: int | None = t.i
        while at is not None:
            at = next((c for c in self._children(at, {"conj"}) if self.s[c].pos in VERBAL), None)
            if at is None or self._has(at, SUBJECTS) or passive(self.s, at) != undergone:
                return
            if undergone:
                nouns = [o for by in self._children(at, {"agent"}) for o, _ in self._objects_of(by)]
            else:
                nouns = [o for c in self._children(at, {"dobj"}) for o in self._with_conjuncts(c)]
            for o in nouns:
                self._add(t.i, o, "agent" if undergone else "patient")
            if nouns:
                return

    def _received(self, t: Token) -> None:
        """ "lent the firm 40 million euros", to the parser one object; "was fined 300 euros by a judge"."""
        o = self._child(t.i, "dobj")
        if o is None:
            return
        if passive(self.s, t.i):
            for by in self._children(o, {"prep"}):
                for doer, _ in self._objects_of(by) if self.s[by].lower == "by" else ():
                    self._add(t.i, doer, "agent")
        number = next((self.s.subtree(c)[0] for c in self._children(o, {"nummod"})), 0)
        for c in self._children(o, {"compound", "amod", "nmod"}):
            if c + 1 == number and self.s[c].pos in NOMINAL | {"ADJ"} and self._opens_phrase(c):
                self._add(t.i, c, "recipient")

    def _opens_phrase(self, i: int) -> bool:
        return self.s[i].pos == "PROPN" or (i > 0 and self.s[i - 1].pos == "DET")

    def spread(self) -> None:
        """Who is named in apposition or as an example takes the same part, and so does the whole of a part counted."""
        beside: dict[int, list[int]] = {}
        for t in self.s:
            if t.dep == "appos" and t.pos in NOMINAL and self.s[t.head].pos in NOMINAL and self._names(t):
                beside.setdefault(t.head, []).append(t.i)
            elif t.dep == "prep" and t.lower == "of" and self._partitive(self.s[t.head]):
                beside.setdefault(t.head, []).extend(o for o, _ in self._objects_of(t.i))
            elif t.dep == "prep" and self._examples(t):
                named = [o for o, _ in self._objects_of(t.i) if not counted(self.s, o)]
                beside.setdefault(t.head, []).extend(named)
        tree = [Edge(g, t.i, r) for t in self.s for g, r in (self.place(t.i),) if g >= 0]
        for whole, prep, verb in companions.beside(self.s):
            others = [o for o, _ in self._objects_of(prep)]
            if verb < 0:
                beside.setdefault(whole, []).extend(others)
                continue
            parts = [e for e in tree + self.found if (e.head, e.child) == (verb, whole)]
            self.found.extend(Edge(verb, o, e.role) for e in parts if e.role in PARTICIPANTS for o in others)
        if not beside:
            return
        for edge in tree + self.found:
            if edge.role in PARTICIPANTS or edge.role == "prep_by":
                self.found.extend(Edge(edge.head, o, edge.role) for o in beside.get(edge.child, ()))

    def _names(self, t: Token) -> bool:
        return not counted(self.s, t.i) and (t.i == 0 or self.s[self.s.subtree(t.i)[0] - 1].lower != "not")

    def _examples(self, t: Token) -> bool:
        """ "including X", "such as X"."""
        return t.lower == "including" or (
            t.lower == "as" and any(self.s[c].lower == "such" for c in self.s.children[t.i])
        )

    def _partitive(self, t: Token) -> bool:
        return t.tag == "CD" or t.lemma in PARTITIVE
