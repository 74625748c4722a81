"""What an order or a deed is about."""

import pytest

from extract.themes import find_themes


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("防止决口扩大", ("breach_closure",)),
        ("切实筑牢“第二道防线”", ("second_line",)),
        ("加固“第二道防线”", ("second_line", "dike_inspection")),
        ("继续做好抢险救援力量调度和急需物资调拨", ("supplies_forces",)),
        ("全力开展抢险救援", ("rescue",)),
        ("果断转移受威胁群众", ("evacuation",)),
        ("全面做好防汛救灾各项工作", ("general",)),
        ("加强预报预警", ("forecast_warning",)),
        ("茶叶丰收", ()),
    ],
)
def test_the_themes(text: str, themes: tuple[str, ...]) -> None:
    assert find_themes(text) == themes
