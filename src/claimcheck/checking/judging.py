"""The statements of a draft judged against an open index."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from claimcheck.cache.parts import reference_of
from claimcheck.check import judge_each
from claimcheck.checking.confidence import confidence
from claimcheck.checking.copy import Copy, Telling
from claimcheck.checking.fingerprint import Fingerprints, at_home
from claimcheck.checking.same_frame import Background, Frames
from claimcheck.checking.severity import KIND, Severities
from claimcheck.checking.subject import Subject
from claimcheck.checking.suggesting import Repair, reread, rewritten, suggest
from claimcheck.checking.when_told import Days, usual_days
from claimcheck.choose import choose
from claimcheck.parse import parse, parse_many
from claimcheck.policy import Policy
from claimcheck.reading import Reading
from claimcheck.report.checked import Statement
from claimcheck.report.filling import result_of
from claimcheck.report.marking import marked
from claimcheck.report.places import Suggestion
from claimcheck.retrieve import Index
from claimcheck.sources import Document, Meta
from claimcheck.store import Ledger
from claimcheck.verdict import Candidate, Judgement, Label, Verdict

Judged = tuple[Verdict, list[Judgement]]
"""What the ledger says of a statement, and what each passage near it says."""
OPENING = 600  # characters of a document that say what it tells of
_EDITION = re.compile(r"(?<![\w.])v?(\d{1,3}(?:\.\d+)*)(?![\w.%])")


def _days_of(document: Document) -> Days | None:
    """The days a document tells of, by its first paragraph."""
    first = next((block.prose for block in document.blocks if block.kind == "paragraph"), "")
    return usual_days(parse(first[:OPENING]), reference_of(document))


@dataclass(frozen=True, slots=True)
class Scope:
    """What a draft is held against: the sources it says to go by, or else all passages on its subject."""

    sources: tuple[str, ...]
    subject: Subject | None
    frames: Frames | None


@dataclass
class Judge:
    """Judges statements, and fills the report's rows. `index` is open for as long as it is used."""

    ledger: Ledger
    index: Index
    policy: Policy
    severities: Severities
    _metas: dict[str, Meta | None] = field(default_factory=dict)
    _told: dict[str, Background] = field(default_factory=dict)

    def statements(self, copy: Copy) -> Iterator[Statement]:
        """The rows of a draft's statements, in their order."""
        scope = self._scope(copy)
        seen = Fingerprints(at_home(copy.draft.name, self.ledger.root))
        judged = [self._judged(k, telling, scope) for k, telling in enumerate(copy.tellings)]
        suggestions = self._suggestions(copy, judged, scope)
        for k, telling in enumerate(copy.tellings):
            found = judged[k]
            yield self._row(copy, telling, found[0] if found else None, suggestions.get(k), seen)

    def _scope(self, copy: Copy) -> Scope:
        sources = tuple(source for source in copy.draft.sources if source in self.ledger.sources)
        if sources:
            return Scope(sources, None, None)
        return Scope((), Subject(copy, self.index.lore), Frames(copy, self.index.lore, self._tells))

    def _tells(self, source: str) -> Background:
        """What a source tells of, as its opening and its title say."""
        document = self.ledger.sources.get(source)
        if document is None:
            return Background("", lambda: None, frozenset())
        if source not in self._told:
            editions = frozenset(_EDITION.findall(self.ledger.title(source) or ""))
            self._told[source] = Background(document.text.text, cache(partial(_days_of, document)), editions)
        return self._told[source]

    def _judged(self, k: int, telling: Telling, scope: Scope) -> Judged | None:
        """What the ledger says of a statement, and what each passage near it says; None for one that is not judged."""
        if telling.reading is None:
            return None
        candidates = self._near(telling.reading, scope)
        rows = judge_each(telling.reading, candidates, self.index.lore, self.policy)
        if scope.frames is not None:
            rows = [(candidate, scope.frames.kept(k, candidate, found)) for candidate, found in rows]
        return marked(choose(telling.text, rows), candidates), [judgement for _, judgement in rows]

    def _near(self, reading: Reading, scope: Scope) -> list[Candidate]:
        if scope.subject is not None:
            return scope.subject.of(self.index.search([reading]))
        return [found for source in scope.sources for found in self.index.search([reading], source=source)]

    def _suggestions(
        self, copy: Copy, judged: Sequence[Judged | None], scope: Scope
    ) -> dict[int, Suggestion]:
        """The repairs of statements that the ledger would then support as a whole, by the statements' numbers."""
        repairs: dict[int, tuple[Repair, str]] = {}
        for k, (telling, found) in enumerate(zip(copy.tellings, judged, strict=True)):
            if found is not None and telling.said is not None:
                repair = suggest(found[0], telling.said, copy.draft, found[1])
                text = rewritten(repair, telling) if repair else None
                if repair is not None and text is not None:
                    repairs[k] = repair, text
        sure = {}
        parsed = parse_many(text for _, text in repairs.values())
        for (k, (repair, _)), sentences in zip(repairs.items(), parsed, strict=True):
            telling = copy.tellings[k]
            reading = telling.reading and reread(repair, telling.reading, sentences, copy.today, self.policy)
            if reading and reading.nodes and self._supports(telling.text, reading, scope):
                sure[k] = repair.suggestion
        return sure

    def _supports(self, text: str, reading: Reading, scope: Scope) -> bool:
        rows = judge_each(reading, self._near(reading, scope), self.index.lore, self.policy)
        verdict = choose(text, rows)
        return verdict.label is Label.SUPPORTED and not verdict.disputed

    def _row(
        self,
        copy: Copy,
        telling: Telling,
        verdict: Verdict | None,
        suggestion: Suggestion | None,
        seen: Fingerprints,
    ) -> Statement:
        place = copy.draft.place(telling.span.start, telling.span.end)
        if verdict is None:
            return Statement(
                place=place,
                text=telling.text,
                label="uncheckable",
                rule=f"uncheckable.{telling.why}",
                reason="",
                severity=None,
                confidence=None,
                disputed=False,
                passage=None,
                opposing=None,
                stated="",
                found="",
                findings=(),
                left_over=(),
                suggestion=None,
                suppressed=None,
                fingerprint=seen.of("uncheckable", telling.text),
            )
        told = result_of(verdict, row_id=None, today=copy.today, meta_of=self._meta)
        decisive = next((found for found in told.findings if found.decides), None)
        return Statement(
            place=place,
            text=telling.text,
            label=told.label.value,
            rule=told.rule,
            reason=told.reason,
            severity=self.severities.of_level(told.severity, told.rule),
            confidence=confidence(verdict),
            disputed=told.disputed,
            passage=told.passage,
            opposing=told.opposing,
            stated=decisive.statement if decisive else "",
            found=decisive.evidence if decisive else "",
            findings=told.findings,
            left_over=told.left_over,
            suggestion=suggestion,
            suppressed=None,
            fingerprint=seen.of(KIND[told.severity] if told.severity else told.label.value, telling.text),
        )

    def _meta(self, source: str) -> Meta | None:
        if source not in self._metas:
            self._metas[source] = self.ledger.meta(source)
        return self._metas[source]
