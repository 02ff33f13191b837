"""PDF: the text in reading order, page by page, without what repeats at the edges of the pages."""

from claimcheck.intake.pdf.opening import PdfText, read_pdf

__all__ = ["PdfText", "read_pdf"]
