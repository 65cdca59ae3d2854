"""A time that counts once it is noted: it is not typed over, but mended in a place of its own, with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from surveyor_app.domain.journal.instants import Instant
from surveyor_app.ui.base import looks
from surveyor_app.ui.forms.typed_editors import InstantEditor
from surveyor_app.wording.translation import tr


class NotedTimeEditor(InstantEditor):
    """``mended`` gives the new time (``None``: it was noted by mistake) and the reason."""

    mended = Signal(object, str)

    def make_control(self) -> QWidget:
        control = super().make_control()
        self._whole = QWidget(self)
        self._face.setParent(self._whole)
        self.mend_button = looks.button("", self.open, self._whole)
        self._row = QWidget(self._whole)
        self.new_time = QLineEdit(self._row)
        self.reason = QLineEdit(self._row)
        self.keep_button = looks.button("", self._on_kept, self._row)
        self.leave_button = looks.button("", self.close_row, self._row)
        for line in (self.new_time, self.reason):
            line.textChanged.connect(self._allow)
            line.returnPressed.connect(self._on_kept)
        self._row.setLayout(
            looks.column(self.new_time, self.reason, looks.row(self.keep_button, self.leave_button, None), spacing=6)
        )
        self._whole.setLayout(looks.column(looks.row(self._face, self.mend_button, spacing=6), self._row, spacing=6))
        self._row.hide()
        return control

    def face(self) -> QWidget:
        return self._whole

    def stops(self) -> list[QWidget]:
        return [
            *super().stops(), self.mend_button, self.new_time, self.reason, self.keep_button, self.leave_button,
        ]  # fmt: skip

    def retranslate(self) -> None:
        before = self._written
        super().retranslate()
        if self.new_time.text() == before:
            self.new_time.setText(self._written)
        looks.face(self.mend_button, tr("Mend…"))
        looks.face(self.keep_button, tr("Mend"))
        looks.face(self.leave_button, tr("Cancel"))
        self.new_time.setPlaceholderText(self.line.placeholderText())
        self.new_time.setAccessibleName(tr("The right time; empty if it was noted by mistake"))
        self.reason.setPlaceholderText(tr("Why"))
        self.reason.setAccessibleName(tr("Why"))

    def set_read_only(self, is_read_only: bool) -> None:
        is_noted = self._shown is not None
        super().set_read_only(is_read_only or is_noted)
        self.mend_button.setVisible(is_noted and not is_read_only)
        if is_read_only or not is_noted:
            self.close_row()

    def open(self) -> None:
        """Open the place where the time is mended, with the time that stands."""
        self.new_time.setText(self._written)
        self.reason.clear()
        self._row.show()
        self._allow()
        self.new_time.setFocus()
        self.new_time.selectAll()

    def close_row(self) -> None:
        """Mend nothing."""
        if not self._row.isHidden():
            had_focus = self._row.isAncestorOf(self.focusWidget() or self)
            self._row.hide()
            if had_focus:
                self.mend_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._row.isHidden():
            self.close_row()
        else:
            super().keyPressEvent(event)

    def _wanted(self) -> tuple[bool, Instant | None]:
        """Return whether what was typed can be taken, and the time it is."""
        text = self.new_time.text().strip()
        read = self.parse(text) if text else None
        at = read if isinstance(read, Instant) else None
        return (not text or at is not None) and text != self._written, at

    def _allow(self) -> None:
        self.keep_button.setEnabled(self._wanted()[0] and bool(self.reason.text().strip()))

    def _on_kept(self) -> None:
        if not self.keep_button.isEnabled():
            (self.reason if self._wanted()[0] else self.new_time).setFocus()
            return
        self.mended.emit(self._wanted()[1], self.reason.text())
        self.close_row()
