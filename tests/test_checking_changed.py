"""Which findings touch changed lines: by a diff, and since a revision of git."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.checking.changed import Changes, changed_by, changed_since
from claimcheck.checking.diffs import EVERY_LINE, read_diff
from claimcheck.checking.run import Quiet
from claimcheck.errors import DraftError
from claimcheck.report.places import Place, Problem, Related, Suppression
from made_findings import statement

WHOLE = [EVERY_LINE]


def at(path: str, line: int, end_line: int | None = None) -> Place:
    return Place(path, line, 1, end_line or line, 9, 0, 9)


def lines_of(diff: str, name: str = "diff") -> dict[str, list[tuple[int, int]]]:
    return {found.name: list(found.lines) for found in read_diff(diff.encode(), name)}


def diff(*rows: str, head: str = "--- a/x.md\n+++ b/x.md\n") -> str:
    return head + "".join(f"{row}\n" for row in rows)


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (["@@ -1 +1 @@", "-a", "+b"], [(1, 1)]),
        (["@@ -3,0 +4,2 @@", "+b", "+c"], [(4, 5)]),
        (["@@ -1,5 +1,6 @@", " a", " b", "-c", "+d", "+e", " f", " g"], [(3, 4)]),
        (["@@ -1 +1 @@", "-a", "+b", "@@ -9 +9 @@ heading", "-c", "+d"], [(1, 1), (9, 9)]),
        (["@@ -1 +1 @@", "-a", "\\ No newline at end of file", "+b", "\\ No newline at end of file"], [(1, 1)]),
        (["@@ -2,2 +2 @@", "--- sql", "-b", "+++ plus"], [(2, 2)]),  # lines that look like heads of files
        # a line is gone from within a paragraph: what was around it is changed
        (["@@ -3 +2,0 @@", "-c"], [(2, 3)]),
        (["@@ -1,4 +1,3 @@", " a", " b", "-c", " d"], [(2, 3)]),
        # a paragraph is gone with the blank line behind it, or before it
        (["@@ -3,2 +2,0 @@", "-c", "-"], [(2, 2)]),
        (["@@ -3,2 +2,0 @@", "-", "-c"], [(3, 3)]),
        (["@@ -3,3 +2,0 @@", "-  ", "-c", "-\t"], []),
        (["@@ -1 +0,0 @@", "-a"], [(1, 1)]),
        (["@@ -1,3 +1,2 @@", " a", "", "-c"], [(2, 3)]),  # a blank line that lost its mark
    ],
)  # fmt: skip
def test_changed_lines_are_those_of_the_new_file(rows: list[str], lines: list[tuple[int, int]]) -> None:
    found = lines_of(diff(*rows))
    assert found.get("b/x.md", []) == lines
    assert lines_of(diff(*rows).replace("\n", "\r\n")).get("b/x.md", []) == lines


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("--- a/x.md\n+++ b/x.md\n", "b/x.md"),
        ("--- x.md\t2026-01-01 10:00:00\n+++ x.md\t2026-01-02 10:00:00\n", "x.md"),
        ("--- a/two words.md\t\n+++ b/two words.md\t\n", "b/two words.md"),
        ('--- "a/na\\303\\257f \\"q\\".md"\n+++ "b/na\\303\\257f \\"q\\".md"\n', 'b/naïf "q".md'),
        ('--- "a/tab\\there\\\\.md"\n+++ "b/tab\\there\\\\.md"\n', "b/tab\there\\.md"),
        ("--- /dev/null\n+++ b/x.md\n", "b/x.md"),
        ("Index: x.md\n=====\n--- x.md\t(revision 1)\n+++ x.md\t(working copy)\n", "x.md"),
        ("A note.\n---\ndiff --git a/o b/x.md\nrename from o\nrename to x.md\n--- a/o\n+++ b/x.md\n", "b/x.md"),
        ("diff --git a/x b/x.md b/x b/x.md\n--- a/x b/x.md\t\n+++ b/x b/x.md\t\n", "b/x b/x.md"),
    ],
)  # fmt: skip
def test_names_are_read_however_they_are_written(head: str, name: str) -> None:
    assert lines_of(diff("@@ -1 +1 @@", "-a", "+b", head=head)) == {name: [(1, 1)]}


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("", {}),
        ("diff --git a/x.docx b/x.docx\nBinary files a/x.docx and b/x.docx differ\n", {"b/x.docx": WHOLE}),
        ("diff --git a/a b b/a b\nBinary files a/a b and b/a b differ\n", {"b/a b": WHOLE}),
        ("diff --git a/x.docx b/x.docx\nindex 1..2\nGIT binary patch\nliteral 2\nzc\n", {"b/x.docx": WHOLE}),
        ("Binary files old/x.docx and new/x.docx differ\n", {"new/x.docx": WHOLE}),
        ('diff --git "a/\\303\\257" "b/\\303\\257"\nBinary files x and y differ\n', {"b/ï": WHOLE}),
        ("diff --git a/x b/x\ndeleted file mode 100644\nBinary files a/x and /dev/null differ\n", {}),
        ("diff --git a/o.md b/x.md\nsimilarity index 100%\nrename from o.md\nrename to x.md\n", {}),
        ("diff --git a/x b/x\nold mode 100644\nnew mode 100755\n", {}),
        ("--- a/x.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n", {}),
        (diff("@@ -1 +1 @@", "-a", "+b") + diff("@@ -2 +2 @@", "-a", "+b", head="--- a/y\n+++ b/y\n"),
         {"b/x.md": [(1, 1)], "b/y": [(2, 2)]}),
        ("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\rb\n+a\rc\n", {"b/x": WHOLE}),  # old Macs' line ends
    ],
)  # fmt: skip
def test_files_without_lines_of_their_own(text: str, files: dict[str, object]) -> None:
    assert lines_of(text) == {
        name: list(EVERY_LINE) if lines is WHOLE else lines for name, lines in files.items()
    }


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Swans nest.\n", "my.diff: this is no unified diff"),
        ("1c1\n< a\n---\n> b\n", "my.diff: this is no unified diff"),
        ("@@ -1 +1 @@\n-a\n+b\n", "my.diff:1: this hunk is of no file"),
        ("--- a/x\n+++ b/x\n@@ -1 1 @@\n", "my.diff:3: this head of a hunk cannot be read"),
        ("--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n", "my.diff:6: the hunk ends too early"),
        ("--- a/x\n+++ b/x\n@@ -1 +1 @@\n+a\n+b\n", "my.diff:5: the hunk ends too early"),
        ("diff --cc x\n--- a/x\n+++ b/x\n@@@ -1 -1 +1 @@@\n- a\n -b\n++c\n", "my.diff:4: a merge's combined diff"),
    ],
)  # fmt: skip
def test_what_is_no_diff_is_one_sentence(text: str, says: str) -> None:
    with pytest.raises(DraftError) as told:
        read_diff(text.encode(), "my.diff")
    assert str(told.value).startswith(says)


HEADS = "diff --git |--- |+++ |b/x|@@ -1 +1 @@|@@ -1,2 +1,0 @@|@@@ -1 -1 +1 @@@|@@ -1 +1,99999 @@|/dev/null".split(
    "|"
)
REST = 'rename to |GIT binary patch|Binary files a and b differ|@@ -9999999999999999999 +1 @@|\\303|"|+|-| |\\'.split(
    "|"
)
ROWS = st.sampled_from([*HEADS, *REST, "\n", "\r", "\r\n", "\t"])


@given(st.lists(ROWS | st.text(max_size=3), max_size=40).map("".join) | st.binary(max_size=60))
def test_no_diff_is_too_hostile_to_be_read(content: str | bytes) -> None:
    data = content if isinstance(content, bytes) else content.encode(errors="surrogatepass")
    try:
        for found in read_diff(data, "diff"):
            assert found.lines
            assert all(1 <= first <= last for first, last in found.lines)
    except DraftError:
        return


@given(
    old=st.lists(st.sampled_from("abc"), max_size=12),
    new=st.lists(st.sampled_from("abcd"), max_size=12),
    n=st.integers(0, 3),
)
def test_every_line_that_is_new_is_changed(old: list[str], new: list[str], n: int) -> None:
    from difflib import unified_diff

    text = "\n".join(unified_diff(old, new, "a/x", "b/x", n=n, lineterm="")) + "\n"
    found = lines_of(text.strip("\n") + "\n" if old != new else "").get("b/x", [])
    touched = {line for first, last in found for line in range(first, last + 1)}
    kept = [line for k, line in enumerate(new, 1) if k not in touched]
    rest = iter(old)
    assert all(line in rest for line in kept)  # what is not changed stood in the old text in this order


def test_a_finding_is_told_where_one_of_its_lines_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    changes = changed_by(diff("@@ -3 +3 @@", "-a", "+b").encode(), "diff", tmp_path)
    assert changes.touches(at("x.md", 3))
    assert changes.touches(at("x.md", 1, 3))
    assert changes.touches(at(str(tmp_path / "x.md"), 3))
    assert not changes.touches(at("x.md", 4))
    assert not changes.touches(at("y.md", 3))
    assert changes.touches(at("y.md", 9), [Related(at("x.md", 3), "the other value")])


@pytest.mark.parametrize("name", ["docs/x.md", "b/docs/x.md", "w/docs/x.md", "x.md", "b/x.md"])
def test_paths_of_a_diff_count_from_here_or_from_a_folder_around(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path / "docs")
    rows = diff("@@ -3 +3 @@", "-a", "+b", head=f"--- {name}\n+++ {name}\n")
    changes = changed_by(rows.encode(), "diff", Path())
    assert changes.touches(at("x.md", 3))
    assert not changes.touches(at("x.md", 4))
    assert not changes.touches(at("other/x.md", 3))


def test_what_touches_no_change_is_kept_quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    changes = changed_by(diff("@@ -3 +3 @@", "-a", "+b").encode(), "diff", tmp_path)
    ignored = Suppression("ignore", "known", 1, None)
    found = [
        statement("changed", "x.md", line=3),
        statement("not", "x.md", line=4),
        statement("ignored", "x.md", line=4, suppressed=ignored),
        statement("supported", "x.md", "supported", line=4),
    ]
    problems = [
        Problem("draft.arithmetic", "warning", at("x.md", 4), "sum", (), "1", None),
        Problem("draft.inconsistent", "warning", at("x.md", 4), "two", (Related(at("x.md", 3), "other"),), "2", None),
        Problem("baseline.stale", "note", at("known.json", 4), "gone", (), "3", None),
    ]  # fmt: skip
    quiet = Quiet(changes=changes)
    assert [each.suppressed and each.suppressed.by for each in map(quiet.over, found)] == [
        None,
        "unchanged",
        "ignore",
        None,
    ]
    assert [each.suppressed and each.suppressed.by for each in map(quiet.over, problems)] == [
        "unchanged",
        None,
        None,
    ]


# git


class Repo:
    """A repository in a folder of its own."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        for name, value in {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}.items():
            monkeypatch.setenv(name, value)
        for who in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{who}_NAME", "Editor")
            monkeypatch.setenv(f"GIT_{who}_EMAIL", "editor@example.org")
        folder.mkdir()
        self("init", "-q", "-b", "main")
        monkeypatch.chdir(folder)

    def __call__(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def write(self, name: str, text: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def commit(self) -> str:
        self("add", "-A")
        self("commit", "-q", "-m", "Write")
        return self("rev-parse", "HEAD")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    return Repo(tmp_path / "repo", monkeypatch)


COPY = "Swans nest.\n\nOtters swim.\n\nHerons wade.\n"


def told(changes: Changes, name: str) -> list[int]:
    """The changed lines among the first six of a file."""
    return [line for line in range(1, 7) if changes.touches(at(name, line))]


def test_lines_changed_since_a_revision_committed_or_not(repo: Repo) -> None:
    repo.write("a.md", COPY)
    repo.write("same.md", COPY)
    repo.commit()
    repo.write("a.md", COPY.replace("Swans nest", "Swans moult"))
    repo.commit()
    repo.write("a.md", COPY.replace("Swans nest", "Swans moult") + "\nGeese fly.\n")
    assert told(changed_since("HEAD~1", Path()), "a.md") == [1, 6]
    assert told(changed_since("HEAD", Path()), "a.md") == [6]
    assert told(changed_since("HEAD", Path()), "same.md") == []


def test_files_that_git_does_not_track_are_changed_in_every_line(repo: Repo, tmp_path: Path) -> None:
    repo.write(".gitignore", "private/\n")
    repo.commit()
    repo.write("new.md", COPY)
    repo.write("private/letter.md", COPY)
    changes = changed_since("HEAD", Path())
    for name in ("new.md", "private/letter.md", str(tmp_path / "outside.md")):
        assert told(changes, name) == [1, 2, 3, 4, 5, 6]
    repo("add", "new.md")
    assert told(changed_since("HEAD", Path()), "new.md") == [1, 2, 3, 4, 5]


def test_a_renamed_file_is_changed_where_its_text_is(repo: Repo) -> None:
    repo.write("old name.md", COPY)
    repo.commit()
    repo("mv", "old name.md", "new naïve.md")
    assert told(changed_since("HEAD", Path()), "new naïve.md") == []
    repo.write("new naïve.md", COPY.replace("Herons", "Egrets"))
    assert told(changed_since("HEAD", Path()), "new naïve.md") == [5]


def test_it_works_from_a_subfolder_and_whatever_git_is_told_to_do(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.write("docs/a.md", COPY)
    repo.write("b.md", COPY)
    repo.commit()
    repo.write("docs/a.md", COPY.replace("Otters", "Beavers"))
    repo.write("b.md", COPY.replace("Otters", "Beavers"))
    for name in ("diff.noprefix", "diff.mnemonicPrefix", "diff.relative", "diff.external", "core.quotePath"):
        repo("config", name, "false" if name in ("diff.external", "core.quotePath") else "true")
    for name, value in {"diff.context": "9", "diff.interHunkContext": "9", "color.ui": "always"}.items():
        repo("config", name, value)
    monkeypatch.chdir(repo.folder / "docs")
    changes = changed_since("HEAD", Path())
    assert told(changes, "a.md") == [3]
    assert told(changes, "../b.md") == [3]


def test_binary_drafts_are_changed_in_every_line_and_crlf_counts_as_one_end(repo: Repo) -> None:
    repo.write("copy.docx", b"PK\x00\x01")
    repo.write("wide.txt", COPY.encode("utf-16"))
    repo.write("dos.md", COPY.replace("\n", "\r\n"))
    repo.commit()
    repo.write("copy.docx", b"PK\x00\x02")
    repo.write("wide.txt", COPY.replace("Swans", "Geese").encode("utf-16"))
    repo.write("dos.md", COPY.replace("\n", "\r\n").replace("Otters", "Beavers"))
    changes = changed_since("HEAD", Path())
    assert told(changes, "copy.docx") == told(changes, "wide.txt") == [1, 2, 3, 4, 5, 6]
    assert told(changes, "dos.md") == [3]


def test_what_the_other_branch_did_since_is_no_change(repo: Repo) -> None:
    repo.write("a.md", COPY)
    repo.commit()
    repo("switch", "-q", "-c", "mine")
    repo.write("a.md", COPY.replace("Herons", "Egrets"))
    repo.commit()
    repo("switch", "-q", "main")
    repo.write("a.md", COPY.replace("Swans", "Geese"))
    repo.commit()
    repo("switch", "-q", "mine")
    assert told(changed_since("main", Path()), "a.md") == [5]


def test_histories_that_never_met_are_compared_as_they_are(repo: Repo) -> None:
    repo.write("a.md", COPY)
    repo.commit()
    repo("switch", "-q", "--orphan", "other")
    repo.write("a.md", COPY.replace("Swans", "Geese"))
    repo.commit()
    assert told(changed_since("main", Path()), "a.md") == [1]


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD~9", "", "a b", "x\0y"])
def test_a_revision_that_is_not_there_is_one_sentence(repo: Repo, revision: str) -> None:
    repo.write("a.md", COPY)
    repo.commit()
    with pytest.raises(DraftError) as told:
        changed_since(revision, Path())
    assert "\n" not in str(told.value)
    assert not (repo.folder / "x").exists()


def test_without_a_repository_or_git_it_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(DraftError, match="needs a git repository"):
        changed_since("HEAD", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DraftError, match="git is not installed"):
        changed_since("HEAD", tmp_path)
