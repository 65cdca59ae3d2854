"""Answers a check of the record form: the one record of that check is made or changed, as one operation."""

from __future__ import annotations

from collections.abc import Mapping

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.record_checks import latest_answers
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.records import Created
from surveyor_app.records import reading

LABEL = f"change_{CheckAnswer.KIND}"


def answer_check(case: CaseFile, check_id: str, fields: Mapping[str, object]) -> Created:
    """Set fields of the answer that counts of a check, or make it where there is none.

    Which record that is, is looked up in the same transaction: two answers given quickly one after the other are one record.

    Raises:
        InputError: for a field that answers do not have or a value of another type.
        Sealed: a signed report rests on the answer.
        NotOwner: another surveyor gave it.
    """
    kind = CheckAnswer.KIND
    answered = new_record_id()

    def plan(session: Session) -> list[Step]:
        nonlocal answered
        there = latest_answers(reading.list_records(session, case.case_id, CheckAnswer)).get(check_id)
        if there is None:
            values = encode_fields(kind, {"check_id": check_id, **fields})
            return [
                Step(
                    Action.CREATE, kind, answered, {name: value for name, value in values.items() if value is not None}
                )
            ]
        answered = there.id
        different = records.differences(case, session, CheckAnswer, there.id, fields)
        return [Step(Action.CHANGE, kind, there.id, different)] if different else []

    changes = case.apply_planned(plan, LABEL)
    return Created(answered, changes)
