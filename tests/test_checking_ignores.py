"""Comments of a draft that keep findings quiet, and what is said of those that are wrong or of no use."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.checking.directives import Directive, read_directive
from claimcheck.checking.fingerprint import Fingerprints
from claimcheck.checking.ignores import Ignores, read_ignores
from claimcheck.drafts import Draft, read_draft
from claimcheck.report.places import Suppression

TODAY = date(2026, 3, 1)
WRONG = ("quantity.disjoint", "contradicted")


def draft_of(text: str) -> Draft:
    return read_draft(text.encode(), "copy.md")


def ask(draft: Draft, ignores: Ignores, words: str, rule: str, kind: str) -> Suppression | None:
    """What keeps a finding on some words of the draft quiet."""
    start = draft.document.text.text.index(words)
    return ignores.suppression_for(rule, kind, draft.place(start, start + len(words)))


def quiet(text: str, words: str, rule: str = WRONG[0], kind: str = WRONG[1]) -> bool:
    draft = draft_of(text)
    return ask(draft, read_ignores(draft, TODAY), words, rule, kind) is not None


def rules(text: str, *asked: tuple[str, str, str]) -> list[str]:
    """The problems with the comments of a text, once findings were asked for."""
    draft = draft_of(text)
    ignores = read_ignores(draft, TODAY)
    for each in asked:
        ask(draft, ignores, *each)
    return [problem.rule for problem in ignores.problems()]


NEXT = "Swans nest.\n\n<!-- claimcheck: ignore{} -- known -->\nOtters swim.\n\nHerons wade.\n"


@pytest.mark.parametrize(
    ("words", "rule", "kind", "suppressed"),
    [
        ("", "quantity.disjoint", "contradicted", True),
        ("", "frame.unsaid", "unclaimed", True),
        ("[quantity.disjoint]", "quantity.disjoint", "contradicted", True),
        ("[quantity]", "quantity.disjoint", "contradicted", True),
        ("[quantity]", "quantity.disjoint", "disputed", True),
        ("[ Contradicted ]", "quantity.disjoint", "contradicted", True),
        ("[date, quantity.disjoint]", "quantity.disjoint", "contradicted", True),
        ("[unclaimed]", "frame.unsaid", "unclaimed", True),
        ("[absent]", "frame.unsaid", "unclaimed", True),
        ("[draft.arithmetic]", "draft.arithmetic", "problem", True),
        ("[draft]", "draft.arithmetic", "problem", True),
        ("[contradicted]", "quantity.disjoint", "disputed", False),
        ("[quant]", "quantity.disjoint", "contradicted", False),
        ("[quantity.unit]", "quantity.disjoint", "contradicted", False),
        ("", "ignore.expired", "problem", False),
        ("", "baseline.stale", "problem", False),
    ],
)
def test_an_ignore_is_for_the_rules_it_names(words: str, rule: str, kind: str, suppressed: bool) -> None:
    text = NEXT.format(words)
    assert quiet(text, "Otters swim.", rule, kind) is suppressed
    assert not quiet(text, "Swans nest.", rule, kind)
    assert not quiet(text, "Herons wade.", rule, kind)


@pytest.mark.parametrize(
    ("text", "kept_quiet", "told"),
    [
        ("Swans nest. <!-- claimcheck: ignore -- known -->\n\nOtters swim.\n", "Swans nest.", "Otters swim."),
        ("Swans <!-- claimcheck: ignore -- known --> nest.\n\nOtters swim.\n", "nest.", "Otters swim."),
        ("- Swans nest.\n- Otters <!-- claimcheck: ignore -- known -->swim.\n", "swim.", "Swans nest."),
        ("Swans nest.\n<!-- claimcheck: ignore -- known -->\n\n# Otters\n\nSwim.\n", "Otters", "Swim."),
        ("<!-- claimcheck: ignore -- so -->\n\n```\ncode\n```\n\nOtters swim.\n\nSwans.\n", "Otters swim.", "Swans."),
    ],
)  # fmt: skip
def test_an_ignore_is_for_the_block_around_it_or_before_it_on_its_line_or_the_next(
    text: str, kept_quiet: str, told: str
) -> None:
    assert quiet(text, kept_quiet)
    assert not quiet(text, told)


TABLE = "| Year | Swans | Otters |\n| --- | --- | --- |\n| 2024 | 310 {}| 41 |\n| 2025 | 325 | 48 |\n\nHerons wade.\n"


def test_an_ignore_above_a_table_is_for_all_of_it_and_one_in_a_row_for_the_row() -> None:
    above = "<!-- claimcheck: ignore -- known -->\n\n" + TABLE.format("")
    assert all(quiet(above, cell) for cell in ("310", "41", "325", "48"))
    assert not quiet(above, "Herons wade.")
    within = TABLE.format("<!-- claimcheck: ignore -- known --> ")
    assert [quiet(within, cell) for cell in ("310", "41", "325", "48")] == [True, True, False, False]


def test_an_ignore_above_one_table_is_not_for_the_next_table() -> None:
    text = f"<!-- claimcheck: ignore -- known -->\n\n{TABLE.format('')}".replace("Herons wade.", "")
    assert not quiet(text + "| Year | Herons |\n| --- | --- |\n| 2024 | 77 |\n", "77")


STRETCH = "Swans nest.\n\n<!-- claimcheck: off[quantity] -- a reader's letter -->\n\nOtters swim.\n\n{}Herons wade.\n"


def test_a_stretch_lasts_from_off_to_on_or_to_the_end() -> None:
    ended = STRETCH.format("<!-- claimcheck: on -->\n\n")
    assert quiet(ended, "Otters swim.")
    assert not quiet(ended, "Swans nest.")
    assert not quiet(ended, "Herons wade.")
    assert quiet(STRETCH.format(""), "Herons wade.")


def test_on_ends_every_off_before_it() -> None:
    text = STRETCH.format("<!-- claimcheck: off[date] -- too -->\n\n<!-- claimcheck: on -->\n\n")
    assert not quiet(text, "Herons wade.")
    assert not quiet(text, "Herons wade.", "date.outside")


def test_places_are_those_of_the_raw_file() -> None:
    text = "\ufeff" + NEXT.format("").replace("\n", "\r\n").replace("Swans", "Cafe\u0301 swans")
    draft = read_draft(text.encode(), "copy.md")
    ignores = read_ignores(draft, TODAY)
    assert ask(draft, ignores, "Otters swim.", *WRONG) is not None
    assert ask(draft, ignores, "Herons wade.", *WRONG) is None


def test_a_suppression_says_where_it_comes_from() -> None:
    draft = draft_of(NEXT.replace("{}", " until=2026-03-01"))
    found = ask(draft, read_ignores(draft, TODAY), "Otters swim.", *WRONG)
    assert found == Suppression("ignore", "known", 3, TODAY)


@pytest.mark.parametrize(
    ("comment", "rule", "says"),
    [
        ("ignore[quantity]", "ignore.reason", "gives no reason"),
        ("ignore[quantity] --", "ignore.reason", "gives no reason"),
        ("off[quantity]", "ignore.reason", "gives no reason"),
        ("ignore until=2026-02-28 -- known", "ignore.expired", "expired on 2026-02-28"),
        ("ignore until=2026-02-30 -- known", "ignore.malformed", "until"),
        ("ignore until=soon -- known", "ignore.malformed", "such as 2020-03-11"),
        ("ignore until 2026-12-31 -- known", "ignore.malformed", "until=2026-12-31"),
        ("ignore[quantity until=2026-12-31 -- known", "ignore.malformed", "cannot be read"),
        ("ignore[quantity,] -- known", "ignore.malformed", "a rule is missing"),
        ("ignore[] -- known", "ignore.malformed", "a rule is missing"),
        ("ignore[two words] -- known", "ignore.malformed", "'two words' is no rule"),
        ("ignore[quantity] the figure is old", "ignore.malformed", "cannot be read"),
        ("ingore[quantity] -- known", "ignore.malformed", "did you mean 'ignore'"),
        ("", "ignore.malformed", "told nothing"),
        ("on", "ignore.malformed", "nothing is switched off"),
        ("on[quantity]", "ignore.malformed", "takes nothing else"),
    ],
)
def test_a_comment_that_is_wrong_suppresses_nothing_and_is_told(comment: str, rule: str, says: str) -> None:
    draft = draft_of(f"Swans nest.\n\n<!-- claimcheck: {comment} -->\n\nOtters swim.\n")
    ignores = read_ignores(draft, TODAY)
    assert ask(draft, ignores, "Otters swim.", *WRONG) is None
    (problem,) = ignores.problems()
    assert (problem.rule, problem.severity, problem.place.line, problem.place.column) == (
        rule,
        "warning",
        3,
        1,
    )
    assert says in problem.message


def test_what_does_not_count_is_still_switched_on_again() -> None:
    for off in ("off[quantity]", "off until=2020-01-01 -- old"):
        text = f"<!-- claimcheck: {off} -->\n\nOtters swim.\n\n<!-- claimcheck: on -->\n"
        assert len(rules(text)) == 1


def test_an_ignore_without_a_block_after_it_is_malformed() -> None:
    assert rules("Swans nest.\n\n<!-- claimcheck: ignore -- known -->\n") == ["ignore.malformed"]


def test_an_ignore_of_no_use_is_told_and_a_used_one_is_not() -> None:
    text = NEXT.format("[quantity, date]")
    assert rules(text) == ["ignore.unused"]
    assert rules(text, ("Otters swim.", *WRONG)) == ["ignore.unused"]  # nothing of date
    assert rules(text, ("Otters swim.", *WRONG), ("Otters swim.", "date.outside", "contradicted")) == []
    assert rules(NEXT.format("")) == ["ignore.unused"]
    assert rules(NEXT.format(""), ("Otters swim.", *WRONG)) == []


def test_two_comments_for_one_finding_are_both_of_use() -> None:
    text = "<!-- claimcheck: off -- a letter -->\n\n" + NEXT.format("[quantity]")
    assert rules(text, ("Otters swim.", *WRONG)) == []


@pytest.mark.parametrize(
    ("silent", "told"),
    [((), True), (("draft.arithmetic",), False), (("draft",), False), (("draft.inconsistent",), True)],
)
def test_an_ignore_of_what_was_not_looked_for_is_not_unused(silent: tuple[str, ...], told: bool) -> None:
    draft = draft_of(NEXT.format("[draft.arithmetic]"))
    assert bool(read_ignores(draft, TODAY).problems(silent)) is told


def test_an_ignore_of_the_absent_is_not_unused_where_the_unclaimed_are_not_reported() -> None:
    draft = draft_of(NEXT.format("[absent]"))
    assert not read_ignores(draft, TODAY).problems({"unclaimed"})


def test_a_misspelt_rule_is_told_where_the_rules_are_known() -> None:
    known = {"quantity.disjoint", "date.outside"}
    (problem,) = read_ignores(draft_of(NEXT.format("[quantity.disjiont]")), TODAY, known).problems()
    assert "did you mean 'quantity.disjoint'" in problem.message
    for word in ("quantity", "date.outside", "unclaimed"):
        (problem,) = read_ignores(draft_of(NEXT.format(f"[{word}]")), TODAY, known).problems()
        assert problem.rule == "ignore.unused"


def test_other_comments_and_examples_in_code_say_nothing() -> None:
    assert rules("<!-- claimcheck is fine -->\n\n<!-- TODO -->\n\nSwans nest.\n") == []
    assert rules("```html\n<!-- claimcheck: nonsense -->\n```\n\nSwans nest.\n") == []


def test_a_directive_may_run_over_lines_and_take_a_dash_before_its_reason() -> None:
    said = read_directive(" ClaimCheck:  ignore[quantity,\n  date]\n until=2026-12-31 —\n an old\n figure ")
    assert said == Directive("ignore", ("quantity", "date"), date(2026, 12, 31), "an old figure")


def test_problems_with_comments_keep_their_fingerprint_when_lines_move() -> None:
    text = "<!-- claimcheck: on -->\n\n<!-- claimcheck: on -->\n\nSwans nest.\n"
    one, two = (
        [p.fingerprint for p in read_ignores(draft_of(each), TODAY).problems()]
        for each in (text, "Hi.\n\n" + text)
    )
    assert one == two
    assert len(set(one)) == 2


FRAGMENTS = st.sampled_from(
    [
        *"[]=,-—: \n|`#",
        "claimcheck:",
        "ignore",
        "off",
        "on",
        "until=2026-12-31",
        "--",
        "<!--",
        "-->",
        "```",
        "| a ",
        "x",
    ]
)


@given(st.lists(FRAGMENTS | st.text(max_size=4), max_size=30).map("".join))
def test_no_comment_is_too_odd_to_be_read(text: str) -> None:
    data = text.encode(errors="surrogatepass").decode(errors="replace").replace("\x00", "").encode()
    draft = read_draft(data, "copy.md")
    ignores = read_ignores(draft, TODAY)
    if draft.document.text.text:
        ignores.suppression_for(*WRONG, draft.place(0, 1))
    assert all(problem.rule.startswith("ignore.") for problem in ignores.problems())


@given(st.text("aBcXyZ é,.1\t\n", max_size=30))
def test_a_fingerprint_goes_by_words_not_by_spacing_or_case(text: str) -> None:
    one, two = (Fingerprints("a.md").of("contradicted", each) for each in (text, f"  {text.swapcase()}\n"))
    assert one == two


def test_a_fingerprint_tells_apart_files_labels_words_and_occurrences() -> None:
    names = Fingerprints("a.md")
    found = [
        names.of(*each)
        for each in (
            ("contradicted", "18 rockets"),
            ("contradicted", "18  Rockets"),
            ("unclaimed", "18 rockets"),
            ("contradicted", "17 rockets"),
        )
    ]
    found.append(Fingerprints("b.md").of("contradicted", "18 rockets"))
    assert len(set(found)) == len(found)
    assert all(len(each) >= 16 and int(each, 16) >= 0 for each in found)


def test_comments_read_by_another_process_are_of_use_here() -> None:
    ignores = pickle.loads(pickle.dumps(read_ignores(draft_of(NEXT.format("")), TODAY)))
    assert [problem.rule for problem in ignores.problems()] == ["ignore.unused"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "Swans nest.\n\n<!-- claimcheck: ignore -- known -->\n\nOtters swim.\n\nHerons wade.\n"),
        ("a.rst", "Swans nest.\n\n.. claimcheck: ignore -- known\n\nOtters swim.\n\nHerons wade.\n"),
        (
            "a.html",
            "<p>Swans nest.</p>\n<!-- claimcheck: ignore -- known -->\n<p>Otters swim.</p><p>Herons wade.</p>",
        ),
    ],
)
def test_every_format_has_its_comments(name: str, text: str) -> None:
    draft = read_draft(text.encode(), name)
    ignores = read_ignores(draft, TODAY)
    told = [
        ask(draft, ignores, words, *WRONG) is not None
        for words in ("Swans nest.", "Otters swim.", "Herons wade.")
    ]
    assert told == [False, True, False]
