"""Who says "I" and "we": the speaker of the quotation they stand in, where the text names one."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.entities.clause import Seen
from claimcheck.entities.cluster import Cluster
from claimcheck.entities.words import SAYING, SUBJECTS
from claimcheck.tokens import Sentence

_OPEN, _CLOSE = "“", "”"


def quoted(sentences: Sequence[Sentence]) -> list[list[bool]]:
    """For every token whether it stands inside double quotation marks; a mark left open runs on."""
    inside = False
    rows = []
    for sentence in sentences:
        row = []
        for token in sentence.tokens:
            if token.text in {'"', "``", "''", _OPEN, _CLOSE}:
                inside = token.text in {_OPEN, "``"} or (token.text == '"' and not inside)
                row.append(False)
            else:
                row.append(inside)
        rows.append(row)
    return rows


def speaker(
    sentences: Sequence[Sentence],
    at: int,
    token: int,
    inside: Sequence[Sequence[bool]],
    seen: Sequence[Sequence[Seen]],
) -> Cluster | None:
    """The one who says the quotation around a token: the subject of a saying verb outside it, in its own sentence.

    For a quotation that runs on it is the sentence it began in. None outside quotations, and where two could be meant.
    """
    if not inside[at][token]:
        return None
    opened = at
    while opened > 0 and inside[opened][0] and inside[opened - 1][-1]:
        opened -= 1
    for i in dict.fromkeys((at, opened)):
        speakers = _speakers(sentences[i], inside[i], seen[i])
        if len(speakers) == 1:
            return speakers[0]
        if speakers:
            return None
    return None


def _speakers(sentence: Sentence, inside: Sequence[bool], row: Sequence[Seen]) -> list[Cluster]:
    """Subjects of saying verbs outside the quotation marks, each once."""
    found: dict[int, Cluster] = {}
    for seen in row:
        token = sentence[seen.token]
        if token.dep in SUBJECTS and not inside[token.i] and sentence[token.head].lemma in SAYING:
            found[id(seen.cluster)] = seen.cluster
    return list(found.values())
