"""What is open in a case and why it was left: asked once, when the surveyor leaves, and known again when the report is signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.checks.findings import Check, Finding, Level
from surveyor_app.domain.checks.gaps import NO_REASONS, Gap, Reasons, kept_reasons, read_gaps
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.journal.entries import Action
from surveyor_app.operations.cases.checking import check
from surveyor_app.operations.cases.mending import Mending
from surveyor_app.operations.editing.visits import visit_task
from surveyor_app.records import reading
from surveyor_app.records.reading import HistoryLine


@dataclass(frozen=True, slots=True)
class Sealed:
    """What was open when the report was signed: when (UTC), by whom, the reason for all, and each gap with its own."""

    at: str
    actor: str
    general: str
    gaps: Sequence[Gap]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stands before leaving: what can be mended, what was signed as it is, and which reasons were given."""

    open: Sequence[Finding] = ()
    fixed: Sequence[Finding] = ()
    reasons: Reasons = NO_REASONS
    sealed: Sealed | None = None

    def of(self, level: Level) -> list[Finding]:
        """Return what is open and can be mended of a level."""
        return [finding for finding in self.open if finding.check.level is level]

    @property
    def unexplained(self) -> list[Finding]:
        """Return what must be done, is not, and has no reason."""
        return self.reasons.lacking(self.of(Level.MUST))

    @property
    def wanting(self) -> list[Finding]:
        """Return what has no reason and wants one: what must be done, and warnings of the rules (domain §4)."""
        return self.reasons.lacking(item for item in self.open if item.check.wants_reason)


def standing_of(case: CaseFile, checks: list[Check]) -> Standing:
    """Run the checks over a case and part what they find."""
    parted: dict[bool, list[Finding]] = {False: [], True: []}
    findings = check(case, checks)
    with case.read() as session:
        mending = Mending(case, session)
        for finding in findings:
            parted[mending.is_fixed(finding)].append(finding)
        return Standing(
            open=parted[False],
            fixed=parted[True],
            reasons=given_reasons(case, session),
            sealed=sealed_gaps(case, session),
        )


def given_reasons(case: CaseFile, session: Session) -> Reasons:
    """Return the reasons given so far, the last one for each gap."""
    found = NO_REASONS
    for line in _lines(case, session):
        found = kept_reasons(line.reason).over(found)
    return found


def sealed_gaps(case: CaseFile, session: Session) -> Sealed | None:
    """Return how things stood when the last report was signed, ``None`` while none is."""
    seals = [line for line in _lines(case, session) if line.action == Action.SEAL.value]
    if not seals:
        return None
    general, gaps = read_gaps(seals[-1].reason)
    return Sealed(seals[-1].at, seals[-1].actor, general, gaps)


def _lines(case: CaseFile, session: Session) -> list[HistoryLine]:
    """Return the entries about the visit and the seals of reports that count, in their order."""
    task = visit_task(reading.list_records(session, case.case_id, Task), case.profile.user)
    own = reading.history(session, case.case_id, Task.KIND, task.id) if task is not None else []
    reports = reading.history(session, case.case_id, Report.KIND, action=Action.SEAL)
    return [line for line in (*own, *reports) if line.set_aside is None]
