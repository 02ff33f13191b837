"""Facts that take one filler, however they are put: what a thing is, whose it is by birth, who made it, when it lived.

"Chilean author Ramiro Sole" and "Sole is from Chile" share no structure that an alignment of words could follow. So
what both texts say of one subject is gathered and compared: the same filler accounts for the statement's words, another
contradicts.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck import callings, genres
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions import name
from claimcheck.dimensions.date import When
from claimcheck.dimensions.name import Kind, Name
from claimcheck.finding import Finding, Relation
from claimcheck.occupants import lying_in
from claimcheck.reading import Reading

MADE = frozenset(
    "write author compose create make produce record direct paint design build release publish sing perform".split()
)
RELEASED = frozenset(
    "release come_out come premiere publish debut appear air make produce open launch issue".split()
)
VITAL = {"bear": "born", "born": "born", "birth": "born", "die": "died", "death": "died", "pass_away": "died"}
SUBJECTS = frozenset({"agent", "subject", "patient"})


def account(case: Case) -> None:
    """Findings for the statement's one-filler facts that the words alone did not settle."""
    for k, node in enumerate(case.reading.nodes):
        if node.pos == "v" and node.lemma in VITAL and k not in case.held:
            _vital(case, k)
        elif node.pos == "v" and k not in case.held and not case.wrong(k):
            _released(case, k)
            _made(case, k)
        if (
            isinstance(node.value, Name)
            and node.value.kind in {Kind.NATIONALITY, Kind.PLACE}
            and k not in case.held
        ):
            _origin(case, k, node.value)
            if k not in case.held and not case.wrong(k):
                _placed(case, k)
        elif node.kind == "word" and node.pos == "n" and k not in case.held and not case.wrong(k):
            _kind(case, k)


# what is said of a mention


def _described(reading: Reading, token: int) -> Iterator[int]:
    """Tokens of the nouns said of a mention: "X is a poet", "X, a poet", "the poet X"."""
    for role, head in reading.graph.roles(token):
        if role in {"subject", "appos"} and reading.sentence[head].pos in {"NOUN", "PROPN"}:
            yield head
    yield from _defined(reading, token)
    for role, child in reading.graph.fillers(token):
        plain = reading.sentence[child].pos == "NOUN"
        if plain and (role == "appos" or (role == "mod" and reading.sentence[token].pos == "PROPN")):
            yield child


KNOWN_AS = frozenset(
    {"appos", "acl", "prep", "pobj", "conj", "oprd", "dobj", "advcl", "nsubj", "nmod", "relcl"}
)


def _defined(reading: Reading, token: int) -> Iterator[int]:
    """ "Shane Lindstrom (born 1994), known as Murda Beatz, is a producer": whatever a subject is called by."""
    sentence = reading.sentence
    path = (token, *sentence.path_up(token))
    subject = next((i for i in path if sentence[i].dep == "nsubj"), None)
    if subject in {None, token} or sentence[subject].pos != "PROPN":
        return
    between = path[: path.index(subject)]
    if any(sentence[i].dep not in KNOWN_AS for i in between) or not any(
        sentence[i].lemma in {"know", "call", "name", "style", "bear", "born"} or sentence[i].dep == "appos"
        for i in between
    ):
        return
    for role, head in reading.graph.roles(subject):
        if role == "subject" and sentence[head].pos == "NOUN":
            yield head


def _mentions(case: Case, k: int) -> list[Place]:
    """Where the passage speaks of the statement's node: its partner first."""
    met = case.met(k)
    found = [met] if met is not None else []
    value = case.node(k).value
    if isinstance(value, Name):
        for place, node in case.passage.every:
            named = isinstance(node.value, Name) and case.lore.same(node.value, value).yes
            if place not in found and named:
                found.append(place)
    return [place for place in found if case.own(place)]


def _subjects(case: Case, head: int) -> list[int]:
    """Nodes of the statement that `head` (a node) is said of."""
    return [
        link.child
        for link in case.links
        if link.head == head and link.role in {"subject", "agent", "patient"}
    ] + [link.head for link in case.links if link.child == head and link.role == "appos"]


def _add(case: Case, k: int, rule: str, relation: Relation, evidence: str) -> None:
    if relation is Relation.ENTAILS:
        case.findings[k] = [f for f in case.findings.get(k, []) if f.relation is Relation.ENTAILS]
    node = case.node(k)
    case.misplaced.discard(k)
    case.add(k, Finding(rule, relation, case.reading.text(node), evidence, "", node.words))


# births and deaths


def _vital(case: Case, k: int) -> None:
    """ "(3 May 1889 – 12 January 1956)" after a name says when its bearer was born and died."""
    wanted = VITAL[case.node(k).lemma]
    dated = [link.child for link in case.links if link.head == k and case.node(link.child).kind == "date"]
    if not any(case.findings.get(n) for n in dated):
        return
    for r in sorted(case.passage.own):
        for node in case.passage.readings[r].nodes:
            if isinstance(node.value, When) and node.value.vital in {"life", wanted}:
                _add(case, k, "word.vital", Relation.ENTAILS, node.value.text)
                return


# years of works


def _released(case: Case, k: int) -> None:
    """ "A 2011 drama film" came out in 2011."""
    node = case.node(k)
    if node.lemma not in RELEASED:
        return
    dated = [link.child for link in case.links if link.head == k and case.node(link.child).kind == "date"]
    about = [n for n in _subjects(case, k) if n in case.held]
    if not any(case.findings.get(n) for n in dated):
        return
    for place in (p for n in about for p in _mentions(case, n)):
        reading = case.passage.readings[place.reading]
        nouns = {*_described(reading, case.passage.node(place).head), case.passage.node(place).head}
        for other in reading.nodes:
            if (
                isinstance(other.value, When)
                and other.value.governor in nouns
                and other.head < other.value.governor
            ):
                _add(case, k, "word.released", Relation.ENTAILS, other.value.text)
                return


# makers


def _made(case: Case, k: int) -> None:
    """ "A novel by Ramiro Sole" was written by him, and by nobody else."""
    if case.node(k).lemma not in MADE:
        return
    makers = [link.child for link in case.links if link.head == k and link.role == "agent"]
    works = [link.child for link in case.links if link.head == k and link.role == "patient"]
    if len(makers) != 1 or not any(n in case.held for n in works):
        return
    maker = makers[0]
    for place in (p for n in works if n in case.held for p in _mentions(case, n)):
        reading = case.passage.readings[place.reading]
        token = case.passage.node(place).head
        by = [
            c
            for d in (token, *_described(reading, token))
            for r, c in reading.graph.fillers(d)
            if r == "prep_by"
        ]
        named = [n for c in by for n in _names(reading, c)]
        relation = _compare(case, maker, named, where=False)
        if relation is not None:
            _add(case, k, "word.made", Relation.ENTAILS, "by")
            _add(case, maker, _rule(relation), relation, named[0].full)
            return


def _names(reading: Reading, token: int) -> list[Name]:
    value = reading.nodes[reading.at[token]].value if token in reading.at else None
    return [value] if isinstance(value, Name) else []


def _rule(relation: Relation) -> str:
    return "name.same" if relation is Relation.ENTAILS else "name.different"


def _compare(case: Case, k: int, others: list[Name], *, where: bool) -> Relation | None:
    """Whether the node's name is among the fillers the evidence gives, or is excluded by them all."""
    mine = case.node(k).value
    if not isinstance(mine, Name) or not others:
        return None
    found = [
        name.relate(
            other, mine, one_filler=True, aliases=case.lore.aliases, places=case.lore.places, locative=where
        ).relation
        for other in others
    ]
    if Relation.ENTAILS in found:
        return Relation.ENTAILS
    return Relation.CONTRADICTS if set(found) == {Relation.CONTRADICTS} else None


# origins


def _origin(case: Case, k: int, mine: Name) -> None:
    """ "The Chilean author X", "X is Chilean", "X is from Chile"."""
    about = _bearers(case, k, mine)
    for n in about:
        for place in _mentions(case, n):
            reading = case.passage.readings[place.reading]
            token = case.passage.node(place).head
            others = [
                value for d in (token, *_described(reading, token)) for value in _nationalities(reading, d)
            ]
            relation = _compare(case, k, others, where=True)
            if relation is not None:
                _add(case, k, _rule(relation), relation, others[0].full)
                return


def _bearers(case: Case, k: int, mine: Name) -> list[int]:
    """The nodes whose origin the statement's name gives."""
    direct = [link.child for link in case.links if link.head == k and link.role == "subject"]
    for link in case.links:
        if link.child != k:
            continue
        if link.role == "mod" and mine.kind is Kind.NATIONALITY and case.node(link.head).kind == "word":
            direct += _subjects(case, link.head)
        elif link.role == "prep_from":
            direct += [link.head, *_subjects(case, link.head)]
    return [n for n in dict.fromkeys(direct) if n in case.held and case.node(n).kind == "name"]


def _nationalities(reading: Reading, token: int) -> Iterator[Name]:
    for role, child in reading.graph.fillers(token):
        if role != "mod":
            continue
        below = [
            c for r, c in reading.graph.fillers(child) if r == "mod" and reading.sentence[child].pos == "NOUN"
        ]
        for value in (v for c in (child, *below) for v in _names(reading, c)):
            if value.kind is Kind.NATIONALITY:
                yield value


# kinds


def _kind(case: Case, k: int) -> None:
    """ "X is a political party" where the evidence says that X is a television series."""
    sentence = case.reading.sentence
    node, noun = case.node(k), k
    if sentence[node.head].dep in {"compound", "amod"} and sentence[node.head].head in case.reading.at:
        noun = case.reading.at[sentence[node.head].head]  # "a football player"
        node = case.node(noun)
    if sentence[node.head].dep != "attr" or any(
        sentence[c].lower not in {"a", "an"} for c in sentence.children[node.head] if sentence[c].dep == "det"
    ):
        return
    for n in _subjects(case, noun):
        for place in _mentions(case, n) if n in case.held else ():
            reading = case.passage.readings[place.reading]
            said = [reading.sentence[d] for d in _described(reading, case.passage.node(place).head)]
            said = [t for t in said if t.pos == "NOUN"]
            if any(_of_genre(reading, t.i, case.node(k).lemma) for t in said):
                _add(case, k, "word.exclusive", Relation.CONTRADICTS, said[0].text)
                return
            kind = noun == k and callings.excluded([t.lemma for t in said], node.lemma)
            if kind or callings.another(reading, [t.i for t in said], case.reading, node):
                if case.reading.contexts[node.head].polarity < 0:
                    _add(case, k, "polarity.same", Relation.ENTAILS, said[0].text)
                else:
                    _add(case, k, "word.exclusive", Relation.CONTRADICTS, said[0].text)
                modifiers = [link.child for link in case.links if link.head == k and link.role == "mod"]
                case.held.update(m for m in modifiers if case.node(m).kind == "word")
                return


def _of_genre(reading: Reading, noun: int, wanted: str) -> bool:
    return genres.apart(genres.told(reading, noun), wanted)


def _placed(case: Case, k: int) -> None:
    """ "X is in America" where the evidence says that X is a city in Spain."""
    about: list[int] = []
    for link in case.links:
        if link.child == k and link.role == "prep_in" and case.node(link.head).pos in {"n", "v"}:
            if case.node(link.head).pos == "v" and case.node(link.head).lemma not in LYING:
                return
            about += [link.head, *_subjects(case, link.head)]
    for n in dict.fromkeys(about):
        below = case.reading.sentence.children[case.node(n).head]
        definite = any(case.reading.sentence[c].lower == "the" for c in below)
        if n not in case.held or not (case.node(n).kind == "name" or definite):
            continue
        for place in _mentions(case, n):
            reading = case.passage.readings[place.reading]
            token = case.passage.node(place).head
            lain = [h for r, h in reading.graph.roles(token) if reading.sentence[h].lemma in LYING]
            said = (token, *_described(reading, token), *lain)
            others = [v for d in dict.fromkeys(said) for v in _places_of(reading, d)]
            relation = _compare(case, k, others, where=True)
            if relation is not None:
                _add(case, k, _rule(relation), relation, others[0].full)
                return


LYING = frozenset({"locate", "situate", "lie", "base", "be"})


def _places_of(reading: Reading, token: int) -> Iterator[Name]:
    """The places that a thing is said to be in: "a city in Spain", "a university located in Beijing"."""
    for role, child in reading.graph.fillers(token):
        if role == "prep_in":
            yield from _names(reading, child)
            yield from lying_in(reading, child)
        elif (role == "prep_of" and reading.sentence[child].pos == "NOUN") or (
            role in {"acl", "relcl"} and reading.sentence[child].lemma in LYING
        ):
            yield from _places_of(reading, child)
