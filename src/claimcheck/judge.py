"""A statement's sentence against one passage: findings, and the row of the decision table that fires.

The order is that of the decision in docs/principles.md: account for every content word, compare the values that fill
the same places, compare polarity, strength and speaker of the matched predicate, then decide clause by clause. A
clause is contradicted only if all but the one wrong slot is accounted for: put the evidence's value there and the
statement would be supported (decision by repair).
"""

from __future__ import annotations

from dataclasses import replace

from claimcheck import (
    another_event,
    casualties,
    causes,
    dated_events,
    distinct,
    doers,
    ended,
    expected,
    extents,
    fillers,
    frame,
    limits,
    lone_slots,
    movement,
    narrowed,
    nobody,
    norms,
    opposites,
    outdone,
    over_time,
    paraphrase,
    periods,
    provided,
    quoting,
    ranks,
    ratings,
    reception,
    reworded,
    scoping,
    side_by_side,
    spans,
    steps,
    titled,
    topic,
    transparent,
    unjoined,
    unpartnered,
    unsaid,
    values,
    weakened,
    words,
    worked_out,
)
from claimcheck.account import FIGURE_VERBS, LIGHT_VERBS, Account
from claimcheck.align import Passage, align
from claimcheck.case import Case
from claimcheck.dimensions.date import When
from claimcheck.dimensions.name import Name
from claimcheck.finding import Finding, Relation
from claimcheck.lore import Lore
from claimcheck.policy import Policy
from claimcheck.verdict import Clause, Judgement, Label

TOLERANCE = 0.25  # share of a clause's weight that may stay unaccounted when one slot of it is contradicted

REWORDED = "all but the predicate's own word accounted for and entailed"
UNJOINED = "everything accounted for, but not as the statement joins it"
MOST_WRONG = 3  # more slots wrong than this, and it is another event
BEFORE = frozenset("before previously earlier formerly later afterwards once".split())  # another time
SCENES = frozenset({"csubj", "csubjpass", "advcl", "acl", "relcl"})
_SLOT = 1.6  # weight of the one slot, which counts as denied
IDLE = LIGHT_VERBS | FIGURE_VERBS | paraphrase.GENERAL  # verbs that say little of what is done
HOME = 0.5  # share of what is accounted for that the claim's own sentences must hold


def judge(account: Account, passage: Passage, lore: Lore, policy: Policy) -> Judgement:
    """Compare one sentence, its account made once for all passages, with one passage."""
    aligned = align(account.reading, passage, lore, account.links, account.known)
    case = Case(account, passage, aligned, lore, policy)
    words.account(case)
    over_time.account(case)
    unsaid.account(case)
    values.account(case)
    unsaid.years(case)
    periods.as_of(case)
    ranks.account(case)
    dated_events.account(case)
    lone_slots.account(case)
    spans.account(case)
    worked_out.account(case)
    movement.account(case)
    outdone.account(case)
    limits.account(case)
    extents.figure_verbs(case)
    extents.account(case)
    ratings.account(case)
    nobody.account(case)
    unpartnered.one_of(case)
    transparent.account(case)
    fillers.account(case)
    doers.account(case)
    casualties.account(case)
    quoting.quotes(case)
    topic.account(case)
    titled.account(case)
    provided.account(case)
    reception.account(case)
    norms.account(case)
    expected.account(case)
    reworded.account(case)
    ended.account(case)
    causes.compare(case)
    case.general.extend(frame.compare(case))
    outdone.superlatives(case)
    case.general.extend(weakened.compare(case))
    case.general.extend(narrowed.compare(case))
    return _decide(case)


def _decide(case: Case) -> Judgement:
    clauses = {}
    for head in dict.fromkeys(case.account.clause):
        clauses[head] = _in_frame(case, head, _clause(case, head))
    _narrowing(case, clauses)
    total = sum(case.account.weight(k) for k in range(len(case.reading.nodes)))
    if not _at_home(case):
        every = tuple(f for rows in case.findings.values() for f in rows)
        return Judgement(Label.ABSENT, "frame.unsaid", every, 1.0, "the frame does not match", score=0.0)
    wrong = {k for k in range(len(case.reading.nodes)) if case.wrong(k)}
    left = sum(case.account.weight(k) for k in range(len(case.reading.nodes)) if k not in case.held | wrong)
    denied = sum(case.account.weight(k) for k in wrong - case.held)
    share = left / total if total else 1.0
    every = tuple(f for rows in case.findings.values() for f in rows) + tuple(case.general)
    label, rule, row = _label(
        case, list(clauses.values()), every, share + (denied / total if total else 0), total
    )
    if row == REWORDED:
        paraphrase.note(case)
    if label is Label.SUPPORTED and (open_ := next(unjoined.compare(case), None)):
        case.general.append(open_)
        label, rule, row = unjoined.label(open_), open_.rule, UNJOINED
    if row in {REWORDED, UNJOINED}:
        every = tuple(f for rows in case.findings.values() for f in rows) + tuple(case.general)
    return Judgement(
        label, rule, every, share, row, tuple(clauses.values()), steps.account(case), case.alignment.score
    )


def _narrowing(case: Case, clauses: dict[int, Clause]) -> None:
    """A clause that narrows what another speaks of ("files saved in version 3") contradicts only where that holds:
    elsewhere it is another thing that is spoken of."""
    sentence = case.reading.sentence
    for head, clause in clauses.items():
        if clause.label is not Label.CONTRADICTED or sentence[head].dep not in {"acl", "relcl"}:
            continue
        above = next((h for h in sentence.path_up(head) if h in clauses), None)
        left = [k for k, h in enumerate(case.account.clause) if h == above and k not in case.held]
        if any(
            case.node(k).kind == "quantity" and case.account.weight(k) and not case.wrong(k) for k in left
        ):
            clauses[head] = replace(clause, label=Label.ABSENT)


def _in_frame(case: Case, head: int, clause: Clause) -> Clause:
    """A clause that only sets the scene contradicts nothing where the passage is not about the main clause."""
    sentence = case.reading.sentence
    if clause.label is not Label.CONTRADICTED or sentence[head].dep not in SCENES:
        return clause
    main = [k for k, h in enumerate(case.account.clause) if h == sentence.root]
    weight = sum(case.account.weight(k) for k in main)
    met = sum(case.account.weight(k) for k in main if k in case.held or case.wrong(k))
    return clause if not weight or met > weight / 2 else replace(clause, label=Label.ABSENT)


def _at_home(case: Case) -> bool:
    """Whether the claim's own sentences, not the context around them, hold most of what is accounted for."""
    places = {k: pair.place for k, pair in case.pairs.items()} | case.places
    held = [(places[k], case.account.weight(k)) for k in {*case.held, *case.places} if k in places]
    total = sum(weight for _, weight in held)
    return total > 0 and sum(weight for place, weight in held if case.own(place)) >= HOME * total


def _clause(case: Case, head: int) -> Clause:
    nodes = [k for k, h in enumerate(case.account.clause) if h == head]
    weight = sum(case.account.weight(k) for k in nodes)
    left = [k for k in nodes if k not in case.held and case.account.weight(k) > 0]
    findings = tuple(f for k in nodes for f in case.findings.get(k, ()))
    wrong = [k for k in nodes if any(f.relation is Relation.CONTRADICTS for f in case.findings.get(k, ()))]
    unsaid = [k for k in left if k not in wrong]
    within = [k for k in _subordinate(case, head) if k not in case.held and case.account.weight(k) > 0]
    texts = tuple(case.reading.text(case.reading.nodes[k]) for k in unsaid)
    missing = sum(case.account.weight(k) for k in unsaid)
    named = any(_identifies(case, k) for k in within if k not in wrong)
    if wrong and not named and _repaired(case, nodes, wrong, unsaid, missing, weight):
        return Clause(Label.CONTRADICTED, texts, findings, weight)
    label = Label.SUPPORTED if not unsaid and not wrong else Label.ABSENT
    return Clause(label, texts, findings, weight)


def _subordinate(case: Case, head: int) -> list[int]:
    """Nodes of the relative clauses and participles that narrow what a clause speaks of."""
    sentence = case.reading.sentence
    narrowing = {
        h for h in case.account.clause if sentence[h].dep in {"relcl", "acl"} and head in sentence.path_up(h)
    }
    return [k for k, h in enumerate(case.account.clause) if h in narrowing and h != head]


def _repaired(
    case: Case, nodes: list[int], wrong: list[int], unsaid: list[int], missing: float, weight: float
) -> bool:
    """Whether the clause would be supported with the evidence's value in the one wrong slot."""
    if len(wrong) > MOST_WRONG or any(_identifies(case, k) for k in unsaid):
        return False
    if any(distinct.elsewise(case, k, wrong) for k in unsaid):
        return False  # somebody else does it in the evidence, at another time or place
    if any(_narrows(case, k, wrong) or opposites.another_thing(case, k) for k in unsaid):
        return False
    if _graded(case, wrong) or _others_named(case) or any(_otherwise_done(case, k) for k in unsaid):
        return False
    if periods.elsewhen(case, nodes, wrong) or opposites.changed_places(case):
        return False
    if side_by_side.told(case, wrong) or another_event.told(case, wrong):
        return False
    kinds = {case.reading.nodes[k].kind for k in wrong}
    if "date" in kinds and len(wrong) > 1:
        return False  # another time is another frame
    every = nodes if weight else range(len(case.reading.nodes))  # a clause that only says who speaks
    held = sum(case.account.weight(k) for k in every if k in case.held)
    return held > 0 and missing <= TOLERANCE * weight and not distinct.apart(case, nodes, wrong, unsaid)


def _otherwise_done(case: Case, k: int) -> bool:
    """Whether the evidence has another verb in the place of one left over: who carried 900 did not employ 900."""
    place = case.reworded.get(k)
    if place is None or case.node(k).pos != "v":
        return False
    other = case.passage.node(place)
    full = case.passage.readings[place.reading].sentence[other.head].pos == "VERB"
    return full and other.lemma not in IDLE and case.node(k).lemma not in IDLE


def _others_named(case: Case) -> bool:
    """Whether two names, or a name and a figure, are other ones in the evidence, which then tells of another event."""
    named = [k for k, rows in case.findings.items() if any(f.rule == "name.different" for f in rows)]
    others = sum(1 for k in named if k not in case.held and not _spoken_of(case, k))
    figures = any(case.node(k).kind == "quantity" and case.wrong(k) for k in case.findings)
    return others > 1 or (others == 1 and figures)


def _spoken_of(case: Case, k: int) -> bool:
    """Whether the passage has the name, if in another place."""
    mine = case.node(k).value
    values = (node.value for reading in case.passage.readings for node in reading.nodes)
    return isinstance(mine, Name) and any(isinstance(v, Name) and case.lore.same(v, mine).yes for v in values)


def _narrows(case: Case, k: int, wrong: list[int]) -> bool:
    """Whether a word left over narrows the thing a wrong figure counts ("sensor sales", "Iraqi troops")."""
    things = {t for q in wrong for t in case.account.things.get(q, ())}
    heads = {link.head for link in case.links if link.child == k and link.role in {"mod", "poss", "prep_of"}}
    tokens = {case.node(h).head for h in heads}
    fillers = {c for t in things for _, c in case.reading.graph.fillers(t)}
    return bool(tokens & (things | fillers))


def _graded(case: Case, wrong: list[int]) -> bool:
    """A figure said of the first, the only or the slowest is another figure where the evidence has no such word."""
    figures = any(case.node(k).kind == "quantity" for k in wrong)
    return figures and any(
        f.rule in {"scope.most", "scope.first", "scope.last", "scope.only"}
        and f.relation is Relation.UNDETERMINED
        for f in case.general
    )


def _identifies(case: Case, k: int) -> bool:
    """Whether a node left over makes it another frame: a name, a figure, or a date answered by another."""
    node, kind = case.node(k), case.node(k).kind
    when = node.value if isinstance(node.value, When) else None
    if node.lemma in BEFORE or (when and (when.offset is not None or when.text.endswith("ago"))):
        return True
    return kind in {"name", "quantity"} or (kind == "date" and k in case.places)


def _label(
    case: Case, clauses: list[Clause], every: tuple[Finding, ...], share: float, total: float
) -> tuple[Label, str, str]:
    contradicting = [f for c in clauses if c.label is Label.CONTRADICTED for f in c.findings]
    contradicting = [f for f in contradicting if f.relation is Relation.CONTRADICTS]
    turned = next((f for f in case.general if _turns(f)), None)
    slot = contradicting and contradicting[0].rule.startswith(("name.", "polarity.", "word."))
    if turned is not None and opposites.same_word(case, turned, contradicting):
        turned = None
    if turned is not None and (slot or (contradicting and periods.only_later(case))):
        return _of_denial(case, turned, share, total)
    if contradicting:
        return Label.CONTRADICTED, contradicting[0].rule, "one slot wrong, the rest accounted for"
    opposed = [f for f in case.general if f.relation is Relation.CONTRADICTS]
    if opposed and share <= TOLERANCE and total and not distinct.denied_apart(case, opposed[0]):
        return Label.CONTRADICTED, opposed[0].rule, "the frame matches and is denied"
    parts = scoping.part_of_all(case, share)
    if parts is not None:
        return Label.CONTRADICTED, parts.rule, "said of all, and the evidence speaks of a part"
    open_ = [f for f in every if f.relation in {Relation.UNDETERMINED, Relation.UNSTATED}]
    open_ += [f for f in every if f.relation is Relation.CONTRADICTS]
    if total and all(c.label is Label.SUPPORTED for c in clauses) and not open_:
        return Label.SUPPORTED, _supporting(every), "everything accounted for and entailed"
    if paraphrase.accepted(case, clauses, open_, share, total):
        return Label.SUPPORTED, _supporting(every), REWORDED
    rule = open_[0].rule if open_ and share < 0.5 else "frame.unsaid"
    return Label.ABSENT, rule, "something is left over" if share < 0.5 else "the frame does not match"


def _turns(found: Finding) -> bool:
    """One text affirms what the other denies."""
    return found.rule == "polarity.negated" and found.relation is Relation.CONTRADICTS


def _of_denial(case: Case, turned: Finding, share: float, total: float) -> tuple[Label, str, str]:
    """ "Not an album by Tarn" follows from "an album by Orr"; not so "carries no cars" from "carries trams"."""
    follows = turned.statement == "negated" and share * total <= _SLOT
    if follows and opposites.filled_by_another(case):
        return Label.SUPPORTED, "polarity.same", "another fills the slot that is denied to this one"
    return Label.ABSENT, turned.rule, "one slot is wrong, and one text denies what the other affirms"


def _supporting(findings: tuple[Finding, ...]) -> str:
    """The finding to name for a supported statement: a value if there is one, else the frame itself."""
    for prefix in (
        "quantity.",
        "date.",
        "time.",
        "quote.",
        "attribution.dropped",
        "name.alias",
        "polarity.",
        "hedge.",
    ):
        for finding in findings:
            if finding.rule.startswith(prefix):
                return finding.rule
    return "frame.same"
