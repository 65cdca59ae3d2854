"""Unfinished uploads expire some time after their last byte.

Revision ID: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the time; uploads under way get theirs when the centre next looks for expired ones."""
    op.add_column("centre_blobs", sa.Column("expires_at", sa.Text))
    op.create_index("ix_centre_blobs_expires_at", "centre_blobs", ["expires_at"])
