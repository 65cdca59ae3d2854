"""The bar above the photo: where to go, how to look, and the way to the layer's tools."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QFrame, QWidget

from surveyor_app.ui.base import looks
from surveyor_app.ui.photos.viewer.photo_panel import PhotoPanel
from surveyor_app.ui.photos.viewer.picture_pane import STEP
from surveyor_app.wording.translation import tr


class Viewing(Protocol):
    """What the bar steers, and whose state it shows: one photo, or two side by side."""

    @property
    def first(self) -> PhotoPanel: ...
    @property
    def current(self) -> PhotoPanel: ...
    def step(self, by: int) -> None: ...
    def compare(self, is_on: bool) -> None: ...
    def is_comparing(self) -> bool: ...
    def together(self, is_on: bool) -> None: ...
    def are_together(self) -> bool: ...
    def show_histogram(self, is_shown: bool) -> None: ...
    def show_layer(self, is_shown: bool) -> None: ...
    def annotate(self, is_on: bool) -> None: ...
    def is_annotating(self) -> bool: ...
    def close_view(self) -> None: ...


class ViewBar(QFrame):
    """Buttons for what the keys do; each tool tip names its key."""

    def __init__(self, view: Viewing, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._view = view
        self.previous = looks.tool(lambda: view.step(-1))
        self.following = looks.tool(lambda: view.step(1))
        self.larger = looks.tool(lambda: view.current.pane.zoom(STEP))
        self.smaller = looks.tool(lambda: view.current.pane.zoom(1 / STEP))
        self.fit = looks.tool(lambda: view.current.pane.fit())
        self.actual = looks.tool(lambda: view.current.pane.actual())
        self.left = looks.tool(lambda: view.current.turn(-90))
        self.right = looks.tool(lambda: view.current.turn(90))
        self.histogram = looks.tool(lambda: view.show_histogram(self.histogram.isChecked()))
        self.compare = looks.tool(lambda: view.compare(self.compare.isChecked()))
        self.together = looks.tool(lambda: view.together(self.together.isChecked()))
        self.layer = looks.tool(lambda: view.show_layer(self.layer.isChecked()))
        self.annotate = looks.button("chip", lambda: view.annotate(self.annotate.isChecked()))
        self.close_button = looks.tool(view.close_view)
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

    def follow(self) -> None:
        """Show how things stand."""
        view = self._view
        self.histogram.setChecked(not view.first.histogram.isHidden())
        self.compare.setChecked(view.is_comparing())
        self.together.setChecked(view.are_together())
        self.together.setVisible(view.is_comparing())
        self.layer.setChecked(view.first.item.isVisible())
        self.annotate.setChecked(view.is_annotating())
