"""Lemmas that the language model's rules get wrong, put right: irregular forms by a table, the rest by its word list.

The tables are what was found wrong when every form of some 350 verbs, 150 plurals and 90 comparatives was run through
the rules of en_core_web_sm 3.8.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

_VERBS = {
    "resold": "resell", "shorn": "shear", "wed": "wed", "wedded": "wed",
    "having": "have", "getting": "get", "became": "become", "axed": "axe", "axing": "axe", "premiered": "premiere",
    "premiering": "premiere", "bathed": "bathe",
    "bathing": "bathe", "leapt": "leap", "learnt": "learn", "spelt": "spell", "burnt": "burn",
    "knelt": "kneel", "dreamt": "dream", "spilt": "spill", "spoilt": "spoil",
}  # fmt: skip
_PLURALS = {
    "bases": "base", "taxes": "tax", "axes": "axe", "uses": "use", "doses": "dose", "comics": "comic",
    "cookies": "cookie", "bacteria": "bacterium", "passersby": "passerby", "species": "species",
    "series": "series", "means": "means", "headquarters": "headquarters", "barracks": "barracks",
    "crossroads": "crossroads", "proceeds": "proceeds", "ethics": "ethics", "physics": "physics",
    "gallows": "gallows", "news": "news",
}  # fmt: skip
_DEGREES = {
    "better": "good", "best": "good", "worse": "bad", "worst": "bad", "elder": "old", "eldest": "old",
    "further": "further", "deeper": "deep", "furthest": "far", "farther": "far", "farthest": "far", "lesser": "less",
}  # fmt: skip
_AS_THEY_ARE = frozenset("more most less least later latest further".split())
_PREFIXES = tuple("re- re co- over out under mis pre- pre un non- cross- counter".split())

_SHORT = re.compile(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]")  # doubles its last letter before "-ed" and "-ing"

Known = Mapping[str, Container[str]]


def lemma(word: str, given: str, tag: str, known: Known) -> str:
    """The lemma of a lower-case word by its Penn tag, where `given` is the one the rules gave.

    known: for "verb", "noun", "adj" and "adv" the lemmas of the rules' own word list.
    """
    if word.startswith("co-") and tag in ("VBD", "VBN", "VBG", "VBZ"):
        return "co-" + _without_prefix(word.removeprefix("co-"), tag, known)
    if tag in ("VBD", "VBN", "VBG"):
        return _verb(word, given, known)
    if tag == "NNS":
        return _plural(word, given, known)
    if tag in ("JJR", "JJS"):
        return _DEGREES.get(word, given)
    if tag in ("RBR", "RBS") and given == word and word not in _AS_THEY_ARE:
        return _positive(word, known)
    return given


_IRREGULAR = {
    "wrote": "write", "written": "write", "led": "lead", "won": "win", "ran": "run", "taught": "teach",
    "built": "build", "held": "hold", "owned": "own",
}  # fmt: skip


def _without_prefix(word: str, tag: str, known: Known) -> str:
    """The lemma of the verb behind "co-": of the ways to cut its ending, the first that gives a known verb."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    cut = {"VBZ": 1, "VBG": 3}.get(tag, 2)
    stem = word[:-cut]
    ways = (stem, stem + "e", stem[:-1], word)
    return next((way for way in ways if way in known["verb"]), stem)


def _verb(word: str, given: str, known: Known) -> str:
    """ "rebranded" is no form of "rebrande": an unknown verb loses its "e" where the spelling allows none."""
    if word in _VERBS:
        return _VERBS[word]
    if _SHORT.fullmatch(given) and word in (given + "ed", given + "ing") and given + "e" in known["verb"]:
        return given + "e"  # "rated" is no form of "rat", which would be "ratted"
    if not given.endswith("e") or given in known["verb"] or not word.endswith(("ed", "ing")):
        return given
    bare = given[:-1]
    inner = {given[len(p) :] for p in _PREFIXES if given.startswith(p)}
    if any(w in known["verb"] for w in inner):
        return given
    whole = {bare, *(w[:-1] for w in inner)}
    if any(w in known["verb"] or w in known["noun"] for w in whole):
        return bare
    return bare if bare.endswith(_NO_E) else given


_NO_E = tuple(
    "ct ft lt nt pt rt st xt ck sk nk rk lk sh tch nch ss ll ff zz ld nd rd er en am oad eam ain".split()
)


def _plural(word: str, given: str, known: Known) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    if given in known["noun"] or not given:
        return given
    if word in known["noun"]:  # "politics", "herpes", "clothes"
        return word
    return given[:-2] + "y" if given.endswith("ie") and word == given + "s" and len(given) > 5 else given


def _positive(word: str, known: Known) -> str:
    """The positive of a comparative or superlative that the rules left alone because it is tagged as an adverb."""
    if word in ("better", "best"):
        return "well"
    if word in _DEGREES:
        return _DEGREES[word]
    stem = word.removesuffix("est") if word.endswith("est") else word.removesuffix("er")
    if stem == word:
        return word
    whole = stem[:-1] + "y" if stem.endswith("i") else stem
    tries = (whole, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem)
    return next((t for t in tries if t in known["adj"] or t in known["adv"]), word)
