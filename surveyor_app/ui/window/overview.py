"""One look at an open case: what the top bar and the rail say. Read off the UI thread, soon after each change."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.checks.checking import Check, Level
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.operations.cases.checking import check
from surveyor_app.operations.cases.delivery_states import delivery_items, state_of
from surveyor_app.records import reading
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.notices import collect

SETTLE_MS = 150
"""Changes come in bursts; one look after them is enough."""
FIRST_MS = 500
"""The first look at a case waits until its first page is shown: it computes, and would slow that down by half."""


@dataclass(frozen=True, slots=True)
class Overview:
    """How the case stands. ``must`` counts what blocks finishing; ``delivered`` of ``items`` are at the centre."""

    claim: Claim | None = None
    task: Task | None = None
    counts: dict[str, int] = field(default_factory=dict)
    must: int | None = None
    state: str = "local"
    delivered: int = 0
    items: int = 0
    notices: int = 0

    def badge(self, place: str) -> tuple[str, str]:
        """Return the quiet state beside a place in the rail: a short text and a tone."""
        kinds = {
            "photos": (Evidence.KIND,),
            "people": (Person.KIND, Vehicle.KIND),
            "statements": (Statement.KIND,),
            "damage": (DamageMark.KIND,),
        }
        if place in kinds:
            count = sum(self.counts.get(kind, 0) for kind in kinds[place])
            return (str(count), "") if count else ("", "")
        if place == "ready" and self.must is not None:
            return (str(self.must), "bad") if self.must else ("✓", "ok")
        if place == "report":
            return ("✓", "ok") if self.counts.get(Report.KIND) else ("", "")
        if place == "delivery":
            if self.state == "receipted":
                return "✓", "ok"
            return (f"{self.delivered}/{self.items}", "") if self.state != "local" else ("", "")
        return "", ""

    def minutes_on_scene(self, now: datetime) -> int | None:
        """Return how many minutes the surveyor has been at the scene; ``None`` before arrival and after leaving."""
        if self.task is None or self.task.arrived_at is None or self.task.left_at is not None:
            return None
        return max(0, int((now - self.task.arrived_at.utc).total_seconds() // 60))


def read_overview(case: CaseFile, checks: list[Check]) -> Overview:
    """Read how a case stands."""
    counted = (Evidence, Person, Vehicle, Statement, DamageMark, Report)
    with case.read() as session:
        counts = {item.KIND: reading.count(session, case.case_id, item) for item in counted}
    items = delivery_items(case)
    return Overview(
        claim=record_access.first_claim(case),
        task=record_access.visit_task(case),
        counts=counts,
        must=sum(finding.check.level is Level.MUST for finding in check(case, checks)),
        state=state_of(case, items),
        delivered=sum(item.state in ("stored", "receipted") for item in items),
        items=len(items),
        notices=len(collect(case)),
    )


class OverviewWatch(QObject):
    """Keeps the overview of one case up to date."""

    changed = Signal(object)

    def __init__(self, case: CaseFile, checks: list[Check], jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._case = case
        self._checks = checks
        self._jobs = jobs
        self.latest = Overview()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._look)

    def apply(self, changes: Changes) -> None:
        """Look again soon."""
        if (changes.touched or changes.delivery) and not self._timer.isActive():
            self._timer.start()

    def look(self) -> None:
        """Look for the first time, soon."""
        self._timer.start(FIRST_MS)

    def _look(self) -> None:
        self._timer.setInterval(SETTLE_MS)
        case, checks = self._case, self._checks
        self._jobs.run(lambda _report: read_overview(case, checks), self, self._on_read)

    def stop(self) -> None:
        """Look no more: the case is about to be closed."""
        self._timer.stop()

    def _on_read(self, overview: Overview) -> None:
        self.latest = overview
        self.changed.emit(overview)
