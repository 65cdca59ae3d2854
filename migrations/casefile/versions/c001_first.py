"""First tables of the case file: blobs in parts, previews, drafts, delivery state, receipts.

Revision ID: c001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "c001"
down_revision = None
branch_labels = None
depends_on = None

TRIGGERS = (
    "CREATE TRIGGER blob_no_change BEFORE UPDATE ON blob WHEN OLD.state = 'stored'"
    " BEGIN SELECT RAISE(ABORT, 'a stored original is never changed'); END",
    "CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob WHEN OLD.state = 'stored'"
    " BEGIN SELECT RAISE(ABORT, 'a stored original is never deleted'); END",
    "CREATE TRIGGER blob_part_no_change BEFORE UPDATE ON blob_part"
    " BEGIN SELECT RAISE(ABORT, 'a part of an original is never changed'); END",
    "CREATE TRIGGER blob_part_no_delete BEFORE DELETE ON blob_part"
    " WHEN (SELECT state FROM blob WHERE id = OLD.blob_id) = 'stored'"
    " BEGIN SELECT RAISE(ABORT, 'a stored original is never deleted'); END",
    "CREATE TRIGGER blob_part_no_late_insert BEFORE INSERT ON blob_part"
    " WHEN (SELECT state FROM blob WHERE id = NEW.blob_id) IS NOT 'writing'"
    " BEGIN SELECT RAISE(ABORT, 'a stored original is never added to'); END",
    "CREATE TRIGGER receipt_no_change BEFORE UPDATE ON receipt"
    " BEGIN SELECT RAISE(ABORT, 'a receipt is never changed'); END",
    "CREATE TRIGGER receipt_no_delete BEFORE DELETE ON receipt"
    " BEGIN SELECT RAISE(ABORT, 'a receipt is never deleted'); END",
)


def upgrade() -> None:
    """Make the tables, then the triggers that guard them."""
    op.create_table(
        "this_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.CheckConstraint("id = 1", name="ck_this_case_single"),
        sa.PrimaryKeyConstraint("id", name="pk_this_case"),
    )
    op.create_table(
        "blob",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text()),
        sa.Column("size", sa.Integer()),
        sa.Column("stored_at", sa.Text()),
        sa.CheckConstraint(
            "state = 'writing' OR (state = 'stored' AND sha256 IS NOT NULL AND size IS NOT NULL)", name="ck_blob_state"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_blob"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_blob_sha256_stored", "blob", ["sha256"], unique=True, sqlite_where=sa.text("state = 'stored'"))
    op.create_table(
        "blob_part",
        sa.Column("blob_id", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["blob_id"], ["blob.id"], name="fk_blob_part_blob_id_blob"),
        sa.PrimaryKeyConstraint("blob_id", "n", name="pk_blob_part"),
    )
    op.create_table(
        "preview",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("jpeg_sha256", sa.Text(), nullable=False),
        sa.Column("jpeg", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "kind", name="pk_preview"),
    )
    op.create_index("ix_preview_jpeg_sha256", "preview", ["jpeg_sha256"])
    op.create_table(
        "draft",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "record_id", "field", name="pk_draft"),
    )
    op.create_table(
        "delivery_blob",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("sent_bytes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_delivery_blob"),
    )
    op.create_table(
        "receipt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("receipt", sa.LargeBinary(), nullable=False),
        sa.Column("cms", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_receipt"),
    )
    for trigger in TRIGGERS:
        op.execute(trigger)
