"""How a notice reached the customer: words and pad to sign for it, the reason of a refusal, or when and how it was sent."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.operations.documents.delivering import HANDED, Sent
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.base.tick_box import TickBox
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.ui.ink.pad import InkPad
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr

MAX_REASON, MAX_NAME = 150, 60
WORDS_PX = 200
"""Of the words of a notice at least so much is in sight above the pad."""


class HandOverDialog(ScrollingDialog):
    """The words of the notice in large type, and the pad on which whoever takes it signs. Accepted only with a signature."""

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent, 980, 680)
        self.setWindowTitle(tr("Hand over and sign for it"))
        # The words scroll by themselves: the pad stays in sight while they are read.
        area = ScrollArea(self)
        area.setMinimumHeight(WORDS_PX)
        inner = QWidget(area.viewport())
        self.text = looks.label("large", notice.wording or "", wrap=True, parent=inner)
        inner.setLayout(looks.column(self.text, None))
        area.hold(inner)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.signer = QLineEdit(notice.addressee or "")
        self.signer.setAccessibleName(tr("Who takes it"))
        self.signer.setMaxLength(MAX_NAME)
        self.pad = InkPad(self)
        self.clear_button = looks.button("", self.pad.clear)
        looks.face(self.clear_button, tr("Clear"), "undo")
        self.accept_button = looks.button("primary", self.accept)
        looks.face(self.accept_button, tr("Received"))
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        for button in (self.clear_button, cancel, self.accept_button):
            button.setAutoDefault(False)
        body = looks.column(area, looks.label("field", tr("Who takes it")), self.signer, self.pad, spacing=10)
        body.setStretch(0, 3)
        body.setStretch(3, 2)
        self.lay_out(body, self.clear_button, None, cancel, self.accept_button)
        self.signer.textChanged.connect(self.pad.set_caption)
        self.pad.changed.connect(self._allow)
        self.pad.set_caption(self.signer.text())
        self._allow()

    def _allow(self) -> None:
        self.clear_button.setEnabled(not self.pad.is_blank())
        self.accept_button.setEnabled(not self.pad.is_blank())


class NotSignedDialog(ScrollingDialog):
    """Somebody was told and would not sign for it: why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, 520)
        self.setWindowTitle(tr("Signing for it is refused"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("Reason, in the person's own words"))
        self.reason.setMaxLength(MAX_REASON)
        self.done_button = looks.button("primary", self.accept)
        looks.face(self.done_button, tr("Note the refusal"))
        self.done_button.setDefault(True)
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        told = tr("The notice counts as told in person; the proof of delivery says that nobody signed, and why.")
        body = looks.column(
            looks.label("heading", tr("Signing for it is refused"), wrap=True),
            looks.label("secondary", told, wrap=True),
            looks.label("field", tr("Reason, in the person's own words"), wrap=True),
            self.reason,
            spacing=10,
        )
        self.lay_out(body, None, cancel, self.done_button)
        self.reason.textChanged.connect(lambda _text: self._allow())
        self._allow()
        self.reason.setFocus()

    def _allow(self) -> None:
        self.done_button.setEnabled(bool(self.reason.text().strip()))


class SentDialog(ScrollingDialog):
    """By message or post: how, to where, when, and whether it is known to have arrived."""

    def __init__(self, labels: Labels, now: Instant, to: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, 520)
        self.setWindowTitle(tr("Sent by message or post"))
        self._now = now
        self.channel: QComboBox = QuietCombo()
        self.channel.setAccessibleName(tr("How it was sent"))
        for choice in labels.choices("delivery_channel"):
            if choice.id != HANDED:
                self.channel.addItem(choice.label.in_(current_language()), choice.id)
        self.to = QLineEdit(to)
        self.to.setAccessibleName(tr("Number, address or account"))
        self.to.setMaxLength(MAX_NAME)
        self.at = QLineEdit(formats.instant(now))
        self.at.setAccessibleName(tr("When it was sent"))
        self.arrived = TickBox(tr("It has arrived"))
        known = looks.label("help", tr("Known by an answer, a read mark or a receipt of the post"), wrap=True)
        self.done_button = looks.button("primary", self.accept)
        looks.face(self.done_button, tr("Note it"))
        self.done_button.setDefault(True)
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        parts: list[QWidget] = []
        for editor in (self.channel, self.to, self.at):
            parts += [looks.label("field", editor.accessibleName(), wrap=True), editor]
        self.lay_out(looks.column(*parts, self.arrived, known, spacing=8), None, cancel, self.done_button)
        self.at.textChanged.connect(lambda _text: self._allow())
        self._allow()

    def sent(self) -> Sent:
        """Return what was noted."""
        return Sent(self.channel.currentData(), self._moment() or self._now, self.to.text(), self.arrived.isChecked())

    def _moment(self) -> Instant | None:
        if self.at.text() == formats.instant(self._now):
            return self._now
        return formats.read_instant(self.at.text(), self._now.local.date())

    def _allow(self) -> None:
        self.done_button.setEnabled(self._moment() is not None)
