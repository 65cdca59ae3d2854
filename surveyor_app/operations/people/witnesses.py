"""Take a witness record (证人记录) down: when and by whom it is made, and of whom; domain §7."""

from __future__ import annotations

from collections.abc import Mapping

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.operations.editing.records import Created, differences
from surveyor_app.records import reading

EYEWITNESS = "eyewitness"


def first_fields(case: CaseFile) -> Mapping[str, object]:
    """Return what a new witness record starts with: an eyewitness who has none yet, this surveyor, now."""
    with case.read() as session:
        people = reading.list_records(session, case.case_id, Person)
        known = {item.person_uid for item in reading.list_records(session, case.case_id, Witness)}
    waiting = [person.id for person in people if EYEWITNESS in (person.roles or ()) and person.id not in known]
    return {
        "person_uid": waiting[0] if waiting else None,
        "recorded_by": case.profile.display_name,
        "recorded_at": case.author.clock().instant(),
    }


def add_newcomer(case: CaseFile, witness_id: str, name: str, phone: str = "") -> Created:
    """Note that the witness is somebody who is no person of the case yet: person and record are one operation.

    Returns:
        The id of the new person, an eyewitness.

    Raises:
        InputError: no name is given. NotFound: there is no such witness record.
        Sealed, NotOwner: the record may not be changed.
    """
    if not name.strip():
        raise InputError(field="person.name", reason="empty")
    person_id = new_record_id()

    def plan(session: Session) -> list[Step]:
        fields = {"name": name.strip(), "roles": (EYEWITNESS,), **({"phone": phone.strip()} if phone.strip() else {})}
        person = Step(Action.CREATE, Person.KIND, person_id, encode_fields(Person.KIND, fields))
        naming = differences(case, session, Witness, witness_id, {"person_uid": person_id})
        return [person, Step(Action.CHANGE, Witness.KIND, witness_id, naming)]

    return Created(person_id, case.apply_planned(plan, "create_person"))
