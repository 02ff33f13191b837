"""Pages of HTML made of a text: by hand in many ways, and by generators."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from pathlib import Path

from bench.document_texts import COUNCIL, FERRY, HERONS, QUEUE, TextOf

JUNK = (  # what stands on the pages and is not their text, and at the edges of other documents
    "Subscribe to our newsletter",
    "We use cookies",
    "Most read this week",
    "All rights reserved",
    "Running head of",
    "Confidential draft",
    "Skip to content",
)


def pages() -> Iterator[tuple[str, TextOf, Callable[[Path], Path]]]:
    """Pages of HTML: what makes them, of which text, and how."""
    for style, texts in (
        ("plain", (QUEUE, COUNCIL)), ("news", (HERONS, FERRY, COUNCIL)), ("docs", (QUEUE, HERONS)), ("divs", (FERRY,)),
        ("tables", (COUNCIL,)), ("latin", (FERRY,)), ("wide", (HERONS,)), ("bare", (COUNCIL,)), ("xhtml", (FERRY,)),
    ):  # fmt: skip
        for text in texts:
            yield f"by hand, {style}", text, partial(by_hand, text, style)
    for text in (HERONS, QUEUE):
        yield "markdown-it", text, partial(_from_markdown, text)
    yield "docutils", COUNCIL, partial(_from_docutils, COUNCIL)


def by_hand(text: TextOf, style: str, folder: Path) -> Path:
    """A page in the style of a newspaper, of documentation, or of somebody who writes HTML by hand."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{text.name}.{'xhtml' if style == 'xhtml' else 'html'}"
    encoding = {"latin": "cp1252", "wide": "utf-16"}.get(style, "utf-8")
    path.write_bytes(_dressed(text, _body(text, style), style).encode(encoding))
    return path


def _body(text: TextOf, style: str) -> str:
    tags = {"h": "h2", "p": "p", "q": "blockquote", "li": "li", "note": "p"}
    if style == "divs":
        tags |= {"p": "div", "h": "h3"}
    parts, listed = [], False
    for kind, words in text.blocks:
        if (kind == "li") != listed:
            parts.append("<ul>" if not listed else "</ul>")
            listed = not listed
        parts.append(f"<{tags[kind]}>{escape(words, quote=False)}</{tags[kind]}>")
    if text.table:
        head, *rows = text.table
        cells = "".join(f"<th>{cell}</th>" for cell in head)
        lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        parts.append(f"<table border=1><tr>{cells}</tr>{lines}</table>".replace("border=1", 'border="1"'))
    return "\n".join(parts)


def _dressed(text: TextOf, body: str, style: str) -> str:
    """A body in the page of a newspaper, of documentation, or of somebody who writes HTML by hand."""
    title = f"<h1>{text.title}</h1>"
    if style == "dated":  # LibreOffice loses a heading that opens a page
        title = "<p>Lindholm, 6 May 2025</p>" + title
    charset = {"latin": "iso-8859-1", "wide": "utf-16"}.get(style, "utf-8")
    css = {
        "columns": ".c{column-count:2}", "hyphens": ".c{column-count:2;hyphens:auto;text-align:justify}",
    }.get(style, "")  # fmt: skip
    head = f'<head><meta charset="{charset}"><title>{text.title}</title><style>{css}</style></head>'
    links = "".join(f"<li><a href='/{i}'>Section {i}</a></li>" for i in range(9))
    nav = f"<nav><a href='#c'>Skip to content</a><ul>{links}</ul></nav>"
    foot = "<footer><p>© 2025 The Lindholm Post. All rights reserved.</p></footer>"
    if style == "news":
        cookies = "<div class='cookie-banner' id='cookie-consent'><p>We use cookies to improve your visit.</p></div>"
        letter = "<div class='newsletter'><p>Subscribe to our newsletter</p></div>"
        ads = "<aside><h3>Most read this week</h3><ul><li><a href='/a'>Ten ways to cook an eel</a></li></ul></aside>"
        story = f"<main><article>{title}{body}</article>{letter}</main>"
        return f"<!doctype html><html lang=en>{head}<body>{cookies}{nav}{story}{ads}{foot}</body></html>"
    if style == "docs":
        main = f"<div role=main><section>{title}{body}</section></div>"
        return f"<!doctype html><html lang=en>{head}<body><div class=sidebar>{nav}</div>{main}{foot}</body></html>"
    if style == "tables":
        cells = f"<td>{nav}</td><td>{title}{body}</td>"
        return f"<html>{head}<body><table width=100%><tr>{cells}</tr></table></body></html>"
    if style == "bare":
        return f"<title>{text.title}</title>{title}{body}"
    if style == "xhtml":
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "">'
            f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{text.title}</title></head>'
            f"<body>{title}{body}</body></html>"
        )
    return f"<!doctype html><html lang=en>{head}<body>{title}<div class=c>{body}</div></body></html>"


def _from_markdown(text: TextOf, folder: Path) -> Path:
    from markdown_it import MarkdownIt

    folder.mkdir(parents=True, exist_ok=True)
    marks = {"h": "## ", "li": "- ", "q": "> ", "p": "", "note": ""}
    source = f"# {text.title}\n\n" + "\n\n".join(marks[kind] + words for kind, words in text.blocks)
    rows = [f"| {' | '.join(row)} |" for row in text.table]
    rows[1:1] = ["|" + "---|" * len(text.table[0])]
    page = MarkdownIt("commonmark").enable("table").render(source + "\n\n" + "\n".join(rows))
    path = folder / f"{text.name}.html"
    head = f"<head><meta charset=utf-8><title>{text.title}</title></head>"
    path.write_text(f"<!doctype html><html>{head}<body>{page}</body></html>", encoding="utf-8")
    return path


def _from_docutils(text: TextOf, folder: Path) -> Path:
    from docutils.core import publish_string

    folder.mkdir(parents=True, exist_ok=True)
    lines = [text.title, "=" * len(text.title), ""]
    for kind, words in text.blocks:
        lines += {
            "h": ["", words, "-" * len(words)],
            "li": ["", "- " + words],
            "q": ["", "    " + words],
        }.get(kind, ["", words])
    path = folder / f"{text.name}.html"
    path.write_bytes(
        publish_string("\n".join(lines) + "\n", writer="html5", settings_overrides={"report_level": 5})
    )
    return path
