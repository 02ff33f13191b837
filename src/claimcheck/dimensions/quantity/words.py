"""The words of numbers, changes, comparisons and dates that the quantity readers look up."""

from __future__ import annotations

from decimal import Decimal


def _split(text: str) -> frozenset[str]:
    return frozenset(text.split())


SMALL = {
    word: Decimal(n)
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: Decimal(10 * n)
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
HUNDRED = "hundred"
SCALES = {
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "quadrillion": Decimal(10**15),
    "lakh": Decimal(10**5),
    "crore": Decimal(10**7),
}
# Written after digits only.
SHORT_SCALES = {
    "k": Decimal(10**3),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "mio": Decimal(10**6),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
    "lakhs": Decimal(10**5),
    "crores": Decimal(10**7),
}
# A scale after a sum of money, something else otherwise ("5m" is a length).
MONEY_SCALES = {"m": Decimal(10**6), "b": Decimal(10**9), "t": Decimal(10**12), "mm": Decimal(10**6)}
GROUPS = {
    "dozen": Decimal(12),
    "couple": Decimal(2),
    "pair": Decimal(2),
    "trio": Decimal(3),
    "score": Decimal(20),
}
# Plural scales: the interval [low, high) each stands for.
PLURALS = {
    "tens": (Decimal(20), Decimal(200)),
    "dozens": (Decimal(24), Decimal(200)),
    "scores": (Decimal(40), Decimal(200)),
    "hundreds": (Decimal(200), Decimal(2000)),
    "thousands": (Decimal(2000), Decimal(200000)),
    "millions": (Decimal(2 * 10**6), Decimal(10**9)),
    "billions": (Decimal(2 * 10**9), Decimal(10**12)),
    "trillions": (Decimal(2 * 10**12), Decimal(10**15)),
}
PLURAL_SCALES = {
    "hundreds": Decimal(100),
    "thousands": SCALES["thousand"],
    "millions": SCALES["million"],
    "billions": SCALES["billion"],
    "trillions": SCALES["trillion"],
}
PARTS = {  # the singular name of a part -> how many make the whole
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
}
PLURAL_PARTS = {word + "s": n for word, n in PARTS.items() if word != "half"} | {"halves": 2}
GLYPHS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
TENS_ORDINALS = {word: int(n) for word, n in TENS.items()}

NUMBER_STARTS = frozenset(SMALL) | frozenset(TENS) | frozenset(SCALES) | {HUNDRED} | frozenset(GROUPS)
VAGUE = _split("several few many numerous countless multiple various umpteen")

MONTHS = _split(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."
)
DAY_NAMES = _split(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight"
)
# Before a bare number of four digits these make it a year.
YEAR_BEFORE = (
    _split(
        "in since until till by before after during from early late mid mid- circa year summer winter spring autumn "
        "fall around to through and between of the for late- ( & , ' ’ -lrb-"
    )
    | MONTHS
)
TIME_UNITS = _split("second minute hour day week fortnight month quarter year season decade century night")
# "a", "an" or "per" before these makes a rate.
DENOMINATORS = TIME_UNITS | _split(
    "share person head capita piece barrel ton tonne gallon litre liter pound kilogram kilo kilometer kilometre ounce "
    "game match ticket unit copy mile student pupil child employee worker family household gram inhabitant user vote"
)
RATE_ADVERBS = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "quarterly": "quarter",
    "annually": "year", "yearly": "year", "apiece": "piece", "p.a": "year", "p.a.": "year",
}  # fmt: skip

UP = _split(
    "rise grow increase climb jump surge soar gain widen expand advance rally rebound improve strengthen swell balloon "
    "accelerate rocket skyrocket escalate leap raise boost lift add up higher more gain spike edge growth appreciate "
    "extend lengthen upgrade bolster heighten faster older larger bigger longer above ahead uptick upturn warm ahead"
)
DOWN = _split(
    "fall drop decrease decline slide plunge shrink narrow slip tumble dip sink plummet contract weaken lower reduce "
    "cut slash trim shed lose down fewer less slump dwindle tighten shorten diminish depreciate retreat ease downgrade "
    "loss reduction contraction slower younger smaller shorter below behind downturn cool shave halve erode crash dive"
)
# A bare amount right after one of these is a change ("rose 12%"); the rest of UP and DOWN takes it as an object.
MOVES = _split(
    "rise grow increase climb jump surge soar widen expand advance rally rebound improve strengthen swell balloon "
    "accelerate rocket skyrocket escalate leap fall drop decrease decline slide plunge shrink narrow slip tumble dip "
    "sink plummet contract weaken slump dwindle diminish depreciate appreciate spike edge ease retreat crash dive"
)
TRANSFERS = MOVES | _split(
    "raise lower reduce cut boost slash trim add gain lose shed lift extend shorten lengthen move go come bring take "
    "push double triple quadruple change shift adjust revise alter upgrade downgrade swing nudge tick creep inch halve "
    "up down send drive slow speed expand bump hike swell convert scale warm cool heat"
)
CHANGE_NOUNS = _split(
    "rise growth increase climb jump surge gain advance rally rebound improvement leap boost hike spike uptick fall "
    "drop decrease decline slide plunge slip tumble dip slump reduction cut contraction downturn upturn change swing "
    "raise loss expansion shift uplift discount upswing decrease shrinkage hike"
)
DELTA_AFTER = _split("higher lower more fewer less larger bigger faster smaller slower longer shorter older younger "
                     "taller heavier lighter cheaper wider deeper ahead behind above below warmer cooler colder hotter "
                     "clear early late stronger weaker")  # fmt: skip
RANGE_VERBS = _split(
    "range vary span run differ spread fluctuate oscillate be age lie stretch last cost estimate hover"
)
MULTIPLE_AFTER = _split(
    "as more higher larger bigger greater faster longer heavier older slower lower fewer less smaller better likelier "
    "worse cheaper stronger the that what its his her their our"
)
MULTIPLE_NOUNS = _split(
    "size number amount rate price cost value speed length height width weight level average total volume share "
    "population figure distance area limit capacity time salary pay income risk odds national normal usual original"
)
SCORE_NEAR = _split(
    "win won wins winning beat beats beating beaten lose lost loses losing loss defeat defeated defeats victory "
    "victories draw drew drawn tie tied score scored scoreline vote voted votes ruling decision lead led trail trailed "
    "record series margin result aggregate upset split triumph thrash thrashed edge edged hammered thumped down final"
)
# A number after one of these counts nothing: it names one of a series.
LABELS = _split(
    "no no. nos. nos number numbers nr nr. # rank ranked section sections sec sec. chapter chapters page pages p. pp. "
    "room gate flight route highway channel phase type class grade level step figure fig fig. table article act "
    "episode season volume vol vol. part round group lane platform terminal apartment apt apt. suite ward district "
    "precinct rule issue stage category tier bus runway code codes zip port bug ticket paragraph clause interstate "
    "exit pier mile-marker week game verse psalm proposition prop amendment line row column item version model mark mk "
    "generation gen formula division building block unit squad bay dock camp zone sector box file id isbn resolution "
    "area batch lot room event case cases order top option question chapter gallery studio world"
)
# Of these, the ones that place in an order: "season 3" is the third season.
ORDER_LABELS = _split(
    "season episode chapter week round game phase stage part volume vol act series day step page"
)
RANK_LABELS = _split("no no. number nr nr. # rank ranked")
VERSION_BEFORE = _split(
    "version versions v v. release releases kernel build firmware update patch rev revision upgrade"
)
NOT_HEADS = MONTHS | DAY_NAMES | _split("times p.m. a.m. pm am gmt utc ago")

# Counts that no one rounds: the dead and hurt, and votes. Lemmas of the thing counted or of what was done to it.
NEVER_ROUNDED = _split(
    "death fatality casualty victim body corpse dead killed wounded injured injury survivor die kill wound injure "
    "murder slay drown perish execute toll massacre martyr vote ballot voter delegate seat senator lawmaker hostage "
    "missing toll loss casualty homicide suicide slaying killing assassinate behead shoot electorate"
)
