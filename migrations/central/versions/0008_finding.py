"""On PostgreSQL a claim is found by a part of its number, name or plate without looking at all of them.

The index holds every two and every three characters that follow one another; it needs no extension of the server, and knows
characters of any script. SQLite carries centres that are small enough to be looked through.

Revision ID: 0008
"""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# Immutable by what it says of itself, or no index could be built on it.
_GRAMS = """
CREATE FUNCTION surveyor_grams(VARIADIC texts text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT substr(lower(one), at, width)), '{}')
    FROM unnest(texts) AS one, generate_series(2, 3) AS width, generate_series(1, length(one) - width + 1) AS at
$$
"""


def upgrade() -> None:
    """Add the function and the index, which takes what is written at once: what waits in a list makes finding slow."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_GRAMS)
        op.execute(
            "CREATE INDEX ix_claims_grams ON claims USING gin (surveyor_grams(report_no, insured_name, plate_no))"
            " WITH (fastupdate = off)"
        )
