"""What a surveyor may not do to a record: change what a signed report rests on, and write what is the office's.

Such an entry would be kept but set aside by everyone who applies it, so that what was typed would seem saved and not be.
"""

from __future__ import annotations

from collections.abc import Iterable

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.errors import Sealed
from surveyor_app.domain.kinds import CASE_KIND, KINDS
from surveyor_app.domain.ownership import LOCKED_BY_SEAL, Origin, Role, may_withdraw, may_write
from surveyor_app.domain.statements.errors import StatementSigned
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.domain.wire_errors import NotOwner
from surveyor_app.records import provenance, reading


def require_unsealed(case: CaseFile, session: Session, kind: str, record_ids: Iterable[str]) -> None:
    """Refuse what a signed report rests on, and what belongs to a signed statement.

    Raises:
        Sealed: one of the records was made before the last report was signed.
        StatementSigned: one of them is part of a signed statement, which never changes again.
    """
    ids = list(record_ids)
    if kind in LOCKED_BY_SEAL:
        for record_id, record in reading.get_many(session, case.case_id, KINDS[kind], ids).items():
            if record.sealed:
                raise StatementSigned(kind=kind, id=record_id)
            require_open_statement(case, session, kind, getattr(record, "statement_uid", None))
    if not has_seal(case, session):
        return
    for record_id in ids:
        if provenance.is_under_seal(session, case.case_id, kind, record_id):
            raise Sealed(kind=kind, id=record_id)


def require_open_statement(case: CaseFile, session: Session, kind: str, statement_id: object) -> None:
    """Refuse to add to a signed statement.

    Raises:
        StatementSigned: it is signed; what is to be added is a new statement that refers to it.
    """
    if kind not in LOCKED_BY_SEAL or not isinstance(statement_id, str):
        return
    statement = reading.get(session, case.case_id, Statement, statement_id)
    if statement is not None and statement.sealed:
        raise StatementSigned(kind=kind, id=statement_id)


def has_seal(case: CaseFile, session: Session) -> bool:
    """Tell whether a report of this case was signed: its opening, the first entry of all, is then under a seal."""
    return provenance.is_under_seal(session, case.case_id, CASE_KIND, case.case_id)


def require_writable(case: CaseFile, session: Session, kind: str, record_id: str, fields: Iterable[str]) -> None:
    """Refuse fields that are the office's or another surveyor's.

    Raises:
        NotOwner: one of them is.
    """
    writable = writable_fields(case, session, kind, record_id, fields)
    for name in fields:
        if name not in writable:
            raise NotOwner(kind=kind, id=record_id, field=name)


def require_creatable(case: CaseFile, kind: str, record_id: str, fields: Iterable[str]) -> None:
    """Refuse a new record that says what is the office's to say, such as what became of a proposal.

    Raises:
        NotOwner: one of the fields is.
    """
    writer = case.author.writer
    origin = Origin(writer, writer.role is Role.OFFICE)
    for name in fields:
        if not may_write(kind, name, writer, origin):
            raise NotOwner(kind=kind, id=record_id, field=name)


def writable_fields(
    case: CaseFile, session: Session, kind: str, record_id: str, fields: Iterable[str]
) -> frozenset[str]:
    """Return those of the fields that whoever has the case open may write, seals aside."""
    origin = provenance.origin(session, case.case_id, kind, record_id)
    writer = case.author.writer
    return frozenset(name for name in fields if origin is None or may_write(kind, name, writer, origin))


def require_withdrawable(case: CaseFile, session: Session, kind: str, record_id: str) -> None:
    """Refuse to withdraw or restore what is the office's or another surveyor's.

    Raises:
        NotOwner: it is.
    """
    origin = provenance.origin(session, case.case_id, kind, record_id)
    if origin is not None and not may_withdraw(kind, case.author.writer, origin):
        raise NotOwner(kind=kind, id=record_id)
