"""Settings of every test."""

import os

from hypothesis import settings

# A busy machine is no failure; and in CI the same change always gives the same result.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")
