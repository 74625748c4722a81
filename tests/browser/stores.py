"""Stores for what looks at the dashboard: one whose reports fill every page, and large ones."""

import datetime as dt

from dashboard.__main__ import prepare
from extract.archive import take_in
from extract.corrections import REJECTED, Correction
from extract.pipeline import extract
from extract.store import Store
from extract.table import ZONE
from tests.extract.reports import make_reports

NOW = dt.datetime(2031, 7, 9, 12, tzinfo=ZONE)
FLOOD = "柳林垸决口"
UNIT = "东山省军区"
_FACTS = 28
"""So many facts, about, a made-up report tells."""

# A breach from its first hour to its closing: levels, widths, forces, orders; told by four reports that
# repeat, revise and contradict one another.
_REPORTS = (
    (
        "2031-07-05",
        (
            "柳林垸决口险情处置紧张进行\n\n"
            "本报石桥县7月5日电 7月5日17时许，东山省石桥县柳林垸堤防发生决口，口门宽约10米。接到出动命令后，"
            "东山省军区官兵400余人、石桥县消防救援大队80人于5日20时赶到现场。武警东山总队近300人5日21时到达。"
            "截至5日20时，县防指已累计转移群众5300人，无人员伤亡。青湖站水位33.08米，超警戒1.58米，"
            "垸内水深约2米，垸内外水位差1.2米。\n\n"
            "国家防总副总指挥李江7月5日要求，全力封堵决口，抓紧转移受威胁群众，加强巡堤查险，确保人民生命安全。\n"
        ),
    ),
    (
        "2031-07-06",
        (
            "柳林垸决口封堵展开\n\n"
            "东山日报7月6日电 6日9时，柳林垸决口口门宽118米，决口两侧同时进占，左岸已进占12米。"
            "东山省军区官兵累计投入650余人。中国安能集团120人携带冲锋舟20艘、挖掘机18台投入封堵。"
            "截至6日9时，已累计转移群众7680人，2人受伤。6日8时，青湖站水位33.25米，超警戒1.75米，"
            "流量3200立方米每秒。石桥县组织民兵500人加固第二道防线，长约14.3公里，距决口约2公里。"
            "6日凌晨，渗漏险情陆续出现。\n\n"
            "东山省水利厅要求各地加密巡堤频次，提前预置抢险物资，科学调度上游水库。\n"
        ),
    ),
    (
        "2031-07-06",
        (
            "记者从柳林垸决口现场获悉\n\n"
            "河西新闻网7月6日电 6日9时，柳林垸决口口门宽150米。截至6日9时，已累计转移群众7680人。"
            "石桥县降雨量达120毫米，受淹面积约47平方公里。国家防总副总指挥李江7月6日要求，全力封堵决口。"
            "预计7月9日完成封堵。6日18时，左岸已进占35米，右岸已进占8米。河西市医疗队40人到达安置点。\n"
        ),
    ),
    (
        "2031-07-08",
        (
            "柳林垸决口进占过半\n\n"
            "河西新闻网7月8日电 7月7日8时，柳林垸决口左岸已进占68米，右岸已进占20米，剩余口门62米。"
            "东山省军区官兵累计投入900余人。7日8时，青湖站水位32.96米，较前一日下降0.29米。"
            "已抛投石料2.6万立方米。\n\n"
            "7月8日10时，柳林垸决口封堵合龙，内外水位已经齐平。截至8日10时，已累计转移群众9120人。"
            "排涝泵车30台开始排水，累计排水1200万立方米。\n"
        ),
    ),
)


def fill_flood(url: str) -> None:
    """Fill an empty store with the bundled report and with those of a made-up breach, the latest incident.

    One date is given, the others are found; one fact is rejected.
    """
    prepare(url, NOW)
    with Store(url) as store:
        for number, (published, text) in enumerate(_REPORTS):
            given = dt.date.fromisoformat(published) if number % 2 else None
            read = extract(text, given, today=NOW.date(), source_name=f"{number}.txt")
            take_in(store, read, NOW)
        fact = next(fact for fact in read.facts if fact.quote == "30台")
        store.correct(
            Correction(
                report_id=read.report.report_id,
                row_id=fact.fact_id,
                field="verdict",
                value=REJECTED,
                reason="数字待核",
            ),
            NOW,
        )


def fill_large(url: str, facts: int, *, incidents: int) -> None:
    """Fill a store with about so many made-up facts of some incidents."""
    with Store(url) as store:
        for read in make_reports(facts // _FACTS, places=incidents):
            store.add(read, NOW)
