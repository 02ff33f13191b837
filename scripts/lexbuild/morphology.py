"""Word forms that WordNet has no pointer for: participles, gerunds, and two spellings of one word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lexbuild.wordnet import Word, WordNet

# Participles that have grown a meaning of their own.
GROWN = frozenset(
    "advanced aged beloved blessed bound complicated concerned conceited dedicated detached determined devoted "
    "drunk drunken engaged exalted experienced felt found fixed gifted ground interested involved learned left lost "
    "marked mean met naked pronounced related rid rugged sacred set shot sophisticated spent sunken talented "
    "troubled used wicked worn united mixed bored tired cast left cut put let hit shut split beaten bent pleased "
    "supposed attached given set past stuck sworn driven outspoken well-read cracked touched loaded".split()
)
PRESENT = (
    "existing growing surviving remaining rising falling declining increasing decreasing burning sinking "
    "shrinking competing participating visiting opposing serving retiring expanding working recurring"
).split()
UNCHANGED = frozenset(
    "bet burst cast cost cut hit hurt let put quit read rid set shed shut split spread thrust".split()
)
VOWELS = "aeiou"
_SPELLINGS = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"our(?=$|s|ed|ing|er|it|ite|able|ful|hood|_)", "or"),
        (r"is(e|ed|ing|er|ation|ational)$", r"iz\1"),
        (r"ys(e|ed|ing|er)$", r"yz\1"),
        (r"tre(?=$|_)", "ter"),
        (r"ogue(?=$|_)", "og"),
        (r"ence(?=$|_)", "ense"),
        (r"amme(?=$|r|_)", "am"),
        (r"ll(?=ed$|ing$|er$|or$|ment$|ful$)", "l"),
        (r"grey", "gray"),
        (r"aluminium", "aluminum"),
        (r"[-_]", ""),
        (r"(?<=[a-z])ae(?=[a-z])|(?<=[a-z])oe(?=[a-z])", "e"),
        (r"judgement", "judgment"),
        (r"plough", "plow"),
        (r"sulph", "sulf"),
    )
)


def same_spelling(a: str, b: str) -> bool:
    """Two spellings of one word: colour / color, organise / organize, e-mail / email."""
    return a != b and a[0] == b[0] and _spelling(a) == _spelling(b)


@cache
def _spelling(word: str) -> str:
    for pattern, new in _SPELLINGS:
        word = pattern.sub(new, word)
    return word


def participles(net: WordNet) -> Iterator[tuple[Word, Word]]:
    """(form, verb): past participles as adjectives, gerunds as nouns; only verbs that are in use."""
    irregular: dict[str, list[str]] = {}
    for form, verb in net.irregular.items():
        irregular.setdefault(verb, []).append(form)
    for lemma, pos in net.senses:
        if pos != "v" or not lemma.isalpha() or not net.tagged[lemma, "v"]:
            continue
        listed = irregular.get(lemma, ())
        participle = _participle([f for f in listed if not f.endswith(("ing", "s"))], lemma)
        if participle not in GROWN and participle != lemma:
            yield (participle, "a"), (lemma, "v")
        gerund = next((f for f in listed if f.endswith("ing")), _gerund(lemma))
        if (gerund, "n") not in net.senses:
            yield (gerund, "n"), (lemma, "v")
        if gerund in PRESENT:
            yield (gerund, "a"), (lemma, "v")


def _participle(irregular: list[str], verb: str) -> str:
    """Of past tense and participle ("gave", "given"; "began", "begun") the participle."""
    if not irregular or verb.endswith(("come", "run")):
        return verb if irregular or verb in UNCHANGED else _past(verb)
    likely = [f for f in irregular if f.endswith(("n", "ne")) or "u" in f]
    return (likely or irregular)[0]


def _doubles(verb: str) -> bool:
    """A stem of one syllable that ends consonant, vowel, consonant doubles its last letter."""
    tail = verb[-3:]
    one_syllable = len(re.findall(r"[aeiouy]+", verb)) == 1
    return (
        one_syllable
        and len(tail) == 3
        and tail[0] not in VOWELS
        and tail[1] in VOWELS
        and tail[2] not in "aeiouwxy"
    )


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ied"
    return verb + (verb[-1] if _doubles(verb) else "") + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if _doubles(verb) else "") + "ing"
