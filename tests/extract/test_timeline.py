"""Facts stand in the order they happened."""

import datetime as dt

from extract.pipeline import extract


def test_facts_are_in_time_order_and_undated_ones_stand_where_they_were_reported() -> None:
    text = (
        "柳林垸决口抢险。6日8时，堤脚铺设2公里彩条布。5日，河西军分区派出30名官兵抢险。\n"
        "这道间堤长约6公里，堤防由民兵巡查。"
    )
    facts = extract(text, dt.date(2025, 8, 7)).facts
    figures = [fact.quote for fact in facts if fact.measure]
    assert figures == ["30名", "2公里", "约6公里"]
    moments = [fact.start or fact.end or fact.reported_at for fact in facts]
    assert all(moments)
    assert moments == sorted(moment for moment in moments if moment)
