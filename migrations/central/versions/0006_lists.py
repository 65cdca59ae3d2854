"""What lists and pushes look for is found without reading all cases, or all of a case.

Revision ID: 0006
"""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the indexes; two of them to tables of the records, which a laptop with its few cases does without."""
    op.create_index("ix_centre_cases_opened_at_case_id", "centre_cases", ["opened_at", "case_id"])
    op.create_index("ix_cases_alias_of", "cases", ["alias_of"])
    op.create_index("ix_journal_case_id_body_hash", "journal", ["case_id", "body_hash"])
