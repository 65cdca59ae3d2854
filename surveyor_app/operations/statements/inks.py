"""Keep what a person wrote by hand or the print of a finger: strokes and record in one transaction.

Either both are there or nothing is: a signature that was cut off by a crash never counts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from surveyor_app.casefile import storing
from surveyor_app.casefile.blobs import StoredBlob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.inverses import inverse_of
from surveyor_app.casefile.session import Session
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.changes import Changes, Step, touched_by
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.strokes import Drawing
from surveyor_app.operations.editing.rights import require_open_statement


@dataclass(frozen=True, slots=True)
class InkGiven:
    """What is signed, by whom, how: ``target_uid`` and ``bound_sha256`` say what was shown (see :class:`Ink`)."""

    purpose: str
    target_uid: str
    bound_sha256: str
    role: str | None
    form: str = "signature"
    statement_uid: str | None = None
    person_uid: str | None = None
    signer_name: str | None = None
    pointer: str = "mouse"


def give_ink(case: CaseFile, given: InkGiven, drawing: Drawing) -> tuple[RecordId, Changes]:
    """Keep a piece of handwriting; its undo withdraws it.

    Raises:
        InputError: nothing was written.
        StatementSigned: the statement is closed already.
        DiskFull, StorageFailed: nothing was kept.
    """
    return keep_ink(case, given, drawing)


def keep_ink(
    case: CaseFile,
    given: InkGiven,
    drawing: Drawing,
    also: Callable[[Any], Sequence[Step]] = lambda _session: (),
    label: str = "sign",
    ink_id: RecordId | None = None,
) -> tuple[RecordId, Changes]:
    """Keep a piece of handwriting together with what ``also`` plans from a session, as one operation; errors as :func:`give_ink`.

    ``also`` is asked twice, before and in the transaction that writes: what it refuses then is not kept. ``ink_id`` is given by
    whoever names the handwriting in another record.
    """
    if drawing.is_blank:
        raise InputError(field="strokes", reason="empty")
    return _keep(case, given, drawing.to_bytes(), also, label, ink_id)


def give_fingerprint(case: CaseFile, given: InkGiven, picture: bytes) -> tuple[RecordId, Changes]:
    """Keep the picture (PNG) of a fingerprint; the person's own consent to it is asked for before (PIPL art. 29).

    Errors as :func:`give_ink`.
    """
    if not picture:
        raise InputError(field="picture", reason="empty")
    return _keep(case, given, picture)


def _keep(
    case: CaseFile,
    given: InkGiven,
    data: bytes,
    also: Callable[[Any], Sequence[Step]] = lambda _session: (),
    label: str = "sign",
    known_id: RecordId | None = None,
) -> tuple[RecordId, Changes]:
    ink_id = known_id or new_record_id()
    steps: list[Step] = []
    undo: list[Step] = []

    def naming(stored: StoredBlob) -> list[Step]:
        values = {
            "purpose": given.purpose,
            "target_uid": given.target_uid,
            "bound_sha256": given.bound_sha256,
            "role": given.role,
            "form": given.form,
            "statement_uid": given.statement_uid,
            "person_uid": given.person_uid,
            "signer_name": given.signer_name,
            "pointer": given.pointer,
            "sha256": stored.sha256,
            "size_bytes": stored.size,
            "signed_at": case.author.clock().instant(),
        }
        present = {name: value for name, value in values.items() if value is not None}
        with case.read() as session:
            steps[:] = [Step(Action.CREATE, Ink.KIND, ink_id, encode_fields(Ink.KIND, present)), *also(session)]
            undo[:] = inverse_of(session, case.case_id, steps)
        return steps

    def still_open(session: Session, _stored: StoredBlob) -> None:
        require_open_statement(case, session, Ink.KIND, given.statement_uid)
        also(session)

    reach("ink.before_stored")
    storing.store_blob(case, (data,), storing.Incoming(lambda: (data,), naming, still_open))
    reach("ink.after_stored")
    return ink_id, Changes(touched_by(tuple(steps)), label, tuple(undo))
