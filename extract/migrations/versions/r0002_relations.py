"""Facts of a report that repeat, revise or contradict one another."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns, empty: reading a report again fills them."""
    for name in ("same_as", "revises", "contradicts"):
        op.add_column("facts", sa.Column(name, sa.Text))
