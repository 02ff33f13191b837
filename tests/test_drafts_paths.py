"""Which files a command line means: folders, patterns, ignore files, names."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from claimcheck.drafts.paths import DraftPath, find_drafts, read_file
from claimcheck.errors import DraftError

TREE = (
    "a.md", "b.TXT", "c.html", "d.rst", "e.docx", "notes.json", "drafts/one.md", "drafts/two.md", "drafts/old/three.md",
    "drafts/old/deep/four.md", ".hidden/five.md", ".claimcheck/six.md", "drafts/.seven.md", "other/a.md",
)  # fmt: skip

Find = Callable[..., list[str]]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in TREE:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path


@pytest.fixture
def find(tree: Path) -> Find:
    def names(*arguments: str, cwd: str = "", root: Path | None = None, **more: object) -> list[str]:
        found = find_drafts(arguments, tree / cwd, root or tree, **more)  # type: ignore[arg-type]
        assert all((tree / cwd / each.name).samefile(each.path) for each in found)
        return [each.name for each in found]

    return names


DRAFTS = [
    "drafts/.seven.md",
    "drafts/old/deep/four.md",
    "drafts/old/three.md",
    "drafts/one.md",
    "drafts/two.md",
]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["."], ["a.md", "b.TXT", "c.html", "d.rst", *DRAFTS, "e.docx", "other/a.md"]),
        (["drafts"], DRAFTS),
        (["./drafts/"], DRAFTS),
        (["drafts/../drafts//old"], ["drafts/old/deep/four.md", "drafts/old/three.md"]),
        (["other", "a.md"], ["other/a.md", "a.md"]),
        (
            ["a.md", "a.md", "./a.md", "."],
            ["a.md", "b.TXT", "c.html", "d.rst", *DRAFTS, "e.docx", "other/a.md"],
        ),
        (["notes.json"], ["notes.json"]),
        ([".hidden"], [".hidden/five.md"]),
        (["*.md"], ["a.md"]),
        (["[a-c].*"], ["a.md", "b.TXT", "c.html"]),
        (["drafts/*"], ["drafts/old/deep/four.md", "drafts/old/three.md", "drafts/one.md", "drafts/two.md"]),
        (["drafts/*.md"], ["drafts/one.md", "drafts/two.md"]),
        (["drafts/.*.md"], ["drafts/.seven.md"]),
        (["**/*.md"], ["a.md", *DRAFTS[1:], "other/a.md"]),
        (["drafts/**/three.md"], ["drafts/old/three.md"]),
        (["drafts/**"], DRAFTS),
        (["**/**/**/four.md"], ["drafts/old/deep/four.md"]),
        (["?.json", "a.md"], None),
        (["*/a.md"], ["other/a.md"]),
    ],
)
def test_files_folders_and_patterns(find: Find, arguments: Sequence[str], names: list[str] | None) -> None:
    if names is None:
        with pytest.raises(DraftError, match=r"^\?\.json: matches nothing$"):
            find(*arguments)
    else:
        assert find(*arguments) == names


def test_names_are_as_seen_from_where_one_is(tree: Path, find: Find) -> None:
    assert find("old", "../a.md", cwd="drafts") == ["old/deep/four.md", "old/three.md", "../a.md"]
    assert find("*.md", "../*.md", cwd="drafts") == ["one.md", "two.md", "../a.md"]
    [inside] = find_drafts([str(tree / "drafts" / "one.md")], tree)
    [outside] = find_drafts([str(tree / "a.md")], tree / "drafts")
    assert (inside.name, outside.name) == ("drafts/one.md", (tree / "a.md").as_posix())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "nowhere: there is no such file or folder"),
        (["a.md", "nowhere.md"], "nowhere.md: there is no such file or folder"),
        (["*.rtf"], "*.rtf: matches nothing"),
        (["drafts/one.md/x"], "drafts/one.md/x: there is no such file or folder"),
        (["*.json"], "*.json: no draft found (read are .md, "),
        ([], "nothing: no draft found (read are .md, "),
        ([".claimcheckless", "x"], ".claimcheckless: there is no such file or folder"),
    ],
)
def test_nothing_to_read_is_one_sentence(find: Find, arguments: Sequence[str], said: str) -> None:
    with pytest.raises(DraftError) as caught:
        find(*arguments)
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


def test_ignore_files_speak_as_those_of_git(tree: Path, find: Find) -> None:
    (tree / ".claimcheckignore").write_bytes(
        b"\xef\xbb\xbf# old things\r\nold/\r\n*.rst\r\n/a.md\r\n!drafts/two.md\r\n"
    )
    (tree / "drafts" / ".claimcheckignore").write_text("two.md\n.*\n", encoding="utf-8")
    assert find(".") == ["b.TXT", "c.html", "drafts/one.md", "e.docx", "other/a.md"]
    assert find("drafts") == ["drafts/one.md"]
    assert find("**/*.md") == ["drafts/one.md", "other/a.md"]
    assert find("one.md", "two.md", "old/three.md", cwd="drafts") == ["one.md", "two.md", "old/three.md"]
    with pytest.raises(DraftError, match=r"drafts/old: no draft found that \.claimcheckignore and"):
        find("drafts/old")


def test_a_deeper_ignore_file_and_a_later_line_win(tree: Path, find: Find) -> None:
    (tree / ".claimcheckignore").write_text("*.md\n!one.md\n", encoding="utf-8")
    (tree / "drafts" / "old" / ".claimcheckignore").write_text("!three.md\n", encoding="utf-8")
    assert find("drafts") == ["drafts/old/three.md", "drafts/one.md"]


def test_ignore_files_of_the_ledger_and_of_where_one_is_count(tree: Path) -> None:
    (tree / ".claimcheckignore").write_text("one.md\n", encoding="utf-8")
    (tree / "drafts" / ".claimcheckignore").write_text("two.md\n", encoding="utf-8")
    (tree.parent / ".claimcheckignore").write_text("*\n", encoding="utf-8")
    found = find_drafts(["."], tree / "drafts", tree)
    assert [each.name for each in found] == [".seven.md", "old/deep/four.md", "old/three.md"]
    assert len(find_drafts(["."], tree / "drafts", tree / "other")) == 4
    (tree.parent / ".claimcheckignore").unlink()


def test_the_configuration_ignores_too_and_an_ignore_file_outdoes_it(tree: Path, find: Find) -> None:
    assert find("drafts", ignore=["drafts/old/", ".*"]) == ["drafts/one.md", "drafts/two.md"]
    assert find("old", "one.md", cwd="drafts", ignore=["/drafts/old/deep"]) == ["old/three.md", "one.md"]
    (tree / ".claimcheckignore").write_text("!/drafts/one.md\n", encoding="utf-8")
    assert find("drafts", ignore=["*.md"]) == ["drafts/one.md"]


def test_what_is_named_is_read_unless_ignores_are_to_be_respected(find: Find) -> None:
    assert find("a.md", "d.rst", ignore=["*.md"]) == ["a.md", "d.rst"]
    assert find("a.md", "d.rst", ignore=["*.md"], respect_ignores=True) == ["d.rst"]
    assert find("a.md", ignore=["*.md"], respect_ignores=True) == []
    with pytest.raises(DraftError, match="no draft found"):
        find("other", ignore=["*.md"], respect_ignores=True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"ok\n!\n", ".claimcheckignore:2: '!' is no pattern in the syntax of gitignore"),
        (b"a\\\n", ".claimcheckignore:1: 'a\\\\' is no pattern in the syntax of gitignore"),
        (b"[z-a]\n", ".claimcheckignore:1: '[z-a]' is no pattern in the syntax of gitignore"),
        (b"caf\xe9\n", ".claimcheckignore: is not UTF-8: save it as UTF-8"),
    ],
)
def test_a_wrong_ignore_file_is_one_sentence(tree: Path, find: Find, content: bytes, said: str) -> None:
    (tree / ".claimcheckignore").write_bytes(content)
    with pytest.raises(DraftError) as caught:
        find(".")
    assert str(caught.value).endswith(said)
    with pytest.raises(DraftError, match=r"^\[check\] ignore: '!' is no pattern"):
        find_drafts(["."], tree / "drafts", tree / "drafts", ["*.txt", "!"])


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no symbolic links here")
def test_links_are_not_followed_round_in_circles(tree: Path, find: Find) -> None:
    (tree / "drafts" / "loop").symlink_to(tree, target_is_directory=True)
    (tree / "drafts" / "self").symlink_to("self")
    (tree / "drafts" / "same.md").symlink_to("one.md")
    (tree / "drafts" / "gone.md").symlink_to("nowhere.md")
    (tree / "link").symlink_to("drafts/old", target_is_directory=True)
    assert find("drafts") == DRAFTS
    assert find("**/*.md") == ["a.md", *DRAFTS[1:], "other/a.md"]
    assert find("link") == ["link/deep/four.md", "link/three.md"]
    assert find("drafts/same.md", "drafts/one.md") == ["drafts/same.md"]
    [gone] = find_drafts(["drafts/gone.md"], tree)
    with pytest.raises(DraftError, match=r"^drafts/gone\.md: there is no such file$"):
        read_file(gone)


def test_files_are_read_whole(tree: Path) -> None:
    [draft] = find_drafts(["a.md"], tree)
    assert read_file(draft) == b"a.md"
    with pytest.raises(DraftError, match=r"^x: cannot be read \(Is a directory\)$"):
        read_file(DraftPath(tree, "x"))


def test_a_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    try:
        (tmp_path / name).write_bytes(b"x")
    except (OSError, UnicodeError):
        pytest.skip("such a name is not possible here")
    assert [each.name for each in find_drafts(["."], tmp_path)] == ["caf\ufffd.md"]
