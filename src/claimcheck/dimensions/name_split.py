"""A run of name words taken apart: what stands before a title, the title, the name itself."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.dimensions.name_given import GIVEN
from claimcheck.dimensions.name_kind import LABELS, build, looks_personal
from claimcheck.dimensions.name_lists import CREDENTIALS, GENERATIONS, PARTICLES, POSSESSIVE_BRANDS
from claimcheck.dimensions.name_titles import (
    BRANCHES,
    HONORIFICS,
    OF_TITLES,
    OFFICES,
    RANKS,
    TITLE_MODIFIERS,
    TITLE_WORDS,
)
from claimcheck.dimensions.name_value import Name
from claimcheck.tokens import Sentence, Token

SUFFIXED = (
    "-led",
    "-backed",
    "-based",
    "-born",
    "-run",
    "-owned",
    "-made",
    "-style",
    "-controlled",
    "-held",
    "-funded",
)
_OFFICE_LIKE = frozenset(OFFICES) | frozenset(RANKS)


def names_of_run(sentence: Sentence, first: int, stop: int, floor: int) -> list[Name]:
    """The names of one run: what stands before a title, and the titled person."""
    tokens = sentence.tokens
    for k in range(stop - 2, first - 2, -1):
        if k < floor or k < 0 or not (tokens[k].lower.strip(".") in TITLE_WORDS or _of_title(tokens, k)):
            continue
        if k + 1 < first or not _titles(sentence, k, stop):
            continue
        opening = _title_start(sentence, k, floor)
        before = [_name(sentence, first, opening, first)] if opening > first else []
        return [n for n in before if n] + [n for n in [_name(sentence, opening, stop, k + 1)] if n]
    whole = _name(sentence, first, _without_office(tokens, first, stop), first)
    return [whole] if whole else []


_BARE_OFFICES = frozenset(
    "president minister secretary governor senator chancellor premier ambassador mayor ceo cfo chairman".split()
)


def _without_office(tokens: tuple[Token, ...], first: int, stop: int) -> int:
    """Where a run ends without the office that closes it: "U.S. President" without a person is the U.S."""
    last = tokens[stop - 1]
    if stop - first < 2 or last.lower not in _BARE_OFFICES or last.ent not in {"", "PERSON"}:
        return stop
    stop -= 1
    while stop - first > 1 and tokens[stop - 1].lower in TITLE_MODIFIERS and tokens[stop - 1].ent == "":
        stop -= 1
    return stop


def _of_title(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether token k ends "Secretary of State" or its like."""
    return k > 1 and tokens[k - 1].lower == "of" and tokens[k].lower in OF_TITLES.get(tokens[k - 2].lower, ())


def _titles(sentence: Sentence, k: int, stop: int) -> bool:
    """Whether token k is a title of the person named by [k + 1:stop)."""
    rest = sentence.tokens[k + 1 : stop]
    while rest and rest[0].text in {".", "-", "–"}:
        rest = rest[1:]
    if (
        not rest
        or not (rest[0].text[0].isupper() or rest[0].lower in PARTICLES)
        or not looks_personal([t.text for t in rest])
    ):
        return False
    if all(t.lower in OFFICES for t in rest) and sentence.tokens[k].lower.strip(".") not in HONORIFICS:
        return False  # "General Manager"
    title, before = sentence.tokens[k], sentence.tokens[max(k - 1, 0)]
    if (
        before.ent == title.ent == "PERSON"
        and not title.ent_first
        and before.lower.strip(".") not in TITLE_WORDS
    ):
        return False  # "Martin Luther King Jr."
    if any(t.ent in {"GPE", "NORP"} for t in rest) and not title.text[0].isupper():
        return False
    if title.lower in {
        "father",
        "mother",
        "sister",
        "brother",
        "son",
        "daughter",
        "wife",
        "husband",
        "major",
        "private",
        "winner",
    }:
        return rest[0].ent in {"PERSON", ""} and rest[-1].pos == "PROPN"
    return not (title.text[0].isupper() and title.ent in {"WORK_OF_ART", "FAC", "EVENT", "LAW", "PRODUCT"})


def _title_start(sentence: Sentence, k: int, floor: int) -> int:
    """Where the title that ends at token k begins: its modifiers stand before it."""
    tokens = sentence.tokens
    k_first = k
    while k_first - 1 >= floor:
        t = tokens[k_first - 1]
        word = t.lower.strip(".")
        known = word in TITLE_MODIFIERS or word in TITLE_WORDS or word in BRANCHES
        plain = (
            t.pos == "NOUN"
            and t.text.islower()
            and t.dep in {"compound", "nmod", "amod"}
            and tokens[k].text.islower()
        )
        phrase = word == "of" and _of_title(tokens, k_first)
        dot = t.text == "." and t.start == tokens[k_first - 2].end if k_first >= 2 else False
        if not (known or plain or phrase or dot) or (
            t.pos in {"VERB", "ADP", "SCONJ", "CCONJ"} and not phrase
        ):
            break
        if t.pos in {"ADV", "DET", "PRON"} or (t.i == 0 and word in {"first", "second"}):
            break
        k_first -= 1
    return k_first


def _name(sentence: Sentence, first: int, stop: int, core: int) -> Name | None:
    """The name of tokens [first:stop), whose title is [first:core); None where no name is left."""
    tokens = sentence.tokens
    possessive = (
        stop < len(tokens) and tokens[stop].tag == "POS" and tokens[stop].start == tokens[stop - 1].end
    )
    while core < stop and tokens[core].text in {".", "-", "–"}:
        core += 1
    while stop > core and tokens[stop - 1].lower in {"of", "the", "and", "&", "-", "–", ","}:
        stop -= 1
    if core >= stop or (first == core and _only_office(tokens[core:stop])):
        return None
    head = _head(tokens, core, stop)
    text = sentence.words(core, _honoured(tokens, core, stop))
    cut = next((s for s in SUFFIXED if text.lower().endswith(s)), "") if stop - core == 1 else ""
    text = text[: -len(cut)] if cut else text
    if possessive and text.lower() in POSSESSIVE_BRANDS:
        text, possessive, stop = text + tokens[stop].text, False, stop + 1
    label = _label(tokens, core, stop, head)
    if label == "PERSON" and first == core and _is_where(sentence, text, head):
        label = "GPE"
    built = build(
        text, sentence.words(first, core) if first < core else "", "NORP" if cut and not label else label
    )
    return replace(
        built, first=first, stop=stop, core=core, head=head, possessive=possessive,
        start=tokens[first].start, end=tokens[stop - 1].end - len(cut),
    )  # fmt: skip


def _honoured(tokens: tuple[Token, ...], core: int, stop: int) -> int:
    """Where a name ends before the letters of honours: "Gunnar Holm CBE" is Gunnar Holm."""
    while stop - core > 2 and tokens[stop - 1].text.isupper() and tokens[stop - 1].lower in CREDENTIALS:
        stop -= 1
    return stop


def _is_where(sentence: Sentence, text: str, head: int) -> bool:
    """Whether a name taken for a person's says where: "in Jurf al-Sakher", and no given name opens it."""
    by = sentence.tokens[sentence.tokens[head].head]
    if by.lower not in {"in", "near", "at"} or text.split()[0].lower() in GIVEN:
        return False
    above = sentence.tokens[by.head]
    return above.pos in {"VERB", "AUX", "NUM"} and above.lemma not in {
        "believe",
        "trust",
        "look",
        "laugh",
        "shout",
        "confide",
    }


def _only_office(tokens: tuple[Token, ...]) -> bool:
    """ "President", "Defense Secretary", "Chief Executive": an office or rank and no name."""
    folded = [t.lower.strip(".") for t in tokens]
    if folded[-1] in GENERATIONS and len(folded) == 1:
        return True
    last = folded[-1]
    return (
        (last in _OFFICE_LIKE or last in TITLE_WORDS)
        and tokens[-1].ent not in {"WORK_OF_ART", "PRODUCT"}
        and all(
            w in TITLE_MODIFIERS or w in TITLE_WORDS or w in BRANCHES or w in {"of", "-", ""} for w in folded
        )
    )


def _head(tokens: tuple[Token, ...], core: int, stop: int) -> int:
    """The token of the slice that hangs outside it; with several, the last before any "of" or suffix."""
    outside = [i for i in range(core, stop) if not core <= tokens[i].head < stop or tokens[i].head == i]
    outside = [i for i in outside if tokens[i].pos not in {"PUNCT", "NUM", "DET", "ADP", "PART"}] or outside
    if not outside:
        return stop - 1
    of = next((i for i in range(core + 1, stop) if tokens[i].lower == "of"), stop)
    before = [i for i in outside if i < of]
    return before[-1] if before else outside[-1]


def _label(tokens: tuple[Token, ...], core: int, stop: int, head: int) -> str:
    """The entity label of a slice: the head's, else the first that names anything."""
    if tokens[head].ent in LABELS:
        return tokens[head].ent
    return next((tokens[i].ent for i in range(core, stop) if tokens[i].ent in LABELS), "")
