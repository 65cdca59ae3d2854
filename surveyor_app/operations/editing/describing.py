"""Describes many records at once: the same or different fields of each, as one operation that is undone as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import R
from surveyor_app.operations.editing import records


def describe(
    case: CaseFile, record_class: type[R], fields: Mapping[str, Mapping[str, object]], label: str = ""
) -> Changes:
    """Set fields of several records, given by id; only what really differs is written, in one operation.

    Raises:
        InputError, NotFound, Sealed, NotOwner: as :func:`records.change`, for any of them; nothing is written then.
    """

    def plan(session: Session) -> list[Step]:
        steps = []
        for record_id, wanted in fields.items():
            different = records.differences(case, session, record_class, record_id, wanted)
            if different:
                steps.append(Step(Action.CHANGE, record_class.KIND, record_id, different))
        return steps

    return case.apply_planned(plan, label or f"change_{record_class.KIND}")
