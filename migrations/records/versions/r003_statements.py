"""People, witnesses, statements and consents in full.

Revision ID: r003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r003"
down_revision = "r002"
branch_labels = None
depends_on = None

_STATEMENT_TEXTS = (
    *("lat", "lon", "remote_channel", "far_side_identity_check_by", "notice_id", "notice_language", "notice_sha256"),
    *("notice_mode", "guardian_absent_reason", "review_mode", "read_aloud_by", "refusal_reason"),
    *("refusal_witness_uid", "supplement_of", "copy_given", "sha256"),
)


def upgrade() -> None:
    """Add what older entries do not fill; projections are rebuilt from the journal afterwards."""
    _add("people", *_texts("ethnicity", "relation_to_parties", "merged_into"))
    _add("answers", *_texts("follows_uid", "media_uid"), *_numbers("media_offset_ms"))
    _add("statements", *_texts(*_STATEMENT_TEXTS), *_numbers("pages", "size_bytes"))
    for name in ("notice_read_at", "refused_at", "copy_at"):
        _add("statements", *_instant(name))
    _projection(
        "participants", *_texts("rank", "statement_uid", "role", "person_uid", "name", "employer", "credential_shown")
    )
    _projection(
        "corrections",
        *_texts("rank", "statement_uid", "answer_uid", "part", "old", "new", "reason"),
        *_instant("at"),
    )
    _projection(
        "statement_pages",
        *_texts("statement_uid", "content_sha256", "sha256", "bound_sha256"),
        *_numbers("no", "total", "size_bytes"),
    )
    _projection(
        "inks",
        *_texts("statement_uid", "target_uid", "purpose", "form", "role", "person_uid", "signer_name"),
        *_texts("sha256", "bound_sha256", "pointer"),
        *_numbers("size_bytes"),
        *_instant("signed_at"),
    )
    _projection(
        "witnesses",
        *_texts("rank", "person_uid", "position", "bearing_deg", "distance_m", "view", "what_perceived", "vehicle"),
        *_texts("relation_to_parties", "refusal_reason", "statement_uid", "media", "recorded_by"),
        *_flags("is_interested", "willing_to_testify", "contact_consent", "wants_confidentiality", "refused"),
        *_instant("recorded_at"),
    )
    _projection(
        "consents",
        *_texts("person_uid", "purpose", "statement_uid", "text_version", "language", "wording", "until", "mode"),
        *_texts("guardian_uid", "revocation_reason"),
        *_flags("granted"),
        *_instant("given_at"),
        *_instant("revoked_at"),
    )


def _add(table: str, *columns: sa.Column[object]) -> None:
    for column in columns:
        op.add_column(table, column)


def _texts(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Text(), nullable=True) for name in names]


def _numbers(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.BigInteger(), nullable=True) for name in names]


def _flags(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Boolean(), nullable=True) for name in names]


def _instant(name: str) -> list[sa.Column[object]]:
    return [*_texts(f"{name}_utc"), *_numbers(f"{name}_offset"), *_texts(f"{name}_trust")]


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
