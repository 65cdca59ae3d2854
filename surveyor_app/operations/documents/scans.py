"""Scans and photos of papers: evidence of the case linked to a paper; domain §10.2.

The evidence stays what it is, once in the case whatever papers it shows. Linking says that the paper was received.
"""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.documents.documents import NOT_REQUESTED, RECEIVED, REQUESTED, Document
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.documents.checklists import noted
from surveyor_app.operations.editing.records import Created, differences
from surveyor_app.operations.intake.evidence import ImportResult
from surveyor_app.operations.intake.source_custody import SCANNER
from surveyor_app.records import reading

PHOTO = "photo"


def link(case: CaseFile, item: str, document_id: str | None, evidence_ids: Sequence[str]) -> Created:
    """Link evidence to a paper, made a record of its own where it has none; what is linked already stays so.

    A paper that nobody had taken up, or that was asked for, is received by that; one that was refused stays refused until
    somebody says otherwise.

    Raises:
        NotFound: there is no such evidence. Others as for any change.
    """
    record_id = document_id or new_record_id()

    def plan(session: Session) -> list[Step]:
        found = reading.get_many(session, case.case_id, Evidence, list(evidence_ids))
        for wanted in evidence_ids:
            if wanted not in found or found[wanted].withdrawn:
                raise NotFound(what=Evidence.KIND, id=wanted)
        known = reading.get(session, case.case_id, Document, document_id) if document_id else None
        held = (known.evidence if known else None) or ()
        values: dict[str, object] = {"evidence": tuple(sorted({*held, *evidence_ids}))}
        if known is None or known.state in (None, NOT_REQUESTED, REQUESTED):
            values |= noted(case, known, RECEIVED)
        if known is None or known.form is None:
            values["form"] = PHOTO
        if document_id is None:
            made = {"item": item or None, **values}
            made = {name: value for name, value in made.items() if value is not None}
            return [Step(Action.CREATE, Document.KIND, record_id, encode_fields(Document.KIND, made))]
        different = differences(case, session, Document, record_id, values)
        return [Step(Action.CHANGE, Document.KIND, record_id, different)] if different else []

    label = f"{'change' if document_id else 'create'}_{Document.KIND}"
    return Created(RecordId(record_id), case.apply_planned(plan, label))


def unlinked(case: CaseFile) -> list[Evidence]:
    """Return what came from a scanner and belongs to no paper, in the order in which it came."""
    with case.read() as session:
        papers = reading.list_records(session, case.case_id, Document)
        found = reading.list_with(session, case.case_id, Evidence, "origin", SCANNER)
    held = {id_ for paper in papers for id_ in paper.evidence or ()}
    return sorted((item for item in found if item.id not in held), key=lambda item: item.id)


def linkable(result: ImportResult) -> list[str]:
    """Return the evidence of an import that can be linked: what is new, and what the case had already."""
    return list(
        dict.fromkeys(
            item.evidence_id
            for item in result.items
            if item.is_safe and item.evidence_id and item.reason != "withdrawn"
        )
    )
