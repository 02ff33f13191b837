"""Negators that belong to a figure: "cannot be larger than 5 MB", "must not exceed 200"."""

from __future__ import annotations

from claimcheck.tokens import Sentence


def of_a_bound(sentence: Sentence, k: int) -> bool:
    """Whether a negator turns a comparison with a figure about, and so no predicate."""
    after = [t for t in sentence.tokens[k + 1 : k + 6] if t.lower not in ("be", "the", "a", "an")]
    if len(after) > 2 and after[0].tag in ("JJR", "RBR") and after[1].lower == "than":
        return after[2].pos in ("NUM", "SYM") or after[2].text[0].isdigit()
    return (
        len(after) > 1
        and after[0].lemma == "exceed"
        and (after[1].pos in ("NUM", "SYM") or after[1].text[0].isdigit())
    )
