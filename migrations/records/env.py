"""Runs the chain of the journaled tables on the connection that is handed in; the caller owns the transaction."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, version_table="alembic_version_records", transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
