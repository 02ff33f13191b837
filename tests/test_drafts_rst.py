"""reStructuredText drafts: structure as docutils has it, inline markup as docutils has it, and places."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.drafts import read_draft
from claimcheck.drafts.rst_inline import read_inline
from claimcheck.errors import DraftError
from claimcheck.sources.inline import Content
from draft_reading import prose, raw, read, shape

TOO_DEEP = "lists, quotes or directives are nested too deep"


def rst(text: str) -> list[str]:
    return prose(text, ".rst")


def inline(text: str) -> str:
    return read_inline(Content(text, ((0, 0, len(text)),)), {"v": "4.2"})[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It was *not* **his** ``a\\b``", "It was not his a\\b"),
        ("See `the list <http://a.b>`_, `that <x>`__ and word_.", "See the list, that and word."),
        ("Or `a phrase`_ now__.", "Or a phrase now."),
        ("`emphasised` :emphasis:`so` `too`:strong:", "emphasised so too"),
        (":ref:`Title <label>` :py:class:`~x.Y`", "Title x.Y"),
        ("10\\ :sup:`6` boats, H\\ :sub:`2`\\ O, :math:`x_1` :rfc:`2822`", "10⁶ boats, H2O,  RFC 2822"),
        ("died [1]_ and [#]_ [#a]_ [*]_ [CIT2002]_.", "died and."),
        ("|v| and |unknown| |v|_", "4.2 and  4.2"),
        ("_`inline target` a\\*b \\\\ \\`x\\`", "inline target a*b \\ `x`"),
        *[(text, text) for text in ("5 * 3 and 2*x*y **a *b ``c", "snake_case_name __init__ *")],
        ("(*a*) \"*b*\" '*' -*c*-, “*d*”", "(a) \"b\" '*' -c-, “d”"),
        ("*a *b* c", "a *b c"),
    ],
)  # fmt: skip
def test_inline_markup(text: str, said: str) -> None:
    assert inline(text) == said


@given(
    st.lists(
        st.sampled_from(
            ["word", "*em*", "**strong**", "``lit``", "`text`", "`x <u>`__", "name_", "`ph rase`__", "a*b", "\\*",
             "\\ ", "2 * 3", "(", ")", ",", ".", "\"", "é", "“", "”", "-", "snake_case", ":emphasis:`x`"]
        ),
        max_size=8,
    )
)  # fmt: skip
def test_inline_markup_reads_as_docutils_reads_it(parts: list[str]) -> None:
    text = f"x {' '.join(parts)} y"
    assert "".join(inline(text).split()) == "".join(by_docutils(text).split())


def by_docutils(text: str) -> str:
    """The text of the paragraph that docutils makes, before it looks where references lead."""
    from docutils import nodes
    from docutils.frontend import get_default_settings
    from docutils.parsers.rst import Parser
    from docutils.utils import new_document

    settings = get_default_settings(Parser)
    settings.report_level = settings.halt_level = 5
    tree = new_document("x", settings)
    Parser().parse(text, tree)
    return next(iter(tree.findall(nodes.paragraph))).astext()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Text::\n\n  code\n\nmore", [("paragraph", "Text:"), ("paragraph", "more")]),
        (".. code-block:: sh\n\n   rm 12\n\n>>> 1 + 1\n2\n\ntext", [("paragraph", "text")]),
        (".. image:: a.png\n   :alt: 12 boats\n\n.. math:: x = 1\n\ntext", [("paragraph", "text")]),
        (".. raw:: html\n\n   <p>x</p>\n\n.. toctree::\n\n   a\n   b\n\ntext", [("paragraph", "text")]),
        (".. warning:: Not so\n   good.\n\n   Two.", [("paragraph", "Not so good."), ("paragraph", "Two.")]),
        (".. admonition:: Title\n\n   Body.", [("heading", "Title"), ("paragraph", "Body.")]),
        (".. contents::\n\n.. sectnum::\n\ntext", [("paragraph", "text")]),
        (".. epigraph::\n\n   Said.\n\n   -- Anna", [("quote", "Said."), ("quote", "Anna")]),
        (".. _target: http://a.b\n.. [A] Berg (2019).\n.. [1] It counted them.", [("paragraph", "It counted them.")]),
        (".. [1] http://a.b\n.. [2] Berg, A. (2019). Boats. Quay.\n", []),
        ("Term\n  What it is.\n", [("list_item", "Term"), ("list_item", "What it is.")]),
        ("-a  does so\n--b=x  does that", [("paragraph", "does so"), ("paragraph", "does that")]),
        ("text\n\n:field: its body\n", [("paragraph", "text"), ("paragraph", "its body")]),
        (".. rubric:: A heading\n\n| one", [("heading", "A heading"), ("paragraph", "one")]),
        (".. |x| replace:: y\n\nIt is |x|.", [("paragraph", "It is y.")]),
        ("References\n==========\n\nBerg, A.\n", [("heading", "References")]),
        (".. role:: raw-html(raw)\n   :format: html\n\nA :raw-html:`<b>` b", [("paragraph", "A  b")]),
    ],
)  # fmt: skip
def test_blocks(text: str, said: list[tuple[str, str]]) -> None:
    found = [(kind, " ".join(words.split())) for kind, words in shape(text, ".rst")]
    assert found == [(kind, " ".join(words.split())) for kind, words in said]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("+---+----+\n| a | b  |\n+===+====+\n| 1 | 18 |\n+---+----+", [("1", "b", "18")]),
        ("+---+----+\n| a | 18 |\n+---+----+\n| b | 18 |\n+---+----+", [("a", "", "18"), ("b", "", "18")]),
        ("=== ==\na   b\n=== ==\nx y 18\n=== ==", [("x y", "b", "18")]),
        (
            "+---+----+----+\n| a | b  | c  |\n+===+====+====+\n| x | 1  | 1  |\n+   +----+----+\n|   | 2  | 1  |\n"
            "+---+----+----+",
            [("x", "b", "1"), ("x", "c", "1"), ("x", "b", "2"), ("x", "c", "1")],
        ),
        (".. list-table::\n   :header-rows: 1\n\n   * - a\n     - b\n   * - x\n     - 18", [("x", "b", "18")]),
        (
            ".. csv-table::\n   :header: a, \"b, c\"\n\n   x, \"1 \"\"8\"\"\"\n   y,\"18\"",
            [("x", "b, c", "1 \"8\""), ("y", "b, c", "18")],
        ),
        (".. csv-table::\n   :header-rows: 1\n   :delim: ;\n\n   a; b\n   x;18", [("x", "b", "18")]),
    ],
)  # fmt: skip
def test_a_cell_knows_its_headers_and_its_place(text: str, cells: list[tuple[str, str, str]]) -> None:
    draft = read(f"Text.\n\n{text}\n\nMore.", ".rst")
    found = [block for block in draft.document.blocks if block.kind == "table_cell"]
    assert [(b.row.text if b.row else "", b.column.text if b.column else "", b.prose) for b in found] == cells
    for block in found:
        stands = draft.document.text[block.span(0, len(block.prose))]
        assert stands.replace('""', '"').strip('"') == block.prose.strip('"')


def test_cells_that_say_the_same_stand_apart() -> None:
    draft = read("=== === ===\na   b   c\n=== === ===\n18  18  18\n=== === ===\n", ".rst")
    places = [draft.place(block.start, block.end).column for block in draft.document.blocks]
    assert places == [5, 9]


def test_comments_and_what_only_looks_like_one() -> None:
    text = (
        ".. one\n\n..\n   two\n   more\n\n- item\n\n  .. three\n\n.. not:: one\n\n.. _not: one\n\n::\n\n"
        "  .. not one\n\n"
        "..\n\n.. four: \u2014 five\n\n\n\n.. note:: .. six\n\n\tEnd\n"
    )
    draft = read(text, ".rst")
    assert [comment.text for comment in draft.comments] == [
        "one",
        "two\nmore",
        "three",
        "four: — five",
        "six",
    ]
    whole = draft.document.text.text
    assert [whole[c.start : c.end] for c in draft.comments[1:3]] == ["..\n   two\n   more", ".. three"]


def test_the_rest_of_a_broken_definition_is_no_comment() -> None:
    assert read('.. |mo "Fee, each"\n\n   2023, 9\n   2024, ce:: April\n', ".rst").comments == ()
    assert [c.text for c in read("..  \u00a0x\n", ".rst").comments] == ["\u00a0x"]


def test_fields_at_the_head_are_front_matter() -> None:
    for text in (
        ":date: 2024-05-03\n:source: log\n\nText",
        "=\nT\n=\n\n:Date: May 3, 2024\n:Source: log\n\nText",
    ):
        draft = read(text, ".rst")
        assert (draft.day, draft.sources) == (date(2024, 5, 3), ("log",))
        assert draft.document.blocks[-1].prose == "Text"
    assert read("Text\n\n:date: 2024-05-03", ".rst").day is None
    assert read("---\ndate: 2024-05-03\n---\nText\n", ".rst").day == date(2024, 5, 3)


@pytest.mark.parametrize(
    "directive", ["include:: {}", "literalinclude:: {}", "raw:: html\n   :file: {}", "csv-table:: t\n   :file: {}",
                  "csv-table::\n   :url: file://{}", "image:: {}", "figure:: {}\n   :figwidth: image"],
)  # fmt: skip
def test_no_other_file_is_read(tmp_path: Path, capfd: pytest.CaptureFixture[str], directive: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words\n", encoding="utf-8")
    found = rst(f"Text.\n\n.. {directive.format(secret)}\n\nMore.\n")
    assert (found[0], found[-1]) == ("Text.", "More.")
    assert not any("secret words" in said for said in found)
    assert capfd.readouterr() == ("", "")


def test_nothing_is_printed_and_nothing_is_kept(capfd: pytest.CaptureFixture[str]) -> None:
    first = rst(
        ".. role:: mine(raw)\n   :format: html\n\nA *b\n=\n\n:mine:`x` |y| z_ `\n\n.. note::\n\n.. csv-table::\n"
    )
    assert first
    assert rst(":mine:`x`") == ["x"]
    assert capfd.readouterr() == ("", "")
    assert read_draft(b"Title\n==", "a.rst").document.blocks


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("".join(" " * depth + "- x\n\n" for depth in range(0, 600, 2)), TOO_DEEP),
        ("- " * 3000 + "x", TOO_DEEP),
        ("word " * 70_000, "a draft in reStructuredText of more than 300,000 characters is not read: split it"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence(text: str, said: str) -> None:
    with pytest.raises(DraftError) as caught:
        read_draft(text.encode(), "copy.rst")
    assert str(caught.value) == f"copy.rst:1: {said}"


def test_docutils_is_loaded_for_what_it_is_needed() -> None:
    assert "claimcheck.drafts.rst" in sys.modules
    draft = read("Text in\n\ta tab.\n", ".rst")
    assert raw(draft, "a tab.") == "a tab."
