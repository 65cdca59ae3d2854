"""What is still missing or wrong: the rules of validation, run over the records of a case.

Which rules apply, how grave they are and what they say lies in ``resources/checks.toml``; how each is decided lies in the modules
of its subject beside this one. Requirements block finishing, never taking.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from surveyor_app.domain.checks.contents import CaseContents, Rule
from surveyor_app.domain.checks.findings import Check, Finding, Level
from surveyor_app.domain.checks.form_rules import FORM_RULES
from surveyor_app.domain.checks.loss_rules import LOSS_RULES
from surveyor_app.domain.checks.people_rules import PEOPLE_RULES
from surveyor_app.domain.checks.photo_rules import PHOTO_RULES
from surveyor_app.domain.checks.statement_rules import STATEMENT_RULES
from surveyor_app.domain.checks.vehicle_rules import VEHICLE_RULES
from surveyor_app.domain.checks.visit_rules import VISIT_RULES
from surveyor_app.domain.checks.wording_rules import WORDING_RULES
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.survey.facts import CaseFacts, holds


def run_checks(checks: Sequence[Check], contents: CaseContents) -> list[Finding]:
    """Return all findings, the grave ones first, in the order of the checks file.

    Raises:
        InputError: when the file names a rule that does not exist.
    """
    findings: list[Finding] = []
    facts, is_survey = contents.facts, contents.is_survey
    for check in checks:
        if check.rule not in RULES:
            raise InputError(field="rule", reason=check.rule)
        if _applies(check, facts, is_survey=is_survey):
            findings.extend(RULES[check.rule](check, contents))
    return sorted(findings, key=lambda finding: finding.check.level is not Level.MUST)


def _applies(check: Check, facts: CaseFacts, *, is_survey: bool) -> bool:
    """Tell whether a rule makes sense in this case: a fire asks for no plate, and a visit to the hospital for no record form."""
    if (check.of == "motor" and not facts.is_motor) or (check.tasks == "survey" and not is_survey):
        return False
    return holds(check.when, facts) is not False


def _blank(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for number, record in enumerate(contents.of_kind(check.kind), start=1):
        is_blank = getattr(record, check.field or "") in (None, "", ())
        if is_blank and not contents.is_proposed(check.kind, record.id, check.field):
            yield Finding(check, record.id, check.field, {"n": str(number)})


RULES: Mapping[str, Rule] = {
    "blank": _blank,
    **VISIT_RULES,
    **VEHICLE_RULES,
    **PEOPLE_RULES,
    **LOSS_RULES,
    **PHOTO_RULES,
    **FORM_RULES,
    **WORDING_RULES,
    **STATEMENT_RULES,
}
