"""Liability shares, and calculations with their lines.

Revision ID: r010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r010"
down_revision = "r008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; no older entry fills them."""
    _projection(
        "liabilities",
        *_texts("rank party_uid grade ratio basis basis_document decided_by note"),
        *_instants("decided_at"),
    )
    _projection(
        "calculations",
        *_texts("packs inputs inputs_sha256 result_sha256 total currency state note"),
        *_numbers("version"),
        *_instants("calculated_at"),
    )
    _projection(
        "calculation_lines",
        *_texts("rank calculation_uid pack rule payer payee formula_chinese formula_english figures exact amount"),
        *_numbers("got_cent"),
    )


def _texts(names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Text(), nullable=True) for name in names.split()]


def _numbers(names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.BigInteger(), nullable=True) for name in names.split()]


def _instants(names: str) -> list[sa.Column[object]]:
    found: list[sa.Column[object]] = []
    for name in names.split():
        found += [*_texts(f"{name}_utc"), *_numbers(f"{name}_offset"), *_texts(f"{name}_trust")]
    return found


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
