"""Extraction: what becomes a claim and what does not, with which spans, ids and notes, and never twice."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claim import Claim
from claimcheck.claimfile import read_claims
from claimcheck.cli import main
from claimcheck.cli.extract import _progress
from claimcheck.errors import SourceError
from claimcheck.extract import Draft, Proposals, Reason, extract, find_sources, propose
from claimcheck.extract.fragments import as_sentence
from claimcheck.extract.ids import claim_id
from claimcheck.extract.propose import Passed
from claimcheck.sources import READERS, Document, Meta, read
from claimcheck.store import Ledger
from claimcheck.text import SourceText

HERE = Path(__file__).parent
CORPUS = yaml.safe_load((HERE / "corpus" / "extract.yaml").read_text(encoding="utf-8"))
BULLETIN = HERE / "projects" / "bulletin"
PUBLISHED = date(2024, 5, 16)  # a Thursday

STORM = """\
---
published: 2024-05-16
---
The storm reached Ardby on Tuesday. It tore off 40 roofs, Mayor Lena Holt said. Who will pay for them?
"""


def document(text: str, suffix: str = ".txt", published: date | None = PUBLISHED) -> Document:
    source = SourceText.from_text(text)
    return Document("doc", Path(f"doc{suffix}"), source, Meta(published=published), 0, READERS[suffix])


def drafts(text: str, suffix: str = ".txt", published: date | None = PUBLISHED) -> tuple[Draft, ...]:
    return propose(document(text, suffix, published)).drafts


def only(text: str, suffix: str = ".txt", published: date | None = PUBLISHED) -> Draft:
    found = drafts(text, suffix, published)
    assert len(found) == 1, [draft.text for draft in found]
    return found[0]


def last(text: str) -> Draft:
    return drafts(text)[-1]


def write(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A ledger of one source, without claims."""
    write(tmp_path / "ledger" / "sources" / "storm.txt", STORM)
    (tmp_path / "ledger" / "claims").mkdir()
    return tmp_path / "ledger"


def run(root: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["extract", *map(str, arguments), "--ledger", str(root)])


def said(root: Path, *arguments: str | Path) -> str:
    """What a run that succeeds prints."""
    result = run(root, *arguments)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def refused(root: Path, *arguments: str | Path) -> str:
    """The one sentence a run that fails says; nothing may have been written."""
    before = tree(root)
    result = run(root, *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert tree(root) == before
    assert result.stderr.startswith("claimcheck: ")
    assert result.stderr.count("\n") == 1
    return result.stderr


def tree(root: Path) -> dict[str, bytes]:
    """Every file of a ledger but its cache."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".claimcheck" not in path.parts
    }


# what is a claim


def corpus() -> list[Any]:
    return list(_corpus())


def _corpus() -> Iterator[Any]:
    for reason, rows in CORPUS.items():
        for row in rows:
            text, item = (row["text"], row["item"]) if isinstance(row, dict) else (row, "")
            yield pytest.param(text, item, reason, id=f"{reason}: {text[:50]}")


def outcome(found: Proposals) -> set[str]:
    return {"claim" for _ in found.drafts} | {passed.reason.value for passed in found.passed}


@pytest.mark.parametrize(("text", "item", "reason"), corpus())
def test_a_sentence_is_a_claim_or_passed_over_for_its_reason(text: str, item: str, reason: str) -> None:
    whole = f"# {item}\n\n- {text}\n" if item else f"{text}\n"
    assert outcome(propose(document(whole, ".md"))) == {reason}


def test_the_corpus_has_examples_of_every_reason() -> None:
    assert CORPUS.keys() - {"claim"} == {reason.value for reason in Reason} - {"overlong"}
    assert all(len(rows) >= 4 for rows in CORPUS.values())


def test_what_never_ends_is_no_sentence() -> None:
    found = propose(document("The river rose by 2 metres and " * 2000))
    assert outcome(found) == {"overlong"}
    assert len(found.passed[0].text) <= 300


def test_a_paragraph_that_begs_is_passed_over_whole() -> None:
    found = propose(
        document("The Valley Post keeps you posted on what matters. Donate today and support our newsroom.")
    )
    assert outcome(found) == {"boilerplate"}
    assert len(found.passed) == 2


def test_headings_and_code_are_neither_claims_nor_passed_over() -> None:
    found = propose(document("# The bridge opened in 2019\n\n```sh\nservers=4\n```\n", ".md"))
    assert found == Proposals((), (), 0)


# spans and texts


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The boat left at 6:40 a.m. from Port Ellery.", 1),
        ("The boat came in at 6:40 a.m. All were safe.", 2),
        ("Councillor Ruth Ames voted for it. Mr. Ross did not.", 2),
        ("A server needs 2 GiB of memory. There are no 32-bit builds.", 2),
        ("It struck J. A. Smith in the leg.", 1),
        ("The U.S. sent 40 troops. In Iraq nobody noticed.", 2),
        ("“Is it safe?” Holt asked.", 1),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: int) -> None:
    found = propose(document(text))
    assert (found.sentences, " ".join(draft.evidence[0].quote for draft in found.drafts)) == (sentences, text)


def test_a_dateline_is_no_part_of_a_claim() -> None:
    found = propose(document("PORT ELLERY (Coast News) — Two boats sank on Monday."))
    assert [draft.evidence[0].quote for draft in found.drafts] == ["Two boats sank on Monday."]
    assert found.passed == ()


def test_markup_is_quoted_but_not_claimed() -> None:
    draft = only("The `dump` command [was removed](https://example.org)\nin **3.4**.", ".md")
    assert draft.text == "The dump command was removed in 3.4."
    assert draft.evidence[0].quote == "The `dump` command [was removed](https://example.org)\nin **3.4**."


def test_a_cell_is_a_claim_on_itself_and_its_headers() -> None:
    text = "## Limits\n\n| Limit | 4.1 | 4.2 |\n|---|---|---|\n| Open files | 64 | n/a |\n"
    draft = only(text, ".md")
    assert draft.text == "Open files in 4.1 is 64."
    assert [part.quote for part in draft.evidence] == ["64", "Open files", "4.1"]
    assert draft.note == "from the table under “Limits”"


@pytest.mark.parametrize(
    ("heading", "item", "sentence"),
    [
        ("Requirements", "Java 21.", "Java 21 is required."),
        ("System requirements", "at least 4 GB of RAM", "At least 4 GB of RAM is required."),
        ("Supported platforms", "Linux, kernel 5.10 or later.", "Linux, kernel 5.10 or later, is supported."),
        ("What was removed", "XML output", "XML output has been removed."),
        ("No longer supported", "iOS 14 and iOS 15", "iOS 14 and iOS 15 are no longer supported."),
        ("Not supported", "iOS 14", "iOS 14 is not supported."),
        ("Platforms not supported", "iOS 14", None),
        ("Supported browsers", "Firefox 115", "Firefox 115 is supported."),
        ("Deprecated and removed", "XML output", None),
        ("Rules", "Dogs only in the annex", None),
        ("Requirements", "Memory: 4 GB", None),
    ],
)  # fmt: skip
def test_an_item_is_what_its_heading_says(heading: str, item: str, sentence: str | None) -> None:
    assert as_sentence(heading, item) == sentence


def test_an_item_whose_verb_looks_like_a_noun_is_a_claim() -> None:
    draft = only("## What is new\n\n- The spam filter now scans attachments by default.\n", ".md")
    assert draft.text == "The spam filter now scans attachments by default."


def test_an_item_without_a_clause_is_a_claim_on_itself_and_what_leads_into_it() -> None:
    found = drafts("# Setup\n\nThese are supported:\n\n- Linux 5.4\n- macOS 12\n", ".md")
    assert [draft.text for draft in found[-2:]] == [
        "Linux 5.4 is supported.",
        "macOS 12 is supported.",
    ]
    assert [part.quote for part in found[-1].evidence] == ["macOS 12", "These are supported:"]
    assert found[-1].note == "under “Setup › These are supported:”"


def test_an_item_that_is_a_sentence_stands_by_itself() -> None:
    draft = only("# Defaults\n\n- Telemetry is off.\n", ".md")
    assert draft.text == "Telemetry is off."
    assert len(draft.evidence) == 1
    assert draft.note == "under “Defaults”"


def test_what_takes_a_things_place_says_after_what() -> None:
    draft = drafts("XML export has been removed. Use JSON instead.")[1]
    assert draft.note == "after “XML export has been removed.”"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Sales rose 5%, while costs fell 2%.", ["Sales rose 5%.", "Costs fell 2%."]),
        ("Sales rose 5%; costs fell 2%.", ["Sales rose 5%.", "Costs fell 2%."]),
        ("Sales rose 5%, and costs fell 2%.", ["Sales rose 5%.", "Costs fell 2%."]),
        ("Sales rose 5% and costs fell 2%.", []),
        ("Sales rose 5%, and they will rise again by 2%.", []),
        ("Sales rose 5%, and another unit fell 2%.", []),
        ("In 2020, sales rose 5%, and costs fell 2%.", []),
        ("Sales rose 5%, and costs fell 2%, Holt said.", []),
        ("Sales rose 5%, but the board resigned.", []),
        ("No driver was hurt there, and 4 people were treated.", []),
        ("The roof fell at 1:40 a.m. on Sunday, and the fire was out by 4:30 a.m.", []),
    ],
)
def test_clauses_that_read_alone_are_claims_too(text: str, parts: list[str]) -> None:
    assert [draft.text for draft in drafts(text)] == [text, *parts]


def test_every_quote_stands_where_it_says() -> None:
    for path in (*sorted(BULLETIN.glob("sources/*")), *sorted(HERE.parent.glob("sources/*"))):
        source = read(path)
        text = source.text.text
        for draft in propose(source).drafts:
            for part in draft.evidence:
                assert text[part.start : part.end] == part.quote
                assert part.quote == part.quote.strip()
                assert text[: part.start].endswith(part.prefix)
                assert text[part.end :].startswith(part.suffix)


# who, when, and what is meant


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Lena Holt said 40 roofs were lost.", "Lena Holt"),
        ("Forty roofs were lost, according to Lena Holt.", "Lena Holt"),
        ("Mayor Lena Holt was late. She said 40 roofs were lost.", "Lena Holt"),
        ("“Forty roofs are gone,” Mayor Lena Holt said. “We need 2 million crowns.”", "Lena Holt"),
        ("Lena Holt and Piet Marsh said 40 roofs were lost.", "Lena Holt and Piet Marsh"),
        ("Two officials said 40 roofs were lost.", "two officials"),
        ("An official with the ministry said 40 roofs were lost.", "an official with the ministry"),
        ("Lena Holt denied that 40 roofs were lost.", "Lena Holt"),
        ("Lena Holt did not say that 40 roofs were lost.", None),
        ("It was reported that 40 roofs were lost.", None),
        ("Forty roofs were lost.", None),
        ("Holt asked whether 40 roofs were lost.", None),
        ("Ardby was the only town that paid: its share was 40%.", None),
    ],
)
def test_the_speaker_is_who_the_source_names(text: str, speaker: str | None) -> None:
    assert last(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The storm reached Ardby on Tuesday.", date(2024, 5, 14)),
        ("The town had 4,150 inhabitants on 31 March.", date(2024, 3, 31)),
        ("Revenue in the first quarter of 2024 rose 6%.", date(2024, 3, 31)),
        ("The mill closed in 1968.", date(1968, 12, 31)),
        ("The mill, which closed in 1968, has 40 rooms.", PUBLISHED),
        ("The mill has stood empty since 1968.", PUBLISHED),
        ("The mill was built in 1847 and spun wool until 1968.", date(1968, 12, 31)),
        ("Sailings are suspended until Monday.", PUBLISHED),
        ("The mill will open on 3 June 2024.", PUBLISHED),
        ("A rise in October was possible.", PUBLISHED),
        ("The mill has 40 rooms.", PUBLISHED),
    ],
)
def test_a_claim_holds_on_the_day_it_states_or_the_source_was_published(text: str, day: date) -> None:
    assert last(text).as_of == day


def test_without_any_date_a_claim_has_none() -> None:
    assert only("The mill has 40 rooms.", published=None).as_of is None


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Mayor Lena Holt was late. She said 40 roofs were lost.", "“She” is Lena Holt"),
        ("The Marine Board met. The board closed the port.", "“The board” is Marine Board"),
        ("Lena Holt left on Tuesday.", "“Tuesday” is 2024-05-14"),
        ("Lena Holt will leave next Tuesday.", None),
        ("Lena Holt left on Tuesday, 14 May 2024.", None),
        ("Lena Holt left.", None),
    ],
)
def test_what_is_unclear_alone_is_noted(text: str, note: str | None) -> None:
    assert last(text).note == note


# ids


def test_an_id_says_what_it_is_and_depends_on_nothing_else() -> None:
    text = "Three of the 40 roofs were torn off at 7:15 a.m."
    name = claim_id("storm", text, [text], ())
    assert name.startswith("storm.three-40-roofs-torn-")
    assert name == claim_id("storm", text, [text], {"storm.other-1234"})
    longer = claim_id("storm", text, [text], {name})
    assert longer.startswith(name)
    assert claim_id("storm", text, ["another quote"], ()) != name


@given(source=st.text(), text=st.text(), quote=st.text(min_size=1), more=st.integers(0, 3))
def test_any_id_is_one_word_and_new(source: str, text: str, quote: str, more: int) -> None:
    taken: set[str] = set()
    for _ in range(more + 1):
        name = claim_id(source, text, [quote], taken)
        assert name.split() == [name]
        assert name not in taken
        taken.add(name)


SENTENCES = st.lists(
    st.sampled_from([row for row in CORPUS["claim"] + CORPUS["opinion"] if isinstance(row, str)]),
    min_size=1,
    max_size=4,
)


@settings(max_examples=15)
@given(sentences=SENTENCES, first=st.sampled_from([row for row in CORPUS["claim"] if isinstance(row, str)]))
def test_inserting_a_sentence_changes_no_other_id_and_adds_only_its_claims(
    sentences: list[str], first: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("ledger")
    path = write(root / "sources" / "doc.md", "\n\n".join(sentences))
    write(root / "claims" / "doc.yaml", "")
    one = added(root)
    assert added(root) == ()
    kept = (root / "claims" / "doc.yaml").read_bytes()
    path.write_text("\n\n".join([first, *sentences]), encoding="utf-8")
    more = added(root)
    assert {claim.text for claim in more} <= {draft.text for draft in propose(read(path)).drafts}
    assert (root / "claims" / "doc.yaml").read_bytes().startswith(kept)
    (root / "claims" / "doc.yaml").write_bytes(b"")
    anew = added(root)
    assert {claim.id for claim in one} <= {claim.id for claim in anew}
    assert len(anew) == len(one) + len(more)


def added(root: Path, source: str = "doc") -> tuple[Claim, ...]:
    ledger = Ledger.open(root)
    return extract(ledger, find_sources(ledger, [source])[0]).added


# into a ledger


def test_a_project_gives_these_claims(tmp_path: Path) -> None:
    root = tmp_path / "bulletin"
    shutil.copytree(BULLETIN, root)
    expected = {
        path.name: path.read_text(encoding="utf-8") for path in sorted((BULLETIN / "claims").iterdir())
    }
    shutil.rmtree(root / "claims")
    said(root, *sorted((root / "sources").iterdir()))
    assert {p.name: p.read_text(encoding="utf-8") for p in sorted((root / "claims").iterdir())} == expected


def test_claims_go_to_a_file_of_the_sources_name(root: Path) -> None:
    assert said(root, "storm") == (
        "storm: 2 claims proposed in claims/storm.yaml; 1 sentence passed over (1 question)\n"
    )
    claims = Ledger.open(root).claims
    assert [(claim.status, claim.evidence[0].source) for claim in claims] == [("proposed", "storm")] * 2
    assert all(
        Ledger.open(root).resolve(part).status == "found" for claim in claims for part in claim.evidence
    )


def test_a_second_run_adds_nothing(root: Path) -> None:
    said(root, "storm")
    before = tree(root)
    assert said(root, root / "sources" / "storm.txt") == (
        "storm: 2 there already; 1 sentence passed over (1 question)\n"
    )
    assert tree(root) == before


def test_reviewed_claims_and_comments_stay_byte_for_byte(root: Path) -> None:
    said(root, "storm")
    path = root / "claims" / "storm.yaml"
    text = path.read_text(encoding="utf-8").replace("claims:\n", "# our claims\nclaims:  # listed\n")
    first, second = text.split("  - id: ")[1:]
    reviewed = first.replace("status: proposed", "status: retired   # wrong").replace(
        "The storm", "A storm", 1
    )
    start = text.split("  - id: ", 1)[0]
    path.write_text(f"{start}  - id: {reviewed}  - id: {second}  # the end\n", encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    said(root, "storm")
    assert path.read_text(encoding="utf-8") == before
    assert "1 claim proposed earlier accepted" in said(root, "storm", "--accept")
    assert path.read_text(encoding="utf-8") == before.replace("status: proposed", "status: accepted")


def test_a_claim_by_hand_on_the_same_words_is_the_same_claim(root: Path) -> None:
    write(
        root / "claims" / "by-hand.yaml",
        "claims:\n- id: roofs\n  text: Forty roofs went.\n  evidence: {source: storm, start: 3, end: 9, "
        'quote: "It tore off 40 roofs, Mayor Lena Holt said"}\n',
    )
    assert [claim.text for claim in added(root, "storm")] == ["The storm reached Ardby on Tuesday."]


def test_a_short_quote_needs_its_place(tmp_path: Path) -> None:
    rows = "| Limit | 1 | 2 |\n|---|---|---|\n| Files | 64 | 64 |\n| Users | 64 | 64 |\n"
    root = tmp_path
    write(root / "sources" / "doc.md", f"# A\n\n{rows}\n# B\n\n{rows}")
    (root / "claims").mkdir()
    assert len(added(root)) == 8
    write(root / "sources" / "doc.md", f"The river rose by 2 metres.\n\n# A\n\n{rows}\n# B\n\n{rows}")
    assert [claim.text for claim in added(root)] == ["The river rose by 2 metres."]


def test_a_sentence_said_twice_is_one_claim(root: Path) -> None:
    write(root / "sources" / "doc.txt", "Nobody was hurt in the fire.\n\nNobody was hurt in the fire.\n")
    assert len(added(root)) == 1


def test_accept_accepts_what_is_new_and_what_was_proposed(root: Path) -> None:
    write(root / "sources" / "other.txt", "The dam broke in 1962.\n")
    said(root, "storm", "other")
    write(root / "sources" / "storm.txt", STORM + "The sea wall held.\n")
    out = said(root, "storm", "--accept")
    assert "1 claim accepted in claims/storm.yaml; 2 claims proposed earlier accepted" in out
    statuses = {claim.text: claim.status for claim in Ledger.open(root).claims}
    assert statuses.pop("The dam broke in 1962.") == "proposed"
    assert set(statuses.values()) == {"accepted"}
    assert len(statuses) == 3


def test_a_claim_is_not_accepted_that_does_not_fit_its_source(root: Path) -> None:
    said(root, "storm")
    write(root / "sources" / "storm.txt", STORM.replace("40 roofs", "50 roofs"))
    before = tree(root)
    result = run(root, "storm", "--accept")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("claimcheck: claims/storm.yaml:")
    assert "its quote 'It tore off 40 roofs" in result.stderr
    assert tree(root) == before
    assert "1 claim proposed" in said(root, "storm")


def test_two_at_once_add_nothing_twice(root: Path) -> None:
    one, two = Ledger.open(root), Ledger.open(root)
    first = extract(one, find_sources(one, ["storm"])[0])
    second = extract(two, find_sources(two, ["storm"])[0])
    assert (len(first.added), len(second.added)) == (2, 0)
    assert len(Ledger.open(root).claims) == 2


def test_a_dry_run_shows_all_and_writes_nothing(root: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "news.txt", "The dam broke in 1962.\n")
    before = tree(root)
    assert said(root, "storm", outside, "--dry-run", "--accept").splitlines() == [
        "  line 4: The storm reached Ardby on Tuesday.",
        "      as of 2024-05-14; note: “Tuesday” is 2024-05-14",
        "  line 4: It tore off 40 roofs, Mayor Lena Holt said.",
        "      said by Lena Holt; as of 2024-05-16",
        "  line 4, question: Who will pay for them?",
        "storm: 2 claims would be accepted in claims/storm.yaml; 1 sentence passed over (1 question)",
        "  line 1: The dam broke in 1962.",
        "      as of 1962-12-31",
        "news: 1 claim would be accepted in claims/news.yaml; sources/news.txt would be copied in",
    ]
    assert tree(root) == before
    assert not (root / ".claimcheck").exists()


def test_json_says_the_same_to_programs(root: Path) -> None:
    (row,) = json.loads(said(root, "storm", "--format", "json"))["sources"]
    claims = read_claims((root / "claims" / "storm.yaml").read_bytes(), "claims/storm.yaml").claims
    assert [(one["id"], one["line"]) for one in row["added"]] == [(claim.id, 4) for claim in claims]
    assert row["added"][1]["speaker"] == "Lena Holt"
    assert row["passed_over"] == [{"line": 4, "text": "Who will pay for them?", "reason": "question"}]
    assert (row["file"], row["known"], row["sentences"], row["accepted"]) == ("claims/storm.yaml", 0, 3, [])


@pytest.mark.parametrize("content", ["", "\n\n", "# A heading\n", "---\ntitle: Nothing\n---\n"])
def test_nothing_checkable_is_said_and_no_error(root: Path, tmp_path: Path, content: str) -> None:
    outside = write(tmp_path / "empty.md", content)
    before = tree(root)
    assert said(root, outside) == "empty: nothing checkable found\n"
    assert tree(root) == before


# which source is meant


def test_a_document_from_outside_is_copied_in_with_its_sidecar(root: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "dam.txt", "The dam broke in 1962.\r\n")
    write(tmp_path / "dam.meta.yaml", "published: 2020-01-02\n")
    out = said(root, outside)
    assert "sources/dam.txt and sources/dam.meta.yaml copied in" in out
    assert (root / "sources" / "dam.txt").read_bytes() == outside.read_bytes()
    ledger = Ledger.open(root)
    assert ledger.sources["dam"].meta.published == date(2020, 1, 2)
    assert said(root, outside) == "dam: 1 there already\n"


def test_a_document_of_the_same_name_is_never_overwritten(root: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "storm.txt", "The storm killed 4 people.\n")
    assert "sources/storm.txt is there already, with the id 'storm', and is another document" in refused(
        root, outside
    )


def test_a_copy_of_a_source_is_that_source(root: Path, tmp_path: Path) -> None:
    write(tmp_path / "news" / "storm.txt", STORM)
    assert said(root, tmp_path / "news" / "storm.txt", "storm").count("\n") == 1
    assert sorted(tree(root)) == ["claims/storm.yaml", "sources/storm.txt"]


def test_two_documents_of_one_name_are_refused(root: Path, tmp_path: Path) -> None:
    one = write(tmp_path / "a" / "dam.txt", "The dam broke in 1962.\n")
    two = write(tmp_path / "b" / "dam.txt", "The dam broke in 1963.\n")
    three = write(tmp_path / "c" / "dam.txt", "---\nid: weir\n---\nThe weir broke in 1963.\n")
    assert "its id 'dam' is also that of" in refused(root, one, two)
    assert "two documents would be copied to sources/dam.txt" in refused(root, one, three)


def test_a_path_may_be_relative_to_the_ledger(root: Path) -> None:
    assert said(root, "sources/storm.txt").startswith("storm: 2 claims proposed")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gone.txt", None, "there is no such file, and no source of this id"),
        ("scan.jpg", b"\xff\xd8", "a source of this kind is not read"),
        ("latin.txt", b"Caf\xe9 burnt in 1999.", "byte 0xe9 is not UTF-8"),
        (".dam.txt", b"The dam broke in 1962.", "what begins with a dot is passed over"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    root: Path, tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert message in refused(root, tmp_path / name)


def test_a_wrong_id_gets_a_hint_and_a_folder_a_word(root: Path) -> None:
    assert "did you mean 'storm'?" in refused(root, "strom")
    assert "is a folder: name the documents in it" in refused(root, root / "sources")
    assert "Missing argument 'SOURCE...'" in refused(root)


def test_nothing_is_written_when_one_of_several_is_wrong(root: Path) -> None:
    refused(root, "storm", "gone")


def test_an_id_that_no_file_can_have_still_has_a_file(root: Path) -> None:
    write(root / "sources" / "dam.txt", "---\nid: ../news/dam\n---\nThe dam broke in 1962.\n")
    said(root, "../news/dam")
    assert (root / "claims" / "news-dam.yaml").is_file()


def test_a_document_that_comes_to_be_there_meanwhile_is_kept(root: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "dam.txt", "The dam broke in 1962.\n")
    ledger = Ledger.open(root)
    asked = find_sources(ledger, [str(outside)])[0]
    write(root / "sources" / "dam.txt", "The dam held.\n")
    with pytest.raises(SourceError, match="is another document"):
        extract(ledger, asked)
    assert (root / "sources" / "dam.txt").read_text(encoding="utf-8") == "The dam held.\n"


def test_passed_over_sentences_say_where_they_stand() -> None:
    text = "The dam broke in 1962. Who knew?"
    assert propose(document(text)).passed == (Passed(text.index("Who"), "Who knew?", Reason.QUESTION),)


class Terminal(io.StringIO):
    """Standard error, on a terminal or not."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("terminal", "longest", "shown"), [(True, 0, True), (False, 0, False), (True, 9999, False)]
)
def test_a_bar_shows_long_work_on_a_terminal(
    root: Path, monkeypatch: pytest.MonkeyPatch, terminal: bool, longest: int, shown: bool
) -> None:
    stream = Terminal(terminal)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("claimcheck.cli.extract.LONG", longest)
    asked = find_sources(Ledger.open(root), ["storm"])
    with _progress(asked) as progress:
        told = progress(asked[0])
        if told:
            told(10)
    assert ("storm" in stream.getvalue()) is shown


def test_progress_is_told_up_to_the_end() -> None:
    told: list[int] = []
    propose(document("The dam broke in 1962.\n\nThe weir held.\n"), progress=told.append)
    assert told == [22, 36]
