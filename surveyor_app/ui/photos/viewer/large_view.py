"""Photos over the whole screen: zoom, pan, turn, compare two, histogram, and the layer of annotations.

The keys are those of the tool tips. What is turned is the view, what is drawn is a layer; the original stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QToolButton, QWidget

from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.photos.viewer.album import Album
from surveyor_app.ui.photos.viewer.drawing import Drawing
from surveyor_app.ui.photos.viewer.drawing_bar import SHAPES, DrawingBar
from surveyor_app.ui.photos.viewer.label_entry import LabelEntry
from surveyor_app.ui.photos.viewer.photo_panel import PhotoPanel
from surveyor_app.ui.photos.viewer.picture_pane import STEP
from surveyor_app.ui.photos.viewer.pictures import Pictures
from surveyor_app.ui.photos.viewer.view_bar import ViewBar
from surveyor_app.wording.drawing_table import load_palette
from surveyor_app.wording.translation import tr

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -1,
          Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 1}  # fmt: skip
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class LargeView(QDialog):
    """The viewer over the photos of the grid."""

    def __init__(self, parent: QWidget, desk: Desk, album: Album) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._album = album
        self._edits = desk.edits
        palette = load_palette(desk.resources)
        pictures = Pictures(desk, self)
        self.first = PhotoPanel(desk, album, pictures, palette, self)
        self.second = PhotoPanel(desk, album, pictures, palette, self)
        self.second.hide()
        self.panels = (self.first, self.second)
        self.current = self.first
        self._are_together = True
        self._is_to_annotate = False
        entry = LabelEntry(self.first.pane)
        self.drawing = Drawing(self.first.pane, self.first.item, self.first.layer, palette, entry)
        self.entry = entry
        self.bar = ViewBar(self, self)
        self.tools = DrawingBar(self.drawing, palette, desk.labels)
        self.tools.hide()
        self.layer_note = looks.label("help", wrap=True)
        self.layer_note.setContentsMargins(16, 4, 16, 0)
        self.layer_note.hide()
        self._panels = QHBoxLayout()
        self._panels.setSpacing(4)
        self._panels.addWidget(self.first, 1)
        self._panels.addWidget(self.second, 1)
        layout = looks.column(self.bar, self.tools, self.layer_note, self._panels, spacing=0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self._connect(desk)
        self.retranslate()
        self.first.pane.setFocus()

    # ------------------------------------------------------------------------------------ what it shows

    def show_record(self, record: Evidence) -> None:
        """Show a photo."""
        self._stop_drawing()
        self.current.show_record(record)
        self.follow()

    def step(self, by: int) -> None:
        """Go to another photo: the grid goes along, but not while two are compared."""
        shown = self.current.record
        record = None
        if not self.is_comparing():
            record = self._album.step(by)
        elif shown is not None:
            record = self._album.beside(shown, by)
        if record is not None:
            self.show_record(record)

    def is_comparing(self) -> bool:
        """Tell whether two photos stand side by side."""
        return not self.second.isHidden()

    def compare(self, is_on: bool) -> None:
        """Show two photos side by side: the two that are selected, else this one and the next (or the one before)."""
        if is_on:
            chosen, shown = self._album.chosen(), self.first.record
            pair = chosen if len(chosen) == 2 else [shown, self._neighbour(shown)] if shown else []
            if len(pair) < 2 or pair[0] is None or pair[1] is None:
                self.bar.follow()
                return
            self.annotate(False)
            self.second.show()
            self.first.show_record(pair[0])
            self.second.show_record(pair[1])
            self.second.show_histogram(not self.first.histogram.isHidden())
            self.second.show_layer(self.first.item.isVisible())
            self._make_current(self.second)
        else:
            self.second.hide()
            self._make_current(self.first)
        self.follow()

    def together(self, is_on: bool) -> None:
        """Zoom and pan both photos together, or each by itself."""
        self._are_together = is_on
        if is_on:
            self._on_looked(self.current)
        self.bar.follow()

    def are_together(self) -> bool:
        """Tell whether both photos are zoomed and panned together."""
        return self._are_together

    def annotate(self, is_on: bool) -> None:
        """Draw on the layer, or look only."""
        shown = self.first.record
        if shown is None or shown.evidence_class != "photo" or self.first.pane.preview.isNull():
            is_on = False
        if is_on and self.is_comparing():
            self.compare(False)
        self._stop_drawing()
        self.first.pane.pen = self.drawing if is_on else None
        self.tools.setVisible(is_on)
        self.layer_note.setVisible(is_on)
        self.drawing.select("")
        self.drawing.choose(None)
        if is_on:
            self.show_layer(True)
        else:
            self.first.pane.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        self._say_layer()
        self.first.pane.setFocus()
        self.follow()

    def annotate_when_shown(self) -> None:
        """Draw on the layer as soon as the photo is there."""
        self._is_to_annotate = True
        self._on_shown()

    def is_annotating(self) -> bool:
        """Tell whether the layer is being drawn on."""
        return self.first.pane.pen is not None

    def show_layer(self, is_shown: bool) -> None:
        """Show the photos with their layers or without."""
        for panel in self.panels:
            panel.show_layer(is_shown)
        self.bar.follow()

    def show_histogram(self, is_shown: bool) -> None:
        """Show how bright the photos are."""
        for panel in self.panels:
            panel.show_histogram(is_shown)
        self.bar.follow()

    def follow(self) -> None:
        """Show in the bars how things stand."""
        self.setWindowTitle(self.first.caption.text() or tr("Photo"))
        for panel in self.panels:
            panel.set_current(self.is_comparing() and panel is self.current)
        self.bar.follow()

    def retranslate(self) -> None:
        """Write all texts and icons in the window's language and theme."""
        self.setWindowTitle(tr("Photo"))
        self._say_layer()
        self.bar.retranslate()
        self.tools.retranslate()
        for panel in self.panels:
            panel.pane.recolour()
            panel.say_facts()

    # ------------------------------------------------------------------------------------------- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_annotating() and (self.drawing.key(event) or self._drawing_key(event)):
            return
        key, command = Qt.Key(event.key()), self._command(event)
        if command is not None:
            command()
        elif key in _STEPS:
            self.step(_STEPS[key])
        elif key == Qt.Key.Key_Escape and self.is_annotating():
            self.annotate(False)
        elif key == Qt.Key.Key_Escape and self.is_comparing():
            self.compare(False)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A button would take an arrow key as "go to the next control".
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and Qt.Key(event.key()) in _ARROWS:
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        self._stop_drawing()  # what was being typed is kept
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # ------------------------------------------------------------------------------------------- pieces

    def _connect(self, desk: Desk) -> None:
        for panel in self.panels:
            panel.pane.looked.connect(lambda panel=panel: self._on_looked(panel))
            panel.pane.entered.connect(lambda panel=panel: self._make_current(panel))
            panel.layer.changed.connect(panel.say_facts)
        self.first.shown.connect(self._on_shown)
        self.first.layer.failed.connect(self._on_failed)
        self.first.layer.added.connect(lambda _id: self._say_layer())
        self.tools.clear_wanted.connect(self.first.layer.clear)
        self.tools.undo_wanted.connect(self.first.layer.undo)
        self.tools.redo_wanted.connect(self.first.layer.redo)
        desk.jobs.changed.connect(self._on_changed)
        for button in self.findChildren(QAbstractButton):
            button.installEventFilter(self)
            if isinstance(button, QToolButton):
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the picture

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        pane = self.current.pane
        zooming: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Plus: lambda: pane.zoom(STEP),
            Qt.Key.Key_Equal: lambda: pane.zoom(STEP),
            Qt.Key.Key_Minus: lambda: pane.zoom(1 / STEP),
            Qt.Key.Key_0: pane.fit,
            Qt.Key.Key_1: pane.actual,
        }
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # With Ctrl while annotating too, where digits alone choose a shape.
            return zooming.get(Qt.Key(event.key()))
        commands: dict[Qt.Key, Callable[[], None]] = zooming | {
            Qt.Key.Key_R: lambda: self.current.turn(-90 if shift else 90),
            Qt.Key.Key_H: lambda: self.show_histogram(self.first.histogram.isHidden()),
            Qt.Key.Key_C: lambda: self.compare(not self.is_comparing()),
            Qt.Key.Key_S: lambda: self.together(not self._are_together),
            Qt.Key.Key_L: lambda: self.show_layer(not self.first.item.isVisible()),
            Qt.Key.Key_A: lambda: self.annotate(not self.is_annotating()),
            Qt.Key.Key_Space: self.close_view,
        }
        return commands.get(Qt.Key(event.key()))

    def close_view(self) -> None:
        """Close; the grid has the keyboard again."""
        self.accept()

    def _drawing_key(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        place = event.key() - Qt.Key.Key_1
        if control and event.key() == Qt.Key.Key_Z:
            (self.first.layer.redo if shift else self.first.layer.undo)()
        elif control and event.key() == Qt.Key.Key_Y:
            self.first.layer.redo()
        elif not control and 0 <= place < len(SHAPES):
            self.drawing.choose(SHAPES[place])
        elif not control and event.key() == Qt.Key.Key_V:
            self.drawing.choose(None)
        else:
            return False
        return True

    def _stop_drawing(self) -> None:
        self.drawing.stop()

    def _neighbour(self, record: Evidence) -> Evidence | None:
        return self._album.beside(record, 1) or self._album.beside(record, -1)

    def _make_current(self, panel: PhotoPanel) -> None:
        if panel is not self.current and not panel.isHidden():
            self.current = panel
            self.follow()

    def _on_looked(self, panel: PhotoPanel) -> None:
        if self._are_together and self.is_comparing() and panel is self.current:
            other = self.second if panel is self.first else self.first
            other.pane.follow(panel.pane.look())

    def _say_layer(self) -> None:
        looks.set_tone(self.layer_note, "")
        self.layer_note.setText(tr("You are drawing on a layer of its own. The original stays as it was stored."))

    def _on_failed(self, error: BaseException) -> None:
        # Here, for what the main window says lies behind this one.
        if isinstance(error, SurveyorError):
            looks.set_tone(self.layer_note, "bad")
            self.layer_note.setText(words(error))
        else:
            self._edits.failed.emit(error)

    def _on_shown(self) -> None:
        if self._is_to_annotate and not self.first.pane.preview.isNull():
            self._is_to_annotate = False
            self.annotate(True)

    def _on_changed(self, changes: Changes) -> None:
        for panel in self.panels:
            if panel.record is not None and panel.record.id in changes.touched.get(Evidence.KIND, ()):
                panel.record = self._album.again(panel.record)
                panel.say_facts()
