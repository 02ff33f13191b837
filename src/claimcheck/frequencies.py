"""How often: "every two weeks" is fortnightly, "four times a year" every quarter, "every 24 hours" once a day."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.date import When
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.tokens import Token

# How often a year has them.
UNITS: Final = {
    "second": Decimal(31_536_000),
    "minute": Decimal(525_600),
    "hour": Decimal(8_760),
    "day": Decimal(365),
    "night": Decimal(365),
    "week": Decimal(52),
    "fortnight": Decimal(26),
    "month": Decimal(12),
    "quarter": Decimal(4),
    "year": Decimal(1),
}
ADVERBS: Final = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
}
TIMES: Final = {"once": Decimal(1), "twice": Decimal(2), "thrice": Decimal(3)}
NUMBERS: Final = {
    word: Decimal(n)
    for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
# Verbs that say no more of a thing that comes again and again.
APPEARING: Final = frozenset(
    "appear publish issue release print hold meet take_place come_out run produce send occur happen".split()
)
WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_NOT_EXACT: Final = frozenset({"least", "most", "than", "about", "around", "nearly", "almost", "up", "only"})
_SAME, _OTHER = Decimal("0.005"), Decimal("0.05")
_SUBJECTS: Final = frozenset({"agent", "subject", "patient"})


class Often(NamedTuple):
    """How often a year, the tokens that say so, and the verb."""

    rate: Decimal
    words: range
    verb: int


def account(case: Case) -> None:
    """Account for how often the statement says that it happens."""
    _days(case)
    mine = list(often(case.reading))
    if len(mine) != 1:
        return
    for r in sorted(case.passage.own):
        reading = case.passage.readings[r]
        theirs = list(often(reading))
        if (
            len(theirs) == 1
            and _as_sure(case, mine[0], reading, theirs[0])
            and _one_verb(case, mine[0], r, theirs[0])
        ):
            _settle(case, mine[0], r, theirs[0])
            return


def _days(case: Case) -> None:
    """ "Open on Tuesdays" of what is open daily, if not "daily except Tuesdays"."""
    asked = [(k, node) for k, node in enumerate(case.reading.nodes) if _weekday(case.reading, node.head)]
    for k, node in asked:
        for r in sorted(case.passage.own):
            reading = case.passage.readings[r]
            daily = next((t for t in reading.sentence if t.lower == "daily" and t.dep == "advmod"), None)
            excepted = {_weekday(reading, t.i) for t in reading.sentence}
            if (
                daily is None
                or k in case.held
                or _only_then(reading, daily.i)
                or _weekday(case.reading, node.head) in excepted
            ):
                continue
            case.findings[k] = []
            here = case.reading.text(node)
            case.add(k, Finding("date.inside", Relation.ENTAILS, here, daily.text, "every day", node.words))


def _only_then(reading: Reading, daily: int) -> bool:
    """Whether it is daily in a season, or with another condition: "runs daily in summer"."""
    above = list(reading.sentence.path_up(daily))
    beside = {role for h in above for role, _ in reading.graph.fillers(h)}
    limited = {role for role in beside if role.startswith("prep_")} - {"prep_except", "prep_from", "prep_at"}
    return bool(limited) or any(isinstance(n.value, When) and n.value.clock is None for n in reading.nodes)


def _weekday(reading: Reading, i: int) -> str:
    word = reading.sentence[i].lower.removesuffix("s")
    return word if word in WEEKDAYS else ""


def often(reading: Reading) -> Iterator[Often]:
    """How often a sentence says that something happens."""
    tokens = reading.sentence.tokens
    for token in tokens:
        found = _at(tokens, token.i)
        if found is None:
            continue
        rate, stop = found
        before = {t.lower for t in tokens[max(0, token.i - 3) : token.i]}
        verb = next((i for i in reading.sentence.path_up(token.i) if tokens[i].pos in {"VERB", "AUX"}), None)
        if verb is not None and not before & _NOT_EXACT:
            yield Often(rate, range(token.i, stop), verb)


def _as_sure(case: Case, mine: Often, reading: Reading, theirs: Often) -> bool:
    """Whether both texts affirm it in the same mood: what must be done, and what is."""
    one, other = case.reading.contexts[mine.verb], reading.contexts[theirs.verb]
    return (
        one.polarity > 0
        and other.polarity > 0
        and (one.modality, one.strength) == (other.modality, other.strength)
    )


def _at(tokens: tuple[Token, ...], i: int) -> tuple[Decimal, int] | None:
    """The rate that opens at a token, and the token after it."""
    token = tokens[i]
    if token.lower in ADVERBS and token.dep == "advmod":
        if i and tokens[i - 1].lower in {"times", *TIMES}:
            return None
        return UNITS[ADVERBS[token.lower]], i + 1
    if token.lower in {"every", "each"}:
        before = tokens[i - 1].lower if i else ""
        return None if before in {"times", *TIMES} else _every(tokens, i + 1)
    times, at = _times(tokens, i)
    if times is not None and at < len(tokens) and tokens[at].lower in ADVERBS:
        return times * UNITS[ADVERBS[tokens[at].lower]], at + 1  # "three times daily"
    if times is None or at >= len(tokens) or tokens[at].lower not in {"a", "an", "per", "every", "each"}:
        return None
    found = _every(tokens, at + 1)
    return (found[0] * times, found[1]) if found is not None else None


def _times(tokens: tuple[Token, ...], i: int) -> tuple[Decimal | None, int]:
    if tokens[i].lower in TIMES:
        return TIMES[tokens[i].lower], i + 1
    if i + 1 < len(tokens) and tokens[i + 1].lower == "times":
        return _number(tokens[i]), i + 2
    return None, i


def _every(tokens: tuple[Token, ...], i: int) -> tuple[Decimal, int] | None:
    """ "(every) two weeks", "(every) other day", "(once a) month"."""
    if i >= len(tokens):
        return None
    count, at = Decimal(1), i
    if tokens[i].lower in {"other", "second"} and i + 1 < len(tokens) and tokens[i + 1].lemma in UNITS:
        count, at = Decimal(2), i + 1
    elif (number := _number(tokens[i])) is not None:
        count, at = number, i + 1
    if at >= len(tokens) or tokens[at].lemma not in UNITS or not count:
        return None
    # "every day of the week", "every second of it": no rate
    behind = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return None if behind in {"of", "that", "-"} else (UNITS[tokens[at].lemma] / count, at + 1)


def _number(token: Token) -> Decimal | None:
    plain = token.text.replace(",", "")
    return Decimal(plain) if plain.isdigit() else NUMBERS.get(token.lower)


def _one_verb(case: Case, mine: Often, r: int, theirs: Often) -> bool:
    """Whether both say how often one thing happens, or appears."""
    k, at = case.reading.at.get(mine.verb), case.passage.readings[r].at.get(theirs.verb)
    met = case.met(k) if k is not None else None
    subjects = [
        case.reading.at.get(c) for role, c in case.reading.graph.fillers(mine.verb) if role in _SUBJECTS
    ]
    held = [
        n for n in subjects if n is not None and (place := case.met(n)) is not None and place.reading == r
    ]
    if met is not None and met == Place(r, at if at is not None else -1):
        return bool(held)
    lemmas = [case.reading.sentence[mine.verb].lemma, case.passage.readings[r].sentence[theirs.verb].lemma]
    return bool(held) and all(lemma in APPEARING for lemma in lemmas)


def _settle(case: Case, mine: Often, r: int, theirs: Often) -> None:
    apart = abs(mine.rate - theirs.rate) / theirs.rate
    if _SAME < apart <= _OTHER:
        return
    relation = Relation.ENTAILS if apart <= _SAME else Relation.CONTRADICTS
    sentence, evidence = case.reading.sentence, case.passage.readings[r].sentence
    here = sentence.words(mine.words.start, mine.words.stop)
    there = evidence.words(theirs.words.start, theirs.words.stop)
    inside = [n for n, node in enumerate(case.reading.nodes) if set(node.words) & set(mine.words)]
    main = next(
        (n for n in inside if isinstance(case.node(n).value, Quantity)), inside[-1] if inside else None
    )
    for n in inside:
        case.findings[n] = []
        case.held.discard(n)
        case.misplaced.discard(n)
        how = relation if n == main else Relation.ENTAILS
        rule = "quantity.equal" if how is Relation.ENTAILS else "quantity.disjoint"
        case.add(n, Finding(rule, how, here, there, "how often", case.node(n).words))
    verb = case.reading.at.get(mine.verb)
    if verb is not None and verb not in case.held:
        case.findings[verb] = []
        text = case.reading.text(case.node(verb))
        case.add(verb, Finding("word.compared", Relation.ENTAILS, text, there, "", case.node(verb).words))
    case.shared_out = True  # "every" says how often, not of how many
