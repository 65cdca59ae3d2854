"""Rules of the record form's checks and of the papers (domain §4: V19, V78, V85, V86)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from surveyor_app.domain.checks.contents import CaseContents, Rule
from surveyor_app.domain.checks.findings import Check, Finding
from surveyor_app.domain.documents.checklist import checklist, lacking
from surveyor_app.domain.documents.notices import ONE_TIME
from surveyor_app.domain.survey.record_checks import asked_checks, has_note, is_answered, needs_note

DRIVING_PERMIT = "chk_driving_permit_valid"
"""The check that the receiver keeps with its extended ones."""


def _extended_checks(check: Check, contents: CaseContents) -> Iterator[Finding]:
    answers = contents.facts.answers
    if not contents.tasks:
        return
    found = answers.get(DRIVING_PERMIT)
    if found is None or not found.answer:
        yield Finding(check, found.id if found else "", DRIVING_PERMIT)


def _unanswered(check: Check, contents: CaseContents) -> Iterator[Finding]:
    checks, facts = contents.tables.record_checks, contents.facts
    if checks is None or not contents.tasks:
        return
    for asked in asked_checks(checks, facts):
        answer = facts.answers.get(asked.id)
        if not is_answered(asked, answer):
            yield Finding(check, answer.id if answer else "", asked.id, {"n": str(asked.number)})


def _unexplained(check: Check, contents: CaseContents) -> Iterator[Finding]:
    checks, facts = contents.tables.record_checks, contents.facts
    if checks is None:
        return
    for asked in checks.checks:
        answer = facts.answers.get(asked.id)
        if answer is not None and needs_note(asked, answer) and not has_note(asked, answer):
            yield Finding(check, answer.id, "note", {"n": str(asked.number)})


def _papers_undecided(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name the case once where a needed paper is undecided, or where something is lacking and no notice has told it."""
    if contents.tables.papers is None or not contents.tasks:
        return
    lines = checklist(contents.tables.papers, contents.facts, contents.documents)
    undecided = next((line for line in lines if line.is_needed and not line.is_decided), None)
    if undecided is not None:
        yield Finding(check, undecided.documents[0].id if undecided.documents else "", "state")
        return
    told = {item for notice in contents.notices if notice.kind == ONE_TIME for item in notice.items or ()}
    for _, document in lacking(lines):
        if document.id not in told:
            yield Finding(check, document.id, "state")
            return


FORM_RULES: Mapping[str, Rule] = {
    "extended_checks": _extended_checks,
    "unanswered": _unanswered,
    "unexplained": _unexplained,
    "papers_undecided": _papers_undecided,
}
