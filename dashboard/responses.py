"""Orders and deeds: every directive beside the work reported on its theme, and the time between."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from dashboard.strings import say
from dashboard.wording import Row, known, rows

GENERAL = {"general", "leadership"}
"""Themes that no single deed answers."""
_HAZARDS = ["breach", "hazard"]
_DONE = ["advance", "built_length", "sheeting_length", "patrolled_length", "evacuated", "rescued"]
"""What figures measure that are work, whoever did it."""
_HOUR = pd.Timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lag:
    """How long after a directive work was reported, in whole hours, `low` to `high`, inclusive.

    `order` is before, same (the times overlap), after, or unknown; the hours are 0 unless after.
    """

    order: Literal["before", "same", "after", "unknown"]
    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One reported deed: a row of the timeline, and its lag behind the earliest directive."""

    fact: Row
    lag: Lag


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A theme with its directives, in the report's order, and the work on it in time order."""

    theme: str
    directives: tuple[Row, ...]
    work: tuple[Work, ...]

    @property
    def answerable(self) -> bool:
        """Whether a single deed could answer it; a general exhortation asks for none."""
        return self.theme not in GENERAL


def match_responses(directives: pd.DataFrame, timeline: pd.DataFrame) -> tuple[Response, ...]:
    """Group directives by theme and put the work observed on each theme beside them.

    Returns:
        Themes with reported work first, then those the reports do not mention, then general ones; a
        directive of two themes stands under both.
    """
    by_theme: dict[str, list[Row]] = {}
    for row, themes in zip(rows(directives), directives["themes"], strict=True):
        for theme in themes:
            by_theme.setdefault(theme, []).append(row)
    done: dict[str, list[Row]] = {}
    for row in rows(timeline[is_work(timeline)].sort_values("begin", kind="stable")):
        done.setdefault(str(row.theme), []).append(row)
    responses = [
        Response(theme=theme, directives=tuple(orders), work=_work(orders, done.get(theme, [])))
        for theme, orders in by_theme.items()
    ]
    return tuple(sorted(responses, key=lambda response: (not response.answerable, not response.work)))


def is_work(timeline: pd.DataFrame) -> pd.Series:
    """Say of each fact whether it tells of work: an action or a figure of somebody who acts.

    The flood's own doings (a breach, a seepage) and the bare length of a dike answer no directive.
    """
    deed = (timeline["kind"] == "action") & ~timeline["aspect"].isin(_HAZARDS)
    deed |= timeline["aspect"].isin(_DONE)
    return (timeline["status"] == "observed") & (deed | timeline["responder"].notna())


def _work(orders: list[Row], deeds: list[Row]) -> tuple[Work, ...]:
    dated = [order for order in orders if known(order.begin)]
    begin = min((order.begin for order in dated), default=None)
    end = min((order.finish for order in dated), default=None)
    return tuple(Work(fact=deed, lag=measure_lag(begin, end, deed.begin, deed.finish)) for deed in deeds)


def measure_lag(
    begin: pd.Timestamp | None,
    end: pd.Timestamp | None,
    work_begin: pd.Timestamp | None,
    work_end: pd.Timestamp | None,
) -> Lag:
    """Measure from a directive given in `[begin, end]` to work that began in `[work_begin, work_end]`.

    Returns:
        Both bounds of the lag, since neither time is known better than its span.
    """
    if begin is None or end is None or work_begin is None or work_end is None or not known(work_begin):
        return Lag(order="unknown")
    if work_end <= begin:
        return Lag(order="before")
    if work_begin < end:
        return Lag(order="same")
    return Lag(order="after", low=round((work_begin - end) / _HOUR), high=round((work_end - begin) / _HOUR))


def lag_words(lag: Lag, lang: str) -> str:
    """Say how long after the directive; both bounds, since neither time is exact."""
    if lag.order == "after" and lag.low == lag.high:
        return say(lang, "lag_after_one", low=lag.low)
    return say(lang, f"lag_{lag.order}", low=lag.low, high=lag.high)
