"""Proposes another value for what is the office's (更正建议): beside the office's value, until it decides; domain §18.1."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.claim.proposals import Proposal, value_text_of
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.fields import FieldSpec
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.kinds import SPECS, encode_fields
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.records import Created
from surveyor_app.operations.editing.rights import writable_fields
from surveyor_app.records import reading


def propose(case: CaseFile, kind: str, record_id: str, field: str, value: object, reason: str) -> Created:
    """Propose a value for a field; the own proposal that is still open is changed and not doubled.

    Raises:
        InputError: there is no such field, the value has another type, or no reason is given.
        Sealed: a signed report rests on the open proposal.
    """
    if not reason.strip():
        raise InputError(field="reason", reason="empty")
    said = {"value": value_text_of(_spec(kind, field), value), "reason": reason.strip()}
    target = {"target_kind": kind, "target_uid": record_id, "target_field": field}
    made = new_record_id()

    def plan(session: Session) -> list[Step]:
        nonlocal made
        there = _own_open(case, session, target)
        if there is None:
            return [Step(Action.CREATE, Proposal.KIND, made, encode_fields(Proposal.KIND, {**target, **said}))]
        made = there.id
        different = records.differences(case, session, Proposal, there.id, said)
        return [Step(Action.CHANGE, Proposal.KIND, there.id, different)] if different else []

    changes = case.apply_planned(plan, f"create_{Proposal.KIND}")
    return Created(made, changes)


def _spec(kind: str, field: str) -> FieldSpec:
    for spec in SPECS[kind]:
        if spec.name == field:
            return spec
    raise InputError(field=f"{kind}.{field}", reason="unknown field")


def _own_open(case: CaseFile, session: Session, target: dict[str, str]) -> Proposal | None:
    found = [
        item
        for item in reading.list_records(session, case.case_id, Proposal)
        if item.is_open
        and (item.target_kind, item.target_uid, item.target_field) == tuple(target.values())
        and writable_fields(case, session, Proposal.KIND, item.id, ["value"])
    ]
    return found[-1] if found else None
