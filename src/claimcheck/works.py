"""Titles made of common words: "Why Women Kill has …", "47 Meters Down grossed …", "the film Thanks for Sharing".

The parser takes the words of such a title one by one: it finds verbs, figures and scope words in it that nobody said.
Where capitals and what stands around them leave no doubt, the words are made one name that hangs from the right place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from claimcheck import lexicon
from claimcheck.dimensions.name_lists import CALENDAR
from claimcheck.dimensions.name_titles import TITLE_WORDS
from claimcheck.tokens import TITLE, Sentence, Token

LONGEST: Final = 9  # tokens
KINDS: Final = frozenset(
    "film movie song single album novel book play series show sitcom game musical documentary miniseries poem ballet "
    "novella memoir opera".split()
)
SMALL: Final = frozenset(
    "a an and at by for from in into my of on or the to with without not no than vs v".split()
)
OPENING: Final = frozenset({'"', "“", "``"})
CLOSING: Final = frozenset({'"', "”", "''"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SINGULAR: Final = frozenset({"is", "was", "has", "does"})
_NAMES: Final = frozenset({"PERSON", "GPE", "NORP", "ORG", "LOC", "FAC"})
_COUNTING: Final = frozenset(
    "the these those some most many few several all both no two three four five six seven eight nine ten".split()
)
_PLURALS: Final = frozenset(
    "men women children people wives lives feet teeth wolves knives thieves boys girls".split()
)
_ASIDE: Final = frozenset(
    "yesterday today tomorrow tonight meanwhile then now later earlier instead however soon also".split()
)
_WITHIN: Final = frozenset({"in", "on", "at", "from", "for", "with"})
_FEW: Final = 2  # capitals that a title must have
_LONG: Final = 3  # letters from which on a word of a title has a capital, unless it is one of the small ones


def joined(sentence: Sentence) -> Sentence:
    """The sentence with every such title as one name."""
    if sum(t.text[0].isupper() or t.text[0].isdigit() for t in sentence) < _FEW or _headline(sentence):
        return sentence
    taken = -1
    for first, stop in list(_titles(sentence)):
        if first > taken:
            sentence = _as_name(sentence, first, stop)
            taken = stop
    return sentence


def _headline(sentence: Sentence) -> bool:
    longer = [t for t in sentence if len(t.text) > _LONG and t.text.isalpha()]
    return len(longer) > 4 and all(t.text[0].isupper() for t in longer)


def _titles(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Slices of tokens that are titles, from left to right."""
    for t in sentence:
        before = sentence[t.i - 1] if t.i else None
        if before is not None and before.text in OPENING:
            stop = _quoted(sentence, t.i)
        elif before is not None and before.lemma in KINDS and before.tag == "NN":
            stop = _named(sentence, t.i)
        elif before is None or before.text == ",":
            stop = _subject(sentence, t.i)
        else:
            continue
        if stop is not None:
            yield t.i, stop


def _run(sentence: Sentence, first: int) -> int:
    """Where the capitals, figures and small words that begin at `first` end; a small word is never the last."""
    stop = at = first
    while at < len(sentence) and at - first < LONGEST:
        token = sentence[at]
        if token.text[0].isupper() or token.text.isdigit():
            stop = at + 1
        elif not (token.lower in SMALL or (token.text in {"-", "'s", "’s"} and at > first)):
            break
        at += 1
    return stop


def _common(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether every capital begins a common word, and there are some."""
    words = [t for t in sentence.tokens[first:stop] if t.text[0].isupper()]
    if len(words) + sentence[first].text.isdigit() < _FEW:
        return False
    return all(_is_common(t) for t in words)


def _is_common(token: Token) -> bool:
    word = token.lower
    if (
        word in SMALL
        or token.pos in {"PRON", "DET", "ADP", "SCONJ", "AUX", "CCONJ", "PART"}
        or token.tag == "WRB"
    ):
        return True
    if word in _PLURALS:
        return True
    return any(
        lexicon.known(form, pos) for form in {word, token.lemma, word.removesuffix("s")} for pos in "nvar"
    )


def _quoted(sentence: Sentence, first: int) -> int | None:
    """A title in quotation marks: every word of any length has a capital."""
    stop = next(
        (i for i in range(first, min(len(sentence), first + LONGEST)) if sentence[i].text in CLOSING), None
    )
    if stop is None or stop - first < _FEW:
        return None
    words = [t for t in sentence.tokens[first:stop] if t.pos != "PUNCT"]
    capitals = all(t.text[0].isupper() or t.text.isdigit() or t.lower in SMALL for t in words)
    ends = words and words[-1].text[0].isupper() and words[0].text[0].isupper()
    return stop if ends and capitals and sum(t.text[0].isupper() for t in words) >= _FEW else None


def _named(sentence: Sentence, first: int) -> int | None:
    """A title after "the film": of common words alone, for what follows another name may be said of it."""
    stop = _run(sentence, first)
    if stop - first < _FEW or not sentence[first].text[0].isupper():
        return None
    if sentence[stop - 2].lower in {"in", "on", "at"} and _somewhere(sentence.tokens[first:stop]):
        stop -= 2  # "the series Homeland on Showtime"
    return stop if _common(sentence, first, stop) else None


def _subject(sentence: Sentence, first: int) -> int | None:
    """A title before its verb, that would be no subject if its words were what they are by themselves."""
    stop = _run(sentence, first)
    if stop - first < _FEW or stop >= len(sentence):
        return None
    verb, opening = sentence[stop], sentence[first]
    if opening.lower != "the" and verb.text.islower() and _defined(sentence, verb):
        return stop if _common(sentence, first, stop) or opening.pos in {"ADP", "SCONJ"} else None
    if not _common(sentence, first, stop) or (opening.pos == "ADP" and _dated(sentence.tokens[first:stop])):
        return None
    if verb.tag not in _FINITE or verb.pos not in {"VERB", "AUX"} or not verb.text.islower():
        return None
    words = sentence.tokens[first:stop]
    if words[0].tag == "PRP$":
        return None  # "Her First String Quartet was played"
    if _people_or_places(words) or words[0].lower in _ASIDE or (_somewhere(words) and not words[0].ent):
        return None
    loose = words[0].tag in {"NN", "NNS", "VBG"} or words[0].lower.endswith("ing")
    if loose and words[1].lower in SMALL:
        return None  # "Filming of Steel Tide", "Sales in Reading"
    one = verb.lower in _SINGULAR or verb.tag == "VBZ"
    small = any(t.lower in SMALL for t in words[1:])
    plural = words[0].tag in {"NNS", "NNPS"} or (words[-1].tag in {"NNS", "NNPS"} and not small)
    counted = words[0].lower in _COUNTING
    if not one and ((plural and (small or counted)) or any(t.lower == "and" for t in words)):
        return None  # "Members of Congress voted", "Two Senators were", "Ford and Chrysler cut"
    if _is_person(words[0].lower) or words[0].lower == "the":
        return None  # "Actor Vin Diesel"; "The Rock", "The Board of Trade"
    return stop if not all(t.pos == "PROPN" for t in words) or _apart(sentence, first, stop) else None


def _dated(words: Sequence[Token]) -> bool:
    """ "In 2018 Rovers won": a year or a month behind the preposition."""
    return any(t.text.isdigit() or t.lower in CALENDAR for t in words[1:3])


def _defined(sentence: Sentence, verb: Token) -> bool:
    """ "Is the fourth studio album", "is a 1938 film": that says that what stands before is a work's title."""
    said = [t for t in sentence if t.i > verb.i and t.dep == "attr" and t.head == verb.i]
    return verb.lemma == "be" and any(t.lemma in KINDS for t in said)


def _people_or_places(words: Sequence[Token]) -> bool:
    """ "The U.S. President", "General Manager": names and offices that are found by themselves."""
    return any(t.ent in {"GPE", "NORP"} or t.lower in TITLE_WORDS for t in words)


def _is_person(word: str) -> bool:
    return lexicon.is_person_noun(word) and not lexicon.known(word, "a")


def _somewhere(words: Sequence[Token]) -> bool:
    """ "Police in Reading": what stands before and after the small word is what it is by itself."""
    last = words[-1]
    plain = words[0].pos in {"NOUN", "PROPN"} and words[-2].lower in _WITHIN
    return plain and last.pos == "PROPN" and last.ent in {"", *_NAMES}


def _apart(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether the parser does not see one noun phrase in the words."""
    return sum(not first <= t.head < stop or t.head == t.i for t in sentence.tokens[first:stop]) > 1


def _as_name(sentence: Sentence, first: int, stop: int) -> Sentence:
    """The tokens of a title below its last one, which takes the place that the title has."""
    inside = range(first, stop)
    last = stop - 1
    head, dep = _place(sentence, first, stop)
    verb = head if dep.startswith("nsubj") else None
    within = [i for i in sentence.path_up(verb) if i in inside] if verb is not None else []

    def mend(t: Token) -> Token:
        if t.i in inside:
            up, role = (head, dep) if t.i == last else (last, "compound")
            return replace(t, head=up, dep=role, pos="PROPN", tag="NNP", ent=TITLE, ent_first=t.i == first)
        if t.i == verb and within:  # it takes the place of the highest of the words that it hung from
            top = sentence[within[-1]]
            return replace(t, head=t.i if top.head == top.i else top.head, dep=top.dep)
        if t.head in inside:
            return replace(t, head=last if verb is None else verb)
        return t

    tokens = tuple(map(mend, sentence))
    return replace(sentence, tokens=tokens) if _is_tree(tokens) else sentence


def _is_tree(tokens: Sequence[Token]) -> bool:
    """Whether every token hangs from the one root."""
    for t in tokens:
        at, steps = t, 0
        while at.head != at.i and steps <= len(tokens):
            at, steps = tokens[at.head], steps + 1
        if steps > len(tokens):
            return False
    return sum(t.head == t.i for t in tokens) == 1


def _place(sentence: Sentence, first: int, stop: int) -> tuple[int, str]:
    """The head of a title and what it is to it: the subject of the verb behind it, or what its words hung from."""
    top = next(
        (t for t in sentence.tokens[first:stop] if not first <= t.head < stop or t.head == t.i),
        sentence[stop - 1],
    )
    after = stop + (stop < len(sentence) and sentence[stop].text in CLOSING)
    if after < len(sentence) and sentence[after].tag in _FINITE and sentence[after].text.islower():
        verb = sentence[after]
        if verb.dep in {"aux", "auxpass"} and not first <= verb.head < stop:
            verb = sentence[verb.head]
        passive = any(t.dep == "auxpass" and t.head == verb.i for t in sentence)
        if not any(t.dep in {"nsubj", "nsubjpass"} and t.head == verb.i and t.i < first for t in sentence):
            return verb.i, "nsubjpass" if passive else "nsubj"
    if top.head == top.i:
        return stop - 1, "ROOT"
    above = sentence[first - 1] if first else None
    if above is not None and above.lemma in KINDS:
        return above.i, "appos"
    return top.head, top.dep
