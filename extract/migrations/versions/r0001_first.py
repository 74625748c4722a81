"""The first store: reports with their facts and directives, and a row each time one was added."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_FACTS = (
    "fact_id article incident kind aspect theme start:time end:time time_precision time_basis time_text"
    " reported_at:time responder responder_text responder_type place value_min:float value_max:float modifier"
    " measure status quote quote_start:int quote_end:int sentence sentence_start:int sentence_end:int rule"
)
_DIRECTIVES = (
    "directive_id issuer issuer_role venue addressee start:time end:time time_text themes:texts quote"
    " quote_start:int quote_end:int sentence sentence_start:int sentence_end:int rule"
)
_REPORTS = (
    "source_name sha256 title publisher published:date published_basis published_clue added_at:time text"
)
_TYPES = {
    "": sa.Text,
    "int": sa.Integer,
    "float": sa.Double,
    "date": sa.Date,
    "time": sa.DateTime,
    "texts": sa.JSON,
}


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "additions",
        sa.Column("addition", sa.Integer, primary_key=True),
        sa.Column("report_id", sa.Text, nullable=False),
        sa.Column("rule_version", sa.Text, nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "reports",
        sa.Column("report_id", sa.Text, primary_key=True),
        sa.Column("addition", sa.Integer, sa.ForeignKey("additions.addition"), nullable=False, index=True),
        sa.Column("rule_version", sa.Text, nullable=False),
        *_columns(_REPORTS),
    )
    for name, columns in (("facts", _FACTS), ("directives", _DIRECTIVES)):
        key = sa.ForeignKey("reports.report_id", ondelete="CASCADE")
        op.create_table(
            name,
            sa.Column("report_id", sa.Text, key, primary_key=True),
            sa.Column("position", sa.Integer, primary_key=True),
            *_columns(columns),
        )


def _columns(told: str) -> list[sa.Column[object]]:
    named = (column.partition(":") for column in told.split())
    return [sa.Column(name, _TYPES[kind]) for name, _, kind in named]
