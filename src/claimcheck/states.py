"""States of a thing that documents tell in many ways: needed, on, to be had, unchanged; read off one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from claimcheck import lexicon
from claimcheck.dimensions.context import Context, Modality, Strength, Tense
from claimcheck.reading import Reading
from claimcheck.tokens import Token

NEEDED: Final = "needed"
ON: Final = "on"
HAD: Final = "to be had"
CHANGED: Final = "changed"


class State(NamedTuple):
    """kind and sign; about: tokens of the thing; whose: tokens of those it holds for; head: the word that tells it;
    words: tokens that tell nothing else; default: as it comes; narrowed: "only" so; put: how it is put: as it is, as
    it will be, as it is if something else is, or less firmly; by_duty: told by what must be done about it."""

    kind: str
    sign: int
    about: tuple[int, ...]
    whose: tuple[int, ...]
    head: int
    words: frozenset[int]
    default: bool = False
    narrowed: bool = False
    put: Modality = Modality.NONE
    by_duty: bool = False


_NEED: Final = frozenset({"require", "need", "necessitate"})
_NEEDED: Final = dict.fromkeys(
    "required needed necessary mandatory compulsory obligatory essential indispensable".split(), 1
) | dict.fromkeys("optional voluntary unnecessary superfluous dispensable".split(), -1)
_CONDITION: Final = frozenset("prerequisite requirement precondition must necessity".split())
# What one does with a thing that must be there, and with one that need not.
_SUPPLY: Final = frozenset(
    "set specify provide supply fill_in include give enter define use install present have carry contain".split()
)
_SPARE: Final = frozenset("omit leave_out skip drop leave_blank leave_empty dispense_with".split())
_ON: Final = {
    **dict.fromkeys("enable activate enabled active activated turn_on switch_on on".split(), 1),
    **dict.fromkeys("disable deactivate disabled inactive deactivated turn_off switch_off off".split(), -1),
}
_TO_BE_HAD: Final = frozenset({"possible", "available", "accessible"})
_BY_HAND: Final = frozenset("explicitly manually expressly deliberately".split())
_HAD: Final = frozenset("supported available support include included exist".split())
_GONE: Final = frozenset(
    "remove drop discontinue withdraw retire axe eliminate end cease abolish scrap phase_out do_away_with gone".split()
)
_REFUSES: Final = frozenset("reject refuse deny block discard forbid prohibit".split())
_ADMITS: Final = frozenset("allow permit accept admit".split())
_MOVED: Final = frozenset("raise increase lift hike cut lower reduce change alter slash trim".split())
_KEPT: Final = frozenset("hold keep leave maintain".split())
_STILL: Final = frozenset("unchanged steady stable unaltered flat".split())
_FIRM: Final = frozenset({Modality.NONE, Modality.HABITUAL})
_AHEAD: Final = frozenset({Modality.PLAN, Modality.SCHEDULE})
_USERS: Final = frozenset("you user one anyone".split())


def read(reading: Reading) -> tuple[State, ...]:
    """The states that a sentence tells."""
    return tuple(s for t in reading.sentence for s in _of(reading, t) if s.about)


def _of(reading: Reading, t: Token) -> Iterator[State]:
    lemmas = _lemmas(reading, t)
    if t.pos in {"VERB", "AUX"} or t.tag == "VBN":
        yield from _by_verb(reading, t, lemmas)
    if t.lower == "without":
        yield from _without(reading, t)
    if t.lower in {"after", "with", "until"}:
        yield from _not_before(reading, t)
    if t.pos in {"ADJ", "ADV", "ADP"} and t.dep in {
        "ROOT",
        "acomp",
        "attr",
        "oprd",
        "advmod",
        "prt",
        "conj",
        "prep",
    }:
        yield from _by_adjective(reading, t)
    if t.pos == "NOUN" and t.dep == "attr" and t.lemma in _CONDITION:
        yield from _state(reading, NEEDED, _sign(reading, t.i), _subjects(reading, t.i), t.i)


def _lemmas(reading: Reading, t: Token) -> frozenset[str]:
    """A word's lemma, and those of the phrases it opens: "switch it on"."""
    n = reading.at.get(t.i)
    return frozenset({t.lemma, *(i.lemma for i in reading.nodes[n].idioms)} if n is not None else {t.lemma})


def _sign(reading: Reading, i: int) -> int:
    return reading.contexts[i].polarity


def _put(reading: Reading, i: int) -> Modality:
    """How a state is put: outright, as what will be, on a condition; as a question where it is hedged."""
    context = reading.contexts[i]
    if context.modality is Modality.CONDITIONAL:
        own = any(_unless(reading, t.i) for t in reading.sentence)  # "off unless you switch it on"
        return Modality.NONE if own else Modality.CONDITIONAL
    if context.modality in _AHEAD and context.within >= Strength.ATTRIBUTED:
        return Modality.PLAN
    firm = context.within >= Strength.ATTRIBUTED and context.modality in _FIRM
    return Modality.NONE if firm else Modality.QUESTION


def _by_verb(reading: Reading, t: Token, lemmas: frozenset[str]) -> Iterator[State]:
    context = reading.contexts[t.i]
    patients = _fillers(reading, t.i, {"patient"})
    agents = _fillers(reading, t.i, {"agent"})
    if lemmas & _NEED and patients:
        deps = _deps(reading, t)
        active = t.lemma == "require" and "nsubjpass" not in deps
        person = any(lexicon.is_person_noun(reading.sentence[i].lemma) for i in patients)
        asked = "xcomp" in deps and (active or person)  # "users are required to sign in"
        if not asked:
            yield from _state(reading, NEEDED, _sign(reading, t.i), patients, t.i)
    duty = _duty(context)
    if duty and lemmas & _SUPPLY and patients:
        passive = "nsubjpass" in _deps(reading, t)
        yield from _state(reading, NEEDED, duty, patients, t.i, () if passive else agents, by_modal=True)
    if lemmas & _SPARE and _allowed(context):
        yield from _state(reading, NEEDED, -context.polarity, patients, t.i, by_modal=True)
    yield from _switch(reading, t, lemmas, patients, duty)
    yield from _lasting(reading, t, lemmas, patients, agents)


def _switch(
    reading: Reading, t: Token, lemmas: frozenset[str], patients: tuple[int, ...], duty: int
) -> Iterator[State]:
    """ "Is disabled by default", and "must be enabled": what must be switched on is off as it comes."""
    way = next((_ON[w] for w in sorted(lemmas) if w in _ON), 0)
    if not way or t.tag not in {"VBN", "VBD", "VB"} or not patients:
        return
    if duty > 0:
        yield from _state(reading, ON, -way, patients, t.i, default=True, by_duty=True, by_modal=True)
    elif t.tag == "VBN":
        yield from _state(
            reading, ON, way * _sign(reading, t.i), patients, t.i, default=_as_it_comes(reading)
        )


def _lasting(
    reading: Reading, t: Token, lemmas: frozenset[str], patients: tuple[int, ...], agents: tuple[int, ...]
) -> Iterator[State]:
    """ "Has been removed", "is no longer supported", "left its rate unchanged", "did not raise its rate"."""
    sign = _sign(reading, t.i)
    if lemmas & _GONE and sign > 0:
        ending = [i for i in agents if reading.sentence[i].lemma == "support"]
        things = patients or (tuple(ending) if t.lemma in {"end", "cease"} else ())
        yield from _state(reading, HAD, -1, _supported(reading, things), t.i)
    if t.lemma in {"support", "offer", "include"} and t.tag == "VBN" and patients:
        yield from _had(reading, t, sign, patients)
    if t.lemma == "exist":
        yield from _had(reading, t, sign, agents)
    below = {reading.sentence[c].lemma for _, c in reading.graph.fillers(t.i)}
    below |= {reading.sentence[c].lemma for c in reading.sentence.children[t.i]}
    if t.lemma in _KEPT and patients and (below & _STILL or _figure(reading, t)):
        yield from _state(reading, CHANGED, -sign, patients, t.i, extra=_STILL)
    elif t.lemma in _MOVED and patients:
        yield from _state(reading, CHANGED, sign, patients, t.i)
    elif t.lemma in {"stay", "remain"} and (below & _STILL or _figure(reading, t)):
        yield from _state(reading, CHANGED, -sign, agents, t.i, extra=_STILL)


def _had(reading: Reading, t: Token, sign: int, things: tuple[int, ...]) -> Iterator[State]:
    """What is to be had, as far as the text says that this has changed, or has not: "no longer", "still"."""
    context = reading.contexts[t.i]
    if context.ended or "still" in context.scope or sign > 0:
        yield from _state(reading, HAD, sign, things, t.i)


def _by_adjective(reading: Reading, t: Token) -> Iterator[State]:
    sign, about = _sign(reading, t.i), _subjects(reading, t.i)
    if t.lower in _NEEDED:
        yield from _state(reading, NEEDED, sign * _NEEDED[t.lower], about, t.i)
    elif t.lower in _ON and not {"pobj", "pcomp"} & _deps(reading, t):
        yield from _state(reading, ON, sign * _ON[t.lower], about, t.i, default=_as_it_comes(reading))
    elif t.lower == "available":
        yield from _had(reading, t, sign, about)
    elif t.lower == "gone":
        yield from _state(reading, HAD, -sign, about, t.i)
    elif t.lower in _STILL:
        yield from _state(reading, CHANGED, -sign, about, t.i)


def _without(reading: Reading, t: Token) -> Iterator[State]:
    """ "Cannot run without Java": Java is needed; "runs without Java": not."""
    verb = reading.sentence[t.head]
    about = tuple(c for c in reading.sentence.children[t.i] if reading.sentence[c].dep == "pobj")
    if verb.pos == "NOUN":
        return (yield from _turned_away(reading, verb, t, about))
    below = (reading.sentence[c] for c in reading.sentence.children[verb.i])
    had = next((a for a in (verb, *below) if a.lemma in _TO_BE_HAD and a.dep == "acomp"), None)
    verb, context = had or verb, reading.contexts[verb.i]
    told = verb.pos == "VERB" or had is not None
    if told and context.tense is not Tense.PAST and context.modality in {*_FIRM, Modality.ABILITY}:
        words = {t.i, verb.i} if had or verb.lemma in {"run", "work", "function", "operate"} else {t.i}
        yield from _state(reading, NEEDED, -context.polarity, about, verb.i, None, words=words, by_modal=True)


def _not_before(reading: Reading, t: Token) -> Iterator[State]:
    """ "Takes effect only after a restart", "does not take effect until a restart": a restart is needed."""
    verb = reading.sentence[t.head]
    about = tuple(c for c in reading.sentence.children[t.i] if reading.sentence[c].dep == "pobj")
    context = reading.contexts[verb.i]
    only = t.i > 0 and reading.sentence[t.i - 1].lower == "only" and context.polarity > 0
    not_until = t.lower == "until" and context.polarity < 0
    told = verb.pos == "VERB" and context.tense is Tense.PRESENT and context.modality in _FIRM
    if told and (only or not_until):
        words = {t.i - 1, t.i} if only else {t.i}
        yield from _state(reading, NEEDED, 1, about, verb.i, words=words, whose=None)


def _turned_away(reading: Reading, noun: Token, t: Token, about: tuple[int, ...]) -> Iterator[State]:
    """ "Requests without a key are rejected": a key is needed for them."""
    verb = reading.sentence[noun.head]
    context = reading.contexts[verb.i]
    refused = verb.lemma in _REFUSES and context.polarity > 0
    barred = verb.lemma in _ADMITS and context.polarity < 0
    if noun.dep in {"nsubj", "nsubjpass"} and (refused or barred) and context.modality in _FIRM:
        yield from _state(reading, NEEDED, 1, about, verb.i, (noun.i,), words={t.i}, by_modal=True)


def _state(
    reading: Reading,
    kind: str,
    sign: int,
    about: Iterable[int],
    head: int,
    whose: tuple[int, ...] | None = (),
    *,
    default: bool = False,
    by_duty: bool = False,
    by_modal: bool = False,
    words: set[int] | None = None,
    extra: frozenset[str] = frozenset(),
) -> Iterator[State]:
    if not sign:
        return
    sentence, context = reading.sentence, reading.contexts[head]
    below = set(sentence.subtree(head))
    told = {head, *(words or ())}
    told |= {i for i in below if sentence[i].lemma in extra}
    told |= set(context.cues) | {c for c in sentence.children[head] if sentence[c].dep == "prt"}
    told |= {i for i in below if sentence[i].lower in _BY_HAND and default}
    if default:
        told |= {i for i in below | set(range(len(sentence))) if sentence[i].lower in {"default", "unless"}}
        told |= {j for at in sentence if _unless(reading, at.i) for j in sentence.subtree(at.i)}
        told |= {i for i in below if sentence[i].lemma in _USERS and sentence[sentence[i].head].lower == "by"}
    for_whom = (
        whose
        if whose or whose is None
        else tuple(
            c
            for h in {head, sentence[head].head}
            for r, c in reading.graph.fillers(h)
            if r == "prep_for" and kind == NEEDED and not _parted(reading, head, c)
        )
    )
    limits = {i for i, at in enumerate(sentence) if at.lower in {"only", "except", "unless", "if"}}
    narrowed = bool(limits - told)
    yield State(
        kind,
        sign,
        tuple(about),
        for_whom or (),
        head,
        frozenset(told),
        default,
        narrowed and not default,
        Modality.NONE if by_modal else _put(reading, head),
        by_duty and not any(sentence[i].lower in _BY_HAND for i in below),
    )


def _unless(reading: Reading, i: int) -> bool:
    """A clause that says only that somebody may switch it: "unless you turn it on"."""
    sentence = reading.sentence
    marks = {sentence[c].lower for c in sentence.children[i] if sentence[c].dep == "mark"}
    yours = any(sentence[c].lower == "you" for c in sentence.children[i])
    switched = bool(_lemmas(reading, sentence[i]) & _ON.keys())
    return sentence[i].dep == "advcl" and (
        ("unless" in marks and switched) or ("until" in marks and (yours or switched))
    )


def _as_it_comes(reading: Reading) -> bool:
    words = {t.lower for t in reading.sentence}
    return "default" in words or any(_unless(reading, t.i) for t in reading.sentence)


def _duty(context: Context) -> int:
    """1 for what must be, -1 for what need not be; what must not be is neither."""
    if context.modality is not Modality.OBLIGATION:
        return 0
    if context.polarity > 0:
        return 1 if context.strength >= Strength.LIKELY else 0
    return -1 if context.strength <= Strength.POSSIBLE else 0


def _allowed(context: Context) -> bool:
    """What can, may or must not be done."""
    may = context.modality is Modality.NONE and context.strength is Strength.POSSIBLE
    return may or context.modality is Modality.ABILITY or (context.polarity < 0 and not _duty(context))


def _supported(reading: Reading, things: tuple[int, ...]) -> tuple[int, ...]:
    """What support is for: "support for Python 3.7 was dropped" is told of Python 3.7."""
    found: list[int] = []
    for i in things:
        of = [c for r, c in reading.graph.fillers(i) if r in {"prep_for", "prep_of"}]
        found += of if reading.sentence[i].lemma == "support" else [i]
    return tuple(found)


def _subjects(reading: Reading, i: int) -> tuple[int, ...]:
    """What an adjective, an adverb or a noun after "be" is said of."""
    own = _fillers(reading, i, {"subject", "patient"})
    verb = reading.sentence[reading.sentence[i].head]
    return own or (_fillers(reading, verb.i, {"agent", "subject"}) if verb.lemma == "be" else ())


def _fillers(reading: Reading, i: int, roles: set[str]) -> tuple[int, ...]:
    return tuple(c for r, c in reading.graph.fillers(i) if r in roles)


def _deps(reading: Reading, t: Token) -> set[str]:
    return {reading.sentence[c].dep for c in reading.sentence.children[t.i]}


def _figure(reading: Reading, t: Token) -> bool:
    """ "At 5.25 percent": the figure at which a thing was left."""
    at = {c for r, c in reading.graph.fillers(t.i) if r == "prep_at"}
    nodes = [reading.nodes[n] for i in at if (n := reading.at.get(i)) is not None]
    return any(node.kind == "quantity" for node in nodes)


def _parted(reading: Reading, one: int, other: int) -> bool:
    low, high = sorted((one, other))
    return any(reading.sentence[i].text == ";" for i in range(low, high))
