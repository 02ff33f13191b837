"""Whether two facts are one fact with two values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from claimcheck.account import Account
from claimcheck.align import Passage
from claimcheck.checking.once import twice
from claimcheck.checking.told import SETTLED, Told, comparable
from claimcheck.dimensions.context import Context, Modality, Strength, Tense
from claimcheck.dimensions.date import When
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.judge import judge
from claimcheck.lore import Lore
from claimcheck.policy import Policy
from claimcheck.reading import Reading
from claimcheck.siblings import clause_of
from claimcheck.tokens import Sentence
from claimcheck.verdict import Clause, Judgement, Label

VALUES: Final = frozenset({"quantity.disjoint", "quantity.unit"})
DEFINITE: Final = frozenset({"the", "all"})


@dataclass(frozen=True, slots=True)
class Clash:
    """The two values, as their facts put them."""

    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Side:
    """A fact with what the other one, as its evidence, says of it."""

    told: Told
    reading: Reading
    judged: Judgement

    def value(self, text: str) -> Quantity | None:
        """The figure that reads so; None where several do."""
        found = [
            n.value for n in self.reading.nodes if isinstance(n.value, Quantity) and n.value.text == text
        ]
        return found[0] if len(found) == 1 else None

    def clause(self, text: str) -> Clause | None:
        """The clause that a value's finding belongs to."""
        return next((c for c in self.judged.clauses if any(f.statement == text for f in c.findings)), None)

    def answered_by(self, other: Reading) -> bool:
        """Whether a figure of this fact was held against one of the other's, and nothing but figures is wrong: each
        fact must be so told by the other for a clash."""
        if any(f.rule not in VALUES for f in self.against):
            return False
        mine = {n.value.text for n in self.reading.nodes if isinstance(n.value, Quantity)}
        theirs = {n.value.text for n in other.nodes if isinstance(n.value, Quantity)}
        return any(f.statement in mine and f.evidence in theirs for f in self.judged.findings)

    @property
    def against(self) -> list[Finding]:
        return [f for f in self.judged.findings if f.relation is Relation.CONTRADICTS]


def clash(
    earlier: Told, later: Told, lore: Lore, policy: Policy, account: Callable[[Told], Account]
) -> Clash | None:
    """The values by which two facts contradict each other, where they are one fact; `account` reads a fact again."""
    if earlier.text == later.text or _parallel(earlier, later):
        return None
    if earlier.path != later.path and earlier.day != later.day:
        return None
    alike = earlier.otherwise == later.otherwise
    if not alike and not _of_one_event(earlier, later):
        return None  # nothing below could find them one fact, and reading them takes long
    one, two = account(earlier), account(later)
    dated = twice(one.reading, two.reading, lore, earlier.path == later.path)
    if dated is not None:
        return Clash(dated[0].text, dated[1].text)
    if not alike:
        return None
    first = Side(earlier, one.reading, judge(one, _alone(two.reading), lore, policy))
    if not first.answered_by(two.reading):
        return None  # the other way round could only find the same
    second = Side(later, two.reading, judge(two, _alone(one.reading), lore, policy))
    found = _told_twice(second, first)
    if found is not None:
        return Clash(found.evidence, found.statement)
    found = _told_twice(first, second)
    return Clash(found.statement, found.evidence) if found is not None else None


def _of_one_event(one: Told, two: Told) -> bool:
    """Whether both date what may be one event."""
    dated = {anchor for anchor, value in one.figures if value is None}
    return any(value is None and anchor in dated for anchor, value in two.figures)


def _alone(reading: Reading) -> Passage:
    return Passage((reading,), frozenset({0}))


def _parallel(one: Told, two: Told) -> bool:
    """Cells of a table and items of a list stand side by side because they tell of different things; and drafts are of
    one thing only where they name it."""
    kinds = {one.kind, two.kind}
    if kinds == {"table_cell"} or kinds == {"list_item"}:
        return True
    return one.path != two.path and not _named_alike(one.names, two.names)


def _named_alike(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether both have a name, and not only a word of longer ones: Lindo Holdings is not Brae Holdings."""
    return any(not (_part(word, one) and _part(word, two)) for word in one & two)


def _part(word: str, names: frozenset[str]) -> bool:
    return any(word != name and word in name for name in names)


def _told_twice(whole: Side, other: Side) -> Finding | None:
    """The one value by which the other fact contradicts the whole of this one, and is contradicted in its turn by the
    same; the other may tell more, but nothing that makes its value another thing's."""
    if whole.judged.label is not Label.CONTRADICTED or len(whole.against) != 1:
        return None
    found = whole.against[0]
    if found.rule not in VALUES or any(f.rule not in VALUES for f in other.against):
        return None
    mine, theirs = whole.value(found.statement), other.value(found.evidence)
    mirrored = next((f for f in other.judged.findings if f.statement == found.evidence), None)
    if mine is None or theirs is None or mirrored is None or not _comparable(mine, theirs):
        return None
    if mirrored.evidence != found.statement or not _figures_met(whole):
        return None
    again = _spoken_of_again(other, theirs)
    if not again and (whole.judged.left or mirrored.relation is not Relation.CONTRADICTS):
        return None
    if again and not _left(whole) <= _dates(whole.reading):
        return None
    if not again and _narrowed(other, found.evidence):
        return None
    return found if _told_alike(whole, mine, other, theirs, again) else None


def _comparable(mine: Quantity, theirs: Quantity) -> bool:
    """Whether both are figures of a whole, or both of a part."""
    same = (mine.partitive, mine.other, mine.role) == (theirs.partitive, theirs.other, theirs.role)
    return same and comparable(mine) and comparable(theirs)


def _narrowed(other: Side, text: str) -> bool:
    """Whether words are left over in the clause of the value: they may make it the value of another thing."""
    clause = other.clause(text)
    return clause is None or (bool(clause.left) and clause.label is not Label.CONTRADICTED)


def _spoken_of_again(other: Side, value: Quantity) -> bool:
    """ "The 17 rockets that hit the base": the things that the whole told of, and what it told of them."""
    if value.head is None:
        return False
    sentence = other.reading.sentence
    opened = {sentence[value.start].lower, sentence[value.start - 1].lower if value.start else ""}
    relative = [c for c in sentence.children[value.head] if sentence[c].dep == "relcl"]
    said = [c for c in other.judged.clauses if c.label is Label.SUPPORTED and c.weight]
    return bool(opened & DEFINITE) and len(relative) == 1 and bool(said)


def _left(side: Side) -> frozenset[str]:
    return frozenset(text for clause in side.judged.clauses for text in clause.left)


def _dates(reading: Reading) -> frozenset[str]:
    return frozenset(reading.text(node) for node in reading.nodes if isinstance(node.value, When))


def _figures_met(side: Side) -> bool:
    """Whether every other figure of the fact is told by the other as well."""
    answered = {w for f in side.judged.findings for w in f.words}
    figures = (node for node in side.reading.nodes if isinstance(node.value, Quantity))
    return all(answered.intersection(node.words) for node in figures)


# time and speaker


def _told_alike(one: Side, mine: Quantity, two: Side, theirs: Quantity, again: bool) -> bool:
    """Whether both are told as firmly, of one time, by the same speaker; what is spoken of again needs none."""
    a, b = _context(one.reading, mine), _context(two.reading, theirs)
    headed = "heading" in {one.told.kind, two.told.kind}
    if a.polarity < 0 or b.polarity < 0 or a.modality is not b.modality or a.modality not in SETTLED:
        return False
    able = a.modality in {
        Modality.ABILITY,
        Modality.OBLIGATION,
    }  # "can hold", "must have": no doubt, but a limit
    if not able and min(a.strength, b.strength) < Strength.ATTRIBUTED:
        return False
    if again:
        return Tense.FUTURE not in {a.tense, b.tense}
    if a.tense is not b.tense and (not headed or Tense.FUTURE in {a.tense, b.tense}):
        return False
    same = _speaker(one.reading, a) == _speaker(two.reading, b)
    return same and _one_time(one, mine, two, theirs, a.tense)


def _context(reading: Reading, value: Quantity) -> Context:
    return reading.contexts[clause_of(reading.sentence, value)]


def _speaker(reading: Reading, context: Context) -> tuple[str, ...]:
    """Who speaks, by the lemmas of the heads; "it said" is what it says of itself."""
    heads = (h for speaker in context.speakers for h in speaker.heads if not speaker.offset)
    return tuple(sorted(reading.sentence[h].lemma for h in heads if reading.sentence[h].pos != "PRON"))


def _one_time(one: Side, mine: Quantity, two: Side, theirs: Quantity, tense: Tense) -> bool:
    """Whether no date, or the same, is given with both; an undated event is told at the date its paragraph was at."""
    times = [_times(one.reading, mine), _times(two.reading, theirs)]
    if all(times):
        return True  # the judge has compared them
    since = (one.told.since, two.told.since)
    if not any(times):
        return tense is Tense.PRESENT or since[0] == since[1] or None in since
    dated = [_days(t) or s for t, s in zip(times, since, strict=True)]
    return dated[0] == dated[1]


def _times(reading: Reading, value: Quantity) -> tuple[When, ...]:
    """The dates of the clause that a figure stands in."""
    sentence, verb = reading.sentence, clause_of(reading.sentence, value)
    found = (node.value for node in reading.nodes if isinstance(node.value, When))
    return tuple(when for when in found if _verb(sentence, when.governor) == verb)


def _verb(sentence: Sentence, at: int) -> int:
    return next((i for i in (at, *sentence.path_up(at)) if sentence[i].pos in {"VERB", "AUX"}), sentence.root)


def _days(times: tuple[When, ...]) -> tuple[int, int] | None:
    days = [when.period.days for when in times if when.period is not None and when.period.days is not None]
    return (days[-1].lo, days[-1].hi) if days else None
