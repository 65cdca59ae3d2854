"""Tells which findings whoever has a case open can still mend: nothing that was signed, and nothing of another's."""

from __future__ import annotations

from collections.abc import Iterable

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.checks.findings import Finding
from surveyor_app.domain.checks.wording_rules import Opinion, is_opinion
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.kinds import KINDS, SPECS
from surveyor_app.domain.ownership import LOCKED_BY_SEAL
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.operations.editing.rights import has_seal, writable_fields
from surveyor_app.records import provenance, reading

PASSING = frozenset({"sent_elsewhere"})
"""Rules about what passes by itself: nobody mends it, one waits."""


class Mending:
    """What can be mended in a case as it stands in one session; whether a report is signed is asked once."""

    def __init__(self, case: CaseFile, session: Session) -> None:
        self._case, self._session = case, session
        self._has_seal = has_seal(case, session)

    def is_fixed(self, finding: Finding) -> bool:
        """Tell whether a finding is about what was signed: nobody can mend it, it is how things stood."""
        kind, record_id = finding.record_kind, finding.id
        if finding.check.rule in PASSING:
            return False
        if not record_id:
            # A record that is not there may be made as an addendum; the record form was signed as it was filled in.
            return kind == CheckAnswer.KIND and self._has_seal
        if kind in LOCKED_BY_SEAL:
            record = reading.get(self._session, self._case.case_id, KINDS[kind], record_id)
            if record is not None and record.sealed:
                return True
        return self._has_seal and provenance.is_under_seal(self._session, self._case.case_id, kind, record_id)

    def may_mend(self, finding: Finding) -> bool:
        """Tell whether whoever has the case open may write the field a finding names."""
        kind, name = finding.record_kind, finding.field or ""
        if self.is_fixed(finding):
            return False
        if name not in {spec.name for spec in SPECS[kind]}:
            return True
        return name in writable_fields(self._case, self._session, kind, finding.id, [name])


def fixed_of(case: CaseFile, findings: Iterable[Finding]) -> list[Finding]:
    """Return those of the findings that nobody can mend any more."""
    with case.read() as session:
        mending = Mending(case, session)
        return [finding for finding in findings if mending.is_fixed(finding)]


def mendable_opinions(case: CaseFile, findings: Iterable[Finding]) -> list[Opinion]:
    """Return where something is said on cover that can still be taken out."""
    said = [finding for finding in findings if is_opinion(finding)]
    with case.read() as session:
        mending = Mending(case, session)
        return [
            Opinion(finding.record_kind, RecordId(finding.id), finding.field or "", finding.words)
            for finding in said
            if mending.may_mend(finding)
        ]
