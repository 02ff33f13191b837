"""Names: found in a sentence, told apart or taken for one, and compared slot by slot.

`find` reads the names of a parsed sentence, `same` says whether two name one thing, `relate` how an evidence name
bears on a statement's name in the same slot, `near` scores likeness of spelling for suggestions alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.dimensions.name_alias import Aliases, Places, aliases_of, built_in
from claimcheck.dimensions.name_find import find
from claimcheck.dimensions.name_kind import firm_kind, name_of
from claimcheck.dimensions.name_lists import DIRECTIONS, FACILITY_HEADS, WIDE_FEATURES
from claimcheck.dimensions.name_people import gender
from claimcheck.dimensions.name_same import Answer, Match, canonical_place, plain_name, same, strangers
from claimcheck.dimensions.name_titles import TitleMatch, read_title, relate_titles
from claimcheck.dimensions.name_value import Kind, Name, key, numbers, words
from claimcheck.finding import Finding, Relation

__all__ = [
    "Aliases",
    "Answer",
    "Kind",
    "Match",
    "Name",
    "Places",
    "aliases_of",
    "built_in",
    "find",
    "firm_kind",
    "gender",
    "key",
    "name_of",
    "near",
    "plain_name",
    "relate",
    "same",
    "strangers",
]

NEAR_FLOOR = 85
_CIVIL = frozenset({"mr", "mrs", "ms", "miss", "mx", "sir"})


def relate(
    evidence: Name,
    statement: Name,
    *,
    one_filler: bool,
    aliases: Aliases | None = None,
    places: Places | None = None,
    titles: Sequence[str] = (),
    locative: bool = True,
) -> Finding:
    """How the evidence's name bears on the statement's, both in one slot of one frame.

    one_filler: the slot takes one filler, so that another name contradicts (who, where, whose, a rank, an office);
    titles: further titles the evidence's document gives the person, beside the one in the name itself;
    locative: the slot says where, so that a place entails the place around it; in other slots ("Washington said") a
    seat of government stands for its country instead.
    """
    match = same(evidence, statement, aliases, places)
    if match.yes:
        return _titles(evidence, statement, titles) or _finding(
            "name.same" if match.rule == "exact" else "name.alias",
            Relation.ENTAILS,
            evidence,
            statement,
            match.rule,
        )
    if match.rule == "metonym" and not locative:
        return _finding("name.alias", Relation.ENTAILS, evidence, statement, match.rule)
    if places is not None and (found := _of_places(evidence, statement, places, locative=locative)):
        return found
    if not match.no:
        return _finding("name.unclear", Relation.UNDETERMINED, evidence, statement, match.rule)
    where = locative and match.rule == "place" and Kind.NATIONALITY not in (evidence.kind, statement.kind)
    if where and one_filler and places is not None and places.apart(evidence.text, statement.text):
        return _finding("name.different", Relation.CONTRADICTS, evidence, statement, match.rule)
    if not one_filler or not _comparable(evidence, statement, places, match):
        return _finding("name.different", Relation.UNDETERMINED, evidence, statement, match.rule)
    return _finding("name.different", Relation.CONTRADICTS, evidence, statement, match.rule)


def near(a: Name, b: Name) -> int:
    """Likeness of spelling from NEAR_FLOOR to 100, else 0; to find and suggest, never to judge.

    Numbers inside the names must be equal, and a name of fewer than four letters is near nothing.
    """
    from thefuzz import fuzz

    ka, kb = key(a.text), key(b.text)
    if min(len(ka), len(kb)) < 4 or numbers(a.text) != numbers(b.text):
        return 0
    score = int(fuzz.ratio(" ".join(words(a.text)), " ".join(words(b.text))))
    return score if score >= NEAR_FLOOR else 0


def _finding(rule: str, relation: Relation, evidence: Name, statement: Name, note: str) -> Finding:
    return Finding(
        rule,
        relation,
        statement=statement.full,
        evidence=evidence.full,
        note="" if note == "exact" else note,
        words=tuple(range(statement.first, statement.stop)),
        evidence_words=tuple(range(evidence.first, evidence.stop)),
    )


def _titles(evidence: Name, statement: Name, titles: Sequence[str]) -> Finding | None:
    """The statement's title of one person against what the evidence calls them; None where nothing is amiss."""
    asked = statement.title
    if not asked or asked.lower().strip(".") in _CIVIL:
        return None
    given = [t for t in (evidence.title, *titles) if t]
    matches = [relate_titles(read_title(t), read_title(asked)) for t in given]
    if TitleMatch.SAME in matches:
        return None
    if TitleMatch.EXCLUSIVE in matches:
        return _finding("name.title", Relation.CONTRADICTS, evidence, statement, "another rank or office")
    if matches:
        return _finding("name.title", Relation.UNDETERMINED, evidence, statement, "the title does not follow")
    return _finding("name.title", Relation.UNSTATED, evidence, statement, "the evidence gives no title")


def _of_places(evidence: Name, statement: Name, places: Places, *, locative: bool) -> Finding | None:
    """A place within another; None where neither holds the other."""
    if Kind.PERSON in (evidence.kind, statement.kind) and (evidence.given or statement.given):
        return None
    inner, outer = canonical_place(evidence, places), canonical_place(statement, places)
    if inner is None or outer is None or key(inner) == key(outer):
        return None
    if places.contains(outer, inner):
        relation = Relation.ENTAILS if locative else Relation.UNDETERMINED
        return _finding("name.part", relation, evidence, statement, f"{inner} is in {outer}")
    if places.contains(inner, outer):
        return _finding("name.part", Relation.UNDETERMINED, evidence, statement, f"{outer} is in {inner}")
    return None


_THINGS = frozenset({Kind.ORG, Kind.PRODUCT, Kind.WORK, Kind.EVENT})


def _comparable(evidence: Name, statement: Name, places: Places | None, match: Match) -> bool:
    """Whether two different names can exclude each other: of one sort, and of one grain where they are places."""
    if match.rule == "number":
        return True
    kinds = {_kind(evidence, places), _kind(statement, places)}
    if Kind.NATIONALITY in kinds:
        return match.rule in {"demonym", "place"}
    if Kind.PLACE in kinds and Kind.PERSON not in kinds and len(kinds - {Kind.OTHER}) <= 1:
        return _places_comparable(evidence, statement, places)
    if len(kinds) == 1 or Kind.OTHER in kinds:
        return True
    return kinds <= _THINGS


def _kind(name: Name, places: Places | None) -> Kind:
    """The kind of a name, OTHER where it is the parser's guess alone."""
    if places is not None and name.kind is not Kind.PERSON and canonical_place(name, places) is not None:
        return name.kind
    return firm_kind(name)


def _places_comparable(evidence: Name, statement: Name, places: Places | None) -> bool:
    """Places known to be apart, or both unknown and of one grain: a hospital may stand in the city named instead."""
    folded = [set(words(n.text)) for n in (evidence, statement)]
    if any(f & (WIDE_FEATURES | DIRECTIONS) for f in folded):
        return False
    known = [places is not None and canonical_place(n, places) is not None for n in (evidence, statement)]
    if all(known):
        return places is not None and places.apart(evidence.text, statement.text)
    facilities = [words(n.text)[-1] in FACILITY_HEADS for n in (evidence, statement)]
    return not any(known) and facilities[0] == facilities[1]
