"""The bar above the photo: where to go, how to look, and the way to the layer's tools."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from surveyor_app.ui.base import looks
from surveyor_app.ui.photos.viewer.picture_pane import STEP
from surveyor_app.ui.photos.viewer.side_by_side import SideBySide
from surveyor_app.wording.translation import tr


class ViewBar(QFrame):
    """Buttons for what the keys do; each tool tip names its key."""

    step_wanted = Signal(int)
    compare_wanted = Signal(bool)
    annotate_wanted = Signal(bool)
    close_wanted = Signal()

    def __init__(self, sides: SideBySide, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._sides = sides
        self.previous = looks.tool(lambda: self.step_wanted.emit(-1))
        self.following = looks.tool(lambda: self.step_wanted.emit(1))
        self.larger = looks.tool(lambda: sides.current.pane.zoom(STEP))
        self.smaller = looks.tool(lambda: sides.current.pane.zoom(1 / STEP))
        self.fit = looks.tool(lambda: sides.current.pane.fit())
        self.actual = looks.tool(lambda: sides.current.pane.actual())
        self.left = looks.tool(lambda: sides.current.turn(-90))
        self.right = looks.tool(lambda: sides.current.turn(90))
        self.histogram = looks.tool(lambda: sides.show_histogram(self.histogram.isChecked()))
        self.compare = looks.tool(lambda: self.compare_wanted.emit(self.compare.isChecked()))
        self.together = looks.tool(lambda: sides.together(self.together.isChecked()))
        self.layer = looks.tool(lambda: sides.show_layer(self.layer.isChecked()))
        self.annotate = looks.button("chip", lambda: self.annotate_wanted.emit(self.annotate.isChecked()))
        self.close_button = looks.tool(self.close_wanted.emit)
        for button in (self.histogram, self.compare, self.together, self.layer, self.annotate):
            button.setCheckable(True)
        self.help = looks.label("help")
        row = looks.row(
            self.previous, self.following, 12, self.larger, self.smaller, self.fit, self.actual, 12, self.left, self.right, 12,
            self.histogram, self.compare, self.together, 12, self.layer, self.annotate, None, self.help, 8,
            self.close_button, spacing=2,
        )  # fmt: skip
        row.setContentsMargins(12, 6, 8, 6)
        self.setLayout(row)

    def retranslate(self) -> None:
        """Write all texts and icons in the window's language and theme."""
        looks.name(self.previous, tr("Previous photo (left)"), "previous")
        looks.name(self.following, tr("Next photo (right)"), "next")
        looks.name(self.larger, tr("Larger (+, or the wheel)"), "zoom")
        looks.name(self.smaller, tr("Smaller (-, or the wheel)"), "smaller")
        looks.name(self.fit, tr("Whole picture (0, Ctrl+0)"), "fit")
        looks.name(self.actual, tr("Each pixel of the original (1, Ctrl+1)"), "actual")
        looks.name(self.left, tr("Turn the view left (Shift+R); the original is not turned"), "rotate_left")
        looks.name(self.right, tr("Turn the view right (R); the original is not turned"), "rotate_right")
        looks.name(self.histogram, tr("Histogram (H)"), "histogram")
        looks.name(self.compare, tr("Compare two side by side (C)"), "compare")
        looks.name(self.together, tr("Zoom and pan both together (S)"), "together")
        looks.name(self.layer, tr("Show the layer of annotations (L)"), "layer")
        looks.face(self.annotate, tr("Annotate (A)"), "annotate")
        looks.name(self.close_button, tr("Close"), "close")
        self.help.setText(tr("Esc: close"))

    def follow(self, *, is_annotating: bool) -> None:
        """Show how things stand."""
        sides = self._sides
        self.histogram.setChecked(not sides.first.histogram.isHidden())
        self.compare.setChecked(sides.is_comparing())
        self.together.setChecked(sides.are_together)
        self.together.setVisible(sides.is_comparing())
        self.layer.setChecked(sides.first.item.isVisible())
        self.annotate.setChecked(is_annotating)
