"""Drafts: what is being typed, kept in the case file before it becomes an entry, and recovered after a crash."""

from __future__ import annotations

from surveyor_app.casefile import drafts
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.changes import Changes, Step
from surveyor_app.domain.entries import Action
from surveyor_app.domain.identifiers import RecordId
from surveyor_app.domain.kinds import KINDS, SPECS, encode_fields


def keep_draft(case: CaseFile, kind: str, record_id: str, field: str, value: object) -> None:
    """Keep the value of a field that is being edited; neither journaled nor sent."""
    drafts.save_draft(case, kind, RecordId(record_id), field, encode_fields(kind, {field: value})[field])


def drop_draft(case: CaseFile, kind: str, record_id: str, field: str) -> None:
    """Forget a draft: its value was journaled, or the edit was given up."""
    drafts.drop_draft(case, kind, RecordId(record_id), field)


def recover_drafts(case: CaseFile) -> Changes:
    """Journal what was being typed when the program ended; called when a case is opened.

    A draft that no longer fits its record (sealed since, unknown field) stays where it is and is not lost.
    """
    steps = []
    kept = []
    for draft in drafts.drafts(case):
        if draft.kind in KINDS and any(spec.name == draft.field for spec in SPECS[draft.kind]):
            kept.append(draft)
            steps.append(Step(Action.CHANGE, draft.kind, draft.id, {draft.field: draft.value}, "recovered"))
    if not steps:
        return Changes()
    changes = case.apply(tuple(steps), label="recover_drafts")
    for draft in kept:
        drafts.drop_draft(case, draft.kind, draft.id, draft.field)
    return changes
