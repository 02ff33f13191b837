"""The reference date: the one place where the clock is read."""

from __future__ import annotations

from datetime import date

import click

from claimcheck.fields import iso_date


def day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date:
    """The day an option gives, the day it is where it gives none."""
    return date.today() if value is None else given_day(value)


def given_day(value: str) -> date:
    """A day as written. Raises click.BadParameter for what is none."""
    try:
        return iso_date(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def optional_day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    """The day an option gives, if it gives one."""
    return None if value is None else given_day(value)


def day_or_nothing(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """A day, still as text, so that "" can stand for taking one away."""
    if value:
        given_day(value)
    return value
