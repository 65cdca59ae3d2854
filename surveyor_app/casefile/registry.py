"""The profile's registry of cases: where each lies, which salt it starts with, and how far its journal had come.

The registry outlives the files: from it a damaged salt is mended, a restored backup noticed, and a receipt kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, text

from surveyor_app.domain.journal.identifiers import CaseId, DeviceId
from surveyor_app.records.journal import Head


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case this profile has opened; ``path`` may have gone since. ``head``: the last own entry known to be committed."""

    case_id: CaseId
    path: Path
    report_no: str | None
    salt: bytes
    head: Head | None = None


@dataclass(frozen=True, slots=True)
class KeptReceipt:
    """A receipt of the centre, as received: its JSON bytes and the detached CMS over them. ``kind``: partial or full."""

    kind: str
    receipt: bytes
    cms: bytes
    received_at: str


_SELECT = (
    "SELECT c.case_id, c.path, c.report_no, c.salt, h.device, h.epoch, h.seq, h.hash FROM known_case c"
    " LEFT JOIN known_head h ON h.case_id = c.case_id AND h.device = :device"
)


def known_cases(connection: Connection, device: DeviceId) -> list[KnownCase]:
    """Return all cases with the heads of ``device``'s chains, the newest case first."""
    rows = connection.execute(text(f"{_SELECT} ORDER BY c.case_id DESC"), {"device": device})
    return [_known(row) for row in rows]


def known_case(connection: Connection, device: DeviceId, case_id: CaseId) -> KnownCase | None:
    """Return one case."""
    row = connection.execute(text(f"{_SELECT} WHERE c.case_id = :case_id"), {"device": device, "case_id": case_id})
    found = row.one_or_none()
    return None if found is None else _known(found)


def _known(row: Row[*tuple[Any, ...]]) -> KnownCase:
    case_id, path, report_no, salt, device, epoch, seq, entry_hash = row
    head = None if device is None else Head(device, epoch, seq, entry_hash)
    return KnownCase(CaseId(case_id), Path(path), report_no, salt, head)


def register(connection: Connection, case_id: CaseId, path: Path, salt: bytes, report_no: str | None) -> None:
    """Add a case or say that it lies elsewhere now; a ``None`` number leaves the one known."""
    connection.execute(
        text(
            "INSERT INTO known_case (case_id, path, report_no, salt) VALUES (:case_id, :path, :report_no, :salt)"
            " ON CONFLICT (case_id) DO UPDATE SET path = excluded.path, salt = excluded.salt,"
            " report_no = coalesce(excluded.report_no, report_no)"
        ),
        {"case_id": case_id, "path": str(path), "report_no": report_no, "salt": salt},
    )


def forget(connection: Connection, case_id: CaseId) -> None:
    """Take a case off the list; receipts and heads stay."""
    connection.execute(text("DELETE FROM known_case WHERE case_id = :case_id"), {"case_id": case_id})


def remember_head(connection: Connection, case_id: CaseId, head: Head) -> None:
    """Keep how far the chain has come."""
    connection.execute(
        text(
            "INSERT OR REPLACE INTO known_head (case_id, device, epoch, seq, hash)"
            " VALUES (:case_id, :device, :epoch, :seq, :hash)"
        ),
        {"case_id": case_id, "device": head.device, "epoch": head.epoch, "seq": head.seq, "hash": head.hash},
    )


def known_head(connection: Connection, device: DeviceId, case_id: CaseId) -> Head | None:
    """Return the last head kept of a case, also of one that was taken off the list."""
    row = connection.execute(
        text("SELECT device, epoch, seq, hash FROM known_head WHERE case_id = :case_id AND device = :device"),
        {"case_id": case_id, "device": device},
    ).one_or_none()
    return None if row is None else Head(*row)


def keep_receipt(connection: Connection, case_id: CaseId, receipt: KeptReceipt) -> None:
    """Keep a receipt; the same one twice is one."""
    connection.execute(
        text(
            "INSERT OR IGNORE INTO receipt (case_id, kind, receipt, cms, received_at)"
            " VALUES (:case_id, :kind, :receipt, :cms, :received_at)"
        ),
        {
            "case_id": case_id,
            "kind": receipt.kind,
            "receipt": receipt.receipt,
            "cms": receipt.cms,
            "received_at": receipt.received_at,
        },
    )


def receipts(connection: Connection, case_id: CaseId) -> list[KeptReceipt]:
    """Return the receipts of a case, oldest first."""
    rows = connection.execute(
        text("SELECT kind, receipt, cms, received_at FROM receipt WHERE case_id = :case_id ORDER BY id"),
        {"case_id": case_id},
    )
    return [KeptReceipt(*row) for row in rows]
