"""Leaving with gaps: asks once, in one list, why each thing that is open is left; each line leads to its field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.checks.findings import Finding
from surveyor_app.domain.checks.gaps import Reasons
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.forms.gap_list import GapList, Wording
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import tr


class GapsDialog(ScrollingDialog):
    """``gaps.reasons()`` is what was given once it was accepted."""

    record_wanted = Signal(str, str, str)

    def __init__(
        self,
        findings: Sequence[Finding],
        given: Reasons,
        labels: Labels,
        wording: Wording,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, 880, 480)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Leave with gaps"))
        told = looks.label(
            "secondary",
            tr("Each reason is kept with the time of leaving and is not asked for again when the report is signed."),
            wrap=True,
        )
        self.gaps = GapList(labels, wording)
        self.gaps.record_wanted.connect(self._on_record_wanted)
        self.gaps.changed.connect(self._allow)
        self.note = Note()
        self.leave_button = looks.button("primary", self.accept)
        looks.face(self.leave_button, tr("I have left"))
        self.leave_button.setIcon(icons.icon("leaving", "on_accent"))
        self.leave_button.setDefault(True)
        stay = looks.button("", self.reject)
        looks.face(stay, tr("Stay"))
        self.lay_out(looks.column(told, self.note, self.gaps, None, spacing=12), None, stay, self.leave_button)
        self.gaps.ask(findings, given)
        self.gaps.first_stop().setFocus()

    def say_left(self) -> None:
        """Say that the leaving is noted already and only the reasons are."""
        self.setWindowTitle(tr("Reasons for gaps"))
        looks.face(self.leave_button, tr("Keep the reasons"))

    def accept(self) -> None:
        if not self.gaps.lacking():
            super().accept()

    def _allow(self) -> None:
        lacking = len(self.gaps.lacking())
        self.note.say(tr("%n point(s) still want a reason", n=lacking) if lacking else "", "warn")
        self.leave_button.setEnabled(not lacking)

    def _on_record_wanted(self, kind: str, record_id: str, field: str) -> None:
        self.reject()
        self.record_wanted.emit(kind, record_id, field)
