"""The fuzzer: the same inputs for the same seed, and complaints where a place does not hold what the prose says."""

from __future__ import annotations

import argparse
from dataclasses import replace

import pytest
from bench import __main__ as bench
from bench import fuzz, fuzz_seeds
from bench.fuzz_places import complaints

from claimcheck.drafts import Comment, Draft, read_draft
from claimcheck.sources import Block, Document


def test_an_input_depends_on_its_number_and_the_seed_alone() -> None:
    for kind in fuzz.SUFFIXES:
        assert fuzz.made(1, kind, 7) == fuzz.made(1, kind, 7)
        assert len({fuzz.made(seed, kind, index) for seed in (1, 2) for index in range(6)}) > 6


@pytest.mark.parametrize("kind", fuzz.SUFFIXES)
def test_the_documents_it_breaks_are_read(kind: str) -> None:
    for text in fuzz.TEXTS[kind]:
        data = fuzz_seeds.word_file(text) if kind == "docx" else text.encode()
        assert fuzz.read(data, kind) == "read"


def test_a_short_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["fuzz", "--count", "15", "--judge", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[2:]] == list(fuzz.SUFFIXES)
    assert sum(int(line.split()[1]) + int(line.split()[2]) for line in lines[2:]) == 15


def test_one_input_again(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert bench.main(["fuzz", "--formats", "html", "--index", "3"]) == 0
    out, err = capsysbinary.readouterr()
    assert out.startswith(fuzz.made(1, "html", 3))
    assert err.decode().strip() in ("#3, html: read", "#3, html: refused")


def test_a_format_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["fuzz", "--formats", "md,rtf"]) == 2
    assert capsys.readouterr().err == "no such format: rtf (there are md, html, rst, txt, docx)\n"


def test_what_fails_is_counted_and_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def outcomes(*_: object) -> list[tuple[int, float, str]]:
        return [(0, 0.1, "read"), (1, 0.3, "IndexError: x"), (2, 0.2, "refused")]

    monkeypatch.setattr(fuzz, "outcomes", outcomes)
    args = argparse.Namespace(formats="md", index=None, seed=1, count=3, judge=0, limit=1.0)
    assert fuzz.run(args) == 1
    assert capsys.readouterr().out.splitlines()[2:] == [
        "md         1        1       1     300 (#1)",
        "md #1: IndexError: x",
    ]


def spoilt(draft: Draft, block: Block, **more: object) -> Draft:
    document = Document(
        draft.name, draft.document.path, draft.document.text, draft.document.meta, 0, lambda *_: [block]
    )
    return replace(draft, document=document, **more)  # type: ignore[arg-type]


def test_a_wrong_place_is_told() -> None:
    draft = read_draft(b"One *two* &amp; three.", "a.md")
    [block] = draft.document.blocks
    assert list(complaints(draft)) == []
    first, *rest = block.pieces
    wrong = (
        (replace(block, pieces=((0, 1, 5), *rest)), "'One ' was not read from 'ne *'"),
        (replace(block, pieces=(first, (4, 5, 8))), "'two & three.' was not read from 'two'"),
        (replace(block, end=len(draft.raw.text) + 1), "ends beyond the text"),
        (replace(block, start=3), "outside of the block"),
        (replace(block, prose="One two & three. "), "its prose is"),
    )
    for other, said in wrong:
        assert any(said in each for each in complaints(spoilt(draft, other)))
    for comment in (Comment("x", 4, 4), Comment("six", 0, 6)):
        assert list(complaints(spoilt(draft, block, comments=(comment,))))
