"""Which rows a view shows: tables and a view in, tables out."""

import pandas as pd

from dashboard.state import Choices, View

_DAY = pd.Timedelta(days=1)


def choices(timeline: pd.DataFrame, directives: pd.DataFrame) -> Choices:
    """List what can be chosen in the tables: units and kinds by how often they occur."""
    known = timeline[["begin", "finish"]].dropna()
    return Choices(
        incidents=(),
        period=None if known.empty else (known["begin"].min(), known["finish"].max()),
        units=_by_count(_units(timeline).explode()),
        types=_by_count(timeline["responder_type"]),
        kinds=_by_count(timeline["kind"]),
        facts={*timeline["fact_id"], *directives["directive_id"]},
        themes={*timeline["theme"].dropna(), *(theme for themes in directives["themes"] for theme in themes)},
    )


def as_of(table: pd.DataFrame, view: View) -> pd.DataFrame:
    """Keep the facts or directives of the state that a view shows.

    What began by its moment, as far as anything tells, and what was then expected; where only what was
    known then is asked for, what had been told by then. Without a moment, everything.
    """
    if view.at is None:
        return table
    # What nothing dates had begun by the end of the day it was told on.
    told, begun = table["told"] <= view.at, table["begin"].fillna(table["told"] + _DAY)
    kept = begun <= view.at
    if "status" in table:
        kept |= (table["status"] != "observed") & told
    return table[kept & told] if view.then else table[kept]


def filter_facts(timeline: pd.DataFrame, view: View) -> pd.DataFrame:
    """Keep the facts a view shows. A chosen unit, type or kind keeps any of its values."""
    kept = pd.Series(data=True, index=timeline.index)
    if view.units:
        chosen = set(view.units)
        kept &= _units(timeline).map(lambda names: not chosen.isdisjoint(names))
    for column, values in (
        ("responder_type", view.types),
        ("kind", view.kinds),
    ):
        if values:
            kept &= timeline[column].isin(values)
    kept &= _says(timeline, view.query) & _within(timeline, view)
    return timeline[kept]


def filter_directives(directives: pd.DataFrame, view: View) -> pd.DataFrame:
    """Keep the directives of the period and with the words searched for.

    A directive has no responding unit and no kind: those filters narrow the work shown beside it.
    """
    return directives[_says(directives, view.query) & _within(directives, view)]


def undated(timeline: pd.DataFrame) -> pd.DataFrame:
    """Keep the facts without a time of their own, whether or not the report's time is known."""
    return timeline[timeline["start"].isna() & timeline["end"].isna()]


def left_out(timeline: pd.DataFrame, view: View) -> int:
    """Count the facts a period cannot hold because nothing at all tells their time."""
    if view.since is None and view.until is None:
        return 0
    return int(timeline["begin"].isna().sum())


def _within(table: pd.DataFrame, view: View) -> pd.Series:
    kept = pd.Series(data=True, index=table.index)
    if view.until is not None:
        kept &= table["begin"] <= view.until
    if view.since is not None:
        instant = (table["begin"] == table["finish"]) & (table["finish"] == view.since)
        kept &= (table["finish"] > view.since) | instant
    return kept


def _says(table: pd.DataFrame, query: str) -> pd.Series:
    kept = pd.Series(data=True, index=table.index)
    for word in query.split():
        kept &= table["sentence"].str.contains(word, case=False, regex=False, na=False)
    return kept


def units_of(responder: object) -> list[str]:
    """List the units a cell of the column responder names: several where they acted together."""
    return responder.split("、") if isinstance(responder, str) else []


def _units(timeline: pd.DataFrame) -> pd.Series:
    """List the units of each fact."""
    return timeline["responder"].map(units_of)


def _by_count(column: pd.Series) -> list[str]:
    return [str(value) for value in column.value_counts().index]
