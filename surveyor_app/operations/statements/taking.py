"""Take a statement down: begin it, and who is present (首部, 在场人员); domain §6.1, §6.2 st_head, st_two_staff.

Who is questioned stands in the statement and among those present; both are always written together.
"""

from __future__ import annotations

from collections.abc import Mapping

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.ranks import rank_between
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.statements import Participant, Statement
from surveyor_app.operations.editing.records import Created, differences
from surveyor_app.operations.editing.rights import require_open_statement, require_unsealed, require_withdrawable
from surveyor_app.operations.editing.visits import visit_task
from surveyor_app.operations.statements.contents import contents_of
from surveyor_app.operations.statements.reading import DRAFT
from surveyor_app.records import reading

SUBJECT, QUESTIONER = "subject", "questioner"

REPLACED = "replaced"
"""Why the presence of a person questioned is withdrawn: somebody else is."""

_PERSON_ROLES = {
    "guardian": "guardian",
    "interpreter": "interpreter",
    "sign_interpreter": "interpreter",
    "witness": "other",
}
"""What somebody present is among the people of the case; who is questioned is what the kind of the statement says."""


def begin_statement(case: CaseFile, language: str, kind: str = "driver") -> Created:
    """Begin a statement that starts now, at the scene: this surveyor and the second one of the task ask.

    Which credentials they show is not known before they do.

    Raises:
        DiskFull, StorageFailed: nothing was written.
    """
    statement_id = new_record_id()

    def plan(session: Session) -> list[Step]:
        task = visit_task(reading.list_records(session, case.case_id, Task), case.profile.user)
        known = reading.list_records(session, case.case_id, Statement, include_withdrawn=True)
        head = {
            "seq_no": max((item.seq_no or 0 for item in known), default=0) + 1,
            "kind": kind,
            "status": DRAFT,
            "started_at": case.author.clock().instant(),
            "place": task.survey_place if task else None,
            "language": language,
        }
        staff = [case.profile.display_name, task.second_surveyor if task else None]
        steps = [Step(Action.CREATE, Statement.KIND, statement_id, _encoded(Statement.KIND, head))]
        rank = _last_rank(case, session)
        for name in dict.fromkeys(name for name in staff if name):
            rank = rank_between(rank, None)
            fields = {"rank": rank, "statement_uid": statement_id, "role": QUESTIONER, "name": name}
            steps.append(Step(Action.CREATE, Participant.KIND, new_record_id(), _encoded(Participant.KIND, fields)))
        return steps

    return Created(statement_id, case.apply_planned(plan, "create_statement"))


def add_participant(case: CaseFile, statement_id: str, role: str, fields: Mapping[str, object]) -> Created:
    """Note that someone is present. A new person questioned takes the place of the one before.

    ``fields`` are those of :class:`Participant`: a person of the case, or the name of staff.

    Raises:
        NotFound: there is no such statement, or no such person. StatementSigned, Sealed: it does not change any more.
    """
    participant_id = new_record_id()

    def plan(session: Session) -> list[Step]:
        _require_open(case, session, statement_id)
        _require_person(case, session, fields.get("person_uid"))
        return _joining(case, session, participant_id, statement_id, role, fields)

    return Created(participant_id, case.apply_planned(plan, "create_participant"))


def add_newcomer(case: CaseFile, statement_id: str, role: str, name: str) -> Created:
    """Note that someone is present who is no person of the case yet: person and presence are one operation.

    Errors as :func:`add_participant`.
    """
    person_id, participant_id = new_record_id(), new_record_id()

    def plan(session: Session) -> list[Step]:
        _require_open(case, session, statement_id)
        statement = reading.get(session, case.case_id, Statement, RecordId(statement_id))
        known = _PERSON_ROLES.get(role) or (statement.kind if statement else None) or "other"
        person = _encoded(Person.KIND, {"name": name.strip(), "roles": (known,)})
        joining = _joining(case, session, participant_id, statement_id, role, {"person_uid": person_id})
        return [Step(Action.CREATE, Person.KIND, person_id, person), *joining]

    return Created(participant_id, case.apply_planned(plan, "create_participant"))


def set_subject(case: CaseFile, statement_id: str, person_uid: str | None) -> Changes:
    """Say who is questioned, ``None`` for nobody yet; errors as :func:`add_participant`."""
    if person_uid is not None:
        with case.read() as session:
            contents = contents_of(session, case.case_id, statement_id)
        present = [item for item in contents.participants if item.role == SUBJECT]
        if contents.statement.subject_uid == person_uid and [item.person_uid for item in present] == [person_uid]:
            return Changes()
        return add_participant(case, statement_id, SUBJECT, {"person_uid": person_uid}).changes

    def plan(session: Session) -> list[Step]:
        _require_open(case, session, statement_id)
        return [*_leave(case, session, statement_id), *_subject_step(case, session, statement_id, None)]

    return case.apply_planned(plan, "change_statement")


def remove_participant(case: CaseFile, participant_id: str, reason: str) -> Changes:
    """Say that someone was not present after all; errors as :func:`add_participant`."""

    def plan(session: Session) -> list[Step]:
        found = reading.get(session, case.case_id, Participant, RecordId(participant_id))
        if found is None or found.statement_uid is None:
            raise NotFound(what=Participant.KIND, id=participant_id)
        _require_open(case, session, found.statement_uid)
        require_withdrawable(case, session, Participant.KIND, participant_id)
        if found.withdrawn:
            return []
        steps = [Step(Action.WITHDRAW, Participant.KIND, participant_id, reason=reason)]
        if found.role == SUBJECT:
            steps += _subject_step(case, session, found.statement_uid, None)
        return steps

    return case.apply_planned(plan, "withdraw_participant")


def _joining(
    case: CaseFile, session: Session, participant_id: str, statement_id: str, role: str, fields: Mapping[str, object]
) -> list[Step]:
    steps: list[Step] = []
    if role == SUBJECT:
        steps += _leave(case, session, statement_id)
        steps += _subject_step(case, session, statement_id, fields.get("person_uid"))
    rank = rank_between(_last_rank(case, session), None)
    made = {**fields, "rank": rank, "statement_uid": statement_id, "role": role}
    return [*steps, Step(Action.CREATE, Participant.KIND, participant_id, _encoded(Participant.KIND, made))]


def _leave(case: CaseFile, session: Session, statement_id: str) -> list[Step]:
    """Return the steps that withdraw whoever stands there as the person questioned."""
    contents = contents_of(session, case.case_id, statement_id)
    gone = [item for item in contents.participants if item.role == SUBJECT]
    for item in gone:
        require_withdrawable(case, session, Participant.KIND, item.id)
    return [Step(Action.WITHDRAW, Participant.KIND, item.id, reason=REPLACED) for item in gone]


def _subject_step(case: CaseFile, session: Session, statement_id: str, person_uid: object) -> list[Step]:
    values = differences(case, session, Statement, statement_id, {"subject_uid": person_uid})
    return [Step(Action.CHANGE, Statement.KIND, statement_id, values)] if values else []


def _require_open(case: CaseFile, session: Session, statement_id: str) -> None:
    if reading.get(session, case.case_id, Statement, RecordId(statement_id)) is None:
        raise NotFound(what=Statement.KIND, id=statement_id)
    require_open_statement(case, session, Statement.KIND, statement_id)
    require_unsealed(case, session, Statement.KIND, [statement_id])


def _require_person(case: CaseFile, session: Session, person_uid: object) -> None:
    if isinstance(person_uid, str) and reading.get(session, case.case_id, Person, RecordId(person_uid)) is None:
        raise NotFound(what=Person.KIND, id=person_uid)


def _last_rank(case: CaseFile, session: Session) -> str | None:
    listed = reading.list_records(session, case.case_id, Participant, include_withdrawn=True)
    return max((item.rank for item in listed if item.rank), default=None)


def _encoded(kind: str, values: Mapping[str, object]) -> dict[str, Json]:
    return encode_fields(kind, {name: value for name, value in values.items() if value not in (None, "")})
