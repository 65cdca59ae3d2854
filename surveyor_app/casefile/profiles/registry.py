"""The profile's registry of cases: where each lies, which salt it starts with, and how far its journal had come.

The registry outlives the files: from it a damaged salt is mended, a restored backup noticed, and a receipt kept.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Row, text

from surveyor_app.casefile.profiles.database import ProfileDatabase
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


class Registry:
    """The cases of a profile, as seen from the device ``device``; any thread may ask."""

    def __init__(self, database: ProfileDatabase, device: DeviceId) -> None:
        self._database = database
        self._device = device

    def cases(self) -> list[KnownCase]:
        """Return the cases this profile has opened, the newest first; a file may be gone."""
        statement = text(f"{_SELECT} ORDER BY c.case_id DESC")
        return self._database.do(
            lambda connection: [_known(row) for row in connection.execute(statement, {"device": self._device})]
        )

    def case(self, case_id: CaseId) -> KnownCase | None:
        """Return one known case."""
        statement, wanted = text(f"{_SELECT} WHERE c.case_id = :case_id"), {"device": self._device, "case_id": case_id}
        found = self._database.do(lambda connection: connection.execute(statement, wanted).one_or_none())
        return None if found is None else _known(found)

    def register(self, case_id: CaseId, path: Path, salt: bytes, report_no: str | None = None) -> None:
        """Put a case on the list or say where it lies now; ``None`` leaves the number known."""
        statement = text(
            "INSERT INTO known_case (case_id, path, report_no, salt) VALUES (:case_id, :path, :report_no, :salt)"
            " ON CONFLICT (case_id) DO UPDATE SET path = excluded.path, salt = excluded.salt,"
            " report_no = coalesce(excluded.report_no, report_no)"
        )
        row = {"case_id": case_id, "path": str(path.absolute()), "report_no": report_no, "salt": salt}
        self._database.do(lambda connection: connection.execute(statement, row))

    def forget(self, case_id: CaseId) -> None:
        """Take a case off the list; heads and receipts stay."""
        statement = text("DELETE FROM known_case WHERE case_id = :case_id")
        self._database.do(lambda connection: connection.execute(statement, {"case_id": case_id}))

    def head(self, case_id: CaseId) -> Head | None:
        """Return the last own entry of a case that is known to have been committed, also of one off the list."""
        statement = text(
            "SELECT device, epoch, seq, hash FROM known_head WHERE case_id = :case_id AND device = :device"
        )
        wanted = {"case_id": case_id, "device": self._device}
        row = self._database.do(lambda connection: connection.execute(statement, wanted).one_or_none())
        return None if row is None else Head(*row)

    def remember_head(self, case_id: CaseId, head: Head) -> None:
        """Keep how far this device's chain of a case has come.

        One that falls back by a moment in a power cut only makes the notice of a restored backup weaker.
        """
        statement = text(
            "INSERT OR REPLACE INTO known_head (case_id, device, epoch, seq, hash)"
            " VALUES (:case_id, :device, :epoch, :seq, :hash)"
        )
        row = {"case_id": case_id, "device": head.device, "epoch": head.epoch, "seq": head.seq, "hash": head.hash}
        self._database.do_lightly(lambda connection: connection.execute(statement, row))

    def keep_receipt(self, case_id: CaseId, receipt: KeptReceipt) -> None:
        """Keep a receipt beyond the life of the case file; the same one twice is one."""
        statement = text(
            "INSERT OR IGNORE INTO receipt (case_id, kind, receipt, cms, received_at)"
            " VALUES (:case_id, :kind, :receipt, :cms, :received_at)"
        )
        row = {"case_id": case_id, **asdict(receipt)}
        self._database.do(lambda connection: connection.execute(statement, row))

    def receipts(self, case_id: CaseId) -> list[KeptReceipt]:
        """Return the receipts of a case, oldest first."""
        statement = text("SELECT kind, receipt, cms, received_at FROM receipt WHERE case_id = :case_id ORDER BY id")
        rows = self._database.do(lambda connection: connection.execute(statement, {"case_id": case_id}).all())
        return [KeptReceipt(*row) for row in rows]


def _known(row: Row[*tuple[Any, ...]]) -> KnownCase:
    case_id, path, report_no, salt, device, epoch, seq, entry_hash = row
    head = None if device is None else Head(device, epoch, seq, entry_hash)
    return KnownCase(CaseId(case_id), Path(path), report_no, salt, head)
