"""What is said of all, none, the first or the largest of a kind, or denied of it, holds for that kind as it was told.

There a word that narrows the kind may not be dropped: of "all schools in Lund" nothing follows for all schools, of "no
serious damage" nothing for damage (van Benthem, "Essays in Logical Semantics", 1986, on restrictors of quantifiers).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck import states
from claimcheck.account import LIGHT_VERBS
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.quantity import Quantity
from claimcheck.dimensions.scope import Kind
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.relate import Meet
from claimcheck.tokens import Sentence, Token

EXHAUSTIVE: Final = frozenset(
    {Kind.ALL, Kind.NONE, Kind.ONLY, Kind.FIRST, Kind.LAST, Kind.MOST, Kind.MOST_OF}
)
EVERY: Final = frozenset({"all", "every", "any", "each", "no", "none", "most", "neither", "average"})
EVERYONE: Final = frozenset(
    "everyone everybody everything anyone anybody anything nobody nothing none".split()
)
NARROWING: Final = frozenset({"amod", "compound", "nmod", "poss", "prep", "relcl", "acl"})
BEFORE: Final = frozenset({"amod", "compound", "nmod"})
# Adjectives that narrow nothing: "net profit" is what "profit" means.
IDLE: Final = frozenset(
    "net own other such same different whole entire total overall actual new current".split()
)
ALMOST: Final = frozenset("almost nearly virtually practically".split())
DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
SO_FOR: Final = frozenset({"for", "on", "under"})
# Prepositions that say which of a kind is meant.
WHICH: Final = frozenset("in on at of from among with without for by under over near who".split())
NOW: Final = frozenset({"VBZ", "VBP"})
LIMITS: Final = frozenset("under over above below aged older younger".split())
LEADS: Final = frozenset("on about over to with for from against".split())
KINDS: Final = frozenset({"NNS", "NN"})


def compare(case: Case) -> Iterator[Finding]:
    """A finding for every word that narrows the evidence's kind and is missing from the statement's."""
    for k in sorted(case.held):
        place = case.met(k)
        if place is None:
            continue
        reading, token = case.passage.readings[place.reading], case.passage.node(place).head
        dropped = None
        if _exhaustive(case, k):
            dropped = None if _counted(reading.sentence, token) else _dropped(case, reading, token)
            dropped = dropped or _nearly(reading, token) or _kind_of(case, k, place)
        elif _denied(case.reading, case.node(k).head) and _denied(reading, token):
            dropped = _under_denial(case, k, place) or _kind_of(case, k, place)
        elif _measured(case, k, reading, token):
            dropped = _dropped(case, reading, token, BEFORE | {"prep"})
        elif _of_a_kind(case, k, reading, token):
            dropped = _dropped(case, reading, token, frozenset({"relcl", "acl"}))
        if dropped is None and _is_state(case, k):
            dropped = _under_condition(case, reading, token)
        dropped = dropped or _limited(case, k, reading, token)
        if dropped is not None:
            yield _open(case.reading.text(case.node(k)), dropped.text, case.node(k).words)
    yield from _of_everyone(case)
    yield from _of_more(case)
    yield from _only_so(case)


def _of_more(case: Case) -> Iterator[Finding]:
    """What holds for anyone under 16 need not hold for anyone under 18, although under 16 is under 18."""
    for k, found in case.findings.items():
        value, inside = case.node(k).value, any(f.rule == "quantity.inside" for f in found)
        if inside and isinstance(value, Quantity) and value.governor is not None:
            above = case.reading.sentence[value.governor]
            if above.lower in EVERYONE or _every(case.reading.sentence, above):
                yield _open(case.reading.text(case.node(k)), found[0].evidence, case.node(k).words)


def _every(sentence: Sentence, noun: Token) -> bool:
    return noun.pos == "NOUN" and any(sentence[c].lower in EVERY for c in sentence.children[noun.i])


def _only_so(case: Case) -> Iterator[Finding]:
    """ "Works only with a key", "opens only on Sundays": without that it is not said at all."""
    if case.reading.contexts[case.reading.sentence.root].polarity < 0:
        return  # "works only on Linux" does say that it does not work elsewhere
    for r in sorted(case.passage.own):
        reading = case.passage.readings[r]
        for only in (t for t in reading.sentence if t.lower == "only" and t.i + 1 < len(reading.sentence)):
            after = reading.sentence[only.i + 1]
            above = reading.sentence[after.head]
            if (
                after.dep != "prep"
                or above.lemma in LIGHT_VERBS
                or not _met(case, reading, frozenset({above.i}))
            ):
                continue
            if not _met(case, reading, frozenset(reading.sentence.subtree(after.i))):
                yield _open(above.text, reading.sentence.words(only.i, after.i + 1), ())


def _open(here: str, there: str, words: tuple[int, ...]) -> Finding:
    return Finding("scope.restricted", Relation.UNDETERMINED, here, there, "told of a narrower kind", words)


def _limited(case: Case, k: int, reading: Reading, token: int) -> Token | None:
    """The limit in "children under six", "orders over 100 euros", where the statement speaks of children or orders."""
    sentence = reading.sentence
    if sentence[token].tag != "NNS" or not _bare(case.reading.sentence, case.node(k).head):
        return None
    after = sentence[token + 1] if token + 1 < len(sentence) else None
    if after is None or after.lower not in LIMITS or after.head not in {token, sentence[token].head}:
        return None
    below = frozenset(sentence.subtree(after.i))
    return after if _figure(reading, after.i) and not _met(case, reading, below) else None


def _of_a_kind(case: Case, k: int, reading: Reading, token: int) -> bool:
    """ "Requests are rejected" of "requests that carry no key are rejected": what holds of a kind at all times."""
    sentence = case.reading.sentence
    mine, theirs = sentence[case.node(k).head], reading.sentence[token]
    if mine.tag != "NNS" or theirs.tag != "NNS" or mine.dep not in {"nsubj", "nsubjpass"}:
        return False
    now = {sentence[i].tag for i in (mine.head, *sentence.children[mine.head])} & {"VBP", "VBZ", "MD"}
    return bool(now) and _bare(sentence, mine.i) and _bare(reading.sentence, token)


def _exhaustive(case: Case, k: int) -> bool:
    """Whether the statement speaks of all, none, the first … of a noun."""
    node = case.node(k)
    if node.pos != "n" or node.kind not in {"word", "name"}:
        return False
    if any(one.head == node.head and one.kind in EXHAUSTIVE for one in case.account.scopes):
        return True
    sentence = case.reading.sentence
    token = sentence[node.head]
    above = sentence[sentence[token.head].head]
    of_all = token.dep == "pobj" and sentence[token.head].lower == "of" and above.lower in EVERY
    return of_all or any(sentence[c].lower in EVERY for c in sentence.children[node.head])


def _dropped(case: Case, reading: Reading, token: int, narrowing: frozenset[str] = NARROWING) -> Token | None:
    """The word that heads what narrows a noun of the evidence, where nothing in the statement is met in it."""
    sentence = reading.sentence
    for c in sentence.children[token]:
        below = sentence[c]
        if below.dep not in narrowing or below.lower in EVERY or below.lemma in IDLE:
            continue
        if below.dep in {"relcl", "acl"} and sentence[sentence.subtree(c)[0] - 1].text == ",":
            continue
        if below.tag in {"JJS", "RBS", "CD", "PRP$", "WP$"} or below.lower in {"first", "last", "only"}:
            continue
        if below.dep == "prep" and (below.lower not in WHICH or _dated(reading, c)):
            continue
        below_it = frozenset(sentence.subtree(c))
        known = any(sentence[i].lower in {"this", "these"} for i in below_it)
        if not known and not _met(
            case, reading, _head_of(sentence, below) if below.dep == "prep" else below_it
        ):
            return below
    return None


def _head_of(sentence: Sentence, prep: Token) -> frozenset[int]:
    """The nouns a preposition leads to; all its words where there is none, or only a figure."""
    nouns = [c for c in sentence.children[prep.i] if sentence[c].pos in {"NOUN", "PROPN"}]
    joined = [c for n in nouns for c in sentence.children[n] if sentence[c].dep in {"conj", "compound"}]
    return frozenset(nouns + joined) or frozenset(sentence.subtree(prep.i))


def _counted(sentence: Sentence, token: int) -> bool:
    """ "The hotel's 90 guests": who is counted is known, and may be spoken of as "the guests"."""
    return any(sentence[c].dep == "nummod" for c in sentence.children[token])


def _met(case: Case, reading: Reading, words: frozenset[int]) -> bool:
    """Whether the statement has anything of a phrase of the evidence."""
    places = [case.places.get(k) or case.met(k) for k in case.held]
    nodes = (at for at in places if at is not None and case.passage.readings[at.reading] is reading)
    return any(words & set(reading.nodes[at.node].words) for at in nodes)


def _nearly(reading: Reading, token: int) -> Token | None:
    """ "Nearly all", "every other"."""
    sentence = reading.sentence
    at = sentence[token]
    of_all = at.dep == "pobj" and sentence[at.head].lower == "of"
    below = sentence.subtree(sentence[at.head].head if of_all else token)
    first = sentence[below[0]]
    if first.lower in ALMOST:
        return first
    other = next((i for i in below[1:] if sentence[i].lower in {"other", "second", "third"}), None)
    return sentence[other] if other is not None and sentence[other - 1].lower == "every" else None


def _kind_of(case: Case, k: int, place: Place) -> Token | None:
    """The evidence's narrower word: of every nurse, not of every employee."""
    narrower = case.pairs[k].related.meet is Meet.NARROWER and case.pairs[k].related.by == "word.narrower"
    return case.passage.readings[place.reading].sentence[case.passage.node(place).head] if narrower else None


def _under_denial(case: Case, k: int, place: Place) -> Token | None:
    """What narrows that which the evidence denies: "its Norwegian suppliers", "wounded seriously", "on the price"."""
    reading, node = case.passage.readings[place.reading], case.node(k)
    sentence, token = reading.sentence, case.passage.node(place).head
    if node.pos == "n" and node.kind == "word":
        definite = any(sentence[c].lower in DEFINITE for c in sentence.children[token])
        definite = (
            definite or _counted(sentence, token) or sentence[token].dep in {"nsubj", "nsubjpass", "attr"}
        )
        return None if definite else _dropped(case, reading, token)
    if node.pos != "v":
        return None
    for c in sentence.children[token]:
        below = sentence[c]
        manner = below.dep == "advmod" and below.lower.endswith("ly")
        about = below.dep == "prep" and below.lower in LEADS and not _dated(reading, c)
        figure = below.dep == "dobj" and _figure(reading, c)
        if (manner or about or figure) and not _met(case, reading, frozenset(sentence.subtree(c))):
            return below
    return None


def _is_state(case: Case, k: int) -> bool:
    """Whether a word says how a thing is: "is safe", "is required", "is off"."""
    head = case.node(k).head
    return case.reading.sentence[head].dep == "acomp" or any(s.head == head for s in _norms(case.reading))


def _norms(reading: Reading) -> list[states.State]:
    return [s for s in states.read(reading) if s.kind in {states.NEEDED, states.ON}]


def _under_condition(case: Case, reading: Reading, token: int) -> Token | None:
    """For whom, on what or when a thing is so: "safe for adults", "free on Sundays", "disabled in test mode"."""
    sentence = reading.sentence
    copula = sentence[sentence[token].head]
    aided = any(sentence[c].tag in NOW and sentence[c].dep == "auxpass" for c in sentence.children[token])
    if copula.tag not in NOW and not aided:
        return None
    norm = any(s.head == token for s in _norms(reading))
    for c in (*sentence.children[token], *sentence.children[copula.i]):
        below = sentence[c]
        limits = below.lower in SO_FOR or (norm and (below.lower == "in" or _by_default(sentence, c)))
        if below.dep == "prep" and limits and not _met(case, reading, frozenset(sentence.subtree(c))):
            return below
    return None


def _by_default(sentence: Sentence, prep: int) -> bool:
    return any(sentence[c].lower == "default" for c in sentence.children[prep])


def _figure(reading: Reading, token: int) -> bool:
    below = reading.sentence.subtree(token)
    return any(i in reading.at and reading.nodes[reading.at[i]].kind == "quantity" for i in below)


def _dated(reading: Reading, prep: int) -> bool:
    below = reading.sentence.subtree(prep)
    return any(i in reading.at and reading.nodes[reading.at[i]].kind == "date" for i in below)


def _denied(reading: Reading, token: int) -> bool:
    """Whether a word stands under a predicate that is denied, or forbids."""
    path = (token, *reading.sentence.path_up(token))
    verb = next((i for i in path if reading.sentence[i].pos in {"VERB", "AUX"}), token)
    return reading.contexts[verb].polarity < 0


def _measured(case: Case, k: int, reading: Reading, token: int) -> bool:
    """Whether a figure is given of a kind as such: "unemployment fell to 9%", "nurses earn 31 euros an hour"."""
    node, sentence = case.node(k), case.reading.sentence
    if (
        node.pos != "n"
        or node.kind != "word"
        or not _bare(sentence, node.head)
        or not _bare(reading.sentence, token)
    ):
        return False
    verbs = {
        link.head for link in case.links if link.child == k and link.role in {"agent", "subject", "patient"}
    }
    figures = {link.child for link in case.links if link.head in verbs} | verbs
    return not _figure(reading, token) and any(
        case.node(f).kind == "quantity" and f in case.held for f in figures
    )


def _bare(sentence: Sentence, token: int) -> bool:
    """Whether a common noun has neither article, possessor nor figure."""
    below = [sentence[c] for c in sentence.children[token]]
    return sentence[token].tag in KINDS and not any(
        t.dep in {"det", "poss", "nummod", "predet"} for t in below
    )


def _of_everyone(case: Case) -> Iterator[Finding]:
    """ "Everyone drowned" where everyone who was on the bridge did; "almost everyone"."""
    sentence = case.reading.sentence
    for token in sentence:
        if token.lower not in EVERYONE or any(
            sentence[c].dep in NARROWING for c in sentence.children[token.i]
        ):
            continue
        for r in sorted(case.passage.own):
            reading = case.passage.readings[r]
            same = next((t for t in reading.sentence if t.lower == token.lower), None)
            dropped = None
            if same is not None:
                dropped = _dropped(case, reading, same.i) or _nearly(reading, same.i)
            if dropped is not None:
                yield _open(token.text, dropped.text, (token.i,))
