"""Writes the one record in which something asked is answered: makes it or changes it, as one operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.kinds import R, encode_fields
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.records import Created


def write_answer(
    case: CaseFile,
    record_class: type[R],
    there: Callable[[Session], R | None],
    asked: Mapping[str, object],
    fields: Mapping[str, object],
) -> Created:
    """Set fields of the answer that counts, or make one to what is ``asked`` where there is none.

    Which record counts is asked (``there``) in the same transaction: two answers given quickly one after the other are one.

    Raises:
        InputError: for a field that answers do not have or a value of another type.
        Sealed: a signed report rests on the answer.
        NotOwner: another surveyor gave it.
    """
    kind = record_class.KIND
    answered = new_record_id()

    def plan(session: Session) -> list[Step]:
        nonlocal answered
        found = there(session)
        if found is None:
            values = encode_fields(kind, {**asked, **fields})
            present = {name: value for name, value in values.items() if value is not None}
            return [Step(Action.CREATE, kind, answered, present)]
        answered = found.id
        different = records.differences(case, session, record_class, found.id, fields)
        return [Step(Action.CHANGE, kind, found.id, different)] if different else []

    changes = case.apply_planned(plan, f"change_{kind}")
    return Created(answered, changes)
