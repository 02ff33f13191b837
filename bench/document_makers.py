"""Programs that make PDF and DOCX of a text, each in its own way."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from bench.document_pages import by_hand, pages
from bench.document_texts import COUNCIL, FERRY, HERONS, QUEUE, TEXTS, TextOf

LIMIT = 180  # seconds for one program
STYLES = (  # of TeX: name, text, options of the class, preamble
    (
        "one column, notes",
        HERONS,
        "a4paper",
        r"\usepackage{fancyhdr}\pagestyle{fancy}\fancyhead[L]{Running head of a survey}",
    ),
    ("two columns, notes", HERONS, "a4paper,twocolumn", ""),
    (
        "narrow, hyphens",
        QUEUE,
        "a5paper,11pt",
        r"\usepackage[paperwidth=9cm,paperheight=16cm,margin=1cm]{geometry}",
    ),
    (
        "report, heads",
        COUNCIL,
        "a5paper,12pt",
        r"\usepackage{fancyhdr}\pagestyle{fancy}\fancyhf{}\fancyhead[C]{Running head of the clerk}"
        r"\fancyfoot[C]{Page \thepage}",
    ),
)
Make = Callable[[Path], Path]


@dataclass(frozen=True, slots=True)
class Maker:
    """A document to make: its format, who makes it, the program that needs, and the text it is made of."""

    format: str
    name: str
    program: str
    text: TextOf
    make: Make


def installed(program: str) -> bool:
    """Whether a program is there; "" stands for Python packages, which always are."""
    return not program or shutil.which(program) is not None


def makers() -> Iterator[Maker]:
    """Ten PDFs, ten DOCX files and twenty pages of HTML."""
    yield from _pdfs()
    yield from _words()
    for name, text, make in pages():
        yield Maker("html", name, "", text, make)
    for text in TEXTS:
        made = partial(_office, partial(_word, text), "html")
        yield Maker("html", "LibreOffice, from DOCX", "soffice", text, made)


# PDF


def _pdfs() -> Iterator[Maker]:
    for name, text, options, preamble in STYLES:
        yield Maker("pdf", f"TeX, {name}", "pdflatex", text, partial(_tex, text, options, preamble))
    for name, make, text in (
        ("from DOCX", partial(_word, HERONS, heads=True), HERONS),
        ("from HTML", partial(by_hand, FERRY, "dated"), FERRY),
        ("two columns", partial(_word, COUNCIL, columns=True), COUNCIL),
    ):
        yield Maker("pdf", f"LibreOffice, {name}", "soffice", text, partial(_office, make, "pdf"))
    for name, style, text in (
        ("print", "plain", FERRY),
        ("columns", "columns", FERRY),
        ("justified", "hyphens", HERONS),
    ):
        yield Maker("pdf", f"Chromium, {name}", "chromium", text, partial(_print, text, style))


def _tex(text: TextOf, options: str, preamble: str, folder: Path) -> Path:
    marks = {
        "h": "\\section{%s}\n",
        "p": "%s\n\n",
        "q": "\\begin{quote}%s\\end{quote}\n",
        "note": "\\footnote{%s}\n\n",
    }
    body, listed, size = "", False, options
    for i, (kind, words) in enumerate(text.blocks):
        if (kind == "li") != listed:
            body += "\\begin{itemize}\n" if not listed else "\\end{itemize}\n"
            listed = not listed
        noted = i + 1 < len(text.blocks) and text.blocks[i + 1][0] == "note"
        line = "\\item %s\n" if kind == "li" else marks[kind]
        line = (
            line.rstrip("\n")
            if noted and kind == "p"
            else line.replace("\\end{quote}\n", "")
            if noted
            else line
        )
        body += line % _escaped(words)
        if kind == "note" and text.blocks[i - 1][0] == "q":
            body += "\\end{quote}\n"
    if text.table:
        rows = "\\\\\n".join(" & ".join(map(_escaped, row)) for row in text.table)
        table = f"\\begin{{tabular}}{{lrr}}{rows}\\end{{tabular}}"
        body += f"\\begin{{table}}[h]{table}\\caption{{The figures at a glance.}}\\end{{table}}\n"
    (folder / f"{text.name}.tex").write_text(
        f"\\documentclass[{size}]{{article}}\\usepackage[utf8]{{inputenc}}\\usepackage{{textcomp}}{preamble}\n"
        f"\\title{{{text.title}}}\\author{{{text.author}}}\\date{{4 May 2025}}\n"
        f"\\begin{{document}}\\maketitle\n{body}\\end{{document}}\n",
        encoding="utf-8",
    )
    _run(["pdflatex", "-interaction=batchmode", f"{text.name}.tex"], folder)
    return folder / f"{text.name}.pdf"


def _escaped(words: str) -> str:
    words = words.replace("max_receive_count", "\\texttt{max\\char95 receive\\char95 count}")
    for sign in "&%$#":
        words = words.replace(sign, "\\" + sign)
    for sign, tex in {
        "°C": "\\textdegree C",
        "£": "\\pounds{}",
        "“": "``",
        "”": "''",
        "–": "--",
        "’": "'",
    }.items():
        words = words.replace(sign, tex)
    return words


def _print(text: TextOf, style: str, folder: Path) -> Path:
    page = by_hand(text, style, folder)
    target = page.with_suffix(".pdf")
    _run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--print-to-pdf={target}",
            page.as_uri(),
        ],
        folder,
    )
    return target


def _office(make: Make, suffix: str, folder: Path) -> Path:
    """What LibreOffice makes of another document; a profile of its own, so that a running one is not asked."""
    source = make(folder / "from")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to = ["--headless", "--convert-to", "docx:MS Word 2007 XML" if suffix == "docx" else suffix]
    _run(["soffice", profile, *to, "--outdir", str(folder), str(source)], folder)
    return folder / f"{source.stem}.{suffix}"


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=LIMIT)


# DOCX


def _words() -> Iterator[Maker]:
    for text in TEXTS:
        yield Maker("docx", "python-docx", "", text, partial(_word, text))
    yield Maker("docx", "python-docx, heads", "", FERRY, partial(_word, FERRY, heads=True))
    yield Maker("docx", "python-docx, tracked", "", QUEUE, partial(_word, QUEUE, tracked=True))
    for text in TEXTS:
        made = partial(_office, partial(by_hand, text, "plain"), "odt")
        yield Maker("docx", "LibreOffice, from ODT", "soffice", text, partial(_office_again, made))


def _office_again(make: Make, folder: Path) -> Path:
    return _office(make, "docx", folder)


def _word(
    text: TextOf, folder: Path, heads: bool = False, columns: bool = False, tracked: bool = False
) -> Path:
    import docx

    folder.mkdir(parents=True, exist_ok=True)
    document = docx.Document()
    document.core_properties.title = text.title
    document.add_heading(text.title, 0)
    styles = {"li": "List Bullet", "q": "Quote", "p": "Normal", "note": "Normal"}
    for kind, words in text.blocks:
        if kind == "h":
            document.add_heading(words, 1)
        else:
            _tracked(document.add_paragraph("", styles[kind]), words, tracked)
    if text.table:
        table = document.add_table(len(text.table), len(text.table[0]))
        for row, cells in zip(table.rows, text.table, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    if heads:
        document.sections[0].header.paragraphs[0].text = "Running head of the document"
        document.sections[0].footer.paragraphs[0].text = "Confidential draft"
    if columns:
        _two_columns(document)
    path = folder / f"{text.name}.docx"
    document.save(str(path))
    return path


def _tracked(paragraph: Any, words: str, tracked: bool) -> None:  # noqa: ANN401 - python-docx
    """A paragraph, every third word of it an insertion beside a deletion where changes are tracked."""
    from docx.oxml.parser import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    if not tracked:
        paragraph.add_run(words)
        return
    for i, word in enumerate(words.split(" ")):
        run = f'<w:r {space}><w:t xml:space="preserve">{escape(word)} </w:t></w:r>'
        if i % 3 == 1:
            gone = f'<w:del {space} w:id="{i}" w:author="a"><w:r><w:delText>struck </w:delText></w:r></w:del>'
            paragraph._p.append(parse_xml(gone))
            run = f'<w:ins {space} w:id="{900 + i}" w:author="a">{run}</w:ins>'
        paragraph._p.append(parse_xml(run))


def _two_columns(document: Any) -> None:  # noqa: ANN401
    from docx.oxml.ns import qn

    columns = document.sections[0]._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
