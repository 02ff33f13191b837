"""What a draft says of itself: its day, its title, the sources it goes by."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.drafts import read_draft
from claimcheck.drafts.front import read_day
from claimcheck.errors import DraftError
from draft_reading import prose, read

DAY = date(2024, 5, 3)


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2024-05-03", DAY),
        (" 2024-05-03T08:00:00Z ", DAY),
        ("2024-05-03 08:00:00 -0500", DAY),
        ("May 3, 2024", DAY),
        ("3 May 2024", DAY),
        ("Friday, 3 May 2024 at noon", DAY),
        ("Sept. 3, 2024", date(2024, 9, 3)),
        ("3 Mayday 2024", DAY),
        ("05/03/2024", None),
        ("May 2024", None),
        ("2024-02-30", None),
        ("tomorrow", None),
        ("", None),
        (None, None),
        (["2024-05-03"], None),
    ],
)
def test_days(given: object, day: date | None) -> None:
    assert read_day(given) == day


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: The Alma\ndate: 2024-05-03\nsource: log\nlang: en\ntags: [a, {b: c}]\n---\n",
        "---\nTitle: The Alma\nDATE: May 3, 2024\nsources: [log]\nlanguage: en\n...\n",
        "+++\ntitle = 'The Alma'\ndate = 2024-05-03T08:00:00Z\nsources = ['log']\nlang = 'en'\n[params]\na = 1\n+++\n",
        "+++\ntitle = 'The Alma'\npublished = 2024-05-03\ndate = 2020-01-01\nsource = 'log'\nlang = 'en'\n+++",
    ],
)
@pytest.mark.parametrize("suffix", [".md", ".txt", ".html", ".rst"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_front_matter(front: str, suffix: str, ends: str) -> None:
    draft = read(f"{front.strip()}\nText of 12.\n".replace("\n", ends), suffix)
    assert (draft.day, draft.document.meta.published, draft.document.meta.title) == (DAY, DAY, "The Alma")
    assert (draft.sources, draft.language) == (("log",), "en")
    [block] = draft.document.blocks
    assert (block.prose, draft.place(block.start, block.end).line) == (
        "Text of 12.",
        front.strip().count("\n") + 2,
    )


def test_a_draft_without_front_matter_says_nothing() -> None:
    draft = read("Text.\n\n---\ndate: 2024-05-03\n---\n")
    assert (draft.day, draft.document.meta.title, draft.sources, draft.language) == (None, None, (), None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: a: b\n---\n", "2: the YAML cannot be read: mapping values are not allowed in this context"),
        ("---\ntitle: a\ntitle: b\n---\n", "3: the key 'title' is given twice"),
        ("---\nkey: {{ x }}\n---\n", "2: a key must be text"),
        ("---\ntitle: a\n\nText\n", "1: the front matter that begins here has no end: close it with ---"),
        ("+++\ntitle = 'a'\n\nText\n", "1: the front matter that begins here has no end: close it with +++"),
        ("+++\ntitle = 'a'\ndate = x\n+++\n", "3: the TOML cannot be read: invalid value"),
        ("+++\na = 1\na = 2\n+++\n", "3: the TOML cannot be read: cannot overwrite a value"),
        (f"+++\na = {'[' * 5000}\n+++\n", "2: the TOML cannot be read: too deep or too long"),
        (f"+++\na = {'1' * 5000}\n+++\n", "2: the TOML cannot be read: too deep or too long"),
    ],
)  # fmt: skip
def test_front_matter_that_cannot_be_read_is_one_sentence(text: str, said: str) -> None:
    for suffix in (".md", ".html"):
        with pytest.raises(DraftError) as caught:
            read_draft(text.encode(), f"copy{suffix}")
        assert str(caught.value) == f"copy{suffix}:{said}"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("---\nA rule above and below.\n---\n", "A rule above and below."),
        ("---\nNote: a rule is above.\n", "Note: a rule is above."),
        ("\n---\ntitle: x\n---\nMore.", "title: x"),
        ("+++ Breaking +++\n\nMore.", "+++ Breaking +++"),
        ("---\n---\nText.", "Text."),
    ],
)
def test_what_only_looks_like_front_matter_is_prose(text: str, first: str) -> None:
    assert prose(text)[0] == first
