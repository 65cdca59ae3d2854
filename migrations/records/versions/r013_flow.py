"""Whether a claim goes on: cancelled or opened again, since when, by whom and why.

Revision ID: r013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r013"
down_revision = "r012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what older entries do not fill; projections are rebuilt from the journal afterwards."""
    for name in ("flow", "flow_at_utc", "flow_at_trust", "flow_by", "flow_reason"):
        op.add_column("claims", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("claims", sa.Column("flow_at_offset", sa.BigInteger(), nullable=True))
