"""Closed lists behind the links: nouns for people, firms, vessels; pronouns; verbs only agents do."""

from __future__ import annotations

from claimcheck.dimensions.name_lists import _words
from claimcheck.dimensions.name_titles import CALLINGS, OFFICES, RANKS

PERSON_NOUNS = (
    frozenset(OFFICES)
    | frozenset(RANKS)
    | CALLINGS
    | _words(
        "man woman boy girl person victim survivor suspect patient worker employee soldier commander officer "
        "teenager child mother father son daughter husband wife brother sister uncle aunt cousin friend "
        "colleague neighbor neighbour relative doctor lawyer attorney guard policeman policewoman firefighter "
        "paramedic sailor fighter militant gunman attacker bomber hostage prisoner inmate defendant plaintiff "
        "juror monarch princess prince king queen emperor heir nominee rival opponent predecessor successor "
        "counterpart host guest fan supporter protester demonstrator activist volunteer veteran civilian tourist "
        "customer client tenant resident citizen immigrant migrant refugee"
    )
) - _words("head chief forward guard host")

FEMALE_NOUNS = _words(
    "woman girl mother daughter wife sister aunt queen princess actress spokeswoman chairwoman policewoman "
    "businesswoman congresswoman widow waitress heroine duchess"
)
MALE_NOUNS = _words(
    "man boy father son husband brother uncle king prince spokesman policeman businessman congressman fisherman "
    "gunman waiter widower duke"
)

COMPANY_NOUNS = _words(
    "company firm business corporation manufacturer maker carmaker automaker retailer airline operator startup "
    "conglomerate bank insurer lender brewer drugmaker chipmaker supplier shipbuilder group"
)
# A more general noun for a described thing: "the vessel" may be a ferry.
WIDER: dict[str, frozenset[str]] = {
    "vessel": _words(
        "ferry ship boat freighter tanker trawler yacht cruiser destroyer frigate cutter barge submarine carrier"
    ),
    "ship": _words("freighter tanker ferry cruiser destroyer frigate liner carrier warship"),
    "boat": _words("ferry trawler yacht cutter lifeboat barge"),
    "aircraft": _words("plane airplane jet helicopter airliner fighter drone bomber"),
    "plane": _words("airplane jet airliner jetliner"),
    "vehicle": _words("car truck van bus lorry tank suv"),
    "weapon": _words("rocket missile gun rifle bomb"),
    "firm": COMPANY_NOUNS - {"group"},
    "company": COMPANY_NOUNS - {"group"},
    "movie": _words("film"),
    "film": _words("movie"),
    "show": _words("series sitcom"),
    "building": _words("tower skyscraper house hospital school church palace"),
    "newspaper": _words("daily tabloid paper"),
    "city": _words("capital"),
    "animal": _words("dog cat horse bear lion tiger elephant whale"),
}

# Heads that name no thing one could speak of again.
EMPTY_NOUNS = _words(
    "downtown née "
    "day week month year hour minute second time moment morning afternoon evening night today tomorrow yesterday "
    "decade century season quarter period way end start beginning part number amount rest lot kind sort type "
    "percent percentage point example case fact reason addition order view sense thing matter turn place "
    "middle top bottom side front back half third majority minority most total average rate degree"
)
# What "it was a …" may call an event, and no named thing.
EVENT_NOUNS = _words(
    "accident attack crash disaster death victory loss win defeat decision step success failure mistake "
    "surprise shock blow sign record increase decrease rise fall drop change time day year game match goal "
    "strike blast explosion fire storm vote election deal agreement result incident event "
    "trip journey visit tour crossing voyage flight walk drive meeting talk war battle raid airstrike killing "
    "move case moment sale purchase merger rate price cost"
)
# Verbs whose subject acts on purpose: with them "it" is an organisation or a state.
AGENT_VERBS = _words(
    "say tell announce expect plan deny confirm declare buy sell acquire hire employ cut lift raise keep pay sue "
    "appeal argue believe know think want hope intend aim seek offer propose decide agree refuse decline warn "
    "report publish release launch own operate run invest build make produce manufacture open close suspend "
    "resume withdraw send support back oppose accuse blame demand ask urge call apologize admit consider "
    "forecast predict estimate post earn lose spend borrow lend hold cooperate negotiate sign approve reject "
    "order ban allow vow threaten promise defend deploy restructure recall settle"
)
SAYING = _words(
    "say tell add note state declare announce report claim argue explain insist warn deny admit confirm write "
    "reply respond recall ask predict joke tweet testify believe think know hope expect"
)

# What an organisation has, and seldom a thing it makes or says.
OWNED = _words(
    "profit revenue income earning share stock forecast guidance target outlook headquarters employee staff "
    "workforce payroll board chief chairman chairwoman executive spokesman spokeswoman secretary subsidiary "
    "customer supplier shareholder dividend debt plant factory division leadership membership"
)

# Common nouns that act and speak as organisations do, or as papers speak.
SPEAKING_NOUNS = _words(
    "agency ministry department government board committee council court commission university hospital bank union "
    "party army military police team club group newspaper institute authority office report statement study letter "
    "memo document embassy parliament league federation association charity foundation"
)

PRONOUNS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "male")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "female")),
    **dict.fromkeys(("it", "its", "itself"), ("thing", "")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("plural", "")),
    **dict.fromkeys(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours"), ("speaker", "")),
}
POSSESSIVES = frozenset({"his", "her", "its", "their"})
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "iobj"})
