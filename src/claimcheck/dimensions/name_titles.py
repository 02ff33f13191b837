"""Titles before a person's name: honorifics, ranks with their branch, offices; and which of them exclude each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claimcheck.dimensions.name_lists import _groups, _words

MALE_HONORIFICS = _words(
    "mr sir lord king prince duke baron count earl emperor father fr brother pope imam sultan emir "
    "sheikh ayatollah rabbi"
)
FEMALE_HONORIFICS = _words(
    "mrs ms miss dame lady queen princess duchess baroness countess empress sister mother"
)
HONORIFICS = MALE_HONORIFICS | FEMALE_HONORIFICS | _words("mx dr prof rev reverend hon")
REGAL = _words(
    "king queen prince princess pope emperor empress sultan duke duchess sister brother father mother emir"
)

# Abbreviation -> full rank; ranks of one service exclude each other.
RANKS = _groups("""
general gen
colonel col
major maj
captain capt
lieutenant lt lieut
sergeant sgt
corporal cpl
private pvt pfc
admiral adm
commander cmdr
commodore
marshal
brigadier brig
ensign
specialist spc
airman
seaman
""")
BRANCHES = _groups("""
army
navy naval
marine marines
air-force air force airforce
coast-guard coast guard
police
space-force
""") | {"air": "air", "force": "force", "coast": "coast", "guard": "guard"}

# Spelling of an office -> canonical; offices with one canonical head are the same office.
OFFICES = _groups("""
president pres
premier
minister
chancellor
secretary sec
governor gov
senator sen
representative rep congressman congresswoman
mayor
ambassador amb
judge
justice
chairman chairwoman chairperson chair
ceo
cfo
coo
cto
cio
director
leader
head
chief
spokesman spokeswoman spokesperson
manager
coach
editor
commissioner
speaker
treasurer
founder co-founder cofounder
owner
master harbormaster headmaster
envoy
bishop
archbishop
cardinal
pastor
councillor councilman councilwoman councilor
professor
surgeon
analyst
economist
attorney
lawyer
prosecutor
sheriff
detective det
inspector insp
superintendent supt
constable
officer
trooper
executive
deputy
lawmaker
""")
# Callings: they introduce a name as an office does, but a person may have several.
CALLINGS = _words(
    "sculptor photographer actor actress singer author writer novelist poet reporter journalist "
    "correspondent columnist activist scientist researcher physicist chemist biologist engineer "
    "architect artist painter composer musician rapper guitarist drummer striker midfielder goalkeeper "
    "defender quarterback pitcher forward driver pilot astronaut cosmonaut farmer fisherman businessman "
    "businesswoman entrepreneur investor banker historian philosopher filmmaker screenwriter producer "
    "playwright comedian model designer chef doctor nurse teacher student resident witness passenger "
    "politician diplomat scholar swimmer runner boxer golfer cyclist skier champion captain skipper "
    "lieutenant agent official adviser advisor aide strategist candidate nominee contractor trader "
    "developer geologist meteorologist epidemiologist virologist oceanographer co-author coauthor "
    "co-chair curator librarian principal dean provost rector registrar coroner pathologist detective "
    "investigator regulator referee umpire winner runner-up wife husband son daughter father mother "
    "brother sister"
)
# Words that narrow a title and belong to it: chief, deputy, the ministry's business.
TITLE_MODIFIERS = _words(
    "chief vice deputy assistant associate senior junior executive managing general prime foreign "
    "interior home defense defence finance financial operating technology information marketing medical "
    "health education justice transport transportation treasury state trade labor labour energy "
    "environment agriculture culture sports housing development economy economic security national "
    "regional first second under lead top acting interim former then ex late outgoing incoming lance "
    "staff master gunnery brigadier rear field lieutenant major attorney majority minority press "
    "opposition cabinet harbor harbour head commanding supreme grand honorary lord privy principal "
    "permanent parliamentary federal district lt maj brig petty warrant squadron wing flight group sub "
    "commerce homeland veterans affairs undersecretary chairman founding non-executive human resources "
    "product sales research police fire"
)
STATUS = {
    "former": "former",
    "ex": "former",
    "then": "former",
    "late": "late",
    "acting": "acting",
    "interim": "acting",
}
STATUS |= {"outgoing": "outgoing", "incoming": "incoming", "designate": "incoming", "elect": "incoming"}
# What follows "of" inside a title, by the word before it.
OF_TITLES = {"secretary": {"state", "defense", "defence"}, "chief": {"staff"}, "minister": {"state"}}
TITLE_WORDS = frozenset(HONORIFICS | set(RANKS) | set(OFFICES) | CALLINGS)
PHRASES = {
    "chief executive officer": "ceo", "chief executive": "ceo", "chief financial officer": "cfo",
    "finance chief": "cfo",
    "chief operating officer": "coo", "chief technology officer": "cto", "chief information officer": "cio",
    "prime minister": "premier", "secretary of state": "state secretary", "secretary of defense": "defense secretary",
    "secretary of defence": "defense secretary", "defence": "defense", "attorney general": "attorney-general",
    "secretary general": "secretary-general", "chief of staff": "chief-of-staff",
    "foreign secretary": "foreign minister",
    "harbour": "harbor", "labour": "labor", "air force": "air-force", "coast guard": "coast-guard",
}  # fmt: skip


class TitleMatch(StrEnum):
    """How an evidence title bears on a statement's title of the same person."""

    SAME = "same"  # equal, or the evidence's is the narrower
    EXCLUSIVE = "exclusive"
    OPEN = "open"  # neither follows


@dataclass(frozen=True, slots=True)
class Title:
    """A title taken apart; every field folded, "" or empty where not given."""

    branch: str = ""
    rank: str = ""
    office: str = ""
    status: str = ""
    modifiers: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()  # honorifics and callings

    def __bool__(self) -> bool:
        return bool(self.branch or self.rank or self.office or self.status or self.modifiers or self.others)


@lru_cache(maxsize=4096)
def read_title(text: str) -> Title:
    """Take a title apart: "Army Gen." is branch army, rank general."""
    folded = " ".join(text.lower().replace(".", " ").replace("-", " ").split())
    for phrase, canonical in PHRASES.items():
        folded = f" {folded} ".replace(f" {phrase} ", f" {canonical} ").strip()
    words = folded.split()
    branch = next((BRANCHES[w] for w in words if w in BRANCHES), "")
    status = next((STATUS[w] for w in words if w in STATUS), "")
    rest = [w for w in words if w not in BRANCHES and w not in STATUS]
    rank, office = _rank(rest), ""
    if not rank and rest and rest[-1] not in HONORIFICS and rest[-1] not in CALLINGS:
        office = OFFICES.get(rest[-1], rest[-1])
        rest = rest[:-1]
    elif rank:
        rest = [w for w in rest if w not in RANKS]
    others = frozenset(w for w in rest if w in HONORIFICS or w in CALLINGS)
    return Title(branch, rank, office, status, frozenset(rest) - others, others)


def _rank(words: list[str]) -> str:
    """The rank of folded title words, with what grades it: "lieutenant general", "rear admiral"."""
    if not words or words[-1] not in RANKS:
        return ""
    grade = [
        w
        for w in words[:-1]
        if w in RANKS or w in {"rear", "vice", "field", "lance", "staff", "master", "first"}
    ]
    return " ".join([*(RANKS.get(w, w) for w in grade), RANKS[words[-1]]])


def relate_titles(evidence: Title, statement: Title) -> TitleMatch:
    """Whether the statement's title of a person follows from the evidence's, excludes it, or neither."""
    pairs = ((evidence.branch, statement.branch), (evidence.rank, statement.rank))
    if any(a and b and a != b for a, b in pairs) and evidence.status == statement.status:
        return TitleMatch.EXCLUSIVE
    if evidence.office and statement.office and _offices_exclude(evidence, statement):
        return TitleMatch.EXCLUSIVE
    stated = (statement.branch, statement.rank, statement.office)
    given = (evidence.branch, evidence.rank, evidence.office)
    if any(s and s != e for s, e in zip(stated, given, strict=True)) or statement.status != evidence.status:
        return TitleMatch.OPEN
    known = evidence.modifiers | evidence.others
    return TitleMatch.SAME if statement.modifiers | statement.others <= known else TitleMatch.OPEN


# Pairs of offices often held at once, or one office under two names.
HELD_TOGETHER = _words(
    "ceo chairman president founder owner director head leader chief executive lawmaker officer manager "
    "master"
)
GRADES = _words("vice deputy assistant associate under")


def _offices_exclude(evidence: Title, statement: Title) -> bool:
    if evidence.status != statement.status:
        return False
    if evidence.office == statement.office:
        if (evidence.modifiers ^ statement.modifiers) & GRADES:
            return True
        return bool(evidence.modifiers - GRADES and statement.modifiers - GRADES) and not (
            evidence.modifiers & statement.modifiers or "chief" in evidence.modifiers | statement.modifiers
        )
    return not (evidence.office in HELD_TOGETHER and statement.office in HELD_TOGETHER) and (
        evidence.office in EXCLUSIVE and statement.office in EXCLUSIVE
    )


EXCLUSIVE = _words(
    "president premier minister chancellor secretary governor senator representative mayor ambassador "
    "judge justice chairman ceo cfo coo cto cio spokesman commissioner speaker treasurer bishop "
    "archbishop cardinal attorney-general secretary-general chief-of-staff sheriff"
)
