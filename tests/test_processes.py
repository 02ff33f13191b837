"""Work shared out among processes is all done, whatever becomes of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.processes import answers, started

ANSWERING = """
from claimcheck.errors import ClaimcheckError
from claimcheck.processes import serve

asked = []

def answer(question):
    asked.append(question)
    if question == "die":
        raise SystemExit
    return ClaimcheckError("no ledger") if question == "refuse" else [*asked]

serve(answer)
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "answering.py").write_text(ANSWERING, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return "answering"


def here(question: object) -> list[object]:
    return ["here", question]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_every_question_is_answered_once(module: str, count: int) -> None:
    with started(module, count) as others:
        found = dict(answers(range(40), others, here))
    assert sorted(found) == list(range(40))
    assert {number: told[-1] for number, told in found.items()} == {k: k for k in range(40)}


def test_other_processes_are_told_the_setting_first_and_take_their_part(module: str) -> None:
    def slowly(question: object) -> list[object]:
        sleep(0.005)
        return here(question)

    with started(module, 1) as others:
        told = [told for _, told in answers(range(400), others, slowly, "setting")]
    theirs = [each for each in told if each[0] != "here"]
    assert theirs
    assert all(each[0] == "setting" for each in theirs)


def test_what_a_process_that_died_was_asked_is_answered_here(module: str) -> None:
    with started(module, 2) as others:
        found = dict(answers(["die"] * 6, others, here))
    assert found == {number: ["here", "die"] for number in range(6)}


def test_a_process_that_dies_of_its_setting_leaves_all_to_this_one(module: str) -> None:
    with started(module, 1) as others:
        found = dict(answers(["one", "two"], others, here, "die"))
    assert found == {0: ["here", "one"], 1: ["here", "two"]}


def test_an_error_that_a_process_answers_with_is_raised(module: str) -> None:
    with started(module, 1) as others, pytest.raises(ClaimcheckError, match="no ledger"):
        list(answers(["one"], others, here, "refuse"))


def test_an_error_in_the_questions_is_raised(module: str) -> None:
    def questions() -> Iterator[str]:
        yield "one"
        raise ValueError("no more")

    with started(module, 1) as others, pytest.raises(ValueError, match="no more"):
        list(answers(questions(), others, here))
