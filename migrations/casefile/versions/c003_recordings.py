"""Recordings under way: what is known of them, and what was committed since the last whole part.

Revision ID: c003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "c003"
down_revision = "c002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "recording",
        sa.Column("blob_id", sa.Integer(), nullable=False),
        sa.Column("evidence_class", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("began_utc", sa.Text(), nullable=False),
        sa.Column("began_offset_min", sa.Integer(), nullable=False),
        sa.Column("began_trust", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["blob_id"], ["blob.id"], name="fk_recording_blob_id_blob"),
        sa.PrimaryKeyConstraint("blob_id", name="pk_recording"),
    )
    op.create_table(
        "recording_piece",
        sa.Column("blob_id", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["blob_id"], ["blob.id"], name="fk_recording_piece_blob_id_blob"),
        sa.PrimaryKeyConstraint("blob_id", "n", name="pk_recording_piece"),
    )
