"""Remarks, contacts and complaints; reviews of a survey, and draws for a second reviewer.

Revision ID: r011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r011"
down_revision = "r010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; no older entry fills them."""
    _projection(
        "remarks",
        *_texts("about_kind about_uid to_role to_user asks state answer_of evidence written_by text"),
        *_instants("due_at written_at"),
    )
    _projection(
        "contacts",
        *_texts("direction channel person_uid name summary promised"),
        *_instants("at due_at"),
    )
    _projection(
        "complaints",
        *_texts("from_name channel text owner answer state"),
        *_instants("received_at due_at"),
    )
    _projection("reviews", *_texts("task_uid report_uid status reason reviewed_by"), *_instants("reviewed_at"))
    _projection("samples", *_texts("rule_id drawn_from reviewer result"), *_truths("chosen"))


def _texts(names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Text(), nullable=True) for name in names.split()]


def _truths(names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Boolean(), nullable=True) for name in names.split()]


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
