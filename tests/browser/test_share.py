"""A view is handed on: by its link, a message, a code to scan, a frame in another page."""

import http.server
import threading
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import segno
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

UNIT = "岳阳军分区"
SIDE = 220
"""Pixels a code needs to be scanned from a screen."""
# The modules of a code as drawn, row by row, read off the middle of each.
READ_CODE = """([picture, modules]) => {
  const canvas = document.createElement("canvas");
  canvas.width = picture.naturalWidth; canvas.height = picture.naturalHeight;
  const pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0);
  const size = canvas.width / modules, rows = [];
  for (let y = 0; y < modules; y++) {
    let row = "";
    for (let x = 0; x < modules; x++)
      row += pen.getImageData((x + 0.5) * size, (y + 0.5) * size, 1, 1).data[0] < 128 ? "1" : "0";
    rows.push(row);
  }
  return rows;
}"""


def share(page: Page) -> Page:
    page.locator(".st-key-share button").first.click()
    page.locator(".share .code").wait_for()
    return page


def copied(page: Page, place: int) -> str:
    """Click the button to copy, and give what it then would paste."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".share button").nth(place).click()
    expect(page.locator(".share button").nth(place)).to_have_text("已复制")
    words: str = page.evaluate("navigator.clipboard.readText()")
    return words


def test_the_link_and_the_message_are_copied_with_one_click(open_page: Open, errors: list[str]) -> None:
    page = share(open_page(f"?unit={UNIT}"))
    link = copied(page, 0)
    assert parse_qs(urlsplit(link).query) == {"unit": [UNIT], "incident": ["团洲垸决口"], "lang": ["zh"]}
    title, state, *rest = copied(page, 1).split("\n")
    assert title == "团洲垸决口 · 汛情态势"
    assert state.startswith("截至 ")
    assert "300 人" in state
    assert any(UNIT in line for line in rest)
    assert rest[-1] == link
    assert errors == []


def test_without_a_secure_address_the_words_are_copied_in_the_older_way(open_page: Open) -> None:
    page = share(open_page())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("Object.defineProperty(navigator.clipboard, 'writeText', {value: undefined})")
    page.locator(".share button").first.click()
    expect(page.locator(".share button").first).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".share code").first.inner_text()


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1440, "light")])
def test_the_code_is_that_of_the_link_and_large_enough(open_page: Open, scheme: str, width: int) -> None:
    page = share(open_page(width=width, scheme=scheme))
    link = page.locator(".share code").first.inner_text()
    picture = page.locator(".share .code")
    box = picture.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= SIDE
    expected = ["".join(map(str, row)) for row in segno.make_qr(link, error="l").matrix_iter(border=4)]
    assert picture.evaluate(f"picture => ({READ_CODE})([picture, {len(expected)}])") == expected
    expect(picture).to_have_attribute("alt", "此视图链接的二维码")


def test_the_report_for_paper_is_at_hand_once_the_control_is_opened(open_page: Open) -> None:
    page = open_page()
    assert page.locator(".share").count() == 0
    share(page)
    with page.expect_download() as download:
        page.locator(".st-key-share_briefing button").click()
    assert download.value.suggested_filename.endswith(".html")


@pytest.fixture
def foreign(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Give a folder of pages that stand under another address, and that address."""
    handler = partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield tmp_path, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_frame_shows_the_view_and_stays_a_frame_whatever_is_clicked(
    open_page: Open, open_any: Open, foreign: tuple[Path, str]
) -> None:
    page = share(open_page(f"?unit={UNIT}"))
    page.locator(".share summary").click()
    snippet = page.locator(".share details code").inner_text()
    folder, address = foreign
    (folder / "a.html").write_text(f"<title>portal</title>{snippet}", encoding="utf-8")
    portal = open_any(f"{address}a.html")
    portal.frame_locator("iframe").locator(".st-key-facts canvas").first.wait_for()
    frame = portal.frames[1]
    assert (
        frame.locator("[data-testid=stSidebar], .st-key-share, .st-key-add, .st-key-takeaway, .ways").count()
        == 0
    )
    assert frame.locator("h1").inner_text() == "团洲垸决口"
    assert frame.locator(".st-key-verdict button").count() == 0
    frame.locator('.st-key-directives .orders a[href*="fact="]').first.click()
    frame.wait_for_url("**fact=*")
    first = parse_qs(urlsplit(frame.url).query)
    assert first["embed"] == ["true"]
    assert first["unit"] == [UNIT]
    frame.locator(".st-key-previous button").click()
    expect(frame.locator(".st-key-evidence")).to_be_visible()
    portal.wait_for_timeout(1000)
    second = parse_qs(urlsplit(frame.url).query)
    assert second["embed"] == ["true"]
    assert second["fact"] != first["fact"]
    whole = frame.locator(".whole-view")
    assert "embed" not in parse_qs(urlsplit(unescape(whole.get_attribute("href") or "")).query)
    expect(whole).to_have_attribute("target", "_blank")


def test_no_page_but_a_frame_made_for_it_stands_in_another(
    open_any: Open, address: str, foreign: tuple[Path, str]
) -> None:
    folder, portal = foreign
    (folder / "b.html").write_text(f'<iframe src="{address}"></iframe>', encoding="utf-8")
    page = open_any(f"{portal}b.html")
    page.wait_for_timeout(1500)
    assert page.frame_locator("iframe").locator(".stApp, #root").count() == 0


def test_reports_are_not_added_in_a_frame(open_any: Open) -> None:
    page = open_any("?page=reports&embed=true")
    page.locator(".whole-view").wait_for()
    assert page.locator(".st-key-adding").count() == 0
