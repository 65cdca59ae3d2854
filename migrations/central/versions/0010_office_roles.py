"""Accounts of the office hold roles; those there are keep what they could do.

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


def add_roles() -> None:
    """Give every account of the office the everyday roles; whoever is an administrator stays one beside them."""
    op.add_column("centre_accounts", sa.Column("office_roles", sa.Text(), nullable=False, server_default=""))
    accounts = sa.table("centre_accounts", sa.column("role", sa.Text()), sa.column("office_roles", sa.Text()))
    op.execute(accounts.update().where(accounts.c.role == "office").values(office_roles=EVERYDAY))
