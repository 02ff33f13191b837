"""Footnotes in Markdown, as GitHub has them: `[^1]` in the text, `[^1]: The note.` where the note stands.

Rules for markdown-it's parser. A note goes on in lines indented by four spaces, with paragraphs and lists of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.parser_inline import RuleFuncInlineType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_NOTE = re.compile(r"\[\^[^\]\[\s]{1,100}\]:[ \t]*")
_MARK = re.compile(r"\[\^[^\]\[\s]{1,100}\]")
_INDENT = 4
_LAST_CLOSER = -1  # a key of the parser's own cache, whose keys are offsets


def add_footnotes(parser: MarkdownIt) -> MarkdownIt:
    """Teach a parser footnotes, and not to look for the end of a link where no bracket closes any more."""
    from markdown_it.rules_inline import image, link

    parser.block.ruler.before("reference", "footnote", _note, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "footnote_mark", _mark)
    parser.inline.ruler.at("link", _only_if_closed(link))
    parser.inline.ruler.at("image", _only_if_closed(image))
    return parser


def _note(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    if state.is_code_block(first):
        return False
    start = state.bMarks[first] + state.tShift[first]
    found = _NOTE.match(state.src, start, state.eMarks[first])
    if not found:
        return False
    if silent:
        return True
    kept = state.bMarks[first], state.tShift[first], state.sCount[first], state.parentType, state.blkIndent
    token = state.push("footnote_open", "aside", 1)
    token.map = [first, first]
    state.blkIndent += _INDENT
    state.bMarks[first], state.tShift[first], state.sCount[first] = found.end(), 0, state.blkIndent
    state.parentType = "footnote"
    state.md.block.tokenize(state, first, last)
    token.map[1] = state.line
    state.push("footnote_close", "aside", -1)
    state.bMarks[first], state.tShift[first], state.sCount[first], state.parentType, state.blkIndent = kept
    return True


def _mark(state: StateInline, silent: bool) -> bool:
    found = _MARK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("footnote_mark", "", 0).markup = found[0]
    state.pos = found.end()
    return True


def _only_if_closed(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """A rule for what ends in a bracket, which gives up at once behind the last one."""

    def closed(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] not in "![":
            return False
        if _LAST_CLOSER not in state.cache:
            state.cache[_LAST_CLOSER] = state.src.rfind("]")
        return state.cache[_LAST_CLOSER] > state.pos and rule(state, silent)

    return closed
