"""Capture at depth: where evidence came from, annotations over photos, shots that do not apply, clocks of cameras.

Revision ID: r002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r002"
down_revision = "r001"
branch_labels = None
depends_on = None

_EVIDENCE_TEXTS = (
    "shot_key",
    "origin",
    "device",
    "volume",
    "file_modified_at",
    "file_created_at",
    "importer",
    "user_comment",
    "c2pa_state",
    "c2pa_detail",
)


def upgrade() -> None:
    """Add what older entries do not fill; projections are rebuilt from the journal afterwards."""
    for name in _EVIDENCE_TEXTS:
        op.add_column("evidence", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("evidence", sa.Column("captured_here", sa.Boolean(), nullable=True))
    _projection("annotations", *_texts("rank", "evidence_uid", "shape", "points", "color", "label"), *_numbers("width"))
    _projection("shot_states", *_texts("shot_key", "subject_uid", "state", "reason"))
    _projection(
        "camera_clocks",
        *_texts("evidence_uid", "make", "model", "serial", "shown_utc", "recorded_at", "recorded_offset"),
        *_numbers("assumed_offset", "offset_ms"),
    )


def _texts(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Text(), nullable=True) for name in names]


def _numbers(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.BigInteger(), nullable=True) for name in names]


def _projection(name: str, *fields: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        *fields,
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("withdrawn_reason", sa.Text(), nullable=True),
        sa.Column("sealed", sa.Boolean(), nullable=False),
        sa.Column("conflicts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "id", name=f"pk_{name}"),
    )
