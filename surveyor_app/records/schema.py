"""The journaled tables: the journal and what belongs to it, and one projection table a record kind.

Projections have no foreign keys, no unique and no length constraints beyond the primary key: rules are findings of *check*,
never reasons to refuse capture. The triggers that guard the journal are made by the migrations (``migrations/records``).
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, MetaData, Table

from surveyor_app.domain.journal.fields import FieldSpec, FieldType
from surveyor_app.domain.kinds import SPECS
from surveyor_app.records.engines.column_types import DecimalText, JsonText, PlainText

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

LOST = 0
"""Number of a line of another device that the centre had numbered and lost, and that this side could not give back.

No centre gives it. Whoever writes after the loss counts as having seen such a line: it is a relic that only this side holds.
"""

_Counter = BigInteger().with_variant(Integer(), "sqlite")


def _text(name: str, *, key: bool = False, null: bool = False) -> Column[str]:
    return Column(name, PlainText(), primary_key=key, nullable=null)


def _number(name: str, *, key: bool = False, null: bool = False) -> Column[int]:
    return Column(name, BigInteger(), primary_key=key, nullable=null, autoincrement=False)


journal = Table(
    "journal",
    metadata,
    # The order of application on this side: it differs from side to side and orders nothing but listings.
    Column("pos", _Counter, primary_key=True, autoincrement=True),
    Column("hash", PlainText(), nullable=False, unique=True),
    _text("case_id"),
    _number("v"),
    _text("device"),
    _number("epoch"),
    _number("seq"),
    _text("prev", null=True),
    _number("base"),
    _text("op"),
    _number("op_n"),
    _number("op_of"),
    _text("action"),
    _text("kind"),
    _text("record_id"),
    _text("body_hash"),
    # The centre's, and no part of the line: it changes when the centre loses what it had numbered.
    _number("number", null=True),
    Column("line", LargeBinary(), nullable=False),
    Column("signature", LargeBinary(), nullable=False),
    sqlite_autoincrement=True,
)
Index(None, journal.c.case_id, journal.c.record_id)
Index(None, journal.c.case_id, journal.c.device, journal.c.epoch, journal.c.seq)
Index(None, journal.c.case_id, journal.c.number)

bodies = Table(
    "bodies",
    metadata,
    _text("case_id", key=True),
    _text("hash", key=True),
    Column("salt", LargeBinary(), nullable=False),
    Column("content", LargeBinary(), nullable=False),
)

chains = Table(
    "chains",
    metadata,
    _text("case_id", key=True),
    _text("device", key=True),
    _number("epoch", key=True),
    _number("head_seq"),
    _text("head_hash"),
    # Where the epoch left the one before it; null for the device's first.
    _number("parent_epoch", null=True),
    _number("parent_seq", null=True),
)

waiting = Table(
    "waiting",
    metadata,
    _text("hash", key=True),
    _text("case_id"),
    _text("device"),
    _number("number", null=True),
    Column("line", LargeBinary(), nullable=False),
    Column("signature", LargeBinary(), nullable=False),
    Column("salt", LargeBinary(), nullable=True),
    Column("content", LargeBinary(), nullable=True),
)
Index(None, waiting.c.case_id, waiting.c.device)

quarantine = Table(
    "quarantine",
    metadata,
    _text("hash", key=True),
    _text("case_id"),
    _text("kind"),
    _text("record_id"),
    _text("reason"),
)
Index(None, quarantine.c.case_id, quarantine.c.record_id)

conflicts = Table(
    "conflicts",
    metadata,
    _text("case_id", key=True),
    _text("kind", key=True),
    _text("record_id", key=True),
    _text("field", key=True),
    Column("entry_values", JsonText(), nullable=False),
)

devices = Table(
    "devices",
    metadata,
    _text("id", key=True),
    Column("public_key", LargeBinary(), nullable=False),
    _text("role"),
    _text("holder"),
    Column("certificate", LargeBinary(), nullable=True),
)

cases = Table(
    "cases",
    metadata,
    _text("id", key=True),
    _text("alias_of", null=True),
    # All entries numbered 1 … number_known are held and applied: what goes into ``base``.
    _number("number_known"),
)

newer = Table(
    "newer",
    metadata,
    # Lines of the journal that this program does not understand, and the rest of their operations.
    _text("case_id", key=True),
    _text("hash", key=True),
)

vocabulary = Table(
    "vocabulary",
    metadata,
    _number("id", key=True),
    # What the program knew that worked these tables out last.
    _text("words"),
)

erased = Table(
    "erased",
    metadata,
    _text("case_id", key=True),
    _text("body_hash", key=True),
)


def _field_columns(spec: FieldSpec) -> list[Column[object]]:
    columns: list[Column[object]]
    if spec.type is FieldType.INSTANT:
        columns = [
            Column(f"{spec.name}_utc", PlainText()),
            Column(f"{spec.name}_offset", BigInteger()),
            Column(f"{spec.name}_trust", PlainText()),
        ]
    elif spec.type is FieldType.INTEGER:
        columns = [Column(spec.name, BigInteger())]
    elif spec.type is FieldType.BOOLEAN:
        columns = [Column(spec.name, Boolean())]
    elif spec.type is FieldType.DECIMAL:
        columns = [Column(spec.name, DecimalText())]
    elif spec.type is FieldType.MULTI:
        columns = [Column(spec.name, JsonText())]
    else:
        columns = [Column(spec.name, PlainText())]
    return columns


def _projection(name: str, kind: str) -> Table:
    return Table(
        name,
        metadata,
        _text("case_id", key=True),
        _text("id", key=True),
        *(column for spec in SPECS[kind] for column in _field_columns(spec)),
        Column("withdrawn", Boolean(), nullable=False),
        _text("withdrawn_reason", null=True),
        Column("sealed", Boolean(), nullable=False),
        Column("conflicts", JsonText(), nullable=False),
    )


_TABLE_NAMES = {
    "claim": "claims",
    "task": "tasks",
    "person": "people",
    "vehicle": "vehicles",
    "evidence": "evidence",
    "statement": "statements",
    "answer": "answers",
    "damage_mark": "damage_marks",
    "report": "reports",
    "signature": "signatures",
    "annotation": "annotations",
    "shot_state": "shot_states",
    "camera_clock": "camera_clocks",
    "participant": "participants",
    "correction": "corrections",
    "statement_page": "statement_pages",
    "ink": "inks",
    "witness": "witnesses",
    "policy": "policies",
    "cover": "covers",
    "proposal": "proposals",
    "check_answer": "check_answers",
    "property_item": "property_items",
    "injury": "injuries",
    "injury_visit": "injury_visits",
    "fee": "fees",
    "rescue_cost": "rescue_costs",
    "salvage": "salvages",
    "document": "documents",
    "notice": "notices",
    "enquiry": "enquiries",
    "prompt_answer": "prompt_answers",
    "consent": "consents",
    "liability": "liabilities",
    "calculation": "calculations",
    "calculation_line": "calculation_lines",
    "remark": "remarks",
    "contact": "contacts",
    "complaint": "complaints",
    "review": "reviews",
    "sample": "samples",
}
PROJECTIONS: Mapping[str, Table] = {kind: _projection(_TABLE_NAMES[kind], kind) for kind in SPECS}
"""The table of each record kind."""

DERIVED_TABLES: tuple[Table, ...] = (chains, newer, quarantine, conflicts, cases, *PROJECTIONS.values())
"""What follows from the journal alone and is rebuilt from it."""

JOURNALED_TABLES: tuple[Table, ...] = (journal, bodies, waiting, erased, *DERIVED_TABLES)
"""Everything that must be the same after a replay; ``devices`` says whose lines are to be believed, ``vocabulary`` who reads."""

TRIGGERS = frozenset(
    f"{table}_no_{event}" for table in ("journal", "bodies", "erased") for event in ("delete", "update")
)
"""What guards the journal on either engine; made by the first migration."""

POSTGRESQL_TRIGGERS = frozenset(f"{table}_no_truncate" for table in ("journal", "bodies", "erased"))
"""What PostgreSQL needs beside them."""
