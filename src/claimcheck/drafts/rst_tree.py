"""reStructuredText parsed by docutils, into a tree whose texts know the line they begin on.

Only the structure is taken from docutils: text is left as it stands in the source, for docutils keeps no places in it.
Nothing is read from other files, nothing is printed, and what a text registers (roles) is forgotten afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from claimcheck.drafts.reading import UnreadableError
from claimcheck.drafts.rst_csv import csv_directive

if TYPE_CHECKING:
    from docutils import nodes
    from docutils.parsers.rst.states import Inliner

_BROKEN: Final = (AssertionError, AttributeError, IndexError, KeyError, TypeError, ValueError, EOFError)
# What docutils raises, now and then, for markup that nobody meant.


def parse_rst(text: str) -> nodes.document:
    """The tree. A block of text holds one Text node, its source, whose `line` is the line it begins on, from 1.

    So is that of a comment.

    Raises UnreadableError for what is nested too deep, and where docutils fails.
    """
    from docutils.frontend import get_default_settings
    from docutils.parsers.rst import Parser
    from docutils.utils import new_document

    settings = get_default_settings(Parser)
    settings.report_level = settings.halt_level = 5
    settings.warning_stream = False
    settings.file_insertion_enabled = settings.raw_enabled = False
    settings.syntax_highlight = "none"
    document = new_document("draft", settings)
    try:
        with _borrowed() as registered:
            registered["csv-table"] = csv_directive()
            Parser(inliner=_verbatim_inliner()).parse(text, document)
    except RecursionError as error:
        raise UnreadableError(0, "lists, quotes or directives are nested too deep") from error
    except _BROKEN as error:
        raise UnreadableError(0, f"docutils cannot read its markup ({type(error).__name__})") from error
    return document


def elements(node: nodes.Element) -> list[nodes.Element]:
    """What is in a node, without bare text."""
    from docutils import nodes

    return [child for child in node.children if isinstance(child, nodes.Element)]


def _verbatim_inliner() -> Inliner:
    from docutils import nodes
    from docutils.parsers.rst import states

    class Verbatim(states.Inliner):
        """Takes text as it is."""

        def init_customizations(self, settings: Any) -> None:  # noqa: ANN401
            usual = (
                states.Inliner()
            )  # its patterns are built from what its class defines, and from nothing else
            usual.init_customizations(settings)
            self.__dict__.update(vars(usual))

        def parse(self, text: str, lineno: int, memo: Any, parent: nodes.Element) -> Any:  # noqa: ANN401, ARG002
            verbatim = nodes.Text(text)
            verbatim.line = lineno
            return [verbatim], []

    return Verbatim()


@contextmanager
def _borrowed() -> Iterator[dict[str, Any]]:
    """docutils keeps roles and directives for the whole process, and no line of a comment; give the directives.

    All is put back as it was.
    """
    from docutils.parsers.rst import directives, roles, states

    registered: dict[str, Any] = directives._directives  # type: ignore[attr-defined]
    kept = [(registry, dict(registry)) for registry in (roles._roles, registered)]  # type: ignore[attr-defined]
    comment = states.Body.comment

    def placed(body: states.Body, match: Any) -> Any:  # noqa: ANN401
        first = body.state_machine.abs_line_number()
        found, blank_finish = comment(body, match)  # type: ignore[no-untyped-call]
        for node in found:
            node.line = first
        return found, blank_finish

    states.Body.comment = placed  # type: ignore[method-assign]
    try:
        yield registered
    finally:
        states.Body.comment = comment  # type: ignore[method-assign]
        for registry, before in kept:
            registry.clear()
            registry.update(before)
