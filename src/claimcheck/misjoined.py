"""Words of a clause that the parser joins to each other though each has its own part: "elected Anna Berg mayor".

A verb of naming takes whom it names and what it names them; the parser makes one noun of the two, or a clause. A day
or a year after a verb is when it was done, not what it was done to; and a date behind "by" and a name is the verb's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from claimcheck import lexicon
from claimcheck.tokens import Sentence, Token

NAMING: Final = frozenset(
    "name elect appoint declare call make vote crown proclaim pronounce nominate dub label brand christen designate "
    "consider deem judge rate choose select rename term ordain style title anoint".split()
)
_OFFICES: Final = frozenset("name elect appoint declare vote crown proclaim nominate designate make".split())
_CAPTIVE: Final = frozenset("prisoner captive hostage".split())
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_TIMES: Final = frozenset(
    "day week month year night morning evening summer winter spring autumn decade".split()
)
_POINTING: Final = frozenset("following next same previous last".split())
_WHEN: Final = frozenset({"in", "on", "at"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})


def corrected(sentence: Sentence) -> Sentence:
    """The sentence with such words in their own parts."""
    for mend in (_scores, _proper, _verbless, _clauses, _names, _asides, _bare, _when, _dates, _by):
        moved = dict(mend(sentence))
        if moved:
            sentence = replace(sentence, tokens=tuple(moved.get(t.i, t) for t in sentence))
    return sentence


Moved = Iterator[tuple[int, Token]]


def _below(sentence: Sentence, i: int) -> list[Token]:
    return [sentence[c] for c in sentence.children[i]]


def _proper(sentence: Sentence) -> Moved:
    """ "Lopez and two others": a first word that no dictionary has is a name, not an adjective."""
    first = sentence.tokens[0] if len(sentence) else None
    if first is None or first.pos == "PRON" or first.dep not in _SUBJECTS:
        return
    if first.tag not in {"JJ", "NN", "NNS", "VB", "RB"}:
        return
    known = any(lexicon.known(word, pos) for word in {first.lower, first.lemma.lower()} for pos in "nvar")
    if first.text[:1].isupper() and first.text[1:].islower() and not known:
        yield first.i, replace(first, pos="PROPN", tag="NNP", lemma=first.lower)


def _scores(sentence: Sentence) -> Moved:
    """ "Defeated Port Alder 2-0": a score is no part of the name before it."""
    for first in sentence.tokens[1:-2]:
        dash, last = sentence[first.i + 1], sentence[first.i + 2]
        name = sentence[first.i - 1]
        if dash.text not in {"-", "–"} or not (first.text.isdigit() and last.text.isdigit()):
            continue
        if name.pos == "PROPN" and first.head == name.i and name.head != name.i and first.end == dash.start:
            verb = name.head
            yield first.i, replace(first, head=verb, dep="npadvmod", ent="")
            for t in (dash, last):
                yield t.i, replace(t, head=first.i, dep="punct" if t is dash else "nummod", ent="")


def _verbless(sentence: Sentence) -> Moved:
    """ "Wexton Town beat Port Alder": a finite verb between two names is no part of the second."""
    root = sentence[sentence.root] if len(sentence) else None
    if root is None or root.tag not in {"NNP", "NNPS"}:
        return
    verb = next(
        (t for t in sentence if t.head == root.i and t.dep == "compound" and t.tag in {"VBD", "VBZ", "VBP"}),
        None,
    )
    if verb is None or any(t.pos in {"VERB", "AUX"} for t in sentence if t.i != verb.i):
        return
    subject = next((t for t in _below(sentence, verb.i) if t.dep == "nsubj" and t.i == verb.i - 1), None)
    if subject is None or verb.i > root.i:
        return
    yield verb.i, replace(verb, head=verb.i, dep="ROOT", pos="VERB")
    yield root.i, replace(root, head=verb.i, dep="dobj")
    for t in _below(sentence, root.i):
        if t.i > root.i and t.dep in {"prep", "punct", "npadvmod", "advmod"}:
            yield t.i, replace(t, head=verb.i)


def _clauses(sentence: Sentence) -> Moved:
    """ "Declared Lund the best city": no clause, for it has no verb."""
    for said in sentence:
        verb = sentence[said.head]
        if said.dep != "ccomp" or said.pos not in {*_NOUNS, "ADJ"} or verb.lemma not in NAMING:
            continue
        below = _below(sentence, said.i)
        whom = next((t for t in below if t.dep == "nsubj" and verb.i < t.i < said.i), None)
        if whom is None or any(t.pos == "AUX" or t.dep in {"mark", "aux"} for t in below):
            continue
        yield whom.i, replace(whom, head=verb.i, dep="dobj")
        yield said.i, replace(said, dep="oprd")


def _names(sentence: Sentence) -> Moved:
    """ "Elected Anna Berg chairwoman": a person's name before an office is who gets it."""
    for office in sentence:
        verb = sentence[office.head]
        if office.dep not in {"dobj", "oprd"} or office.pos != "NOUN" or verb.lemma not in _OFFICES:
            continue
        name = _run_of_names(sentence, verb.i + 1, office.i)
        if not name or not lexicon.is_person_noun(office.lemma):
            continue
        if any(t.dep == "dobj" and t.i != office.i for t in _below(sentence, verb.i)):
            continue
        last = name[-1]
        yield last.i, replace(last, head=verb.i, dep="dobj")
        yield office.i, replace(office, dep="oprd")
        for t in name[:-1]:
            if t.head == office.i:
                yield t.i, replace(t, head=last.i, dep="compound")


def _run_of_names(sentence: Sentence, start: int, stop: int) -> list[Token]:
    """The words of a person's name that stands between a verb and a bare noun with its adjectives."""
    found = []
    for t in sentence.tokens[start:stop]:
        if t.pos == "PROPN" and t.ent == "PERSON" and t.head in {stop, *(n for n in range(start, stop))}:
            found.append(t)
        else:
            break
    rest = sentence.tokens[start + len(found) : stop]
    return found if all(t.head == stop and t.dep in {"amod", "compound", "nmod"} for t in rest) else []


def _asides(sentence: Sentence) -> Moved:
    """ "Named her deputy, Olof Lund, president", "voted him player of the year": the last is what they became."""
    for office in sentence:
        beside = sentence[office.head]
        if office.dep != "appos" or office.pos != "NOUN" or not lexicon.is_person_noun(office.lemma):
            continue
        whom = sentence[beside.head] if beside.dep in {"conj", "appos"} else beside
        verb = sentence[whom.head]
        if whom.dep != "dobj" or verb.lemma not in _OFFICES or _articled(sentence, office.i):
            continue
        if whom is beside:
            if whom.tag == "PRP":
                yield office.i, replace(office, head=verb.i, dep="oprd")
            continue
        if any(sentence[k].lower in {"and", "or"} for k in range(whom.i, office.i)):
            continue
        first = sentence.subtree(office.i)[0]
        if sentence[first - 1].text == "," and sentence[sentence.subtree(beside.i)[0] - 1].text == ",":
            yield office.i, replace(office, head=verb.i, dep="oprd")
            yield beside.i, replace(beside, dep="appos")


def _articled(sentence: Sentence, noun: int) -> bool:
    return any(t.dep in {"det", "poss"} for t in _below(sentence, noun))


def _bare(sentence: Sentence) -> Moved:
    """ "Was wounded and taken prisoner", "elected mayor in 1990": what somebody became, not what they took or chose."""
    for noun in sentence:
        verb = sentence[noun.head]
        if noun.dep != "dobj" or verb.tag != "VBN" or noun.pos != "NOUN" or _articled(sentence, noun.i):
            continue
        held = verb.lemma in {"take", "hold"} and noun.lemma in _CAPTIVE
        office = verb.lemma in _OFFICES and noun.tag == "NN" and lexicon.is_person_noun(noun.lemma)
        if (held or office) and not any(t.dep == "aux" for t in _below(sentence, verb.i)):
            yield noun.i, replace(noun, dep="oprd")


def _when(sentence: Sentence) -> Moved:
    """ "Was burnt in 1871, rebuilt the following year": a year that points to another is when it was done."""
    for time in sentence:
        verb, above = sentence[time.head], sentence[sentence[time.head].head]
        if time.dep != "dobj" or time.lemma not in _TIMES or verb.tag not in {"VBN", "VBD"}:
            continue
        if verb.dep != "conj" or not any(t.dep == "auxpass" for t in _below(sentence, above.i)):
            continue
        if any(t.lower in _POINTING for t in _below(sentence, time.i)):
            yield time.i, replace(time, dep="npadvmod")
            yield verb.i, replace(verb, tag="VBN")


def _dates(sentence: Sentence) -> Moved:
    """ "Opened by the king in 1934": the date is that of the opening."""
    for prep in sentence:
        doer = sentence[prep.head]
        by = sentence[doer.head]
        if prep.dep != "prep" or prep.lower not in _WHEN or doer.dep != "pobj" or by.dep != "agent":
            continue
        dates = [t for t in _below(sentence, prep.i) if t.dep == "pobj" and t.ent == "DATE"]
        if dates and (doer.pos == "PROPN" or not lexicon.is_act(doer.lemma)):
            yield prep.i, replace(prep, head=by.head)


def _by(sentence: Sentence) -> Moved:
    """ "Led to protests outside the hall by workers": nothing active is done by anybody else than its subject."""
    for by in sentence:
        verb = sentence[by.head]
        if by.dep != "agent" or by.lower != "by" or verb.tag not in {"VBD", "VBZ", "VBP"}:
            continue
        below = _below(sentence, verb.i)
        if any(t.dep == "auxpass" for t in below) or not any(t.dep == "nsubj" for t in below):
            continue
        acts = (
            t
            for t in reversed(sentence.tokens[verb.i + 1 : by.i])
            if t.pos == "NOUN" and lexicon.is_act(t.lemma)
        )
        act = next(acts, None)
        if act is not None and verb.i in sentence.path_up(act.i):
            yield by.i, replace(by, head=act.i, dep="prep")
