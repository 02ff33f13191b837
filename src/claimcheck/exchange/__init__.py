"""Claims to other formats and back: CSV, JSON Lines, ClaimReview, Web Annotation."""

from claimcheck.exchange.exporting import EXPORTS, Export, export
from claimcheck.exchange.importing import Import, import_claims
from claimcheck.exchange.reading import IMPORTS, read_rows

__all__ = ["EXPORTS", "IMPORTS", "Export", "Import", "export", "import_claims", "read_rows"]
