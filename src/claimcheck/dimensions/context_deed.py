"""Whether what a noun of action names was done: "blocked the sale", "debated the sale", "the merger fell through".

The noun stands to the words above it as a gerund would ("opposed the sale", "opposed selling"); what a verb of its
own kind does to its object or its subject is in DEEDS. The classes of verbs follow Levin, *English Verb Classes and
Alternations* (1993) and Karttunen, "Simple and phrasal implicatives" (2012); the readings are the project's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from claimcheck.dimensions import context_gerund as gerund
from claimcheck.dimensions import context_govern as govern
from claimcheck.dimensions.context_kinds import Context, Modality, Signature
from claimcheck.dimensions.context_marks import HAPPEN
from claimcheck.dimensions.context_noun import negative
from claimcheck.dimensions.context_words import SIGNATURES, Table, table
from claimcheck.tokens import Sentence

# verb object=… (also the subject of its passive) or subject=…; done=… for either where the deed is told as done
DEEDS: Final[Table] = table(
    "block,prevent,thwart,foil,forestall,avert,avoid,escape,veto,defeat,bar,forbid,"
    "prohibit,ban,cancel,call_off,abandon,scrap,shelve,abort,scupper,derail,frustrate,nix,vote_down,refuse,reject,"
    "turn_down,throw_out object=prevent",
    "halt,stop,suspend,pause,freeze,interrupt,cut done=open",
    "drop,ditch,give_up,renounce object=stop",
    "stay,enjoin,adjourn,curb,resist,oppose,fight,contest,"
    "challenge,appeal,protest,debate,discuss,consider,review,weigh,study,examine,negotiate,plan,prepare,approve,"
    "authorise,authorize,endorse,back,support,favor,favour,advocate,champion,demand,request,propose,recommend,"
    "suggest,seek,urge,want,await,expect,envisage,anticipate,predict,fear,risk,threaten,face,allow,permit,enable,"
    "offer,criticise,criticize,condemn,denounce,question,delay,postpone,defer,put_off,push_back,hold_up,"
    "withdraw,discourage,encourage,promote,facilitate,advise,vote,schedule,slate,set,need,require "
    "object=open",
    "collapse,fail,founder,stall,falter,fall_through,fall_apart,break_down,come_to_nothing subject=prevent",
    "loom,near,approach,await,hinge,depend,require,need,face subject=open",
    "stop,cease,halt,overturn,annul,quash,void,strike_down done=open",
)
_OBJECT: Final = frozenset({"dobj", "nsubjpass"})
_BEFORE: Final = frozenset({"before", "pending", "until", "till"})
_PARTICLES: Final = frozenset("through apart down off out back up".split())
_OPEN: Final = SIGNATURES["open"]


def context(sentence: Sentence, contexts: Mapping[int, Context], i: int, *, verb: bool) -> Context:
    """The context of a noun of action, read as the deed it names.

    `verb`: the other text has a verb for it; a strike that was halted was one, a bridge whose demolition was halted
    was perhaps not demolished.
    """
    token, own = sentence[i], contexts[i]
    h = token.head
    if token.dep == "conj":
        above = context(sentence, contexts, h, verb=verb)
        return replace(above, polarity=own.polarity) if negative(sentence, i) is not None else above
    if token.dep in _OBJECT:
        found = _named(sentence, h, "object", verb)
        return _under(sentence, h, found, own, contexts) if found is not None else _of_verb(own, contexts[h])
    if token.dep == "nsubj":
        found = _named(sentence, h, "subject", verb)
        if found is not None:
            return _under(sentence, h, found, own, contexts)
        return own if sentence[h].lemma in HAPPEN else _of_verb(own, contexts[h])
    if token.dep == "pobj":
        if sentence[h].lower in _BEFORE:
            return own.opened()
        found = gerund.below(sentence, h, noun=True)
        return _under(sentence, sentence[h].head, found, own, contexts) if found is not None else own
    return own


def _named(sentence: Sentence, h: int, place: str, verb: bool) -> Signature | None:
    lemma = sentence[h].lemma
    if lemma == "await" and sentence[h].tag in {"VBZ", "VBP", "VBG"}:
        return SIGNATURES["prevent"] if place == "object" else None  # what is awaited is not yet there
    if lemma == "end" and place == "object" and verb:
        return SIGNATURES["stop"]
    beside = (sentence[k].lower for k in sentence.children[h])
    particle = next((word for word in beside if word in _PARTICLES), "")
    entry = DEEDS.get(f"{lemma} {particle}") or DEEDS.get(lemma) or {}
    name = entry.get(place) or (entry.get("done") if verb else None)
    return SIGNATURES[name] if name else None


def _under(
    sentence: Sentence, g: int, signature: Signature, own: Context, contexts: Mapping[int, Context]
) -> Context:
    """The noun's context under its governor, unless the noun is denied or doubted as it stands."""
    read = g in (*own.cues, *own.governors)  # the noun's own context has the governor's effect
    if not read and (own.polarity < 0 or own.modality is not Modality.NONE):
        return own
    above = contexts[g]
    return govern.govern(sentence, g, signature, "noun", above, above.bare())


def _of_verb(own: Context, verb: Context) -> Context:
    """As firm as its verb: "the merger would cost 40 jobs" tells of none."""
    if own.polarity < 0 or verb.modality in {Modality.NONE, Modality.HABITUAL}:
        return own
    weak = min(own.strength, verb.strength), min(own.within, verb.within)
    return replace(own, modality=verb.modality, tense=verb.tense, strength=weak[0], within=weak[1])
