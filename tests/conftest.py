from __future__ import annotations

from hypothesis import settings

# A slow machine is no failure: no test here measures time by the clock.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
