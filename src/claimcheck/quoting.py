"""A statement's words in quotation marks against the passage's."""

from __future__ import annotations

from claimcheck.case import Case
from claimcheck.dimensions import quote
from claimcheck.finding import Relation
from claimcheck.reading import Reading


def quotes(case: Case) -> None:
    """Words in quotation marks stand verbatim in the passage or are altered; either way they are accounted for."""
    sentence = case.reading.sentence
    text = sentence.words(0, len(sentence))
    spoken = [own for own in quote.find(text) if own.kind is quote.Kind.SPEECH or quote.in_passing(own.text)]
    if not spoken:
        return
    source = " ".join(r.sentence.words(0, len(r.sentence)) for r in case.passage.readings)
    theirs = [q.text for q in quote.find(source)]
    for own in spoken:
        found = quote.relate(own.text, source, evidence_quotes=theirs)
        case.general.append(found)
        if found.relation in {Relation.ENTAILS, Relation.CONTRADICTS}:
            inside = _inside(case.reading, own.start, own.end)
            case.held.update(inside)
            for k in inside:
                case.findings.pop(k, None)


def _inside(reading: Reading, start: int, end: int) -> list[int]:
    """Nodes whose words stand between two code points of the sentence's text."""
    at, place = 0, {}
    for token in reading.sentence:
        if token.i and token.start > reading.sentence[token.i - 1].end:
            at += 1
        place[token.i] = at
        at += len(token.text)
    return [k for k, node in enumerate(reading.nodes) if all(start <= place[w] < end for w in node.words)]
