"""Where a member of staff is named, so that whoever is named nowhere any more can be retired."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Of those known so far nobody can say; as the roster's they stay until the next import names the staff.
    op.add_column("staff", sa.Column("kept_by", sa.Text(), nullable=False, server_default="roster"))
