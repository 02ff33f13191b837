"""Documents of every format that the fuzzer breaks, and the scraps of markup it breaks them with."""

from __future__ import annotations

import zipfile
from io import BytesIO

FRONT = [
    "---\ntitle: The ferry at Kelder\ndate: 2024-05-03\nsource: [harbour-log]\ntags: {a: [b, c]}\n---\nOne of 12.\n",
    "+++\ntitle = 'T'\ndate = 2024-05-03\n+++\nOne line of 12 words.\n",
]
MARKDOWN = [
    """# The ferry

The *ferry* **Alma** carried 1,204 people on [Friday](https://example.org/a_(b) "t"), 18 more than in April.[^1]
Its crew -- 12 men and women -- was paid &pound;40 a day &amp; more <!-- desk: check --> than `12:30` says.

- Two boats:
  1. the Alma, built in 1961;
  2. the Bruna\ttoo.

  A second paragraph of 3 lines
  with ~~17~~ 18 words. ![chart](c.png)
> "We lost 4 of 9 engines," she said.
> > Deeper <b>words</b>,
lazy ones.

| Year | Boats | Fee \\| each |
|------|------:|-----------|
| 2023 | 410   | `€ 9`     |
| 2024 | 512   |           |

```sh
rm 12
```

<div class="x">
<p>Raw <i>HTML</i> of 5 &lt; 6</p>
<!-- claimcheck: off -->
</div>

[^1]: The harbour counted them. See <https://example.org>.

    On 3 days of May.

[ref]: /u 'title'
Setext
------
Caf\u00e9 cafe\u0301 \U0001f469\u200d\U0001f692 \u202bRTL\u202c soft\u00adhyphen.

## References

1. Berg, A. (2019). *Boats*. Quay.
""",
    "One line of 12 words.  \nAnother\\\nthird <br> 4.\n\n***\n\n* a\n* b\n\n      code\n",
]
HTML = [
    """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset=utf-8><title>The ferry &amp; more</title>
<meta name="date" content="2024-05-03"><style>p > a { x: "1" }</style></head>
<body><nav><a href="/">Home</a></nav>
<h1 class='a b'>The ferry</h1>
<p>The <em>ferry</em> <b>Alma</b> carried 1,204&nbsp;people on <a href="https://example.org/?a=1&b=2">Friday</a>,
  18 more than in April.<sup><a href="#fn1">1</a></sup> <!-- desk: check -->
  Caf&eacute; cafe\u0301 \U0001f469\u200d\U0001f692.
<p>Two engines<br>failed.<br><br>Then <q>four</q> more, <del>17</del> <ins>18</ins> km<sup>2</sup> wide.
<ul><li>one<li>two:<ol><li>deep &lt; 5</ol></ul>
<dl><dt>Speed<dd>12 knots</dl>
<blockquote cite=x><p>We lost 4 of 9.</p></blockquote>
<pre>code &amp; 12</pre>
<table><caption>Boats</caption><thead><tr><th rowspan=2>Year<th colspan="2">Boats</tr><tr><th>big<th>small</tr></thead>
<tr><td>2023</td><td>410<td>12</tr><tr><th>2024<td colspan=2>512</table>
<table role=presentation><tr><td><table><tr><td>inner</table></td></tr></table>
<figure><img src="a.png" alt="3 boats"><figcaption>Figure 1: A boat of 1961</figcaption></figure>
<script>if (1 < 2) document.write("<p>12</p>")</script>
<section class="footnotes"><ol><li id=fn1>Harbour log, p. 3.
  <a class="footnote-backref" href="#r">back</a></ol></section>
<h2>References</h2><ol class=references><li>Berg, A. (2019)</ol></body></html>
""",
    "<p>One <b>two</p><p>three</b> 4 &#x41; &#66; &amp &unknown; <a href='x>y'>z</a></p><svg><text>no</text></svg>5",
]
RST = [
    """=========
The ferry
=========

:date: 2024-05-03
:source: harbour-log

The *ferry* **Alma** carried 1,204 people on `Friday <https://example.org>`_, 18 more [1]_ than in |month|.
Its crew\\ s' pay -- see :ref:`pay <label>` -- was ``12:30`` and \\*more\\*::

    code 12

Sub
---

- one
- two:

  1. deep
  2. deeper\ttab

Term : classifier
    Defined in 1961.

    "We lost 4 of 9."

    -- Anna Berg

.. note:: Two engines failed
   on 3 May.

.. claimcheck: ignore -- because

.. figure:: a.png
   :alt: 3 boats

   A boat of 1961.

.. code-block:: python

   x = 12

+------+-------+
| Year | Boats |
+======+=======+
| 2023 | 410   |
+------+-------+
| 2024 | 5\u4e2d12 |
+------+-------+

=====  =====
Year   Boats
=====  =====
2023   410
2024   512
=====  =====

.. csv-table:: Fees
   :header: "Year", "Fee, each"

   2023, "9 ""euro"" each"
   2024, 10

.. list-table::
   :header-rows: 1

   * - Year
     - Boats
   * - 2023
     - 410

| line one
| line two

.. [1] The harbour counted them.
.. [BERG] Berg, A. (2019).
.. |month| replace:: April
.. _target: https://example.org
.. include:: /etc/hosts
.. raw:: html
   :file: /etc/hosts

Caf\u00e9 cafe\u0301 \U0001f469\u200d\U0001f692.
""",
]
SCRAPS = {
    "md": (
        "* ** _ ~~ ` `` ``` [ ] ( ) ![ ]( < > <!-- --> <br> &amp; & \\ \\| | |---| - 1. > # === --- [^1] [^1]: <div> "
        "</div> <p <table><tr><td> <script> http://a.b/c {{ x }} <sup>2</sup>"
    ).split(),
    "html": (
        "< > </ <! <!-- --> --!> <p> </p> <p <b> <table> <tr> <td> </td> <th <li> <ul> </ul> <h2> <script> </script> "
        "<style> <title> <pre> <nav> </nav> <svg> <blockquote> <dd> &amp; &#x &#99999999; &lt = \" ' <a href= <br><br> "
        "class=references <![CDATA[ ]]> <?php ?> <sup> <q>"
    ).split(),
    "rst": (
        "* ** `` ` _ __ | [1]_ .. :: :ref: \\ - 1. :a: > === --- +--+ =====  ===== .. note:: .. table:: .. csv-table:: "
        ".. list-table:: .. include:: .. role:: .. |x| .. _a: .. [1] >>> -- http://a.b"
    ).split(),
}
ODD = [
    "\0", "\r\n", "\r", "\n", "\n\n", "\t", " ", "    ", "\u00a0", "\u2028", "\x0b", "\x0c", "\x1c", "\x85", "\ufeff",
    "\u200b", "\u00ad", "\u0301", "e\u0301", "\U0001f600", "\u4e2d", "\u05d0", "\u1100\u1161", "18", "1,204", ".",
    '"', "\u201c", "\ufffe", "\U000e0001",
]  # fmt: skip


def word_file(paragraphs: str) -> bytes:
    """The bytes of a DOCX file whose body is some XML."""
    space = "http://schemas.openxmlformats.org"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{space}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{space}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{space}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{space}/wordprocessingml/2006/main"><w:body>{paragraphs}'
        "</w:body></w:document>",
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _cell(text: str) -> str:
    return f"<w:tc><w:p>{_run(text)}</w:p></w:tc>"


WORD = [
    "".join(
        [
            "<w:p>", _run("The ferry carried 1,204 people "), "<w:ins>", _run("on 3 May"), "</w:ins>",
            "<w:del><w:r><w:delText>17</w:delText></w:r></w:del>", _run("."), "</w:p>",
            "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr>", _run("Boats &amp; fees"), "</w:p>",
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>", _run("two boats"),
            "<w:r><w:br/><w:tab/></w:r></w:p>", "<w:tbl><w:tr>", _cell("Year"), _cell("Boats"), "</w:tr><w:tr>",
            _cell("2023"), _cell("410"), "</w:tr></w:tbl>",
            "<w:sdt><w:sdtContent><w:p>", _run("Cafe\u0301 \U0001f600"), "</w:p></w:sdtContent></w:sdt>",
        ]
    )
]  # fmt: skip
WORD_SCRAPS = [
    f"<w:p>{_run('18 boats.')}</w:p>", _run("1,204"), "<w:tbl/>", f"<w:tbl><w:tr>{_cell('Year')}</w:tr></w:tbl>",
    "<w:tr/>", _cell("12"), "<w:br/>", "<w:tab/>", "<w:r><w:fldChar w:fldCharType='begin'/></w:r>", "<!-- x -->",
    "<w:t>5</w:t>",
    "<w:p><w:pPr><w:numPr><w:ilvl w:val='9'/></w:numPr></w:pPr></w:p>", "&#x301;", "<![CDATA[ 12 ]]>", "<w:x/>", "12",
    f"<w:del>{_run('17')}</w:del>",
    f"<w:hyperlink>{_run('link')}</w:hyperlink>", "<w:p", "</w:p>", "&x;", "<w:val a='",
]  # fmt: skip
