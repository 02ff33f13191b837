"""What a governing word does to the clause or noun below it: look-up of its signature and its effect."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck.dimensions import context_degree as degree
from claimcheck.dimensions.context_cause import because, outcome, ruling, time_taken
from claimcheck.dimensions.context_kinds import (
    Context,
    Effect,
    Modality,
    Signature,
    Speaker,
    Stance,
    Strength,
    Tense,
)
from claimcheck.dimensions.context_marks import (
    ADMITTED,
    BARRIERS,
    CALLING,
    CALLING_AS,
    GRANTED,
    RESULTS,
    SUPPLIES,
    SUPPOSED,
    UPKEEP,
)
from claimcheck.dimensions.context_noun import definite
from claimcheck.dimensions.context_speaker import CLAUSAL, child, heads, hearer, passive
from claimcheck.dimensions.context_words import ADJECTIVES, CONTENT_NOUNS, NOUNS, SIGNATURES, VERBS, Table
from claimcheck.tokens import Sentence

_WH_TAGS: Final = frozenset({"WRB", "WP", "WDT", "WP$"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_OF_NOUN: Final = frozenset({"likely", "unlikely", "possible", "false", "true", "open", "expect", "due"})
_RANKED: Final = frozenset(
    {"first", "last", "only", "latest", "next", "second", "third", "youngest", "oldest"}
)
_CERTAIN_THAT: Final = frozenset({"certain", "sure"})

SAID: Final = SIGNATURES["said"]
_UNKNOWN_AIM: Final = Effect(1, Strength.POSSIBLE, Modality.INTENTION, Strength.POSSIBLE, transparent=False)
_UNKNOWN: Final = Effect(1, Strength.POSSIBLE, None, Strength.POSSIBLE, transparent=False)
_SAME: Final = Effect(transparent=False)
AIM: Final = Signature("aim", _UNKNOWN_AIM, _UNKNOWN_AIM)
FOLLOWS: Final = Signature("follows", _SAME, _UNKNOWN)
OPEN: Final = Signature("open", _UNKNOWN, _UNKNOWN)
GOING: Final = Signature(
    "going", Effect(modality=Modality.PLAN, future=True), Effect(-1, modality=Modality.PLAN, future=True)
)
USED: Final = Signature(
    "used", Effect(modality=Modality.HABITUAL, ended=True), Effect(-1, modality=Modality.HABITUAL)
)
YET: Final = Signature("yet", Effect(-1), Effect(1))


def kind(sentence: Sentence, c: int) -> str:
    """How a clause is attached: "that", "whether", "wh", "to" or "ing"."""
    token, finite, plain = sentence[c], sentence[c].tag in _FINITE, ""
    for k in sentence.children[c]:
        below = sentence[k]
        if below.dep == "mark" and below.lower in ("whether", "if"):
            return "whether"
        if below.dep == "mark" and below.lower == "that":
            return "that"
        if k < c and _asks(sentence, k):
            return "wh"
        if below.tag == "TO" and below.dep == "aux":
            plain = plain or "to"
        elif below.dep in ("aux", "auxpass") and (below.tag in _FINITE or below.tag == "MD"):
            finite = True
    if finite:
        return "that"
    return plain or ("ing" if _gerund(sentence, c) else "to" if token.tag == "VB" else "that")


def _asks(sentence: Sentence, k: int) -> bool:
    """A wh-word, or a phrase that opens with one ("how many", "what group")."""
    if sentence[k].tag in _WH_TAGS:
        return True
    return any(sentence[j].tag in _WH_TAGS and j < k for j in sentence.children[k])


def _gerund(sentence: Sentence, c: int) -> bool:
    if sentence[c].tag == "VBG":
        return True
    return any(
        sentence[k].dep in ("aux", "auxpass") and (sentence[k].tag == "VBG" or sentence[k].lower == "having")
        for k in sentence.children[c]
    )


def table_for(sentence: Sentence, h: int) -> Table:
    pos = sentence[h].pos
    if pos in ("VERB", "AUX"):
        return VERBS
    return ADJECTIVES if pos == "ADJ" else NOUNS


def lookup(sentence: Sentence, h: int, how: str) -> Signature | None:
    """The signature of a governor for a complement attached in this way, or None where it has none."""
    token, table = sentence[h], table_for(sentence, h)
    if because(sentence, h):
        return None
    entry = None
    if table is VERBS:
        particle = child(sentence, h, {"prt"})
        if (
            particle is None
            and token.lemma == "let"
            and h + 1 < len(sentence)
            and sentence[h + 1].lower == "on"
        ):
            particle = h + 1
        if particle is not None:
            entry = table.get(token.lemma + " " + sentence[particle].lower)
    if entry is None:
        entry = table.get(token.lemma) or table.get(token.lower)
        if entry is None and token.lower[-1:] in (
            "s",
            "d",
        ):  # "hopes", which the lemmatiser takes for hopping
            entry = table.get(token.lower[:-1])
        if entry is None and table is ADJECTIVES:
            entry = VERBS.get(token.lemma)
    if entry is None:
        return None
    name = entry.get(how) or entry.get("*")
    return SIGNATURES[name] if name else None


def clausal(sentence: Sentence, h: int, c: int, how: str) -> tuple[int, Signature]:
    """The governor of a complement clause (looking through a copula) and its signature."""
    token = sentence[h]
    if token.lemma == "be" and how != "ing":
        for deps in ({"acomp"}, {"attr"}, {"nsubj"}):
            g = child(sentence, h, deps)
            if g is None:
                continue
            if how == "that" and sentence[g].lower in _CERTAIN_THAT:
                return g, SIGNATURES["likely"]
            found = lookup(sentence, g, how)
            if found is not None:
                return g, found
        if how == "to" and child(sentence, h, {"acomp", "attr"}) is None:
            return h, SIGNATURES["due"]
    if how == "to":
        special = _infinitive(sentence, h, c)
        if special is not None:
            return special
    found = lookup(sentence, h, how)
    if found is None and how == "to" and sentence[h].pos == "VERB" and sentence[h].lemma in RESULTS:
        found = FOLLOWS
    if found is not None:
        return h, found
    return h, _default(sentence, h, how)


def infinitive(sentence: Sentence, h: int) -> tuple[int, Signature | None]:
    """The governor of an infinitive that the parser hangs on it as an aside ("possible for events to come")."""
    if time_taken(sentence, h):
        return h, SIGNATURES["manage"]
    said = child(sentence, h, {"acomp", "attr"}) if sentence[h].lemma == "be" else None
    at = h if said is None else said
    return at, lookup(sentence, at, "to")


def _infinitive(sentence: Sentence, h: int, c: int) -> tuple[int, Signature] | None:
    token = sentence[h]
    to = next((k for k in sentence.children[c] if sentence[k].tag == "TO"), None)
    if to is not None and to > 0 and sentence[to - 1].lower == "yet":
        return to - 1, YET
    if token.lemma == "go" and token.tag == "VBG":
        return h, GOING
    if time_taken(sentence, h):
        return h, SIGNATURES["manage"]
    told = token.tag == "VBD" or (token.dep == "acl" and sentence[token.head].head == token.head)
    if outcome(sentence, h, c):
        return h, FOLLOWS
    if token.lemma == "use" and told and to == h + 1 and not passive(sentence, h):
        return h, USED
    return None


def _default(sentence: Sentence, h: int, how: str) -> Signature:
    if how == "to":
        return AIM
    if how == "that" and sentence[h].lemma == "have":
        return SIGNATURES["rumour"]  # "legend has it that"
    if how == "that" and sentence[h].pos == "VERB":
        return SAID
    if how == "whether":
        return OPEN
    return FOLLOWS


def infinitive_of_noun(sentence: Sentence, h: int) -> Signature:
    """ "the first woman to win" won; "a bill to cut taxes" only aims to."""
    found = lookup(sentence, h, "to")
    if found is not None:
        return found
    for k in sentence.children[h]:
        if sentence[k].lower in _RANKED or sentence[k].tag in ("JJS", "CD"):
            return FOLLOWS
    return AIM


def of_preposition(sentence: Sentence, h: int, i: int) -> tuple[int, Signature | None]:
    """The governor and signature of a prepositional complement ("accused of", "risk of").

    Where the parser hangs it on the agent ("accused by prosecutors of …") the verb above is asked too.
    """
    how = sentence[i].lower
    found = lookup(sentence, h, how) if (sentence[h].lemma, how) != ("be", "to") else None
    if found is None and sentence[h].dep == "pobj" and sentence[sentence[h].head].lower == "by":
        verb = sentence[sentence[h].head].head
        above = lookup(sentence, verb, how)
        if above is not None:
            return verb, above
    return h, found


def of_noun(sentence: Sentence, h: int, c: int) -> tuple[int, Signature] | None:
    """The governor and signature for a noun that is the argument of a verb, or the subject of a hedge."""
    token = sentence[h]
    if token.lemma in ("be", "seem", "appear", "remain") and sentence[c].dep == "nsubj":
        adjective = child(sentence, h, {"acomp"})
        if adjective is not None:
            found = lookup(sentence, adjective, "noun")
            if found is not None and found.name in _OF_NOUN:
                return adjective, found
        return None
    if sentence[c].dep not in ("dobj", "nsubjpass") or child(sentence, h, CLAUSAL) is not None:
        return None
    below = {sentence[k].lower for k in sentence.children[h] if sentence[k].dep == "prep"}
    if "as" in below and token.lemma in CALLING_AS:
        return None  # "described the hall as …": the hall is no report
    if "at" in below and token.lemma == "put":
        return h, SIGNATURES["believes"]  # "put the damage at 40 million" is an estimate
    if token.lemma == "deny" and sentence[c].lemma in GRANTED:
        return h, SIGNATURES["lack"]
    found = lookup(sentence, h, "content") if sentence[c].lemma in CONTENT_NOUNS else None
    found = found or lookup(sentence, h, "noun")
    if found is not None and found.affirmed.stance is not None and sentence[c].pos == "PROPN":
        return None  # a senator confirmed is no report
    let_in = token.lemma == "admit" and sentence[c].lemma in ADMITTED
    if found is None or let_in or _spares(sentence, found, c) or _taken_from(sentence, h):
        return None
    return h, found


def called(sentence: Sentence, h: int, own: Context, how: str = "") -> Context | None:
    """ "She called it a scandal", "described it as a scandal": that it is one is what she says."""
    if how:
        if sentence[h].lower != how:
            return None
        h = sentence[h].head
    if sentence[h].lemma not in (CALLING_AS if how else CALLING) or own.polarity < 0:
        return None
    who = heads(sentence, h)
    return own.spoken(Speaker(who, Stance.SAID, h)) if who else None


def supposed(sentence: Sentence, h: int, own: Context) -> Context | None:
    """ "Feared dead", "believed missing"."""
    found = lookup(sentence, h, "to") if sentence[h].lemma in SUPPOSED else None
    return None if found is None or own.polarity < 0 else govern(sentence, h, found, "to", own, own)


def _spares(sentence: Sentence, signature: Signature, c: int) -> bool:
    """Whether a noun is none that the verb ends or brings about: "lifted its forecast", "caused the derailment"."""
    if signature.name == "unsupport":
        return sentence[c].lemma not in UPKEEP
    if signature.name == "cut-off":
        return sentence[c].lemma not in SUPPLIES or ruling(sentence, c)
    if signature.name == "lift":
        return sentence[c].lemma not in BARRIERS
    return signature.name == "bring" and definite(sentence, c)


def _taken_from(sentence: Sentence, h: int) -> bool:
    """ "Kept the crew from leaving": it is the leaving that is prevented, not the crew."""
    below = [k for k in sentence.children[h] if sentence[k].lower == "from"]
    return any(child(sentence, k, {"pcomp"}) is not None and lookup(sentence, h, "from") for k in below)


def govern(
    sentence: Sentence, g: int, signature: Signature, how: str, own: Context, outer: Context
) -> Context:
    """The context below a governor; `own` is the governor's context, `outer` the one its clause stands in."""
    if signature.factive:
        return replace(
            own,
            polarity=1,
            strength=outer.strength,
            within=outer.within,
            modality=Modality.NONE,
            scope=(),
            governors=(*own.governors, g),
        )
    if (
        signature.name == "need"
        and sentence[g].lemma == "have"
        and own.tense is Tense.PAST
        and own.polarity > 0
    ):
        signature = SIGNATURES["manage"]  # who had to be treated was treated
    past = own.tense is Tense.PAST and own.modality is Modality.NONE
    if signature.name == "able" and sentence[g].lemma == "able" and past:  # who was able to did, mostly
        signature = SIGNATURES["manage"]
    if signature.name == "allow" and own.polarity < 0 and own.tense is Tense.PRESENT:
        signature, own = SIGNATURES["forbid"], replace(own, polarity=1)  # what is not allowed may be done
    effect = signature.affirmed if own.polarity > 0 else signature.negated
    if effect.stance is not None:
        return _speech(sentence, g, effect, how, own)
    return replace(
        own,
        polarity=effect.polarity,
        strength=min(own.strength, effect.strength),
        within=min(own.within, effect.within),
        modality=effect.modality or own.modality,
        tense=Tense.FUTURE if effect.future else own.tense,
        ended=effect.ended,
        scope=tuple(mark for mark in own.scope if mark in degree.LASTING) if effect.transparent else (),
        cues=(*own.cues, g) if effect.transparent else own.cues,
        governors=own.governors if effect.transparent else (*own.governors, g),
    )


def _speech(sentence: Sentence, g: int, effect: Effect, how: str, own: Context) -> Context:
    assert effect.stance is not None
    who = heads(sentence, g)
    strength, within = effect.strength, effect.within
    if not who and how == "to" and effect.stance is Stance.SAID:  # "is said to have fled"
        strength, within = Strength.LIKELY, Strength.LIKELY
    negated = effect.stance not in (Stance.BELIEVES,) and own.polarity < 0
    speaker = Speaker(who, effect.stance, g, hearer(sentence, g), -1 if negated else 1)
    spoken = own.spoken(speaker)
    return replace(
        spoken,
        polarity=effect.polarity,
        strength=min(spoken.strength, strength),
        within=within,
        modality=effect.modality
        or (own.modality if own.modality is not Modality.HABITUAL else Modality.NONE),
        tense=Tense.FUTURE if effect.future else own.tense,
    )
