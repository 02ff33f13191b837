"""Items to results: parsed together, each judged by itself against a ledger or the evidence it came with."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.check import compare_passages, passages_of, verify_parsed
from claimcheck.cli.notes import tell_of
from claimcheck.cli.progress import reading_bar
from claimcheck.cli.rows import BadRow, Item
from claimcheck.errors import DEBUG, ClaimcheckError, StatementError, internal
from claimcheck.fields import nearest
from claimcheck.lore import Lore
from claimcheck.parse import parse, parse_many
from claimcheck.policy import Policy
from claimcheck.reading import Reading
from claimcheck.report import LedgerState, Result, Unread, result_of
from claimcheck.report.marking import marked
from claimcheck.tokens import Sentence
from claimcheck.verdict import Candidate, Verdict

if TYPE_CHECKING:
    from claimcheck.retrieve import Index
    from claimcheck.sources import Meta
    from claimcheck.store import Ledger

MOST_KEPT = 256  # texts of evidence whose passages are kept for the next row
Parsed = dict[str, Sequence[Sentence] | Exception]
Outcome = tuple[Item | BadRow, Result | Unread]


@dataclass(slots=True)
class Asked:
    """An index asked once, of all its claims or only those of one source; `found` is what it answered."""

    index: Index
    source: str | None
    found: list[Candidate] = field(default_factory=list)

    @property
    def lore(self) -> Lore:
        return self.index.lore

    def search(self, readings: Sequence[Reading]) -> list[Candidate]:
        """The passages nearest to the statement, best first."""
        self.found = self.index.search(readings, source=self.source)
        return self.found


@dataclass
class Judge:
    """Judges items. `ledger` is called when the first item needs one; its index stays open to the end.

    titles: whether results are to have the titles and pages of their sources.
    """

    open_ledger: Callable[[], Ledger]
    policy: Policy
    aliases: dict[str, tuple[str, ...]]
    explain: bool = False
    titles: bool = True
    _index: Index | None = None
    _ledger: Ledger | None = None
    _open: ExitStack = field(default_factory=ExitStack)
    _metas: dict[str, Meta | None] = field(default_factory=dict)
    _kept: dict[tuple[str, str], list[Candidate]] = field(default_factory=dict)

    def __enter__(self) -> Judge:
        return self

    def __exit__(self, *problem: object) -> None:
        self._open.close()

    @property
    def state(self) -> LedgerState | None:
        """The ledger that was asked; None where none was."""
        return LedgerState(self._index.digest, self._index.count) if self._index else None

    def index(self) -> Index:
        """The ledger's index, opened when first asked for. Raises LedgerError."""
        if self._index is None:
            self._ledger = self.open_ledger()
            from claimcheck.retrieve import open_index

            with reading_bar() as progress:
                self._index = self._open.enter_context(
                    open_index(self._ledger, self.policy, progress=progress)
                )
            tell_of(self._index)
        return self._index

    def __call__(self, batch: Sequence[Item | BadRow]) -> Iterator[Outcome]:
        """The outcomes in order. What is wrong with one item is its own; ledger and model are everybody's."""
        items = [item for item in batch if isinstance(item, Item)]
        if any(item.evidence is None for item in items):
            self.index()  # before the model: a ledger that cannot be used is told at once
        parsed = _parsed([text for item in items for text in self._texts(item)])
        for item in batch:
            yield item, (item.unread if isinstance(item, BadRow) else self._one(item, parsed))

    def _texts(self, item: Item) -> Iterator[str]:
        yield item.statement
        for name, text in _named(item):
            if (name, text) not in self._kept:
                yield text

    def _one(self, item: Item, parsed: Parsed) -> Result | Unread:
        try:
            verdict = self._verdict(item, parsed)
            return result_of(
                verdict, row_id=item.id, today=item.today, meta_of=self._meta, explain=self.explain
            )
        except StatementError as error:
            return Unread(item.line, str(error))
        except ClaimcheckError:
            raise
        except Exception as error:  # the other rows are still worth judging
            if os.environ.get(DEBUG):
                raise
            return Unread(item.line, internal(error))

    def _verdict(self, item: Item, parsed: Parsed) -> Verdict:
        sentences = _sentences(item.statement, parsed)
        if item.evidence is None:
            asked = Asked(self.index(), self._known(item.source) if item.source else None)
            verdict = verify_parsed(item.statement, sentences, asked, today=item.today, policy=self.policy)
            return marked(verdict, asked.found)
        candidates = [c for name, text in _named(item) for c in self._passages(name, text, parsed)]
        verdict = compare_passages(
            item.statement, sentences, candidates, today=item.today, aliases=self.aliases, policy=self.policy
        )
        return marked(verdict, candidates)

    def _known(self, source: str) -> str:
        """A source of the ledger, by its id. Raises StatementError where there is none."""
        assert self._ledger is not None
        if source in self._ledger.sources:
            return source
        near = nearest(source, self._ledger.sources)
        raise StatementError(
            f"the ledger has no source {source!r}" + (f" (did you mean {near!r}?)" if near else "")
        )

    def _passages(self, name: str, text: str, parsed: Parsed) -> list[Candidate]:
        found = self._kept.get((name, text))
        if found is None:
            found = passages_of(
                text, _sentences(text, parsed), name=name, aliases=self.aliases, policy=self.policy
            )
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[name, text] = found
        return found

    def _meta(self, source: str) -> Meta | None:
        if self._ledger is None or not self.titles:
            return None
        if source not in self._metas:
            self._metas[source] = self._ledger.meta(source)
        return self._metas[source]


def _named(item: Item) -> Iterator[tuple[str, str]]:
    """The texts an item came with, and how reports call each: by the row's source, else by number if they are many."""
    for number, text in enumerate(item.evidence or (), start=1):
        several = item.evidence is not None and len(item.evidence) > 1
        yield item.source or (f"evidence {number}" if several else ""), text


def _parsed(texts: Sequence[str]) -> Parsed:
    """Each text once, parsed; for one that the parser fails on, what it failed with."""
    wanted = list(dict.fromkeys(texts))
    try:
        return dict(zip(wanted, parse_many(wanted), strict=True))
    except ClaimcheckError:
        raise
    except Exception:  # noqa: BLE001 - one of the texts: which, shows when each is parsed by itself
        return {text: _alone(text) for text in wanted}


def _alone(text: str) -> Sequence[Sentence] | Exception:
    try:
        return parse(text)
    except Exception as error:  # noqa: BLE001 - raised again for the item it belongs to
        return error


def _sentences(text: str, parsed: Parsed) -> Sequence[Sentence]:
    found = parsed[text] if text in parsed else parse(text)
    if isinstance(found, Exception):
        raise found
    return found
