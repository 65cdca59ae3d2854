"""Enrols this laptop at a centre with the code from the office."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.wire_errors import AuthorityChanged
from surveyor_app.operations.cases.delivering import can_be_read, enrol
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.scrolling.keeping_in_view import reveal
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.wording.translation import tr


class EnrolDialog(ScrollingDialog):
    """Server and code; the user is the profile's. ``on_enrolled`` gets the server's address."""

    def __init__(
        self, parent: QWidget, profile: Profile, jobs: Jobs, server: str, on_enrolled: Callable[[str], None]
    ) -> None:
        super().__init__(parent, 460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Enrol this laptop"))
        self._profile = profile
        self._jobs = jobs
        self._on_enrolled = on_enrolled
        self._accepted: str | None = None
        """Fingerprint of another authority that the button now stands for."""
        self.server = QLineEdit(server)
        self.server.setPlaceholderText("https://")
        self.code = QLineEdit()
        user = QLineEdit(profile.user)
        user.setReadOnly(True)
        self.note = Note()
        self.server.editingFinished.connect(self._on_server_typed)
        self.server.textEdited.connect(self._on_server_changed)
        self.confirm = looks.button("primary", self._on_confirm_clicked)
        looks.face(self.confirm, tr("Enrol"))
        self.confirm.setDefault(True)
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        why = looks.label(
            "secondary",
            tr(
                "The centre certifies this laptop and you as its surveyor. Only then can reports be signed and cases delivered."
            ),
            wrap=True,
        )
        body = looks.column(
            why,
            _field(tr("Address of the centre"), self.server),
            _field(tr("User name"), user),
            _field(tr("Enrolment code from the office"), self.code),
            self.note,
            spacing=14,
        )
        self.lay_out(body, None, cancel, self.confirm)
        (self.code if server else self.server).setFocus()

    def _on_confirm_clicked(self) -> None:
        server, code, profile = self.server.text().strip(), self.code.text().strip(), self._profile
        if not server or not code:
            self._say(tr("Please enter the address and the code."), "warn")
            return
        self.confirm.setEnabled(False)
        self._say(tr("Enrolling…"))
        accepted = self._accepted
        self._jobs.run(
            lambda _report: enrol(profile, server, profile.user, code, accepted=accepted),
            self,
            self._on_done,
            self._on_failed,
        )

    def _on_server_typed(self) -> None:
        if can_be_read(self.server.text().strip()):
            self._say(
                tr(
                    "This connection is not encrypted: others on the way can read what is sent. Ask for an https address."
                ),
                "warn",
            )

    def _on_server_changed(self) -> None:
        self._accepted = None
        looks.face(self.confirm, tr("Enrol"))

    def _on_done(self, _enrolment: object) -> None:
        server = self.server.text().strip()
        self.accept()
        self._on_enrolled(server)

    def _on_failed(self, error: BaseException) -> None:
        self.confirm.setEnabled(True)
        if isinstance(error, AuthorityChanged):
            # The way out is deliberate: the same button, but it says what it does now.
            self._accepted = str(error.data["found"])
            looks.face(self.confirm, tr("Trust this other centre"))
            self.confirm.setDefault(False)
            self._say(_both(error), "warn")
            return
        self._say(words(error), "bad")

    def _say(self, text: str, tone: str = "") -> None:
        self.note.say(text, tone)
        reveal(self.note)


def _both(error: AuthorityChanged) -> str:
    return tr(
        "This is not the centre that enrolled this laptop before. Nothing was sent to it. Ask the office by telephone: only if it"
        " reads out the new fingerprint, trust it.\n\nFingerprint so far:\n{known}\n\nNew fingerprint:\n{found}",
        known=str(error.data["known"]),
        found=str(error.data["found"]),
    )


def _field(text: str, control: QLineEdit) -> QWidget:
    holder = QWidget()
    label = QLabel(text)
    label.setProperty("role", "field")
    label.setBuddy(control)
    control.setAccessibleName(text)
    holder.setLayout(looks.column(label, control, spacing=4))
    return holder
