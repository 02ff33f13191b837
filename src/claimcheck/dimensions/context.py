"""The context of a predicate: everything between it and plain assertion.

`contexts(sentence)` reads, for any token, what the path from it to the root of the dependency tree does to it:
negation, implicative and factive verbs, modals, hedges, conditions, questions, attribution. Polarity is composed as
in Nairn, Condoravdi & Karttunen, "Computing relative polarity for textual inference" (2006).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from claimcheck.dimensions import context_gerund as gerund
from claimcheck.dimensions import context_govern as govern
from claimcheck.dimensions import context_local as local
from claimcheck.dimensions.context_cause import outcome
from claimcheck.dimensions.context_kinds import (
    Context,
    Modality,
    Signature,
    Speaker,
    Stance,
    Strength,
    Tense,
)
from claimcheck.dimensions.context_marks import HAPPEN, LIGHT, RESULTS
from claimcheck.dimensions.context_mood import cut_off, is_condition, mood, planned_over
from claimcheck.dimensions.context_noun import apposed, definite, negative, reported
from claimcheck.dimensions.context_scan import Scan, scan
from claimcheck.dimensions.context_words import CONTENT_NOUNS
from claimcheck.tokens import Sentence

__all__ = ["Context", "Contexts", "Modality", "Speaker", "Stance", "Strength", "Tense", "context", "contexts"]

_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "ADV"})
_CLAUSE: Final = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "dep", "parataxis"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl"})


def contexts(
    sentence: Sentence, carried: Speaker | None = None, within: tuple[int, int] | None = None
) -> Contexts:
    """The contexts of a sentence, read lazily.

    `carried` speaks the sentence, which continues a quotation, or only its code points `within`.
    """
    return Contexts(sentence, carried, within)


def context(sentence: Sentence, i: int) -> Context:
    """The context of one token. For several tokens of a sentence keep one `contexts(sentence)`."""
    return contexts(sentence)[i]


class Contexts(Mapping[int, Context]):
    """Token index to context, computed when asked for. Raises IndexError beyond the sentence."""

    def __init__(
        self, sentence: Sentence, carried: Speaker | None = None, within: tuple[int, int] | None = None
    ) -> None:
        self.sentence = sentence
        self._outer: list[Context | None] = [None] * len(sentence)
        self._inner: list[Context | None] = [None] * len(sentence)
        self._firm: set[int] = set()  # prepositions whose object stands in their context even when definite
        self._scan: Scan = scan(sentence)
        base = Context()
        self._base = base if carried is None or within is not None else base.spoken(carried)
        if carried is not None and within is not None:
            inside = [t.i for t in sentence if within[0] <= t.start and t.end <= within[1]]
            self._scan.quoted.update(dict.fromkeys(inside, carried))

    def __len__(self) -> int:
        return len(self.sentence)

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self.sentence)))

    def __getitem__(self, i: int) -> Context:
        known = self._inner[i]
        if known is not None:
            return known
        path = [i]
        while self.sentence[path[-1]].head != path[-1] and self._inner[self.sentence[path[-1]].head] is None:
            path.append(self.sentence[path[-1]].head)
        for at in reversed(path):
            self._read(at)
        found = self._inner[i]
        assert found is not None
        return found

    def _read(self, i: int) -> None:
        token = self.sentence[i]
        outer = self._base if token.head == i else self._link(i)
        beside = self._scan.beside.get(i)
        if beside is not None and (outer.speaker is None or outer.speaker.verb != beside.verb):
            outer = self._spoken_beside(outer, beside)
        if i in self._scan.quoted and not outer.speakers:
            outer = self._spoken_beside(outer, self._scan.quoted[i])
        if i in self._scan.misread:
            likely = Strength.LIKELY
            spoken = outer.spoken(self._scan.misread[i])
            outer = replace(spoken, strength=min(outer.strength, likely), within=likely)
        if i in self._scan.flips:
            around = outer if token.head == i else self._around(token.head).bare()
            outer = replace(around, polarity=-1, cues=(*outer.cues, *self._scan.flips[i]))
        self._outer[i] = outer
        self._inner[i] = self._local(i, outer)

    @staticmethod
    def _spoken_beside(outer: Context, speaker: Speaker) -> Context:
        weak = speaker.stance in (Stance.BELIEVES, Stance.SUGGESTS)
        ceiling = Strength.LIKELY if weak else Strength.ATTRIBUTED
        spoken = outer.spoken(speaker)
        return replace(
            spoken,
            polarity=outer.polarity,
            strength=min(outer.strength, ceiling),
            within=Strength.LIKELY if weak else outer.within,
            modality=outer.modality,
        )

    def _own(self, i: int) -> Context:
        found = self._inner[i]
        assert found is not None
        return found

    def _around(self, i: int) -> Context:
        found = self._outer[i]
        assert found is not None
        return found

    # the predicate's own clause

    def _local(self, i: int, outer: Context) -> Context:
        token = self.sentence[i]
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass", "amod"):
            own = local.clause(self.sentence, i, outer)
            return mood(self.sentence, i, own, self._scan)
        if token.pos in _NOMINAL:
            return local.nominal(self.sentence, i, outer)
        if token.lower == "without":
            self._firm.add(i)
            return replace(outer, polarity=-outer.polarity, cues=(*outer.cues, i))
        return outer

    # the link to the head

    def _link(self, i: int) -> Context:
        token = self.sentence[i]
        h, dep = token.head, token.dep
        beside = self._scan.beside.get(h)
        if beside is not None and beside.verb == i:  # the attribution is not part of what it attributes
            return self._base if self.sentence[h].head == h else self._link(h)
        own = self._own(h)
        if dep == "conj":
            return self._conjunct(i, h)
        if dep in _CLAUSE or (dep == "pcomp" and self.sentence[h].pos != "ADP"):
            return self._complement(i, h)
        if dep == "advcl":
            return self._adverbial(i, h)
        if dep == "relcl":
            return self._relative(i, h)
        if dep == "acl":
            return self._adnominal(i, h)
        if dep in ("prep", "agent", "dative") and token.pos in ("ADP", "SCONJ", "VERB"):
            return self._preposition(i, h)
        if dep == "pobj" or dep == "pcomp":
            said = govern.called(self.sentence, h, self._own(self.sentence[h].head), "as")
            if said is not None:
                return said
            return own if h in self._firm or dep == "pcomp" else self._nominal_below(i, own, self._around(h))
        if dep in ("nsubj", "nsubjpass", "dobj", "npadvmod"):
            return self._argument(i, h)
        if dep == "oprd":
            return govern.called(self.sentence, h, own) or govern.supposed(self.sentence, h, own) or own
        if dep == "appos":
            return apposed(self.sentence[h], own, self._around(h))
        return own

    def _complement(self, i: int, h: int) -> Context:
        """A clause below a verb, an adjective or a copula."""
        sentence, own = self.sentence, self._own(h)
        if any(sentence[k].text == ";" for k in range(min(i, h), max(i, h))):
            return self._around(h).bare()  # two sentences in one
        how = govern.kind(sentence, i)
        if how == "wh":
            return self._presupposed(h)
        if sentence[i].dep == "parataxis" and i < h:
            how = "that"
        if how == "to" and sentence[h].lemma == "be" and sentence[i].dep == "ccomp" and i < h:
            how = "that"
        g, signature = govern.clausal(sentence, h, i, how)
        if signature is govern.SAID and sentence[i].pos not in ("VERB", "AUX"):
            return own.bare() if own.polarity > 0 else self._around(h).bare()
        if signature is govern.SAID and not self._reports(h, i):
            if i < h or own.polarity < 0:
                return self._around(h).bare() if i < h else own.opened()
            return own.bare()
        return govern.govern(sentence, g, signature, how, own, self._around(h))

    def _reports(self, h: int, c: int) -> bool:
        """An unknown verb over a finite clause reports it only if somebody does the reporting."""
        sentence = self.sentence
        if govern.lookup(sentence, h, "that") is not None:
            return True
        whole = any(sentence[k].dep in _SUBJECTS or sentence[k].lower == "that" for k in sentence.children[c])
        somebody = any(sentence[k].dep in ("nsubj", "nsubjpass") for k in sentence.children[h])
        return whole and somebody and sentence[h].lemma not in ("be", "have", "do")

    def _presupposed(self, h: int) -> Context:
        """ "asked why none was intercepted": that none was is said by whoever says the rest."""
        around = self._around(h)
        return replace(
            around.bare(), cues=self._own(h).cues, modality=Modality.NONE, tense=self._own(h).tense
        )

    def _adverbial(self, i: int, h: int) -> Context:
        sentence, own = self.sentence, self._own(h)
        if is_condition(self.sentence, i, self._scan):
            opened = self._around(h).opened()
            return replace(opened, modality=Modality.CONDITIONAL)
        how = govern.kind(sentence, i)
        marks = [sentence[k].lower for k in sentence.children[i] if sentence[k].dep in ("mark", "advmod")]
        as_if = "as" in marks and ("if" in marks or "though" in marks)
        if how == "whether" or as_if or cut_off(sentence, h, marks):
            return self._around(h).opened()
        if how == "to":
            g, signature = govern.infinitive(sentence, h)
            if signature is not None:
                return govern.govern(sentence, g, signature, how, own, self._around(h))
            if sentence[i].lemma in RESULTS or "only" in marks or outcome(sentence, h, i):
                return self._clause_like(h)
            return replace(self._around(h).opened(), modality=Modality.INTENTION)
        if marks:
            return self._around(h).bare()
        return self._clause_like(h)

    def _clause_like(self, h: int) -> Context:
        """A clause of result or manner: as firm as its main clause, but not denied with it."""
        own = self._own(h)
        return own.bare() if own.polarity > 0 else self._around(h).bare()

    def _relative(self, i: int, h: int) -> Context:
        sentence = self.sentence
        marked = any(sentence[k].dep == "mark" and sentence[k].lower == "that" for k in sentence.children[i])
        if marked or govern.kind(sentence, i) == "to":
            return self._adnominal(i, h)
        if negative(sentence, h) is not None:
            return self._around(h).opened()
        opening = sentence[sentence.subtree(i)[0]]
        over = planned_over(sentence, i)
        if over is not None:
            return self._around(over).bare()
        if opening.tag in ("WDT", "WP") and opening.i and sentence[opening.i - 1].lower == ",":
            return self._beside_clause(h)
        return self._own(h).bare()

    def _beside_clause(self, h: int) -> Context:
        """Where ", which …" stands: an aside, claimed by who claims the rest, but not planned or doubted with it."""
        for above in (h, *self.sentence.path_up(h)):
            if self.sentence[above].pos in ("VERB", "AUX"):
                return self._around(above).bare()
        return self._own(h).bare()

    def _adnominal(self, i: int, h: int) -> Context:
        sentence, own = self.sentence, self._own(h)
        how = govern.kind(sentence, i)
        if how == "to":
            signature = govern.infinitive_of_noun(sentence, h)
            return govern.govern(sentence, h, signature, how, own, self._around(h))
        if how in ("that", "whether") and self._marked(i):
            return self._content(h, how)
        if negative(sentence, h) is not None:
            return self._around(h).opened()
        return own.bare()

    def _marked(self, i: int) -> bool:
        return any(self.sentence[k].dep == "mark" for k in self.sentence.children[i])

    def _content(self, h: int, how: str) -> Context:
        """ "a report that P": P is the report's, unless somebody denies or confirms the report."""
        sentence, own = self.sentence, self._own(h)
        speaker = own.speaker
        if sentence[h].lemma in CONTENT_NOUNS and speaker is not None and speaker.verb == sentence[h].head:
            return replace(own, cues=(*own.cues, h))
        signature: Signature = govern.lookup(sentence, h, how) or govern.OPEN
        return govern.govern(sentence, h, signature, how, own, self._around(h))

    def _preposition(self, i: int, h: int) -> Context:
        h, signature = govern.of_preposition(self.sentence, h, i)
        if signature is None:
            h, signature = gerund.governor(self.sentence, i, h)
        if signature is None:
            own = self._own(h)
            if self.sentence[h].lower == "far":
                self._firm.add(i)
                return own
            if local.whereabouts(self.sentence, i):
                self._firm.add(i)
            return own if self.sentence[h].pos in ("VERB", "AUX") else own.bare()
        self._firm.add(i)
        return govern.govern(
            self.sentence, h, signature, self.sentence[i].lower, self._own(h), self._around(h)
        )

    def _argument(self, i: int, h: int) -> Context:
        found = govern.of_noun(self.sentence, h, i)
        if found is not None:
            g, signature = found
            own = self._own(h)
            if reported(self.sentence, i) and negative(self.sentence, i) is not None:
                own = replace(own, polarity=1)
            return govern.govern(self.sentence, g, signature, "noun", own, self._around(h))
        own = self._own(h)
        light = HAPPEN if self.sentence[i].dep == "nsubj" else LIGHT
        if self.sentence[h].lemma in light or negative(self.sentence, i) is not None:
            return own
        if self.sentence[i].dep != "dobj" and own.polarity < 0:
            return self._around(h).bare()
        return self._nominal_below(i, own, self._around(h))

    def _nominal_below(self, i: int, own: Context, around: Context) -> Context:
        """A noun below a verb that does not govern it: presupposed when definite, else as uncertain as the verb."""
        if definite(self.sentence, i):
            return around.bare()
        if own.polarity < 0:
            return own.opened()
        return own.bare()

    def _conjunct(self, i: int, h: int) -> Context:
        """A conjunct stands where its fellow stands; it shares auxiliaries and negation only where it lacks its own."""
        sentence, token = self.sentence, self.sentence[i]
        if token.pos not in ("VERB", "AUX"):
            return self._own(h) if sentence[h].pos not in ("VERB", "AUX") else self._around(h)
        below = sentence.children[i]
        coordinator = next(
            (sentence[k].lower for k in sentence.children[h] if sentence[k].dep == "cc" and k < i), ""
        )
        around = self._around(h)
        own_clause = any(sentence[k].dep in _SUBJECTS or sentence[k].dep in ("aux", "auxpass") for k in below)
        if coordinator == "nor":
            return replace(around, polarity=-around.polarity)
        if own_clause or token.tag in ("VBD", "VBZ", "VBP") or sentence[h].pos not in ("VERB", "AUX"):
            return around
        shared = replace(self._own(h), scope=())
        if coordinator in ("but", "yet") or (token.tag != sentence[h].tag and token.tag != "VB"):
            return replace(shared, polarity=around.polarity, ended=around.ended)
        return shared
