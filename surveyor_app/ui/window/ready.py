"""Ready to leave? (离场检查): what is missing or wrong, each line a link to where it is mended."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from surveyor_app.domain.checks.findings import Finding, Level
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.operations.cases.checking import check
from surveyor_app.operations.editing.visit_times import LEFT
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.link_list import Line, LinkList
from surveyor_app.ui.base.overview import Overview
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.place import Badge, Place
from surveyor_app.ui.base.scroll_area import ScrollArea
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.window import visiting
from surveyor_app.ui.window.finding_lines import grouped, is_shortened
from surveyor_app.wording.translation import current_language, mark, tr

SETTLE_MS = 300
"""Edits come in bursts; the checks run once after them."""


def _badge(overview: Overview) -> Badge:
    if overview.must is None:
        return "", ""
    return (str(overview.must), "bad") if overview.must else ("✓", "ok")


class ReadyPage(Page):
    """Three groups: must, should, fine."""

    PLACE: ClassVar[Place] = Place(
        name="ready",
        title=mark("Ready to leave?"),
        icon="ready",
        short=mark("Ready?"),
        badge=_badge,
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._checks = desk.checks
        self.findings: list[Finding] = []
        self._checked = False
        self._is_whole = False
        self.must = LinkList()
        self.should = LinkList()
        self.fine = LinkList()
        self.leave_button = looks.button("primary", self._on_leave_clicked)
        self.report_button = looks.button("", lambda: self.go.emit("report", "", ""))
        self.head_actions.addWidget(self.leave_button)
        self.head_actions.addWidget(self.report_button)
        self._leave = self.add_action(mark("I have left"), "", self._on_leave_clicked)
        area = ScrollArea(self)
        inner = QWidget(area.viewport())
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        for group in (self.must, self.should, self.fine):
            body.addWidget(group)
        body.addStretch(1)
        area.hold(inner)
        self.content.addWidget(area, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.load)
        self.retranslate()
        self.load()

    def retranslate(self) -> None:
        super().retranslate()
        self._show()

    def load(self) -> None:
        self._timer.stop()
        case, checks = self.desk.case, self._checks
        self.desk.jobs.run(lambda _report: check(case, checks), self, self._on_checked)

    def apply(self, changes: Changes) -> None:
        if changes.touches(Task.KIND):
            self._say_leaving()
        if changes.touched:
            self._timer.start()

    def _on_checked(self, findings: list[Finding]) -> None:
        self.findings = findings
        self._checked = True
        self._show()

    def _of(self, level: Level) -> list[Finding]:
        return [finding for finding in self.findings if finding.check.level is level]

    def _show(self) -> None:
        must, should = self._of(Level.MUST), self._of(Level.SHOULD)
        passed = len(self._checks) - len({finding.check.id for finding in self.findings})
        self.must.show_lines(tr("Must ({count})", count=len(must)), self._lines(must, "bad", "bad"))
        self.should.show_lines(tr("Should ({count})", count=len(should)), self._lines(should, "alert", "warn"))
        fine = [Line(tr("%n check(s) passed", n=passed), "ok", "ok")] if self._checked else []
        self.fine.show_lines(tr("Fine"), fine)
        self._say_leaving()
        if not self._checked:
            self.set_state(tr("Checking…"))
        elif must:
            self.set_state(tr("%n point(s) must be settled before the report; each line leads there", n=len(must)))
        else:
            self.set_state(tr("Nothing that must be done is left"))

    def _say_leaving(self) -> None:
        """Offer to note the leaving, and the way to the report beside it: two things, so that a double click does one of them."""
        task = record_access.visit_task(self.desk.case)
        is_ready = self._checked and not self._of(Level.MUST) and task is not None
        has_left = task is not None and task.left_at is not None
        may_write = is_ready and task is not None and self._may_write(task)
        looks.face(self.leave_button, tr("I have left"))
        self.leave_button.setIcon(icons.icon("check" if has_left else "leaving", "on_accent"))
        looks.face(self.report_button, tr("To the report"), "report")
        for control in (self.leave_button, self._leave):
            control.setEnabled(may_write and not has_left)
        self.leave_button.setVisible(may_write)
        self.report_button.setVisible(is_ready)

    def _may_write(self, task: Task) -> bool:
        _task, writable = record_access.get_with_rights(self.desk.case, Task, task.id, [LEFT])
        return LEFT in writable

    def _lines(self, findings: list[Finding], icon: str, token: str) -> list[Line]:
        lines: list[Line] = []
        for kind, shown, count in grouped(findings, self._is_whole):
            if kind:
                label = self.desk.labels.kind(kind, current_language())
                lines.append(Line(tr("{kind} · {count}", kind=label, count=count), icon, token))
            lines += [self._line(item, icon, token) for item in shown]
        if is_shortened(findings):
            text = tr("Show fewer") if self._is_whole else tr("Show all {count}", count=len(findings))
            lines.append(Line(text, "more" if self._is_whole else "down", "accent", self._on_more_clicked))
        return lines

    def _on_more_clicked(self) -> None:
        self._is_whole = not self._is_whole
        self._show()

    def _line(self, finding: Finding, icon: str, token: str) -> Line:
        kind, record_id, field = finding.record_kind, finding.id, finding.field or ""
        return Line(self._text(finding), icon, token, lambda: self.record_wanted.emit(kind, record_id, field))

    def _text(self, finding: Finding) -> str:
        """Return the sentence; names of fields in its data are shown as labels."""
        language = current_language()
        data = dict(finding.data)
        for key, value in finding.data.items():
            if isinstance(value, str):
                labels = [self.desk.labels.field(kind, value, language) for kind in (finding.record_kind, "claim")]
                data[key] = next((label for label in labels if label != value), value)
        return finding.check.text.filled(**data).in_(language)

    def _on_leave_clicked(self) -> None:
        task = record_access.visit_task(self.desk.case)
        if task is not None:
            visiting.note(self.desk, task, LEFT, self)
