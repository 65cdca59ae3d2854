"""A person who refuses to sign (拒签): why, and who saw it; the staff sign that. Nothing is ever signed for the person."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from surveyor_app.ui.base import looks
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.wording.translation import tr


class RefusalDialog(ScrollingDialog):
    """Asks for the reason, and for a witness among the people of the case if there was one."""

    def __init__(self, people: list[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent, 520)
        self.setWindowTitle(tr("The person refuses to sign"))
        self.reason = QPlainTextEdit()
        self.reason.setAccessibleName(tr("Reason, in the person's own words"))
        self.reason.setTabChangesFocus(True)
        self.witness: QComboBox = QuietCombo()
        self.witness.setAccessibleName(tr("Witness of the refusal"))
        self.witness.addItem(tr("No witness was present"), None)
        for id_, name in people:
            if id_ is not None:
                self.witness.addItem(name, id_)
        self.done_button = looks.button("primary", self.accept)
        looks.face(self.done_button, tr("Note the refusal"))
        self.done_button.setDefault(True)
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        body = looks.column(
            looks.label("heading", tr("The person refuses to sign"), wrap=True),
            looks.label(
                "secondary",
                tr("What was signed before stays. Staff and the witness sign the refusal; it is evidence too."),
                wrap=True,
            ),
            looks.label("field", tr("Reason, in the person's own words"), wrap=True),
            self.reason,
            looks.label("field", tr("Witness of the refusal"), wrap=True),
            self.witness,
            spacing=10,
        )
        self.lay_out(body, None, cancel, self.done_button)
        self.reason.textChanged.connect(self._allow)
        self._allow()
        self.reason.setFocus()

    def _allow(self) -> None:
        self.done_button.setEnabled(bool(self.reason.toPlainText().strip()))
