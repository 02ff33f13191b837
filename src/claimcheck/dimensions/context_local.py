"""What a predicate's own clause does to it: negators, modals, hedging adverbs and adjectives, tense."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck.dimensions import context_degree as degree
from claimcheck.dimensions.context_bound import of_a_bound
from claimcheck.dimensions.context_denial import OF_NOTHING, any_more, not_before, nothing, until
from claimcheck.dimensions.context_found import Found, may_not, tense_of, will
from claimcheck.dimensions.context_kinds import Context, Effect, Modality, Strength, Tense
from claimcheck.dimensions.context_marks import (
    ADVERBS,
    MODALS,
    NEGATORS,
    PREDICATE_SCOPE,
    PREMODIFIERS,
    QUANTITY_VERBS,
)
from claimcheck.dimensions.context_noun import WHOLE, nearly, negative, not_all, reported, word_after
from claimcheck.tokens import Sentence, Token

ARGUMENTS: Final = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "dative", "oprd", "npadvmod", "acomp"})
_LOCAL: Final = ARGUMENTS | {
    "neg",
    "aux",
    "auxpass",
    "advmod",
    "prep",
    "preconj",
    "cc",
    "det",
    "amod",
    "mark",
    "prt",
}
_PARTIAL: Final = frozenset(
    "always necessarily entirely fully completely wholly exactly solely only all quite totally universally".split()
)
_IGNORED_AFTER_NOT: Final = frozenset(
    {"only", "just", "merely", "simply", "because", "least", "surprisingly"}
)
_NO_WAY: Final = frozenset(
    {"way", "time", "circumstance", "circumstances", "point", "case", "account", "means"}
)


def clause(sentence: Sentence, i: int, outer: Context) -> Context:
    """The context of a verb or copula inside its clause, `outer` being the context the clause stands in."""
    token, found = sentence[i], Found()
    for k in sentence.children[i]:
        below = sentence[k]
        if below.dep in _LOCAL:
            _child(sentence, token, below, found)
        if below.dep in ("acomp", "oprd") and token.lemma in ("seem", "appear", "look"):
            found.take(ADVERBS["apparently"], token.i)
    found.mark(degree.of_aspect(sentence, token))
    if not will(sentence, token, found, outer) and not may_not(sentence, token, found, outer):
        _modal(found)
    found.tense = tense_of(sentence, token, found, outer)
    return _apply(outer, found)


_DEGREES = frozenset({"far", "long", "least"})


def _child(sentence: Sentence, token: Token, below: Token, found: Found) -> None:
    dep, k = below.dep, below.i
    if dep == "prep":
        found.mark(degree.of_phrase(sentence, token, k))
    if k + 1 < len(sentence) and sentence[k + 1].lower in _DEGREES and below.lower in NEGATORS:
        return  # "not far from" says near, and negates no verb
    if below.lower in NEGATORS and of_a_bound(sentence, k):
        return  # "cannot be larger than 5 MB": the figure's own bound has it
    if dep == "neg" or (dep in ("advmod", "preconj", "cc", "det") and below.lower in NEGATORS):
        _negator(sentence, token, k, found)
    elif dep in ("aux", "auxpass"):
        _auxiliary(sentence, token, below, found)
    elif dep == "advmod":
        _adverb(sentence, token, k, found)
    elif dep in ARGUMENTS:
        _argument(sentence, token, k, found)
    elif dep == "prep" and token.lemma in OF_NOTHING and nothing(sentence, k) is not None:
        found.flips += 1
        found.cues.append(nothing(sentence, k) or k)
    elif dep == "prep" and k + 2 < len(sentence) and sentence[k + 1].lower == "no":
        if sentence[k + 2].lower in _NO_WAY:
            found.flips += 1
            found.cues.append(k + 1)
    elif dep == "cc" and below.lower == "nor" and k < token.i:
        found.flips += 1
        found.cues.append(k)


def _negator(sentence: Sentence, token: Token, k: int, found: Found) -> None:
    after = word_after(sentence, k)
    if sentence[k].lower == "no":
        return
    if after in _IGNORED_AFTER_NOT and sentence[k].lower != "never":
        return
    found.cues.append(k)
    if after in WHOLE:
        found.scope.append("not all")
        found.strength = min(found.strength, Strength.POSSIBLE)
        return
    if not_before(sentence, token.i):
        return
    if until(sentence, token.i):  # "did not open until 1995": it opened then, unless it was an activity
        found.strength = min(found.strength, Strength.LIKELY)
        return
    found.flips += 1
    found.mark(degree.too_little(sentence, k))
    if after in _PARTIAL:
        found.strength = min(found.strength, Strength.POSSIBLE)
        found.scope.append("not " + after)
    if sentence[k].lower == "never":
        found.scope.append("never")
    ended = [j for j in sentence.children[token.i] if any_more(sentence, j)]
    if ended:
        found.ended = True
        found.cues += [
            i for j in ended for i in (j - 1, j) if sentence[i].lower in ("any", "more", "longer", "anymore")
        ]


def _auxiliary(sentence: Sentence, token: Token, below: Token, found: Found) -> None:
    if below.i and below.text[:1].isupper() and token.i > below.i and sentence[below.i - 1].pos == "PROPN":
        return  # a name: "Emre Can was", "They Might Be Giants"
    if below.tag == "MD" or (below.lower in MODALS and below.lemma in ("will", "would", "'d", "need")):
        found.modal = below.lower
        found.cues.append(below.i)
    elif below.lemma == "have" or below.lower == "having":
        found.perfect = True
    elif below.tag == "VBD":
        found.tense = Tense.PAST


def _adverb(sentence: Sentence, token: Token, k: int, found: Found) -> None:
    word = sentence[k].lower
    found.mark(degree.ADVERBS.get(word, "") or degree.of_phrase(sentence, token, k))
    if word == "longer" and k > 0 and sentence[k - 1].lower == "no":
        found.flips += 1
        found.ended = True
        found.scope.append("no longer")
        found.cues += [k - 1, k]
    elif word == "far" and word_after(sentence, k) == "from" and token.lemma in ("be", "remain", "seem"):
        found.flips += 1
        found.cues += [k, k + 1]
    elif word in ("nearly", "almost", "barely") and token.lemma in QUANTITY_VERBS:
        return
    elif word in ADVERBS:
        found.take(ADVERBS[word], k)
        if word in ("never", "nearly", "almost"):
            found.scope.append("never" if word == "never" else "nearly")
    elif word in PREDICATE_SCOPE and (k == 0 or sentence[k - 1].lower not in NEGATORS):
        found.scope.append(word)
        if word == "once":
            found.cues.append(k)


def _argument(sentence: Sentence, token: Token, k: int, found: Found) -> None:
    """ "no" in an argument denies the clause; an adjective in what a copula says of its subject hedges it."""
    negator = negative(sentence, k)
    if negator is not None:
        found.flips += 1
        found.cues.append(negator)
        if nearly(sentence, negator):
            found.strength = min(found.strength, Strength.LIKELY)
            found.cues.append(max(0, negator - 1))
        return
    part = not_all(sentence, k)
    if part is not None:
        found.scope.append("not all")
        found.strength = min(found.strength, Strength.POSSIBLE)
        found.cues.append(part)
    if sentence[k].dep in ("attr", "acomp", "oprd") and token.lemma in (
        "be",
        "become",
        "remain",
        "name",
        "call",
    ):
        _complement(sentence, token, k, found)


def _complement(sentence: Sentence, token: Token, k: int, found: Found) -> None:
    for j in sentence.children[k]:
        below = sentence[j]
        if (
            below.dep in ("amod", "compound", "advmod")
            and below.lower in PREMODIFIERS
            and below.dep != "advmod"
        ):
            found.take(PREMODIFIERS[below.lower], j)
        elif below.dep == "advmod":
            _adverb(sentence, token, j, found)
        elif below.dep == "neg":
            _negator(sentence, token, j, found)


def _modal(found: Found) -> None:
    effect = MODALS.get(found.modal)
    if effect is None:
        return
    word, negated = found.modal, found.flips % 2 == 1
    if word in ("can", "ca", "could") and negated and not found.perfect:
        found.modality = Modality.ABILITY
        return
    if found.perfect and word in ("should", "would", "'d", "’d", "ought"):
        effect = Effect(1, Strength.POSSIBLE, Modality.CONDITIONAL, Strength.POSSIBLE)
    elif found.perfect and word == "must":
        effect = Effect(1, Strength.LIKELY, None, Strength.LIKELY)
    found.strength = min(found.strength, effect.within)
    found.modality = effect.modality or found.modality


def nominal(sentence: Sentence, i: int, outer: Context) -> Context:
    """The context of a nominal: its own "no" and its hedging premodifiers."""
    token = sentence[i]
    above = sentence[token.head]
    if token.dep in ("attr", "acomp", "oprd") and (above.pos == "AUX" or above.lemma == "be"):
        return outer  # its copula has read them
    found = Found()
    if token.dep not in ARGUMENTS or reported(sentence, i):
        negator = negative(sentence, i) if token.lower not in _NO_WAY else None  # its verb has read it
        if negator is not None and not (token.dep == "conj" and negative(sentence, token.head) is not None):
            found.flips += 1
            found.cues.append(negator)
    for k in sentence.children[i]:
        below = sentence[k]
        if below.dep in ("amod", "compound", "nmod", "advmod") and below.lower in PREMODIFIERS:
            effect = PREMODIFIERS[below.lower]
            if (
                outer.polarity > 0 or effect.modality is not Modality.PLAN
            ):  # a planned strike called off is off
                found.take(effect, k)
        elif below.lower in NEGATORS and below.dep == "neg" and token.pos == "ADJ":
            found.flips += 1
            found.cues.append(k)
        elif below.dep == "advmod" and token.pos == "ADJ" and below.lower in ADVERBS:
            found.take(ADVERBS[below.lower], k)
        elif below.dep == "advmod" and token.pos == "ADJ":
            found.mark(degree.ADVERBS.get(below.lower, ""))
    return _apply(outer, found)


def _apply(outer: Context, found: Found) -> Context:
    tense = found.tense or outer.tense
    if not (found.flips or found.cues or found.scope or found.modality) and found.strength is Strength.FACT:
        if tense is outer.tense and not outer.scope:
            return outer
        return replace(outer, tense=tense, scope=())
    return replace(
        outer,
        polarity=-outer.polarity if found.flips % 2 else outer.polarity,
        strength=min(outer.strength, found.strength),
        within=min(outer.within, found.strength),
        modality=found.modality or outer.modality,
        ended=found.ended or outer.ended,
        tense=tense,
        scope=tuple(found.scope),
        cues=(*outer.cues, *found.cues),
    )


def whereabouts(sentence: Sentence, i: int) -> bool:
    """Whether a preposition's object is all that a copula says of its subject: "was not in the harbour"."""
    prep = sentence[i]
    copula = sentence[prep.head]
    if copula.lemma != "be" or copula.pos != "AUX" or copula.dep in ("aux", "auxpass") or prep.dep != "prep":
        return False
    below = [sentence[k] for k in sentence.children[copula.i]]
    first = next(t.i for t in below if t.dep == "prep")
    return first == i and i > copula.i and not any(t.dep in ("attr", "acomp", "oprd", "expl") for t in below)
