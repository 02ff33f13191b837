"""The short pipeline: a statement against bare evidence, or against a ledger's claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from claimcheck.account import Account
from claimcheck.align import Passage
from claimcheck.choose import choose, unreadable
from claimcheck.dimensions.name import Name
from claimcheck.errors import StatementError
from claimcheck.judge import judge
from claimcheck.lore import Lore, lore_of
from claimcheck.parse import parse
from claimcheck.passages import read_document
from claimcheck.policy import DEFAULT, Policy
from claimcheck.reading import Reading
from claimcheck.tokens import Sentence
from claimcheck.verdict import Candidate, Judgement, Quoted, Verdict

if TYPE_CHECKING:
    from claimcheck.store import Ledger


class Searchable(Protocol):
    """An open index, or what stands in for one."""

    @property
    def lore(self) -> Lore:
        """The ledger's aliases."""

    def search(self, readings: Sequence[Reading]) -> Sequence[Candidate]:
        """The passages that a statement may be about, best first."""


def verify(statement: str, ledger: Ledger, *, today: date | None = None, policy: Policy = DEFAULT) -> Verdict:
    """What a ledger says of one statement.

    today: the day the statement's relative dates count from; None leaves them unresolved. Raises StatementError for an
    empty statement, LedgerError for a ledger that cannot be used, ModelError without a language model.
    """
    from claimcheck.retrieve import open_index

    if not statement.strip():
        raise StatementError("the statement is empty")
    with open_index(ledger, policy) as index:
        return verify_parsed(statement, parse(statement), index, today=today, policy=policy)


def verify_parsed(
    statement: str, sentences: Sequence[Sentence], index: Searchable, *, today: date | None, policy: Policy
) -> Verdict:
    """As `verify`, for a statement already parsed and an index already open."""
    readings = read_document(sentences, reference=today, policy=policy)
    if not readable(statement, readings):
        return unreadable(statement, today, policy)
    candidates = index.search(readings)
    return _judged(statement, readings, candidates, index.lore, today, policy)


def compare(
    statement: str,
    evidence: str,
    *,
    today: date | None = None,
    published: date | None = None,
    title: str = "",
    aliases: Mapping[str, Sequence[str]] | None = None,
    policy: Policy = DEFAULT,
) -> Verdict:
    """What a piece of text says of one statement, without a ledger.

    published: the day the evidence's relative dates count from; title: the title of the document it stands in;
    aliases: a name to its other names. Raises ModelError without a language model.
    """
    return compare_parsed(
        statement,
        parse(statement),
        evidence,
        parse(evidence),
        today=today,
        published=published,
        title=title,
        aliases=aliases,
        policy=policy,
    )


def compare_parsed(
    statement: str,
    sentences: Sequence[Sentence],
    evidence: str,
    evidence_sentences: Sequence[Sentence],
    *,
    today: date | None = None,
    published: date | None = None,
    title: str = "",
    aliases: Mapping[str, Sequence[str]] | None = None,
    policy: Policy = DEFAULT,
) -> Verdict:
    """As `compare`, for texts already parsed."""
    found = passages_of(
        evidence, evidence_sentences, published=published, title=title, aliases=aliases, policy=policy
    )
    return compare_passages(statement, sentences, found, today=today, aliases=aliases, policy=policy)


def passages_of(
    evidence: str,
    sentences: Sequence[Sentence],
    *,
    name: str = "",
    published: date | None = None,
    title: str = "",
    aliases: Mapping[str, Sequence[str]] | None = None,
    policy: Policy = DEFAULT,
) -> list[Candidate]:
    """The passages of a text already parsed, each sentence one; `name` is how reports call the text."""
    readings = read_document(sentences, reference=published, policy=policy, title=title, aliases=aliases)
    return [
        Candidate(passage, _quote(evidence, span.start, span.end, name))
        for passage, span in windows(readings, assumed=True)
    ]


def compare_passages(
    statement: str,
    sentences: Sequence[Sentence],
    candidates: Sequence[Candidate],
    *,
    today: date | None = None,
    aliases: Mapping[str, Sequence[str]] | None = None,
    policy: Policy = DEFAULT,
) -> Verdict:
    """What passages, of one text or of several, say of a statement already parsed."""
    readings = read_document(sentences, reference=today, policy=policy)
    if not readable(statement, readings):
        return unreadable(statement, today, policy)
    return _judged(statement, readings, candidates, lore_of(aliases), today, policy)


def _quote(text: str, start: int, end: int, name: str) -> Quoted:
    return Quoted(text[start:end], name, start=start, end=end, line=text.count("\n", 0, start) + 1)


def windows(
    readings: Sequence[Reading], *, reach: int = 2, about: tuple[Name, ...] = (), assumed: bool = False
) -> Iterable[tuple[Passage, Sentence]]:
    """Every sentence as a passage of its own, with `reach` sentences of context before it and one after."""
    for k, reading in enumerate(readings):
        first = max(0, k - reach)
        passage = Passage(
            tuple(readings[first : k + 2]), frozenset({k - first}), about, assumed and not first
        )
        yield passage, reading.sentence


def readable(statement: str, readings: Sequence[Reading]) -> bool:
    """Whether there are words to judge, in letters the language model was made for."""
    letters = [c for c in statement if c.isalpha()]
    latin = sum(c < "\u0250" for c in letters)
    return bool(letters) and latin * 2 > len(letters) and any(reading.nodes for reading in readings)


def _judged(
    statement: str,
    readings: Sequence[Reading],
    candidates: Sequence[Candidate],
    lore: Lore,
    today: date | None,
    policy: Policy,
) -> Verdict:
    """Every sentence of the statement is judged by itself; the worst decides."""
    verdicts = [judge_reading(statement, r, candidates, lore, policy) for r in readings if r.nodes]
    worst = min(verdicts, key=lambda v: ("contradicted", "absent", "supported").index(v.label))
    return replace(worst, today=today, policy=policy)


def judge_reading(
    statement: str, reading: Reading, candidates: Sequence[Candidate], lore: Lore, policy: Policy
) -> Verdict:
    """What passages say of one sentence that has been read and says something."""
    return choose(statement, judge_each(reading, candidates, lore, policy))


def judge_each(
    reading: Reading, candidates: Sequence[Candidate], lore: Lore, policy: Policy
) -> list[tuple[Candidate, Judgement]]:
    """What each passage by itself says of such a sentence."""
    account = Account(reading)
    return [(c, judge(account, c.passage, lore, policy)) for c in candidates]
