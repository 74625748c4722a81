"""The proof of what is chosen is in sight, wherever on a page it was chosen, on a desk and on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Flood

Open = Callable[..., Page]

AT_THE_END = "document.querySelector('[data-testid=stMain]').scrollTo(0, 1e6)"


@pytest.mark.parametrize("page_name", ["forces", "water"])
def test_on_a_desk_the_proof_stays_beside_the_end_of_a_long_page(
    open_any: Open, flood: Flood, page_name: str
) -> None:
    page = open_any(f"{flood.address}?page={page_name}", height=900)
    page.locator(".st-key-evidence .proof").wait_for()
    page.evaluate(AT_THE_END)
    expect(page.locator(".st-key-evidence .proof strong")).to_be_in_viewport()


def test_a_link_below_the_proof_brings_it_back_into_sight(open_any: Open, flood: Flood) -> None:
    page = open_any(flood.address, height=600)
    link = page.locator(".orders td a").first
    link.scroll_into_view_if_needed()
    link.click()
    expect(page.locator(".st-key-evidence .proof.picked strong")).to_be_in_viewport()


@pytest.mark.parametrize("page_name", ["", "orders", "forces", "water"])
def test_on_a_phone_the_chosen_proof_stands_at_the_foot_until_it_is_let_go(
    open_any: Open, flood: Flood, page_name: str
) -> None:
    page = open_any(f"{flood.address}?page={page_name}&fact={flood.fact}", width=390, height=844)
    proof = page.locator(".st-key-evidence .proof strong")
    expect(proof).to_be_in_viewport()
    expect(page.locator(".article mark.quote").first).to_be_in_viewport()
    page.locator(".st-key-evidence .release a").click()
    expect(page.locator(".proof.picked")).to_have_count(0)
    expect(proof).not_to_be_in_viewport()
    assert "fact=" not in page.url


def test_between_phone_and_desk_nothing_lies_under_the_bar(open_any: Open, flood: Flood) -> None:
    page = open_any(flood.address, width=768)
    bar = page.locator("[data-testid=stHeader]").bounding_box()
    button = page.locator(".st-key-share button").bounding_box()
    assert bar
    assert button
    assert button["y"] >= bar["y"] + bar["height"]
