"""Fields of work: what an article's opening sentence calls a person leaves no room for a calling of another field.

"A Danish actress and model" is no politician and no driver; a singer may well be a songwriter, and what is called a
performer may be anything on a stage. A word that stands in no field excludes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck.dimensions.name import Kind, Name
from claimcheck.reading import Node, Reading
from claimcheck.relate import Meet, lexical
from claimcheck.sorts import exclusive, sort

FIELDS: Final[dict[str, frozenset[str]]] = {
    field: frozenset(words.split())
    for field, words in {
        "letters": "author novelist poet journalist playwright essayist biographer columnist reporter editor "
        "screenwriter dramatist storyteller diarist critic blogger satirist",
        "music": "musician singer vocalist composer guitarist pianist drummer rapper bassist violinist cellist "
        "conductor singer-songwriter songwriter lyricist dj saxophonist trumpeter organist keyboardist",
        "stage": "actor actress comedian comedienne dancer choreographer ballerina",
        "screen": "filmmaker film_director cinematographer",
        "art": "painter sculptor illustrator photographer printmaker ceramicist cartoonist",
        "building": "architect",
        "fashion": "model supermodel fashion_designer fashion_model",
        "politics": "politician senator congressman congresswoman governor mayor statesman stateswoman diplomat "
        "president prime_minister minister",
        "law": "lawyer attorney barrister solicitor judge jurist prosecutor",
        "medicine": "physician surgeon doctor nurse dentist psychiatrist veterinarian pharmacist midwife",
        "science": "physicist chemist biologist astronomer mathematician geologist botanist zoologist engineer "
        "geneticist neuroscientist meteorologist",
        "letters of old": "historian archaeologist philologist linguist",
        "thought": "philosopher theologian",
        "money": "banker accountant economist stockbroker",
        "football": "footballer football_player soccer_player goalkeeper midfielder striker quarterback linebacker "
        "cornerback linebacker wide_receiver running_back",
        "baseball": "baseball_player pitcher shortstop outfielder infielder baseman catcher",
        "basketball": "basketball_player point_guard",
        "tennis": "tennis_player",
        "golf": "golfer",
        "cricket": "cricketer batsman bowler",
        "rugby": "rugby_player",
        "hockey": "hockey_player",
        "ring": "boxer wrestler kickboxer judoka",
        "track": "runner sprinter hurdler decathlete",
        "water": "swimmer rower sailor",
        "wheels": "cyclist racing_driver driver",
        "games": "chess_player poker_player",
        "ice": "skater skier snowboarder gymnast figure_skater",
        "kitchen": "chef cook baker",
        "farm": "farmer fisherman shepherd",
        "crafts": "carpenter plumber electrician blacksmith tailor butcher",
        "space": "astronaut cosmonaut",
        "school": "schoolteacher",
        "church": "priest bishop rabbi imam nun monk archbishop cardinal pastor",
        "army": "soldier general admiral colonel sergeant",
        "crime": "mobster gangster",
        "police": "detective policeman policewoman firefighter",
    }.items()
}
FIELD: Final = {word: field for field, words in FIELDS.items() for word in words}
# Fields that one calling of an opening sentence may well take in beside its own.
TOGETHER: Final = frozenset(
    frozenset(pair)
    for pair in (
        ("stage", "music"),
        ("stage", "screen"),
        ("stage", "fashion"),
        ("screen", "letters"),
        ("letters", "letters of old"),
        ("letters", "thought"),
        ("letters of old", "thought"),
        ("thought", "church"),
        ("space", "army"),
        ("space", "science"),
    )
)
# Wide words, and the fields that they may stand for.
STANDING_FOR: Final[dict[str, frozenset[str]]] = {
    "writer": frozenset({"letters", "music", "screen", "letters of old", "thought"}),
    "director": frozenset({"screen", "stage", "letters"}),
    "producer": frozenset({"music", "screen", "letters", "stage"}),
    "designer": frozenset({"fashion", "art", "building"}),
    "host": frozenset({"stage", "letters", "music"}),
    "presenter": frozenset({"stage", "letters", "music"}),
    "businessman": frozenset({"money"}),
    "businesswoman": frozenset({"money"}),
    "entrepreneur": frozenset({"money"}),
    "teacher": frozenset({"school", "music", "letters", "science"}),
    "professor": frozenset(
        {"science", "letters of old", "thought", "law", "medicine", "letters", "money", "music", "art"}
    ),
    "president": frozenset({"politics"}),
}


# What people of any calling may be besides: an opening sentence may well leave it out.
BESIDES: Final = frozenset({"politics", "letters", "army", "school", "law", "money", "farm", "art"})


def apart(said: Sequence[str], wanted: str) -> bool:
    """Whether callings that a text gives a person leave no room for another; each word must stand in a known field."""
    mine = FIELD.get(wanted)
    if mine is None or mine in BESIDES or not said:
        return False
    fields = [_fields(word) for word in said]
    return all(fields) and not any(_may_be(mine, field) for theirs in fields for field in theirs)


def _fields(word: str) -> frozenset[str]:
    known = FIELD.get(word)
    return frozenset({known}) if known is not None else STANDING_FOR.get(word, frozenset())


def _may_be(one: str, other: str) -> bool:
    return one == other or frozenset({one, other}) in TOGETHER


def another(evidence: Reading, said: Sequence[int], statement: Reading, wanted: Node) -> bool:
    """Whether what an opening sentence says somebody is leaves no room for the statement's calling."""
    stated = [i for i in said if _stated(evidence, i)]
    words = [_calling(evidence, evidence.nodes[evidence.at[i]], i) for i in stated if i in evidence.at]
    return len(words) == len(said) and apart(words, _calling(statement, wanted, wanted.head))


def _stated(reading: Reading, token: int) -> bool:
    sentence = reading.sentence
    while sentence[token].dep == "conj" and sentence[token].head != token:
        token = sentence[token].head
    verb = sentence[sentence[token].head]
    if sentence[token].dep != "attr" or verb.lemma != "be":
        return False
    subject = next((c for c in sentence.children[verb.i] if sentence[c].dep == "nsubj"), verb.i)
    aside = any(t.text == "(" for t in sentence.tokens[subject : verb.i])
    return aside or any(_nationality(reading, c) for r, c in reading.graph.fillers(token) if r == "mod")


def _nationality(reading: Reading, token: int) -> bool:
    value = reading.nodes[reading.at[token]].value if token in reading.at else None
    return isinstance(value, Name) and value.kind is Kind.NATIONALITY


def _calling(reading: Reading, node: Node, token: int) -> str:
    """The calling a noun names, with the noun before it where that makes it another: "tennis player"."""
    for idiom in node.idioms:
        if idiom.lemma in FIELD:
            return idiom.lemma
    before = reading.sentence[token - 1].lemma if token else ""
    joined = f"{before}_{node.lemma}"
    return joined if joined in FIELD else node.lemma


def excluded(said: list[str], wanted: str) -> bool:
    """Whether something the evidence calls a thing excludes the statement's word, and nothing it says comes near it."""
    if any(sort(word) == sort(wanted) != "" or lexical(word, "n", wanted, "n").meet in NEAR for word in said):
        return all(_office(word, wanted) for word in said)
    return any(exclusive(word, wanted) or _office(word, wanted) for word in said)


NEAR = frozenset({Meet.SAME, Meet.NARROWER, Meet.WIDER, Meet.CONVERSE})
# Posts that what is written of a person in one sentence would not leave out.
OFFICES = frozenset(
    "president senator governor king queen emperor pope congressman congresswoman prime_minister chancellor "
    "astronaut".split()
)
POLITICAL = frozenset(
    "politician leader statesman stateswoman ruler monarch head member minister lawyer official officer figure "
    "general prince princess duke duchess cardinal bishop tsar sovereign".split()
)


def _office(evidence: str, statement: str) -> bool:
    """Whether what the evidence calls a person leaves no room for an office."""
    return (
        statement in OFFICES
        and sort(evidence) == "person"
        and evidence not in OFFICES | POLITICAL
        and not any(part in evidence for part in ("politic", "president", "leader"))
    )
