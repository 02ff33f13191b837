"""Reports of `claimcheck check`, made by hand: all labels, all means of suppressing, hostile and foreign texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from claimcheck.drafts import file_of, read_draft
from claimcheck.finding import Relation
from claimcheck.policy import Policy
from claimcheck.report import Finding, Passage, Tool, rules_of
from claimcheck.report.checked import (
    CHECK_SCHEMA,
    CheckedLedger,
    CheckReport,
    CheckTotals,
    DraftBlock,
    DraftFile,
    Statement,
)
from claimcheck.report.places import Place, Problem, Related, Suggestion, Suppression, UnreadFile

TODAY = date(2024, 10, 17)

BRIEF = """\
---
date: 2024-10-17
---

# Evening brief

The branch on Quay Street holds 41,000 books. It opened on 3 May 2021. Perhaps it will grow.

- The roof was repaired by Hald & Sons.
- The mayor said the work was "long overdue".

> Ferries carried 900,000 people last year.

| Branch | Books |
| --- | --- |
| Quay Street | 41,000 |
| Mill Lane | 12,000 |

The two branches hold 54,000 books.
"""
FOREIGN = (
    "Überschrift\r\n\r\n\U0001f4da Die Bücherei has 7 café tables.\r\nIt has 9 café tables. It closed.\r\n"
)
CLEAN = "The Mill Lane branch holds 12,000 books.\n"
HOSTILE = (
    '<script>alert("1")</script> held 5 % of it. ::error file=a,line=1::gotcha held 6%0A of it.\n'
    "\x1b[31mRed\x07 text ]]> &amp; <b>bold</b> {{ 7 }} held 8 of it.\n"
)

PATHS = ("drafts/evening-brief.md", "drafts/Büro 2, 50%.md", "drafts/clean.txt", "drafts/a:b,c<d>&'\".txt")
TEXTS = dict(zip(PATHS, (BRIEF, FOREIGN, CLEAN, HOSTILE), strict=True))


def at(path: str, words: str, nth: int = 0, texts: dict[str, str] = TEXTS) -> Place:
    """The place of some words in a file; nth: at which of their occurrences, from 0."""
    text = texts[path]
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    line, column = _line_column(text, start)
    end_line, end_column = _line_column(text, start + len(words) - 1)
    return Place(path, line, column, end_line, end_column, start, start + len(words))


def _line_column(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset].replace("\r\n", " \n").split("\n")
    return len(before), len(before[-1]) + 1


def passage(quote: str, mark: str = "", source: str = "library", **more: Any) -> Passage:  # noqa: ANN401
    marks = ((quote.index(mark), quote.index(mark) + len(mark)),) if mark else ()
    made = Passage(quote, marks, source, "A second branch", f"{source}-books", 9, 104, 104 + len(quote))
    return replace(made, **more)


HOLDS = passage("The Quay Street branch holds 42,000 books.", "42,000")


def statement(place: Place, label: Any = "supported", **more: Any) -> Statement:  # noqa: ANN401
    text = " ".join(TEXTS.get(place.path, "")[place.start : place.end].split())
    made = Statement(
        place=place,
        text=text,
        label=label,
        rule="frame.same",
        reason="everything accounted for and entailed",
        severity=None,
        confidence="high",
        disputed=False,
        passage=HOLDS,
        opposing=None,
        stated="",
        found="",
        findings=(),
        left_over=(),
        suggestion=None,
        suppressed=None,
        fingerprint=sha256(f"{place.path} {place.start} {text}".encode(errors="surrogatepass")).hexdigest()[
            :16
        ],
    )
    return replace(made, **more)


def wrong(place: Place, stated: str, found: str, **more: Any) -> Statement:  # noqa: ANN401
    """A contradicted statement with both values."""
    rule = more.get("rule", "quantity.disjoint")
    clash = Finding(rule, Relation.CONTRADICTS, stated, found, "", True)
    return statement(
        place,
        "contradicted",
        **{
            "rule": rule,
            "reason": "one slot wrong, the rest accounted for",
            "severity": "error",
            "stated": stated,
            "found": found,
            "findings": (clash,),
            **more,
        },
    )


def unclaimed(place: Place, *left: str, **more: Any) -> Statement:  # noqa: ANN401
    made = {
        "rule": "frame.unsaid",
        "reason": "something is left over",
        "severity": "note",
        "confidence": "low",
        "left_over": left,
    }
    return statement(place, "absent", **{**made, **more})


def problem(rule: str, place: Place, message: str, **more: Any) -> Problem:  # noqa: ANN401
    made = Problem(
        rule,
        "warning",
        place,
        message,
        (),
        sha256(f"{rule} {place}".encode(errors="surrogatepass")).hexdigest()[:16],
        None,
    )
    return replace(made, **more)


def _statements() -> Iterable[Statement]:
    brief, foreign, clean, hostile = PATHS
    books = at(brief, "The branch on Quay Street holds 41,000 books.")
    yield wrong(
        books,
        "41,000",
        "42,000",
        suggestion=Suggestion(at(brief, "41,000"), "42,000", "42,000, not 41,000"),
        confidence="high",
    )
    against = passage("The branch opened on 4 May 2021.", "4 May 2021", claim="library-opened")
    yield wrong(
        at(brief, "It opened on 3 May 2021."),
        "3 May 2021",
        "4 May 2021",
        rule="date.outside",
        severity="warning",
        disputed=True,
        passage=against,
        opposing=passage("It opened its doors on 3 May 2021.", source="council", title=None, line=None),
    )
    yield statement(
        at(brief, "Perhaps it will grow."),
        "uncheckable",
        rule="uncheckable.prediction",
        reason="",
        confidence=None,
        passage=None,
    )
    yield unclaimed(
        at(brief, "The roof was repaired by Hald & Sons."), "roof", "Hald & Sons", confidence="medium"
    )
    yield statement(at(brief, 'The mayor said the work was "long overdue".'), rule="quote.verbatim")
    ignored = Suppression("ignore", "figures of the harbour are not in yet", 11, date(2024, 12, 31))
    yield wrong(
        at(brief, "Ferries carried 900,000 people last year."), "900,000", "870,000", suppressed=ignored
    )
    yield wrong(
        at(brief, "41,000", 1),
        "41,000",
        "42,000",
        text="The Quay Street branch has 41,000 books.",
        suppressed=Suppression("baseline", "", None, None),
    )
    yield statement(at(brief, "12,000"), text="The Mill Lane branch has 12,000 books.")
    yield wrong(
        at(brief, "The two branches hold 54,000 books."),
        "",
        "",
        rule="polarity.negated",
        reason="the frame matches and is denied",
        findings=(),
        confidence="medium",
    )
    yield wrong(
        at(foreign, "\U0001f4da Die Bücherei has 7 café tables."),
        "7 café tables",
        "8 café tables",
        suggestion=Suggestion(at(foreign, "7"), "8", "8, not 7"),
        passage=passage("Es gibt 8 café tables \u202eevil\x1b[0m.", "8"),
    )
    yield unclaimed(
        at(foreign, "It has 9 café tables."),
        passage=None,
        suppressed=Suppression("unchanged", "", None, None),
    )
    yield unclaimed(at(foreign, "It closed."), passage=None)
    yield statement(at(clean, CLEAN.strip()))
    evil = passage('</pre><img src=x onerror="alert(1)">::warning::%0A 9 of it]]>\x00', "9", title="<i>T</i>")
    yield wrong(at(hostile, '<script>alert("1")</script> held 5 % of it.'), "5 %", "9\r\n%0D", passage=evil)
    yield wrong(at(hostile, "::error file=a,line=1::gotcha held 6%0A of it."), "6%0A", "9", passage=evil)
    yield unclaimed(
        at(hostile, "\x1b[31mRed\x07 text ]]> &amp; <b>bold</b> {{ 7 }} held 8 of it."), "::error::x\n"
    )


def _problems() -> Iterable[Problem]:
    brief, foreign, _, hostile = PATHS
    yield problem(
        "draft.arithmetic",
        at(brief, "54,000"),
        "the table's figures add up to 53,000, not 54,000",
        severity="error",
        related=(
            Related(at(brief, "41,000", 1), "41,000 here"),
            Related(at(brief, "12,000"), "and 12,000 here"),
        ),
    )
    yield problem(
        "draft.inconsistent", at(foreign, "9"), "9 café tables here, 7 elsewhere", severity="warning"
    )
    yield problem(
        "ignore.unused", at(hostile, "Red"), "nothing\n is <ignored> here: take it out", severity="note"
    )
    yield problem("ignore.reason", at(brief, "Branch"), "say why", severity=None)
    yield problem(
        "draft.arithmetic",
        at(brief, "12,000"),
        "does not add up",
        suppressed=Suppression("baseline", "", None, None),
    )


def totals(
    statements: tuple[Statement, ...],
    problems: tuple[Problem, ...] = (),
    files: int = 1,
    unread: int = 0,
) -> CheckTotals:
    """The totals as the engine counts them."""
    everything: tuple[Statement | Problem, ...] = (*statements, *problems)
    live = [each for each in everything if each.suppressed is None]
    labels = ["disputed" if s.disputed else s.label for s in statements]
    checkable = len(labels) - labels.count("uncheckable")
    share = Decimal(labels.count("supported")) / Decimal(checkable) if checkable else None
    return CheckTotals(
        files=files,
        unread=unread,
        statements=len(statements),
        supported=labels.count("supported"),
        contradicted=labels.count("contradicted"),
        disputed=labels.count("disputed"),
        absent=labels.count("absent"),
        uncheckable=labels.count("uncheckable"),
        problems=len(problems),
        errors=sum(each.severity == "error" for each in live),
        warnings=sum(each.severity == "warning" for each in live),
        notes=sum(each.severity == "note" for each in live),
        suppressed=sum(each.suppressed is not None for each in everything),
        coverage=None if share is None else share.quantize(Decimal("0.0001")),
    )


def report(
    statements: Iterable[Statement],
    problems: Iterable[Problem] = (),
    *,
    texts: dict[str, str] = TEXTS,
    blocks: dict[str, tuple[DraftBlock, ...]] | None = None,
    unread: tuple[UnreadFile, ...] = (),
) -> CheckReport:
    """A report of these statements, its totals and exit code as the engine fills them."""
    said, found = tuple(statements), tuple(problems)
    files = tuple(
        DraftFile(
            path,
            sha256(text.encode(errors="surrogatepass")).hexdigest(),
            TODAY,
            text,
            (blocks or {}).get(path, ()),
        )
        for path, text in texts.items()
    )
    counts = totals(said, found, len(files), len(unread))
    return CheckReport(
        schema=CHECK_SCHEMA,
        tool=Tool("claimcheck", "0.1.0"),
        policy=rules_of(Policy()),
        today=TODAY,
        fail_on="contradicted",
        min_coverage=Decimal("0.5"),
        ledger=CheckedLedger(
            digest="d1g3st",
            claims=4,
            sources={"library": sha256(b"library").hexdigest(), "council": sha256(b"council").hexdigest()},
            paths={"library": "facts/sources/a library.md"},
        ),
        files=files,
        statements=said,
        problems=found,
        unread=unread,
        totals=counts,
        exit_code=2 if unread else 1 if counts.errors else 0,
    )


def blocks_of(path: str) -> tuple[DraftBlock, ...]:
    """The blocks of a Markdown draft, as the reader of drafts finds them."""
    draft = read_draft(TEXTS[path].encode(), path)
    return file_of(draft, TODAY).blocks


UNREAD = (UnreadFile("drafts/broken.docx", "drafts/broken.docx: this is no DOCX file: save it again"),)
RICH = report(
    _statements(),
    _problems(),
    blocks={path: blocks_of(path) for path in PATHS[:2]},
    unread=UNREAD,
)
GOOD = report([statement(at(PATHS[2], CLEAN.strip()))], texts={PATHS[2]: CLEAN})
EMPTY = report([], texts={})
