"""Figures of one sentence that do not add up, one module for each kind of sum."""
