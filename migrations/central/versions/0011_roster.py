"""The roster of the surveyors.

Revision ID: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; nobody is in it until somebody writes it."""
    op.create_table(
        "centre_roster",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("user", "shift", "changed_by", "changed_at")),
        sa.PrimaryKeyConstraint("user", name=op.f("pk_centre_roster")),
    )
