"""The times of a table's rows: local, from when to when each may hold, when it was told."""

import pandas as pd

from extract.reach import find_reach
from extract.sources import list_values


def place_in_time(table: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Give facts or directives local times without a zone, and four columns more.

    From when (`begin`) to when (`finish`) a row may hold, both inclusive, as `find_reach` tells; whether the
    year was `assumed`; since when its report may have `told` it.

    Args:
        table: Rows of the store, of either table.
        reports: The reports they are of.
    """
    assumed = reports.loc[reports["published_basis"] == "assumed", "report_id"]
    settled = _spread(_local(table)).assign(assumed=table["report_id"].isin(assumed))
    published = pd.to_datetime(reports.set_index("report_id")["published"]).astype("datetime64[us]")
    told = settled["report_id"].map(published)
    return settled.assign(told=settled["reported_at"].fillna(told) if "reported_at" in settled else told)


def _local(table: pd.DataFrame) -> pd.DataFrame:
    times = [column for column in ("start", "end", "reported_at") if column in table]
    return table.assign(
        **{
            column: pd.to_datetime(table[column], utc=True)
            .dt.tz_convert("Asia/Shanghai")
            .dt.tz_localize(None)
            for column in times
        }
    )


def _spread(table: pd.DataFrame) -> pd.DataFrame:
    """Add the columns `begin` and `finish`."""
    told = [name for name in ("start", "end", "reported_at", "time_precision") if name in table]
    plain = zip(*(list_values(table, name) for name in told), strict=True)
    reaches = [find_reach(dict(zip(told, row, strict=True))) for row in plain]
    begin, finish = zip(*reaches, strict=True) if reaches else ((), ())
    return table.assign(
        begin=pd.Series(begin, index=table.index, dtype="datetime64[us]"),
        finish=pd.Series(finish, index=table.index, dtype="datetime64[us]"),
    )
