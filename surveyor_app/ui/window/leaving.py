"""Leaving: asks once why things are left open, then notes the leaving with the reasons; from either page the same."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.checks.findings import Check
from surveyor_app.domain.checks.gaps import written
from surveyor_app.domain.claim.claims import Task
from surveyor_app.operations.cases.gaps import Standing, standing_of
from surveyor_app.operations.editing.visit_times import LEFT, note_gaps
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.finding_words import finding_words
from surveyor_app.ui.window import visiting
from surveyor_app.ui.window.gaps_dialog import GapsDialog
from surveyor_app.wording.translation import current_language


def ask_reasons(desk: Desk, task: Task, standing: Standing, page: QWidget) -> GapsDialog:
    """Open the list of what is open; where it is accepted, leaving and reasons are noted, or the reasons alone after leaving."""
    findings, labels = list(standing.open), desk.labels
    dialog = GapsDialog(findings, standing.reasons, labels, lambda finding: finding_words(finding, labels), page)
    if task.left_at is not None:
        dialog.say_left()

    def leave() -> None:
        text = written(findings, dialog.gaps.reasons(), current_language())
        if task.left_at is None:
            visiting.note(desk, task, LEFT, page, text)
        else:
            desk.edits.do(lambda: note_gaps(desk.case, task.id, text), None, None, page)

    dialog.accepted.connect(leave)
    dialog.open()
    return dialog


class Leaving(QObject):
    """Notes the leaving of a page's visit, after asking for the reasons that are wanted; pressed twice it asks once."""

    record_wanted = Signal(str, str, str)
    """Please show where something is mended: kind, id and field."""

    def __init__(self, desk: Desk, checks: list[Check], page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.checks = checks
        self._is_on = False

    def leave(self) -> None:
        """Look at the case as it stands now, behind what is being typed: that may close a gap."""
        if self._is_on:
            return
        self._is_on = True
        case, checks = self._desk.case, self.checks
        self._desk.jobs.write(lambda: standing_of(case, checks), self, self._on_checked, self._on_not_checked)

    def _on_checked(self, standing: Standing) -> None:
        task = record_access.visit_task(self._desk.case)
        if task is None or task.left_at is not None or not standing.wanting:
            self._is_on = False
            if task is not None:
                visiting.note(self._desk, task, LEFT, self._page)
            return
        dialog = ask_reasons(self._desk, task, standing, self._page)
        dialog.record_wanted.connect(self.record_wanted)
        dialog.finished.connect(self._on_answered)

    def _on_answered(self) -> None:
        self._is_on = False

    def _on_not_checked(self, error: BaseException) -> None:
        self._is_on = False
        self._desk.jobs.failed.emit(error)
