"""A lag is as well known as the two times it lies between."""

import pandas as pd
import pytest

from dashboard.lags import Lag, lag_words, measure_lag

DAY = pd.Timestamp(2023, 6, 3)


def hour(hours: int | None) -> pd.Timestamp | None:
    return None if hours is None else DAY + pd.Timedelta(hours=hours)


@pytest.mark.parametrize(
    ("order", "work", "lag"),
    [
        ((6, 12), (-20, -20), Lag(order="before")),
        ((6, 12), (-24, 6), Lag(order="before")),
        ((6, 12), (0, 24), Lag(order="same")),
        ((6, 12), (6, 6), Lag(order="same")),
        ((9, 9), (9, 9), Lag(order="same")),
        ((6, 12), (14, 14), Lag(order="after", low=2, high=8)),
        ((6, 12), (12, 12), Lag(order="after", low=0, high=6)),
        ((0, 24), (24, 48), Lag(order="after", low=0, high=48)),
        # Only the end of the work is told: it may have begun before the directive.
        ((6, 12), (None, 20), Lag(order="by", high=14)),
        ((6, 12), (None, 9), Lag(order="same")),
        ((6, 12), (None, 6), Lag(order="before")),
        ((6, 12), (None, None), Lag(order="unknown")),
    ],
)
def test_a_lag_has_both_bounds(order: tuple[int, int], work: tuple[int | None, int | None], lag: Lag) -> None:
    assert measure_lag(*map(hour, order), *map(hour, work)) == lag


def test_a_time_that_is_not_known_gives_no_lag() -> None:
    missing = pd.Series([pd.NaT])[0]
    assert measure_lag(DAY, DAY, missing, missing) == Lag(order="unknown")
    assert measure_lag(None, None, DAY, DAY) == Lag(order="unknown")


@pytest.mark.parametrize(
    ("lag", "words"),
    [
        (Lag(order="before"), "先于指令"),
        (Lag(order="same"), "与指令同期"),
        (Lag(order="after", low=2, high=8), "指令后约 2–8 小时"),
        (Lag(order="after", low=5, high=5), "指令后约 5 小时"),
        (Lag(order="after", low=0, high=0), "指令后约 0 小时"),
        (Lag(order="after", low=70, high=100), "指令后约 3–4 天"),
        (Lag(order="by", high=14), "至迟指令后约 14 小时"),
        (Lag(order="by", high=240), "至迟指令后约 10 天"),
        (Lag(order="unknown"), "时间不明"),
    ],
)
def test_a_lag_is_said_with_its_bounds(lag: Lag, words: str) -> None:
    assert lag_words(lag, "zh") == words
