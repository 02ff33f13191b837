"""Facts told in another word of one family: "directed", "the director of", "a film by".

Where a statement's predicate, or what hangs from it, is not accounted for, the relation it tells is looked up in the
families of the lexicon, and what fills its slots is compared with what fills them in the evidence, whatever the words
and the structure there. The same fillers account for the predicate; another in a slot with room for one contradicts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck import casting, lexicon, unnamed
from claimcheck.align import Place
from claimcheck.case import HELD, Case
from claimcheck.casting import Slots
from claimcheck.dimensions import name
from claimcheck.dimensions.context import Context, Modality, Strength, Tense
from claimcheck.dimensions.name import Kind, Name
from claimcheck.finding import Finding, Relation
from claimcheck.lexicon import Family, Form
from claimcheck.occupants import called
from claimcheck.reading import Node, Reading
from claimcheck.relate import lexical

RULE = "predicate.retold"
# Relations of words that need not keep who does what to whom.
LOOSE = frozenset({"word.agent", "word.idiom", "word.synonym", "word.narrower", "word.derived"})
ANY = "*"  # a form of any noun
PAIR = 2  # participants that may have changed places
OVERRULED = frozenset({"name.different", "role.swapped", "role.preposition", "word.wider"})


class Fact(NamedTuple):
    """A relation told by the evidence: where, and what fills its slots."""

    place: Place
    token: int
    slots: Slots
    excludes: bool
    over: bool = False  # told of the past: "the former owner"


def account(case: Case) -> None:
    """Account for the statement's predicates by what the evidence tells in another word of their family."""
    for k, node in enumerate(case.reading.nodes):
        if node.kind == "word":
            retell(case, k)


def retell(case: Case, k: int) -> None:
    """Account for one node by a relation that it tells."""
    for family, form, token, slots in _told_here(case, k):
        if not _open(case, k):
            return
        if len(slots) == len(form.slots) and (said := _bound(case, k, slots)):
            _compare(case, k, token, family, form, said)


def _bound(case: Case, k: int, slots: Slots) -> Slots:
    """The slots of which the statement says who fills them: "the comet's discoverer was French" does not."""
    return {slot: mine for slot, mine in slots.items() if any(_says_whom(case, k, i) for i in mine)}


def _says_whom(case: Case, k: int, token: int) -> bool:
    others = (case.reading.at.get(i) for i in casting.same_thing(case.reading, token))
    values = [case.node(n).value for n in others if n is not None and n != k]
    nationalities = [
        isinstance(v, Name) and v.kind is Kind.NATIONALITY and lexicon.demonym(v.text) for v in values
    ]
    return not all(nationalities)


def _told_here(case: Case, k: int) -> Iterator[tuple[Family, Form, int, Slots]]:
    """The relations that a node of the statement tells."""
    families = lexicon.families()
    for lemma, pos, token in casting.words(case.node(k), case.reading):
        for family, form in families.get((lemma, pos), ()):
            slots = casting.cast(case.reading, token, form)
            if slots is not None:
                yield family, form, token, slots


def check(case: Case) -> frozenset[int]:
    """Put in doubt a predicate met by another word of its family that has other fillers: "attended a talk at the
    university" is not "studied at the university". Returns those that have the same."""
    sure = set()
    for k, pair in case.pairs.items():
        noun = case.node(k).pos == "n" and pair.related.by == "word.same"  # "the purchase of A by B"
        if case.node(k).kind != "word" or k not in case.held or not (pair.related.by in LOOSE or noun):
            continue
        if any(f.rule == RULE for f in case.findings.get(k, ())):
            continue
        rows = [(f, _bound(case, k, s)) for f, _, _, s in _told_here(case, k) if f.one_way or not noun]
        agree = [_agree(case, k, *row, pair.place) for row in rows if len(row[1]) > 1]
        if agree and False not in agree and True in agree:
            sure.add(k)
        if False in agree:
            case.held.discard(k)
            case.misplaced.add(k)
            case.findings[k] = []
            retell(case, k)
    for k in sorted(case.held - case.pairs.keys()):
        if any(f.rule == "word.extent" for f in case.findings.get(k, ())) and _told_of_others(case, k):
            case.held.discard(k)  # who paid for it is who bought it
            case.misplaced.add(k)
            case.findings[k] = []
            retell(case, k)
    return frozenset(sure)


def _told_of_others(case: Case, k: int) -> bool:
    """Whether the evidence tells the relation of a word that only a figure accounts for, and of nobody else."""
    for family, _, _, slots in _told_here(case, k):
        said = _bound(case, k, slots)
        facts = [f for f in _facts(case, family) if said.keys() <= f.slots.keys()]
        if len(said) < PAIR or not facts:
            continue
        if not any(
            all(meets(case, k, m, f.place.reading, f.slots[s]) for s, m in said.items()) for f in facts
        ):
            return True
    return False


def _agree(case: Case, k: int, family: Family, slots: Slots, place: Place) -> bool | None:
    """Whether the word at a place tells the family's relation of the same; None where it tells it of nobody."""
    facts = [f.slots for f in _facts(case, family) if f.place == place]
    if family.mutual:
        facts += [casting.turned(theirs, family) for theirs in facts]
    full = [theirs for theirs in facts if len(theirs) == max(map(len, facts))]
    for theirs in full:
        met = [
            slot not in theirs
            or meets(case, k, mine, place.reading, theirs[slot])
            or (family.one_way and not _both_named(case, mine, place.reading, theirs[slot]))
            for slot, mine in slots.items()
        ]
        if all(met):
            return True if slots.keys() <= theirs.keys() else None
    return False if full else None


def _both_named(case: Case, mine: tuple[int, ...], r: int, theirs: tuple[int, ...]) -> bool:
    """Whether both texts name who fills a slot; what they only describe, structure has compared."""
    reading = case.passage.readings[r]
    return any(called(case.reading, i) for i in mine) and any(called(reading, i) for i in theirs)


def _open(case: Case, k: int) -> bool:
    """Whether a predicate, or something that hangs together with it, is still to be accounted for."""
    near = (k, *case.near[k])
    return any(
        (n not in case.held or n in case.misplaced or case.wrong(n)) and case.account.weight(n) for n in near
    )


def _facts(case: Case, family: Family) -> Iterator[Fact]:
    """All that the claim's own sentences tell in words of the family."""
    forms: dict[tuple[str, str], list[Form]] = {}
    for form in family.forms:
        if form.entails or form.excludes:
            forms.setdefault((form.word, form.pos), []).append(form)
    for r in sorted(case.passage.own):
        reading = case.passage.readings[r]
        for n, node in enumerate(reading.nodes):
            for lemma, pos, token in casting.words(node, reading):
                for form in (*forms.get((lemma, pos), ()), *forms.get((ANY, pos), ())):
                    slots = casting.cast(reading, token, form)
                    if slots is not None:
                        over = form.pos == "n" and casting.over(reading, token)
                        yield Fact(Place(r, n), token, slots, form.excludes, over)


def _compare(case: Case, k: int, token: int, family: Family, form: Form, slots: Slots) -> None:
    excluded: tuple[Fact, int, str] | None = None
    for fact in _facts(case, family):
        if not slots.keys() <= fact.slots.keys():
            continue
        if fact.over and not (case.node(k).pos == "v" and case.reading.contexts[token].tense is Tense.PAST):
            continue
        for turned in (False, True) if family.mutual else (False,):
            theirs = casting.turned(fact.slots, family) if turned else fact.slots
            met = {slot: _met(case, k, slots[slot], fact.place.reading, theirs[slot]) for slot in slots}
            if all(n is not None for n in met.values()):
                if fact.place == case.met(k) and case.pairs[k].related.by == "word.same":
                    return  # the same word: structure has compared the rest
                if fact.excludes or form.excludes:
                    if fact.excludes != form.excludes and plain(case, token, fact):
                        _opposed(case, k, fact)
                    return
                _told(case, k, token, form, fact, [n for n in met.values() if n is not None])
                return
        said = form.entails and not form.excludes  # that she came from Ghana says not where she was born
        if excluded is None and said and not fact.excludes and plain(case, token, fact):
            wrong = _swapped(case, k, family, slots, fact) or _excluded(case, k, family, slots, fact)
            excluded = (fact, *wrong) if wrong is not None else None
    if excluded is not None and len(slots) > 1 and not casting.unmet_beside(case, token, excluded[1]):
        _other(case, k, *excluded)


def _met(case: Case, k: int, mine: tuple[int, ...], r: int, theirs: tuple[int, ...]) -> int | None:
    """The statement's node that fills a slot as the evidence has it filled."""
    reading = case.passage.readings[r]
    there = {t for i in theirs for t in casting.same_thing(reading, i)}
    for i in dict.fromkeys(t for token in mine for t in casting.same_thing(case.reading, token)):
        n = case.reading.at.get(i)
        if n is None or n == k or i != case.node(n).head:
            continue
        place = case.met(n)
        if place is not None and place.reading == r and case.passage.node(place).head in there:
            return n
        if any(_same(case, case.node(n), i, reading, t) for t in there):
            return n
        if any(Place(r, reading.at[t]) in case.passage.unnamed for t in there if t in reading.at):
            known = place is not None and place.reading == r and place not in case.passage.unnamed
            return n if not known and n in _topic(case) else None
    return None


def _topic(case: Case) -> frozenset[int]:
    """The statement's nodes that bare evidence may speak of without a name."""
    place, person = next(iter(case.passage.unnamed.items()))
    called = case.passage.node(place).lemma
    return unnamed.topic(case.reading, case.passage.readings, case.lore, person, called)


def _same(case: Case, node: Node, token: int, reading: Reading, other: int) -> bool:
    """Whether two mentions name one thing, or one word says what the other does."""
    names = called(case.reading, token)
    if names and node.kind in {"name", "pronoun"}:
        return any(case.lore.one(theirs, mine) for theirs in called(reading, other) for mine in names)
    at = reading.at.get(other)
    if at is None or node.kind != "word" or reading.nodes[at].kind != "word":
        return False
    have = reading.nodes[at]
    return lexical(have.lemma, have.pos, node.lemma, node.pos).meet in HELD


def meets(case: Case, k: int, mine: tuple[int, ...], r: int, theirs: tuple[int, ...]) -> bool:
    """Whether one of the statement's fillers is one of the evidence's."""
    return _met(case, k, mine, r, theirs) is not None


def _told(case: Case, k: int, token: int, form: Form, fact: Fact, fillers: list[int]) -> None:
    """The evidence has the relation with these fillers."""
    there = case.evidence(fact.place)
    phrase = (w for i in case.node(k).idioms if i.lemma == form.word for w in i.words)
    needed = (case.reading.at.get(i) for i in (*casting.needed(case.reading, token, form), *phrase))
    for n in dict.fromkeys((k, *fillers, *(n for n in needed if n is not None))):
        node = case.node(n)
        case.findings[n] = [f for f in case.findings.get(n, ()) if f.rule not in OVERRULED]
        case.misplaced.discard(n)
        case.another.discard(n)
        if n not in case.held or n == k:
            case.add(n, Finding(RULE, Relation.ENTAILS, case.reading.text(node), there, "", node.words))
    met = case.met(k)
    if met != fact.place:
        case.reworded[k] = fact.place


def _opposed(case: Case, k: int, fact: Fact) -> None:
    """What the evidence says of the same leaves no room for what the statement says."""
    node = case.node(k)
    case.held.discard(k)
    here, there = case.reading.text(node), case.evidence(fact.place)
    case.findings[k] = [Finding("polarity.antonym", Relation.CONTRADICTS, here, there, "", node.words)]


def plain(case: Case, token: int, fact: Fact) -> bool:
    """Whether both texts assert the relation outright."""
    theirs = case.passage.readings[fact.place.reading].contexts[fact.token]
    return all(_asserted(c) for c in (case.reading.contexts[token], theirs))


def _asserted(context: Context) -> bool:
    return context.polarity > 0 and context.strength is Strength.FACT and context.modality is Modality.NONE


def _swapped(case: Case, k: int, family: Family, slots: Slots, fact: Fact) -> tuple[int, str] | None:
    """One of two participants that have changed places."""
    if not family.one_way or len(slots) != PAIR:
        return None
    (one, a), (other, b) = slots.items()
    r, theirs = fact.place.reading, fact.slots
    first, second = _met(case, k, a, r, theirs[other]), _met(case, k, b, r, theirs[one])
    kept = {_met(case, k, a, r, theirs[one]), _met(case, k, b, r, theirs[other])}
    return (first, "role.swapped") if first is not None and second is not None and kept == {None} else None


def _excluded(case: Case, k: int, family: Family, slots: Slots, fact: Fact) -> tuple[int, str] | None:
    """The statement's node that is another than the evidence has in a slot with room for one."""
    r = fact.place.reading
    reading = case.passage.readings[r]
    wrong: int | None = None
    for slot, mine in slots.items():
        if _met(case, k, mine, r, fact.slots[slot]) is not None:
            if not any(_known(case.reading, token) for token in mine):
                return None  # "an award": there may be another
            continue
        if wrong is not None or slot not in family.single:
            return None
        wrong = _another(case, mine, reading, fact.slots[slot])
        if wrong is None:
            return None
    return (wrong, "name.different") if wrong is not None else None


def _known(reading: Reading, token: int) -> bool:
    """Whether a mention is of one certain thing: a name, or what has "the" or an owner."""
    below = [reading.sentence[c] for c in reading.sentence.children[token]]
    certain = any(t.lower in {"the", "this", "that"} or t.dep == "poss" for t in below)
    return certain or bool(called(reading, token)) or reading.sentence[token].pos in {"PROPN", "PRON"}


def _another(case: Case, mine: tuple[int, ...], reading: Reading, theirs: tuple[int, ...]) -> int | None:
    have = [n for i in theirs for t in casting.same_thing(reading, i) for n in called(reading, t)]
    for i in (t for token in mine for t in casting.same_thing(case.reading, token)):
        n = case.reading.at.get(i)
        value = case.node(n).value if n is not None else None
        if n is None or not isinstance(value, Name) or not have:
            continue
        found = [
            name.relate(
                other,
                value,
                one_filler=True,
                aliases=case.lore.aliases,
                places=case.lore.places,
                locative=True,
            )
            for other in have
        ]
        if all(f.relation is Relation.CONTRADICTS and f.rule == "name.different" for f in found):
            return n
    return None


def _other(case: Case, k: int, fact: Fact, wrong: int, rule: str) -> None:
    """Another fills the slot in the evidence."""
    node, there = case.node(wrong), case.evidence(fact.place)
    mine = case.node(k)
    case.findings[k] = []
    case.misplaced.discard(k)
    case.add(k, Finding(RULE, Relation.ENTAILS, case.reading.text(mine), there, "", mine.words))
    if not case.wrong(wrong):
        case.held.discard(wrong)
        text = case.reading.text(node)
        case.misplaced.discard(wrong)
        case.add(wrong, Finding(rule, Relation.CONTRADICTS, text, there, "", node.words))
