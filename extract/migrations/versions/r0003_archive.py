"""Incidents, corrections, removed reports, and a log of all that changed.

What facts hold by and belong to is filled in by the store in the same transaction.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_SEARCHED = "incident_id begin finish kind responder_type responder sentence report_id position"


def upgrade() -> None:
    """Widen the tables, and make the new ones."""
    _log()
    for name, kind in (("removed_at", sa.DateTime), ("title_clue", sa.Text), ("publisher_clue", sa.Text)):
        op.add_column("reports", sa.Column(name, kind))
    for table in ("facts", "directives"):
        for name in ("begin", "finish"):
            op.add_column(table, sa.Column(name, sa.DateTime))
    op.add_column("facts", sa.Column("incident_id", sa.Text))
    removed = sa.text("removed_at IS NOT NULL")
    op.create_index(
        "ix_reports_removed", "reports", ["report_id"], sqlite_where=removed, postgresql_where=removed
    )
    op.create_index("ix_facts_fact_id", "facts", ["fact_id"])
    if op.get_context().dialect.name == "sqlite":
        op.create_index("ix_facts_incident_all", "facts", _SEARCHED.split())
    else:
        op.create_index("ix_facts_incident", "facts", ["incident_id", "begin"])
    _incidents()
    op.create_table(
        "corrections",
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


def _log() -> None:
    op.execute("ALTER TABLE additions RENAME TO changes")
    op.execute("ALTER TABLE changes RENAME COLUMN addition TO change")
    op.execute("ALTER TABLE changes RENAME COLUMN added_at TO made_at")
    op.add_column("changes", sa.Column("what", sa.Text, nullable=False, server_default="added"))
    op.add_column("changes", sa.Column("differences", sa.JSON, nullable=False, server_default="[]"))
    op.create_index("ix_changes_report_id", "changes", ["report_id"])


def _incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("incident_id", sa.Text, primary_key=True),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("event", sa.Text, nullable=False, index=True),
        sa.Column("begin", sa.DateTime),
        sa.Column("finish", sa.DateTime),
        sa.Column("part_of", sa.Text, sa.ForeignKey("incidents.incident_id"), index=True),
    )
    report = sa.ForeignKey("reports.report_id", ondelete="CASCADE")
    incident = sa.ForeignKey("incidents.incident_id")
    op.create_table(
        "memberships",
        sa.Column("report_id", sa.Text, report, primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("incident_id", sa.Text, incident, nullable=False),
        sa.Column("moment", sa.DateTime),
        sa.Column("facts", sa.Integer, nullable=False),
        sa.Column("latest", sa.DateTime),
    )
    op.create_index("ix_memberships_incident", "memberships", ["incident_id", "moment"])
