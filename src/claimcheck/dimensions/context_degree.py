"""How far, how often, in what world and at what time a clause says that its predicate holds.

Each word or phrase gives the predicate a mark in its `scope`. Adverbs of degree and of frequency after Quirk et al.,
*A Comprehensive Grammar of the English Language* (1985), 8.104 to 8.116 and 8.64 to 8.66; phrases that speak of
another world than this one after McCawley, *Everything that Linguists Have Always Wanted to Know about Logic* (1993),
chapter 15; the readings are the project's own.
"""

from __future__ import annotations

from typing import Final

from claimcheck.tokens import Sentence, Token

PART: Final = "in part"
AS_GOOD_AS: Final = "as good as"
RARELY: Final = "rarely"
SOMETIMES: Final = "sometimes"
OFTEN: Final = "often"
USUALLY: Final = "usually"
UNREAL: Final = "in another world"
BYGONE: Final = "once"
BEFORE_THEN: Final = "had been"
GOING_ON: Final = "in progress"
TOO_LITTLE: Final = "not enough"
ONLY_WHEN: Final = "only when"
PLANNED: Final = "under a plan"
LASTING: Final = frozenset({PART, AS_GOOD_AS, UNREAL, BYGONE, PLANNED})  # also of what a verb only carries
PLANS: Final = frozenset("plan proposal scheme bill draft scenario".split())
ENOUGH: Final = frozenset({"enough", "sufficient", "sufficiently", "adequate", "adequately"})
FREQUENCIES: Final = (RARELY, SOMETIMES, OFTEN, USUALLY)

ADVERBS: Final[dict[str, str]] = {
    **dict.fromkeys("partly partially half mostly largely mainly chiefly predominantly semi".split(), PART),
    **dict.fromkeys("virtually practically".split(), AS_GOOD_AS),
    **dict.fromkeys("rarely seldom infrequently".split(), RARELY),
    **dict.fromkeys("sometimes occasionally".split(), SOMETIMES),
    **dict.fromkeys("often frequently regularly commonly repeatedly".split(), OFTEN),
    **dict.fromkeys("usually normally generally typically".split(), USUALLY),
    **dict.fromkeys("formerly previously".split(), BYGONE),
    **dict.fromkeys("theoretically".split(), UNREAL),
}
# Worlds that are told, thought or tried out, by their preposition.
WORLDS: Final = {
    "in": frozenset(
        "theory principle simulation film movie novel story fable fairytale tale legend myth dream nightmare fantasy "
        "fiction poem play musical opera comic game sitcom episode scenario exercise drill rehearsal mouse mice rat "
        "monkey rodent vitro".split()
    ),
    "on": frozenset({"paper"}),
    "at": frozenset({"best", "worst"}),
}
EXTREMES: Final = frozenset({"best", "worst"})
PRETENCES: Final = frozenset({"exercise", "drill", "argument", "simulation", "game", "rehearsal"})
PARTS: Final = frozenset({"part", "places", "parts"})
# What is said of a work itself, not of what happens in it.
OF_A_WORK: Final = frozenset(
    "play star appear feature portray act sing voice direct cast perform write argue describe depict write explore "
    "say tell sell open close premiere air release compete win lose beat score defeat draw".split()
)
# Verbs whose end is not reached while they go on: accomplishments of Vendler, "Verbs and Times" (1957).
ENDS: Final = frozenset(
    "build construct widen repair restore rebuild renovate paint write draw cross close open sell buy demolish erect "
    "dismantle convert complete finish install dig bury translate compose make produce recover die drown sink drain "
    "replace extend expand merge move leave join resign retire sign ban lift reach arrive land develop design "
    "evacuate remove withdraw negotiate prepare train recruit hire release adopt introduce abolish phase_out".split()
)


def of_phrase(sentence: Sentence, verb: Token, preposition: int) -> str:
    """The mark of a prepositional phrase below a verb: "in theory", "in mice", "at worst", "in part"."""
    word = sentence[preposition].lower
    for k in sentence.children[preposition]:
        noun = sentence[k]
        below = [sentence[j] for j in sentence.children[k]]
        if word == "in" and noun.lower in PARTS and not below:
            return PART
        if word == "in" and noun.lemma == "case" and any(t.lower in EXTREMES for t in below):
            return UNREAL
        if word == "for" and noun.lemma == "purpose" and _purposes(sentence, k):
            return UNREAL
        if {noun.lemma, noun.lower} & WORLDS.get(word, frozenset()) and verb.lemma not in OF_A_WORK:
            plain = word == "in" or not below
            return UNREAL if plain else ""
        if word == "under" and noun.lemma in PLANS:
            return PLANNED
        if word == "until" and verb.tag != "VB":
            return BYGONE
    if word in EXTREMES and preposition and sentence[preposition - 1].lower == "at":
        return UNREAL
    if word == "at" and preposition + 1 < len(sentence) and sentence[preposition + 1].lower in EXTREMES:
        return UNREAL
    return ""


def _purposes(sentence: Sentence, noun: int) -> bool:
    return any(sentence[j].lemma in PRETENCES for k in sentence.children[noun] for j in sentence.children[k])


def of_aspect(sentence: Sentence, verb: Token) -> str:
    """The mark of a verb's aspect: "is being widened" and "was building a bridge" are not yet done."""
    beside = [sentence[k] for k in sentence.children[verb.i] if sentence[k].dep in ("aux", "auxpass")]
    if any(t.lower == "being" for t in beside):
        return GOING_ON if any(t.lemma == "be" and t.lower != "being" for t in beside) else ""
    if verb.tag == "VBG" and any(t.lemma == "be" for t in beside):
        if any(t.tag in ("VBZ", "VBP") and t.lemma == "be" for t in beside):
            return GOING_ON
        return GOING_ON if verb.lemma in ENDS else ""
    had = any(t.lower in ("had", "'d") and t.i < verb.i for t in beside)
    return BEFORE_THEN if had and verb.lemma in ("be", "remain") else ""


def too_little(sentence: Sentence, negator: int) -> str:
    """ "Not enough snow" is some snow."""
    return TOO_LITTLE if any(t.lower in ENOUGH for t in sentence.tokens[negator + 1 : negator + 4]) else ""
