"""The case file's own tables beside the records: local ones (never sent) and derived ones (can be dropped at any time).

The migrations of ``migrations/casefile`` make them; a test compares the two. Triggers guard what was stored.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

APPLICATION_ID = 0x53565943
"""``SVYC``."""

PART_BYTES = 1024 * 1024

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

this_case = Table(
    "this_case",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case_id", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    CheckConstraint("id = 1", name="single"),
)

blob = Table(
    "blob",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("state", Text, nullable=False),
    Column("sha256", Text),
    Column("size", Integer),
    Column("stored_at", Text),
    CheckConstraint(
        "state = 'writing' OR (state = 'stored' AND sha256 IS NOT NULL AND size IS NOT NULL)", name="state"
    ),
    # An id is never used again, so a part can never fall to another blob.
    sqlite_autoincrement=True,
)
Index("ix_blob_sha256_stored", blob.c.sha256, unique=True, sqlite_where=blob.c.state == "stored")

blob_part = Table(
    "blob_part",
    metadata,
    Column("blob_id", Integer, ForeignKey("blob.id"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

recording = Table(
    "recording",
    metadata,
    # The blob that is being written; the row goes when it is stored.
    Column("blob_id", Integer, ForeignKey("blob.id"), primary_key=True),
    Column("evidence_class", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("began_utc", Text, nullable=False),
    Column("began_offset_min", Integer, nullable=False),
    Column("began_trust", Text, nullable=False),
)

recording_piece = Table(
    "recording_piece",
    metadata,
    # What was committed since the last whole part: parts of a stored blob have all the same size but for the last.
    Column("blob_id", Integer, ForeignKey("blob.id"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

preview = Table(
    "preview",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("jpeg_sha256", Text, nullable=False),
    Column("jpeg", LargeBinary, nullable=False),
)
Index("ix_preview_jpeg_sha256", preview.c.jpeg_sha256)

measure = Table(
    "measure",
    metadata,
    Column("sha256", Text, primary_key=True),
    # Of the way it was measured: what an older version measured is measured again.
    Column("version", Integer, nullable=False),
    Column("phash", Text, nullable=False),
    Column("sharpness", Integer, nullable=False),
    Column("level", Integer, nullable=False),
    Column("dark_permille", Integer, nullable=False),
    Column("bright_permille", Integer, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("record_id", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
)

delivery_blob = Table(
    "delivery_blob",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("sent_bytes", Integer, nullable=False),
)

elsewhere = Table(
    "elsewhere",
    metadata,
    # What records of others, or of ours before a backup was restored, name: ``came`` is 1 once it was fetched from the centre.
    Column("sha256", Text, primary_key=True),
    Column("came", Integer, nullable=False),
)

pull = Table(
    "pull",
    metadata,
    # An original on its way from the centre: its blob is being written; the row goes when it is stored.
    Column("blob_id", Integer, ForeignKey("blob.id"), primary_key=True),
    Column("sha256", Text, nullable=False, unique=True),
    Column("size", Integer, nullable=False),
)

centre_loss = Table(
    "centre_loss",
    metadata,
    # At most one row: what the centre lost of what it had signed for, until it gives another full receipt.
    Column("id", Integer, primary_key=True),
    Column("found_at", Text, nullable=False),
    Column("entries", Integer, nullable=False),
    # Above this number nothing is at the centre, though the entries still have the numbers it once gave.
    Column("held_to", Integer),
    CheckConstraint("id = 1", name="single"),
)

receipt = Table(
    "receipt",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("receipt", LargeBinary, nullable=False),
    Column("cms", LargeBinary, nullable=False),
    Column("received_at", Text, nullable=False),
)

GUARDS = {
    "blob_no_change": (
        "CREATE TRIGGER blob_no_change BEFORE UPDATE ON blob WHEN OLD.state = 'stored'"
        " BEGIN SELECT RAISE(ABORT, 'a stored original is never changed'); END"
    ),
    "blob_no_delete": (
        "CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob WHEN OLD.state = 'stored'"
        " BEGIN SELECT RAISE(ABORT, 'a stored original is never deleted'); END"
    ),
    "blob_part_no_change": (
        "CREATE TRIGGER blob_part_no_change BEFORE UPDATE ON blob_part"
        " BEGIN SELECT RAISE(ABORT, 'a part of an original is never changed'); END"
    ),
    "blob_part_no_delete": (
        "CREATE TRIGGER blob_part_no_delete BEFORE DELETE ON blob_part"
        " WHEN (SELECT state FROM blob WHERE id = OLD.blob_id) = 'stored'"
        " BEGIN SELECT RAISE(ABORT, 'a stored original is never deleted'); END"
    ),
    "blob_part_no_late_insert": (
        "CREATE TRIGGER blob_part_no_late_insert BEFORE INSERT ON blob_part"
        " WHEN (SELECT state FROM blob WHERE id = NEW.blob_id) IS NOT 'writing'"
        " BEGIN SELECT RAISE(ABORT, 'a stored original is never added to'); END"
    ),
    "receipt_no_change": (
        "CREATE TRIGGER receipt_no_change BEFORE UPDATE ON receipt"
        " BEGIN SELECT RAISE(ABORT, 'a receipt is never changed'); END"
    ),
    "receipt_no_delete": (
        "CREATE TRIGGER receipt_no_delete BEFORE DELETE ON receipt"
        " BEGIN SELECT RAISE(ABORT, 'a receipt is never deleted'); END"
    ),
}
"""Triggers by name; ``recursive_triggers`` makes them hold against INSERT OR REPLACE too."""
