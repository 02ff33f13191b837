"""What is no prose in any format: addresses, template tags, reference lists, lines of credit."""

from __future__ import annotations

import pytest

from claimcheck.drafts.references import is_credit, is_reference, is_reference_title
from draft_reading import prose, raw, read, where


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("See https://example.org/a(b)?q=1#c. Then go.", "See. Then go."),
        ("It (https://example.org/log) holds 12 boats.", "It holds 12 boats."),
        ("The log (see www.example.org/log, p. 3) is long.", "The log (see, p. 3) is long."),
        ("At example.org/boats/12 it says 13.", "At it says 13."),
        ("Read doi:10.1000/182 or mailto:a@example.org now", "Read or now"),
        ("Amazon.com and the U.S./NATO pact, a.m./p.m.", "Amazon.com and the U.S./NATO pact, a.m./p.m."),
        ("Either/or costs $5/month at 3.5.", "Either/or costs $5/month at 3.5."),
        ("{{ site.name }} has 12 boats {% if x %}now{% endif %}.", "has 12 boats now."),
        ("{ not } {{ this", "{ not } {{ this"),
        ("Two.  Three spaces   here.", "Two. Three spaces here."),
        ("Ask press@example.org first.", "Ask press@example.org first."),
        ("https://a.b/c,https://d.e/f; end", "; end"),
    ],
)
def test_addresses_and_template_tags_are_cut_out(text: str, said: str) -> None:
    assert prose(text, ".txt") == [said]
    assert prose(f"<p>{text}", ".html") == [said]


def test_what_is_left_stands_where_it_stood() -> None:
    draft = read("\U0001f600 At **https://example.org/1** the *boat*  of &amp; 12.")
    assert where(draft, "boat of") == (1, 37, 1, 45)
    assert raw(draft, "the boat of & 12") == "the *boat*  of &amp; 12"
    assert raw(draft, "At the") == "At **https://example.org/1** the"


def test_a_block_that_is_only_an_address_is_no_prose() -> None:
    assert prose("https://example.org/1\n\n- <https://example.org/2>\n\n> www.example.org\n\nText.") == [
        "Text."
    ]


@pytest.mark.parametrize(
    "title",
    ["References", "BIBLIOGRAPHY", "Works cited:", "7. Sources", "A.2 Further reading", "*External links*",
     "References and Notes", "Sources & References", "IV. Selected bibliography"],
)  # fmt: skip
def test_titles_of_reference_lists(title: str) -> None:
    assert is_reference_title(title)


@pytest.mark.parametrize(
    "title", ["Sources of energy", "Notes", "The references", "Reference points", "", "7."]
)
def test_titles_of_other_sections(title: str) -> None:
    assert not is_reference_title(title)


def test_a_reference_list_ends_with_its_section() -> None:
    text = (
        "# T\n\nText.\n\n## Sources\n\nBerg, A.\n\n### Books\n\n- Long, B.\n\n## After\n\nMore.\n\n"
        "Sources:\n\n- Short, C.\n"
    )
    assert prose(text) == ["T", "Text.", "Sources", "After", "More.", "Sources:"]
    html = "<h1>T</h1><p>Text.<h2>References</h2><ol><li>Berg, A.<li>Long, B.</ol><h2>After</h2>More."
    assert prose(html, ".html") == ["T", "Text.", "References", "After", "More."]
    assert prose("Text is here.\n\nREFERENCES\n\nBerg, A. (2019). Boats.\n", ".txt") == [
        "Text is here.",
        "REFERENCES",
    ]


@pytest.mark.parametrize(
    "note",
    [
        "", "Ibid.", "Ibid., p. 14.", "See the log of 3 May.", "See also: Berg 2019", "Source: the harbour office",
        "Berg, A. (2019). The long way north. Quay Press.", "Berg, Anna, and Bo Long (2019) Boats.",
        "A. Berg et al., The long way north, vol. 3, pp. 12–14", "“Long headline in sentence case: 14 dead”, Reuters",
        "Reuters, 12 March 2020", "The Guardian, 3 May 2019.", "Harbour log, 3 May 2024.", "ISBN 978-3-16-148410-0",
        "Retrieved on 3 May 2024", "↩", "Interview with the author, May 3, 2024",
    ],
)  # fmt: skip
def test_a_note_that_only_cites(note: str) -> None:
    assert is_reference(note)


@pytest.mark.parametrize(
    "note",
    [
        "The harbour counted them twice.", "The count rose to 40 (see p. 12).", "It sank on 3 May 2024.",
        "In May 2024 the Alma sailed for Kelder, where two more boats lay.", "Two boats of 12 sank",
        "The sources said 12 boats sank.", "Berg said in 2019 that she had counted 12.",
    ],
)  # fmt: skip
def test_a_note_that_says_something(note: str) -> None:
    assert not is_reference(note)


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Source: Harbour Office, 2024", True),
        ("Photo by Anna Berg", True),
        ("Image credit: Anna Berg / Quay", True),
        ("Source: The ministry said that 12 people died.", False),
        ("Photo: The dam that burst on 3 May", False),
        ("Sources said 12 died", False),
        ("Credits rose by 12 in May", False),
    ],
)
def test_lines_of_credit(line: str, credit: bool) -> None:
    assert is_credit(line) == credit
