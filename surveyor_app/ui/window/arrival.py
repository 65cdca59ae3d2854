"""Arrival (到场): the visit to the scene, with the instants that count and what was found there."""

from __future__ import annotations

from datetime import UTC
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.operations.editing import records
from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.page import Page, ScrollArea
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.record_form import Group, RecordForm
from surveyor_app.wording.translation import mark, tr

GROUPS = (
    Group(mark("Times"), ("contacted_at", "arrived_at", "left_at")),
    Group(
        mark("Survey"),
        (
            "survey_place",
            "survey_lat",
            "survey_lon",
            "survey_kind",
            "scene_class",
            "is_first_scene",
            "second_surveyor",
        ),
    ),
    Group(
        mark("Accident and conditions"),
        (
            "accident_kind",
            "accident_form",
            "liability",
            "weather",
            "lighting",
            "visibility_m",
            "road_type",
            "road_surface",
        ),
    ),
    Group(mark("Findings"), ("survey_text", "surveyor_opinion")),
    Group(mark("Task"), ("task_no", "task_kind", "task_status", "owner_name", "dispatched_at", "due_at")),
)


class ArrivalPage(Page):
    """A form over the task of the visit; one button notes the arrival, then the leaving."""

    NAME: ClassVar[str] = "arrival"
    TITLE: ClassVar[str] = mark("Arrival")
    ICON: ClassVar[str] = "arrival"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        area = ScrollArea(self)
        self.form = RecordForm(desk, Task, GROUPS, parent=area.viewport())
        area.hold(self.form)
        self.stamp = looks.button("primary", self._on_stamp_clicked)
        self.head_actions.addWidget(self.stamp)
        self.content.addWidget(area, 1)
        self.retranslate()
        self.load()

    def retranslate(self) -> None:
        super().retranslate()
        self._say()

    def load(self) -> None:
        task = record_access.visit_task(self.desk.case)
        self.form.show_record(task.id if task else None)
        self._say()

    def apply(self, changes: Changes) -> None:
        if changes.touches(Task.KIND):
            self.load()

    def commit(self) -> None:
        self.form.commit()

    def show_record(self, record_id: str, field: str) -> None:
        if field:
            self.form.focus_field(field)

    def _say(self) -> None:
        task = record_access.visit_task(self.desk.case)
        arrived = task.arrived_at if task else None
        left = task.left_at if task else None
        next_text = tr("I have left") if arrived else tr("I have arrived")
        looks.face(self.stamp, next_text)
        self.stamp.setIcon(icons.icon("arrival", "on_accent"))
        self.stamp.setVisible(task is not None and not task.sealed and left is None)
        if arrived is None:
            self.set_state(tr("Not at the scene yet"))
        elif left is None:
            self.set_state(tr("At the scene since {time}", time=formats.instant(arrived)))
        else:
            self.set_state(
                tr("At the scene from {start} to {end}", start=formats.instant(arrived), end=formats.instant(left))
            )

    def _on_stamp_clicked(self) -> None:
        self.commit()
        task = record_access.visit_task(self.desk.case)
        if task is None:
            return
        case, name = self.desk.case, "left_at" if task.arrived_at else "arrived_at"
        reading = case.author.clock()
        stamp = Instant(reading.at.astimezone(UTC), reading.offset_min, reading.source)
        self.desk.edits.do(lambda: records.change(case, Task, task.id, {name: stamp}))
