"""Which words of a statement must be accounted for, and which clause each belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from claimcheck.align import Known
from claimcheck.dimensions.context import Context, Speaker
from claimcheck.dimensions.quantity import Quantity
from claimcheck.dimensions.scope import Scope
from claimcheck.lexicon import is_act
from claimcheck.links import Link, links
from claimcheck.reading import Node, Reading, is_state
from claimcheck.tokens import Token

# What a node counts for in the account, by kind and by part of speech.
WEIGHT: Final = {"name": 1.5, "quantity": 1.2, "date": 1.0, "pronoun": 0.0}
WORD_WEIGHT: Final = {"n": 1.0, "v": 1.0, "a": 0.7, "r": 0.4}
CLAUSES: Final = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass"})
LIGHT_VERBS: Final = frozenset(
    "be have do get become remain stay keep let occur happen take_place go_on".split()
)
# Verbs that only carry an event noun ("suffered injuries", "mounted an attack"): light where their noun is met.
SUPPORT_VERBS: Final = frozenset(
    "suffer sustain undergo experience receive leave draw conduct perform carry_out launch mount make take give hold "
    "stage commit bring show see face report record register put come go result lead cause produce "
    "carry run set reach feature contain include involve play serve work use find".split()
)
# Verbs that only lead to a figure ("came to 51 million", "stood at"): light where the figure is bound.
FIGURE_VERBS: Final = frozenset(
    "come stand total number amount reach hit measure weigh cost count run equal average rate score gross put be "
    "have make take last span range exceed top surpass near account represent comprise include contain hold blow "
    "gust".split()
)
EMPTY_VERBS: Final = LIGHT_VERBS | SUPPORT_VERBS | FIGURE_VERBS
# Verbs that say of another verb no more than that it did or did not happen: the context has their effect.
IMPLICATIVE: Final = frozenset(
    "stop cease quit fail continue keep begin start manage decline refuse go".split()
)
# Verbs that report only where a clause or an event is what they report.
OF_A_THING: Final = frozenset({"complete", "finish", "show", "fear", "disclose", "reveal", "fail"})
OF_ANY: Final = frozenset({"show", "fail"})  # who fails a test does not fail to test
PERMITS: Final = frozenset("allow permit authorise authorize entitle".split())
SUING: Final = frozenset({"charge", "sue", "indict", "prosecute"})
NONE_WORDS: Final = frozenset("no none nobody nothing neither nowhere".split())
LIGHT_NOUNS: Final = frozenset(
    "member number total amount level thing fact way part case figure sum lot piece one".split()
)
KEPT: Final = frozenset({"acomp", "attr", "oprd", "xcomp", "ccomp"})
PRESS: Final = frozenset("reporter journalist newsman media press".split())
LIGHT_ADVERBS: Final = frozenset(
    "also then there here now just already however meanwhile too indeed altogether together even so thus hence "
    "therefore else instead well rather quite very much really actually in_fact currently today moreover overall "
    "about around approximately roughly exactly only still again up down out off over away back on in as".split()
)
STATES: Final = frozenset({"back", "away"})
LIGHT_ADJECTIVES: Final = frozenset(
    "other such same own certain various different further more many much".split()
)
ROUGHLY: Final = frozenset({"between", "around", "near", "about"})
# Participles that have become prepositions.
PREPOSITIONS: Final = frozenset({"including", "regarding", "concerning", "involving"})
LIGHT: Final = {"v": LIGHT_VERBS, "n": LIGHT_NOUNS, "r": LIGHT_ADVERBS, "a": LIGHT_ADJECTIVES}


@dataclass(frozen=True)
class Account:
    """A statement's reading with what must be accounted for.

    core: for every clause, by the token that heads it, the indexes of its nodes; spoken: nodes that only say who
    speaks or how surely; scoped: nodes that are scope words.
    """

    reading: Reading

    @cached_property
    def clause(self) -> tuple[int, ...]:
        """For every node the token that heads its clause; a clause with nothing but values in it ("It was on Monday
        that …") is one with the next.
        """
        found = [self._clause_of(node.head) for node in self.reading.nodes]
        for head in dict.fromkeys(found):
            members = [k for k, h in enumerate(found) if h == head]
            if any(self.reading.nodes[k].kind in {"word", "name"} for k in members):
                continue
            others = [h for h in dict.fromkeys(found) if h != head]
            joined = next((h for h in others if head in self.reading.sentence.path_up(h)), None)
            if joined is None:
                joined = next((h for h in others if h in self.reading.sentence.path_up(head)), head)
            found = [joined if h == head else h for h in found]
        return tuple(found)

    @cached_property
    def things(self) -> Mapping[int, tuple[int, ...]]:
        """For every quantity node the tokens it counts or hangs from."""
        return {
            k: tuple(t for t in (node.value.head, node.value.governor) if t is not None)
            for k, node in enumerate(self.reading.nodes)
            if isinstance(node.value, Quantity)
        }

    @cached_property
    def scopes(self) -> tuple[Scope, ...]:
        return self.reading.scopes

    @cached_property
    def cues(self) -> frozenset[int]:
        """Tokens that the contexts of the clauses consume: negators, hedges, reporting verbs, modals."""
        found: set[int] = set()
        for node in self.reading.nodes:
            context = self.reading.contexts[node.head]
            found.update(context.cues)
            found.update(i for i in context.governors if self.reading.sentence[i].lemma in IMPLICATIVE)
        return frozenset(found)

    @cached_property
    def reporting(self) -> frozenset[int]:
        """Tokens of the words by which somebody in the sentence speaks."""
        contexts = (self.reading.contexts[node.head] for node in self.reading.nodes)
        return frozenset(s.verb for c in contexts for s in c.speakers if not s.offset)

    @cached_property
    def spoken(self) -> frozenset[int]:
        """Nodes that only say who speaks: the speaker's whole phrase."""
        contexts = [self.reading.contexts[node.head] for node in self.reading.nodes]
        heads = {h for context in contexts for h in self._speakers(context)}
        heads |= {h for c in contexts for s in c.speakers if not s.offset for h in self._public(s)}
        words = {w for h in heads for w in self._phrase(h)}
        return frozenset(k for k, node in enumerate(self.reading.nodes) if node.head in words)

    @cached_property
    def scoped(self) -> frozenset[int]:
        """Nodes that are nothing but scope words."""
        words = {cue for scope in self.scopes for cue in scope.cues}
        return frozenset(k for k, n in enumerate(self.reading.nodes) if n.kind == "word" and n.head in words)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """How the nodes hang together."""
        return links(self.reading)

    @cached_property
    def joined(self) -> tuple[Link, ...]:
        """The links, and those that a light verb makes."""
        return (*self.links, *self._through_light())

    @cached_property
    def near(self) -> tuple[tuple[int, ...], ...]:
        """For every node those it has a link with."""
        found: list[list[int]] = [[] for _ in self.reading.nodes]
        for link in self.joined:
            found[link.child].append(link.head)
            found[link.head].append(link.child)
        return tuple(map(tuple, found))

    def _through_light(self) -> list[Link]:
        """What a light verb joins: in "stayed open" and "has systems" the one is said of the other."""
        nodes, at, found = self.reading.nodes, self.reading.at, []
        for node in nodes:
            if node.pos != "v" or not self.light(node):
                continue
            below = [(r, at.get(c)) for r, c in self.reading.graph.fillers(node.head)]
            subjects = [n for r, n in below if r in {"agent", "subject"} and n is not None]
            others = [n for r, n in below if r in {"attr", "acomp", "oprd", "adverb"} and n is not None]
            others = [n for n in others if nodes[n].pos in {"n", "a"}]
            found += [Link(o, s, "subject") for s in subjects for o in others if o != s]
        return found

    @cached_property
    def known(self) -> tuple[Known, ...]:
        """For every node the plain words of evidence it was compared with."""
        return tuple({} for _ in self.reading.nodes)

    def weight(self, k: int) -> float:
        """What node `k` counts for; 0 where another dimension answers for it or it says nothing of its own."""
        return self._weights[k]

    @cached_property
    def _weights(self) -> tuple[float, ...]:
        return tuple(self._weigh(k) for k in range(len(self.reading.nodes)))

    def _weigh(self, k: int) -> float:
        node = self.reading.nodes[k]
        if k in self.spoken or k in self.scoped or self.light(node):
            return 0.0
        if node.kind == "word":
            return WORD_WEIGHT.get(node.pos, 1.0)
        return WEIGHT[node.kind]

    def light(self, node: Node) -> bool:
        """Whether a word adds nothing that must be found in the evidence."""
        if node.kind == "pronoun":
            return True
        if node.kind == "quantity":
            return self.none(node)
        if node.kind != "word":
            return False
        if node.pos == "a" and is_state(self.reading.sentence[node.head], self.reading.sentence):
            return False
        if node.lemma == "far" and node.head and self.reading.sentence[node.head - 1].lower == "not":
            return True  # "not far from" says what "near" does
        token = self.reading.sentence[node.head]
        if (
            token.lower in {"earliest", "latest"}
            and self.reading.sentence.words(token.i - 2, token.i) == "at the"
        ):
            return True  # a bound of the date before it
        if token.lower == "somewhere" and self.reading.sentence.words(token.i + 1, token.i + 2) in ROUGHLY:
            return True  # "somewhere between 15 and 20"
        if token.dep == "prep" and token.lower in PREPOSITIONS:
            return True
        if node.head in self.cues:
            return not self._shown(token)
        if (
            token.dep == "advmod"
            and token.lower in STATES
            and self.reading.sentence[token.head].lemma == "be"
        ):
            return False  # "will be back", "was away": it says what is so
        if token.lower in {"located", "situated"} and token.dep in {"ROOT", "relcl", "acl", "conj", "acomp"}:
            return self._lies(token)
        if token.lemma in PERMITS and self._permitted(token):
            return True  # "is not allowed to edit": it may not
        if node.lemma == "keep":  # "kept open", but not "kept the ban"
            return any(role in KEPT for role, _ in self.reading.graph.fillers(node.head))
        if (
            node.lemma == "make" and token.tag == "VBG" and token.dep == "advcl"
        ):  # ", making it the largest city"
            return any(role == "attr" for role, _ in self.reading.graph.fillers(node.head))
        if node.lemma == "member" and token.dep in {"attr", "appos", "pobj", "oprd"}:
            return not any(role == "prep_of" for role, _ in self.reading.graph.fillers(node.head))
        if node.lemma == "member" and token.dep in {"nsubj", "nsubjpass"}:
            below = (self.reading.sentence[c] for c in self.reading.sentence.children[token.i])
            return any(t.dep not in {"det", "punct"} for t in below)  # "members can create keys": who may
        return node.lemma in LIGHT.get(node.pos, ())

    def _lies(self, token: Token) -> bool:
        """ "Is located north of the town": no more than that it is there, where the place is told."""
        below = [self.reading.sentence[c] for c in self.reading.sentence.children[token.i]]
        return any(t.dep in {"prep", "advmod"} and t.lower not in {"not", "also", "now"} for t in below)

    def _shown(self, token: Token) -> bool:
        """ "Showed its engine", "feared the rebels": with a thing for its object a verb reports nothing."""
        below = [self.reading.sentence[c] for c in self.reading.sentence.children[token.i]]
        if token.lemma in SUING and not any(t.dep in CLAUSES or t.lower in {"with", "of"} for t in below):
            return True  # "was charged over the stabbing" says of nobody what they did
        if token.lemma not in OF_A_THING or any(t.dep in CLAUSES or t.dep == "xcomp" for t in below):
            return False
        patient = {"nsubjpass"} if token.lemma in {"complete", "finish"} else set()
        return any(
            t.dep in {"dobj", *patient} and (token.lemma in OF_ANY or not is_act(t.lemma)) for t in below
        )

    def _permitted(self, token: Token) -> bool:
        """Whether a passive verb says no more than that somebody may do what the verb below it says."""
        below = [self.reading.sentence[c] for c in self.reading.sentence.children[token.i]]
        deps = {t.dep for t in below}
        return "nsubjpass" in deps and "xcomp" in deps and "agent" not in deps

    def none(self, node: Node) -> bool:
        """Whether a quantity is a bare "no" or "none": polarity answers for it."""
        words = [self.reading.sentence[w].lower for w in node.words]
        return words == ["no", "one"] or (len(words) == 1 and words[0] in NONE_WORDS | {"most"})

    def _public(self, speaker: Speaker) -> tuple[int, ...]:
        """The hearers in "told reporters": whoever speaks in public tells them."""
        heard = speaker.hearer
        return (heard,) if heard is not None and self.reading.sentence[heard].lemma in PRESS else ()

    @staticmethod
    def _speakers(context: Context) -> list[int]:
        return [h for speaker in context.speakers if not speaker.offset for h in speaker.heads]

    def _phrase(self, head: int) -> tuple[int, ...]:
        """A nominal with its modifiers, but not the clauses and conjuncts that hang from it."""
        sentence = self.reading.sentence
        found, todo = [], [head]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(
                c for c in sentence.children[at] if sentence[c].dep not in {"relcl", "acl", "cc", "conj"}
            )
        return tuple(found)

    def _clause_of(self, token: int) -> int:
        sentence = self.reading.sentence
        while True:
            at = sentence[token]
            if at.dep in CLAUSES or at.head == at.i:
                return token
            if at.dep == "conj" and at.pos in {"VERB", "AUX"}:
                return token
            token = at.head
