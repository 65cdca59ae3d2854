"""The centre's own tables: accounts, tokens, keys, inboxes, blobs and receipts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "centre_access_tokens",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_centre_access_tokens")),
    )
    op.create_index(op.f("ix_centre_access_tokens_expires_at"), "centre_access_tokens", ["expires_at"], unique=False)
    op.create_table(
        "centre_accounts",
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("display_name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=True),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("inbox_number", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("user", name=op.f("pk_centre_accounts")),
    )
    op.create_table(
        "centre_blob_pieces",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("start", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "sha256", "start", name=op.f("pk_centre_blob_pieces")),
    )
    op.create_table(
        "centre_blobs",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("preview_of", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("fence", sa.BigInteger(), nullable=False),
        sa.Column("device", sa.Text(), nullable=True),
        sa.Column("parts", sa.LargeBinary(), nullable=True),
        sa.Column("stored_at", sa.Text(), nullable=True),
        sa.Column("reread_for", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("case_id", "sha256", name=op.f("pk_centre_blobs")),
    )
    op.create_table(
        "centre_cases",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_centre_cases")),
    )
    op.create_table(
        "centre_certificates",
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=True),
        sa.Column("certificate", sa.LargeBinary(), nullable=False),
        sa.Column("not_after", sa.Text(), nullable=False),
        sa.Column("revoked_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_centre_certificates")),
    )
    op.create_index(op.f("ix_centre_certificates_device"), "centre_certificates", ["device"], unique=False)
    op.create_table(
        "centre_enrolment_codes",
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.Text(), nullable=False),
        sa.Column("used_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_centre_enrolment_codes")),
    )
    op.create_table(
        "centre_inbox",
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("task_id", sa.Text(), nullable=False),
        sa.Column("given_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("user", "number", name=op.f("pk_centre_inbox")),
    )
    op.create_table(
        "centre_keys",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("certificate", sa.LargeBinary(), nullable=False),
        sa.Column("private_key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_centre_keys")),
    )
    op.create_table(
        "centre_receipts",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("delivery_root", sa.Text(), nullable=False),
        sa.Column("task_id", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("receipt", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("issued_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "kind", "delivery_root", "task_id", "user", name=op.f("pk_centre_receipts")),
    )
    op.create_table(
        "centre_sign_ins",
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=True),
        sa.Column("current_hash", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.Text(), nullable=True),
        sa.Column("expires_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("family", name=op.f("pk_centre_sign_ins")),
        sa.UniqueConstraint("current_hash", name=op.f("uq_centre_sign_ins_current_hash")),
    )
    op.create_index(op.f("ix_centre_sign_ins_previous_hash"), "centre_sign_ins", ["previous_hash"], unique=False)
