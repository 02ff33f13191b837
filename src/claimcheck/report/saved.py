"""A report read back from the JSON it was saved as."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from claimcheck.errors import ReportError
from claimcheck.fields import complaint
from claimcheck.report.checked import CHECK_SCHEMA, CheckReport
from claimcheck.report.places import Place

AGAIN = "save it again with `claimcheck check --format json`"


def load_report(data: bytes, name: str) -> CheckReport:
    """The report in a file's bytes; printed as JSON again it is the same bytes.

    Raises ReportError, naming the file, for what is no such report.
    """
    from pydantic import TypeAdapter, ValidationError

    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError is a ValueError
        raise ReportError(f"{name}: this is no JSON document: {AGAIN}") from error
    schema = whole.get("schema") if isinstance(whole, dict) else None
    if schema != CHECK_SCHEMA:
        raise ReportError(f"{name}: {_another(schema)}")
    try:
        report = TypeAdapter(CheckReport).validate_python(whole)
    except ValidationError as error:
        said = complaint(error, lambda _: ()).message
        raise ReportError(f"{name}: this report is damaged: {said}: {AGAIN}") from error
    wrong = next(_wrong(report), None)
    if wrong:
        raise ReportError(f"{name}: this report is damaged: {wrong}: {AGAIN}")
    return replace(report, files=tuple(report.files), statements=tuple(report.statements))


def _another(schema: object) -> str:
    if isinstance(schema, str) and schema.startswith("claimcheck/"):
        return f"this is {schema!r}, and reports of {CHECK_SCHEMA!r} are read: {AGAIN}"
    return f"this is no report of `claimcheck check` (its schema is not {CHECK_SCHEMA!r}): {AGAIN}"


def _wrong(report: CheckReport) -> Iterator[str]:
    """Offsets that lead outside what they are offsets of, which the formats rely on."""
    lengths = {file.path: len(file.text) for file in report.files}
    for place in _places(report):
        if not _is_one(place, lengths.get(place.path)):
            yield f"{place.path}:{place.line}:{place.column} is no place of its file"
    for file in report.files:
        if not all(0 <= block.start <= block.end <= len(file.text) for block in file.blocks):
            yield f"a block of {file.path} is outside its text"
    for statement in report.statements:
        for passage in (statement.passage, statement.opposing):
            if passage and not all(0 <= start <= end <= len(passage.quote) for start, end in passage.marks):
                yield f"a mark in the passage at {passage.source}:{passage.line} is outside it"


def _places(report: CheckReport) -> Iterator[Place]:
    for statement in report.statements:
        yield statement.place
        if statement.suggestion:
            yield statement.suggestion.place
    for problem in report.problems:
        yield problem.place
        yield from (related.place for related in problem.related)


def _is_one(place: Place, length: int | None) -> bool:
    return (
        min(place.line, place.column, place.end_column) >= 1
        and (place.line, place.column) <= (place.end_line, place.end_column)
        and 0 <= place.start <= place.end
        and (length is None or place.end <= length)
    )
