"""What a figure with a unit is the measure of: a length, a height, an age, a price; and nouns that name a number.

"137 meters high", "a height of 137 meters" and "rises 137 meters" measure one extent; so do "12,400 inhabitants" and "a
population of 12,400". The word for the extent says nothing beyond the figure, once that figure is bound.
"""

from __future__ import annotations

from typing import Final

from claimcheck import lexicon
from claimcheck.account import FIGURE_VERBS
from claimcheck.case import Case
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading

# The words for each extent, and the dimensions it is measured in.
_EXTENTS: Final = {
    "long": ("long length lengthy distance stretch span far extend duration time last take lie apart away",
             "length duration calendar"),
    "wide": ("wide width broad breadth across", "length"),
    "high": ("high height tall rise tower altitude elevation", "length"),
    "deep": ("deep depth", "length"),
    "thick": ("thick thickness", "length"),
    "heavy": ("heavy weight weigh mass load", "mass ton"),
    "old": ("old age aged", "age duration calendar"),
    "fast": ("fast speed velocity pace clock", "speed"),
    "warm": ("temperature warm hot cold heat", "temperature degree"),
    "dear": ("price cost expensive sell charge fetch fee buy pay purchase", "money"),
    "worth": ("worth value", "money"),
    "large": ("area size large cover surface occupy big", "area volume data"),
    "full": ("capacity volume hold", "volume data power"),
    "strong": ("power output", "power"),
    "rated": ("rating score grade mark approval", "share rating"),
    "often": ("rate share percentage proportion ratio level figure", "share points"),
}  # fmt: skip
AXES: Final = {word: axis for axis, (words, _) in _EXTENTS.items() for word in words.split()}
MEASURED_IN: Final = {axis: frozenset(dimensions.split()) for axis, (_, dimensions) in _EXTENTS.items()}
# An extent that the unit alone tells, where the evidence has no word for it.
IMPLIED: Final = frozenset({"long", "heavy", "old", "fast", "warm", "large", "full", "strong"})
# Nouns that name the number of something, with what they count.
_NUMBERS: Final = {
    "population": "inhabitant resident people person citizen",
    "workforce": "employee worker staff people person staffer",
    "payroll": "employee worker staff people person staffer",
    "headcount": "employee worker staff people person staffer",
    "staff": "employee worker people person staffer",
    "membership": "member",
    "attendance": "visitor spectator people person attendee fan guest",
    "audience": "people person spectator viewer listener",
    "crowd": "people person spectator demonstrator protester",
    "enrollment": "student pupil",
    "enrolment": "student pupil",
    "readership": "reader",
    "fleet": "ship vessel aircraft plane bus truck vehicle boat car",
    "review": "critic reviewer",
    "critic": "review",
    "toll": "people person death dead victim",
}
NUMBERS: Final = {word: frozenset(counted.split()) for word, counted in _NUMBERS.items()}
NEAR = 3  # steps from a figure within which a word may name its extent


def one_number(a: str, b: str) -> bool:
    """Whether of two nouns one names the number of what the other counts ("a population of", "inhabitants")."""
    return (
        b in NUMBERS.get(a, ()) or a in NUMBERS.get(b, ()) or (a in NUMBERS and b in NUMBERS and _both(a, b))
    )


def _both(a: str, b: str) -> bool:
    return len(NUMBERS[a] & NUMBERS[b]) > 2


def names_extent(lemma: str) -> bool:
    """Whether a noun names no more than an extent or a number of what it is of ("the height of the tower")."""
    return lemma in AXES or lemma in NUMBERS or lemma == "number"


def axis_of(reading: Reading, value: Quantity) -> str | None:
    """The extent that a sentence says a figure measures; None where it has no word for it."""
    sentence = reading.sentence
    words = [sentence[i].lemma for i in range(value.stop, min(value.stop + 1, len(sentence)))]
    beside = [i for i in (value.governor, value.head) if i is not None]
    words += [sentence[i].lemma for i in beside]
    if value.governor is not None and sentence[value.governor].lemma in {"be", "have", "reach", "stand"}:
        words += [sentence[c].lemma for _, c in reading.graph.fillers(value.governor)]
    axes = (AXES.get(word) for word in words)
    return next((axis for axis in axes if axis and value.dimension in MEASURED_IN[axis]), None)


def account(case: Case) -> None:
    """Account for the words left over that name no more than the extent or the number of a figure that is bound."""
    for k, node in enumerate(case.reading.nodes):
        if k in case.held or case.wrong(k) or node.kind != "word" or not case.account.weight(k):
            continue
        if any(_names(case, k, q) for q in _figures(case, k)):
            here = case.reading.text(node)
            case.findings[k] = []
            case.add(k, Finding("word.extent", Relation.ENTAILS, here, "", "", node.words))


def figure_verbs(case: Case) -> None:
    """Verbs that only lead to a figure, once that figure is bound."""
    for link in case.links:
        k, node = link.head, case.node(link.head)
        if node.kind != "word" or node.pos != "v" or k in case.held:
            continue
        leads = node.lemma.split("_")[0] in FIGURE_VERBS and case.node(link.child).kind == "quantity"
        if leads and (link.child in case.held or case.wrong(link.child)):
            here = case.reading.text(node)
            case.add(k, Finding("word.figure-verb", Relation.ENTAILS, here, "", "", node.words))


def _figures(case: Case, k: int) -> list[int]:
    """Bound figures near a node of the statement."""
    graph = case.reading.graph
    return [
        q
        for q, node in enumerate(case.reading.nodes)
        if isinstance(node.value, Quantity)
        and q in case.places
        and (q in case.held or case.wrong(q))
        and graph.distance(node.head, case.node(k).head) <= NEAR
    ]


def _names(case: Case, k: int, q: int) -> bool:
    mine, place = case.node(q).value, case.places[q]
    theirs = case.passage.node(place).value
    assert isinstance(mine, Quantity)
    if not isinstance(theirs, Quantity):
        return False
    reading = case.passage.readings[place.reading]
    lemma = case.node(k).lemma
    if mine.dimension == "count":
        beside = [i for i in (theirs.head, theirs.governor) if i is not None]
        if theirs.governor is not None and reading.sentence[theirs.governor].lemma == "be":
            beside += [c for r, c in reading.graph.fillers(theirs.governor) if r in {"agent", "subject"}]
        counted = [reading.sentence[i].lemma for i in beside]
        return lemma == "number" or any(one_number(lemma, other) for other in counted)
    axis = AXES.get(lemma)
    if axis is None or mine.dimension not in MEASURED_IN[axis]:
        return False
    said = axis_of(reading, theirs)
    return said == axis or (said is None and axis in IMPLIED)


def persons(lemma: str) -> bool:
    """Whether a noun, counted, counts human beings."""
    return lexicon.is_person_noun(lemma) or lemma in PERSONS


PERSONS: Final = frozenset(
    "climber troop personnel crew staff driver police dead injured wounded people".split()
)
