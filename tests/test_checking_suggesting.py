"""A wrong value gives a replacement of exact characters, written as the draft writes; where that is not sure, none."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.check import judge_each, judge_reading, passages_of
from claimcheck.checking.copy import read_copy
from claimcheck.checking.suggesting import reread, rewritten, suggest
from claimcheck.choose import choose
from claimcheck.drafts import Draft, read_draft
from claimcheck.lore import Lore
from claimcheck.parse import parse
from claimcheck.policy import DEFAULT
from claimcheck.report.places import Suggestion
from claimcheck.verdict import Candidate, Verdict

TODAY = date(2026, 3, 1)


def passages(*evidence: str) -> list[Candidate]:
    return [
        found
        for n, text in enumerate(evidence)
        for found in passages_of(text, parse(text), name=f"source-{n}")
    ]


def suggested(draft: Draft, *evidence: str) -> tuple[list[Suggestion], list[Verdict]]:
    """The suggestions for the statements of a draft, and their verdicts."""
    (copy,) = read_copy([(draft, TODAY)], {}, DEFAULT)
    found, verdicts = [], []
    for telling in copy.tellings:
        if telling.reading is not None and telling.said is not None:
            verdict = judge_reading(telling.text, telling.reading, passages(*evidence), Lore(), DEFAULT)
            verdicts.append(verdict)
            repair = suggest(verdict, telling.said, draft)
            found += [repair.suggestion] if repair else []
    return found, verdicts


def mended(text: str, *evidence: str, name: str = "copy.md") -> str | None:
    """A draft with its one suggestion put in; None where there is none, though a statement is contradicted."""
    draft = read_draft(text.encode(), name)
    found, verdicts = suggested(draft, *evidence)
    assert any(verdict.label == "contradicted" for verdict in verdicts), "nothing is contradicted here"
    if not found:
        return None
    (one,) = found
    raw = draft.raw.text
    return raw[: one.place.start] + one.replacement + raw[one.place.end :]


@pytest.mark.parametrize(
    ("statement", "evidence", "wrong", "right"),
    [
        ("The fire injured 20 people.", "The fire injured 12 people.", "20", "12"),
        ("The fire injured twenty people.", "The fire injured 12 people.", "twenty", "twelve"),
        ("The fire injured 20 people.", "The fire injured twelve people.", "20", "12"),
        ("Twenty boats sank.", "31 boats sank.", "Twenty", "Thirty-one"),
        ("At least seven ferries sank.", "Five ferries sank.", "At least seven", "Five"),
        ("The company had 4510 employees.", "The company had 4,150 employees.", "4510", "4150"),
        ("The company had 4,510 employees.", "The company had 4150 employees.", "4,510", "4,150"),
        (
            "The company had more than 4,200 employees.",
            "The company had 4,150 employees.",
            "more than 4,200",
            "4,150",
        ),
        ("Revenue rose 8 percent.", "Revenue rose 6%.", "8", "6"),
        ("Revenue rose 8% to $318.0 million.", "Revenue rose 6% to $318.0 million.", "8%", "6%"),
        ("An 8% rise in rents was reported.", "A 6% rise in rents was reported.", "An 8%", "A 6%"),
        (
            "The council approved an 18-month lease.",
            "The council approved a 24-month lease.",
            "an 18",
            "a 24",
        ),
        ("The library lent 1.2 million books.", "The library lent 1,400,000 books.", "1.2", "1.4"),
        ("The tower is 300 feet tall.", "The tower is 310 metres tall.", "300 feet", "310 metres"),
        ("A further 20 people were hurt.", "Another 14 people were hurt.", "20", "14"),
        (
            "Bangerz is the fourth album by Miley Cyrus.",
            "Bangerz is the third album by Miley Cyrus.",
            "fourth",
            "third",
        ),
        ("Tickets cost $20.", "Tickets cost $25.", "20", "25"),
        ("The strike lasted three days.", "The strike lasted two weeks.", "three days", "two weeks"),
        ("The bridge opened on March 3, 2021.", "The bridge opened on March 4, 2021.", "3,", "4,"),
        ("The bridge opened on 3 March 2021.", "The bridge opened on April 4, 2021.", "3 March", "4 April"),
        ("In 2020, the bridge opened.", "The bridge opened in 2021.", "2020", "2021"),
        ("The bridge opened in April 2021.", "The bridge opened on March 4, 2021.", "April", "March"),
        ("The shop opens at 9 a.m.", "The shop opens at 8 a.m.", "9", "8"),
        ("The museum is in Oslo.", "The museum is in Bergen.", "Oslo", "Bergen"),
        ("The club is led by Anna Berg.", "The club is led by Carla Holt.", "Anna Berg", "Carla Holt"),
        (
            "Anna Berg's brother won the race.",
            "Carla Holt's brother won the race.",
            "Anna Berg",
            "Carla Holt",
        ),
    ],
)
def test_a_wrong_value_is_written_as_the_draft_writes(
    statement: str, evidence: str, wrong: str, right: str
) -> None:
    repaired = statement.replace(wrong, right)
    assert mended(statement, evidence) == repaired
    assert suggested(read_draft(repaired.encode(), "copy.md"), evidence)[1][0].label == "supported"


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("Two dogs were found.", "One dog was found."),
        ("Two hundred boats sank.", "350 boats sank."),
        ("A third of the houses burned.", "Half of the houses burned."),
        ("Tickets cost 20 dollars.", "Tickets cost $25."),
        ("The bridge opened on March 3, 2021.", "The bridge opened on March 4."),
        ("The trial was in Ireland.", "The trial was in the United Kingdom."),
        ("The Iraqi army shelled the town.", "The American army shelled the town."),
        ("The bridge was built by Harbour Works Ltd.", "The bridge was built by the Norrland Company."),
        ("The bill passed.", "The bill failed."),
        ('"The fire hurt 20 people," the mayor said.', '"The fire hurt 12 people," the mayor said.'),
    ],
)
def test_a_right_value_that_would_not_fit_where_the_wrong_one_stands_is_not_put_in(
    statement: str, evidence: str
) -> None:
    assert mended(statement, evidence) is None


def test_only_the_words_that_differ_are_replaced() -> None:
    draft = read_draft(
        "\ufeffSwans nest.\r\n\r\nThe bridge opened on March 3,\r\n2021.\r\n".encode(), "copy.md"
    )
    found, _ = suggested(draft, "The bridge opened on March 4, 2021.")
    (one,) = found
    assert (draft.raw.text[one.place.start : one.place.end], one.replacement) == ("3", "4")
    assert (one.place.line, one.place.column, one.place.end_column) == (3, 28, 28)
    assert one.text == "on March 4, 2021, not on March 3, 2021"


@pytest.mark.parametrize(
    ("copy", "repaired"),
    [
        ("The fire injured **20** people.", "The fire injured **12** people."),
        ("The [fire](https://a.org/20) injured 20 people.", "The [fire](https://a.org/20) injured 12 people."),
        ("The fire injured &#50;0 people.", None),
        ("The fire injured 2**0** people.", None),
    ],
)  # fmt: skip
def test_the_characters_are_those_of_the_file(copy: str, repaired: str | None) -> None:
    assert mended(copy, "The fire injured 12 people.") == repaired


@pytest.mark.parametrize(
    ("copy", "repaired"),
    [
        ("<p>The fire injured&nbsp;20 people.</p>", "<p>The fire injured&nbsp;12 people.</p>"),
        ("<p>The fire injured <b>20</b> people.</p>", "<p>The fire injured <b>12</b> people.</p>"),
        ("<p>The fire injured 2&#48; people.</p>", None),
    ],
)
def test_the_characters_are_those_of_the_page(copy: str, repaired: str | None) -> None:
    assert mended(copy, "The fire injured 12 people.", name="copy.html") == repaired


def test_a_cell_of_a_table_is_mended_in_the_cell() -> None:
    copy = "| Year | Boats |\n| --- | --- |\n| 2024 | 20 |\n"
    assert mended(copy, "There were 12 boats in 2024.", "The boats in 2024 are 12.") == copy.replace(
        "20 |", "12 |"
    )


def test_a_word_that_means_markup_is_not_put_in() -> None:
    assert mended("The club is led by Anna Berg.", "The club is led by Carla_Holt Iversen.") is None


def test_a_dispute_gives_no_suggestion() -> None:
    draft = read_draft(b"The fire injured 20 people.", "copy.md")
    found, verdicts = suggested(draft, "The fire injured 12 people.", "The fire injured 20 people.")
    assert verdicts[0].disputed
    assert found == []


def test_several_right_values_give_no_suggestion() -> None:
    draft = read_draft(b"The fire injured 20 people.", "copy.md")
    (copy,) = read_copy([(draft, TODAY)], {}, DEFAULT)
    (telling,) = copy.tellings
    assert telling.reading is not None
    assert telling.said is not None
    near = passages(*(f"The fire injured {n} people." for n in ("12", "14", "twelve")))
    rows = judge_each(telling.reading, near, Lore(), DEFAULT)
    verdict, judged = choose(telling.text, rows), [judgement for _, judgement in rows]
    assert suggest(verdict, telling.said, draft, judged) is None
    assert suggest(verdict, telling.said, draft, [judged[0], judged[2]]) is not None


def test_a_figure_that_answers_to_another_of_the_statement_is_not_put_in() -> None:
    """Whatever the verdict, eleven cannot be right twice."""
    evidence = "Eleven councillors voted for the plan and four voted against it."
    draft = read_draft(b"Eleven councillors voted for the plan and four against it.", "copy.md")
    assert suggested(draft, evidence)[0] == []


@pytest.mark.parametrize(
    ("copy", "right"),
    [
        ("The bridge opened on 3 March 2021.", "The bridge opened on 4 April 2021."),
        ("Anna Berg is a painter. She won 20 prizes in 2020.", "She won 12 prizes in 2020."),
        ("Prizes won by Anna Berg:\n\n- In 2020 she won 20 prizes\n", "In 2020 she won 12 prizes"),
    ],
)
def test_the_mended_sentence_is_read_as_the_one_in_the_draft_was(copy: str, right: str) -> None:
    draft = read_draft(copy.encode(), "copy.md")
    (read,) = read_copy([(draft, TODAY)], {}, DEFAULT)
    evidence = passages(
        "The bridge opened on April 4, 2021. Anna Berg is a painter. Anna Berg won 12 prizes in 2020."
    )
    for telling in read.tellings:
        if telling.reading is None or telling.said is None:
            continue
        verdict = judge_reading(telling.text, telling.reading, evidence, Lore(), DEFAULT)
        repair = suggest(verdict, telling.said, draft)
        if repair is not None:
            text = rewritten(repair, telling)
            assert text is not None
            again = reread(repair, telling.reading, parse(text), TODAY, DEFAULT)
            assert again is not None
            words = again.sentence.words(0, len(again.sentence))
            assert words == right
            assert judge_reading(words, again, evidence, Lore(), DEFAULT).label == "supported"
            return
    pytest.fail("nothing is suggested")


def test_a_draft_that_is_a_rendering_is_not_mended() -> None:
    from dataclasses import replace

    draft = replace(read_draft(b"The fire injured 20 people.", "copy.md"), editable=False)
    assert suggested(draft, "The fire injured 12 people.")[0] == []
