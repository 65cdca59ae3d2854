"""Answers a risk prompt (风险提示): seen, not seen or unclear, with a note and evidence; for the office alone (domain §14)."""

from __future__ import annotations

from collections.abc import Mapping

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.survey.prompt_answers import PromptAnswer, latest_replies
from surveyor_app.operations.editing.answering import write_answer
from surveyor_app.operations.editing.records import Created
from surveyor_app.records import reading


def answer_prompt(case: CaseFile, prompt_id: str, fields: Mapping[str, object]) -> Created:
    """Set fields of the answer that counts to a prompt, or make it where there is none; errors as :func:`write_answer`."""

    def there(session: Session) -> PromptAnswer | None:
        return latest_replies(reading.list_records(session, case.case_id, PromptAnswer)).get(prompt_id)

    return write_answer(case, PromptAnswer, there, {"prompt_id": prompt_id}, fields)
