"""Signatures for a copy: who signed, and the pad on which its maker, the holder of the original or the collector signs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.kinds import SPECS
from surveyor_app.operations.documents.copy_signatures import (
    PURPOSES,
    SIGNED_FOR,
    Copied,
    CopySignature,
    sign_copy,
    signatures_of,
)
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.facts_list import FactsList
from surveyor_app.ui.base.flow import Flow
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.list_words import PARTS
from surveyor_app.ui.forms.value_texts import text_of
from surveyor_app.ui.ink.pad import InkPad
from surveyor_app.wording.translation import current_language, tr

MAX_NAME = 60
_NAMED = {"maker_sig": "maker", "holder_sig": "copy_holder"}
"""The field that says who signs."""


class CopySignatures(QWidget):
    """Shows the signatures for the current paper or enquiry; hidden while there is none and none may be given."""

    def __init__(self, desk: Desk, kind: type[Copied], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._kind = desk, kind
        self._record: Copied | None = None
        self._name = ""
        self._facts = FactsList()
        self.buttons = {field: looks.button("", partial(self.sign, field)) for field in PURPOSES[kind.KIND]}
        body = looks.column(self._facts, spacing=8)
        body.addLayout(Flow(*self.buttons.values(), spacing=6))
        self.setLayout(body)
        self.hide()

    def show_record(self, record: Copied | None, name: str) -> None:
        """Show another one; ``name`` is what it is called."""
        self._record, self._name = record, name
        signed, writable = self._known(record)
        labels, language = self._desk.labels, current_language()
        for field, button in self.buttons.items():
            looks.face(button, tr("{signature}…", signature=labels.field(self._kind.KIND, field, language)), "sign")
            button.setVisible(field in writable)
        pairs = [(labels.field(self._kind.KIND, field, language), _said(one)) for field, one in signed.items()]
        self._facts.show_pairs(pairs)
        self._facts.setVisible(bool(pairs))
        self.setVisible(bool(pairs) or bool(writable))

    def _known(self, record: Copied | None) -> tuple[Mapping[str, CopySignature], frozenset[str]]:
        if record is None or not _is_there(record):
            return {}, frozenset()
        case, fields = self._desk.case, list(self.buttons)
        _record, writable = record_access.get_with_rights(case, self._kind, record.id, fields)
        return signatures_of(case, self._kind, record.id), frozenset(writable)

    def sign(self, field: str) -> None:
        """Have somebody sign on the pad."""
        record, desk = self._record, self._desk
        if record is None:
            return
        language = current_language()
        title = desk.labels.field(self._kind.KIND, field, language)
        dialog = SignCopyDialog(title, self._told(record), self._signer(record, field), self)

        def keep() -> None:
            drawing, who, pointer = dialog.pad.drawing(), dialog.signer.text(), dialog.pad.pointer()
            desk.edits.do(
                lambda: sign_copy(desk.case, self._kind, record.id, field, drawing, who, pointer), None, None, self
            )

        dialog.accepted.connect(keep)
        dialog.open()

    def _signer(self, record: Copied, field: str) -> str:
        if field == "collector_sig":
            return self._desk.profile.display_name
        return getattr(record, _NAMED[field], None) or ""

    def _told(self, record: Copied) -> list[tuple[str, str]]:
        """Return what is signed for, in the window's language."""
        labels, language = self._desk.labels, current_language()
        specs = {spec.name: spec for spec in SPECS[record.KIND]}
        scans = (record.evidence if isinstance(record, Document) else record.media) or ()
        told = [(labels.kind(record.KIND, language), self._name)]
        for field in SIGNED_FOR[record.KIND]:
            value = getattr(record, field)
            if value is not None and field not in ("item", "title", "subject_uid", "kind"):
                told.append((labels.field(record.KIND, field, language), text_of(specs[field], value, labels)))
        return [*told, (tr("Scans"), str(len(scans)))]


class SignCopyDialog(ScrollingDialog):
    """What is signed for, who signs, and the pad. Accepted only with a name and a signature."""

    def __init__(self, title: str, told: list[tuple[str, str]], signer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, 760, 560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        # In lines that run on: what is signed for and the pad are in sight together on a small screen.
        facts = looks.label("", PARTS.join(f"{what}: {text}" for what, text in told), wrap=True)
        self.signer = QLineEdit(signer)
        self.signer.setAccessibleName(tr("Who signs"))
        self.signer.setMaxLength(MAX_NAME)
        self.pad = InkPad(self)
        self.clear_button = looks.button("", self.pad.clear)
        looks.face(self.clear_button, tr("Clear"), "undo")
        self.accept_button = looks.button("primary", self.accept)
        looks.face(self.accept_button, tr("Keep the signature"))
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        for button in (self.clear_button, cancel, self.accept_button):
            button.setAutoDefault(False)
        heading = looks.label("heading", title, wrap=True)
        body = looks.column(heading, facts, looks.label("field", tr("Who signs")), self.signer, self.pad, spacing=10)
        body.setStretch(4, 1)
        self.lay_out(body, self.clear_button, None, cancel, self.accept_button)
        self.signer.textChanged.connect(self._on_named)
        self.pad.changed.connect(self._allow)
        self._on_named(signer)
        (self.pad if signer else self.signer).setFocus()

    def _on_named(self, name: str) -> None:
        self.pad.set_caption(name)
        self._allow()

    def _allow(self) -> None:
        self.clear_button.setEnabled(not self.pad.is_blank())
        self.accept_button.setEnabled(bool(self.signer.text().strip()) and not self.pad.is_blank())


def _is_there(record: Copied) -> bool:
    """Tell whether there is a copy to sign for."""
    return bool(record.evidence) if isinstance(record, Document) else bool(record.media)


def _said(signature: CopySignature) -> str:
    parts = [signature.signer, formats.instant(signature.at) if signature.at else formats.EMPTY]
    return PARTS.join([*parts, *([] if signature.stands else [tr("the copy was changed since")])])
