"""The closed classes: modals, hedging adverbs and adjectives, negators, and other small words that set a context."""

from __future__ import annotations

from typing import Final

from claimcheck.dimensions.context_kinds import Effect, Modality, Stance, Strength

_POSSIBLE, _LIKELY = Strength.POSSIBLE, Strength.LIKELY
_NO = Effect(-1)
_MAYBE = Effect(1, _POSSIBLE, within=_POSSIBLE)
_PROBABLY = Effect(1, _LIKELY, within=_LIKELY)
_PROBABLY_NOT = Effect(-1, _LIKELY, within=_LIKELY)
_CAN = Effect(1, _POSSIBLE, Modality.ABILITY, _POSSIBLE)

MODALS: Final[dict[str, Effect]] = {
    **dict.fromkeys(("may", "might", "could"), _MAYBE),
    **dict.fromkeys(
        ("will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d"),
        Effect(modality=Modality.PLAN, future=True),
    ),
    **dict.fromkeys(("can", "ca"), _CAN),
    **dict.fromkeys(("should", "ought", "need"), Effect(1, _POSSIBLE, Modality.OBLIGATION, _POSSIBLE)),
    "must": Effect(1, _LIKELY, Modality.OBLIGATION, _LIKELY),
}

ADVERBS: Final[dict[str, Effect]] = {
    **dict.fromkeys(
        "probably likely presumably apparently seemingly evidently reportedly arguably doubtless "
        "undoubtedly".split(),
        _PROBABLY,
    ),
    **dict.fromkeys(
        "possibly perhaps maybe conceivably potentially allegedly purportedly supposedly ostensibly theoretically "
        "barely".split(),
        _MAYBE,
    ),
    **dict.fromkeys("hardly scarcely nearly almost".split(), _PROBABLY_NOT),
    **dict.fromkeys("never nowhere".split(), _NO),
    **dict.fromkeys(
        "usually typically generally normally often sometimes occasionally habitually frequently".split(),
        Effect(modality=Modality.HABITUAL, transparent=False),
    ),
    **dict.fromkeys("falsely erroneously wrongly".split(), Effect(-1, _LIKELY, within=_LIKELY)),
}

# before a noun: "the likely perpetrator", "a planned strike", "the former minister", "a fake passport"
PREMODIFIERS: Final[dict[str, Effect]] = {
    **dict.fromkeys("likely probable apparent presumed presumptive".split(), _PROBABLY),
    **dict.fromkeys(
        "possible potential alleged suspected purported supposed rumored rumoured putative so-called ostensible "
        "hypothetical aspiring budding wannabe self-styled self-proclaimed".split(),
        _MAYBE,
    ),
    **dict.fromkeys(
        "planned proposed upcoming intended would-be prospective scheduled expected forthcoming threatened "
        "anticipated future".split(),
        Effect(1, _LIKELY, Modality.PLAN, _LIKELY, future=True),
    ),
    **dict.fromkeys("former ex- onetime one-time erstwhile ex".split(), Effect(-1, ended=True)),
    **dict.fromkeys(
        "fake false sham counterfeit bogus fictitious nonexistent non-existent mock pretend dummy replica phoney "
        "phony make-believe".split(),
        _NO,
    ),
    **dict.fromkeys(
        "attempted failed unsuccessful foiled thwarted aborted averted abortive botched".split(),
        Effect(1, _POSSIBLE, Modality.ATTEMPT, _POSSIBLE),
    ),
    **dict.fromkeys("cancelled canceled scrapped".split(), _NO),
}

NEGATORS: Final = frozenset({"not", "n't", "n’t", "nt", "never"})
NEGATIVE_DETERMINERS: Final = frozenset({"no", "neither"})
NEGATIVE_PRONOUNS: Final = frozenset({"none", "nobody", "nothing", "neither", "nowhere"})
# who may refuse, besides those whose nouns end as those of doers do ("teacher", "director")
PARTIES: Final = frozenset(
    "company firm bank ministry agency council court police team union army authority department office party club "
    "school hospital university airline group committee board panel parliament congress senate cabinet official "
    "mayor chief captain crew staff judge pilot people nurse chairwoman girl boy wife husband victim witness guard "
    "king queen prince secretary lawyer executive relative family navy coach athlete member side both".split()
)
SCARCELY: Final = frozenset({"hardly", "scarcely", "barely"})
ALMOST: Final = frozenset({"almost", "nearly", "virtually", "practically"})
# "no" here is not a negation of its clause: "no more than 50", "no doubt", "No. 1"
NO_EXCEPTIONS: Final = frozenset(
    {
        "more",
        "less",
        "fewer",
        "later",
        "earlier",
        "sooner",
        "matter",
        "doubt",
        "longer",
        ".",
        "wonder",
        "better",
    }
)
CONDITIONS: Final = frozenset({"if", "unless", "provided", "providing", "lest", "supposing", "whether"})
# verbs that only lend a clause to the noun they take, so that negation and hedges reach the noun
LIGHT: Final = frozenset(
    "be have make take cause suffer see hold launch conduct carry stage sustain find face give occur happen exist "
    "perform undergo mount experience commit do get include contain show".split()
)
# verbs whose subject is the event itself: "the strike did not happen"
HAPPEN: Final = frozenset("occur happen exist materialize materialise take ensue".split())
# infinitives of result, not of purpose: "rose to reach", "went on to win"
RESULTS: Final = frozenset("reach become hit close end finish total stand settle form".split())
# what is over once it is lifted
BARRIERS: Final = frozenset(
    "ban sanction embargo curfew siege restriction suspension blockade moratorium order freeze quarantine lockdown "
    "mandate requirement emergency warning alert tariff prohibition injunction".split()
)
# What comes to a place or a person and can be cut off: who lost it has none.
SUPPLIES: Final = frozenset(
    "power electricity water gas heating heat signal internet broadband connection connectivity contact access".split()
)
RULERS: Final = frozenset(
    "party government coalition alliance regime junta dynasty minister president leader socialist conservative "
    "liberal democrat republican communist".split()
)
# What is paid, and so is owed where it is due to somebody.
OWED: Final = frozenset(
    "payment money fee rent tax salary wage pay pension bill loan instalment installment debt interest dividend "
    "compensation refund premium sum amount balance".split()
)
# States that a maker keeps up for a thing: dropped, the thing has them no longer.
UPKEEP: Final = frozenset("support maintenance compatibility availability service backing coverage".split())
DEFINITE: Final = frozenset("the this that these those his her its their our my your whose".split())
# "called it a scandal", "described it as a scandal"
CALLING: Final = frozenset("call label brand dub term deem pronounce".split())
CALLING_AS: Final = frozenset(
    "describe characterize characterise hail denounce condemn praise portray depict decry tout label brand slam "
    "dismiss".split()
)
# in "by X's account", "in the words of X"
ACCOUNTS: Final[dict[str, Stance]] = {
    **dict.fromkeys("account word words telling admission count".split(), Stance.SAID),
    **dict.fromkeys(
        "view opinion estimate reckoning estimation eye eyes judgment judgement".split(), Stance.BELIEVES
    ),
}
QUANTITY_VERBS: Final = frozenset("double triple quadruple halve treble".split())
PREDICATE_SCOPE: Final = frozenset(
    "still again always ever never only also first already anymore once".split()
)
# who is let in, where "admit" is no confession
ADMITTED: Final = frozenset(
    "patient people person student pupil member man woman child migrant refugee immigrant visitor spectator fan "
    "passenger applicant casualty guest reporter journalist observer inspector victim country state".split()
)
# what may be granted or denied to somebody
GRANTED: Final = frozenset(
    "bail parole asylum entry access permission visa permit licence license citizenship custody boarding coverage "
    "treatment care service clemency planning_permission leave request application appeal motion benefit".split()
)
# what is no more than believed of somebody: "feared dead"
SUPPOSED: Final = frozenset("fear believe presume assume suppose think reckon".split())
