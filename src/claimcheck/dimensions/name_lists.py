"""Closed word lists behind the names: what marks a person, an organisation, a place, a work, an event.

Compiled by hand from common usage of English news copy, company reports and encyclopaedias. All entries are folded as
`fold_word` leaves them: lower case, no full stops.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _groups(text: str) -> dict[str, str]:
    """Each line's words mapped to its first word."""
    table = {}
    for line in text.strip().splitlines():
        first, *rest = line.split()
        table.update(dict.fromkeys((first, *rest), first))
    return table


CALENDAR = _words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat "
    "sun january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec today tomorrow yesterday tonight am pm gmt utc est edt "
    "pst pdt bst cet"
)

UNITS = _words(
    "gb mb kb tb kib mib gib tib khz mhz ghz hz kw mw gw kwh mwh gwh mph kph mah db ml kg km celsius "
    "fahrenheit kelvin gbps mbps"
)
PARTICLES = _words(
    "de la las los del della delle di da das do dos du le van von vom zu zum zur der den het ten ter te "
    "af av bin ibn bint al el ul ur as ash abu umm ben bat san santa st"
)
ARTICLES = _words("al el ul ash as")  # transliterated Arabic article: al-Asad, el-Sisi

CORPORATE = _words(
    "inc incorporated ltd limited llc llp lp plc corp corporation co company ag gmbh sa nv bv ab asa "
    "oyj spa srl kk pty pte sas se"
)
# Words that say what sort of firm it is; a name keeps its referent without them ("Halvern Ferries", "Halvern").
FIRM_WORDS = CORPORATE | _words(
    "group holding holdings industries enterprises international instruments ferries lines airlines "
    "airways motors foods pharmaceuticals pharma technologies technology systems software energy "
    "petroleum laboratories labs partners brothers bros sons associates ventures capital media "
    "entertainment studios pictures records communications telecom semiconductor electronics logistics "
    "shipping railways insurance financial solutions services networks products brands stores "
    "fc afc cf biosciences therapeutics aerospace automotive chemicals materials resources mining utilities"
)
ORG_HEADS = FIRM_WORDS | _words(
    "agency airline administration alliance army arsenal assembly association athletic authority bank "
    "board brigade bureau battalion cabinet center centre church city-state club coalition college "
    "command commission committee conference congress consortium corps council court department "
    "division embassy exchange faculty federation fc fleet force forces foundation front fund "
    "government guard guards guild hezbollah hospital house institute institution laboratory league "
    "legion library ministry mission mosque movement museum navy network news newspaper office opera "
    "orchestra organisation organization panel parliament party police post press programme program "
    "regiment school secretariat senate service society staff tabloid taskforce team times trust "
    "tribunal union unit units united university watch workshop journal gazette herald tribune "
    "telegraph guardian chiefs chamber circuit squad squadron clinic academy seminary synagogue "
    "cathedral temple electric mills dynamics assembly marines rangers rovers wanderers athletics "
    "city-council theatre theater"
)
FACILITY_HEADS = _words(
    "airport aerodrome base bridge building castle cathedral center centre church clinic dam embassy "
    "factory field garden gardens gate hall harbor harbour hospital hotel house laboratory library mall "
    "market mosque museum observatory palace park plant plaza port prison school shrine square stadium "
    "station temple terminal theater theatre tower tunnel university camp fort"
)
PLACE_HEADS = FACILITY_HEADS | _words(
    "avenue bay beach boulevard canyon cape channel city coast county creek delta desert district falls "
    "forest glacier gulf heights highway hill hills island islands isle isles isthmus junction kingdom "
    "lake lane mountain mountains mount neighborhood ocean parish peninsula plain plains plateau point "
    "pond province quay rapids reef region republic reservoir ridge river road rocks sea shore sound "
    "state states strait straits street suburb town township territory valley village volcano wood "
    "woods east west north south land"
)
# Features that cross borders or lie inside a place of another sort: never compared as "another place".
WIDE_FEATURES = _words(
    "river sea ocean gulf strait straits mountains mountain alps desert basin coast peninsula valley "
    "region plateau delta lake highway road railway canal forest continent hemisphere bay channel"
)
EVENT_HEADS = _words(
    "war battle games olympics cup championship championships festival massacre revolution uprising "
    "earthquake hurricane storm typhoon cyclone tournament prix derby marathon summit conference "
    "election elections rebellion crisis crusade pandemic eruption siege offensive riots trial award "
    "awards prize series bowl final finals day week"
)
WORK_HEADS = _words(
    "act agreement treaty accord accords convention protocol amendment constitution bible directive code"
)
OF_HEADS = _words(
    "academy army association archbishop archdiocese bank battle bay bill bishop board bureau cape "
    "cathedral center centre chamber chiefs church city college commission committee commonwealth "
    "confederation congress convention council county court declaration department diocese director "
    "duke duchess earl federation game gulf hall house institute institutes isle isles king kingdom "
    "knights league library lord lords ministry museum office order organisation organization palace "
    "parliament party peninsula prince princess province queen republic school sea secretary society "
    "sons state states statue strait straits sultanate task tower treaty tribunal union united "
    "university valley war lloyd chronicles lady temple chief minister director"
)
POSSESSIVE_HEADS = _words(
    "king queen prince princess women woman men people children child veterans teachers workers farmers "
    "lawyers writers saint mother father new-year valentine patriot ladies gentlemen bachelor master "
    "seamen seafarers actors citizens nurses"
)
POSSESSIVE_BRANDS = _words(
    "moody mcdonald sotheby christie lloyd levi wendy macy bloomingdale sainsbury kellogg domino arby kohl"
)

GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
CREDENTIALS = _words(
    "phd md esq qc kc mp mbe obe cbe cpa jd mba rn frs dbe kbe om ch cb kcb gcb frsa fba frse vc dso dsc mc dfc am ao "
    "ac frcs frcp gbe cvo kcvo cmg kcmg gcmg pc mep msp"
)

SMALL = _words("of the and for in on at to a an de la del du des")
DIRECTIONS = _words(
    "north south east west northern southern eastern western northeast northwest southeast southwest central"
)

SPELLINGS = {
    "centre": "center", "theatre": "theater", "harbour": "harbor", "labour": "labor", "defence": "defense",
    "mt": "mount",
    "organisation": "organization", "ft": "fort", "dept": "department", "univ": "university", "intl": "international",
    "natl": "national", "assn": "association", "bros": "brothers", "govt": "government", "programme": "program",
    "colour": "color", "honour": "honor", "wm": "william", "ave": "avenue",
    "blvd": "boulevard", "rd": "road", "hwy": "highway",
}  # fmt: skip
NUMBER_WORDS = {
    word: str(n)
    for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        start=1,
    )
}
ORDINAL_WORDS = {
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th",
    "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th", "twentieth": "20th",
}  # fmt: skip
ROMAN = {
    roman: str(n)
    for n, roman in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii".split(),
        start=1,
    )
}

NICKNAMES = _groups("""
william bill billy will willie
robert bob bobby rob robbie
richard rick dick ricky rich
james jim jimmy jamie
john jack johnny jon
joseph joe joey
thomas tom tommy
michael mike mick mickey
charles charlie chuck
edward ed eddie ted teddy
david dave davey
daniel dan danny
stephen steve steven
anthony tony
donald don donnie
ronald ron ronnie
kenneth ken kenny
benjamin ben
samuel sam
timothy tim
christopher chris
matthew matt
andrew andy drew
gregory greg
lawrence larry
gerald jerry
nicholas nick
alexander alex
jeffrey jeff
peter pete
patrick pat
raymond ray
frederick fred freddie
elizabeth liz beth betty lizzie eliza
margaret maggie meg peggy
katherine kate kathy catherine katie cathy
deborah debbie deb
susan sue susie
jennifer jen jenny
rebecca becky
patricia patty trish
barbara barb
victoria vicky
christina tina
abraham abe
albert al
arthur art
eugene gene
leonard len lenny
theodore theo
zachary zach zack
jonathan jonny
joshua josh
nathaniel nate
philip phil phillip
rupert bertie
""")

# Spellings of one thing that no rule of form derives. A row is a group; each entry is folded by `words`.
BUILT_IN_ALIASES: tuple[tuple[str, ...], ...] = (
    ("United States", "U.S.", "US", "USA", "U.S.A.", "United States of America", "America"),
    (
        "United Kingdom",
        "U.K.",
        "UK",
        "Great Britain",
        "Britain",
        "United Kingdom of Great Britain and Northern Ireland",
    ),
    ("United Nations", "U.N.", "UN"),
    ("European Union", "E.U.", "EU"),
    ("Associated Press", "AP", "A.P."),
    ("North Atlantic Treaty Organization", "NATO"),
    ("Soviet Union", "USSR", "U.S.S.R.", "Union of Soviet Socialist Republics"),
    ("United Arab Emirates", "UAE", "U.A.E.", "Emirates"),
    ("Joint Chiefs of Staff", "Joint Chiefs"),
    ("World War I", "First World War", "World War One", "WWI", "WW1"),
    ("World War II", "Second World War", "World War Two", "WWII", "WW2"),
    ("Federal Reserve", "Fed", "Federal Reserve System"),
    ("Federal Bureau of Investigation", "FBI"),
    ("Central Intelligence Agency", "CIA"),
    ("World Health Organization", "WHO"),
    ("International Monetary Fund", "IMF"),
    ("Los Angeles", "L.A."),
    ("New York City", "NYC", "N.Y.C."),
    ("Washington, D.C.", "Washington DC", "District of Columbia"),
    (
        "Department of Defense",
        "Defense Department",
        "DoD",
        "U.S. Department of Defense",
        "U.S. Defense Department",
    ),
    ("State Department", "Department of State", "U.S. State Department", "U.S. Department of State"),
    ("Netherlands", "Holland"),
    ("Czech Republic", "Czechia"),
    ("Myanmar", "Burma"),
    ("Ivory Coast", "Côte d'Ivoire"),
    ("COVID-19", "Covid", "coronavirus disease 2019"),
)
