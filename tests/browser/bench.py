"""Measures in a real browser what a viewer waits for: `python -m tests.browser.bench`; it judges nothing."""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.serving import MISSING, dashboard, launch, streamlit_page

LOADS, CLICKS = 9, 12
EMPTY = "import streamlit\n\nstreamlit.title('empty')\n"
# From the click, in the page, to the first frame that shows the new chart in place of the old one.
REDRAWN = """button => new Promise(done => {
    const shown = () => [...document.querySelectorAll('.st-key-timeline .js-plotly-plot')]
        .filter(plot => plot.offsetHeight && plot.querySelector('.barlayer, .scatterlayer'));
    const old = shown()[0];
    const begin = performance.now();
    const look = () => {
        const drawn = shown();
        drawn.length && !drawn.includes(old)
            ? requestAnimationFrame(() => done(performance.now() - begin)) : requestAnimationFrame(look);
    };
    button.click();
    look();
})"""
CHART = """() => new Promise(done => {
    const look = () => document.querySelector('.st-key-timeline .barlayer')
        ? done(performance.now()) : requestAnimationFrame(look);
    look();
})"""
CONTENT = """() => new Promise(done => {
    const look = () => document.querySelector('h1') ? done(performance.now()) : requestAnimationFrame(look);
    look();
})"""


def main() -> None:
    """Print medians in milliseconds, and the ratio to an empty Streamlit page."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        if browser is None:
            sys.exit(MISSING)
        script = Path(folder) / "empty.py"
        script.write_text(EMPTY, encoding="utf-8")
        with dashboard(Path(folder)) as ours, streamlit_page(script) as empty:
            measure(browser, ours, empty)
        browser.close()


def measure(browser: Browser, ours: str, empty: str) -> None:
    """Load both pages in turns, then use a filter."""
    loads = [(load(browser, empty, CONTENT), load(browser, ours, CONTENT)) for _ in range(LOADS)]
    # The first of each warms the disk and the caches.
    alone, content = (statistics.median(times) for times in zip(*loads[1:], strict=True))
    chart = statistics.median(load(browser, ours, CHART) for _ in range(LOADS))
    say(f"first content        {content:6.0f} ms   empty page {alone:6.0f} ms   ratio {content / alone:.2f}")
    say(f"first chart          {chart:6.0f} ms")
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    page.goto(ours)
    page.wait_for_timeout(3000)
    clicks = redraw(page)
    say(f"filter to new chart  {statistics.median(clicks):6.0f} ms   slowest {max(clicks):6.0f} ms")


def say(line: str) -> None:
    """Write a line at once, since the next takes a while."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def load(browser: Browser, address: str, ready: str) -> float:
    """Open a page in a fresh browser context; give the milliseconds until it is ready."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.goto(address, wait_until="commit")
    time = float(page.evaluate(ready))
    context.close()
    return time


def redraw(page: Page) -> list[float]:
    """Switch a filter on and off; give the milliseconds each took."""
    button = page.locator(".st-key-kind button").nth(1)
    times = []
    for _ in range(CLICKS):
        times.append(float(button.evaluate(REDRAWN)))
        page.wait_for_timeout(600)
    return times[2:]


if __name__ == "__main__":
    main()
