"""Orders: who gives them, in which capacity, where, to whom, when; one clause each."""

import datetime as dt

import pytest

from extract.directives import Directive
from extract.pipeline import extract

PUBLISHED = dt.date(2025, 8, 6)
FLOOD = "清水河石桥段超警戒水位，堤防险情增多，防汛进入关键期。\n"
"""A paragraph that orders nothing, so that the article speaks of floods."""
LEAD = "新华社河西8月6日电 国务院副总理王某6日上午赴国家防汛抗旱总指挥部调度防汛抢险救灾工作。"


def _directives(text: str) -> tuple[Directive, ...]:
    return extract(FLOOD + text, PUBLISHED).directives


def _orders(text: str) -> list[str]:
    return [directive.quote for directive in _directives(text)]


@pytest.mark.parametrize(
    ("words", "orders"),
    [
        ("他强调，要加强堤防查险除险，确保安全度汛。", ["加强堤防查险除险", "确保安全度汛"]),
        ("他强调，要坚决贯彻重要指示精神，做好抢险。", ["做好抢险"]),
        ("王某指出，入汛以来雨量偏多，堤坝受水侵蚀，决不能放松警惕。", ["决不能放松警惕"]),
        ("王某强调，要防止决口扩大并在具备条件时及时封堵。", ["防止决口扩大", "在具备条件时及时封堵"]),
        ("王某强调，要果断转移并妥善安置受威胁群众。", ["果断转移并妥善安置受威胁群众"]),
        ("王某强调，特别是对险工险段，要加密频次。", ["对险工险段，要加密频次"]),
        ("当前堤防抢险仍在继续，专家说必须巡查。", []),
        ("会上，堤防的主要险情得到通报。", []),
    ],
)
def test_the_orders_of_a_speech(words: str, orders: list[str]) -> None:
    assert _orders(LEAD + words) == orders


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        (
            "河西市防汛抗旱指挥部6日20时发出紧急通知，要求沿河各县区加密巡查频次，备足抢险物料。",
            ["加密巡查频次", "备足抢险物料"],
        ),
        (
            "水利部5日12时启动洪水防御Ⅳ级应急响应，要求沿江各省做好水库安全度汛、山洪灾害防御等工作。",
            ["做好水库安全度汛、山洪灾害防御等工作"],
        ),
        ("水利部启动应急响应，要求北岭省做好堤防防守，并派出2个工作组赴一线指导。", ["做好堤防防守"]),
        (
            "省防指要求，各地要严格落实值班制度；水利部门要科学调度水库；应急部门要预置抢险力量。",
            ["严格落实值班制度", "科学调度水库", "预置抢险力量"],
        ),
        ("国家防总会商。会商强调，要抓好堤防巡护，强化人员转移。", ["抓好堤防巡护", "强化人员转移"]),
        (
            "省防办印发《通知》。《通知》要求：一是要加强会商；二是要排查隐患。",
            ["加强会商", "排查隐患"],
        ),
        (
            "省防总发布命令：一、沿河涵闸一律关闭；二、巡堤人员按每公里12人配足。",
            ["沿河涵闸一律关闭", "巡堤人员按每公里12人配足"],
        ),
        ("王某指出，要提高认识。二要压实责任。\n三要备足物资。", ["提高认识", "压实责任", "备足物资"]),
        ("李某强调，要在做好救灾工作的同时，尽快恢复生产。", ["尽快恢复生产"]),
        ("李某强调，要以临战的姿态，守住大堤。", ["守住大堤"]),
        ("李某强调，要加强巡查，一旦发现险情，要立即处置。", ["加强巡查", "一旦发现险情，要立即处置"]),
        ("李某强调，要克服麻痹思想，当前洪峰正通过石桥县，切不可松懈。", ["克服麻痹思想", "切不可松懈"]),
        ("李某要求，要加强水文观测，为防汛决策提供依据。", ["加强水文观测"]),
        ("李某强调，该转移的要转移，各项措施要落实到位。", ["该转移的要转移", "各项措施要落实到位"]),
        ("6日，石桥县召开防汛会议，要求各乡镇转移低洼地带群众。", ["转移低洼地带群众"]),
        ("省应急管理厅紧急调拨帐篷500顶。要求各地规范发放。", ["规范发放"]),
        ("省防办提醒各地防范山洪，及时转移群众。", ["防范山洪", "及时转移群众"]),
        ("市防指要求各地各部门：加强值守，领导干部在岗带班。", ["加强值守", "领导干部在岗带班"]),
        ("省防指有关负责人强调，要加强堤防巡护。", ["加强堤防巡护"]),
        ("应急管理部发布风险提示，预计7日有大雨，需进一步防范堤防险情。", ["进一步防范堤防险情"]),
        ("县长李某下令，柳林垸群众22时前全部撤离。", ["柳林垸群众22时前全部撤离"]),
        ("李某要求东山省尽快摸清灾情；要求水利部等部门派员赴灾区。", ["尽快摸清灾情", "派员赴灾区"]),
    ],
)
def test_what_is_an_order(text: str, orders: list[str]) -> None:
    assert _orders(text) == orders


@pytest.mark.parametrize(
    "text",
    [
        "水文专家赵某说，后期仍需密切关注来水。",
        "气象部门提醒公众，要远离河道，减少外出。",
        "石桥县委书记张某赶到柳林垸现场，部署抢险工作，察看堤防。",
        "石桥县防指贯彻落实省领导指示精神，连夜加固堤防500米。",
        "省水利厅厅长吴某介绍，3座水库要泄洪，预计7日水位回落。",
        "长江委调度三座水库拦洪，削减洪峰流量每秒2000立方米。",
        "供电公司提出，要确保排涝泵站用电，做到电力先行。",
        "村民李某告诉记者，洪水来得快，大家必须马上撤离。",
        "省防指派出工作组赴石桥县，指导当地做好堤防巡查。",
        "按照省防指要求，河西市启动应急响应，组织群众转移。",
        "堤防抢险要求高，突击队要在天黑前完成封堵。",
        "该水库主要任务是防洪，汛期要控制在汛限水位以下。",
        "专家组建议，一要抛石固基，二要加高子堤。指挥部采纳了建议。",
        "全省防汛会议召开，学习上级精神，按照决策部署，分析研判形势。",
        "县水利局局长许某告诉记者，要在10月底前加固险段。",
        "国家防总继续维持防汛三级应急响应，工作组在东山省指导堤防抢护。",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not _orders(text)


@pytest.mark.parametrize(
    ("text", "issuer", "role", "venue"),
    [
        ("省委书记王某、省长李某到堤防检查。李某指出，要加强巡查。", "李某", "省长", None),
        ("省防指召开防汛视频会议。副省长王某出席会议。王某强调，要查险。", "王某", "副省长", "防汛视频会议"),
        ("全市防汛会议召开。会议强调，要排查隐患。", "全市防汛会议", None, "全市防汛会议"),
        ("省防指、省应急管理厅会商。会商要求，加强预警。", "省防指、省应急管理厅", None, None),
        ("李某总理对防汛作出批示，要求加固堤防，防范洪水。", "李某", "总理", None),
        ("国家防办、水利部要求加强预警。", "国家防办、水利部", None, None),
        ("正在国外访问的国家主席王某作出指示，要及时转移群众。", "王某", "国家主席", None),
        ("按照部长王某安排，水利部组织会商，要求加强预警。", "水利部", None, None),
    ],
)
def test_who_orders_and_where(text: str, issuer: str, role: str | None, venue: str | None) -> None:
    assert {(d.issuer, d.issuer_role, d.venue) for d in _directives(text)} == {(issuer, role, venue)}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("5日，省防指针对7日至9日的强降雨发出通知，要求转移群众。", "2025-08-05"),
        ("3日暴雨以来，省防指多次会商。省防指要求，加强巡查。", "None"),
        ("省防指5日12时启动应急响应，要求加强巡查。", "2025-08-05"),
        ("省防指要求6日22时前转移群众。", "None"),
        ("省长王某5日检查堤防。\n王某强调，要转移群众。", "2025-08-05"),
    ],
)
def test_when_the_issuer_was_at_work(text: str, start: str) -> None:
    assert {str(d.start)[:10] for d in _directives(text)} == {start}


def test_issuer_role_venue_addressee_and_time() -> None:
    words = "王某强调，国家防总要做好抢险力量调度。各地要强化查险除险措施，严防出现人员伤亡。"
    found = extract(LEAD + words, PUBLISHED).directives
    assert [d.addressee for d in found] == ["国家防总", "各地", "各地"]
    assert {(d.issuer, d.issuer_role, d.venue) for d in found} == {
        ("王某", "国务院副总理", "国家防汛抗旱总指挥部")
    }
    assert {(str(d.start), str(d.end)) for d in found} == {("2025-08-06 06:00:00", "2025-08-06 12:00:00")}
    assert [d.themes[0] for d in found] == ["supplies_forces", "dike_inspection", "casualties_prevention"]


def test_an_organisation_orders_too() -> None:
    text = "国家防总6日召开专题会议，要求沿江各县要严格落实巡堤责任。强化水情监测预警，及时转移群众。"
    found = extract(text, PUBLISHED).directives
    assert [d.quote for d in found] == ["严格落实巡堤责任", "强化水情监测预警", "及时转移群众"]
    assert {d.issuer for d in found} == {"国家防总"}


def test_a_notice_names_its_addressee() -> None:
    found = _directives("省防指向沿河四市发出紧急通知，要求转移群众。")
    assert [d.addressee for d in found] == ["沿河四市"]


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("王某强调，要加强巡查。雨势减弱。要修好村路。", ["加强巡查"]),
        ("王某强调，要加强巡查。雨势减弱。三要备足石料。", ["加强巡查", "备足石料"]),
        ("王某强调，要加强巡查。“人心要齐，要有盼头。”他指出，要修好村路。", ["加强巡查"]),
        ("王某强调，要加强巡查。\n村民要修路，大堤要加高。", ["加强巡查"]),
        ("王某强调，要加强巡查。水利部启动应急响应。要修好村路。", ["加强巡查"]),
    ],
)
def test_how_long_he_has_the_word(text: str, orders: list[str]) -> None:
    assert _orders("省长王某检查防汛。" + text) == orders


def test_an_order_is_no_deed() -> None:
    text = f"{LEAD}王某强调，要组织民兵加固堤防，转移群众。"
    assert not [fact for fact in extract(text, PUBLISHED).facts if fact.kind == "action"]
