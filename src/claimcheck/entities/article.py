"""What a document is about where it opens by saying so: "Mount Selby is a volcano …", "Ada Thorn (born 1911) was a …".

Encyclopaedias go on with "it", "she" or a bare surname and mean the article's subject, whoever was named meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from claimcheck.dimensions.name_value import Kind, Name
from claimcheck.entities.clause import Seen, leads, main_subject, verb_of
from claimcheck.entities.cluster import Cluster
from claimcheck.entities.words import SUBJECTS
from claimcheck.tokens import Sentence, Token

LATEST: Final = 3  # the token by which the subject has begun
# What is done by or to works alone, so that "it" after "the release" still is the work.
OF_WORKS: Final = frozenset(
    "gross earn release premiere debut air star chart nominate shortlist screen".split()
)
WORKS: Final = frozenset(
    "film movie series show sitcom album song single novel book game opera play musical documentary".split()
)


def opened(sentences: Sequence[Sentence], names: Mapping[int, Name]) -> int | None:
    """The head of the name that the first sentence says what it is."""
    if not sentences:
        return None
    sentence = sentences[0]
    root = sentence[sentence.root]
    below = [sentence[c] for c in sentence.children[root.i]]
    subject = main_subject(sentence)
    said = next((t for t in below if t.dep == "attr" and t.pos in {"NOUN", "PROPN"}), None)
    if root.lemma != "be" or said is None or subject < 0:
        return None
    within = [n for n in names.values() if n.first <= subject < n.stop]
    articled = any(sentence[c].lower in {"a", "an", "the", "one"} for c in sentence.children[said.i])
    return within[0].head if within and articled and within[0].first < LATEST else None


def meant(
    sentences: Sequence[Sentence], at: int, token: Token, seen: Sequence[Sequence[Seen]], article: Cluster
) -> bool:
    """Whether a pronoun that nothing else explains means the article's subject."""
    sentence = sentences[at]
    if not at or not _leads(sentence, token):
        return False
    here = [s.cluster for s in seen[at] if s.token < token.i and s.cluster is not article]
    main = main_subject(sentences[at - 1])
    before = next((s.cluster for s in seen[at - 1] if s.token == main), None)
    if article.is_person:
        rivals = [c for c in (*here, before) if c is not None and c is not article and c.is_person]
        return not any(c.gender in {"", article.gender} for c in rivals)
    if not article.is_thing or any(c.names and c.kind is not Kind.PLACE for c in here):
        return False
    if before is article or (before is not None and (before.plural or before.is_person)):
        return True
    typical = sentence[verb_of(sentence, token.i)].lemma in OF_WORKS and bool(article.types & WORKS)
    return typical and not (before is not None and (before.names or before.types & WORKS))


def _leads(sentence: Sentence, token: Token) -> bool:
    """Whether a pronoun is, or owns, the first subject of its sentence."""
    if leads(sentence, token):
        return True
    verb = sentence[verb_of(sentence, token.i)]
    first = not any(sentence[i].dep in SUBJECTS for i in range(token.i))
    return token.dep in SUBJECTS and first and verb.dep == "ROOT"
