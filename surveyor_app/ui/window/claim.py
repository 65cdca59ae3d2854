"""Claim (接案): what was reported, as the office or the surveyor wrote it down."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.journal.record import Record
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.place import Place
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.form_page import FormPage
from surveyor_app.wording.translation import mark, tr


class ClaimPage(FormPage):
    """A form over the claim record."""

    PLACE: ClassVar[Place] = Place(
        name="claim",
        title=mark("Claim"),
        icon="claim",
        shows=(Claim.KIND,),
        follows=(Claim.KIND,),
    )

    RECORD: ClassVar[type[Record]] = Claim

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.note = Note()
        self.content.insertWidget(0, self.note)
        self.retranslate()
        self.load()

    def record(self) -> Claim | None:
        return record_access.first_claim(self.desk.case)

    def apply(self, changes: Changes) -> None:
        if changes.touches(Claim.KIND):
            if self.form.record_id is None:
                self.load()
            self.form.apply(changes)
            self.say()

    def say(self) -> None:
        self.set_state(tr("What was reported, and the policy it concerns"))
        writable = self.form.binder.writable
        if "report_no" in writable or not writable:
            self.note.say("")
        else:
            self.note.say(
                tr("The office owns this data; you may correct the phone numbers. Tell the office about the rest.")
            )
