"""Drafts: what is being typed, kept in the case file before it becomes an entry, and recovered after a crash.

A draft becomes an entry only where the edit itself would have been accepted. One that would not (its report was signed since,
the field is the office's, the record is unknown here) is neither turned into an entry that everyone sets aside nor thrown
away: it stays as a draft and is named, so that a person can read it, use it elsewhere, and drop it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from surveyor_app.casefile import drafts
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.drafts import Draft
from surveyor_app.casefile.session import Session
from surveyor_app.domain.errors import InputError, NotFound, Sealed
from surveyor_app.domain.journal.canonical import Json, canonical
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import MAX_ENTRY_BYTES, Action
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.kinds import KINDS, decode_fields, encode_fields
from surveyor_app.domain.wire_errors import NotOwner
from surveyor_app.operations.editing import correction_drafts
from surveyor_app.operations.editing.records import differences

RECOVERED = "recovered"
"""The reason in the entry of a recovered draft."""

_LARGEST_VALUE = MAX_ENTRY_BYTES - 2048
"""What one field may take of an entry: a signed line is below 1 KiB."""


@dataclass(frozen=True, slots=True)
class LeftDraft:
    """A draft that became no entry and still lies in the case; ``reason`` is an error code, ``value`` as in a body."""

    kind: str
    id: str
    field: str
    value: Json
    reason: str


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was being typed when the program ended: journaled now, or left as a draft."""

    changes: Changes
    left: tuple[LeftDraft, ...] = ()


def keep_draft(case: CaseFile, kind: str, record_id: str, field: str, value: object) -> None:
    """Keep the value of a field that is being edited; neither journaled nor sent."""
    drafts.save_draft(case, kind, RecordId(record_id), field, encode_fields(kind, {field: value})[field])


def drop_draft(case: CaseFile, kind: str, record_id: str, field: str) -> None:
    """Forget a draft: its value was journaled, or the edit was given up."""
    drafts.drop_draft(case, kind, RecordId(record_id), field)


def recover_drafts(case: CaseFile) -> Recovered:
    """Journal what was being typed when the program ended; called when a case is opened.

    Entries are written and their drafts dropped in one transaction: a draft becomes an entry once, whenever the program dies.
    """
    # What was typed as a correction waits for a person: see there.
    found = [draft for draft in drafts.drafts(case) if draft.kind != correction_drafts.KIND]
    if not found:
        return Recovered(Changes())
    left: list[LeftDraft] = []

    def plan(session: Session) -> Sequence[Step]:
        left.clear()
        steps = []
        for draft in found:
            fields, reason = _accepted(case, session, draft)
            if reason is not None:
                left.append(LeftDraft(draft.kind, draft.id, draft.field, draft.value, reason))
                continue
            if fields:
                steps.append(Step(Action.CHANGE, draft.kind, draft.id, fields, RECOVERED))
            drafts.remove_draft(session, draft.kind, draft.id, draft.field)
        return steps

    changes = case.apply_planned(plan, "recover_drafts")
    return Recovered(changes, tuple(left))


def _accepted(case: CaseFile, session: Session, draft: Draft) -> tuple[dict[str, Json], str | None]:
    """Return what the draft changes, or the code of the error that editing the field now would meet."""
    if draft.kind not in KINDS:
        return {}, NotFound.code
    values = decode_fields(draft.kind, {draft.field: draft.value})
    try:
        if draft.field not in values or len(canonical(draft.value)) > _LARGEST_VALUE:
            return {}, InputError.code
        return differences(case, session, KINDS[draft.kind], draft.id, values), None
    except (NotFound, Sealed, NotOwner, InputError) as error:
        return {}, error.code
