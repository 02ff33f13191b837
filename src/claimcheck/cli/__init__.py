"""The command line. Each command is a file of its own, loaded only when it is called or listed."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from keyword import iskeyword
from typing import Any, NoReturn

import click

from claimcheck import __version__
from claimcheck.errors import DEBUG, ClaimcheckError, internal
from claimcheck.fields import nearest
from claimcheck.render.plain import one_line

COMMANDS = (
    *("init", "add", "extract", "claims", "verify", "check", "report", "audit", "impact", "log", "stats"),
    *("export", "import"),
)
NOT_DONE = 2  # the exit code where the work could not be done


class Commands(click.Group):
    """Finds a command in the file of its name, and turns what goes wrong into one sentence and an exit code of 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            name = cmd_name + "_" if iskeyword(cmd_name) else cmd_name
            command: click.Command = getattr(import_module(f"claimcheck.cli.{name}"), name)
            return command
        if not ctx.resilient_parsing and not cmd_name.startswith("-"):
            raise click.UsageError(_unknown(cmd_name), ctx)
        return None

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a reader of the output that has gone away ends it quietly."""
        try:
            code = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
            return code
        except BrokenPipeError:
            _discard_output()
            return NOT_DONE

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401
    ) -> NoReturn:
        """Run, then exit with 0, 1 or 2. CLAIMCHECK_DEBUG=1 in the environment lets errors through as they are."""
        extra["standalone_mode"] = False
        # The model's matrices are small: more threads would cost more than they bring. Read when numpy is loaded.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        try:
            code = super().main(args, prog_name, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            code = NOT_DONE
        except click.UsageError as error:
            code = _refuse(f"{error.format_message().rstrip('.')}; see `{_path(error)} --help`")
        except (click.Abort, KeyboardInterrupt):
            code = _refuse("interrupted")
        except (ClaimcheckError, click.ClickException) as error:
            code = _refuse(str(error))
        except OSError as error:
            _discard_output()
            code = _refuse(f"{error.filename or 'the output'}: {error.strerror or error}")
        except Exception as error:  # whatever it is, a user is owed a sentence
            if os.environ.get(DEBUG):
                raise
            code = _refuse(internal(error))
        sys.exit(code or 0)


def _refuse(sentence: str) -> int:
    with suppress(OSError):  # where nobody listens
        click.echo(f"claimcheck: {one_line(sentence)}".encode(errors="backslashreplace"), err=True)
    return NOT_DONE


def _discard_output() -> None:
    """Point standard output to nowhere, so that Python does not fail on it again when it ends."""
    with suppress(OSError, ValueError, AttributeError):  # where it is no real file, or closed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _path(error: click.UsageError) -> str:
    return error.ctx.command_path if error.ctx else "claimcheck"


def _unknown(name: str) -> str:
    if len(name.split()) > 2:
        return f"no command named {name[:60]!r}: to check a statement write `claimcheck verify {name[:60]!r}`"
    near = nearest(name, COMMANDS)
    return f"no command named {name[:60]!r}" + (f" (did you mean {near!r}?)" if near else "")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", message="claimcheck %(version)s")
def main() -> None:
    """Check statements against a ledger of facts with sources.

    A statement is supported, contradicted or absent; each answer shows the passage that decides and names the rule.

    \b
    Start here:
      claimcheck init facts
      cd facts
      claimcheck verify "The Quay Street branch holds 42,000 books."

    Exit codes: 0 all is well, 1 something is as bad as --fail-on says, 2 something could not be done.
    """
