"""Originals that lie elsewhere: which the centre named, and those that are just being fetched from it.

Revision ID: c005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "c005"
down_revision = "c004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "elsewhere",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("came", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_elsewhere"),
    )
    op.create_table(
        "pull",
        sa.Column("blob_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["blob_id"], ["blob.id"], name="fk_pull_blob_id_blob"),
        sa.PrimaryKeyConstraint("blob_id", name="pk_pull"),
        sa.UniqueConstraint("sha256", name="uq_pull_sha256"),
    )
