"""Asks for consent to the recording of an interview: the exact words in large type, until when, and the answer."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.operations.people.consents import Answered
from surveyor_app.operations.people.recording_consent import Asking
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.forms.typed_editors import DateEditor
from surveyor_app.ui.ink.pad import InkPad
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import tr


class RecordingConsent(ScrollingDialog):
    """Accepted once there is an answer, yes or no; what is on the pad signs it, an empty pad means it was spoken."""

    def __init__(self, parent: QWidget, asking: Asking, labels: Labels) -> None:
        super().__init__(parent, 820, 560)
        self.setWindowTitle(tr("Consent to recording"))
        self._asking = asking
        self._granted = False
        self.text = looks.label("large", wrap=True)
        spec = next(spec for spec in SPECS[Consent.KIND] if spec.name == "until")
        self.until = DateEditor(Consent.KIND, spec, labels, self)
        self.until.setMaximumWidth(240)
        self.until.set_value(asking.until)
        self.until.edited.connect(self._say)
        self.until.finished.connect(self._say)
        self.pad = InkPad(self)
        self.pad.set_caption(tr("Signature: {name}", name=asking.signer or "—"))
        self.pad.changed.connect(self._say)
        self.clear_button = looks.button("", self.pad.clear)
        looks.face(self.clear_button, tr("Clear"), "undo")
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        self.no_button = looks.button("", lambda: self._answer(False))
        looks.face(self.no_button, tr("Does not agree"))
        self.yes_button = looks.button("primary", lambda: self._answer(True))
        kept = looks.row(self.until, None)
        for button in (self.clear_button, cancel, self.no_button, self.yes_button):
            # Enter ends the date and answers nothing.
            button.setAutoDefault(False)
        body = looks.column(self.text, None, kept, self.pad, spacing=12)
        body.setStretch(1, 2)
        body.setStretch(3, 3)
        self.lay_out(body, self.clear_button, None, cancel, self.no_button, self.yes_button)
        self._say()

    def answered(self) -> Answered:
        """Return the answer as it is kept."""
        return self._asking.answer(self._granted, self._until(), is_signed=not self.pad.is_blank())

    def _until(self) -> date | None:
        until = self.until.value()
        return until if isinstance(until, date) else None

    def _answer(self, granted: bool) -> None:
        self._granted = granted
        self.accept()

    def _say(self) -> None:
        self.text.setText(self._asking.words(self._until())[1])
        is_blank = self.pad.is_blank()
        self.clear_button.setEnabled(not is_blank)
        # Whoever agrees is told for how long (PIPL art. 17).
        self.yes_button.setEnabled(self._until() is not None)
        looks.face(self.yes_button, tr("Agrees, spoken") if is_blank else tr("Agrees, signed"))
