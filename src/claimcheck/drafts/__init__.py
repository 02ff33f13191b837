"""Draft copy: one reader per format; each turns a file into a `Draft`, whose places are those of the raw file."""

from claimcheck.drafts.draft import Comment, Draft
from claimcheck.drafts.reader import READERS, read_draft

__all__ = ["READERS", "Comment", "Draft", "read_draft"]
