"""Compiles WordNet, GeoNames and the curated tables into the lexicon file that ships with claimcheck."""
