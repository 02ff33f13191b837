"""What each format's reader makes of one draft that holds everything; `--force-regen` writes what it makes today."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bench.fuzz_places import complaints
from pytest_regressions.data_regression import DataRegressionFixture

from claimcheck.drafts import Draft, read_draft
from claimcheck.sources import Block

SAMPLES = sorted((Path(__file__).parent / "drafts").glob("sample.*"))


def shown(draft: Draft) -> dict[str, Any]:
    return {
        "day": str(draft.day),
        "title": draft.document.meta.title,
        "sources": list(draft.sources),
        "language": draft.language,
        "blocks": [as_shown(draft, block) for block in draft.document.blocks],
        "comments": [[comment.text, at(draft, comment.start, comment.end)] for comment in draft.comments],
    }


def as_shown(draft: Draft, block: Block) -> dict[str, Any]:
    labels = {"lead": block.lead, "row": block.row, "column": block.column, "corner": block.corner}
    return {
        "kind": f"{block.kind} {block.level}" if block.level else block.kind,
        "prose": block.prose,
        "at": at(draft, block.start, block.end),
        "under": " / ".join(block.headings),
        **{name: label.text for name, label in labels.items() if label},
    }


def at(draft: Draft, start: int, end: int) -> str:
    place = draft.place(start, end)
    return f"{place.line}:{place.column}-{place.end_line}:{place.end_column}"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.suffix[1:])
def test_a_draft_that_holds_everything(path: Path, data_regression: DataRegressionFixture) -> None:
    draft = read_draft(path.read_bytes(), path.name)
    assert list(complaints(draft)) == []
    data_regression.check(shown(draft))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.suffix[1:])
@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_change_no_line_and_no_column(path: Path, ends: str) -> None:
    plain = path.read_text(encoding="utf-8")
    other = ("\ufeff" + plain.replace("\n", ends)).encode()
    assert shown(read_draft(other, path.name)) == shown(read_draft(plain.encode(), path.name))
