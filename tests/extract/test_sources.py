"""Facts of several reports are joined, revised and set against each other; what only looks alike is not."""

import datetime as dt
from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pandas as pd
import pytest

from extract import table
from extract.pipeline import extract
from extract.sources import join_directives, relate_incidents, relate_reports
from tests.extract.tellings import AGREED, APART, LASTING, OPPOSED, REVISED, SAME

MARKS = ("same_as", "revises", "contradicts")


def read(texts: Sequence[str], order: Sequence[int] | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the timeline and the reports of texts, published on 5 July 2031 and the days after it."""
    read = [
        extract(text, dt.date(2031, 7, 5 + place), report_id=f"r{place}") for place, text in enumerate(texts)
    ]
    taken = [read[place] for place in order] if order else read
    return table.timeline(taken), table.reports(taken)


def found(texts: Sequence[str], mark: str) -> list[tuple[str, str]]:
    """List what bears a mark across two reports: the words pointed at, and those that point."""
    marked = relate_reports(*read(texts))
    assert set(marked["report_id"]) == {f"r{place}" for place in range(len(texts))}
    facts = {fact.fact_id: fact for fact in marked.itertuples()}
    bearing = [facts[name] for name in marked.loc[marked[mark].notna(), "fact_id"]]
    pairs: list[tuple[Any, Any]] = [(facts[getattr(fact, mark)], fact) for fact in bearing]
    return [(str(other.quote), str(one.quote)) for other, one in pairs if other.report_id != one.report_id]


@pytest.mark.parametrize(
    ("mark", "texts", "first", "second"),
    [(mark, *case) for mark, cases in zip(MARKS, (SAME, REVISED, OPPOSED), strict=True) for case in cases],
)
def test_what_two_reports_have_to_do_with_each_other_is_marked(
    mark: str, texts: list[str], first: str, second: str
) -> None:
    assert (first, second) in found(texts, mark)


@pytest.mark.parametrize(
    ("mark", "texts"),
    [(mark, texts) for mark, cases in zip(MARKS, (APART, LASTING, AGREED), strict=True) for texts in cases],
)
def test_what_only_looks_alike_is_not_marked(mark: str, texts: list[str]) -> None:
    assert found(texts, mark) == []


@pytest.mark.parametrize(
    ("second", "mark"),
    [
        ("截至6日8时，柳林垸决口共进占60米。", "contradicts"),
        ("更正：截至6日8时，柳林垸决口共进占60米。", "revises"),
    ],
)
def test_of_two_reports_of_one_day_either_can_be_the_correction(second: str, mark: str) -> None:
    reports = [
        extract(text, dt.date(2031, 7, 6), report_id=name)
        for name, text in (("b", "截至6日8时，柳林垸决口累计进占45米。"), ("a", second))
    ]
    marked = relate_reports(table.timeline(reports), table.reports(reports))
    assert [name for name in MARKS if marked[name].notna().any()] == [mark]
    assert mark == "contradicts" or marked.loc[marked["revises"].notna(), "quote"].item() == "60米"


def test_up_to_now_is_another_moment_in_every_report() -> None:
    texts = ("截至目前，柳林垸决口累计进占45米。", "截至目前，柳林垸决口共进占60米。")
    reports = [extract(text, dt.date(2031, 7, 6)) for text in texts]
    marked = relate_reports(table.timeline(reports), table.reports(reports))
    assert len(marked) == 2
    assert marked[list(MARKS)].isna().all(axis=None)


def test_the_fullest_telling_leads_and_no_mark_is_a_chain() -> None:
    texts = [
        "柳林垸这道118米的决口正在封堵。",
        "柳林垸决口后，口门宽118米。这道118米的决口正在封堵。",
        "5日16时，柳林垸决口口门宽118米。",
    ]
    marked = relate_reports(*read(texts)).set_index("fact_id")
    widths = marked[marked["aspect"] == "breach_width"]
    (leader,) = widths.index[widths["same_as"].isna()]
    assert widths["report_id"][leader] == "r2"
    assert set(widths["same_as"].dropna()) == {leader}


def test_of_equal_tellings_the_first_published_leads() -> None:
    marked = relate_reports(*read(["5日16时，柳林垸决口口门宽118米。"] * 3, (2, 0, 1))).set_index("report_id")
    assert marked["same_as"].isna()["r0"]
    assert len(set(marked["same_as"].dropna())) == 1


def test_a_mark_of_a_repeat_is_its_leaders() -> None:
    texts = ["柳林垸决口，6日8时口门宽60米。", "柳林垸决口，5日16时口门宽30米，6日8时口门宽60米。"]
    marked = relate_reports(*read(texts))
    bearer = marked[marked["revises"].notna()]
    assert list(bearer["report_id"]) == ["r0"]
    assert list(marked.loc[marked["fact_id"].isin(bearer["revises"]), "quote"]) == ["30米"]


STORY = [
    "5日16时，柳林垸决口口门宽30米。5日20时，清水河石桥站水位33.08米。石桥县消防救援大队已投入50名指战员。",
    "5日16时，柳林垸决口口门宽30米。6日8时，柳林垸决口口门宽60米。截至6日8时，石桥县累计转移群众1347人。",
    "更正：6日8时，柳林垸决口口门宽应为66米。5日20时，石桥站水位34.61米。1347名群众已经转移。",
    "7日8时，石桥县消防救援大队已投入120名指战员，柳林垸决口口门宽22米。",
]


@pytest.mark.parametrize("order", list(permutations(range(len(STORY)))))
def test_the_order_in_which_reports_came_in_changes_nothing(order: tuple[int, ...]) -> None:
    usual, other = (relate_reports(*read(STORY, taken)) for taken in (None, order))
    assert usual[list(MARKS)].notna().any().all()
    columns = ["fact_id", *MARKS]
    first, second = (marked[columns].sort_values("fact_id", ignore_index=True) for marked in (usual, other))
    pd.testing.assert_frame_equal(first, second)


@pytest.mark.parametrize("left_out", range(len(STORY)))
def test_marks_point_at_leading_facts_that_are_there(left_out: int) -> None:
    timeline, reports = read(STORY)
    marked = relate_reports(timeline, reports)
    kept = marked["report_id"] != f"r{left_out}"
    again = relate_reports(marked[kept], reports[reports["report_id"] != f"r{left_out}"])
    leading = set(again.loc[again["same_as"].isna(), "fact_id"])
    for mark in MARKS:
        assert set(again[mark].dropna()) <= leading
    assert again.loc[again["same_as"].notna(), ["revises", "contradicts"]].isna().all(axis=None)
    pd.testing.assert_frame_equal(again, relate_reports(timeline[kept], reports))


def test_a_single_report_keeps_the_marks_of_its_own_reading() -> None:
    timeline, reports = read(
        ["柳林垸6日9时决口，口门宽30米。6日15时，口门宽已达60米。这道60米的决口正在封堵。"]
    )
    assert timeline["revises"].notna().any()
    pd.testing.assert_frame_equal(relate_reports(timeline, reports), timeline)


def test_a_rejected_fact_leads_nothing_and_revises_nothing() -> None:
    timeline, reports = read(STORY)
    wrong = timeline["report_id"] == "r1"
    marked = relate_reports(timeline.assign(verdict=timeline["verdict"].mask(wrong, "rejected")), reports)
    assert marked.loc[wrong, list(MARKS)].isna().all(axis=None)
    assert not set(marked.loc[wrong, "fact_id"]) & {
        other for mark in MARKS for other in marked[mark].dropna()
    }


def test_no_facts_are_no_trouble_and_times_need_no_zone() -> None:
    timeline, reports = read(STORY)
    marked = relate_reports(timeline.head(0), reports.head(0))
    assert list(marked.columns) == list(timeline.columns)
    naive = timeline.assign(
        **{name: timeline[name].dt.tz_localize(None) for name in ("start", "end", "reported_at")}
    )
    found = relate_reports(naive, reports)
    pd.testing.assert_frame_equal(found[list(MARKS)], relate_reports(timeline, reports)[list(MARKS)])


ORDER = "东山省省长陈石7月5日要求，柳林垸决口后全力转移受威胁群众。"


@pytest.mark.parametrize(
    ("second", "joined"),
    [
        (ORDER, 1),
        (ORDER.replace("省长", "省長"), 1),
        (ORDER.replace("陈石", "王桥"), 0),
        (ORDER.replace("全力转移受威胁群众", "尽快封堵决口"), 0),
        (ORDER.replace("7月5日", "7月4日"), 0),
        (ORDER + "\n" + ORDER, 2),
    ],
)
def test_an_order_quoted_by_two_reports_is_joined(second: str, joined: int) -> None:
    read = [
        extract(text, dt.date(2031, 7, 5 + place), report_id=f"r{place}")
        for place, text in enumerate((ORDER, second))
    ]
    orders = join_directives(table.directives(read), table.reports(read))
    marked = orders[orders["same_as"].notna()]
    assert len(marked) == joined
    assert set(marked["report_id"]) <= {"r1"}


def test_incidents_are_related_each_apart_and_what_has_none_keeps_its_marks() -> None:
    told = "柳林垸决口，截至6日9时，累计转移群众1432人。"
    timeline, reports = read([told, told, told.replace("柳林垸", "青湖垸"), told])
    timeline = timeline.assign(incident=timeline["incident"].where(timeline["report_id"] != "r3"))
    related = relate_incidents(timeline, reports)
    assert related["fact_id"].tolist() == timeline["fact_id"].tolist()
    people = related[related["quote"].str.contains("1432")].set_index("report_id")
    assert people["same_as"].notna().to_dict() == {"r0": False, "r1": True, "r2": False, "r3": False}
