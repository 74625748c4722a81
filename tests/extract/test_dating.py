"""The words beside a figure tell whether a time said elsewhere can be its own."""

import pytest

from extract.dating import (
    is_before_event,
    is_earlier,
    is_guarded,
    is_hourless,
    is_lasting,
    is_struck,
    is_torn,
    is_unborn,
    is_worked,
)


@pytest.mark.parametrize(
    ("words", "hourless", "earlier", "lasting"),
    [
        ("口门逐渐扩大至", True, False, False),
        ("口门最宽时", True, False, False),
        ("口门宽", False, False, False),
        ("总库容", True, False, True),
        ("等落差小于", True, False, False),
        ("当地提前转移", False, True, False),
        ("间堤全长", False, False, True),
        ("一段长", False, False, False),
        ("在长", False, False, True),
    ],
)
def test_what_leads_up_to_a_size_tells_whether_a_time_is_its_own(
    words: str, *, hourless: bool, earlier: bool, lasting: bool
) -> None:
    assert (is_hourless(words), is_earlier(words), is_lasting(words)) == (hourless, earlier, lasting)


@pytest.mark.parametrize(
    ("words", "worked", "unborn"),
    [
        ("加高河堤", True, False),
        ("背水坡塌陷，塌陷长", True, False),
        ("裂开一道长", True, False),
        ("清出来的", True, False),
        ("间堤长", False, False),
        ("总库容", False, True),
        ("担负着下游", False, True),
        ("等落差小于", False, True),
        ("逼近历史最高水位", False, True),
        ("等候转移的", False, False),
    ],
)
def test_a_deed_gives_a_length_its_time_and_a_wish_takes_it(
    words: str, *, worked: bool, unborn: bool
) -> None:
    assert (is_worked(words), is_unborn(words)) == (worked, unborn)


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("决口前，圩内30人已转移。", True),
        ("在此之前，圩内30人已转移。", True),
        ("洪水到来之前，圩内30人已转移。", True),
        ("抢险期间，动用水泵30台。", True),
        ("目前，圩内30人已转移。", False),
        ("在此期间，动用水泵30台。", False),
        ("决口后，圩内30人已转移。", False),
    ],
)
def test_an_event_dates_what_came_before_it(words: str, *, before: bool) -> None:
    assert is_before_event(words) is before


@pytest.mark.parametrize(
    ("words", "struck"), [("的决口合龙", True), ("的缺口被堵上", True), ("的间堤", False)]
)
def test_what_befell_a_work_dates_its_length(words: str, *, struck: bool) -> None:
    assert is_struck(words) is struck


@pytest.mark.parametrize(("words", "torn"), [("堤顶出现一道裂缝，", True), ("堤顶无裂缝的地方，", False)])
def test_damage_told_before_gives_a_length_its_time(words: str, *, torn: bool) -> None:
    assert is_torn(words) is torn


@pytest.mark.parametrize(
    ("before", "after", "guarded"),
    [("分段守着一条", "长的土堤", True), ("守护着", "江堤", True), ("加固", "江堤", False)],
)
def test_a_dike_that_is_only_guarded_has_a_length_without_time(
    before: str, after: str, *, guarded: bool
) -> None:
    assert is_guarded(before, after) is guarded
