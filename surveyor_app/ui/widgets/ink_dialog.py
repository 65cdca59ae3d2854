"""Something to agree to or to acknowledge, in large type, above a pad to sign it on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from surveyor_app.domain.strokes import Drawing
from surveyor_app.ui import icons
from surveyor_app.ui.page import ScrollArea
from surveyor_app.ui.translation import tr
from surveyor_app.ui.widgets import looks
from surveyor_app.ui.widgets.ink_pad import InkPad


class InkDialog(QDialog):
    """``text`` is what the person agrees to; accepted only once something was written on the pad."""

    def __init__(self, title: str, text: str, signer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(820, 600)
        self.text = looks.label("large", text, wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        holder = QWidget()
        holder.setLayout(looks.column(self.text, None, margin=8))
        self._area = ScrollArea(self)
        self._area.hold(holder)
        self.pad = InkPad(self)
        self.pad.set_caption(signer)
        self.clear_button = looks.button("", self.pad.clear)
        looks.face(self.clear_button, tr("Clear"), "undo")
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        self.done_button = looks.button("primary", self.accept)
        looks.face(self.done_button, tr("Signed"))
        self.done_button.setIcon(icons.icon("sign", "on_accent"))
        self.done_button.setDefault(True)
        layout = looks.column(
            looks.label("title", title),
            self._area,
            self.pad,
            looks.row(self.clear_button, None, cancel, self.done_button),
            spacing=12,
            margin=20,
        )
        layout.setStretch(1, 3)
        layout.setStretch(2, 2)
        self.setLayout(layout)
        self.pad.changed.connect(self._on_written)
        self._on_written()
        self.pad.setFocus()

    def drawing(self) -> Drawing:
        """Return what was written."""
        return self.pad.drawing()

    def pointer(self) -> str:
        """Return what it was written with."""
        return self.pad.pointer()

    def _on_written(self) -> None:
        self.done_button.setEnabled(not self.pad.is_blank())
        self.clear_button.setEnabled(not self.pad.is_blank())
