"""What was measured on pictures: likeness, sharpness, exposure. Derived, measured again when missing.

Revision ID: c002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "c002"
down_revision = "c001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "measure",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("phash", sa.Text(), nullable=False),
        sa.Column("sharpness", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("dark_permille", sa.Integer(), nullable=False),
        sa.Column("bright_permille", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_measure"),
    )
