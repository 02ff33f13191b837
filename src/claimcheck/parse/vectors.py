"""The vectors of a spaCy tok2vec model, worked out here: the same but for rounding, in less than half the time.

`spacy/ml/models/tok2vec.py`: a token's spelling is looked up in hashed tables and mixed by one layer (MultiHashEmbed);
further layers add what the tokens beside it say (MaxoutWindowEncoder). Each takes, for every unit, the greatest of
three linear pieces, and brings a token's units to mean 0 and variance 1. The first part depends on the token alone and
is kept for each kind of token; the rest is products of matrices, which numpy's library does faster than thinc's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import ndarray
    from spacy.tokens import Doc

_KINDS = 1 << 13  # kinds of token kept
_TOGETHER = (
    16  # a row's product does not depend on the rows beside it where their number is a multiple of this
)
_AT_ONCE = 512  # rows, about: more do not stay in the processor's own memory
_TINY = 1e-8  # what thinc adds to a variance
_EMBED = "extract_features>>list2ragged>>with_array({})>>with_array(maxout>>layernorm>>dropout)>>ragged2list"
_TABLE = "ints-getitem>>hashembed"
_LAYER = "residual(expand_window>>maxout>>layernorm>>dropout)"


class Vectors:
    """A tok2vec model: documents to a row of numbers for each token.

    Raises ValueError where it is built in another way than those of spaCy's small models.
    """

    def __init__(self, model: Any) -> None:  # noqa: ANN401  # a thinc model, which says little of its types
        nodes: dict[str, list[Any]] = {}
        for node in model.walk():
            nodes.setdefault(node.name, []).append(node)
        tables, layers = nodes.get(_TABLE, []), nodes.get(_LAYER, [])
        embed = _EMBED.format("|".join([_TABLE] * len(tables)))
        if not layers or model.name != f"{embed}>>with_array({'>>'.join([_LAYER] * len(layers))})":
            raise ValueError("its token vectors are built in an unknown way")
        self.width: int = model.get_dim("nO")
        self._pad: int = model.layers[1].attrs["pad"]
        if self._pad < len(layers) or any(n.attrs["window_size"] != 1 for n in nodes["expand_window"]):
            raise ValueError("its token vectors look too far around them")
        extract, _, self._tables, self._mix, _ = model.layers[0].layers
        self._columns = list(extract.attrs["columns"])
        self._layers = [
            _Layer(units.get_param("W"), units.get_param("b"), norm.get_param("G"), norm.get_param("b"))
            for units, norm in zip(nodes["maxout"][1:], nodes["layernorm"][1:], strict=True)
        ]
        self._places: dict[bytes, int] = {}
        self._kept: ndarray | None = None

    def of(self, docs: Sequence[Doc]) -> list[ndarray]:
        """For each document an array of (tokens, width), of 32-bit floats."""
        alone = self._alone(docs)
        found, first, at = list["ndarray"](), 0, 0
        for k, doc in enumerate(docs, start=1):
            at += len(doc)
            if at >= _AT_ONCE or k == len(docs):
                found += self._with_neighbours(docs[first:k], alone[:at])
                alone, first, at = alone[at:], k, 0
        return found

    def _with_neighbours(self, docs: Sequence[Doc], alone: ndarray) -> list[ndarray]:
        from numpy import zeros

        starts, at = [], self._pad  # rows of zeros keep the documents apart
        for doc in docs:
            starts.append(at)
            at += len(doc) + self._pad
        rows: ndarray = zeros((-(-at // _TOGETHER) * _TOGETHER, self.width), dtype="float32")
        for doc, start in zip(docs, starts, strict=True):
            rows[start : start + len(doc)], alone = alone[: len(doc)], alone[len(doc) :]
        for layer in self._layers:
            rows += layer.of(_beside(rows))
        return [rows[start : start + len(doc)] for doc, start in zip(docs, starts, strict=True)]

    def _alone(self, docs: Sequence[Doc]) -> ndarray:
        """The rows of all the documents' tokens before they are told of each other."""
        from numpy import concatenate, empty

        shape = -1, len(self._columns)
        features = concatenate([doc.to_array(self._columns).reshape(shape) for doc in docs])
        kinds = [row.tobytes() for row in features]
        new = {kind: i for i, kind in enumerate(kinds) if kind not in self._places}
        if self._kept is None or len(self._places) + len(new) > len(self._kept):
            new = {kind: i for i, kind in enumerate(kinds)}
            self._places.clear()
            self._kept = empty((max(_KINDS, len(new)), self.width), dtype="float32")
        if new:
            first = len(self._places)
            made = self._mix.predict(self._tables.predict(features[list(new.values())]))
            self._kept[first : first + len(new)] = made
            self._places |= {kind: first + k for k, kind in enumerate(new)}
        found: ndarray = self._kept[[self._places[kind] for kind in kinds]]
        return found


class _Layer:
    """One layer's weights, the pieces of its units side by side."""

    def __init__(self, weights: ndarray, biases: ndarray, scale: ndarray, shift: ndarray) -> None:
        """weights: (units, pieces, inputs); biases: (units, pieces); scale, shift: (units,)."""
        from numpy import ascontiguousarray

        self._shape = weights.shape[1], weights.shape[0]
        self._weights = ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1))
        self._biases = ascontiguousarray(biases.T)
        self._scale, self._shift = scale, shift

    def of(self, rows: ndarray) -> ndarray:
        from numpy import einsum, maximum, newaxis

        pieces = (rows @ self._weights).reshape(len(rows), *self._shape)
        pieces += self._biases
        best: ndarray = pieces[:, 0]
        for k in range(1, self._shape[0]):
            best = maximum(best, pieces[:, k])
        best -= best.mean(axis=1, keepdims=True)
        variance = einsum("ij,ij->i", best, best) / best.shape[1] + _TINY
        best *= (variance**-0.5)[:, newaxis] * self._scale
        best += self._shift
        return best


def _beside(rows: ndarray) -> ndarray:
    """Each row between the one before it and the one behind it: (rows, width) to (rows, 3 * width)."""
    from numpy import empty

    width = rows.shape[1]
    found: ndarray = empty((len(rows), 3 * width), dtype=rows.dtype)
    found[0, :width] = 0
    found[1:, :width] = rows[:-1]
    found[:, width : 2 * width] = rows
    found[:-1, 2 * width :] = rows[1:]
    found[-1, 2 * width :] = 0
    return found
