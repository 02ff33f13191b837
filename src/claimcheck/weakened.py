"""Things the evidence speaks of only as alleged, possible, feared, lacking, fake or former.

A clause's own polarity and strength are compared at its predicate (see `frame`); here it is the nouns that hang from
it: "found a risk of fire" does not support "found fire", nor "a fake doctor treated" that a doctor did.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Modality, Tense
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.tokens import Sentence

ONCE = frozenset({"once", "formerly", "previously", "earlier"})


def compare(case: Case) -> Iterator[Finding]:
    """One finding for every noun that the evidence weakens and the statement does not."""
    for k in sorted(case.held) if not case.ruled else ():
        node, place = case.node(k), case.met(k)
        affix = _affixed(case, k, place) if place is not None else ""
        if affix:
            here = case.reading.text(node)
            yield Finding(
                "hedge.dropped", Relation.UNDETERMINED, here, affix, "another than that", node.words
            )
            continue
        thin = _thinned(case, node.head, place) if place is not None else ""
        if thin:
            here = case.reading.text(node)
            yield Finding(
                "hedge.dropped", Relation.UNDETERMINED, here, thin, "not wholly, or not always", node.words
            )
            continue
        if (
            node.kind not in {"word", "name"}
            or node.pos != "n"
            or place is None
            or not case.account.weight(k)
        ):
            continue
        theirs = case.passage.readings[place.reading]
        at = case.passage.node(place)
        if at.kind != "word" or at.pos != "n":
            continue
        if _by_same_verb(case, k, theirs, at.head) or _with_its_verb(case, k, place):
            continue
        weaker = _weakened(theirs, at.head) - _weakened(case.reading, node.head)
        if _denied(case.reading, node.head) or _once_so(case, k, theirs, at.head):
            weaker -= {"denied"}
        if weaker:
            rule = "polarity.open" if "denied" in weaker else "hedge.dropped"
            here, there = case.reading.text(node), _phrase(theirs, at.head)
            yield Finding(rule, Relation.UNDETERMINED, here, there, "the evidence weakens it", node.words)


def _once_so(case: Case, k: int, theirs: Reading, token: int) -> bool:
    """ "Used to be a colonel", "once an army colonel": what a former colonel was."""
    if not theirs.contexts[token].ended:
        return False
    reading, at = case.reading, case.node(k).head
    mine = reading.contexts[at], reading.contexts[_clause(reading, at)]
    near = (*reading.sentence.children[at], *reading.sentence.children[_clause(reading, at)])
    below = [c for c in near if reading.sentence[c].lower in ONCE]
    for n in (reading.at[c] for c in below if c in reading.at):
        here = reading.text(case.node(n))
        case.add(n, Finding("polarity.same", Relation.ENTAILS, here, "former", "", case.node(n).words))
    past = reading.sentence[at].dep == "attr" and any(
        c.tense is Tense.PAST or (c.ended and c.polarity > 0) for c in mine
    )
    return bool(below) or past or any(reading.sentence[g].lemma == "use" for c in mine for g in c.governors)


# Not wholly so; and of a state, not always so.
NEARLY = frozenset("virtually practically almost nearly partly partially".split())
AT_TIMES = frozenset(
    "often sometimes occasionally usually mostly mainly generally normally frequently".split()
)


def _thinned(case: Case, token: int, place: Place) -> str:
    """The adverb by which the evidence says a thing of a part of it or of the time, and the statement does not."""
    evidence = case.passage.readings[place.reading].sentence
    theirs = evidence[case.passage.node(place).head]
    if theirs.pos not in {"ADJ", "VERB"}:
        return ""
    state = theirs.pos == "ADJ" or (theirs.tag == "VBN" and case.reading.sentence[token].pos == "ADJ")
    above = (evidence[theirs.head].i,) if state and theirs.dep in {"acomp", "ROOT"} else ()
    words = {evidence[c].lower for i in (theirs.i, *above) for c in evidence.children[i]}
    found = words & (NEARLY | AT_TIMES if state else NEARLY)
    mine = {t.lower for t in case.reading.sentence}
    return min(found) if found and not mine & (NEARLY | AT_TIMES | HEDGED) else ""


HEDGED = frozenset("not never no largely about around close can may might some most".split())


def _denied(reading: Reading, token: int) -> bool:
    """Whether the statement denies as much: "had no certificate", "sabotage did not cause it"."""
    contexts = reading.contexts
    return contexts[token].polarity < 0 or contexts[_clause(reading, token)].polarity < 0


def _by_same_verb(case: Case, k: int, theirs: Reading, token: int) -> bool:
    """Whether what weakens the noun is a verb that the statement has too: "ended its ban", "lifted its ban"."""
    verb = _clause(theirs, token)
    if verb not in (*theirs.contexts[token].cues, *theirs.contexts[token].governors):
        return False
    for n in case.near[k]:
        met = case.met(n) if n in case.held and case.node(n).pos == "v" else None
        if (
            met is not None
            and theirs is case.passage.readings[met.reading]
            and case.passage.node(met).head == verb
        ):
            return True
    return False


def _with_its_verb(case: Case, k: int, place: Place) -> bool:
    """Whether the noun is weakened with the act noun that its verb is met by: "steering failure was possible"."""
    reading = case.passage.readings[place.reading]
    own = reading.contexts[case.passage.node(place).head]
    verbs = (case.met(n) for n in case.near[k] if n in case.held and case.node(n).pos == "v")
    nouns = [
        p for p in verbs if p is not None and p.reading == place.reading and reading.nodes[p.node].pos == "n"
    ]
    return any({*own.cues, *own.governors} <= _marks(reading, p) for p in nouns)


def _marks(reading: Reading, place: Place) -> set[int]:
    context = reading.contexts[reading.nodes[place.node].head]
    return {*context.cues, *context.governors}


def _weakened(reading: Reading, token: int) -> set[str]:
    """What stands between a noun and its clause's plain word on it: "denied", "unsure"."""
    own = reading.contexts[token]
    clause = reading.contexts[_clause(reading, token)]
    local = {*own.cues, *own.governors} - {*clause.cues, *clause.governors}
    if local and all(_leads_on(reading, i) for i in local):
        return set()  # "is likely to resign": the verb's own context has it
    found: set[str] = set()
    below = reading.sentence.children[token]
    if all(reading.sentence[i].pos == "VERB" and i not in below for i in local):
        return found  # "services were suspended": the verb says what becomes of them
    if own.polarity < clause.polarity:
        found.add("denied")
    if own.within < clause.within and clause.polarity > 0 and own.modality is not Modality.OBLIGATION:
        found.add("unsure")
    return found


def _leads_on(reading: Reading, token: int) -> bool:
    """Whether an adjective is said of its subject's doing something, and not of the subject."""
    return any(reading.sentence[c].dep == "xcomp" for c in reading.sentence.children[token])


def _clause(reading: Reading, token: int) -> int:
    """The nearest verb above a noun, or the noun itself."""
    above = (
        i
        for i in reading.sentence.path_up(token)
        if reading.sentence[i].pos in {"VERB", "AUX"} and i != token
    )
    return next(above, token)


def _phrase(reading: Reading, token: int) -> str:
    """The noun with what weakens it."""
    cues = [i for i in reading.contexts[token].cues if i < token] or [token]
    return reading.sentence.words(max(min(cues), token - 6), token + 1)


# Prefixes of nouns that are not what their second part names, or not yet, or no more: Quirk et al., A Comprehensive
# Grammar of the English Language (1985), Appendix I.
PREFIXES = frozenset("ex vice non pseudo quasi would-be wannabe pro deputy under sub".split())
SUFFIXES = frozenset("elect designate free".split())


def _affixed(case: Case, k: int, place: Place) -> str:
    """The word with what is joined to it in the evidence and not in the statement: "ex-captain", "mayor-elect"."""
    sentence = case.passage.readings[place.reading].sentence
    mine = {case.reading.sentence[w].lower: w for w in case.node(k).words}
    for w in case.passage.node(place).words:
        affix = _affix(sentence, w)
        twin = mine.get(sentence[w].lower)
        if affix and twin is not None and _affix(case.reading.sentence, twin) != affix:
            return f"{affix} {sentence[w].text}"
    return ""


def _affix(sentence: Sentence, w: int) -> str:
    """What a hyphen joins to a word: a prefix before it, or one of the words that follow a title."""
    texts = [t.lower for t in sentence.tokens[max(0, w - 4) : w]]
    if texts[-3:] == ["would", "-", "be"] or texts[-4:] == ["would", "-", "be", "-"]:
        return "would-be"
    if texts[-1:] == ["-"] and texts[-2:-1] and texts[-2] in PREFIXES:
        return texts[-2]
    after = [t.lower for t in sentence.tokens[w + 1 : w + 3]]
    return after[1] if after[:1] == ["-"] and after[1:] and after[1] in SUFFIXES else ""
