"""Whose word counts: the authority of the profile, one that was chosen from a file, or nobody."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import NameOID
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame

from surveyor_app.domain.errors import SurveyorError
from surveyor_app.operations.cases.verifying import read_roots
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.saving import documents
from surveyor_app.wording.translation import tr

SHOWN_DIGITS = 16
"""Of a fingerprint; all of it stands in the tool tip."""


class AnchorLine(QFrame):
    """Says who is trusted, and lets a person name another authority or go back to the profile's own."""

    changed = Signal()

    def __init__(self, own: Sequence[bytes] = ()) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._own: tuple[bytes, ...] = tuple(own)
        self._lists: tuple[bytes, ...] = ()
        self._chosen: tuple[bytes, ...] = ()
        self._problem = ""
        self._sign = looks.label()
        self.label = looks.label("", wrap=True)
        self.choose_button = looks.button("", self.ask)
        self.own_button = looks.button("", self.take_own)
        line = looks.row(self._sign, self.label, self.choose_button, self.own_button, spacing=10)
        line.setContentsMargins(14, 6, 8, 6)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.retranslate()

    @property
    def roots(self) -> tuple[bytes, ...]:
        """The certificates (DER) of who is trusted."""
        return self._chosen or self._own

    @property
    def lists(self) -> tuple[bytes, ...]:
        """The lists of certificates taken back that the profile holds of its own authority; none of another."""
        return () if self._chosen else self._lists

    def set_own(self, own: Sequence[bytes], lists: Sequence[bytes] = ()) -> None:
        """Take the profile's own authority and its lists; an authority that was chosen stays."""
        self._own, self._lists = tuple(own), tuple(lists)
        self.retranslate()

    def ask(self) -> None:
        """Ask for the certificate of another authority."""
        kind = tr("Certificates (*.pem *.crt *.cer);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Certificate of the authority"), str(documents()), kind)
        if path:
            self.choose(Path(path))

    def choose(self, path: Path) -> None:
        """Trust the certificates of a file; one that holds none changes nothing, and is said."""
        try:
            self._chosen = tuple(read_roots(path))
            self._problem = ""
        except SurveyorError as error:
            self._problem = words(error)
            self.retranslate()
            return
        self.retranslate()
        self.changed.emit()

    def take_own(self) -> None:
        """Go back to the profile's own."""
        self._chosen = ()
        self._problem = ""
        self.retranslate()
        self.changed.emit()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        looks.face(self.choose_button, tr("Other authority…"), "certificate")
        looks.face(self.own_button, tr("My own"))
        self.own_button.setVisible(bool(self._chosen))
        token = "bad" if self._problem else "ok" if self.roots else "warn"
        self._sign.setPixmap(icons.icon("shield" if self.roots else "broken_shield", token).pixmap(20, 20))
        self.label.setText(self._problem or self._said())
        self.label.setToolTip("\n".join(_fingerprint(root) for root in self.roots))

    def _said(self) -> str:
        if not self.roots:
            return tr("No authority is trusted: what is checked can be complete in itself, but nobody vouches for it.")
        named = ", ".join(f"{_name(root)} ({_fingerprint(root)[:SHOWN_DIGITS]}…)" for root in self.roots)
        if self._chosen:
            return tr("Trusted, as chosen: {name}", name=named)
        return tr("Trusted, by your profile: {name}", name=named)


def _name(root: bytes) -> str:
    subject = x509.load_der_x509_certificate(root).subject
    found = subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else subject.rfc4514_string()


def _fingerprint(root: bytes) -> str:
    return x509.load_der_x509_certificate(root).fingerprint(hashes.SHA256()).hex()
