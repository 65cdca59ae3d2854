"""What is being typed as a correction while a statement is read: kept in the case file until it is corrected or taken back.

It never becomes a correction by itself. Initials are given to words that the person saw, so what a crash interrupted is shown
again as typed, and a person decides.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from surveyor_app.casefile import drafts
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.journal.identifiers import RecordId

KIND = "correction.typed"
"""Among the drafts; no kind of record."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The text after the correction as far as it was typed, and the reason."""

    text: str
    reason: str = ""


def keep_typed(case: CaseFile, answer_id: str, part: str, typed: Typed) -> None:
    """Keep what was typed for a question or an answer, in place of what was kept before."""
    drafts.save_draft(case, KIND, RecordId(answer_id), part, {"text": typed.text, "reason": typed.reason})


def drop_typed(case: CaseFile, answer_id: str, part: str) -> None:
    """Forget it: it was taken back."""
    drafts.drop_draft(case, KIND, RecordId(answer_id), part)


def remove_typed(session: Session, answer_id: str, part: str) -> None:
    """Forget it in the transaction that corrects."""
    drafts.remove_draft(session, KIND, RecordId(answer_id), part)


def typed_for(case: CaseFile, answers: Collection[str]) -> dict[tuple[str, str], Typed]:
    """Return what was typed for these answers (ids), by answer and part."""
    found = {}
    for draft in drafts.drafts(case):
        if draft.kind == KIND and draft.id in answers and isinstance(draft.value, dict):
            typed = Typed(str(draft.value.get("text", "")), str(draft.value.get("reason", "")))
            found[(str(draft.id), draft.field)] = typed
    return found
