"""The kind of a name and its parts, from its words first and the parser's label second."""

from __future__ import annotations

import re

from claimcheck.dimensions.name_given import GIVEN
from claimcheck.dimensions.name_lists import (
    CORPORATE,
    EVENT_HEADS,
    FACILITY_HEADS,
    FIRM_WORDS,
    GENERATIONS,
    ORG_HEADS,
    PLACE_HEADS,
    SPELLINGS,
    WORK_HEADS,
)
from claimcheck.dimensions.name_titles import BRANCHES, REGAL, TITLE_MODIFIERS, TITLE_WORDS
from claimcheck.dimensions.name_value import Kind, Name, is_acronym, person

_HEADS = ORG_HEADS | PLACE_HEADS | EVENT_HEADS | WORK_HEADS
_BEFORE_TITLES = TITLE_MODIFIERS | frozenset(BRANCHES)
LABELS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORG,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "NORP": Kind.NATIONALITY,
    "WORK_OF_ART": Kind.WORK,
    "LAW": Kind.WORK,
    "EVENT": Kind.EVENT,
    "PRODUCT": Kind.PRODUCT,
    "LANGUAGE": Kind.OTHER,
}
# Letters and digits mixed, a capital inside a word, a path, a flag, a call, a dotted or underscored identifier.
CODE = re.compile(
    r"/[\w{}][\w/.{}:-]*$|--?[a-z][\w-]+$|\w+\(\)$|[a-zA-Z]\w*_\w+$|[a-z]+[A-Z]\w*$|[a-z]\w*\.(?:[a-z]\w*\.)*[a-z]{2,4}$|"
    r"[A-Z][A-Za-z]*-?\d+\w*$|[A-Z][a-z]+[A-Z]\w*$"
)
VERSION = re.compile(r"v?\d+\.\d[\w.]*$")
_PERSONISH = re.compile(r"(?:Mc|Mac|De|Di|La|Le|Van|Du|Fitz|O['’])[A-Z][a-z]+$")


def is_code(text: str) -> bool:
    """Whether one token is a code, brand or identifier by its form alone: "ARM64", "/v1", "iPhone"."""
    return bool(CODE.match(text)) and not _PERSONISH.match(text)


def kind_of(text: str, label: str = "", *, title: str = "") -> Kind:
    """The kind of a name: a title makes a person, a head word an organisation or place, else the label decides."""
    if title:
        return Kind.PERSON
    parts = text.replace(",", " ").split()
    if len(parts) == 1 and is_code(text) and label != "PERSON":
        return Kind.PRODUCT
    if len(parts) > 1 and VERSION.match(parts[-1]) and label not in {"EVENT", "LAW", "WORK_OF_ART"}:
        return Kind.PRODUCT
    if len(parts) > 1 and (by_head := _by_head(parts, label)):
        return by_head
    if (
        len(parts) in {2, 3, 4}
        and label in {"", "GPE", "PRODUCT", "LOC"}
        and parts[0].lower() in GIVEN
        and _alphabetic(parts)
    ):
        return Kind.PERSON
    if label == "NORP" and any(c.isdigit() for c in text):
        return Kind.PRODUCT
    return LABELS.get(label, Kind.OTHER)


def _alphabetic(parts: list[str]) -> bool:
    return all(p.replace("-", "").replace(".", "").replace("'", "").isalpha() for p in parts)


def _by_head(parts: list[str], label: str) -> Kind | None:
    """What the head word says: the last one, or the one before "of"; "Lake", "Mount", "Fort" come first."""
    folded = [p.lower().strip(".") for p in parts]
    if folded[-1] in CORPORATE:
        return Kind.ORG
    if folded[0] in {"lake", "mount", "mt", "fort", "ft", "port", "cape", "camp", "gulf"}:
        return Kind.PLACE if label not in {"PERSON", "ORG"} or folded[0] in {"mount", "mt", "fort"} else None
    of = next((i for i, w in enumerate(folded) if w in {"of", "for"} and i > 0), len(folded))
    head = SPELLINGS.get(folded[of - 1], folded[of - 1])
    if label in {"WORK_OF_ART", "EVENT", "LAW", "PRODUCT"}:
        return None
    if head in WORK_HEADS:
        return Kind.WORK
    if head in EVENT_HEADS and label != "PERSON" and head not in {"day", "week", "storm", "series"}:
        return Kind.EVENT
    if label in {"ORG", "GPE", "LOC", "FAC"} and (head in ORG_HEADS or head in PLACE_HEADS):
        return Kind.PLACE if label != "ORG" and head in PLACE_HEADS else LABELS[label]
    if head in FACILITY_HEADS or (head in PLACE_HEADS and head not in ORG_HEADS and label != "PERSON"):
        return Kind.PLACE
    if (head in ORG_HEADS and head not in FIRM_WORDS) or (head in FIRM_WORDS and label != "PERSON"):
        return Kind.ORG
    return None


def firm_kind(name: Name) -> Kind:
    """The kind as far as title, head word or given name show it; OTHER where only the parser's label does.

    The label is often wrong of names it has not seen: a film or a firm of two words is taken for a person.
    """
    if name.title or name.kind not in {Kind.PERSON, Kind.ORG, Kind.PLACE}:
        return name.kind
    parts = name.text.replace(",", " ").split()
    if name.kind is Kind.PERSON:
        return name.kind if parts and parts[0].lower() in GIVEN else Kind.OTHER
    head = _by_head(parts, "") if len(parts) > 1 else None
    if head is not None or len(parts) > 3:
        return name.kind
    return name.kind if is_acronym(name.text) or is_code(name.text) else Kind.OTHER


def looks_personal(parts: list[str]) -> bool:
    """Whether the words after a title can be a person's name: few, and not ended by an organisation's or place's."""
    folded = [p.lower().strip(".") for p in parts]
    while len(folded) > 1 and folded[-1] in GENERATIONS:
        folded.pop()
    if not 1 <= len(folded) <= 6 or folded[0] in {"of", "for", "and"}:
        return False
    last = SPELLINGS.get(folded[-1], folded[-1])
    return last not in _HEADS or (
        len(folded) > 1 and last in {"day", "west", "park", "wood", "hill", "north", "guard"}
    )


def name_of(text: str, label: str = "", kind: Kind | None = None) -> Name:
    """A name read from bare text, as from a ledger's aliases: a title in front is split off."""
    parts = text.split()
    cut = _title_words(parts)
    return build(" ".join(parts[cut:]), " ".join(parts[:cut]), label, kind=kind)


def _title_words(parts: list[str]) -> int:
    """How many words open the name as a title: up to the last title word before what can be a person's name."""
    folded = [p.lower().strip(".") for p in parts]
    leading = 0
    while leading < len(parts) - 1 and (folded[leading] in TITLE_WORDS or folded[leading] in _BEFORE_TITLES):
        leading += 1
    while leading and folded[leading - 1] not in TITLE_WORDS:
        leading -= 1
    return leading if leading and looks_personal(parts[leading:]) else 0


def build(text: str, title: str, label: str, *, kind: Kind | None = None) -> Name:
    """A name of its parts, without a place in a sentence."""
    kind = kind or kind_of(text, label, title=title)
    if kind is not Kind.PERSON:
        return Name(text, kind, title=title)
    last_title = title.lower().split()[-1].strip(".") if title else ""
    return person(text, title, regal=last_title in REGAL and len(text.split()) <= 2)
