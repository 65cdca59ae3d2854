"""Which checks of the record form are still open: not answered, or answered so that it has to be explained and is not."""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.domain.survey.record_checks import (
    RecordCheck,
    RecordChecks,
    asked_checks,
    has_note,
    is_answered,
    needs_note,
)


def is_done(check: RecordCheck, answer: CheckAnswer | None) -> bool:
    """Tell whether nothing is left to do about a check."""
    if answer is None or not is_answered(check, answer):
        return False
    return has_note(check, answer) or not needs_note(check, answer)


def open_checks(checks: RecordChecks, facts: CaseFacts) -> Sequence[RecordCheck]:
    """Return the checks asked in this case that are open, in the order of the form."""
    return [check for check in asked_checks(checks, facts) if not is_done(check, facts.answers.get(check.id))]
