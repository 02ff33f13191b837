"""Claims as text: a line for each, a block for each, or what a search found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from claimcheck.render.plain import Style, one_line, paragraph

if TYPE_CHECKING:
    from claimcheck.claim import Claim
    from claimcheck.report.upkeep import ClaimEntry, ClaimList, Standing

INDENT = 17
_PAINTED = {"accepted": "supported", "proposed": "absent", "retired": "dim"}


def lines(found: ClaimList, style: Style) -> str:
    """A line for each claim and one for how many they are."""
    ids = max((len(one_line(row.claim.id)) for row in found.claims), default=0)
    told = [_line(row, ids, style) for row in found.claims]
    return "\n".join([*told, f"{len(found.claims):,} of {counted(found.total)}"]) + "\n"


def counted(claims: int) -> str:
    """So many claims, in words."""
    return f"{claims:,} claim{'' if claims == 1 else 's'}"


def blocks(found: ClaimList, style: Style) -> str:
    """All there is to say of each claim."""
    return "\n".join("\n".join(_block(row, style)) + "\n" for row in found.claims)


def hits(found: ClaimList, style: Style) -> str:
    """What a search found, best first, and by what."""
    told = []
    for row in found.claims:
        told.append(f"{_status(row.claim, style)}  {one_line(row.claim.id)}")
        told.append(f"  {paragraph(row.claim.text, style, 2)}")
        told.append("  " + style.paint(one_line(f"matched: {'; '.join(row.matched)}"), "dim"))
    if not told:
        return f"nothing found in {counted(found.total)}\n"
    return "\n".join(told) + "\n"


def written(places: Mapping[str, str], did: str) -> str:
    """A line for each claim that was changed, with the place it is written at."""
    return "".join(f"{did}  {one_line(name)}  {one_line(place)}\n" for name, place in places.items())


def _line(row: ClaimEntry, ids: int, style: Style) -> str:
    start = f"{one_line(row.claim.id):<{ids}}  "
    due = f"[{row.due}] " if row.due else ""
    room = style.width - len(start) - 10 if style.width else 0
    said = one_line(due + row.claim.text)
    if 20 <= room < len(said):
        said = said[: room - 1] + "…"
    return f"{_status(row.claim, style)}  {start}{said}"


def _status(claim: Claim, style: Style) -> str:
    return style.paint(claim.status, _PAINTED[claim.status]).ljust(8)


def _block(row: ClaimEntry, style: Style) -> Iterator[str]:
    yield f"{style.paint(row.claim.status, _PAINTED[row.claim.status])}  {one_line(row.claim.id)}"
    yield _field("text", paragraph(row.claim.text, style, INDENT), style)
    for passage in row.standing or ():
        yield from _passage(passage, style)
    for heading, said in _fields(row):
        if said:
            yield _field(heading, paragraph(said, style, INDENT), style)
    yield _field("file", one_line(f"{row.file}:{row.line}"), style)


def _passage(passage: Standing, style: Style) -> Iterator[str]:
    place = passage.source if passage.line is None else f"{passage.source}:{passage.line}"
    named = f"{passage.title} ({place})" if passage.title else place
    whole = passage.before + passage.quote + passage.after
    mark = (len(passage.before), len(passage.before) + len(passage.quote))
    yield _field("quote", paragraph(whole, style, INDENT, (mark,)), style)
    yield " " * INDENT + style.paint(one_line(f"{passage.status} in {named}"), "dim")


def _fields(row: ClaimEntry) -> Iterator[tuple[str, str]]:
    claim = row.claim
    days = (("as of", claim.as_of), ("recheck by", claim.recheck_by), ("valid until", claim.valid_until))
    yield "said by", claim.speaker or ""
    yield from ((heading, day.isoformat() if day else "") for heading, day in days)
    yield "due", row.due or ""
    yield "tags", ", ".join(claim.tags)
    yield "aliases", "; ".join(f"{name}: {', '.join(others)}" for name, others in claim.aliases)
    yield "note", claim.note or ""
    yield "supersedes", ", ".join(claim.supersedes)
    yield "superseded by", ", ".join(row.superseded_by)
    by = f"by {claim.reviewer}" if claim.reviewer else ""
    on = f"on {claim.reviewed.isoformat()}" if claim.reviewed else ""
    yield "reviewed", " ".join(part for part in (by, on) if part)
    yield "reason", claim.reason or ""


def _field(heading: str, said: str, style: Style) -> str:
    return "  " + style.paint(heading, "dim") + " " * (INDENT - 2 - len(heading)) + said
