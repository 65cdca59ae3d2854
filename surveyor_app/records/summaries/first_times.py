"""When something was done for the first time, which the journal keeps beside the last (domain §18.3)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.journal.fields import decode, spec_of
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.records import reading

RECEIVED = "received_at"


def first_receipts(session: Session, case_id: str) -> dict[str, Instant]:
    """Return when each document of a case was first noted as received, by its id."""
    spec = spec_of(Document, RECEIVED)
    found: dict[str, Instant] = {}
    for line in reading.history(session, case_id, Document.KIND):
        told = (line.fields or {}).get(RECEIVED)
        if told is None or line.set_aside:
            continue
        try:
            moment = decode(spec, told)
        except SurveyorError:
            continue  # of another form: the record does not show it either
        if isinstance(moment, Instant) and (line.id not in found or moment.utc < found[line.id].utc):
            found[line.id] = moment
    return found
