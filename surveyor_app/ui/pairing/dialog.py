"""The code for the phone, what to do with it, and what has come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from surveyor_app.media.clock_code import code_modules
from surveyor_app.pairing.listening import Pairing
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.ui.pairing.code_view import CodeView
from surveyor_app.wording.translation import tr

CODE_PX = 260
LIST_PX = 130
EVERY_MS = 500


class PhoneDialog(ScrollingDialog):
    """Stands beside the work and hinders nothing; closing it ends the pairing."""

    def __init__(self, pairing: Pairing, addresses: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent, 560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Photos from a phone"))
        self._pairing = pairing
        self._count = 0
        self.code = CodeView()
        self.code.setFixedSize(CODE_PX, CODE_PX)
        self.code.setAccessibleName(tr("Code for the phone's camera"))
        self.address = QuietCombo()
        self.address.addItems(list(addresses))
        self.address.setAccessibleName(tr("Address"))
        self.address.currentTextChanged.connect(lambda text: self.code.show_modules(code_modules(text)))
        self.state = looks.label(wrap=True)
        self.list = QListWidget()
        self.list.setFixedHeight(LIST_PX)
        self.list.setAccessibleName(tr("What has come"))
        steps = looks.label("", wrap=True)
        steps.setText(
            tr("1. Have the phone in this laptop's hotspot or in the same network.")
            + "\n"
            + tr("2. Point its camera at the code and open the page.")
            + "\n"
            + tr(
                "3. The phone warns that it does not know this laptop. Go on if the numbers it shows begin like these:"
            )
        )
        self.fingerprint = looks.label("secondary", wrap=True)
        self.fingerprint.setText(pairing.fingerprint)
        self.fingerprint.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        note = looks.label("help", wrap=True)
        note.setText(
            tr(
                "Originals go straight from the phone into the encrypted case; nothing leaves the two. Only one phone may send."
            )
        )
        stop = looks.button("", self.reject)
        looks.face(stop, tr("End the pairing"), "stop")
        body = looks.column(steps, self.fingerprint, spacing=6)
        body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (self.address, self.state, self.list, note):
            body.addWidget(part)
        self.lay_out(body, None, stop)
        self.code.show_modules(code_modules(self.address.currentText()))
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.say)
        self._timer.start()
        self.say()

    def say(self) -> None:
        """Say how the pairing stands."""
        if not self._pairing.is_open:
            self.state.setText(tr("Nobody is listened to any more. Close this and begin anew."))
        elif self._pairing.phone is None:
            self.state.setText(tr("Waiting for a phone."))
        else:
            device = self._pairing.device or tr("Phone")
            self.state.setText(tr("Connected: {device}. Arrived: {count}.", device=device, count=self._count))

    def add(self, name: str, told: str, *, is_safe: bool) -> None:
        """Say what became of a file."""
        self._count += is_safe
        item = QListWidgetItem(f"{name}: {told}")
        item.setIcon(icons.icon("check" if is_safe else "alert", "ok" if is_safe else "bad"))
        self.list.addItem(item)
        self.list.scrollToItem(item)
        self.say()

    def end(self) -> None:
        """Close, without telling whoever closed it."""
        self._timer.stop()
        self.blockSignals(True)
        self.close()
