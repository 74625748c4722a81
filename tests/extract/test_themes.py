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
        ("组织力量开展抢险", ("rescue", "supplies_forces")),
        ("全力做好抢险处置工作", ("rescue",)),
        ("预置抢险力量", ("supplies_forces",)),
        ("及时处置险情", ("dike_inspection",)),
        ("密切监视雨情水情", ("forecast_warning",)),
        ("落实临灾叫应机制", ("forecast_warning",)),
        ("拦蓄洪水、错峰下泄", ("reservoir_operation",)),
        ("强排城区渍水", ("drainage",)),
        ("严防次生灾害", ("casualties_prevention",)),
        ("尽快抢修水毁道路", ("recovery",)),
        ("做好卫生防疫", ("recovery",)),
        ("加强值班值守", ("leadership",)),
        ("党员干部冲锋在前", ("leadership",)),
        ("始终保持高度警惕", ("general",)),
        ("群众基本生活", ("evacuation",)),
        ("决口现场", ()),
        ("救援人员", ("supplies_forces",)),
        ("茶叶丰收", ()),
        ("协同作战", ()),
    ],
)
def test_the_themes(text: str, themes: tuple[str, ...]) -> None:
    assert find_themes(text) == themes
