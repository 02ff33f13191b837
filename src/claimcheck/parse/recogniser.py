"""spaCy's entity recogniser, decoded here: the same entities in less than half the time.

The recogniser reads a text word by word and chooses for each the best of the moves that are possible (begin an entity
of a kind, go on with it, end it, a name of one word, none), from the vector of the word, of the entity's first and of
the word before (`spacy/pipeline/_parser_internals/ner.pyx`, `spacy/ml/parser_model.pyx`). spaCy looks at one state at a
time, and takes and gives back the interpreter's lock for many of the 74 moves. Outside an entity the state is the word
alone, so those moves are scored here for all words at once; inside, only two moves are left.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from claimcheck.parse.vectors import Vectors

if TYPE_CHECKING:
    from numpy import ndarray
    from spacy.language import Language
    from spacy.tokens import Doc

_GIVEN = ("ENT_IOB", "ENT_TYPE")
_INSIDE, _OUTSIDE, _FIRST = 1, 2, 3  # spaCy's numbers for I, O and B


class Recogniser:
    """The entity recogniser of a pipeline.

    Raises ValueError where it is built in another way than spaCy's small models are.
    """

    def __init__(self, nlp: Language) -> None:
        ner: Any = nlp.get_pipe("ner")
        model = ner.model
        self._lower, self._upper = model.get_ref("lower"), model.get_ref("upper")
        vectors, _, self._narrowed = model.layers[0].layers
        self._vectors = Vectors(vectors)
        if self._lower.get_dim("nF") != 3 or not model.attrs["has_upper"] or model.attrs["unseen_classes"]:
            raise ValueError("the entity recogniser is built in an unknown way")
        if ner.cfg["beam_width"] != 1:
            raise ValueError("the entity recogniser searches with a beam")
        names = [ner.moves.get_class_name(k) for k in range(ner.moves.n_moves)]
        self._moves = [name.partition("-") for name in names]
        self._kinds = [nlp.vocab.strings[kind] if kind else 0 for _, _, kind in self._moves]
        weights, biases = self._upper.get_param("W"), self._upper.get_param("b")
        self._inside = {}
        for _, _, kind in self._moves:
            if f"I-{kind}" in names:
                two = [names.index(f"I-{kind}"), names.index(f"L-{kind}")]
                self._inside[kind] = weights[two], biases[two]

    def mark(self, docs: Sequence[Doc]) -> None:
        """Give every token of parsed texts the kind of its entity, and whether it begins one."""
        from numpy import array, concatenate, uint64

        docs = [doc for doc in docs if len(doc)]
        if not docs:
            return
        features = self._lower.predict(self._narrowed.predict(concatenate(self._vectors.of(docs))))
        missing, words = features[0], features[1:]  # the first row stands for a word that is not there
        closed = [shut for doc in docs for shut in _closed(doc)]
        space = [is_space for doc in docs for is_space in doc.to_array("IS_SPACE").tolist()]
        best = self._outside(words[:, 0] + missing[1] + missing[2], closed, space)
        rows: Any = array(self._decode(best, closed, words), dtype=uint64)
        at = 0
        for doc in docs:
            doc.from_array(list(_GIVEN), rows[at : at + len(doc)])
            at += len(doc)

    def _outside(self, states: ndarray, closed: Sequence[bool], space: Sequence[bool]) -> list[int]:
        """The best move at every word as if no entity were open: none begins on white space, or at a sentence's end."""
        from numpy import array, inf, newaxis

        action = array([name if kind or name == "O" else "" for name, _, kind in self._moves])
        scores = self._upper.predict(self._hidden(states))
        scores[:, (action == "I") | (action == "L") | (action == "")] = -inf
        scores[array(closed)[:, newaxis] & (action == "B")] = -inf
        scores[array(space, dtype=bool)[:, newaxis] & ((action == "B") | (action == "U"))] = -inf
        best: list[int] = scores.argmax(axis=1).tolist()
        return best

    def _decode(self, best: Sequence[int], closed: Sequence[bool], words: ndarray) -> list[tuple[int, int]]:
        """(I, O or B; kind) of every word. `words`: (words, 3, hidden units, pieces), its features in every place."""
        rows = [(_OUTSIDE, 0)] * len(best)
        i = 0
        while i < len(best):
            action, _, kind = self._moves[best[i]]
            if action != "O":
                first, label = i, self._kinds[best[i]]
                rows[i] = (_FIRST, label)
                goes_on = action == "B"
                while goes_on:
                    i += 1
                    rows[i] = (_INSIDE, label)
                    state = words[i, 0] + words[first, 1] + words[i - 1, 2]
                    goes_on = not closed[i] and self._goes_on(kind, state)
            i += 1
        return rows

    def _goes_on(self, kind: str, state: ndarray) -> bool:
        """Whether an entity of this kind ends behind this word only."""
        weights, biases = self._inside[kind]
        inside, last = (weights @ self._hidden(state) + biases).tolist()
        return bool(inside >= last)

    def _hidden(self, states: ndarray) -> ndarray:
        """The hidden units of states of (…, hidden units, pieces): the greatest of each one's pieces."""
        from numpy import maximum

        pieces = states + self._lower.get_param("b")
        found: ndarray = pieces[..., 0]
        for k in range(1, pieces.shape[-1]):
            found = maximum(found, pieces[..., k])
        return found


def _closed(doc: Doc) -> list[bool]:
    """Of every token, whether a sentence, and so an entity, ends behind it."""
    return [*(start == 1 for start in doc.to_array("SENT_START").tolist()[1:]), True]
