"""The rules of statements as rules of checks: the record to mend is the statement (domain §6.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from surveyor_app.domain.checks.contents import CaseContents, Rule
from surveyor_app.domain.checks.findings import Check, Finding
from surveyor_app.domain.statements.rules import STATEMENT_RULES as DOUBTS
from surveyor_app.domain.statements.rules import Rule as StatementRule
from surveyor_app.domain.statements.rules import StatementsTaken


def _of_statements(rule: StatementRule) -> Rule:
    def findings(check: Check, contents: CaseContents) -> Iterator[Finding]:
        taken = StatementsTaken(
            statements=contents.statements,
            participants=contents.participants,
            answers=contents.answers,
            people=contents.everybody,
            pages=contents.statement_pages,
            inks=contents.inks,
            paper_languages=contents.paper_languages,
        )
        for doubt in rule(taken):
            yield Finding(check, doubt.statement_id, check.field, doubt.data)

    return findings


STATEMENT_RULES: Mapping[str, Rule] = {name: _of_statements(rule) for name, rule in DOUBTS.items()}
