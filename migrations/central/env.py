"""Runs the chain of the centre's own tables on the connection the program hands in."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, version_table="alembic_version_central", transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
