"""Drafts to a report: what is judged, what is reported, and what is kept quiet."""
