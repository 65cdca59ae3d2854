"""A fingerprint (捺印) from a scanner's picture, only with the person's own consent to it (PIPL art. 29, domain §6.3)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QFileDialog, QWidget

from surveyor_app.domain.people.people import Person
from surveyor_app.domain.texts import Language
from surveyor_app.operations.people.consents import SIGNED, Answered, record_consent, standing
from surveyor_app.operations.statements.signing import Need
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.people.consent_dialog import ConsentDialog
from surveyor_app.wording.translation import current_language, tr

PURPOSE = "fingerprint"
LARGEST_BYTES = 32 << 20
FORMATS = (b"png", b"jpeg")


class FingerprintAsking(QObject):
    """``taken`` with the need and the picture (PNG); ``said`` tells why there is none."""

    taken = Signal(object, object)
    said = Signal(str)

    def __init__(self, desk: Desk, statement_id: str, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._statement, self._window = desk, statement_id, window
        self.dialog: ConsentDialog | None = None

    def begin(self, need: Need, language: Language) -> None:
        """Ask for consent if none stands, then for the picture."""
        person = record_access.get(self._desk.case, Person, need.signer.person_uid or "")
        if person is None:
            return
        if standing(self._desk.case, person.id, PURPOSE) is not None:
            self._ask_file(need)
            return
        claim = record_access.first_claim(self._desk.case)
        dialog = ConsentDialog(
            self._desk.resources,
            person,
            PURPOSE,
            self._desk.labels.value("consent_purpose", PURPOSE, current_language()),
            insurer=(claim.insurer if claim else None) or "",
            today=self._desk.case.author.clock().instant().local.date(),
            statement_uid=self._statement,
            guardians=record_access.people_options(self._desk.case),
            language=language,
            parent=self._window,
        )
        dialog.accepted.connect(lambda: self._keep(need, dialog))
        self.dialog = dialog
        dialog.open()

    def _keep(self, need: Need, dialog: ConsentDialog) -> None:
        answered, drawing, pointer = dialog.answered(), dialog.pad.drawing(), dialog.pad.pointer()
        given = drawing if answered.mode == SIGNED else None
        self._desk.edits.do(
            lambda: record_consent(self._desk.case, answered, given, pointer),
            lambda _created: self._on_answered(need, answered),
            None,
            self,
        )

    def _on_answered(self, need: Need, answered: Answered) -> None:
        if answered.granted:
            self._ask_file(need)
        else:
            self.said.emit(tr("No fingerprint then: the signature alone is enough."))

    def _ask_file(self, need: Need) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window, tr("Picture of the fingerprint"), "", "PNG, JPEG (*.png *.jpg *.jpeg)"
        )
        if name:
            self._desk.jobs.run(lambda _report: picture_png(Path(name)), self, lambda png: self._on_read(need, png))

    def _on_read(self, need: Need, png: bytes) -> None:
        if png:
            self.taken.emit(need, png)
        else:
            self.said.emit(tr("This file is no picture that can be kept: PNG or JPEG, up to 32 MB."))


def picture_png(path: Path) -> bytes:
    """Return the picture of a file as PNG, upright and without what else the file says; empty where it is none."""
    try:
        data = path.read_bytes() if path.stat().st_size <= LARGEST_BYTES else b""
    except OSError:
        return b""
    source = QBuffer()
    source.setData(data)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    reader.setAutoTransform(True)
    picture = reader.read() if reader.format().data() in FORMATS else None
    if picture is None or picture.isNull():
        return b""
    for key in picture.textKeys():
        picture.setText(key, "")
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(target, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a format's name
    return bytes(target.data().data())
