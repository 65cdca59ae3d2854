"""Looks at an open case for its overview. Read off the UI thread, soon after each change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.findings import Check, Level
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.survey.open_checks import open_checks
from surveyor_app.operations.cases import process
from surveyor_app.operations.cases.delivery_states import delivery_items, state_of
from surveyor_app.operations.cases.facts import facts_of
from surveyor_app.operations.cases.gaps import standing_of
from surveyor_app.operations.documents.checklists import read_checklist
from surveyor_app.operations.editing import remarks
from surveyor_app.records import reading
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.overview import Overview
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.notices import collect
from surveyor_app.wording.findings.record_checks import load_record_checks

SETTLE_MS = 150
"""Changes come in bursts; one look after them is enough."""
FIRST_MS = 500
"""The first look at a case waits until its first page is shown: it computes, and would slow that down by half."""


def read_overview(case: CaseFile, checks: list[Check], counted: Sequence[type[Record]] = ()) -> Overview:
    """Read how a case stands, and how many records there are of the kinds ``counted``."""
    with case.read() as session:
        counts = {item.KIND: reading.count(session, case.case_id, item) for item in counted}
    items = delivery_items(case)
    return Overview(
        claim=record_access.first_claim(case),
        task=record_access.visit_task(case),
        counts=counts,
        open_checks=len(open_checks(load_record_checks(resources_dir()), facts_of(case))),
        must=len(standing_of(case, checks).of(Level.MUST)),
        state=state_of(case, items),
        delivered=sum(item.state in ("stored", "receipted") for item in items),
        items=len(items),
        notices=len(collect(case)),
        open_papers=read_checklist(case).open,
        asked=len(remarks.asked_of_me(case)),
        is_returned=process.is_returned(case),
    )


class OverviewWatch(QObject):
    """Keeps the overview of one case up to date."""

    changed = Signal(object)

    def __init__(
        self, case: CaseFile, checks: list[Check], counted: Sequence[type[Record]], jobs: Jobs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._counted = counted
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
        case, checks, counted = self._case, self._checks, self._counted
        self._jobs.run(lambda _report: read_overview(case, checks, counted), self, self._on_read)

    def stop(self) -> None:
        """Look no more: the case is about to be closed."""
        self._timer.stop()

    def _on_read(self, overview: Overview) -> None:
        self.latest = overview
        self.changed.emit(overview)
