"""Asks for the report number of a new case; it may be left empty, for the office gives one later."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.people.number_fields import cleaned
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.form_rows import LabelledLine
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.wording.translation import tr


class NewCaseDialog(ScrollingDialog):
    """One field."""

    def __init__(self, parent: QWidget, on_confirmed: Callable[[str], None]) -> None:
        super().__init__(parent, 420)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("New case"))
        self._on_confirmed = on_confirmed
        self.number = LabelledLine()
        self.number.name(tr("Report number (may be left empty)"))
        why = looks.label(
            "secondary",
            tr("Without a number the case starts at once; the office's number is joined to it later."),
            wrap=True,
        )
        self.confirm = looks.button("primary", self._on_confirm_clicked)
        looks.face(self.confirm, tr("Open the case"))
        self.confirm.setDefault(True)
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        self.lay_out(looks.column(why, self.number, spacing=14), None, cancel, self.confirm)
        self.number.setFocus()

    def _on_confirm_clicked(self) -> None:
        self.accept()
        self._on_confirmed(cleaned("report_no", self.number.text()))
