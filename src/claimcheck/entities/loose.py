"""Pronouns that the plain rules leave: "she rejected it", "nine of them", "they" of a team, a name of the wrong kind.

Each looks at the sentence before, or at what stands before in its own, and asks that one thing alone could be meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from claimcheck.dimensions.name_given import GIVEN, gender_of_given
from claimcheck.dimensions.name_value import Kind, words
from claimcheck.entities.clause import Seen, barred, leads, main_subject, verb_of
from claimcheck.entities.cluster import HEADS, Cluster
from claimcheck.entities.words import OBJECTS, PRONOUNS, SUBJECTS
from claimcheck.tokens import Sentence, Token

# Bodies of people, of which English says "they".
SEVERAL: Final = frozenset(
    "team club side band crew group company firm committee council government police army family party union jury "
    "orchestra choir board couple pair duo trio quartet squad fc afc cf united rovers rangers wanderers".split()
)
SHARES: Final = frozenset(
    "half most all some many several each both none any few third quarter majority rest".split()
)
MEASURES: Final = frozenset(
    "metre meter kilometre kilometer mile foot inch gram kilogram ton tonne pound euro dollar percent degree litre "
    "liter yard acre hectare point year month week day hour minute".split()
)
CALLED: Final = frozenset({"sister", "brother", "father", "mother", "sir", "dame", "lady", "lord"})


def it(
    sentences: Sequence[Sentence], at: int, token: Token, seen: Sequence[Sequence[Seen]]
) -> Cluster | None:
    """ "She presented it", "who led it": the one thing before that the clause does not already speak of; or "its" of a
    name that the parser took for a person's."""
    sentence = sentences[at]
    here = [s for s in seen[at] if s.token < token.i]
    shut = barred(sentence, token, here)
    if token.dep == "dobj" and token.lower == "it":
        things = _things((s for s in here if _no_place(s.cluster)), shut)
        if things or not at:
            return things[0] if len(things) == 1 else None
        core = [s for s in seen[at - 1] if _part(sentences[at - 1], s.token) in SUBJECTS | OBJECTS]
        found = _things(core, shut)
        return found[0] if len(found) == 1 else None
    if (found := _things(here, set())) and _of_the_main_clause(sentence, token):
        main = next((s.cluster for s in here if s.token == main_subject(sentence)), None)
        return main if len(found) == 1 and main is found[0] else None
    if token.dep == "poss" and at and not found:
        core = [s for s in seen[at - 1] if _part(sentences[at - 1], s.token) in SUBJECTS | OBJECTS]
        found = _things(core, set())
        if len(found) == 1:
            return found[0]
    return mistaken(sentences, at, seen) if at and leads(sentence, token) else None


def _of_the_main_clause(sentence: Sentence, token: Token) -> bool:
    """ "The agency said two of its drivers …", "the ferry was full when it struck the pier"."""
    if token.dep == "poss":
        return True
    verb = sentence[verb_of(sentence, token.i)]
    return token.dep in SUBJECTS and verb.pos == "VERB" and verb.dep == "advcl"


def mistaken(sentences: Sequence[Sentence], at: int, seen: Sequence[Sequence[Seen]]) -> Cluster | None:
    """ "Sevara Hydro has … Its chief executive": what the sentence before is about, a person by one label alone."""
    subject = _main(sentences, at - 1, seen)
    if subject is None or subject.kind is not Kind.PERSON or subject.gender or subject.types:
        return None
    if any(name.title or _given(name.text) for name in subject.names):
        return None
    others = [s for s in seen[at - 1] if s.cluster is not subject and s.cluster.is_thing]
    if any(_part(sentences[at - 1], s.token) in SUBJECTS | OBJECTS for s in others):
        return None
    subject.kind = Kind.OTHER
    return subject


def person(
    sentences: Sequence[Sentence], at: int, token: Token, seen: Sequence[Sequence[Seen]]
) -> Cluster | None:
    """ "Sister Agnes Doyle ran the school. She …": a name that begins with a given name and was read as a body's."""
    if not at or any(s.cluster.is_person for row in seen[at - 1 : at + 1] for s in row):
        return None
    subject = _main(sentences, at - 1, seen)
    if subject is None or not subject.names or subject.types & HEADS or subject.kind is Kind.NATIONALITY:
        return None
    wanted = PRONOUNS[token.lower][1]
    if not any(gender_of_given(_given(name.text)) == wanted for name in subject.names):
        return None
    subject.kind, subject.gender = Kind.PERSON, wanted
    return subject


def _given(name: str) -> str:
    """The given name that a name of two or three words begins with."""
    parts = [part for part in words(name) if part not in CALLED]
    return parts[0] if 1 < len(parts) < 4 and parts[0] in GIVEN else ""


def them(
    sentences: Sequence[Sentence], at: int, token: Token, seen: Sequence[Sequence[Seen]]
) -> Cluster | None:
    """They, them and their: of "nine of them" the several just counted; of "they" the team that the text is about."""
    sentence = sentences[at]
    here = [s for s in seen[at] if s.token < token.i and s.cluster.plural and not s.cluster.types & MEASURES]
    if _shared_out(sentence, token):
        row = here or (seen[at - 1] if at else ())
        several = _unique(s.cluster for s in row if s.cluster.plural)
        counted = [c for c in several if c.count]
        return (counted or several)[0] if len(counted or several) == 1 else None
    if token.dep not in SUBJECTS or here or not at:
        return None
    verb = sentence[verb_of(sentence, token.i)]
    first = not any(sentence[i].dep in SUBJECTS for i in range(token.i)) and verb.dep == "ROOT"
    if not first or any(s.cluster.plural for s in seen[at - 1]):
        return None
    several = _unique(s.cluster for s in seen[at - 1] if s.cluster.types & SEVERAL)
    return several[0] if len(several) == 1 else None


def _shared_out(sentence: Sentence, token: Token) -> bool:
    """ "61 of them", "half of them", "the rest of them"."""
    of = sentence[token.head]
    if token.dep != "pobj" or of.lower != "of":
        return False
    share = sentence[of.head]
    return share.pos == "NUM" or share.lemma in SHARES or share.tag == "CD"


def _things(row: Iterable[Seen], shut: set[int]) -> list[Cluster]:
    """The single things among mentions, each once."""
    return _unique(s.cluster for s in row if s.cluster.is_thing and id(s.cluster) not in shut)


def _no_place(cluster: Cluster) -> bool:
    return cluster.kind is not Kind.PLACE


def _unique(clusters: Iterable[Cluster]) -> list[Cluster]:
    return list({id(c): c for c in clusters}.values())


def _main(sentences: Sequence[Sentence], at: int, seen: Sequence[Sequence[Seen]]) -> Cluster | None:
    main = main_subject(sentences[at])
    return next((s.cluster for s in seen[at] if s.token == main), None)


def _part(sentence: Sentence, token: int) -> str:
    while sentence[token].dep == "conj" and sentence[token].head != token:
        token = sentence[token].head
    return sentence[token].dep
