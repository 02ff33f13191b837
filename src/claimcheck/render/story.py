"""A claim's story as text: a block for each commit, the oldest first."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.render.plain import Style, one_line, paragraph
from claimcheck.report.upkeep import Chapter, ClaimStory

INDENT = 12
_COMMIT = 10  # digits shown of a commit's name


def text(story: ClaimStory, style: Style) -> str:
    """The claim and its chapters."""
    said = story.text if story.text is not None else "no longer in the ledger"
    lines = [f"{style.paint(one_line(story.claim), 'mark')}  {paragraph(said, style, 2)}"]
    if not story.whole:
        lines.append("  this repository is a shallow clone: what was before its first commit is not known")
    for chapter in story.chapters:
        lines += ["", *_chapter(chapter, style)]
    return "\n".join(lines) + "\n"


def _chapter(chapter: Chapter, style: Style) -> Iterator[str]:
    if chapter.commit is None:
        yield style.paint("not committed yet", "absent")
    else:
        commit = style.paint(one_line(chapter.commit[:_COMMIT]), "dim")
        yield f"{one_line(chapter.when[:10])}  {one_line(chapter.author)}  {commit}  {one_line(chapter.subject)}"
    for change in chapter.changes:
        yield " " * INDENT + paragraph(change.said, style, INDENT)
