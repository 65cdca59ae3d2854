"""What cameras wrote of the time of a picture where it is spelt oddly or was not used, and why.

Revision ID: r005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r005"
down_revision = "r004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what older entries do not fill; projections are rebuilt from the journal afterwards."""
    for name in ("taken_found", "taken_problem"):
        op.add_column("evidence", sa.Column(name, sa.Text(), nullable=True))
