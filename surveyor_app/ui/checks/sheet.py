"""Reads what the page of checks shows: the checks of this case with their answers, and who may still change one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.survey.casualties import Casualties, casualties
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.domain.survey.open_checks import is_done
from surveyor_app.domain.survey.record_checks import RecordCheck, RecordChecks, is_asked
from surveyor_app.operations.cases.facts import facts_of
from surveyor_app.records import provenance
from surveyor_app.ui.forms import record_access

NOT_MADE = RecordId("")
"""The id of an answer that is being written and has none yet."""


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One check with the answer that counts; ``listed`` is what the list of people says where people are counted."""

    check: RecordCheck
    answer: CheckAnswer | None = None
    listed: Casualties | None = None
    is_asked: bool = True

    @property
    def is_done(self) -> bool:
        """Tell whether nothing is left to do about it."""
        return is_done(self.check, self.answer)

    @property
    def disagrees(self) -> bool:
        """Tell whether the answer and the list of people say different things."""
        return self.listed is not None and self.answer is not None and not self.listed.agrees_with(self.answer)

    def with_fields(self, fields: Mapping[str, object]) -> CheckLine:
        """Return the line as it is about to be written."""
        answer = self.answer or CheckAnswer(id=NOT_MADE, check_id=self.check.id)
        return replace(self, answer=replace(answer, **fields))  # type: ignore[arg-type]  # fields of an answer


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """The lines in the order of the form; ``is_sealed`` once a signed report rests on the visit."""

    lines: Sequence[CheckLine] = ()
    is_sealed: bool = False


def read_sheet(case: CaseFile, checks: RecordChecks) -> CheckSheet:
    """Read the checks asked in a case, and those answered although they are not asked (any more)."""
    facts = facts_of(case)
    lines = [_line(check, facts) for check in checks.checks]
    shown = [line for line in lines if line.is_asked or line.answer is not None]
    return CheckSheet(shown, is_sealed=facts.task is not None and bool(facts.task.sealed))


def _line(check: RecordCheck, facts: CaseFacts) -> CheckLine:
    return CheckLine(check, facts.answers.get(check.id), casualties(check.id, facts), is_asked(check, facts))


def may_answer(case: CaseFile, sheet: CheckSheet, answer: CheckAnswer | None) -> bool:
    """Tell whether whoever has the case open may give or change an answer."""
    if answer is None or answer.id == NOT_MADE:
        return not sheet.is_sealed
    return "answer" in record_access.get_with_rights(case, CheckAnswer, answer.id, ["answer"])[1]


def answered_by(case: CaseFile, answer: CheckAnswer) -> str:
    """Return the user who gave an answer, empty where that is not certified."""
    with case.read() as session:
        origin = provenance.origin(session, case.case_id, CheckAnswer.KIND, answer.id)
    return (origin.creator.holder if origin else None) or ""
