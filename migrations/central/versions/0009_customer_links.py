"""Links by which customers see their own claim, and who came by one; secrets as SHA-256 only.

Revision ID: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the two tables."""
    op.create_table(
        "centre_customer_links",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.Text(), nullable=False),
        sa.Column("revoked_at", sa.Text()),
        sa.Column("revoked_by", sa.Text()),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_centre_customer_links"),
    )
    op.create_index("ix_centre_customer_links_case_id", "centre_customer_links", ["case_id"])
    op.create_table(
        "centre_customer_visits",
        sa.Column("visit_hash", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("visit_hash", name="pk_centre_customer_visits"),
    )
    op.create_index("ix_centre_customer_visits_token_hash", "centre_customer_visits", ["token_hash"])
    op.create_index("ix_centre_customer_visits_expires_at", "centre_customer_visits", ["expires_at"])
