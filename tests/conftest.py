"""What every test needs: no screen, and property tests that do not race a clock."""

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples on every machine: a change is judged by what it does, not by luck. `pytest
# --hypothesis-profile=search` looks for new ones.
settings.register_profile(
    "hrd", deadline=None, database=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "search", deadline=None, database=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("hrd")
