"""Accounts of the office hold roles, those there are keep what they could; the office has a work list.

Revision ID: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

EVERYDAY = "custodian dispatcher handler intake verifier"
"""All that a clerk could do without roles."""


def upgrade() -> None:
    """Make what is new."""
    add_roles()
    add_work_list()
    add_views()
    op.create_table(
        "centre_oidc_attempts",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("state_hash", "nonce", "verifier", "wanted")),
        sa.Column("expires_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("state_hash", name=op.f("pk_centre_oidc_attempts")),
    )
    op.create_table(
        "centre_claim_numbers",
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("pattern", "scope", name=op.f("pk_centre_claim_numbers")),
    )


def add_roles() -> None:
    """Give every account of the office the everyday roles; whoever is an administrator stays one beside them."""
    op.add_column("centre_accounts", sa.Column("office_roles", sa.Text(), nullable=False, server_default=""))
    accounts = sa.table("centre_accounts", sa.column("role", sa.Text()), sa.column("office_roles", sa.Text()))
    op.execute(accounts.update().where(accounts.c.role == "office").values(office_roles=EVERYDAY))


def add_work_list() -> None:
    """Make the tables of the work list, and have every claim's line worked out."""
    flags = ("is_unassigned", "is_returned")
    texts = ("opened_at", "report_no", "loss_cause", "waiting", "waits_for", "holders", "due_at", "stages")
    op.create_table(
        "centre_work_list",
        sa.Column("case_id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        *(sa.Column(name, sa.Boolean(), nullable=False) for name in flags),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_centre_work_list")),
    )
    for name in ("opened_at", "due_at", "report_no"):
        op.create_index(f"ix_centre_work_list_{name}_case_id", "centre_work_list", [name, "case_id"])
    counted = ["waiting", "waits_for", "is_unassigned", "is_returned", "due_at"]
    op.create_index("ix_centre_work_list_counted", "centre_work_list", counted)
    op.create_table(
        "centre_work_marks",
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("mark", name=op.f("pk_centre_work_marks")),
    )
    op.execute("INSERT INTO centre_work_marks (mark, case_id) SELECT case_id, case_id FROM centre_cases")
    op.create_table(
        "centre_saved_filters",
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("user", "name", name=op.f("pk_centre_saved_filters")),
    )


def add_views() -> None:
    """Make the table of who saw what, of which no line is changed or taken away."""
    op.create_table(
        "centre_views",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("at", "user", "case_id", "thing", "item", "hash")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_centre_views")),
    )
    op.create_index("ix_centre_views_case_id_number", "centre_views", ["case_id", "number"])
    op.create_index("ix_centre_views_user_number", "centre_views", ["user", "number"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION centre_views_lasting() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'what was seen stays seen'; END $$"
        )
        op.execute(
            "CREATE TRIGGER centre_views_lasting BEFORE UPDATE OR DELETE ON centre_views "
            "FOR EACH ROW EXECUTE FUNCTION centre_views_lasting()"
        )
        op.execute(
            "CREATE TRIGGER centre_views_whole BEFORE TRUNCATE ON centre_views "
            "FOR EACH STATEMENT EXECUTE FUNCTION centre_views_lasting()"
        )
        return
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER centre_views_no_{event.lower()} BEFORE {event} ON centre_views "
            "BEGIN SELECT RAISE(ABORT, 'what was seen stays seen'); END"
        )
