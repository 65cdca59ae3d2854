"""Which certificate signs: owner, issuer and validity of each that is at hand, and one of them chosen."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from surveyor_app.domain.errors import CertificateExpired
from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.ui.base import formats
from surveyor_app.ui.base.facts_list import FactsList
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.wording.translation import tr


class CertificateChooser(QWidget):
    """A list where there are several, and below it all about the one that is chosen."""

    changed = Signal()
    """Another one is chosen."""

    def __init__(self, at: datetime) -> None:
        """Start with none; ``at`` is the moment as of which certificates are valid or not."""
        super().__init__()
        self._at = at
        self._held: list[Credential] = []
        self.combo = QuietCombo()
        self.combo.setAccessibleName(tr("Certificate to sign with"))
        self.combo.hide()
        self._facts = FactsList()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self.combo)
        body.addWidget(self._facts)
        body.addStretch(1)
        self.combo.activated.connect(lambda _index: self._show())
        self._show()

    def current(self) -> Credential | None:
        """Return the certificate that is chosen."""
        index = self.combo.currentIndex()
        return self._held[index] if index >= 0 else None

    def problem(self) -> CertificateExpired | None:
        """Return why the chosen one cannot sign; none where it can, or where there is none."""
        credential = self.current()
        return None if credential is None else self._problem_of(credential)

    def offer(self, *credentials: Credential, wanted: Credential | None = None) -> None:
        """Add certificates, and choose ``wanted``, else the first of them that is valid, else the first."""
        for credential in credentials:
            if credential.fingerprint not in {held.fingerprint for held in self._held}:
                self._held.append(credential)
                self.combo.addItem(self._line(credential))
        valid = [item for item in credentials if self._problem_of(item) is None]
        chosen = next(iter((*filter(None, [wanted]), *valid, *credentials)), None)
        if chosen is not None:
            prints = [held.fingerprint for held in self._held]
            self.combo.setCurrentIndex(prints.index(chosen.fingerprint))
        self.combo.setVisible(len(self._held) > 1)
        self._show()

    def _show(self) -> None:
        credential = self.current()
        if credential is None:
            self._facts.show_pairs([(tr("Certificate"), tr("None yet: enrol this laptop, or use a certificate file."))])
        else:
            place = tr("On a smart card; its key stays there") if credential.is_on_token else tr("On this laptop")
            self._facts.show_pairs(
                [
                    (tr("Name"), credential.name),
                    (tr("Issued by"), credential.issuer),
                    (tr("Valid"), _validity(credential)),
                    (tr("Key"), place),
                    (tr("Certificate"), credential.subject),
                    ("SHA-256", credential.fingerprint),
                ]
            )
        self.changed.emit()

    def _line(self, credential: Credential) -> str:
        # What keeps it from signing stands where a narrow list does not cut it off.
        problem = [] if self._problem_of(credential) is None else [tr("not valid now")]
        return " · ".join([credential.name, *problem, credential.issuer, _validity(credential)])

    def _problem_of(self, credential: Credential) -> CertificateExpired | None:
        try:
            credential.require_valid(self._at)
        except CertificateExpired as error:
            return error
        return None


def _validity(credential: Credential) -> str:
    return f"{formats.day(credential.not_before.date())} – {formats.day(credential.not_after.date())}"
