"""Who may tie two cases and who may erase: no table changes, but what the tables show does.

Revision ID: r004
"""

from __future__ import annotations

revision = "r004"
down_revision = "r003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change nothing; projections are rebuilt from the journal afterwards, which sets aside what had no right to an effect."""
