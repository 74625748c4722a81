"""Settings of every test, and the one browser that all share."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.browser.serving import MISSING, launch

# A busy machine is no failure; and in CI the same change always gives the same result.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give Chromium; without one, fail where the checks are run for all, else skip."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        if chromium is None:
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(MISSING)
        yield chromium
        chromium.close()
