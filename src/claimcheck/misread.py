"""Words that the parser takes for another part of speech, or of the sentence, than any sentence of their shape allows.

"Log retention is 30 days": a bare infinitive is the subject of no "is". "Pro has SSO": an auxiliary needs a verb.
"Forty dogs were rescued, nine of them puppies": no noun without a verb has a clause below it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from claimcheck import lexicon, openings
from claimcheck.tokens import Sentence, Token

_SCORE: Final = re.compile(r"\d{1,3}[-–]\d{1,3}$")
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OUT_OF: Final = frozenset({"them", "whom", "which"})
_GRADED: Final = frozenset({"better", "elder", "former", "latter"})
_TALLIED: Final = frozenset({"report", "confirm", "record", "register", "suspect", "diagnose"})
_RELATED: Final = frozenset({"related", "linked", "induced", "associated"})
_SUBJECTS: Final = frozenset({"nsubj", "csubj"})


def corrected(sentence: Sentence) -> Sentence:
    """The sentence with such words as what they must be."""
    mended = _plurals(_denied(_verbs(_subjects(_absolutes(_degrees(openings.corrected(sentence)))))))
    return _native(_aside(_related(_participles(_scores(mended)))))


def _degrees(sentence: Sentence) -> Sentence:
    """ "A terrier": no comparative, since nothing is "terry"."""
    return replace(sentence, tokens=tuple(_named(t) if _no_degree(t) else t for t in sentence))


def _no_degree(t: Token) -> bool:
    graded = t.tag in {"JJR", "RBR"} and t.lower.endswith("er") and t.lower not in _GRADED
    return graded and not any(lexicon.known(t.lemma, pos) for pos in "ar") and lexicon.known(t.lower, "n")


def _named(t: Token) -> Token:
    return replace(t, pos="NOUN", tag="NN", lemma=t.lower)


def _participles(sentence: Sentence) -> Sentence:
    """ "And 0 reported deaths": between a figure and what it counts stands no verb."""
    for verb in sentence:
        if (
            verb.lemma not in _TALLIED
            or verb.tag not in {"VBD", "VBN"}
            or not verb.i
            or verb.i + 1 >= len(sentence)
        ):
            continue
        figure, noun = sentence[verb.i - 1], sentence[verb.i + 1]
        if (
            figure.tag != "CD"
            or noun.tag != "NNS"
            or noun.head != verb.i
            or noun.dep not in {"dobj", "nsubj"}
        ):
            continue
        if figure.head == verb.i or verb.dep != "conj" or any(t.head == figure.i for t in sentence):
            continue

        def mend(t: Token, figure: Token = figure, verb: Token = verb, noun: Token = noun) -> Token:
            if t.i == noun.i:
                return replace(t, head=figure.head, dep=figure.dep)
            if t.i == figure.i:
                return replace(t, head=noun.i, dep="nummod")
            if t.i == verb.i:
                return replace(t, head=noun.i, dep="amod", pos="VERB", tag="VBN")
            return replace(t, head=noun.i) if t.head == verb.i else t

        return replace(sentence, tokens=tuple(map(mend, sentence)))
    return sentence


def _scores(sentence: Sentence) -> Sentence:
    """ "Beat Linz 3–1": a score is no name, and the name in front of it is what was beaten."""
    for score in sentence:
        name = sentence[score.i - 1] if score.i else score
        if not _SCORE.match(score.text) or name.head != score.i or name.pos != "PROPN":
            continue

        def mend(t: Token, score: Token = score, name: Token = name) -> Token:
            if t.i == name.i:
                return replace(t, head=name.i if score.head == score.i else score.head, dep=score.dep)
            if t.i == score.i:
                return replace(t, head=name.i, dep="npadvmod", pos="NUM", tag="CD")
            return replace(t, head=name.i) if t.head == score.i else t

        return replace(sentence, tokens=tuple(map(mend, sentence)))
    return sentence


def _related(sentence: Sentence) -> Sentence:
    """ "1,800 flu related deaths": the figure counts the deaths."""
    for token in sentence:
        cause, noun = (sentence[token.i - 1] if token.i else token), sentence[token.head]
        if token.lower not in _RELATED or cause.head != token.i or not token.i < noun.i or noun.pos != "NOUN":
            continue
        figures = {c for c in sentence.children[cause.i] if sentence[c].dep == "nummod"}
        if figures:
            return replace(
                sentence, tokens=tuple(replace(t, head=noun.i) if t.i in figures else t for t in sentence)
            )
    return sentence


def _plurals(sentence: Sentence) -> Sentence:
    """ "Tokens expire": a name by its capital alone may be a plain noun, and gets its lemma."""
    first = sentence.tokens[0] if sentence.tokens else None
    if (
        first is None
        or first.tag != "NNP"
        or first.dep not in {"nsubj", "nsubjpass"}
        or not first.text[1:].islower()
    ):
        return sentence
    noun = first.lower.removesuffix("s")
    if (
        noun == first.lower
        or not _plural(sentence, first.head)
        or sentence.children[0]
        or not lexicon.known(noun, "n")
    ):
        return sentence
    return replace(sentence, tokens=(replace(first, lemma=noun), *sentence.tokens[1:]))


def _plural(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has a form that goes with several, or with any number: "expire", "are", "can"; not "won"."""
    forms = (
        sentence[verb],
        *(sentence[c] for c in sentence.children[verb] if sentence[c].dep.startswith("aux")),
    )
    return all(t.tag != "VBZ" and t.lower != "was" for t in forms) and any(
        t.tag in {"VBP", "MD"} for t in forms
    )


def _denied(sentence: Sentence) -> Sentence:
    """ "Backups no longer block writes": behind "no longer" stands a verb."""
    for longer in sentence:
        verb, at = longer.i + 1, longer.i - 1
        if longer.lower != "longer" or at < 0 or sentence[at].lower != "no" or verb + 1 >= len(sentence):
            continue
        thing = sentence[verb + 1]
        if sentence[verb].tag == "NN" and sentence[verb].head == thing.i and thing.tag == "VBZ":
            return _swapped(sentence, verb, thing)
    return sentence


def _swapped(sentence: Sentence, verb: int, thing: Token) -> Sentence:
    """The sentence with a noun for the verb, and the verb behind it for its object."""

    def mend(t: Token) -> Token:
        if t.i == verb:
            return replace(
                t, pos="VERB", tag="VBP", dep=thing.dep, head=t.i if thing.head == thing.i else thing.head
            )
        if t.i == thing.i:
            return replace(t, pos="NOUN", tag="NNS", dep="dobj", head=verb)
        return replace(t, head=verb) if t.head == thing.i else t

    return replace(sentence, tokens=tuple(map(mend, sentence)))


def _absolutes(sentence: Sentence) -> Sentence:
    """ "Forty dogs were rescued, nine of them puppies": the last noun is no head of all, for it has no verb."""
    noun = sentence[sentence.root]
    below = [sentence[c] for c in sentence.children[noun.i]]
    verb = next((t for t in below if t.dep == "ccomp" and t.pos == "VERB" and t.i < noun.i), None)
    count = next((t for t in below if t.dep == "nsubj" and t.tag == "CD"), None)
    if noun.pos != "NOUN" or verb is None or count is None or any(t.pos == "AUX" for t in below):
        return sentence
    words = [t.lower for t in sentence.tokens[count.i + 1 : count.i + 3]]
    if words[:1] != ["of"] or words[-1] not in _OUT_OF:
        return sentence

    def mend(t: Token) -> Token:
        if t.i == verb.i:
            return replace(t, dep="ROOT", head=t.i)
        if t.i == noun.i:
            return replace(t, dep="npadvmod", head=verb.i)
        return replace(t, head=verb.i) if t.head == noun.i and t.dep == "punct" and t.i > noun.i else t

    return replace(sentence, tokens=tuple(map(mend, sentence)))


def _subjects(sentence: Sentence) -> Sentence:
    """A first word that is no infinitive but a noun, with the one behind it that it belongs to."""
    first = sentence.tokens[0] if sentence.tokens else None
    if first is None or first.tag != "VB" or first.dep not in _SUBJECTS or sentence[first.head].lemma != "be":
        return sentence
    behind = sentence[1]
    noun = behind if behind.tag in _NOUNS and behind.head in {0, first.head} else None
    if noun is None:
        tokens = {0: replace(first, pos="NOUN", tag="NN", dep="nsubj")}
    else:
        tokens = {
            0: replace(first, pos="NOUN", tag="NN", dep="compound", head=1),
            1: replace(noun, dep="nsubj", head=first.head),
        }
        for c in sentence.children[0]:
            if c != 1:
                tokens[c] = replace(sentence[c], head=1)
    return replace(sentence, tokens=tuple(tokens.get(t.i, t) for t in sentence))


def _verbs(sentence: Sentence) -> Sentence:
    """A finite verb before a noun that is taken for the head of all."""
    for verb in sentence:
        thing = sentence[verb.head]
        if thing.dep == "ROOT" and thing.tag in _NOUNS and thing.i == verb.i + 1 and _is_verb(sentence, verb):
            break
    else:
        return sentence

    def mend(t: Token) -> Token:
        if t.i == verb.i:
            return replace(t, pos="VERB", dep="ROOT", head=t.i)
        if t.i == thing.i:
            return replace(t, dep="dobj", head=verb.i)
        if (
            t.head == verb.i
            or (t.head == thing.i and t.i < verb.i)
            or (t.head == thing.i and t.dep == "punct")
        ):
            subject = t.i < verb.i and t.dep in {"compound", "nsubj"} and t.i == verb.i - 1
            return replace(t, head=verb.i, dep="nsubj" if subject else t.dep)
        return t

    return replace(sentence, tokens=tuple(map(mend, sentence)))


def _is_verb(sentence: Sentence, token: Token) -> bool:
    """ "Team has SSO", "Pro supports SSO": a verb in the present, with a name or a noun before it."""
    if not token.i or token.lemma == "be" or token.dep not in {"aux", "nsubj", "compound"}:
        return False
    return token.tag == "VBZ" and sentence[token.i - 1].tag in _NOUNS


_FROM_THERE: Final = frozenset({"native", "indigenous", "endemic"})


def _native(sentence: Sentence) -> Sentence:
    """ "A mammal native to Peru" is a mammal: "native" before "to" says more of the noun in front of it."""
    for word in sentence:
        noun = sentence[word.i - 1] if word.i else word
        below = [sentence[c] for c in sentence.children[word.i]]
        behind = any(t.dep == "prep" and t.lower == "to" and t.i == word.i + 1 for t in below)
        if word.lower in _FROM_THERE and behind and noun.head == word.i and _noun(noun):
            break
    else:
        return sentence

    def mend(t: Token) -> Token:
        if t.i == noun.i:
            tag = t.tag if t.tag in _NOUNS else "NN"
            head = t.i if word.head == word.i else word.head
            return replace(t, pos="NOUN", tag=tag, dep=word.dep, head=head)
        if t.i == word.i:
            return replace(t, pos="ADJ", tag="JJ", dep="amod", head=noun.i)
        return replace(t, head=noun.i) if t.head == word.i and t.i < noun.i else t

    return replace(sentence, tokens=tuple(map(mend, sentence)))


def _noun(token: Token) -> bool:
    """Whether a word is a noun, whatever the parser took it for."""
    return token.tag in _NOUNS or (lexicon.known(token.lemma, "n") and not lexicon.known(token.lemma, "a"))


def _aside(sentence: Sentence) -> Sentence:
    """ "Brandl, a native of Graz, studied law": a past form behind the comma, and no other verb, is the verb."""
    subject = sentence[sentence.root] if len(sentence) else None
    if subject is None or subject.tag not in _NOUNS:
        return sentence
    for verb in sentence:
        thing = sentence[verb.head]
        if (
            verb.tag in {"VBN", "VBD"}
            and verb.dep == "amod"
            and sentence[verb.i - 1].text == ","
            and thing.dep == "appos"
            and thing.head == subject.i
            and subject.i < verb.i < thing.i
        ):
            break
    else:
        return sentence
    if any(t.tag in _FINITE and t.dep not in {"relcl", "advcl", "ccomp"} for t in sentence if t.i != verb.i):
        return sentence

    def mend(t: Token) -> Token:
        if t.i == verb.i:
            return replace(t, pos="VERB", tag="VBD", dep="ROOT", head=t.i)
        if t.i == thing.i:
            return replace(t, dep="dobj", head=verb.i)
        if t.i == subject.i:
            return replace(t, dep="nsubj", head=verb.i)
        late = (t.head == thing.i and t.dep == "prep") or (t.head == subject.i and t.i > verb.i)
        return replace(t, head=verb.i) if late else t

    return replace(sentence, tokens=tuple(map(mend, sentence)))


_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
