"""The tables of a store. How an older store comes to them is told in `migrations/`."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from extract.table import DIRECTIVES, REPORTS, TIMELINE, ColumnType, Table

HEAD = "0004"
"""The last of the migrations, by which a store has these tables."""

_TYPES: Mapping[ColumnType, type[sa.types.TypeEngine[Any]]] = {
    "str": sa.Text,
    "int": sa.Integer,
    "float": sa.Double,
    "date": sa.Date,
    "time": sa.DateTime,
    "texts": sa.JSON,
}

_KEYS = ("report_id", "position")
_STATED = ("responder", "status", "reported_at")
SEARCHED = ("incident_id", "begin", "finish", "kind", "responder_type", *_STATED, "sentence", *_KEYS)
COUNTED = ("incident_id", "responder_type", "kind", "begin", "finish", *_STATED, *_KEYS)
"""What is asked of facts: SQLite then finds, and counts, them in an index alone, ten times as fast.

What is counted stands in the order it is grouped in, without the sentences, which are long. PostgreSQL puts
no long text in an index, and reads a table by several workers.
"""

metadata = sa.MetaData()


def _columns(table: Table, *left_out: str) -> list[sa.Column[Any]]:
    kept = {name: kind for name, kind in table.columns.items() if name not in left_out}
    return [sa.Column(name, _TYPES[kind]) for name, kind in kept.items()]


def _of_a_report(name: str, table: Table, *more: sa.Column[Any] | sa.Index) -> sa.Table:
    key = sa.ForeignKey("reports.report_id", ondelete="CASCADE")
    return sa.Table(
        name,
        metadata,
        sa.Column("report_id", sa.Text, key, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        *_columns(table, "report_id", "verdict"),
        *more,
    )


changes = sa.Table(
    "changes",
    metadata,
    sa.Column("change", sa.Integer, primary_key=True),
    sa.Column("report_id", sa.Text, nullable=False, index=True),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("rule_version", sa.Text, nullable=False),
    sa.Column("made_at", sa.DateTime, nullable=False),
    sa.Column("differences", sa.JSON, nullable=False),
    sqlite_autoincrement=True,
)
"""One row each time something changed; the last one names the state of the store."""

reports = sa.Table(
    "reports",
    metadata,
    sa.Column("report_id", sa.Text, primary_key=True),
    sa.Column("addition", sa.ForeignKey("changes.change"), nullable=False, index=True),
    sa.Column("rule_version", sa.Text, nullable=False),
    sa.Column("removed_at", sa.DateTime),
    *_columns(REPORTS, "report_id"),
)
"""The reports as their documents say; what a person corrects stands in `corrections`."""

_removed = reports.c.removed_at.is_not(None)
sa.Index("ix_reports_removed", reports.c.report_id, sqlite_where=_removed, postgresql_where=_removed)

incidents = sa.Table(
    "incidents",
    metadata,
    sa.Column("incident_id", sa.Text, primary_key=True),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("event", sa.Text, nullable=False, index=True),
    sa.Column("begin", sa.DateTime),
    sa.Column("finish", sa.DateTime),
    sa.Column("part_of", sa.ForeignKey("incidents.incident_id"), index=True),
)
"""Told of from `begin` to `finish`; one that turned out to be another (`part_of`) stays as a sign to it."""

memberships = sa.Table(
    "memberships",
    metadata,
    sa.Column("report_id", sa.ForeignKey("reports.report_id", ondelete="CASCADE"), primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("incident_id", sa.ForeignKey("incidents.incident_id"), nullable=False),
    sa.Column("moment", sa.DateTime),
    sa.Column("facts", sa.Integer, nullable=False),
    sa.Column("latest", sa.DateTime),
    sa.Index("ix_memberships_incident", "incident_id", "moment"),
)
"""Which incident a report means by a name; "" is the name of what it tells without one.

`moment` is when it tells of it, `facts` how many facts it tells, `latest` when the last of them begins.
"""

facts = _of_a_report(
    "facts",
    TIMELINE,
    sa.Column("incident_id", sa.Text),
    sa.Column("begin", sa.DateTime),
    sa.Column("finish", sa.DateTime),
    sa.Index("ix_facts_fact_id", "fact_id"),
    sa.Index("ix_facts_incident", "incident_id", "begin").ddl_if(dialect="postgresql"),
    sa.Index("ix_facts_incident_all", *SEARCHED).ddl_if(dialect="sqlite"),
    sa.Index("ix_facts_incident_kinds", *COUNTED).ddl_if(dialect="sqlite"),
)
"""`incident` is the name in the text, `incident_id` what the report means by it; null: all it tells of."""

directives = _of_a_report(
    "directives", DIRECTIVES, sa.Column("begin", sa.DateTime), sa.Column("finish", sa.DateTime)
)

corrections = sa.Table(
    "corrections",
    metadata,
    sa.Column("correction", sa.Integer, primary_key=True),
    sa.Column("report_id", sa.Text, nullable=False, index=True),
    sa.Column("row_id", sa.Text),
    sa.Column("field", sa.Text, nullable=False),
    sa.Column("before", sa.Text),
    sa.Column("value", sa.Text),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("made_at", sa.DateTime, nullable=False),
    sa.Column("withdrawn_at", sa.DateTime),
    sqlite_autoincrement=True,
)
"""What people said of a report (`row_id` null) or of one of its facts; the extraction stays as it was."""
