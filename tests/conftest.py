"""What every test needs: no screen, and property tests that do not race a clock."""

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("hrd", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hrd")
