"""Answer a check of the record form or a risk prompt, and propose what may not be written: one record each, made or changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.proposals import Proposal, value_text_of
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.kinds import SPECS, R
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.rights import writable_fields
from surveyor_app.records import reading


def answer_check(case: CaseFile, check_id: str, fields: Mapping[str, object]) -> Changes:
    """Answer a check; what is not in ``fields`` stays as it is.

    Where a colleague's answer is the one that counts, this is another answer, and from here on counts itself.

    Raises:
        InputError: for a field an answer does not have or a value of another type.
        Sealed: a signed report rests on the answer.
    """
    return _say(case, CheckAnswer, {"check_id": check_id}, fields)


def answer_prompt(case: CaseFile, prompt_id: str, fields: Mapping[str, object]) -> Changes:
    """Say what was seen of a risk prompt; errors as :func:`answer_check`."""
    return _say(case, PromptAnswer, {"prompt_id": prompt_id}, fields)


def propose(case: CaseFile, kind: str, record_id: str, field: str, value: object, reason: str) -> Changes:
    """Propose a value for a field that is the office's; an open proposal of one's own for it is changed.

    Raises:
        InputError: for a field the kind does not have, or a value of another type.
    """
    spec = next((spec for spec in SPECS.get(kind, ()) if spec.name == field), None)
    if spec is None:
        raise InputError(field=f"{kind}.{field}", reason="unknown field")
    target = {"target_kind": kind, "target_uid": record_id, "target_field": field}
    return _say(case, Proposal, target, {"value": value_text_of(spec, value), "reason": reason})


def _say(case: CaseFile, record_class: type[R], key: Mapping[str, str], fields: Mapping[str, object]) -> Changes:
    with case.read() as session:
        listed = reading.list_records(session, case.case_id, record_class)
        found = _last(record for record in listed if all(getattr(record, name) == key[name] for name in key))
        is_own = found is not None and writable_fields(case, session, record_class.KIND, found.id, fields) == set(
            fields
        )
    if found is None or not is_own or (isinstance(found, Proposal) and not found.is_open):
        return records.create(case, record_class, {**key, **fields}).changes
    return records.change(case, record_class, found.id, fields)


def _last(found: Iterable[R]) -> R | None:
    """Return the one made last: ids are in order of making."""
    return max(found, key=lambda record: record.id, default=None)
