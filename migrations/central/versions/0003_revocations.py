"""Who took a certificate back, and why.

Revision ID: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what a list of revoked certificates says of each."""
    for name in ("revoked_by", "revoked_why"):
        op.add_column("centre_certificates", sa.Column(name, sa.Text(), nullable=True))
