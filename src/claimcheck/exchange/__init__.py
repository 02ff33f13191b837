"""Claims to other formats and back: CSV, JSON Lines, ClaimReview, Web Annotation."""
