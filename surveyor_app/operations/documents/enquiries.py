"""External enquiries (外部调查) of an open case: begun with what to ask, reminded of when due, replies linked; domain §11."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.documents.enquiries import Enquiry
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.texts import Language
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.records import Created, differences
from surveyor_app.records import reading
from surveyor_app.wording.findings.enquiries import load_enquiry_kinds

PLANNED = "planned"
ASKED = frozenset({"sent", "waiting"})
REPLIED = frozenset({"answered", "partial", "refused", "not_found"})


def begin(case: CaseFile, kind: str, language: Language) -> Created:
    """Plan an enquiry of a kind; what it asks for is proposed as its purpose, in the language in use.

    Raises:
        NotFound: there is no such kind.
    """
    known = load_enquiry_kinds(resources_dir()).get(kind)
    if known is None:
        raise NotFound(what="enquiry_kind", id=kind)
    fields = {
        "kind": kind,
        "state": PLANNED,
        "purpose": known.asks.in_(language),
        "asked_by": case.profile.display_name,
    }
    return records.create(case, Enquiry, fields)


def moments(shown: Mapping[str, object], state: object, now: Instant) -> Mapping[str, object]:
    """Return the times that follow from a new state where none is written yet: asked at, answered at."""
    times: dict[str, object] = {}
    if state in ASKED | REPLIED and shown.get("asked_at") is None:
        times["asked_at"] = now
    if state in REPLIED and shown.get("answered_at") is None:
        times["answered_at"] = now
    return times


def link_replies(case: CaseFile, enquiry_id: str, evidence_ids: Sequence[str]) -> Changes:
    """Link evidence to an enquiry as what came back; what is linked already stays so.

    Raises:
        NotFound: there is no such enquiry or evidence. Others as for any change.
    """

    def plan(session: Session) -> list[Step]:
        found = reading.get_many(session, case.case_id, Evidence, list(evidence_ids))
        for wanted in evidence_ids:
            if wanted not in found or found[wanted].withdrawn:
                raise NotFound(what=Evidence.KIND, id=wanted)
        enquiry = reading.get(session, case.case_id, Enquiry, enquiry_id)
        held = (enquiry.media if enquiry else None) or ()
        media = tuple(sorted({*held, *evidence_ids}))
        different = differences(case, session, Enquiry, enquiry_id, {"media": media})
        return [Step(Action.CHANGE, Enquiry.KIND, RecordId(enquiry_id), different)] if different else []

    return case.apply_planned(plan, f"change_{Enquiry.KIND}")


def is_overdue(enquiry: Enquiry, now: datetime) -> bool:
    """Tell whether something is still to come and its time is over."""
    return enquiry.is_open and enquiry.due_at is not None and enquiry.due_at.utc < now


def wants_haste(enquiry: Enquiry) -> bool:
    """Tell whether what is asked for is overwritten soon and nobody has asked yet."""
    kind = load_enquiry_kinds(resources_dir()).get(enquiry.kind or "")
    return kind is not None and kind.is_early and enquiry.state in (None, PLANNED)
