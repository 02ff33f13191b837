"""A statement's scope words (all, most, only, first) against those of the words they meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from claimcheck.align import Pair, Place
from claimcheck.case import Case
from claimcheck.dimensions import scope
from claimcheck.dimensions import scope_grades as grades
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.relate import Meet
from claimcheck.scenes import opposite
from claimcheck.tokens import Sentence

MOSTLY = frozenset("mostly largely mainly chiefly primarily predominantly most majority".split())


REST = 0.3  # share of a statement that may be left over beside the word "all"


def compare(case: Case) -> Iterator[Finding]:
    """One finding for every scope word of the statement."""
    account, passage, pairs = case.account, case.passage, case.pairs
    if not account.scopes:
        return
    known = {r: reading.scopes for r, reading in enumerate(passage.readings)}
    bounds = [n for n in account.reading.nodes if isinstance(n.value, Quantity) and n.value.form == "bound"]
    figures = {w for n in bounds for w in n.words if len(n.words) > 1}  # "at most", "no longer than"
    asked = [
        s for s in account.scopes if not _idle(account.reading.sentence, s) and not figures & set(s.cues)
    ]
    for head in dict.fromkeys(s.head for s in asked):
        k = account.reading.at.get(head)
        if k is None or k not in pairs:  # "all of the dead": what is spoken of hangs below
            below = [
                account.reading.at.get(c) for r, c in account.reading.graph.fillers(head) if r == "prep_of"
            ]
            k = next((n for n in below if n is not None and n in pairs), k)
        pair = pairs.get(k) if k is not None else None
        place = pair.place if pair is not None else case.places.get(k) if k is not None else None
        theirs: tuple[scope.Scope, ...] = ()
        ended = False
        if place is not None:
            ended = passage.readings[place.reading].contexts[passage.node(place).head].ended
            value = passage.node(place).value
            at = {
                passage.node(place).head,
                value.head if isinstance(value, Quantity) else None,
            }  # "its last 14"
            theirs = tuple(s for h in at if h is not None for s in scope.of(known[place.reading], h))
            if k is not None and _turned(case, k):
                theirs = tuple(scope.opposed(found) for found in theirs)
        for one in scope.of(asked, head):
            (found,) = scope.relate(theirs, (one,), ended=ended)
            if found.relation is Relation.CONTRADICTS and place is not None:
                found = _of_another_end(case, found, one, place, theirs)
            yield _novel(case, one, known) or _settled(case, found, pair, known)


def _of_another_end(
    case: Case, found: Finding, one: scope.Scope, place: Place, theirs: tuple[scope.Scope, ...]
) -> Finding:
    """ "The oldest part is of oak" says nothing of the newest part: opposite ends exclude each other where they are
    said of a thing, not where they say which thing is meant."""
    if not any(grades.same(other, one) is False for other in theirs):
        return found
    evidence = case.passage.readings[place.reading]
    both = ((case.reading, one.head), *((evidence, other.head) for other in theirs))
    said = all(_predicated(r.sentence, head) and r.contexts[head].polarity > 0 for r, head in both)
    if said:
        return found
    return replace(found, relation=Relation.UNDETERMINED)


def _predicated(sentence: Sentence, head: int) -> bool:
    """Whether a nominal is said of another: "is the largest", "one of the largest", "ranked the largest"."""
    token = sentence[head]
    if token.dep == "pobj" and sentence[token.head].lower in {"of", "among"}:
        above = sentence[sentence[token.head].head]
        if sentence[token.head].lower == "among":
            return above.lemma in {"be", "rank"}
        token = above
    return token.dep in {"attr", "oprd", "acomp", "appos", "ROOT"}


def _novel(case: Case, one: scope.Scope, known: Mapping[int, tuple[scope.Scope, ...]]) -> Finding | None:
    """ "For the first time": it never was before, and it is not again."""
    sentence = case.reading.sentence
    before = next((t for t in sentence if t.lower == "before" and t.dep == "advmod"), None)
    never = one.kind is scope.Kind.NEVER and before is not None
    if not never and one.kind is not scope.Kind.AGAIN:
        return None
    for r in sorted(case.passage.own):
        for other in known[r]:
            if (
                other.kind is scope.Kind.FIRST
                and case.passage.readings[r].sentence[other.head].lemma == "time"
            ):
                relation = Relation.ENTAILS if never else Relation.CONTRADICTS
                if never and before is not None and before.i in case.reading.at:
                    case.held.add(case.reading.at[before.i])
                rule = "scope.never" if never else "scope.again"
                return Finding(rule, relation, one.word, "for the first time", "", one.cues, other.cues)
    return None


def _turned(case: Case, k: int) -> bool:
    """Whether what a thing does or is was met by its opposite: "none survived" where all are said to have died."""
    heads = {h for _, h in case.reading.graph.roles(case.node(k).head)}
    heads |= {link.head for link in case.links if link.child == k and link.role == "subject"}
    predicates = [case.reading.at[h] for h in sorted(heads) if h in case.reading.at]
    return any(n in case.pairs and case.pairs[n].related.meet is Meet.EXCLUSIVE for n in predicates)


def negators(found: Iterable[scope.Scope]) -> frozenset[int]:
    """Tokens whose "no" or "not" is part of a scope word: not the polarity but the scope has to answer for them."""
    kinds = {scope.Kind.MOST, scope.Kind.NOT_ALL, scope.Kind.ONLY}
    return frozenset(cue for one in found if one.kind in kinds for cue in one.cues)


def graded(found: Iterable[scope.Scope]) -> bool:
    """Whether a scope word says which one of all is meant."""
    return any(one.kind in {scope.Kind.MOST, scope.Kind.ONLY} for one in found)


def part_of_all(case: Case, share: float) -> Finding | None:
    """ "All 41 were newcomers" against "41 took part, 17 of them for the first time": a part, or not all."""
    asked = [f for f in case.general if f.rule == "scope.all" and f.relation is Relation.UNDETERMINED]
    if not asked or share - _said_of_all(case) > REST:
        return None
    for r in sorted(case.passage.own):
        sentence = case.passage.readings[r].sentence
        found = scope.find(sentence)
        if any(one.kind in {scope.Kind.MOST_OF, scope.Kind.NONE} for one in found):
            continue
        part = next((one.word for one in found if _leaves_some(sentence, one)), "") or _contrast(case, r)
        if part:
            made = replace(asked[0], relation=Relation.CONTRADICTS, evidence=part)
            case.general.append(made)
            return made
    return None


def _leaves_some(sentence: Sentence, found: scope.Scope) -> bool:
    """Whether a scope word says that some are left out: "17 of them", "some …, others …"."""
    if found.kind is scope.Kind.SOME:
        return any(t.lower in OTHERS and t.i > found.cues[-1] for t in sentence)
    return found.kind in {scope.Kind.NOT_ALL, scope.Kind.PART}


OTHERS = frozenset({"others", "rest", "remainder"})


def _contrast(case: Case, r: int) -> str:
    """The words by which the evidence says the opposite of something else: "rose in Poland but fell in Spain"."""
    reading = case.passage.readings[r]
    for k in sorted(case.held):
        place = case.met(k)
        if place is None or place.reading != r or case.node(k).pos != "v":
            continue
        mine = case.passage.node(place)
        for node in reading.nodes:
            joined = reading.sentence[node.head].dep in {"conj", "advcl"} and node is not mine
            if node.pos == "v" and joined and opposite(reading, mine, node):
                return reading.text(node)
    return ""


def _said_of_all(case: Case) -> float:
    """The share of the statement that is the word "all" and its figure ("all 41"), which the part answers."""
    nodes = range(len(case.reading.nodes))
    total = sum(case.account.weight(k) for k in nodes)
    cues = {cue for s in case.account.scopes if s.kind is scope.Kind.ALL for cue in s.cues}
    own = [k for k in nodes if k not in case.held and cues & set(case.node(k).words)]
    return sum(case.account.weight(k) for k in own) / total if total else 0.0


def _idle(sentence: Sentence, found: scope.Scope) -> bool:
    """ "All told", "above all", "at all": no word of scope."""
    if found.word != "all":
        return False
    at = found.cues[0]
    after = sentence[at + 1].lower if at + 1 < len(sentence) else ""
    before = sentence[at - 1].lower if at else ""
    return after in {"told", "in"} or before in {"in", "at", "above", "after"}


def _settled(
    case: Case, found: Finding, pair: Pair | None, known: Mapping[int, tuple[scope.Scope, ...]]
) -> Finding:
    """ "All the rockets" is met by "the rockets"; "for the most part" by "largely"."""
    if (found.rule == "scope.most-of" and case.apportioned) or (
        found.rule == "scope.all" and case.shared_out
    ):
        return replace(found, relation=Relation.ENTAILS)  # the share itself has been compared
    if found.relation is not Relation.UNDETERMINED or found.evidence:
        return found
    passage = case.passage
    own = [known[r] for r in sorted(passage.own)]
    if found.rule == "scope.all":
        if pair is not None and (narrowed := _only_some(case, pair, known)):
            denied = found.statement.startswith("not ")
            relation = Relation.ENTAILS if denied else Relation.CONTRADICTS
            return replace(found, relation=relation, evidence=narrowed)
        part = _part_met(case, known)
        if part is not None:
            denied = found.statement.startswith("not ")
            return replace(found, relation=Relation.ENTAILS if denied else found.relation, evidence=part.word)
        if found.statement.startswith("not "):
            left_out = next((w for r in sorted(passage.own) if (w := _exception(case, r, known[r]))), "")
            return replace(found, relation=Relation.ENTAILS, evidence=left_out) if left_out else found
    if (
        found.rule == "scope.all"
        and pair is None
        and any(s.kind is scope.Kind.ALL for row in own for s in row)
    ):
        return replace(found, relation=Relation.ENTAILS)  # "everyone who survived" and "all of the survivors"
    if found.rule == "scope.all" and pair is not None:
        sentence = passage.readings[pair.place.reading].sentence
        head = passage.node(pair.place).head
        if scope.whole(sentence, head) or any(sentence[c].lower == "the" for c in sentence.children[head]):
            return replace(found, relation=Relation.ENTAILS)
    if found.rule in {"scope.first", "scope.last"}:
        alone = [s for row in own for s in row if s.word == found.statement and _elliptic(case, known, s)]
        return replace(found, relation=Relation.ENTAILS) if alone else found
    if found.rule == "scope.most-of":
        words = {t.lower for r in passage.own for t in passage.readings[r].sentence}
        if words & MOSTLY:
            return replace(found, relation=Relation.ENTAILS)
    return found


def _elliptic(case: Case, known: Mapping[int, tuple[scope.Scope, ...]], found: scope.Scope) -> bool:
    """ "The first ferry leaves at 6 and the last at 10": "the last" is said without its noun."""
    for r in sorted(case.passage.own):
        if any(one is found for one in known[r]):
            token = case.passage.readings[r].sentence[found.cues[0]]
            return token.dep not in {"amod", "compound", "nummod", "advmod"}
    return False


def _exception(case: Case, r: int, found: tuple[scope.Scope, ...]) -> str:
    sentence = case.passage.readings[r].sentence
    some = (one.word for one in found if one.kind is scope.Kind.SOME and _leaves_some(sentence, one))
    return next(some, "") or _contrast(case, r)


def _only_some(case: Case, pair: Pair, known: Mapping[int, tuple[scope.Scope, ...]]) -> str:
    """ "Only customers in Europe": not all customers, where the statement narrows them by nothing."""
    sentence = case.passage.readings[pair.place.reading].sentence
    head = case.passage.node(pair.place).head
    only = any(one.kind is scope.Kind.ONLY for one in scope.of(known[pair.place.reading], head))
    if not only or not case.own(pair.place):
        return ""
    k = next((n for n, p in case.pairs.items() if p is pair), None)
    mine = any(link.head == k and link.role != "mod" and link.child in case.held for link in case.links)
    below = [sentence[c] for c in sentence.children[head] if sentence[c].dep in {"prep", "relcl", "acl"}]
    return "" if mine or not below else sentence.words(min(head, below[0].i), below[0].i + 1)


def _part_met(case: Case, known: Mapping[int, tuple[scope.Scope, ...]]) -> scope.Scope | None:
    """The word that makes only a part of what the statement says of all: "Danes" in "a mix of Danes and Swedes"."""
    for k in sorted(case.pairs):
        place = case.met(k)
        if place is None or not case.own(place):
            continue
        for found in scope.of(known[place.reading], case.passage.node(place).head):
            if found.kind is scope.Kind.PART and found.cues[0] not in case.passage.node(place).words:
                return found
    return None
