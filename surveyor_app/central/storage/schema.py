"""The centre's own tables, beside those of the records: accounts, tokens, keys, inboxes, blobs and receipts.

Times are UTC text with microseconds, which sorts as it reads. Tokens and codes are kept as SHA-256 only.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, MetaData, Table, Text, false

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)

keys = Table(
    "centre_keys",
    metadata,
    Column("name", Text, primary_key=True),
    Column("certificate", LargeBinary, nullable=False),
    Column("private_key", LargeBinary, nullable=False),
)

accounts = Table(
    "centre_accounts",
    metadata,
    Column("user", Text, primary_key=True),
    Column("display_name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password_hash", Text),
    Column("disabled", Boolean, nullable=False),
    Column("inbox_number", BigInteger, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("administrator", Boolean, nullable=False, server_default=false()),
    Column("office_roles", Text, nullable=False, server_default=""),
)

account_events = Table(
    "centre_account_events",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("what", Text, nullable=False),
)

enrolment_codes = Table(
    "centre_enrolment_codes",
    metadata,
    Column("code_hash", Text, primary_key=True),
    Column("user", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("used_by", Text),
)

access_tokens = Table(
    "centre_access_tokens",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("family", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Index(None, "expires_at"),
)

attempts = Table(
    "centre_attempts",
    metadata,
    Column("key", Text, primary_key=True),
    Column("wrong", Integer, nullable=False),
    Column("tried_at", Text, nullable=False),
    Column("next_at", Text, nullable=False),
)

oidc_attempts = Table(
    "centre_oidc_attempts",
    metadata,
    Column("state_hash", Text, primary_key=True),
    Column("nonce", Text, nullable=False),
    Column("verifier", Text, nullable=False),
    Column("wanted", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
)

sign_ins = Table(
    "centre_sign_ins",
    metadata,
    Column("family", Text, primary_key=True),
    Column("user", Text, nullable=False),
    Column("device", Text),
    Column("current_hash", Text, nullable=False, unique=True),
    Column("previous_hash", Text, index=True),
    Column("expires_at", Text, nullable=False),
)

certificates = Table(
    "centre_certificates",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("purpose", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("device", Text, index=True),
    Column("certificate", LargeBinary, nullable=False),
    Column("not_after", Text, nullable=False),
    Column("revoked_at", Text),
    Column("revoked_by", Text),
    Column("revoked_why", Text),
)

opened_cases = Table(
    "centre_cases",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("opened_by", Text, nullable=False),
    Column("opened_at", Text, nullable=False),
    Index(None, "opened_at", "case_id"),
)

work_list = Table(
    "centre_work_list",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("opened_at", Text, nullable=False),
    Column("report_no", Text, nullable=False),
    Column("loss_cause", Text, nullable=False),
    Column("waiting", Text, nullable=False),
    Column("waits_for", Text, nullable=False),
    Column("holders", Text, nullable=False),
    Column("is_unassigned", Boolean, nullable=False),
    Column("is_returned", Boolean, nullable=False),
    Column("due_at", Text, nullable=False),
    Column("stages", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Index(None, "opened_at", "case_id"),
    Index(None, "due_at", "case_id"),
    Index(None, "report_no", "case_id"),
    Index("ix_centre_work_list_counted", "waiting", "waits_for", "is_unassigned", "is_returned", "due_at"),
)
"""What each claim waits for, worked out from its records whenever one of them changed; never written by hand."""

work_marks = Table(
    "centre_work_marks",
    metadata,
    Column("mark", Text, primary_key=True),
    Column("case_id", Text, nullable=False),
)
"""Claims of which something changed since their line of the work list was worked out."""

saved_filters = Table(
    "centre_saved_filters",
    metadata,
    Column("user", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("query", Text, nullable=False),
)

views = Table(
    "centre_views",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("case_id", Text, nullable=False),
    Column("thing", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index(None, "case_id", "number"),
    Index(None, "user", "number"),
)
"""Who saw what of a claim; the database refuses to change or delete a line."""

claim_numbers = Table(
    "centre_claim_numbers",
    metadata,
    Column("pattern", Text, primary_key=True),
    Column("scope", Text, primary_key=True),
    Column("last", BigInteger, nullable=False),
)
"""How far each pattern of claim numbers has counted; counted in the transaction that writes the number."""

roster = Table(
    "centre_roster",
    metadata,
    Column("user", Text, primary_key=True),
    Column("shift", Text, nullable=False),
    Column("changed_by", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
)
"""When, where and on what each surveyor works, as JSON; kept by hand."""

inbox = Table(
    "centre_inbox",
    metadata,
    Column("user", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("case_id", Text, nullable=False),
    Column("task_id", Text, nullable=False),
    Column("given_at", Text, nullable=False),
)

blobs = Table(
    "centre_blobs",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("preview_of", Text),
    Column("state", Text, nullable=False),
    Column("offset", BigInteger, nullable=False),
    Column("fence", BigInteger, nullable=False),
    Column("device", Text),
    Column("parts", LargeBinary),
    Column("stored_at", Text),
    Column("reread_in", BigInteger),
    Column("expires_at", Text),
    Index(None, "expires_at"),
)

pieces = Table(
    "centre_blob_pieces",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("start", BigInteger, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("object", Text, nullable=False),
)

receipts = Table(
    "centre_receipts",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("delivery_root", Text, primary_key=True),
    Column("task_id", Text, primary_key=True),
    Column("user", Text, primary_key=True),
    Column("receipt", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("issued_at", Text, nullable=False),
)

receipt_rounds = Table(
    "centre_receipt_rounds",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("task_id", Text, primary_key=True),
    Column("user", Text, primary_key=True),
    Column("delivery_root", Text, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("seen_at", Text, nullable=False),
)

customer_links = Table(
    "centre_customer_links",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("case_id", Text, nullable=False, index=True),
    Column("party", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("revoked_at", Text),
    Column("revoked_by", Text),
    Column("wrong", Integer, nullable=False),
)

customer_visits = Table(
    "centre_customer_visits",
    metadata,
    Column("visit_hash", Text, primary_key=True),
    Column("token_hash", Text, nullable=False, index=True),
    Column("expires_at", Text, nullable=False, index=True),
)
