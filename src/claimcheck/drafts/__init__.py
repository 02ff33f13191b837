"""Draft copy: one reader per format; each turns a file into a `Draft`, whose places are those of the raw file."""

from claimcheck.drafts.copy import file_of
from claimcheck.drafts.draft import Comment, Draft
from claimcheck.drafts.reader import READERS, read_draft

__all__ = ["READERS", "Comment", "Draft", "file_of", "read_draft"]
