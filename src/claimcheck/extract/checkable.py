"""Which sentences assert something that can be checked, and why the others do not.

A sentence is checkable if it states a thing that is or is not so: an event, a state, a number, a date, a name. So is
what somebody is said to have said, whatever it is: that it was said is the fact. What is left out has one of the
reasons below. A recommendation, an instruction or a forecast that gives a number or a date states that value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from claimcheck.dimensions.context import Modality, Speaker, Stance
from claimcheck.dimensions.context_words import VERBS
from claimcheck.extract import words
from claimcheck.extract.prose import LONGEST, ProseSentence
from claimcheck.tokens import Sentence

_LABELLED = re.compile(r"[^\s:][^:]{0,40}:\s+\S")
_ENDED = re.compile(r"[.!…][\"'”’»)\]]*$")
_CODE_LIKE = re.compile(r"\w[._/:-]\w|[a-z][A-Z]|_")
_VERBS = ("VERB", "AUX")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_ASIDE = ("relcl", "acl", "amod", "pcomp")
_CRUMBS = (" | ", " > ", " › ", " » ", " • ", " · ")
_LONGEST_APPEAL = 500  # code points
_SHORT = 4  # tokens, the full stop among them
_SUBJECTS = ("NN", "NNS", "NNP", "NNPS", "RB", "PRP")
_FOREIGN = "\u0250"  # from here on no letter is Latin


class Reason(StrEnum):
    """Why a sentence is no claim."""

    UNREADABLE = "unreadable"  # no words, or not in Latin letters
    OVERLONG = "overlong"  # so long that it is no sentence
    BOILERPLATE = "boilerplate"  # about the page, not about the world
    QUESTION = "question"
    COMMAND = "command"
    FRAGMENT = "fragment"  # says nothing of anything
    OPINION = "opinion"
    PREDICTION = "prediction"


def why_not(said: ProseSentence) -> Reason | None:
    """Why a sentence is not checkable; None where it is."""
    if not _readable(said.text):
        return Reason.UNREADABLE
    if len(said.text) > LONGEST:
        return Reason.OVERLONG
    if _of_the_page(said):
        return Reason.BOILERPLATE
    told = speaker(said)
    others = told is not None and _others(said, told)
    if _asks(said.text) and not (others and told is not None and told.verb == said.sentence.root):
        return Reason.QUESTION
    if instructs(said):
        return None if _states_value(said) else Reason.COMMAND
    if not asserts(said):
        return None if _stands_alone(said) else Reason.FRAGMENT
    if others or said.valued:
        return None
    if _prediction(said):
        return Reason.PREDICTION
    return Reason.OPINION if _opinion(said) else None


def tainted(block: Sequence[ProseSentence], reasons: Sequence[Reason | None]) -> bool:
    """Whether a block begs its reader for something, so that all of it is about the page."""
    begs = any(
        reason is Reason.BOILERPLATE and words.APPEAL.search(said.text)
        for said, reason in zip(block, reasons, strict=True)
    )
    return begs and sum(len(said.text) for said in block) < _LONGEST_APPEAL


def asserts(said: ProseSentence) -> bool:
    """Whether a sentence has a clause that says something; the others are labels and items of lists.

    A finite verb is wanted, other than one that only describes a noun. In running prose that ends as a sentence does
    any verb will do, or a number: the parser takes some verbs for nouns.
    """
    ended = said.block.kind != "list_item" and _ENDED.search(said.text) is not None
    if ended and len(said.sentence) > _SHORT:
        return said.valued or any(token.pos in _VERBS and token.i for token in said.sentence)
    return _finite(said.sentence)


def instructs(said: ProseSentence) -> bool:
    """Whether the main clause is an imperative: a bare verb that nobody is the subject of."""
    sentence = said.sentence
    root = sentence[sentence.root]
    if root.pos not in _VERBS or root.tag not in ("VB", "VBP") or root.lower != root.lemma:
        return False
    below = [sentence[k] for k in sentence.children[root.i]]
    return not any(
        b.dep in words.SUBJECTS or (b.dep in ("aux", "auxpass") and b.lower not in ("do", "please"))
        for b in below
    )


def leading(said: ProseSentence) -> int:
    """The predicate a sentence is about: its root, or what the root reports in a clause of its own."""
    sentence = said.sentence
    at = sentence.root
    while sentence[at].lemma in VERBS:
        told = [k for k in sentence.children[at] if _told_by(said, at, k)]
        if not told:
            break
        at = told[0]
    return at


def _told_by(said: ProseSentence, verb: int, k: int) -> bool:
    """Whether a dependant is the clause that a reporting verb reports, or the report that is denied."""
    speaker = next((s for s in said.contexts[k].speakers if s.verb == verb and not s.offset), None)
    if speaker is None:
        return False
    denied = speaker.stance is Stance.DENIED and said.sentence[k].dep == "dobj"
    return denied or said.sentence[k].dep in ("ccomp", "xcomp", "parataxis", "advcl", "dep")


def speaker(said: ProseSentence) -> Speaker | None:
    """Who the source says tells what the sentence is about, outermost; None for the source itself and for nobody."""
    told = said.contexts[leading(said)].speakers
    if not told or told[0].stance is Stance.ASKED or told[0].polarity < 0:
        return None
    return told[0]


def _readable(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 1 and 2 * sum(char < _FOREIGN for char in letters) > len(letters)


def _of_the_page(said: ProseSentence) -> bool:
    bare, sentence = said.text.strip(" .!\t"), said.sentence
    if words.FURNITURE.match(bare) or words.BYLINE.match(bare) or words.OF_THE_PUBLISHER.search(bare):
        return True
    finite = _finite(sentence)
    if words.ASKED_OF_READERS.match(bare):
        return not (
            finite and any(sentence[k].dep in words.SUBJECTS for k in sentence.children[sentence.root])
        )
    return sum(bare.count(mark) for mark in _CRUMBS) > 1 and not finite


def _finite(sentence: Sentence) -> bool:
    return any(token.tag in _FINITE and token.dep not in _ASIDE for token in sentence)


def _others(said: ProseSentence, told: Speaker) -> bool:
    """Whether somebody else than the writer speaks: named, or quoted from another sentence."""
    return bool(told.heads) and (
        bool(told.offset) or not all(said.sentence[head].lower in words.FIRST_PERSON for head in told.heads)
    )


def _asks(text: str) -> bool:
    return text.rstrip(words.CLOSERS).endswith("?")


def _states_value(said: ProseSentence) -> bool:
    """Whether an instruction tells a value, a setting or what takes a thing's place."""
    sentence = said.sentence
    root = sentence[sentence.root]
    if said.valued or any(token.lower in words.REPLACEMENTS for token in sentence):
        return True
    return root.lemma in words.SETTERS and any(
        token.lower in ("to", "as") for token in sentence.tokens[root.i :]
    )


def _stands_alone(said: ProseSentence) -> bool:
    """Whether words without a clause are a fact where they stand: an item of a list, or a label with its value."""
    if said.block.kind == "list_item":
        lead = said.block.lead
        if (
            lead is not None
            and not words.FURNITURE.match(lead.text)
            and not words.ASKED_OF_READERS.match(lead.text)
        ):
            return True
        named = bool(said.names) or any(_CODE_LIKE.search(token.text) for token in said.sentence)
        return said.valued or (bool(said.block.headings) and (named or whole(said)))
    return said.valued and _LABELLED.match(said.text) is not None


def whole(said: ProseSentence) -> bool:
    """Whether an item looks like a sentence, though its verb was taken for a noun: "The filter scans mail." """
    return (
        _ENDED.search(said.text) is not None
        and len(said.sentence) > _SHORT + 1
        and any(t.dep == "ROOT" and t.tag in ("NN", "NNS") for t in said.sentence)
        and any(
            t.tag in ("NNS", "VB", "VBP") and t.i and said.sentence[t.i - 1].tag in _SUBJECTS
            for t in said.sentence
        )
    )


def _opinion(said: ProseSentence) -> bool:
    sentence = said.sentence
    root = sentence[sentence.root]
    below = [sentence[k] for k in sentence.children[root.i]]
    subject = next((b.lower for b in below if b.dep in words.SUBJECTS), "")
    if any(b.lower in words.STANCE_ADVERBS for b in below):
        return True
    if subject in words.FIRST_PERSON and root.lemma in words.STANCES:
        return True
    if (
        any(b.dep == "aux" and b.lower in ("should", "ought", "shall") for b in below)
        or root.lemma == "ought"
    ):
        return True
    if root.lemma in words.VERDICTS or root.lower in words.EVALUATIVE:
        return True
    if subject in words.EVERYBODY and root.tag in ("VBP", "VBZ") and not said.names:
        return True  # "We all make mistakes"
    return root.lemma in words.LINKING and any(
        _evaluates(sentence, b.i) for b in below if b.dep in ("acomp", "attr", "oprd")
    )


def _evaluates(sentence: Sentence, i: int) -> bool:
    """Whether what is said of a subject is praise or blame: "a masterpiece", "utterly beautiful", "a superb film"."""
    token = sentence[i]
    if {token.lemma, token.lower} & words.EVALUATIVE or token.lemma in words.EVALUATIVE_NOUNS:
        return True
    below = [sentence[k] for k in sentence.children[i]]
    return any(
        (b.dep in ("amod", "conj") and b.lemma in words.EVALUATIVE)
        or (b.dep == "conj" and _evaluates(sentence, b.i))  # "the right call, and a brave one"
        for b in below
    )


def _prediction(said: ProseSentence) -> bool:
    """Whether the main clause tells what will or may come about, by itself, and not by anybody's decision."""
    sentence = said.sentence
    root = sentence[sentence.root]
    context = said.contexts[root.i]
    below = [sentence[k] for k in sentence.children[root.i]]
    if any(b.dep in ("nsubjpass", "auxpass") for b in below):
        return False
    ahead = context.modality is Modality.PLAN or any(
        b.dep == "aux" and b.lower in ("will", "may", "might", "could", "would", "'ll", "’ll") for b in below
    )
    foretold = any(b.lower in words.FORECASTS for b in below)
    return ahead and (root.lemma in words.OUTCOMES or foretold or _opinion_ahead(sentence, root.i))


def _opinion_ahead(sentence: Sentence, root: int) -> bool:
    return any(
        _evaluates(sentence, k) for k in sentence.children[root] if sentence[k].dep in ("acomp", "attr")
    )
