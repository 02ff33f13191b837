"""Changes spliced into the text of a file of claims at the marks of its YAML nodes.

The file is read again after every change: where the claims are not exactly the old ones with the change, the layout
was too unusual and nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from claimcheck.claim import Claim
from claimcheck.claimfields import Change, Splice, field_splices, insertion, unusual
from claimcheck.claimfile import ClaimFile, read_claims
from claimcheck.claimtext import claim_lines
from claimcheck.errors import LedgerError
from claimcheck.yamltext import Node, Shape, Where, nodes

_COMMENTS = re.compile(r"[^\n]*(?:\r?\n[ \t]+#[^\n]*)*")


def splice_claims(file: ClaimFile, claims: Iterable[Claim]) -> ClaimFile:
    """The file with new claims at the end of its list. Raises LedgerError where the layout does not allow it."""
    new = tuple(claims)
    return _apply(file, _new_items(file, new), file.claims + _settled(new))


def splice_changes(file: ClaimFile, changes: Iterable[Change]) -> ClaimFile:
    """The file with fields of its claims set. Raises LedgerError where the layout does not allow it."""
    rows = _rows(nodes(Where(file.text, file.name)))
    place = {claim.id: i for i, claim in enumerate(file.claims)}
    claims, splices = list(file.claims), []
    for one in changes:
        i = place[one.claim]
        (claims[i],) = _settled([_changed(claims[i], one)])
        splices += field_splices(_passage(rows[i], one, file), one, file)
    return _apply(file, splices, tuple(claims))


def _changed(claim: Claim, one: Change) -> Claim:
    value: dict[str, Any] = {one.field: one.value}
    if one.evidence is None:
        return replace(claim, **value)
    passages = list(claim.evidence)
    passages[one.evidence] = replace(passages[one.evidence], **value)
    return replace(claim, evidence=tuple(passages))


def _rows(top: Node | None) -> list[Node]:
    listed = top.get("claims") if top else None
    return listed.items if listed else []


def _passage(row: Node, one: Change, file: ClaimFile) -> Node:
    """The mapping to change: the claim's, or that of one passage of its evidence."""
    if one.evidence is not None:
        listed = row.get("evidence")
        row = listed.items[one.evidence] if listed and listed.shape is Shape.SEQUENCE else listed or row
    if row.shape is not Shape.MAPPING:
        raise unusual(file, row.start)
    return row


def _new_items(file: ClaimFile, claims: tuple[Claim, ...]) -> list[Splice]:
    """What puts claims at the end of the file's list, whatever there is of it."""
    text, lines = file.text, [line for claim in claims for line in claim_lines(claim)]
    top = nodes(Where(text, file.name))
    listed = top.get("claims") if top else None
    if listed is None:
        if top and top.flow:
            raise unusual(file, top.start)
        return [insertion(file, len(text), ["claims:", *("  " + line for line in lines)])]
    if not listed.items:  # `claims:`, `claims: []`: the brackets go, a comment behind them stays
        start = len(text[: listed.start].rstrip(" ")) if listed.end > listed.start else listed.start
        return [Splice(start, listed.end, ""), insertion(file, listed.end, ["  " + line for line in lines])]
    if listed.flow:
        raise unusual(file, listed.start)
    dash = text.rfind("-", 0, listed.items[0].start)
    indent = " " * (dash - text.rfind("\n", 0, dash) - 1)
    last = top is not None and top.pairs[-1][1] is listed
    after = len(text) if last else _behind_comments(text, listed.end)
    return [insertion(file, after, [indent + line for line in lines])]


def _behind_comments(text: str, at: int) -> int:
    """Past the indented comments that follow: they belong to the last claim, not to the next key."""
    found = _COMMENTS.match(text, at)
    return found.end() if found else at


def _settled(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims as they are once written and read: prose in its normal form, empty fields absent."""
    lines = (f"{line}\n" for claim in claims for line in claim_lines(claim))
    return read_claims(("claims:\n" + "".join(lines)).encode(), "a new claim").claims


def _apply(file: ClaimFile, splices: Iterable[Splice], expected: tuple[Claim, ...]) -> ClaimFile:
    text, parts, at = file.text, [], 0
    line_end = "\r\n" if "\r\n" in text else "\n"
    for splice in sorted(splices, key=lambda splice: splice.order):
        parts += [text[at : splice.start], splice.text.replace("\n", line_end)]
        at = splice.end
    try:
        changed = read_claims(file.encode("".join([*parts, text[at:]])), file.name)
    except LedgerError as error:
        raise unusual(file, 0) from error
    if changed.claims != expected:
        raise unusual(file, 0)
    return changed
