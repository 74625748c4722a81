"""Reports of our own of a breach and of levels, as the dashboard reads them."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.data import Tables, load_incidents, load_tables
from dashboard.state import View
from extract import extract
from extract.store import Store

DAY = dt.date(2031, 7, 6)
NOW = dt.datetime(2031, 7, 9, tzinfo=dt.UTC)

BOTH = (
    "柳林垸决口封堵展开\n\n东山日报2031年7月6日电 7月5日17时许，石桥县柳林垸堤防发生决口。"
    "截至6日9时，柳林垸决口口门宽150米，左岸已进占12米，右岸已进占20余米，剩余口门118米。"
    "6日9时，决口处内水位32.10米，外水位33.20米。6日8时，青湖站水位33.25米，超警戒1.75米。"
    "青湖站警戒水位31.50米，保证水位33.00米。\n"
    "“第二道防线”是离决口约两公里处的柳西间堤，这是一道长约14.3公里的间堤。"
    "6日中午，柳西间堤渗漏等险情陆续出现。\n"
)
ONLY_ADVANCE = (
    "柳林垸决口封堵\n\n东山日报2031年7月6日电 7月6日14时40分，柳林垸决口左岸已进占3米。"
    "6日14时40分，柳林垸决口内外水位已经齐平。\n"
)
ONLY_LINE = (
    "柳林垸第二道防线加固\n\n东山日报2031年7月6日电 7月5日，柳林垸堤防发生决口。"
    "“第二道防线”是离决口约两公里处的柳西间堤，这是一道长约14.3公里的间堤。\n"
)
LEVELS = (
    "清水河水位上涨\n\n东山日报2031年7月6日电 7月5日8时，青湖站水位30.86米。6日8时，青湖站水位31.92米，"
    "较前一日上涨1.06米。青湖站警戒水位31.50米。6日20时，清水河水位开始回落。\n"
)
RESERVOIR = (
    "白茅水库泄洪\n\n东山日报2031年7月6日电 7月6日8时，白茅水库库水位125.36米，入库流量1500立方米每秒。"
    "6日14时，白茅水库库水位125.80米，入库流量2100立方米每秒。\n"
)


def read(*texts: str) -> Tables:
    """Read reports, the first of `DAY` and each a day later, into the tables of their incident."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'flood.db'}"
        fill(url, *texts)
        (incident, *_) = load_incidents(url)
        return load_tables(url, incident, View())


def fill(url: str, *texts: str) -> None:
    """Put reports into a store."""
    with Store(url) as store:
        for place, text in enumerate(texts):
            day = DAY + dt.timedelta(days=place)
            store.add(extract(text, day, report_id=f"r{place}"), NOW)
