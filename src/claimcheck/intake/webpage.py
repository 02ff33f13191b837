"""A page of the web to parts: its main text without menus, teasers and comments, found by trafilatura."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from claimcheck.errors import SourceError
from claimcheck.intake.markup import one_line
from claimcheck.intake.parts import Part, Text, flattened
from claimcheck.intake.published import published_day
from claimcheck.intake.quiet import quiet

if TYPE_CHECKING:
    from configparser import ConfigParser

# Where a page says which part of it is its text.
_MARKED: Final = "//article|//main|//*[@role='main' or @itemprop='articleBody']|" + "|".join(
    f"//body//*[contains(@{key}, '{word}')]"
    for key in ("id", "class")
    for word in ("content", "article", "story", "post")
)
LONGEST_PAGE: Final = 20 * 2**20  # code points
_BROKEN: Final = (ValueError, LookupError, AttributeError, TypeError, RuntimeError, AssertionError)


@dataclass(frozen=True, slots=True)
class WebPage:
    """The main text of a page, and what the page says of itself."""

    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    published: date | None
    license: str | None
    parts: tuple[Part, ...]


def read_page(text: str, name: str, url: str | None, day: date) -> WebPage:
    """The main text of an HTML page. `day`: of retrieval; it cannot have been published later.

    Raises SourceError, naming the page, where no main text is found.
    """
    if len(text) > LONGEST_PAGE:
        raise SourceError(f"{name}: is larger than any page of the web: split it into several documents")
    from trafilatura import load_html

    try:
        with quiet("trafilatura", "htmldate", "courlan", "justext"):
            tree = load_html(text)
            published = None if tree is None else published_day(tree, day)
            found = None if tree is None else _extracted(tree, url)
    except _BROKEN as error:
        said = " ".join(str(error).split())[:100] or type(error).__name__
        raise SourceError(f"{name}: cannot be read as HTML ({said}): save it as plain text") from error
    parts = tuple(_parts(found.body)) if found is not None else ()
    if found is None or not any(isinstance(part, Text) and part.text for part in parts):
        raise SourceError(
            f"{name}: no text found in the page: where a script puts it there, save it as a browser shows it"
        )
    return WebPage(
        title=_told(found.title),
        publisher=_told(found.sitename),
        author=_told(found.author),
        url=_told(found.url),
        published=published,
        license=_told(found.license),
        parts=parts,
    )


def _extracted(tree: Any, url: str | None) -> Any:  # noqa: ANN401 - trafilatura's document
    from trafilatura import bare_extraction

    unmarked = not tree.xpath(_MARKED)
    return bare_extraction(
        _whole_as_article(tree) if unmarked else tree,
        url=url,
        config=_settings(unmarked),
        favor_recall=unmarked,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "1996-01-01"},
    )


def _whole_as_article(tree: Any) -> Any:  # noqa: ANN401
    """A page that does not tell its article from the rest, all of it taken for one, since it may well be."""
    body = next(iter(tree.iter("body")), None)
    if body is None:  # a fragment
        tree, fragment = tree.makeelement("html"), tree
        body = tree.makeelement("body")
        tree.append(body)
        body.append(fragment)
    article = body.makeelement("article")
    article.text, body.text = body.text, None
    article.extend(list(body))
    body.append(article)
    return tree


@cache
def _settings(whole: bool) -> ConfigParser:
    """trafilatura's own, but for short pages, which it would refuse, or of a whole page keep only paragraphs."""
    from trafilatura.settings import use_config

    settings = use_config()
    settings.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    if whole:
        settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    return settings


def _told(value: object) -> str | None:
    return one_line(value) or None if isinstance(value, str) else None


def _parts(body: Any) -> Iterator[Part]:  # noqa: ANN401 - lxml is untyped
    """The parts of trafilatura's tree: head, p, quote, list, table, code."""
    if body.text:
        yield from _paragraph(body.text)
    for element in body:
        name = element.tag if isinstance(element.tag, str) else ""
        if name == "head":
            rend = element.get("rend") or "h2"
            yield Text("heading", _words(element), int(rend[1:]) if rend[1:].isdigit() else 2)
        elif name == "list":
            yield from _items(element, 1)
        elif name == "table":
            yield from _table(element)
        elif name == "code":
            yield Text("code", "".join(element.itertext()))
        elif name == "quote":
            yield from (_quoted(part) for part in _inside(element))
        elif name in ("p", "item", "cell", "div", "body"):
            yield from _inside(element)
        if element.tail:
            yield from _paragraph(element.tail)


def _inside(element: Any) -> Iterator[Part]:  # noqa: ANN401
    """An element with blocks of its own as these, any other as a paragraph."""
    if any(child.tag in ("p", "list", "table", "quote", "head") for child in element):
        yield from _parts(element)
    else:
        yield from _paragraph(_words(element))


def _paragraph(text: str) -> Iterator[Part]:
    words = one_line(text)
    if words:
        yield Text("paragraph", words)


def _quoted(part: Part) -> Part:
    return Text("quote", part.text) if isinstance(part, Text) and part.kind == "paragraph" else part


def _words(element: Any) -> str:  # noqa: ANN401
    return one_line("".join(_strings(element)))


def _strings(element: Any) -> Iterator[str]:  # noqa: ANN401
    yield element.text or ""
    for child in element:
        if child.tag in ("lb", "p", "item", "row", "cell"):
            yield " "
        if child.tag != "graphic":
            yield from _strings(child)
        if child.tag in ("p", "item", "row", "cell"):
            yield " "
        yield child.tail or ""


def _items(listed: Any, level: int) -> Iterator[Part]:  # noqa: ANN401
    term = ""  # of a list of terms and what they mean: the two are one item
    for item in listed:
        if item.tag != "item":
            continue
        kind = (item.get("rend") or "").split("-")[0]
        nested = [child for child in item if child.tag == "list"]
        words = _own_words(item)
        if kind == "dt":
            term = words.rstrip(":")
            continue
        if words:
            yield Text("list_item", f"{term}: {words}" if kind == "dd" and term else words, level)
        for child in nested:
            yield from _items(child, level + 1)


def _own_words(item: Any) -> str:  # noqa: ANN401
    """The words of a list item without those of lists within it."""
    parts = [item.text or ""]
    for child in item:
        parts += [" "] if child.tag == "list" else _strings(child)
        parts.append(child.tail or "")
    return one_line("".join(parts))


def _table(table: Any) -> Iterator[Part]:  # noqa: ANN401
    rows = [[_words(cell) for cell in row if cell.tag == "cell"] for row in table if row.tag == "row"]
    width = max(map(len, rows), default=0)
    if len(rows) > 1 and width > 1 and not any(rows[0][1:]):  # a caption over all columns
        yield from _paragraph(rows.pop(0)[0])
    yield from flattened(tuple(tuple(row + [""] * (width - len(row))) for row in rows))
