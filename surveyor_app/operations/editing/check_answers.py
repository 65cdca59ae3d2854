"""Answers a check of the record form: the one record of that check is made or changed, as one operation."""

from __future__ import annotations

from collections.abc import Mapping

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.record_checks import latest_answers
from surveyor_app.operations.editing.answering import write_answer
from surveyor_app.operations.editing.records import Created
from surveyor_app.records import reading


def answer_check(case: CaseFile, check_id: str, fields: Mapping[str, object]) -> Created:
    """Set fields of the answer that counts of a check, or make it where there is none; errors as :func:`write_answer`."""

    def there(session: Session) -> CheckAnswer | None:
        return latest_answers(reading.list_records(session, case.case_id, CheckAnswer)).get(check_id)

    return write_answer(case, CheckAnswer, there, {"check_id": check_id}, fields)
