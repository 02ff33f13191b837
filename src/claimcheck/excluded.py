"""A statement on what the evidence sets apart, and one on a whole from which the evidence cuts something out."""

from __future__ import annotations

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions import exception
from claimcheck.dimensions.context import Context, Modality
from claimcheck.dimensions.exception import Apart
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.relate import Meet
from claimcheck.scenes import EXCEPTION


def account(case: Case) -> None:
    """What is said of all others is not said of what is set apart: there it does not hold."""
    mine = case.reading.apart
    if any(f.note == EXCEPTION for rows in case.findings.values() for f in rows):
        return  # `scenes` has turned the predicate about
    for k in sorted(case.held):
        node, place = case.node(k), case.met(k)
        if place is None or node.kind not in {"word", "name"} or node.pos != "n" or not case.own(place):
            continue
        apart = _apart(case, place) or _astray(case, k, place)
        if apart is None or _within(mine, node.words):
            continue
        once = any(case.reading.contexts[n.head].ended for n in case.reading.nodes)  # "used to be so"
        if apart.cut and apart.sure and _turned(case, k, place):
            continue
        sure = apart.sure and not once and _alike(case, k, place)
        relation = Relation.CONTRADICTS if sure else Relation.UNDETERMINED
        case.held.discard(k)
        case.findings[k] = []
        there = f"{apart.marker} {case.evidence(place)}"
        case.add(k, Finding("scope.except", relation, case.reading.text(node), there, "", node.words))
    if not mine:
        _whole(case)


def _whole(case: Case) -> None:
    """ "All functions are available" where all but one are."""
    said = next((t for t in case.reading.sentence if t.lower in exception.WHOLES), None)
    if said is None:
        return
    for r in sorted(case.passage.own):
        cut = next((a for a in case.passage.readings[r].apart if a.cut), None)
        here = any((place := case.met(k)) is not None and place.reading == r for k in case.held)
        if cut is not None and here:
            there = case.passage.readings[r].sentence.words(cut.first, cut.stop)
            found = Finding(
                "scope.except", Relation.UNDETERMINED, said.text, f"{cut.marker} {there}", "", (said.i,)
            )
            case.general.append(found)


def _apart(case: Case, place: Place) -> Apart | None:
    """The words set apart that a noun heads; a modifier among them is left to its noun."""
    reading, node = case.passage.readings[place.reading], case.passage.node(place)
    found = next((a for a in reading.apart if _within((a,), node.words)), None)
    above = reading.sentence[node.head].head
    if found and reading.sentence[above].lower in {"one", "ones"}:
        return found  # "the default one": the noun has been said before
    return found if found and not found.first <= above < found.stop else None


def _astray(case: Case, k: int, place: Place) -> Apart | None:
    """The words set apart that hold a modifier whose noun was met by its double outside: "every page except the home
    page" for "the home page"."""
    reading, node = case.passage.readings[place.reading], case.passage.node(place)
    found = next((a for a in reading.apart if _within((a,), node.words)), None)
    above = reading.sentence[reading.sentence[node.head].head].lemma
    nouns = (case.met(link.head) for link in case.links if link.child == k and link.role == "mod")
    doubles = (case.passage.node(p) for p in nouns if p is not None and p.reading == place.reading)
    outside = any(d.lemma == above and not _within((found,), d.words) for d in doubles) if found else False
    return found if outside else None


def _within(apart: tuple[Apart, ...], words: tuple[int, ...]) -> bool:
    return any(a.first <= w < a.stop for a in apart for w in words)


def _turned(case: Case, k: int, place: Place) -> bool:
    """ "Cannot delete the default branch" where all but that one can be: the exception is the other way about."""
    evidence, verb = case.passage.readings[place.reading], _verb(case.reading, case.node(k).head)
    n, theirs = case.reading.at.get(verb), _verb(evidence, case.passage.node(place).head)
    at = case.met(n) if n is not None else None
    if n is None or at is None or case.passage.node(at).head != theirs or at.reading != place.reading:
        return False
    if not {t.lower for t in evidence.sentence} & exception.WHOLES:
        return False
    mine, other = case.reading.contexts[verb], evidence.contexts[theirs]
    if mine.polarity == other.polarity or not _one_kind(mine, other):
        return False
    case.turned.add(n)
    here = case.reading.text(case.node(k))
    case.findings[k] = []
    case.add(k, Finding("scope.except", Relation.ENTAILS, here, case.evidence(place), "", case.node(k).words))
    return True


def _one_kind(mine: Context, theirs: Context) -> bool:
    """Whether both tell what is so, or both what can and may be done."""
    may = {Modality.ABILITY, Modality.OBLIGATION}
    return mine.modality is theirs.modality or {mine.modality, theirs.modality} <= may


def _verb(reading: Reading, token: int) -> int:
    path = reading.sentence.path_up(token)
    return next((i for i in path if reading.sentence[i].pos in {"VERB", "AUX"}), token)


def _alike(case: Case, k: int, place: Place) -> bool:
    """Whether both texts affirm, or both deny, what the word takes part in."""
    if any(n in case.pairs and case.pairs[n].related.meet is Meet.EXCLUSIVE for n in case.near[k]):
        return False
    evidence = case.passage.readings[place.reading]
    return _polarity(case.reading, case.node(k).head) == _polarity(evidence, case.passage.node(place).head)


def _polarity(reading: Reading, token: int) -> int:
    return reading.contexts[_verb(reading, token)].polarity
