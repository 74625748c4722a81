"""Takes the pictures the README shows, into `.github/`: `python -m tests.browser.screenshots`."""

import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

from tests.browser.serving import MISSING, dashboard, launch

FOLDER = Path(__file__).parents[2] / ".github"
PICTURES: tuple[tuple[str, str, int, int, Literal["light", "dark"]], ...] = (
    ("dashboard", "", 1440, 1400, "light"),
    ("dashboard-dark", "?lang=en", 1440, 1400, "dark"),
    ("dashboard-phone", "", 390, 844, "light"),
)
SETTLED = 1500
"""Milliseconds for fonts and the last frame."""


def main() -> None:
    """Take every picture anew."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        if browser is None:
            sys.exit(MISSING)
        with dashboard(Path(folder)) as address:
            for name, query, width, height, scheme in PICTURES:
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme
                )
                page = context.new_page()
                page.goto(address + query)
                page.locator(".st-key-timeline .barlayer").wait_for()
                page.wait_for_timeout(SETTLED)
                page.screenshot(path=FOLDER / f"{name}.png")
                context.close()
        browser.close()


if __name__ == "__main__":
    main()
