"""Leaving with gaps: asks once why things are left open, then notes the leaving with the reasons; from either page the same."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from surveyor_app.domain.checks.gaps import written
from surveyor_app.domain.claim.claims import Task
from surveyor_app.operations.cases.gaps import Standing
from surveyor_app.operations.editing.visit_times import LEFT, note_gaps
from surveyor_app.ui.base.desk import Desk
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
