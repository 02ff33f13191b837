"""Suggestions put into files: the exact characters, every other byte as it was."""

from __future__ import annotations

import codecs
import shutil
import subprocess
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.checking.fixing import Mended, diff_of, left_out_of, mend, put_right, wanted, write_mended
from claimcheck.drafts import read_draft
from claimcheck.drafts.rawtext import RawText
from claimcheck.errors import DraftError
from claimcheck.report.places import Place, Suggestion, Suppression
from claimcheck.text import decode
from made_findings import statement

COPY = "Swans: 310.\r\nOtters: 41.\r\n\r\nHerons: 77."


def suggestion(text: str, start: int, end: int, replacement: str, path: str = "a.md") -> Suggestion:
    raw = RawText(text)
    place = Place(path, *raw.line_column(start), *raw.line_column(end - 1), start, end)
    return Suggestion(place, replacement, f"{replacement}, not {text[start:end]}")


def at(text: str, wrong: str, right: str) -> Suggestion:
    return suggestion(text, text.index(wrong), text.index(wrong) + len(wrong), right)


def mended(data: bytes, *suggestions: Suggestion) -> Mended:
    return mend("a.md", data, sha256(data).hexdigest(), suggestions)


@pytest.mark.parametrize("mark", ["", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_encoding_mark_and_line_ends_are_kept(mark: str) -> None:
    marks = {"utf-8-sig": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE,
             "utf-32-le": codecs.BOM_UTF32_LE, "utf-32-be": codecs.BOM_UTF32_BE}  # fmt: skip
    bom, encoding = marks.get(mark, b""), mark.removesuffix("-sig") or "utf-8"
    data = bom + COPY.encode(encoding)
    found = mended(data, at(COPY, "41", "1,408"), at(COPY, "77", "7"))
    assert found.data == bom + COPY.replace("41", "1,408").replace("77", "7").encode(encoding)
    assert found.left == ()


def test_suggestions_that_overlap_are_both_left_out() -> None:
    one, two, other = at(COPY, "Otters: 41", "Otters: 48"), at(COPY, "41", "47"), at(COPY, "77", "7")
    found = mended(COPY.encode(), one, two, other)
    assert found.text == COPY.replace("77", "7")
    assert (set(found.left), found.applied) == ({one, two}, (other,))


def test_a_suggestion_made_twice_is_one_and_neighbours_do_not_overlap() -> None:
    one, two = suggestion("4177", 0, 2, "5"), suggestion("4177", 2, 4, "6")
    assert mended(b"4177", one, replace(one, text="again"), two).text == "56"


TEXTS = st.text("ab1\r\n\té😀 ", max_size=30)


@given(
    TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6), st.text("XY", max_size=4)), max_size=5)
)
def test_only_the_exact_characters_change(text: str, cuts: list[tuple[int, int, str]]) -> None:
    asked = [suggestion(text, a, a + n, new) for a, n, new in cuts if a + n <= len(text)]
    found = mended(text.encode(), *asked)
    assert decode(found.data, "a.md") == found.text
    at_old = at_new = 0
    for each in found.applied:
        kept = text[at_old : each.place.start]
        assert found.text[at_new : at_new + len(kept)] == kept
        at_new += len(kept)
        assert found.text[at_new : at_new + len(each.replacement)] == each.replacement
        at_old, at_new = each.place.end, at_new + len(each.replacement)
    assert found.text[at_new:] == text[at_old:]
    for each in asked:
        clashes = [
            other for other in asked
            if (other.place, other.replacement) != (each.place, each.replacement)
            and other.place.start < each.place.end and each.place.start < other.place.end
        ]  # fmt: skip
        assert (each in found.left) is bool(clashes)


def test_a_file_that_changed_meanwhile_is_not_touched() -> None:
    with pytest.raises(DraftError, match="changed while it was checked"):
        mend("a.md", COPY.encode(), sha256(b"other").hexdigest(), [at(COPY, "41", "48")])


def test_what_is_no_text_is_one_sentence() -> None:
    with pytest.raises(DraftError, match=r"^a\.md:1: byte 0xff"):
        mended(b"\xff\xff")


def test_what_is_disputed_kept_quiet_or_not_reported_is_left_alone() -> None:
    one = at(COPY, "41", "48")
    good = replace(statement("Otters: 41."), suggestion=one)
    assert wanted([good, statement("Swans: 310.")]) == {"a.md": [one]}
    quiet = Suppression("baseline", "", None, None)
    assert (
        wanted([replace(good, disputed=True), replace(good, suppressed=quiet), replace(good, severity=None)])
        == {}
    )


def test_files_are_written_only_where_something_was_put_in(tmp_path: Path) -> None:
    good, same = tmp_path / "a.md", tmp_path / "b.md"
    found = mended(COPY.encode(), at(COPY, "41", "48"))
    write_mended([replace(found, path=str(good)), replace(found, path=str(same), applied=())])
    assert good.read_bytes() == COPY.replace("41", "48").encode()
    assert not same.exists()


def test_the_diff_can_be_applied(tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    (tmp_path / "a.md").write_bytes(COPY.encode())
    found = mended(COPY.encode(), at(COPY, "41", "48"), at(COPY, "77", "7"))
    subprocess.run(["git", "apply"], cwd=tmp_path, input=diff_of(found).encode(), check=True)
    assert (tmp_path / "a.md").read_bytes() == found.data


def test_nothing_to_mend_gives_no_diff() -> None:
    assert diff_of(mended(COPY.encode())) == ""


def test_offsets_are_those_of_a_draft_that_was_read() -> None:
    data = b"\xef\xbb\xbf" + "Cafe\u0301s:\r\n41 otters.\r\n".encode()
    draft = read_draft(data, "a.md")
    start = draft.document.text.text.index("41")
    found = mend("a.md", data, draft.sha256, [Suggestion(draft.place(start, start + 2), "48", "48, not 41")])
    assert found.data == data.replace(b"41", b"48")


def test_one_line_tells_of_what_overlaps_and_is_left_out() -> None:
    both = (at(COPY, "310", "301"), suggestion(COPY, COPY.index("310"), COPY.index("310") + 2, "30"))
    found = mended(COPY.encode(), *both, at(COPY, "77", "78"))
    assert put_right(found) == "a.md: 1 value put right"
    assert left_out_of(found) == (
        "a.md: 2 suggestions on line 1 overlap one another, so none of them is put in: mend them by hand"
    )
    alone = mended(COPY.encode(), at(COPY, "77", "78"), at(COPY, "41", "42"))
    assert (put_right(alone), left_out_of(alone)) == ("a.md: 2 values put right", "")
    assert put_right(mended(COPY.encode())) == ""
