"""The page as bytes, and the copy it shows: whole, in order, every finding in it once, nothing of a draft as markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checked_reports import EMPTY, GOOD, PATHS, RICH, at, passage, report, statement, wrong
from claimcheck.drafts import file_of, read_draft
from claimcheck.render.annotated import RANKS, Part, Run, Spot, annotated
from claimcheck.render.page import html
from claimcheck.report.checked import CheckReport, DraftFile

ANY = st.text(st.characters(codec=None), max_size=30)
KINDS = (*RANKS, "problem")


class Tags(HTMLParser):
    """Every tag and attribute of a page, and the text outside of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.mark.parametrize("whole", [RICH, GOOD, EMPTY], ids=["rich", "good", "empty"])
def test_the_page_is_one_file_and_asks_for_nothing(whole: CheckReport) -> None:
    for tag, attributes in Tags(html(whole)).tags:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "form"}
        assert not any(name.startswith("on") or name in {"src", "style"} for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")
    assert not re.search(r"url\(|@import|https?:", html(whole))


def test_the_policy_lets_only_the_pages_own_script_and_style_work() -> None:
    metas = [attributes for tag, attributes in Tags(html(RICH)).tags if tag == "meta"]
    [policy] = [meta["content"] for meta in metas if meta.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


@given(ANY, ANY, ANY)
def test_nothing_of_a_draft_or_a_source_becomes_markup(words: str, quote: str, name: str) -> None:
    text = f"<b onclick=alert(1)>{words}</b>x"
    texts = {f"d/{name}": text}
    said = wrong(
        at(f"d/{name}", text, texts=texts), words, quote, passage=passage(f"</script>{quote}", title=name)
    )
    made = Tags(html(report([said], texts=texts)))
    plain = Tags(html(report([wrong(at("d/a", "x", texts={"d/a": "x"}), "a", "b")], texts={"d/a": "x"})))
    assert {tag for tag, _ in made.tags} <= {tag for tag, _ in plain.tags} | {"mark"}
    assert sum(tag == "script" for tag, _ in made.tags) == 1


def test_ids_are_unique_and_links_lead_to_them() -> None:
    tags = Tags(html(RICH)).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in tags:
        target = attributes.get("href")
        assert target is None or target[1:] in ids


def test_a_good_draft_passes_and_says_so() -> None:
    page = html(GOOD)
    assert "This copy passes" in page
    assert "Nothing was found." in page


def test_no_character_that_turns_the_direction_of_text_is_sent() -> None:
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b]", html(RICH))


def runs(parts: tuple[Part, ...]) -> list[Run]:
    found: list[Run] = []
    for part in parts:
        found += part.runs
        found += [run for _, cells in part.rows for cell in cells for run in cell]
    return found


def words_of(parts: tuple[Part, ...]) -> str:
    return "".join(run.text for run in runs(parts))


BRIEF = next(file for file in RICH.files if file.path == PATHS[0])


def test_headings_lists_quotes_and_tables_keep_their_kind() -> None:
    parts = annotated(BRIEF, []).parts
    assert [part.kind for part in parts] == [
        "heading",
        "paragraph",
        *["list_item"] * 2,
        "quote",
        "table",
        "paragraph",
    ]
    table = parts[5]
    assert table.head == ("Branch", "Books")
    assert [(name, [words.text for cell in cells for words in cell]) for name, cells in table.rows] == [
        ("Quay Street", ["41,000"]),
        ("Mill Lane", ["12,000"]),
    ]


def test_a_heading_is_at_most_one_deeper_than_the_one_above() -> None:
    text = "### A\n\n# B\n\n#### C\n\n## D\n\n##### E\n"
    parts = annotated(file_of(read_draft(text.encode(), "a.md"), RICH.today), []).parts
    assert [part.level for part in parts] == [1, 1, 2, 2, 3]


def test_cells_whose_headers_do_not_tell_them_apart_stay_in_their_row() -> None:
    text = "| X | A | A |\n| --- | --- | --- |\n| r | 1 | 2 |\n"
    [table] = annotated(file_of(read_draft(text.encode(), "a.md"), RICH.today), []).parts
    assert table.head == ()
    [(name, cells)] = table.rows
    assert (name, ["".join(run.text for run in cell) for cell in cells]) == ("r", ["1", "2"])


def test_words_are_linked_across_markup_and_line_ends() -> None:
    raw = "It **holds** 5\r\nbooks &amp; maps. It closed."
    file = file_of(read_draft(raw.encode(), "a.md"), RICH.today)
    spot = Spot("s1", "supported", 0, raw.index(" It closed"), False)
    found = runs(annotated(file, [spot]).parts)
    assert [(run.text, run.spot) for run in found] == [
        ("It holds 5 books & maps.", spot),
        (" It closed.", None),
    ]


def test_overlapping_statements_show_the_worst_and_none_is_lost() -> None:
    file = DraftFile("a", "", RICH.today, "It holds 5 books.", ())
    inner, outer = Spot("s1", "contradicted", 9, 10, False), Spot("s2", "supported", 0, 17, False)
    hidden = Spot("s3", "uncheckable", 9, 10, False)
    copy = annotated(file, [outer, hidden, inner])
    assert [(run.text, run.spot and run.spot.id, run.first) for run in runs(copy.parts)] == [
        ("It holds ", "s2", True),
        ("5", "s1", True),
        (" books.", "s2", False),
    ]
    assert copy.elsewhere == (hidden,)


def test_what_stands_outside_the_blocks_is_listed() -> None:
    comment = Spot("p1", "problem", 0, 3, False)  # in the front matter
    assert annotated(BRIEF, [comment]).elsewhere == (comment,)


def test_a_draft_without_blocks_is_shown_by_paragraphs() -> None:
    parts = annotated(DraftFile("a", "", RICH.today, "One.\r\nTwo.\r\n\r\n \nThree.", ()), []).parts
    assert ["".join(run.text for run in part.runs) for part in parts] == ["One.\r\nTwo.\r\n", "Three."]


@given(st.data())
def test_the_copy_is_whole_and_every_finding_is_in_it_once(data: st.DataObject) -> None:
    with_blocks = data.draw(st.booleans())
    file = BRIEF if with_blocks else DraftFile("a", "", RICH.today, data.draw(ANY), ())
    ends = st.integers(0, len(file.text))
    spots = []
    for number in range(data.draw(st.integers(0, 12))):
        start, end = sorted((data.draw(ends), data.draw(ends)))
        spots.append(
            Spot(f"s{number}", data.draw(st.sampled_from(KINDS)), start, end, data.draw(st.booleans()))
        )
    copy = annotated(file, spots)
    assert words_of(copy.parts) == words_of(annotated(file, []).parts)
    shown = [run.spot for run in runs(copy.parts) if run.spot and run.first]
    shown += [flag for run in runs(copy.parts) for flag in run.ends]
    assert len(shown) == len(set(shown))
    assert sorted(shown + list(copy.elsewhere), key=lambda spot: spot.id) == sorted(
        spots, key=lambda spot: spot.id
    )


def test_a_statement_without_its_file_is_still_on_the_page() -> None:
    page = html(report([statement(at(PATHS[0], "12,000"))], texts={}))
    assert 'id="s1"' in page
    assert "In other files" in page
