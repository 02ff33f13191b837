"""Attribution: who speaks, who is told, and what a change of speaker does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from claimcheck import compare
from claimcheck.dimensions import attribution
from claimcheck.dimensions.context import Context, Contexts, Speaker, contexts
from claimcheck.finding import Finding, Relation
from claimcheck.parse import parse
from claimcheck.tokens import Sentence

CORPUS: dict[str, Any] = YAML(typ="safe").load(Path(__file__).parent / "corpus" / "attribution.yaml")
RELATIONS = {
    "attribution.same": Relation.ENTAILS,
    "attribution.dropped": Relation.ENTAILS,
    "attribution.added": Relation.UNDETERMINED,
    "attribution.unclear": Relation.UNDETERMINED,
    "attribution.other": Relation.UNDETERMINED,
    "attribution.outer": Relation.UNDETERMINED,
    "attribution.misattributed": Relation.CONTRADICTS,
    "attribution.unsaid": Relation.CONTRADICTS,
}
UNKNOWN = "?"


def read(text: str, word: str) -> tuple[Sentence, Context]:
    for sentence in parse(text):
        for token in sentence:
            if token.text == word:
                return sentence, contexts(sentence)[token.i]
    raise AssertionError(f"{word!r} is not in {text!r}")


def names(sentence: Sentence, speaker: Speaker | None) -> str:
    if speaker is None:
        return ""
    return "+".join(sentence[h].text for h in speaker.heads) or UNKNOWN


@pytest.mark.parametrize("row", CORPUS["spoken"], ids=lambda row: row["text"])
def test_spoken(row: dict[str, str]) -> None:
    sentence, found = read(row["text"], row["word"])
    speaker = found.speaker
    assert speaker is not None
    assert (names(sentence, speaker), speaker.stance.value) == (row["speaker"], row["stance"])
    told = None if speaker.hearer is None else sentence[speaker.hearer].text
    assert told == row.get("hearer")


@pytest.mark.parametrize("row", CORPUS["unspoken"], ids=lambda row: row["text"])
def test_unspoken(row: dict[str, str]) -> None:
    assert read(row["text"], row["word"])[1].speakers == ()


@pytest.mark.parametrize("row", CORPUS["chains"], ids=lambda row: row["text"])
def test_chains(row: dict[str, Any]) -> None:
    sentence, found = read(row["text"], row["word"])
    assert [names(sentence, speaker) for speaker in found.speakers] == row["chain"]


def relate(row: dict[str, Any]) -> Finding:
    e_sentence, e = read(row["evidence"], row["words"][0])
    s_sentence, s = read(row["statement"], row["words"][1])

    def same(e_head: int, s_head: int) -> bool | None:
        pair = [e_sentence[e_head].text, s_sentence[s_head].text]
        return None if [*pair, UNKNOWN] in row["same"] else pair in row["same"]

    return attribution.relate(e, s, same)


@pytest.mark.parametrize("row", CORPUS["pairs"], ids=lambda row: f"{row['evidence']} | {row['statement']}")
def test_pairs(row: dict[str, Any]) -> None:
    found = relate(row)
    unsaid = found.rule == "attribution.dropped" and " not " in row["evidence"]
    assert (found.rule, found.relation) == (
        row["rule"],
        Relation.UNDETERMINED if unsaid else RELATIONS[row["rule"]],
    )


def test_a_finding_points_at_speaker_and_reporting_verb() -> None:
    found = relate(
        {
            "evidence": "The mayor said the bridge was safe.",
            "statement": "The owner said the bridge was safe.",
            "words": ["safe", "safe"],
            "same": [],
        }
    )
    assert (found.words, found.evidence_words) == ((1, 2), (1, 2))


@pytest.mark.parametrize(
    ("evidence", "statement", "rule", "values"),
    [
        (
            "Mayor Ines Calder said the tunnel would reopen on Monday.",
            "Governor Hal Pruitt said the tunnel would reopen on Monday.",
            "attribution.misattributed",
            ("Governor Hal Pruitt", "Mayor Ines Calder"),
        ),
        (
            "The repair will take ten days, the harbour office said.",
            "The repair will take ten days.",
            "attribution.dropped",
            ("no speaker", "harbour office"),
        ),
        (
            "Dana Whitlock said the inspector had warned that the roof was weak.",
            "Paul Renn said the inspector had warned that the roof was weak.",
            "attribution.outer",
            ("Paul Renn > inspector", "Dana Whitlock > inspector"),
        ),
        (
            "Otto Reiss did not confirm that the factory would close.",
            "Otto Reiss said that the factory would close.",
            "attribution.unsaid",
            ("Otto Reiss", "not Otto Reiss"),
        ),
    ],
)
def test_a_verdict_names_both_speakers(
    evidence: str, statement: str, rule: str, values: tuple[str, str]
) -> None:
    (found,) = [f for f in compare(statement, evidence).findings if f.rule == rule]
    assert (found.statement, found.evidence) == values


@pytest.mark.parametrize("row", CORPUS["carried"], ids=lambda row: row["sentences"][0])
def test_a_quotation_carries_its_speaker_over_sentences(row: dict[str, Any]) -> None:
    text = " ".join(row["sentences"])
    sentences = parse(text)
    assert [text[s.start : s.end] for s in sentences] == row["sentences"], "the parser splits it otherwise"
    found = attribution.carried(sentences)
    spoken = [
        "" if x is None else "+".join(sentences[k + x.offset][h].text for h in x.heads) or UNKNOWN
        for k, x in enumerate(found)
    ]
    assert spoken == row["speakers"]


def test_a_carried_speaker_reaches_the_contexts() -> None:
    sentences = parse('"We were ready," Ulla said. "We had trained for it."')
    second = attribution.read(sentences)[1]
    assert isinstance(second, Contexts)
    speaker = second[sentences[1].root].speaker
    assert speaker is not None
    assert (speaker.offset, second[sentences[1].root].cues) == (-1, ())
