"""Results to standard output, in the format asked for: each as it comes, or one document at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from claimcheck import __version__
from claimcheck.cli.request import Request
from claimcheck.cli.rows import BadRow, Item
from claimcheck.cli.terminal import encoding, stdout, style
from claimcheck.render import json, text
from claimcheck.render.plain import Style
from claimcheck.report import SCHEMA, LedgerState, Report, Result, Tally, Tool, Unread, rules_of


class Printer(Protocol):
    """Takes results one by one, then the end."""

    def one(self, item: Item | BadRow, result: Result | Unread) -> None:
        """Print a result, or keep it."""

    def flush(self) -> None:
        """Send what was printed on its way."""

    def end(self, tally: Tally, ledger: LedgerState | None) -> None:
        """Print what comes last."""


def printer(request: Request) -> Printer:
    """The printer of the format asked for. Raises ClaimcheckError where there is no standard output."""
    out = stdout()
    if request.format == "json":
        return Document(out, request)
    return Rows(out) if request.format == "jsonl" else Blocks(out, request, style())


@dataclass
class Blocks:
    """Text: a block for each statement, then the totals."""

    out: BinaryIO
    request: Request
    style: Style
    printed: bool = False

    def one(self, item: Item | BadRow, result: Result | Unread) -> None:  # noqa: ARG002
        if isinstance(result, Unread):
            self._write(text.error_block(result, self.style, self.request.unit))
        else:
            self._write(text.block(result, self.style))

    def flush(self) -> None:
        self.out.flush()

    def end(self, tally: Tally, ledger: LedgerState | None) -> None:  # noqa: ARG002
        self._write(text.summary(tally.totals, self.request.today, self.request.policy))
        self.flush()

    def _write(self, block: str) -> None:
        text = ("\n" if self.printed else "") + block
        self.out.write(text.encode(encoding(), errors="backslashreplace"))
        self.printed = True


@dataclass
class Rows:
    """JSON Lines: a row for each, always UTF-8."""

    out: BinaryIO

    def one(self, item: Item | BadRow, result: Result | Unread) -> None:
        if isinstance(result, Unread):
            line = json.error_row(result, item.id_text)
        else:
            line = json.row(result, item.rest if isinstance(item, Item) else (), item.id_text)
        self.out.write(line.encode())

    def flush(self) -> None:
        self.out.flush()

    def end(self, tally: Tally, ledger: LedgerState | None) -> None:  # noqa: ARG002
        self.flush()


@dataclass
class Document:
    """One JSON document at the end, always UTF-8."""

    out: BinaryIO
    request: Request
    results: list[Result | Unread] = field(default_factory=list)

    def one(self, item: Item | BadRow, result: Result | Unread) -> None:  # noqa: ARG002
        self.results.append(result)

    def flush(self) -> None:
        pass

    def end(self, tally: Tally, ledger: LedgerState | None) -> None:
        report = Report(
            schema=SCHEMA,
            tool=Tool("claimcheck", __version__),
            policy=rules_of(self.request.policy),
            today=self.request.today,
            fail_on=self.request.fail_on,
            ledger=ledger,
            results=tuple(self.results),
            totals=tally.totals,
            exit_code=tally.exit_code,
        )
        self.out.write(json.document(report).encode())
        self.out.flush()
