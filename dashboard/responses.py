"""Orders and deeds: every theme's directives beside the work reported on it, and the time between."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

import pandas as pd

from dashboard.lags import Lag, measure_lag
from dashboard.wording import Row, known, rows

GENERAL = {"general", "leadership"}
"""Themes that no single deed answers."""
_NO_WORK = [
    "breach", "hazard", "breach_width", "flooded_area", "dead", "injured", "missing", "trapped", "affected",
]  # fmt: skip  # a list of words
"""What facts tell that nobody did, whoever is named beside it."""
_NO_WORK_KINDS = ["water_level", "rainfall"]
_DONE = ["advance", "built_length", "sheeting_length", "patrolled_length", "evacuated", "rescued"]
"""What figures measure that are work, whoever did it."""
_DAY = pd.Timedelta(days=1)

Moment = pd.Timestamp | None
Span = tuple[pd.Timestamp, pd.Timestamp]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One reported deed: a row of the timeline, its lag, and the directive that counts from.

    `since` is None where no directive of the theme has a time, or there is none.
    """

    fact: Row
    lag: Lag
    since: Row | None = None


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
    return match_all(directives, timeline)[0]


def match_all(
    directives: pd.DataFrame, timeline: pd.DataFrame
) -> tuple[tuple[Response, ...], tuple[Response, ...]]:
    """Match directives and work (`match_responses`), and list what is left of the work.

    Returns:
        The themes with directives, and those that work is reported on without any, most work first.
    """
    asked, done = _group_orders(directives), _group_deeds(timeline)
    responses = [
        Response(theme=theme, directives=tuple(orders), work=time_work(orders, done.pop(theme, ())))
        for theme, orders in asked.items()
    ]
    rest = [Response(theme=theme, directives=(), work=time_work((), deeds)) for theme, deeds in done.items()]
    return (
        tuple(sorted(responses, key=lambda response: (not response.answerable, not response.work))),
        tuple(sorted(rest, key=lambda response: -len(response.work))),
    )


def count_unthemed(timeline: pd.DataFrame) -> int:
    """Count the deeds that belong to no theme, and so answer to no directive."""
    return int((is_work(timeline) & timeline["theme"].isna()).sum())


def is_work(timeline: pd.DataFrame) -> pd.Series:
    """Say of each fact whether it tells of work: an action or a figure of somebody who acts.

    The flood's own doings (a breach, a seepage, a level), the harm it does and the bare length of a dike
    answer no directive, nor does what is planned, forecast or asked for.
    """
    deed = (timeline["kind"] == "action") | timeline["aspect"].isin(_DONE) | timeline["responder"].notna()
    other = timeline["aspect"].isin(_NO_WORK) | timeline["kind"].isin(_NO_WORK_KINDS)
    return (timeline["status"] == "observed") & deed & ~other


def time_work(orders: Sequence[Row], deeds: Sequence[Row]) -> tuple[Work, ...]:
    """Measure how long after the directives of their theme some deeds came, each with its directive.

    A deed counts from the latest directive that is not certainly later than it: of an order given anew,
    the last time before the deed. One that all directives are later than counts from the first, and came
    before it. Directives without a time are passed over.
    """
    # Of several given at once any tells the time.
    dated = {(order.begin, order.finish): order for order in reversed(orders) if known(order.begin)}
    spans = sorted(dated)
    timed = []
    for deed in deeds:
        lag, span = _count_from(spans, *_reach(deed))
        timed.append(Work(fact=deed, lag=lag, since=dated.get(span) if span else None))
    return tuple(timed)


def _count_from(spans: Sequence[Span], first: Moment, last: Moment) -> tuple[Lag, Span | None]:
    """Find the directive, by its time, that a deed counts from; the spans are in order of time."""
    if not spans or last is None:
        return Lag(order="unknown"), None
    for span in reversed(spans[: bisect_right(spans, last, key=itemgetter(0))]):
        lag = measure_lag(*span, first, last)
        if lag.order != "before":
            return lag, span
    return measure_lag(*spans[0], first, last), spans[0]


def _reach(deed: Row) -> tuple[Moment, Moment]:
    """Find the first and last instant work may have begun at; only its end told, the first is None."""
    if not known(deed.finish):
        return None, None
    if known(deed.start):
        return deed.begin, deed.finish
    # A report that is dated to the day tells what was done by the end of it.
    dated_to_day = not known(deed.end) and deed.finish == deed.finish.normalize()
    return None, deed.finish + _DAY if dated_to_day else deed.finish


def _group_orders(directives: pd.DataFrame) -> dict[str, list[Row]]:
    by_theme: dict[str, list[Row]] = {}
    for row, themes in zip(rows(directives), directives["themes"], strict=True):
        for theme in themes:
            by_theme.setdefault(theme, []).append(row)
    return by_theme


def _group_deeds(timeline: pd.DataFrame) -> dict[str, list[Row]]:
    deeds = timeline[is_work(timeline) & timeline["theme"].notna()].sort_values("begin", kind="stable")
    done: dict[str, list[Row]] = {}
    for row in rows(deeds):
        done.setdefault(str(row.theme), []).append(row)
    return done
