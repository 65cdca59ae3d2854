"""Photos over the whole screen: zoom, pan, turn, compare two, histogram, and the layer of annotations.

The keys are those of the tool tips. What is turned is the view, what is drawn is a layer; the original stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QToolButton, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.photos.viewer.album import Album
from surveyor_app.ui.photos.viewer.annotating import Annotating
from surveyor_app.ui.photos.viewer.picture_pane import STEP
from surveyor_app.ui.photos.viewer.side_by_side import SideBySide
from surveyor_app.ui.photos.viewer.view_bar import ViewBar
from surveyor_app.wording.drawing_table import load_palette
from surveyor_app.wording.translation import tr

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -1,
          Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 1}  # fmt: skip
_PAGE_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
"""In a paper of several pages; else these go to the next photo too."""
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class LargeView(QDialog):
    """The viewer over the photos of the grid: which photo is shown, and the keys."""

    def __init__(self, parent: QWidget, desk: Desk, album: Album) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._album = album
        palette = load_palette(desk.resources)
        self.sides = SideBySide(desk, album, palette, self)
        self.annotating = Annotating(desk, self.sides.first, palette, self)
        self.bar = ViewBar(self.sides, self)
        layout = looks.column(self.bar, self.annotating.tools, self.annotating.note, self.sides, spacing=0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self._connect(desk)
        self.retranslate()
        self.sides.first.pane.setFocus()

    # ------------------------------------------------------------------------------------ what it shows

    def show_record(self, record: Evidence) -> None:
        """Show a photo."""
        self.annotating.stop()
        self.sides.current.show_record(record)
        self.follow()

    def step(self, by: int) -> None:
        """Go to another photo: the grid goes along, but not while two are compared."""
        shown = self.sides.current.record
        record = None
        if not self.sides.is_comparing():
            record = self._album.step(by)
        elif shown is not None:
            record = self._album.beside(shown, by)
        if record is not None:
            self.show_record(record)

    def compare(self, is_on: bool) -> None:
        """Show two photos side by side, or one again."""
        pair = self.sides.pair() if is_on else None
        if pair is not None:
            self.annotate(False)
            self.sides.show_pair(*pair)
        elif not is_on:
            self.sides.show_one()
        self.follow()

    def annotate(self, is_on: bool) -> None:
        """Draw on the layer, or look only."""
        is_on = is_on and self.annotating.is_possible()
        if is_on and self.sides.is_comparing():
            self.compare(False)
        self.annotating.switch(is_on)
        if is_on:
            self.sides.show_layer(True)
        self.follow()

    def annotate_when_shown(self) -> None:
        """Draw on the layer as soon as the photo is there."""
        self.annotating.begin_when_shown()

    def follow(self) -> None:
        """Show in the bars how things stand."""
        self.setWindowTitle(self.sides.first.caption.text() or tr("Photo"))
        self.sides.mark_current()
        self.bar.follow(is_annotating=self.annotating.is_on())

    def retranslate(self) -> None:
        """Write all texts and icons in the window's language and theme."""
        self.setWindowTitle(tr("Photo"))
        self.bar.retranslate()
        self.annotating.retranslate()
        self.sides.retranslate()

    # ------------------------------------------------------------------------------------------- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.annotating.takes(event):
            return
        key, command = Qt.Key(event.key()), self._command(event)
        if command is not None:
            command()
        elif key in _PAGE_STEPS and self.sides.current.pages > 1:
            self.sides.current.turn_page(_PAGE_STEPS[key])
        elif key in _STEPS:
            self.step(_STEPS[key])
        elif key == Qt.Key.Key_Escape and self.annotating.is_on():
            self.annotate(False)
        elif key == Qt.Key.Key_Escape and self.sides.is_comparing():
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
        self.annotating.stop()  # what was being typed is kept
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # ------------------------------------------------------------------------------------------- pieces

    def _connect(self, desk: Desk) -> None:
        self.sides.changed.connect(self.follow)
        self.annotating.begun.connect(lambda: self.annotate(True))
        self.bar.step_wanted.connect(self.step)
        self.bar.compare_wanted.connect(self.compare)
        self.bar.annotate_wanted.connect(self.annotate)
        self.bar.close_wanted.connect(self.accept)
        desk.jobs.changed.connect(self._on_changed)
        for button in self.findChildren(QAbstractButton):
            button.installEventFilter(self)
            if isinstance(button, QToolButton):
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the picture

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        sides, pane = self.sides, self.sides.current.pane
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
            Qt.Key.Key_R: lambda: sides.current.turn(-90 if shift else 90),
            Qt.Key.Key_H: lambda: sides.show_histogram(sides.first.histogram.isHidden()),
            Qt.Key.Key_C: lambda: self.compare(not sides.is_comparing()),
            Qt.Key.Key_S: lambda: sides.together(not sides.are_together),
            Qt.Key.Key_L: lambda: sides.show_layer(not sides.first.item.isVisible()),
            Qt.Key.Key_A: lambda: self.annotate(not self.annotating.is_on()),
            Qt.Key.Key_Space: self.accept,
        }
        return commands.get(Qt.Key(event.key()))

    def _on_changed(self, changes: Changes) -> None:
        self.sides.read_again(changes.touched.get(Evidence.KIND, frozenset()))
