"""Who speaks: the heads behind a reporting word, who was told, and attributions set beside a clause."""

from __future__ import annotations

from typing import Final

from claimcheck.dimensions.context_kinds import Speaker, Stance
from claimcheck.dimensions.context_marks import ACCOUNTS, NEGATIVE_PRONOUNS
from claimcheck.dimensions.context_words import SIGNATURES, VERBS
from claimcheck.tokens import Sentence

# a speaker by its papers: "a Pentagon statement said" is the Pentagon
PAPERS: Final = frozenset(
    "statement release announcement tweet post letter note memo filing report bulletin email message".split()
)
TOLD: Final = frozenset(
    "tell inform notify remind assure reassure brief ask warn convince caution alert".split()
)
CLAUSAL: Final = frozenset({"ccomp", "xcomp", "csubj", "csubjpass"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_RELATIVE: Final = frozenset({"WDT", "WP"})
_BESIDE: Final = frozenset({"parataxis", "advcl", "ccomp", "conj", "dep", "relcl"})
_UP: Final = frozenset({"advcl", "xcomp", "pcomp", "conj", "prep", "ccomp"})


def child(sentence: Sentence, i: int, deps: frozenset[str] | set[str]) -> int | None:
    """First dependant of a token with one of these labels."""
    return next((k for k in sentence.children[i] if sentence[k].dep in deps), None)


def joined(sentence: Sentence, i: int) -> tuple[int, ...]:
    """A nominal's head and the heads coordinated with it."""
    found = [i]
    at = child(sentence, i, {"conj"})
    while at is not None:
        found.append(at)
        at = child(sentence, at, {"conj"})
    return tuple(found)


# Who answers a survey, where only their share is told.
SHARES: Final = frozenset(
    "percent % majority most half third two-third quarter three-quarter fifth tenth".split()
)


def owner(sentence: Sentence, i: int) -> int:
    """The party behind a paper ("a statement from the ministry"), else the token itself."""
    if sentence[i].lemma not in PAPERS:
        return i
    below = sentence.children[i]
    for k in below:
        if sentence[k].dep == "poss":
            return k
    for k in below:
        if sentence[k].dep == "prep" and sentence[k].lower in ("by", "from", "of"):
            party = child(sentence, k, {"pobj"})
            if party is not None and sentence[party].pos in ("PROPN", "NOUN"):
                return party
    named = [k for k in below if sentence[k].dep in ("compound", "nmod") and sentence[k].pos == "PROPN"]
    return named[-1] if named else i


def passive(sentence: Sentence, i: int) -> bool:
    """Whether a verb is passive: it has a passive subject or auxiliary, or an agent."""
    below = [sentence[k] for k in sentence.children[i]]
    if any(t.dep in ("auxpass", "nsubjpass", "agent") for t in below):
        return True
    bare = sentence[i].tag == "VBN" and sentence[i].dep in (
        "advcl",
        "acl",
        "amod",
    )  # "Asked whether …, she said"
    return bare and not any(t.dep in ("aux", "nsubj") for t in below)


def heads(sentence: Sentence, i: int, depth: int = 0) -> tuple[int, ...]:
    """Heads of those who speak through a reporting verb or noun; empty where the text names nobody."""
    if depth > 4:
        return ()
    token, below = sentence[i], sentence.children[i]
    if token.pos not in ("VERB", "AUX", "ADJ"):
        party = owner(sentence, i) if token.lemma in PAPERS else _possessor(sentence, i)
        return () if party is None or party == i else joined(sentence, party)
    if passive(sentence, i):
        agent = child(sentence, i, {"agent"})
        party = None if agent is None else child(sentence, agent, {"pobj"})
        return () if party is None else joined(sentence, owner(sentence, party))
    for k in below:
        if sentence[k].dep in _SUBJECTS:
            if sentence[k].tag in _RELATIVE and token.dep in ("relcl", "acl"):
                return joined(sentence, token.head)
            nobody = sentence[k].lemma == "it" and token.pos == "ADJ"
            return () if nobody or _share(sentence, k) else _named(sentence, k)
    if token.dep == "acl" and token.tag == "VBG":
        return joined(sentence, token.head)
    if token.dep == "pcomp" and sentence[token.head].lower == "for":  # "was fined for failing to report"
        blamed = child(sentence, sentence[token.head].head, {"dobj", "nsubjpass"})
        if blamed is not None:
            return _named(sentence, blamed)
    if token.dep in ("acomp", "attr", "oprd") or token.dep in _UP:
        return heads(sentence, token.head, depth + 1) if token.head != i else ()
    return _inverted(sentence, i)


def _share(sentence: Sentence, k: int) -> bool:
    """ "62% said they agreed": so many of those asked are a figure, and no party that speaks."""
    token = sentence[k]
    return token.tag == "CD" or token.lemma in SHARES


def _named(sentence: Sentence, k: int) -> tuple[int, ...]:
    return tuple(owner(sentence, j) for j in joined(sentence, k))


def _possessor(sentence: Sentence, i: int) -> int | None:
    """Whose claim or report it is: "the firm's claim", "a claim by the firm"."""
    for k in sentence.children[i]:
        if sentence[k].dep == "poss":
            return k
        if sentence[k].dep == "prep" and sentence[k].lower in ("by", "from"):
            return child(sentence, k, {"pobj"})
    return None


def _inverted(sentence: Sentence, i: int) -> tuple[int, ...]:
    """ "… said Smith" where the parser took the speaker for an object."""
    for k in sentence.children[i]:
        if k > i and sentence[k].dep == "dobj" and sentence[k].ent in ("PERSON", "ORG", "NORP", "GPE"):
            return joined(sentence, k)
    return ()


def hearer(sentence: Sentence, i: int) -> int | None:
    """Head of whoever was told."""
    token = sentence[i]
    for k in sentence.children[i]:
        dep = sentence[k].dep
        if token.lemma in TOLD and dep in ("dobj", "dative", "nsubjpass", "iobj"):
            return k
        if dep in ("prep", "dative") and sentence[k].lower == "to" and token.lemma not in TOLD:
            party = child(sentence, k, {"pobj"})
            if party is not None and sentence[party].pos in ("NOUN", "PROPN", "PRON"):
                return party
    return None


def _clause(sentence: Sentence, i: int) -> int:
    """The main predicate that a sentence-level attribution speaks of: from a token up past subordinate clauses."""
    at = i
    while sentence[at].head != at:
        if sentence[at].pos in ("VERB", "AUX") and sentence[at].dep in ("ccomp", "parataxis"):
            break
        at = sentence[at].head
    return at


def beside(sentence: Sentence) -> dict[int, Speaker]:
    """Attributions that stand beside a clause, by the predicate they cover.

    "according to X", "by X's account", and a parenthetical ", X said,".
    """
    found: dict[int, Speaker] = {}
    for token in sentence:
        word = token.lower
        if word == "according":
            _according(sentence, token.i, found)
        elif token.dep == "pobj" and token.lemma in ACCOUNTS:
            _account(sentence, token.i, found)
        elif token.pos == "VERB" and token.dep in _BESIDE:
            _parenthetical(sentence, token.i, found)
    return found


_COUNTED = frozenset({"review", "rating", "vote", "response"})  # what a mean is taken of speaks for nobody


def _according(sentence: Sentence, i: int, found: dict[int, Speaker]) -> None:
    to = i + 1
    if to + 1 >= len(sentence) or sentence[to].lower != "to":
        return
    party = child(sentence, to, {"pobj"})
    if party is None:
        party = next((t.i for t in sentence.tokens[to + 1 :] if t.pos in ("NOUN", "PROPN", "PRON")), None)
    if party is not None and sentence[party].lemma not in _COUNTED:
        who = tuple(owner(sentence, j) for j in joined(sentence, party))
        estimated = sentence[party].lemma in {"estimate", "projection"}
        found[_clause(sentence, i)] = Speaker(who, Stance.BELIEVES if estimated else Stance.SAID, i)


def _account(sentence: Sentence, i: int, found: dict[int, Speaker]) -> None:
    prep = sentence[sentence[i].head]
    if prep.lower not in ("by", "in", "to"):
        return
    party = child(sentence, i, {"poss"})
    of = child(sentence, i, {"prep"})
    if party is None and of is not None and sentence[of].lower == "of":
        party = child(sentence, of, {"pobj"})
    if party is not None:
        found[_clause(sentence, i)] = Speaker(joined(sentence, party), ACCOUNTS[sentence[i].lemma], i)


def _parenthetical(sentence: Sentence, i: int, found: dict[int, Speaker]) -> None:
    """A reporting clause without content of its own, cut off by a comma or opened by "as"."""
    token, below = sentence[i], sentence.children[i]
    entry = VERBS.get(token.lemma)
    if entry is None or "that" not in entry or SIGNATURES[entry["that"]].affirmed.stance is None:
        return
    deps = {sentence[k].dep for k in below}
    if not deps & _SUBJECTS or deps & CLAUSAL or ("dobj" in deps and token.lemma not in TOLD):
        return
    first = sentence.subtree(i)[0]
    if any(sentence[k].dep in _SUBJECTS and sentence[k].lower in ("we", "i", "you") for k in below):
        return  # "as we have shown": nobody but whoever speaks anyway
    as_clause = any(sentence[k].dep in ("mark", "advmod") and sentence[k].lower == "as" for k in below)
    cut = first > 0 and (sentence[first].dep == "punct" or sentence[first - 1].pos == "PUNCT")
    if token.dep in ("conj", "relcl", "ccomp") and not _tail(sentence, i):
        return
    if (as_clause or cut) and not any(
        sentence[k].dep in _SUBJECTS and sentence[k].lower in NEGATIVE_PRONOUNS for k in below
    ):
        stance = SIGNATURES[entry["that"]].affirmed.stance
        assert stance is not None
        found[token.head] = Speaker(heads(sentence, i), stance, i, hearer(sentence, i))


def _tail(sentence: Sentence, i: int) -> bool:
    """Whether a reporting clause closes its sentence right after a comma: "…, he said."."""
    subtree = sentence.subtree(i)
    before = subtree[0] - 1
    return (
        before >= 0
        and sentence[before].lower in (",", '"', "”", "'", "’")
        and all(t.pos == "PUNCT" for t in sentence.tokens[subtree[-1] + 1 :])
        and not any(sentence[k].dep == "cc" for k in sentence.children[i])
        and not any(sentence[k].tag in _RELATIVE for k in subtree)
    )
