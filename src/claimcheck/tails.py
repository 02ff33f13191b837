"""A speaker named at the end of a sentence, where the parser has missed it.

"…, a Harbour Board official told reporters." is parsed well when it stands alone, and badly when the parser takes the
official for an apposition of whatever came before. So where such a tail is seen and the parse does not have it, the
two parts are parsed apart and joined again: the reporting verb on top, what was said below it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from claimcheck.tokens import Sentence, Token

REPORTING: Final = frozenset(
    "say tell report state add note announce confirm write claim warn explain argue acknowledge insist concede caution "
    "declare reveal disclose predict estimate testify suggest admit".split()
)
LONGEST_TAIL: Final = 14  # tokens
NOMINAL: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "NUM", "PRON", "PUNCT"})
NEVER_FIRST: Final = frozenset({"SCONJ", "CCONJ", "VERB", "AUX", "ADP", "ADV"})
PAST_OR_PRESENT: Final = frozenset(
    {"VBD", "VBZ", "VBP", "VB", "VBN", "NN", "NNS"}
)  # the parser's slips included

Reparse = Callable[[int, int], Sentence | None]
"""Parse text[start:end] as one sentence, its offsets those of the whole text; None where it is not one."""


def mended(sentence: Sentence, reparse: Reparse) -> Sentence:
    """The sentence with its closing attribution on top, or as it is where it has none or has it already."""
    found = _tail(sentence)
    if found is None or _has_it(sentence, *found):
        return sentence
    comma, verb = found
    stop = sentence.tokens[-1] if sentence.tokens[-1].text in {".", "!", "?"} else None
    content = reparse(sentence.start, sentence[comma].start)
    tail = reparse(sentence[comma].end, stop.start if stop else sentence.end)
    if content is None or tail is None or tail[tail.root].start != sentence[verb].start:
        return sentence
    return _joined(content, sentence[comma], tail, stop)


def _tail(sentence: Sentence) -> tuple[int, int] | None:
    """Indexes of the comma before a closing "X said" and of its verb."""
    last = len(sentence) - 1
    for comma in range(last - 1, max(0, last - LONGEST_TAIL), -1):
        if sentence[comma].text != ",":
            continue
        first = sentence[comma + 1]
        if first.pos in NEVER_FIRST or first.tag in {"WDT", "WP", "WRB", "PRP$"}:
            return None
        for at in range(comma + 2, last + 1):
            token = sentence[at]
            if token.lemma in REPORTING and token.tag in PAST_OR_PRESENT and token.text.islower():
                return (comma, at) if any(t.pos in {"VERB", "AUX"} for t in sentence.tokens[:comma]) else None
            if token.pos not in NOMINAL or token.text == ",":
                return None
        return None
    return None


def _has_it(sentence: Sentence, comma: int, verb: int) -> bool:
    below = [sentence[c] for c in sentence.children[verb]]
    speaks = any(c.dep == "nsubj" and comma < c.i < verb for c in below)
    said = any(c.dep in {"ccomp", "advcl", "parataxis"} and c.i < comma for c in below)
    return speaks and (said or sentence[verb].dep in {"parataxis"})


def _joined(content: Sentence, comma: Token, tail: Sentence, stop: Token | None) -> Sentence:
    shift = len(content) + 1
    top = tail.root + shift
    tokens = [replace(t, head=top, dep="ccomp") if t.i == content.root else t for t in content.tokens]
    tokens.append(replace(comma, i=len(content), head=top, dep="punct"))
    tokens += [replace(t, i=t.i + shift, head=t.head + shift) for t in tail.tokens]
    if stop is not None:
        tokens.append(replace(stop, i=len(tokens), head=top, dep="punct"))
    return Sentence(tuple(tokens), tokens[0].start, tokens[-1].end)


def parted(sentence: Sentence) -> Sentence:
    """ "Paging uses cursors; page numbers no longer work": two clauses side by side, not one said by the other."""
    stops = [t for t in sentence if t.text == ";"]
    if not stops:
        return sentence

    def mend(t: Token) -> Token:
        above = sentence[t.head]
        if t.dep != "ccomp" or above.lemma in REPORTING or not t.i < above.i:
            return t
        between = any(t.i < stop.i < above.i and stop.head == above.i for stop in stops)
        return replace(t, dep="conj") if between else t

    return replace(sentence, tokens=tuple(mend(t) for t in sentence))
