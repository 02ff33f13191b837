"""What has ended by what happened since: who resigned no longer holds the post, what was closed is not open.

A text tells of a post or a state in one sentence and of its end in the next ("Its chief executive, Lars Venning,
resigned in May"). A statement that the state still holds is then wrong, and one that it no longer holds is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Modality, Strength
from claimcheck.dimensions.name import Name
from claimcheck.dimensions.name_titles import OFFICES
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.tokens import Token

LEAVES: Final = frozenset(
    "resign retire quit step_down step_aside stand_down leave depart abdicate bow_out stand_aside".split()
)
SENT_AWAY: Final = frozenset("dismiss sack fire oust remove depose replace succeed axe expel".split())
DIES: Final = frozenset("die pass_away drown perish".split())
IS_KILLED: Final = frozenset("kill assassinate murder execute behead shoot_dead".split())
SHUTS: Final = frozenset(
    "close close_down shut shut_down demolish tear_down pull_down raze destroy collapse scrap dissolve disband "
    "burn_down dismantle".split()
)
BACK: Final = frozenset("return rejoin reappoint reinstate resume come_back reelect re-elect rebuild".split())
OPENS: Final = frozenset("open reopen re-open".split())
# What an event makes of whom or what it befalls: 1 what it is then, -1 what it is then no more.
RESULTS: Final[dict[str, dict[str, int]]] = {
    **{key: {"closed": 1, "shut": 1, "open": -1} for key in ("close", "close_down", "shut", "shut_down")},
    **{key: {"open": 1, "closed": -1, "shut": -1} for key in OPENS},
    "divorce": {"divorced": 1, "married": -1},
    **{key: {"dead": 1, "alive": -1, "living": -1} for key in DIES | IS_KILLED},
    **{key: {"free": 1, "jailed": -1, "imprisoned": -1} for key in ("release", "free")},
    "expire": {"valid": -1, "expired": 1},
    "retire": {"retired": 1},
}
POSTS: Final = (
    frozenset(OFFICES)
    | frozenset(
        "chairman chairwoman chair boss executive owner captain governor president minister editor coach".split()
    )
) - frozenset({"founder"})
# What one does as long as one has a post, and a thing as long as it stands.
HOLDS: Final = frozenset(
    "run lead head manage coach chair edit direct teach work play captain govern rule command preside serve own sit "
    "represent employ conduct".split()
)
STANDS: Final = frozenset("stand operate run function exist work".split())
OF_A_POST: Final = frozenset("post job office position role seat duty".split())
FROM: Final = frozenset({"prep_from", "prep_as"})
SUBJECTS: Final = frozenset({"agent", "subject", "patient"})
NOW: Final = frozenset({"VBZ", "VBP"})
FUTURE: Final = frozenset({"will", "would", "shall", "to"})


class Turn(NamedTuple):
    """An event that ends or begins a state: where, whom it befalls, the verbs that tell it, and if it happened."""

    at: int
    head: int
    who: int
    lemmas: frozenset[str]
    sign: int


def account(case: Case) -> None:
    """Settle a state that the statement's main clause says holds, or holds no longer."""
    root = case.reading.sentence[case.reading.sentence.root]
    if root.tag not in NOW and not _is_now(case, root):
        return
    subject = next((n for n in _below(case, root.i, SUBJECTS) if case.met(n) is not None), None)
    told = _predicate(case, root)
    if subject is None or told is None:
        return
    context = case.reading.contexts[root.i]
    if context.modality not in {Modality.NONE, Modality.HABITUAL} or context.strength < Strength.ATTRIBUTED:
        return
    place = case.met(subject)
    assert place is not None
    turns = list(_turns(case, place))
    if turns:
        over = _over(case, told, turns)
        if over is not None:
            _settle(case, told, *over)


def _is_now(case: Case, root: Token) -> bool:
    """ "Is closed", where the parser takes the state for what is done."""
    below = [case.reading.sentence[c] for c in case.reading.sentence.children[root.i]]
    return root.tag == "VBN" and any(t.dep == "auxpass" and t.tag in NOW for t in below)


def _predicate(case: Case, root: Token) -> int | None:
    """The node that says what holds: the verb, or what a copula brings."""
    if root.lemma in {"be", "remain", "stay"}:
        return next(iter(_below(case, root.i, frozenset({"attr", "acomp", "oprd"}))), None)
    return case.reading.at.get(root.i)


def _below(case: Case, token: int, roles: frozenset[str]) -> Iterator[int]:
    for role, child in case.reading.graph.fillers(token):
        n = case.reading.at.get(child)
        if role in roles and n is not None:
            yield n


def _over(case: Case, told: int, turns: list[Turn]) -> tuple[Turn, bool] | None:
    """The last event that settles the state, and whether the state holds after it."""
    node = case.node(told)
    word = case.reading.sentence[node.head].lower
    for turn in reversed(turns):
        found = next((RESULTS[v][word] for v in sorted(turn.lemmas) if word in RESULTS.get(v, {})), 0)
        if found:
            return turn, found * turn.sign > 0
        if turn.sign > 0 and turn.lemmas & BACK:
            return None
        ends = _ends_post(case, told, turn) or (
            node.lemma in STANDS and node.pos == "v" and bool(turn.lemmas & (SHUTS | DIES))
        )
        if ends and turn.sign > 0:
            return turn, False
    return None


def _ends_post(case: Case, told: int, turn: Turn) -> bool:
    """Whether the event ends a post or what is done in it."""
    node = case.node(told)
    post = node.pos == "n" and node.lemma in POSTS
    if not (post or (node.pos == "v" and node.lemma in HOLDS)):
        return False
    if not turn.lemmas & (LEAVES | SENT_AWAY | DIES | IS_KILLED):
        return False
    reading = case.passage.readings[turn.at]
    gone = [
        c
        for role, c in reading.graph.fillers(turn.head)
        if role in FROM or (role == "patient" and c != turn.who)
    ]
    if gone and turn.lemmas & (LEAVES | SENT_AWAY):
        return all(_spoken_of(case, turn.at, c) for c in gone)
    state = case.met(told) or _beside(case, told)
    if state is None:
        return False
    return (state.reading, case.passage.node(state).head) <= (turn.at, turn.head)


def _beside(case: Case, told: int) -> Place | None:
    """Where a verb that nothing meets has its own object told of: "joined the paper" for "works for the paper"."""
    head = case.node(told).head
    roles = {child: role for role, child in case.reading.graph.fillers(head)}
    below = [n for n in case.near[told] if roles.get(case.node(n).head, "") not in SUBJECTS - {"patient"}]
    return next((place for n in below if (place := case.met(n)) is not None), None)


def _spoken_of(case: Case, at: int, token: int) -> bool:
    """Whether what was left is what the statement speaks of."""
    reading = case.passage.readings[at]
    if reading.sentence[token].lemma in OF_A_POST:
        return True
    return any(
        place is not None and _one(case, place, at, token)
        for place in (case.met(n) for n in range(len(case.reading.nodes)))
    )


def _turns(case: Case, place: Place) -> Iterator[Turn]:
    """The events that befall whom or what the statement speaks of, in their order."""
    for at, reading in enumerate(case.passage.readings):
        if abs(at - place.reading) > 2:
            continue
        for token in reading.sentence:
            if token.pos == "NOUN" and token.lemma == "death":
                for c in reading.sentence.children[token.i]:
                    if reading.sentence[c].dep == "poss" and _one(case, place, at, c):
                        yield Turn(at, token.i, c, frozenset({"die"}), 1)
            elif token.pos == "VERB":
                yield from _turn(case, place, at, reading, token)


def _turn(case: Case, place: Place, at: int, reading: Reading, token: Token) -> Iterator[Turn]:
    lemmas = _lemmas(reading, token)
    passive = any(
        reading.sentence[c].dep in {"nsubjpass", "auxpass"} for c in reading.sentence.children[token.i]
    )
    active = lemmas & (LEAVES | DIES | SHUTS | BACK | OPENS | {"divorce", "expire"})
    undergone = lemmas & (SENT_AWAY | IS_KILLED | SHUTS | OPENS | BACK | {"release", "free", "divorce"})
    roles = ({"agent", "subject"} if active and not passive else set()) | (
        {"patient"} if undergone else set()
    )
    if not roles or not _happened(reading, token):
        return
    for role, c in reading.graph.fillers(token.i):
        if role in roles and _one(case, place, at, c):
            yield Turn(at, token.i, c, active | undergone, reading.contexts[token.i].polarity)
            return


def _lemmas(reading: Reading, token: Token) -> frozenset[str]:
    n = reading.at.get(token.i)
    if n is None:
        return frozenset({token.lemma})
    node = reading.nodes[n]
    return frozenset({token.lemma, node.lemma, *(i.lemma for i in node.idioms)})


def _happened(reading: Reading, token: Token) -> bool:
    """Whether a verb tells, in the past, what did or did not happen."""
    context = reading.contexts[token.i]
    helpers = [reading.sentence[c] for c in reading.sentence.children[token.i] if c < token.i]
    ahead = any(t.lower in FUTURE and t.pos in {"AUX", "PART"} for t in helpers)
    past = token.tag in {"VBD", "VBN"} and not ahead
    return past and context.strength >= Strength.ATTRIBUTED and context.modality is Modality.NONE


def _one(case: Case, place: Place, at: int, token: int) -> bool:
    """Whether a token of a passage speaks of whom or what a place in it speaks of."""
    reading, here = case.passage.readings[at], case.passage.readings[place.reading]
    head = case.passage.node(place).head
    if at == place.reading and token == head:
        return True
    mine, theirs = here.stands.get(head), reading.stands.get(token)
    if mine is not None and theirs is not None:
        return mine == theirs
    n = reading.at.get(token)
    one, other = case.passage.node(place).value, reading.nodes[n].value if n is not None else None
    return isinstance(one, Name) and isinstance(other, Name) and case.lore.one(one, other)


def _settle(case: Case, told: int, turn: Turn, holds: bool) -> None:
    """Note that the state holds after the event, or does not, against what the statement says of it."""
    root = case.reading.sentence.root
    context = case.reading.contexts[root]
    says = context.polarity > 0 and not context.ended
    there = case.passage.readings[turn.at].sentence[turn.head].text
    case.ruled = True
    relation = Relation.ENTAILS if says == holds else Relation.CONTRADICTS
    case.findings[told] = []
    if relation is Relation.CONTRADICTS:
        case.held.discard(told)
    text = case.reading.text(case.node(told))
    case.add(told, Finding("state.ended", relation, text, there, "by what happened since"))


def compare(case: Case) -> Iterator[Finding]:
    """A finding for what the statement says is so now, and the evidence that it had been so before something else."""
    root = case.reading.sentence[case.reading.sentence.root]
    k = case.reading.at.get(root.i)
    place = case.met(k) if k is not None else None
    if root.tag not in {"VBZ", "VBP"} or place is None or case.ruled:
        return
    sentence = case.passage.readings[place.reading].sentence
    verb = sentence[case.passage.node(place).head]
    before = any(sentence[c].dep == "aux" and sentence[c].lower == "had" for c in sentence.children[verb.i])
    if before and verb.tag == "VBN":
        yield Finding(
            "state.ended", Relation.UNDETERMINED, root.text, f"had {verb.text}", "so before", (root.i,)
        )
