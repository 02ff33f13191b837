"""draft.arithmetic: what is reckoned again in sentences, tables and lists, and what is left alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimcheck.checking.arithmetic import arithmetic
from claimcheck.checking.slip import Slip
from claimcheck.drafts import Draft, read_draft
from claimcheck.extract.prose import read_prose

CORPUS: list[dict[str, Any]] = YAML(typ="safe").load(
    (Path(__file__).parent / "corpus" / "arithmetic.yaml").read_text("utf-8")
)
WRONG = [(text, message) for group in CORPUS for text, message in group["wrong"].items()]
RIGHT = [text for group in CORPUS for text in group["right"]]


def slips(text: str, name: str = "draft.md") -> tuple[Draft, list[Slip]]:
    draft = read_draft(text.encode(), name)
    return draft, list(arithmetic(read_prose(draft.document, {}), draft))


@cache
def by_line() -> dict[str, list[str]]:
    """What is said of every sentence of the corpus, each a paragraph of one long draft."""
    texts = [text for text, _ in WRONG] + RIGHT
    draft, found = slips("\n\n".join(texts), "draft.txt")
    lines = draft.raw.text.split("\n")
    said: dict[str, list[str]] = {text: [] for text in texts}
    for slip in found:
        said[lines[slip.place.line - 1]].append(slip.message)
    return said


@pytest.mark.parametrize(("text", "message"), WRONG, ids=lambda part: part[:60])
def test_does_not_add_up(text: str, message: str) -> None:
    assert by_line()[text] == [message]


@pytest.mark.parametrize("text", RIGHT, ids=lambda part: part[:60])
def test_nothing_to_say(text: str) -> None:
    assert by_line()[text] == []


def test_the_place_is_that_of_the_wrong_figure_and_the_others_are_related() -> None:
    text = "\ufeff---\r\ntitle: A\r\n---\r\n\r\nIt was *so*: sales rose 20%\r\nfrom **40** to 50. 🎉 Two and two.\r\n"
    draft, found = slips(text)
    (slip,) = found
    assert slip.rule == "draft.arithmetic"
    assert draft.raw.text[slip.place.start : slip.place.end] == "20%"
    assert (slip.place.line, slip.place.column, slip.place.end_column) == (5, 25, 27)
    assert draft.document.text.text[slip.span.start : slip.span.end] == "20%"
    assert [(r.message, r.place.line, r.place.column) for r in slip.related] == [("40", 6, 8), ("50", 6, 16)]


def test_slips_come_in_the_order_of_the_text() -> None:
    _, found = slips(
        "Two men and three women died, six people in all.\n\n"
        "| Plant | Jobs |\n| --- | --- |\n| A | 1 |\n| B | 2 |\n| Total | 4 |\n\n"
        "Sales rose 20% from 40 to 50. Of the 30 shops, 20 opened and 15 closed.\n"
    )
    assert [slip.place.line for slip in found] == [1, 7, 9, 9]


TABLE = """
| Plant | 2023 | 2024 |
| --- | ---: | ---: |
| Dornick | 1,410 | {0} |
| Marsk | 120 | 130 |
| Vell | 70 | 75 |
| {1} | 1,600 | {2} |
"""


@pytest.mark.parametrize(
    ("cells", "messages"),
    [
        (("1,420", "Total", "1,625"), []),
        (("1,420", "Total", "1,635"), ["the parts add up to 1,625, not 1,635"]),
        (("1,420", "**Total**", "**1,635**"), ["the parts add up to 1,625, not 1,635"]),
        (("1,420", "Average", "542"), []),
        (("1,420", "Total", "542"), []),  # lies among its parts, so no sum
        (("1,420", "Wells", "1,635"), []),
        (("n/a", "Total", "1,635"), []),
        (("about 1,400", "Total", "1,635"), []),
        (("–", "Total", "205"), []),
        (("–", "Total", "215"), ["the parts add up to 205, not 215"]),
        (("1.4k", "Total", "1,635"), []),
    ],
)
def test_the_last_row_of_a_table(cells: tuple[str, ...], messages: list[str]) -> None:
    assert [slip.message for slip in slips(TABLE.format(*cells))[1]] == messages


@pytest.mark.parametrize(
    ("head", "rows", "wrong"),
    [
        ("Country | Gold | Silver | Total", ["A | 4 | 3 | 7", "B | 1 | 2 | 3", "C | 2 | 0 | 4"], ["4"]),
        ("Country | Gold | Silver | Total", ["A | 4 | 3 | 7", "B | 1 | 2 | 3", "C | 2 | – | 2"], []),
        ("Country | Gold | Silver | Total", ["A | 4 | 3 | 9", "B | 1 | 2 | 3", "C | 2 | 0 | 4"], []),
        ("Year | Age | Total", ["A | 41 | 7", "B | 12 | 3", "C | 20 | 4"], []),
        ("Year | Total", ["2020 | 7", "2021 | 3", "2022 | 4"], []),
    ],
)
def test_a_column_of_totals_where_other_rows_add_up(head: str, rows: list[str], wrong: list[str]) -> None:
    lines = [head, " | ".join(["---"] * len(head.split("|"))), *rows]
    draft, found = slips("\n".join(f"| {line} |" for line in lines) + "\n")
    assert [draft.raw.text[s.place.start : s.place.end] for s in found] == wrong


@pytest.mark.parametrize(
    ("items", "wrong"),
    [
        (["Rent: £400", "Food: £200", "Power: £55", "Total: £665"], ["£665"]),
        (["Rent: £400", "Food: £200", "Power: £55", "Total: £655"], []),
        (["Rent: £400", "Food: £200", "Total: $655"], []),
        (["Rent: £400", "Average price: £200", "Total: £655"], []),
        (["Rent: £400", "Food: £200", "Power: £55", "Balance: £665"], []),
    ],
)
def test_a_list_that_ends_in_a_total(items: list[str], wrong: list[str]) -> None:
    draft, found = slips("What it costs:\n\n" + "".join(f"- {item}\n" for item in items))
    assert [draft.raw.text[s.place.start : s.place.end] for s in found] == wrong


COUNTS = st.integers(min_value=2, max_value=999)


@given(men=COUNTS, women=COUNTS, off=st.integers(min_value=-40, max_value=40))
def test_a_sum_of_two_is_wrong_if_and_only_if_it_is_off(men: int, women: int, off: int) -> None:
    total = max(2, men + women + off)
    _, found = slips(f"Police held {total:,} people: {men} men and {women} women.")
    gap = abs(total - men - women)
    if not gap:
        assert not found
    elif total < 100 or total % 10:  # a round figure may be rounded
        assert [slip.message for slip in found] == [f"{men} + {women} is {men + women:,}, not {total:,}"]


@given(start=st.integers(min_value=10, max_value=990), end=st.integers(min_value=10, max_value=990))
def test_a_change_in_percent_is_taken_as_rounded_either_way(start: int, end: int) -> None:
    if start == end:
        return
    exact = abs(end - start) / start * 100
    verb = "rose" if end > start else "fell"
    for share in {int(exact), round(exact), int(exact) + 1}:
        assert not slips(f"Sales {verb} {share}% from {start} to {end}.")[1]
    far = int(exact * 1.2) + 3
    assert len(slips(f"Sales {verb} {far}% from {start} to {end}.")[1]) == 1


@given(st.text(alphabet="0123456789 .,%$£()—-:;|\nandofrmtwomenpeople in all", max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    slips(text)
