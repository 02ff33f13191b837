"""Sources: one reader per format, chosen by the file's suffix. Each turns a file into a `Document`."""

from claimcheck.sources.document import Block, BlockReader, Document, Kind, Label, Meta, Piece
from claimcheck.sources.front import META_SUFFIX
from claimcheck.sources.reader import READERS, document_id, read, read_as_it_is, sidecar

__all__ = [
    "META_SUFFIX",
    "READERS",
    "Block",
    "BlockReader",
    "Document",
    "Kind",
    "Label",
    "Meta",
    "Piece",
    "document_id",
    "read",
    "read_as_it_is",
    "sidecar",
]
