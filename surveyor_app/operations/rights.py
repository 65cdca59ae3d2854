"""What a surveyor may not do to a record: change what a signed report rests on, and write what is the office's.

Such an entry would be kept but set aside by everyone who applies it, so that what was typed would seem saved and not be.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import NotOwner, Sealed
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import may_withdraw, may_write
from surveyor_app.records import provenance


def require_unsealed(case: CaseFile, session: Any, kind: str, record_ids: Iterable[str]) -> None:
    """Refuse what a signed report rests on.

    Raises:
        Sealed: one of the records was made before the last report was signed.
    """
    if not has_seal(case, session):
        return
    for record_id in record_ids:
        if provenance.is_under_seal(session, case.case_id, kind, record_id):
            raise Sealed(kind=kind, id=record_id)


def has_seal(case: CaseFile, session: Any) -> bool:
    """Tell whether a report of this case was signed: its opening, the first entry of all, is then under a seal."""
    return provenance.is_under_seal(session, case.case_id, CASE_KIND, case.case_id)


def require_writable(case: CaseFile, session: Any, kind: str, record_id: str, fields: Iterable[str]) -> None:
    """Refuse fields that are the office's or another surveyor's.

    Raises:
        NotOwner: one of them is.
    """
    writable = writable_fields(case, session, kind, record_id, fields)
    for name in fields:
        if name not in writable:
            raise NotOwner(kind=kind, id=record_id, field=name)


def writable_fields(case: CaseFile, session: Any, kind: str, record_id: str, fields: Iterable[str]) -> frozenset[str]:
    """Return those of the fields that whoever has the case open may write, seals aside."""
    origin = provenance.origin(session, case.case_id, kind, record_id)
    writer = case.author.writer
    return frozenset(name for name in fields if origin is None or may_write(kind, name, writer, origin))


def require_withdrawable(case: CaseFile, session: Any, kind: str, record_id: str) -> None:
    """Refuse to withdraw or restore what is the office's or another surveyor's.

    Raises:
        NotOwner: it is.
    """
    origin = provenance.origin(session, case.case_id, kind, record_id)
    if origin is not None and not may_withdraw(kind, case.author.writer, origin):
        raise NotOwner(kind=kind, id=record_id)
