"""Claim (接案): what was reported, as the office or the surveyor wrote it down."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.page import Page, ScrollArea
from surveyor_app.ui.base.place import Place
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.record_form import Group, RecordForm
from surveyor_app.wording.translation import mark, tr

GROUPS = (
    Group(mark("Report"), ("report_no", "reported_at", "reporter_name", "reporter_phone", "insurer")),
    Group(
        mark("Insured and policy"),
        (
            "insured_name",
            "insured_phone",
            "plate_no",
            "make_model",
            "frame_no",
            "policy_no",
            "policy_from",
            "policy_to",
            "deductible",
            "claim_no",
        ),
    ),
    Group(
        mark("Accident"),
        ("accident_at", "loss_cause", "accident_place", "accident_lat", "accident_lon", "reported_course"),
    ),
)


class ClaimPage(Page):
    """A form over the claim record."""

    PLACE: ClassVar[Place] = Place(
        name="claim",
        title=mark("Claim"),
        icon="claim",
        shows=(Claim.KIND,),
        follows=(Claim.KIND,),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.note = Note()
        area = ScrollArea(self)
        self.form = RecordForm(desk, Claim, GROUPS, parent=area.viewport())
        area.hold(self.form)
        self.content.addWidget(self.note)
        self.content.addWidget(area, 1)
        self.retranslate()
        self.load()

    def retranslate(self) -> None:
        super().retranslate()
        self._say()

    def load(self) -> None:
        claim = record_access.first_claim(self.desk.case)
        self.form.show_record(claim.id if claim else None)
        self._say()

    def apply(self, changes: Changes) -> None:
        if changes.touches(Claim.KIND):
            if self.form.record_id is None:
                self.load()
            self.form.apply(changes)
            self._say()

    def commit(self) -> None:
        self.form.commit()

    def show_record(self, record_id: str, field: str) -> None:
        if field:
            self.form.focus_field(field)

    def _say(self) -> None:
        self.set_state(tr("What was reported, and the policy it concerns"))
        writable = self.form.binder.writable
        if "report_no" in writable or not writable:
            self.note.say("")
        else:
            self.note.say(
                tr("The office owns this data; you may correct the phone numbers. Tell the office about the rest.")
            )
