"""One linear pass over a sentence for cues that the parse often attaches in the wrong place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claimcheck.dimensions.context_kinds import Speaker, Stance
from claimcheck.dimensions.context_marks import CALLING, CALLING_AS
from claimcheck.dimensions.context_speaker import beside, heads, hearer
from claimcheck.dimensions.context_words import SIGNATURES, VERBS
from claimcheck.tokens import Sentence

_INSTEAD: Final = {
    "rather": ("than",),
    "instead": ("of",),
    "opposed": ("to",),
    "let": ("alone",),
    "anything": ("but",),
}
_STOP: Final = frozenset({"advcl", "conj", "pobj", "pcomp", "ROOT", "relcl", "acl", "ccomp", "xcomp"})
_OPENING: Final = frozenset({'"', "“", "``"})
_CLOSING: Final = frozenset({'"', "”", "''"})


@dataclass(frozen=True, slots=True)
class Scan:
    """flips: heads denied by "rather than", with the cue's tokens; conditions: verbs after "in case";
    beside: attributions beside a clause, by its predicate; quoted: tokens in quotation marks whose sentence names
    a speaker outside them; misread: verbs below an expectation that the parser took for an adjective; question: the
    sentence asks.
    """

    flips: dict[int, tuple[int, ...]]
    conditions: frozenset[int]
    beside: dict[int, Speaker]
    quoted: dict[int, Speaker]
    misread: dict[int, Speaker]
    question: bool


def scan(sentence: Sentence) -> Scan:
    """Read a sentence once. Cost is linear in its tokens."""
    flips: dict[int, tuple[int, ...]] = {}
    conditions: set[int] = set()
    misread: dict[int, Speaker] = {}
    marks = False
    for token in sentence:
        word = token.lower
        if word in _INSTEAD and token.i + 2 < len(sentence) and sentence[token.i + 1].lower in _INSTEAD[word]:
            flips[_phrase(sentence, token.i + 2)] = (token.i, token.i + 1)
        elif word == "case" and token.i and sentence[token.i - 1].lower == "in":
            conditions.update(_case(sentence, token.i))
        elif token.dep == "amod" and token.tag in ("VBN", "VBD"):
            _misread(sentence, token.i, misread)
        elif token.text in _OPENING or token.text in _CLOSING:
            marks = True
    quoted = _quoted(sentence) if marks else {}
    return Scan(flips, frozenset(conditions), beside(sentence), quoted, misread, _asks(sentence))


def _misread(sentence: Sentence, i: int, misread: dict[int, Speaker]) -> None:
    """ "The bank expected losses would be small": an expectation over a clause, read as "expected losses"."""
    entry = VERBS.get(sentence[i].lemma)
    noun = sentence[sentence[i].head]
    if entry is None or entry.get("that") not in ("foresees", "believes") or i == 0 or noun.dep != "nsubj":
        return
    if sentence[i - 1].pos not in ("NOUN", "PROPN", "PRON"):
        return
    verb = sentence[noun.head]
    if noun.i < verb.i and any(sentence[k].tag == "MD" for k in sentence.children[verb.i]):
        misread[verb.i] = Speaker((i - 1,), Stance.BELIEVES, i)


def _asks(sentence: Sentence) -> bool:
    for token in reversed(sentence.tokens):
        if token.pos != "PUNCT":
            return False
        if "?" in token.text:
            return True
    return False


def _phrase(sentence: Sentence, i: int) -> int:
    """Head of the phrase that starts at a token."""
    first = i
    while sentence[i].dep not in _STOP and sentence[i].head >= first and sentence[i].head != i:
        i = sentence[i].head
    return i


def _case(sentence: Sentence, i: int) -> list[int]:
    at = i + 1
    if at < len(sentence) and sentence[at].lower not in ("of", ","):
        return [_phrase(sentence, at)]
    return []


def _quoted(sentence: Sentence) -> dict[int, Speaker]:
    """Tokens inside quotation marks, given to the reporting verb that stands outside them."""
    inside: list[int] = []
    outside: list[int] = []
    open_ = False
    for token in sentence:
        if token.text in _OPENING and not open_:
            open_ = True
        elif token.text in _CLOSING:
            open_ = False
        else:
            (inside if open_ else outside).append(token.i)
    if not inside:
        return {}
    for i in outside:
        entry = VERBS.get(sentence[i].lemma) if sentence[i].pos == "VERB" else None
        signature = SIGNATURES[entry["that"]] if entry is not None and "that" in entry else None
        stance = signature.affirmed.stance if signature is not None else None
        if stance is None and sentence[i].pos == "VERB" and sentence[i].lemma in CALLING | CALLING_AS:
            stance = Stance.SAID
        if stance is None:
            continue
        who = heads(sentence, i)
        if who and not any(j in inside for j in who):
            speaker = Speaker(who, stance, i, hearer(sentence, i))
            return dict.fromkeys(inside, speaker)
    return {}
