"""First tables: the journal and what belongs to it, one projection table a record kind, and the triggers that guard them.

Revision ID: r001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r001"
down_revision = None
branch_labels = None
depends_on = None

_COLUMNS = (
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
"""All columns of the journal but the number, which may be set once, and the position."""

_SAME = " AND ".join(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in ("pos", *_COLUMNS))
_NUMBERED_ONCE = f"OLD.number IS NULL AND NEW.number IS NOT NULL AND {_SAME}"
_ERASED = "EXISTS (SELECT 1 FROM erased WHERE case_id = OLD.case_id AND body_hash = OLD.hash)"

# Table, what is refused, the condition under which it is let through, and the words.
_GUARDS = (
    ("journal", "DELETE", None, "a line of the journal is never deleted"),
    ("journal", "UPDATE", _NUMBERED_ONCE, "a line of the journal is never changed, its number is set once"),
    ("bodies", "DELETE", _ERASED, "a body is deleted only when it was erased"),
    ("bodies", "UPDATE", None, "a body is never changed"),
    ("erased", "DELETE", None, "an erasure is never taken back"),
    ("erased", "UPDATE", None, "an erasure is never changed"),
)


def upgrade() -> None:
    """Make the tables, then the triggers."""
    _make_journal()
    _make_beside_the_journal()
    _make_claims_and_people()
    _make_findings()
    for table, event, unless, words in _GUARDS:
        if op.get_bind().dialect.name == "postgresql":
            _guard_postgresql(table, event, unless, words)
        else:
            _guard_sqlite(table, event, unless, words)


def _guard_sqlite(table: str, event: str, unless: str | None, words: str) -> None:
    # Also older SQLite: IS NOT DISTINCT FROM came with 3.39.
    when = "" if unless is None else f" WHEN NOT ({unless.replace('IS NOT DISTINCT FROM', 'IS')})"
    name = f"{table}_no_{event.lower()}"
    op.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table}{when} BEGIN SELECT RAISE(ABORT, '{words}'); END")


def _guard_postgresql(table: str, event: str, unless: str | None, words: str) -> None:
    name = f"{table}_no_{event.lower()}"
    refuse = f"RAISE EXCEPTION '{words}' USING ERRCODE = 'restrict_violation'"
    passed = "OLD" if event == "DELETE" else "NEW"
    body = refuse if unless is None else f"IF {unless} THEN RETURN {passed}; END IF; {refuse}"
    op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body}; END $$")
    op.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")
    if event == "DELETE":
        # Its own function: for a truncation there is no OLD row.
        truncate = f"{table}_no_truncate"
        op.execute(f"CREATE FUNCTION {truncate}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {refuse}; END $$")
        op.execute(f"CREATE TRIGGER {truncate} BEFORE TRUNCATE ON {table} EXECUTE FUNCTION {truncate}()")


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _number(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=null, autoincrement=False)


def _bytes(name: str, *, null: bool = False) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=null)


def _texts(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Text(), nullable=True) for name in names]


def _integers(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.BigInteger(), nullable=True) for name in names]


def _booleans(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Boolean(), nullable=True) for name in names]


def _instants(*names: str) -> list[sa.Column[object]]:
    return [
        column
        for name in names
        for column in (*_texts(f"{name}_utc"), *_integers(f"{name}_offset"), *_texts(f"{name}_trust"))
    ]


def _projection(name: str, *fields: sa.Column[object]) -> None:
    op.create_table(
        name,
        _text("case_id"),
        _text("id"),
        *fields,
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        _text("withdrawn_reason", null=True),
        sa.Column("sealed", sa.Boolean(), nullable=False),
        _text("conflicts"),
        sa.PrimaryKeyConstraint("case_id", "id", name=f"pk_{name}"),
    )


def _make_journal() -> None:
    counter = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "journal",
        sa.Column("pos", counter, nullable=False, autoincrement=True),
        *(_text(name) for name in ("hash", "case_id", "device", "op", "action", "kind", "record_id", "body_hash")),
        _text("prev", null=True),
        *(_number(name) for name in ("v", "epoch", "seq", "base", "op_n", "op_of")),
        _number("number", null=True),
        _bytes("line"),
        _bytes("signature"),
        sa.PrimaryKeyConstraint("pos", name="pk_journal"),
        sa.UniqueConstraint("hash", name="uq_journal_hash"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_journal_case_id_record_id", "journal", ["case_id", "record_id"])
    op.create_index("ix_journal_case_id_device_epoch_seq", "journal", ["case_id", "device", "epoch", "seq"])
    op.create_index("ix_journal_case_id_number", "journal", ["case_id", "number"])
    op.create_table(
        "bodies",
        _text("case_id"),
        _text("hash"),
        _bytes("salt"),
        _bytes("content"),
        sa.PrimaryKeyConstraint("case_id", "hash", name="pk_bodies"),
    )
    op.create_table(
        "erased",
        _text("case_id"),
        _text("body_hash"),
        sa.PrimaryKeyConstraint("case_id", "body_hash", name="pk_erased"),
    )


def _make_beside_the_journal() -> None:
    op.create_table(
        "cases",
        _text("id"),
        _text("alias_of", null=True),
        _number("number_known"),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
    )
    op.create_table(
        "devices",
        *(_text(name) for name in ("id", "role", "holder")),
        _bytes("public_key"),
        _bytes("certificate", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_devices"),
    )
    op.create_table(
        "chains",
        *(_text(name) for name in ("case_id", "device", "head_hash")),
        *(_number(name) for name in ("epoch", "head_seq")),
        *(_number(name, null=True) for name in ("parent_epoch", "parent_seq")),
        sa.PrimaryKeyConstraint("case_id", "device", "epoch", name="pk_chains"),
    )
    op.create_table(
        "waiting",
        *(_text(name) for name in ("hash", "case_id", "device")),
        _number("number", null=True),
        *(_bytes(name) for name in ("line", "signature")),
        *(_bytes(name, null=True) for name in ("salt", "content")),
        sa.PrimaryKeyConstraint("hash", name="pk_waiting"),
    )
    op.create_index("ix_waiting_case_id_device", "waiting", ["case_id", "device"])
    op.create_table(
        "quarantine",
        *(_text(name) for name in ("hash", "case_id", "kind", "record_id", "reason")),
        sa.PrimaryKeyConstraint("hash", name="pk_quarantine"),
    )
    op.create_index("ix_quarantine_case_id_record_id", "quarantine", ["case_id", "record_id"])
    op.create_table(
        "conflicts",
        *(_text(name) for name in ("case_id", "kind", "record_id", "field", "entry_values")),
        sa.PrimaryKeyConstraint("case_id", "kind", "record_id", "field", name="pk_conflicts"),
    )


def _make_claims_and_people() -> None:
    _projection(
        "claims",
        *_texts(
            "report_no",
            "claim_no",
            "policy_no",
            "insurer",
            "insured_name",
            "insured_phone",
            "reporter_name",
            "reporter_phone",
            "plate_no",
            "make_model",
            "frame_no",
            "policy_from",
            "policy_to",
            "deductible",
        ),
        *_instants("reported_at", "accident_at"),
        *_texts("accident_place", "accident_lat", "accident_lon", "loss_cause", "reported_course"),
    )
    _projection(
        "tasks",
        *_texts("task_no", "task_kind", "task_status", "owner", "owner_name"),
        *_instants("dispatched_at", "due_at", "contacted_at", "arrived_at", "left_at"),
        *_texts("survey_place", "survey_lat", "survey_lon", "survey_kind", "scene_class"),
        *_booleans("is_first_scene"),
        *_texts("accident_kind", "accident_form", "weather"),
        *_integers("visibility_m"),
        *_texts(
            "lighting", "road_type", "road_surface", "liability", "surveyor_opinion", "survey_text", "second_surveyor"
        ),
    )
    _projection(
        "people",
        *_texts(
            "name",
            "roles",
            "sex",
            "birth",
            "id_type",
            "id_no",
            "phone",
            "employer",
            "occupation",
            "address",
            "relation_to_insured",
            "licence_no",
            "licence_class",
            "first_licensed",
            "position",
            "severity",
            "note",
        ),
    )
    _projection(
        "vehicles",
        *_texts("category", "plate_no", "plate_color", "make_model", "frame_no", "engine_no"),
        *_integers("mileage"),
        *_texts("first_registered", "use_nature", "owner", "insurer", "driver_uid", "body_color"),
    )


def _make_findings() -> None:
    _projection(
        "evidence",
        *_texts("rank", "evidence_class", "sha256"),
        *_integers("size_bytes"),
        *_texts("file_name", "file_name_b64", "source"),
        *_instants("imported_at"),
        *_texts("format", "media_type"),
        *_integers("width_px", "height_px", "orientation"),
        *_texts(
            "taken_at",
            "taken_subsec",
            "taken_offset",
            "gps_lat",
            "gps_lon",
            "gps_alt_m",
            "gps_direction_deg",
            "gps_speed_kmh",
            "gps_utc",
            "make",
            "model",
            "serial",
            "lens",
            "software",
        ),
        *_booleans("c2pa"),
        *_integers("duration_ms"),
        *_texts("codec", "reader", "no_preview", "exif_problem", "caption", "subject_uid"),
    )
    _projection(
        "statements",
        *_integers("seq_no"),
        *_texts("kind", "status", "subject_uid"),
        *_instants("started_at", "ended_at"),
        *_texts("place", "language", "questioner_1", "questioner_2", "recorder", "notice_version"),
    )
    _projection(
        "answers",
        *_texts("rank", "statement_uid", "question_id", "question", "answer"),
        *_instants("asked_at"),
    )
    _projection(
        "damage_marks",
        *_texts("rank", "vehicle_uid", "areas", "level", "height_min_cm", "height_max_cm"),
        *_integers("pdof"),
        *_texts("type"),
        *_integers("severity"),
        *_texts("age"),
        *_booleans("induced"),
        *_texts("part_id", "part_text", "action", "part_price", "labour", "paint", "salvage", "photos", "label_no"),
    )
    _projection(
        "reports",
        *_texts("report_doc_no", "revision", "language", "task_uid", "sha256"),
        *_integers("size_bytes", "pages"),
        *_texts("evidence_root"),
        *_instants("issued_at"),
    )
    _projection(
        "signatures",
        *_texts("target_uid", "target_sha256", "role", "signer_name", "method", "certificate_sha256", "field_name"),
        *_instants("signed_at"),
    )
