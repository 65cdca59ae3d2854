"""What a file holds besides what is shown: pages, the size of stored pixels, and of the picture inside a raw file.

Revision ID: r012
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r012"
down_revision = "r011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what older entries do not fill; projections are rebuilt from the journal afterwards."""
    for name in ("coded_width_px", "coded_height_px", "shown_width_px", "shown_height_px", "pages"):
        op.add_column("evidence", sa.Column(name, sa.BigInteger(), nullable=True))
