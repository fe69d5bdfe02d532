"""What was learned from corrections, and what a correction's text was decided by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "lessons",
        sa.Column("id", number, primary_key=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("weights", sa.Text(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.BigInteger()),
    )
    # Corrections so far were all made by staff.
    for name, known in (("evidence", "[]"), ("by_kind", "staff")):
        op.add_column("corrections", sa.Column(name, sa.Text(), nullable=False, server_default=known))
