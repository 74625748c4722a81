"""The incident is named from the article's own words."""

import pytest

from extract.incidents import find_incident


@pytest.mark.parametrize(
    ("text", "incident"),
    [
        ("当前东山河西市石桥县柳林垸青湖一线堤防决口正在处置。", "柳林垸决口"),
        ("石桥县柳林垸大堤3日发生溃决。记者在柳林垸决口现场看到。", "柳林垸决口"),
        ("清水河出现超警洪水，沿线巡堤。", "清水河洪水"),
        ("石桥县遭遇特大暴雨，多处积水。", "石桥县暴雨"),
        ("各地防汛准备就绪。", None),
    ],
)
def test_the_name_of_an_incident(text: str, incident: str | None) -> None:
    assert find_incident(text) == incident
