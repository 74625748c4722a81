"""Indexes that hold all a moment's state asks for, and the counts of a large incident."""

from alembic import op

revision = "0004"
down_revision = "0003"

_STATED = "responder status reported_at"
_SEARCHED = f"incident_id begin finish kind responder_type {_STATED} sentence report_id position"
_COUNTED = f"incident_id responder_type kind begin finish {_STATED} report_id position"


def upgrade() -> None:
    """Widen the one that SQLite searches in, and make another to count in."""
    if op.get_context().dialect.name != "sqlite":
        return
    op.drop_index("ix_facts_incident_all", "facts")
    op.create_index("ix_facts_incident_all", "facts", _SEARCHED.split())
    op.create_index("ix_facts_incident_kinds", "facts", _COUNTED.split())
