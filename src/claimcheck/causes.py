"""Which of two events brought the other about: "X led to Y", "Y because of X", "Y followed X", "X drew Y".

The two events of the statement are found in the evidence by where their words are met, as for the order of events. Told
the same way round, the words that only tie the two are accounted for; told the other way round, it contradicts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.case import Case
from claimcheck.finding import Finding, Relation
from claimcheck.order import turned
from claimcheck.reading import Reading
from claimcheck.tokens import Sentence, Token

# Verbs whose subject brings about what hangs from them as their object or after the preposition given.
CAUSES = {
    **dict.fromkeys(
        "cause prompt trigger spark force provoke spur bring produce draw set fuel ignite necessitate inspire "
        "precipitate induce elicit generate drive push compel".split(),
        ("dobj",),
    ),
    "lead": ("prep_to", "dobj"),
    "result": ("prep_in",),
    "contribute": ("prep_to",),
    "give": ("prep_to",),
}
# Verbs whose subject is brought about by what hangs from them.
EFFECTS = {
    "result": ("prep_from",),
    "stem": ("prep_from",),
    "arise": ("prep_from", "prep_out"),
    "come": ("prep_from",),
    "grow": ("prep_from", "prep_of", "prep_out"),
    "follow": ("dobj",),
}
PRECEDES = frozenset({"precede"})
# Words before a preposition that make the clause above them the effect of what follows.
BECAUSE = frozenset("because due owing thanks".split())
NOUNS = {
    "response": "to",
    "answer": "to",
    "reply": "to",
    "reaction": "to",
    "retaliation": "for",
    "result": "of",
}
NOUNS |= {"consequence": "of", "wake": "of", "aftermath": "of"}
LATER = frozenset({"after", "following"})


@dataclass(frozen=True, slots=True)
class Tie:
    """The event headed by token `cause` before the one headed by `effect`; `cues` only tie the two.

    causal: that it brought it about is said, not just that it came first.
    """

    cause: int
    effect: int
    cues: tuple[int, ...]
    causal: bool


def ties(reading: Reading) -> Iterator[Tie]:
    """The pairs of events that a sentence ties as cause and effect."""
    sentence = reading.sentence
    for token in sentence:
        if token.pos == "VERB":
            yield from _of_verb(reading, token)
        elif token.lower in BECAUSE or token.lower in LATER:
            yield from _of_word(sentence, token)
        elif token.lemma in NOUNS:
            yield from _of_noun(sentence, token)


def _of_verb(reading: Reading, verb: Token) -> Iterator[Tie]:
    fillers = reading.graph.fillers(verb.i)
    sentence = reading.sentence
    subjects = [c for r, c in fillers if r == "agent" and sentence[c].tag not in {"WDT", "WP"}]
    if verb.dep == "advcl" and verb.tag == "VBG":
        subjects = [verb.head]  # "…, prompting strikes": what the clause above says did
    objects = [c for r, c in fillers if r == "patient"]
    causal = verb.lemma not in {"follow", "precede"}
    if verb.lemma in CAUSES:
        below = [c for r, c in fillers if r in CAUSES[verb.lemma]]
        done = [c for c in sentence.children[verb.i] if sentence[c].dep in {"xcomp", "ccomp"}]
        wanted = done or ([] if "dobj" not in CAUSES[verb.lemma] else objects) or below
        for cause in subjects[:1]:
            for effect in (below or wanted)[:1]:
                yield Tie(cause, effect, (verb.i,), causal)
    if verb.lemma in EFFECTS:
        below = objects if "dobj" in EFFECTS[verb.lemma] else []
        below = below or [c for r, c in fillers if r in EFFECTS[verb.lemma]]
        for effect in subjects[:1]:
            for cause in below[:1]:
                yield Tie(cause, effect, (verb.i,), causal)
    if verb.lemma in PRECEDES:
        for cause, effect in zip(subjects[:1], objects[:1], strict=False):
            yield Tie(cause, effect, (verb.i,), causal)


def _of_word(sentence: Sentence, word: Token) -> Iterator[Tie]:
    """ "because of X", "due to X", "after X": the clause above is the effect."""
    causal = word.lower in BECAUSE
    if word.dep == "mark" and (causal or word.lower == "after"):
        clause = sentence[word.head]
        if clause.head != clause.i:
            yield Tie(clause.i, clause.head, (word.i,), causal)
        return
    below = list(sentence.subtree(word.i))
    cause = next((i for i in below if sentence[i].dep in {"pobj", "pcomp"}), None)
    above = sentence[word.head]
    if cause is not None and above.i != word.i and sentence[cause].ent not in {"DATE", "TIME"}:
        yield Tie(cause, _event(sentence, above), (word.i,), causal)


def _of_noun(sentence: Sentence, noun: Token) -> Iterator[Tie]:
    """ "in response to X", "was an answer to X", "as a result of X"."""
    prep = next((c for c in sentence.children[noun.i] if sentence[c].lower == NOUNS[noun.lemma]), None)
    cause = (
        next((c for c in sentence.children[prep] if sentence[c].dep == "pobj"), None)
        if prep is not None
        else None
    )
    if cause is None:
        return
    above = sentence[noun.head]
    if noun.dep == "attr":
        effect = next((c for c in sentence.children[above.i] if sentence[c].dep == "nsubj"), None)
    else:
        effect = _event(sentence, sentence[above.head]) if noun.dep == "pobj" else None
    if effect is not None and effect != noun.i:
        yield Tie(cause, effect, (noun.i,), noun.lemma not in {"wake", "aftermath"})


def _event(sentence: Sentence, token: Token) -> int:
    while token.dep in {"prep", "pobj", "advmod", "npadvmod"} and token.head != token.i:
        token = sentence[token.head]
    return token.i


def compare(case: Case) -> None:
    """Account for what ties the statement's events, or contradict where they are tied the other way about."""
    for mine in ties(case.reading):
        for r in sorted(case.passage.own):
            for theirs in ties(case.passage.readings[r]):
                own, own_turned = _oriented(case.reading.sentence, mine)
                other, other_turned = _oriented(case.passage.readings[r].sentence, theirs)
                swapped = turned(case, own, r, other)
                if swapped is None:
                    continue
                swapped ^= own_turned != other_turned
                if swapped:
                    met = [t for t in (mine.cause, mine.effect) if case.met(case.reading.at.get(t, -1))]
                    _hold(case, (*mine.cues, *met))
                    case.general.append(_swapped(case, mine, r, theirs))
                elif theirs.causal or not mine.causal:
                    _hold(case, mine.cues)
                return


def _oriented(sentence: Sentence, tie: Tie) -> tuple[tuple[int, int], bool]:
    """The two events, the second one hanging lower, and whether that is the effect."""
    if tie.cause in sentence.path_up(tie.effect):
        return (tie.cause, tie.effect), True
    return (tie.effect, tie.cause), False


def _swapped(case: Case, mine: Tie, r: int, theirs: Tie) -> Finding:
    own, other = case.reading.sentence, case.passage.readings[r].sentence
    return Finding(
        "role.swapped",
        Relation.CONTRADICTS,
        f"{own[mine.cause].text}, then {own[mine.effect].text}",
        f"{other[theirs.cause].text}, then {other[theirs.effect].text}",
        "cause and effect have changed places",
    )


def _hold(case: Case, tokens: tuple[int, ...]) -> None:
    """The words that tie two events are accounted for by the tie."""
    for k in dict.fromkeys(case.reading.at[t] for t in tokens if t in case.reading.at):
        node = case.node(k)
        if node.kind == "word" and not case.wrong(k) and k not in case.another:
            case.misplaced.discard(k)
            case.findings[k] = []
            case.add(k, Finding("word.cause", Relation.ENTAILS, case.reading.text(node), "", "", node.words))
