"""Property tests run the same examples every time; `HYPOTHESIS_PROFILE=deep` searches for new ones."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# No health check by the clock: a busy machine must not turn a passing test into a failing one.
settings.register_profile(
    "quick", derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "deep", deadline=None, max_examples=3000, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
