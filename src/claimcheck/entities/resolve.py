"""The road from parsed sentences to entities, sieve by sieve."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from claimcheck.dimensions.name_alias import aliases_of
from claimcheck.dimensions.name_find import find
from claimcheck.dimensions.name_kind import name_of
from claimcheck.dimensions.name_same import same
from claimcheck.dimensions.name_value import Kind, Name, key
from claimcheck.entities.article import meant, opened
from claimcheck.entities.clause import Seen
from claimcheck.entities.cluster import Cluster
from claimcheck.entities.definite import antecedent
from claimcheck.entities.facts import facts
from claimcheck.entities.introduced import introduced
from claimcheck.entities.model import Description, Entities, Form, Mention
from claimcheck.entities.named import Found, alias_rows, link_names
from claimcheck.entities.nominal import Nominal, nominals
from claimcheck.entities.pronoun import pleonastic, resolve_pronoun
from claimcheck.entities.renamed import renamed
from claimcheck.entities.speaker import quoted, speaker
from claimcheck.entities.words import PRONOUNS, WIDER
from claimcheck.tokens import Sentence, Token

NO_ALIASES: Mapping[str, Sequence[str]] = MappingProxyType({})


def resolve(
    sentences: Sequence[Sentence],
    *,
    title: str = "",
    aliases: Mapping[str, Sequence[str]] = NO_ALIASES,
    names: Sequence[Sequence[Name]] | None = None,
) -> Entities:
    """The entities of a document of parsed sentences.

    title: the document's title; where it is itself a name (an encyclopaedia's article), he and she with nobody else in
    reach mean its bearer. aliases: a name to its other names, as a ledger gives them. names: what `find` gave for each
    sentence, where the caller has it already.
    """
    found = [tuple(row) for row in names] if names is not None else [find(s) for s in sentences]
    return _Document(sentences, found, title, aliases).entities()


class _Document:
    """A document while its mentions are linked."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        names: Sequence[Sequence[Name]],
        title: str,
        aliases: Mapping[str, Sequence[str]],
    ) -> None:
        self.sentences = sentences
        self.names = [{n.head: n for n in row} for row in names]
        self.clusters: list[Cluster] = []
        self.at: dict[tuple[int, int], Cluster] = {}
        self.by_type: dict[str, list[Cluster]] = defaultdict(list)
        self.seen: list[list[Seen]] = [[] for _ in sentences]
        self.nouns = [self._nouns(i) for i in range(len(sentences))]
        self.inside = quoted(sentences)
        self.subject = _title_name(title)
        head = opened(sentences, self.names[0]) if self.names else None
        self.about = self.names[0].get(head) if head is not None else None
        self._names(names, aliases)
        self.article = self.at.get((0, head)) if head is not None else None
        self._facts()
        for cluster in self.clusters:
            self._index(cluster)
        self.organisations = [c for c in self.clusters if c.kind is Kind.ORG]
        for i in range(len(sentences)):
            self._read(i)

    def _nouns(self, i: int) -> dict[int, Nominal]:
        taken = {k for n in self.names[i].values() for k in range(n.first, n.stop)}
        return {n.head: n for n in nominals(self.sentences[i], i, taken)}

    def _names(self, names: Sequence[Sequence[Name]], aliases: Mapping[str, Sequence[str]]) -> None:
        rows: list[tuple[str, str]] = []
        for sentence, row in zip(self.sentences, names, strict=True):
            rows += introduced(sentence)
            rows += alias_rows(sentence, row)
        found = [Found(i, n) for i, row in enumerate(names) for n in row]
        known = aliases_of(aliases).joined(rows)
        for group in link_names(self.sentences, found, known, self.about or self.subject):
            cluster = Cluster(names=[f.name for f, _ in group.found])
            cluster.settle()
            for f, rule in group.found:
                n = f.name
                text = self.sentences[f.sentence].words(n.first, n.stop)
                self._place(
                    cluster, Mention(f.sentence, n.first, n.stop, n.head, text, Form.NAME, rule, False)
                )
            cluster.last = -1
            self.clusters.append(cluster)

    def _place(self, cluster: Cluster, mention: Mention) -> None:
        cluster.add(mention)
        self.at[mention.sentence, mention.head] = cluster

    def _facts(self) -> None:
        for i, sentence in enumerate(self.sentences):
            for fact in facts(sentence, i, self.names[i], self.nouns[i]):
                cluster = self.at.get((i, fact.token))
                if cluster is None:
                    continue
                cluster.describe(fact.description, fact.modifiers)
                if fact.joins and fact.noun in self.nouns[i] and (i, fact.noun) not in self.at:
                    self._place(
                        cluster,
                        _mention(
                            self.nouns[i][fact.noun], f"entity.{fact.description.source}", implied=False
                        ),
                    )
                    cluster.last = -1

    def _index(self, cluster: Cluster) -> None:
        for lemma in cluster.types:
            if cluster not in self.by_type[lemma]:
                self.by_type[lemma].append(cluster)

    def _read(self, i: int) -> None:
        """Link what one sentence says by noun and pronoun, in its order, and remember who was there."""
        sentence = self.sentences[i]
        for token in sentence.tokens:
            cluster = self.at.get((i, token.i))
            if cluster is None and token.i in self.nouns[i]:
                cluster = self._noun(self.nouns[i][token.i])
            elif (
                cluster is None
                and token.pos == "PRON"
                and PRONOUNS.get(token.lower, ("speaker",))[0] != "speaker"
            ):
                cluster = self._pronoun(i, token)
            if cluster is not None:
                cluster.last = max(cluster.last, i)
                self.seen[i].append(Seen(token.i, cluster))
        self._speakers(i)

    def _noun(self, nominal: Nominal) -> Cluster | None:
        """The thing a common noun means: one already known, or a new one; None for bare words that name no thing."""
        if nominal.definite:
            heard = {
                k: [c for c in v if c.last >= 0]
                for k, v in ((k, self.by_type.get(k, [])) for k in _calls(nominal))
            }
            found = antecedent(nominal, heard, [c for c in self.organisations if c.last >= 0])
            if found is None and not any(heard.values()):
                found = renamed(self.sentences, nominal, self.seen)
            if found is not None:
                self._place(found, _mention(nominal, "entity.definite", implied=True))
                self._call(found, nominal)
                return found
        if not (nominal.definite or nominal.indefinite or nominal.owner):
            return None
        cluster = Cluster()
        cluster.open_with(nominal)
        rule = "entity.new"
        self._place(cluster, _mention(nominal, rule, implied=False))
        self.clusters.append(cluster)
        self._index(cluster)
        return cluster

    def _call(self, cluster: Cluster, nominal: Nominal) -> None:
        """Remember a new word for a known thing: "the vessel" again means the ferry."""
        if nominal.lemma not in cluster.types:
            said = Description(
                nominal.sentence, nominal.first, nominal.stop, nominal.lemma, nominal.text, "noun"
            )
            cluster.descriptions.append(said)
            cluster.types.add(nominal.lemma)
            self._index(cluster)
        cluster.said.update(nominal.modifiers)

    def _pronoun(self, i: int, token: Token) -> Cluster | None:
        sort, gender = PRONOUNS[token.lower]
        rule = "entity.pronoun"
        found = resolve_pronoun(self.sentences, i, token, self.seen)
        if found is None and sort == "person":
            found, rule = self._title_person(i, gender), "entity.title"
        if found is None and sort in {"person", "thing"}:
            found, rule = self._article(i, token), "entity.article"
        if found is not None:
            self._place(found, _pronoun_mention(i, token, rule))
            if found.is_person and not found.gender and gender:
                found.gender = gender
        return found

    def _speakers(self, i: int) -> None:
        """Link "I" and "we" once all of the sentence is read: the speaker may come after the quotation."""
        for token in self.sentences[i].tokens:
            if token.pos == "PRON" and PRONOUNS.get(token.lower, ("", ""))[0] == "speaker":
                found = speaker(self.sentences, i, token.i, self.inside, self.seen)
                if found is not None:
                    self._place(found, _pronoun_mention(i, token, "entity.speaker"))

    def _title_person(self, i: int, gender: str) -> Cluster | None:
        """The person an article is about, where no other person is in reach."""
        subject = self.subject
        if subject is None or any(
            s.cluster.is_person for row in self.seen[max(0, i - 2) : i + 1] for s in row
        ):
            return None
        cluster = next((c for c in self.clusters if any(same(subject, n).yes for n in c.names)), None)
        if cluster is None:
            cluster = Cluster(names=[subject])
            cluster.settle()
            self.clusters.append(cluster)
        elif subject not in cluster.names:
            cluster.names.append(subject)
            cluster.settle()
        return cluster if cluster.kind is Kind.PERSON and cluster.gender in {"", gender} else None

    def _article(self, i: int, token: Token) -> Cluster | None:
        """What the document opens with, where the pronoun goes on to speak of it."""
        sort, gender = PRONOUNS[token.lower]
        article = self.article
        if article is None or article.is_person != (sort == "person"):
            return None
        if sort == "person" and article.gender not in {"", gender}:
            return None
        if sort == "thing" and pleonastic(self.sentences[i], token):
            return None
        return article if meant(self.sentences, i, token, self.seen, article) else None

    def entities(self) -> Entities:
        """The finished entities, by first mention."""
        told = [c for c in self.clusters if c.mentions]
        told.sort(key=lambda c: min((m.sentence, m.head) for m in c.mentions))
        finished = tuple(c.entity(k) for k, c in enumerate(told))
        places = {(m.sentence, m.head): (e.id, k) for e in finished for k, m in enumerate(e.mentions)}
        return Entities(finished, places)


def _calls(nominal: Nominal) -> list[str]:
    return [nominal.lemma, *sorted(WIDER.get(nominal.lemma, ()))]


def _mention(nominal: Nominal, rule: str, *, implied: bool) -> Mention:
    return Mention(
        nominal.sentence, nominal.first, nominal.stop, nominal.head, nominal.text, Form.NOUN, rule, implied
    )


def _pronoun_mention(i: int, token: Token, rule: str) -> Mention:
    return Mention(i, token.i, token.i + 1, token.i, token.text, Form.PRONOUN, rule, True)


_NAME_LIKE = re.compile(r"[^\W\d_][\w'’.-]*(?: (?:[^\W\d_][\w'’.-]*)){1,4}$")


def _title_name(title: str) -> Name | None:
    """The person a title names, where it names nothing else: "Ada Thornbury", "Ada Thornbury (painter)"."""
    bare = re.sub(r"\s*\([^)]*\)$", "", title.strip())
    if not _NAME_LIKE.match(bare) or not key(bare):
        return None
    small = [w for w in bare.split() if w[0].islower()]
    if len(small) * 2 >= len(bare.split()) or small[:1] == bare.split()[:1]:
        return None
    name = name_of(bare, "PERSON")
    return name if name.kind is Kind.PERSON else None
