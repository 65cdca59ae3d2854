"""Administrators beside clerks, and what was done to which account by whom.

Revision ID: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let nobody be an administrator until the centre's own machine says so."""
    op.add_column(
        "centre_accounts", sa.Column("administrator", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_table(
        "centre_account_events",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_centre_account_events")),
    )
