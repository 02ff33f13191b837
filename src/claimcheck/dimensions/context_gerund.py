"""What a gerund or a noun of action below a preposition is: done, or only spoken of.

"By selling", "after selling" and "fined for selling" tell of a sale; "close to selling", "argued against selling" and
"a permit for selling" do not. The classes follow the lists of prepositional complements in Quirk et al., *A
Comprehensive Grammar of the English Language* (1985), 16.28 to 16.43 and 16.69 to 16.83; the readings are the
project's own. A preposition that is not listed leaves what is below it as firm as what is above.
"""

from __future__ import annotations

from typing import Final

from claimcheck.dimensions.context_kinds import Signature
from claimcheck.dimensions.context_words import SIGNATURES, VERBS, Table, table
from claimcheck.tokens import Sentence

# Prepositions over a gerund that is only spoken of, unless its governor stands in TOLD.
UNTOLD: Final = frozenset("about against at of on over to toward towards".split())
# Governors whose gerund is told as done after one of these all the same.
TOLD: Final = {
    "about": frozenset("complain boast brag apologize apologise regret honest open".split()),
    "at": frozenset("good skilled adept expert annoyed angry amazed shocked surprised succeed".split()),
    "of": frozenset(
        "guilty tired sick weary proud ashamed aware habit history result consequence effect act cost experience "
        "practice year month week day decade business consist boast complain because instead repent record "
        "memory advantage pleasure distinction feat means way".split()
    ),
    "on": frozenset("spend congratulate keep go carry waste profit".split()),
    "over": frozenset("apologize apologise guilt remorse".split()),
    "to": frozenset(
        "admit confess own contribute lead addition prior owe due thank thanks resort return revert turn take "
        "devote dedicate accustomed used plead testify attest alert limit similar".split()
    ),
}
# Governors that leave open what other governors of the preposition tell as done, or deny it.
GOVERNED: Final[Table] = table(
    "refrain,abstain,desist,pull,shy,shrink,recoil,flinch,hold,step,retreat from=prevent",
    "back,pull,talk,opt,chicken,bow,wriggle,walk out=prevent",
    "stop,fall,short of=prevent",
    "back,shy,walk,step away=prevent",
    "hold off=prevent",
    "vote against=oppose",
    "decide,opt,choose against=drop",
    "advise,recommend,counsel,warn,caution against=dissuade",
    "argue,call,push,plead,lobby,vote,campaign,press,plan,allow,prepare,opt,ask,hope,wait,apply,bid,wish,agitate,"
    "petition,speak,provide,budget,ready,eager,keen,responsible,hunger,clamour,clamor,rule for=open",
    "interested,interest,believe,belief,confident,trust,delay in=open",
    "toy,threaten,task,entrust,flirt with=open",
    "look into=consider",
    "force,talk,pressure,trick,coax,bully,coerce,shame,provoke,goad into=force",
)
# Governors that leave open a noun of action after the preposition.
DEBATED: Final = {
    "about": frozenset("talk think speak dream worry doubt debate discussion thought plan talks".split()),
    "against": frozenset(
        "argue advise vote rule speak warn lobby campaign decide recommend be protest demonstrate appeal fight "
        "argument advice case campaign protest opposition".split()
    ),
    "for": frozenset(
        "argument case campaign support plan proposal bid hope request petition application permission approval "
        "permit licence license tender deadline date timetable appetite demand pressure call vote".split()
    ),
    "of": frozenset("dream think talk speak favour favor verge brink point hope opponent supporter".split()),
    "on": frozenset(
        "talk debate vote negotiate insist decide deliberate agree consult talks negotiation discussion vote "
        "referendum consultation decision debate".split()
    ),
    "to": frozenset(
        "close opposed object objection opposition resistance agree resistant consent averse".split()
    ),
}
# "Ran for mayor": who wants an office.
RUNNING: Final = frozenset({"run", "stand"})
OFFICES: Final = frozenset(
    "mayor president governor senator deputy councillor councilor chancellor sheriff judge leader chair chairman "
    "chairwoman secretary treasurer office seat post parliament congress council senate assembly election "
    "reelection re-election presidency leadership".split()
)
_OPEN: Final = SIGNATURES["open"]
_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON"})


def below(sentence: Sentence, preposition: int, noun: bool = False) -> Signature | None:
    """The signature over the gerund or noun of action after a preposition; None where it is told as done.

    A noun may name what has long been done ("the reply to the attack"): its governor must be of those that leave it
    open.
    """
    word, h = sentence[preposition].lower, sentence[preposition].head
    above = sentence[h]
    before = word
    if above.pos == "ADP" or above.dep == "prt":  # "out of", "away from": the first of the two decides
        before, h = above.lower, above.head
        above = sentence[h]
    for lemma in (above.lemma, above.lower):
        name = GOVERNED.get(lemma, {}).get(before) or GOVERNED.get(lemma, {}).get(word)
        if name is not None:
            return SIGNATURES[name]
    particle = _particle(sentence, h)
    name = GOVERNED.get(above.lemma, {}).get(particle) if particle else None
    if name is not None:
        return SIGNATURES[name]
    if noun:
        governors = {above.lemma, above.lower}
        return _OPEN if word in DEBATED and governors & DEBATED[word] else None
    if word == "for":
        return _OPEN if above.pos in _NOUNS and above.dep != "nsubj" else None
    if word not in UNTOLD or preposition < h:
        return None  # "on buying the mill he closed it": when it was done
    return None if {above.lemma, above.lower} & TOLD.get(word, frozenset()) else _OPEN


def _particle(sentence: Sentence, verb: int) -> str:
    """The small word that makes one verb of two: "back out", "hold off"."""
    beside = (sentence[k] for k in sentence.children[verb] if sentence[k].dep in ("prt", "advmod", "prep"))
    return next((t.lower for t in beside if t.lower in ("out", "away", "off", "back", "short")), "")


def _follows(sentence: Sentence, preposition: int) -> bool:
    """Whether a preposition stands over a gerund, and over no other preposition that does."""
    against = (
        sentence[preposition].lower == "against"
    )  # "advised against travelling", which may be read as a noun
    return any(
        sentence[k].tag == "VBG" and (sentence[k].dep == "pcomp" or (against and sentence[k].dep == "pobj"))
        for k in sentence.children[preposition]
    )


def governor(sentence: Sentence, preposition: int, h: int) -> tuple[int, Signature | None]:
    """What a gerund hangs from, the verb in "accused the mayor of taking bribes", and its signature; that of "for"
    over an office that somebody runs for."""
    if not _follows(sentence, preposition):
        office = any(sentence[k].lemma in OFFICES for k in sentence.children[preposition])
        running = office and sentence[h].lemma in RUNNING and sentence[preposition].lower == "for"
        return h, SIGNATURES["want"] if running else None
    above = sentence[h].head
    if sentence[h].dep in ("dobj", "nsubjpass") and sentence[above].pos == "VERB":
        lemma, word = sentence[above].lemma, sentence[preposition].lower
        name = VERBS.get(lemma, {}).get(word) or (
            GOVERNED.get(lemma, {}).get(word) if word == "against" else None
        )
        if name is not None:
            return above, SIGNATURES[name]
    return h, below(sentence, preposition)
