"""What a matched frame says as a whole: polarity, strength and speaker of its predicates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck import (
    affirming,
    anybody,
    complements,
    dated_plans,
    deeds,
    duties,
    forecasts,
    generic,
    happenings,
    nobody,
    order,
    predicated,
    refuted,
    scoping,
    set_figures,
    undone,
    voices,
)
from claimcheck.align import Place
from claimcheck.asserted import brought, predicates, presupposed
from claimcheck.case import Case
from claimcheck.dimensions import attribution, hedge, polarity
from claimcheck.dimensions.context import Context, Stance, Strength
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.relate import Meet
from claimcheck.speakers import named, same_speaker

# Clauses that set the scene; a small parser is too often wrong on what governs them to weigh their strength.
SETTLED = frozenset({"scope.no-longer", "scope.still", "scope.again"})
ASIDE = frozenset({"advcl", "acl", "relcl"})
UNSPOKEN = frozenset({Stance.BELIEVES, Stance.DOUBTS, Stance.ASKED})  # a belief may be reported by another


def compare(case: Case) -> list[Finding]:
    """Polarity, strength and speaker of the statement's matched predicates, and its scope words."""
    found: list[Finding] = []
    scopes = list(scoping.compare(case))
    never = {i for f in scopes if f.rule == "scope.never" and f.relation is Relation.ENTAILS for i in f.words}
    heads = predicates(case)
    for k in heads:
        if k in case.reworded and _retold(case, k):
            continue  # told elsewhere than where the alignment met its word
        if any(_retold(case, link.head) for link in case.links if link.child == k and link.role == "patient"):
            continue  # "its appeal was rejected": the family has told what became of it
        if _by_opposite(case, k):
            continue  # "went ahead" and "called off": the verbs have been compared
        if not presupposed(case, k, case.pairs[k].place):
            found.extend(_told(case, k, case.pairs[k].place, never))
    for k in complements.below(case, heads):
        place = case.pairs[k].place
        turned = [f for f in _told(case, k, place, never) if complements.turned(f)]
        found = complements.joined(case, k, place, found, turned)
    for k, place in case.reworded.items():
        if _carries(case, k, heads):
            continue  # "an agreement was reached": the noun has been compared
        found.extend(
            replace(f, relation=Relation.UNDETERMINED) if f.relation is Relation.CONTRADICTS else f
            for f in _told(case, k, place, never)
        )
    found.extend(_carriers(case))
    found.extend(_ended(case, scopes))
    found.extend(generic.compare(case))
    found.extend(anybody.compare(case))
    found.extend(order.compare(case))
    found.extend(predicated.compare(case))
    found.extend(set_figures.compare(case))
    return _most_telling(found)


def _by_opposite(case: Case, k: int) -> bool:
    """Whether a noun is denied by a verb of the evidence that meets its opposite in the statement."""
    place = case.pairs[k].place
    context = case.passage.readings[place.reading].contexts[case.passage.node(place).head]
    return any(
        pair.related.meet is Meet.EXCLUSIVE
        and n != k
        and case.account.weight(n)
        and (n in case.held or case.wrong(n))
        and pair.place.reading == place.reading
        and case.passage.node(pair.place).head in (*context.cues, *context.governors)
        for n, pair in case.pairs.items()
    )


def _retold(case: Case, k: int) -> bool:
    return any(f.rule == "predicate.retold" for f in case.findings.get(k, ()))


def _carries(case: Case, k: int, heads: tuple[int, ...]) -> bool:
    """Whether a support verb's subject or object has been compared in its stead."""
    support = any(f.rule == "word.support-verb" for f in case.findings.get(k, ()))
    parts = {
        link.child for link in case.links if link.head == k and link.role in {"agent", "patient", "subject"}
    }
    return support and any(
        n in parts and case.node(n).kind == "word" and happenings.event_noun(case.node(n).lemma)
        for n in heads
    )


def _ended(case: Case, scopes: list[Finding]) -> Iterator[Finding]:
    """ "No longer" is met by whatever says that a thing has ended: "stopped funding"."""
    places = [(case.reading.contexts[case.node(k).head], case.pairs[k].place) for k in predicates(case)]
    over = any(
        mine.ended and case.passage.readings[at.reading].contexts[case.passage.node(at).head].ended
        for mine, at in places
    )
    opposite = bool(case.reworded) or any(
        case.pairs[k].related.meet is Meet.EXCLUSIVE for k in predicates(case)
    )
    denied = case.reading.contexts[case.reading.sentence.root].polarity < 0
    for found in scopes:
        if denied and found.rule == "scope.most" and found.relation is Relation.CONTRADICTS:
            yield replace(found, relation=Relation.UNDETERMINED)  # the second-largest is "not the largest"
        elif (over or case.ruled) and found.rule in SETTLED:
            yield replace(found, relation=Relation.ENTAILS)
        elif opposite and found.rule == "scope.all" and found.relation is Relation.CONTRADICTS:
            yield replace(found, relation=Relation.UNDETERMINED)  # "none has failed" and "all are working"
        else:
            yield found


def _carriers(case: Case) -> Iterator[Finding]:
    """ "Has said which" against "has not said which", "ruled out" against "did not rule out": a verb that only carries
    another may itself be denied."""
    reading, account = case.reading, case.account
    for head in dict.fromkeys(account.clause):
        k = reading.at.get(head)
        place = case.met(k) if k is not None else None
        if k is None or place is None or head not in account.cues or not case.own(place):
            continue
        evidence = case.passage.readings[place.reading]
        same = case.passage.node(place).lemma == case.node(k).lemma or case.pairs[k].related.meet is Meet.SAME
        if not same or case.node(k).lemma == "be":
            continue
        below = [n for n in brought(case, head) if n in case.pairs]
        both = [
            reading.contexts[case.node(n).head].polarity < 0
            and evidence.contexts[case.passage.node(case.pairs[n].place).head].polarity < 0
            for n in below
            if case.pairs[n].place.reading == place.reading
        ]
        theirs = evidence.contexts[case.passage.node(place).head]
        mine, theirs = deeds.as_deeds(case, k, place, reading.contexts[head], theirs)
        firm = hedge.relate(theirs, mine)
        above = evidence.sentence[evidence.sentence[case.passage.node(place).head].head]
        if above.lemma == "withdraw" and theirs.strength < min(mine.strength, Strength.LIKELY):
            yield firm  # who withdrew a bid is not bidding, so far as the text says
        found = polarity.relate(theirs, mine, lambda *_: None)
        if found.relation is Relation.CONTRADICTS and not any(both) and _same_event(case, k, place):
            yield found


def _told(case: Case, k: int, place: Place, never: set[int]) -> Iterator[Finding]:
    """As `_contexts`, but that "never before" and "for the first time" say the same."""
    for found in _contexts(case, k, place):
        if not found.rule.startswith("polarity") or never.isdisjoint(found.words):
            yield found


def _contexts(case: Case, k: int, place: Place) -> Iterator[Finding]:
    evidence = case.passage.readings[place.reading]
    mine = _as_argument(case, k)
    theirs = evidence.contexts[case.passage.node(place).head]
    mine, theirs = deeds.as_deeds(case, k, place, mine, theirs)
    mine, theirs = undone.as_settled(case, case.node(k).head, place, mine, theirs)
    moved = {h: speaker.offset for speaker in theirs.speakers for h in speaker.heads}
    elsewhere = {h for speaker in mine.speakers if speaker.offset for h in speaker.heads}

    def same(e: int, s: int) -> bool | None:
        if s in elsewhere:
            return None  # named in another sentence than the one judged
        at = place.reading + moved.get(e, 0)
        if not 0 <= at < len(case.passage.readings) or e >= len(case.passage.readings[at].sentence):
            return None  # the speaker is named in a sentence the passage does not hold
        at, e = voices.meant(case, at, e)
        if voices.of_one_topic(case, at, e, s):
            return True
        return same_speaker(case.passage.readings[at], e, case.reading, s, case.lore, case.passage.topics)

    yield from deeds.weaker(case, k, place, mine, theirs)
    met = case.pairs.get(k)
    settled = case.ruled or any(case.account.clause[n] == case.account.clause[k] for n in case.limited)
    if k not in case.turned and not settled and (met is None or met.related.meet is not Meet.EXCLUSIVE):
        found = _polarity(case, k, place, mine, theirs, same)
        yield from _scoped(case, found, mine, theirs, evidence)
    token = case.reading.sentence[case.node(k).head]
    foretold = forecasts.given(case, mine, place)
    if (
        token.dep not in ASIDE
        and not settled
        and k not in case.turned
        and not affirming.under_denial(case, token.i)
        and not duties.of_a_limit(case, k, mine, theirs)
        and not duties.both(case, k, place, mine, theirs)
    ):
        firm = hedge.relate(theirs, mine)
        if firm.relation is Relation.UNDETERMINED and dated_plans.dated(case, k, place, mine, theirs):
            firm = replace(firm, rule="hedge.kept", relation=Relation.ENTAILS, note="by the calendar")
        kept = duties.hedged_by_its_words(case, k, place) or foretold
        if firm.relation is Relation.UNDETERMINED and kept:
            firm = replace(firm, rule="hedge.kept", relation=Relation.ENTAILS)
        yield firm
    said = _attribution(case, k, place, mine, theirs, same)
    yield named(said, (case.passage.readings, place.reading, theirs), ((case.reading,), 0, mine))


def _attribution(
    case: Case, k: int, place: Place, mine: Context, theirs: Context, same: polarity.Same
) -> Finding:
    """Whose words a predicate is, here and there."""
    evidence = case.passage.readings[place.reading]
    foretold = forecasts.given(case, mine, place)
    said = attribution.relate(theirs, mine, same)
    if said.rule == "attribution.dropped" and refuted.refuted(case, place):
        said = replace(
            said, rule="attribution.unclear", relation=Relation.UNDETERMINED, note="the source calls it false"
        )
    if said.rule in {"attribution.added", "attribution.unclear"} and foretold:
        said = replace(said, rule="attribution.same", relation=Relation.ENTAILS)
    if said.rule == "attribution.added" and voices.by_a_verb(case, place, theirs, mine, same):
        said = replace(said, rule="attribution.same", relation=Relation.ENTAILS)
    denied = voices.denied(mine, theirs, same)
    aside = denied and not voices.denies_it(evidence, case.passage.node(place).head, theirs)
    if aside and affirming.affirmed(case.reading, case.node(k).head):
        said = replace(
            said, rule="attribution.unclear", relation=Relation.UNDETERMINED, note="part of a denial"
        )
    elif denied and not aside and affirming.affirmed(case.reading, case.node(k).head):
        said = replace(
            said, rule="polarity.antonym", relation=Relation.CONTRADICTS, note="the speaker denied it"
        )
    shared = any(
        same(e, s) is not False
        for a in theirs.speakers
        for b in mine.speakers
        for e in a.heads
        for s in b.heads
    )
    stances = {c.speaker.stance for c in (mine, theirs) if c.speaker}
    if (
        said.rule.startswith("attribution")
        and said.relation is Relation.CONTRADICTS
        and (shared or stances & UNSPOKEN or voices.owned_up(mine, theirs) or not case.own(place))
    ):
        said = replace(said, relation=Relation.UNDETERMINED)
    return said


def _polarity(
    case: Case, k: int, place: Place, mine: Context, theirs: Context, same: polarity.Same
) -> Finding:
    """The polarities of a predicate and its partner compared, as far as they are surely of one event."""
    evidence = case.passage.readings[place.reading]
    found = polarity.relate(theirs, mine, same)
    if found.note == polarity.TO_COME and undone.ruled_out(case, place, theirs, mine):
        found = replace(found, rule="polarity.negated", relation=Relation.CONTRADICTS, note="ruled out")
    if found.note == polarity.OTHER_KIND and duties.permission(evidence, theirs, case.reading, mine):
        found = replace(found, rule="polarity.negated", relation=Relation.CONTRADICTS, note="")
    if found.note == polarity.ENDED and case.node(k).pos == "n":
        found = replace(
            found, rule="polarity.open", relation=Relation.UNDETERMINED
        )  # a ban lifted, and brought in
    words = (case.reading, case.node(k).head, evidence, case.passage.node(place).head)
    act = case.node(k).pos == "v" and case.passage.node(place).pos == "n"
    if found.relation is Relation.ENTAILS and act and affirming.under_other(*words):
        found = replace(found, rule="polarity.open", relation=Relation.UNDETERMINED, note="denied further up")
    if found.relation is Relation.CONTRADICTS and not affirming.both(*words):
        found = replace(found, relation=Relation.UNDETERMINED, note="denied further up")
    if found.relation is not Relation.ENTAILS and nobody.is_zero(
        case, case.node(k).head, evidence, case.passage.node(place).head
    ):
        found = replace(found, rule="polarity.same", relation=Relation.ENTAILS, note="none is zero")
    if found.relation is Relation.CONTRADICTS and (inside := nobody.in_it(case, k, place)) is not None:
        rule, relation = (
            ("polarity.same", Relation.ENTAILS) if inside else (found.rule, Relation.UNDETERMINED)
        )
        found = replace(found, rule=rule, relation=relation, note="nobody is in what is empty")
    if found.relation is Relation.CONTRADICTS and (
        nobody.unfilled(case, k, place) or nobody.before(case, place)
    ):
        found = replace(found, relation=Relation.UNDETERMINED, note="of whom is not said")
    if found.relation is Relation.CONTRADICTS and not _same_event(case, k, place):
        found = replace(found, relation=Relation.UNDETERMINED, note="not surely the same event")
    if found.relation is Relation.CONTRADICTS and voices.other_denies(mine, theirs, same):
        found = replace(found, relation=Relation.UNDETERMINED, note="another party denies it")
    return found


def _as_argument(case: Case, k: int) -> Context:
    """A word's context; for the subject of a verb that nothing meets ("retaliation might follow"), no firmer than the
    verb's, and for its object ("does not support logins" of what "has no logins") affirmed if the verb is."""
    sentence, own = case.reading.sentence, case.reading.contexts[case.node(k).head]
    token = sentence[case.node(k).head]
    verb = case.reading.at.get(token.head)
    if token.dep not in {"nsubj", "nsubjpass", "dobj"} or (verb is not None and case.met(verb) is not None):
        return own
    above = case.reading.contexts[token.head]
    if token.dep == "dobj":
        return replace(own, polarity=above.polarity) if own.polarity > 0 else own
    return replace(own, strength=min(own.strength, above.strength), within=min(own.within, above.within))


def _scoped(
    case: Case, found: Finding, mine: Context, theirs: Context, evidence: Reading
) -> Iterator[Finding]:
    """A polarity that is part of a scope word is the scope's to answer: "no fire was deadlier", "not all were"."""
    own = scoping.negators(case.account.scopes).intersection(mine.cues)
    other = scoping.negators(evidence.scopes).intersection(theirs.cues) if theirs.cues else set()
    if found.relation is Relation.ENTAILS:
        whole = mine.polarity < 0 and not own and any(evidence.sentence[i].lower != "never" for i in other)
        yield replace(found, relation=Relation.UNDETERMINED, note="not of all of it") if whole else found
    elif other and not own and not scoping.graded(case.account.scopes):
        yield replace(found, relation=Relation.UNDETERMINED, note="part of a scope word")
    elif not own and not other:
        yield found


def _same_event(case: Case, k: int, place: Place) -> bool:
    """Whether all that the statement hangs on a predicate hangs on its partner too."""
    if not case.own(place) or anybody.of_the_others(case):
        return False
    beside = [link.child for link in case.links if link.head == k] + [
        link.head for link in case.links if link.child == k and case.node(k).kind == "word"
    ]
    for n in beside:
        if not case.account.weight(n):
            continue
        met = case.met(n)
        if n not in case.held and not case.wrong(n):
            return False
        if met is not None and case.passage.distance(met, place) > 3:
            return False
    return True


def _most_telling(findings: list[Finding]) -> list[Finding]:
    """One finding a rule, and where several clauses agree, said once."""
    return list({(f.rule, f.relation): f for f in findings}.values())
