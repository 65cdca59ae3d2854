"""Lines of newer versions wait for the program to be updated, and what it understood when it worked the tables out.

Revision ID: r007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r007"
down_revision = "r006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both tables empty; the first is filled when the projections are rebuilt, the second afterwards."""
    op.create_table(
        "newer",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "hash", name="pk_newer"),
    )
    op.create_table(
        "vocabulary",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_vocabulary"),
    )
