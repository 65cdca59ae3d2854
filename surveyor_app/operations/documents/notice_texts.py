"""What a one-time notice says in a case: everything that is missing or has defects, all at once; domain §10.3, §13.4."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.documents.notices import ONE_TIME, Notice
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.statements.confidentiality import hidden_from_parties
from surveyor_app.operations.documents.checklists import checklist_in
from surveyor_app.records import reading
from surveyor_app.report.notices.drafting import NoticeDraft, NoticeFacts, NoticeOptions, draft_of


def draft_notice(case: CaseFile, options: NoticeOptions | None = None) -> NoticeDraft:
    """Return what a notice of everything that is lacking now says; ``items`` is empty where nothing is.

    Raises:
        InputError: there is no such language.
    """
    options = options or NoticeOptions()
    with case.read() as session:
        found = checklist_in(case, session)
        issued = issued_in(case, session)
        vehicles = reading.list_records(session, case.case_id, Vehicle)
        people = reading.list_records(session, case.case_id, Person, include_withdrawn=True)
        witnesses = reading.list_records(session, case.case_id, Witness)
    # A party is handed it: whose a paper is, is not said of a witness who wants confidentiality.
    hidden = hidden_from_parties(witnesses, people, ()).people
    names = {vehicle.id: vehicle.plate_no or "" for vehicle in vehicles} | {
        person.id: person.name or "" for person in people if not person.withdrawn and person.id not in hidden
    }
    task = found.facts.task
    known = NoticeFacts(
        claim=found.facts.claim,
        lacking=found.lacking(),
        issued=issued,
        names=names,
        issuer=case.profile.display_name,
        phone=(task.surveyor_phone if task else None) or "",
        at=case.author.clock().instant(),
    )
    return draft_of(known, options)


def issued_in(case: CaseFile, session: Session) -> tuple[Notice, ...]:
    """Return all one-time notices ever made, the first one first; no number is given twice."""
    every = reading.list_records(session, case.case_id, Notice, include_withdrawn=True)
    return tuple(notice for notice in every if notice.kind == ONE_TIME)
