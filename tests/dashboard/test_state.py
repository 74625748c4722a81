"""The link and the view are one."""

import datetime as dt
from dataclasses import replace

import pytest

from dashboard.state import (
    OTHERS,
    UNNAMED,
    Choices,
    Stale,
    View,
    check_view,
    find_language,
    join_cell,
    part_cell,
    read_view,
    write_view,
)

VIEW = View(
    lang="en",
    incident="北堤决口",
    units=("东溪消防救援队", "西溪民兵"),
    types=("fire_rescue",),
    kinds=("personnel", "action"),
    since=dt.datetime.fromisoformat("2023-06-03T06:00"),
    until=dt.datetime.fromisoformat("2023-06-04"),
    query="北堤 & <b>",
    fact="f1",
    page="reports",
    report="r1",
    at=dt.datetime.fromisoformat("2023-06-03T20:00"),
    then=True,
    cell="rescue",
    fold=("military",),
    part=2,
    find="甲报 乙报",
    removed=True,
)
CHOICES = Choices(
    incidents=["北堤决口"],
    period=None,
    units=["东溪消防救援队"],
    types=["fire_rescue"],
    kinds=["personnel", "action"],
    facts={"f1"},
    themes={"rescue"},
    reports={"r1"},
)


def test_a_view_survives_the_link() -> None:
    assert read_view(write_view(VIEW)) == (VIEW, ())


def test_the_link_is_readable_and_the_same_in_every_language() -> None:
    written = write_view(VIEW)
    assert written["unit"] == ["东溪消防救援队", "西溪民兵"]
    assert written["kind"] == ["personnel", "action"]
    assert written["from"] == ["2023-06-03T06:00"]


@pytest.mark.parametrize("fold", [None, (), ("military", "medical")])
def test_what_is_folded_survives_the_link_and_so_does_that_nothing_is(fold: tuple[str, ...] | None) -> None:
    assert read_view(write_view(View(fold=fold)))[0].fold == fold


@pytest.mark.parametrize(
    ("preferred", "lang"),
    [
        ("", "zh"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("zh-TW", "zh"),
        ("en-US,en;q=0.9", "en"),
        ("en-GB,zh;q=0.5", "en"),
        ("de-DE,zh;q=0.9,en;q=0.8", "zh"),
        ("de-DE,fr", "en"),
        ("ZH", "zh"),
        ("*", "en"),
    ],
)
def test_a_browser_is_spoken_to_in_the_language_it_prefers(preferred: str, lang: str) -> None:
    assert find_language(preferred) == lang


def test_a_link_says_the_language_only_where_it_is_not_the_browsers_own() -> None:
    assert read_view({}, "en")[0].lang == "en"
    assert write_view(View(lang="en", native="en")) == {}
    assert write_view(View(lang="zh", native="en")) == {"lang": ["zh"]}
    assert read_view({"lang": ["zh"]}, "en")[0].lang == "zh"


def test_what_is_not_chosen_leaves_the_link() -> None:
    assert write_view(View()) == {}


@pytest.mark.parametrize(
    ("params", "stale"),
    [
        ({"from": ["gestern"]}, [("from", "gestern")]),
        ({"to": ["2023-13-01"]}, [("to", "2023-13-01")]),
        ({"lang": ["tlh"]}, [("lang", "tlh")]),
        ({"page": ["nowhere"]}, [("page", "nowhere")]),
        ({"part": ["0"]}, [("part", "0")]),
        ({"part": ["二"]}, [("part", "二")]),
        ({"at": ["gestern"]}, [("at", "gestern")]),
        ({"known": ["maybe"]}, [("known", "maybe")]),
        ({"from": ["2023-06-04"], "to": ["2023-06-01"]}, [("to", "2023-06-01")]),
        ({"utm_source": ["x"], "unit": [""], "kind": []}, []),
    ],
)
def test_what_cannot_be_read_is_named(params: dict[str, list[str]], stale: list[tuple[str, str]]) -> None:
    view, found = read_view(params)
    assert [(value.name, value.value) for value in found] == stale
    assert view.lang == "zh"
    assert view.until is None


def test_an_end_that_is_a_date_means_the_whole_day() -> None:
    view, _ = read_view({"from": ["2023-06-03"], "to": ["2023-06-03"]})
    assert (view.since, view.until) == (
        dt.datetime.fromisoformat("2023-06-03"),
        dt.datetime.fromisoformat("2023-06-04"),
    )


def test_what_is_not_in_the_data_is_named_and_taken_out() -> None:
    view, stale = check_view(VIEW, CHOICES)
    assert view.units == ("东溪消防救援队",)
    assert stale == (Stale(name="unit", value="西溪民兵"),)


def test_a_fact_an_incident_and_a_report_that_are_gone_are_named() -> None:
    view, stale = check_view(View(fact="f9", incident="南堤决口", report="r9"), CHOICES)
    assert view == View()
    assert {value.name for value in stale} == {"incident", "fact", "report"}


def test_a_fact_that_is_chosen_opens_its_own_report_and_part() -> None:
    assert VIEW.choosing("f2") == replace(VIEW, fact="f2", report=None, part=None)


def test_what_is_chosen_and_of_which_moment_is_no_filter() -> None:
    chosen = View(
        lang="en", incident="北堤决口", fact="f1", page="reports", report="r", cell="rescue", fold=()
    )
    assert not chosen.filtered
    assert not View(at=dt.datetime.fromisoformat("2023-06-03"), then=True).filtered
    assert View(query="堤").filtered
    assert not VIEW.unfiltered().filtered
    assert VIEW.unfiltered().fact == "f1"


@pytest.mark.parametrize(
    ("theme", "unit"), [("rescue", ""), ("rescue", "东溪~消防.救援|队"), ("rescue", OTHERS)]
)
def test_a_cell_is_its_theme_and_its_unit(theme: str, unit: str) -> None:
    assert part_cell(join_cell(theme, unit)) == (theme, unit)


@pytest.mark.parametrize(
    ("cell", "is_kept"),
    [
        ("rescue", True),
        ("rescue~东溪消防救援队", True),
        (f"rescue~{UNNAMED}", True),
        (f"rescue~{OTHERS}", True),
        ("drainage", False),
        ("rescue~西溪民兵", False),
        ("~东溪消防救援队", False),
    ],
)
def test_a_cell_whose_theme_or_unit_is_gone_is_stale(cell: str, *, is_kept: bool) -> None:
    shown, stale = check_view(View(cell=cell), CHOICES)
    assert shown.cell == (cell if is_kept else None)
    assert stale == (() if is_kept else (Stale(name="cell", value=cell),))


@pytest.mark.parametrize(
    ("fold", "kept", "gone"),
    [
        (("militia", "nosuch"), ("militia",), ["nosuch"]),
        (("nosuch",), None, ["nosuch"]),
        (("directives", "unspecified"), ("directives", "unspecified"), []),
        ((), (), []),
        (None, None, []),
    ],
)
def test_what_cannot_be_folded_is_named(
    fold: tuple[str, ...] | None, kept: tuple[str, ...] | None, gone: list[str]
) -> None:
    nothing = Choices(incidents=(), period=None, units=(), types=(), kinds=(), facts=())
    view, stale = check_view(View(fold=fold), nothing)
    assert view.fold == kept
    assert [(one.name, one.value) for one in stale] == [("fold", value) for value in gone]
