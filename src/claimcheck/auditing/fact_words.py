"""Words that bear on facts, by what they bear on: for a difference between two wordings to be called by its name.

A difference is taken for harmless by other tables than these; a word that is missing here is called a word.
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from claimcheck.dimensions.currency_table import CODES, CURRENCY_NAMES, CURRENCY_SYMBOLS
from claimcheck.dimensions.name_lists import CALENDAR
from claimcheck.dimensions.quantity.words import (
    GROUPS,
    HUNDRED,
    ORDINALS,
    PARTS,
    PLURAL_PARTS,
    PLURALS,
    SCALES,
    SHORT_SCALES,
    SMALL,
    TENS,
)
from claimcheck.dimensions.unit_table import TABLE

Kind = Literal[
    "number", "unit", "date", "negation", "certainty", "comparison", "scope", "name", "order", "words"
]

_NUMBERS: Final = frozenset(
    {HUNDRED, *SMALL, *TENS, *SCALES, *SHORT_SCALES, *GROUPS, *PLURALS, *PARTS, *PLURAL_PARTS, *ORDINALS}
) | frozenset(
    "nil once twice thrice single double triple quadruple treble doubled tripled halved hundreds halves dozen "
    "dozens scores minus plus times fold twofold threefold tenfold".split()
)
_DATES: Final = (CALENDAR - {"second", "am", "pm"}) | frozenset(
    "day days night nights week weeks weekend weekends fortnight month months quarter quarters year years decade "
    "decades century centuries hour hours minute minutes morning afternoon evening noon midnight midday dawn dusk "
    "spring summer autumn winter ago last next previous following earlier later former early late before after "
    "since until till by during while when now currently already yet still formerly previously recently "
    "eventually initially originally am pm a.m p.m ad bc annual annually daily weekly monthly yearly hourly "
    "quarterly nightly".split()
)
_NEGATIONS: Final = frozenset(
    "not no never none nobody nothing neither nor nowhere without cannot non un hardly barely scarcely rarely "
    "seldom deny denies denied denying denial refuse refuses refused refusing refusal fail fails failed failing "
    "failure decline declines declined declining lack lacks lacked lacking absent absence unable reject rejects "
    "rejected rejecting prevent prevents prevented preventing avoid avoids avoided stop stops stopped stopping "
    "cease ceased cancel cancelled canceled cancels false falsely untrue wrong wrongly fake except excluding "
    "unless instead".split()
)
_CERTAINTY: Final = frozenset(
    "may might could would should can must will shall ought likely unlikely possibly probably perhaps maybe "
    "presumably reportedly allegedly supposedly purportedly apparently seemingly evidently certainly surely "
    "definitely clearly say says said saying claim claims claimed allege alleges alleged believe believes "
    "believed suspect suspects suspected expect expects expected plan plans planned intend intends intended "
    "propose proposes proposed think thinks thought seem seems seemed appear appears appeared suggest suggests "
    "suggested estimate estimates estimated confirm confirms confirmed warn warns warned predict predicts "
    "predicted vow vows vowed promise promises promised threaten threatens threatened try tries tried trying "
    "attempt attempts attempted consider considers considered want wants wanted hope hopes hoped fear fears "
    "feared potential potentially possible probable if whether according unconfirmed confirmed rumoured rumored "
    "would-be tentative tentatively doubt doubts doubted".split()
)
_COMPARISONS: Final = frozenset(
    "more less fewer most least over under above below beyond than exceeding exceed exceeds exceeded up down "
    "upwards nearly almost about around roughly approximately circa some exactly precisely just minimum maximum "
    "min max higher lower greater smaller larger bigger highest lowest greatest largest smallest biggest longer "
    "shorter older younger as many few little several within between from to rose rise rises rising fell fall "
    "falls falling increase increases increased increasing decrease decreases decreased decreasing grew grow "
    "grows growing shrank shrink shrinks gain gains gained lose loses lost drop drops dropped climb climbs "
    "climbed".split()
)
_SCOPE: Final = frozenset(
    "all every each both any some many few several only sole solely alone exclusively entire entirely whole "
    "wholly part partly partially half mostly mainly largely chiefly majority minority most always sometimes "
    "often usually occasionally frequently constantly everyone everybody everything someone somebody anyone "
    "anybody or either and but also again another other others including include includes included per almost "
    "nationwide worldwide first".split()
)


def kind_of(word: str) -> Kind | None:
    """What a folded word or sign bears on by itself; None for one of no list."""
    if word[:1].isdigit() or any(c.isdigit() for c in word) or word in _NUMBERS:
        return "number"
    if word in _units():
        return "unit"
    lists: tuple[tuple[Kind, frozenset[str]], ...] = (
        ("negation", _NEGATIONS),
        ("certainty", _CERTAINTY),
        ("date", _DATES),
        ("comparison", _COMPARISONS),
        ("scope", _SCOPE),
    )
    return next((kind for kind, words in lists if word in words), None)


@cache
def _units() -> frozenset[str]:
    """The words and signs of units and of money, folded. One that is a common word too ("in", "au") is left out."""
    found = {"%", "‰", "°", "percent", "percentage", "pct", "pc", "point", "points", "bps"}
    found.update(word.casefold() for word in (*CODES, *CURRENCY_SYMBOLS, "cent", "cents", "pence", "penny"))
    for name in CURRENCY_NAMES:
        found.update(_forms(name.casefold().split()[-1]))
    for row in TABLE:
        found.update(symbol.casefold() for symbol in row.symbols)
        for phrase in row.words:
            found.update(_forms(phrase.replace("~", "").casefold().split()[0]))
    return frozenset(found) - {"in", "a", "as", "at", "am", "au", "to", "all", "mo", "per", "h", "m", "s"}


def _forms(word: str) -> tuple[str, ...]:
    irregular = {"foot": "feet", "inch": "inches"}
    return word, irregular.get(word, word if word.endswith("s") else word + "s")
