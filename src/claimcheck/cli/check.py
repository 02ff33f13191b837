"""`claimcheck check`: draft copy against the ledger."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

import click

from claimcheck import __version__
from claimcheck.cli.days import day
from claimcheck.cli.notes import tell_of
from claimcheck.cli.output import deliver, format_options, wishes
from claimcheck.cli.progress import bar, reading_bar
from claimcheck.cli.terminal import stdout
from claimcheck.config import FailOn, config_path
from claimcheck.drafts.paths import whole
from claimcheck.errors import DraftError, LedgerError
from claimcheck.policy import Bounds, Policy
from claimcheck.render.formats import REPORT_FORMATS, ReportFormat
from claimcheck.render.plain import one_line

if TYPE_CHECKING:
    from claimcheck.checking.fixing import Mended
    from claimcheck.checking.given import Given
    from claimcheck.checking.reporting import Asked
    from claimcheck.checking.run import Quiet
    from claimcheck.processes import Process
    from claimcheck.render.plain import Style
    from claimcheck.report.checked import CheckReport
    from claimcheck.store import Ledger

STDIN = "standard-input.md"  # what the draft that - reads is called, if nobody says


def _share(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Decimal | None:
    """A share: 0.8, or 80%."""
    if value is None:
        return None
    try:
        share = Decimal(value.removesuffix("%")) / (100 if value.endswith("%") else 1)
    except InvalidOperation:
        share = Decimal(-1)
    if not 0 <= share <= 1:
        raise click.BadParameter(f"{value!r} is no share, such as 0.8 or 80%")
    return share


@click.command(
    short_help="Check draft copy: every statement of it against the ledger.",
    epilog="""\b
Examples:
  claimcheck check drafts/
  claimcheck check story.md --fail-on disputed --today 2025-07-24
  claimcheck check 'copy/**/*.html' --format sarif=check.sarif --format text
  claimcheck check drafts/ --changed-since main --min-coverage 80%
  claimcheck check - --stdin-filename story.md < story.md

\b
--fail-on sets from which verdict on a statement is an error, so that the exit code is 1:
  contradicted   a statement is contradicted and no claim supports it
  disputed       the same, or claims pull opposite ways
  absent         the same, or no claim covers a statement
  never          the exit code is 0 whatever is found
An exit code of 2 says that a file could not be read, or that nothing in any could be checked.
""",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--ledger",
    "directory",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The ledger to ask; by default the one you are in.",
)
@click.option(
    "--today",
    metavar="DATE",
    callback=day,
    help="The reference date of drafts that give none themselves; by default the day it is.",
)
@click.option(
    "--fail-on", type=click.Choice(get_args(FailOn)), help="See below. By default as the ledger says."
)
@click.option(
    "--min-coverage",
    metavar="SHARE",
    callback=_share,
    help="Fail where a smaller share of the checkable statements is supported, such as 0.8.",
)
@click.option(
    "--bounds",
    type=click.Choice(get_args(Bounds)),
    help='How "more than 100" is read: as anything above, or as a little above. By default as the ledger says.',
)
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Leave out the findings known in this file.",
)
@click.option("--update-baseline", is_flag=True, help="Write what is found to the baseline.")
@click.option(
    "--changed-since", metavar="REV", help="Report only what touches lines changed since a git revision."
)
@click.option(
    "--diff", metavar="FILE", help="Report only what touches lines a unified diff changes; - reads it."
)
@click.option(
    "--fix", is_flag=True, help="Put the value of the one claim that tells it in place of a wrong one."
)
@click.option("--dry-run", is_flag=True, help="With --fix, show what would be changed and change nothing.")
@click.option(
    "--stdin-filename",
    metavar="NAME",
    help="What to call the draft that - reads; its suffix says the format.",
)
@click.option(
    "--force-exclude",
    is_flag=True,
    help="Pass over what is ignored even where it is named, as hooks name it.",
)
@click.option(
    "--jobs", metavar="N", type=click.IntRange(1), help="Processes to use; by default as many as help."
)
@format_options(REPORT_FORMATS)
def check(
    paths: tuple[str, ...],
    directory: Path | None,
    today: date,
    fail_on: FailOn | None,
    min_coverage: Decimal | None,
    bounds: Bounds | None,
    baseline: Path | None,
    update_baseline: bool,
    changed_since: str | None,
    diff: str | None,
    fix: bool,
    dry_run: bool,
    stdin_filename: str | None,
    force_exclude: bool,
    jobs: int | None,
    formats: tuple[str, ...],
    output: Path | None,
    quiet: bool,
) -> int:
    """Check the statements of drafts: Markdown, text, HTML, reStructuredText and Word, in files, folders or globs.

    Every statement is supported, contradicted, absent (no claim covers it) or uncheckable; what is wrong is shown with
    its place, the passage that says otherwise and the rule.
    """
    from claimcheck.checking.given import others
    from claimcheck.store import Ledger

    wanted = wishes(formats, output, REPORT_FORMATS)
    _refuse_nonsense(paths, baseline, update_baseline, changed_since, diff, fix, dry_run)
    if dry_run and (formats or output):
        raise click.UsageError("--dry-run prints a diff and no report", click.get_current_context())
    ledger = Ledger.open(directory or Path())
    policy = ledger.config.as_policy()
    asked = _asked(ledger, today, replace(policy, bounds=bounds) if bounds else policy, fail_on, min_coverage)
    drafts = tuple(_given(paths, ledger, stdin_filename, force_exclude))
    if force_exclude and not drafts:
        return 0
    quiet_by = _quiet(baseline, update_baseline, changed_since, diff)
    with others(drafts, jobs) as processes:
        report = _checked(drafts, ledger, asked, quiet_by, processes)
    _after(report, ledger, baseline if update_baseline else None)

    def render(name: str, style: Style) -> Iterable[str]:
        from claimcheck.render.formats import pieces

        return pieces(report, cast("ReportFormat", name), style, quiet)

    if fix and dry_run:
        return _shown_fixes(report)
    deliver(wanted, render, lambda: _step_summary(report))
    if fix:
        _mended(report)
    return report.exit_code


def _refuse_nonsense(
    paths: Sequence[str],
    baseline: Path | None,
    update_baseline: bool,
    changed_since: str | None,
    diff: str | None,
    fix: bool,
    dry_run: bool,
) -> None:
    """Raise click.UsageError for options that do not go together."""
    wrong = (
        (update_baseline and baseline is None, "--update-baseline needs --baseline FILE"),
        (dry_run and not fix, "--dry-run goes with --fix"),
        (changed_since is not None and diff is not None, "give --changed-since or --diff, not both"),
        ("-" in paths and len(paths) > 1, "- stands alone: give the other drafts to another run"),
        ("-" in paths and diff == "-", "the draft and the diff cannot both be on standard input"),
        ("-" in paths and fix and not dry_run, "what standard input gives cannot be mended: use --dry-run"),
    )
    for is_so, sentence in wrong:
        if is_so:
            raise click.UsageError(sentence, click.get_current_context())


def _asked(
    ledger: Ledger, today: date, policy: Policy, fail_on: FailOn | None, min_coverage: Decimal | None
) -> Asked:
    from claimcheck.checking.reporting import Asked
    from claimcheck.report import Tool

    share = ledger.config.check.min_coverage if min_coverage is None else min_coverage
    level = fail_on or ledger.config.fail_on
    return Asked(Tool("claimcheck", __version__), today, policy, level, share or None)


def _given(
    paths: Sequence[str], ledger: Ledger, stdin_filename: str | None, force_exclude: bool
) -> Iterator[Given]:
    """The drafts asked for, with their bytes or why there are none; what the ledger itself holds is no draft."""
    from claimcheck.checking.given import Given
    from claimcheck.drafts.paths import find_drafts, read_file

    if "-" in paths:
        name = stdin_filename or STDIN
        yield Given(name, _standard_input(), None if stdin_filename else ".md")
        return
    folders = ledger.config.folders
    own = (f"/{folders.sources}/", f"/{folders.claims}/")
    ignore = (*own, *ledger.config.check.ignore)
    for draft in find_drafts(paths, Path.cwd(), ledger.root, ignore, force_exclude):
        try:
            yield Given(draft.name, read_file(draft))
        except DraftError as error:
            yield Given(draft.name, b"", error=str(error))


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise DraftError("standard input is closed")
    return whole(sys.stdin.buffer, "standard input")


def _quiet(
    baseline: Path | None, update_baseline: bool, changed_since: str | None, diff: str | None
) -> Quiet:
    from claimcheck.checking.baseline import read_baseline
    from claimcheck.checking.changed import changed_by
    from claimcheck.checking.changed import changed_since as since
    from claimcheck.checking.run import Quiet

    known = read_baseline(baseline, may_be_missing=update_baseline) if baseline else None
    changes = None
    if changed_since is not None:
        changes = since(changed_since, Path.cwd())
    elif diff is not None:
        data = _standard_input() if diff == "-" else Path(diff).read_bytes()
        changes = changed_by(data, "standard input" if diff == "-" else diff, Path.cwd())
    return Quiet(known, changes)


def _checked(
    drafts: Sequence[Given], ledger: Ledger, asked: Asked, quiet: Quiet, others: Sequence[Process]
) -> CheckReport:
    from claimcheck.checking.batches import Room, Setting
    from claimcheck.checking.run import check as run
    from claimcheck.checking.severity import Severities, misnamed
    from claimcheck.render.rulebook import rules

    named = rules()
    if wrong := misnamed(ledger.config.severity, named):
        raise LedgerError(f"{config_path(ledger.root)}: {wrong}")
    severities = Severities(asked.fail_on, ledger.config.severity)
    with reading_bar() as progress:
        room = Room(Setting(ledger.root, asked.today, asked.policy, severities, frozenset(named)), progress)
    try:
        tell_of(room.judge.index)
        with bar("checking drafts") as step:
            return run(drafts, ledger, asked, quiet, room=room, others=others, step=step)
    finally:
        room.close()


def _after(report: CheckReport, ledger: Ledger, baseline: Path | None) -> None:
    """Tell of what could not be checked, and write the baseline that is asked for."""
    from claimcheck.checking.run import update_baseline

    for each in report.unread:
        _tell(each.sentence)
    if not report.unread and report.totals.coverage is None:
        files = "the draft" if len(report.files) == 1 else f"any of the {len(report.files)} drafts"
        _tell(f"nothing in {files} can be checked against a ledger")
    if baseline is not None:
        update_baseline(report, baseline, ledger.root)


def _tell(sentence: str) -> None:
    click.echo(f"claimcheck: {one_line(sentence)}".encode(errors="backslashreplace"), err=True)


def _mended_files(report: CheckReport) -> list[Mended]:
    from claimcheck.checking.fixing import mend, wanted

    shas = {file.path: file.sha256 for file in report.files}
    return [
        mend(path, Path(path).read_bytes(), shas[path], found)
        for path, found in wanted(report.statements).items()
    ]


def _shown_fixes(report: CheckReport) -> int:
    from claimcheck.checking.fixing import diff_of, left_out_of

    files = _mended_files(report)
    out = stdout()
    out.write("".join(map(diff_of, files)).encode(errors="backslashreplace"))
    out.flush()
    for said in filter(None, map(left_out_of, files)):
        _tell(said)
    return report.exit_code


def _mended(report: CheckReport) -> None:
    from claimcheck.checking.fixing import left_out_of, put_right, write_mended

    files = _mended_files(report)
    write_mended(files)
    for said in filter(None, (tell(each) for each in files for tell in (put_right, left_out_of))):
        _tell(said)


def _step_summary(report: CheckReport) -> str:
    from claimcheck.render import github
    from claimcheck.report.alerts import sheet_of

    return github.summary(sheet_of(report))
