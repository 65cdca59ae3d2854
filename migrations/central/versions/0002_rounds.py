"""Rounds of reading: each receipt knows which blobs were read again since it was asked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the rounds; what was read for earlier receipts counts for no later one."""
    op.create_table(
        "centre_receipt_rounds",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("task_id", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("delivery_root", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "kind", "task_id", "user", name=op.f("pk_centre_receipt_rounds")),
    )
    op.add_column("centre_blobs", sa.Column("reread_in", sa.BigInteger(), nullable=True))
    op.drop_column("centre_blobs", "reread_for")
