"""Whether two mentions of a speaker mean one, and how findings name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.case import HELD
from claimcheck.dimensions import name
from claimcheck.dimensions.context import Context, Speaker
from claimcheck.dimensions.name import Kind, Name
from claimcheck.finding import Finding
from claimcheck.lore import Lore
from claimcheck.reading import Reading
from claimcheck.relate import GENERIC, lexical

SPEAKING = frozenset(
    "statement report release account official spokesman spokeswoman estimate figure tally data".split()
)
SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "statement", "representative", "official"})
ARMED = frozenset({"army", "military", "armed_forces"})  # what their spokesmen are called by
PHRASE = frozenset({"compound", "amod", "nmod", "poss", "appos"})


def same_speaker(
    evidence: Reading, e: int, statement: Reading, s: int, lore: Lore, about: Sequence[Name] = ()
) -> bool | None:
    """Whether two speakers' heads mean one; None where it cannot be told."""
    wanted = _names(statement, s)
    have = _names(evidence, e)
    if wanted and have:
        answers = [lore.same(a, b) for a in have for b in wanted]
        if any(a.yes for a in answers) or any(_alias(a, b, lore) for a in have for b in wanted):
            return True
        if any(_shorter(b, a) for a in have for b in wanted):
            return True
        if not all(a.no for a in answers):
            return None
        return _speaks_for(evidence, e, wanted, lore)
    mine, theirs = _phrase(statement, s), _phrase(evidence, e) | {evidence.sentence[e].lemma}
    if (
        wanted
        and evidence.sentence[e].lemma in GENERIC[Kind.ORG]
        and any(lore.same(a, b).yes for a in about for b in wanted)
    ):
        return True
    if wanted and _refers_back(evidence, e, wanted, lore):
        return True
    bodies = _belongs(evidence, e) if evidence.sentence[e].lemma in SPOKESMEN else []
    if wanted and any(lore.same(a, b).yes for a in bodies for b in wanted):
        return True  # "a spokesman for Veltron"
    if wanted and bodies and all(lore.same(a, b).no for a in bodies for b in wanted):
        return False
    stands = evidence.stands.get(e)
    titles = [n.title for n in have if n.title] + list(stands.titles if stands else ())
    theirs = theirs | {"_".join(title.lower().split()) for title in titles}  # "chief_executive" is a CEO
    if stands:
        theirs = theirs | stands.lemmas | {w for n in stands.names for w in n.text.lower().split()}
    if mine <= theirs:
        return True
    a, b = statement.sentence[s].lemma, evidence.sentence[e].lemma
    ours, others = _belongs(statement, s), _belongs(evidence, e)
    if a == b and any(lore.same(x, y).yes for x in others for y in ours):
        return True
    if ours and others and all(lore.same(x, y).no for x in others for y in ours):
        return False
    loose = {w for w in mine if not any(_says_it(t, w) for t in theirs)}
    return True if not loose else None


def _says_it(theirs: str, mine: str) -> bool:
    """Whether a word by which the evidence calls a speaker says what the statement's word does."""
    return {theirs, mine} <= ARMED or lexical(theirs, "n", mine, "n").meet in HELD


def _shorter(mine: Name, theirs: Name) -> bool:
    """ "The Red Cross", for one that the evidence calls by its country too: "the Danish Red Cross"."""
    words, whole = mine.text.split(), theirs.text.split()
    body = Kind.PERSON not in (mine.kind, theirs.kind)
    return body and 1 < len(words) < len(whole) and whole[-len(words) :] == words


def _refers_back(evidence: Reading, e: int, wanted: Sequence[Name], lore: Lore) -> bool:
    """ "Lumo has no plans to stop, the company said": the one name that the sentence has for a subject before."""
    sentence = evidence.sentence
    if sentence[e].lemma not in GENERIC[Kind.ORG] or not any(
        sentence[c].lower == "the" for c in sentence.children[e]
    ):
        return False
    subjects = [
        n.value
        for n in evidence.nodes
        if n.head < e
        and isinstance(n.value, Name)
        and n.value.kind is not Kind.PERSON
        and any(role in {"agent", "subject"} for role, _ in evidence.graph.roles(n.head))
    ]
    return bool(subjects) and all(any(lore.same(a, b).yes for b in wanted) for a in subjects)


def _speaks_for(evidence: Reading, e: int, wanted: Sequence[Name], lore: Lore) -> bool | None:
    """A body says what its spokesman says; whether it says what its engineer says cannot be told."""
    office = [c for c in _below(evidence, e) if evidence.sentence[c].pos in {"NOUN", "PROPN"}]
    bodies = [name for c in (e, *office) for name in _belongs(evidence, c)]
    stands = evidence.stands.get(e)
    lemmas = {evidence.sentence[c].lemma.lower() for c in office} | (stands.lemmas if stands else frozenset())
    words = {w.lower() for name in wanted for w in name.text.split()}
    if any(lore.same(a, b).yes for a in bodies for b in wanted) or (stands and words <= stands.lemmas):
        return True if lemmas & SPOKESMEN else None
    return False


def _below(reading: Reading, head: int) -> list[int]:
    """The tokens of a speaker's phrase below its head, those in apposition among them."""
    found: list[int] = []
    todo = [head]
    while todo:
        at = todo.pop()
        below = [c for c in reading.sentence.children[at] if reading.sentence[c].dep in PHRASE]
        found += below
        todo += below
    return found


def _belongs(reading: Reading, head: int) -> list[Name]:
    """Names that modify a speaker's head."""
    values = [reading.nodes[reading.at[c]].value for _, c in reading.graph.fillers(head) if c in reading.at]
    return [value for value in values if isinstance(value, Name)]


def _alias(a: Name, b: Name, lore: Lore) -> bool:
    """A seat of government speaks for its country."""
    found = name.relate(a, b, one_filler=False, aliases=lore.aliases, places=lore.places, locative=False)
    return found.rule == "name.alias"


def _phrase(reading: Reading, head: int) -> frozenset[str]:
    """The content words a speaker is called by; that it was a statement or an official who spoke says no more."""
    sentence = reading.sentence
    words = {head, *_below(reading, head)}
    lemmas = {sentence[i].lemma.lower() for i in words if sentence[i].pos in {"NOUN", "PROPN", "ADJ"}}
    return frozenset(lemmas - SPEAKING or lemmas)


# how findings name them


Told = tuple[Sequence[Reading], int, Context]  # the readings of a text, which of them speaks, and how


def named(found: Finding, evidence: Told, statement: Told) -> Finding:
    """An attribution's finding with the speakers as its values; with what they did, where it is that that differs."""
    if not found.rule.startswith("attribution."):
        return found
    theirs, mine = _chain(*evidence), _chain(*statement)
    if theirs == mine and found.rule != "attribution.same" and found.evidence != found.statement:
        return found
    return replace(found, statement=mine, evidence=theirs)


def _chain(readings: Sequence[Reading], at: int, context: Context) -> str:
    """Who says it, the outermost first."""
    return " > ".join(_called(readings, at, speaker) for speaker in context.speakers) or "no speaker"


def _called(readings: Sequence[Reading], at: int, speaker: Speaker) -> str:
    said = "not " if speaker.polarity < 0 else ""
    at += speaker.offset
    held = 0 <= at < len(readings) and all(head < len(readings[at].sentence) for head in speaker.heads)
    if not speaker.heads or not held:
        return f"{said}somebody"  # named nowhere, or in a sentence that the passage does not hold
    return said + " and ".join(_mention(readings[at], head) for head in speaker.heads)


def _mention(reading: Reading, head: int) -> str:
    node = reading.nodes[reading.at[head]] if head in reading.at else None
    if node is not None and isinstance(node.value, Name):
        return node.value.full
    first = min([head, *_below(reading, head)])
    return reading.sentence.words(first, head + 1)


def _names(reading: Reading, token: int) -> tuple[Name, ...]:
    k = reading.at.get(token)
    own = reading.nodes[k].value if k is not None else None
    stands = reading.stands.get(token)
    return ((own,) if isinstance(own, Name) else ()) + (stands.names if stands else ())
