"""Drawing on the layer of a photo: the tools, the note that the original stays, and the keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.photos.shapes import Palette
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.photos.viewer.drawing import Drawing
from surveyor_app.ui.photos.viewer.drawing_bar import SHAPES, DrawingBar
from surveyor_app.ui.photos.viewer.label_entry import LabelEntry
from surveyor_app.ui.photos.viewer.photo_panel import PhotoPanel
from surveyor_app.wording.translation import tr


class Annotating(QObject):
    """On or off over one panel; off, the photo is only looked at."""

    begun = Signal()
    """The photo that was to be annotated as soon as it is there is there."""

    def __init__(self, desk: Desk, panel: PhotoPanel, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._edits = desk.edits
        self._panel = panel
        self._is_to_begin = False
        self.entry = LabelEntry(panel.pane)
        self.drawing = Drawing(panel.pane, panel.item, panel.layer, palette, self.entry)
        self.tools = DrawingBar(self.drawing, palette, desk.labels)
        self.tools.hide()
        self.note = looks.label("help", wrap=True)
        self.note.setContentsMargins(16, 4, 16, 0)
        self.note.hide()
        panel.shown.connect(self._on_shown)
        panel.layer.failed.connect(self._on_failed)
        panel.layer.added.connect(lambda _id: self._say())
        self.tools.clear_wanted.connect(panel.layer.clear)
        self.tools.undo_wanted.connect(panel.layer.undo)
        self.tools.redo_wanted.connect(panel.layer.redo)

    def is_on(self) -> bool:
        """Tell whether the layer is being drawn on."""
        return self._panel.pane.hand.pen is not None

    def is_possible(self) -> bool:
        """Tell whether there is a photo, with a picture to draw on; of several pages the first one alone."""
        shown, panel = self._panel.record, self._panel
        is_photo = shown is not None and shown.evidence_class == "photo" and panel.page_no == 0
        return is_photo and not panel.pane.pixels.preview.isNull()

    def switch(self, is_on: bool) -> None:
        """Draw on the layer, or look only."""
        self.stop()
        self._panel.pane.hand.pen = self.drawing if is_on else None
        self.tools.setVisible(is_on)
        self.note.setVisible(is_on)
        self.drawing.select("")
        self.drawing.choose(None)
        if not is_on:
            self._panel.pane.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        self._say()
        self._panel.pane.setFocus()

    def begin_when_shown(self) -> None:
        """Begin as soon as the photo is there."""
        self._is_to_begin = True
        self._on_shown()

    def stop(self) -> None:
        """End the shape under way; what is being typed is kept."""
        self.drawing.stop()

    def takes(self, event: QKeyEvent) -> bool:
        """Tell whether a key is one of drawing, and was taken."""
        return self.is_on() and (self.drawing.key(event) or self._command(event))

    def retranslate(self) -> None:
        """Write all texts and icons in the window's language and theme."""
        self._say()
        self.tools.retranslate()

    def _command(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        place = event.key() - Qt.Key.Key_1
        if control and event.key() == Qt.Key.Key_Z:
            (self._panel.layer.redo if shift else self._panel.layer.undo)()
        elif control and event.key() == Qt.Key.Key_Y:
            self._panel.layer.redo()
        elif not control and 0 <= place < len(SHAPES):
            self.drawing.choose(SHAPES[place])
        elif not control and event.key() == Qt.Key.Key_V:
            self.drawing.choose(None)
        else:
            return False
        return True

    def _say(self) -> None:
        looks.set_tone(self.note, "")
        self.note.setText(tr("You are drawing on a layer of its own. The original stays as it was stored."))

    def _on_failed(self, error: BaseException) -> None:
        # Here, for what the main window says lies behind this one.
        if isinstance(error, SurveyorError):
            looks.set_tone(self.note, "bad")
            self.note.setText(words(error))
        else:
            self._edits.failed.emit(error)

    def _on_shown(self) -> None:
        if self._is_to_begin and not self._panel.pane.pixels.preview.isNull():
            self._is_to_begin = False
            self.begun.emit()
