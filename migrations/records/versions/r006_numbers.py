"""Numbers belong to the centre, not to the line: one that was restored from an older copy gives others.

Revision ID: r006
"""

from __future__ import annotations

from alembic import op

revision = "r006"
down_revision = "r005"
branch_labels = None
depends_on = None

_COLUMNS = (
    "pos",
    "hash",
    "case_id",
    "v",
    "device",
    "epoch",
    "seq",
    "prev",
    "base",
    "op",
    "op_n",
    "op_of",
    "action",
    "kind",
    "record_id",
    "body_hash",
    "line",
    "signature",
)
"""All columns of the journal but the number."""

_SAME = " AND ".join(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in _COLUMNS)
_WORDS = "a line of the journal is never changed"


def upgrade() -> None:
    """Make the guard of the journal let a number be changed, and nothing else."""
    if op.get_bind().dialect.name == "postgresql":
        refuse = f"RAISE EXCEPTION '{_WORDS}' USING ERRCODE = 'restrict_violation'"
        body = f"IF {_SAME} THEN RETURN NEW; END IF; {refuse}"
        op.execute(
            f"CREATE OR REPLACE FUNCTION journal_no_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body}; END $$"
        )
        return
    # Also older SQLite: IS NOT DISTINCT FROM came with 3.39.
    when = _SAME.replace("IS NOT DISTINCT FROM", "IS")
    op.execute("DROP TRIGGER journal_no_update")
    op.execute(
        f"CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal WHEN NOT ({when})"
        f" BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
    )
