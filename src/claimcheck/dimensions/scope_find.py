"""Where scope words stand, and which token each speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.dimensions import scope_phrase as phrase
from claimcheck.dimensions.scope_kind import Kind, Scope
from claimcheck.tokens import TITLE, Sentence, Token

_WORDS: Final[dict[str, Kind]] = {
    **dict.fromkeys(("all", "every", "each", "both", "everyone", "everybody", "everything"), Kind.ALL),
    **dict.fromkeys(("entire", "whole", "everywhere"), Kind.ALL),
    **dict.fromkeys(
        ("some", "several", "part", "certain", "various", "somebody", "someone", "few"), Kind.SOME
    ),
    **dict.fromkeys(("majority",), Kind.MOST_OF),
    **dict.fromkeys(("none", "neither", "nobody", "nothing", "no"), Kind.NONE),
    **dict.fromkeys(("only", "sole", "solely", "alone", "exclusively", "lone"), Kind.ONLY),
    **dict.fromkeys(("first", "earliest", "maiden", "inaugural"), Kind.FIRST),
    **dict.fromkeys(("last", "latest", "final"), Kind.LAST),
    "never": Kind.NEVER,
    **dict.fromkeys(("always", "invariably", "constantly"), Kind.ALWAYS),
    **dict.fromkeys(("sometimes", "occasionally", "often", "usually", "frequently"), Kind.SOMETIMES),
    **dict.fromkeys(("still",), Kind.STILL),
    **dict.fromkeys(("again", "anew"), Kind.AGAIN),
    **dict.fromkeys(("also", "too"), Kind.ALSO),
    **dict.fromkeys(("another",), Kind.ANOTHER),
}
_PRONOUNS: Final = frozenset(
    "everyone everybody everything nobody nothing somebody someone none neither everywhere".split()
)
_COLLECTIVE: Final = frozenset(
    {"part", "majority", "some", "all", "each", "both", "none", "neither", "several", "few"}
)
_DETERMINERS: Final = frozenset(
    {"the", "these", "those", "its", "their", "his", "her", "our", "them", "us", "whom"}
)
_TIMES: Final = frozenset(
    "day week month year night time quarter season spring summer autumn fall winter weekend century decade monday "
    "tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december hour minute half".split()
)
_HEADS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def find(sentence: Sentence) -> tuple[Scope, ...]:
    """The scope words of a sentence, each bound to its head, in order of the text."""
    found: list[Scope] = []
    for token in sentence:
        found.extend(_of(sentence, token))
        found.extend(phrase.find(sentence, token))
    graded = {cue for scope in found if scope.kind in (Kind.MOST, Kind.ONLY) for cue in scope.cues}
    bare = (Kind.NONE, Kind.NEVER)  # "no deadlier fire": the "no" is part of a grade
    return tuple(x for x in found if x.kind not in bare or not graded.intersection(x.cues))


def _of(sentence: Sentence, token: Token) -> Iterator[Scope]:
    word = token.lower
    if token.ent == TITLE:
        return
    if token.tag in ("JJS", "RBS"):
        yield from _superlative(sentence, token)
        return
    if token.pos == "NUM":
        yield from _counted(sentence, token)
        return
    if word == "longer" and token.i and sentence[token.i - 1].lower == "no":
        yield Scope(Kind.ENDED, token.head, "no longer", (token.i - 1, token.i))
        return
    if word == "anymore":
        yield Scope(Kind.ENDED, token.head, word, (token.i,))
        return
    kind = _WORDS.get(word)
    if kind is None:
        return
    if kind in (Kind.ONLY, Kind.LAST, Kind.FIRST) and (token.pos == "PROPN" or _match(sentence, token)):
        return  # Ramiro Sole; "lost in the final"
    if _idle(sentence, token, kind):
        return
    cues: tuple[int, ...] = (token.i,)
    if kind in (Kind.ALL, Kind.ALWAYS) and (denied := phrase.denied(sentence, token)) is not None:
        kind, cues = Kind.NOT_ALL, (denied, token.i)
        word = "not " + word
    yield Scope(kind, _bound(sentence, token), word, cues)


def _match(sentence: Sentence, token: Token) -> bool:
    """ "The final" that is played."""
    named = token.lower == "final" and token.dep in ("pobj", "dobj", "nsubj", "nsubjpass", "conj")
    return named and not any(sentence[k].dep == "prep" for k in sentence.children[token.i])


def _idle(sentence: Sentence, token: Token, kind: Kind) -> bool:
    """Whether a word that looks like a scope word is none here."""
    word = token.lower
    before = sentence[token.i - 1].lower if token.i else ""
    after = sentence[token.i + 1].lower if token.i + 1 < len(sentence) else ""
    if kind is Kind.ALL:
        bare = token.dep not in ("det", "predet") and after != "of"
        return word == "all" and before in ("at", "after", "above", "in") and bare
    if word in ("some", "few", "no"):  # "some 40 people", "a few", "no longer", "no more than"
        if word == "no":
            return after in ("longer", "more", "less", "fewer", "later", ".", "doubt", "matter")
        return after[:1].isdigit() or (word == "few" and before == "a") or token.dep == "advmod"
    if word == "part":
        return after != "of"
    if kind is Kind.ONLY:
        return before == "not" or after == "if" or (word == "alone" and before in ("let", "leave"))
    if kind in (Kind.FIRST, Kind.LAST):
        return _of_time(sentence, token, kind) or before == "at"
    return word == "too" and after.isalpha()  # "too late"


def _of_time(sentence: Sentence, token: Token, kind: Kind) -> bool:
    """ "last week" and "the first quarter" are dates; so is a bare adverb "first"."""
    head = sentence[token.head]
    if head.lemma in _TIMES and token.dep in ("amod", "compound", "nummod"):
        # "for the first time" does say that nothing came before; "the first time" of many days does not
        return not (head.lemma == "time" and kind is Kind.FIRST)
    return False


def _bound(sentence: Sentence, token: Token) -> int:
    """The token a scope word speaks of: "all of the crew" and "all crew" speak of the crew."""
    word = token.lower
    if token.dep == "det" and (whole := phrase.each_of(sentence, token)) is not None:
        return whole  # "every one of the schools"
    if word in _COLLECTIVE or token.dep in ("nsubj", "nsubjpass", "dobj", "pobj"):
        for k in sentence.children[token.i]:
            if sentence[k].dep == "prep" and sentence[k].lower in ("of", "among"):
                for j in sentence.children[k]:
                    if sentence[j].dep == "pobj":
                        return j
    if word in _PRONOUNS:
        return token.i
    if word == "only" and token.i + 1 < len(sentence):
        return _only(sentence, token)
    if word == "alone" and token.i and sentence[token.i - 1].pos in _HEADS:
        return token.i - 1
    head = sentence[token.head]
    return head.head if head.pos == "NUM" and head.dep == "nummod" else token.head  # "all 41 sailors"


def _only(sentence: Sentence, token: Token) -> int:
    """ "only" speaks of the phrase that follows it when it stands before one, else of its head."""
    head = sentence[token.head]
    if head.pos in _HEADS or head.pos == "ADP":
        return token.head
    nearest = sentence[token.i + 1]
    if nearest.pos in ("ADP", "NUM", "DET", "PROPN", "SCONJ"):
        at = nearest
        while at.pos not in _HEADS and at.pos not in ("ADP", "VERB", "SCONJ") and at.head != at.i:
            at = sentence[at.head]
        return at.i
    return token.head


def _counted(sentence: Sentence, token: Token) -> Iterator[Scope]:
    """ "17 of the 41", "two of its plants": a part of a definite whole; "one of the largest" is a superlative's."""
    i = token.i
    if i and sentence[i - 1].lower in ("every", "each", "no", "any"):
        return
    if i + 2 >= len(sentence) or sentence[i + 1].lower != "of":
        return
    if sentence[i + 2].lower not in _DETERMINERS and sentence[i + 2].pos != "NUM":
        return
    whole = next((sentence[k] for k in sentence.children[i + 1] if sentence[k].dep == "pobj"), None)
    if whole is None or _ranked(sentence, whole.i):
        return
    if sentence[i + 2].pos == "NUM" and sentence[i + 2].lower == token.lower:
        return
    yield Scope(Kind.PART, whole.i, f"{token.text} of", (i, i + 1))


def _ranked(sentence: Sentence, i: int) -> bool:
    """Whether a nominal has a superlative among its modifiers ("the largest", "the most successful")."""
    below = sentence.children[i]
    return any(
        t.tag in ("JJS", "RBS")
        for k in below
        for t in (sentence[k], *(sentence[j] for j in sentence.children[k]))
    )


def _superlative(sentence: Sentence, token: Token) -> Iterator[Scope]:
    word, head = token.lower, sentence[token.head]
    if word in ("most", "least") and token.dep == "advmod" and head.pos in ("ADJ", "ADV"):
        yield _graded(sentence, head, head.lemma, (token.i,), word)
        for k in sentence.children[head.i]:  # "the most diverse and populous district"
            if head.pos == "ADJ" and sentence[k].dep == "conj" and _shares(sentence, k):
                yield _graded(sentence, sentence[k], sentence[k].lemma, (token.i,), word, head)
        return
    if word == "most":
        if _at_most(sentence, token):
            return
        yield Scope(Kind.MOST_OF, _bound_most(sentence, token), word, (token.i,))
        return
    kind = _WORDS.get(word)
    if kind is not None:
        if not _of_time(sentence, token, kind) and not (token.i and sentence[token.i - 1].lower == "at"):
            yield Scope(kind, _modified(token), word, (token.i,))
        return
    if token.i and sentence[token.i - 1].lower == "at":  # "at least", "at best"
        return
    yield _graded(sentence, token, token.lemma, (token.i,), word)


def _shares(sentence: Sentence, adjective: int) -> bool:
    """Whether an adjective after another has no grade of its own, so that it shares the other's."""
    own = any(sentence[k].dep in ("advmod", "neg") for k in sentence.children[adjective])
    return sentence[adjective].tag == "JJ" and not own


def _at_most(sentence: Sentence, token: Token) -> bool:
    return (
        token.i > 0
        and sentence[token.i - 1].lower in ("at", "the")
        and token.dep in ("advmod", "pobj", "pcomp")
    )


def _bound_most(sentence: Sentence, token: Token) -> int:
    for k in sentence.children[token.i]:
        if sentence[k].lower == "of":
            return next((j for j in sentence.children[k] if sentence[j].dep == "pobj"), token.i)
    return token.head if token.dep in ("amod", "det", "nummod", "advmod") else token.i


def _modified(token: Token) -> int:
    return token.head if token.dep in ("amod", "compound", "nmod", "nummod") else token.i


def _graded(
    sentence: Sentence, graded: Token, what: str, cues: tuple[int, ...], word: str, first: Token | None = None
) -> Scope:
    """A superlative; `first` is the adjective that has the grade it shares."""
    head = _modified(first or graded)
    while sentence[head].pos in ("ADJ", "ADV", "VERB") and sentence[head].dep in ("amod", "advmod"):
        head = sentence[head].head  # "the most heavily tested version"
        if sentence[head].dep in ("amod", "advmod"):
            what += " " + sentence[head].lemma
    surface = word if graded.i in cues else f"{word} {graded.lower}"
    before = cues[0] - 1
    if before > 0 and sentence[before].lower == "-":
        before -= 1
    rank = _ORDINALS.get(sentence[before].lower, 1) if before >= 0 else 1
    if rank > 1:
        surface, cues = f"{sentence[before].lower} {surface}", (before, *cues)
    one_of = _one_of(sentence, head)
    return Scope(Kind.AMONG_MOST if one_of else Kind.MOST, head, surface, (*cues, *one_of), what, rank)


_ORDINALS: Final = {
    word: rank
    for rank, words in enumerate(
        (
            "second 2nd",
            "third 3rd",
            "fourth 4th",
            "fifth 5th",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
        ),
        2,
    )
    for word in words.split()
}


def _one_of(sentence: Sentence, head: int) -> tuple[int, ...]:
    """The tokens of "one of" or "among" above a superlative's head."""
    above = sentence[sentence[head].head]
    if above.lower == "among":
        return (above.i,)
    if above.lower == "of" and sentence[above.head].lower in ("one", "some", "two", "three", "several"):
        return (above.head, above.i)
    return ()
