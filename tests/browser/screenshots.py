"""Takes the pictures the README shows, into `.github/`: `python -m tests.browser.screenshots`."""

import io
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from dashboard.state import PAGES
from tests.browser.serving import MISSING, dashboard, launch, settle, store_in
from tests.browser.stores import fill_flood

FOLDER = Path(__file__).parents[2] / ".github"
COLOURS = 256
"""Flat areas and text need no more, and a file is a third as large."""


class Picture(NamedTuple):
    """A view and the screen it is seen on; `theme` is light or dark."""

    name: str
    query: str
    width: int = 1440
    height: int = 1200
    theme: str = "light"


PICTURES = (
    Picture("dashboard", ""),
    Picture("dashboard-dark", "?lang=en", theme="dark"),
    Picture("dashboard-phone", "", 390, 844),
    *(Picture(f"dashboard-{page}", f"?page={page}") for page in PAGES if page),
    Picture("dashboard-embedded", "?embed=true", 960, 640),
)


def main() -> None:
    """Take every picture anew."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        if browser is None:
            sys.exit(MISSING)
        fill_flood(store_in(Path(folder)))
        with dashboard(Path(folder)) as address:
            for picture in PICTURES:
                (FOLDER / f"{picture.name}.png").write_bytes(take(browser, address, picture))
        browser.close()


def take(browser: Browser, address: str, picture: Picture) -> bytes:
    """Take a picture, as a PNG of few colours."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.theme,  # type: ignore[arg-type]  # one of two words
        locale="zh-CN",
    )
    page = context.new_page()
    page.goto(address + picture.query)
    settle(page, 1000)
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    context.close()
    small = io.BytesIO()
    shot.quantize(COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


if __name__ == "__main__":
    main()
