"""What the centre has lost of what it had signed for, until it has signed again.

Revision ID: c004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "c004"
down_revision = "c003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "centre_loss",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("found_at", sa.Text(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("held_to", sa.Integer(), nullable=True),
        sa.CheckConstraint("id = 1", name="ck_centre_loss_single"),
        sa.PrimaryKeyConstraint("id", name="pk_centre_loss"),
    )
