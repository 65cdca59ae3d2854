"""Reports (查勘报告) as issued, and the signatures (签名) on what was issued: domain §13, design §6."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from surveyor_app.domain.journal.fields import enum, instant, integer, ref, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Record):
    """One issued report: a PDF kept as a blob, and what it was made from. A correction is a new revision (R, R2 …)."""

    KIND: ClassVar[str] = "report"

    report_doc_no: str | None = text(40)
    revision: str | None = text(6)
    language: str | None = text(10)
    task_uid: str | None = ref("task")
    sha256: str | None = text(64)
    size_bytes: int | None = integer("B")
    pages: int | None = integer()
    evidence_root: str | None = text(64)
    issued_at: Instant | None = instant()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Record):
    """A signature given: by whom, on which bytes, with which certificate."""

    KIND: ClassVar[str] = "signature"

    target_uid: str | None = text(40)
    target_sha256: str | None = text(64)
    role: str | None = enum("signature_role")
    signer_name: str | None = text(60)
    method: str | None = text(20)
    certificate_sha256: str | None = text(64)
    field_name: str | None = text(30)
    signed_at: Instant | None = instant()
