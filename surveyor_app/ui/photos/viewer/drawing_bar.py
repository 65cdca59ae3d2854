"""The tools for drawing on the layer: seven shapes with their keys, colours, widths, and what to do with a shape."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton

from surveyor_app.domain.photos.shapes import Palette, Shape
from surveyor_app.ui.base import looks, theme
from surveyor_app.ui.photos.viewer.drawing import Drawing
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr

SHAPES = tuple(Shape)
"""In the order of the enumeration; the keys are 1 to 7."""


class DrawingBar(QFrame):
    """Says what is chosen and changes it; the pen does the work."""

    clear_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, drawing: Drawing, palette: Palette, labels: Labels) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self._drawing = drawing
        self._palette = palette
        self._labels = labels
        self.select = looks.tool(lambda: drawing.choose(None))
        self.shapes = {shape: looks.tool(lambda shape=shape: drawing.choose(shape)) for shape in SHAPES}  # type: ignore[misc]  # bound now
        self.colors = {
            swatch.id: looks.tool(lambda id_=swatch.id: drawing.set_color(id_))  # type: ignore[misc]  # bound now
            for swatch in palette.colors
        }
        self.widths = {
            width.value: looks.tool(lambda value=width.value: drawing.set_width(value))  # type: ignore[misc]  # bound now
            for width in palette.widths
        }
        self.remove = looks.tool(drawing.remove)
        self.undo = looks.tool(self.undo_wanted.emit)
        self.redo = looks.tool(self.redo_wanted.emit)
        self.clear = looks.tool(self.clear_wanted.emit)
        for buttons in ([self.select, *self.shapes.values()], self.colors.values(), self.widths.values()):
            group = QButtonGroup(self)
            for button in buttons:
                button.setCheckable(True)
                group.addButton(button)
        for button in self.shapes.values():
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button in (*self.shapes.values(), *self.colors.values(), *self.widths.values()):
            button.setProperty("role", "dense")
        row = looks.row(
            self.select, *self.shapes.values(), 8, *self.colors.values(), 8, *self.widths.values(), None,
            self.undo, self.redo, self.remove, self.clear, spacing=2,
        )  # fmt: skip
        row.setContentsMargins(12, 4, 12, 4)
        self.setLayout(row)
        drawing.told.connect(self.follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts and icons in the window's language and theme."""
        language = current_language()
        looks.name(self.select, tr("Select, move, resize (V)"), "select")
        for key, (shape, button) in enumerate(self.shapes.items(), start=1):
            name = self._labels.value("annotation_shape", shape.value, language)
            button.setText(str(key))
            looks.name(button, tr("{name} (key {key})", name=name, key=key), f"shape_{shape.value}")
        for swatch in self._palette.colors:
            button = self.colors[swatch.id]
            looks.name(button, tr("Colour: {name}", name=swatch.name.in_(language)))
            button.setIcon(_swatch_icon(swatch.hex))
        for width in self._palette.widths:
            button = self.widths[width.value]
            looks.name(button, tr("Line: {name}", name=width.name.in_(language)))
            button.setIcon(_width_icon(width.value))
        looks.name(self.undo, tr("Undo (Ctrl+Z)"), "undo")
        looks.name(self.redo, tr("Redo (Ctrl+Shift+Z)"), "redo")
        looks.name(self.remove, tr("Take this shape off (Del)"), "withdraw")
        looks.name(self.clear, tr("Clear the layer"), "clear_layer")
        self.follow()

    def follow(self) -> None:
        """Show what the pen has chosen."""
        tool = self._drawing.tool
        (self.select if tool is None else self.shapes[tool]).setChecked(True)
        self.colors[self._drawing.color].setChecked(True)
        if self._drawing.width in self.widths:
            self.widths[self._drawing.width].setChecked(True)
        self.remove.setEnabled(bool(self._drawing.selected))

    def buttons(self) -> list[QToolButton]:
        """Return all square buttons."""
        return [self.select, *self.shapes.values(), *self.colors.values(), *self.widths.values(), self.undo, self.redo,
                self.remove]  # fmt: skip


def _swatch_icon(shade: str) -> QIcon:
    pixmap = QPixmap(QSize(40, 40))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("secondary"), 2))
    painter.setBrush(QColor(shade))
    painter.drawEllipse(4, 4, 32, 32)
    painter.end()
    return QIcon(pixmap)


def _width_icon(value: int) -> QIcon:
    pixmap = QPixmap(QSize(40, 40))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    thick = max(2, value // 8)
    painter.fillRect(4, 20 - thick // 2, 32, thick, theme.colour("text"))
    painter.end()
    return QIcon(pixmap)
