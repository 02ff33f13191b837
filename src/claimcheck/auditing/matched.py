"""What takes the matcher: claims that say more than they quote, say the same twice, or contradict each other.

Kept for the ledger as a whole, for the claims of each source, and for each pair; each by all that it hangs on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from claimcheck.auditing.agreeing import Agreement, agreement
from claimcheck.auditing.flaw import Flaw, Stands, Values
from claimcheck.auditing.kept import Kept, digest
from claimcheck.auditing.more import More, says_more
from claimcheck.auditing.neighbours import pairs
from claimcheck.auditing.said import Saying, Sayings
from claimcheck.auditing.shelf import Shelf
from claimcheck.cache import Analyses, Progress, version_of
from claimcheck.claim import Claim
from claimcheck.lore import Lore, lore_of
from claimcheck.retrieve.evidence import Cited
from claimcheck.store import Ledger
from claimcheck.text import Span

TOLD = 5  # words named in a message
GROUPS_AT_ONCE = 200  # sources whose claims are worked out before what was found is written down
CODE = (
    "claimcheck.auditing.agreeing",
    "claimcheck.auditing.more",
    "claimcheck.auditing.neighbours",
    "claimcheck.auditing.said",
)
Rows = list[list[Any]]


def counted(
    claims: Iterable[Claim], stands: Mapping[tuple[str, int], Stands], shelf: Shelf
) -> tuple[Cited, ...]:
    """The claims that decide verdicts: accepted, not superseded by an accepted one, every quotation in its one place.

    Not those on a source that is no longer what was recorded: `verify` refuses it.
    """
    accepted = sorted((claim for claim in claims if claim.status == "accepted"), key=lambda claim: claim.id)
    outranked = {old for claim in accepted for old in claim.supersedes if old != claim.id}
    found = (_cited(claim, stands, shelf) for claim in accepted if claim.id not in outranked)
    return tuple(each for each in found if each is not None)


def _cited(claim: Claim, stands: Mapping[tuple[str, int], Stands], shelf: Shelf) -> Cited | None:
    places = []
    for number, evidence in enumerate(claim.evidence):
        located = stands[claim.id, number].located
        state = shelf.states.get(evidence.source)
        if located.status not in ("found", "moved") or state is None or state.changed:
            return None
        places.append((evidence.source, Span(located.start, located.end)))
    return Cited(claim, tuple(places))


class Matched:
    """The work, and what is kept of it. `only`: the claims that are asked about; None for all."""

    def __init__(
        self, ledger: Ledger, claims: Sequence[Cited], shelf: Shelf, kept: Kept, only: Collection[str] | None
    ) -> None:
        self.ledger, self.claims, self.shelf, self.kept, self.only = ledger, claims, shelf, kept, only
        self.lore: Lore = lore_of(dict(ledger.aliases))
        self._cited = {each.claim.id: each for each in claims}
        self._under = (version_of(*CODE), repr(ledger.config.as_policy()), ledger.aliases)
        states = self._states(claims)
        self._key = digest(
            "matched", self._under, states, [repr(each) for each in claims], only and sorted(only)
        )

    def flaws(self, open_analyses: Any, progress: Progress | None) -> Iterator[Flaw]:  # noqa: ANN401
        """What is found, in the order of the claims; `open_analyses` is called only where something is to be read."""
        rows = self.kept.get(self._key)
        if rows is None:
            with open_analyses() as analyses:
                rows = list(self._worked_out(analyses, progress))
            self.kept.put(self._key, rows)
        yield from map(_flaw, rows)

    def _worked_out(self, analyses: Analyses, progress: Progress | None) -> Iterator[list[Any]]:
        sayings = Sayings(self.ledger, self.claims, analyses)
        said: list[Saying] = []
        for saying, more in self._said(sayings, progress):
            said.append(saying)
            if more is not None and (self.only is None or saying.claim in self.only):
                yield ["more", saying.claim, asdict(more)]
        said.sort(key=lambda one: one.claim)
        wanted = None if self.only is None else {i for i, one in enumerate(said) if one.claim in self.only}
        by_first: dict[int, list[int]] = defaultdict(list)
        for i, j in pairs([one.terms for one in said], wanted):
            by_first[i].append(j)
        for i, others in sorted(by_first.items()):
            for j, found in zip(
                others, self._agreements(said[i], [said[j] for j in others], sayings), strict=True
            ):
                if found.bearing:
                    yield ["pair", said[j].claim, said[i].claim, asdict(found)]

    def _said(self, sayings: Sayings, progress: Progress | None) -> Iterator[tuple[Saying, More | None]]:
        """What every claim says, and what it says more, from what is kept for its source."""
        groups: dict[str, list[Cited]] = defaultdict(list)
        for each in self.claims:
            groups[each.places[0][0]].append(each)
        keys = {source: self._group_key(claims, sayings) for source, claims in groups.items()}
        known = {source: self.kept.get(key) for source, key in keys.items()}
        missing = [source for source in groups if known[source] is None]
        if missing:
            sayings.prepare([each for source in missing for each in groups[source]], progress)
        for number, source in enumerate(missing, start=1):
            known[source] = [self._row(each, sayings) for each in groups[source]]
            self.kept.put(keys[source], known[source])
            if number % GROUPS_AT_ONCE == 0:
                self.kept.save()
        for source, claims in groups.items():
            for each, (places, terms, quoted, more) in zip(claims, known[source] or (), strict=True):
                at = tuple((key, n) for key, n in places)
                yield Saying(each.claim.id, at, tuple(terms), quoted), _more(more)

    def _group_key(self, claims: Sequence[Cited], sayings: Sayings) -> str:
        states = self._states(claims)
        aliases = [sayings.reads.aliases[source] for source, *_ in states]
        return digest("said", self._under, states, aliases, [repr(each) for each in claims])

    def _states(self, claims: Iterable[Cited]) -> list[tuple[str, str, str, str]]:
        """The sources of claims, each with its file and what tells whether that has changed."""
        used = sorted({source for each in claims for source, _ in each.places})
        states = ((name, self.shelf.states[name]) for name in used)
        return [(name, state.path, state.sha256, state.beside) for name, state in states]

    def _row(self, each: Cited, sayings: Sayings) -> list[Any]:
        saying = sayings.saying(each)
        more = says_more(each, saying.places, sayings, self.lore) if sayings.alone(each) else None
        return [saying.places, saying.terms, saying.quoted, more and asdict(more)]

    def _agreements(self, one: Saying, others: Sequence[Saying], sayings: Sayings) -> list[Agreement]:
        """What a claim is to some others, from what is kept for it."""
        key = digest("pairs", self._under, one.places)
        known: dict[str, Any] = self.kept.get(key) or {}
        names = [digest(other.places)[:16] for other in others]
        unknown = {name: other for name, other in zip(names, others, strict=True) if name not in known}
        if unknown:
            sayings.prepare([self._cited[each.claim] for each in (one, *unknown.values())], None)
            new = {name: asdict(agreement(one, other, sayings, self.lore)) for name, other in unknown.items()}
            known |= new
            self.kept.put(key, known)
        return [Agreement(**known[name]) for name in names]


def _more(row: Mapping[str, Any] | None) -> More | None:
    if row is None:
        return None
    return More(tuple(row["added"]), tuple(row["lost"]), row["rule"], row["ours"], row["theirs"])


def _flaw(row: Sequence[Any]) -> Flaw:
    if row[0] == "more":
        more = _more(row[2]) or More()
        return Flaw("audit.says-more", _more_message(more), row[1], values=_values(more))
    _, other, claim, found = row
    if found["bearing"] == "same":
        return Flaw("audit.duplicate", f"it says the same as claim {other!r}", claim, others=(other,))
    values = Values(found["rule"], found["ours"], found["theirs"])
    said = f" (“{values.ours}” here, “{values.theirs}” there)" if values.ours and values.theirs else ""
    return Flaw(
        "audit.contradiction",
        f"it contradicts claim {other!r}{said}, and neither supersedes the other",
        claim,
        others=(other,),
        values=values,
    )


def _values(more: More) -> Values:
    return Values(more.rule, more.ours, more.theirs, more.added)


def _more_message(more: More) -> str:
    if more.rule:
        said = f": “{more.ours}”, the quote “{more.theirs}”" if more.ours and more.theirs else ""
        return f"its text says something else than its quote{said}"
    parts = []
    if more.added:
        parts.append(f"its quote has no {_listed(more.added)}")
    if more.lost:
        parts.append(f"its text leaves out {_listed(more.lost)}")
    return f"its text says more than its quote: {', and '.join(parts)}"


def _listed(words: Sequence[str]) -> str:
    return ", ".join([f"“{word}”" for word in words[:TOLD]] + ["…"] * (len(words) > TOLD))
