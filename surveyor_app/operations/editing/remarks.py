"""Remarks of the office answered by the surveyor: with words, and with evidence of the case (domain §18.2, ask_supplement).

An answer is a record of the surveyor's own, written offline like any other, and reaches the office with the next delivery.
"""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.claim.remarks import Remark, Thread, threads, waiting_for
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.process.stages import Waits
from surveyor_app.operations.editing.records import Created
from surveyor_app.records import reading


def read_threads(case: CaseFile) -> list[Thread]:
    """Return all remarks of the case with their answers, in the order they were made in."""
    with case.read() as session:
        return threads(reading.list_records(session, case.case_id, Remark))


def asked_of_me(case: CaseFile) -> list[Thread]:
    """Return the remarks that wait for an answer of whoever has the case open."""
    return waiting_for(read_threads(case), Waits.SURVEYOR.value, case.profile.user)


def answer(case: CaseFile, remark: str, text: str, evidence: Sequence[str] = ()) -> Created:
    """Answer a remark with words, with evidence of the case, or both.

    Raises:
        NotFound: there is no such remark, or no such evidence.
        InputError: neither words nor evidence are given.
    """
    if not text.strip() and not evidence:
        raise InputError(field="text", reason="empty")
    record_id = new_record_id()

    def plan(session: Session) -> list[Step]:
        asked = reading.get(session, case.case_id, Remark, RecordId(remark))
        if asked is None or asked.withdrawn or asked.answer_of is not None:
            raise NotFound(what=Remark.KIND, id=remark)
        found = reading.get_many(session, case.case_id, Evidence, list(evidence))
        for wanted in evidence:
            if wanted not in found or found[wanted].withdrawn:
                raise NotFound(what=Evidence.KIND, id=wanted)
        values: dict[str, object] = {
            "about_kind": asked.about_kind,
            "about_uid": asked.about_uid,
            "answer_of": asked.id,
            "text": text.strip() or None,
            "evidence": tuple(sorted(set(evidence))) or None,
            "written_by": case.profile.user,
            "written_at": case.author.clock().instant(),
        }
        given = {name: value for name, value in values.items() if value is not None}
        return [Step(Action.CREATE, Remark.KIND, record_id, encode_fields(Remark.KIND, given))]

    return Created(record_id, case.apply_planned(plan, f"create_{Remark.KIND}"))
