"""The YAML file of claims: read with a sentence for every mistake, changed without touching another byte."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claim import Claim, Evidence
from claimcheck.claimedit import Change, append, change, item_text, put_item
from claimcheck.claimfile import ClaimFile, read_claims
from claimcheck.claimtext import FieldValue
from claimcheck.errors import LedgerError
from claimcheck.text import normalise

USERS_OWN = """\
# Storm of May: what we know
source: storm   # the default

claims:
- id: storm/dead     # checked twice
  text:  'Four people were killed.'
  evidence:
    - {start: 31, end: 50, quote: "It killed 4 people."}

  # Ann: awaiting the coroner
  status: proposed

- text: >
    The storm hit Ardby
    on Monday.
  "id": storm/place
  evidence: {source: wire, start: 0, end: 29, quote: The storm hit Ardby on Monday}
  tags:
    - place  # of landfall
  as_of: 2020-03-11
  speaker:
  # end of the storm
"""
CLAIMS = (
    Claim("storm/dead", "Four people were killed.", (Evidence("storm", 31, 50, "It killed 4 people."),)),
    Claim(
        "storm/place",
        "The storm hit Ardby on Monday.",
        (Evidence("wire", 0, 29, "The storm hit Ardby on Monday"),),
        tags=("place",),
        as_of=date(2020, 3, 11),
    ),
)
FULL = Claim(
    "n/1",
    'She said "no": 5% — ok',
    (Evidence("storm", 3, 7, "abcd", "p\t", "\\n"), Evidence("wire", 0, 1, "x")),
    "accepted",
    speaker="Ann Ö",
    as_of=date(2024, 2, 29),
    supersedes=("storm/dead",),
    tags=("no", "two words"),
    aliases=(("U.S.", ("America", "US")),),
    note="first\nsecond",
    reviewer="Bo",
    reviewed=date(2024, 3, 1),
)
FULL_TEXT = """\
- id: n/1
  text: "She said \\"no\\": 5% — ok"
  evidence:
    - source: storm
      start: 3
      end: 7
      quote: "abcd"
      prefix: "p\\t"
      suffix: "\\\\n"
    - source: wire
      start: 0
      end: 1
      quote: "x"
  status: accepted
  speaker: "Ann Ö"
  as_of: 2024-02-29
  supersedes: [storm/dead]
  tags: ["no", "two words"]
  aliases: {"U.S.": ["America", "US"]}
  note: "first\\nsecond"
  reviewer: "Bo"
  reviewed: 2024-03-01
"""
ONE = "claims:\n- id: a\n  text: b c\n  evidence: {source: s, start: 1, end: 4, quote: abc}\n"
DEEP = (
    "claims:\n    -   id: a\n        text: b\n        evidence: {source: s, start: 1, end: 4, quote: abc}\n"
)
BRACKETS = "claims: [{id: b, text: b, evidence: {source: s, start: 1, end: 4, quote: abc}}]"


def read(text: str) -> ClaimFile:
    return read_claims(text.encode(), "claims/f.yaml")


def test_a_users_own_file_is_read() -> None:
    file = read(USERS_OWN)
    assert file.claims == CLAIMS
    assert file.lines == (5, 13)
    assert file.line_of["storm/place"] == 13
    assert file.data == USERS_OWN.encode()


@pytest.mark.parametrize(
    "text", ["", "\n", "# later\n", "claims:\n", "claims: []\n", "claims: ~\n", "source: s\n"]
)
def test_a_file_may_hold_no_claims(text: str) -> None:
    assert read(text).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        ONE.replace("\n", "\r\n"),
        "\ufeff" + ONE,
        "--- \n" + ONE + "...\n",
        ONE.replace(
            "{source: s, start: 1, end: 4, quote: abc}", "[{source: s, start: '1', end: 4, quote: abc}]"
        ),
        "claims: [{id: a, text: b c, evidence: {source: s, start: 1, end: 4, quote: abc}}]",
        ONE.replace("evidence:", "evidence: &here") + "  note:\n  tags: []\n",
    ],
)
def test_other_ways_to_write_one_claim(text: str) -> None:
    assert read(text).claims == (Claim("a", "b c", (Evidence("s", 1, 4, "abc"),)),)


def test_anchors_aliases_and_merge_keys() -> None:
    text = (
        "claims:\n- &first\n  id: a\n  text: b\n  evidence: &passage {source: s, start: 1, end: 4, quote: abc}\n"
        "- id: b\n  text: c\n  evidence: *passage\n- <<: *first\n  id: c\n"
    )
    assert [(claim.id, claim.text) for claim in read(text).claims] == [("a", "b"), ("b", "c"), ("c", "b")]
    assert len({claim.evidence for claim in read(text).claims}) == 1


def test_a_quoted_merge_key_is_a_key() -> None:
    assert read(ONE + "  aliases: {'<<': [x]}\n  speaker: <<\n").claims[0].aliases == (("<<", ("x",)),)
    with pytest.raises(LedgerError, match="the key '<<' is given twice"):
        read(ONE + "  <<: {note: x}\n  <<: {note: y}\n")


def test_a_scalar_means_what_its_field_asks() -> None:
    file = read(
        ONE.replace("id: a", "id: no").replace("b c", "1.10") + "  tags: [2020, on]\n  speaker: null\n"
    )
    assert (file.claims[0].id, file.claims[0].text) == ("no", "1.10")
    assert file.claims[0].tags == ("2020", "on")
    assert file.claims[0].speaker is None


def test_prose_is_in_normal_form_and_offsets_are_not_the_files() -> None:
    file = read(ONE.replace("b c", "cafe\u0301 👩\u200d🚒").replace("quote: abc", 'quote: "e\u0301\\r\\nשל"'))
    assert file.claims[0].text == "café 👩\u200d🚒"
    assert file.claims[0].evidence[0].quote == "é\nשל"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a", "1: a file of claims begins with `claims:`, and the list of claims below it"),
        ("just text", "1: a file of claims begins with `claims:`, and the list of claims below it"),
        ("claims: 3", "1: claims must be a list"),
        ("\nclams: []", "2: unknown key 'clams' (did you mean 'claims'?)"),
        ("source: [a]", "1: source must be the id of a source"),
        ("claims:\n- 3", "2: a claim must be a table of keys and values"),
        (ONE + "  txt: 4", "5: claim 'a': unknown key 'txt' (did you mean 'text'?)"),
        (ONE.replace("text", "txet"), "3: claim 'a': unknown key 'txet' (did you mean 'text'?)"),
        (ONE.replace("quote", "qoute"), "4: claim 'a': unknown key 'qoute' (did you mean 'quote'?)"),
        (ONE.replace("start: 1", "start: x"), "4: claim 'a': evidence[0].start must be a whole number, not 'x'"),
        (ONE.replace("start: 1,", "\n\n   start: 1.5,\n"),
         "6: claim 'a': evidence[0].start must be a whole number, not '1.5'"),
        (ONE.replace("start: 1", "start: 9"), "4: claim 'a': start 9 and end 4 hold no passage"),
        (ONE.replace("quote: abc", "quote: ''"), "4: claim 'a': the quote is empty"),
        (ONE.replace("source: s,", ""), "4: claim 'a': evidence[0].source is missing"),
        (ONE.replace("{source: s, start: 1, end: 4, quote: abc}", "[]"), "2: claim 'a': the evidence is empty"),
        (ONE.replace("{source: s, start: 1, end: 4, quote: abc}", ""), "4: claim 'a': evidence is missing"),
        (ONE.replace("b c", "' '"), "2: claim 'a': the text is empty"),
        (ONE.replace("id: a", "id: a b"), "2: claim 'a b': the id 'a b' must be one word, without spaces"),
        (ONE.replace("id: a", "id:"), "2: claim 1 of the file: id is missing"),
        (ONE + "  status: Accepted", "5: claim 'a': status must be proposed, accepted or retired, not 'Accepted'"),
        (ONE + "  as_of: yesterday", "5: claim 'a': as_of must be a date such as 2020-03-11, not 'yesterday'"),
        (ONE + "  as_of: 2023-02-29", "5: claim 'a': as_of must be a date such as 2020-03-11, not '2023-02-29'"),
        (ONE + "  reviewed: 20200311", "5: claim 'a': reviewed must be a date such as 2020-03-11, not '20200311'"),
        (ONE + "  tags: {a: b}", "5: claim 'a': tags must be a list"),
        (ONE + "  aliases: [a]", "5: claim 'a': aliases must be a table: a name, then the list of its other names"),
        (ONE + ONE[8:], "5: the claim id 'a' is already used on line 2"),
        (ONE + "  id: b", "5: the key 'id' is given twice"),
        (ONE + "\ttags: []", "5: a tab stands where YAML wants spaces"),
        (ONE + "  note: a\x00b", "5: a character that YAML does not allow (U+0000)"),
        (ONE + "  note: *gone", "5: the alias *gone stands for nothing yet"),
        (ONE + "  tags: &t [*t]", "5: the alias *t stands for nothing yet"),
        (ONE + "  note: !!python/name:os.system x",
         "5: the tag tag:yaml.org,2002:python/name:os.system is not read: leave it out"),
        (ONE + "  note: 'open",
         "5: the YAML cannot be read: while scanning a quoted scalar, found unexpected end of stream"),
        (ONE + "---\n" + ONE, "5: a second YAML document begins here: keep one to a file"),
        (ONE + "  [a]: b", "5: a key must be text"),
        (ONE + "  <<: 3", "2: the merge key << takes a mapping, or a list of mappings"),
        ("[" * 5000, "1: the YAML cannot be read: while parsing a flow node, did not find expected node content"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_sentence_with_file_and_line(text: str, said: str) -> None:
    with pytest.raises(LedgerError) as caught:
        read(text)
    assert str(caught.value) == f"claims/f.yaml:{said}"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_that_is_not_utf8(mark: bytes) -> None:
    with pytest.raises(LedgerError) as caught:
        read_claims(mark + ONE.encode() + b"  note: caf\xe9\n", "claims/f.yaml")
    assert str(caught.value) == "claims/f.yaml:5: byte 0xe9 is not UTF-8: save the file as UTF-8"


def test_new_claims_are_written_in_one_style() -> None:
    assert append(read(""), [FULL]).data.decode() == "claims:\n" + "".join(
        f"  {line}\n" for line in FULL_TEXT.splitlines()
    )


def test_new_claims_come_last_and_nothing_else_changes() -> None:
    file = append(read(USERS_OWN), [FULL])
    assert file.data.decode() == USERS_OWN + FULL_TEXT
    assert file.claims == (*CLAIMS, FULL)
    assert file.line_of["n/1"] == USERS_OWN.count("\n") + 1
    assert append(file, []) is file


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# none yet", "# none yet\nclaims:\n  NEW"),
        ("source: s\n", "source: s\nclaims:\n  NEW"),
        ("claims: [] # none\n", "claims: # none\n  NEW"),
        ("claims: ~", "claims:\n  NEW"),
        ("claims:\n\nsource: s\n", "claims:\n  NEW\nsource: s\n"),
        (ONE.rstrip(), ONE + "NEW"),
        (DEEP, DEEP + "    NEW"),
        (ONE + "  # about a\n# about s\nsource: s\n", ONE + "  # about a\nNEW# about s\nsource: s\n"),
        (ONE + "  note: |+\n    kept\n\n\n", ONE + "  note: |+\n    kept\n\n\nNEW"),
    ],
)  # fmt: skip
def test_where_new_claims_go(before: str, after: str) -> None:
    new = Claim("z", "y", (Evidence("s", 0, 1, "x"),))
    indent = after[: after.index("NEW")].rpartition("\n")[2]
    lines = append(read(""), [new]).data.decode().splitlines()[1:]
    added = "".join(f"{indent}{line.removeprefix('  ')}\n" for line in lines)
    assert append(read(before), [new]).data.decode() == after.replace(f"{indent}NEW", added)


@pytest.mark.parametrize(
    "text", [ONE.replace("\n", "\r\n"), "\ufeff" + ONE, "\ufeff" + ONE.replace("\n", "\r\n")]
)
def test_line_ends_and_byte_order_mark_stay(text: str) -> None:
    file = append(read(text), [FULL])
    added = file.data.decode().removeprefix(text)
    assert file.data.decode().startswith(text)
    assert added.count("\n") == len(FULL_TEXT.splitlines())
    assert added.count("\r\n") == (added.count("\n") if "\r" in text else 0)


@pytest.mark.parametrize(
    ("one", "old", "new"),
    [
        (Change("storm/dead", "status", "accepted"), "status: proposed", "status: accepted"),
        (Change("storm/dead", "text", "4 died."), "text:  'Four people were killed.'", 'text:  "4 died."'),
        (Change("storm/dead", "id", "s1"), "id: storm/dead     # checked", "id: s1     # checked"),
        (Change("storm/dead", "end", 51, 0), "end: 50,", "end: 51,"),
        (Change("storm/dead", "prefix", "a: ", 0), 'people."}', 'people.", prefix: "a: "}'),
        (
            Change("storm/dead", "reviewer", "Bo"),
            "status: proposed\n",
            'status: proposed\n  reviewer: "Bo"\n',
        ),
        (Change("storm/place", "source", "w2", 0), "{source: wire,", "{source: w2,"),
        (Change("storm/place", "speaker", "Ann"), "speaker:\n", 'speaker: "Ann"\n'),
        (Change("storm/place", "tags", ("a", "b")), "tags:\n    - place  # of", "tags: [a, b]  # of"),
        (Change("storm/place", "as_of", date(2021, 1, 2)), "2020-03-11", "2021-01-02"),
        (
            Change("storm/place", "text", "It hit."),
            ">\n    The storm hit Ardby\n    on Monday.\n",
            '"It hit."\n',
        ),
        (Change("storm/place", "status", "retired"), "  speaker:\n", "  speaker:\n  status: retired\n"),
    ],
)
def test_a_change_touches_its_field_alone(one: Change, old: str, new: str) -> None:
    assert USERS_OWN.count(old) == 1
    assert change(read(USERS_OWN), [one]).data.decode() == USERS_OWN.replace(old, new)


def test_many_changes_at_once() -> None:
    values: list[tuple[str, FieldValue]] = [
        ("reviewer", "Bo"),
        ("reviewed", date(2024, 3, 1)),
        ("status", "retired"),
    ]
    wanted = [Change(claim.id, field, value) for claim in CLAIMS for field, value in values]
    file = change(read(USERS_OWN), [*wanted, Change("storm/dead", "reviewer", "Cy")])
    assert [(claim.reviewer, claim.status) for claim in file.claims] == [("Cy", "retired"), ("Bo", "retired")]
    assert '  # Ann: awaiting the coroner\n  status: retired\n  reviewer: "Cy"\n  reviewed: 2024-03-01\n' in (
        file.data.decode()
    )
    assert change(file, []) is file


@pytest.mark.parametrize(
    ("text", "one", "said"),
    [
        (ONE, Change("b", "note", "x"), "claims/f.yaml: there is no claim 'b' here"),
        ("claims:\n- &c {id: a, text: b, evidence: &e {source: s, start: 1, end: 4, quote: abc}}\n"
         "- {id: b, text: c, evidence: *e}\n", Change("b", "end", 5, 0), "claims/f.yaml:3: cannot be changed in place"),
        (ONE.replace("b c", "&t b c") + "  note: *t\n", Change("a", "text", "x"), "claims/f.yaml:1: cannot be changed"),
        (ONE, Change("a", "status", "maybe"), "a new claim:9: claim 'a': status must be proposed, accepted or retired"),
    ],
)  # fmt: skip
def test_what_cannot_be_changed_is_refused(text: str, one: Change, said: str) -> None:
    file = read(text)
    with pytest.raises(LedgerError) as caught:
        change(file, [one])
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ONE, "claims/f.yaml:2: the claim id 'a' is already used here"),
        (BRACKETS, "claims/f.yaml:1: cannot be"),
        ("{source: s}", "claims/f.yaml:1: cannot be changed in place"),
        ("source: s\n...\n", "claims/f.yaml:1: cannot be changed in place"),
    ],
)  # fmt: skip
def test_what_cannot_be_added_is_refused(text: str, said: str) -> None:
    with pytest.raises(LedgerError) as caught:
        append(read(text), [Claim("a", "b", (Evidence("s", 0, 1, "x"),))])
    assert str(caught.value).startswith(said)


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).map(normalise)
PROSE = WORDS.filter(lambda text: text.strip() == text != "")
IDS = st.text(st.characters(codec="utf-8", exclude_categories=("Z", "C")), min_size=1, max_size=12).map(
    normalise
)
DATES = st.dates(date(1000, 1, 1))
EVIDENCE = st.builds(
    lambda source, start, quote, prefix: Evidence(source, start, start + len(quote), quote, prefix),
    IDS, st.integers(0, 10**9), WORDS, WORDS,
)  # fmt: skip
CLAIM = st.builds(
    Claim,
    IDS.filter(lambda text: text.split() == [text]),
    PROSE,
    st.lists(EVIDENCE, min_size=1, max_size=2).map(tuple),
    st.sampled_from(["proposed", "accepted", "retired"]),
    st.none() | PROSE,
    st.none() | DATES,
    st.lists(IDS, max_size=2).map(tuple),
    st.lists(PROSE, max_size=2).map(tuple),
    st.dictionaries(PROSE, st.lists(PROSE, min_size=1, max_size=2).map(tuple), max_size=2).map(
        lambda table: tuple(table.items())
    ),
    st.none() | PROSE,
)


@given(st.lists(CLAIM, max_size=3, unique_by=lambda claim: claim.id))
def test_what_is_written_is_read(claims: list[Claim]) -> None:
    file = append(read("# mine\n"), claims)
    assert file.claims == tuple(claims)
    assert read_claims(file.data, "again").claims == tuple(claims)


@given(CLAIM, st.booleans())
def test_other_programs_read_what_is_written(claim: Claim, old: bool) -> None:
    loader = yaml.SafeLoader if old else yaml.CSafeLoader
    [row] = yaml.load(append(read(""), [claim]).data.decode(), loader)["claims"]
    assert (row["id"], row["text"], row.get("speaker")) == (claim.id, claim.text, claim.speaker)
    assert row["evidence"][0]["quote"] == claim.evidence[0].quote
    assert tuple(row.get("tags", ())) == claim.tags


@given(CLAIM, st.sampled_from(["text", "speaker", "note"]), PROSE)
def test_a_change_is_that_change_alone(claim: Claim, field: str, value: str) -> None:
    file = append(read(USERS_OWN), [claim])
    changed = change(file, [Change(claim.id, field, value)])
    assert changed.claims[:-1] == CLAIMS
    assert getattr(changed.claims[-1], field) == value
    assert changed.data.startswith(USERS_OWN.encode())


@given(st.lists(CLAIM, min_size=2, max_size=4, unique_by=lambda claim: claim.id), st.data())
def test_a_changed_file_is_as_if_read_anew(claims: list[Claim], data: st.DataObject) -> None:
    file = append(append(read(USERS_OWN), claims[:1]), claims[1:])
    chosen = data.draw(st.lists(st.sampled_from([*CLAIMS, *claims]), min_size=1, unique=True))
    changed = change(file, [Change(claim.id, "note", "one\ntwo") for claim in chosen])
    assert changed == read_claims(changed.data, changed.name)
    assert [claim.id for claim in changed.claims if claim.note == "one\ntwo"] == [
        claim.id for claim in file.claims if claim in chosen
    ]


def test_an_item_that_does_not_stand_alone_is_changed_too() -> None:
    text = (
        ONE.replace("b c", "&said 'b c'")
        + "-\n  id: z\n  text: *said\n  evidence: {source: s, start: 1, end: 2, quote: x}\n"
    )
    file = change(read(text), [Change("z", "status", "accepted"), Change("a", "status", "retired")])
    assert (
        file.data.decode() == text.replace("-\n  id", "  status: retired\n-\n  id") + "  status: accepted\n"
    )


def test_an_id_is_changed_only_to_a_new_one() -> None:
    with pytest.raises(LedgerError, match="there is a claim 'storm/place' here already"):
        change(read(USERS_OWN), [Change("storm/dead", "id", "storm/place")])


def test_a_ledger_of_long_lines() -> None:
    long = "word " * 200_000 + "end"
    claim = Claim("a", long, (Evidence("s", 0, len(long), long),))
    assert append(read(""), [claim]).claims == (claim,)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3)])
def test_evidence_is_a_passage(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="hold no passage"):
        Evidence("s", start, end, "x")


LISTED = ONE + "  tags: # of\n  - a  # first\n  # between\n  - 'b'\n  - c\n  note: |  # long\n    x\n"


@pytest.mark.parametrize(
    ("one", "old", "new"),
    [
        (Change("a", "tags", ("b", "c")), "  - a  # first\n", "  # first\n"),
        (Change("a", "tags", ("a", "c", "d")), "  - 'b'\n  - c\n", "  - c\n  - d\n"),
        (Change("a", "tags", ("e",)), "  - a  # first\n  # between\n  - 'b'\n  - c\n",
         "  # first\n  # between\n  - e\n"),
        (Change("a", "tags", ()), "  - a  # first\n  # between\n  - 'b'\n  - c\n", "  # first\n  # between\n"),
        (Change("a", "note", "y"), "|  # long\n    x\n", '"y" # long\n'),
        (Change("a", "note", None), "|  # long\n    x\n", "# long\n"),
        (Change("a", "speaker", None), "x\n", "x\n"),
        (Change("a", "speaker", "Bo"), "    x\n", '    x\n  speaker: "Bo"\n'),
    ],
)  # fmt: skip
def test_comments_stay_whatever_goes_around_them(one: Change, old: str, new: str) -> None:
    assert LISTED.count(old) == 1
    assert change(read(LISTED), [one]).data.decode() == LISTED.replace(old, new)


@pytest.mark.parametrize(
    ("tags", "value", "expected"),
    [
        ("[a, b, c]", ("b", "c"), "[b, c]"),
        ("[a, b, c]", ("a", "c"), "[a, c]"),
        ("[a, b, c]", ("a", "b"), "[a, b]"),
        ("[a, b, c]", ("c", "x y"), '[c, "x y"]'),
        ("[a, # one\n   b]", ("a", "b", "c"), "[a, # one\n   b, c]"),
        ("[a, b]", ("c",), "[c]"),
        ("a", ("a", "b"), "[a, b]"),
    ],
)
def test_lists_in_brackets_lose_and_gain_words(tags: str, value: tuple[str, ...], expected: str) -> None:
    before, after = (read(f"{ONE}  tags: {each}\n") for each in (tags, expected))
    assert change(before, [Change("a", "tags", value)]).data == after.data


@pytest.mark.parametrize("value", [("b",), ("c",)])
def test_a_comment_that_would_be_lost_stops_a_change(value: tuple[str, ...]) -> None:
    with pytest.raises(LedgerError, match=r"^claims/f.yaml:\d: cannot be changed in place"):
        change(read(ONE + "  tags: [a, # one\n    b]\n"), [Change("a", "tags", value)])


def test_a_line_that_is_all_a_field_goes_with_it() -> None:
    added = change(read(ONE), [Change("a", "note", "x"), Change("a", "tags", ("t",))])
    assert change(added, [Change("a", "note", None), Change("a", "tags", ())]).data == ONE.encode()
    crlf = read(ONE.replace("\n", "\r\n"))
    assert change(change(crlf, [Change("a", "note", "x")]), [Change("a", "note", None)]).data == crlf.data


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_an_item_is_given_out_and_put_back(ends: str) -> None:
    file = read(USERS_OWN.replace("\n", ends))
    text = item_text(file, "storm/dead")
    assert text.startswith("source: storm\nclaims:\n- id: storm/dead     # checked twice\n")
    assert put_item(file, "storm/dead", text, "x") == file
    changed = put_item(file, "storm/dead", text.replace("Four", "Five").rstrip(), "x")
    assert changed.data.decode() == file.data.decode().replace("Four", "Five")


def test_an_item_that_does_not_stand_alone_is_not_given_out() -> None:
    for text in (BRACKETS, ONE.replace("evidence: {", "evidence: &e {")):
        with pytest.raises(LedgerError, match="cannot be changed in place"):
            item_text(read(text), read(text).claims[0].id)
    with pytest.raises(LedgerError, match="there is no claim 'zz' here"):
        item_text(read(ONE), "zz")
