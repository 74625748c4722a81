"""Measures in a real browser what a viewer waits for: `python -m tests.browser.bench [FACTS]`.

It judges nothing. Machines differ, so a click stands beside one on a page that only changes a word.
"""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.browser.serving import MISSING, dashboard, launch, settle, store_in, streamlit_page
from tests.browser.stores import fill_large

LOADS, CLICKS, WARM = 7, 12, 2
FEW, MANY = 1_000, 100_000
INCIDENTS = 400
PAUSE = 300
"""Milliseconds between two clicks: Streamlit collects garbage after a run."""
TRIVIAL = """
import streamlit

count = streamlit.session_state.get("count", 0)
streamlit.title(f"count {count}")
streamlit.button("more", on_click=lambda: streamlit.session_state.update(count=count + 1))
"""
TRAFFIC = """
window.traffic = {sent: [], received: []};
window.WebSocket = class extends WebSocket {
    constructor(...given) {
        super(...given);
        this.addEventListener("message", () => window.traffic.received.push(performance.now()));
    }
    send(data) { window.traffic.sent.push(performance.now()); super.send(data); }
};"""
STEPS = ":is(.st-key-previous, .st-key-next) button:not([disabled])"
"""The steps through the evidence; one at an end leads only one way."""
REDRAWN = Path(__file__).with_name("redrawn.js").read_text(encoding="utf-8")
READY = """selector => new Promise(done => {
    const look = () =>
        document.querySelector(selector) ? done(performance.now()) : requestAnimationFrame(look);
    look();
})"""
TITLE, CHART, HEADINGS = "h1", ".st-key-timeline .main-svg", ".stMain :is(h2, h3)"


class Act(NamedTuple):
    """What is clicked, where its effect is watched, and on which page; each of its elements in turns."""

    name: str
    clicked: tuple[str, ...]
    watched: str
    query: str = ""


def main() -> None:
    """Print loads and clicks at stores of several sizes."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = launch(playwright)
        if browser is None:
            sys.exit(MISSING)
        folder = Path(name)
        script = folder / "trivial.py"
        script.write_text(TRIVIAL, encoding="utf-8")
        with streamlit_page(script) as trivial:
            for title, store in stores(folder, many):
                with dashboard(store) as ours:
                    say(f"\n{title}")
                    measure(browser, ours, trivial)
        browser.close()


def stores(folder: Path, many: int) -> Iterator[tuple[str, Path]]:
    """Fill stores, small ones first; give each with what is in it."""
    for number, (facts, incidents) in enumerate([(0, 1), (FEW, 1), (many, INCIDENTS), (many, 1)]):
        place = folder / str(number)
        place.mkdir()
        if facts:
            fill_large(store_in(place), facts, incidents=incidents)
        yield f"{facts:,} facts, {incidents} incident(s)" if facts else "the bundled report", place


def measure(browser: Browser, ours: str, trivial: str) -> None:
    """Load both pages in turns, then click on both."""
    loads = [(load(browser, trivial, TITLE), load(browser, ours, TITLE)) for _ in range(LOADS)]
    # The first of each warms the disk and the caches.
    alone, content = (statistics.median(times) for times in zip(*loads[1:], strict=True))
    chart = statistics.median(load(browser, ours, CHART) for _ in range(LOADS))
    say(f"first content {content:6.0f} ms, an empty page {alone:.0f} ms, ratio {content / alone:.1f}")
    say(f"first chart   {chart:6.0f} ms")
    base = click(browser, trivial, Act("a word", (".stButton button",), TITLE))
    say(tell("a word alone", base, base))
    for act in acts(browser, ours):
        say(tell(act.name, click(browser, ours, act), base))


def acts(browser: Browser, address: str) -> Iterator[Act]:
    """List what a viewer does; the past moment is one of the store's own."""
    page = browser.new_page()
    page.goto(address)
    settle(page)
    page.locator(".st-key-at input").focus()
    page.keyboard.press("Home")
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(PAUSE)
    settle(page)
    past = page.url.partition("?")[2]
    types = page.locator(".st-key-type button").count()
    page.close()
    yield Act("kind", (".st-key-kind button",), ".st-key-timeline")
    yield Act("type", (".st-key-type button",), ".st-key-timeline")
    # One after the other on, then off: no view comes twice.
    every = tuple(f".st-key-type button >> nth={number}" for number in range(types))
    yield Act("type, never seen", every, ".st-key-timeline")
    yield Act("fact", (STEPS,), ".st-key-evidence")
    yield Act(
        "moment", (".moment a:nth-of-type(1)", ".moment a:nth-of-type(2)"), ".moment strong", f"?{past}"
    )
    for number, title in enumerate(("orders", "forces", "water", "sources"), 2):
        there, back = f".ways li:nth-child({number}) a", ".ways li:first-child a"
        yield Act(f"to {title} and back", (there, back), HEADINGS)


def load(browser: Browser, address: str, ready: str) -> float:
    """Open a page in a fresh browser context; give the milliseconds until something is there."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, locale="zh-CN")
    page = context.new_page()
    page.goto(address, wait_until="commit")
    time = float(page.evaluate(READY, ready))
    context.close()
    return time


def click(browser: Browser, address: str, act: Act) -> list[dict[str, float]]:
    """Click some times; give the milliseconds each took, in parts."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, locale="zh-CN")
    page = context.new_page()
    page.add_init_script(TRAFFIC)
    page.goto(address + act.query)
    page.locator(act.clicked[0]).first.wait_for()
    settle(page, PAUSE)
    times = []
    for number in range(WARM + CLICKS):
        element = page.locator(act.clicked[number % len(act.clicked)]).first
        times.append(element.evaluate(REDRAWN, act.watched))
        # A link that is drawn anew meanwhile is no link any more.
        settle(page, PAUSE)
    context.close()
    return times[WARM:]


def tell(name: str, times: list[dict[str, float]], base: list[dict[str, float]]) -> str:
    """Tell median and slowest, the ratio to the trivial page, and where the time went."""
    middle = {part: statistics.median(time[part] for time in times) for part in times[0]}
    alone = statistics.median(time["all"] for time in base)
    slowest = max(time["all"] for time in times)
    parts = ", ".join(f"{part} {middle[part]:.0f}" for part in ("sent", "server", "drawn"))
    ratio = middle["all"] / alone
    return f"{name:22} {middle['all']:6.0f} ms, slowest {slowest:6.0f}, ratio {ratio:4.1f} ({parts})"


def say(line: str) -> None:
    """Write a line at once, since the next takes a while."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
