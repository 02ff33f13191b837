"""A command of commands, each in a file of its own, loaded only when it is called or listed."""

from __future__ import annotations

from importlib import import_module

import click

from claimcheck.fields import nearest


class Subcommands(click.Group):
    """Finds the command NAME as `command` in the module `package`.NAME. Set both before use."""

    package = ""
    names: tuple[str, ...] = ()

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.names:
            command: click.Command = import_module(f"{self.package}.{cmd_name}").command
            return command
        if not ctx.resilient_parsing and not cmd_name.startswith("-"):
            near = nearest(cmd_name, self.names)
            said = f"no command named {cmd_name[:60]!r}" + (f" (did you mean {near!r}?)" if near else "")
            raise click.UsageError(said, ctx)
        return None
