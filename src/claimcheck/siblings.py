"""Figures side by side: which words of a sentence are said of one of them alone.

In "eight grants to schools and five to libraries" the schools go with the eight and the libraries with the five,
whatever the parser hangs them from: what stands between two figures is parted at the last comma or conjunction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.dimensions.quantity import Quantity
from claimcheck.tokens import CONTENT_POS, Sentence

SEPARATORS = frozenset({",", ";", "—", "–", ":"})
PARTING = frozenset("and or but while whereas against versus than plus".split())
PRONOUNS = frozenset({"it", "he", "she", "they", "we"})
OUT_OF = frozenset({"them", "whom", "which", "these", "those"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CONTRAST = frozenset({"against", "versus"})
SHARES = frozenset(
    "half third quarter fifth tenth thirds quarters fifths % percent most majority all".split()
)
STOPS = SEPARATORS | PARTING | {"(", ")", "-lrb-", "-rrb-"}
APART = frozenset({"ordinal", "version"})  # figures that name things
PAIR = 2  # a whole and its part
MOST = 6  # more figures than this are a table, not a list


@dataclass(frozen=True, slots=True)
class Region:
    """words: tokens said of this figure alone; rivals: those said of one of its siblings alone; beside: the nodes
    of the siblings; near: the rivals that stand in the same clause."""

    words: frozenset[int]
    rivals: frozenset[int]
    beside: tuple[int, ...]
    near: frozenset[int] = frozenset()


def regions(sentence: Sentence, figures: Sequence[tuple[int, Quantity]]) -> dict[int, Region]:
    """For every figure (node index and value) that has siblings of its own dimension, its region."""
    groups: dict[str, list[tuple[int, Quantity]]] = {}
    for k, quantity in figures:
        if (
            quantity.dimension not in APART
            and quantity.interval is not None
            and not counted_out(sentence, quantity)
        ):
            part = quantity.dimension == "share" and quantity.partitive and quantity.form == "fraction"
            groups.setdefault("count" if part else quantity.dimension, []).append((k, quantity))
    found: dict[int, Region] = {}
    for group in groups.values():
        if 1 < len(group) <= MOST:
            found.update(_shared_out(sentence, group))
    return found


def counted_out(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether it is what others are counted out of: "(Six) of the nine judges", "Of the 640 members, …"."""
    at = quantity.start - 1
    if at > 0 and sentence[at].tag == "POS":
        at -= 2  # "of the orchestra's 84 musicians"
    while at > 0 and sentence[at].pos in {"DET", "PRON"}:
        at -= 1
    return at >= 0 and sentence[at].lower == "of" and (at == 0 or _counts(sentence, at - 1))


def _counts(sentence: Sentence, at: int) -> bool:
    if sentence[at].lower in SHARES:
        return True
    return sentence[at].tag == "CD" or sentence[at].text == "," or sentence[at].pos in {"NUM", "PUNCT"}


def _shared_out(sentence: Sentence, group: list[tuple[int, Quantity]]) -> dict[int, Region]:
    values = [quantity for _, quantity in group]
    runs = _runs(sentence, values)
    words, near = _by_clause(sentence, values, runs) if len(runs) > 1 else ([], [])
    if len(runs) == 1:
        words = [set(part) for part in _pieces(sentence, values)]
        if not any(words):
            words = [set(part) for part in _listed(sentence, values)]
        near = [set().union(*(part for m, part in enumerate(words) if m != n)) for n in range(len(words))]
    words = [part | _of_its_noun(sentence, values, n) for n, part in enumerate(words)]
    alike = [q for q in values if sum(other.head == q.head for other in values) > 1]
    shared = {i for q in alike for i in (q.head, *_noun(q))}
    found = {}
    for n, (k, _) in enumerate(group):
        rest = frozenset(w for m, part in enumerate(words) if m != n for w in part)
        beside = tuple(other for other, _ in group if other != k)
        own = frozenset(words[n]) - rest - shared
        if (
            n and len(runs) == 1 and len(values) == PAIR and _of_them(sentence, values[n])
        ):  # what is said of the whole is said of its part as well
            found[k] = Region(own, frozenset(), beside)
            continue
        found[k] = Region(own, rest - words[n] - shared, beside, frozenset(near[n]) - own - shared)
    return found


def _of_its_noun(sentence: Sentence, values: list[Quantity], n: int) -> set[int]:
    """What stands before a figure in its own noun phrase: "a worldwide total of 64 million", "a domestic gross of"."""
    value = values[n]
    first = values[n - 1].stop if n else 0
    tops = set(value.words)
    if value.governor is not None and first <= value.governor < value.start:
        tops |= {value.governor} if sentence[value.governor].pos == "NOUN" else set()
    found = {c for top in tops for c in sentence.children[top] if first <= c < value.start}
    found = {c for c in found if sentence[c].dep in {"amod", "compound", "nmod"}}
    return found - {i for other in values for i in other.words}


def _runs(sentence: Sentence, values: list[Quantity]) -> list[list[int]]:
    """The figures (by their number) clause by clause."""
    runs, last = [[0]], clause_of(sentence, values[0])
    for n in range(1, len(values)):
        clause = clause_of(sentence, values[n])
        if clause == last:
            runs[-1].append(n)
        else:
            runs.append([n])
        last = clause
    return runs


def clause_of(sentence: Sentence, value: Quantity) -> int:
    """The verb of a figure's clause."""
    start = value.start if value.governor is None else value.governor
    path = (start, *sentence.path_up(start))
    verbs = (i for i in path if sentence[i].pos in {"VERB", "AUX"} and sentence[i].lemma != "compare")
    return next(verbs, sentence.root)


def _by_clause(
    sentence: Sentence, values: list[Quantity], runs: list[list[int]]
) -> tuple[list[set[int]], list[set[int]]]:
    """The words of each figure where they stand in several clauses: its own clause, or its piece of it."""
    words: list[set[int]] = [set() for _ in values]
    near: list[set[int]] = [set() for _ in values]
    first = 0
    for run, after in zip(runs, [*runs[1:], None], strict=True):
        stop = len(sentence) if after is None else _border(sentence, values[run[-1]], values[after[0]])
        span = range(first, stop)
        inside = [values[n] for n in run]
        if len(run) == 1:
            words[run[0]] = set(_said(sentence, span, inside[0], values, after))
        else:
            parts = [set(part) & set(span) for part in _pieces(sentence, inside)]
            for n, part in zip(run, parts, strict=True):
                words[n] = part
                near[n] = set().union(*(other for other in parts if other is not part))
        first = stop
    return words, near


def _border(sentence: Sentence, one: Quantity, two: Quantity) -> int:
    """Where the next figure's clause begins."""
    cut = _parting(sentence, one, two)
    if cut is not None:
        return cut
    below = [i for i in sentence.subtree(clause_of(sentence, two)) if one.stop <= i <= two.start]
    return below[0] if below else two.start


def _said(
    sentence: Sentence, span: range, value: Quantity, values: list[Quantity], after: list[int] | None
) -> list[int]:
    """The words of a clause with one figure, but not a subject that the next clause shares."""
    verb = clause_of(sentence, value)
    found = [i for i in span if i not in value.words]
    if after is None or verb > value.start:
        return found
    if _shares_subject(sentence, range(span.stop, values[after[0]].start)):
        shared = {
            i for c in sentence.children[verb] if sentence[c].dep in SUBJECTS for i in sentence.subtree(c)
        }
        found = [i for i in found if i not in shared]
    if sentence[clause_of(sentence, values[after[0]])].lemma == sentence[verb].lemma:
        found = [i for i in found if i != verb]  # said of both
    return found


def _pieces(sentence: Sentence, values: list[Quantity]) -> list[list[int]]:
    """What stands after each figure up to the parting, or, where the labels come first, before it."""
    nouns = [(*_noun(q), *_extent(sentence, q)) for q in values]
    above = set.intersection(*({q.start, *sentence.path_up(q.start)} for q in values))
    above.difference_update(i for noun in nouns for i in noun)
    after: list[list[int]] = []
    before: list[list[int]] = [[]]
    for one, two in pairwise(values):
        cut = _parting(sentence, one, two)
        gap = [i for i in range(one.stop, two.start) if i not in two.words and i not in above]
        extent = _extent(sentence, one)
        after.append([i for i in gap if cut is not None and i < cut and i not in extent])
        before.append([i for i in gap if cut is not None and i > cut])
    tails = any(_content(sentence, part, noun) for part, noun in zip(after, nouns, strict=False))
    against = any(_contrasts(sentence, two.start - 1) for two in values[1:])
    last = values[-1]
    tails = tails or against or _of_them(sentence, last)
    tails = tails or any(value.role in {"start", "end"} for value in values)
    after.append(_tail(sentence, last, above) if tails else list(nouns[-1]))
    if against:
        apart = last.stop < len(sentence) and sentence[last.stop].lower in {"for", "by", "of"}
        before = [_subject(sentence, values[0]) if apart else [], *([] for _ in values[1:])]
    elif any(_content(sentence, part, ()) for part in before) and not tails:
        before[0] = _lead(sentence, values[0], above)
        if any(_shares_subject(sentence, part) for part in before[1:]):
            verbs = [i for i in before[0] if sentence[i].pos == "VERB"]
            before[0] = [i for i in before[0] if verbs and i >= verbs[0]]
    else:
        before = [[] for _ in values]
    return [[*a, *b] for a, b in zip(after, before, strict=True)]


def _of_them(sentence: Sentence, value: Quantity) -> bool:
    """Whether a figure is counted out of what was named before: "17 of them for the first time", "including 17"."""
    if value.start and sentence[value.start - 1].lower == "including":
        return True
    behind = [t.lower for t in sentence.tokens[value.stop : value.stop + 2]]
    return behind[:1] == ["of"] and behind[1:] != [] and behind[1] in OUT_OF


def _shares_subject(sentence: Sentence, part: Sequence[int]) -> bool:
    """Whether a piece has a verb and no subject of its own ("and closed two airports")."""
    verbs = any(sentence[i].pos == "VERB" for i in part)
    subjects = [sentence[i] for i in part if sentence[i].dep in {"nsubj", "nsubjpass"}]
    return verbs and all(token.lower in PRONOUNS for token in subjects)


def _noun(quantity: Quantity) -> tuple[int, ...]:
    """The tokens of the noun a figure stands before, with what comes between."""
    if quantity.head is None or quantity.head < quantity.stop:
        return ()
    return tuple(range(quantity.stop, quantity.head + 1))


def _extent(sentence: Sentence, quantity: Quantity) -> tuple[int, ...]:
    """The "high" of "120 meters high", which may be said of all the figures."""
    at = quantity.governor
    return (at,) if at is not None and at == quantity.stop and sentence[at].pos == "ADJ" else ()


def _content(sentence: Sentence, part: Sequence[int], noun: Sequence[int]) -> bool:
    return any(sentence[i].pos in CONTENT_POS and i not in noun for i in part)


def _parting(sentence: Sentence, one: Quantity, two: Quantity) -> int | None:
    """The token that parts what is said of one figure from what is said of the next."""
    ends = {("start", "end"): "to"}.get((one.role, two.role), "from" if two.role == "start" else None)
    for i in range(two.start - 1, one.stop - 1, -1):
        token = sentence[i]
        if token.lower in SEPARATORS or token.lower == ends or _contrasts(sentence, i):
            return i
        if token.lower in PARTING and not _inner(sentence, i, one, two):
            return i
    return None


def _contrasts(sentence: Sentence, at: int) -> bool:
    """ "against", "compared with": what follows is said of the next figure."""
    word = sentence[at].lower
    return word in CONTRAST or (at > 0 and word in {"with", "to"} and sentence[at - 1].lower == "compared")


def _inner(sentence: Sentence, at: int, one: Quantity, two: Quantity) -> bool:
    """Whether an "and" joins two words that both stand between the figures ("laboratory and medical supplies 14")."""
    head = sentence[at].head
    joined = [t.i for t in sentence if t.dep == "conj" and t.head == head and t.i > at]
    alike = bool(joined) and (sentence[joined[0]].pos == "PROPN") == (sentence[head].pos == "PROPN")
    return one.stop <= head < at and alike and joined[0] < two.start and two.start not in joined


def _tail(sentence: Sentence, last: Quantity, above: set[int]) -> list[int]:
    """What follows the last figure, up to the next mark, conjunction or word that governs all of them."""
    found = []
    for i in range(last.stop, len(sentence)):
        token = sentence[i]
        if i in above or token.dep == "mark" or token.tag in {"WRB", "WDT", "WP"}:
            break
        if token.lower in STOPS and i > max(last.stop, last.head or 0):
            break
        found.append(i)
    return found


def _lead(sentence: Sentence, first: Quantity, above: set[int]) -> list[int]:
    """What stands before the first figure, back to the mark before it."""
    found = []
    for i in range(first.start - 1, -1, -1):
        if sentence[i].lower in {";", ":"} or (sentence[i].text == "," and _verb_between(sentence, i, first)):
            break
        if i not in above:
            found.append(i)
    return found


def _subject(sentence: Sentence, value: Quantity) -> list[int]:
    """The subject of a figure's clause."""
    verb = clause_of(sentence, value)
    found = [c for c in sentence.children[verb] if sentence[c].dep in {"nsubj", "nsubjpass"}]
    return [i for c in found for i in sentence.subtree(c) if i < value.start]


def _verb_between(sentence: Sentence, at: int, first: Quantity) -> bool:
    """Whether a clause of its own stands between a comma and the figure."""
    return any(sentence[i].dep in {"nsubj", "nsubjpass"} for i in range(at + 1, first.start))


def _listed(sentence: Sentence, values: list[Quantity]) -> list[tuple[int, ...]]:
    """ "Coffee and tea rose 4% and 7%": as many names in a list as figures, in the same order."""
    for token in sentence:
        if token.dep == "conj" or token.i > values[0].start or token.pos not in {"NOUN", "PROPN", "ADJ"}:
            continue
        chain = _chain(sentence, token.i)
        if len(chain) == len(values) and chain[-1] < values[0].start:
            return [_own(sentence, i, chain) for i in chain]
    return [() for _ in values]


def _chain(sentence: Sentence, first: int) -> list[int]:
    found, at = [first], first
    while True:
        after = [c for c in sentence.children[at] if sentence[c].dep == "conj" and c > at]
        if not after:
            return found
        found += after[:-1]
        at = after[-1]
        found.append(at)


def _own(sentence: Sentence, item: int, chain: Sequence[int]) -> tuple[int, ...]:
    """An item of a list with the words before it that modify it alone."""
    below = [c for c in sentence.children[item] if sentence[c].dep in {"amod", "compound", "nmod"}]
    return tuple(sorted({item, *(c for c in below if c not in chain)}))
