"""The one-time notice (一次性告知书) issued by the office, in the words of the laptop's; domain §10.3, §18.2.

It names everything that lacks now. Another one needs a reason, for the first had to name it all (保险法 art. 22).
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.checklists import facts_of
from surveyor_app.central.claims.fitting import require_fields
from surveyor_app.central.claims.flow.guarding import require_flow
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.wording_rules import opinions_in, require_no_opinion
from surveyor_app.domain.documents.checklist import checklist
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.notices import ONE_TIME, Notice
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.process.permissions import Act
from surveyor_app.domain.statements.confidentiality import hidden_from_parties
from surveyor_app.records import reading
from surveyor_app.report.notices.drafting import NoticeDraft, NoticeFacts, NoticeOptions, draft_of
from surveyor_app.wording.findings.cover_wording import load_cover_wording
from surveyor_app.wording.findings.papers import load_papers


def lacking(session: Session, case: str) -> list[Document]:
    """Return what a notice names now: papers of the list in its order, then the others."""
    documents = reading.list_records(session, case, Document)
    lines = checklist(load_papers(resources_dir()), facts_of(session, case), documents)
    of_list = [document for line in lines for document in line.documents]
    others = [document for document in documents if document.id not in {item.id for item in of_list}]
    return [document for document in (*of_list, *others) if document.is_lacking]


def draft(
    centre: Centre, session: Session, case: str, issuer: str, options: NoticeOptions, offset_min: int
) -> NoticeDraft:
    """Return the notice as it would be issued now by ``issuer``, whose clock is so many minutes from UTC.

    Raises:
        InputError: there is no such language.
    """
    vehicles = reading.list_records(session, case, Vehicle)
    people = reading.list_records(session, case, Person, include_withdrawn=True)
    # Whose a paper is, is not said of a witness who wants confidentiality.
    hidden = hidden_from_parties(reading.list_records(session, case, Witness), people, ()).people
    named: dict[RecordId, str] = {vehicle.id: vehicle.plate_no or "" for vehicle in vehicles}
    named |= {item.id: item.name or "" for item in people if not item.withdrawn and item.id not in hidden}
    every = reading.list_records(session, case, Notice, include_withdrawn=True)
    known = NoticeFacts(
        claim=claim_of(session, case),
        lacking=lacking(session, case),
        issued=tuple(notice for notice in every if notice.kind == ONE_TIME),
        names=named,
        issuer=issuer,
        phone=centre.config.service_phone,
        at=Instant(centre.now(), offset_min, Trust.CENTRE),
    )
    return draft_of(known, options)


def issue(
    centre: Centre,
    actor: str,
    issuer: str,
    case: str,
    options: NoticeOptions,
    again_reason: str = "",
    offset_min: int = 0,
) -> RecordId:
    """Issue the notice, its times as the office's clock has them, and return its id.

    Raises:
        InputError: nothing lacks, or it is not the first and no reason is given.
        CoverWordingFound: its words say something on cover.
        ActBarred: the claim is cancelled.
    """
    with centre.database.write() as session:
        # Under its lock: of two at once the second sees the first.
        require_flow(session, case, Act.ISSUE_ONE_TIME_NOTICE)
        made = draft(centre, session, case, issuer, options, offset_min)
        if not made.items:
            raise InputError(field="notice.items", reason="nothing is missing")
        if made.is_again and not again_reason.strip():
            raise InputError(field="notice.again_reason", reason="empty")
        wording = load_cover_wording(resources_dir())
        notice_id = RecordId(made.data.notice_id)
        own = Notice(id=notice_id, wording=made.wording)
        require_no_opinion([*opinions_in(lacking(session, case), wording), *opinions_in([own], wording)])
        fields: dict[str, Json] = encode_fields(
            Notice.KIND,
            {
                "kind": ONE_TIME,
                "no": made.no,
                "version": made.version,
                "addressee": made.addressee or None,
                "template_id": made.template_id,
                "template_version": made.template_version,
                "language": made.data.language,
                "wording": made.wording,
                "text_sha256": made.text_sha256,
                "items": tuple(sorted(made.items)),
                "issued_by": issuer[:60],
                "issued_at": made.at,
                "replaces": made.earlier[-1].id if made.earlier else None,
                "again_reason": again_reason.strip() or None,
            },
        )
        require_fields(Notice.KIND, fields)
        write_entries(session, case, [Step(Action.CREATE, Notice.KIND, notice_id, fields)], actor, made.at.utc)
    return notice_id
