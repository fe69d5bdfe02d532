"""What channels keep between messages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    keys = [
        sa.Column(name, sa.Text(), nullable=False, primary_key=True)
        for name in ("channel", "account", "kind", "key")
    ]
    data = sa.Column("data", sa.Text(), nullable=False)
    at = sa.Column("at", sa.BigInteger(), nullable=False)
    op.create_table("notes", *keys, data, at)
