"""Ready to leave? (离场检查): what is missing or wrong, each line a link to where it is mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from surveyor_app.domain.checks.findings import Finding, Level
from surveyor_app.domain.checks.gaps import Gap, key_of
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.operations.cases.gaps import Standing, standing_of
from surveyor_app.operations.editing.visit_times import LEFT
from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.link_list import Line, LinkList
from surveyor_app.ui.base.overview import Overview
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.place import Badge, Place
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.finding_words import finding_words
from surveyor_app.ui.window.finding_lines import OfKind, grouped, is_shortened
from surveyor_app.ui.window.leaving import Leaving, ask_reasons
from surveyor_app.wording.translation import current_language, mark, tr

SETTLE_MS = 300
"""Edits come in bursts; the checks run once after them."""


def _badge(overview: Overview) -> Badge:
    if overview.must is None:
        return "", ""
    return (str(overview.must), "bad") if overview.must else ("✓", "ok")


class ReadyPage(Page):
    """Three groups: must, should, fine; after signing a fourth, what was open then."""

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
        self.standing = Standing()
        self._checked = False
        self._is_whole = False
        self.must = LinkList()
        self.should = LinkList()
        self.then = LinkList()
        self.fine = LinkList()
        self.leave_button = looks.button("primary", self._on_leave_clicked)
        self.gaps_button = looks.button("", self.leave_with_gaps)
        self.report_button = looks.button("", lambda: self.go.emit("report", "", ""))
        self.head_actions.addWidget(self.gaps_button)
        self.head_actions.addWidget(self.leave_button)
        self.head_actions.addWidget(self.report_button)
        self._leave = self.add_action(mark("I have left"), "", self._on_leave_clicked)
        self.add_action(mark("Leave with gaps…"), "", self.leave_with_gaps)
        area = ScrollArea(self)
        inner = QWidget(area.viewport())
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        for group in (self.must, self.should, self.then, self.fine):
            body.addWidget(group)
        body.addStretch(1)
        area.hold(inner)
        self.content.addWidget(area, 1)
        self._leaving = Leaving(desk, self._checks, self)
        self._leaving.record_wanted.connect(self.record_wanted)
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
        self.desk.jobs.run(lambda _report: standing_of(case, checks), self, self._on_checked)

    def apply(self, changes: Changes) -> None:
        if changes.touches(Task.KIND):
            self._say_leaving()
        if changes.touched:
            self._timer.start()

    def _on_checked(self, standing: Standing) -> None:
        self.standing = standing
        self._checked = True
        self._show()

    @property
    def findings(self) -> list[Finding]:
        """What can still be mended."""
        return list(self.standing.open)

    def _show(self) -> None:
        standing = self.standing
        must, should = standing.of(Level.MUST), standing.of(Level.SHOULD)
        found = {finding.check.id for finding in (*standing.open, *standing.fixed)}
        self.must.show_lines(tr("Must ({count})", count=len(must)), self._lines(must, "bad", "bad"))
        self.should.show_lines(tr("Should ({count})", count=len(should)), self._lines(should, "alert", "warn"))
        then = self._then()
        self.then.show_lines(tr("Open when the report was signed ({count})", count=len(self._gaps())), then)
        passed = len(self._checks) - len(found)
        fine = [Line(tr("%n check(s) passed", n=passed), "ok", "ok")] if self._checked else []
        self.fine.show_lines(tr("Fine"), fine)
        self._say_leaving()
        self.set_state(self._state(must))

    def _state(self, must: list[Finding]) -> str:
        if not self._checked:
            return tr("Checking…")
        if must and not self.standing.unexplained:
            return tr("%n point(s) are open, each with its reason", n=len(must))
        if must:
            return tr("%n point(s) must be settled before the report; each line leads there", n=len(must))
        if self.standing.sealed is not None:
            return tr(
                "The report was signed {at}; what was open then is kept as it was",
                at=formats.utc(self.standing.sealed.at),
            )
        if warned := self.standing.wanting:
            return tr("Nothing that must be done is left; %n warning(s) want a reason", n=len(warned))
        return tr("Nothing that must be done is left")

    def _say_leaving(self) -> None:
        """Offer to note the leaving, and the way to the report beside it: two things, so that a double click does one of them."""
        task = record_access.visit_task(self.desk.case)
        must = self.standing.of(Level.MUST)
        is_ready = self._checked and not must and task is not None
        has_left = task is not None and task.left_at is not None
        may_write = self._checked and task is not None and self._may_write(task)
        looks.face(self.leave_button, tr("I have left"))
        self.leave_button.setIcon(icons.icon("check" if has_left else "leaving", "on_accent"))
        looks.face(self.gaps_button, tr("Give the reasons…") if has_left else tr("Leave with gaps…"), "leaving")
        looks.face(self.report_button, tr("To the report"), "report")
        for control in (self.leave_button, self._leave):
            control.setEnabled(is_ready and may_write and not has_left)
        self.leave_button.setVisible(is_ready and may_write)
        wants_reasons = bool(self.standing.wanting) if has_left else bool(must)
        self.gaps_button.setVisible(wants_reasons and may_write)
        self.report_button.setVisible(
            is_ready or (self._checked and task is not None and not self.standing.unexplained)
        )

    def _may_write(self, task: Task) -> bool:
        _task, writable = record_access.get_with_rights(self.desk.case, Task, task.id, [LEFT])
        return LEFT in writable

    def _lines(self, findings: list[Finding], icon: str, token: str) -> list[Line]:
        lines: list[Line] = []
        for kind, shown, count in grouped(findings, self._is_whole):
            lines += self._heading(kind, count, icon, token)
            lines += [self._line(item, icon, token) for item in shown]
        return lines + self._more(findings)

    def _heading(self, kind: str, count: int, icon: str, token: str) -> list[Line]:
        if not kind:
            return []
        label = self.desk.labels.kind(kind, current_language())
        return [Line(tr("{kind} · {count}", kind=label, count=count), icon, token)]

    def _more(self, findings: Sequence[OfKind]) -> list[Line]:
        if not is_shortened(findings):
            return []
        text = tr("Show fewer") if self._is_whole else tr("Show all {count}", count=len(findings))
        return [Line(text, "more" if self._is_whole else "down", "accent", self._on_more_clicked)]

    def _on_more_clicked(self) -> None:
        self._is_whole = not self._is_whole
        self._show()

    def _line(self, finding: Finding, icon: str, token: str) -> Line:
        text, reason = finding_words(finding, self.desk.labels), self.standing.reasons.of(finding)
        if reason:
            text, icon, token = tr("{finding} · Reason: {reason}", finding=text, reason=reason), "notice", "secondary"
        return Line(text, icon, token, self._opener(finding))

    def _opener(self, finding: Finding) -> Callable[[], None]:
        kind, record_id, field = finding.record_kind, finding.id, finding.field or ""
        return lambda: self.record_wanted.emit(kind, record_id, field)

    # ------------------------------------------------------------------------------------- after signing

    def _gaps(self) -> list[Gap]:
        """Return what was open when the report was signed: as the seal keeps it, else what is fixed by it."""
        sealed, fixed = self.standing.sealed, self.standing.fixed
        if sealed is not None and sealed.gaps:
            return list(sealed.gaps)
        general = sealed.general if sealed is not None else ""
        labels = self.desk.labels
        return [
            Gap(
                item.check.id, item.record_kind, item.field or "", key_of(item)[2], finding_words(item, labels), general
            )
            for item in fixed
        ]

    def _then(self) -> list[Line]:
        """Return the gaps as lines that accuse nobody: they are how things stood, with the reason that was given."""
        lines: list[Line] = []
        gaps = self._gaps()
        general = self.standing.sealed.general if self.standing.sealed is not None else ""
        still = {key_of(item): item for item in (*self.standing.fixed, *self.standing.open)}
        for kind, shown, count in grouped(gaps, self._is_whole):
            lines += self._heading(kind, count, "notice", "secondary")
            for gap in shown:
                reason = gap.reason or general or tr("no reason given")
                finding = still.get(gap.key)
                told = self._said(gap) if finding is None else finding_words(finding, self.desk.labels)
                said = tr("{finding} · Reason: {reason}", finding=told, reason=reason)
                lines.append(Line(said, "notice", "secondary", None if finding is None else self._opener(finding)))
        return lines + self._more(gaps)

    def _said(self, gap: Gap) -> str:
        """Return a gap in the window's language, where its sentence holds nothing but words of ours."""
        known = next((check for check in self._checks if check.id == gap.check), None)
        if known is None or any("{" in form for form in known.text.forms.values()):
            return gap.sentence
        return known.text.in_(current_language())

    # ------------------------------------------------------------------------------------------- leaving

    def _on_leave_clicked(self) -> None:
        self._leaving.checks = self._checks
        self._leaving.leave()

    def leave_with_gaps(self) -> None:
        """Ask once why each thing is left open, then note the leaving with the reasons."""
        task = record_access.visit_task(self.desk.case)
        if task is not None and not self.gaps_button.isHidden():
            ask_reasons(self.desk, task, self.standing, self).record_wanted.connect(self.record_wanted)
